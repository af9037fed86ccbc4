"""Who stands in the printed register of a year, and what is known of them by its end."""

from __future__ import annotations

import datetime as dt

import pytest

from cellsecretary.core.kinds import StandingKind
from cellsecretary.core.period import Period, PeriodRecord, Span
from cellsecretary.core.register import CellRecord
from cellsecretary.core.register_lines import RegisterLine, register_lines
from cellsecretary.core.rows import Member, Standing
from cellsecretary.rules import bundled
from tests.papers import records

RULES = bundled().on(dt.date(2026, 12, 31))
FIRST, LAST = dt.date(2026, 1, 1), dt.date(2026, 12, 31)


def lines(*standings: Standing, **values: object) -> tuple[RegisterLine, ...]:
    """The lines of a register of one member in 2026."""
    member = Member("m1", 1, "Trần Văn Một", **values)  # type: ignore[arg-type]
    register = CellRecord(records.cell(), members=(member,), standings=standings)
    return register_lines(PeriodRecord(register.cell, Period(Span.YEAR, 2026), (), register, RULES))


@pytest.mark.parametrize(
    ("values", "stands"),
    [
        ({}, True),
        ({"left": FIRST - dt.timedelta(days=1)}, False),
        ({"left": FIRST}, True),
        ({"left": LAST}, True),
        ({"left": dt.date(2027, 5, 1)}, True),
        ({"entered": LAST}, True),
        ({"entered": dt.date(2027, 1, 1)}, False),
        ({"joined": dt.date(2027, 1, 1)}, False),
        ({"entered": dt.date(2026, 3, 1), "left": dt.date(2026, 4, 1)}, True),
    ],
    ids=str,
)
def test_who_was_of_the_cell_in_the_year_or_left_on_its_first_day_stands_in_it(
    values: dict[str, object], stands: bool
) -> None:
    assert bool(lines(**values)) is stands


@pytest.mark.parametrize("kind", StandingKind)
def test_visiting_members_stand_in_the_register_of_their_own_cell(kind: StandingKind) -> None:
    found = lines(Standing("s", "m1", kind))
    assert [line.standing for line in found] == [kind] * (kind is not StandingKind.VISITING)


def test_leaving_is_told_only_when_it_lies_in_the_year() -> None:
    (left,) = lines(left=dt.date(2026, 5, 3))
    (stays,) = lines(left=dt.date(2027, 5, 3))
    assert (left.left, stays.left) == (dt.date(2026, 5, 3), None)


def test_who_is_recognised_after_the_year_is_probationary_in_it() -> None:
    joined = dt.date(2026, 3, 1)
    (within,) = lines(joined=joined, official=LAST)
    (after,) = lines(joined=joined, official=dt.date(2027, 3, 1))
    assert (within.official, after.official) == (LAST, None)


def test_who_was_admitted_by_the_cell_did_not_come_from_another() -> None:
    joined = dt.date(2020, 3, 1)
    (own,) = lines(joined=joined, entered=joined)
    (other,) = lines(joined=joined, entered=dt.date(2024, 5, 1))
    (unknown,) = lines(entered=dt.date(2024, 5, 1))
    came = dt.date(2024, 5, 1)
    assert (own.came, other.came, unknown.came) == (None, came, came)


def test_the_badge_of_the_year_stands_beside_the_name() -> None:
    (line,) = lines(joined=dt.date(1986, 5, 19))
    assert line.badge is not None
    assert (line.badge.years, line.badge.day) == (40, dt.date(2026, 5, 19))
    (other,) = lines(joined=dt.date(1987, 5, 19))
    assert other.badge is None


def test_the_order_is_that_of_the_register() -> None:
    members = tuple(Member(f"m{at}", at, f"Trần Văn {9 - at}") for at in range(1, 6))
    register = CellRecord(records.cell(), members=members)
    year = PeriodRecord(register.cell, Period(Span.YEAR, 2026), (), register, RULES)
    assert [line.member for line in register_lines(year)] == list(members)
