"""The numbers of a monthly or quarterly report, each with the meetings it comes from."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from cellsecretary.core.attendance_over_time import attendance_over_time
from cellsecretary.core.figure import Figure, each_once
from cellsecretary.core.kinds import MeetingKind, MeetingState, Result
from cellsecretary.core.period import Span
from cellsecretary.core.period_figures import documents_of, member_figures, task_figures
from cellsecretary.core.petition_lines import petitions_of
from cellsecretary.core.score import own_score
from cellsecretary.core.task_history import histories_of, in_time
from cellsecretary.core.visits import visits
from cellsecretary.core.voices import meeting_voice
from cellsecretary.core.year_plan import month_of, thematic_quarters

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cellsecretary.core.attendance_over_time import MeetingLine
    from cellsecretary.core.period import PeriodRecord


class ReportFigure(StrEnum):
    """What a report counts, in its order."""

    MEMBERS = "members"
    OFFICIAL = "official"
    PROBATIONARY = "probationary"
    EXEMPT = "exempt"
    AWAY = "away"
    VISITING = "visiting"
    CAME = "came"
    WENT = "went"
    PRESENT = "present"
    EXCUSED = "excused"
    UNEXCUSED = "unexcused"
    SPOKE = "spoke"
    VISITS = "visits"
    THEMATIC = "thematic"
    SCORE = "score"
    GIVEN = "given"
    FOUND = "found"
    DONE = "done"
    PARTLY = "partly"
    NOT_DONE = "not_done"
    ONGOING = "ongoing"
    OPEN = "open"
    IN_TIME = "in_time"
    FEES = "fees"
    DOCUMENTS = "documents"
    PETITIONS = "petitions"
    UNANSWERED = "unanswered"


@dataclass(frozen=True, slots=True)
class ReportFigures:
    """The numbers that there are; what did not happen is left out, on paper and on the screen."""

    lines: tuple[Figure, ...]

    def of(self, key: ReportFigure) -> Figure | None:
        """Give a number, None where there is none."""
        return next((line for line in self.lines if line.key is key), None)

    def count(self, key: ReportFigure) -> int:
        """Give a number, 0 where there is none."""
        line = self.of(key)
        return line.count if line else 0

    def of_meeting(self, key: ReportFigure, meeting: str) -> Figure | None:
        """Give the number of one meeting, of those that each meeting has."""
        found = (line for line in self.lines if line.key is key and line.meetings == (meeting,))
        return next(found, None)


def report_figures(period: PeriodRecord) -> ReportFigures:
    """Count a period for its report, in the order of the report."""
    parts = (_members, _meetings, _tasks, _fees, _papers)
    return ReportFigures(tuple(line for part in parts for line in part(period)))


def _members(period: PeriodRecord) -> Iterator[Figure]:
    """Count the register on the last day; nobody is told by a meeting."""
    found = member_figures(period)
    count = found.count
    yield Figure(ReportFigure.MEMBERS, count.register)
    yield Figure(ReportFigure.OFFICIAL, count.official)
    yield Figure(ReportFigure.PROBATIONARY, count.probationary)
    yield from _there(
        Figure(ReportFigure.EXEMPT, count.exempt),
        Figure(ReportFigure.AWAY, count.away),
        Figure(ReportFigure.VISITING, count.visiting),
        Figure(ReportFigure.CAME, len(found.came)),
        Figure(ReportFigure.WENT, len(found.went)),
    )


def _meetings(period: PeriodRecord) -> Iterator[Figure]:
    """Count who came, who spoke, the officers of the superior, and the points of the meetings."""
    found = attendance_over_time(period)
    whole = found.whole
    if found.meetings:
        ids = _of_book(found.meetings)
        yield Figure(ReportFigure.PRESENT, whole.present, whole.required, ids)
        excused = _of_book(line for line in found.meetings if line.tally.excused)
        yield Figure(ReportFigure.EXCUSED, whole.excused, None, excused)
        unexcused = _of_book(line for line in found.meetings if line.tally.unexcused)
        yield Figure(ReportFigure.UNEXCUSED, whole.unexcused, None, unexcused)
    records = [one for one in period.records if one.meeting.kind is not MeetingKind.COMMITTEE]
    voices = [meeting_voice(record) for record in records]
    if present := sum(voice.present for voice in voices):
        spoke = sum(voice.spoke for voice in voices)
        spoken = each_once(voice.id for voice in voices if voice.spoke)
        yield Figure(ReportFigure.SPOKE, spoke, present, spoken)
    visited = visits(period).meetings
    yield from _there(Figure(ReportFigure.VISITS, len(visited), None, visited))
    if period.period.span is Span.QUARTER:
        yield _thematic(period)
    for record in records:
        if scored := own_score(record):
            meeting = (record.meeting.id,)
            yield Figure(ReportFigure.SCORE, scored.own_points, scored.total, meeting)


def _thematic(period: PeriodRecord) -> Figure:
    """Count the thematic meetings of a quarter by the months that they stand for."""
    register, quarter, rules = period.register, period.period, period.rules
    quarters = thematic_quarters(register, quarter.year, quarter.last, lambda _day: rules)
    found = quarters[quarter.number - 1]
    held = each_once(
        meeting.id
        for meeting in register.meetings
        if meeting.kind in rules.meeting.thematic_kinds
        and meeting.state in (MeetingState.RUNNING, MeetingState.CLOSED)
        and month_of(register, meeting.date, lambda _day: rules) in quarter.months
    )
    return Figure(ReportFigure.THEMATIC, found.held, found.wanted, held)


def _tasks(period: PeriodRecord) -> Iterator[Figure]:
    """Count the tasks that meetings gave and looked at, and those done in time."""
    found, register = task_figures(period), period.register
    given = each_once(task.meeting for task in found.given)
    reviews = [(one.review.result, one.review.meeting) for one in found.found]
    days = {meeting.id: (meeting.date, meeting.starts) for meeting in register.meetings}

    def by(result: Result | None) -> tuple[str, ...]:
        meetings = [one for how, one in reviews if result in (how, None)]
        meetings.sort(key=days.__getitem__)
        return each_once(meetings)

    yield from _there(
        Figure(ReportFigure.GIVEN, len(found.given), None, given),
        Figure(ReportFigure.FOUND, len(found.found), None, by(None)),
        *(
            Figure(ReportFigure(result.value), found.count(result), None, by(result))
            for result in Result
        ),
        Figure(
            ReportFigure.OPEN, len(found.open), None, each_once(task.meeting for task in found.open)
        ),
    )
    histories = histories_of(period)
    share = in_time(histories, period.period)
    if share.decided:
        first, last = period.period.first, period.period.last
        decided = [
            one.decided_by.meeting
            for one in histories
            if one.decided_by and first <= one.decided_by.meeting.date <= last
        ]
        decided.sort(key=lambda meeting: (meeting.date, meeting.starts))
        meetings = each_once(meeting.id for meeting in decided)
        yield Figure(ReportFigure.IN_TIME, share.in_time, share.decided, meetings)


def _fees(period: PeriodRecord) -> Iterator[Figure]:
    for record in period.records:
        if record.meeting.fees_paid is not None:
            paid = record.meeting.fees_paid
            yield Figure(ReportFigure.FEES, paid, None, (record.meeting.id,))


def _papers(period: PeriodRecord) -> Iterator[Figure]:
    """Count the documents, the wishes of the people, and those still without an answer."""
    documents, lines = documents_of(period), petitions_of(period)
    unanswered = [line for line in lines if line.petition.answered is None]
    yield from _there(
        Figure(
            ReportFigure.DOCUMENTS,
            len(documents),
            None,
            each_once(one.meeting for one in documents),
        ),
        *(
            Figure(key, len(found), None, each_once(line.meeting.id for line in found))
            for key, found in (
                (ReportFigure.PETITIONS, lines),
                (ReportFigure.UNANSWERED, unanswered),
            )
        ),
    )


def _there(*figures: Figure) -> Iterator[Figure]:
    """Give the numbers that are not nought."""
    return (figure for figure in figures if figure.count)


def _of_book(lines: Iterator[MeetingLine] | tuple[MeetingLine, ...]) -> tuple[str, ...]:
    """Give the meetings of this book: one on paper cannot be opened."""
    return each_once(line.id for line in lines if not line.on_paper_only)
