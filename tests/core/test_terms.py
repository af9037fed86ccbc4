"""Terms end and begin with their committee; posts keep their spans, whoever changes them how."""

from __future__ import annotations

import datetime as dt
import random
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from cellsecretary.core.advice import Point, cell_advice
from cellsecretary.core.change import Changes, Why
from cellsecretary.core.kinds import DocumentType
from cellsecretary.core.life_rows import PostSpan, Term
from cellsecretary.core.operations.cell import change_cell
from cellsecretary.core.operations.earlier_posts import note_earlier_post
from cellsecretary.core.operations.members import change_member, end_membership
from cellsecretary.core.operations.terms import begin_term, hand_post_over
from cellsecretary.core.terms import (
    committee,
    earlier_posts,
    long_held,
    posts_in,
    terms_in_a_row,
    terms_known,
    usual_end,
)
from cellsecretary.messages import LANGUAGES, Messages
from cellsecretary.rules import bundled
from cellsecretary.store.records import cell_record
from tests.building import AFTER, carry_out, context, done
from tests.core.test_operations import _why

if TYPE_CHECKING:
    from cellsecretary.core.register import CellRecord
    from cellsecretary.core.rows import Member
    from cellsecretary.store import Book

TODAY = AFTER.date()
RULES = bundled().on(TODAY)
SINCE, UNTIL = dt.date(2026, 11, 15), dt.date(2031, 11, 14)


def holder(register: CellRecord, post: str = "Bí thư") -> Member:
    return next(member for member in register.members if member.post == post)


def plain_member(register: CellRecord) -> Member:
    return next(m for m in register.members_on(TODAY) if m.post == "")


def begun(book: Book, posts: dict[str, str], since: dt.date = SINCE) -> CellRecord:
    carry_out(book, begin_term, cell_record(book), since, UNTIL, "2026–2031", posts, RULES)
    return cell_record(book)


def test_a_new_term_ends_the_old_one_and_gives_the_posts_to_the_new_committee(book: Book) -> None:
    before = cell_record(book)
    old, new = holder(before), plain_member(before)
    register = begun(book, {new.id: "Bí thư"})
    start = before.cell.term_start
    first, second = terms_known(register)
    assert (first.since, first.until) == (start, dt.date(2026, 11, 14))
    assert (second.since, second.until, second.name) == (SINCE, UNTIL, "2026–2031")
    assert [m.id for m in committee(register, TODAY, RULES)] == [new.id]
    assert holder(register).id == new.id
    mine = [(s.since, s.until) for s in register.post_spans if s.member == old.id]
    assert mine == [(max(start, old.entered or start), dt.date(2026, 11, 14))]
    assert [(s.member, s.post) for s in posts_in(register, second, RULES)] == [(new.id, "Bí thư")]


def test_numbers_and_codes_begin_anew_with_the_term(book: Book) -> None:
    assert cell_record(book).next_document_number(DocumentType.RESOLUTION) is not None
    register = begun(book, {}, TODAY)
    assert register.cell.term_start == TODAY
    assert register.term_documents(DocumentType.RESOLUTION) == ()
    assert register.term_task_codes() == frozenset()


def test_posts_outside_the_committee_stay(book: Book) -> None:
    register = cell_record(book)
    other = plain_member(register)
    carry_out(book, change_member, register, replace(other, post="Trưởng thôn"))
    member = begun(book, {}).member(other.id)
    assert member is not None
    assert member.post == "Trưởng thôn"


def test_who_goes_on_in_a_post_gets_a_span_of_the_new_term(book: Book) -> None:
    secretary = holder(cell_record(book))
    register = begun(book, {secretary.id: "Bí thư"})
    spans = [span for span in register.post_spans if span.member == secretary.id]
    assert [span.until for span in spans] == [dt.date(2026, 11, 14), None]
    assert terms_in_a_row(register, secretary.id, "Bí thư", RULES.term) == 2


def test_the_present_term_is_corrected_without_touching_its_history(book: Book) -> None:
    register = cell_record(book)
    secretary, other = holder(register), plain_member(register)
    carry_out(book, hand_post_over, register, "Bí thư", other.id)
    before = cell_record(book)
    start = before.cell.term_start
    posts = {member.id: member.post for member in committee(before, TODAY, RULES)}
    register = begun(book, posts, start)
    assert [term.until for term in register.terms] == [UNTIL]
    assert {s for s in before.post_spans} <= {*register.post_spans}
    assert [s.until for s in register.post_spans if s.member == secretary.id] == [
        TODAY - dt.timedelta(days=1)
    ]
    assert committee(register, TODAY, RULES) == committee(before, TODAY, RULES)


