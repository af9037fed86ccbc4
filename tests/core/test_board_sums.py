"""What the cells of a board come to: by hand on a small board, and whatever was sent."""

from __future__ import annotations

import datetime as dt
import random  # noqa: TC003 (hypothesis reads the annotation)
from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as some

from cellsecretary.core.attendance_over_time import Tally
from cellsecretary.core.board.coming import looked_back, month_sums, slips
from cellsecretary.core.board.grid import MonthState
from cellsecretary.core.board.sums import BoardSums, by_superior
from cellsecretary.core.kinds import MeetingKind, ScoreClass
from cellsecretary.core.period import Period, Span, read_period
from cellsecretary.rules import bundled
from tests.core import boards
from tests.core.boards import TODAY, board, month, on_paper, sent, small

if TYPE_CHECKING:
    from cellsecretary.core.board.versions import Version

RULES = bundled().on(dt.date(2026, 12, 31))
QUARTER = Period(Span.QUARTER, 2026, 4)


def test_a_small_board_comes_to_what_one_counts_by_hand() -> None:
    sums = small(scores=(boards.given("A", 10, 70),)).sums(QUARTER, RULES, TODAY)
    a, b, c = sums.cells
    assert [one.cell.name for one in sums.cells] == ["Chi bộ A", "Chi bộ B", "Chi bộ C"]
    # December is not over: its minutes are not due.
    assert (a.expected, a.held, a.known, a.on_day) == (2, 2, 2, 1)
    assert (a.tally, a.on_day_percent) == (Tally(30, 25, 5, 0), 50.0)
    assert a.own is not None
    assert (a.own.percent, a.own.grade) == (Fraction(173, 2), ScoreClass.FAIR)
    assert a.superior is not None
    assert (a.superior.percent, a.superior.grade) == (Fraction(70), ScoreClass.FAIR)
    assert [(one.held, one.wanted) for one in a.thematic] == [(1, 1)]
    # Overdue are the tasks of the last meeting, the thematic one.
    assert (a.overdue, a.raised, a.waiting, a.visits) == (1, 2, 0, 1)
    assert (b.expected, b.held, b.known, b.raised, b.tally) == (2, 1, 1, 0, Tally(20, 11, 9, 0))
    assert (c.held, c.known, c.overdue, c.own, c.on_day_percent) == (0, 0, None, None, None)


def test_all_cells_together_come_to_what_one_counts_by_hand() -> None:
    sums = small(scores=(boards.given("A", 10, 70),)).sums(QUARTER, RULES, TODAY)
    assert (sums.expected, sums.held, sums.known, sums.on_day) == (6, 3, 3, 2)
    assert (sums.on_day_percent, sums.tally) == (66.7, Tally(50, 36, 14, 0))
    assert sums.mean(superior=False) == (Fraction(173, 2) + 60) / 2
    assert sums.mean(superior=True) == 70
    assert sums.classes(superior=False)[ScoreClass.AVERAGE] == 1
    assert [(one.held, one.wanted) for one in sums.thematic] == [(1, 3)]
    assert (sums.overdue, sums.raised, sums.waiting, sums.visits) == (2, 2, 0, 2)


def test_a_board_without_anything_has_no_shares_and_no_means() -> None:
    sums = board(()).sums(QUARTER, RULES, TODAY)
    assert (sums.expected, sums.held, sums.raised, sums.thematic) == (0, 0, 0, ())
    assert (sums.on_day_percent, sums.overdue, sums.tally.percent) == (None, None, None)
    assert sums.mean(superior=False) is None
    assert month_sums(board(()).grid(QUARTER.months, TODAY)) == ()


def test_a_month_has_no_thematic_meetings_to_ask_for() -> None:
    sums = small().sums(Period(Span.MONTH, 2026, 11), RULES, TODAY)
    assert sums.thematic == ()
    assert sums.expected == 3


def test_petitions_wait_as_was_known_at_the_end_of_a_period() -> None:
    record = board(boards.SMALL[:2])
    (october,) = record.petitions(Period(Span.MONTH, 2026, 10))
    assert (october.petition.id, october.raised) == ("p1", dt.date(2026, 10, 3))
    november = record.petitions(Period(Span.MONTH, 2026, 11))
    assert [one.petition.id for one in november] == ["p1", "p2"]
    assert record.petitions(Period(Span.MONTH, 2026, 9)) == ()
    assert record.petitions() == november
    assert record.sums(QUARTER, RULES, TODAY).waiting == 2


def test_sums_by_superior_part_the_cells_in_their_order() -> None:
    record = board(
        [sent("A", 10, superior="Đảng ủy xã Yên"), sent("B", 10), sent("C", 10, came=(4, 4))]
    )
    groups = by_superior(record.sums(QUARTER, RULES, TODAY))
    assert [(name, len(group.cells)) for name, group in groups] == [
        (boards.SUPERIOR, 2),
        ("Đảng ủy xã Yên", 1),
    ]
    assert [group.tally.required for _, group in groups] == [14, 10]
    assert record.superiors == (boards.SUPERIOR, "Đảng ủy xã Yên")


