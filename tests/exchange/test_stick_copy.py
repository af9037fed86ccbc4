"""A copy for a stick is proven before it leaves, and takes the place of nothing there."""

from __future__ import annotations

import datetime as dt
import tempfile
from contextlib import closing
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from cellsecretary.core.backup_plan import is_stick_copy_due
from cellsecretary.exchange.collecting import packets_in
from cellsecretary.exchange.stick_copy import FOLDER, copied, proven
from cellsecretary.rules import bundled
from cellsecretary.store import Book, BookError, Fault
from cellsecretary.store.records import cell_record
from tests.exchange.test_delivery import tmpfs

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

__all__ = ["tmpfs"]

DAY = dt.date(2026, 11, 26)
NAME = "Chi bộ thôn Suối Nhùng"


def test_a_copy_opens_as_the_book_that_it_is_of(book: Book, tmp_path: Path) -> None:
    copy = copied(book, NAME, DAY)
    (tmp_path / "there.chibo").write_bytes(proven(copy))
    with closing(Book.open(tmp_path / "there.chibo", bundled())) as there:
        assert cell_record(there) == cell_record(book)
        assert there.head() == book.head()


def test_it_is_named_by_cell_and_day_and_takes_no_name_that_is_there(
    book: Book, tmp_path: Path
) -> None:
    copy = copied(book, NAME, DAY)
    folder = tmp_path / FOLDER
    folder.mkdir()
    for name in (
        "ChiBoThonSuoiNhung_2026-11-26.chibo",
        "ChiBoThonSuoiNhung_2026-11-26-2.chibo",
        "ChiBoThonSuoiNhung_2026-11-26-3.chibo",
    ):
        assert copy.file_name(tmp_path) == name
        (folder / name).write_bytes(b"x")
    assert replace(copy, name="…").file_name(tmp_path) == "SaoLuu_2026-11-26.chibo"


def test_a_copy_that_its_own_history_did_not_make_does_not_leave(book: Book) -> None:
    copy = copied(book, NAME, DAY)
    name = cell_record(book).members[0].name.encode()
    assert name in copy.content
    other = replace(copy, content=copy.content.replace(name, b"x" * len(name)))
    with pytest.raises(BookError) as wrong:
        proven(other)
    assert wrong.value.fault is Fault.DAMAGED


def test_a_computer_without_room_for_a_moment_copies_nothing(
    book: Book, tmpfs: Callable[[str], Path], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """The copy is proven on the computer first, in the folder for what passes."""
    copy = copied(book, NAME, DAY)
    full, gone = tmpfs("size=16k"), tmp_path / "gone"
    for place, fault in ((full, Fault.FULL), (gone, Fault.UNREACHABLE)):
        monkeypatch.setattr(tempfile, "tempdir", str(place))
        for act in (lambda: copied(book, NAME, DAY), lambda: proven(copy)):
            with pytest.raises(BookError) as wrong:
                act()
            assert wrong.value.fault is fault
    assert list(full.iterdir()) == []


def test_a_copy_of_the_board_on_a_stick_is_not_collected_as_another_board(tmp_path: Path) -> None:
    (tmp_path / FOLDER).mkdir()
    copy = tmp_path / FOLDER / "Xa_2026-11-26.bangxa"
    copy.write_bytes(b"x")
    other = tmp_path / "Huyen.bangxa"
    other.write_bytes(b"x")
    assert list(packets_in([tmp_path])) == [other]
    assert list(packets_in([tmp_path / FOLDER])) == [copy], "whoever points at it means it"


@pytest.mark.parametrize(
    ("last", "due"),
    [
        (None, True),
        (dt.date(2026, 11, 26), False),
        (dt.date(2026, 10, 26), False),
        (dt.date(2026, 10, 25), True),
        (dt.date(2026, 11, 27), True),
    ],
)
def test_a_copy_is_due_when_the_last_one_is_more_than_a_month_old(
    last: dt.date | None, due: bool
) -> None:
    assert is_stick_copy_due(last, DAY) is due


def test_the_last_day_of_a_short_month_counts_as_a_month() -> None:
    assert not is_stick_copy_due(dt.date(2026, 1, 31), dt.date(2026, 2, 28))
    assert is_stick_copy_due(dt.date(2026, 1, 31), dt.date(2026, 3, 1))
