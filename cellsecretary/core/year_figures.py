"""What a month, a quarter or a year of the cell comes to; behind each figure are its meetings."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from cellsecretary.core.attendance_over_time import NOTHING, Tally, attendance_over_time
from cellsecretary.core.facts import Warning, percent_of, warnings
from cellsecretary.core.kinds import MeetingState
from cellsecretary.core.period_figures import cancelled_in
from cellsecretary.core.petition_lines import petitions_of
from cellsecretary.core.rows import Meeting
from cellsecretary.core.task_history import Timing, histories_of
from cellsecretary.core.voices import meeting_voice
from cellsecretary.core.year_plan import month_plan, thematic_quarters
from cellsecretary.core.year_score import Points, YearScore, points_of, year_score

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cellsecretary.core.kinds import MeetingKind, ScoreClass
    from cellsecretary.core.period import Period, PeriodRecord
    from cellsecretary.core.petition_lines import PetitionLine
    from cellsecretary.core.rows import PastMeeting
    from cellsecretary.core.task_history import TaskHistory
    from cellsecretary.core.year_plan import ThematicQuarter


@dataclass(frozen=True, slots=True)
class Share:
    """So many of so many, and the ids of the meetings that this was counted in."""

    count: int
    base: int
    meetings: tuple[str, ...]

    @property
    def percent(self) -> float | None:
        """The share in percent with one decimal; None of nothing."""
        return percent_of(self.count, self.base)


@dataclass(frozen=True, slots=True)
class MonthFigures:
    """One month: the meeting held for it, if any, and whether that met on the day it should."""

    month: dt.date
    meeting: Meeting | PastMeeting | None
    on_day: bool


@dataclass(frozen=True, slots=True)
class MeetingFigures:
    """One meeting held; of one on paper only its attendance is known.

    `speakers` are those who spoke of the `present`; `own` and `superior` are scores once whole.
    """

    id: str
    date: dt.date
    kind: MeetingKind
    on_paper_only: bool
    tally: Tally
    present: int = 0
    speakers: int = 0
    own: Points | None = None
    superior: Points | None = None


@dataclass(frozen=True, slots=True)
class YearFigures:
    """All figures of a period.

    `given` are the tasks that it gave, `in_time` and `late` those that its meetings decided, `open`
    those not done at its end. `raised` are its petitions; of `unanswered` ones, older ones among
    them, the people were told no answer by its end. `bands` are the classes of a year.
    """

    period: Period
    months: tuple[MonthFigures, ...]
    meetings: tuple[MeetingFigures, ...]
    cancelled: tuple[Meeting, ...]
    thematic: tuple[ThematicQuarter, ...]
    own: YearScore | None
    superior: YearScore | None
    bands: Mapping[ScoreClass, int]
    given: tuple[TaskHistory, ...]
    in_time: tuple[TaskHistory, ...]
    late: tuple[TaskHistory, ...]
    open: tuple[TaskHistory, ...]
    raised: tuple[PetitionLine, ...]
    unanswered: tuple[PetitionLine, ...]

    @property
    def held(self) -> Share:
        """How many months had their meeting."""
        found = [month.meeting.id for month in self.months if month.meeting]
        return Share(len(found), len(self.months), tuple(found))

    @property
    def on_day(self) -> Share:
        """How many of these meetings met on their day, or had a reason noted for another."""
        found = [month.meeting.id for month in self.months if month.meeting and month.on_day]
        return Share(len(found), self.held.count, self.held.meetings)

    @property
    def missed(self) -> tuple[dt.date, ...]:
        """The months without a meeting."""
        return tuple(month.month for month in self.months if month.meeting is None)

    @property
    def attendance(self) -> Share:
        """All who came of all who had to, over the meetings."""
        whole = sum((meeting.tally for meeting in self.meetings), NOTHING)
        return Share(whole.present, whole.required, tuple(one.id for one in self.meetings))

    @property
    def voices(self) -> Share:
        """How many spoke of those present, over the meetings of which that is known."""
        kept = [meeting for meeting in self.meetings if not meeting.on_paper_only]
        return Share(
            sum(meeting.speakers for meeting in kept),
            sum(meeting.present for meeting in kept),
            tuple(meeting.id for meeting in kept),
        )

    @property
    def done_in_time(self) -> Share:
        """How many tasks were done in time, of those that the meetings decided."""
        decided = (*self.in_time, *self.late)
        meetings = (one.decided_by.meeting.id for one in decided if one.decided_by)
        return Share(len(self.in_time), len(decided), tuple(dict.fromkeys(meetings)))


def year_figures(period: PeriodRecord) -> YearFigures:
    """Compute every figure of a period.

    Committee meetings are left out. The plan is judged by the rules in force on the last day, a
    meeting of the book by those of its own day.
    """
    first, last = period.period.first, period.period.last
    meetings = _meetings(period)
    histories = histories_of(period)
    decided = [one for one in histories if _decided(one, first, last)]
    petitions = petitions_of(period)
    rules = period.rules.year_score
    return YearFigures(
        period=period.period,
        months=_months(period),
        meetings=meetings,
        cancelled=cancelled_in(period),
        thematic=_thematic(period),
        own=year_score((one.own for one in meetings), rules),
        superior=year_score((one.superior for one in meetings), rules),
        bands=rules.bands,
        given=tuple(one for one in histories if one.task.given >= first),
        in_time=tuple(one for one in decided if one.timing is Timing.IN_TIME),
        late=tuple(one for one in decided if one.timing is Timing.LATE),
        open=tuple(one for one in histories if one.done_at is None),
        raised=tuple(one for one in petitions if one.meeting.date >= first),
        unanswered=tuple(one for one in petitions if one.is_open),
    )


def _meetings(period: PeriodRecord) -> tuple[MeetingFigures, ...]:
    records = {record.meeting.id: record for record in period.records}
    found = []
    for line in attendance_over_time(period).meetings:
        known = MeetingFigures(line.id, line.date, line.kind, line.on_paper_only, line.tally)
        if not line.on_paper_only:
            record = records[line.id]
            voice = meeting_voice(record)
            own, superior = points_of(record, period.register)
            known = replace(
                known,
                present=voice.present,
                speakers=voice.spoke,
                own=own,
                superior=superior,
            )
        found.append(known)
    return tuple(found)


def _months(period: PeriodRecord) -> tuple[MonthFigures, ...]:
    by_record = {
        record.meeting.id for record in period.records if Warning.OFF_DAY not in warnings(record)
    }
    months = period.period.months
    figures = []
    for entry in month_plan(period.register, months[0], len(months), lambda _day: period.rules):
        meeting = entry.meeting
        if isinstance(meeting, Meeting) and meeting.state is MeetingState.PLANNED:
            meeting = None
        # The cell may have had another day then than it has now.
        on_day = meeting is not None and (meeting.id in by_record or entry.is_on_day)
        figures.append(MonthFigures(entry.month, meeting, on_day))
    return tuple(figures)


def _thematic(period: PeriodRecord) -> tuple[ThematicQuarter, ...]:
    """Give the quarters of the period; what is only thought of for a month is not counted."""
    quarters = thematic_quarters(
        period.register, period.period.year, dt.date.max, lambda _day: period.rules
    )
    months = {*period.period.months}
    return tuple(one for one in quarters if not months.isdisjoint(one.quarter.months))


def _decided(history: TaskHistory, first: dt.date, last: dt.date) -> bool:
    """Tell whether a meeting of these days decided whether the task was in time."""
    found = history.decided_by
    return found is not None and first <= found.meeting.date <= last
