"""The plan of the year in the window: what stands out, one click, another day, the way on."""

from __future__ import annotations

import datetime as dt
import shutil
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt

from cellsecretary.core.change import Act
from cellsecretary.core.kinds import MeetingKind, Shift
from cellsecretary.core.operations.calendar import change_day_off, choose_day, plan_month
from cellsecretary.core.operations.cell import bring_in_past, change_cell
from cellsecretary.core.rows import PastMeeting
from cellsecretary.core.year_plan import month_plan
from cellsecretary.ui.chips import State
from cellsecretary.ui.dialogs.days_off import DaysOffDialog
from cellsecretary.ui.dialogs.meeting import MeetingDialog
from cellsecretary.ui.dialogs.month import MonthDialog
from cellsecretary.ui.dialogs.year_plan import YearPlanDialog
from cellsecretary.ui.main_window import MainWindow
from cellsecretary.ui.meeting_page import MeetingPage
from cellsecretary.ui.panels.home import HomePanel
from cellsecretary.ui.program import Program
from cellsecretary.ui.records import STATE_ROLE
from cellsecretary.ui.settings import Settings
from tests.building import AFTER, NOVEMBER, meeting_id
from tests.ui.asking import QueuedAsk

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication, QDialog, QPushButton, QWidget
    from pytestqt.qtbot import QtBot

    from cellsecretary.core.year_plan import PlannedMonth
    from cellsecretary.messages import Messages
    from cellsecretary.ui.session import Session

DAY, LUNAR, KIND, STATE, REASON = range(1, 6)


class Hand:
    """What a secretary does with the plan of the year, and what stands in it."""

    def __init__(self, session: Session, words: Messages, qtbot: QtBot) -> None:
        self.session = session
        self.words = words
        self.qtbot = qtbot
        self.dialog = YearPlanDialog(session, words)
        self.show(self.dialog)
        self.form = self.dialog.form
        self.table = self.form.months_table

    def show(self, dialog: QDialog) -> None:
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
        self.qtbot.addWidget(dialog)
        with self.qtbot.waitExposed(dialog):
            dialog.open()

    def turn_to(self, year: int) -> None:
        while self.year() < year:
            self.press(self.form.later_year_button)
        while self.year() > year:
            self.press(self.form.earlier_year_button)

    def year(self) -> int:
        return int(self.form.year_label.text().split()[-1])

    def press(self, button: QPushButton) -> None:
        assert button.isVisible()
        self.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    def choose(self, month: int) -> None:
        self.table.selectRow(month - 1)

    def row(self, month: int) -> list[str]:
        model = self.table.model()
        return [model.index(month - 1, column).data() for column in range(model.columnCount())]

    def state(self, month: int) -> State:
        return State(self.table.model().index(month - 1, STATE).data(STATE_ROLE))

    def quarters(self) -> list[str]:
        form = self.form
        chips = (form.first_chip, form.second_chip, form.third_chip, form.fourth_chip)
        return [f"{chip.state} {chip.text()}" for chip in chips]

    def month(self, month: str) -> PlannedMonth:
        first = dt.date.fromisoformat(f"{month}-01")
        (found,) = month_plan(self.session.register, first, 1, self.session.rules)
        return found

    def opened(self, kind: type[QDialog]) -> QDialog:
        """Give the dialog that a button opened."""
        dialogs = [d for d in self.dialog.findChildren(kind) if d.isVisible()]
        assert len(dialogs) == 1
        dialogs[0].setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
        return dialogs[0]


@pytest.fixture
def hand(session: Session, words: Messages, qtbot: QtBot) -> Hand:
    return Hand(session, words, qtbot)


def test_the_year_begins_at_the_month_that_comes_next(hand: Hand) -> None:
    assert hand.year() == 2026
    assert hand.table.currentIndex().row() == 11
    assert hand.row(12) == [
        "12",
        "Thursday, 03/12/2026",
        "25/10 lunar",
        "regular",
        "By the rule",
        "",
    ]
    assert hand.row(11)[KIND].startswith("regular and thematic: Đảng viên gương mẫu")
    assert hand.row(11)[STATE] == "Running"
    assert hand.row(10)[STATE] == "Held"
    assert hand.row(9)[STATE] == "No meeting"


