"""A backup is there only when it was proven, and no older one goes before that."""

from __future__ import annotations

import datetime as dt
import os
from contextlib import closing
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from cellsecretary.core.operations.cell import change_cell
from cellsecretary.rules import bundled
from cellsecretary.store import Book, BookError, Fault
from cellsecretary.store.backup_file import backup_of
from cellsecretary.store.backups import Backups
from cellsecretary.store.key_file import OF_COPIES
from cellsecretary.store.records import cell_record
from tests.building import AFTER, carry_out, record_of
from tests.encrypted import raw

if TYPE_CHECKING:
    from pathlib import Path

HOUR = dt.timedelta(hours=1)


def change(book: Book, place: str) -> None:
    register = cell_record(book)
    carry_out(book, change_cell, register, replace(register.cell, place=place))


@pytest.fixture
def backups(tmp_path: Path, book: Book) -> Backups:
    return Backups.of(tmp_path / "backups", book)


def there(backups: Backups) -> list[str]:
    """Name what lies in the folder of the copies, besides what opens those of a locked book."""
    names = [path.name for path in backups.folder.iterdir()]
    return [name for name in names if name != OF_COPIES]


def test_a_backup_opens_as_the_book_that_it_is_of(backups: Backups, book: Book) -> None:
    made = backups.make(book, AFTER)
    assert made is not None
    assert backups.all() == (made,)
    assert made.step == book.last_step()
    assert there(backups) == [made.path.name]
    with closing(Book.open(made.path, bundled())) as copy:
        assert record_of(copy) == record_of(book)
        assert cell_record(copy) == cell_record(book)
    if os.name == "posix":
        assert made.path.stat().st_mode & 0o777 == 0o600
        assert backups.folder.stat().st_mode & 0o777 == 0o700


def test_without_a_change_there_is_nothing_to_copy(backups: Backups, book: Book) -> None:
    assert backups.make(book, AFTER)
    assert backups.make(book, AFTER + HOUR) is None
    change(book, "Nhà ông Hai")
    assert backups.make(book, AFTER + HOUR)
    assert len(backups.all()) == 2


def test_copies_of_a_book_that_went_on_apart_are_both_kept(
    backups: Backups, book: Book, tmp_path: Path
) -> None:
    book.copy_to(tmp_path / "stick.chibo")
    change(book, "Nhà ông Hai")
    assert backups.make(book, AFTER)
    with closing(Book.open(tmp_path / "stick.chibo", bundled())) as other:
        change(other, "Nhà bà Ba")
        assert other.last_step() == book.last_step()
        assert backups.make(other, AFTER + HOUR)
    assert len(backups.all()) == 2


def test_a_wrong_clock_makes_no_copy_of_what_did_not_change(backups: Backups, book: Book) -> None:
    assert backups.make(book, AFTER.replace(year=2099))
    assert backups.make(book, AFTER) is None


@pytest.mark.parametrize("book", ["plain"], indirect=True)
def test_a_copy_that_a_failing_disk_left_empty_is_none(backups: Backups, book: Book) -> None:
    first = backups.make(book, AFTER)
    assert first is not None
    first.path.write_bytes(b"")
    second = backups.make(book, AFTER + HOUR)
    assert second is not None
    assert second.step == first.step
    assert backups.make(book, AFTER + 2 * HOUR) is None


def test_what_a_power_cut_left_goes_with_the_next_copy(backups: Backups, book: Book) -> None:
    backups.folder.mkdir(parents=True)
    (backups.folder / "2026-01-01_000000_1-00000000.part").write_text("half")
    assert backups.make(book, AFTER)
    assert len(there(backups)) == 1


@pytest.mark.thorough
def test_older_ones_go_when_a_new_one_is_proven(backups: Backups, book: Book) -> None:
    for day in range(40):
        change(book, f"Nhà {day}")
        backups.make(book, AFTER + dt.timedelta(days=day))
    days = [one.at for one in backups.all()]
    assert 15 < len(days) < 25
    assert days[-1] == AFTER + dt.timedelta(days=39)


