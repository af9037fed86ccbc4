"""One transaction for each act: what it refuses, and what a disk does to it half-way."""

from __future__ import annotations

import datetime as dt
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from cellsecretary.core.change import Act, Changes, delete, insert, update
from cellsecretary.core.office_rows import DayOff
from cellsecretary.core.rows import Attendance, Meeting, Member, Opinion
from cellsecretary.rules import bundled
from cellsecretary.store import Book, BookError, Fault
from cellsecretary.store.checking import check
from cellsecretary.store.sqlite_file import _QUERIES_KEPT
from tests.building import AFTER, NOVEMBER, begun_book, contents, meeting_id
from tests.small_disks import fill_up
from tests.store.test_checking import plant

if TYPE_CHECKING:
    from pathlib import Path

    from cellsecretary.core.rows import Row

DAY = dt.date(2026, 11, 20)


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """Give a small book."""
    path = tmp_path / "so.chibo"
    begun_book(path).close()
    return path


def act(*changes: object) -> Changes:
    return Changes(Act.CHOOSE_DAY, changes)  # type: ignore[arg-type]


def fault_of(book: Book, changes: Changes) -> Fault:
    """Give what stands in the way of an act; nothing of it is in the book then."""
    before = contents(book)
    with pytest.raises(BookError) as wrong:
        book.apply(changes, AFTER)
    assert contents(book) == before
    return wrong.value.fault


def test_a_row_that_another_program_put_there_first_is_not_written_over(small: Path) -> None:
    row: Row = DayOff("d", DAY, True)
    with (
        closing(Book.open(small, bundled())) as ours,
        closing(Book.open(small, bundled())) as other,
    ):
        other.apply(act(insert(row)), AFTER)
        assert fault_of(ours, act(insert(DayOff("d", DAY, False)))) is Fault.CHANGED_ELSEWHERE
        other.apply(act(delete(row)), AFTER)
        assert fault_of(ours, act(delete(row))) is Fault.CHANGED_ELSEWHERE
        assert check(ours) == ()


def test_a_part_that_fails_leaves_the_rest_of_what_is_made_together(small: Path) -> None:
    there, stray = DayOff("d", DAY, True), DayOff("d", DAY, False)
    day = dt.timedelta(days=1)
    with closing(Book.open(small, bundled())) as book:
        with book.together():
            book.apply(act(insert(there)), AFTER)
            both = act(insert(DayOff("e", DAY + day, True)), insert(stray))
            with pytest.raises(BookError):
                book.apply(both, AFTER)
            assert book.rows(DayOff) == [there]
            book.apply(act(insert(DayOff("f", DAY + 2 * day, True))), AFTER)
        assert [row.id for row in book.rows(DayOff, order="id")] == ["d", "f"]
        assert check(book) == ()


def test_what_is_looked_at_is_not_written_to(small: Path) -> None:
    with closing(Book.look(small, bundled())) as looked:
        assert fault_of(looked, act(insert(DayOff("d", DAY, True)))) is Fault.LOOK_ONLY


def test_an_act_that_leaves_every_row_as_it_was_is_none(small: Path) -> None:
    with closing(Book.open(small, bundled())) as book:
        before = contents(book)
        assert book.apply(act(update(book.cell())), AFTER) is None
        assert contents(book) == before


@pytest.mark.parametrize("book", ["plain"], indirect=True)
def test_what_a_harmed_book_does_not_take_is_its_damage(book: Book) -> None:
    meeting = meeting_id(book, NOVEMBER)
    line = book.rows(Attendance, "meeting = ?", meeting)[0]
    item = book.values("select id from agenda_items where meeting = ?", meeting)[0]
    plant(book.path, f"delete from members where id = '{line.member}'")
    said = Opinion("o", meeting, item, 1, line.member, "", "Đồng ý")
    assert fault_of(book, act(insert(said))) is Fault.DAMAGED


def _add_members(book: Book) -> None:
    """Add more members together than there is room for, each by an act of its own."""
    with book.together():
        for number in range(200):
            book.apply(act(insert(Member(f"m{number}", number, f"{number} " * 50))), AFTER)


def test_a_part_that_the_disk_ended_with_the_whole_is_told_as_the_disk_told_it(
    small_disk: Path,
) -> None:
    path = small_disk / "so.chibo"
    begun_book(path).close()
    with closing(Book.open(path, bundled())) as book:
        book.connection.execute("pragma cache_size = 10")
        film = fill_up(small_disk, but=64 * 1024)
        before = contents(book)
        with pytest.raises(BookError) as wrong:
            _add_members(book)
        assert wrong.value.fault is Fault.FULL
        assert not book.connection.in_transaction
        assert contents(book) == before
        film.unlink()
        assert book.apply(act(insert(DayOff("d", DAY, True))), AFTER) is not None
        assert check(book) == ()


def test_of_any_number_of_questions_few_answers_are_kept(small: Path) -> None:
    with closing(Book.open(small, bundled())) as book:
        book.apply(act(insert(DayOff("d", DAY, True))), AFTER)
        for number in range(3 * _QUERIES_KEPT):
            there = book.rows(DayOff, "id = ?", "d" if number % 2 else f"{number}")
            assert len(there) == number % 2
        assert len(book._read[frozenset([DayOff])]) <= _QUERIES_KEPT
        assert book.rows(Meeting) == []
