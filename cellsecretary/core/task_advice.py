"""What home points out of tasks whose day is past."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cellsecretary.core.advice import Advice, Point
from cellsecretary.core.task_lines import open_task_lines

if TYPE_CHECKING:
    import datetime as dt

    from cellsecretary.core.register import CellRecord

MOST_TASKS = 3
"""So many overdue tasks are named each on its own; more share one line."""


def overdue_advice(register: CellRecord, today: dt.date) -> tuple[Advice, ...]:
    """Give the open tasks that are overdue, earliest due first."""
    late = [line for line in open_task_lines(register, today) if line.is_overdue]
    if len(late) > MOST_TASKS:
        words = (("count", str(len(late))),)
        return (Advice(Point.TASK_OVERDUE, "tasks", late[0].task.id, "due", words, pressing=True),)
    found = []
    for line in late:
        lead = register.member(line.task.lead)
        told = (
            *(("code", line.task.code), ("what", line.task.what)),
            *(("who", lead.name if lead else ""), ("days", str(-line.due.days))),
        )
        here = ("tasks", line.task.id, "due")
        found.append(Advice(Point.TASK_OVERDUE, *here, told, pressing=True))
    return tuple(found)
