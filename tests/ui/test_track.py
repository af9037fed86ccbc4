"""The track of a meeting on the screen: days by one press, delays in words, the committee's way."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QDate, QPoint, Qt
from PySide6.QtWidgets import QCalendarWidget, QWidget

from cellsecretary.core.committee import committee_meeting
from cellsecretary.core.kinds import MeetingKind, MeetingState, Result
from cellsecretary.core.operations.closing import close
from cellsecretary.core.operations.meetings import cancel_meeting, change_meeting, plan_meeting
from cellsecretary.core.operations.tasks import review_task
from cellsecretary.core.plain import canonical_json
from cellsecretary.core.rows import Meeting
from cellsecretary.core.track import TrackStep
from cellsecretary.ui.dialogs.meeting import MeetingDialog
from cellsecretary.ui.panels.agenda import AgendaPanel
from cellsecretary.ui.panels.home import HomePanel
from cellsecretary.ui.panels.printing import PrintingPanel
from cellsecretary.ui.session import Session
from tests.building import NOVEMBER, OCTOBER, meeting_id
from tests.ui.printing_hand import Hand

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from cellsecretary.messages import Messages
    from cellsecretary.store import Book
    from cellsecretary.ui.dated_tick import DatedTick
    from cellsecretary.ui.panel import Panel
    from tests.ui.asking import QueuedAsk

    Show = Callable[[type[Panel], str], Panel]

LEFT = Qt.MouseButton.LeftButton
DECEMBER = dt.date(2026, 12, 3)


class Clock:
    """A clock that a test sets."""

    def __init__(self) -> None:
        self.day = dt.date(2026, 11, 28)

    def __call__(self) -> dt.datetime:
        return dt.datetime.combine(self.day, dt.time(9, 0))


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def session(themed: object, book: Book, clock: Clock) -> Session:
    return Session(book, clock)


@pytest.fixture
def show(session: Session, ask: QueuedAsk, words: Messages, qtbot: QtBot) -> Show:
    def make(kind: type[Panel], meeting: str = "") -> Panel:
        panel = kind(session, ask, words)
        qtbot.addWidget(panel)
        panel.resize(1130, 650)
        panel.show_meeting(meeting)
        with qtbot.waitExposed(panel):
            panel.show()
        return panel

    return make


@pytest.fixture
def december(session: Session) -> str:
    plan = Meeting("", DECEMBER, MeetingKind.REGULAR, "", dt.time(19, 30), "Nhà văn hóa")
    assert session.do(plan_meeting, session.register, plan, session.rules(DECEMBER)) is None
    return meeting_id(session, "2026-12-03")


def press(qtbot: QtBot, tick: DatedTick) -> None:
    qtbot.mouseClick(tick.check, LEFT, pos=QPoint(10, 20))


def shown_dialog(panel: QWidget) -> MeetingDialog:
    (found,) = [box for box in panel.findChildren(MeetingDialog) if box.isVisible()]
    return found


def detail(tick: DatedTick) -> str:
    return tick.check.text().partition("\n")[2]


# Before the meeting


def test_each_step_says_by_when_it_is_due_or_how_late_it_is(
    show: Show, december: str, clock: Clock
) -> None:
    panel = show(AgendaPanel, december)
    assert isinstance(panel, AgendaPanel)
    steps = panel._steps.steps
    assert [detail(tick) for tick in steps.values()] == [
        f"due {day}/12/2026" for day in ("03", "02", "03", "03", "02")
    ]
    clock.day = DECEMBER
    panel.update_now()
    assert detail(steps[TrackStep.NOTIFIED]) == "due today"
    assert detail(steps[TrackStep.POSTED]) == "1 day(s) late"


def test_a_draft_is_asked_for_where_a_resolution_follows(show: Show, session: Session) -> None:
    panel = show(AgendaPanel, meeting_id(session, NOVEMBER))
    assert isinstance(panel, AgendaPanel)
    assert panel._steps.steps[TrackStep.DRAFTED].isVisible()
    day = dt.date(2026, 12, 10)
    plan = Meeting("", day, MeetingKind.THEMATIC, "", dt.time(19, 30), "Nhà văn hóa")
    assert session.do(plan_meeting, session.register, plan, session.rules(day)) is None
    panel.show_meeting(meeting_id(session, "2026-12-10"))
    assert not panel._steps.steps[TrackStep.DRAFTED].isVisible()
    assert panel._steps.steps[TrackStep.POSTED].isVisible()


def test_the_draft_is_noted_by_key_and_undone(
    show: Show, december: str, session: Session, qtbot: QtBot
) -> None:
    panel = show(AgendaPanel, december)
    assert isinstance(panel, AgendaPanel)
    tick = panel._steps.steps[TrackStep.DRAFTED]
    qtbot.keyClick(tick.check, Qt.Key.Key_Space)
    assert panel.record.meeting.drafted == dt.date(2026, 11, 28)
    assert detail(tick) == "28/11/2026"
    session.undo()
    assert panel.record.meeting.drafted is None
    assert not tick.check.isChecked()


# The committee


def test_the_committees_meeting_is_planned_from_its_step_and_opened_from_there(
    show: Show, december: str, session: Session, qtbot: QtBot
) -> None:
    panel = show(AgendaPanel, december)
    assert isinstance(panel, AgendaPanel)
    button = panel._steps.committee_button
    qtbot.mouseClick(button, LEFT)
    dialog = shown_dialog(panel)
    assert dialog.form.date_edit.date() == dt.date(2026, 11, 30)
    assert dialog.form.kind_box.currentData() == MeetingKind.COMMITTEE.value
    assert "03/12/2026" in dialog.windowTitle()
    with qtbot.waitSignal(panel.meeting_wanted, timeout=0) as wanted:
        qtbot.mouseClick(dialog.form.keep_button, LEFT)
    committee = committee_meeting(session.register, december)
    assert committee is not None
    assert wanted.args == [committee.id]
    assert "30/11/2026" in button.text()
    with qtbot.waitSignal(panel.meeting_wanted, timeout=0) as wanted:
        qtbot.keyClick(button, Qt.Key.Key_Space)
    assert wanted.args == [committee.id]
    session.undo()
    assert "Plan" in button.text()


@pytest.fixture
def committee(show: Show, december: str, session: Session, words: Messages, qtbot: QtBot) -> str:
    dialog = MeetingDialog(session, words, prepares=december)
    qtbot.addWidget(dialog)
    dialog.keep()
    return meeting_id(session, "2026-11-30")


def test_the_committees_meeting_leads_to_what_it_prepares(
    show: Show, december: str, committee: str, qtbot: QtBot
) -> None:
    panel = show(AgendaPanel, committee)
    assert isinstance(panel, AgendaPanel)
    (line,) = panel.form.prepared_list.buttons
    assert "03/12/2026" in line.accessibleName()
    with qtbot.waitSignal(panel.meeting_wanted, timeout=0) as wanted:
        qtbot.mouseClick(line, LEFT)
    assert wanted.args == [december]
    panel.show_meeting(december)
    assert not panel.form.prepared_list.isVisible()


def test_who_leads_the_committee_is_not_proposed_for_the_next_meeting(
    december: str, committee: str, session: Session, words: Messages, qtbot: QtBot
) -> None:
    record = session.meeting(committee)
    other = replace(record.meeting, date=dt.date(2026, 12, 2), chair=record.roster[-1].member)
    assert session.do(change_meeting, record, session.register, other) is None
    assert session.do(cancel_meeting, session.meeting(december), session.register, "Bão") is None
    dialog = MeetingDialog(session, words)
    qtbot.addWidget(dialog)
    november = session.meeting(meeting_id(session, NOVEMBER)).meeting
    assert dialog.form.chair_edit.member() == november.chair != other.chair


@pytest.mark.parametrize("side", ["committee", "meeting"])
def test_the_wrong_order_is_refused_beside_the_day(
    december: str, committee: str, side: str, session: Session, words: Messages, qtbot: QtBot
) -> None:
    meeting = committee if side == "committee" else december
    dialog = MeetingDialog(session, words, meeting=meeting)
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.open()
    day = dt.date(2026, 12, 4) if side == "committee" else dt.date(2026, 11, 29)
    dialog.form.date_edit.set_date(day)
    qtbot.mouseClick(dialog.form.keep_button, LEFT)
    assert dialog.isVisible()
    assert "committee" in dialog.notes.text(dialog.form.date_edit)
    assert dialog.focusWidget() is dialog.form.date_edit
    assert dialog.form.date_edit.property("role") == "bad"


def test_home_prepares_the_meeting_while_its_committee_comes_first(
    show: Show, session: Session, december: str, committee: str, clock: Clock, qtbot: QtBot
) -> None:
    # November is still open in this book, and comes before.
    november = session.register.meeting(meeting_id(session, NOVEMBER))
    assert november is not None
    assert november.state is MeetingState.RUNNING
    panel = show(HomePanel, "")
    assert isinstance(panel, HomePanel)
    assert "03/11/2026" in panel.form.preparation_title_label.text()
    assert panel.form.next_title_label.text() == "This meeting is not closed yet"
    hand_over(session)
    assert panel.form.next_title_label.text() == "The next meeting"
    assert "30/11/2026" in panel.form.next_day_label.text()
    assert "03/12/2026" in panel.form.preparation_title_label.text()
    press(qtbot, panel._steps.steps[TrackStep.NOTIFIED])
    prepared = session.register.meeting(december)
    assert prepared is not None
    assert prepared.notified == clock.day
    with qtbot.waitSignal(panel.meeting_wanted, timeout=0) as wanted:
        qtbot.mouseClick(panel._steps.committee_button, LEFT)
    assert wanted.args == [committee]


def hand_over(session: Session) -> None:
    """Close November, so that the next meeting is that of the committee."""
    record = session.meeting(meeting_id(session, NOVEMBER))
    task = next(c.task.id for c in record.carried if c.task.code == "T4")
    assert session.do(review_task, record, task, Result.DONE) is None
    record = session.meeting(record.meeting.id)
    assert session.do(close, record, session.register, session.chain_head()) is None


# After the meeting


@pytest.fixture
def hand(show: Show, session: Session, qtbot: QtBot) -> Hand:
    panel = show(PrintingPanel, meeting_id(session, OCTOBER))
    assert isinstance(panel, PrintingPanel)
    return Hand(panel, session, qtbot)


def test_what_follows_a_closed_meeting_is_noted_by_one_press(
    hand: Hand, clock: Clock, words: Messages
) -> None:
    clock.day = dt.date(2026, 10, 5)
    hand.panel.update_now()
    tick = hand.panel.side.follow_up.track.steps[TrackStep.MINUTES_POSTED]
    record = hand.panel.record
    before = canonical_json(record)
    assert detail(tick) == "due today"
    press(hand.qtbot, tick)
    row = hand.session.register.meeting(record.meeting.id)
    assert row is not None
    assert row.minutes_posted == clock.day
    assert tick.check.isChecked()
    assert canonical_json(hand.panel.record) == before
    last = hand.session.last_undoable
    assert last is not None
    assert "minutes posted" in words.act(last.act, last.words)
    hand.session.undo()
    assert not tick.check.isChecked()


def test_another_day_is_picked_and_the_delay_is_said(hand: Hand) -> None:
    tick = hand.panel.side.follow_up.track.steps[TrackStep.REPORTED]
    assert detail(tick) == "54 day(s) late"
    hand.press(tick.day_button)
    (calendar,) = tick.findChildren(QCalendarWidget)
    assert calendar.minimumDate() == QDate(2026, 10, 3)
    calendar.clicked.emit(QDate(2026, 10, 7))
    assert detail(tick) == "07/10/2026: 2 day(s) late"


def test_a_day_to_come_is_refused_in_words(hand: Hand) -> None:
    tick = hand.panel.side.follow_up.track.steps[TrackStep.REPORTED]
    hand.press(tick.day_button)
    (calendar,) = tick.findChildren(QCalendarWidget)
    calendar.clicked.emit(QDate(2026, 12, 24))
    assert "today" in hand.notice()
    assert not tick.check.isChecked()


@pytest.mark.thorough
def test_closing_brings_the_steps_that_follow_but_not_the_keyboard_to_them(hand: Hand) -> None:
    hand.turn(NOVEMBER)
    card = hand.panel.side.follow_up
    assert not card.isVisible()
    hand.close_november()
    assert card.isVisible()
    hand.panel.begin()
    assert hand.panel.focusWidget() not in card.checks


def test_nothing_follows_for_who_is_not_closed(hand: Hand, december: str, committee: str) -> None:
    for meeting in (december, committee):
        hand.panel.show_meeting(meeting)
        assert not hand.panel.side.follow_up.isVisible()
