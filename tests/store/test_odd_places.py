"""Books of odd names and at odd places are kept as safe as any other."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from contextlib import closing
from pathlib import Path, PureWindowsPath
from tempfile import TemporaryDirectory

import pytest
from PySide6.QtCore import QObject

from cellsecretary.rules import bundled
from cellsecretary.store import Book
from cellsecretary.store.backups import Backups
from cellsecretary.store.journal import journal_files, way_to
from cellsecretary.store.lock import InUse, WriterLock, lock_file
from cellsecretary.store.recovering import recover, restore
from cellsecretary.ui.keeping import _Check
from tests.building import AFTER
from tests.store.test_backups import HOUR, change
from tests.store.test_recovering import followed, rows, spoil


@pytest.mark.parametrize("name", ["SO.CHIBO", "so", "so.chibo.bak", "sổ 'a' %41 #b?.chibo"])
def test_copies_of_a_book_of_any_name_are_found_again(
    book: Book, tmp_path: Path, name: str
) -> None:
    if sys.platform == "win32" and "?" in name:
        pytest.skip("no name there")
    place = tmp_path / "odd" / name
    place.parent.mkdir()
    shutil.copyfile(book.path, place)
    with closing(Book.open(place, bundled())) as odd:
        backups = Backups.of(tmp_path / "backups", odd)
        made = backups.make(odd, AFTER)
        assert backups.all() == (made,)
        assert backups.make(odd, AFTER + HOUR) is None


@pytest.mark.skipif(sys.platform != "linux", reason="names are bytes on Linux alone")
def test_a_name_that_is_no_text_is_written_down(book: Book, tmp_path: Path) -> None:
    place = tmp_path / os.fsdecode(b"s\xf4.chibo")
    shutil.copyfile(book.path, place)
    with closing(Book.open(place, bundled())) as odd:
        backups = Backups.of(tmp_path / "backups", odd)
        followed(odd, backups)
        assert backups.make(odd, AFTER) is not None
        change(odd, "Nhà ông Hai")
        assert odd.follower is not None
        assert odd.follower.fault is None
        assert way_to(journal_files(backups.folder))[-1].hash == odd.head()[1]


def test_a_book_is_made_again_where_a_link_leads(book: Book, tmp_path: Path) -> None:
    link = tmp_path / "desk" / "link.chibo"
    link.parent.mkdir()
    try:
        link.symlink_to(book.path)
    except OSError:
        pytest.skip("no links here")
    backups = Backups.of(tmp_path / "backups", book)
    followed(book, backups)
    backups.make(book, AFTER)
    change(book, "Nhà ông Hai")
    before = rows(book)
    book.close()
    spoil(book.path)
    found = recover(link, Book, backups, bundled(), AFTER)
    assert link.is_symlink()
    assert found.kept is not None
    assert found.kept.parent == book.path.parent
    with closing(Book.open(book.path, bundled())) as again:
        assert rows(again) == before


def test_copies_of_another_cell_at_the_same_place_are_not_taken(
    book: Book, practice: Book, tmp_path: Path
) -> None:
    # The older book was deleted, and another one begun under its name.
    folder, place = tmp_path / "backups", book.path
    first, second = sorted((book, practice), key=lambda one: one.backup_name)
    for number, one in enumerate((first, second)):
        there = Backups(folder, one.backup_name, place)
        made = there.make(one, AFTER + number * HOUR)
        assert made is not None
        os.utime(made.path, (1e9 + number, 1e9 + number))
    beside = Backups.beside(folder, place)
    assert beside is not None
    assert beside.folder == Backups(folder, second.backup_name, place).folder


def test_the_address_of_a_file_on_a_server_is_one_that_sqlite_knows() -> None:
    from cellsecretary.store.connecting import address

    server = PureWindowsPath(r"\\server\chung\sổ.chibo")
    assert address(server).startswith("file:////server/chung/s")
    assert address(PureWindowsPath("C:/so.chibo")) == "file:///C:/so.chibo"


@pytest.mark.skipif(not hasattr(os, "seteuid") or os.geteuid() != 0, reason="needs two accounts")
def test_a_lock_of_another_account_holds_and_a_left_one_is_taken(book: Book) -> None:
    with TemporaryDirectory() as folder:
        shared = Path(folder, "so.chibo")
        shutil.copyfile(book.path, shared)
        shared.chmod(0o666)
        shared.parent.chmod(0o777)
        lock = WriterLock(shared, AFTER)
        os.seteuid(65534)
        try:
            with pytest.raises(InUse) as wrong:
                WriterLock(shared, AFTER)
            assert wrong.value.holder is not None
            os.seteuid(0)
            content = lock_file(shared).read_bytes()
            lock.release()
            lock_file(shared).write_bytes(content)  # as a process that was killed leaves it
            os.seteuid(65534)
            other = WriterLock(shared, AFTER)
            os.seteuid(0)
            with pytest.raises(InUse):
                WriterLock(shared, AFTER)
            other.release()
        finally:
            os.seteuid(0)


@pytest.mark.skipif(os.name != "posix", reason="modes are of POSIX")
def test_a_book_that_is_shared_stays_so_when_it_is_made_again(book: Book, tmp_path: Path) -> None:
    backups = Backups.of(tmp_path / "backups", book)
    made = backups.make(book, AFTER)
    assert made is not None
    book.close()
    book.path.chmod(0o660)
    restore(book.path, Book, made.path, bundled())
    assert book.path.stat().st_mode & 0o777 == 0o660


@pytest.mark.skipif(os.name != "posix", reason="locks of POSIX end with any handle")
@pytest.mark.parametrize("book", ["plain"], indirect=True)
def test_a_check_beside_an_act_does_not_let_others_write(book: Book) -> None:
    book.connection.execute("begin immediate")
    parent = QObject()
    _Check(book, parent).run()
    other = (
        "import sqlite3, sys\n"
        "sqlite3.connect(sys.argv[1], timeout=0, isolation_level=None).execute('begin immediate')"
    )
    ended = subprocess.run(
        [sys.executable, "-c", other, str(book.path)], capture_output=True, text=True, check=False
    )
    assert "locked" in ended.stderr
    book.connection.execute("rollback")
