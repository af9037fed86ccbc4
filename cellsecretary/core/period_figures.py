"""What a report of a month, a quarter or a year counts: members who came and went, and tasks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from cellsecretary.core.kinds import MeetingState, Result
from cellsecretary.core.membership import MemberCount, count_members, member_states

if TYPE_CHECKING:
    import datetime as dt

    from cellsecretary.core.period import PeriodRecord
    from cellsecretary.core.rows import Document, Meeting, Member, Review, Task


@dataclass(frozen=True, slots=True)
class MemberFigures:
    """How the register divides on the last day, and who came and went within the period."""

    count: MemberCount
    came: tuple[Member, ...]
    went: tuple[Member, ...]


@dataclass(frozen=True, slots=True)
class FoundTask:
    """A task with the last result that a meeting of the period gave it."""

    task: Task
    review: Review


@dataclass(frozen=True, slots=True)
class TaskFigures:
    """The tasks given within a period, those looked at again, and those open at its end."""

    given: tuple[Task, ...]
    found: tuple[FoundTask, ...]
    open: tuple[Task, ...]

    def count(self, result: Result) -> int:
        """Count the tasks whose last result in the period is this one."""
        return sum(found.review.result is result for found in self.found)


def member_figures(period: PeriodRecord) -> MemberFigures:
    """Count the members of a period; the day of leaving is the first day outside the cell."""
    first, last = period.period.first, period.period.last
    members = period.register.members
    return MemberFigures(
        count=count_members(member_states(period.register, last)),
        came=tuple(m for m in members if m.entered and first <= m.entered <= last),
        went=tuple(m for m in members if m.left and first <= m.left <= last),
    )


def task_figures(period: PeriodRecord) -> TaskFigures:
    """Count the tasks of a period by what its meetings found."""
    first, last, register = period.period.first, period.period.last, period.register
    dates = {meeting.id: (meeting.date, meeting.starts) for meeting in register.meetings}
    newest: dict[str, Review] = {}
    done: set[str] = set()
    for review in sorted(register.reviews, key=lambda review: dates[review.meeting]):
        day = dates[review.meeting][0]
        if day <= last and review.result is Result.DONE:
            done.add(review.task)
        if first <= day <= last:
            newest[review.task] = review
    until = tuple(task for task in register.tasks if task.given <= last)
    return TaskFigures(
        given=tuple(task for task in until if task.given >= first),
        found=tuple(FoundTask(task, newest[task.id]) for task in until if task.id in newest),
        open=tuple(task for task in until if task.id not in done),
    )


def documents_of(period: PeriodRecord) -> tuple[Document, ...]:
    """Give the documents issued within a period."""
    return tuple(one for one in period.register.documents if _within(period, one.date))


def cancelled_in(period: PeriodRecord) -> tuple[Meeting, ...]:
    """Give the meetings that were planned for a period and cancelled."""
    return tuple(
        meeting
        for meeting in period.register.meetings
        if meeting.state is MeetingState.CANCELLED and _within(period, meeting.date)
    )


def _within(period: PeriodRecord, day: dt.date) -> bool:
    return period.period.first <= day <= period.period.last
