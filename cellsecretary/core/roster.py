"""What can be asked of a meeting's roster beyond its counts: what is missing, what is outdated."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cellsecretary.core.kinds import Mark, StandingKind
from cellsecretary.core.record import merged_roster

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cellsecretary.core.record import MeetingRecord
    from cellsecretary.core.rows import Attendance


def unmarked(record: MeetingRecord) -> tuple[Attendance, ...]:
    """Give those who are required and have no mark yet: the headcount waits for them."""
    return tuple(line for line in record.standing(StandingKind.ACTIVE) if line.mark is Mark.NONE)


def without_reason(record: MeetingRecord) -> tuple[Attendance, ...]:
    """Give the excused whose reason is not noted; nothing is blocked by it."""
    return tuple(line for line in record.marked(Mark.EXCUSED) if not line.reason)


def outdated(record: MeetingRecord, register: Iterable[Attendance]) -> tuple[Attendance, ...]:
    """Give the lines that taking over the register of today would add, change or remove.

    A roster that still follows the register, or that is closed, has none.
    """
    if not (record.is_open and record.roster_is_copied):
        return ()
    before = {line.member: line for line in record.roster}
    after = {line.member: line for line in merged_roster(record.roster, register)}
    found = [line for member, line in after.items() if before.get(member) != line]
    found += [line for member, line in before.items() if member not in after]
    return tuple(sorted(found, key=lambda line: (line.number, line.member)))
