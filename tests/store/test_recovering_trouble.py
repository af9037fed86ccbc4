"""What stands in the way when a book is made again, and that nothing is lost by it."""

from __future__ import annotations

import errno
import os
import shutil
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from cellsecretary.core.change import Act
from cellsecretary.rules import bundled
from cellsecretary.store import Book, BookError, Fault
from cellsecretary.store.backups import Backups
from cellsecretary.store.board import Board
from cellsecretary.store.connecting import journal_of
from cellsecretary.store.engine import CAN_ENCRYPT
from cellsecretary.store.file_key import unlocked
from cellsecretary.store.journal import journal_files
from cellsecretary.store.key_file import key_file
from cellsecretary.store.records import cell_record
from cellsecretary.store.recovering import rebuilds, recover, restore
from cellsecretary.store.step_line import Entry, StepLine
from tests.building import AFTER, begun_book
from tests.encrypted import raw
from tests.exchange.test_collecting import month, stick, take
from tests.small_disks import fill_up
from tests.store.test_backups import HOUR, change
from tests.store.test_checking import plant
from tests.store.test_recovering import followed, spoil

if TYPE_CHECKING:
    from cellsecretary.store.backup_file import Backup
    from tests.encrypted import Encrypted

posix = pytest.mark.skipif(os.name != "posix", reason="links and small disks are of POSIX")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Give a book at "Nhà ông Hai", with a copy from before it went there, and a journal."""
    path = tmp_path / "so.chibo"
    with closing(begun_book(path)) as book:
        backups = Backups.of(tmp_path / "backups", book)
        followed(book, backups)
        assert backups.make(book, AFTER) is not None
        change(book, "Nhà ông Hai")
    return path


@pytest.fixture
def backups(path: Path, tmp_path: Path) -> Backups:
    found = Backups.beside(tmp_path / "backups", path)
    assert found is not None
    return found


def copy_in(backups: Backups) -> Backup:
    (copy,) = backups.all()
    return copy


def place_of(path: Path) -> str:
    with closing(Book.open(path, bundled())) as book:
        return cell_record(book).cell.place


def no_links(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the disk give one name to a file only, as a stick does."""

    def refused(*_told: object, **_more: object) -> None:
        raise OSError(errno.EPERM, os.strerror(errno.EPERM))

    monkeypatch.setattr(os, "link", refused)


def half_done(path: Path) -> bytes:
    """Leave half an act in a book, as a power cut does; give what the file itself holds then."""
    kept = path.with_name("kept")
    kept.mkdir()
    with closing(raw(path)) as conn:
        conn.execute("pragma cache_size = 1")
        conn.execute("begin immediate")
        conn.execute("update cells set place = 'half of an act'")
        conn.execute("create table ballast (text text)")
        for _ in range(40):
            conn.execute("insert into ballast values (zeroblob(4000))")
        for one in (path, journal_of(path)):
            shutil.copyfile(one, kept / one.name)
    for one in kept.iterdir():
        one.replace(path.with_name(one.name))
    kept.rmdir()
    assert journal_of(path).stat().st_size > 0
    return path.read_bytes()


# What is kept of what was there


def test_a_book_spoilt_twice_in_one_second_is_kept_twice(path: Path, backups: Backups) -> None:
    kept = []
    for content in (b"spoilt once", b"spoilt again", b"and again"):
        path.write_bytes(content)
        found = recover(path, Book, backups, bundled(), AFTER)
        assert found.kept is not None
        assert found.kept.read_bytes() == content
        kept.append(found.kept.name)
        assert place_of(path) == "Nhà ông Hai"
    stem = f"so.{AFTER:%Y-%m-%d_%H%M%S}"
    assert kept == [f"{stem}.damaged", f"{stem}-2.damaged", f"{stem}-3.damaged"]


