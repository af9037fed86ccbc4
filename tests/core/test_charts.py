"""The charts of a year say what its figures say, whoever draws them."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

import pytest
from hypothesis import given

from cellsecretary.core.charts import (
    MOST_ROWS,
    ChartKind,
    Pattern,
    Slot,
    TaskBar,
    chart,
    slots,
)
from cellsecretary.core.year_figures import year_figures
from cellsecretary.core.year_score import shown
from tests.core.years import by_hand, many, year, years

if TYPE_CHECKING:
    from cellsecretary.core.attendance_over_time import Tally
    from cellsecretary.core.kinds import ScoreClass
    from cellsecretary.core.period import PeriodRecord


class Plain:
    """Words that say no more than the values."""

    def title(self, chart: ChartKind) -> str:
        return chart

    def slot(self, slot: Slot) -> str:
        return f"{slot.day:%m}" if slot.is_month else f"{slot.day:%m-%d}"

    def tally(self, tally: Tally) -> str:
        return f"{tally.present}/{tally.required}"

    def points(self, points: float, grade: ScoreClass) -> str:
        return f"{points:g} {grade}"

    def scorer(self, pattern: Pattern) -> str:
        return pattern

    def threshold(self, grade: ScoreClass, least: int) -> str:
        return f"{grade} {least}"

    def tasks(self, bar: TaskBar) -> str:
        return bar


def drawn(kind: ChartKind, period: PeriodRecord) -> list[tuple[str, list[str]]]:
    """The labels of a chart with the words of their bars."""
    rows = chart(kind, year_figures(period), Plain()).rows
    return [(row.label, [bar.text for bar in row.bars if bar]) for row in rows]


def test_the_scores_of_both_stand_in_one_row_with_a_pattern_each() -> None:
    found = chart(ChartKind.SCORE, year_figures(by_hand()), Plain())
    assert [[bar and (bar.value, bar.pattern) for bar in row.bars] for row in found.rows] == [
        [(95, Pattern.FULL), (92, Pattern.HATCHED)],
        [(84, Pattern.FULL), None],
    ]
    assert found.key == "good 90; fair 70; average 50"
    assert [pattern for pattern, _ in found.series] == [Pattern.FULL, Pattern.HATCHED]


def test_the_tasks_are_told_apart_by_pattern() -> None:
    found = chart(ChartKind.TASKS, year_figures(by_hand()), Plain())
    assert found.top == 2
    assert found.spoken == "tasks; in_time: 1; late: 1; open: 2"
    assert len({bar.pattern for row in found.rows for bar in row.bars if bar}) == 3


def test_each_meeting_has_a_row_until_there_are_too_many() -> None:
    assert drawn(ChartKind.ATTENDANCE, by_hand())[3] == ("04-17", ["9/10"])
    assert len(drawn(ChartKind.ATTENDANCE, many(MOST_ROWS))) == MOST_ROWS
    assert len(drawn(ChartKind.ATTENDANCE, many(MOST_ROWS + 1))) == 12


@pytest.mark.parametrize("kind", ChartKind)
def test_a_year_without_anything_has_charts_without_rows(kind: ChartKind) -> None:
    assert drawn(kind, year()) == []


@pytest.mark.parametrize("count", [1, 12, 360])
def test_the_rows_add_up_to_all_meetings(count: int) -> None:
    figures = year_figures(many(count))
    tallies = [slot.tally for slot in slots(figures)]
    assert sum(tally.present for tally in tallies) == figures.attendance.count
    assert sum(tally.required for tally in tallies) == figures.attendance.base
    assert sum(slot.speakers or 0 for slot in slots(figures)) == figures.voices.count


@given(years())
def test_no_bar_is_longer_than_the_chart(period: PeriodRecord) -> None:
    for kind in ChartKind:
        found = chart(kind, year_figures(period), Plain())
        for row in found.rows:
            for bar in row.bars:
                assert bar is None or 0 <= bar.value <= found.top


def test_a_mean_is_never_shown_as_more_than_it_is() -> None:
    assert shown(Fraction(8999, 100)) == 89.9
    assert shown(Fraction(90)) == 90