def test_years_are_turned_with_the_chosen_month(hand: Hand) -> None:
    hand.choose(2)
    hand.turn_to(2030)
    assert hand.table.currentIndex().row() == 1
    assert hand.row(2)[DAY : LUNAR + 1] == ["Sunday, 03/02/2030", "day 2 of the 1st moon"]
    hand.turn_to(2025)
    assert hand.form.earlier_year_button.text() == "2024"


def test_a_moved_day_says_why(hand: Hand) -> None:
    cell = replace(hand.session.register.cell, shift=Shift.SATURDAY_BACK_SUNDAY_FORWARD)
    assert hand.session.do(change_cell, hand.session.register, cell) is None
    hand.turn_to(2027)
    assert hand.row(4)[DAY] == "Friday, 02/04/2027"
    assert hand.row(4)[STATE:] == ["Moved", "The usual day is a Saturday"]
    assert hand.state(4) is State.CARE


def test_a_day_that_a_meeting_was_held_on_says_its_own_reason_alone(hand: Hand) -> None:
    cell = replace(hand.session.register.cell, shift=Shift.SATURDAY_BACK_SUNDAY_FORWARD)
    assert hand.session.do(change_cell, hand.session.register, cell) is None
    assert hand.row(10)[DAY] == "Saturday, 03/10/2026"
    assert hand.row(10)[REASON] == ""


def test_a_holiday_stands_out_and_a_proposal_is_one_click(hand: Hand) -> None:
    hand.turn_to(2027)
    hand.choose(9)
    assert (hand.row(9)[STATE], hand.state(9)) == ("Choose a day", State.BAD)
    assert "public holiday" in hand.form.month_label.text()
    assert hand.form.earlier_button.text() == "Wednesday, 01/09"
    assert not hand.form.plan_button.isVisible()
    hand.press(hand.form.later_button)
    assert hand.row(9)[DAY] == "Monday, 06/09/2027"
    assert (hand.row(9)[STATE], hand.state(9)) == ("Day chosen", State.GOOD)
    assert not hand.form.earlier_button.isVisible()
    assert hand.form.plan_button.isVisible()
    assert hand.table.currentIndex().row() == 8


def test_a_chosen_day_is_dropped_or_undone(hand: Hand) -> None:
    hand.turn_to(2027)
    hand.choose(9)
    hand.press(hand.form.earlier_button)
    hand.press(hand.form.take_back_button)
    assert hand.row(9)[STATE] == "Choose a day"
    assert hand.session.register.month_plans == ()
    hand.session.undo()
    assert hand.row(9)[DAY] == "Wednesday, 01/09/2027"
    last = hand.session.last_undoable
    assert last is not None
    assert hand.words.act(last.act, last.words) == "choose 01/09/2027 for the month 09/2027"


def test_the_keyboard_alone_chooses_a_day(hand: Hand) -> None:
    hand.turn_to(2027)
    hand.choose(8)
    hand.table.setFocus()
    hand.qtbot.keyClick(hand.table, Qt.Key.Key_Down)
    for _ in range(10):
        focus = hand.dialog.focusWidget()
        assert focus is not None
        if focus is hand.form.earlier_button:
            break
        hand.qtbot.keyClick(focus, Qt.Key.Key_Tab)
    hand.qtbot.keyClick(hand.form.earlier_button, Qt.Key.Key_Space)
    assert hand.month("2027-09").date == dt.date(2027, 9, 1)
    assert hand.dialog.focusWidget() is hand.table


def test_a_proposal_that_another_month_took_is_refused_in_words(hand: Hand) -> None:
    taken = dt.date(2027, 9, 1)
    assert hand.session.do(choose_day, hand.month("2027-08"), taken, "bận") is None
    hand.turn_to(2027)
    hand.choose(9)
    hand.press(hand.form.earlier_button)
    assert "from 02/09/2027" in hand.form.notice_banner.text_label.text()
    assert hand.row(9)[STATE] == "Choose a day"
    hand.press(hand.form.later_year_button)
    assert not hand.form.notice_banner.isVisible()


# One month


