"""The attendance panel by mouse and keys, on a real book."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

import pytest
from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QWidget

from cellsecretary.core.change import Act, Problem, Why
from cellsecretary.core.facts import facts
from cellsecretary.core.kinds import GuestRole, Mark, MeetingKind, MeetingState, StandingKind
from cellsecretary.core.operations import attendance, members
from cellsecretary.core.operations.meetings import plan_meeting
from cellsecretary.core.rows import Meeting, Member
from cellsecretary.core.vietnamese import name_key
from cellsecretary.ui.chips import State
from cellsecretary.ui.dialogs.fees import FeesDialog
from cellsecretary.ui.dialogs.guests import GuestsDialog
from cellsecretary.ui.dialogs.part_time import PartTimeDialog
from cellsecretary.ui.panels.attendance import AttendancePanel
from cellsecretary.ui.reading_order import read_in_order
from cellsecretary.ui.records import STATE_ROLE
from cellsecretary.ui.roster import NAME, NOTE, NUMBER, STATE
from tests.building import NOVEMBER, OCTOBER, meeting_id
from tests.ui.pressing import double_click

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from cellsecretary.core.rows import Attendance
    from cellsecretary.messages import Messages
    from cellsecretary.ui.session import Session
    from tests.ui.asking import QueuedAsk

    TypeText = Callable[[QWidget, str], None]

LEFT = Qt.MouseButton.LeftButton
KEY = Qt.Key
W = TypeVar("W", bound=QWidget)


class Hand:
    """What a secretary does with the panel, and what stands on it."""

    def __init__(self, panel: AttendancePanel, session: Session, qtbot: QtBot) -> None:
        self.panel = panel
        self.session = session
        self.qtbot = qtbot
        self.form = panel.form
        self.count = panel._count.card.form
        self.table = panel.form.members_table
        self.model = panel._model

    def line(self, number: int) -> Attendance:
        return next(line for line in self.panel.record.roster if line.number == number)

    def index(self, number: int, column: int = STATE) -> QModelIndex:
        return self.model.index_of(self.line(number).member, column)

    def spot(self, number: int, column: int = STATE) -> QPoint:
        self.table.scrollTo(self.index(number, column))
        return self.table.visualRect(self.index(number, column)).center()

    def click(self, number: int, column: int = STATE) -> None:
        self.qtbot.mouseClick(self.table.viewport(), LEFT, pos=self.spot(number, column))

    def press(self, *keys: Qt.Key) -> None:
        for key in keys:
            self.qtbot.keyClick(self.focus, key)

    def choose(self, number: int) -> None:
        self.click(number, NAME)
        assert self.table.hasFocus()

    def text(self, number: int, column: int = STATE) -> str:
        return str(self.index(number, column).data())

    @property
    def focus(self) -> QWidget:
        widget = QApplication.focusWidget()
        assert widget is not None
        return widget

    def open_menu(self) -> QMenu:
        return self.panel.findChildren(QMenu, "reasons_menu")[-1]

    def dialog(self, kind: type[W]) -> W:
        return self.panel.findChildren(kind)[-1]

    def undo_name(self) -> str:
        step = self.session.last_undoable
        assert step is not None
        return self.panel._words.act(step.act, step.words)

    def sum_of_the_labels(self) -> int:
        present, required = (int(part) for part in self.count.present_label.text().split(" / "))
        labels = (self.count.excused_label, self.count.unexcused_label, self.count.unmarked_label)
        assert present + sum(int(label.text()) for label in labels) == required
        beside = (self.count.exempt_label, self.count.away_label)
        return required + sum(int(label.text()) for label in beside)


@pytest.fixture
def panel(session: Session, ask: QueuedAsk, words: Messages, qtbot: QtBot) -> AttendancePanel:
    panel = AttendancePanel(session, ask, words)
    qtbot.addWidget(panel)
    panel.resize(1130, 520)
    panel.show_meeting(meeting_id(session.book, NOVEMBER))
    panel.show()
    panel.activateWindow()
    qtbot.waitExposed(panel)
    return panel


@pytest.fixture
def hand(panel: AttendancePanel, session: Session, qtbot: QtBot) -> Hand:
    return Hand(panel, session, qtbot)


def planned(session: Session, kind: MeetingKind = MeetingKind.REGULAR) -> str:
    """Plan the meeting of December, which nobody has marked."""
    meeting = Meeting("", dt.date(2026, 12, 3), kind, "Tháng 12", dt.time(19, 30), "Nhà văn hóa")
    rules = session.rules(meeting.date)
    assert session.do(plan_meeting, session.register, meeting, rules) is None
    return meeting_id(session.book, "2026-12-03")


@pytest.fixture
def december(hand: Hand) -> str:
    meeting = planned(hand.session)
    hand.panel.show_meeting(meeting)
    return meeting


@pytest.fixture
def marked(hand: Hand, december: str) -> str:
    hand.qtbot.mouseClick(hand.form.all_present_button, LEFT)
    return december


def test_a_planned_meeting_shows_the_register_unmarked_and_a_mark_starts_it(
    hand: Hand, december: str
) -> None:
    assert len(hand.model.rows) == len(hand.session.register.members)
    assert not hand.panel.record.roster_is_copied
    assert hand.text(1) == "Not marked"
    hand.click(1)
    assert hand.panel.record.meeting.state is MeetingState.RUNNING
    assert hand.text(1) == "Present"
    assert hand.text(2) == "Not marked"


def test_one_click_a_time_walks_through_the_states(hand: Hand, marked: str) -> None:
    seen = []
    for _ in range(3):
        hand.click(12)
        seen.append((hand.text(12), hand.index(12).data(STATE_ROLE)))
    assert seen == [
        ("Excused", State.CARE),
        ("Unexcused", State.BAD),
        ("Present", State.GOOD),
    ]


def test_the_double_click_of_a_trembling_hand_is_one_click(hand: Hand, marked: str) -> None:
    view, spot = hand.table.viewport(), hand.spot(12)
    hand.qtbot.mouseClick(view, LEFT, pos=spot)
    double_click(view, spot)
    assert hand.line(12).mark is Mark.EXCUSED
    hand.click(12)
    assert hand.line(12).mark is Mark.UNEXCUSED


def test_a_click_on_the_name_only_chooses(hand: Hand, marked: str) -> None:
    hand.choose(12)
    assert hand.line(12).mark is Mark.PRESENT


def test_keys_mark_the_chosen_member(hand: Hand, marked: str) -> None:
    hand.choose(12)
    hand.press(KEY.Key_Space)
    assert hand.line(12).mark is Mark.EXCUSED
    hand.press(KEY.Key_Down, KEY.Key_Space, KEY.Key_Space)
    assert hand.line(13).mark is Mark.UNEXCUSED
    for key, mark in (
        (KEY.Key_1, Mark.PRESENT),
        (KEY.Key_2, Mark.EXCUSED),
        (KEY.Key_3, Mark.UNEXCUSED),
        (KEY.Key_0, Mark.NONE),
    ):
        hand.press(key)
        assert hand.line(13).mark is mark


def test_a_key_held_down_marks_once(hand: Hand, marked: str) -> None:
    hand.choose(12)
    held = QKeyEvent(
        QKeyEvent.Type.KeyPress, KEY.Key_Space, Qt.KeyboardModifier.NoModifier, " ", autorep=True
    )
    QApplication.sendEvent(hand.table, held)
    assert hand.line(12).mark is Mark.PRESENT


def test_all_present_and_then_the_exceptions(hand: Hand, december: str) -> None:
    required = facts(hand.panel.record).required
    hand.qtbot.mouseClick(hand.form.all_present_button, LEFT)
    assert hand.count.present_label.text() == f"{required} / {required}"
    assert not hand.form.all_present_button.isEnabled()
    assert hand.table.hasFocus()
    hand.click(12)
    hand.click(13)
    hand.click(13)
    assert hand.count.present_label.text() == f"{required - 2} / {required}"
    assert hand.count.excused_label.text() == "1"
    assert hand.count.unexcused_label.text() == "1"


def test_every_mark_can_be_undone_by_its_name(hand: Hand, december: str) -> None:
    name = hand.line(12).name
    hand.qtbot.mouseClick(hand.form.all_present_button, LEFT)
    count = len(hand.panel.record.marked(Mark.PRESENT))
    assert hand.undo_name() == f"mark present: {count}"
    hand.click(12)
    assert hand.undo_name() == f"number 12 {name} excused"
    hand.click(12)
    assert hand.undo_name() == f"number 12 {name} unexcused"
    for text in ("Excused", "Present", "Not marked"):
        assert hand.session.undo()
        assert hand.text(12) == text
    assert hand.panel.record.meeting.state is MeetingState.PLANNED
    assert hand.session.redo()
    assert hand.text(12) == "Present"


def test_the_count_is_that_of_the_record_and_adds_up(hand: Hand) -> None:
    figures = facts(hand.panel.record)
    assert hand.count.present_label.text() == f"{figures.present_required} / {figures.required}"
    assert hand.count.excused_label.text() == str(figures.excused)
    assert hand.count.unexcused_label.text() == str(figures.unexcused)
    assert hand.count.percent_label.text() == f"{figures.attendance_percent} % of those required"
    assert hand.sum_of_the_labels() == figures.register == 52
    assert hand.count.sum_label.text() == "Adds up to 52 member(s)"
    assert hand.form.missing_label.text() == "Complete"
    assert hand.count.unmarked_button.isHidden()


@pytest.mark.parametrize("key", [KEY.Key_Space, KEY.Key_2, KEY.Key_3, KEY.Key_0])
def test_the_count_adds_up_after_any_mark_of_anybody(hand: Hand, key: Qt.Key) -> None:
    """Whatever is pressed on whomever, each of the register is counted once."""
    for line in hand.panel.record.roster[::3]:
        hand.choose(line.number)
        hand.press(key)
        assert hand.sum_of_the_labels() == 52


def test_what_does_not_add_up_is_named_with_a_way_there(hand: Hand, marked: str) -> None:
    for number in (5, 20, 31):
        hand.choose(number)
        hand.press(KEY.Key_0)
    assert hand.count.sum_label.text() == "3 member(s) not marked yet"
    assert hand.form.missing_label.text() == "3 not marked yet"
    hand.form.search_edit.setText("khong ai")
    for number in (5, 20, 31, 5):
        hand.qtbot.mouseClick(hand.count.unmarked_button, LEFT)
        assert hand.model.row(hand.table.currentIndex()).number == number
    assert hand.table.hasFocus()
    assert hand.form.search_edit.text() == ""


def test_a_low_attendance_is_no_good_number(hand: Hand, marked: str) -> None:
    assert hand.count.present_label.property("role") == "number_good"
    active = [line for line in hand.model.rows if line.standing is StandingKind.ACTIVE]
    for line in active[:10]:
        hand.choose(line.number)
        hand.press(KEY.Key_2)
    assert hand.count.present_label.property("role") == "number_care"


def test_a_reason_is_chosen_from_the_list_by_mouse(hand: Hand, marked: str) -> None:
    hand.click(12)
    assert hand.text(12, NOTE) == "Choose the reason…"
    assert hand.form.missing_label.text() == "1 without a reason"
    hand.click(12, NOTE)
    menu = hand.open_menu()
    action = next(action for action in menu.actions() if action.text() == "&3. Đi công tác")
    hand.qtbot.mouseClick(menu, LEFT, pos=menu.actionGeometry(action).center())
    assert hand.text(12, NOTE) == "Đi công tác"
    assert hand.line(12).reason == "Đi công tác"
    assert hand.form.missing_label.text() == "Complete"


def test_a_reason_is_chosen_by_keys_and_says_excused_too(hand: Hand, marked: str) -> None:
    hand.choose(12)
    hand.press(KEY.Key_0, KEY.Key_Return)
    menu = hand.open_menu()
    hand.qtbot.keyClick(menu, KEY.Key_Down)
    hand.qtbot.keyClick(menu, KEY.Key_Return)
    assert hand.line(12).mark is Mark.EXCUSED
    assert hand.line(12).reason == hand.panel.record.rules.absence_reasons[0]


def test_any_reason_can_be_typed(hand: Hand, marked: str, type_text: TypeText) -> None:
    hand.choose(12)
    hand.press(KEY.Key_F2)
    field = hand.focus
    assert isinstance(field, QLineEdit)
    type_text(field, "Đưa <b>mẹ</b> & con đi khám")
    hand.press(KEY.Key_Return)
    hand.qtbot.waitUntil(lambda: hand.text(12, NOTE) == "Đưa <b>mẹ</b> & con đi khám")
    assert hand.line(12).mark is Mark.EXCUSED
    assert hand.undo_name() == f"note for number 12 {hand.line(12).name}"
    assert hand.panel.findChildren(QMenu, "reasons_menu") == []


def test_another_reason_is_typed_in_the_row(hand: Hand, marked: str, type_text: TypeText) -> None:
    hand.click(12)
    hand.click(12, NOTE)
    hand.open_menu().actions()[-1].trigger()
    type_text(hand.focus, "Trông cháu")
    hand.panel.flush()
    assert hand.line(12).reason == "Trông cháu"


def test_a_figure_takes_a_reason_from_the_list(hand: Hand, marked: str) -> None:
    hand.choose(12)
    hand.press(KEY.Key_0, KEY.Key_Return)
    hand.qtbot.keyClick(hand.open_menu(), KEY.Key_3)
    assert hand.line(12).reason == hand.panel.record.rules.absence_reasons[2]


def test_reasons_stand_in_the_menu_as_written(hand: Hand, marked: str) -> None:
    session, meeting = hand.session, hand.panel.record.meeting
    rules = replace(hand.panel.record.rules, absence_reasons=("Mẹ & con ốm",))
    session._meetings[meeting.id] = replace(hand.panel.record, rules=rules)
    hand.click(12, NUMBER)
    hand.press(KEY.Key_0)
    session._meetings[meeting.id] = replace(hand.panel.record, rules=rules)
    hand.press(KEY.Key_Return)
    assert hand.open_menu().actions()[0].text() == "&1. Mẹ && con ốm"


def test_coming_late_and_leaving_early_are_noted(hand: Hand, marked: str) -> None:
    hand.click(15, NOTE)
    dialog = hand.dialog(PartTimeDialog)
    hand.qtbot.keyClicks(dialog.form.late_edit, "19h40")
    hand.qtbot.keyClicks(dialog.form.early_edit, "20:55")
    hand.qtbot.mouseClick(dialog.form.save_button, LEFT)
    assert (hand.line(15).late, hand.line(15).left_early) == (dt.time(19, 40), dt.time(20, 55))
    assert hand.text(15, NOTE) == "came at 19:40, left at 20:55"


def test_a_time_that_is_none_is_said_beside_it(hand: Hand, marked: str) -> None:
    hand.choose(15)
    hand.press(KEY.Key_Return)
    dialog = hand.dialog(PartTimeDialog)
    hand.qtbot.keyClicks(dialog.form.late_edit, "19h99")
    hand.qtbot.mouseClick(dialog.form.save_button, LEFT)
    assert "no time" in dialog.notes.text(dialog.form.late_edit)
    assert dialog.isVisible()
    assert hand.line(15).late is None


def test_exempt_members_came_or_are_not_noted(hand: Hand, marked: str) -> None:
    exempt = next(m for m in hand.model.rows if m.standing is StandingKind.EXEMPT)
    hand.click(exempt.number)
    assert hand.text(exempt.number) == "Present"
    assert hand.text(exempt.number, NOTE) == "Exempt"
    assert "1 exempt came" in hand.count.beside_label.text()
    hand.press(KEY.Key_3)
    assert "need not attend" in hand.form.notice_banner.text_label.text()
    hand.click(exempt.number)
    assert hand.text(exempt.number) == "Exempt"
    assert hand.form.notice_banner.isHidden()


def test_visiting_members_are_counted_beside(hand: Hand, marked: str) -> None:
    visiting = next(m for m in hand.model.rows if m.standing is StandingKind.VISITING)
    assert "Visiting: 0 / 1" in hand.count.beside_label.text()
    assert hand.text(visiting.number) == "Visiting"
    before = hand.count.present_label.text()
    hand.click(visiting.number)
    assert hand.text(visiting.number) == "Present"
    assert hand.text(visiting.number, NOTE) == "Visiting"
    assert "Visiting: 1 / 1" in hand.count.beside_label.text()
    assert hand.count.present_label.text() == before


@pytest.mark.parametrize("column", [STATE, NOTE])
def test_members_elsewhere_are_shown_and_why_they_are_not_marked(
    hand: Hand, marked: str, column: int
) -> None:
    away = next(m for m in hand.model.rows if m.standing is StandingKind.AWAY)
    assert hand.text(away.number) == "Temporarily elsewhere"
    hand.click(away.number, column)
    assert hand.line(away.number).mark is Mark.NONE
    notice = hand.form.notice_banner
    assert notice.isVisible()
    assert away.name in notice.text_label.text()


def test_a_name_is_found_without_tone_marks(hand: Hand, marked: str, type_text: TypeText) -> None:
    type_text(hand.form.search_edit, "hong binh")
    assert [line.name for line in hand.model.rows] == ["Hoàng Thị Hồng Bình"]
    hand.qtbot.keyClick(hand.form.search_edit, KEY.Key_Return)
    assert hand.table.hasFocus()
    hand.press(KEY.Key_Space)
    assert hand.line(12).mark is Mark.EXCUSED
    hand.press(KEY.Key_Escape)
    assert hand.form.search_edit.text() == ""
    assert hand.model.row(hand.table.currentIndex()).number == 12


def test_a_letter_pressed_on_the_list_begins_a_search(hand: Hand, marked: str) -> None:
    hand.form.search_edit.setText("binh")
    hand.choose(12)
    hand.press(KEY.Key_T)
    assert hand.form.search_edit.hasFocus()
    assert hand.form.search_edit.text() == "t"
    assert hand.line(12).mark is Mark.PRESENT


def test_the_register_number_finds_too(hand: Hand) -> None:
    hand.form.search_edit.setText("52")
    assert [line.number for line in hand.model.rows] == [52]


def header_click(hand: Hand, column: int) -> None:
    header = hand.table.horizontalHeader()
    spot = QPoint(header.sectionViewportPosition(column) + 20, header.height() // 2)
    hand.qtbot.mouseClick(header.viewport(), LEFT, pos=spot)


def test_the_list_sorts_by_given_name_and_by_number(hand: Hand) -> None:
    header_click(hand, NAME)
    names = [line.name for line in hand.model.rows]
    assert names == sorted(names, key=name_key)
    assert names != [line.name for line in hand.panel.record.roster]
    header_click(hand, NUMBER)
    assert [line.number for line in hand.model.rows] == sorted(m.number for m in hand.model.rows)


def test_sorting_by_state_would_move_lines_from_under_the_mouse(hand: Hand) -> None:
    header_click(hand, NAME)
    before = hand.model.rows
    header_click(hand, STATE)
    assert hand.model.rows == before
    assert hand.table.horizontalHeader().sortIndicatorSection() == NAME


def add_member(session: Session, number: int, name: str) -> None:
    member = Member("", number, name, joined=dt.date(2020, 1, 1), official=dt.date(2021, 1, 1))
    assert session.do(members.add_member, session.register, member) is None


def test_a_changed_register_is_offered_and_taken_over(hand: Hand, marked: str) -> None:
    hand.click(12)
    banner = hand.form.register_banner
    assert banner.isHidden()
    add_member(hand.session, 99, "Lò Thị <b>Mới</b>")
    assert banner.isVisible()
    assert "Lò Thị <b>Mới</b>" in banner.text_label.text()
    assert 99 not in [line.number for line in hand.model.rows]
    hand.qtbot.mouseClick(banner.act_button, LEFT)
    assert banner.isHidden()
    assert hand.text(99) == "Not marked"
    assert hand.line(12).mark is Mark.EXCUSED
    assert hand.session.last_undoable is not None
    assert hand.session.last_undoable.act is Act.TAKE_OVER_REGISTER
    hand.session.undo()
    assert banner.isVisible()


def test_an_offer_put_away_stays_away_until_there_is_another(hand: Hand, marked: str) -> None:
    add_member(hand.session, 98, "Lò Văn Một")
    hand.qtbot.mouseClick(hand.form.register_banner.dismiss_button, LEFT)
    hand.click(12)
    assert hand.form.register_banner.isHidden()
    add_member(hand.session, 99, "Lò Văn Hai")
    assert hand.form.register_banner.isVisible()
    assert "Lò Văn Một, Lò Văn Hai" in hand.form.register_banner.text_label.text()


def test_a_planned_meeting_follows_the_register_by_itself(hand: Hand, december: str) -> None:
    add_member(hand.session, 99, "Lò Văn Mới")
    assert hand.text(99) == "Not marked"
    assert hand.form.register_banner.isHidden()


def test_a_closed_meeting_is_only_read(hand: Hand) -> None:
    hand.panel.show_meeting(meeting_id(hand.session.book, OCTOBER))
    assert "closed" in hand.form.register_banner.text_label.text()
    assert hand.form.register_banner.isVisible()
    assert not hand.form.all_present_button.isEnabled()
    before = hand.panel.record.roster
    hand.click(12)
    hand.click(12, NOTE)
    hand.choose(12)
    hand.press(KEY.Key_Space, KEY.Key_1, KEY.Key_3, KEY.Key_F2, KEY.Key_Return)
    assert hand.panel.record.roster == before
    assert hand.panel.findChildren(QMenu, "reasons_menu") == []
    hand.qtbot.mouseClick(hand.form.guests_button, LEFT)
    guests = hand.dialog(GuestsDialog)
    assert guests.form.guest_card.isHidden()
    guests.close()


def test_an_empty_list_says_where_members_come_from(hand: Hand) -> None:
    for member in hand.session.register.members:
        post = replace(member, post="")
        assert hand.session.do(members.change_member, hand.session.register, post) is None
    hand.panel.show_meeting(planned(hand.session, MeetingKind.COMMITTEE))
    assert hand.form.register_banner.isVisible()
    assert not hand.form.all_present_button.isEnabled()
    assert hand.form.missing_label.text() == ""


def test_turning_to_another_meeting_forgets_what_was_looked_for(hand: Hand) -> None:
    hand.form.search_edit.setText("binh")
    hand.panel.show_meeting(meeting_id(hand.session.book, OCTOBER))
    assert hand.form.search_edit.text() == ""
    assert len(hand.model.rows) == len(hand.panel.record.roster)


def test_a_screen_reader_hears_name_state_and_row(hand: Hand) -> None:
    line = hand.model.rows[11]
    spoken = hand.model.index(11, NAME).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith(f"{line.name}, Excused, ")
    assert spoken.endswith(f", row 12 of {len(hand.model.rows)}")
    assert hand.table.accessibleName() == "Who attends"


def test_a_problem_leads_to_its_member(hand: Hand, marked: str) -> None:
    line = hand.line(31)
    hand.form.search_edit.setText("binh")
    hand.panel.go_to(Problem(Why.MEMBERS_UNMARKED, "attendance", line.id, "mark"))
    assert hand.model.row(hand.table.currentIndex()).number == 31
    assert hand.table.hasFocus()


def test_tab_goes_through_the_panel_in_reading_order(hand: Hand, december: str) -> None:
    read_in_order(hand.panel)
    hand.form.search_edit.setFocus()
    seen = []
    for _ in range(8):
        seen.append(hand.focus.objectName())
        hand.press(KEY.Key_Tab)
    assert seen == [
        "search_edit",
        "all_present_button",
        "guests_button",
        "more_button",
        "members_table",
        "unmarked_button",
        "previous_button",
        "next_button",
    ]


def test_a_whole_roll_call_by_keys(hand: Hand, december: str) -> None:
    hand.form.search_edit.setFocus()
    hand.press(KEY.Key_Tab, KEY.Key_Space)
    assert hand.count.sum_label.text() == "Adds up to 52 member(s)"
    hand.press(KEY.Key_Down, KEY.Key_Space, KEY.Key_Down, KEY.Key_3)
    assert (hand.line(2).mark, hand.line(3).mark) == (Mark.EXCUSED, Mark.UNEXCUSED)
    hand.press(KEY.Key_Tab, KEY.Key_Tab)
    with hand.qtbot.waitSignal(hand.panel.next_wanted):
        hand.press(KEY.Key_Space)


def test_the_ways_on_and_back(hand: Hand) -> None:
    with hand.qtbot.waitSignal(hand.panel.next_wanted):
        hand.qtbot.mouseClick(hand.form.next_button, LEFT)
    with hand.qtbot.waitSignal(hand.panel.previous_wanted):
        hand.qtbot.mouseClick(hand.form.previous_button, LEFT)


def test_the_menu_offers_what_the_chosen_member_allows(hand: Hand, marked: str) -> None:
    menu = hand.form.more_button.menu()
    hand.choose(15)
    menu.aboutToShow.emit()
    assert hand.panel._menu._times.isEnabled()
    hand.panel._menu._unmark.trigger()
    assert hand.line(15).mark is Mark.NONE
    menu.aboutToShow.emit()
    assert not hand.panel._menu._times.isEnabled()
    assert not hand.panel._menu._unmark.isEnabled()
    hand.panel._menu._by_name.trigger()
    assert hand.model.rows[0].name.split()[-1] == "An"


# Guests


@pytest.fixture
def guests(hand: Hand, december: str) -> GuestsDialog:
    hand.qtbot.mouseClick(hand.form.guests_button, LEFT)
    return hand.dialog(GuestsDialog)


def test_guests_are_added_changed_and_taken_off(
    hand: Hand, guests: GuestsDialog, type_text: TypeText
) -> None:
    form = guests.form
    assert form.empty_label.isVisible()
    type_text(form.name_edit, "Vàng  Thị Sen")
    type_text(form.title_edit, "Phó bí thư Đảng ủy xã")
    hand.qtbot.mouseClick(form.superior_check, LEFT, pos=QPoint(10, 10))
    hand.qtbot.keyClick(form.name_edit, KEY.Key_Return)
    (guest,) = hand.panel.record.guests
    assert guest.name == "Vàng Thị Sen"
    assert guest.role is GuestRole.ASSIGNED_SUPERIOR
    assert form.name_edit.text() == ""
    assert hand.form.guests_button.text() == "&Guests (1)"
    form.guests_table.selectRow(0)
    assert form.name_edit.text() == "Vàng Thị Sen"
    form.title_edit.setText("Bí thư Đảng ủy xã")
    hand.qtbot.mouseClick(form.save_button, LEFT)
    assert hand.panel.record.guests[0].title == "Bí thư Đảng ủy xã"
    form.guests_table.selectRow(0)
    hand.qtbot.mouseClick(form.remove_button, LEFT)
    assert hand.panel.record.guests == ()
    assert hand.undo_name() == "remove guest Vàng Thị Sen"


def test_a_guest_needs_a_name(hand: Hand, guests: GuestsDialog) -> None:
    hand.qtbot.mouseClick(guests.form.save_button, LEFT)
    assert "no name" in guests.form.notice_banner.text_label.text()
    assert guests.form.notice_banner.isVisible()


def test_a_typed_guest_is_not_lost_by_escape(
    hand: Hand, guests: GuestsDialog, type_text: TypeText
) -> None:
    type_text(guests.form.name_edit, "Vàng Thị Sen")
    hand.qtbot.keyClick(guests.form.name_edit, KEY.Key_Escape)
    assert guests.isVisible()
    hand.qtbot.mouseClick(guests.form.notice_banner.act_button, LEFT)
    assert [guest.name for guest in hand.panel.record.guests] == ["Vàng Thị Sen"]
    hand.qtbot.keyClick(guests.form.name_edit, KEY.Key_Escape)
    assert not guests.isVisible()


def test_a_change_is_kept_when_another_guest_is_chosen(
    hand: Hand, guests: GuestsDialog, type_text: TypeText
) -> None:
    for name in ("Vàng Thị Sen", "Lò Văn Ơn"):
        type_text(guests.form.name_edit, name)
        hand.qtbot.mouseClick(guests.form.save_button, LEFT)
    guests.form.guests_table.selectRow(0)
    guests.form.title_edit.setText("Trưởng thôn")
    guests.form.guests_table.selectRow(1)
    assert guests.form.name_edit.text() == "Lò Văn Ơn"
    assert hand.panel.record.guests[0].title == "Trưởng thôn"


def test_a_guest_who_did_not_come_is_noted_by_space_and_what_is_typed_stays(
    hand: Hand, guests: GuestsDialog, type_text: TypeText
) -> None:
    form = guests.form
    type_text(form.name_edit, "Vàng Thị Sen")
    hand.qtbot.mouseClick(form.save_button, LEFT)
    form.guests_table.selectRow(0)
    form.title_edit.setText("Trưởng thôn")
    form.guests_table.setFocus()
    hand.qtbot.keyClick(form.guests_table, KEY.Key_Space)
    (guest,) = hand.panel.record.guests
    assert (guest.came, guest.title) == (False, "")
    assert hand.panel.record.guests_present == ()
    assert form.title_edit.text() == "Trưởng thôn"
    hand.qtbot.mouseClick(form.save_button, LEFT)
    (guest,) = hand.panel.record.guests
    assert (guest.came, guest.title) == (False, "Trưởng thôn")
    assert hand.undo_name() == "change guest Vàng Thị Sen"


# Fees


def test_fees_are_noted_as_announced(hand: Hand, marked: str) -> None:
    hand.panel._menu._fees.trigger()
    form = hand.dialog(FeesDialog).form
    hand.qtbot.keyClicks(form.paid_edit, "43")
    form.search_edit.setText("hong binh")
    table = form.members_table
    box = table.visualRect(table.model().index(0, 0))
    spot = QPoint(box.left() + 20, box.center().y())
    hand.qtbot.mouseClick(table.viewport(), LEFT, pos=spot)
    assert form.owing_label.text() == "Owing: Hoàng Thị Hồng Bình."
    hand.qtbot.mouseClick(form.save_button, LEFT)
    assert hand.panel.record.meeting.fees_paid == 43
    assert [line.number for line in hand.panel.record.roster if line.fee_owing] == [12]
    assert "Fees: 43 paid, 1 owe" in hand.count.beside_label.text()
    assert hand.session.last_undoable is not None
    assert hand.session.last_undoable.act is Act.CHANGE_FEES


def test_who_owes_is_ticked_by_name_and_by_key(hand: Hand, marked: str) -> None:
    hand.panel._menu._fees.trigger()
    dialog = hand.dialog(FeesDialog)
    hand.qtbot.waitUntil(dialog.isActiveWindow)
    table = dialog.form.members_table
    spot = table.visualRect(table.model().index(1, 2)).center()
    hand.qtbot.mouseClick(table.viewport(), LEFT, pos=spot)
    hand.qtbot.keyClick(table, KEY.Key_Down)
    hand.qtbot.keyClick(table, KEY.Key_Space)
    assert dialog.form.owing_label.text() == "Owing: Hà Quang Đông, Hoàng Công Khánh."
    dialog.reject()
    assert not any(line.fee_owing for line in hand.panel.record.roster)


def test_enter_in_the_search_goes_on_to_the_list(
    hand: Hand, marked: str, type_text: TypeText
) -> None:
    hand.panel._menu._fees.trigger()
    dialog = hand.dialog(FeesDialog)
    hand.qtbot.waitUntil(dialog.isActiveWindow)
    type_text(dialog.form.search_edit, "hong binh")
    hand.qtbot.keyClick(dialog.form.search_edit, KEY.Key_Return)
    hand.press(KEY.Key_Space)
    assert dialog.form.owing_label.text() == "Owing: Hoàng Thị Hồng Bình."
    hand.press(KEY.Key_Escape)
    assert dialog.form.notice_banner.isVisible()
    hand.press(KEY.Key_Escape)
    assert not dialog.isVisible()


def test_fees_of_a_closed_meeting_are_only_shown(hand: Hand) -> None:
    hand.panel.show_meeting(meeting_id(hand.session.book, OCTOBER))
    hand.panel._menu._fees.trigger()
    form = hand.dialog(FeesDialog).form
    assert form.save_button.isHidden()
    assert form.paid_edit.isReadOnly()
    table = form.members_table
    before = form.owing_label.text()
    hand.qtbot.mouseClick(
        table.viewport(), LEFT, pos=table.visualRect(table.model().index(0, 2)).center()
    )
    assert form.owing_label.text() == before


# Three hundred members


@pytest.fixture
def crowd(hand: Hand, december: str) -> str:
    new = [
        (Member("", number, f"Nguyễn Văn Người {number}"), StandingKind.ACTIVE)
        for number in range(100, 348)
    ]
    assert hand.session.do(members.import_members, hand.session.register, new) is None
    return december


def test_one_mark_among_three_hundred_touches_one_line(hand: Hand, crowd: str) -> None:
    assert len(hand.model.rows) >= 300
    hand.qtbot.mouseClick(hand.form.all_present_button, LEFT)
    hand.click(250)
    place = hand.table.verticalScrollBar().value()
    touched: list[tuple[int, int]] = []
    rebuilt: list[str] = []
    hand.model.dataChanged.connect(lambda top, end: touched.append((top.row(), end.row())))
    for signal in (
        hand.model.layoutChanged,
        hand.model.modelReset,
        hand.model.rowsInserted,
        hand.model.rowsRemoved,
    ):
        signal.connect(lambda *_: rebuilt.append("rebuilt"))
    hand.press(KEY.Key_Space)
    row = hand.index(250).row()
    assert hand.line(250).mark is Mark.UNEXCUSED
    assert touched == [(row, row)]
    assert rebuilt == []
    assert hand.table.verticalScrollBar().value() == place
    assert hand.table.currentIndex().row() == row
    assert hand.sum_of_the_labels() == facts(hand.panel.record).register


def test_a_name_as_long_as_a_line_moves_no_state_out_of_view(hand: Hand, crowd: str) -> None:
    add_member(hand.session, 400, "Nguyễn " * 30 + "Ân")
    edge = hand.table.columnViewportPosition(STATE) + hand.table.columnWidth(STATE)
    assert edge < hand.table.viewport().width()


def test_a_mark_in_another_place_shows_here(hand: Hand, marked: str) -> None:
    record = hand.panel.record
    member = hand.line(7).member
    hand.session.do(attendance.mark, record, member, Mark.UNEXCUSED)
    assert hand.text(7) == "Unexcused"


def test_a_chosen_line_stays_chosen_when_the_list_changes(hand: Hand, december: str) -> None:
    hand.choose(12)
    add_member(hand.session, 99, "Lò Văn Mới")
    chosen = hand.table.selectionModel()
    assert isinstance(chosen, QItemSelectionModel)
    assert hand.model.row(chosen.currentIndex()).number == 12
