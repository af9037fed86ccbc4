"""A month, a quarter or a year of a cell: what its reports and lists are made of."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cellsecretary.core.record import MeetingRecord
    from cellsecretary.core.register import CellRecord
    from cellsecretary.core.rows import Cell
    from cellsecretary.core.ruleset import RuleSet

_TEXT = re.compile(r"(?P<year>\d{4})(?:-(?:(?P<month>\d{2})|Q(?P<quarter>\d)))?", re.IGNORECASE)


QUARTERS = ("I", "II", "III", "IV")
"""The quarters as people number them."""


class Span(StrEnum):
    """How long a period is."""

    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"


_MONTHS = {Span.MONTH: 1, Span.QUARTER: 3, Span.YEAR: 12}


@dataclass(frozen=True, slots=True)
class Period:
    """A whole month, quarter or year of the calendar; `number` counts it within its year."""

    span: Span
    year: int
    number: int = 1

    @property
    def first(self) -> dt.date:
        """The first day."""
        return dt.date(self.year, (self.number - 1) * _MONTHS[self.span] + 1, 1)

    @property
    def last(self) -> dt.date:
        """The last day."""
        return self.months[-1] + dt.timedelta(days=_days_in(self.months[-1]) - 1)

    @property
    def months(self) -> tuple[dt.date, ...]:
        """The first days of its months."""
        first = self.first
        return tuple(first.replace(month=first.month + step) for step in range(_MONTHS[self.span]))

    @property
    def before(self) -> Period:
        """The one just before, as long."""
        return period_with(self.first - dt.timedelta(days=1), self.span)

    @property
    def after(self) -> Period:
        """The one just after, as long."""
        return period_with(self.last + dt.timedelta(days=1), self.span)

    @property
    def code(self) -> str:
        """The short name that `read_period` reads."""
        part = {Span.MONTH: f"-{self.number:02}", Span.QUARTER: f"-Q{self.number}", Span.YEAR: ""}
        return f"{self.year:04}{part[self.span]}"


@dataclass(frozen=True)
class PeriodRecord:
    """The meetings held in a period, and the whole cell around them.

    `records` are in the order of time; `rules` are those in force on the last day.
    """

    cell: Cell
    period: Period
    records: tuple[MeetingRecord, ...]
    register: CellRecord
    rules: RuleSet

    @property
    def is_draft(self) -> bool:
        """Whether a meeting of the period is still open, so that its figures may change."""
        return any(record.is_draft for record in self.records)


def period_with(day: dt.date, span: Span) -> Period:
    """Give the month, quarter or year in which a day lies."""
    return Period(span, day.year, (day.month - 1) // _MONTHS[span] + 1)


def read_period(text: str) -> Period | None:
    """Read a period: `2026-11`, `2026-Q4`, `2026`; None when it is none."""
    match = _TEXT.fullmatch(text.strip())
    if match is None or match["year"] == "0000":
        return None
    year = int(match["year"])
    if match["month"]:
        month = int(match["month"])
        return Period(Span.MONTH, year, month) if 1 <= month <= 12 else None
    if match["quarter"]:
        quarter = int(match["quarter"])
        return Period(Span.QUARTER, year, quarter) if 1 <= quarter <= 4 else None
    return Period(Span.YEAR, year)


def periods_of(year: int, span: Span) -> tuple[Period, ...]:
    """Give the months or quarters of a year, or the year itself."""
    return tuple(Period(span, year, number + 1) for number in range(12 // _MONTHS[span]))


def _days_in(month: dt.date) -> int:
    return calendar.monthrange(month.year, month.month)[1]
