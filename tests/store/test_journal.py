"""The journal goes on whatever a disk or another program does to it, and says what it lacks."""

from __future__ import annotations

import errno
import os
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from cellsecretary.rules import bundled
from cellsecretary.store import Book, Fault
from cellsecretary.store.backups import Backups
from cellsecretary.store.journal import journal_files, prune, way_to
from cellsecretary.store.recovering import rebuilds, recover
from tests.building import AFTER, begun_book
from tests.encrypted import raw
from tests.store.test_backups import HOUR, change
from tests.store.test_recovering import followed

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture
def book(tmp_path: Path) -> Iterator[Book]:
    """Give a small book."""
    with closing(begun_book(tmp_path / "so.chibo")) as book:
        yield book


@pytest.fixture
def backups(tmp_path: Path, book: Book) -> Backups:
    return Backups.of(tmp_path / "backups", book)


def test_a_book_that_another_program_holds_just_then_is_written_down_with_the_next_act(
    book: Book, backups: Backups
) -> None:
    followed(book, backups)
    journal = book.follower
    assert journal is not None
    book.follower = None
    change(book, "Nhà ông Hai")
    book.connection.execute("pragma busy_timeout = 1")
    with closing(raw(book.path)) as other:
        other.execute("begin exclusive")
        journal.catch_up(book)
        other.execute("rollback")
    assert journal.fault is not None
    assert journal.fault.fault is Fault.LOCKED
    assert way_to(journal_files(backups.folder))[-1].hash != book.head()[1]
    book.follower = journal
    change(book, "Nhà bà Ba")
    assert journal.fault is None
    assert way_to(journal_files(backups.folder))[-1].hash == book.head()[1]


def test_a_full_file_is_followed_by_the_next_and_goes_when_no_copy_needs_it(
    book: Book, backups: Backups, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("cellsecretary.store.journal.LARGEST", 2000)
    followed(book, backups)
    for number in range(12):
        change(book, f"Nhà {number}")
    files = journal_files(backups.folder)
    assert [file.serial for file in files] == list(range(1, len(files) + 1))
    assert len(files) > 2
    assert len(way_to(files)) == book.last_step(), "each goes on where the one before it ends"
    second = files[1]
    prune(backups.folder, second.last[0] - 1)
    assert [file.serial for file in journal_files(backups.folder)] == [
        file.serial for file in files[1:]
    ]
    prune(backups.folder, book.last_step())
    assert journal_files(backups.folder) == files[-1:], "the one that is written stays"


def test_older_copies_go_and_the_journal_before_them_with_them(
    book: Book, backups: Backups, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("cellsecretary.store.journal.LARGEST", 1)
    followed(book, backups)
    made = []
    for hours in range(3):
        change(book, f"Nhà {hours}")
        made.append(backups.make(book, AFTER + hours * HOUR))
    assert backups.all() == tuple(made)
    before = journal_files(backups.folder)[0]
    assert made[0] is not None
    assert before.after <= made[0].step
    change(book, "Nhà bà Ba")
    later = backups.make(book, AFTER + 24 * 7 * HOUR)
    assert later is not None
    assert backups.all() == (made[-1], later), "of a day of long ago the last alone is kept"
    assert not before.path.exists()
    assert rebuilds(book, backups) == made[-1]


def test_a_first_line_that_was_spoilt_costs_no_other(book: Book, backups: Backups) -> None:
    followed(book, backups)
    change(book, "Nhà ông Hai")
    head, path = book.head(), journal_files(backups.folder)[-1].path
    data = path.read_bytes()
    path.write_bytes(b"#" * data.index(b"\n") + data[data.index(b"\n") :])
    book.close()
    book.path.unlink()
    assert recover(book.path, Book, backups, bundled(), AFTER).is_all
    with closing(Book.open(book.path, bundled())) as again:
        assert again.head() == head


def test_a_file_that_the_disk_does_not_give_is_left_out(
    book: Book, backups: Backups, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("cellsecretary.store.journal.LARGEST", 1)
    followed(book, backups)
    copy = backups.make(book, AFTER)
    for number in range(3):
        change(book, f"Nhà {number}")
    first, *others = journal_files(backups.folder)
    honest = Path.read_text

    def bad_sector(self: Path, *told: object, **more: object) -> str:
        if self == first.path:
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        return honest(self, *told, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(Path, "read_text", bad_sector)
    assert journal_files(backups.folder) == others
    # Since the copy nothing is missing.
    assert rebuilds(book, backups) == copy
