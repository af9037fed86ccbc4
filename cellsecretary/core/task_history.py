"""Tasks over time: what each meeting found of a task, and which tasks were done in time.

When somebody finished is not known, only what meetings found. So a task is in time when the first
meeting that gave it a result on or after its day found it done, or a meeting before that one did;
it is late when that first meeting found it not done. Whatever is found later changes neither.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from cellsecretary.core.due import is_due
from cellsecretary.core.facts import percent_of
from cellsecretary.core.kinds import Result
from cellsecretary.core.record import open_result
from cellsecretary.core.task_lines import concerns

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cellsecretary.core.period import Period, PeriodRecord
    from cellsecretary.core.register import CellRecord
    from cellsecretary.core.rows import Meeting, Member, Review, Task


class Timing(StrEnum):
    """Whether a task was done in time; `WAITING` as long as no meeting has decided it."""

    IN_TIME = "in_time"
    LATE = "late"
    WAITING = "waiting"
    NO_DAY = "no_day"


@dataclass(frozen=True, slots=True)
class Finding:
    """What one meeting found of a task."""

    meeting: Meeting
    review: Review


@dataclass(frozen=True, slots=True)
class TaskHistory:
    """A task, the meeting that gave it, and what meetings found of it, in the order of time.

    Without `given_at` it was given on paper, before the book.
    """

    task: Task
    given_at: Meeting | None
    findings: tuple[Finding, ...]

    @property
    def done_at(self) -> Meeting | None:
        """The meeting that found the task done, None while it is open."""
        last = self.findings[-1] if self.findings else None
        return None if last is None or open_result(last.review.result) else last.meeting

    @property
    def newest(self) -> dt.date:
        """The day on which anything was last said of the task."""
        return self.findings[-1].meeting.date if self.findings else self.task.given

    @property
    def decided_by(self) -> Finding | None:
        """The finding that makes the task one in time or a late one."""
        due = self.task.due
        return next(
            (
                finding
                for finding in self.findings
                if due is not None
                and (is_due(due, finding.meeting.date) or finding.review.result is Result.DONE)
            ),
            None,
        )

    @property
    def timing(self) -> Timing:
        """Whether the task was done in time."""
        if self.task.due is None:
            return Timing.NO_DAY
        decided = self.decided_by
        if decided is None:
            return Timing.WAITING
        return Timing.LATE if open_result(decided.review.result) else Timing.IN_TIME


@dataclass(frozen=True, slots=True)
class InTime:
    """Of the tasks that meetings decided, how many were done in time."""

    decided: int
    in_time: int

    @property
    def percent(self) -> float | None:
        """The share done in time, with one decimal; None where nothing was decided."""
        return percent_of(self.in_time, self.decided)


def task_histories(register: CellRecord, until: dt.date = dt.date.max) -> dict[str, TaskHistory]:
    """Give the history of every task by its id, as it was known at the end of a day."""
    meetings = {meeting.id: meeting for meeting in register.meetings}
    findings: dict[str, list[Finding]] = {}
    for review in register.reviews:
        meeting = meetings[review.meeting]
        if meeting.date <= until:
            findings.setdefault(review.task, []).append(Finding(meeting, review))
    return {
        task.id: TaskHistory(
            task,
            meetings.get(task.meeting or ""),
            tuple(sorted(findings.get(task.id, ()), key=_moment)),
        )
        for task in register.tasks
        if task.given <= until
    }


def histories_of(period: PeriodRecord) -> tuple[TaskHistory, ...]:
    """Give the tasks that a period had to do with, as they stood at its end, in their order.

    They are those given in it, and those from before it that were still open when it began.
    """
    first, last = period.period.first, period.period.last
    there = open_since(task_histories(period.register, last).values(), first)
    return tuple(sorted(there, key=lambda one: (one.task.given, one.task.position, one.task.id)))


def open_since(histories: Iterable[TaskHistory], day: dt.date) -> tuple[TaskHistory, ...]:
    """Give the tasks that no meeting before a day found done: open on it, or given later."""
    return tuple(one for one in histories if one.done_at is None or one.done_at.date >= day)


def in_time(histories: Iterable[TaskHistory], period: Period, lead: str | None = None) -> InTime:
    """Count the tasks that meetings of a period decided: of the cell, or those a member leads.

    A task counts for its lead alone and in one period alone, so members and months add up.
    """
    timings = [
        history.timing
        for history in histories
        if (decided := history.decided_by) is not None
        and period.first <= decided.meeting.date <= period.last
        and (lead is None or history.task.lead == lead)
    ]
    return InTime(len(timings), timings.count(Timing.IN_TIME))


def concerned(histories: Iterable[TaskHistory], members: Iterable[Member]) -> tuple[Member, ...]:
    """Give the members who lead or help with one of the tasks, by their number."""
    tasks = [history.task for history in histories]
    return tuple(
        member
        for member in sorted(members, key=lambda member: (member.number, member.id))
        if any(concerns(task, member.id) for task in tasks)
    )


def _moment(finding: Finding) -> tuple[dt.date, dt.time, str]:
    return finding.meeting.date, finding.meeting.starts, finding.review.id
