"""The plan of the year: of each month its day, what was decided, and which meeting stands."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import chain
from typing import TYPE_CHECKING

from cellsecretary.core.kinds import MeetingKind, MeetingState
from cellsecretary.core.period import Period, Span, periods_of
from cellsecretary.core.plan import Moved, PlannedDay, planned_day
from cellsecretary.core.rows import Meeting, PastMeeting
from cellsecretary.core.ruleset import RuleSet

if TYPE_CHECKING:
    from cellsecretary.core.office_rows import MonthPlan
    from cellsecretary.core.register import CellRecord

Rules = Callable[[dt.date], RuleSet]
"""Gives the rules in force on a day."""

MONTH_KINDS = (MeetingKind.REGULAR, MeetingKind.REGULAR_THEMATIC, MeetingKind.THEMATIC)
"""What the meeting of a month can be planned as; without a decision it is the first."""

BESIDE = 7
"""So many days before or after its month a meeting may still be the meeting of that month."""

AROUND = 6
"""So many months on either end of a run are looked at, to find the meetings within it."""


class MonthState(StrEnum):
    """How far the meeting of a month has come."""

    HELD = "held"
    RUNNING = "running"
    PLANNED = "planned"
    MISSED = "missed"
    UNDECIDED = "undecided"
    DECIDED = "decided"
    MOVED = "moved"
    BY_RULE = "by_rule"


@dataclass(frozen=True, slots=True)
class PlannedMonth:
    """One month: what the rule says, what was decided, and which meeting stands for it.

    Its day may lie in the month beside; `earliest` and `latest` bound the days that the secretary
    can choose, between the meetings of the months before and after.
    """

    rule: PlannedDay
    decision: MonthPlan | None
    meeting: Meeting | PastMeeting | None
    earliest: dt.date
    latest: dt.date

    @property
    def month(self) -> dt.date:
        """The first day of the month."""
        return self.rule.month

    @property
    def is_decided(self) -> bool:
        """Whether the secretary chose the day."""
        return self.decision is not None and self.decision.date is not None

    @property
    def date(self) -> dt.date:
        """The planned day: as decided, else by the rule."""
        return (self.decision.date if self.decision else None) or self.rule.date

    @property
    def moved(self) -> Moved:
        """Why the day is another one, as far as the rule knows."""
        return self.rule.reason

    @property
    def reason(self) -> str:
        """What the secretary gave as the reason of another day."""
        return self.decision.reason if self.decision else ""

    @property
    def needs_decision(self) -> bool:
        """Whether the rule's day is a public holiday and no day was chosen yet."""
        return self.rule.needs_decision and not self.is_decided

    @property
    def proposals(self) -> tuple[dt.date, ...]:
        """The open days beside a holiday, while one has to be chosen."""
        return self.rule.proposals if self.needs_decision else ()

    @property
    def day(self) -> dt.date:
        """The day of the meeting that stands, else the planned one."""
        return self.meeting.date if self.meeting else self.date

    @property
    def kind(self) -> MeetingKind:
        """The kind of the meeting that stands, else the planned one."""
        if self.meeting is not None:
            return self.meeting.kind
        return self.decision.kind if self.decision else MONTH_KINDS[0]

    @property
    def topic(self) -> str:
        """The topic of the meeting that stands, else the planned one."""
        if isinstance(self.meeting, Meeting):
            return self.meeting.topic
        return self.decision.topic if self.decision else ""

    @property
    def is_on_day(self) -> bool:
        """Whether the meeting that stands is on a day of the plan, or says why not."""
        if self.meeting is None:
            return False
        excused = isinstance(self.meeting, Meeting) and bool(self.meeting.off_day_reason)
        return excused or _names(self.rule, self.decision, self.meeting.date)

    def state(self, today: dt.date) -> MonthState:
        """Tell how far the month has come by today."""
        if self.meeting is not None:
            return _MEETING_STATES[_state_of(self.meeting)]
        if self.date < today:
            return MonthState.MISSED
        if self.needs_decision:
            return MonthState.UNDECIDED
        if self.is_decided:
            return MonthState.DECIDED
        return MonthState.BY_RULE if self.moved is Moved.NOT_MOVED else MonthState.MOVED


