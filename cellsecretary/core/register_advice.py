"""When the register is to be compared with that of the superior, and when it last was."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cellsecretary.core.kinds import MeetingState
from cellsecretary.core.period import Period, Span, period_with

if TYPE_CHECKING:
    from cellsecretary.core.life_rows import RegisterCheck
    from cellsecretary.core.register import CellRecord
    from cellsecretary.core.ruleset import RegisterRules

_QUARTERS_A_YEAR = 4
_ONE_DAY = dt.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class CheckDue:
    """A quarter whose register is to be compared; it is late once the quarter is over."""

    quarter: Period
    late: bool


def check_due(register: CellRecord, today: dt.date, rules: RegisterRules) -> CheckDue | None:
    """Give the quarter to compare: the one just over while it is remembered, or the one ending.

    A quarter that ended before the first meeting of the book asks for nothing.
    """
    present = period_with(today, Span.QUARTER)
    before = period_with(present.first - _ONE_DAY, Span.QUARTER)
    if (today - before.last).days <= rules.check_late and _is_open(register, before, today):
        return CheckDue(before, late=True)
    if (present.last - today).days < rules.check_ahead and _is_open(register, present, today):
        return CheckDue(present, late=False)
    return None


def check_of(register: CellRecord, quarter: Period) -> RegisterCheck | None:
    """Give the comparison of a quarter, None where there was none."""
    found = (row for row in register.register_checks if row.quarter == quarter.first)
    return next(found, None)


def last_check(register: CellRecord, until: dt.date) -> RegisterCheck | None:
    """Give the last comparison made up to a day."""
    made = (row for row in register.register_checks if row.done <= until)
    return max(made, key=lambda row: (row.done, row.quarter), default=None)


def recent_quarters(today: dt.date) -> tuple[Period, ...]:
    """Give the present quarter and the three before it, the latest first."""
    quarters = [period_with(today, Span.QUARTER)]
    while len(quarters) < _QUARTERS_A_YEAR:
        quarters.append(period_with(quarters[-1].first - _ONE_DAY, Span.QUARTER))
    return tuple(quarters)


def _is_open(register: CellRecord, quarter: Period, today: dt.date) -> bool:
    held = (
        meeting.date for meeting in register.meetings if meeting.state is not MeetingState.CANCELLED
    )
    first = min(held, default=dt.date.max)
    return first <= min(quarter.last, today) and check_of(register, quarter) is None
