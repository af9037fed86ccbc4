"""Attendance over a period: who came to which meeting, each member's and each meeting's share.

Committee meetings are left out: only few are summoned to them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from cellsecretary.core.facts import facts, percent_of
from cellsecretary.core.kinds import Mark, MeetingKind, StandingKind
from cellsecretary.core.record import is_in_cell

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

    from cellsecretary.core.period import PeriodRecord
    from cellsecretary.core.record import MeetingRecord
    from cellsecretary.core.register import CellRecord
    from cellsecretary.core.rows import Attendance


@dataclass(frozen=True, slots=True)
class Tally:
    """How those required divide; excused absences stand apart from unexcused ones."""

    required: int
    present: int
    excused: int
    unexcused: int

    @property
    def percent(self) -> float | None:
        """The share present, with one decimal; None where nobody was required."""
        return percent_of(self.present, self.required)

    @property
    def missed(self) -> int:
        """How often somebody did not come, with a reason or without."""
        return self.excused + self.unexcused

    def __add__(self, other: Tally) -> Tally:
        return Tally(
            self.required + other.required,
            self.present + other.present,
            self.excused + other.excused,
            self.unexcused + other.unexcused,
        )


NOTHING = Tally(0, 0, 0, 0)
_ABSENT = (Mark.EXCUSED, Mark.UNEXCUSED)


def tally_facts(tally: Tally) -> dict[str, int | float | None]:
    """Give a tally as the commands that show a book or a board print it."""
    return {
        "required": tally.required,
        "present": tally.present,
        "excused": tally.excused,
        "unexcused": tally.unexcused,
        "percent": tally.percent,
    }


@dataclass(frozen=True, slots=True)
class MeetingLine:
    """One meeting as a whole; `id` is that of the meeting, also of one on paper only."""

    id: str
    date: dt.date
    kind: MeetingKind
    on_paper_only: bool
    tally: Tally


@dataclass(frozen=True, slots=True)
class MemberLine:
    """One member over the meetings; `lines` has None where not a member, or not on the roster."""

    member: str
    number: int
    name: str
    lines: tuple[Attendance | None, ...]
    tally: Tally


@dataclass(frozen=True, slots=True)
class Miss:
    """A meeting that a member did not come to, and the line of its roster that says so."""

    meeting: MeetingLine
    line: Attendance


@dataclass(frozen=True, slots=True)
class AttendanceOverTime:
    """The meetings in the order of time, and the members by register number.

    `kept` are the meetings of which it is known who came; members have one line for each of them.
    """

    meetings: tuple[MeetingLine, ...]
    kept: tuple[MeetingLine, ...]
    members: tuple[MemberLine, ...]

    @property
    def whole(self) -> Tally:
        """All meetings together."""
        return sum((meeting.tally for meeting in self.meetings), NOTHING)

    @property
    def absent(self) -> tuple[MemberLine, ...]:
        """Those who missed a meeting that they were required at."""
        return tuple(member for member in self.members if member.tally.missed)

    def absent_at(self, meeting: str) -> tuple[Attendance, ...]:
        """Give who was required at a meeting and did not come, by register number."""
        return tuple(
            miss.line
            for member in self.absent
            for miss in self.missed(member)
            if miss.meeting.id == meeting
        )

    def missed(self, member: MemberLine) -> tuple[Miss, ...]:
        """Give the meetings that a member was required at and did not come to."""
        return tuple(
            Miss(meeting, line)
            for meeting, line in zip(self.kept, member.lines, strict=True)
            if line and line.standing is StandingKind.ACTIVE and line.mark in _ABSENT
        )


def attendance_over_time(period: PeriodRecord) -> AttendanceOverTime:
    """Count a period by meeting, as its minutes do, and by member.

    A member is counted at meetings held while in the cell, neither exempt nor away nor visiting.
    """
    records = [r for r in period.records if r.meeting.kind is not MeetingKind.COMMITTEE]
    kept = tuple(_meeting(record) for record in records)
    paper = (
        MeetingLine(
            past.id,
            past.date,
            past.kind,
            True,
            Tally(past.required, past.present, past.excused, past.unexcused),
        )
        for past in period.register.past_meetings
        if period.period.first <= past.date <= period.period.last
        and past.kind is not MeetingKind.COMMITTEE
    )
    return AttendanceOverTime(
        meetings=tuple(sorted([*kept, *paper], key=lambda line: line.date)),
        kept=kept,
        members=_members(records, period.register),
    )


def _meeting(record: MeetingRecord) -> MeetingLine:
    found, meeting = facts(record), record.meeting
    tally = Tally(found.required, found.present_required, found.excused, found.unexcused)
    return MeetingLine(meeting.id, meeting.date, meeting.kind, False, tally)


def _members(records: list[MeetingRecord], register: CellRecord) -> tuple[MemberLine, ...]:
    known = {member.id: member for member in register.members}
    lines: dict[str, list[Attendance | None]] = {}
    called: dict[str, tuple[int, str]] = {}
    for at, record in enumerate(records):
        for line in record.roster:
            called[line.member] = (line.number, line.name)
            row = lines.setdefault(line.member, [None] * len(records))
            member = known.get(line.member)
            if member is None or is_in_cell(member, record.meeting.date):
                row[at] = line
    members = (
        MemberLine(member, *called[member], tuple(row), _tally(row))
        for member, row in lines.items()
        if any(row)
    )
    return tuple(sorted(members, key=lambda line: (line.number, line.member)))


def _tally(lines: Iterable[Attendance | None]) -> Tally:
    counted = [line.mark for line in lines if line and line.standing is StandingKind.ACTIVE]
    return Tally(
        required=len(counted),
        present=counted.count(Mark.PRESENT),
        excused=counted.count(Mark.EXCUSED),
        unexcused=counted.count(Mark.UNEXCUSED),
    )
