"""Tasks as lists show them: how each stands, what was found of it last, where it is answered."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from cellsecretary.core.due import Due, DueState, due_state
from cellsecretary.core.facts import is_result
from cellsecretary.core.kinds import MeetingKind, MeetingState

if TYPE_CHECKING:
    from cellsecretary.core.record import CarriedTask, MeetingRecord
    from cellsecretary.core.register import CellRecord
    from cellsecretary.core.rows import Meeting, Review, Task


class Gap(StrEnum):
    """What a task leaves unclear: a task is clear in who, what, by when, and with what product."""

    LEAD = "lead"
    DUE = "due"
    PRODUCT = "product"


@dataclass(frozen=True, slots=True)
class TaskLine:
    """One task of the cell; `found_at` is the meeting of the last result.

    `answer_at` is the open meeting that may give or change the result or, being the one that gave
    the task, still change the task; None when there is no such meeting.
    """

    task: Task
    is_open: bool
    due: DueState
    last_review: Review | None
    found_at: Meeting | None
    answer_at: Meeting | None

    @property
    def is_overdue(self) -> bool:
        """Whether the task is open after its day."""
        return self.is_open and self.due.due is Due.OVERDUE


def gaps(task: Task) -> tuple[Gap, ...]:
    """Give what a task leaves unclear."""
    said = {Gap.LEAD: task.lead, Gap.DUE: task.due, Gap.PRODUCT: task.product or task.amount}
    return tuple(gap for gap, value in said.items() if not value)


def concerns(task: Task, member: str) -> bool:
    """Tell whether a member leads a task or helps with it."""
    return member == task.lead or member in task.helpers


def task_lines(register: CellRecord, today: dt.date) -> tuple[TaskLine, ...]:
    """Give all tasks of the cell: open ones, earliest due first, then done ones, newest first."""
    is_open = register.open_tasks()
    ids = {task.id for task in is_open}
    done = sorted(
        (task for task in register.tasks if task.id not in ids),
        key=lambda task: (task.given, task.position),
        reverse=True,
    )
    return tuple(_line(register, task, today, is_open=task.id in ids) for task in (*is_open, *done))


def open_task_lines(register: CellRecord, today: dt.date) -> tuple[TaskLine, ...]:
    """Give the open tasks of the cell, earliest due first."""
    return tuple(_line(register, task, today, is_open=True) for task in register.open_tasks())


def carried_in_order(record: MeetingRecord) -> tuple[CarriedTask, ...]:
    """Give the carried tasks as a meeting takes them up: those without a result first."""
    return tuple(
        sorted(
            record.carried,
            key=lambda carried: (
                is_result(record.review_of(carried.task.id)),
                carried.task.due or dt.date.max,
            ),
        )
    )


def _line(register: CellRecord, task: Task, today: dt.date, *, is_open: bool) -> TaskLine:
    review = register.last_review(task.id)
    found_at = register.meeting(review.meeting) if review else None
    if is_open:
        answer_at = _next_answer(register, task)
    else:
        answer_at = found_at if _is_waiting(found_at) else None
    return TaskLine(task, is_open, due_state(task.due, today), review, found_at, answer_at)


def _next_answer(register: CellRecord, task: Task) -> Meeting | None:
    """Find the first open meeting after the task was given, else the open one that gave it."""
    giver = register.meeting(task.meeting)
    given = (giver.date, giver.starts) if giver else (task.given, dt.time.max)
    later = [
        meeting
        for meeting in register.meetings
        if _is_waiting(meeting)
        and meeting.kind is not MeetingKind.COMMITTEE
        and (meeting.date, meeting.starts) > given
    ]
    return min(
        later,
        key=lambda meeting: (meeting.date, meeting.starts),
        default=giver if _is_waiting(giver) else None,
    )


def _is_waiting(meeting: Meeting | None) -> bool:
    return meeting is not None and meeting.state in (MeetingState.PLANNED, MeetingState.RUNNING)