def test_another_day_is_kept_with_a_reason_kind_and_topic_in_one_act(
    hand: Hand, type_text: Callable[[QWidget, str], None]
) -> None:
    hand.turn_to(2027)
    hand.choose(5)
    hand.press(hand.form.change_button)
    month = hand.opened(MonthDialog)
    assert isinstance(month, MonthDialog)
    assert not month.form.reason_edit.isVisible()
    assert not month.form.topic_edit.isVisible()
    type_text(month.form.date_edit, "8/5/2027")
    month.form.kind_box.setCurrentIndex(1)
    assert month.form.reason_edit.isVisible()
    assert month.form.day_label.text() == "Saturday · day 3 of the 4th moon"
    hand.press(month.form.keep_button)
    assert month.isVisible()
    assert month.focusWidget() is month.form.reason_edit
    type_text(month.form.reason_edit, "Bận thu hoạch lúa")
    type_text(month.form.topic_edit, "Rác thải")
    hand.press(month.form.keep_button)
    assert not month.isVisible()
    assert hand.row(5)[DAY] == "Saturday, 08/05/2027"
    assert hand.row(5)[KIND:] == [
        "regular and thematic: Rác thải",
        "Day chosen",
        "Bận thu hoạch lúa",
    ]
    last = hand.session.last_undoable
    assert last is not None
    assert last.act is Act.PLAN_MONTH
    hand.session.undo()
    assert hand.row(5)[STATE] == "By the rule"


def test_a_kind_is_planned_while_the_holiday_stays_to_be_decided(hand: Hand) -> None:
    month = MonthDialog(hand.session, hand.words, hand.month("2027-09"))
    hand.show(month)
    assert month.form.date_edit.text() == ""
    assert "public holiday" in month.form.rule_label.text()
    month.form.kind_box.setCurrentIndex(2)
    hand.press(month.form.keep_button)
    planned = hand.month("2027-09")
    assert (planned.kind, planned.needs_decision) == (MeetingKind.THEMATIC, True)


def test_the_holiday_itself_can_be_chosen_by_typing_it(
    hand: Hand, type_text: Callable[[QWidget, str], None]
) -> None:
    month = MonthDialog(hand.session, hand.words, hand.month("2027-09"))
    hand.show(month)
    type_text(month.form.date_edit, "3/9/2027")
    month.form.kind_box.setFocus()
    assert "public holiday" in month.form.day_label.text()
    assert not month.form.reason_edit.isVisible()
    hand.press(month.form.keep_button)
    assert not hand.month("2027-09").needs_decision


def test_an_emptied_day_is_the_usual_one_again(hand: Hand) -> None:
    chosen = hand.month("2027-05")
    assert hand.session.do(choose_day, chosen, dt.date(2027, 5, 8), "bận") is None
    month = MonthDialog(hand.session, hand.words, hand.month("2027-05"))
    hand.show(month)
    assert month.form.reason_edit.text() == "bận"
    month.form.date_edit.clear()
    hand.press(month.form.keep_button)
    assert hand.session.register.month_plans == ()


@pytest.mark.parametrize("typed", ["31/6/2027", "20/6/2027", "1/1/2026"])
def test_a_day_that_cannot_be_is_pointed_at(
    hand: Hand, type_text: Callable[[QWidget, str], None], typed: str
) -> None:
    month = MonthDialog(hand.session, hand.words, hand.month("2027-05"))
    hand.show(month)
    type_text(month.form.date_edit, typed)
    month.form.reason_edit.setText("bận")
    hand.press(month.form.keep_button)
    assert month.isVisible()
    assert month.notes.text(month.form.date_edit)
    assert month.focusWidget() is month.form.date_edit
    assert month.form.date_edit.property("role") == "bad"


# The way on


def test_a_month_is_planned_as_it_was_decided(hand: Hand) -> None:
    kind, day = MeetingKind.REGULAR_THEMATIC, dt.date(2027, 5, 8)
    decided = (kind, "Rác thải", day, "Bận thu hoạch lúa")
    assert hand.session.do(plan_month, hand.month("2027-05"), *decided) is None
    hand.turn_to(2027)
    hand.choose(5)
    hand.press(hand.form.plan_button)
    plan = hand.opened(MeetingDialog)
    assert isinstance(plan, MeetingDialog)
    assert plan.form.kind_box.currentData() == kind
    assert plan.form.date_edit.date() == day
    assert plan.form.topic_edit.text() == "Rác thải"
    assert plan.form.reason_edit.text() == "Bận thu hoạch lúa"
    hand.press(plan.form.keep_button)
    meeting = hand.session.meeting(meeting_id(hand.session, "2027-05-08")).meeting
    assert meeting.off_day_reason == "Bận thu hoạch lúa"
    assert hand.row(5)[STATE:] == ["Planned", "Bận thu hoạch lúa"]
    assert not hand.form.take_back_button.isVisible()
    assert not hand.form.change_button.isEnabled()


