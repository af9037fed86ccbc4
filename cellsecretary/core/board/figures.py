"""The figures of one meeting that the board keeps beside its record, so that sums need no record.

They follow from the record alone; a later program that computes more computes them anew.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cellsecretary.core.attendance_over_time import Tally
from cellsecretary.core.due import is_due
from cellsecretary.core.facts import Warning, facts, warnings
from cellsecretary.core.kinds import OF_THE_MONTH, Result
from cellsecretary.core.plain import Lenient
from cellsecretary.core.plan import planned_day
from cellsecretary.core.rows import Petition
from cellsecretary.core.score import own_score
from cellsecretary.core.visits import visits_of
from cellsecretary.core.voices import meeting_voice
from cellsecretary.core.year_score import Points

if TYPE_CHECKING:
    from cellsecretary.core.record import MeetingRecord

FIGURES_VERSION = 1
"""Grows when figures are computed otherwise; figures of another version are computed anew."""


@dataclass(frozen=True)
class OfficerVisit(Lenient):
    """One officer of the superior at one meeting."""

    name: str
    title: str
    came: bool
    spoke: bool


@dataclass(frozen=True)
class BoardFigures(Lenient):
    """What a meeting comes to.

    `month` is the one that it stands for. `tasks_overdue` were due by its day and it found them
    not done. `petitions` are those that it raised or still found waiting, as it knew them.
    """

    month: dt.date
    on_day: bool
    is_thematic: bool
    topic: str
    tally: Tally
    register: int
    present: int
    spoke: int
    points: Points | None
    tasks_given: int
    tasks_open: int
    tasks_overdue: int
    petitions: tuple[Petition, ...]
    raised: int
    visits: tuple[OfficerVisit, ...]


def board_figures(record: MeetingRecord) -> BoardFigures:
    """Compute the figures of a meeting, a draft too."""
    known = facts(record)
    voice = meeting_voice(record)
    sheet = own_score(record)
    points = None
    # A form that was made up may give more points than it has.
    if sheet is not None and sheet.own_class and 0 <= sheet.own_points <= sheet.total > 0:
        points = Points(record.meeting.id, sheet.own_points, sheet.total, sheet.own_class)
    return BoardFigures(
        month=month_of(record),
        on_day=Warning.OFF_DAY not in warnings(record),
        is_thematic=record.meeting.kind in record.rules.meeting.thematic_kinds,
        topic=record.meeting.topic,
        tally=Tally(known.required, known.present_required, known.excused, known.unexcused),
        register=known.register,
        present=voice.present,
        spoke=voice.spoke,
        points=points,
        tasks_given=len(record.tasks),
        tasks_open=len(known.open_tasks),
        tasks_overdue=_overdue(record),
        petitions=(*record.petitions, *record.waiting),
        raised=len(record.petitions),
        visits=tuple(
            OfficerVisit(name, title, visit.came, bool(visit.said))
            for _, name, title, visit in visits_of(record, record.meeting)
            if visit.invited
        ),
    )


def month_of(record: MeetingRecord) -> dt.date:
    """Give the first day of the month that a meeting stands for.

    That is the month of its day, unless the rule of the cell carries another month's meeting there.
    """
    day = record.meeting.date
    own = day.replace(day=1)
    if record.meeting.kind not in OF_THE_MONTH:
        return own
    for month in (own, own - dt.timedelta(days=1), own + dt.timedelta(days=31)):
        plan = planned_day(record.cell, month, record.rules.days)
        if day == plan.date or day in plan.proposals:
            return plan.month
    return own


def _overdue(record: MeetingRecord) -> int:
    day = record.meeting.date
    results = {review.task: review.result for review in record.reviews}
    return sum(
        is_due(carried.task.due, day) and results.get(carried.task.id) is not Result.DONE
        for carried in record.carried
    )
