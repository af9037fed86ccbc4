"""Months, quarters and years: read, found by a day, and as long as the calendar says."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cellsecretary.core.period import Period, Span, period_with, read_period


@pytest.mark.parametrize(
    ("text", "span", "first", "last"),
    [
        ("2026-11", Span.MONTH, dt.date(2026, 11, 1), dt.date(2026, 11, 30)),
        ("2026-12", Span.MONTH, dt.date(2026, 12, 1), dt.date(2026, 12, 31)),
        ("2028-02", Span.MONTH, dt.date(2028, 2, 1), dt.date(2028, 2, 29)),
        ("2026-Q4", Span.QUARTER, dt.date(2026, 10, 1), dt.date(2026, 12, 31)),
        ("2026-q1", Span.QUARTER, dt.date(2026, 1, 1), dt.date(2026, 3, 31)),
        (" 2026 ", Span.YEAR, dt.date(2026, 1, 1), dt.date(2026, 12, 31)),
        ("9999", Span.YEAR, dt.date(9999, 1, 1), dt.date(9999, 12, 31)),
    ],
)
def test_a_period_is_read(text: str, span: Span, first: dt.date, last: dt.date) -> None:
    period = read_period(text)
    assert period is not None
    assert (period.span, period.first, period.last) == (span, first, last)


@pytest.mark.parametrize(
    "text", ["", "26", "2026-13", "2026-00", "2026-Q0", "2026-Q5", "2026-11-03", "0000", "tháng 11"]
)
def test_what_is_no_period_is_not_guessed(text: str) -> None:
    assert read_period(text) is None


@given(st.dates(), st.sampled_from(Span))
def test_the_period_with_a_day_has_that_day(day: dt.date, span: Span) -> None:
    period = period_with(day, span)
    assert period.first <= day <= period.last
    assert period.months[0] == period.first
    assert day.replace(day=1) in period.months


@given(st.integers(1, 9998), st.sampled_from([(Span.MONTH, 12), (Span.QUARTER, 4)]))
def test_the_parts_of_a_year_make_it_up(year: int, parts: tuple[Span, int]) -> None:
    span, count = parts
    periods = [Period(span, year, number) for number in range(1, count + 1)]
    assert periods[0].first == Period(Span.YEAR, year).first
    assert periods[-1].last == Period(Span.YEAR, year).last
    for one, other in pairwise(periods):
        assert other.first - one.last == dt.timedelta(days=1)
