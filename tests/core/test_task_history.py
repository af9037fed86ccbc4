"""Tasks over time: one clear answer to "in time", counts that add up, nobody twice."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cellsecretary.core.kinds import MeetingKind, Result
from cellsecretary.core.period import Period, PeriodRecord, Span, periods_of
from cellsecretary.core.period_figures import task_figures
from cellsecretary.core.register import CellRecord
from cellsecretary.core.rows import Meeting, Member, Review, Task
from cellsecretary.core.task_history import (
    Timing,
    concerned,
    histories_of,
    in_time,
    task_histories,
)
from tests.papers import records
from tests.papers.periods import practice

if TYPE_CHECKING:
    from cellsecretary.core.task_history import TaskHistory

YEAR = Period(Span.YEAR, 2026)
DAYS = st.dates(dt.date(2025, 10, 1), dt.date(2027, 3, 31))
DUE = dt.date(2026, 5, 20)
PEOPLE = tuple(Member(f"p{number}", number, f"Đảng viên {number}") for number in range(1, 5))
LEADS = st.sampled_from([None, *(member.id for member in PEOPLE)])


def meeting(day: dt.date) -> Meeting:
    return Meeting(f"on {day}", day, MeetingKind.REGULAR, "", dt.time(19), "")


def task(due: dt.date | None = DUE, lead: str | None = "p1") -> Task:
    return Task("t", None, 1, "T1", dt.date(2026, 3, 3), "Vận động", due=due, lead=lead)


def history(*results: tuple[str, Result], due: dt.date | None = DUE) -> TaskHistory:
    """The history of one task that meetings of these days found so."""
    days = [dt.date.fromisoformat(day) for day, _ in results]
    register = CellRecord(
        records.cell(),
        meetings=tuple(meeting(day) for day in days),
        tasks=(task(due),),
        reviews=tuple(
            Review(f"r{day}", f"on {day}", "t", result)
            for day, (_, result) in zip(days, results, strict=True)
        ),
    )
    return task_histories(register)["t"]


@st.composite
def years(draw: st.DrawFn) -> PeriodRecord:
    days = sorted(draw(st.lists(DAYS, min_size=1, max_size=6, unique=True)))
    given_on = draw(st.lists(st.tuples(DAYS, DAYS | st.none(), LEADS, LEADS), max_size=6))
    tasks = tuple(
        Task(
            f"t{at}", None, at, f"T{at}", day, "Việc",
            lead=lead, helpers=(helper,) if helper else (), due=due,
        )
        for at, (day, due, lead, helper) in enumerate(given_on)
    )  # fmt: skip
    reviews = []
    for one in tasks:
        for day in days:
            if one.given < day and draw(st.booleans()):
                result = draw(st.sampled_from(Result))
                reviews.append(Review(f"{one.id} {day}", f"on {day}", one.id, result))
                if result is Result.DONE:  # what is done comes up no more
                    break
    register = CellRecord(
        records.cell(),
        members=PEOPLE,
        meetings=tuple(meeting(day) for day in days),
        tasks=tasks,
        reviews=tuple(reviews),
    )
    return PeriodRecord(register.cell, YEAR, (), register, records.october().rules)


@pytest.mark.parametrize(
    ("results", "timing"),
    [
        ((), Timing.WAITING),
        ((("2026-05-03", Result.PARTLY),), Timing.WAITING),
        ((("2026-05-03", Result.DONE),), Timing.IN_TIME),
        ((("2026-05-20", Result.DONE),), Timing.IN_TIME),
        ((("2026-05-20", Result.PARTLY),), Timing.LATE),
        ((("2026-05-03", Result.NOT_DONE), ("2026-06-03", Result.DONE)), Timing.IN_TIME),
        ((("2026-06-03", Result.PARTLY), ("2026-07-03", Result.DONE)), Timing.LATE),
        ((("2026-09-03", Result.DONE),), Timing.IN_TIME),
    ],
)
def test_the_first_result_from_the_day_on_decides(
    results: tuple[tuple[str, Result], ...], timing: Timing
) -> None:
    assert history(*results).timing is timing


def test_without_a_day_nothing_is_in_time_or_late() -> None:
    found = history(("2026-06-03", Result.PARTLY), ("2026-07-03", Result.DONE), due=None)
    assert (found.timing, found.decided_by) == (Timing.NO_DAY, None)
    assert found.done_at == meeting(dt.date(2026, 7, 3))


def test_a_history_tells_every_meeting_in_the_order_of_time() -> None:
    found = history(
        ("2026-07-03", Result.DONE), ("2026-05-03", Result.PARTLY), ("2026-06-03", Result.NOT_DONE)
    )
    assert [finding.meeting.date.month for finding in found.findings] == [5, 6, 7]
    assert found.done_at is not None
    assert found.done_at.date.month == 7


def test_a_late_task_is_late_in_the_period_that_found_it_so_and_in_no_other() -> None:
    found = [history(("2026-06-03", Result.PARTLY), ("2027-01-03", Result.DONE))]
    counted = [in_time(found, Period(Span.YEAR, year)).decided for year in (2025, 2026, 2027)]
    assert counted == [0, 1, 0]


def test_what_the_first_day_of_a_period_found_done_still_belongs_to_it() -> None:
    year = practice("2026")
    register = year.register
    january = meeting(dt.date(2027, 1, 1))
    t2, t4 = (task for task in register.tasks if task.code in ("T2", "T4"))
    done = tuple(Review(f"x{one.id}", january.id, one.id, Result.DONE) for one in (t2, t4))
    register = replace(
        register,
        meetings=(*register.meetings, january),
        reviews=(*register.reviews, *done),
    )
    after = replace(year, period=Period(Span.YEAR, 2027), register=register)
    assert [one.task.code for one in histories_of(after)] == ["T2", "T4", "T5", "T6"]


def test_the_practice_cell_in_its_year() -> None:
    year = practice("2026")
    found = {one.task.code: one for one in histories_of(year)}
    assert list(found) == ["T1", "T2", "T3", "T4", "T5", "T6"]
    assert found["T1"].given_at is not None
    assert {code: one.timing for code, one in found.items() if one.findings} == {
        "T1": Timing.IN_TIME,
        "T2": Timing.LATE,
        "T3": Timing.IN_TIME,
    }
    whole = in_time(found.values(), year.period)
    assert (whole.decided, whole.in_time, whole.percent) == (3, 2, 66.7)


@given(years())
def test_members_and_tasks_of_nobody_add_up_to_the_cell(year: PeriodRecord) -> None:
    found = histories_of(year)
    whole = in_time(found, YEAR)
    parts = [in_time(found, YEAR, member.id) for member in PEOPLE]
    parts.append(in_time([one for one in found if one.task.lead is None], YEAR))
    assert sum(part.decided for part in parts) == whole.decided
    assert sum(part.in_time for part in parts) == whole.in_time
    for part in (whole, *parts):
        assert 0 <= part.in_time <= part.decided
        assert (part.percent is None) == (part.decided == 0)


@given(years())
def test_months_add_up_to_their_year_and_nothing_is_counted_twice(year: PeriodRecord) -> None:
    found = task_histories(year.register).values()
    months = [in_time(found, month) for month in periods_of(2026, Span.MONTH)]
    whole = in_time(found, YEAR)
    assert sum(month.decided for month in months) == whole.decided <= len(found)
    assert sum(month.in_time for month in months) == whole.in_time


@given(years())
def test_what_came_after_a_period_changes_nothing_in_it(year: PeriodRecord) -> None:
    ever = task_histories(year.register).values()
    assert in_time(ever, YEAR) == in_time(histories_of(year), YEAR)


@given(years(), st.data())
def test_the_order_of_the_edits_changes_nothing(year: PeriodRecord, data: st.DataObject) -> None:
    register = year.register
    mixed = replace(
        register,
        meetings=tuple(data.draw(st.permutations(register.meetings))),
        tasks=tuple(data.draw(st.permutations(register.tasks))),
        reviews=tuple(data.draw(st.permutations(register.reviews))),
    )
    assert histories_of(replace(year, register=mixed)) == histories_of(year)


@given(years())
def test_a_period_has_the_tasks_that_its_report_counts(year: PeriodRecord) -> None:
    figures = task_figures(year)
    counted = {one.id for one in (*figures.given, *figures.open)}
    counted |= {one.task.id for one in figures.found}
    found = histories_of(year)
    assert {one.task.id for one in found} == counted
    assert {one.task.id for one in found if one.done_at is None} == {t.id for t in figures.open}


@given(years())
def test_a_task_is_open_as_the_list_of_tasks_says(year: PeriodRecord) -> None:
    for one in task_histories(year.register).values():
        assert (one.done_at is None) == year.register.is_task_open(one.task.id)


@given(years())
def test_who_leads_or_helps_is_concerned_once_by_number(year: PeriodRecord) -> None:
    found = histories_of(year)
    names = {name for one in found for name in (one.task.lead, *one.task.helpers) if name}
    assert [member.id for member in concerned(found, reversed(PEOPLE))] == sorted(names)
