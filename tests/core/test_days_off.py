"""The days off of a year as a list: those of the rule files, and what the book says otherwise."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from cellsecretary.core.days_off import DayLine, day_lines
from cellsecretary.core.office_rows import DayOff
from cellsecretary.core.register import CellRecord
from cellsecretary.rules import bundled
from tests.papers import records

if TYPE_CHECKING:
    from cellsecretary.core.ruleset import RuleSet

NATIONAL_DAY, BRIDGE = dt.date(2026, 9, 2), dt.date(2026, 8, 31)


def lines(year: int, *changed: DayOff) -> tuple[DayLine, ...]:
    own = [row for row in changed if row.off], [row for row in changed if not row.off]

    def rules(day: dt.date) -> RuleSet:
        given = bundled().on(day)
        days = given.days.changed(*([row.date for row in some] for some in own))
        return replace(given, days=days)

    return day_lines(CellRecord(records.cell(), days_off=changed), year, rules)


def test_what_the_book_says_otherwise_is_marked_and_a_working_day_stays_in_the_list() -> None:
    usual = lines(2026)
    assert DayLine(NATIONAL_DAY, True, False) in usual
    changed = lines(2026, DayOff("a", NATIONAL_DAY, False), DayOff("b", BRIDGE, True))
    assert DayLine(NATIONAL_DAY, False, True) in changed
    assert DayLine(BRIDGE, True, True) in changed
    assert {line.date for line in changed} == {line.date for line in usual} | {BRIDGE}


@pytest.mark.parametrize("year", [2024, 2026])
def test_the_days_are_those_of_the_year_in_their_order(year: int) -> None:
    last, next_one = dt.date(year, 12, 31), dt.date(year + 1, 1, 1)
    found = [
        line.date for line in lines(year, DayOff("a", last, True), DayOff("b", next_one, True))
    ]
    assert found == sorted(found)
    assert {day.year for day in found} == {year}
    assert found[0] == dt.date(year, 1, 1)
    assert found[-1] == last
