"""A file is opened as it can be: by one window, made again from its copies, taken back to one."""

from __future__ import annotations

import json
import shutil
from contextlib import closing
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, QEvent

from cellsecretary import paths
from cellsecretary.core.operations.cell import change_cell
from cellsecretary.rules import bundled
from cellsecretary.store import Book, BookError, Fault
from cellsecretary.store.backups import Backups
from cellsecretary.store.connecting import content_hash
from cellsecretary.store.engine import sqlite3
from cellsecretary.store.lock import WriterLock, lock_file, read_holder, request_file
from cellsecretary.ui.main_window import MainWindow
from cellsecretary.ui.program import Program
from tests.building import AFTER
from tests.store.test_backups import change
from tests.store.test_recovering import spoil

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from tests.ui.asking import QueuedAsk


@pytest.fixture
def file(book: Book) -> Path:
    book.close()
    return book.path


def main_window(program: Program) -> MainWindow:
    window = program.window
    assert isinstance(window, MainWindow)
    return window


def rows(window: MainWindow) -> str:
    return content_hash(window._session.book.connection, history=False)


def move(window: MainWindow, place: str) -> None:
    register = window._session.register
    window._session.do(change_cell, register, replace(register.cell, place=place))


def test_a_book_is_locked_as_long_as_it_is_open(program: Program, file: Path) -> None:
    program.open_book(file)
    holder = read_holder(file)
    assert holder is not None
    assert holder.is_here
    program.close()
    assert [path.name for path in file.parent.glob("*.chibo*")] == [file.name]


@pytest.mark.thorough
def test_a_second_start_raises_the_window_of_the_first(
    program: Program, file: Path, qtbot: QtBot, ask: QueuedAsk
) -> None:
    program.open_book(file)
    window = main_window(program)
    window.showMinimized()
    second = Program(program._app, program._settings, program._clock, ask=ask)
    try:
        assert not second.open_book(file)
        assert second.is_elsewhere
        assert second.window is None
    finally:
        second.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    qtbot.waitUntil(lambda: not window.isMinimized())
    assert not request_file(file).exists()


def test_a_book_that_another_computer_writes_is_looked_at(
    program: Program, file: Path, ask: QueuedAsk
) -> None:
    lock = WriterLock(file, AFTER)
    try:
        plain = json.loads(lock_file(file).read_text(encoding="utf-8"))
        lock_file(file).write_text(json.dumps({**plain, "computer": "MAY-XA"}), encoding="utf-8")
        ask.will_answer(0)
        assert program.open_book(file)
        window = main_window(program)
        assert "MAY-XA" in ask.asked[-1]
        assert window.form.note_banner.isVisible()
        assert window._session.ledger.looked_at
        ask.will_answer(1)
        assert not program.open_book(file)
    finally:
        lock.release()


def test_a_lock_that_a_dead_process_left_is_taken(program: Program, file: Path) -> None:
    lock_file(file).write_text('{"computer": "x", "account": "y", "process": 1, "since": "z"}')
    assert program.open_book(file)
    assert not main_window(program)._session.ledger.looked_at


@pytest.mark.thorough
def test_a_damaged_book_opens_again_from_its_copies_and_says_so(
    program: Program, file: Path, qtbot: QtBot
) -> None:
    program.open_book(file)
    change(main_window(program)._session.book, "Nhà ông Hai")
    program.close()
    program.open_book(file)
    change(main_window(program)._session.book, "Nhà bà Ba")
    before = rows(main_window(program))
    program.close(with_copy=False)  # the journal alone has the last state
    spoil(file)
    assert program.open_book(file)
    window = main_window(program)
    assert rows(window) == before
    assert window.form.note_banner.isVisible()
    assert "1 acts after it" in window.form.note_banner.text_label.text()
    assert len(list(file.parent.glob("*.damaged"))) == 1


def test_what_the_check_finds_is_said_and_mended_by_one_button(
    program: Program, file: Path, qtbot: QtBot
) -> None:
    program.open_book(file)
    program.close()
    with closing(sqlite3.connect(file)) as conn, conn:
        conn.execute("update opinions set text = text || '!' where rowid = 1")
    program.open_book(file)
    window = main_window(program)
    assert program._keeping is not None
    with qtbot.waitSignal(program._keeping.checked, timeout=20_000):
        program._keeping.check()
    banner = window.form.fault_banner
    assert banner.isVisible()
    assert "03/10/2026" in banner.text_label.text()
    change(window._session.book, "Nhà ông Hai")
    banner.act_button.click()
    QCoreApplication.processEvents()
    again = main_window(program)
    assert again is not window
    assert again._session.register.cell.place == "Nhà ông Hai"
    text = again._session.book.value("select text from opinions where rowid = 1")
    assert not text.endswith("!")


