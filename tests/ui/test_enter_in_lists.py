"""Enter on a row of a list, in every dialog: it opens the row, and presses no button anywhere."""

from __future__ import annotations

import shutil
from contextlib import closing
from functools import partial
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import SIGNAL, QCoreApplication, QEvent, QObject, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QDialog,
    QPushButton,
    QTableView,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from cellsecretary.core.life_rows import Contact
from cellsecretary.core.operations.contacts import add_contact
from cellsecretary.core.operations.templates import keep_template
from cellsecretary.rules import bundled
from cellsecretary.store import Book
from cellsecretary.store.board import Board
from cellsecretary.ui.board.session import BoardSession
from cellsecretary.ui.dialogs.contact import ContactDialog
from cellsecretary.ui.dialogs.contacts import ContactsDialog
from cellsecretary.ui.main_window import MainWindow
from cellsecretary.ui.panels.members import MembersPanel
from cellsecretary.ui.records import Column, RecordModel
from cellsecretary.ui.session import Session
from tests.building import AFTER, NOVEMBER, meeting_id
from tests.ui.board.conftest import NOW
from tests.ui.every_form import ELSEWHERE, World, hosts
from tests.ui.scenes import fill_board

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from cellsecretary.messages import Messages
    from cellsecretary.ui.program import Program

ENTER = [Qt.Key.Key_Return, Qt.Key.Key_Enter]


SOME = {"contacts", "templates", "trace", "story", "year_plan", "year_review", "overview"}
"""Forms of dialogs with a list whose rows are opened, so that the search finds what it is for."""


@pytest.fixture
def world(
    themed: QApplication, replayed_file: Path, words: Messages, tmp_path: Path
) -> Iterator[World]:
    path = tmp_path / "a.chibo"
    shutil.copyfile(replayed_file, path)
    with (
        closing(Book.open(path, bundled())) as book,
        closing(Board.create(tmp_path / "a.bangxa", bundled())) as board,
    ):
        session = Session(book, lambda: AFTER)
        contact = Contact("", "Vi Văn Xa", since=AFTER.date())
        assert session.do(add_contact, session.register, contact) is None
        record = session.meeting(meeting_id(session, NOVEMBER))
        assert session.do(keep_template, session.register, record, "Mùa gặt") is None
        fill_board(board, tmp_path / "stick")
        yield World(session, BoardSession(board, lambda: NOW), words, tmp_path)


def lists(dialog: QWidget) -> list[QAbstractItemView]:
    """Give the lists that are seen, have rows, and open them."""
    return [
        view
        for view in dialog.findChildren(QAbstractItemView)
        if view.receivers(SIGNAL("activated(QModelIndex)"))
        and view.isVisible()
        and view.model().rowCount()
    ]


def shown(world: World, form: str, qtbot: QtBot) -> QDialog:
    dialog = world.open(form)
    assert isinstance(dialog, QDialog)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(dialog)
    dialog.resize(1130, 700)
    dialog.show()
    QApplication.processEvents()
    return dialog


class Watch(QObject):
    """Notes what Enter does besides: buttons that are pressed, dialogs that shut again."""

    def __init__(self, dialog: QDialog) -> None:
        super().__init__(dialog)
        self.opened: list[QDialog] = []
        self.noted: list[str] = []
        for button in dialog.findChildren(QPushButton):
            button.clicked.connect(partial(self._note, button.text()))

    def _note(self, text: str, *_clicked: object) -> None:
        self.noted.append(text)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(watched, QDialog) and watched is not self.parent():
            if event.type() == QEvent.Type.Show:
                self.opened.append(watched)
            elif event.type() == QEvent.Type.Hide:
                self.noted.append(f"{type(watched).__name__} shut")
        return False


def pressed_besides(view: QAbstractItemView, dialog: QDialog, qtbot: QtBot) -> list[str]:
    """Press Enter on the first row; say what happened besides that the row was opened."""
    watch, app = Watch(dialog), QApplication.instance()
    assert app is not None
    view.setFocus()
    view.setCurrentIndex(view.model().index(0, 0))
    app.installEventFilter(watch)
    qtbot.keyClick(view, Qt.Key.Key_Return)
    QApplication.processEvents()
    app.removeEventFilter(watch)
    for opened in watch.opened:
        if isValid(opened):
            opened.done(0)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return watch.noted


@pytest.mark.thorough
def test_enter_on_a_row_of_any_dialog_presses_no_button(
    world: World, enter_key: None, qtbot: QtBot
) -> None:
    found: dict[str, list[str]] = {}
    for form, host in sorted(hosts().items()):
        if form in ELSEWHERE or not issubclass(host, QDialog):
            continue
        dialog = shown(world, form, qtbot)
        tabs = dialog.findChild(QTabWidget)
        for tab in range(tabs.count() if tabs else 1):
            if tabs:
                tabs.setCurrentIndex(tab)
            for view in lists(dialog):
                found.setdefault(form, []).extend(pressed_besides(view, dialog, qtbot))
                dialog.show()
        dialog.done(0)
    assert set(found) >= SOME
    assert {form: noted for form, noted in found.items() if noted} == {}


@pytest.mark.parametrize("key", ENTER)
def test_enter_opens_the_row_and_leaves_what_it_opened(
    program: Program, book: Book, qtbot: QtBot, key: Qt.Key
) -> None:
    path = book.path
    book.close()
    assert program.open_book(path)
    window = program.window
    assert isinstance(window, MainWindow)
    page = window.show_page("members")
    assert isinstance(page, MembersPanel)
    session = window._session
    contact = Contact("", "Vi Văn Xa", since=AFTER.date())
    assert session.do(add_contact, session.register, contact) is None
    page.show_contacts()
    (dialog,) = window.findChildren(ContactsDialog)
    with qtbot.waitExposed(dialog):
        dialog.show()
    dialog.show_row(session.register.contacts[0].id)
    dialog.form.contacts_table.setFocus()
    qtbot.keyClick(dialog.form.contacts_table, key)
    (entry,) = dialog.findChildren(ContactDialog)
    assert entry.isVisible()
    assert entry.form.name_edit.text() == "Vi Văn Xa"
    assert dialog.isVisible()


@pytest.mark.parametrize("opens", [True, False])
def test_enter_in_a_list_whose_rows_cannot_be_opened_means_the_default_button(
    enter_key: None, qtbot: QtBot, opens: bool
) -> None:
    dialog = QDialog()
    qtbot.addWidget(dialog)
    box = QVBoxLayout(dialog)
    table, save = QTableView(dialog), QPushButton("Lưu")
    model: RecordModel[str] = RecordModel([Column("", str)], key=str, parent=dialog)
    table.setModel(model)
    model.set_rows(["a", "b"])
    save.setDefault(True)
    box.addWidget(table)
    box.addWidget(save)
    done: list[str] = []
    save.clicked.connect(lambda: done.append("saved"))
    if opens:
        table.activated.connect(lambda index: done.append(index.data()))
    with qtbot.waitExposed(dialog):
        dialog.show()
    table.setCurrentIndex(model.index(1, 0))
    qtbot.keyClick(table, Qt.Key.Key_Return)
    assert done == (["b"] if opens else ["saved"])
