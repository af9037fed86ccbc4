"""What can be done to a meeting as a whole: plan, change, prepare, time, cancel, follow up."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from cellsecretary.core.change import (
    Act,
    Answer,
    Change,
    Changes,
    Context,
    Why,
    delete,
    insert,
    refuse,
    replaced,
    update,
)
from cellsecretary.core.kinds import MeetingKind, MeetingState
from cellsecretary.core.operations.guards import on_open_meeting
from cellsecretary.core.rows import AgendaItem, Guest, Meeting
from cellsecretary.core.track import FOLLOW_UP, PREPARATION
from cellsecretary.core.vietnamese import tidy_line

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from cellsecretary.core.change import Refusal
    from cellsecretary.core.record import MeetingRecord
    from cellsecretary.core.register import CellRecord
    from cellsecretary.core.ruleset import RuleSet
    from cellsecretary.core.track import TrackStep


def plan_meeting(
    register: CellRecord,
    ctx: Context,
    meeting: Meeting,
    rules: RuleSet,
    guests: Sequence[Guest] = (),
    *,
    with_template: bool = True,
) -> Answer:
    """Plan a meeting with the agenda of its kind's template; ids are given here.

    The chair presents what the template leaves to the meeting's chair; an empty post of the
    template leaves the presenter open.
    """
    meeting = _tidied(replace(meeting, id=ctx.new_id(), state=MeetingState.PLANNED))
    wrong = _wrong(register, meeting)
    if wrong:
        return wrong
    changes: list[Change] = [insert(meeting)]
    changes += [
        insert(replace(guest, id=ctx.new_id(), meeting=meeting.id, position=position))
        for position, guest in enumerate(guests, 1)
    ]
    if with_template:
        changes += template_items(register, ctx, meeting, rules)
    return Changes(Act.PLAN_MEETING, tuple(changes), (("date", meeting.date.isoformat()),))


def template_items(
    register: CellRecord, ctx: Context, meeting: Meeting, rules: RuleSet
) -> list[Change]:
    """Give the items that the template of a meeting's kind puts on its agenda."""
    by_post = {m.post: m.id for m in reversed(register.members_on(meeting.date)) if m.post}
    return [
        insert(
            AgendaItem(
                id=ctx.new_id(),
                meeting=meeting.id,
                position=position,
                part=step.part,
                title=step.title,
                presenter=by_post.get(step.presenter_post),
                minutes=step.minutes,
            )
        )
        for position, step in enumerate(rules.agendas.get(meeting.kind, ()), 1)
    ]


@on_open_meeting
def change_meeting(
    record: MeetingRecord,
    ctx: Context,
    register: CellRecord,
    meeting: Meeting,
    guests: Sequence[Guest] | None = None,
) -> Answer:
    """Replace the plan of a meeting, and its guests where given; those without an id are new.

    Once the roster is copied date and kind stay. A committee meeting is not prepared by another.
    """
    after = _tidied(replace(meeting, id=record.meeting.id, state=record.meeting.state))
    moved = (after.date, after.kind) != (record.meeting.date, record.meeting.kind)
    if moved and record.roster_is_copied:
        return refuse(Why.MEETING_HAS_CONTENT, "meetings", after.id, "date")
    wrong = _wrong(register, after)
    if wrong:
        return wrong
    # What it issues and gives out bears its day.
    changes = [
        replaced(record.meeting, after),
        *(update(document, date=after.date) for document in record.documents),
        *(update(task, given=after.date) for task in record.tasks),
    ]
    if after.kind is MeetingKind.COMMITTEE:
        changes += _unlinked(register, after.id)
    if guests is not None:
        changes += _guest_changes(record, ctx, guests)
    return Changes(Act.CHANGE_MEETING, tuple(changes), (("date", after.date.isoformat()),))


def _guest_changes(record: MeetingRecord, ctx: Context, guests: Sequence[Guest]) -> list[Change]:
    before = {guest.id: guest for guest in record.guests}
    changes = [delete(row) for row in record.guests if row.id not in {g.id for g in guests}]
    for position, guest in enumerate(guests, 1):
        placed = replace(guest, meeting=record.meeting.id, position=position)
        if guest.id not in before:
            placed = replace(placed, id=ctx.new_id())
        changes.append(replaced(before.get(placed.id), placed))
    return changes


@on_open_meeting
def prepare_meeting(
    record: MeetingRecord, ctx: Context, step: TrackStep, done: dt.date | None
) -> Answer:
    """Note when one of the `PREPARATION` steps was done, None to take it back."""
    if step not in PREPARATION:
        msg = f"no step of the preparation: {step}"
        raise ValueError(msg)
    changes = (update(record.meeting, **{step: done}),)
    return Changes(Act.PREPARE_MEETING, changes, (("step", step),))