_MEETING_STATES = {
    MeetingState.PLANNED: MonthState.PLANNED,
    MeetingState.RUNNING: MonthState.RUNNING,
    MeetingState.CLOSED: MonthState.HELD,
}


def months_from(first: dt.date, count: int) -> tuple[dt.date, ...]:
    """Give the first days of so many months, from the one that `first` lies in."""
    return tuple(_beside(first, step) for step in range(count))


def year_plan(register: CellRecord, year: int, rules: Rules) -> tuple[PlannedMonth, ...]:
    """Give the plan of the twelve months of a year."""
    return month_plan(register, dt.date(year, 1, 1), 12, rules)


def month_plan(
    register: CellRecord, first: dt.date, count: int, rules: Rules
) -> tuple[PlannedMonth, ...]:
    """Give the plan of so many months, one entry for each, from the one that `first` lies in."""
    return _Calendar(register, first, count, rules).entries()


def next_month(register: CellRecord, today: dt.date, rules: Rules) -> PlannedMonth:
    """Give the first month without a meeting whose planned day is today or later."""
    first = _beside(today, -1)
    while True:
        entries = month_plan(register, first, 12, rules)
        for entry in entries:
            if entry.meeting is None and entry.date >= today:
                return entry
        first = _beside(entries[-1].month, 1)


def month_of(register: CellRecord, day: dt.date, rules: Rules) -> dt.date:
    """Give the first day of the month whose meeting falls on a day; else of the day's own month."""
    entries = month_plan(register, _beside(day, -1), 3, rules)
    named = [entry.month for entry in entries if _names(entry.rule, entry.decision, day)]
    return named[0] if named else day.replace(day=1)


@dataclass(frozen=True, slots=True)
class ThematicQuarter:
    """How many thematic meetings a quarter wants, had, and will have by what is planned.

    `meetings` are the ids of those held.
    """

    quarter: Period
    wanted: int
    held: int
    planned: int
    meetings: tuple[str, ...] = ()

    @property
    def missing(self) -> int:
        """How many are neither held nor planned."""
        return max(0, self.wanted - self.held - self.planned)


def thematic_quarters(
    register: CellRecord, year: int, today: dt.date, rules: Rules
) -> tuple[ThematicQuarter, ...]:
    """Count the thematic meetings of each quarter, by the months that they stand for.

    A month that is planned as thematic counts while its day is to come and it has no meeting.
    """
    calendar = _Calendar(register, dt.date(year, 1, 1), 12, rules)
    quarters = []
    for quarter in periods_of(year, Span.QUARTER):
        wants = rules(quarter.last).meeting
        held: list[str] = []
        planned = 0
        for entry in calendar.entries():
            if entry.month not in quarter.months:
                continue
            thematic = [
                meeting
                for month, meeting in calendar.meetings()
                if month == entry.month and meeting.kind in wants.thematic_kinds
            ]
            met = [one.id for one in thematic if _state_of(one) is not MeetingState.PLANNED]
            held += met
            planned += len(thematic) - len(met)
            is_ahead = entry.meeting is None and entry.date >= today
            if not thematic and is_ahead and entry.kind in wants.thematic_kinds:
                planned += 1
        quarters.append(
            ThematicQuarter(quarter, wants.thematic_per_quarter, len(held), planned, tuple(held))
        )
    return tuple(quarters)