@pytest.mark.parametrize(
    ("since", "until", "why"),
    [
        (dt.date(2020, 1, 1), UNTIL, Why.BEFORE_TERM),
        (dt.date(2027, 1, 1), UNTIL, Why.DATE_IN_FUTURE),
        (SINCE, SINCE, Why.DATES_OUT_OF_ORDER),
    ],
)
def test_days_of_a_term_that_cannot_be_are_refused(
    book: Book, since: dt.date, until: dt.date, why: Why
) -> None:
    answer = begin_term(cell_record(book), context(), since, until, "", {}, RULES)
    assert _why(answer) == [why]


def test_two_secretaries_are_refused(book: Book) -> None:
    register = cell_record(book)
    posts = {member.id: "Bí thư" for member in register.members[:2]}
    answer = begin_term(register, context(), SINCE, UNTIL, "", posts, RULES)
    assert _why(answer) == [Why.POST_HELD_TWICE]


def test_a_change_of_post_in_mid_term_closes_a_span_and_opens_one(book: Book) -> None:
    register = cell_record(book)
    secretary = holder(register)
    carry_out(book, change_member, register, replace(secretary, post="Chi ủy viên"))
    spans = [s for s in cell_record(book).post_spans if s.member == secretary.id]
    yesterday = TODAY - dt.timedelta(days=1)
    assert [(s.post, s.until) for s in spans] == [("Bí thư", yesterday), ("Chi ủy viên", None)]
    assert spans[1].since == TODAY


def test_a_member_changed_otherwise_keeps_the_spans(book: Book) -> None:
    register = begun(book, {holder(cell_record(book)).id: "Bí thư"})
    secretary = holder(register)
    carry_out(book, change_member, register, replace(secretary, phone="0912345678"))
    assert cell_record(book).post_spans == register.post_spans
    carry_out(book, change_member, cell_record(book), replace(secretary, post="bí thư"))
    assert [span.post for span in cell_record(book).post_spans if not span.until] == ["bí thư"]


def test_leaving_the_cell_ends_the_post_and_a_corrected_day_does_too(book: Book) -> None:
    secretary = holder(cell_record(book))
    for day in (dt.date(2026, 11, 10), dt.date(2026, 11, 18)):
        carry_out(book, end_membership, cell_record(book), secretary.id, day, "Chuyển đi")
        spans = [s for s in cell_record(book).post_spans if s.member == secretary.id]
        assert [span.until for span in spans] == [day - dt.timedelta(days=1)]


def test_a_corrected_first_day_of_the_term_moves_its_row_and_its_posts(book: Book) -> None:
    secretary = holder(cell_record(book))
    start = cell_record(book).cell.term_start
    register = begun(book, {secretary.id: "Bí thư"}, start)
    day = start + dt.timedelta(days=3)
    carry_out(book, change_cell, register, replace(register.cell, term_start=day))
    register = cell_record(book)
    assert [term.since for term in terms_known(register)] == [day]
    assert [span.since for span in register.post_spans] == [day]


def test_whoever_takes_a_post_over_is_the_only_one_who_holds_it(book: Book) -> None:
    register = cell_record(book)
    old, new = holder(register), plain_member(register)
    carry_out(book, hand_post_over, register, "Bí thư", new.id)
    register = cell_record(book)
    assert [m.id for m in register.members if m.post == "Bí thư"] == [new.id]
    spans = {span.member: span.until for span in register.post_spans}
    assert spans == {old.id: TODAY - dt.timedelta(days=1), new.id: None}


def test_a_third_term_in_the_same_post_is_pointed_out_when_the_second_ends(book: Book) -> None:
    secretary = holder(cell_record(book))
    register = begun(book, {secretary.id: "Bí thư"})
    assert [held.terms for held in long_held(register, TODAY, RULES)] == [2]
    near = UNTIL - dt.timedelta(days=90)
    points = [
        [a.point for a in cell_advice(register, day, lambda _day: RULES) if a.table == "terms"]
        for day in (near - dt.timedelta(days=1), near, UNTIL, UNTIL + dt.timedelta(days=1))
    ]
    assert points == [
        [],
        [Point.TERM_ENDING, Point.POST_LONG_HELD],
        [Point.TERM_ENDING, Point.POST_LONG_HELD],
        [Point.TERM_ENDED, Point.POST_LONG_HELD],
    ]
    (term,) = [term for term in terms_known(register) if term.until == UNTIL]
    advice = [a for a in cell_advice(register, UNTIL, lambda _day: RULES) if a.table == "terms"]
    assert [(a.row, a.field) for a in advice] == [(term.id, "until"), (term.id, "posts")]


