"""What can be noted about who attends: marks, reasons, times, fees, guests, the roster itself."""

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
from cellsecretary.core.kinds import Mark, MeetingState, StandingKind
from cellsecretary.core.operations.guards import next_position, on_open_meeting
from cellsecretary.core.record import merged_roster
from cellsecretary.core.rows import Meeting
from cellsecretary.core.vietnamese import tidy_line

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

    from cellsecretary.core.record import MeetingRecord
    from cellsecretary.core.rows import Attendance, Guest

_ACTS = {
    Mark.PRESENT: Act.MARK_PRESENT,
    Mark.EXCUSED: Act.MARK_EXCUSED,
    Mark.UNEXCUSED: Act.MARK_UNEXCUSED,
    Mark.NONE: Act.UNMARK,
}
_NEXT = {
    Mark.NONE: Mark.PRESENT,
    Mark.PRESENT: Mark.EXCUSED,
    Mark.EXCUSED: Mark.UNEXCUSED,
    Mark.UNEXCUSED: Mark.PRESENT,
}


def next_mark(line: Attendance) -> Mark:
    """Give the mark that one click or key leads to.

    Who is not required to come (exempt, visiting) is either present or not noted.
    """
    if line.standing is not StandingKind.ACTIVE:
        return Mark.NONE if line.mark is Mark.PRESENT else Mark.PRESENT
    return _NEXT[line.mark]


@on_open_meeting
def mark(
    record: MeetingRecord, ctx: Context, member: str, to: Mark, reason: str | None = None
) -> Answer:
    """Mark one member; the first mark of a meeting copies the roster and starts it."""
    line = record.attendance_of(member)
    if line is None:
        return refuse(Why.MEMBER_UNKNOWN, "attendance", member)
    if line.standing is StandingKind.AWAY and to is not Mark.NONE:
        return refuse(Why.AWAY_CANNOT_ATTEND, "attendance", line.id, who=line.name)
    if line.standing is not StandingKind.ACTIVE and to in (Mark.EXCUSED, Mark.UNEXCUSED):
        return refuse(Why.NOT_ABSENT_BY_STANDING, "attendance", line.id, who=line.name)
    present = to is Mark.PRESENT
    after = replace(
        line,
        mark=to,
        reason=tidy_line(reason if reason is not None else line.reason)
        if to is Mark.EXCUSED
        else "",
        late=line.late if present else None,
        left_early=line.left_early if present else None,
    )
    words = (("number", str(line.number)), ("who", line.name))
    return Changes(_ACTS[to], _with_lines(record, [after]), words)


@on_open_meeting
def mark_all_present(record: MeetingRecord, ctx: Context) -> Answer:
    """Mark present every required member who has no mark yet: then only the exceptions remain."""
    lines = [
        replace(line, mark=Mark.PRESENT)
        for line in record.roster
        if line.standing is StandingKind.ACTIVE and line.mark is Mark.NONE
    ]
    return Changes(Act.MARK_ALL_PRESENT, _with_lines(record, lines), (("count", str(len(lines))),))


@on_open_meeting
def note(
    record: MeetingRecord,
    ctx: Context,
    member: str,
    *,
    reason: str = "",
    late: dt.time | None = None,
    left_early: dt.time | None = None,
) -> Answer:
    """Note the reason of an absence, or when somebody present came late or left early."""
    line = record.attendance_of(member)
    if line is None:
        return refuse(Why.MEMBER_UNKNOWN, "attendance", member)
    present = line.mark is Mark.PRESENT
    after = replace(
        line,
        reason="" if present else tidy_line(reason),
        late=late if present else None,
        left_early=left_early if present else None,
    )
    if after.late and after.left_early and after.left_early <= after.late:
        return refuse(Why.END_BEFORE_START, "attendance", member, "left_early")
    lines = [after] if after != line else []
    words = (("number", str(line.number)), ("who", line.name))
    return Changes(Act.NOTE_ATTENDANCE, _with_lines(record, lines), words)


@on_open_meeting
def take_over_register(
    record: MeetingRecord, ctx: Context, register: Iterable[Attendance]
) -> Answer:
    """Bring a copied roster up to the register of today; marks already noted are kept."""
    if not record.roster_is_copied:
        return Changes(Act.TAKE_OVER_REGISTER, ())
    before = {line.id: line for line in record.roster}
    after = {line.id: line for line in merged_roster(record.roster, register)}
    changes = [delete(line) for key, line in before.items() if key not in after]
    changes += [replaced(before.get(key), line) for key, line in after.items()]
    return Changes(Act.TAKE_OVER_REGISTER, tuple(changes))


@on_open_meeting
def change_fees(
    record: MeetingRecord, ctx: Context, paid: int | None, owing: Iterable[str]
) -> Answer:
    """Note how many paid their fee and who owes it, as announced; neither follows the other."""
    if paid is not None and paid < 0:
        return refuse(Why.NEGATIVE_COUNT, "meetings", record.meeting.id, "fees_paid")
    owing = frozenset(owing)
    lines = [
        replace(line, fee_owing=line.member in owing)
        for line in record.roster
        if line.fee_owing != (line.member in owing)
    ]
    changes = _with_lines(record, lines)
    if paid != record.meeting.fees_paid:
        started = any(isinstance(change.after, Meeting) for change in changes)
        state = MeetingState.RUNNING if started else record.meeting.state
        change = update(record.meeting, state=state, fees_paid=paid)
        changes = (change, *(c for c in changes if not isinstance(c.after, Meeting)))
    return Changes(Act.CHANGE_FEES, changes)


@on_open_meeting
def add_guest(record: MeetingRecord, ctx: Context, guest: Guest) -> Answer:
    """Enter a guest of this meeting; the id is given here."""
    guest = _tidied(
        replace(
            guest,
            id=ctx.new_id(),
            meeting=record.meeting.id,
            position=next_position(record.guests),
        )
    )
    if not guest.name:
        return refuse(Why.NAME_MISSING, "guests", "", "name")
    return Changes(Act.ADD_GUEST, (insert(guest),), (("who", guest.name),))


@on_open_meeting
def change_guest(record: MeetingRecord, ctx: Context, guest: Guest) -> Answer:
    """Change name, title or role of a guest, or whether the guest came."""
    before = next(row for row in record.guests if row.id == guest.id)
    after = _tidied(guest)
    if not after.name:
        return refuse(Why.NAME_MISSING, "guests", guest.id, "name")
    changes = (replaced(before, after),)
    return Changes(Act.CHANGE_GUEST, changes, (("who", after.name),))


@on_open_meeting
def delete_guest(record: MeetingRecord, ctx: Context, guest: str) -> Answer:
    """Take a guest off this meeting."""
    row = next(row for row in record.guests if row.id == guest)
    return Changes(Act.DELETE_GUEST, (delete(row),), (("who", row.name),))


def _tidied(guest: Guest) -> Guest:
    return replace(guest, name=tidy_line(guest.name), title=tidy_line(guest.title))


def _with_lines(record: MeetingRecord, lines: list[Attendance]) -> tuple[Change, ...]:
    """Write lines of the roster; a roster that still follows the register is copied first."""
    before = {line.id: line for line in record.roster}
    if record.roster_is_copied:
        return tuple(replaced(before[line.id], line) for line in lines)
    if not lines:
        return ()
    after = before | {line.id: line for line in lines}
    return (
        update(record.meeting, state=MeetingState.RUNNING),
        *(insert(line) for line in after.values()),
    )
