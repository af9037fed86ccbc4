"""The copies of a file are listed, one is made at once, and one is gone back to."""

from __future__ import annotations

import shutil
from contextlib import closing
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QMenu, QWidget

from cellsecretary import paths
from cellsecretary.core.operations.board import change_office
from cellsecretary.rules import bundled
from cellsecretary.store import Book
from cellsecretary.store.backups import Backups
from cellsecretary.store.board import Board
from cellsecretary.store.engine import sqlite3
from cellsecretary.ui.backing_up import BackingUp
from cellsecretary.ui.board.window import BoardWindow
from cellsecretary.ui.chips import State
from cellsecretary.ui.dialogs.backups import PLACE_COLUMN, SINCE_COLUMN, BackupsDialog
from cellsecretary.ui.main_window import MainWindow
from cellsecretary.ui.settings import Settings
from cellsecretary.ui.unlocking import Unlocking
from cellsecretary.ui.wording import day_text
from tests.building import AFTER, context, done
from tests.cells import SUPERIOR
from tests.store.test_backups import HOUR, change

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtGui import QAction
    from pytestqt.qtbot import QtBot

    from cellsecretary.messages import Messages
    from cellsecretary.ui.program import Program
    from cellsecretary.ui.session import Session
    from tests.ui.asking import QueuedAsk

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def backups(session: Session, tmp_path: Path) -> Backups:
    return Backups.of(tmp_path / "backups", session.ledger)


@pytest.fixture
def shown(
    session: Session,
    backups: Backups,
    ask: QueuedAsk,
    words: Messages,
    qtbot: QtBot,
    tmp_path: Path,
) -> Callable[[], BackupsDialog]:
    window = QWidget()
    settings = Settings(tmp_path / "settings.ini")
    unlocking = Unlocking(settings, lambda: words, lambda: window, window)
    qtbot.addWidget(window)
    window.show()

    def show() -> BackupsDialog:
        dialog = BackupsDialog(session, backups, ask, words, unlocking, window)
        with qtbot.waitExposed(dialog):
            dialog.open()
        return dialog

    return show


def texts(dialog: BackupsDialog, column: int) -> list[str]:
    model = dialog.form.backups_table.model()
    return [model.index(row, column).data() for row in range(model.rowCount())]


def test_the_newest_copy_stands_on_top_with_what_was_done_since(
    session: Session, backups: Backups, shown: Callable[[], BackupsDialog]
) -> None:
    assert backups.make(session.ledger, AFTER)
    change(session.book, "Nhà ông Hai")
    assert backups.make(session.ledger, AFTER + HOUR)
    dialog = shown()
    newest, before = texts(dialog, SINCE_COLUMN)
    assert newest == "nothing changed"
    # Whether there is a catalogue, with its plurals, is up to the tests that ran before.
    assert before.startswith("1 change")
    assert before.endswith(", the last: change the cell")
    assert day_text(AFTER.date()) in texts(dialog, 0)[0]
    assert dialog.form.backups_table.isColumnHidden(PLACE_COLUMN)
    change(session.book, "Nhà bà Ba")
    session.read_history()
    assert session.undo()
    counts = [text.split(" ", 1) for text in texts(dialog, SINCE_COLUMN)]
    assert [count for count, _ in counts] == ["2", "3"]
    assert all(text.endswith("undone: change the cell") for _, text in counts)


def test_without_a_copy_it_is_said_what_will_be_here(shown: Callable[[], BackupsDialog]) -> None:
    form = shown().form
    assert form.empty_page.isVisible()
    assert not form.restore_button.isEnabled()
    assert not form.effect_label.isVisible()


def test_a_copy_is_chosen_and_it_is_said_first_what_going_back_does(
    session: Session, backups: Backups, shown: Callable[[], BackupsDialog], qtbot: QtBot
) -> None:
    made = backups.make(session.ledger, AFTER)
    assert made is not None
    change(session.book, "Nhà ông Hai")
    dialog = shown()
    form = dialog.form
    assert not form.restore_button.isEnabled(), "nothing is chosen by itself"
    row = form.backups_table.visualRect(form.backups_table.model().index(0, 0)).center()
    qtbot.mouseClick(form.backups_table.viewport(), LEFT, pos=row)
    assert form.restore_button.isEnabled()
    said = form.effect_label.text()
    assert day_text(AFTER.date()) in said
    assert "1 later change" in said
    assert "copied first" in said
    with qtbot.waitSignal(dialog.restore_wanted) as wanted:
        qtbot.mouseClick(form.restore_button, LEFT)
    assert wanted.args == [made.path]
    assert not dialog.isVisible()


def test_it_is_done_by_keyboard_alone(
    session: Session, backups: Backups, shown: Callable[[], BackupsDialog], qtbot: QtBot
) -> None:
    made = backups.make(session.ledger, AFTER)
    assert made is not None
    dialog = shown()
    qtbot.keyClick(dialog.form.backups_table, Qt.Key.Key_Space)
    assert dialog.form.restore_button.isEnabled()
    with qtbot.waitSignal(dialog.restore_wanted) as wanted:
        qtbot.keyClick(dialog, Qt.Key.Key_R, Qt.KeyboardModifier.AltModifier)
    assert wanted.args == [made.path]


