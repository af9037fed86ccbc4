"""What can be done to a meeting as a whole: plan, change, prepare, time, cancel."""

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
from cellsecretary.core.vietnamese import tidy_line

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Sequence

    from cellsecretary.core.change import Refusal
    from cellsecretary.core.record import MeetingRecord
    from cellsecretary.core.register import CellRecord
    from cellsecretary.core.ruleset import RuleSet, TemplateItem

PREPARATION = ("committee_met", "notified", "superior_notified", "posted")
"""The four dated steps before a meeting, as fields of `Meeting`."""


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

    Once the roster is copied date and kind stay.
    """
    after = _tidied(replace(meeting, id=record.meeting.id, state=record.meeting.state))
    moved = (after.date, after.kind) != (record.meeting.date, record.meeting.kind)
    if moved and record.roster_is_copied:
        return refuse(Why.MEETING_HAS_CONTENT, "meetings", after.id, "date")
    dated = after.date != record.meeting.date
    wrong = together(_faults(register, after, dated=dated))
    if wrong:
        return wrong
    changes = [replaced(record.meeting, after)]
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
def prepare_meeting(record: MeetingRecord, ctx: Context, step: str, done: dt.date | None) -> Answer:
    """Note when one of the `PREPARATION` steps was done, None to take it back."""
    if step not in PREPARATION:
        msg = f"no step of the preparation: {step}"
        raise ValueError(msg)
    changes = (update(record.meeting, **{step: done}),)
    return Changes(Act.PREPARE_MEETING, changes, (("step", step),))


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
def cancel_meeting(record: MeetingRecord, ctx: Context, reason: str) -> Answer:
    """Cancel a planned meeting with its reason; the row stays."""
    if record.roster_is_copied:
        return refuse(Why.MEETING_HAS_CONTENT, "meetings", record.meeting.id)
    if not reason.strip():
        return refuse(Why.REASON_MISSING, "meetings", record.meeting.id, "cancel_reason")
    change = update(record.meeting, state=MeetingState.CANCELLED, cancel_reason=tidy_line(reason))
    return Changes(Act.CANCEL_MEETING, (change,), (("date", record.meeting.date.isoformat()),))


@on_open_meeting
def delete_meeting(record: MeetingRecord, ctx: Context) -> Answer:
    """Take out a meeting planned by mistake: nothing but its plan may exist."""
    written = any(item.body or item.conclusion for item in record.agenda)
    kept = (record.opinions, record.votes, record.tasks, record.reviews, record.documents)
    if record.roster_is_copied or written or any(kept) or record.petitions:
        return refuse(Why.MEETING_HAS_CONTENT, "meetings", record.meeting.id)
    changes = (
        *(delete(item) for item in record.agenda),
        *(delete(guest) for guest in record.guests),
        delete(record.meeting),
    )
    return Changes(Act.DELETE_MEETING, changes, (("date", record.meeting.date.isoformat()),))


def _tidied(meeting: Meeting) -> Meeting:
    return replace(
        meeting,
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
    same = any(
        other.id != meeting.id
        and other.date == meeting.date
        and other.kind is meeting.kind
        and other.state is not MeetingState.CANCELLED
        for other in register.meetings
    )
    if same and meeting.kind is not MeetingKind.EXTRAORDINARY:
        yield refuse(Why.MEETING_EXISTS, *here, "date")
    for role in ("chair", "minute_taker"):
        member = getattr(meeting, role)
        if member is not None and register.member(member) is None:
            yield refuse(Why.MEMBER_UNKNOWN, *here, role)
    if meeting.start and meeting.end and meeting.end <= meeting.start:
        yield refuse(Why.END_BEFORE_START, *here, "end")