def test_the_words_of_a_term_are_whole_in_both_languages(book: Book) -> None:
    register = begun(book, {holder(cell_record(book)).id: "Bí thư"})
    for language in LANGUAGES:
        said = [
            Messages.load(language).advice(advice)
            for days in (-5, 0, 5)
            for advice in cell_advice(register, UNTIL + dt.timedelta(days=days), lambda _d: RULES)
            if advice.table == "terms"
        ]
        assert len(said) == 6
        assert "…" not in "".join(said)


def test_a_term_of_the_usual_length_ends_the_day_before_the_same_day() -> None:
    assert usual_end(SINCE, RULES.term) == UNTIL


@pytest.mark.parametrize("seed", range(20))
def test_over_random_years_nobody_holds_two_posts_on_one_day(book: Book, seed: int) -> None:
    dice = random.Random(seed)
    register = cell_record(book)
    day = register.cell.term_start
    register = with_earlier_posts(register, dice)
    for _ in range(25):
        day += dt.timedelta(days=dice.randrange(0, 200))
        ctx = context(dt.datetime.combine(day, dt.time(9)))
        members = register.members_on(day)
        if dice.random() < 0.3:
            chosen = dice.sample(members, 3)
            posts = dict(zip((m.id for m in chosen), RULES.meeting.committee_posts, strict=False))
            answer = begin_term(register, ctx, day, usual_end(day, RULES.term), "", posts, RULES)
        elif dice.random() < 0.5:
            member = dice.choice(members)
            post = dice.choice(["", *RULES.meeting.committee_posts])
            answer = change_member(register, ctx, replace(member, post=post))
        else:
            answer = hand_post_over(register, ctx, "Bí thư", dice.choice(members).id)
        register = applied(register, done(answer))
        check(register, day)


def with_earlier_posts(register: CellRecord, dice: random.Random) -> CellRecord:
    """The register of a book that knows some posts of terms before it."""
    before = register.cell.term_start - dt.timedelta(days=1)
    for number, member in enumerate(dice.sample(register.members, dice.randrange(4))):
        post = RULES.meeting.committee_posts[number % 3]
        span = PostSpan("", member.id, post, before - dt.timedelta(days=1500), before)
        register = applied(register, done(note_earlier_post(register, context(), span, RULES)))
    return register


def applied(register: CellRecord, changes: Changes) -> CellRecord:
    """Give the register with changes of members, terms, spans and cell laid over it."""
    members = {m.id: m for m in register.members}
    spans = {s.id: s for s in register.post_spans}
    terms = {t.id: t for t in register.terms}
    cell = register.cell
    for change in changes.changes:
        row = change.row
        if row == cell or row.id == cell.id:
            cell = row  # type: ignore[assignment]
            continue
        table = {PostSpan: spans, Term: terms}.get(type(row), members)
        assert table.get(row.id) == change.before  # type: ignore[attr-defined]
        if change.after is None:
            del table[row.id]  # type: ignore[attr-defined]
        else:
            table[row.id] = row  # type: ignore[index]
    return replace(
        register,
        cell=cell,
        members=tuple(members.values()),
        post_spans=tuple(sorted(spans.values(), key=lambda s: (s.since, s.id))),
        terms=tuple(sorted(terms.values(), key=lambda t: t.since)),
    )


def check(register: CellRecord, day: dt.date) -> None:
    for member in register.members:
        theirs = [span for span in register.post_spans if span.member == member.id]
        for span in theirs:
            assert span.until is None or span.since <= span.until
        for one, other in pairwise(theirs):
            assert one.until is not None
            assert one.until < other.since
        theirs = [span for span in theirs if span not in earlier_posts(register)]
        open_posts = [span.post for span in theirs if span.until is None]
        assert open_posts == ([member.post] if theirs and member.post else [])
    for term, later in pairwise(register.terms):
        assert term.until is not None
        assert term.until < later.since
