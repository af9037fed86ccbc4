"""The meeting day by rule."""

from __future__ import annotations

import datetime as dt

import pytest

from cellsecretary.core.kinds import CellKind, Shift
from cellsecretary.core.plan import Moved, is_planned_day, planned_day
from cellsecretary.core.rows import Cell
from cellsecretary.core.ruleset import DayRules

DAYS = DayRules(fixed=("01-01", "05-01", "09-02"), dated=(dt.date(2027, 2, 5),))


def _cell(day: int, shift: Shift) -> Cell:
    return Cell(
        "c",
        "Chi bộ",
        CellKind.VILLAGE,
        "Đảng bộ",
        "Xã",
        "",
        day,
        dt.time(19, 30),
        shift,
        dt.date(2025, 1, 1),
    )


@pytest.mark.parametrize(
    ("day", "shift", "month", "expected", "reason"),
    [
        (3, Shift.NONE, (2026, 10), (2026, 10, 3), Moved.NOT_MOVED),
        (3, Shift.SATURDAY_BACK_SUNDAY_FORWARD, (2026, 10), (2026, 10, 2), Moved.SATURDAY),
        (4, Shift.SATURDAY_BACK_SUNDAY_FORWARD, (2026, 10), (2026, 10, 5), Moved.SUNDAY),
        (1, Shift.SATURDAY_BACK_SUNDAY_FORWARD, (2026, 8), (2026, 7, 31), Moved.SATURDAY),
        (3, Shift.NEXT_DAY, (2026, 10), (2026, 10, 4), Moved.SATURDAY),
        (1, Shift.NEXT_DAY, (2027, 1), (2027, 1, 2), Moved.HOLIDAY),
        (3, Shift.NEXT_WORKING_DAY, (2026, 10), (2026, 10, 5), Moved.SATURDAY),
        (1, Shift.NEXT_WORKING_DAY, (2027, 1), (2027, 1, 4), Moved.HOLIDAY),
    ],
)
def test_the_day_moves_as_the_shift_says(
    day: int,
    shift: Shift,
    month: tuple[int, int],
    expected: tuple[int, int, int],
    reason: Moved,
) -> None:
    plan = planned_day(_cell(day, shift), dt.date(*month, 1), DAYS)
    assert (plan.date, plan.reason, plan.needs_decision) == (dt.date(*expected), reason, False)


def test_a_holiday_is_left_to_the_secretary_with_two_proposals() -> None:
    plan = planned_day(_cell(2, Shift.NONE), dt.date(2027, 9, 1), DAYS)
    assert plan.date == dt.date(2027, 9, 2)
    assert plan.needs_decision
    assert plan.proposals == (dt.date(2027, 9, 1), dt.date(2027, 9, 3))


def test_a_day_beside_the_planned_one_is_not_planned() -> None:
    assert not is_planned_day(_cell(3, Shift.NONE), dt.date(2026, 10, 4), DAYS)