def test_a_sound_book_is_checked_without_a_word(program: Program, file: Path, qtbot: QtBot) -> None:
    program.open_book(file)
    assert program._keeping is not None
    with qtbot.waitSignal(program._keeping.checked, timeout=20_000) as told:
        program._keeping.check()
    assert told.args == [()]
    assert not main_window(program).form.fault_banner.isVisible()


def test_closing_in_the_middle_of_the_check_waits_for_nothing(program: Program, file: Path) -> None:
    program.open_book(file)
    assert program._keeping is not None
    program._keeping.check()
    program.close()


def test_a_book_that_vanishes_while_it_is_open_comes_back(program: Program, file: Path) -> None:
    program.open_book(file)
    window = main_window(program)
    move(window, "Nhà ông Hai")
    before = rows(window)
    file.unlink()
    move(window, "Nhà bà Ba")
    banner = window.form.fault_banner
    assert "no longer where it was" in banner.text_label.text()
    assert window.form.saved_label.text() == "▲ Not saved"
    banner.act_button.click()
    QCoreApplication.processEvents()
    assert file.exists()
    assert rows(main_window(program)) == before


def test_a_lost_book_is_offered_from_its_copies(
    program: Program, file: Path, ask: QueuedAsk
) -> None:
    program.open_book(file)
    change(main_window(program)._session.book, "Nhà ông Hai")
    program.close()
    file.unlink()
    ask.will_answer(0)
    assert program.open_book(file)
    assert main_window(program)._session.register.cell.place == "Nhà ông Hai"


def test_going_back_to_a_copy_can_be_taken_back(program: Program, file: Path) -> None:
    program.open_book(file)
    window = main_window(program)
    before = rows(window)
    assert program._keeping is not None
    assert program._keeping.backing_up is not None
    program._keeping.backing_up.run()
    change(window._session.book, "Nhà ông Hai")
    after = rows(window)
    first = Backups.of(paths.backups_folder(), window._session.book).all()[0]
    window.restore_wanted.emit(first.path)
    QCoreApplication.processEvents()
    assert rows(main_window(program)) == before
    banner = main_window(program).form.note_banner
    assert banner.isVisible()
    banner.act_button.click()
    QCoreApplication.processEvents()
    assert rows(main_window(program)) == after


def test_a_copy_that_is_no_good_changes_nothing(
    program: Program, file: Path, ask: QueuedAsk, tmp_path: Path
) -> None:
    program.open_book(file)
    before = rows(main_window(program))
    bad = tmp_path / "bad.chibo"
    shutil.copyfile(file, bad)
    spoil(bad)
    main_window(program).restore_wanted.emit(bad)
    QCoreApplication.processEvents()
    assert rows(main_window(program)) == before
    assert "damaged" in ask.told[-1]


def test_after_a_restore_that_leaves_nothing_there_is_a_window(
    program: Program, file: Path, ask: QueuedAsk, monkeypatch: pytest.MonkeyPatch
) -> None:
    program.open_book(file)

    def lose(*_told: object) -> None:
        file.unlink()
        raise BookError(Fault.FULL, file)

    monkeypatch.setattr(program.opening, "restore", lose)
    ask.will_answer(1)
    main_window(program).restore_wanted.emit(file)
    QCoreApplication.processEvents()
    assert program.window is not None
    assert program.window.isVisible()


def test_an_older_book_is_copied_before_it_is_brought_up_to_date(
    program: Program, file: Path
) -> None:
    with closing(sqlite3.connect(file)) as conn, conn:
        conn.execute("alter table steps drop column hash")
        conn.execute("delete from _sqlite_migrations where name = 'm004_chain_history'")
        conn.execute("pragma user_version = 3")
    old = file.read_bytes()
    assert program.open_book(file)
    folder = next(paths.backups_folder().iterdir())
    (copy,) = folder.glob("*.chibo")
    with closing(sqlite3.connect(copy)) as conn:
        assert conn.execute("pragma user_version").fetchone() == (3,)
    with closing(Book.look(copy, bundled())) as looked:
        assert looked.value("pragma user_version") == Book.schema.version
    assert copy.stat().st_size == len(old)


@pytest.mark.thorough
def test_a_book_without_copies_gets_one_once_the_window_is_there(
    program: Program, file: Path, qtbot: QtBot
) -> None:
    program.open_book(file)
    window = main_window(program)
    assert window.backups is not None
    assert program._keeping is not None
    with qtbot.waitSignal(program._keeping.checked, timeout=30_000):
        pass
    assert [one.step for one in window.backups.all()] == [window._session.book.last_step()]