def test_copies_from_elsewhere_have_a_sign(
    session: Session, backups: Backups, shown: Callable[[], BackupsDialog], tmp_path: Path
) -> None:
    shutil.copyfile(session.ledger.path, tmp_path / "other.chibo")
    with closing(Book.open(tmp_path / "other.chibo", bundled())) as other:
        change(other, "Nhà bà Ba")
        assert Backups.of(tmp_path / "backups", other).make(other, AFTER)
    assert backups.make(session.ledger, AFTER + HOUR)
    dialog = shown()
    assert texts(dialog, PLACE_COLUMN) == ["", "another place"]
    assert texts(dialog, SINCE_COLUMN)[1] == "went on in another way than what is open"
    assert not dialog.form.backups_table.isColumnHidden(PLACE_COLUMN)


def test_a_copy_is_made_at_once_and_said_also_when_it_is_there_already(
    session: Session, backups: Backups, shown: Callable[[], BackupsDialog], qtbot: QtBot
) -> None:
    dialog = shown()
    backing_up = BackingUp(session, backups.folder.parent, session)
    dialog.backup_wanted.connect(backing_up.run)
    for _time in range(2):
        qtbot.mouseClick(dialog.form.now_button, LEFT)
        assert texts(dialog, SINCE_COLUMN) == ["nothing changed"]
        assert dialog.form.notice_banner.property("role") == f"message_{State.GOOD}"
        dialog.form.notice_banner.dismiss()


def test_a_file_on_a_stick_is_restored_too(
    session: Session,
    shown: Callable[[], BackupsDialog],
    ask: QueuedAsk,
    qtbot: QtBot,
    tmp_path: Path,
) -> None:
    stick = tmp_path / "usb"
    stick.mkdir()
    shutil.copyfile(session.ledger.path, stick / "so.chibo")
    (stick / "x.chibo").write_bytes(b"x")
    shutil.copyfile(session.ledger.path, stick / "khac.chibo")
    with closing(sqlite3.connect(stick / "khac.chibo")) as db:
        db.execute("update cells set id = 'another'")
        db.commit()
    dialog = shown()
    for path, word in (("x.chibo", "x.chibo"), ("khac.chibo", "another cell")):
        ask.will_answer(stick / path)
        qtbot.mouseClick(dialog.form.other_button, LEFT)
        assert word in dialog.form.notice_banner.text_label.text()
        assert dialog.isVisible()
    ask.will_answer(None, stick / "so.chibo")
    qtbot.mouseClick(dialog.form.other_button, LEFT)
    assert dialog.isVisible()
    with qtbot.waitSignal(dialog.restore_wanted) as wanted:
        qtbot.mouseClick(dialog.form.other_button, LEFT)
    assert wanted.args == [stick / "so.chibo"]
    assert ask.asked[-1] == "open BOOK"


# In the windows


def entry(window: MainWindow | BoardWindow) -> QAction:
    menus = [window.menu, *window.menu.findChildren(QMenu)]
    actions = [action for menu in menus for action in menu.actions()]
    (action,) = [one for one in actions if "ackups" in one.text().replace("&", "")]
    return action


def opened(program: Program, path: Path) -> MainWindow | BoardWindow:
    assert program.open_file(path)
    window = program.window
    assert isinstance(window, MainWindow | BoardWindow)
    return window


def dialog_of(window: MainWindow | BoardWindow) -> BackupsDialog:
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    (dialog,) = window.findChildren(BackupsDialog)
    return dialog


@pytest.mark.thorough
@pytest.mark.parametrize("kind", ["book", "board"])
def test_both_windows_have_the_copies_in_their_menu(
    program: Program, book: Book, ask: QueuedAsk, qtbot: QtBot, tmp_path: Path, kind: str
) -> None:
    path = book.path
    if kind == "board":
        path = tmp_path / "xa.bangxa"
        board = Board.create(path, bundled())
        board.apply(done(change_office(board.register(), context(), SUPERIOR)), AFTER)
        board.close()
    window = opened(program, path)
    window.menu.aboutToShow.emit()
    assert entry(window).isVisible()
    entry(window).trigger()
    dialog = dialog_of(window)
    qtbot.mouseClick(dialog.form.now_button, LEFT)
    dialog.form.backups_table.selectRow(0)
    with qtbot.waitSignal(window.restore_wanted) as wanted:
        qtbot.mouseClick(dialog.form.restore_button, LEFT)
    assert window.backups is not None
    assert wanted.args == [window.backups.all()[-1].path]
    entry(window).trigger()
    ask.will_answer(None)
    dialog_of(window).form.other_button.click()
    assert ask.asked == [f"open {kind.upper()}"]


def test_a_copy_that_cannot_be_made_is_said_in_the_dialog(
    program: Program, book: Book, qtbot: QtBot
) -> None:
    paths.backups_folder().parent.mkdir(parents=True, exist_ok=True)
    paths.backups_folder().write_text("in the way", encoding="utf-8")
    window = opened(program, book.path)
    entry(window).trigger()
    form = dialog_of(window).form
    qtbot.mouseClick(form.now_button, LEFT)
    assert form.notice_banner.property("role") == f"message_{State.BAD}"
    assert "book is saved" in form.notice_banner.text_label.text()
    paths.backups_folder().unlink()
    qtbot.mouseClick(form.now_button, LEFT)
    assert form.notice_banner.property("role") == f"message_{State.GOOD}"


def test_the_practice_cell_has_no_copies(program: Program) -> None:
    window = program.practise()
    assert window is not None
    window.menu.aboutToShow.emit()
    assert not entry(window).isVisible()
    assert window.stick_copy is None
