"""The meeting of the committee before a meeting: proposed, linked, in order, and let go again."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from cellsecretary.core.change import Answer, Refusal, Why
from cellsecretary.core.committee import committee_meeting, proposed_committee_meeting
from cellsecretary.core.kinds import MeetingKind, MeetingState
from cellsecretary.core.operations import attendance, closing, meetings
from cellsecretary.core.rows import Meeting
from cellsecretary.core.track import TrackStep
from cellsecretary.rules import bundled
from cellsecretary.store.records import cell_record, meeting_record
from tests.building import AFTER, carry_out, context, done

if TYPE_CHECKING:
    from collections.abc import Callable

    from cellsecretary.core.record import MeetingRecord
    from cellsecretary.store import Book

DAY, COMMITTEE_DAY = dt.date(2026, 11, 20), dt.date(2026, 11, 17)
RULES = bundled().on(DAY)


def plan(book: Book, meeting: Meeting) -> str:
    before = {row.id for row in cell_record(book).meetings}
    carry_out(book, meetings.plan_meeting, cell_record(book), meeting, RULES)
    (planned,) = {row.id for row in cell_record(book).meetings} - before
    return planned


@pytest.fixture
def prepared(book: Book) -> str:
    return plan(
        book, Meeting("", DAY, MeetingKind.REGULAR, "Tháng 11", dt.time(19, 30), "Nhà văn hóa")
    )


@pytest.fixture
def committee(book: Book, prepared: str) -> str:
    return plan(book, proposal(book, prepared))


def proposal(book: Book, prepared: str, today: dt.date = dt.date(2026, 11, 10)) -> Meeting:
    row = meeting_record(book, prepared).meeting
    return proposed_committee_meeting(cell_record(book), row, today, RULES.days)


def row(book: Book, meeting: str) -> Meeting:
    found = cell_record(book).meeting(meeting)
    assert found is not None
    return found


def refused(answer: Answer) -> tuple[Why, str]:
    assert isinstance(answer, Refusal), answer
    (problem,) = answer.problems
    return problem.why, problem.field


def held(book: Book, meeting: str) -> MeetingRecord:
    """Hold a meeting of the committee, all of it present, so that it can be closed."""
    carry_out(book, attendance.mark_all_present, meeting_record(book, meeting))
    record = meeting_record(book, meeting)
    chair, minute_taker = [line.member for line in record.roster][:2]
    start, end = dt.time(19, 30), dt.time(20, 30)
    whole = replace(record.meeting, chair=chair, minute_taker=minute_taker, start=start, end=end)
    carry_out(book, meetings.change_meeting, record, cell_record(book), whole)
    return meeting_record(book, meeting)


def close(book: Book, meeting: str) -> None:
    carry_out(book, closing.close, held(book, meeting), cell_record(book), book.chain_head())


@pytest.mark.parametrize(
    ("today", "day", "hour"),
    [
        (dt.date(2026, 11, 1), COMMITTEE_DAY, 19),
        (dt.date(2026, 11, 18), dt.date(2026, 11, 18), 19),
        (DAY, DAY, 18),
        (dt.date(2026, 11, 25), COMMITTEE_DAY, 19),
    ],
)
def test_the_committee_is_proposed_to_meet_three_days_before(
    book: Book, prepared: str, today: dt.date, day: dt.date, hour: int
) -> None:
    found = proposal(book, prepared, today)
    assert (found.date, found.starts.hour) == (day, hour)
    assert (found.kind, found.prepares) == (MeetingKind.COMMITTEE, prepared)


def test_no_holiday_is_proposed(book: Book, prepared: str) -> None:
    days = RULES.days.changed([COMMITTEE_DAY], [])
    found = proposed_committee_meeting(
        cell_record(book), row(book, prepared), dt.date(2026, 11, 1), days
    )
    assert found.date == COMMITTEE_DAY - dt.timedelta(days=1)


def test_a_committee_meeting_knows_what_it_prepares_and_is_found_from_there(
    book: Book, prepared: str, committee: str
) -> None:
    found = committee_meeting(cell_record(book), prepared)
    assert found is not None
    assert found.id == committee
    assert meeting_record(book, committee).agenda
    assert committee_meeting(cell_record(book), committee) is None


def test_the_committee_meets_before_the_meeting(book: Book, prepared: str, committee: str) -> None:
    register = cell_record(book)
    wrong = replace(proposal(book, prepared), date=DAY + dt.timedelta(days=1))
    answer = meetings.plan_meeting(register, context(), wrong, RULES)
    assert refused(answer) == (Why.COMMITTEE_TOO_LATE, "date")
    record = meeting_record(book, committee)
    late = replace(record.meeting, date=DAY)
    answer = meetings.change_meeting(record, context(), register, late)
    assert refused(answer) == (Why.COMMITTEE_TOO_LATE, "starts")
    done(
        meetings.change_meeting(record, context(), register, replace(late, starts=dt.time(19, 29)))
    )


def test_a_meeting_is_not_moved_before_its_committee(
    book: Book, prepared: str, committee: str
) -> None:
    record, register = meeting_record(book, prepared), cell_record(book)
    early = replace(record.meeting, date=COMMITTEE_DAY - dt.timedelta(days=1))
    answer = meetings.change_meeting(record, context(), register, early)
    assert refused(answer) == (Why.MEETING_TOO_EARLY, "date")
    same = replace(record.meeting, date=COMMITTEE_DAY)
    answer = meetings.change_meeting(record, context(), register, same)
    assert refused(answer) == (Why.MEETING_TOO_EARLY, "starts")
    after = replace(same, starts=dt.time(20, 0))
    done(meetings.change_meeting(record, context(), register, after))


def test_closing_the_committee_meeting_notes_that_it_met(
    book: Book, prepared: str, committee: str
) -> None:
    close(book, committee)
    assert row(book, prepared).committee_met == COMMITTEE_DAY
    carry_out(book, closing.reopen, meeting_record(book, committee), cell_record(book), "Sai giờ")
    assert row(book, prepared).committee_met == COMMITTEE_DAY


def test_a_day_that_was_noted_by_hand_stays(book: Book, prepared: str, committee: str) -> None:
    day = dt.date(2026, 11, 16)
    carry_out(
        book,
        meetings.prepare_meeting,
        meeting_record(book, prepared),
        TrackStep.COMMITTEE_MET,
        day,
    )
    close(book, committee)
    assert row(book, prepared).committee_met == day


def test_a_closed_meeting_is_not_touched_by_its_committee(
    book: Book, prepared: str, committee: str
) -> None:
    record, register = held(book, committee), cell_record(book)
    rows = (
        replace(m, state=MeetingState.CLOSED) if m.id == prepared else m for m in register.meetings
    )
    after = replace(register, meetings=tuple(rows))
    answer = done(closing.close(record, context(), after, book.chain_head()))
    assert prepared not in {change.row.id for change in answer.changes}


@pytest.mark.parametrize("kind", [MeetingKind.REGULAR, MeetingKind.EXTRAORDINARY])
def test_what_is_no_committee_meeting_any_more_prepares_nothing(
    book: Book, committee: str, kind: MeetingKind
) -> None:
    record = meeting_record(book, committee)
    changed = replace(record.meeting, kind=kind)
    carry_out(book, meetings.change_meeting, record, cell_record(book), changed)
    assert row(book, committee).prepares is None


def test_a_meeting_that_becomes_one_of_the_committee_is_prepared_by_none(
    book: Book, prepared: str, committee: str
) -> None:
    record = meeting_record(book, prepared)
    changed = replace(record.meeting, kind=MeetingKind.COMMITTEE)
    carry_out(book, meetings.change_meeting, record, cell_record(book), changed)
    assert row(book, committee).prepares is None


def cancel(book: Book, meeting: str) -> None:
    record = meeting_record(book, meeting)
    carry_out(book, meetings.cancel_meeting, record, cell_record(book), "mưa bão")


def remove(book: Book, meeting: str) -> None:
    carry_out(book, meetings.delete_meeting, meeting_record(book, meeting), cell_record(book))


@pytest.mark.parametrize("go", [cancel, remove])
@pytest.mark.parametrize("side", ["prepared", "committee"])
def test_neither_side_leaves_a_dangling_link_and_undo_ties_it_again(
    book: Book,
    prepared: str,
    committee: str,
    side: str,
    go: Callable[[Book, str], None],
) -> None:
    go(book, prepared if side == "prepared" else committee)
    register = cell_record(book)
    assert [meeting for meeting in register.meetings if meeting.prepares] == []
    assert committee_meeting(register, prepared) is None
    book.apply(book.changes_of(book.steps(1)[0], back=True), AFTER, way="undo")
    found = committee_meeting(cell_record(book), prepared)
    assert found is not None
    assert found.id == committee


def test_what_a_closed_committee_meeting_is_about_is_not_taken_out(
    book: Book, prepared: str, committee: str
) -> None:
    close(book, committee)
    answer = meetings.delete_meeting(meeting_record(book, prepared), context(), cell_record(book))
    assert refused(answer) == (Why.MEETING_HAS_CONTENT, "")
    cancel(book, prepared)
    assert row(book, prepared).state is MeetingState.CANCELLED
    assert meeting_record(book, committee).meeting.prepares == prepared


def test_who_took_the_minutes_of_the_last_committee_meeting_is_proposed(
    book: Book, prepared: str
) -> None:
    assert proposal(book, prepared).minute_taker is None
    taker, later = (member.id for member in cell_record(book).members[:2])
    for day, who in ((dt.date(2026, 11, 12), taker), (COMMITTEE_DAY, later)):
        row = Meeting("", day, MeetingKind.COMMITTEE, "", dt.time(19, 30), "", minute_taker=who)
        plan(book, row)
    assert proposal(book, prepared).minute_taker == taker
