"""The register is compared once a quarter: pointed out, noted, corrected, printed."""

from __future__ import annotations

import datetime as dt
import random
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from cellsecretary.core.advice import Point, cell_advice
from cellsecretary.core.change import Refusal, Why
from cellsecretary.core.kinds import MeetingState
from cellsecretary.core.life_rows import RegisterCheck
from cellsecretary.core.operations.register_checks import note_check
from cellsecretary.core.period import Period, Span, period_with
from cellsecretary.core.register import CellRecord
from cellsecretary.core.register_advice import check_due, last_check, recent_quarters
from cellsecretary.papers import render
from cellsecretary.rules import bundled
from cellsecretary.store.records import cell_record
from tests.building import carry_out, context
from tests.core.test_operations import _why
from tests.papers import pages, records
from tests.papers.periods import practice

if TYPE_CHECKING:
    from cellsecretary.store import Book

RULES = bundled().on(dt.date(2026, 11, 3))
FOURTH = Period(Span.QUARTER, 2026, 4)
LAST_OF_FOURTH = dt.date(2026, 12, 31)


def register(
    *checks: RegisterCheck,
    first: dt.date = dt.date(2026, 10, 3),
    state: MeetingState = MeetingState.CLOSED,
) -> CellRecord:
    meeting = replace(records.october().meeting, date=first, state=state)
    return CellRecord(records.cell(), meetings=(meeting,), register_checks=checks)


def pointed_out(cell: CellRecord, day: str) -> list[tuple[Point, str, bool]]:
    found = cell_advice(cell, dt.date.fromisoformat(day), lambda _day: RULES)
    return [(one.point, one.row, one.pressing) for one in found if one.table == "register_checks"]


@pytest.mark.parametrize(
    ("day", "points"),
    [
        ("2026-12-17", []),
        ("2026-12-18", [(Point.CHECK_DUE, "2026-10-01", False)]),
        ("2026-12-31", [(Point.CHECK_DUE, "2026-10-01", False)]),
        ("2027-01-01", [(Point.CHECK_LATE, "2026-10-01", True)]),
        ("2027-01-30", [(Point.CHECK_LATE, "2026-10-01", True)]),
        ("2027-01-31", []),
    ],
)
def test_a_quarter_is_pointed_out_in_its_last_two_weeks_and_as_late_for_a_month(
    day: str, points: list[tuple[Point, str, bool]]
) -> None:
    assert pointed_out(register(), day) == points


def test_a_quarter_that_was_compared_is_not_pointed_out() -> None:
    done = RegisterCheck("c", FOURTH.first, dt.date(2026, 12, 20), 52)
    assert pointed_out(register(done), "2026-12-31") == []
    assert pointed_out(register(done), "2027-01-05") == []
    assert pointed_out(register(done), "2027-03-31") == [(Point.CHECK_DUE, "2027-01-01", False)]


def test_a_quarter_before_the_first_meeting_is_never_pointed_out() -> None:
    assert pointed_out(register(first=dt.date(2027, 1, 3)), "2027-01-05") == []
    assert pointed_out(register(first=dt.date(2026, 12, 30)), "2026-12-29") == []
    assert pointed_out(register(state=MeetingState.CANCELLED), "2026-12-31") == []
    assert pointed_out(CellRecord(records.cell()), "2026-12-31") == []


@pytest.mark.parametrize("seed", range(20))
def test_on_any_day_only_a_quarter_that_began_and_was_not_compared_is_due(seed: int) -> None:
    chance = random.Random(seed)
    start = dt.date(2024, 1, 1)
    first = start + dt.timedelta(days=chance.randrange(700))
    quarters = {
        period_with(start + dt.timedelta(days=chance.randrange(1000)), Span.QUARTER).first
        for _ in range(chance.randrange(6))
    }
    checks = [RegisterCheck(str(day), day, day, 50) for day in quarters]
    chance.shuffle(checks)
    cell = register(*checks, first=first)
    for days in range(1000):
        today = start + dt.timedelta(days=days)
        due = check_due(cell, today, RULES.register)
        if due is not None:
            assert due.quarter.first <= today
            assert first <= min(today, due.quarter.last)
            assert due.quarter.first not in quarters
            assert due.late is (due.quarter.last < today)


def test_the_recent_quarters_go_back_over_the_turn_of_the_year() -> None:
    codes = [quarter.code for quarter in recent_quarters(dt.date(2027, 2, 1))]
    assert codes == ["2027-Q1", "2026-Q4", "2026-Q3", "2026-Q2"]


def test_a_quarter_is_noted_once_and_what_was_noted_is_corrected(book: Book) -> None:
    carry_out(book, note_check, cell_record(book), dt.date(2026, 11, 9), dt.date(2026, 11, 20), 52)
    carry_out(
        *(book, note_check, cell_record(book), FOURTH.first, dt.date(2026, 11, 21), 51),
        " một đồng chí  đã chuyển đi ",
    )
    (check,) = cell_record(book).register_checks
    assert (check.quarter, check.done) == (FOURTH.first, dt.date(2026, 11, 21))
    assert (check.total, check.note) == (51, "một đồng chí đã chuyển đi")


def test_a_quarter_may_be_noted_late_but_not_before_it_or_ahead_of_today(book: Book) -> None:
    register, third = cell_record(book), dt.date(2026, 7, 1)
    carry_out(book, note_check, register, third, dt.date(2026, 10, 5), 52)
    refused = note_check(register, context(), FOURTH.first, dt.date(2026, 9, 30), -1)
    assert _why(refused) == [Why.DATES_OUT_OF_ORDER, Why.NEGATIVE_COUNT]
    refused = note_check(register, context(), FOURTH.first, dt.date(2026, 11, 22), 52)
    assert _why(refused) == [Why.DATE_IN_FUTURE]


def test_a_number_that_differs_wants_a_word_why(book: Book) -> None:
    register, day = cell_record(book), dt.date(2026, 11, 20)
    refused = note_check(register, context(), FOURTH.first, day, 51)
    assert isinstance(refused, Refusal)
    (problem,) = refused.problems
    assert (problem.why, problem.field) == (Why.REASON_MISSING, "note")
    assert ("count", "52") in problem.words
    carry_out(book, note_check, register, FOURTH.first, day, 51, "Một đồng chí chưa có giấy")
    assert cell_record(book).register_checks[-1].total == 51


def test_the_printed_register_says_when_it_was_last_compared() -> None:
    year = practice("2026")
    checks = (
        RegisterCheck("a", dt.date(2026, 7, 1), dt.date(2026, 9, 28), 51),
        RegisterCheck("b", FOURTH.first, dt.date(2026, 12, 20), 52),
        RegisterCheck("c", dt.date(2027, 1, 1), dt.date(2027, 3, 20), 53),
    )
    cell = replace(year.register, register_checks=checks)
    assert last_check(cell, LAST_OF_FOURTH) == checks[1]
    text = pages.bare(pages.text_of(render("register", replace(year, register=cell))))
    assert pages.bare("Đối chiếu lần cuối: ngày 20/12/2026, 52 đồng chí") in text
    without = pages.bare(pages.text_of(render("register", year)))
    assert pages.bare("Đối chiếu lần cuối") not in without
