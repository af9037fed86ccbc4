"""Taking records back into a book: a lost month, or all that a new laptop is to have."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

from cellsecretary.core.change import (
    Act,
    Answer,
    Change,
    Changes,
    Why,
    delete,
    insert,
    refuse,
    update,
)
from cellsecretary.core.change import replaced as changed
from cellsecretary.core.intake import Look, rows_of
from cellsecretary.core.kinds import Mark, MeetingKind, MeetingState, Scorer, StandingKind
from cellsecretary.core.life_rows import Renaming
from cellsecretary.core.naming import named_on
from cellsecretary.core.operations.closing import frozen
from cellsecretary.core.operations.naming import NAMES
from cellsecretary.core.rows import (
    Attendance,
    Cell,
    Document,
    Meeting,
    Member,
    Petition,
    Review,
    Row,
    ScoreMark,
    Standing,
    Task,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from cellsecretary.core.change import Context
    from cellsecretary.core.intake import Arriving, Shelf
    from cellsecretary.core.record import MeetingRecord, Person
    from cellsecretary.core.register import CellRecord

_LATER: Mapping[type[Row], tuple[str, ...]] = {
    Meeting: ("minutes_posted", "reported", "score_confirmed", "score_confirmed_by"),
    Document: ("posted", "replaced_by"),
}
"""What comes after the closing: true of the row alone, so no record brings it."""

_WAY = ("sent", "answered", "answer", "told")
"""What becomes of a petition after its meeting; later meetings say how far it has come."""

_Key = tuple[type[Row], str]


def take_in(register: CellRecord, ctx: Context, found: Sequence[Arriving], shelf: Shelf) -> Answer:
    """Take into the book what is new, and what is later than its own.

    The members, tasks and petitions that a record names and the book does not have come with it;
    of a member it tells number, name and post, of the rest nothing. An empty book becomes that of
    the cell in the records; any other takes only its own.
    """
    cells = {one.record.cell.id for one in found}
    if len(cells) > 1 or (not _is_empty(register) and cells - {register.cell.id}):
        return refuse(Why.OTHER_CELL, "cells", register.cell.id)
    taken = [one.record for one in found if one.arrival.is_taken_in]
    if not taken:
        return refuse(Why.NOTHING_TO_TAKE_IN)
    # A task may have come with a later meeting, as if it had been given before the book; what
    # became of a petition may be known to a later meeting alone.
    stored: dict[_Key, Row] = {
        (Task, task.id): task for task in register.tasks if task.meeting is None
    }
    stored |= {(Petition, petition.id): petition for petition in register.petitions}
    stored |= {(type(row), row.id): row for one in taken for row in _stored(shelf, one)}
    arrived = _arriving_rows(register, taken, shelf.looks)
    kept = {(type(row), row.id) for row in arrived}
    gone = [row for key, row in stored.items() if key not in kept and not _comes_later(row)]
    lost = _still_needed(register, gone, taken)
    if lost is not None:
        return refuse(Why.TASK_STILL_NEEDED, "tasks", lost.id, code=lost.code)
    changes = [
        *_cell_changes(register, ctx, taken),
        *(insert(row) for row in _new_members(register, ctx, taken)),
        *(_change(stored.get((type(row), row.id)), row) for row in arrived),
        *(delete(row) for row in gone),
        *_prepared(register, taken, shelf),
    ]
    head = register.chain
    for record in taken:
        if not record.is_draft:
            closed = frozen(record, ctx, head)
            head = (closed.position, closed.sha256)
            changes.append(insert(closed))
    return Changes(Act.TAKE_IN, tuple(changes), (("count", str(len(taken))),))


def _prepared(
    register: CellRecord, taken: Sequence[MeetingRecord], shelf: Shelf
) -> Iterator[Change]:
    """Let committee meetings that are here find the meeting that they prepared."""
    arriving = {record.meeting.id for record in taken}
    for meeting in register.meetings:
        prepares = shelf.prepared.get(meeting.id)
        if prepares in arriving and meeting.id not in arriving:
            yield update(meeting, prepares=prepares)


def _is_empty(register: CellRecord) -> bool:
    return not (register.members or register.meetings or register.tasks or register.documents)


def _stored(shelf: Shelf, record: MeetingRecord) -> tuple[Row, ...]:
    found = shelf.held.get(record.meeting.id)
    return found.rows if found else ()


def _comes_later(row: Row) -> bool:
    """Tell whether a row comes after the closing of its meeting, or was of no meeting here."""
    if isinstance(row, Task):
        return row.meeting is None
    return isinstance(row, ScoreMark) and row.scorer is Scorer.SUPERIOR


def _still_needed(
    register: CellRecord, gone: Iterable[Row], taken: Sequence[MeetingRecord]
) -> Task | None:
    """Give a task that would go although a meeting has looked at it."""
    arriving = {record.meeting.id for record in taken}
    reviewed = {review.task for review in register.reviews if review.meeting not in arriving}
    reviewed |= {review.task for record in taken for review in record.reviews}
    return next((row for row in gone if isinstance(row, Task) and row.id in reviewed), None)


def _change(before: Row | None, row: Row) -> Change:
    later = _LATER.get(type(row))
    if later and before is not None:
        row = replace(row, **{name: getattr(before, name) for name in later})
    return changed(before, row)


# The rows of the records


def _arriving_rows(
    register: CellRecord, taken: Sequence[MeetingRecord], looks: Sequence[Look]
) -> tuple[Row, ...]:
    """Give the rows of the records, each once; of a row in several records the newest state."""
    there = {meeting.id for meeting in register.meetings} | {one.meeting.id for one in taken}
    tasks = {task.id for task in register.tasks} | {task.id for one in taken for task in one.tasks}
    petitions = _petitions(register, taken, looks)
    rows: dict[_Key, Row] = {}
    carried = {entry.task.id for record in taken for entry in record.carried}
    for record in taken:
        for row in _rows(record, there):
            # Of a task that went since nothing can be noted; the closed record has it still.
            if not isinstance(row, Review) or row.task in tasks | carried:
                rows[type(row), row.id] = row
        for entry in record.carried:
            if entry.task.id not in tasks:
                # Given at a meeting that is not here, as if before the book.
                rows.setdefault((Task, entry.task.id), replace(entry.task, meeting=None))
    rows |= {(Petition, petition.id): petition for petition in petitions.values()}
    return tuple(rows.values())


def _petitions(
    register: CellRecord, taken: Sequence[MeetingRecord], looks: Sequence[Look]
) -> dict[str, Petition]:
    """Give the petitions of the book and of the records, as the latest meetings know them.

    One that arrives, and that a later meeting did not find waiting, was answered the day before it
    at the latest.
    """
    arriving = {record.meeting.id for record in taken}
    newest = {
        petition.id: petition for petition in register.petitions if petition.meeting not in arriving
    }
    known = {petition.id: petition for petition in register.petitions}
    for record in taken:
        for petition in record.petitions:
            newest[petition.id] = _followed(petition, known.get(petition.id, petition))
    meetings = (*register.meetings, *(record.meeting for record in taken))
    days = {meeting.id: meeting.date for meeting in meetings}
    own = (
        Look(record.meeting.date, record.waiting)
        for record in taken
        if record.meeting.kind is not MeetingKind.COMMITTEE
    )
    for look in sorted((*own, *looks), key=lambda look: look.date):
        waiting = {petition.id: petition for petition in look.waiting}
        told = look.date - dt.timedelta(days=1)
        for key, petition in newest.items():
            if not petition.is_open or days[petition.meeting] >= look.date:
                continue
            if key in waiting:
                newest[key] = _followed(petition, waiting[key])
            elif petition.meeting in arriving:
                newest[key] = replace(petition, told=told)
    return newest


def _followed(petition: Petition, other: Petition) -> Petition:
    """Give a petition with what another copy of it knows of its way, and it does not."""
    found = {name: getattr(petition, name) or getattr(other, name) for name in _WAY}
    return replace(petition, **found)


def _rows(record: MeetingRecord, there: set[str]) -> Iterator[Row]:
    meeting = record.meeting
    yield meeting if meeting.prepares in there else replace(meeting, prepares=None)
    for row in rows_of(record):
        # Until the meeting begins its roster follows the register; only marks are kept.
        if isinstance(row, Attendance) and row.mark is Mark.NONE and not record.roster_is_copied:
            continue
        yield row


# The cell and its register


def _cell_changes(
    register: CellRecord, ctx: Context, taken: Sequence[MeetingRecord]
) -> Iterator[Change]:
    """Give an empty book the cell of the records, with the names of each time."""
    first, last = taken[0].cell, taken[-1].cell
    if register.cell.id == first.id:
        return
    cell = replace(last, name=first.name, superior=first.superior, commune=first.commune)
    yield delete(register.cell)
    yield insert(cell)
    yield from map(delete, register.renamings)
    renamings: list[Renaming] = []
    for record in taken:
        day = record.meeting.date
        is_new = _names(named_on(cell, renamings, day)) != _names(record.cell)
        if is_new and day not in {renaming.since for renaming in renamings}:
            renamings.append(Renaming(ctx.new_id(), day, *_names(record.cell)))
    yield from map(insert, renamings)


def _names(cell: Cell) -> tuple[str, ...]:
    return tuple(getattr(cell, name) for name in NAMES)


def _new_members(
    register: CellRecord, ctx: Context, taken: Sequence[MeetingRecord]
) -> Iterator[Row]:
    """Give the members whom the records name and the register does not have.

    A record tells neither when somebody became official nor since when an exemption holds: the
    first of these meetings that says so stands for it. Who was not summoned any more has left.
    """
    newest: dict[str, Person] = {}
    # The latest first: where a number was given again, it is that of who has it now.
    for record in reversed(taken):
        newest = newest | {one.id: one for one in record.people if one.id not in newest}
    full = [one for one in taken if one.meeting.kind is not MeetingKind.COMMITTEE]
    # Whoever was summoned to a meeting that the book has is in its register already.
    held = {meeting.date for meeting in register.meetings if _has_roster(meeting)}
    days = sorted(held | {one.meeting.date for one in full})
    numbers = {member.number for member in register.members}
    for person in newest.values():
        if register.member(person.id) is not None:
            continue
        number = person.number if person.number not in numbers else max(numbers) + 1
        numbers.add(number)
        lines = [(one.meeting.date, one.attendance_of(person.id)) for one in full]
        present = [(day, line) for day, line in lines if line is not None]
        yield Member(
            id=person.id,
            number=number,
            name=person.name,
            post=person.post,
            official=next((day for day, line in present if line.official), None),
            left=_left(person.id, days, full, present[-1][0] if present else None),
            village_head=person.village_head,
        )
        standing = present[-1][1].standing if present else StandingKind.ACTIVE
        if standing is not StandingKind.ACTIVE:
            since = next(day for day, line in present if line.standing is standing)
            yield Standing(ctx.new_id(), person.id, standing, since)


def _left(
    member: str, days: Sequence[dt.date], full: Sequence[MeetingRecord], last: dt.date | None
) -> dt.date | None:
    """Give the first meeting to which somebody was not summoned any more.

    Who was summoned to none of them, and leads a task since earlier, had left before.
    """
    if last is not None:
        return next((day for day in days if day > last), None)
    naming = (one.meeting.date for one in full if one.person(member) is not None)
    return next(naming, None)


def _has_roster(meeting: Meeting) -> bool:
    held = meeting.state in (MeetingState.RUNNING, MeetingState.CLOSED)
    return held and meeting.kind is not MeetingKind.COMMITTEE