class _Calendar:
    """A run of months and those around it, with the meetings that stand for them.

    Which meeting stands for a month depends on the months beside, and theirs on those beside them.
    """

    def __init__(self, register: CellRecord, first: dt.date, count: int, rules: Rules) -> None:
        self._register = register
        self._asked = months_from(first, count)
        months = months_from(_beside(self._asked[0], -AROUND), count + 2 * AROUND)
        day = register.cell.day
        self._rules = {month: rules(month.replace(day=day)) for month in months}
        self._plans = {
            month: planned_day(register.cell, month, self._rules[month].days) for month in months
        }
        self._decisions = {plan.month: plan for plan in register.month_plans}
        self._found = self._find()

    def entries(self) -> tuple[PlannedMonth, ...]:
        """Give the months that were asked for."""
        days = {month: self._day(month) for month in self._plans}
        entries = []
        for month in self._asked:
            before, after = days[_beside(month, -1)], days[_beside(month, 1)]
            last = _beside(month, 1) - dt.timedelta(days=1)
            one, beside = dt.timedelta(days=1), dt.timedelta(days=BESIDE)
            entries.append(
                PlannedMonth(
                    self._plans[month],
                    self._decisions.get(month),
                    self._found.get(month),
                    max(month - beside, before + one),
                    min(last + beside, after - one),
                )
            )
        return tuple(entries)

    def meetings(self) -> Iterator[tuple[dt.date, Meeting | PastMeeting]]:
        """Give every meeting with the month that it stands for, else its own month."""
        standing = {meeting.id: month for month, meeting in self._found.items()}
        for meeting in self._candidates():
            yield standing.get(meeting.id, meeting.date.replace(day=1)), meeting

    def _day(self, month: dt.date) -> dt.date:
        found, decision = self._found.get(month), self._decisions.get(month)
        if found is not None:
            return found.date
        return (decision.date if decision else None) or self._plans[month].date

    def _candidates(self) -> Sequence[Meeting | PastMeeting]:
        register = self._register
        first, after = min(self._plans), _beside(max(self._plans), 1)
        # Days are compared first: a book of thirty years is gone through for each month.
        both: Iterator[Meeting | PastMeeting] = chain(register.meetings, register.past_meetings)
        near = (one for one in both if first <= one.date < after)
        held = (one for one in near if _state_of(one) is not MeetingState.CANCELLED)
        return sorted(held, key=lambda one: one.date)

    def _find(self) -> Mapping[dt.date, Meeting | PastMeeting]:
        """Find the meeting of each month: first by the days that months name, then by nearness."""
        found: dict[dt.date, Meeting | PastMeeting] = {}
        elsewhere = []
        for meeting in self._candidates():
            months = self._may_stand_for(meeting)
            named = [month for month in months if self._names(month, meeting.date)]
            month = next((month for month in named if month not in found), None)
            if month is not None:
                found[month] = meeting
            elif months:
                elsewhere.append((meeting, months))
        for meeting, months in elsewhere:
            free = [month for month in months if month not in found]
            near = [month for month in free if self._is_near(month, meeting.date)]
            if near:
                found[min(near, key=lambda month: self._distance(month, meeting.date))] = meeting
        return found

    def _may_stand_for(self, meeting: Meeting | PastMeeting) -> list[dt.date]:
        """Give the months whose meeting it can be: its own first, then those beside."""
        own = meeting.date.replace(day=1)
        months = [own, _beside(own, -1), _beside(own, 1)]
        return [
            month
            for month in months
            if month in self._plans
            and (
                meeting.kind in self._rules[own].meeting.on_planned_day
                or (month in self._decisions and meeting.kind is self._decisions[month].kind)
            )
        ]

    def _names(self, month: dt.date, day: dt.date) -> bool:
        return _names(self._plans[month], self._decisions.get(month), day)

    def _is_near(self, month: dt.date, day: dt.date) -> bool:
        return day.replace(day=1) == month or self._distance(month, day) <= BESIDE

    def _distance(self, month: dt.date, day: dt.date) -> int:
        return abs((self._plans[month].date - day).days)


def _names(rule: PlannedDay, decision: MonthPlan | None, day: dt.date) -> bool:
    """Tell whether the plan of a month names a day: as decided, by the rule, or as a proposal."""
    decided = decision.date if decision else None
    return day in (decided, rule.date, *rule.proposals)


def _state_of(meeting: Meeting | PastMeeting) -> MeetingState:
    return meeting.state if isinstance(meeting, Meeting) else MeetingState.CLOSED


def _beside(month: dt.date, step: int) -> dt.date:
    """Give the first day of the month so many months on."""
    number = month.year * 12 + month.month - 1 + step
    return dt.date(number // 12, number % 12 + 1, 1)