def follow_up_meeting(
    register: CellRecord, ctx: Context, meeting: str, step: TrackStep, done: dt.date | None
) -> Answer:
    """Note when one of the `FOLLOW_UP` steps was done, None to take it back.

    Only the row of the closed meeting changes, never its closed record.
    """
    if step not in FOLLOW_UP:
        msg = f"no step after a meeting: {step}"
        raise ValueError(msg)
    row = register.meeting(meeting)
    if row is None or row.state is not MeetingState.CLOSED:
        return refuse(Why.NOT_CLOSED, "meetings", meeting, step)
    if done is not None and not row.date <= done <= ctx.now.date():
        return refuse(Why.DATES_OUT_OF_ORDER, "meetings", meeting, step)
    changes = (update(row, **{step: done}),)
    return Changes(Act.FOLLOW_UP_MEETING, changes, (("step", step),))


@on_open_meeting
def set_times(
    record: MeetingRecord, ctx: Context, start: dt.time | None, end: dt.time | None
) -> Answer:
    """Note when the meeting really began and ended."""
    if start is not None and end is not None and end <= start:
        return refuse(Why.END_BEFORE_START, "meetings", record.meeting.id, "end")
    changes = (update(record.meeting, start=start, end=end),)
    return Changes(Act.SET_TIMES, changes)


@on_open_meeting
def cancel_meeting(
    record: MeetingRecord, ctx: Context, register: CellRecord, reason: str
) -> Answer:
    """Cancel a planned meeting with its reason; the row stays, and prepares nothing any more.

    A committee meeting that is still open goes on without the meeting that it was about.
    """
    if record.roster_is_copied:
        return refuse(Why.MEETING_HAS_CONTENT, "meetings", record.meeting.id)
    if not reason.strip():
        return refuse(Why.REASON_MISSING, "meetings", record.meeting.id, "cancel_reason")
    cancelled = update(
        record.meeting,
        state=MeetingState.CANCELLED,
        cancel_reason=tidy_line(reason),
        prepares=None,
    )
    changes = (cancelled, *_unlinked(register, record.meeting.id))
    return Changes(Act.CANCEL_MEETING, changes, (("date", record.meeting.date.isoformat()),))


@on_open_meeting
def delete_meeting(record: MeetingRecord, ctx: Context, register: CellRecord) -> Answer:
    """Take out a meeting planned by mistake: nothing but its plan may exist.

    What the committee has closed about it is more than a plan.
    """
    committee = register.committee_meetings(record.meeting.id)
    prepared = any(meeting.state is MeetingState.CLOSED for meeting in committee)
    written = any(item.body or item.conclusion for item in record.agenda)
    kept = (
        *(record.opinions, record.votes, record.tasks, record.reviews),
        *(record.documents, record.petitions, record.scores),
    )
    if record.roster_is_copied or written or any(kept) or prepared:
        return refuse(Why.MEETING_HAS_CONTENT, "meetings", record.meeting.id)
    changes = (
        *(delete(item) for item in record.agenda),
        *(delete(guest) for guest in record.guests),
        *_unlinked(register, record.meeting.id),
        delete(record.meeting),
    )
    return Changes(Act.DELETE_MEETING, changes, (("date", record.meeting.date.isoformat()),))


def _unlinked(register: CellRecord, meeting: str) -> list[Change]:
    """Let the open committee meetings about a meeting go on without it."""
    return [
        update(committee, prepares=None)
        for committee in register.committee_meetings(meeting)
        if committee.is_open
    ]


def _tidied(meeting: Meeting) -> Meeting:
    return replace(
        meeting,
        prepares=meeting.prepares if meeting.kind is MeetingKind.COMMITTEE else None,
        title=tidy_line(meeting.title),
        topic=tidy_line(meeting.topic),
        place=tidy_line(meeting.place),
        off_day_reason=tidy_line(meeting.off_day_reason),
    )


def _wrong(register: CellRecord, meeting: Meeting) -> Refusal | None:
    same = [
        other
        for other in register.meetings
        if other.id != meeting.id
        and other.date == meeting.date
        and other.kind is meeting.kind
        and other.state is not MeetingState.CANCELLED
        and meeting.kind is not MeetingKind.EXTRAORDINARY
    ]
    if same:
        return refuse(Why.MEETING_EXISTS, "meetings", meeting.id, "date")
    prepared = register.meeting(meeting.prepares)
    if prepared is not None and _begins(prepared) <= _begins(meeting):
        field, day = _where(meeting, prepared), prepared.date.isoformat()
        return refuse(Why.COMMITTEE_TOO_LATE, "meetings", meeting.id, field, date=day)
    for committee in register.committee_meetings(meeting.id):
        if _begins(meeting) <= _begins(committee):
            field, day = _where(meeting, committee), committee.date.isoformat()
            return refuse(Why.MEETING_TOO_EARLY, "meetings", meeting.id, field, date=day)
    for role in (meeting.chair, meeting.minute_taker):
        if role is not None and register.member(role) is None:
            return refuse(Why.MEMBER_UNKNOWN, "meetings", meeting.id, "chair")
    if meeting.start and meeting.end and meeting.end <= meeting.start:
        return refuse(Why.END_BEFORE_START, "meetings", meeting.id, "end")
    return None


def _begins(meeting: Meeting) -> tuple[dt.date, dt.time]:
    return meeting.date, meeting.starts


def _where(meeting: Meeting, other: Meeting) -> str:
    """Name the field that puts a meeting on the wrong side of another one."""
    return "starts" if meeting.date == other.date else "date"
