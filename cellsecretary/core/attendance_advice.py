"""Whom to go and see before a meeting: absences and fees while a friendly talk still helps."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from cellsecretary.core.kinds import Mark, MeetingKind, MeetingState, StandingKind
from cellsecretary.core.record import is_in_cell
from cellsecretary.core.year_plan import month_of

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

    from cellsecretary.core.record import MeetingRecord
    from cellsecretary.core.register import CellRecord
    from cellsecretary.core.rows import Attendance, Meeting, Member
    from cellsecretary.core.year_plan import Rules


@dataclass(frozen=True, slots=True)
class Talk:
    """A member worth a visit, and why: what is below the rule's number counts as nought.

    `excused` counts the last meetings in a row, `missed` and `owing` months of the year.
    """

    member: Member
    excused: int
    missed: int
    owing: int


def talks(register: CellRecord, day: dt.date, rules: Rules) -> tuple[Talk, ...]:
    """Give whom to see by what the closed meetings up to a day found, by register number.

    Excused: one more absence would reach the run that the rules point out. Missed and owing: in so
    many months of the year as the rules say.
    """
    wanted = rules(day).meeting
    held = [m for m in register.meetings if _counts(m) and m.date <= day]
    months = _Months(register, rules)
    lines = {(line.meeting, line.member): line for line in register.absences}
    found = []
    for member in register.members_on(day):
        if register.standing(member.id, day) is not StandingKind.ACTIVE:
            continue
        own = [(meeting, lines.get((meeting.id, member.id))) for meeting in held]
        noted = [(meeting, line) for meeting, line in own if line is not None]
        missed = [m for m, line in noted if line.mark is Mark.UNEXCUSED]
        owing = [m for m, line in noted if line.fee_owing]
        talk = Talk(
            member,
            _from(wanted.absent_run - 1, _run(register, member, reversed(own))),
            _from(wanted.talk_months, months.count(missed, day.year)),
            _from(wanted.talk_months, months.count(owing, day.year)),
        )
        if talk.excused or talk.missed or talk.owing:
            found.append(talk)
    return tuple(found)


def talks_before(record: MeetingRecord, register: CellRecord, rules: Rules) -> tuple[Talk, ...]:
    """Give whom to see before an open meeting: of those summoned, who is not marked there yet."""
    if not record.is_open or record.meeting.kind is MeetingKind.COMMITTEE:
        return ()
    waiting = {line.member for line in record.roster if line.mark is Mark.NONE}
    found = talks(register, record.meeting.date, rules)
    return tuple(talk for talk in found if talk.member.id in waiting)


def _counts(meeting: Meeting) -> bool:
    return meeting.state is MeetingState.CLOSED and meeting.kind is not MeetingKind.COMMITTEE


def _from(least: int, count: int) -> int:
    return count if count >= max(least, 1) else 0


def _run(
    register: CellRecord, member: Member, lines: Iterable[tuple[Meeting, Attendance | None]]
) -> int:
    """Count the excused absences in a row, newest first.

    A meeting at which the member was not expected neither counts nor breaks the run.
    """
    run = 0
    for meeting, line in lines:
        if line is not None and line.mark is Mark.EXCUSED:
            run += 1
        elif line is not None or _expected(register, member, meeting):
            break
    return run


def _expected(register: CellRecord, member: Member, meeting: Meeting) -> bool:
    standing = register.standing(member.id, meeting.date)
    return is_in_cell(member, meeting.date) and standing is StandingKind.ACTIVE


class _Months:
    """The month that each meeting stands for, found once for all members."""

    def __init__(self, register: CellRecord, rules: Rules) -> None:
        self._of = cache(lambda day: month_of(register, day, rules))

    def count(self, meetings: list[Meeting], year: int) -> int:
        """Count the months of a year that meetings stand for."""
        months = {self._of(meeting.date) for meeting in meetings}
        return sum(month.year == year for month in months)
