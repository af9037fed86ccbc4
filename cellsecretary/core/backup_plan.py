"""Which backups are kept: many of the last days, fewer the older they are."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from cellsecretary.core.milestones import months_after

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable

ALL = dt.timedelta(days=2)
DAYS, WEEKS, MONTHS = 12, 10, 24


def kept(taken: Iterable[dt.datetime], now: dt.datetime) -> frozenset[dt.datetime]:
    """Give the backups to keep: all of two days, then the last of 12 days, 10 weeks, 24 months.

    Days, weeks and months without a backup are not counted, so that a book that is opened once a
    month keeps 24 too. One from a later time than `now` is kept: a clock went wrong once.
    """
    newest_first = sorted(taken, reverse=True)
    found = {at for at in newest_first if at > now - ALL}
    for most, span in ((DAYS, _day), (WEEKS, _week), (MONTHS, _month)):
        found |= _last_of_each(newest_first, most, span)
    return frozenset(found)


def last_of_months(taken: Iterable[dt.datetime]) -> tuple[dt.datetime, ...]:
    """Give the last backup of each month, the newest first."""
    return tuple(sorted(_last_of_each(sorted(taken, reverse=True), None, _month), reverse=True))


def is_stick_copy_due(last: dt.date | None, today: dt.date) -> bool:
    """Tell whether the last copy on a stick is more than a month old, or was never made.

    A day that is still to come was written by a clock that went wrong: it says nothing.
    """
    return last is None or last > today or today > months_after(last, 1)


def _last_of_each(
    newest_first: list[dt.datetime], most: int | None, span: Callable[[dt.datetime], Hashable]
) -> set[dt.datetime]:
    last: dict[Hashable, dt.datetime] = {}
    for at in newest_first:
        last.setdefault(span(at), at)
    return set(list(last.values())[:most])


def _day(at: dt.datetime) -> dt.date:
    return at.date()


def _week(at: dt.datetime) -> tuple[int, int]:
    year, week, _day_of_week = at.isocalendar()
    return year, week


def _month(at: dt.datetime) -> tuple[int, int]:
    return at.year, at.month
