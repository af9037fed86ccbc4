"""Many backups of the last days are kept, fewer the older they are, and never none."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from cellsecretary.core.backup_plan import kept, last_of_months

NOW = dt.datetime(2026, 11, 26, 20, 0)
HOUR, DAY = dt.timedelta(hours=1), dt.timedelta(days=1)

times = st.lists(
    st.datetimes(dt.datetime(2020, 1, 1), dt.datetime(2027, 1, 1)), unique=True, max_size=80
)


def test_of_three_years_of_hours_a_few_dozen_are_kept() -> None:
    hours = [NOW - HOUR * number for number in range(3 * 365 * 24)]
    found = sorted(kept(hours, NOW), reverse=True)
    assert found[:48] == hours[:48], "all of two days"
    days = {at.date() for at in found}
    assert {NOW.date() - DAY * number for number in range(12)} <= days
    assert len({(at.year, at.month) for at in found}) == 24
    assert len({at.isocalendar()[:2] for at in found}) >= 10
    assert len(found) < 48 + 12 + 10 + 24


def test_a_book_that_is_opened_once_a_month_keeps_two_years() -> None:
    months = [dt.datetime(2026 - back // 12, 12 - back % 12, 3, 21) for back in range(40)]
    assert sorted(kept(months, NOW), reverse=True) == months[:24]


@given(times)
def test_what_is_kept_is_there_and_nothing_newer_goes_before_something_older(
    taken: list[dt.datetime],
) -> None:
    found = kept(taken, NOW)
    assert found <= set(taken)
    assert {at for at in taken if at > NOW - 2 * DAY} <= found
    if taken:
        assert max(taken) in found


@given(times)
def test_keeping_twice_keeps_the_same(taken: list[dt.datetime]) -> None:
    found = kept(taken, NOW)
    assert kept(found, NOW) == found


def test_a_wrong_clock_costs_no_backup_of_the_future() -> None:
    later = dt.datetime(2099, 1, 1)
    assert later in kept([later, NOW], NOW)
    assert NOW in kept([later, NOW], later)


@given(times)
def test_of_each_month_the_last_is_given_newest_first(taken: list[dt.datetime]) -> None:
    found = last_of_months(taken)
    assert all(later > earlier for later, earlier in pairwise(found))
    assert len(found) == len({(at.year, at.month) for at in taken})
    for at in found:
        assert all(one <= at for one in taken if (one.year, one.month) == (at.year, at.month))
