"""Periods to print: those of the cell with two meetings."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from cellsecretary.core.period import read_period
from cellsecretary.store.records import period_record
from tests.papers.golden_texts import two_meetings

if TYPE_CHECKING:
    from cellsecretary.core.period import PeriodRecord


@lru_cache
def practice(text: str) -> PeriodRecord:
    """The month, quarter or year of the cell with two meetings that a text names."""
    period = read_period(text)
    assert period is not None
    book = two_meetings()
    record = period_record(book, period)
    book.close()
    return record