def test_missing_are_the_months_that_are_due_and_of_which_nothing_is_closed() -> None:
    record = small(paper_minutes=(on_paper("B", 9),))
    missing = record.missing(QUARTER.months, TODAY)
    # C sent two contents of October, and of November its committee alone.
    assert [(one.cell.id, one.months, one.due, one.days) for one in missing] == [
        ("B", (month(11),), dt.date(2026, 12, 5), 15),
        ("C", (month(11),), dt.date(2026, 12, 5), 15),
    ]
    september = record.missing((month(9),), TODAY)
    assert [one.cell.id for one in september] == ["A", "C"]
    assert record.missing((month(11),), dt.date(2026, 12, 5)) == ()
    assert record.missing((month(12),), TODAY) == ()


def test_a_cell_is_reminded_of_all_the_months_it_owes() -> None:
    record = small()
    owing = record.missing((month(9), month(10), month(11)), TODAY)
    until = dt.date(2026, 12, 24)
    by_cell = {slip.cell: slip.missing for slip in slips(owing, until)}
    assert by_cell["Chi bộ B"] == (month(9), month(11))
    assert {slip.until for slip in slips(owing, until)} == {until}
    assert owing[1].due == dt.date(2026, 10, 5)


def test_months_are_looked_back_at_over_the_turn_of_the_year() -> None:
    months = looked_back(dt.date(2026, 2, 14))
    assert (months[0], months[2], months[-1]) == (
        month(2),
        dt.date(2025, 12, 1),
        dt.date(2025, 3, 1),
    )
    assert len(months) == 12


def test_months_are_counted_over_all_cells() -> None:
    found = month_sums(small().grid((month(8), *QUARTER.months), TODAY))
    assert [(one.month.month, one.came, one.expected) for one in found] == [
        (8, 0, 0),
        (10, 2, 3),
        (11, 1, 3),
        (12, 0, 0),
    ]


def test_a_period_knows_the_ones_beside_it() -> None:
    for code, before, after in (
        ("2026-01", "2025-12", "2026-02"),
        ("2026-Q4", "2026-Q3", "2027-Q1"),
        ("2026", "2025", "2027"),
    ):
        period = read_period(code)
        assert period is not None
        assert (period.before.code, period.after.code) == (before, after)


CELLS = some.sampled_from("ABCDEF")
VERSIONS = some.builds(
    sent,
    CELLS,
    some.integers(8, 12),
    kind=some.sampled_from((MeetingKind.REGULAR, MeetingKind.THEMATIC, MeetingKind.COMMITTEE)),
    revision=some.integers(1, 3),
    is_draft=some.booleans(),
    content=some.sampled_from(("", "one", "two")),
    came=some.sampled_from(((10, 10), (10, 0), (7, 3), (0, 0))),
    points=some.none() | some.integers(0, 100),
    on_day=some.booleans(),
    tasks_overdue=some.integers(0, 3),
    raised=some.integers(0, 2),
)
PERIODS = some.sampled_from(
    [Period(Span.YEAR, 2026), QUARTER, *(Period(Span.MONTH, 2026, number) for number in (8, 11))]
)


def of_superior(versions: list[Version]) -> list[Version]:
    """Put the cells under two superiors; of one meeting and number one content is one version."""
    found = {
        one.key: replace(one, superior=f"Đảng ủy xã {ord(one.key.cell) % 2}") for one in versions
    }
    return list(found.values())


@settings(max_examples=60, deadline=None)
@given(some.lists(VERSIONS, max_size=25).map(of_superior), PERIODS, some.randoms())
def test_totals_are_the_sums_of_the_cells_in_whatever_order_they_came(
    versions: list[Version], period: Period, chance: random.Random
) -> None:
    sums = board(versions).sums(period, RULES, TODAY)
    for name in ("expected", "held", "known", "on_day", "raised", "waiting", "visits"):
        assert getattr(sums, name) == sum(getattr(one, name) for one in sums.cells)
    assert sums.held <= sums.expected
    assert sums.tally.required == sum(one.tally.required for one in sums.cells)
    scored = sum(one.own is not None for one in sums.cells)
    assert sum(sums.classes(superior=False).values()) == scored
    parts = [group for _, group in by_superior(sums)]
    assert together(parts) == together([sums])
    chance.shuffle(versions)
    assert board(versions).sums(period, RULES, TODAY) == sums


def together(parts: list[BoardSums]) -> tuple[int, ...]:
    return tuple(
        sum(getattr(part, name) for part in parts)
        for name in ("expected", "held", "known", "on_day", "raised", "visits")
    )


def test_a_cell_that_was_written_down_today_owes_nothing_of_the_months_before() -> None:
    paper = (boards.paper_cell("Chi bộ B2"),)
    record = small(paper_cells=paper)
    names = [one.name for one in record.cells]
    assert names == ["Chi bộ A", "Chi bộ B", "Chi bộ B2", "Chi bộ C"], "it stands by its name"
    line = record.grid((month(10), month(11), month(12)), TODAY)[2]
    assert [one.state for one in line.months] == [
        MonthState.OUTSIDE,
        MonthState.OUTSIDE,
        MonthState.WAITING,
    ]
    ticked = small(paper_cells=paper, paper_minutes=(on_paper(paper[0].id, 10),))
    states = [one.state for one in ticked.grid((month(10), month(11)), TODAY)[2].months]
    assert states == [MonthState.ON_PAPER, MonthState.MISSING]
