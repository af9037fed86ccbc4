"""What came and what is missing, month by month and cell by cell; and whom the office reminds."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cellsecretary.core.board.grid import MonthState, due_on
from cellsecretary.core.office import Slip

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from cellsecretary.core.board.grid import CellLine, GridLine

LOOKED_BACK = 12
"""For how many months cells are reminded."""


@dataclass(frozen=True, slots=True)
class MonthSum:
    """How many of the minutes of a month that are due or here came."""

    month: dt.date
    came: int
    expected: int


@dataclass(frozen=True, slots=True)
class MissingMinutes:
    """A cell and the months of which no closed minutes came, the oldest first.

    Those of the first were due on `due`, `days` ago.
    """

    cell: CellLine
    months: tuple[dt.date, ...]
    due: dt.date
    days: int


def month_sums(lines: Sequence[GridLine]) -> tuple[MonthSum, ...]:
    """Count each month of a grid over all cells."""
    columns = zip(*(line.months for line in lines), strict=True)
    return tuple(
        MonthSum(
            column[0].month,
            sum(one.state.has_come for one in column),
            sum(one.state.is_expected for one in column),
        )
        for column in columns
    )


def missing_minutes(
    lines: Iterable[GridLine], due_day: int, today: dt.date
) -> tuple[MissingMinutes, ...]:
    """Give the cells that owe minutes, in the order of the grid; a draft does not pay a debt."""
    found = []
    for line in lines:
        months = tuple(
            one.month
            for one in line.months
            if one.state is MonthState.MISSING
            or (one.state is MonthState.DRAFT and today > due_on(one.month, due_day))
        )
        if months:
            due = due_on(months[0], due_day)
            found.append(MissingMinutes(line.cell, months, due, (today - due).days))
    return tuple(found)


def looked_back(today: dt.date) -> tuple[dt.date, ...]:
    """Give the months whose minutes may be asked for: the last twelve, the newest first."""
    months = [today.replace(day=1)]
    while len(months) < LOOKED_BACK:
        months.append((months[-1] - dt.timedelta(days=1)).replace(day=1))
    return tuple(months)


def slips(missing: Iterable[MissingMinutes], until: dt.date | None = None) -> tuple[Slip, ...]:
    """Give a reminder for each cell that owes minutes; with a day, by when they are asked for."""
    return tuple(Slip(one.cell.name, one.months, until) for one in missing)
