"""Dates and times are read as people type them, and nothing is made of what they are not."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cellsecretary.core.moments import read_date, read_time, write_date, write_time

NEAR = dt.date(2026, 11, 21)


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("03/11/2026", dt.date(2026, 11, 3)),
        ("3/11", dt.date(2026, 11, 3)),
        ("5/1", dt.date(2027, 1, 5)),
        ("3-11-26", dt.date(2026, 11, 3)),
        ("3.11.2026", dt.date(2026, 11, 3)),
        (" 3 / 11 / 2026 ", dt.date(2026, 11, 3)),
        ("3 11 2026", dt.date(2026, 11, 3)),
        ("03112026", dt.date(2026, 11, 3)),
        ("031126", dt.date(2026, 11, 3)),
        ("2026-11-03", dt.date(2026, 11, 3)),
        ("19/5/58", dt.date(1958, 5, 19)),
        ("29/2", None),
        ("31/11/2026", None),
        ("11/13/2026", None),
        ("3", None),
        ("3/11/202", None),
        ("thứ Ba", None),
        ("", None),
    ],
)
def test_dates_are_read_day_first(text: str, date: dt.date | None) -> None:
    assert read_date(text, NEAR) == date


def test_in_january_a_day_of_december_is_the_last_one() -> None:
    assert read_date("28/12", dt.date(2027, 1, 4)) == dt.date(2026, 12, 28)


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("19:30", dt.time(19, 30)),
        ("19h30", dt.time(19, 30)),
        ("19.30", dt.time(19, 30)),
        ("7h30", dt.time(7, 30)),
        ("19H", dt.time(19, 0)),
        ("19 giờ 30", dt.time(19, 30)),
        ("19 giờ 30 phút", dt.time(19, 30)),
        ("19g05", dt.time(19, 5)),
        ("1930", dt.time(19, 30)),
        ("7", dt.time(7, 0)),
        ("24:00", None),
        ("19:60", None),
        ("19:3", None),
        ("tối", None),
        ("", None),
    ],
)
def test_times_are_read_with_any_usual_sign(text: str, time: dt.time | None) -> None:
    assert read_time(text) == time


@given(st.dates())
def test_a_written_date_is_read_back(date: dt.date) -> None:
    assert read_date(write_date(date), NEAR) == date


@given(st.times())
def test_a_written_time_is_read_back(time: dt.time) -> None:
    assert read_time(write_time(time)) == time.replace(second=0, microsecond=0)
