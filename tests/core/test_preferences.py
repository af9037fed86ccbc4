"""What an office wants of its papers, over the rules in force."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from cellsecretary.core.change import Refusal, Why
from cellsecretary.core.office_rows import Preference
from cellsecretary.core.operations.preferences import change_preferences, keep_superior_key
from cellsecretary.core.preferences import (
    NAMES,
    PRACTICE,
    Preferences,
    is_practice,
    overlaid,
    preferences_of,
    superior_key,
    with_preferences,
)
from cellsecretary.core.ruleset import Authority, Superior
from cellsecretary.core.vietnamese import ToneStyle
from cellsecretary.rules import bundled
from cellsecretary.store import BookError
from cellsecretary.store.records import cell_record
from tests.building import AFTER, NOVEMBER, OCTOBER, carry_out, context, done, record_of

if TYPE_CHECKING:
    from cellsecretary.store import Book

DAY = dt.date(2026, 11, 3)
RULES = bundled().on(DAY)
OTHERS = Preferences(
    superior=Superior.COMMITTEE,
    tones=ToneStyle.SECOND,
    authority=Authority.COMMITTEE,
    dashes_under=("resolution",),
    place_line_on=(),
    text_end="./.",
    receivers=("Đảng ủy xã", "Lưu"),
    body_size=15.0,
    line_spacing=20.0,
    large_size=20.0,
)


def held(book: Book) -> Preferences:
    return preferences_of(book.rules(DAY).paper)


def choose(book: Book, wanted: Preferences) -> None:
    carry_out(book, change_preferences, cell_record(book), held(book), wanted)


def test_a_book_begins_with_what_the_rules_say(book: Book) -> None:
    assert book.rules(DAY) == RULES
    assert cell_record(book).preferences == ()


def test_what_is_chosen_holds_and_only_that_is_kept(book: Book) -> None:
    choose(book, replace(held(book), tones=ToneStyle.SECOND))
    assert [row.name for row in cell_record(book).preferences] == ["tones"]
    assert book.rules(DAY).paper.tones is ToneStyle.SECOND
    assert held(book) == replace(preferences_of(RULES.paper), tones=ToneStyle.SECOND)


def test_every_choice_reaches_the_rules_and_can_be_taken_back(book: Book) -> None:
    before = held(book)
    assert all(getattr(OTHERS, name) != getattr(before, name) for name in NAMES)
    choose(book, OTHERS)
    assert held(book) == OTHERS
    assert book.rules(DAY) == with_preferences(RULES, OTHERS)
    choose(book, before)
    assert held(book) == before


def test_an_open_meeting_follows_and_a_closed_one_keeps_the_office_of_its_day(book: Book) -> None:
    choose(book, OTHERS)
    assert preferences_of(record_of(book, NOVEMBER).rules.paper) == OTHERS
    assert record_of(book, OCTOBER).rules.paper == RULES.paper


@pytest.mark.parametrize(
    ("name", "value"),
    [("body_size", 13.5), ("body_size", 15.5), ("line_spacing", 17.0), ("large_size", 40.0)],
)
def test_a_size_that_the_guidance_forbids_is_refused(book: Book, name: str, value: float) -> None:
    wanted = replace(held(book), **{name: value})  # type: ignore[arg-type]
    answer = change_preferences(cell_record(book), context(), held(book), wanted)
    assert isinstance(answer, Refusal)
    (problem,) = answer.problems
    assert (problem.why, problem.field) == (Why.MEASURE_OUT_OF_RANGE, name)


def test_only_the_row_of_its_own_name_makes_a_book_a_practice_cell(book: Book) -> None:
    choose(book, OTHERS)
    chosen = cell_record(book).preferences
    assert is_practice([*chosen, Preference("x", PRACTICE, "true")]) is True
    assert is_practice(chosen) is False


def test_choosing_what_holds_writes_nothing(book: Book) -> None:
    answer = change_preferences(cell_record(book), context(), held(book), held(book))
    assert done(answer).changes == ()


@pytest.mark.parametrize(
    ("name", "value"), [("tones", '"third"'), ("tone", '"first"'), ("text_end", "not JSON")]
)
def test_a_row_that_was_tampered_with_is_a_damaged_book(book: Book, name: str, value: str) -> None:
    rows = [Preference("1", name, value)]
    with pytest.raises(ValueError):  # noqa: PT011 - of JSON or of the codec
        overlaid(RULES, rows)
    book._db.table("preferences").insert({"id": "1", "name": name, "value": value})
    with pytest.raises(BookError):
        book.rules(DAY)


def test_the_key_of_the_superior_is_kept_changed_and_taken_back(book: Book) -> None:
    first, second = (f"age1{letter * 58}" for letter in "qz")
    rules = book.rules(AFTER.date())
    for key in (first, second, f"  {first}\n", ""):
        carry_out(book, keep_superior_key, cell_record(book), key)
        assert superior_key(cell_record(book).preferences) == key.strip()
        assert book.rules(AFTER.date()) == rules, "it is no matter of papers"
    assert cell_record(book).preferences == ()


@pytest.mark.parametrize("key", ["age1", "AGE1" + "q" * 58, "age1" + "q" * 57, "AGE-SECRET-KEY-1X"])
def test_what_is_no_public_key_is_refused(book: Book, key: str) -> None:
    refused = keep_superior_key(cell_record(book), context(), key)
    assert isinstance(refused, Refusal)
    assert refused.problems[0].why is Why.NO_PUBLIC_KEY
