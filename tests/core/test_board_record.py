"""What a board says of a cell or a period is what looking at all of its meetings says."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from functools import cache

from cellsecretary.core.board.keeping import kept_record
from cellsecretary.core.board.record import BoardRecord, board_record
from cellsecretary.core.board.register import BoardRegister
from cellsecretary.core.period import Period, Span
from cellsecretary.rules import bundled
from tests.cells import Cell, held

DAY = dt.date(2026, 12, 31)
MONTHS = (8, 9, 10)
FIRST, SECOND = Cell(0), Cell(1)


@cache
def board() -> BoardRecord:
    """Two cells of three months; the second finds its petition of August answered in October."""
    records = [replace(held(FIRST, month), petitions=()) for month in MONTHS]
    first = held(SECOND, 8)
    (petition,) = first.petitions
    records += [
        first,
        replace(held(SECOND, 9), petitions=(), waiting=(petition,)),
        replace(held(SECOND, 10), petitions=(), waiting=()),
    ]
    return board_record((kept_record(one, DAY, "").version for one in records), BoardRegister())


def waiting(number: int) -> list[int]:
    period = Period(Span.MONTH, 2026, number)
    sums = board().sums(period, bundled().on(period.last), DAY)
    return [one.waiting for one in sums.cells]


def test_the_meetings_of_a_cell_are_its_own_in_the_order_of_time() -> None:
    for cell in (FIRST, SECOND):
        found = board().meetings_of(cell.id)
        assert [one.cell for one in found] == [cell.id] * 3
        assert [one.current.date.month for one in found] == list(MONTHS)
    assert board().meetings_of("nobody") == ()


def test_a_petition_waits_in_each_month_until_a_meeting_no_longer_finds_it_waiting() -> None:
    assert [waiting(month) for month in (7, *MONTHS, 11)] == [
        [0, 0],
        [0, 1],
        [0, 1],
        [0, 0],
        [0, 0],
    ]
    assert board().petitions() == ()
    (open_in_september,) = board().petitions(Period(Span.MONTH, 2026, 9))
    assert open_in_september.cell.id == SECOND.id
    assert open_in_september.raised == dt.date(2026, 8, 3)


def test_the_sums_of_months_come_to_those_of_the_year() -> None:
    def required(period: Period) -> int:
        return board().sums(period, bundled().on(period.last), DAY).tally.required

    months = [required(Period(Span.MONTH, 2026, number)) for number in range(1, 13)]
    assert [number for number, sum_ in enumerate(months, 1) if sum_] == list(MONTHS)
    assert sum(months) == required(Period(Span.YEAR, 2026)) > 0
    officers = [board().officers(Period(Span.MONTH, 2026, number)) for number in range(1, 13)]
    (whole,) = board().officers(Period(Span.YEAR, 2026))
    assert whole.invited == sum(one.invited for month in officers for one in month) == 6
