"""Planning a meeting: what is proposed, what days say, what is refused, what is kept."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from cellsecretary.core.kinds import GuestRole, MeetingKind
from cellsecretary.core.operations.cell import change_cell
from cellsecretary.core.templates import general_steps
from cellsecretary.ui.dialogs.meeting import MeetingDialog
from tests.building import NOVEMBER, meeting_id

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from cellsecretary.messages import Messages
    from cellsecretary.ui.session import Session


@pytest.fixture
def open_plan(qtbot: QtBot, session: Session, words: Messages) -> Callable[..., MeetingDialog]:
    def make(meeting: str = "", prepares: str = "") -> MeetingDialog:
        made = MeetingDialog(session, words, meeting=meeting, prepares=prepares)
        made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
        qtbot.addWidget(made)
        with qtbot.waitExposed(made):
            made.open()
        return made

    return make


def set_kind(plan: MeetingDialog, kind: MeetingKind) -> None:
    plan.form.kind_box.setCurrentIndex(plan.form.kind_box.findData(kind.value))


def set_day(plan: MeetingDialog, day: str, type_text: Callable[[QWidget, str], None]) -> None:
    plan.form.date_edit.setFocus()
    plan.form.date_edit.selectAll()
    type_text(plan.form.date_edit, day)
    plan.form.place_edit.setFocus()


def test_the_next_day_of_the_cell_is_proposed_with_the_people_of_last_time(
    open_plan: Callable[..., MeetingDialog], session: Session
) -> None:
    form = open_plan().form
    november = session.meeting(meeting_id(session.book, NOVEMBER)).meeting
    assert form.date_edit.date() == dt.date(2026, 12, 3)
    assert form.hour_edit.time() == dt.time(19, 30)
    assert form.place_edit.text() == "Nhà văn hóa thôn 3"
    assert form.title_edit.text() == "Sinh hoạt thường kỳ tháng 12 năm 2026"
    assert form.chair_edit.member() == november.chair
    assert form.minute_taker_edit.member() == november.minute_taker
    assert not form.day_frame.isVisible()
    assert not form.topic_edit.isVisible()


def test_the_committee_prepares_the_month_of_the_meeting_that_it_is_about(
    open_plan: Callable[..., MeetingDialog],
    session: Session,
    type_text: Callable[[QWidget, str], None],
) -> None:
    form = (plan := open_plan(prepares=meeting_id(session.book, NOVEMBER))).form
    set_day(plan, "31/10/2026", type_text)
    assert "tháng 11 năm 2026" in form.title_edit.text()


def test_the_title_follows_kind_and_day_until_it_is_typed(
    open_plan: Callable[..., MeetingDialog], type_text: Callable[[QWidget, str], None]
) -> None:
    plan = open_plan()
    set_kind(plan, MeetingKind.THEMATIC)
    assert plan.form.title_edit.text() == "Sinh hoạt chuyên đề quý IV năm 2026"
    assert plan.form.topic_edit.isVisible()
    set_day(plan, "10/1/2027", type_text)
    assert plan.form.title_edit.text() == "Sinh hoạt chuyên đề quý I năm 2027"
    plan.form.title_edit.setText("Sinh hoạt chuyên đề về đường làng")
    set_kind(plan, MeetingKind.REGULAR)
    assert plan.form.title_edit.text() == "Sinh hoạt chuyên đề về đường làng"


def test_planning_gives_the_meeting_its_template_and_guests(
    open_plan: Callable[..., MeetingDialog], session: Session, qtbot: QtBot
) -> None:
    plan = open_plan()
    plan.form.guests_edit.setPlainText("Quan Văn Thuận, Đảng ủy viên\nMa Thị Lan")
    with qtbot.waitSignal(plan.planned, timeout=0) as planned:
        qtbot.mouseClick(plan.form.keep_button, Qt.MouseButton.LeftButton)
    record = session.meeting(planned.args[0])
    assert record.meeting.date == dt.date(2026, 12, 3)
    steps = general_steps(record.rules, MeetingKind.REGULAR, session.register.cell.kind)
    assert len(record.agenda) == len(steps)
    assert [guest.name for guest in record.guests] == ["Quan Văn Thuận", "Ma Thị Lan"]
    assert not plan.isVisible()


def test_the_officer_who_follows_the_cell_is_proposed_with_the_role(
    open_plan: Callable[..., MeetingDialog], session: Session, qtbot: QtBot
) -> None:
    cell = replace(session.register.cell, assigned="Quan Văn Thuận", assigned_title="Đảng ủy viên")
    assert session.do(change_cell, session.register, cell) is None
    plan = open_plan()
    assert plan.form.guests_edit.toPlainText() == "Quan Văn Thuận, Đảng ủy viên"
    with qtbot.waitSignal(plan.planned, timeout=0) as planned:
        qtbot.mouseClick(plan.form.keep_button, Qt.MouseButton.LeftButton)
    (guest,) = session.meeting(planned.args[0]).guests
    assert (guest.role, guest.came) == (GuestRole.ASSIGNED_SUPERIOR, True)


def test_another_day_than_the_cells_own_asks_why(
    open_plan: Callable[..., MeetingDialog],
    session: Session,
    qtbot: QtBot,
    type_text: Callable[[QWidget, str], None],
) -> None:
    plan = open_plan()
    set_day(plan, "8/12/2026", type_text)
    assert "03/12/2026" in plan.form.day_text_label.text()
    plan.form.reason_edit.setText("Bận thu hoạch lúa")
    with qtbot.waitSignal(plan.planned, timeout=0) as planned:
        plan.keep()
    assert session.meeting(planned.args[0]).meeting.off_day_reason == "Bận thu hoạch lúa"


def test_back_on_the_cells_own_day_no_reason_is_kept(
    open_plan: Callable[..., MeetingDialog], type_text: Callable[[QWidget, str], None]
) -> None:
    plan = open_plan()
    set_day(plan, "8/12/2026", type_text)
    plan.form.reason_edit.setText("Bận thu hoạch lúa")
    set_day(plan, "3/12/2026", type_text)
    assert not plan.form.day_frame.isVisible()
    assert plan.entered()[0].off_day_reason == ""


def test_on_a_holiday_two_days_are_proposed(
    open_plan: Callable[..., MeetingDialog],
    session: Session,
    qtbot: QtBot,
    type_text: Callable[[QWidget, str], None],
) -> None:
    cell = replace(session.register.cell, day=1)
    assert session.do(change_cell, session.register, cell) is None
    plan = open_plan()
    set_day(plan, "1/1/2027", type_text)
    assert plan.form.proposals_bar.isVisible()
    assert "31/12/2026" in plan.form.earlier_button.text()
    qtbot.mouseClick(plan.form.later_button, Qt.MouseButton.LeftButton)
    assert plan.form.date_edit.date() == dt.date(2027, 1, 4)
    assert not plan.form.day_frame.isVisible()


@pytest.mark.parametrize(
    ("field", "typed"), [("date_edit", "31/11/2026"), ("hour_edit", "25h"), ("chair_edit", "zzz")]
)
def test_what_is_unclear_is_pointed_at_and_nothing_is_planned(
    open_plan: Callable[..., MeetingDialog],
    session: Session,
    type_text: Callable[[QWidget, str], None],
    field: str,
    typed: str,
) -> None:
    plan = open_plan()
    before = len(session.register.meetings)
    edit = getattr(plan.form, field)
    edit.setFocus()
    edit.selectAll()
    type_text(edit, typed)
    plan.keep()
    assert plan.isVisible()
    assert plan.notes.text(edit)
    assert edit.property("role") == "bad"
    assert len(session.register.meetings) == before


def test_a_second_meeting_of_one_kind_on_a_day_is_refused(
    open_plan: Callable[..., MeetingDialog], type_text: Callable[[QWidget, str], None]
) -> None:
    plan = open_plan()
    set_kind(plan, MeetingKind.REGULAR_THEMATIC)
    set_day(plan, "3/11/2026", type_text)
    plan.keep()
    assert plan.isVisible()
    assert "already a meeting of this kind" in plan.notes.text(plan.form.date_edit)
    assert plan.focusWidget() is plan.form.date_edit


def test_changing_a_plan_keeps_the_role_of_a_guest(
    open_plan: Callable[..., MeetingDialog], session: Session
) -> None:
    meeting = meeting_id(session.book, NOVEMBER)
    plan = open_plan(meeting)
    assert not plan.form.kind_box.isEnabled()
    assert plan.form.date_edit.isReadOnly()
    plan.form.place_edit.setText("Nhà ông Bảy")
    plan.form.guests_edit.appendPlainText("Ma Thị Lan")
    plan.keep()
    record = session.meeting(meeting)
    assert record.meeting.place == "Nhà ông Bảy"
    assert [guest.role for guest in record.guests] == [
        GuestRole.ASSIGNED_SUPERIOR,
        GuestRole.GUEST,
    ]
    session.undo()
    record = session.meeting(meeting)
    assert (record.meeting.place, len(record.guests)) == ("Nhà văn hóa thôn 3", 1)
