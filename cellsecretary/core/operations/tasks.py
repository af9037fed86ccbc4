"""What can be done about work given to members: give it, change it, say what became of it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from cellsecretary.core.change import (
    Act,
    Answer,
    Changes,
    Context,
    Why,
    delete,
    insert,
    refuse,
    replaced,
    together,
    update,
)
from cellsecretary.core.due import is_due
from cellsecretary.core.kinds import Result
from cellsecretary.core.operations.cell import free_code
from cellsecretary.core.operations.guards import next_position, on_open_meeting
from cellsecretary.core.rows import Review
from cellsecretary.core.vietnamese import tidy_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cellsecretary.core.change import Refusal
    from cellsecretary.core.record import MeetingRecord
    from cellsecretary.core.register import CellRecord
    from cellsecretary.core.rows import Task


@on_open_meeting
def give_task(record: MeetingRecord, ctx: Context, register: CellRecord, task: Task) -> Answer:
    """Give a task at this meeting; without a code it takes the next number of the term."""
    task = replace(
        task,
        id=ctx.new_id(),
        meeting=record.meeting.id,
        given=record.meeting.date,
        position=next_position(record.tasks),
        code=tidy_line(task.code) or free_code(register.term_task_codes()),
    )
    task = _tidied(task)
    return together(_faults(register, task)) or Changes(
        Act.GIVE_TASK, (insert(task),), (("code", task.code), ("what", task.what))
    )


@on_open_meeting
def change_task(record: MeetingRecord, ctx: Context, register: CellRecord, task: Task) -> Answer:
    """Change a task that this meeting gave; without a code it keeps the one that it has."""
    before = _given_here(record, task.id)
    if before is None:
        return refuse(Why.TASK_UNKNOWN, "tasks", task.id, code=task.code)
    code = tidy_line(task.code) or before.code
    after = _tidied(replace(task, meeting=before.meeting, given=before.given, code=code))
    changes = (replaced(before, after),)
    return together(_faults(register, after)) or Changes(
        Act.CHANGE_TASK, changes, (("code", after.code), ("what", after.what))
    )


@on_open_meeting
def delete_task(record: MeetingRecord, ctx: Context, register: CellRecord, task: str) -> Answer:
    """Take back a task that this meeting gave and no later meeting has looked at."""
    row = _given_here(record, task)
    if row is None:
        return refuse(Why.TASK_UNKNOWN, "tasks", task)
    if any(review.task == task for review in register.reviews):
        return refuse(Why.TASK_HAS_RESULTS, "tasks", task, code=row.code)
    return Changes(Act.DELETE_TASK, (delete(row),), (("code", row.code), ("what", row.what)))


@on_open_meeting
def review_task(
    record: MeetingRecord,
    ctx: Context,
    task: str,
    result: Result,
    percent: int | None = None,
    note: str = "",
    achieved: int | None = None,
) -> Answer:
    """Say what became of a task of an earlier meeting; `ongoing` only before it is due.

    Of a task that is counted, the percentage follows from what is `achieved`.
    """
    carried = next((c.task for c in record.carried if c.task.id == task), None)
    if carried is None:
        return refuse(Why.TASK_UNKNOWN, "tasks", task)
    words = {"code": carried.code}
    if result is Result.ONGOING and is_due(carried.due, record.meeting.date):
        return refuse(Why.ONGOING_AFTER_DUE, "reviews", task, "result", **words)
    if carried.amount is None:
        achieved = None
    elif achieved is None and result is Result.DONE:
        achieved = carried.amount
    if achieved is not None and achieved < 0:
        return refuse(Why.NEGATIVE_COUNT, "reviews", task, "achieved")
    if carried.amount is not None and achieved is not None:
        percent = min(100, achieved * 100 // carried.amount)
    if percent is None:
        percent = 100 if result is Result.DONE else 0
    if not 0 <= percent <= 100:
        return refuse(Why.PERCENT_OUT_OF_RANGE, "reviews", task, "percent", **words)
    before = record.review_of(task)
    after = Review(
        id=before.id if before else ctx.new_id(),
        meeting=record.meeting.id,
        task=task,
        result=result,
        percent=percent,
        note=note,
        second_reader=before.second_reader if before else None,
        achieved=achieved,
    )
    changes = (replaced(before, after),)
    return Changes(Act.REVIEW_TASK, changes, (("code", carried.code), ("what", carried.what)))


@on_open_meeting
def name_second_reader(
    record: MeetingRecord, ctx: Context, task: str, member: str | None
) -> Answer:
    """Note who judged a result beside the one who did the work; nobody takes it back."""
    review = record.review_of(task)
    carried = next((c.task for c in record.carried if c.task.id == task), None)
    if review is None or carried is None:
        return refuse(Why.TASK_UNKNOWN, "tasks", task)
    if member is not None and record.person(member) is None:
        return refuse(Why.MEMBER_UNKNOWN, "reviews", task, "second_reader")
    if member is not None and member == carried.lead:
        return refuse(Why.READER_IS_LEAD, "reviews", task, "second_reader")
    changes = (update(review, second_reader=member),)
    return Changes(Act.NAME_SECOND_READER, changes, (("code", carried.code),))


@on_open_meeting
def delete_review(record: MeetingRecord, ctx: Context, task: str) -> Answer:
    """Take the result of a task back."""
    row = record.review_of(task)
    changes = (delete(row),) if row else ()
    code = next((c.task.code for c in record.carried if c.task.id == task), "")
    return Changes(Act.DELETE_REVIEW, changes, (("code", code),))


def _given_here(record: MeetingRecord, task: str) -> Task | None:
    return next((row for row in record.tasks if row.id == task), None)


def _tidied(task: Task) -> Task:
    helpers = tuple(dict.fromkeys(member for member in task.helpers if member != task.lead))
    return replace(
        task,
        what=tidy_line(task.what),
        product=tidy_line(task.product),
        helpers=helpers,
        unit=tidy_line(task.unit),
    )


def _faults(register: CellRecord, task: Task) -> Iterator[Refusal]:
    where = ("tasks", task.id)
    if not task.what:
        yield refuse(Why.TASK_TEXT_MISSING, *where, "what")
    if any(m is not None and register.member(m) is None for m in (task.lead, *task.helpers)):
        yield refuse(Why.MEMBER_UNKNOWN, *where, "lead")
    if task.due is not None and task.due < task.given:
        yield refuse(Why.DATES_OUT_OF_ORDER, *where, "due", who=task.code)
    counted = task.amount is not None and task.amount > 0 and task.unit
    if not counted and (task.amount is not None or task.unit):
        yield refuse(Why.AMOUNT_INCOMPLETE, *where, "unit" if task.amount else "amount")
    same = {
        other.code
        for other in register.tasks
        if other.id != task.id and other.given >= register.cell.term_start
    }
    if task.code in same:
        yield refuse(Why.TASK_CODE_TAKEN, *where, "code", code=task.code)
