"""Periods to print: those of the practice cell, replayed in memory."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from cellsecretary.core.period import read_period
from cellsecretary.store.records import period_record
from tests.papers.golden_texts import practice_cell

if TYPE_CHECKING:
    from cellsecretary.core.period import PeriodRecord


@lru_cache
def practice(text: str) -> PeriodRecord:
    """The month, quarter or year of the practice cell that a text names."""
    period = read_period(text)
    assert period is not None
    book = practice_cell()
    record = period_record(book, period)
    book.close()
    return record
