"""The assignment panel: results of earlier tasks, and tasks given at the meeting."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from cellsecretary.core.change import Act, Changes, Problem, Why, update
from cellsecretary.core.facts import facts
from cellsecretary.core.kinds import MeetingKind, Result
from cellsecretary.core.operations.meetings import plan_meeting
from cellsecretary.core.operations.tasks import change_task
from cellsecretary.core.rows import Meeting
from cellsecretary.ui.chips import State
from cellsecretary.ui.dialogs.task import TaskDialog
from cellsecretary.ui.panels.assignment import DUE, LEAD, PRODUCT, AssignmentPanel
from cellsecretary.ui.reading_order import read_in_order
from cellsecretary.ui.records import STATE_ROLE
from cellsecretary.ui.theme import Theme
from tests.building import AFTER, NOVEMBER, OCTOBER, meeting_id

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from cellsecretary.core.rows import Review, Task
    from cellsecretary.messages import Messages
    from cellsecretary.ui.reviews import ReviewRow
    from cellsecretary.ui.session import Session
    from tests.ui.asking import QueuedAsk

    TypeText = Callable[[QWidget, str], None]

LEFT = Qt.MouseButton.LeftButton
KEY = Qt.Key


class Desk:
    """The panel, and the ways to find things on it by the codes of tasks."""

    def __init__(self, panel: AssignmentPanel, session: Session, qtbot: QtBot) -> None:
        self.panel = panel
        self.session = session
        self.qtbot = qtbot
        self.form = panel.form

    def id_of(self, code: str) -> str:
        return next(task.id for task in self.session.register.tasks if task.code == code)

    def row(self, code: str) -> ReviewRow:
        return self.panel.reviews.rows[self.id_of(code)]

    def review(self, code: str) -> Review:
        review = self.panel.record.review_of(self.id_of(code))
        assert review is not None
        return review

    def click(self, widget: QWidget) -> None:
        self.qtbot.mouseClick(widget, LEFT)

    def give(self, code: str, result: Result) -> None:
        self.click(self.row(code).result_buttons[result])

    def task(self, code: str) -> Task:
        return next(task for task in self.panel.record.tasks if task.code == code)

    def choose(self, code: str) -> None:
        index = self.panel._model.index_of(self.id_of(code))
        self.form.tasks_table.setCurrentIndex(index)

    def dialog(self) -> TaskDialog:
        found = self.panel.findChildren(TaskDialog)
        assert len(found) == 1
        return found[0]

    def open_new(self) -> TaskDialog:
        self.click(self.form.give_button)
        return self.dialog()


@pytest.fixture
def panel(session: Session, ask: QueuedAsk, words: Messages, qtbot: QtBot) -> AssignmentPanel:
    panel = AssignmentPanel(session, ask, words)
    qtbot.addWidget(panel)
    panel.resize(1130, 520)
    panel.show_meeting(meeting_id(session, NOVEMBER))
    panel.show()
    panel.activateWindow()
    qtbot.waitExposed(panel)
    return panel


@pytest.fixture
def desk(panel: AssignmentPanel, session: Session, qtbot: QtBot) -> Desk:
    return Desk(panel, session, qtbot)


@pytest.fixture
def december(session: Session) -> str:
    meeting = Meeting("", dt.date(2026, 12, 3), MeetingKind.REGULAR, "T12", dt.time(19, 30), "NVH")
    assert session.do(plan_meeting, session.register, meeting, session.rules(meeting.date)) is None
    return meeting_id(session, "2026-12-03")


# Results


def test_the_task_without_a_result_comes_first_and_waits_with_its_buttons(desk: Desk) -> None:
    assert next(iter(desk.panel.reviews.rows)) == desk.id_of("T4")
    row = desk.row("T4")
    assert row.result_chip.text() == "no result yet"
    assert row.answer_panel.isVisible()
    assert not row.why_panel.isVisible()
    assert not desk.row("T1").answer_panel.isVisible()
    assert "1 without a result" in desk.form.missing_label.text()


def test_one_click_says_done(desk: Desk) -> None:
    desk.give("T4", Result.DONE)
    review = desk.review("T4")
    assert (review.result, review.percent) == (Result.DONE, 100)
    assert facts(desk.panel.record).tasks_without_result == ()
    assert desk.form.missing_label.text() == "Complete"
    assert desk.row("T4").result_chip.state is State.GOOD


def test_not_done_is_no_result_before_its_why(desk: Desk, type_text: TypeText) -> None:
    desk.give("T4", Result.NOT_DONE)
    row = desk.row("T4")
    assert row.result_chip.text() == "say why"
    assert "1 without a result" in desk.form.missing_label.text()
    assert row.why_edit.hasFocus()
    type_text(row.why_edit, "Mưa lớn")
    desk.panel.flush()
    assert desk.review("T4").note == "Mưa lớn"
    assert row.result_chip.text() == "Not done"
    assert desk.form.missing_label.text() == "Complete"


def test_typing_the_why_is_one_step_of_undo_apart_from_the_result(
    desk: Desk, type_text: TypeText
) -> None:
    desk.give("T4", Result.PARTLY)
    row = desk.row("T4")
    for text in ("Còn ", "10 m"):
        type_text(row.why_edit, text)
        desk.panel.flush()
    row.result_buttons[Result.DONE].setFocus()
    assert desk.review("T4").note == "Còn 10 m"
    desk.session.undo()
    review = desk.review("T4")
    assert (review.result, review.note) == (Result.PARTLY, "")
    assert row.why_edit.toPlainText() == ""
    desk.session.undo()
    assert desk.panel.record.review_of(desk.id_of("T4")) is None
    assert row.result_chip.text() == "no result yet"


def test_percent_goes_with_partly_alone(desk: Desk) -> None:
    desk.give("T4", Result.PARTLY)
    row = desk.row("T4")
    assert row.percent_spin.isVisible()
    desk.qtbot.keyClick(row.percent_spin, KEY.Key_Up)
    desk.qtbot.keyClick(row.percent_spin, KEY.Key_Up)
    assert desk.review("T4").percent == 20
    desk.give("T4", Result.ONGOING)
    assert desk.review("T4").percent == 20
    desk.give("T4", Result.NOT_DONE)
    assert desk.review("T4").percent == 0
    assert not row.percent_spin.isVisible()


def test_ongoing_is_offered_only_before_the_day(desk: Desk) -> None:
    desk.click(desk.row("T1").open_button)
    assert desk.row("T4").result_buttons[Result.ONGOING].isVisible()
    assert desk.row("T1").result_buttons[Result.DONE].isVisible()
    assert not desk.row("T1").result_buttons[Result.ONGOING].isVisible()


def test_clicking_the_result_that_stands_changes_nothing(desk: Desk) -> None:
    desk.give("T4", Result.DONE)
    step = desk.session.last_undoable
    desk.give("T4", Result.DONE)
    assert desk.session.last_undoable == step
    assert desk.row("T4").result_buttons[Result.DONE].isChecked()


def test_a_result_can_be_changed_and_taken_back(desk: Desk) -> None:
    row = desk.row("T2")
    desk.click(row.open_button)
    assert row.result_buttons[Result.PARTLY].isChecked()
    assert row.why_edit.toPlainText() == "1 hộ đã di dời, 1 hộ cam kết trước 15/11"
    desk.click(row.back_button)
    assert desk.panel.record.review_of(desk.id_of("T2")) is None
    assert not row.why_panel.isVisible()
    assert "2 without a result" in desk.form.missing_label.text()


def test_the_order_stays_while_results_are_given(desk: Desk, december: str) -> None:
    before = list(desk.panel.reviews.rows)
    desk.give("T4", Result.DONE)
    assert list(desk.panel.reviews.rows) == before
    desk.panel.show_meeting(december)
    desk.panel.show_meeting(meeting_id(desk.session, NOVEMBER))
    assert next(iter(desk.panel.reviews.rows)) == desk.id_of("T1")


def test_overdue_and_carried_are_said_in_words(desk: Desk, december: str) -> None:
    assert not desk.row("T4").carried_chip.isVisible()
    assert "1 time" in desk.row("T2").carried_chip.text()
    desk.panel.show_meeting(december)
    row = desk.row("T2")
    assert (row.due_chip.text(), row.due_chip.state) == ("overdue", State.BAD)
    assert row.carried_chip.text() == desk.row("T2").carried_chip.text()
    assert row.carried_chip.state is State.CARE
    assert row.detail_label.text().startswith("Nguyễn Hữu Mạnh, with Lý Tiến Quý")


def test_a_meeting_in_time_to_come_is_seen_from_today(desk: Desk, december: str) -> None:
    desk.panel.show_meeting(december)
    assert desk.row("T5").due_chip.state is State.NONE
    assert "9 day" in desk.row("T5").due_chip.text()


def test_the_way_from_closing_leads_to_the_task_without_a_result(desk: Desk) -> None:
    desk.panel.go_to(Problem(Why.TASK_WITHOUT_RESULT, "reviews", desk.id_of("T4")))
    assert desk.row("T4").result_buttons[Result.DONE].hasFocus()
    desk.give("T4", Result.PARTLY)
    desk.form.give_button.setFocus()
    desk.panel.go_to(Problem(Why.TASK_WITHOUT_RESULT, "reviews", desk.id_of("T4")))
    assert desk.row("T4").why_edit.hasFocus()


def test_results_are_given_by_keyboard_alone(desk: Desk) -> None:
    read_in_order(desk.panel)
    desk.form.give_button.setFocus()
    desk.qtbot.keyClick(desk.form.give_button, KEY.Key_Tab)
    focus = QApplication.focusWidget()
    assert focus is desk.row("T4").result_buttons[Result.DONE]
    desk.qtbot.keyClick(focus, KEY.Key_Space)
    assert desk.review("T4").result is Result.DONE


def test_a_closed_meeting_can_only_be_read(desk: Desk) -> None:
    desk.panel.show_meeting(meeting_id(desk.session, OCTOBER))
    assert "closed" in desk.form.state_banner.text_label.text()
    assert desk.form.state_banner.isVisible()
    assert not desk.form.give_button.isVisible()
    assert not desk.form.change_button.isVisible()
    assert desk.form.no_reviews_label.isVisible()
    assert len(desk.panel._model.rows) == 4
    desk.choose("T1")
    desk.panel._change()
    assert desk.panel.findChildren(TaskDialog) == []
    desk.qtbot.keyClick(desk.form.tasks_table, KEY.Key_Delete)
    assert len(desk.panel._model.rows) == 4


# Tasks


def test_a_task_is_given_with_its_code_proposed(desk: Desk, type_text: TypeText) -> None:
    dialog = desk.open_new()
    form = dialog.form
    assert form.code_edit.text() == "T7"
    desk.qtbot.waitUntil(form.what_edit.hasFocus)
    assert "who leads" in form.hint_label.text()
    type_text(form.what_edit, "Sửa nhà văn hóa")
    type_text(form.product_edit, "1 mái")
    form.lead_edit.setFocus()
    type_text(form.lead_edit, "11")
    desk.qtbot.keyClick(form.lead_edit, KEY.Key_Return)
    type_text(form.helper_edit, "quan dinh thang")
    desk.qtbot.keyClick(form.helper_edit, KEY.Key_Return)
    assert [button.text() for button in dialog.helper_tags.buttons] == ["Quan Đình Thắng"]
    assert form.helper_edit.text() == ""
    form.due_edit.setFocus()
    type_text(form.due_edit, "20/12")
    desk.qtbot.keyClick(form.due_edit, KEY.Key_Tab)
    assert form.hint_label.text().startswith("Clear")
    desk.click(form.keep_button)
    task = desk.task("T7")
    assert task.what == "Sửa nhà văn hóa"
    assert task.product == "1 mái"
    assert desk.panel.record.name_of(task.lead) == "Trần Hữu An"
    assert [desk.panel.record.name_of(who) for who in task.helpers] == ["Quan Đình Thắng"]
    assert task.due == dt.date(2026, 12, 20)
    assert desk.panel._task() == task


def test_an_unclear_task_is_kept_and_pointed_out(desk: Desk, type_text: TypeText) -> None:
    dialog = desk.open_new()
    type_text(dialog.form.what_edit, "Vệ sinh đường làng")
    desk.click(dialog.form.keep_button)
    task = desk.task("T7")
    for column in (LEAD, PRODUCT, DUE):
        index = desk.panel._model.index_of(task.id, column)
        assert index.data() == "not said"
        assert index.data(STATE_ROLE) == State.CARE
    assert "T7: who leads, by when, which product" in desk.form.gaps_label.text()
    assert desk.form.gaps_label.isVisible()


def test_a_task_without_words_stays_in_the_dialog(desk: Desk) -> None:
    dialog = desk.open_new()
    desk.click(dialog.form.keep_button)
    assert dialog.isVisible()
    assert dialog.notes.text(dialog.form.what_edit)
    desk.qtbot.waitUntil(dialog.form.what_edit.hasFocus)
    assert len(desk.panel.record.tasks) == 2


@pytest.mark.parametrize(
    ("field", "text", "told"),
    [
        ("lead_edit", "không ai", "Nobody"),
        ("helper_edit", "không ai", "Nobody"),
        ("due_edit", "31/11/2026", "no date"),
        ("due_edit", "01/10/2026", "due"),
        ("code_edit", "", ""),
    ],
)
def test_what_cannot_be_meant_is_said_at_its_field(
    desk: Desk, type_text: TypeText, field: str, text: str, told: str
) -> None:
    dialog = desk.open_new()
    type_text(dialog.form.what_edit, "Trồng cây")
    widget = getattr(dialog.form, field)
    widget.clear()
    widget.setFocus()
    type_text(widget, text)
    desk.click(dialog.form.keep_button)
    if told:
        assert told in dialog.notes.text(widget)
        desk.qtbot.waitUntil(widget.hasFocus)
        assert len(desk.panel.record.tasks) == 2
    else:
        # Without a code it is numbered.
        assert desk.task("T7").what == "Trồng cây"


def test_several_tasks_are_given_one_after_the_other(desk: Desk, type_text: TypeText) -> None:
    dialog = desk.open_new()
    for what in ("Một", "Hai"):
        type_text(dialog.form.what_edit, what)
        desk.click(dialog.form.another_button)
    assert dialog.form.code_edit.text() == "T9"
    desk.qtbot.keyClick(dialog, KEY.Key_Escape)
    assert not dialog.isVisible()
    assert [task.what for task in desk.panel.record.tasks[2:]] == ["Một", "Hai"]


def test_escape_throws_nothing_away_without_a_word(desk: Desk, type_text: TypeText) -> None:
    dialog = desk.open_new()
    type_text(dialog.form.what_edit, "Một")
    desk.qtbot.keyClick(dialog, KEY.Key_Escape)
    assert dialog.isVisible()
    desk.qtbot.keyClick(dialog, KEY.Key_Escape)
    assert not dialog.isVisible()
    assert len(desk.panel.record.tasks) == 2


def test_enter_on_a_task_changes_it(desk: Desk, type_text: TypeText) -> None:
    desk.choose("T5")
    desk.form.tasks_table.setFocus()
    desk.qtbot.keyClick(desk.form.tasks_table, KEY.Key_Return)
    dialog = desk.dialog()
    assert not dialog.form.another_button.isVisible()
    assert dialog.form.what_edit.toPlainText() == desk.task("T5").what
    desk.click(dialog.helper_tags.buttons[0])
    assert not dialog.helper_tags.isVisible()
    dialog.form.product_edit.clear()
    type_text(dialog.form.product_edit, "4 bể")
    desk.click(dialog.form.keep_button)
    task = desk.task("T5")
    assert (task.product, task.helpers) == ("4 bể", ())


def test_delete_takes_a_task_back_and_undo_returns_it(desk: Desk) -> None:
    assert not desk.form.delete_button.isEnabled()
    desk.choose("T6")
    desk.form.tasks_table.setFocus()
    desk.qtbot.keyClick(desk.form.tasks_table, KEY.Key_Delete)
    assert [task.code for task in desk.panel.record.tasks] == ["T5"]
    desk.session.undo()
    assert [task.code for task in desk.panel.record.tasks] == ["T5", "T6"]


def test_an_empty_meeting_says_how_to_begin(desk: Desk, december: str) -> None:
    desk.panel.show_meeting(december)
    assert not desk.form.tasks_table.isVisible()
    assert "Give a task" in desk.form.no_tasks_label.text()
    assert "no task given" in desk.form.missing_label.text()


def test_the_table_is_as_high_as_its_tasks_and_no_wider_than_its_place(
    desk: Desk, themed: QApplication
) -> None:
    table = desk.form.tasks_table
    header = table.horizontalHeader()
    for scale in (100, 200):
        Theme(scale).apply(themed)
        desk.qtbot.waitUntil(lambda: header.length() <= table.viewport().width())
        desk.qtbot.waitUntil(lambda: table.verticalHeader().length() <= table.viewport().height())
        assert table.isColumnHidden(LEAD) is (scale == 200)
    names = table.model().index(0, 0).data()
    assert "Trần Hữu An, with Quan Đình Thắng" in names


def test_the_task_of_a_problem_is_chosen(desk: Desk) -> None:
    desk.panel.go_to(Problem(Why.TASK_UNKNOWN, "tasks", desk.id_of("T6")))
    task = desk.panel._task()
    assert task is not None
    assert task.code == "T6"
    assert desk.form.tasks_table.hasFocus()


def test_a_change_elsewhere_is_shown_at_once(desk: Desk) -> None:
    task = replace(desk.task("T5"), what="Làm 9 bể")
    session = desk.session
    assert session.do(change_task, desk.panel.record, session.register, task) is None
    assert "T5 · Làm 9 bể" in desk.panel._model.index_of(task.id).data()


def test_next_and_previous_are_asked_for(desk: Desk) -> None:
    with desk.qtbot.waitSignals([desk.panel.next_wanted, desk.panel.previous_wanted]):
        desk.click(desk.form.next_button)
        desk.click(desk.form.previous_button)


# What is counted


def test_the_amount_is_read_from_the_product_until_somebody_enters_it(
    desk: Desk, type_text: TypeText
) -> None:
    form = desk.open_new().form
    type_text(form.what_edit, "Làm đường xóm Giữa")
    type_text(form.product_edit, "320 m đường")
    assert (form.amount_spin.value(), form.unit_edit.text()) == (320, "m")
    form.amount_spin.setValue(300)
    type_text(form.product_edit, " bê tông")
    assert form.amount_spin.value() == 300
    form.amount_spin.setValue(0)
    assert form.unit_edit.text() == ""
    form.amount_spin.setValue(300)
    type_text(form.unit_edit, "m")
    desk.click(form.keep_button)
    given = desk.panel.record.tasks[-1]
    assert (given.product, given.amount, given.unit) == ("320 m đường bê tông", 300, "m")


def test_an_amount_without_its_unit_stays_in_the_dialog(desk: Desk, type_text: TypeText) -> None:
    dialog = desk.open_new()
    type_text(dialog.form.what_edit, "Làm đường xóm Giữa")
    dialog.form.amount_spin.setValue(300)
    desk.click(dialog.form.keep_button)
    assert dialog.isVisible()
    assert dialog.notes.text(dialog.form.unit_edit)


@pytest.fixture
def road(desk: Desk) -> ReviewRow:
    """The task without a result, as 320 m of something."""
    task = next(row for row in desk.session.register.tasks if row.code == "T4")
    counted = Changes(Act.CHANGE_TASK, (update(task, amount=320, unit="m"),))
    desk.session.book.apply(counted, AFTER)
    desk.session._register = None
    desk.session._meetings.clear()
    desk.panel.refresh()
    return desk.row("T4")


def test_of_what_is_counted_the_result_says_how_much_is_there(desk: Desk, road: ReviewRow) -> None:
    desk.give("T4", Result.PARTLY)
    assert road.percent_spin.text() == "not said"
    road.percent_spin.setValue(110)
    assert (desk.review("T4").achieved, desk.review("T4").percent) == (110, 34)
    assert road.result_chip.text() == "say why"
    assert road.left_label.text() == "Left to do: 210 m"
    road.percent_spin.setValue(330)
    assert desk.review("T4").result is Result.PARTLY
    assert road.left_label.text() == "All of it is there. Press “Done” if the task is done."
    desk.give("T4", Result.DONE)
    assert (desk.review("T4").achieved, desk.review("T4").percent) == (330, 100)
    assert road.result_chip.text() == "Done, 330/320 m"
    assert road.left_label.text() == "All of it is there."


def test_done_means_all_of_it_and_not_done_any_more_says_nothing_of_it(
    desk: Desk, road: ReviewRow
) -> None:
    desk.give("T4", Result.DONE)
    assert desk.review("T4").achieved == 320
    desk.give("T4", Result.PARTLY)
    assert desk.review("T4").achieved is None
    assert road.percent_spin.text() == "not said"


def test_the_why_leaves_the_amount_as_it_is(
    desk: Desk, road: ReviewRow, type_text: TypeText
) -> None:
    desk.give("T4", Result.PARTLY)
    road.percent_spin.setValue(110)
    type_text(road.why_edit, "Thiếu cát")
    desk.panel.flush()
    assert (desk.review("T4").note, desk.review("T4").achieved) == ("Thiếu cát", 110)
