"""How large dialogs are, what of them scrolls, and what becomes of tabs and columns then."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QTableView, QTabWidget, QVBoxLayout, QWidget

from cellsecretary.ui.dialog_page import DialogPage
from cellsecretary.ui.dialogs.cell import CellDialog
from cellsecretary.ui.keep_on_screen import room_for
from cellsecretary.ui.records import Column, RecordModel
from cellsecretary.ui.screen_room import screen_room
from cellsecretary.ui.table_sizes import SharedWidths
from cellsecretary.ui.tables import dress_table
from cellsecretary.ui.tabs import FittingTabs
from cellsecretary.ui.theme import Theme
from tests.ui.scenes import settle

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from cellsecretary.messages import Messages
    from cellsecretary.ui.session import Session


@pytest.fixture
def dialog(session: Session, words: Messages, qtbot: QtBot) -> CellDialog:
    dialog = CellDialog(session, words)
    qtbot.addWidget(dialog)
    dialog.show()
    settle()
    return dialog


def test_a_dialog_follows_the_size_of_the_text_as_far_as_the_screen(
    dialog: CellDialog, themed: QApplication
) -> None:
    small = dialog.size()
    Theme(200).apply(themed)
    settle()
    assert dialog.width() > small.width()
    assert dialog.size() == dialog.size().boundedTo(room_for(dialog))
    assert screen_room(dialog).contains(dialog.frameGeometry())
    Theme(100).apply(themed)
    settle()
    assert dialog.size() == small


def test_the_buttons_stay_in_view_while_the_rows_scroll_to_what_has_the_keyboard(
    dialog: CellDialog, themed: QApplication
) -> None:
    Theme(200).apply(themed)
    settle()
    page, form = dialog.findChild(DialogPage), dialog.form
    assert isinstance(page, DialogPage)
    assert page.verticalScrollBar().maximum() > 0
    assert page.horizontalScrollBar().maximum() == 0
    dialog.activateWindow()
    form.key_edit.setFocus()
    settle()
    for seen in (form.key_edit, form.keep_button, form.cancel_button):
        assert not seen.visibleRegion().isEmpty()


@pytest.fixture
def tabs(themed: QApplication, qtbot: QtBot) -> Iterator[QTabWidget]:
    page = QWidget()
    qtbot.addWidget(page)
    tabs = QTabWidget()
    tabs.setAccessibleName("Sides")
    QVBoxLayout(page).addWidget(tabs)
    FittingTabs(tabs)
    for title in ("&Attendance", "&Petitions", "&Tasks", "&Votes"):
        tabs.addTab(QWidget(), title)
    page.resize(900, 300)
    page.show()
    settle()
    yield tabs
    page.close()


def test_tabs_that_do_not_fit_become_a_list_that_turns_to_the_same_pages(
    tabs: QTabWidget, qtbot: QtBot
) -> None:
    page = tabs.parentWidget()
    assert page is not None
    box = page.findChild(QComboBox)
    assert isinstance(box, QComboBox)
    assert tabs.tabBar().isVisible()
    assert not box.isVisible()
    page.resize(260, 300)
    settle()
    assert not tabs.tabBar().isVisible()
    assert [box.itemText(at) for at in range(box.count())] == [
        "Attendance",
        "Petitions",
        "Tasks",
        "Votes",
    ]
    box.setFocus()
    qtbot.keyClick(box, Qt.Key.Key_Down)
    qtbot.keyClick(box, Qt.Key.Key_Down)
    assert tabs.currentIndex() == 2
    tabs.setCurrentIndex(3)
    settle()
    assert box.currentText() == "Votes"
    page.resize(900, 300)
    settle()
    assert tabs.tabBar().isVisible()
    assert not box.isVisible()


def test_what_a_narrow_table_hides_stands_below_and_is_spoken(
    themed: QApplication, qtbot: QtBot
) -> None:
    table = QTableView()
    qtbot.addWidget(table)
    columns = [
        Column[tuple[str, str, str]]("Task", lambda row: row[0]),
        Column[tuple[str, str, str]]("Who", lambda row: row[1]),
        Column[tuple[str, str, str]]("Late", lambda row: row[2], align="right"),
    ]
    model = RecordModel(columns, key=lambda row: row[0], parent=table)
    table.setModel(model)
    dress_table(table, wrap=True)
    SharedWidths(table, {0: 1}, give_way=(1, 2), below=0)
    model.set_rows([("Làm đường", "Hà Quang Đông", "3"), ("Trồng hoa", "", "")])
    table.resize(1000, 300)
    table.show()
    settle()
    first, second = model.index(0, 0), model.index(1, 0)
    spoken = Qt.ItemDataRole.AccessibleTextRole
    assert first.data() == "Làm đường"
    table.resize(400, 300)
    settle()
    assert first.data() == "Làm đường\nHà Quang Đông · Late: 3"
    assert first.data(spoken) == "Làm đường, Who: Hà Quang Đông, Late: 3, row 1 of 2"
    assert second.data() == "Trồng hoa"
    assert table.isColumnHidden(1)
    table.resize(1000, 300)
    settle()
    assert first.data() == "Làm đường"
    assert first.data(spoken) == "Làm đường, Who: Hà Quang Đông, Late: 3, row 1 of 2"
