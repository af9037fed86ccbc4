"""Closing a meeting, opening the newest one again, and correcting an older one."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from typing import TYPE_CHECKING

from cellsecretary.core.change import (
    Act,
    Answer,
    Changes,
    Context,
    Problem,
    Refusal,
    Why,
    insert,
    refuse,
    update,
)
from cellsecretary.core.closed_rows import ClosedRecord, Correction, Reopening
from cellsecretary.core.facts import headcount, tasks_without_result
from cellsecretary.core.kinds import Mark, MeetingState, StandingKind
from cellsecretary.core.operations.minutes import vote_problem
from cellsecretary.core.plain import canonical_json
from cellsecretary.core.record import RECORD_FORMAT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cellsecretary.core.record import MeetingRecord
    from cellsecretary.core.register import CellRecord


def problems(record: MeetingRecord, ctx: Context) -> tuple[Problem, ...]:
    """Give everything that stands between a meeting and its closing, each with its place."""
    return (
        *_time_problems(record, ctx),
        *_attendance_problems(record),
        *_vote_problems(record),
        *_task_problems(record),
    )


def close(
    record: MeetingRecord, ctx: Context, register: CellRecord, head: tuple[int, str]
) -> Answer:
    """Freeze a meeting: its canonical JSON, chained to the closed record before it.

    That the committee has met is noted on the meeting that it prepared. `head` is position and
    hash of the book's last closed record, (0, "") before the first.
    """
    if not record.is_open:
        return refuse(Why.MEETING_NOT_OPEN, "meetings", record.meeting.id)
    found = problems(record, ctx)
    if found:
        return Refusal(found)
    changes = [
        update(record.meeting, state=MeetingState.CLOSED),
        insert(frozen(_closed(record), ctx, head)),
    ]
    prepared = register.meeting(record.meeting.prepares)
    if prepared is not None and prepared.is_open and prepared.committee_met is None:
        changes.append(update(prepared, committee_met=record.meeting.date))
    return Changes(Act.CLOSE_MEETING, tuple(changes), (("date", record.meeting.date.isoformat()),))


def _closed(record: MeetingRecord) -> MeetingRecord:
    """Give the record as closed, without what comes later and is true of the rows alone."""
    meeting = replace(
        record.meeting,
        state=MeetingState.CLOSED,
        minutes_posted=None,
        reported=None,
        score_confirmed=None,
        score_confirmed_by="",
    )
    documents = tuple(replace(row, posted=None, replaced_by=None) for row in record.documents)
    petitions = tuple(
        replace(row, sent=None, answered=None, answer="", told=None) for row in record.petitions
    )
    return replace(
        record,
        meeting=meeting,
        documents=documents,
        petitions=petitions,
        revision=record.revision + 1,
    )


def reopen(record: MeetingRecord, ctx: Context, register: CellRecord, reason: str) -> Answer:
    """Open the newest closed meeting again, with a reason; the closed version stays."""
    if record.meeting.state is not MeetingState.CLOSED:
        return refuse(Why.NOT_CLOSED, "meetings", record.meeting.id)
    newest = register.newest_closed()
    if newest is None or newest.id != record.meeting.id:
        return refuse(Why.LATER_ONE_CLOSED, "meetings", record.meeting.id)
    if not reason.strip():
        return refuse(Why.REASON_MISSING, "reopenings", record.meeting.id, "reason")
    live = register.meeting(record.meeting.id)
    assert live is not None
    reopening = Reopening(
        ctx.new_id(), record.meeting.id, record.revision, ctx.now.replace(microsecond=0), reason
    )
    return Changes(
        Act.REOPEN_MEETING,
        (update(live, state=MeetingState.RUNNING), insert(reopening)),
        (("date", record.meeting.date.isoformat()),),
    )


def correct(record: MeetingRecord, ctx: Context, text: str, head: tuple[int, str]) -> Answer:
    """Append a dated correction to closed minutes: a further closed version, the old one stays."""
    if record.meeting.state is not MeetingState.CLOSED:
        return refuse(Why.NOT_CLOSED, "meetings", record.meeting.id)
    if not text.strip():
        return refuse(Why.TEXT_MISSING, "corrections", record.meeting.id, "text")
    correction = insert(
        Correction(ctx.new_id(), record.meeting.id, ctx.now.replace(microsecond=0), text)
    )
    assert isinstance(correction.after, Correction)
    corrected = replace(
        record,
        corrections=(*record.corrections, correction.after),
        revision=record.revision + 1,
    )
    return Changes(
        Act.CORRECT_MEETING,
        (correction, insert(frozen(corrected, ctx, head))),
        (("date", record.meeting.date.isoformat()),),
    )


def chained_hash(json: str, previous: str) -> str:
    """Give the hash of a closed record: of its JSON and of the hash before it."""
    return hashlib.sha256(f"{previous}\n{json}".encode()).hexdigest()


def frozen(record: MeetingRecord, ctx: Context, head: tuple[int, str]) -> ClosedRecord:
    """Give the canonical JSON of a record, chained to the last closed record of the book."""
    position, previous = head
    json = canonical_json(record)
    return ClosedRecord(
        id=ctx.new_id(),
        meeting=record.meeting.id,
        revision=record.revision,
        position=position + 1,
        format=RECORD_FORMAT,
        at=ctx.now.replace(microsecond=0),
        json=json,
        sha256=chained_hash(json, previous),
        previous=previous,
    )


def _time_problems(record: MeetingRecord, ctx: Context) -> Iterator[Problem]:
    meeting = record.meeting
    if meeting.date > ctx.now.date():
        yield Problem(Why.NOT_YET_HELD, "meetings", meeting.id, "date")
    if meeting.start is None:
        yield Problem(Why.START_MISSING, "meetings", meeting.id, "start")
    if meeting.end is None:
        yield Problem(Why.END_MISSING, "meetings", meeting.id, "end")
    if meeting.start and meeting.end and meeting.end <= meeting.start:
        yield Problem(Why.END_BEFORE_START, "meetings", meeting.id, "end")


def _attendance_problems(record: MeetingRecord) -> Iterator[Problem]:
    meeting = record.meeting
    if not record.roster:
        yield Problem(Why.ROSTER_EMPTY, "attendance", meeting.id)
    count = headcount(record)
    if not count.adds_up:
        first = next(
            line
            for line in record.roster
            if line.standing is StandingKind.ACTIVE and line.mark is Mark.NONE
        )
        words = (("count", str(count.unmarked)), ("who", first.name))
        yield Problem(Why.MEMBERS_UNMARKED, "attendance", first.id, "mark", words)
    roles = (
        (meeting.chair, "chair", Why.CHAIR_MISSING, Why.CHAIR_ABSENT),
        (
            meeting.minute_taker,
            "minute_taker",
            Why.MINUTE_TAKER_MISSING,
            Why.MINUTE_TAKER_ABSENT,
        ),
    )
    for member, field, missing, absent in roles:
        line = record.attendance_of(member)
        if member is None:
            yield Problem(missing, "meetings", meeting.id, field)
        elif line is None or line.mark is not Mark.PRESENT:
            who = (("who", record.name_of(member)),)
            yield Problem(absent, "meetings", meeting.id, field, who)


def _vote_problems(record: MeetingRecord) -> Iterator[Problem]:
    for vote in record.votes:
        problem = vote_problem(record, vote)
        if problem is not None:
            yield from problem.problems


def _task_problems(record: MeetingRecord) -> Iterator[Problem]:
    for task in tasks_without_result(record):
        words = (("code", task.code), ("what", task.what))
        yield Problem(Why.TASK_WITHOUT_RESULT, "reviews", task.id, "result", words)
