"""What a later program wrote is read as far as it is known, and what is not is no damage."""

from __future__ import annotations

import shutil
from contextlib import closing
from typing import TYPE_CHECKING, Any

import pytest

from cellsecretary.rules import bundled
from cellsecretary.store import Book, BookError, Fault
from cellsecretary.store.checking import check
from cellsecretary.store.closed import closed_versions
from cellsecretary.store.opening import Looking, Opening
from cellsecretary.store.records import cell_record, meeting_record
from cellsecretary.store.schema import SCHEMA_VERSION
from cellsecretary.store.trace import trace_page
from tests.building import AFTER, NOVEMBER, OCTOBER, meeting_id
from tests.newer_book import change_record, make_newer
from tests.store.test_checking import plant

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


@pytest.fixture
def newer(replayed_file: Path, tmp_path: Path) -> Path:
    """Give a book as a later program might write it."""
    path = tmp_path / "thon-3.chibo"
    shutil.copyfile(replayed_file, path)
    make_newer(path)
    return path


def fault_of(act: Callable[..., object], *told: object) -> Fault:
    """Give what stands in the way of an act."""
    with pytest.raises(BookError) as wrong:
        act(*told)
    return wrong.value.fault


def october(book: Book) -> str:
    return meeting_id(book, OCTOBER)


def test_it_is_opened_to_look_and_read_as_far_as_it_is_known(newer: Path, tmp_path: Path) -> None:
    data = newer.read_bytes()
    assert fault_of(Book.open, newer, bundled()) is Fault.TOO_NEW
    opened = Opening(lambda: tmp_path / "copies", bundled, lambda: AFTER).write(Book, newer)
    assert opened.looking is Looking.TOO_NEW
    assert opened.lock is None
    with closing(opened):
        book = opened.ledger
        assert isinstance(book, Book)
        assert check(book) == ()
        assert closed_versions(book, october(book))[0].agenda
        assert meeting_record(book, meeting_id(book, NOVEMBER)).agenda
        assert cell_record(book).members
        # What only the later program can do is left out, of undo and of the list of acts.
        assert book.steps(1) == []
        assert [step.number for step in book.steps(2)] == [book.last_step() - 1]
        assert trace_page(book, size=2).lines[0].number == book.last_step() - 1
        assert trace_page(book, size=2, matches=lambda _line, _texts: True).lines
    assert newer.read_bytes() == data
    assert [one.name for one in tmp_path.iterdir()] == [newer.name]


def test_what_a_newer_record_lacks_is_said_to_be_too_new(newer: Path) -> None:
    def renamed(plain: dict[str, Any]) -> None:
        plain["participants"] = plain.pop("roster")

    change_record(newer, renamed)
    with closing(Book.look(newer, bundled())) as book:
        assert fault_of(closed_versions, book, october(book)) is Fault.TOO_NEW
        assert meeting_record(book, meeting_id(book, NOVEMBER)).agenda


def test_a_newer_record_in_a_book_of_today_is_too_new(newer: Path) -> None:
    plant(newer, f"pragma user_version = {SCHEMA_VERSION}")
    with closing(Book.look(newer, bundled())) as book:
        assert fault_of(closed_versions, book, october(book)) is Fault.TOO_NEW


@pytest.mark.parametrize("book", ["plain"], indirect=True)
def test_a_record_of_today_that_lacks_something_is_damage(book: Book) -> None:
    change_record(book.path, lambda plain: plain.pop("roster"))
    assert fault_of(closed_versions, book, october(book)) is Fault.DAMAGED


def test_a_word_that_only_the_later_program_knows_is_no_damage(newer: Path) -> None:
    plant(newer, "update meetings set kind = 'song_contest' where date = '2026-11-03'")
    with closing(Book.look(newer, bundled())) as book:
        assert fault_of(cell_record, book) is Fault.TOO_NEW
        assert closed_versions(book, october(book))


def test_nor_is_a_choice_of_the_office(newer: Path) -> None:
    plant(newer, """insert into preferences values ('x', 'tones', '"sung"')""")
    with closing(Book.look(newer, bundled())) as book:
        assert fault_of(book.rules, AFTER.date()) is Fault.TOO_NEW


@pytest.mark.parametrize("book", ["plain"], indirect=True)
def test_in_a_book_of_today_it_is(book: Book) -> None:
    plant(book.path, """insert into preferences values ('x', 'tones', '"sung"')""")
    assert fault_of(book.rules, AFTER.date()) is Fault.DAMAGED
