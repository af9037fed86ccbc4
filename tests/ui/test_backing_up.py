"""The open book is copied by itself: before what cannot be undone, later on, and at the end."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QTimer

from cellsecretary import paths
from cellsecretary.core.operations import closing
from cellsecretary.store.backups import Backups
from cellsecretary.store.records import cell_record
from cellsecretary.ui.backing_up import HALF_AN_HOUR, BackingUp
from cellsecretary.ui.main_window import MainWindow
from tests.building import AFTER, OCTOBER, meeting_id
from tests.store.test_backups import change

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from cellsecretary.store import Book
    from cellsecretary.ui.program import Program
    from cellsecretary.ui.session import Session
    from tests.ui.asking import QueuedAsk


def kept(book: Book) -> list[int]:
    """Give after which steps there are backups."""
    backups = Backups.of(paths.backups_folder(), book)
    return [one.step for one in backups.all()]


def test_a_book_is_copied_when_it_is_closed_and_only_after_a_change(
    program: Program, book: Book
) -> None:
    program.open_book(book.path)
    assert kept(book) == []
    program.close()
    assert kept(book) == [book.last_step()]
    program.open_book(book.path)
    program.close()
    assert len(kept(book)) == 1


def test_before_a_meeting_is_opened_again_the_book_is_copied(
    session: Session, tmp_path: Path
) -> None:
    backing_up = BackingUp(session, tmp_path, session)
    backups = Backups.of(tmp_path, session.ledger)
    before = session.book.last_step()
    october = session.meeting(meeting_id(session, OCTOBER))
    assert session.do(closing.reopen, october, session.register, "Ghi nhầm") is None
    assert [one.step for one in backups.all()] == [before]
    assert session.book.last_step() == before + 1
    assert backing_up.run()
    assert [one.step for one in backups.all()] == [before, before + 1]


def test_half_an_hour_after_a_change_it_is_copied(session: Session, tmp_path: Path) -> None:
    backing_up = BackingUp(session, tmp_path, session)
    assert not backing_up._later.isActive()
    session.changed.emit(())
    assert backing_up._later.isActive()
    assert backing_up._later.interval() == HALF_AN_HOUR == 30 * 60 * 1000
    backing_up._later.timeout.emit()
    assert not backing_up._later.isActive()
    assert len(Backups.of(tmp_path, session.ledger).all()) == 1


def test_a_copy_that_comes_due_while_one_is_made_waits(session: Session, tmp_path: Path) -> None:
    backing_up = BackingUp(session, tmp_path, session)
    failed: list[object] = []
    backing_up.failed.connect(failed.append)
    made: list[bool] = []
    # The window has its turns while the copy is made beside it, and its timers with it.
    QTimer.singleShot(0, lambda: made.append(backing_up.run_quietly()))
    assert backing_up.run()
    assert made == [False]
    assert failed == []
    assert len(Backups.of(tmp_path, session.ledger).all()) == 1
    assert backing_up._later.isActive()


def test_a_backup_that_fails_is_said_and_work_goes_on(
    program: Program, book: Book, ask: QueuedAsk, qtbot: QtBot
) -> None:
    paths.backups_folder().parent.mkdir(parents=True, exist_ok=True)
    paths.backups_folder().write_text("in the way", encoding="utf-8")
    program.open_book(book.path)
    window = program.window
    assert isinstance(window, MainWindow)
    october = window._session.meeting(meeting_id(book, OCTOBER))
    refusal = window._session.do(closing.reopen, october, window._session.register, "Ghi nhầm")
    assert refusal is None, "the act is done all the same"
    assert window.form.fault_banner.isVisible()
    assert "book is saved" in window.form.fault_banner.text_label.text()
    paths.backups_folder().unlink()
    assert program._keeping is not None
    assert program._keeping.backing_up is not None
    assert program._keeping.backing_up.run()
    assert not window.form.fault_banner.isVisible()
    change(window._session.book, "Nhà ông Hai")
    folder = Backups.of(paths.backups_folder(), book).folder
    shutil.rmtree(folder)
    folder.write_text("in the way again", encoding="utf-8")
    program.close()
    assert "book is saved" in ask.told[-1]


@pytest.mark.thorough
def test_the_practice_cell_is_not_copied(program: Program) -> None:
    program.practise()
    program.close()
    assert not paths.backups_folder().exists()


@pytest.mark.thorough
def test_backups_go_with_the_handover(book: Book, tmp_path: Path) -> None:
    from cellsecretary.exchange.handover import hand_over, receive, take_over
    from cellsecretary.rules import bundled

    cell = cell_record(book).cell.id
    old = Backups(tmp_path / "old", cell, book.path)
    first = old.make(book, AFTER.replace(month=9))
    change(book, "Nhà ông Hai")
    second = old.make(book, AFTER)
    assert first is not None
    assert second is not None
    (tmp_path / "stick").mkdir()
    file = hand_over(book, tmp_path / "stick", AFTER, tmp_path / "old")
    received = receive(file, bundled())
    take_over(received, tmp_path / "mine.chibo", bundled(), tmp_path / "new")
    new = Backups(tmp_path / "new", cell, tmp_path / "mine.chibo")
    assert [one.path.name for one in new.all()] == [first.path.name, second.path.name]
    for ours, theirs in zip(new.all(), old.all(), strict=True):
        assert ours.path.read_bytes() == theirs.path.read_bytes()
    (tmp_path / "mine.chibo").unlink()
    take_over(received, tmp_path / "mine.chibo", bundled(), tmp_path / "new")
    assert len(new.all()) == 2
