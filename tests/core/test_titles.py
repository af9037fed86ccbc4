"""What a meeting is called when nobody says otherwise."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from cellsecretary.core.kinds import MeetingKind
from cellsecretary.core.titles import proposed_title
from cellsecretary.rules import bundled

DAY = dt.date(2026, 11, 3)
RULES = bundled().on(DAY)


@pytest.mark.parametrize(
    ("month", "quarter"), [(1, "I"), (3, "I"), (4, "II"), (9, "III"), (10, "IV"), (12, "IV")]
)
def test_month_quarter_and_year_are_those_of_the_day(month: int, quarter: str) -> None:
    kind = MeetingKind.THEMATIC
    rules = replace(RULES, titles={kind: "$month/$year, $quarter"})
    assert proposed_title(kind, dt.date(2026, month, 3), rules) == f"{month}/2026, {quarter}"


def test_a_kind_without_a_title_has_none() -> None:
    assert proposed_title(MeetingKind.REGULAR, DAY, replace(RULES, titles={})) == ""
    assert "11" in proposed_title(MeetingKind.REGULAR, DAY, RULES)
