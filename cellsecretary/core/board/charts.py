"""The charts of the board, from the same bars as those of one cell's year (`core.charts`)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from typing import TYPE_CHECKING, Protocol

from cellsecretary.core.board.coming import month_sums
from cellsecretary.core.board.sums import by_superior
from cellsecretary.core.board.table_words import BoardTable
from cellsecretary.core.charts import Bar, Chart, ChartRow, Pattern, Threshold
from cellsecretary.core.score import PERCENT, class_of
from cellsecretary.core.year_score import shown

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Mapping

    from cellsecretary.core.attendance_over_time import Tally
    from cellsecretary.core.board.record import BoardRecord
    from cellsecretary.core.board.sums import BoardSums
    from cellsecretary.core.kinds import ScoreClass
    from cellsecretary.core.period import Period
    from cellsecretary.core.ruleset import RuleSet


class BoardChart(StrEnum):
    """What a chart of the board is about."""

    ATTENDANCE = "attendance"
    SCORE = "score"
    RECEIVED = "received"


CHARTS: Mapping[BoardTable, tuple[BoardChart, ...]] = {
    BoardTable.CELLS: (BoardChart.ATTENDANCE, BoardChart.SCORE),
    BoardTable.SUPERIORS: (BoardChart.ATTENDANCE, BoardChart.SCORE),
    BoardTable.GRID: (BoardChart.RECEIVED,),
}
"""The charts that say what a table says."""


class BoardChartWords(Protocol):
    """What the charts say, in the language of the window."""

    def chart(self, chart: BoardChart) -> str:
        """Name a chart."""

    def month_of(self, month: dt.date) -> str:
        """Name a month beside its bar."""

    def share(self, count: int, base: int) -> str:
        """Say how many of how many."""

    def tally(self, tally: Tally) -> str:
        """Say how many came of how many, and the share."""

    def points(self, points: float, grade: ScoreClass | None) -> str:
        """Say a score, of a hundred points, and its class where it has one."""

    def scorer(self, pattern: Pattern) -> str:
        """Name whose score a pattern shows."""

    def threshold(self, grade: ScoreClass, least: int) -> str:
        """Say from how many points on a class begins."""


def board_chart(
    kind: BoardChart,
    table: BoardTable,
    board: BoardRecord,
    period: Period,
    rules: RuleSet,
    today: dt.date,
    say: BoardChartWords,
) -> Chart:
    """Describe a chart of the lines of a table; without anything to show it has no rows."""
    if kind is BoardChart.RECEIVED:
        return _received(board, period, today, say)
    sums = board.sums(period, rules, today)
    by_cell = table is not BoardTable.SUPERIORS
    measured = _of_cells(sums) if by_cell else _of_superiors(sums)
    if kind is BoardChart.ATTENDANCE:
        return _attendance(measured, say)
    return _score(measured, rules.year_score.bands, say, with_class=by_cell)


@dataclass(frozen=True, slots=True)
class _Measured:
    """A cell, or all that one superior has: who came, and the means of its scores."""

    name: str
    tally: Tally
    own: Fraction | None
    superior: Fraction | None


def _of_cells(sums: BoardSums) -> list[_Measured]:
    return [
        _Measured(
            one.cell.name,
            one.tally,
            one.own.percent if one.own else None,
            one.superior.percent if one.superior else None,
        )
        for one in sums.cells
    ]


def _of_superiors(sums: BoardSums) -> list[_Measured]:
    return [
        _Measured(name, group.tally, group.mean(superior=False), group.mean(superior=True))
        for name, group in by_superior(sums)
    ]


def _attendance(measured: Iterable[_Measured], say: BoardChartWords) -> Chart:
    rows = (
        ChartRow(
            one.name,
            (Bar(Fraction(one.tally.present * PERCENT, one.tally.required), say.tally(one.tally)),),
        )
        for one in measured
        if one.tally.required
    )
    return Chart(say.chart(BoardChart.ATTENDANCE), PERCENT, tuple(rows))


def _score(
    measured: Iterable[_Measured],
    bands: Mapping[ScoreClass, int],
    say: BoardChartWords,
    *,
    with_class: bool,
) -> Chart:
    def bar(percent: Fraction | None, pattern: Pattern) -> Bar | None:
        if percent is None:
            return None
        grade = class_of(percent, bands) if with_class else None
        return Bar(percent, say.points(shown(percent), grade), pattern)

    scored = [
        (one.name, {Pattern.FULL: one.own, Pattern.HATCHED: one.superior})
        for one in measured
        if one.own is not None or one.superior is not None
    ]
    patterns = [
        pattern
        for pattern in (Pattern.FULL, Pattern.HATCHED)
        if any(percents[pattern] is not None for _, percents in scored)
    ]
    return Chart(
        say.chart(BoardChart.SCORE),
        PERCENT,
        tuple(
            ChartRow(name, tuple(bar(percents[pattern], pattern) for pattern in patterns))
            for name, percents in scored
        ),
        tuple((one, say.scorer(one)) for one in patterns if Pattern.HATCHED in patterns),
        tuple(Threshold(least, say.threshold(grade, least)) for grade, least in bands.items()),
    )


def _received(board: BoardRecord, period: Period, today: dt.date, say: BoardChartWords) -> Chart:
    months = [one for one in month_sums(board.grid(period.months, today)) if one.expected]
    rows = (
        ChartRow(
            say.month_of(one.month),
            (Bar(Fraction(one.came), say.share(one.came, one.expected)),),
        )
        for one in months
    )
    top = max((one.expected for one in months), default=1)
    return Chart(say.chart(BoardChart.RECEIVED), top, tuple(rows))
