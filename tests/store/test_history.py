"""What can be taken back and done again is what the steps in the book say, and no more."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from cellsecretary.core.kinds import Trace
from cellsecretary.core.operations.papers import note_paper
from cellsecretary.store.history import read_history
from cellsecretary.store.records import cell_record
from tests.building import AFTER, OCTOBER, carry_out, record_of
from tests.store.test_backups import change
from tests.store.test_trace import typed

if TYPE_CHECKING:
    from cellsecretary.store import Book
    from cellsecretary.store.history import History

MINUTE = dt.timedelta(minutes=1)

plain = pytest.mark.parametrize("book", ["plain"], indirect=True)


def now(book: Book) -> History:
    return read_history(book.steps(1000))


def take_back(book: Book) -> None:
    step = now(book).undoable[-1]
    book.apply(book.changes_of(step, back=True), AFTER, way="undo", of=step.of)


def do_again(book: Book) -> None:
    step = now(book).redoable[-1]
    book.apply(book.changes_of(step, back=False), AFTER, way="redo", of=step.of)


def note_print(book: Book) -> None:
    carry_out(book, note_paper, record_of(book, OCTOBER), "minutes", Trace.PRINTED)


@plain
def test_a_sentence_that_is_typed_on_is_one_act_to_take_back(book: Book) -> None:
    before = record_of(book)
    first = typed(book, AFTER, "Bí thư khai mạc")
    typed(book, AFTER + MINUTE, "Bí thư khai mạc, nêu lý do", first)
    assert now(book).undoable[-1].number == first
    take_back(book)
    assert record_of(book) == before
    do_again(book)
    assert record_of(book).agenda[0].body == "Bí thư khai mạc, nêu lý do"


@plain
def test_whoever_types_on_after_going_back_goes_on_from_there(book: Book) -> None:
    first = typed(book, AFTER, "Bí thư khai mạc")
    change(book, "Nhà ông Hai")
    take_back(book)
    assert now(book).redoable
    typed(book, AFTER + MINUTE, "Bí thư khai mạc, nêu lý do", first)
    assert now(book).redoable == ()
    assert now(book).undoable[-1].number == first


@plain
def test_what_was_printed_meanwhile_is_in_the_world_and_stops_nothing(book: Book) -> None:
    change(book, "Nhà ông Hai")
    change(book, "Nhà bà Ba")
    take_back(book)
    before = now(book)
    note_print(book)
    assert now(book) == before
    do_again(book)
    assert cell_record(book).cell.place == "Nhà bà Ba"
    take_back(book)
    take_back(book)
    assert [one.form for one in cell_record(book).paper_traces] == ["minutes"]


@plain
def test_an_act_too_far_back_to_see_is_passed_over_when_it_was_taken_back(book: Book) -> None:
    change(book, "Nhà ông Hai")
    change(book, "Nhà bà Ba")
    second = book.last_step()
    take_back(book)
    take_back(book)
    # Only the newest steps are read: of the first act nothing is known but that it was taken back.
    history = read_history(book.steps(3))
    assert [step.number for step in history.redoable] == [second]
    assert history.undoable == ()
    assert read_history(book.steps(1)) == read_history([])
