"""Whether the clock of a computer can be right, judged by when a file was written before.

The battery of an old laptop is empty: its clock begins anew in 1970, or jumps far ahead.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

DAYS_LOOKED_AT = 5
"""So many of the newest days of writing are looked at: two of them may be wrong."""

ZONES = dt.timedelta(days=1)
"""What summer time, or a laptop from another part of the world, may put a clock back."""

LONGEST_PAUSE = dt.timedelta(days=548)
"""A year and a half: a cell meets every month, and a board is filled after each meeting.

A whole year may pass while a file is laid aside; a needless question costs one click, once.
"""

RULES_AHEAD = dt.timedelta(days=183)
"""Rules are known, and part of a program, some months before they are in force."""

PROGRAM_LASTS = dt.timedelta(days=30 * 365)
"""Nobody uses a program so long after it was made."""


class ClockDoubt(StrEnum):
    """Why the clock seems to be wrong."""

    BEFORE_LAST = "before_last"
    LONG_AFTER_LAST = "long_after_last"
    BEFORE_PROGRAM = "before_program"
    LONG_AFTER_PROGRAM = "long_after_program"


@dataclass(frozen=True, slots=True)
class Believed:
    """A day by the clock that the user said was right, and the newest step of the file then."""

    day: dt.date
    step: int


@dataclass(frozen=True, slots=True)
class Witness:
    """What a clock is judged by: the last entry, and the days between which the program is used.

    `made` is the newest day of the rules that the program came with.
    """

    last: dt.date | None
    made: dt.date
    since: dt.date
    until: dt.date


def witness(days: Sequence[dt.date], made: dt.date, believed: Believed | None = None) -> Witness:
    """Say what a clock is judged by.

    `days` are the newest days of writing, oldest first; of a file with a believed day only those
    after its step.
    """
    since, until = made - RULES_AHEAD, made + PROGRAM_LASTS
    if believed is None:
        return Witness(last_entry(days), made, since, until)
    last = last_entry((believed.day, *days))
    return Witness(last, made, min(since, believed.day), max(until, believed.day + LONGEST_PAUSE))


def last_entry(days: Sequence[dt.date]) -> dt.date | None:
    """Give the newest day of writing that most of the others do not speak against.

    An entry made by a wrong clock, far ahead or in 1970, would else make every right one doubtful.
    """
    if not days:
        return None
    middle = sorted(days)[(len(days) - 1) // 2]
    return next(day for day in reversed(days) if abs(day - middle) <= LONGEST_PAUSE)


def clock_doubt(today: dt.date, witness: Witness) -> ClockDoubt | None:
    """Say why a clock cannot be right, or hardly; None when nothing speaks against it."""
    if witness.last is not None and today < witness.last - ZONES:
        return ClockDoubt.BEFORE_LAST
    if today < witness.since - ZONES:
        return ClockDoubt.BEFORE_PROGRAM
    if witness.last is not None and today > witness.last + LONGEST_PAUSE:
        return ClockDoubt.LONG_AFTER_LAST
    if today > witness.until:
        return ClockDoubt.LONG_AFTER_PROGRAM
    return None
