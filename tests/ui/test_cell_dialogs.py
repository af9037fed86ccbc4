"""What is asked about the cell later: its settings, and what went before on paper."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, TypeVar

import pytest
from PySide6.QtCore import QCoreApplication, QModelIndex, Qt
from PySide6.QtWidgets import QDialog, QLineEdit, QTableView

from cellsecretary.core.kinds import CellKind, DocumentType, MeetingKind, Shift
from cellsecretary.core.preferences import superior_key
from cellsecretary.ui.dialogs.cell import CellDialog
from cellsecretary.ui.dialogs.past import PastDialog

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from cellsecretary.messages import Messages
    from cellsecretary.ui.session import Session

    D = TypeVar("D", bound=QDialog)


def opened(dialog: D, qtbot: QtBot) -> D:
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.open()
    return dialog


@pytest.fixture
def cell_dialog(qtbot: QtBot, session: Session, words: Messages) -> CellDialog:
    return opened(CellDialog(session, words), qtbot)


@pytest.fixture
def past(qtbot: QtBot, session: Session, words: Messages) -> PastDialog:
    return opened(PastDialog(session, words), qtbot)


def editor_of(table: QTableView) -> QLineEdit | None:
    editors = table.viewport().findChildren(QLineEdit)
    return next((editor for editor in editors if editor.isVisible()), None)


def write(table: QTableView, index: QModelIndex, text: str, qtbot: QtBot) -> None:
    """Choose a cell and type over it, as the keyboard does."""
    table.setFocus()
    table.setCurrentIndex(index)
    if editor_of(table) is None:
        qtbot.keyClick(table, Qt.Key.Key_F2)
    editor = editor_of(table)
    assert editor is not None
    editor.selectAll()
    qtbot.keyClicks(editor, text)
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    # The table takes the value once the key is done with.
    QCoreApplication.processEvents()


# The cell


def test_every_setting_of_the_cell_can_be_changed(
    cell_dialog: CellDialog,
    session: Session,
    qtbot: QtBot,
    type_text: Callable[[QWidget, str], None],
) -> None:
    form = cell_dialog.form
    assert form.name_edit.text() == "Chi bộ thôn 3"
    form.name_edit.setText("Chi bộ thôn Ba")
    form.day_spin.setValue(5)
    form.hour_edit.selectAll()
    type_text(form.hour_edit, "14h")
    form.kind_box.setCurrentIndex(form.kind_box.findData(CellKind.SCHOOL.value))
    form.shift_box.setCurrentIndex(form.shift_box.findData(Shift.NEXT_DAY.value))
    form.term_edit.selectAll()
    type_text(form.term_edit, "1/6/2025")
    type_text(form.assigned_edit, "Quan Văn Thuận")
    type_text(form.assigned_title_edit, "Đảng ủy viên")
    qtbot.mouseClick(form.keep_button, Qt.MouseButton.LeftButton)
    cell = session.register.cell
    assert (cell.name, cell.day, cell.time) == ("Chi bộ thôn Ba", 5, dt.time(14))
    assert (cell.kind, cell.shift) == (CellKind.SCHOOL, Shift.NEXT_DAY)
    assert cell.term_start == dt.date(2025, 6, 1)
    assert (cell.assigned, cell.assigned_title) == ("Quan Văn Thuận", "Đảng ủy viên")
    assert not cell_dialog.isVisible()


def test_the_key_of_the_superior_is_kept_or_said_to_be_none(
    cell_dialog: CellDialog, session: Session, qtbot: QtBot
) -> None:
    form = cell_dialog.form
    form.key_edit.setText("age1no")
    form.name_edit.setText("Chi bộ thôn Ba")
    qtbot.mouseClick(form.keep_button, Qt.MouseButton.LeftButton)
    assert "no public key" in cell_dialog.notes.text(form.key_edit)
    assert session.register.cell.name == "Chi bộ thôn 3", "nothing of it is kept"
    key = "age1" + "q" * 58
    form.key_edit.setText(f" {key} ")
    qtbot.mouseClick(form.keep_button, Qt.MouseButton.LeftButton)
    assert superior_key(session.register.preferences) == key
    assert session.register.cell.name == "Chi bộ thôn Ba"


@pytest.mark.parametrize(
    ("field", "sentence"),
    [("commune_edit", "commune is missing"), ("hour_edit", "no hour"), ("term_edit", "no day")],
)
def test_a_cell_without_what_its_papers_need_is_refused(
    cell_dialog: CellDialog, session: Session, field: str, sentence: str
) -> None:
    before = session.register.cell
    edit = getattr(cell_dialog.form, field)
    edit.setText("")
    cell_dialog.keep()
    assert sentence in cell_dialog.notes.text(edit)
    assert session.register.cell == before


# What went before on paper


def number_cell(past: PastDialog, kind: DocumentType) -> QModelIndex:
    return past.form.numbers_table.model().index(list(DocumentType).index(kind), 1)


def test_the_last_number_on_paper_is_followed(
    past: PastDialog, session: Session, qtbot: QtBot
) -> None:
    assert session.register.next_document_number(DocumentType.DECISION) is None
    write(past.form.numbers_table, number_cell(past, DocumentType.DECISION), "7", qtbot)
    past.keep()
    assert session.register.next_document_number(DocumentType.DECISION) == 8


def test_a_number_that_the_book_knows_is_shown_and_cannot_go_back(
    past: PastDialog, session: Session, qtbot: QtBot
) -> None:
    known = session.register.next_document_number(DocumentType.RESOLUTION)
    assert known is not None
    index = number_cell(past, DocumentType.RESOLUTION)
    assert index.data() == str(known - 1)
    write(past.form.numbers_table, index, "1", qtbot)
    assert "knows a later number" in past.form.notice_banner.text_label.text()
    assert number_cell(past, DocumentType.RESOLUTION).data() == str(known - 1)


def test_letters_are_no_number(past: PastDialog, qtbot: QtBot) -> None:
    write(past.form.numbers_table, number_cell(past, DocumentType.PLAN), "x", qtbot)
    assert "“x” is no number" in past.form.notice_banner.text_label.text()
    assert number_cell(past, DocumentType.PLAN).data() == ""


def test_open_tasks_from_paper_come_up_with_lead_and_due(
    past: PastDialog, session: Session, qtbot: QtBot, type_text: Callable[[QWidget, str], None]
) -> None:
    form = past.form
    form.tasks_button.click()
    type_text(form.what_edit, "Vận động làm đường xóm Giữa")
    type_text(form.lead_edit, "bàn đức cường")
    type_text(form.due_edit, "15/12/2026")
    qtbot.mouseClick(form.add_button, Qt.MouseButton.LeftButton)
    assert form.what_edit.text() == form.lead_edit.text() == form.due_edit.text() == ""
    type_text(form.what_edit, "Việc chưa bấm thêm")
    past.keep()
    tasks = {task.what: task for task in session.register.tasks}
    road, other = tasks["Vận động làm đường xóm Giữa"], tasks["Việc chưa bấm thêm"]
    lead = session.register.member(road.lead)
    assert lead is not None
    assert (lead.name, road.due) == ("Bàn Đức Cường", dt.date(2026, 12, 15))
    november = session.register.next_open_meeting()
    assert november is not None
    carried = {c.task.id for c in session.meeting(november.id).carried}
    assert {road.id, other.id} <= carried


def test_a_task_that_names_nobody_is_not_taken(
    past: PastDialog, session: Session, type_text: Callable[[QWidget, str], None]
) -> None:
    past.form.tasks_button.click()
    type_text(past.form.what_edit, "Một việc")
    type_text(past.form.lead_edit, "zzz")
    past.keep()
    assert past.isVisible()
    assert "Nobody is called that" in past.form.notice_banner.text_label.text()


def test_a_task_can_be_taken_out_again(
    past: PastDialog, qtbot: QtBot, type_text: Callable[[QWidget, str], None]
) -> None:
    form = past.form
    form.tasks_button.click()
    type_text(form.what_edit, "Một việc")
    form.add_button.click()
    form.tasks_table.setCurrentIndex(form.tasks_table.model().index(0, 0))
    qtbot.mouseClick(form.remove_button, Qt.MouseButton.LeftButton)
    assert form.tasks_table.model().rowCount() == 0


def test_earlier_months_are_entered_as_figures(
    past: PastDialog, session: Session, qtbot: QtBot
) -> None:
    form = past.form
    form.months_button.click()
    model = form.months_table.model()
    assert model.rowCount() == 9
    write(form.months_table, model.index(0, 1), "5/1/2026", qtbot)
    for column, text in ((2, "40"), (3, "3"), (4, "1")):
        write(form.months_table, model.index(0, column), text, qtbot)
    assert model.index(0, 5).data() == "44"
    past.keep()
    (month,) = session.register.past_meetings
    assert (month.date, month.kind) == (dt.date(2026, 1, 5), MeetingKind.REGULAR)
    assert (month.required, month.present, month.excused, month.unexcused) == (44, 40, 3, 1)


def test_all_three_lists_are_one_act(past: PastDialog, session: Session, qtbot: QtBot) -> None:
    write(past.form.numbers_table, number_cell(past, DocumentType.PLAN), "3", qtbot)
    past.form.months_button.click()
    write(past.form.months_table, past.form.months_table.model().index(1, 2), "41", qtbot)
    past.keep()
    assert len(session.register.past_meetings) == 1
    session.undo()
    assert not session.register.past_meetings
    assert session.register.next_document_number(DocumentType.PLAN) is None


def test_what_is_typed_in_a_cell_is_kept_by_the_button(
    past: PastDialog, session: Session, qtbot: QtBot
) -> None:
    table = past.form.numbers_table
    table.setFocus()
    table.setCurrentIndex(number_cell(past, DocumentType.PLAN))
    editor = editor_of(table)
    assert editor is not None
    qtbot.keyClicks(editor, "9")
    qtbot.mouseClick(past.form.keep_button, Qt.MouseButton.LeftButton)
    assert session.register.next_document_number(DocumentType.PLAN) == 10


def test_escape_asks_before_three_lists_are_lost(past: PastDialog, qtbot: QtBot) -> None:
    past.form.tasks_button.click()
    past.form.what_edit.setText("Một việc")
    qtbot.keyClick(past, Qt.Key.Key_Escape)
    assert past.isVisible()
    qtbot.keyClick(past, Qt.Key.Key_Escape)
    assert not past.isVisible()
