"""Lists of tasks: their order, what they leave unclear, and where they are answered."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from cellsecretary.core.due import Due, is_due
from cellsecretary.core.kinds import MeetingKind, MeetingState, Result
from cellsecretary.core.operations import tasks
from cellsecretary.core.task_lines import Gap, carried_in_order, concerns, gaps, task_lines
from cellsecretary.store.records import cell_record
from tests.building import AFTER, NOVEMBER, carry_out, record_of, replayed

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from cellsecretary.core.register import CellRecord
    from cellsecretary.core.task_lines import TaskLine
    from cellsecretary.store import Book

TODAY = AFTER.date()


@pytest.fixture
def book(tmp_path: Path) -> Iterator[Book]:
    book = replayed(tmp_path / "a.chibo")
    yield book
    book.close()


def by_code(register: CellRecord) -> dict[str, TaskLine]:
    return {line.task.code: line for line in task_lines(register, TODAY)}


def test_open_tasks_come_first_by_their_day_then_the_newest_done(book: Book) -> None:
    lines = task_lines(cell_record(book), TODAY)
    assert [line.task.code for line in lines] == ["T2", "T4", "T5", "T6", "T3", "T1"]
    assert [line.is_open for line in lines] == [True] * 4 + [False] * 2
    assert [line.task.code for line in lines if line.is_overdue] == ["T2", "T4"]
    assert lines[4].due.due is Due.OVERDUE
    assert not lines[4].is_overdue


def test_a_line_tells_the_last_result_and_the_meeting_that_found_it(book: Book) -> None:
    line = by_code(cell_record(book))["T2"]
    assert line.last_review is not None
    assert line.last_review.result is Result.PARTLY
    assert line.found_at is not None
    assert line.found_at.date.isoformat() == NOVEMBER
    assert by_code(cell_record(book))["T4"].last_review is None


def test_a_task_is_answered_at_the_first_open_meeting_after_the_one_that_gave_it(
    book: Book,
) -> None:
    register = cell_record(book)
    november = next(m for m in register.meetings if m.date.isoformat() == NOVEMBER)
    lines = by_code(register)
    assert {line.answer_at for line in lines.values()} == {november}
    day = dt.date(2026, 12, 3)
    december = replace(november, id="december", date=day, state=MeetingState.PLANNED)
    committee = replace(december, id="c", date=dt.date(2026, 12, 1), kind=MeetingKind.COMMITTEE)
    later = by_code(replace(register, meetings=(*register.meetings, committee, december)))
    assert later["T4"].answer_at == november
    assert later["T5"].answer_at == december


def test_a_closed_meeting_answers_nothing(book: Book) -> None:
    register = cell_record(book)
    closed = tuple(replace(m, state=MeetingState.CLOSED) for m in register.meetings)
    lines = by_code(replace(register, meetings=closed))
    assert {line.answer_at for line in lines.values()} == {None}


def test_a_task_from_paper_is_answered_at_the_next_meeting(book: Book) -> None:
    register = cell_record(book)
    october = next(task for task in register.tasks if task.code == "T4")
    paper = replace(october, id="p", code="T9", meeting=None, given=dt.date(2026, 9, 1))
    line = by_code(replace(register, tasks=(*register.tasks, paper)))["T9"]
    assert line.answer_at is not None
    assert line.answer_at.date.isoformat() == NOVEMBER


def test_tasks_without_a_result_are_taken_up_first(book: Book) -> None:
    order = [carried.task.code for carried in carried_in_order(record_of(book))]
    assert order == ["T4", "T1", "T2", "T3"]


def test_a_task_is_clear_in_who_when_and_product(book: Book) -> None:
    task = record_of(book).tasks[0]
    assert gaps(task) == ()
    assert gaps(replace(task, lead=None, due=None, product="")) == (
        Gap.LEAD,
        Gap.DUE,
        Gap.PRODUCT,
    )


def test_a_task_concerns_who_leads_and_who_helps(book: Book) -> None:
    task = record_of(book).tasks[0]
    assert task.lead is not None
    assert concerns(task, task.lead)
    assert concerns(task, task.helpers[0])
    assert not concerns(task, "somebody else")


def test_a_task_is_due_from_its_day_on() -> None:
    assert not is_due(None, TODAY)
    assert not is_due(TODAY + dt.timedelta(days=1), TODAY)
    assert is_due(TODAY, TODAY)


def test_a_changed_task_without_a_code_keeps_its_own(book: Book) -> None:
    record = record_of(book)
    task = replace(record.tasks[0], code=" ", what="Làm 4 bể")
    carry_out(book, tasks.change_task, record, cell_record(book), task)
    changed = record_of(book).tasks[0]
    assert (changed.code, changed.what) == ("T5", "Làm 4 bể")
