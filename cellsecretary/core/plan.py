"""The day of the monthly meeting: day of month, shift rule, holidays; never moved silently."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from cellsecretary.core.kinds import Shift

if TYPE_CHECKING:
    from cellsecretary.core.rows import Cell
    from cellsecretary.core.ruleset import DayRules

SATURDAY, SUNDAY = 5, 6


class Moved(StrEnum):
    """Why a planned date is not the day of the month, or wants a decision."""

    NOT_MOVED = "not_moved"
    SATURDAY = "saturday"
    SUNDAY = "sunday"
    HOLIDAY = "holiday"


@dataclass(frozen=True, slots=True)
class PlannedDay:
    """The day that the rule gives for one month; on a holiday the secretary decides."""

    month: dt.date
    date: dt.date
    reason: Moved
    needs_decision: bool = False
    proposals: tuple[dt.date, ...] = ()


def planned_day(cell: Cell, month: dt.date, days: DayRules) -> PlannedDay:
    """Give the planned meeting day of the month that `month` lies in."""
    wanted = month.replace(day=cell.day)
    moved, reason = _shift(cell.shift, wanted, days)
    first = month.replace(day=1)
    if days.is_holiday(moved):
        proposals = (_open_day(moved, -1, days), _open_day(moved, 1, days))
        return PlannedDay(first, moved, Moved.HOLIDAY, True, proposals)
    return PlannedDay(first, moved, reason)


def _shift(shift: Shift, day: dt.date, days: DayRules) -> tuple[dt.date, Moved]:
    weekday = day.weekday()
    weekend = {SATURDAY: Moved.SATURDAY, SUNDAY: Moved.SUNDAY}.get(weekday, Moved.NOT_MOVED)
    if shift is Shift.SATURDAY_BACK_SUNDAY_FORWARD and weekend is not Moved.NOT_MOVED:
        return day + dt.timedelta(days=-1 if weekday == SATURDAY else 1), weekend
    if shift is Shift.NEXT_DAY and (weekend is not Moved.NOT_MOVED or days.is_holiday(day)):
        return day + dt.timedelta(days=1), _why(day, weekend, days)
    if shift is Shift.NEXT_WORKING_DAY and not _is_open(day, days):
        return _open_day(day, 1, days), _why(day, weekend, days)
    return day, Moved.NOT_MOVED


def _why(day: dt.date, weekend: Moved, days: DayRules) -> Moved:
    return Moved.HOLIDAY if days.is_holiday(day) else weekend


def _is_open(day: dt.date, days: DayRules) -> bool:
    return day.weekday() < SATURDAY and not days.is_holiday(day)


def _open_day(day: dt.date, step: int, days: DayRules) -> dt.date:
    day += dt.timedelta(days=step)
    while not _is_open(day, days):
        day += dt.timedelta(days=step)
    return day


def working_days_after(day: dt.date, count: int, days: DayRules) -> dt.date:
    """Give the last of so many working days after a day; weekends and holidays do not count."""
    for _ in range(count):
        day = _open_day(day, 1, days)
    return day


def is_planned_day(cell: Cell, day: dt.date, days: DayRules) -> bool:
    """Tell whether the rule, or a proposal where a holiday collides, puts a meeting on this day.

    The months beside are asked too: a shift may cross the end of a month.
    """
    first = day.replace(day=1)
    months = ((first - dt.timedelta(days=1)), first, (first + dt.timedelta(days=31)))
    for month in months:
        plan = planned_day(cell, month, days)
        if day == plan.date and not plan.needs_decision:
            return True
        if plan.needs_decision and (day == plan.date or day in plan.proposals):
            return True
    return False
