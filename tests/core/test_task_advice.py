"""What is said of tasks whose day is past."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

from cellsecretary.core.advice import Point
from cellsecretary.core.task_advice import MOST_TASKS, overdue_advice
from cellsecretary.store.records import cell_record

if TYPE_CHECKING:
    from cellsecretary.store import Book

DUE = dt.date(2026, 11, 20)


def test_an_overdue_task_is_named_with_its_member_and_its_days(book: Book) -> None:
    register = cell_record(book)
    found = overdue_advice(register, DUE + dt.timedelta(days=3))
    advice = next(one for one in found if dict(one.words)["code"] == "T4")
    task = next(one for one in register.tasks if one.id == advice.row)
    said = dict(advice.words)
    assert advice.point is Point.TASK_OVERDUE
    assert advice.pressing
    assert task.due == DUE
    assert said["code"] == task.code
    assert said["days"] == "3"
    lead = register.member(task.lead)
    assert lead is not None
    assert said["who"] == lead.name


def test_on_its_day_a_task_is_not_overdue_yet(book: Book) -> None:
    register = cell_record(book)
    assert not [one for one in overdue_advice(register, DUE) if dict(one.words)["code"] == "T4"]


def test_many_overdue_tasks_share_one_line(book: Book) -> None:
    register = cell_record(book)
    late = register.open_tasks()[0]
    more = [replace(late, id=f"late-{n}", due=DUE) for n in range(MOST_TASKS + 1)]
    crowded = replace(register, tasks=(*register.tasks, *more))
    (advice,) = overdue_advice(crowded, dt.date(2027, 3, 1))
    assert int(dict(advice.words)["count"]) > MOST_TASKS


def test_what_is_overdue_leads_to_its_day(book: Book) -> None:
    register = cell_record(book)
    (task,) = [one for one in register.tasks if one.code == "T4"]
    found = overdue_advice(replace(register, tasks=(task,)), DUE + dt.timedelta(days=1))
    assert [(one.table, one.row, one.field) for one in found] == [("tasks", task.id, "due")]
    assert dict(found[0].words)["what"] == task.what
