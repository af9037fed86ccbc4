"""Posts of terms before the book: noted term by term, counted in a row, refused where wrong."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from cellsecretary.core.advice import Point, cell_advice
from cellsecretary.core.change import Refusal, Why
from cellsecretary.core.life_rows import PostSpan
from cellsecretary.core.operations.cell import change_cell
from cellsecretary.core.operations.earlier_posts import note_earlier_post, withdraw_earlier_post
from cellsecretary.core.operations.members import change_member
from cellsecretary.core.operations.terms import begin_term
from cellsecretary.core.terms import earlier_posts, long_held, terms_in_a_row, terms_known
from cellsecretary.store.records import cell_record
from tests.building import carry_out, context
from tests.core.test_operations import _why
from tests.core.test_terms import RULES, TODAY, holder, plain_member

if TYPE_CHECKING:
    from cellsecretary.core.register import CellRecord
    from cellsecretary.core.rows import Member
    from cellsecretary.store import Book

START = dt.date(2025, 1, 1)
"""When the term of the book began."""

BEFORE = dt.date(2024, 12, 31)


def span(member: Member, since: dt.date, until: dt.date = BEFORE, post: str = "Bí thư") -> PostSpan:
    return PostSpan("", member.id, post, since, until)


def noted(book: Book, *spans: PostSpan) -> CellRecord:
    for one in spans:
        carry_out(book, note_earlier_post, cell_record(book), one, RULES)
    return cell_record(book)


def faults(register: CellRecord, line: PostSpan) -> list[Why]:
    answer = note_earlier_post(register, context(), line, RULES)
    return [problem.why for problem in answer.problems] if isinstance(answer, Refusal) else []


def in_a_row(register: CellRecord, member: Member) -> int:
    return terms_in_a_row(register, member.id, "Bí thư", RULES.term)


def test_the_term_of_this_book_begins_when_these_tests_say(book: Book) -> None:
    assert terms_known(cell_record(book))[0].since == START


def test_a_term_before_the_book_counts_with_the_present_one(book: Book) -> None:
    secretary = holder(cell_record(book))
    register = noted(book, span(secretary, dt.date(2020, 1, 1)))
    assert in_a_row(register, secretary) == 2
    assert [(held.member.id, held.terms) for held in long_held(register, TODAY, RULES)] == [
        (secretary.id, 2)
    ]


def test_it_counts_in_the_advice_when_the_term_ends(book: Book) -> None:
    register = cell_record(book)
    secretary, ends = holder(register), dt.date(2026, 12, 31)
    posts = {secretary.id: "Bí thư"}
    carry_out(book, begin_term, register, START, ends, "", posts, RULES)

    def advised(register: CellRecord) -> list[Point]:
        found = cell_advice(register, ends, lambda _day: RULES)
        return [one.point for one in found if one.point is Point.POST_LONG_HELD]

    assert advised(cell_record(book)) == []
    assert advised(noted(book, span(secretary, dt.date(2020, 1, 1)))) == [Point.POST_LONG_HELD]


def test_each_line_is_a_term_and_a_missed_term_breaks_the_row(book: Book) -> None:
    secretary = holder(cell_record(book))
    lines = (
        span(secretary, dt.date(2022, 6, 15)),
        span(secretary, dt.date(2020, 1, 1), dt.date(2022, 5, 31)),
        span(secretary, dt.date(2010, 1, 1), dt.date(2014, 12, 31)),
    )
    counts = [in_a_row(noted(book, line), secretary) for line in lines]
    assert counts == [2, 3, 3]


def test_another_post_or_member_does_not_count(book: Book) -> None:
    register = cell_record(book)
    secretary, other = holder(register), plain_member(register)
    register = noted(
        book,
        span(other, dt.date(2020, 1, 1)),
        span(secretary, dt.date(2020, 1, 1), post="Phó bí thư"),
    )
    assert in_a_row(register, secretary) == 1
    assert in_a_row(register, other) == 0


def test_who_did_not_hold_it_since_has_no_row(book: Book) -> None:
    register = cell_record(book)
    secretary = holder(register)
    noted(book, span(secretary, dt.date(2020, 1, 1)))
    carry_out(book, begin_term, cell_record(book), dt.date(2026, 11, 15), None, "", {}, RULES)
    assert in_a_row(cell_record(book), secretary) == 0


def test_the_post_of_today_is_still_taken_to_be_held_since_the_term_began(book: Book) -> None:
    secretary = holder(cell_record(book))
    noted(book, span(secretary, dt.date(2020, 1, 1)))
    carry_out(book, change_member, cell_record(book), replace(secretary, post=""))
    spans = [one for one in cell_record(book).post_spans if one.member == secretary.id]
    assert [(one.since, one.until) for one in spans] == [
        (dt.date(2020, 1, 1), BEFORE),
        (max(START, secretary.entered or START), TODAY - dt.timedelta(days=1)),
    ]


@pytest.mark.parametrize(
    ("since", "until", "why"),
    [
        (dt.date(2020, 1, 1), START, Why.NOT_BEFORE_BOOK),
        (BEFORE, BEFORE, Why.DATES_OUT_OF_ORDER),
        (dt.date(2018, 12, 31), BEFORE, Why.LONGER_THAN_TERM),
        (dt.date(2019, 1, 1), BEFORE, None),
    ],
)
def test_days_that_cannot_be_of_a_term_before_the_book_are_refused(
    book: Book, since: dt.date, until: dt.date, why: Why | None
) -> None:
    register = cell_record(book)
    line = span(holder(register), since, until)
    assert faults(register, line) == ([why] if why else [])


def test_lines_may_not_overlap(book: Book) -> None:
    register = cell_record(book)
    secretary, other = holder(register), plain_member(register)
    register = noted(book, span(secretary, dt.date(2020, 1, 1)))
    for line, why in (
        (span(secretary, dt.date(2019, 1, 1), dt.date(2020, 1, 1)), Why.OTHER_POST_THEN),
        (span(secretary, dt.date(2023, 1, 1), post="Chi ủy viên"), Why.OTHER_POST_THEN),
        (span(other, dt.date(2024, 12, 30)), Why.POST_HELD_TWICE),
        (span(other, dt.date(2020, 1, 1), post="Phó bí thư"), None),
        (span(secretary, dt.date(2015, 1, 1), dt.date(2019, 12, 31)), None),
    ):
        assert faults(register, line) == ([why] if why else [])


def test_a_post_that_several_hold_may_be_noted_of_several(book: Book) -> None:
    register = cell_record(book)
    secretary, other = holder(register), plain_member(register)
    register = noted(book, span(secretary, dt.date(2020, 1, 1), post="Chi ủy viên"))
    assert faults(register, span(other, dt.date(2020, 1, 1), post="Chi ủy viên")) == []


@pytest.mark.parametrize("known", [False, True])
def test_a_term_that_began_earlier_ends_the_post_before_it(book: Book, known: bool) -> None:
    register = cell_record(book)
    secretary, moved = holder(register), dt.date(2024, 7, 1)
    noted(book, span(secretary, dt.date(2020, 1, 1)))
    if known:
        posts = {secretary.id: "Bí thư"}
        carry_out(book, begin_term, cell_record(book), START, None, "", posts, RULES)
    register = cell_record(book)
    carry_out(book, change_cell, register, replace(register.cell, term_start=moved))
    register = cell_record(book)
    assert [one.until for one in earlier_posts(register)] == [moved - dt.timedelta(days=1)]
    assert in_a_row(register, secretary) == 2


def test_somebody_and_some_post_are_wanted(book: Book) -> None:
    register = cell_record(book)
    nobody = PostSpan("", "gone", " ", dt.date(2020, 1, 1), BEFORE)
    assert faults(register, nobody) == [Why.MEMBER_UNKNOWN, Why.NAME_MISSING]


def test_a_line_is_taken_out_again_but_no_post_of_a_term_of_the_book(book: Book) -> None:
    register = cell_record(book)
    secretary = holder(register)
    carry_out(book, change_member, register, replace(secretary, post="Chi ủy viên"))
    register = noted(book, span(secretary, dt.date(2020, 1, 1)))
    (line,) = earlier_posts(register)
    others = [one for one in register.post_spans if one != line]
    assert len(others) == 2
    for one in others:
        answer = withdraw_earlier_post(register, context(), one.id)
        assert _why(answer) == [Why.EARLIER_POST_UNKNOWN]
    carry_out(book, withdraw_earlier_post, register, line.id)
    assert list(cell_record(book).post_spans) == others
