"""The track of a meeting: what was done in time, what is due, and by how many days it is late."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from cellsecretary.core.change import Refusal, Why
from cellsecretary.core.facts import Warning, warnings
from cellsecretary.core.kinds import MeetingKind, MeetingState
from cellsecretary.core.operations.closing import close, reopen
from cellsecretary.core.operations.meetings import follow_up_meeting, prepare_meeting
from cellsecretary.core.plain import canonical_json
from cellsecretary.core.superior_rows import Receipt
from cellsecretary.core.track import (
    FOLLOW_UP,
    PREPARATION,
    TrackState,
    TrackStep,
    follow_up,
    preparation,
)
from cellsecretary.store.records import cell_record, meeting_record
from tests.building import OCTOBER, carry_out, context, meeting_id, record_of
from tests.papers import records

if TYPE_CHECKING:
    from cellsecretary.core.record import MeetingRecord
    from cellsecretary.core.rows import Meeting
    from cellsecretary.store import Book


def planned(**days: dt.date) -> MeetingRecord:
    record = records.november()
    meeting = replace(record.meeting, state=MeetingState.PLANNED, **days)  # type: ignore[arg-type]
    return replace(record, meeting=meeting)


def november(day: int) -> dt.date:
    return dt.date(2026, 11, day)


def stands(record: MeetingRecord, today: dt.date) -> dict[str, tuple[str, int]]:
    return {str(line.step): (line.state, line.days) for line in preparation(record, today)}


def test_every_step_is_due_on_its_day() -> None:
    found = preparation(planned(), dt.date(2026, 10, 30))
    assert [(line.step, line.by) for line in found] == [
        (TrackStep.COMMITTEE_MET, november(3)),
        (TrackStep.DRAFTED, november(2)),
        (TrackStep.NOTIFIED, november(3)),
        (TrackStep.SUPERIOR_NOTIFIED, november(3)),
        (TrackStep.POSTED, november(2)),
    ]
    assert {line.state for line in found} == {TrackState.DUE}
    assert [line.days for line in found] == [4, 3, 4, 4, 3]


def test_what_is_not_done_is_late_from_the_day_after() -> None:
    assert stands(planned(), november(2))["posted"] == (TrackState.DUE, 0)
    assert stands(planned(), november(3))["posted"] == (TrackState.OVERDUE, 1)
    assert stands(planned(), november(3))["notified"] == (TrackState.DUE, 0)
    assert stands(planned(), november(5))["notified"] == (TrackState.OVERDUE, 2)


def test_what_was_done_stays_in_time_or_late_whatever_the_day() -> None:
    record = planned(posted=november(2), notified=november(5))
    for today in (november(5), dt.date(2027, 1, 1)):
        assert stands(record, today)["posted"] == (TrackState.DONE, 0)
        assert stands(record, today)["notified"] == (TrackState.LATE, 2)


def test_what_was_not_done_before_a_closed_meeting_is_missed() -> None:
    record = records.october()
    found = preparation(record, november(5))
    assert {line.state for line in found} == {TrackState.MISSED}
    assert not any(line.is_open for line in found)


def test_only_a_month_that_ends_in_a_resolution_needs_a_draft() -> None:
    record = planned()
    thematic = replace(record, meeting=replace(record.meeting, kind=MeetingKind.THEMATIC))
    steps = [line.step for line in preparation(thematic, november(1))]
    assert steps == [step for step in PREPARATION if step is not TrackStep.DRAFTED]


@pytest.mark.parametrize("kind", [MeetingKind.COMMITTEE, MeetingKind.EXTRAORDINARY])
def test_a_kind_that_needs_no_preparation_has_no_steps(kind: MeetingKind) -> None:
    record = planned()
    record = replace(record, meeting=replace(record.meeting, kind=kind))
    assert preparation(record, november(1)) == ()


@pytest.mark.parametrize("day", [1, 2, 3, 4])
def test_the_track_calls_late_what_the_warnings_call_late(day: int) -> None:
    warned_by = {
        TrackStep.COMMITTEE_MET: Warning.COMMITTEE_NOT_MET,
        TrackStep.NOTIFIED: Warning.MEMBERS_NOT_NOTIFIED,
        TrackStep.SUPERIOR_NOTIFIED: Warning.SUPERIOR_NOT_NOTIFIED,
        TrackStep.POSTED: Warning.NOT_POSTED_IN_TIME,
    }
    record = planned(**dict.fromkeys(map(str, warned_by), november(day)))
    late = {line.step for line in preparation(record, november(9)) if line.state == "late"}
    found = warnings(record)
    assert {step for step, warning in warned_by.items() if warning in found} == late


def test_minutes_and_report_are_due_two_days_after() -> None:
    record = records.october()
    row = record.meeting
    assert [
        (line.step, line.by, line.state, line.days)
        for line in follow_up(row, record.rules, dt.date(2026, 10, 4))
    ] == [(step, dt.date(2026, 10, 5), TrackState.DUE, 1) for step in FOLLOW_UP]
    late = replace(row, minutes_posted=dt.date(2026, 10, 5), reported=dt.date(2026, 10, 6))
    assert [(line.state, line.days) for line in follow_up(late, record.rules, november(1))] == [
        (TrackState.DONE, 0),
        (TrackState.LATE, 1),
    ]
    (posted, _) = follow_up(row, record.rules, dt.date(2026, 10, 8))
    assert (posted.state, posted.days, posted.is_open) == (TrackState.OVERDUE, 3, True)


def test_a_receipt_proves_the_report_and_nothing_else() -> None:
    record = records.october()
    row, day = record.meeting, dt.date(2026, 10, 4)
    receipt = Receipt("q", row.id, 1, day)
    posted, reported = follow_up(row, record.rules, november(1), receipt)
    assert (posted.is_proved, posted.state) == (False, TrackState.OVERDUE)
    assert (reported.is_proved, reported.state, reported.done) == (True, TrackState.DONE, day)


def test_nothing_follows_an_open_meeting_or_one_of_the_committee() -> None:
    record = records.october()
    for row in (
        replace(record.meeting, state=MeetingState.RUNNING),
        replace(record.meeting, kind=MeetingKind.COMMITTEE),
    ):
        assert follow_up(row, record.rules, november(1)) == ()


def test_a_follow_up_is_of_the_row_and_leaves_the_closed_record_alone(book: Book) -> None:
    october = meeting_id(book, OCTOBER)
    before = canonical_json(record_of(book, OCTOBER))
    day = dt.date(2026, 10, 4)
    carry_out(book, follow_up_meeting, cell_record(book), october, TrackStep.MINUTES_POSTED, day)
    row = cell_record(book).meeting(october)
    assert row is not None
    assert (row.minutes_posted, row.reported) == (day, None)
    assert canonical_json(record_of(book, OCTOBER)) == before


@pytest.mark.parametrize("day", [dt.date(2026, 10, 2), dt.date(2026, 11, 22)])
def test_nothing_follows_before_the_meeting_or_in_the_future(book: Book, day: dt.date) -> None:
    register, october = cell_record(book), meeting_id(book, OCTOBER)
    answer = follow_up_meeting(register, context(), october, TrackStep.REPORTED, day)
    assert isinstance(answer, Refusal)
    (problem,) = answer.problems
    assert (problem.why, problem.field) == (Why.DATES_OUT_OF_ORDER, "reported")


def test_a_meeting_that_is_not_closed_has_nothing_to_report(book: Book) -> None:
    register, key = cell_record(book), meeting_id(book, "2026-11-03")
    answer = follow_up_meeting(register, context(), key, TrackStep.REPORTED, november(4))
    assert isinstance(answer, Refusal)
    assert answer.problems[0].why is Why.NOT_CLOSED


def test_steps_before_and_after_are_not_confounded(book: Book) -> None:
    register, key = cell_record(book), meeting_id(book, OCTOBER)
    with pytest.raises(ValueError, match="posted"):
        follow_up_meeting(register, context(), key, TrackStep.POSTED, november(4))
    with pytest.raises(ValueError, match="reported"):
        prepare_meeting(record_of(book), context(), TrackStep.REPORTED, november(4))


def test_a_meeting_reopened_and_closed_again_keeps_its_days_out_of_the_record(book: Book) -> None:
    october = meeting_id(book, OCTOBER)
    for step in FOLLOW_UP:
        day = dt.date(2026, 10, 5)
        carry_out(book, follow_up_meeting, cell_record(book), october, step, day)
    carry_out(book, reopen, record_of(book, OCTOBER), cell_record(book), "Thiếu một ý kiến")
    assert follow_up(_row(book, october), record_of(book, OCTOBER).rules, november(1)) == ()
    record = meeting_record(book, october)
    carry_out(book, close, record, cell_record(book), book.chain_head())
    closed = meeting_record(book, october)
    assert (closed.revision, closed.meeting.minutes_posted, closed.meeting.reported) == (
        2,
        None,
        None,
    )
    assert [line.done for line in follow_up(_row(book, october), closed.rules, november(1))] == [
        dt.date(2026, 10, 5)
    ] * 2


def _row(book: Book, meeting: str) -> Meeting:
    row = cell_record(book).meeting(meeting)
    assert row is not None
    return row