def test_a_meeting_is_named_after_the_month_that_it_stands_for(hand: Hand) -> None:
    day = dt.date(2027, 4, 29)
    assert hand.session.do(choose_day, hand.month("2027-05"), day, "bận") is None
    plan = MeetingDialog(hand.session, hand.words, month=hand.month("2027-05"))
    hand.show(plan)
    assert plan.form.title_edit.text() == "Sinh hoạt thường kỳ tháng 5 năm 2027"


def test_typing_the_decided_day_brings_its_reason(
    hand: Hand, type_text: Callable[[QWidget, str], None]
) -> None:
    day = dt.date(2027, 1, 9)
    assert hand.session.do(choose_day, hand.month("2027-01"), day, "bận") is None
    plan = MeetingDialog(hand.session, hand.words)
    hand.show(plan)
    assert plan.form.reason_edit.text() == ""
    plan.form.date_edit.setFocus()
    plan.form.date_edit.selectAll()
    type_text(plan.form.date_edit, "9/1/2027")
    plan.form.place_edit.setFocus()
    assert plan.form.reason_edit.text() == "bận"


def test_a_meeting_that_stands_is_opened(hand: Hand) -> None:
    hand.choose(11)
    with hand.qtbot.waitSignal(hand.dialog.meeting_wanted, timeout=0) as wanted:
        hand.press(hand.form.open_button)
    assert wanted.args == [meeting_id(hand.session, NOVEMBER)]
    assert not hand.dialog.isVisible()


def test_enter_opens_a_meeting_and_changes_a_month_without_one(hand: Hand, enter_key: None) -> None:
    hand.qtbot.keyClick(hand.table, Qt.Key.Key_Return)
    QCoreApplication.processEvents()
    month = hand.opened(MonthDialog)
    month.done(0)
    hand.choose(10)
    with hand.qtbot.waitSignal(hand.dialog.meeting_wanted):
        hand.qtbot.keyClick(hand.table, Qt.Key.Key_Return)


def test_a_meeting_on_paper_stands_and_cannot_be_opened(hand: Hand) -> None:
    figures = PastMeeting("", dt.date(2026, 2, 4), MeetingKind.REGULAR, 46, 40, 5, 1)
    register = hand.session.register
    assert hand.session.do(bring_in_past, register, (), (), (figures,)) is None
    hand.choose(2)
    assert hand.row(2)[DAY] == "Wednesday, 04/02/2026"
    assert hand.row(2)[STATE] == "Held"
    assert not hand.form.open_button.isEnabled()
    with hand.qtbot.assertNotEmitted(hand.dialog.meeting_wanted):
        hand.qtbot.keyClick(hand.table, Qt.Key.Key_Return)
        QCoreApplication.processEvents()


def test_each_quarter_says_whether_it_has_its_thematic_meeting(hand: Hand) -> None:
    assert hand.quarters() == [
        "care Quarter I: no thematic yet",
        "care Quarter II: no thematic yet",
        "care Quarter III: no thematic yet",
        "good Quarter IV: thematic held",
    ]
    hand.turn_to(2027)
    month = hand.month("2027-05")
    assert hand.session.do(plan_month, month, MeetingKind.THEMATIC, "", None, "") is None
    assert hand.quarters()[1] == "none Quarter II: thematic planned"


# Days off


@pytest.fixture
def days(hand: Hand) -> DaysOffDialog:
    hand.turn_to(2027)
    hand.press(hand.form.days_button)
    dialog = hand.opened(DaysOffDialog)
    assert isinstance(dialog, DaysOffDialog)
    return dialog


def shown(days: DaysOffDialog) -> dict[str, tuple[bool, str]]:
    model = days.form.days_table.model()
    return {
        model.index(row, 1).data().partition(", ")[2]: (
            model.index(row, 0).data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked,
            model.index(row, 3).data(),
        )
        for row in range(model.rowCount())
    }


