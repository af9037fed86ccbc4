"""Every table of the program can be copied whole and printed, by keys and by the right button."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QStandardItem, QStandardItemModel
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLineEdit, QListWidget, QTableView, QVBoxLayout, QWidget

from cellsecretary.ui.dialogs.listing import ListingDialog
from cellsecretary.ui.key_table import Key
from cellsecretary.ui.shown_table import shown_table
from cellsecretary.ui.table_keys import TableKeys, title_of
from tests.papers import pages
from tests.ui.scenes import settle
from tests.ui.walks import every_face

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QAbstractItemView, QApplication
    from pytestqt.qtbot import QtBot

    from cellsecretary.ui.main_window import MainWindow
    from cellsecretary.ui.program import Program

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def window(program: Program, qtbot: QtBot) -> MainWindow:
    made = program.practise()
    assert made is not None
    made.show_page("members")
    made.activateWindow()
    settle()
    return made


def table_of(window: QWidget, name: str = "members_table") -> QTableView:
    table = next(one for one in window.findChildren(QTableView, name) if one.isVisible())
    table.setFocus()
    return table


def copied(table: QAbstractItemView) -> list[list[str]]:
    QTest.keyClick(table, Qt.Key.Key_C, CONTROL)
    return [line.split("\t") for line in QGuiApplication.clipboard().text().splitlines()]


def test_ctrl_c_copies_the_whole_list_with_its_heads(window: MainWindow) -> None:
    table = table_of(window)
    rows = copied(table)
    assert rows[0][:2] == ["No.", "Full name"]
    assert len(rows) == table.model().rowCount() + 1
    assert sorted(int(row[0]) for row in rows[1:]) == list(range(1, len(rows)))
    html = QGuiApplication.clipboard().mimeData().html()
    assert html.count("<tr>") == len(rows)


def test_what_the_list_leaves_out_is_left_out_and_the_order_is_its_own(
    window: MainWindow,
) -> None:
    table = table_of(window)
    table.sortByColumn(1, Qt.SortOrder.DescendingOrder)
    search = next(one for one in window.findChildren(QLineEdit) if one.isVisible())
    search.setText("nguyen")
    shown = [table.model().index(row, 1).data() for row in range(table.model().rowCount())]
    assert len(shown) < 53
    assert [row[1] for row in copied(table)[1:]] == shown


def test_a_column_that_gave_way_is_copied_and_is_said_once(program: Program, qtbot: QtBot) -> None:
    from cellsecretary.ui.records import Column, RecordModel

    dialog = QDialog()
    qtbot.addWidget(dialog)
    table = QTableView(dialog)
    columns = [Column("What", str.upper), Column("Who", str.lower), Column("Empty", lambda _: "")]
    model: RecordModel[str] = RecordModel(columns, key=str)
    table.setModel(model)
    model.set_rows(["Ab"])
    model.put_below(0, (1,))
    table.verticalHeader().hide()
    table.setColumnHidden(1, True)
    table.setColumnHidden(2, True)
    assert model.index(0, 0).data() == "AB\nab"
    made = shown_table(table, "List")
    assert [column.title for column in made.columns] == ["What", "Who"]
    assert made.shown(made.rows[0]) == ("AB", "ab")


def test_ticks_and_the_names_of_rows_are_copied(qtbot: QtBot) -> None:
    table = QTableView()
    qtbot.addWidget(table)
    model = QStandardItemModel(2, 1, table)
    for row, state in enumerate((Qt.CheckState.Checked, Qt.CheckState.Unchecked)):
        item = QStandardItem("Nợ")
        item.setCheckable(True)
        item.setCheckState(state)
        model.setItem(row, 0, item)
    model.setVerticalHeaderLabels(["Thôn 2", "Thôn 3"])
    model.setHorizontalHeaderLabels(["T1"])
    table.setModel(model)
    made = shown_table(table, "")
    assert [made.shown(line) for line in made.rows] == [("Thôn 2", "✓ Nợ"), ("Thôn 3", "Nợ")]
    assert [column.title for column in made.columns] == ["", "T1"]


def test_ctrl_p_shows_the_paper_of_the_list_with_title_day_and_every_row(
    program: Program, window: MainWindow, qtbot: QtBot
) -> None:
    table = table_of(window)
    QTest.keyClick(table, Qt.Key.Key_P, CONTROL)
    (dialog,) = window.findChildren(ListingDialog)
    dialog.show_paper()
    pdf = dialog._pdf
    assert pdf is not None
    letters = pages.letters_of(pdf)
    assert title_of(table).upper().replace(" ", "") in letters
    name = window.ledger_session.name.replace(" ", "")
    assert f"{name}·printedon{program.today():%d/%m/%Y}" in letters
    names = [table.model().index(row, 1).data() for row in range(table.model().rowCount())]
    assert [name for name in names if name.replace(" ", "") not in letters] == []
    assert dialog.file_stem().endswith(program.today().isoformat())
    dialog.close()


def test_a_list_of_a_meeting_says_of_which(
    program: Program, window: MainWindow, qtbot: QtBot
) -> None:
    page = window.show_page("meetings")
    assert page.of_what()
    page.show_step("attendance")  # type: ignore[attr-defined]
    settle()
    QTest.keyClick(table_of(window), Qt.Key.Key_P, CONTROL)
    (dialog,) = window.findChildren(ListingDialog)
    assert page.of_what() in dialog._table.subtitle
    dialog.close()


def test_the_right_button_and_the_menu_key_offer_both(window: MainWindow) -> None:
    table = table_of(window)
    assert table.contextMenuPolicy() is Qt.ContextMenuPolicy.ActionsContextMenu
    shown = {action.shortcut().toString() for action in table.actions()}
    assert shown == {*Key.COPY_TABLE.keys, *Key.PRINT_TABLE.keys}


def test_in_a_cell_that_is_typed_in_ctrl_c_copies_its_text(program: Program, qtbot: QtBot) -> None:
    dialog = QDialog()
    qtbot.addWidget(dialog)
    table = QTableView(dialog)
    QVBoxLayout(dialog).addWidget(table)
    table.setModel(QStandardItemModel(1, 1, table))
    table.model().setData(table.model().index(0, 0), "một ô")
    with qtbot.waitExposed(dialog):
        dialog.show()
    table.edit(table.model().index(0, 0))
    editor = table.findChild(QLineEdit)
    assert editor is not None
    editor.selectAll()
    QTest.keyClick(editor, Qt.Key.Key_C, CONTROL)
    assert QGuiApplication.clipboard().text() == "một ô"


@pytest.mark.thorough
def test_every_table_and_list_of_every_view_has_the_keys_and_a_title(
    program: Program, themed: QApplication, scene_files: tuple[Path, Path], tmp_path: Path
) -> None:
    seen, found = 0, []
    keys = TableKeys(program)
    themed.installEventFilter(keys)
    for place, window in every_face(themed, scene_files, tmp_path, "en"):
        for view in views(window):
            seen += 1
            found += [f"{place}: {view.objectName()}: {fault}" for fault in lacking(view)]
    themed.removeEventFilter(keys)
    assert found == []
    assert seen > 40


def views(window: QWidget) -> Iterator[QAbstractItemView]:
    for kind in (QTableView, QListWidget):
        for view in window.findChildren(kind):
            reached = view.focusPolicy() is not Qt.FocusPolicy.NoFocus
            around = view.parentWidget()
            of_calendar = around is not None and around.inherits("QCalendarWidget")
            if view.isVisible() and reached and not of_calendar:
                yield view


def lacking(view: QAbstractItemView) -> Iterator[str]:
    if view.window().inherits("QFileDialog"):
        return
    if len(view.actions()) != 2:
        yield "cannot be copied and printed"
    if not title_of(view):
        yield "has no title"
    table = shown_table(view, "")
    if isinstance(view, QTableView) and not any(column.title for column in table.columns):
        yield "has no heads"


def test_the_usual_keys_open_another_book_and_close_the_program(
    program: Program, window: MainWindow, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(window.open_wanted) as _wanted:
        program.ask.will_answer(None)  # type: ignore[attr-defined]
        QTest.keyClick(window, Qt.Key.Key_O, CONTROL)
    QTest.keyClick(window, Qt.Key.Key_Q, CONTROL)
    assert not window.isVisible()
