"""How a task stands by its day."""

from __future__ import annotations

import datetime as dt

import pytest

from cellsecretary.core.due import SOON_DAYS, Due, DueState, due_state, is_due

TODAY = dt.date(2026, 11, 3)


@pytest.mark.parametrize(
    ("days", "due"),
    [
        (-1, Due.OVERDUE),
        (0, Due.TODAY),
        (1, Due.SOON),
        (SOON_DAYS, Due.SOON),
        (SOON_DAYS + 1, Due.LATER),
    ],
)
def test_a_day_is_past_today_near_or_far(days: int, due: Due) -> None:
    day = TODAY + dt.timedelta(days=days)
    assert due_state(day, TODAY) == DueState(due, days)
    assert is_due(day, TODAY) is (days <= 0)


def test_without_a_day_nothing_is_due() -> None:
    assert due_state(None, TODAY) == DueState(Due.OPEN_END, 0)
    assert not is_due(None, TODAY)
