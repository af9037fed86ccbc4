"""The figures of a year in words, and for each the lines behind it, every one with its meeting."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QObject

from cellsecretary.core.charts import ChartKind, Pattern, Slot, TaskBar
from cellsecretary.core.period import QUARTERS
from cellsecretary.core.rows import Meeting
from cellsecretary.core.year_score import shown
from cellsecretary.ui.chips import State
from cellsecretary.ui.sentences import Sentence
from cellsecretary.ui.task_wording import task_text
from cellsecretary.ui.wording import day_text, percent_text

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from cellsecretary.core.attendance_over_time import Tally
    from cellsecretary.core.kinds import ScoreClass
    from cellsecretary.core.register import CellRecord
    from cellsecretary.core.year_figures import Share, YearFigures
    from cellsecretary.core.year_score import Points, YearScore
    from cellsecretary.messages import Messages


class Figure(StrEnum):
    """The figures of the page, in their order."""

    HELD = "held"
    ON_DAY = "on_day"
    CANCELLED = "cancelled"
    ATTENDANCE = "attendance"
    VOICES = "voices"
    SCORE = "score"
    THEMATIC = "thematic"
    TASKS = "tasks"
    PETITIONS = "petitions"


CHARTS = {
    Figure.ATTENDANCE: ChartKind.ATTENDANCE,
    Figure.SCORE: ChartKind.SCORE,
    Figure.TASKS: ChartKind.TASKS,
}
"""The figures that have a chart."""


@dataclass(frozen=True)
class Line:
    """One thing behind a figure; without a meeting in the book there is nothing to open."""

    day: str
    what: str
    value: str
    meeting: str = ""
    state: State | None = None


class SummaryLines(QObject):
    """Says the figures of one year in the language of the window; the charts take their words."""

    def __init__(self, figures: YearFigures, register: CellRecord, words: Messages) -> None:
        super().__init__()
        self._figures = figures
        self._register = register
        self._words = words

    def sentences(self) -> list[Sentence]:
        """Give one sentence for each figure, to be pressed."""
        figures = self._figures
        told = [
            (Figure.HELD, self._held(), _all(figures.held)),
            (Figure.ON_DAY, self._on_day(), _all(figures.on_day)),
            (Figure.ATTENDANCE, self._attendance(), State.NONE),
            (Figure.VOICES, self._voices(), State.NONE),
            (Figure.SCORE, self._score(), State.NONE),
            (Figure.THEMATIC, *self._thematic()),
            (Figure.TASKS, self._tasks(), State.NONE),
            (Figure.PETITIONS, self._petitions(), State.NONE),
        ]
        if figures.cancelled:
            count = self.tr("%n meeting(s) cancelled", "", len(figures.cancelled))
            told.insert(2, (Figure.CANCELLED, count, State.NONE))
        return [Sentence(text, state, figure, "next") for figure, text, state in told]

    def lines(self, figure: Figure) -> list[Line]:
        """Give what is behind a figure, in the order of time."""
        behind = {
            Figure.HELD: self._months,
            Figure.ON_DAY: self._days,
            Figure.CANCELLED: self._cancelled,
            Figure.ATTENDANCE: self._came,
            Figure.VOICES: self._spoke,
            Figure.SCORE: self._scored,
            Figure.THEMATIC: self._quarters,
            Figure.TASKS: self._task_lines,
            Figure.PETITIONS: self._petition_lines,
        }
        return list(behind[figure]())

    # The sentences

    def _held(self) -> str:
        figures = self._figures
        text = self.tr("{count} of {base} months had their meeting").format(
            count=figures.held.count, base=figures.held.base
        )
        if not figures.missed:
            return text
        months = ", ".join(str(month.month) for month in figures.missed)
        return self.tr("{text}; none in: {months}").format(text=text, months=months)

    def _on_day(self) -> str:
        share = self._figures.on_day
        return self.tr("{count} of {base} on their day, or with a reason for another").format(
            count=share.count, base=share.base
        )

    def _attendance(self) -> str:
        return self._shared(self.tr("Attendance: {percent} ({count} of {base})"), "attendance")

    def _voices(self) -> str:
        text = self.tr("Spoke, of those present: {percent} ({count} of {base})")
        return self._shared(text, "voices")

    def _shared(self, text: str, name: str) -> str:
        share: Share = getattr(self._figures, name)
        return text.format(percent=percent_text(share.percent), count=share.count, base=share.base)

    def _score(self) -> str:
        own, superior = self._figures.own, self._figures.superior
        if own is None and superior is None:
            return self.tr("No meeting is scored yet")
        said = []
        if own is not None:
            said.append(
                self.tr("Proposed class of the year: {score}").format(score=self._mean(own))
            )
        if superior is not None:
            text = self.tr("By the superior: {score}")
            said.append(text.format(score=self._mean(superior)))
        return "\n".join(said)

    def _mean(self, score: YearScore) -> str:
        return self.points(shown(score.percent), score.grade)

    def _thematic(self) -> tuple[str, State]:
        quarters = self._figures.thematic
        full = sum(one.held >= one.wanted for one in quarters)
        text = self.tr("{count} of {base} quarters with enough thematic meetings")
        state = State.GOOD if full == len(quarters) else State.CARE
        return text.format(count=full, base=len(quarters)), state

    def _tasks(self) -> str:
        share = self._figures.done_in_time
        text = self.tr("{count} of {base} tasks done in time; {open} still open")
        return text.format(count=share.count, base=share.base, open=len(self._figures.open))

    def _petitions(self) -> str:
        figures = self._figures
        text = self.tr("{count} petitions passed on; {open} not told an answer yet")
        return text.format(count=len(figures.raised), open=len(figures.unanswered))

    # The lines behind them

    def _months(self) -> Iterator[Line]:
        for month in self._figures.months:
            name, meeting = self._month(month.month), month.meeting
            if meeting is None:
                yield Line("", name, self.tr("none yet"), state=State.CARE)
            else:
                kind = self._words.value(meeting.kind)
                yield Line(day_text(meeting.date), name, kind, self._known(meeting.id))

    def _days(self) -> Iterator[Line]:
        for month in self._figures.months:
            meeting = month.meeting
            if meeting is None:
                continue
            name, day = self._month(month.month), day_text(meeting.date)
            known = self._known(meeting.id)
            if isinstance(meeting, Meeting) and meeting.off_day_reason:
                yield Line(day, name, meeting.off_day_reason, known)
            elif month.on_day:
                yield Line(day, name, self.tr("on its day"), known, State.GOOD)
            else:
                yield Line(day, name, self.tr("another day"), known, State.CARE)

    def _cancelled(self) -> Iterator[Line]:
        for meeting in self._figures.cancelled:
            kind = self._words.value(meeting.kind)
            yield Line(day_text(meeting.date), kind, meeting.cancel_reason, meeting.id)

    def _came(self) -> Iterator[Line]:
        for meeting in self._figures.meetings:
            kind, came = self._words.value(meeting.kind), self.tally(meeting.tally)
            yield Line(day_text(meeting.date), kind, came, self._known(meeting.id))

    def _spoke(self) -> Iterator[Line]:
        for meeting in self._figures.meetings:
            if not meeting.on_paper_only:
                text = self.tr("{count} of {base}")
                spoke = text.format(count=meeting.speakers, base=meeting.present)
                kind = self._words.value(meeting.kind)
                yield Line(day_text(meeting.date), kind, spoke, meeting.id)

    def _scored(self) -> Iterator[Line]:
        for meeting in self._figures.meetings:
            said = [self._given(points) for points in (meeting.own, meeting.superior) if points]
            if meeting.superior:
                said[-1] = self.tr("superior {score}").format(score=said[-1])
            if said:
                kind = self._words.value(meeting.kind)
                yield Line(day_text(meeting.date), kind, "; ".join(said), meeting.id)

    def _given(self, points: Points) -> str:
        return self.points(shown(points.percent), points.grade)

    def _quarters(self) -> Iterator[Line]:
        for one in self._figures.thematic:
            name = self.tr("Quarter {number}").format(number=QUARTERS[one.quarter.number - 1])
            for key in one.meetings:
                meeting = self._register.meeting(key)
                day = day_text(meeting.date if meeting else None)
                yield Line(day, name, meeting.topic if meeting else "", self._known(key))
            if one.missing:
                yield Line("", name, self.tr("%n missing", "", one.missing), state=State.CARE)

    def _task_lines(self) -> Iterator[Line]:
        figures = self._figures
        for one in dict.fromkeys((*figures.given, *figures.in_time, *figures.late, *figures.open)):
            found = one.decided_by
            meeting = found.meeting if found else one.given_at
            day = day_text(meeting.date if meeting else one.task.given)
            value = self._words.value(one.timing)
            yield Line(day, task_text(one.task), value, meeting.id if meeting else "")

    def _petition_lines(self) -> Iterator[Line]:
        figures = self._figures
        for one in dict.fromkeys((*figures.raised, *figures.unanswered)):
            day, state = day_text(one.meeting.date), self._words.value(one.state)
            yield Line(day, one.petition.text, state, one.meeting.id)

    def _month(self, day: dt.date) -> str:
        return self.tr("Month {number}").format(number=day.month)

    def _known(self, meeting: str) -> str:
        """Give the id of a meeting of the book; one on paper cannot be opened."""
        return meeting if self._register.meeting(meeting) else ""

    # The words of the charts

    def title(self, chart: ChartKind) -> str:
        """Name a chart."""
        match chart:
            case ChartKind.ATTENDANCE:
                return self.tr("Attendance of each meeting")
            case ChartKind.SCORE:
                return self.tr("Score of each meeting")
        return self.tr("Tasks")

    def slot(self, slot: Slot) -> str:
        """Name a meeting by its day, or a month."""
        if slot.is_month:
            return self._month(slot.day)
        return day_text(slot.day)[:5]

    def tally(self, tally: Tally) -> str:
        """Say how many came of how many, and the share."""
        return self.tr("{present}/{required} · {percent}").format(
            present=tally.present, required=tally.required, percent=percent_text(tally.percent)
        )

    def points(self, points: float, grade: ScoreClass) -> str:
        """Say a score, of a hundred points, and its class."""
        number = QLocale().toString(points, "f", 1).removesuffix(f"{QLocale().decimalPoint()}0")
        return self.tr("{points} ({grade})").format(points=number, grade=self._words.value(grade))

    def scorer(self, pattern: Pattern) -> str:
        """Name whose score a pattern shows."""
        if pattern is Pattern.FULL:
            return self.tr("by the cell itself")
        return self.tr("by the superior")

    def threshold(self, grade: ScoreClass, least: int) -> str:
        """Say from how many points on a class begins."""
        text = self.tr("from {points}: {grade}")
        return text.format(points=least, grade=self._words.value(grade))

    def tasks(self, bar: TaskBar) -> str:
        """Name what is counted of the tasks."""
        match bar:
            case TaskBar.IN_TIME:
                return self.tr("In time")
            case TaskBar.LATE:
                return self.tr("Late")
        return self.tr("Not done")


def _all(share: Share) -> State:
    return State.GOOD if share.count == share.base else State.CARE
