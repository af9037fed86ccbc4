"""The long book of the benchmarks: valid, the same each time, as long as it says."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from benchmarks.long_cell import MEETINGS_A_YEAR, MEMBERS, LongCell
from benchmarks.thirty_years import YEARS, Life, drawn_book
from cellsecretary.core.change import Context
from cellsecretary.core.operations.closing import problems
from cellsecretary.core.record import is_in_cell
from cellsecretary.rules import bundled
from cellsecretary.store import Book
from cellsecretary.store.checking import check
from cellsecretary.store.records import meeting_record
from tests.building import AFTER

if TYPE_CHECKING:
    from pathlib import Path

COUNTED = {
    "meetings": (32, 32),
    "attendance": (32 * MEMBERS, 32 * MEMBERS),
    "opinions": (300, 370),
    "tasks": (230, 310),
    "petitions": (32, 64),
}
"""The fewest and the most rows of two years."""


def test_the_book_is_sound_and_its_last_meeting_reads_as_it_was_drawn(tmp_path: Path) -> None:
    with closing(Book.create(tmp_path / "a.chibo", bundled())) as book:
        drawn = Life(years=2).write(book)
        assert check(book) == ()
        read = meeting_record(book, drawn.meeting.id)
        assert read == drawn
        assert drawn.carried
        assert drawn.waiting
        assert drawn.runs
        assert not problems(read, Context(AFTER, str))
        for table, (fewest, most) in COUNTED.items():
            assert fewest <= book.value(f"select count(*) from {table}") <= most, table


@pytest.mark.thorough
def test_a_seed_gives_the_same_book_and_another_seed_another(tmp_path: Path) -> None:
    codes = []
    for name, seed in (("a", 0), ("b", 0), ("c", 1)):
        with closing(drawn_book(tmp_path / f"{name}.chibo", 1, seed)) as book:
            codes.append(book.head())
    assert codes[0] == codes[1] != codes[2]


def test_there_are_always_sixty_who_come_and_go() -> None:
    long = LongCell(YEARS, 0, "Đoàn Thuỳ Hoạ Mi")
    assert len(long.days) == YEARS * MEETINGS_A_YEAR
    assert {sum(is_in_cell(one, day) for one in long.members) for day, _ in long.days} == {MEMBERS}
    assert len(long.members) > MEMBERS + YEARS
    assert [member.name for member in long.members].count("Đoàn Thuỳ Hoạ Mi") == 1
    for day, _ in long.days:
        held = [long.post(one.id, day) for one in long.members]
        assert held.count("Bí thư") == 1