@posix
def test_on_a_stick_without_links_the_damaged_file_is_kept_all_the_same(
    path: Path, backups: Backups, monkeypatch: pytest.MonkeyPatch
) -> None:
    spoil(path)
    before = path.read_bytes()
    no_links(monkeypatch)
    found = recover(path, Book, backups, bundled(), AFTER)
    assert found.kept is not None
    assert found.kept.read_bytes() == before
    assert place_of(path) == "Nhà ông Hai"


@posix
def test_where_there_is_no_room_to_keep_it_nothing_is_touched(
    path: Path, backups: Backups, small_disk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = small_disk / "so.chibo"
    shutil.copyfile(path, place)
    size = place.stat().st_size
    film = fill_up(small_disk, but=size * 3 // 2)
    no_links(monkeypatch)
    with pytest.raises(BookError) as wrong:
        restore(place, Book, copy_in(backups).path, bundled(), AFTER)
    assert wrong.value.fault is Fault.FULL
    assert sorted(small_disk.iterdir()) == [film, place]
    assert place.read_bytes() == path.read_bytes()
    film.unlink()


def test_a_book_with_half_an_act_is_whole_by_itself_before_a_copy_comes_into_its_place(
    path: Path, backups: Backups, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    half_done(path)
    seen = tmp_path / "seen.chibo"

    def cut(_part: Path, target: Path) -> None:
        # The journal is away already: if the power goes now, the file has to do without it.
        assert not journal_of(target).exists()
        shutil.copyfile(target, seen)
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", cut)
        with pytest.raises(BookError) as wrong:
            restore(path, Book, copy_in(backups).path, bundled())
    assert wrong.value.fault is Fault.UNREACHABLE
    for one in (seen, path):
        assert place_of(one) == "Nhà ông Hai"
    restore(path, Book, copy_in(backups).path, bundled())
    assert place_of(path) != "Nhà ông Hai"
    assert not journal_of(path).exists()


# What it is made of


def test_a_copy_that_is_sound_to_sqlite_alone_is_none(path: Path, backups: Backups) -> None:
    copy = copy_in(backups).path
    plant(copy, "update cells set place = 'Nhà kẻ lạ'")
    before = path.read_bytes()
    with pytest.raises(BookError) as wrong:
        restore(path, Book, copy, bundled())
    assert (wrong.value.fault, wrong.value.path) == (Fault.DAMAGED, copy)
    assert path.read_bytes() == before
    with closing(Book.open(path, bundled())) as book, pytest.raises(BookError) as wrong:
        rebuilds(book, backups)
    assert (wrong.value.fault, wrong.value.path) == (Fault.DAMAGED, copy)
    path.unlink()
    # The journal has everything from the first step: no copy is needed.
    found = recover(path, Book, backups, bundled(), AFTER)
    assert (found.backup, found.is_all) == (None, True)
    assert place_of(path) == "Nhà ông Hai"


def test_a_copy_of_a_later_program_says_so_and_is_not_called_spoilt(
    path: Path, backups: Backups
) -> None:
    copy = copy_in(backups).path
    plant(copy, f"pragma user_version = {Book.schema.version + 1}")
    spoil(path)
    before = path.read_bytes()
    with pytest.raises(BookError) as wrong:
        recover(path, Book, backups, bundled(), AFTER)
    assert (wrong.value.fault, wrong.value.path) == (Fault.TOO_NEW, copy)
    assert path.read_bytes() == before


def test_acts_of_a_later_program_in_a_journal_make_nothing_again(
    path: Path, backups: Backups
) -> None:
    # Without a copy there is nothing but steps that this program cannot do.
    copy_in(backups).path.unlink()
    files = journal_files(backups.folder)
    entry = Entry("songs", "1", None, '{"id":"1","title":"Quốc tế ca"}')
    line = StepLine(1, "2026-11-20T09:00:00", "", "do", 1, "sing", "[]", (entry,), "")
    text = replace(line, hash=line.computed()).text()
    files[-1].path.write_text(f'{{"after": 0, "hash": ""}}\n{text}\n', encoding="utf-8")
    path.write_bytes(b"spoilt")
    with pytest.raises(BookError) as wrong:
        recover(path, Book, backups, bundled(), AFTER)
    assert wrong.value.fault is Fault.DAMAGED
    assert path.read_bytes() == b"spoilt"


def test_what_went_on_apart_from_the_only_copy_is_not_put_onto_it(
    path: Path, backups: Backups, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("cellsecretary.store.journal.MOST_AT_FIRST", 0)
    apart = path.with_name("apart.chibo")
    shutil.copyfile(copy_in(backups).path, apart)
    with closing(Book.open(apart, bundled())) as book:
        change(book, "Nhà bà Ba")
        change(book, "Nhà bà Tư")
        shutil.copyfile(apart, copy_in(backups).path)
        name = copy_in(backups).path.name.partition("_")[0]
        copy = copy_in(backups).path.rename(
            backups.folder / f"{name}_090000_{book.last_step()}-{book.state_code()}.chibo"
        )
    with closing(Book.open(path, bundled())) as book:
        for number in range(3):
            change(book, f"Nhà {number}")
            followed(book, backups)
    first = journal_files(backups.folder)[0].path
    text = first.read_text(encoding="utf-8").splitlines(keepends=True)
    first.write_text("".join(text[:1] + text[3:]), encoding="utf-8")
    path.unlink()
    found = recover(path, Book, backups, bundled(), AFTER)
    assert found.backup is not None
    assert (found.backup.path, found.steps, found.is_all) == (copy, 0, False)
    assert place_of(path) == "Nhà bà Tư"


def test_what_packets_brought_after_the_last_copy_is_not_made_up(tmp_path: Path) -> None:
    path = tmp_path / "xa.bangxa"
    with closing(Board.create(path, bundled())) as board:
        backups = Backups.of(tmp_path / "backups", board)
        board.follower = backups.journal
        take(board, *stick(tmp_path, month(9)))
        assert backups.make(board, AFTER) is not None
        board.follower.catch_up(board)
        at_copy = board.head()
        take(board, *stick(tmp_path, month(10)))
        assert [step.act for step in board.steps(1)] == [Act.COLLECT]
    path.unlink()
    found = recover(path, Board, backups, bundled(), AFTER + HOUR)
    assert (found.steps, found.is_all) == (0, False)
    with closing(Board.open(path, bundled())) as board:
        assert board.head() == at_copy
        assert len(board.versions()) == 1


# The key of a locked one


@pytest.mark.skipif(not CAN_ENCRYPT, reason="sqlcipher3 is not installed")
def test_with_a_spoilt_key_file_a_locked_book_is_not_made_plain(
    locked: Encrypted, tmp_path: Path
) -> None:
    unlocked.add(locked.key)
    with closing(Book.open(locked.path, bundled())) as book:
        backups = Backups.of(tmp_path / "backups", book)
        made = backups.make(book, AFTER)
    assert made is not None
    place = key_file(locked.path)
    place.write_bytes(b"{")
    before = locked.path.read_bytes()
    for act in (
        lambda: recover(locked.path, Book, backups, bundled(), AFTER),
        lambda: restore(locked.path, Book, made.path, bundled()),
    ):
        with pytest.raises(BookError) as wrong:
            act()
        assert (wrong.value.fault, wrong.value.path) == (Fault.KEYS_UNUSABLE, place)
        assert locked.path.read_bytes() == before


@pytest.mark.skipif(not CAN_ENCRYPT, reason="sqlcipher3 is not installed")
def test_no_copy_is_put_where_there_is_no_room_for_what_opens_it(
    locked: Encrypted, small_disk: Path
) -> None:
    unlocked.add(locked.key)
    film = fill_up(small_disk)
    with pytest.raises(BookError) as wrong:
        restore(small_disk / "so.chibo", Book, locked.path, bundled())
    assert wrong.value.fault is Fault.FULL
    assert list(small_disk.iterdir()) == [film]
