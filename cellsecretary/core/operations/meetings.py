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
    together,
    update,
)
from cellsecretary.core.kinds import MeetingKind, MeetingState
from cellsecretary.core.operations.guards import on_open_meeting
from cellsecretary.core.rows import AgendaItem, Guest, Meeting
from cellsecretary.core.templates import general_steps
from cellsecretary.core.track import FOLLOW_UP, PREPARATION
from cellsecretary.core.vietnamese import tidy_line

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Sequence

    from cellsecretary.core.change import Refusal
    from cellsecretary.core.record import MeetingRecord
    from cellsecretary.core.register import CellRecord
    from cellsecretary.core.ruleset import RuleSet, TemplateItem
    from cellsecretary.core.track import TrackStep


def plan_meeting(
    register: CellRecord,
    ctx: Context,
    meeting: Meeting,
    rules: RuleSet,
    guests: Sequence[Guest] = (),
    *,
    steps: Sequence[TemplateItem] | None = None,
) -> Answer:
    """Plan a meeting with the steps given, else those of its kind's general template.

    Ids are given here.
    """
    meeting = _tidied(replace(meeting, id=ctx.new_id(), state=MeetingState.PLANNED))
    wrong = together(_faults(register, meeting, dated=True))
    if wrong:
        return wrong
    changes: list[Change] = [insert(meeting)]
    changes += [
        insert(replace(guest, id=ctx.new_id(), meeting=meeting.id, position=position))
        for position, guest in enumerate(guests, 1)
    ]
    if steps is None:
        steps = general_steps(rules, meeting.kind, register.cell.kind)
    changes += template_items(register, ctx, meeting, steps)
    return Changes(Act.PLAN_MEETING, tuple(changes), (("date", meeting.date.isoformat()),))


def template_items(
    register: CellRecord, ctx: Context, meeting: Meeting, steps: Sequence[TemplateItem]
) -> list[Change]:
    """Give the items that the steps of a template put on the agenda of a meeting.

    Who holds the post of a step presents it; without a post the presenter stays open.
    """
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
        for position, step in enumerate(steps, 1)
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

    Once the roster is copied date and kind stay, but for a meeting that is held before its day: it
    could not be closed otherwise. A committee meeting is not prepared by another.
    """
    after = _tidied(replace(meeting, id=record.meeting.id, state=record.meeting.state))
    dated = after.date != record.meeting.date
    is_early = record.meeting.date > ctx.now.date()
    moved = after.kind is not record.meeting.kind or (dated and not is_early)
    if moved and record.roster_is_copied:
        return refuse(Why.MEETING_HAS_CONTENT, "meetings", after.id, "date")
    wrong = together(_faults(register, after, dated=dated))
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


def _faults(register: CellRecord, meeting: Meeting, *, dated: bool) -> Iterator[Refusal]:
    """Give what is wrong with a meeting; `dated` says that it gets its date now.

    A meeting keeps the date that it has when a new term begins after it.
    """
    here = ("meetings", meeting.id)
    term = register.cell.term_start
    if dated and meeting.date < term:
        yield refuse(Why.BEFORE_TERM, *here, "date", date=term.isoformat())
    if register.same_day_as(meeting) is not None:
        yield refuse(Why.MEETING_EXISTS, *here, "date")
    yield from _order_faults(register, meeting)
    for role in ("chair", "minute_taker"):
        member = getattr(meeting, role)
        if member is not None and register.member(member) is None:
            yield refuse(Why.MEMBER_UNKNOWN, *here, role)
    if meeting.start and meeting.end and meeting.end <= meeting.start:
        yield refuse(Why.END_BEFORE_START, *here, "end")


def _order_faults(register: CellRecord, meeting: Meeting) -> Iterator[Refusal]:
    """Give what is wrong when the committee does not meet before the meeting that it prepares."""
    here = ("meetings", meeting.id)
    prepared = register.meeting(meeting.prepares)
    if prepared is not None and _begins(prepared) <= _begins(meeting):
        field, day = _where(meeting, prepared), prepared.date.isoformat()
        yield refuse(Why.COMMITTEE_TOO_LATE, *here, field, date=day)
    for committee in register.committee_meetings(meeting.id):
        if _begins(meeting) <= _begins(committee):
            field, day = _where(meeting, committee), committee.date.isoformat()
            yield refuse(Why.MEETING_TOO_EARLY, *here, field, date=day)


def _begins(meeting: Meeting) -> tuple[dt.date, dt.time]:
    return meeting.date, meeting.starts


def _where(meeting: Meeting, other: Meeting) -> str:
    """Name the field that puts a meeting on the wrong side of another one."""
    return "starts" if meeting.date == other.date else "date"