def test_a_copy_that_differs_is_not_kept_and_costs_no_older_one(
    backups: Backups, book: Book, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = backups.make(book, AFTER)
    assert first is not None
    change(book, "Nhà ông Hai")
    honest = Book.copy_to

    def flipped(self: Book, path: Path) -> None:
        hashing = "cellsecretary.store.sqlite_file.content_hash"
        monkeypatch.setattr(hashing, lambda conn: str(id(conn)))
        honest(self, path)

    monkeypatch.setattr(Book, "copy_to", flipped)
    with pytest.raises(BookError) as wrong:
        backups.make(book, AFTER + HOUR)
    assert wrong.value.fault is Fault.DAMAGED
    assert there(backups) == [first.path.name]


@pytest.mark.parametrize("book", ["plain"], indirect=True)
def test_a_book_that_was_changed_behind_the_back_is_not_copied(
    backups: Backups, book: Book
) -> None:
    first = backups.make(book, AFTER)
    assert first is not None
    change(book, "Nhà ông Hai")
    with closing(raw(book.path)) as conn:
        conn.execute("update members set name = name || '.' where number = 1")
    with pytest.raises(BookError) as wrong:
        backups.make(book, AFTER + HOUR)
    assert wrong.value.fault is Fault.DAMAGED
    assert there(backups) == [first.path.name]
    assert backups.make(book, AFTER + HOUR, as_it_is=True) is not None


def test_one_changed_letter_in_a_copy_is_noticed(book: Book, tmp_path: Path) -> None:
    from cellsecretary.store.connecting import content_hash

    copy = tmp_path / "copy.chibo"
    book.copy_to(copy)
    with closing(raw(copy)) as there, closing(raw(book.path)) as here:
        assert content_hash(there) == content_hash(here)
        there.execute("begin")
        there.execute("update members set name = name || '.' where number = 1")
        assert content_hash(there) != content_hash(here)
        there.rollback()
        assert content_hash(there) == content_hash(here)
        there.execute("delete from guests where rowid = (select max(rowid) from guests)")
        assert content_hash(there) != content_hash(here)


@pytest.mark.skipif(os.name != "posix", reason="a small disk is a tmpfs")
def test_a_full_disk_leaves_the_older_backups(book: Book, tmp_path: Path) -> None:
    import subprocess

    disk = tmp_path / "disk"
    disk.mkdir()
    size = book.path.stat().st_size * 3 // 2
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", disk], check=False
    )
    if mounted.returncode:
        pytest.skip("this account cannot mount a small disk")
    try:
        backups = Backups(disk, "cell", book.path)
        first = backups.make(book, AFTER)
        assert first is not None
        change(book, "Nhà ông Hai")
        with pytest.raises(BookError) as wrong:
            backups.make(book, AFTER + HOUR)
        assert wrong.value.fault is Fault.FULL
        assert backups.all() == (first,)
        assert len(there(backups)) == 1
    finally:
        subprocess.run(["umount", disk], check=True)


def test_a_place_that_cannot_be_is_told(book: Book, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(BookError):
        Backups(tmp_path / "file", "cell", book.path).make(book, AFTER)


@pytest.mark.parametrize("cell", ["../../etc", "", "a/b", "C:\\x", "\u202e"])
def test_the_id_of_a_strange_cell_leads_nowhere(tmp_path: Path, cell: str) -> None:
    assert Backups(tmp_path, cell, tmp_path / "x.chibo").folder.parent == tmp_path
    assert Backups(tmp_path, cell, tmp_path / "x.chibo").folder.name not in ("", ".", "..")


@pytest.mark.parametrize(
    "name", ["x.chibo", "2026-13-01_000000_1-00000000.chibo", "2026-11-01_000000_1.chibo", "a.txt"]
)
def test_files_of_other_names_are_not_ours(tmp_path: Path, name: str) -> None:
    assert backup_of(tmp_path / name) is None
