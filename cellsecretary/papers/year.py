"""What a year of the cell comes to (tổng hợp hoạt động năm): figures, charts and their tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cellsecretary.core.attendance_over_time import NOTHING
from cellsecretary.core.charts import ChartKind, chart, slots
from cellsecretary.core.period import QUARTERS
from cellsecretary.core.score import class_of
from cellsecretary.core.year_figures import year_figures
from cellsecretary.core.year_score import shown
from cellsecretary.papers.issuing import issue_of_period
from cellsecretary.papers.tables import Column

if TYPE_CHECKING:
    from fractions import Fraction

    from cellsecretary.core.attendance_over_time import Tally
    from cellsecretary.core.charts import Pattern, Slot, TaskBar
    from cellsecretary.core.kinds import ScoreClass
    from cellsecretary.core.period import PeriodRecord
    from cellsecretary.core.year_figures import YearFigures
    from cellsecretary.core.year_score import YearScore
    from cellsecretary.papers.sheet import Sheet
    from cellsecretary.papers.words import Words


class PaperWords:
    """What the charts say in the wording of papers."""

    def __init__(self, words: Words) -> None:
        self._words = words

    def title(self, chart: ChartKind) -> str:
        """Name a chart."""
        return self._words.say(f"year.chart.{chart}")

    def slot(self, slot: Slot) -> str:
        """Name a meeting by its day, or a month."""
        if slot.is_month:
            return self._words.say("year.month_of", number=slot.day.month)
        return self._words.day_and_month(slot.day)

    def tally(self, tally: Tally) -> str:
        """Say how many came of how many, and the share."""
        percent = self._words.percent(tally.percent)
        return self._words.say(
            "year.tally", present=tally.present, required=tally.required, percent=percent
        )

    def points(self, points: float, grade: ScoreClass) -> str:
        """Say a score, of a hundred points, and its class."""
        return self._words.say(
            "year.points",
            points=self._words.decimal(points),
            grade=self._words.say(f"score.class.{grade}"),
        )

    def scorer(self, pattern: Pattern) -> str:
        """Name whose score a pattern shows."""
        return self._words.say(f"year.scorer.{pattern}")

    def threshold(self, grade: ScoreClass, least: int) -> str:
        """Say from how many points on a class begins."""
        grade_word = self._words.say(f"score.class.{grade}")
        return self._words.say("year.threshold", points=least, grade=grade_word)

    def tasks(self, bar: TaskBar) -> str:
        """Name what is counted of the tasks."""
        return self._words.say(f"year.task.{bar}")


def year(sheet: Sheet, period: PeriodRecord) -> None:
    """Write the figures of a year part by part, each chart with its numbers in a table."""
    figures, say = year_figures(period), sheet.words.say
    sheet.letterhead(period.cell, None)
    named = sheet.words.period(period.period)
    sheet.title(say("year.name", period=named.upper()), period.cell.name)
    for name, write in (
        ("meetings", _meetings),
        ("score", _score),
        ("thematic", _thematic),
        ("tasks", _tasks),
        ("petitions", _petitions),
    ):
        sheet.part(say(f"year.part.{name}"))
        write(sheet, figures)
    sheet.end_sections()
    issue_of_period(sheet, period, receivers=False)


def _meetings(sheet: Sheet, figures: YearFigures) -> None:
    words = sheet.words
    sheet.line("year.held", count=figures.held.count, base=figures.held.base)
    if figures.missed:
        months = [words.say("year.month", number=month.month) for month in figures.missed]
        sheet.line("year.missed", months=words.listing(months))
    if figures.held.count:
        sheet.line("year.on_day", count=figures.on_day.count, base=figures.on_day.base)
    if figures.cancelled:
        sheet.line("year.cancelled", count=len(figures.cancelled))
    for name, share in (("attendance", figures.attendance), ("voices", figures.voices)):
        if share.base:
            percent = words.percent(share.percent)
            sheet.line(f"year.{name}", count=share.count, base=share.base, percent=percent)
    sheet.chart(chart(ChartKind.ATTENDANCE, figures, PaperWords(words)))
    _table(sheet, figures)


def _table(sheet: Sheet, figures: YearFigures) -> None:
    """Write the rows of the charts as a table, all meetings together in the last line."""
    words, say = sheet.words, sheet.words.say
    named = PaperWords(words)

    def points(percent: Fraction | None) -> str:
        if percent is None:
            return ""
        return named.points(shown(percent), class_of(percent, figures.bands))

    columns = [
        Column(say("year.day"), 26, centred=True),
        Column(say("attendance.required"), 18, centred=True),
        Column(say("attendance.present"), 18, centred=True),
        Column(say("attendance.percent"), 20, centred=True),
        Column(say("year.speakers"), 20, centred=True),
    ]
    rows = [
        [
            named.slot(slot),
            *_came(words, slot.tally),
            "" if slot.speakers is None else str(slot.speakers),
        ]
        for slot in slots(figures)
    ]
    whole = sum((meeting.tally for meeting in figures.meetings), NOTHING)
    rows.append([say("attendance.whole"), *_came(words, whole), str(figures.voices.count)])
    for name, score in (("own", figures.own), ("superior", figures.superior)):
        if score is None:
            continue
        columns.append(Column(say(f"year.{name}_points"), 34, centred=True))
        scores = [*(getattr(slot, name) for slot in slots(figures)), score.percent]
        for row, percent in zip(rows, scores, strict=True):
            row.append(points(percent))
    sheet.table(columns, rows if len(rows) > 1 else [])


def _came(words: Words, tally: Tally) -> list[str]:
    return [str(tally.required), str(tally.present), words.percent(tally.percent)]


def _score(sheet: Sheet, figures: YearFigures) -> None:
    _class(sheet, "year.own", figures.own)
    _class(sheet, "year.superior", figures.superior)
    if figures.own or figures.superior:
        sheet.line("year.proposed")
    sheet.chart(chart(ChartKind.SCORE, figures, PaperWords(sheet.words)))


def _class(sheet: Sheet, key: str, score: YearScore | None) -> None:
    if score is not None:
        sheet.line(
            key,
            points=sheet.words.decimal(shown(score.percent)),
            count=len(score.meetings),
            grade=sheet.words.say(f"score.class.{score.grade}"),
        )


def _thematic(sheet: Sheet, figures: YearFigures) -> None:
    say = sheet.words.say
    columns = [
        Column(say("year.quarter"), 20, centred=True),
        *(Column(say(f"year.{name}"), 20, centred=True) for name in ("wanted", "met", "missing")),
    ]
    sheet.table(
        columns,
        [
            [QUARTERS[one.quarter.number - 1], *map(str, (one.wanted, one.held, one.missing))]
            for one in figures.thematic
        ],
    )


def _tasks(sheet: Sheet, figures: YearFigures) -> None:
    in_time = figures.done_in_time
    if figures.given:
        sheet.line("year.given", count=len(figures.given))
    if in_time.base:
        sheet.line("year.in_time", count=in_time.count, base=in_time.base)
    if figures.given or figures.open:
        sheet.line("year.open", count=len(figures.open))
    sheet.chart(chart(ChartKind.TASKS, figures, PaperWords(sheet.words)))


def _petitions(sheet: Sheet, figures: YearFigures) -> None:
    if figures.raised or figures.unanswered:
        sheet.line("year.raised", count=len(figures.raised))
        sheet.line("year.unanswered", count=len(figures.unanswered))
