"""The tables and charts of a board in plain words, on screen, in files and on paper alike."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cellsecretary.core.board.grid import MonthState
from cellsecretary.core.period import QUARTERS, Span

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Sequence

    from cellsecretary.core.attendance_over_time import Tally
    from cellsecretary.core.board.charts import BoardChart
    from cellsecretary.core.board.table_words import BoardColumn, BoardNote, BoardTable
    from cellsecretary.core.charts import Pattern
    from cellsecretary.core.kinds import PetitionState, ScoreClass
    from cellsecretary.core.period import Period
    from cellsecretary.messages import Messages


class TableSentences:
    """The words that `core.board.tables` and `core.board.charts` ask for, in one language."""

    def __init__(self, words: Messages) -> None:
        self._words = words

    # Tables

    def title(self, table: BoardTable) -> str:
        """Name a table."""
        return self._words.table("title", table)

    def period(self, period: Period) -> str:
        """Name a month, a quarter or a year."""
        number = QUARTERS[period.number - 1] if period.span is Span.QUARTER else period.number
        return self._words.table("period", period.span, number=number, year=period.year)

    def subtitle(self, period: Period, today: dt.date) -> str:
        """Say of which time a table tells, and as of which day."""
        named = self.period(period)
        return self._words.table("say", "subtitle", period=named, date=today.isoformat())

    def column(self, column: BoardColumn) -> str:
        """Name a column."""
        return self._words.table("column", column)

    def month(self, month: dt.date, period: Period) -> str:
        """Name the column of a month, of a year that the period names."""
        assert month.year == period.year
        return self._words.table("say", "month", number=month.month)

    def thematic(self, quarter: Period) -> str:
        """Name the column of the thematic meetings of a quarter."""
        return self._words.table("say", "thematic", quarter=QUARTERS[quarter.number - 1])

    def of_class(self, grade: ScoreClass) -> str:
        """Name the column that counts the cells of a class."""
        return self._words.table("say", "of_class", what=self.value(grade).lower())

    def totals(self, table: BoardTable) -> str:
        """Name the line below all rows."""
        return self._words.table("totals", table)

    def share(self, count: int, base: int) -> str:
        """Say how many of how many."""
        return f"{count}/{base}"

    def value(self, member: MonthState | PetitionState | ScoreClass) -> str:
        """Name how a month or a petition stands, or a class."""
        if isinstance(member, MonthState):
            return self._words.month_state(member, short=True)
        return self._words.value(member)

    def months(self, months: Sequence[dt.date]) -> str:
        """List some months."""
        return ", ".join(self.month_of(month) for month in months)

    def note(self, note: BoardNote, count: int = 0, listed: Iterable[tuple[str, int]] = ()) -> str:
        """Say something below a table: how many, or how many of each."""
        parts = ", ".join(f"{what.lower()} {number}" for what, number in listed)
        return self._words.table("note", note, count=count, list=parts)

    # Charts

    def chart(self, chart: BoardChart) -> str:
        """Name a chart."""
        return self._words.table("chart", chart)

    def month_of(self, month: dt.date) -> str:
        """Name a month beside its bar."""
        return self._words.table("say", "month_of", number=month.month, year=month.year)

    def tally(self, tally: Tally) -> str:
        """Say how many came of how many, and the share."""
        percent = tally.percent
        share = "–" if percent is None else self._number(percent)
        return self._words.table(
            "say", "tally", count=str(tally.present), base=tally.required, percent=share
        )

    def points(self, points: float, grade: ScoreClass | None) -> str:
        """Say a score, of a hundred points, and its class where it has one."""
        number = self._number(points)
        return f"{number} · {self.value(grade)}" if grade else number

    def scorer(self, pattern: Pattern) -> str:
        """Name whose score a pattern shows."""
        return self._words.table("scorer", pattern)

    def threshold(self, grade: ScoreClass, least: int) -> str:
        """Say from how many points on a class begins."""
        return self._words.table("say", "threshold", what=self.value(grade), points=str(least))

    def _number(self, number: float) -> str:
        """Write a number as the columns of a table do."""
        return f"{number:.1f}".removesuffix(".0").replace(".", ",")
