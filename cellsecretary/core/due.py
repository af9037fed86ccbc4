"""How a task stands against the calendar."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

SOON_DAYS = 7
"""From so many days before the date on, a task is pointed out; a matter of display, not a rule."""


class Due(StrEnum):
    """Where a task's date lies."""

    OVERDUE = "overdue"
    TODAY = "today"
    SOON = "soon"
    LATER = "later"
    OPEN_END = "open_end"


@dataclass(frozen=True, slots=True)
class DueState:
    """Where the date lies, and how many days from today: negative once it is past."""

    due: Due
    days: int


def is_due(day: date | None, today: date) -> bool:
    """Tell whether the day has come."""
    return day is not None and today >= day


def due_state(day: date | None, today: date) -> DueState:
    """Tell how a task due on `day` stands today."""
    if day is None:
        return DueState(Due.OPEN_END, 0)
    days = (day - today).days
    if days < 0:
        return DueState(Due.OVERDUE, days)
    if days == 0:
        return DueState(Due.TODAY, days)
    return DueState(Due.SOON if days <= SOON_DAYS else Due.LATER, days)
