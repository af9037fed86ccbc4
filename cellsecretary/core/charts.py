"""Charts as plain values, which the window and the papers draw alike: bars, patterns, classes.

Bars lie one below the other: a row takes any number of words beside it at any size of text.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from itertools import groupby
from typing import TYPE_CHECKING, Protocol

from cellsecretary.core.attendance_over_time import NOTHING, Tally
from cellsecretary.core.score import PERCENT, class_of
from cellsecretary.core.year_score import shown

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

    from cellsecretary.core.kinds import ScoreClass
    from cellsecretary.core.year_figures import MeetingFigures, YearFigures
    from cellsecretary.core.year_score import Points

MOST_ROWS = 24
"""With more meetings than this a chart has a row for each month."""


class Pattern(StrEnum):
    """How a bar is filled, so that it is told apart without colour."""

    FULL = "full"
    HATCHED = "hatched"
    EMPTY = "empty"


class ChartKind(StrEnum):
    """What a chart is about."""

    ATTENDANCE = "attendance"
    SCORE = "score"
    TASKS = "tasks"


class TaskBar(StrEnum):
    """What the chart of tasks counts."""

    IN_TIME = "in_time"
    LATE = "late"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class Bar:
    """So much of a chart's `top`; `text` says the value and whatever belongs to it."""

    value: Fraction
    text: str
    pattern: Pattern = Pattern.FULL


@dataclass(frozen=True, slots=True)
class ChartRow:
    """What is measured, and a bar for each who measured it, None where nobody did."""

    label: str
    bars: tuple[Bar | None, ...]


@dataclass(frozen=True, slots=True)
class Threshold:
    """A value with a name, drawn across all rows: from here on a class begins."""

    value: int
    label: str


@dataclass(frozen=True, slots=True)
class Chart:
    """Rows of bars from nought to `top`; `series` name the patterns where rows have several."""

    title: str
    top: int
    rows: tuple[ChartRow, ...]
    series: tuple[tuple[Pattern, str], ...] = ()
    thresholds: tuple[Threshold, ...] = ()

    @property
    def key(self) -> str:
        """What the lines across the rows mean, empty without any."""
        return "; ".join(threshold.label for threshold in self.thresholds)

    @property
    def spoken(self) -> str:
        """All of it in words, for who does not see it."""
        names = dict(self.series)
        said = [
            f"{row.label}: {', '.join(_spoken(bar, names) for bar in row.bars if bar)}"
            for row in self.rows
        ]
        return "; ".join([self.title, *said])


def _spoken(bar: Bar, names: dict[Pattern, str]) -> str:
    """Say a bar with the name of its pattern, where patterns have names."""
    name = names.get(bar.pattern)
    return f"{name} {bar.text}" if name else bar.text


@dataclass(frozen=True, slots=True)
class Slot:
    """One row of the year: a meeting by itself, or the meetings of a month together."""

    day: dt.date
    is_month: bool
    meetings: tuple[MeetingFigures, ...]

    @property
    def tally(self) -> Tally:
        """Who had to come and who came."""
        return sum((meeting.tally for meeting in self.meetings), NOTHING)

    @property
    def speakers(self) -> int | None:
        """How many spoke, None where that stands nowhere."""
        kept = [meeting.speakers for meeting in self.meetings if not meeting.on_paper_only]
        return sum(kept) if kept else None

    @property
    def own(self) -> Fraction | None:
        """The mean of the cell's own scores, in percent of all points."""
        return _mean(meeting.own for meeting in self.meetings)

    @property
    def superior(self) -> Fraction | None:
        """The mean of the superior's scores, in percent of all points."""
        return _mean(meeting.superior for meeting in self.meetings)


class ChartWords(Protocol):
    """What a chart says, in the language of the window or in the wording of the papers."""

    def title(self, chart: ChartKind) -> str:
        """Name a chart."""

    def slot(self, slot: Slot) -> str:
        """Name a meeting by its day, or a month."""

    def tally(self, tally: Tally) -> str:
        """Say how many came of how many, and the share."""

    def points(self, points: float, grade: ScoreClass) -> str:
        """Say a score, of a hundred points, and its class."""

    def scorer(self, pattern: Pattern) -> str:
        """Name whose score a pattern shows."""

    def threshold(self, grade: ScoreClass, least: int) -> str:
        """Say from how many points on a class begins."""

    def tasks(self, bar: TaskBar) -> str:
        """Name what is counted of the tasks."""


def slots(figures: YearFigures) -> tuple[Slot, ...]:
    """Give the meetings one by one, or by month where they are too many to be looked at."""
    if len(figures.meetings) <= MOST_ROWS:
        return tuple(Slot(meeting.date, False, (meeting,)) for meeting in figures.meetings)
    months = groupby(figures.meetings, key=lambda meeting: meeting.date.replace(day=1))
    return tuple(Slot(month, True, tuple(meetings)) for month, meetings in months)


def chart(kind: ChartKind, figures: YearFigures, say: ChartWords) -> Chart:
    """Describe a chart of the figures; without anything to show it has no rows."""
    return _CHARTS[kind](figures, say)


def _attendance(figures: YearFigures, say: ChartWords) -> Chart:
    rows = (
        ChartRow(
            say.slot(slot),
            (Bar(Fraction(tally.present * PERCENT, tally.required), say.tally(tally)),),
        )
        for slot in slots(figures)
        if (tally := slot.tally).required
    )
    return Chart(say.title(ChartKind.ATTENDANCE), PERCENT, tuple(rows))


def _score(figures: YearFigures, say: ChartWords) -> Chart:
    def bar(percent: Fraction | None, pattern: Pattern) -> Bar | None:
        if percent is None:
            return None
        return Bar(percent, say.points(shown(percent), class_of(percent, figures.bands)), pattern)

    scored = [slot for slot in slots(figures) if slot.own is not None or slot.superior is not None]
    patterns = [Pattern.FULL]
    if figures.superior is not None:
        patterns.append(Pattern.HATCHED)
    return Chart(
        say.title(ChartKind.SCORE),
        PERCENT,
        tuple(
            ChartRow(
                say.slot(slot),
                tuple(
                    bar(percent, pattern)
                    for percent, pattern in zip((slot.own, slot.superior), patterns, strict=False)
                ),
            )
            for slot in scored
        ),
        tuple((pattern, say.scorer(pattern)) for pattern in patterns if len(patterns) > 1),
        tuple(
            Threshold(least, say.threshold(grade, least)) for grade, least in figures.bands.items()
        ),
    )


def _tasks(figures: YearFigures, say: ChartWords) -> Chart:
    counts = {
        TaskBar.IN_TIME: (len(figures.in_time), Pattern.FULL),
        TaskBar.LATE: (len(figures.late), Pattern.HATCHED),
        TaskBar.OPEN: (len(figures.open), Pattern.EMPTY),
    }
    most = max(count for count, _ in counts.values())
    rows = (
        ChartRow(say.tasks(bar), (Bar(Fraction(count), str(count), pattern),))
        for bar, (count, pattern) in counts.items()
    )
    return Chart(say.title(ChartKind.TASKS), max(most, 1), tuple(rows) if most else ())


_CHARTS = {ChartKind.ATTENDANCE: _attendance, ChartKind.SCORE: _score, ChartKind.TASKS: _tasks}


def _mean(scores: Iterable[Points | None]) -> Fraction | None:
    given = [score.percent for score in scores if score is not None]
    return sum(given, Fraction()) / len(given) if given else None
