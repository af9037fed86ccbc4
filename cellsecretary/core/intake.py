"""What records that come back to a book would be there: new, later, known, or in conflict."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import StrEnum
from itertools import chain
from typing import TYPE_CHECKING

from cellsecretary.core.closed_rows import Correction, Reopening
from cellsecretary.core.kinds import MeetingState
from cellsecretary.core.redact import redact
from cellsecretary.core.rows import (
    AgendaItem,
    Attendance,
    Document,
    Guest,
    Meeting,
    Member,
    Opinion,
    Petition,
    Review,
    Row,
    ScoreMark,
    Task,
    Vote,
)

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator, Mapping

    from cellsecretary.core.change import Change
    from cellsecretary.core.record import MeetingRecord
    from cellsecretary.core.register import CellRecord


class Arrival(StrEnum):
    """What a record that arrives is to the book."""

    NEW = "new"
    CLOSES = "closes"
    NEWER = "newer"
    KNOWN = "known"
    OLDER = "older"
    DRAFT = "draft"
    CONFLICT = "conflict"
    DAY_TAKEN = "day_taken"

    @property
    def is_taken_in(self) -> bool:
        """Whether the book would be changed by it."""
        return self in (Arrival.NEW, Arrival.CLOSES, Arrival.NEWER)


@dataclass(frozen=True, slots=True)
class Held:
    """What a book has of a meeting: its record, and its rows as they stand in the tables."""

    record: MeetingRecord
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Look:
    """What a meeting found still waiting of the petitions before it: all that were not answered."""

    date: dt.date
    waiting: tuple[Petition, ...]


@dataclass(frozen=True, slots=True)
class Shelf:
    """What a book has of some records: their meetings by id, where it has them.

    `elsewhere` are ids of rows in the records that the book has at other meetings; `looks` are what
    its own later meetings found. `prepared` are meetings that the book lacks, by the committee
    meeting that prepared them.
    """

    held: Mapping[str, Held]
    elsewhere: frozenset[str] = frozenset()
    looks: tuple[Look, ...] = ()
    prepared: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Arriving:
    """A record that arrives, and what it is to the book."""

    record: MeetingRecord
    arrival: Arrival


class Counted(StrEnum):
    """What a secretary counts of that which comes into a book."""

    MEETING = "meeting"
    MEMBER = "member"
    AGENDA_ITEM = "agenda_item"
    ATTENDANCE = "attendance"
    GUEST = "guest"
    OPINION = "opinion"
    VOTE = "vote"
    DOCUMENT = "document"
    TASK = "task"
    REVIEW = "review"
    PETITION = "petition"
    SCORE_MARK = "score_mark"
    CORRECTION = "correction"
    REOPENING = "reopening"


_COUNTED: Mapping[type[Row], Counted] = {
    Meeting: Counted.MEETING,
    Member: Counted.MEMBER,
    AgendaItem: Counted.AGENDA_ITEM,
    Attendance: Counted.ATTENDANCE,
    Guest: Counted.GUEST,
    Opinion: Counted.OPINION,
    Vote: Counted.VOTE,
    Document: Counted.DOCUMENT,
    Task: Counted.TASK,
    Review: Counted.REVIEW,
    Petition: Counted.PETITION,
    ScoreMark: Counted.SCORE_MARK,
    Correction: Counted.CORRECTION,
    Reopening: Counted.REOPENING,
}


@dataclass(frozen=True, slots=True)
class Tally:
    """How many of one kind would be added, changed and taken away."""

    counted: Counted
    added: int
    changed: int
    removed: int


def arriving(
    register: CellRecord, shelf: Shelf, records: Iterable[MeetingRecord]
) -> tuple[Arriving, ...]:
    """Compare records with the book, in the order of time; of one meeting the latest counts."""
    latest: dict[str, list[MeetingRecord]] = {}
    for record in records:
        versions = latest.setdefault(record.meeting.id, [])
        if not versions or _age(record) > _age(versions[0]):
            versions[:] = [record]
        elif _age(record) == _age(versions[0]):
            versions.append(record)
    found = (_of_versions(shelf, versions) for versions in latest.values())
    return tuple(_one_a_day(register, sorted(found, key=lambda one: _begins(one.record))))


def _one_a_day(register: CellRecord, found: Iterable[Arriving]) -> Iterator[Arriving]:
    """Let no meeting come onto a day that another one has, there or among those that arrive."""
    for one in found:
        meeting = one.record.meeting
        if one.arrival.is_taken_in and meeting.state is not MeetingState.CANCELLED:
            if register.same_day_as(meeting) is not None:
                yield replace(one, arrival=Arrival.DAY_TAKEN)
                continue
            others = tuple(other for other in register.meetings if other.id != meeting.id)
            register = replace(register, meetings=(*others, meeting))
        yield one


def rows_of(record: MeetingRecord) -> tuple[Row, ...]:
    """Give every row that belongs to the meeting of a record, but the meeting itself."""
    parts: tuple[tuple[Row, ...], ...] = (
        *(record.agenda, record.roster, record.guests, record.opinions, record.votes),
        *(record.documents, record.tasks, record.reviews, record.petitions),
        *(record.scores, record.reopenings, record.corrections),
    )
    return tuple(chain.from_iterable(parts))


def _begins(record: MeetingRecord) -> tuple[dt.date, dt.time, str]:
    return record.meeting.date, record.meeting.starts, record.meeting.id


def _age(record: MeetingRecord) -> tuple[bool, int]:
    """Order copies of a meeting: one that was closed counts more than any draft."""
    return not record.is_draft, record.revision


def _of_versions(shelf: Shelf, versions: list[MeetingRecord]) -> Arriving:
    """Compare copies of one version: what was left out of one may stand in another."""
    fullest = next((one for one in versions if redact(one) != one), versions[0])
    if not all(_same(fullest, other) for other in versions):
        return Arriving(fullest, Arrival.CONFLICT)
    if any(row.id in shelf.elsewhere for row in rows_of(fullest)):
        return Arriving(fullest, Arrival.CONFLICT)
    return Arriving(fullest, _arrival(shelf.held.get(fullest.meeting.id), fullest))


def _arrival(held: Held | None, record: MeetingRecord) -> Arrival:
    if held is None:
        # One that was opened again would begin to count its versions anew.
        return Arrival.DRAFT if record.is_draft and record.revision else Arrival.NEW
    ours = held.record
    if _same(ours, record):
        return Arrival.KNOWN
    if record.is_draft:
        return Arrival.DRAFT
    if record.revision > ours.revision:
        if not _goes_on_from(ours, record):
            return Arrival.CONFLICT
        return Arrival.CLOSES if ours.is_draft else Arrival.NEWER
    # A meeting that was opened again keeps the number of what it was opened from.
    is_older = record.revision < ours.revision or ours.is_draft
    return Arrival.OLDER if is_older else Arrival.CONFLICT


def _goes_on_from(ours: MeetingRecord, record: MeetingRecord) -> bool:
    """Tell whether a later version has all that was corrected and opened again here.

    Else the two went on apart, and taking one would lose what the other says.
    """
    corrections = {row.id for row in ours.corrections} <= {row.id for row in record.corrections}
    return corrections and {row.id for row in ours.reopenings} <= {
        row.id for row in record.reopenings
    }


def _same(one: MeetingRecord, other: MeetingRecord) -> bool:
    """Tell whether two records say the same, where neither left it out.

    The rules are those of the day either way; only what an older program did not know of them may
    have been filled in otherwise.
    """
    other = replace(other, rules=one.rules)
    return one == other or redact(one) == redact(other)


def tallies(changes: Iterable[Change]) -> tuple[Tally, ...]:
    """Count the changes of an act by what they are about, in the order of `Counted`."""
    counts = {counted: [0, 0, 0] for counted in Counted}
    for change in changes:
        counted = _COUNTED.get(type(change.row))
        if counted is not None:
            place = 0 if change.before is None else 2 if change.after is None else 1
            counts[counted][place] += 1
    return tuple(Tally(counted, *numbers) for counted, numbers in counts.items() if any(numbers))
