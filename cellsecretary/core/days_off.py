"""The public holidays of a year as a list, with what the cell's book says otherwise."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cellsecretary.core.register import CellRecord
    from cellsecretary.core.year_plan import Rules


@dataclass(frozen=True, slots=True)
class DayLine:
    """One day: whether it is off, and whether that is otherwise than the rule files say."""

    date: dt.date
    off: bool
    is_changed: bool


def day_lines(register: CellRecord, year: int, rules: Rules) -> tuple[DayLine, ...]:
    """Give the days of a year that are off, and those that for once are not, in their order."""
    changed = {row.date for row in register.days_off}
    first = dt.date(year, 1, 1)
    days = (first + dt.timedelta(days=step) for step in range(366))
    return tuple(
        DayLine(day, off, day in changed)
        for day in days
        if day.year == year and ((off := rules(day).days.is_holiday(day)) or day in changed)
    )
