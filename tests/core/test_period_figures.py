"""The figures of a report: nobody twice, nothing lost, and only what the period saw."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from cellsecretary.core.kinds import MeetingKind, MeetingState, Result
from cellsecretary.core.period import Period, PeriodRecord, Span
from cellsecretary.core.period_figures import (
    cancelled_in,
    documents_of,
    member_figures,
    task_figures,
)
from cellsecretary.core.register import CellRecord
from cellsecretary.core.rows import Meeting, Review, Task
from tests.papers import records
from tests.papers.periods import practice

QUARTER = Period(Span.QUARTER, 2026, 4)
DAYS = st.dates(dt.date(2026, 8, 1), dt.date(2027, 1, 31))


@st.composite
def quarters(draw: st.DrawFn) -> PeriodRecord:
    days = draw(st.lists(DAYS, min_size=1, max_size=4, unique=True))
    meetings = tuple(
        Meeting(f"m{at}", day, MeetingKind.REGULAR, "", dt.time(19), "")
        for at, day in enumerate(sorted(days))
    )
    tasks = tuple(
        Task(f"t{at}", None, at, f"T{at}", given, "Việc", due=due)
        for at, (given, due) in enumerate(draw(st.lists(st.tuples(DAYS, DAYS | st.none()))))
    )
    reviews = tuple(
        Review(f"{meeting.id}{task.id}", meeting.id, task.id, draw(st.sampled_from(Result)))
        for meeting in meetings
        for task in tasks
        if task.given < meeting.date and draw(st.booleans())
    )
    register = CellRecord(records.cell(), meetings=meetings, tasks=tasks, reviews=reviews)
    return PeriodRecord(register.cell, QUARTER, (), register, records.october().rules)


@given(quarters())
def test_tasks_are_counted_once_and_their_results_add_up(period: PeriodRecord) -> None:
    figures = task_figures(period)
    assert sum(figures.count(result) for result in Result) == len(figures.found)
    for tasks in (figures.given, figures.open, [found.task for found in figures.found]):
        ids = [task.id for task in tasks]
        assert len(ids) == len(set(ids))


@given(quarters())
def test_an_open_task_was_given_before_the_end_and_is_not_done(period: PeriodRecord) -> None:
    figures = task_figures(period)
    ended = {meeting.id for meeting in period.register.meetings if meeting.date <= QUARTER.last}
    done = {
        review.task
        for review in period.register.reviews
        if review.result is Result.DONE and review.meeting in ended
    }
    wanted = {t.id for t in period.register.tasks if t.given <= QUARTER.last} - done
    assert {task.id for task in figures.open} == wanted


def test_the_practice_cell_in_its_fourth_quarter() -> None:
    period = practice("2026-Q4")
    figures = task_figures(period)
    assert [task.code for task in figures.given] == ["T1", "T2", "T3", "T4", "T5", "T6"]
    assert (figures.count(Result.DONE), figures.count(Result.PARTLY)) == (2, 1)
    assert [task.code for task in figures.open] == ["T2", "T4", "T5", "T6"]
    assert [document.number for document in documents_of(period)] == [12, 13]
    october = practice("2026-10")
    assert [task.code for task in task_figures(october).open] == ["T1", "T2", "T3", "T4"]


def test_who_came_and_who_went_within_the_period() -> None:
    period = practice("2026-Q4")
    one, other, *rest = period.register.members
    came = replace(one, entered=dt.date(2026, 10, 1))
    went = replace(other, left=dt.date(2026, 12, 31))
    register = replace(period.register, members=(came, went, *rest))
    figures = member_figures(replace(period, register=register))
    assert (figures.came, figures.went) == ((came,), (went,))
    assert figures.count.register == member_figures(period).count.register - 1
    last = replace(one, entered=dt.date(2026, 12, 31))
    first = replace(other, left=dt.date(2026, 10, 1))
    register = replace(period.register, members=(last, first, *rest))
    figures = member_figures(replace(period, register=register))
    assert (figures.came, figures.went) == ((last,), (first,))


def test_a_cancelled_meeting_is_told_of() -> None:
    period = practice("2026-Q4")
    off = Meeting(
        "x",
        dt.date(2026, 12, 3),
        MeetingKind.REGULAR,
        "",
        dt.time(19),
        "",
        state=MeetingState.CANCELLED,
    )
    meetings = (*period.register.meetings, off)
    assert cancelled_in(replace(period, register=replace(period.register, meetings=meetings))) == (
        off,
    )