def test_the_holidays_of_the_year_stand_ticked(days: DaysOffDialog) -> None:
    lines = shown(days)
    assert len(lines) == 12
    assert list(lines)[:2] == ["01/01/2027", "05/02/2027"]
    assert set(lines.values()) == {(True, "")}


def test_a_tick_taken_off_makes_a_day_of_work_and_back(days: DaysOffDialog, hand: Hand) -> None:
    table = days.form.days_table
    table.setCurrentIndex(table.model().index(10, 0))
    hand.qtbot.keyClick(table, Qt.Key.Key_Space)
    assert shown(days)["03/09/2027"] == (False, "worked")
    assert hand.row(9)[STATE] == "By the rule"
    place = table.visualRect(table.model().index(10, 1)).center()
    hand.qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert shown(days)["03/09/2027"] == (True, "")
    assert hand.session.register.days_off == ()
    assert hand.row(9)[STATE] == "Choose a day"


def test_a_day_in_lieu_is_added_and_the_plan_follows(
    days: DaysOffDialog, hand: Hand, type_text: Callable[[QWidget, str], None]
) -> None:
    days.form.date_edit.setFocus()
    type_text(days.form.date_edit, "3/5/2027")
    hand.qtbot.keyClick(days.form.date_edit, Qt.Key.Key_Return)
    assert shown(days)["03/05/2027"] == (True, "also off")
    assert hand.row(5)[STATE] == "Choose a day"
    assert days.form.date_edit.text() == ""
    hand.session.undo()
    assert "03/05/2027" not in shown(days)
    assert hand.row(5)[STATE] == "By the rule"


@pytest.mark.parametrize("typed", ["", "31/2/2027", "3/5/2028"])
def test_what_is_no_day_of_the_year_is_not_added(
    days: DaysOffDialog, hand: Hand, type_text: Callable[[QWidget, str], None], typed: str
) -> None:
    days.form.date_edit.setFocus()
    type_text(days.form.date_edit, typed)
    hand.press(days.form.add_button)
    assert days.form.notice_banner.isVisible()
    assert hand.session.register.days_off == ()


def test_a_day_off_holds_for_meetings_too(hand: Hand) -> None:
    day = dt.date(2026, 12, 3)
    given = hand.session.rules_of_files(day).days
    register = hand.session.register
    assert hand.session.do(change_day_off, register, day, given, off=True) is None
    plan = MeetingDialog(hand.session, hand.words, month=hand.month("2026-12"))
    hand.show(plan)
    assert plan.form.proposals_bar.isVisible()


# The way there


@pytest.fixture
def window(themed: QApplication, tmp_path: Path, replayed_file: Path) -> Iterator[MainWindow]:
    settings = Settings(tmp_path / "settings.ini")
    program = Program(
        themed,
        settings,
        clock=lambda: AFTER,
        practice=tmp_path / "practice.chibo",
        ask=QueuedAsk(),
    )
    path = tmp_path / "a.chibo"
    shutil.copyfile(replayed_file, path)
    assert program.open_book(path)
    assert isinstance(program.window, MainWindow)
    program.window.showNormal()
    yield program.window
    program.close()
    program.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def from_the_menu(window: MainWindow) -> None:
    menu = window.form.more_button.menu()
    (action,) = (one for one in menu.actions() if "cả năm" in one.text())
    action.trigger()


def from_home(window: MainWindow) -> None:
    panel = window.show_page("home")
    assert isinstance(panel, HomePanel)
    panel.form.year_button.click()


@pytest.mark.thorough
@pytest.mark.parametrize("way", [from_the_menu, from_home])
def test_the_year_is_opened_and_leads_to_a_meeting(
    window: MainWindow, way: Callable[[MainWindow], None]
) -> None:
    way(window)
    (dialog,) = window.findChildren(YearPlanDialog)
    assert dialog.isVisible()
    dialog.form.months_table.selectRow(9)
    dialog.form.open_button.click()
    assert window.page == "meetings"
    page = window.show_page("meetings")
    assert isinstance(page, MeetingPage)
    assert page.record.meeting.date == dt.date(2026, 10, 3)
