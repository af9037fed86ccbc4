"""A file is opened as it can be, and whoever cannot open it leaves it as it was."""

from __future__ import annotations

import shutil
import subprocess
from contextlib import closing
from typing import TYPE_CHECKING, Any

import pytest

from cellsecretary.rules import bundled
from cellsecretary.store import Book, BookError, Fault
from cellsecretary.store.backups import Backups
from cellsecretary.store.board import Board
from cellsecretary.store.engine import sqlite3
from cellsecretary.store.lock import InUse, WriterLock, lock_file
from cellsecretary.store.opening import Looking, Opening
from cellsecretary.store.records import cell_record
from tests.building import AFTER
from tests.small_disks import fill_up
from tests.store.test_backups import change
from tests.store.test_checking import plant
from tests.store.test_released import OLD, rows, unpacked

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

plain = pytest.mark.parametrize("book", ["plain"], indirect=True)


@pytest.fixture
def opening(tmp_path: Path) -> Opening:
    return Opening(lambda: tmp_path / "backups", bundled, lambda: AFTER)


def copied(book: Book, tmp_path: Path) -> Path:
    """Make a copy among the backups, let the book go on, and close it; give the copy."""
    made = Backups.of(tmp_path / "backups", book).make(book, AFTER)
    assert made is not None
    change(book, "Nhà ông Hai")
    book.close()
    return made.path


def place_of(path: Path) -> str:
    with closing(Book.look(path, bundled())) as book:
        return cell_record(book).cell.place


@plain
def test_on_a_stick_that_is_write_protected_a_book_is_looked_at(
    book: Book, small_disk: Path, opening: Opening
) -> None:
    before = cell_record(book)
    path = small_disk / book.path.name
    shutil.copyfile(book.path, path)
    subprocess.run(["mount", "-o", "remount,ro", str(small_disk)], check=True)
    with closing(opening.write(Book, path)) as opened:
        assert (opened.looking, opened.lock) == (Looking.READ_ONLY, None)
        assert isinstance(opened.ledger, Book)
        assert cell_record(opened.ledger) == before
        with pytest.raises(BookError) as wrong:
            change(opened.ledger, "Nhà ông Hai")
        assert wrong.value.fault is Fault.LOOK_ONLY
    assert list(small_disk.iterdir()) == [path]


@plain
def test_whatever_ends_the_opening_lets_others_write(book: Book, tmp_path: Path) -> None:
    def ended() -> Any:  # noqa: ANN401 - it never gives anything
        raise KeyboardInterrupt

    book.close()
    ending = Opening(lambda: tmp_path / "backups", ended, lambda: AFTER)
    for way in (ending.write, ending.write_as_it_is):
        with pytest.raises(KeyboardInterrupt):
            way(Book, book.path)
        WriterLock(book.path, AFTER).release()


@plain
def test_an_open_file_knows_itself_by_any_of_its_names(
    book: Book, tmp_path: Path, opening: Opening
) -> None:
    link = tmp_path / "link.chibo"
    try:
        link.symlink_to(book.path)
    except OSError:
        pytest.skip("no links here")
    with closing(opening.look(Book, book.path)) as opened:
        assert opened.is_of(link)
        assert not opened.is_of(tmp_path / "other.chibo")


@plain
def test_a_file_without_a_sound_head_is_ours_when_it_has_copies(
    book: Book, tmp_path: Path, opening: Opening
) -> None:
    assert not opening.has_copies(book.path)
    copied(book, tmp_path)
    assert opening.has_copies(book.path)
    spoilt = b"x" * 100 + book.path.read_bytes()[100:]
    book.path.write_bytes(spoilt)
    with pytest.raises(BookError) as wrong:
        opening.write_as_it_is(Book, book.path)
    assert wrong.value.fault in (Fault.NOT_A_BOOK, Fault.DAMAGED)
    assert book.path.read_bytes() == spoilt
    with closing(opening.write(Book, book.path)) as opened:
        assert opened.recovered is not None
        assert opened.recovered.kept is not None
        assert opened.recovered.kept.read_bytes() == spoilt


@plain
def test_a_file_without_a_sound_head_and_without_copies_is_anybodys(
    book: Book, opening: Opening
) -> None:
    book.close()
    spoilt = b"x" * 100 + book.path.read_bytes()[100:]
    book.path.write_bytes(spoilt)
    for again, fault in ((False, Fault.NOT_A_BOOK), (True, Fault.DAMAGED)):
        with pytest.raises(BookError) as wrong:
            opening.write(Book, book.path, again=again)
        assert wrong.value.fault is fault
        assert book.path.read_bytes() == spoilt
        assert not lock_file(book.path).exists()


@pytest.mark.parametrize("is_sound", [True, False])
def test_a_file_of_an_earlier_program_is_kept_as_it_was_sound_or_not(
    tmp_path: Path, opening: Opening, is_sound: bool
) -> None:
    kind, path = unpacked(tmp_path, OLD[-1])
    if not is_sound:
        plant(path, "update members set name = name || '.'")
    before = rows(path)
    with closing(opening.write(kind, path)) as opened:
        assert opened.backups is not None
        (copy,) = opened.backups.all()
    assert rows(copy.path) == before
    assert rows(path) != before


@plain
def test_a_copy_takes_the_place_of_a_file_that_nobody_has_open(
    book: Book, tmp_path: Path, opening: Opening
) -> None:
    place = cell_record(book).cell.place
    copy = copied(book, tmp_path)
    at_work = WriterLock(book.path, AFTER)
    with pytest.raises(InUse):
        opening.restore(Book, book.path, copy)
    assert place_of(book.path) == "Nhà ông Hai"
    at_work.release()
    opening.restore(Book, book.path, copy)
    assert place_of(book.path) == place
    assert not lock_file(book.path).exists()


@plain
def test_what_was_there_before_a_copy_is_kept_among_the_copies_or_beside(
    book: Book, tmp_path: Path, opening: Opening
) -> None:
    copy = copied(book, tmp_path)
    kept = opening.bring_back(book.path, copy)
    assert kept is not None
    assert (kept.parent, place_of(kept)) == (copy.parent, "Nhà ông Hai")
    book.path.write_bytes(b"no book any more")
    beside = opening.bring_back(book.path, copy)
    assert beside is not None
    assert beside.read_bytes() == b"no book any more"
    book.path.unlink()
    assert opening.bring_back(book.path, copy) is None
    assert place_of(book.path) != "Nhà ông Hai"


# A new file


def insist_on_new(kind: type[Book | Board], path: Path) -> None:
    with closing(kind.create(path, bundled())) as made:
        assert made.last_step() == 0
        assert made.values("pragma integrity_check") == ["ok"]


def test_a_file_that_a_power_cut_left_empty_is_no_obstacle(tmp_path: Path) -> None:
    path = tmp_path / "so.chibo"
    path.touch()
    assert Book.is_left_over(path)
    insist_on_new(Book, path)


def test_nor_is_one_whose_very_first_act_is_half_done(tmp_path: Path) -> None:
    path, kept = tmp_path / "so.chibo", tmp_path / "kept"
    kept.mkdir()
    with closing(sqlite3.connect(path, isolation_level=None)) as conn:
        conn.execute("pragma cache_size = 1")
        conn.execute("begin immediate")
        conn.execute("create table ballast (text text)")
        for _ in range(40):
            conn.execute("insert into ballast values (zeroblob(4000))")
        for one in (path, path.with_name("so.chibo-journal")):
            shutil.copyfile(one, kept / one.name)
    for one in kept.iterdir():
        one.replace(path.with_name(one.name))
    assert path.stat().st_size > 0
    assert Book.is_left_over(path)
    insist_on_new(Book, path)
    assert sorted(one.name for one in tmp_path.glob("so*")) == ["so.chibo"]


@plain
def test_a_file_with_something_in_it_is_not_left_over(book: Book, tmp_path: Path) -> None:
    assert not Book.is_left_over(book.path)
    assert not Board.is_left_over(book.path)
    assert not Book.is_left_over(tmp_path)
    with closing(Board.create(tmp_path / "new.bangxa", bundled())):
        pass
    assert Board.is_left_over(tmp_path / "new.bangxa"), "it was made, and nothing came of it"
    assert not Book.is_left_over(tmp_path / "new.bangxa"), "it is of another kind"


def test_on_a_full_disk_no_file_is_made(small_disk: Path) -> None:
    film = fill_up(small_disk, but=64 * 1024)
    with pytest.raises(BookError) as wrong:
        Book.create(small_disk / "so.chibo", bundled())
    assert wrong.value.fault is Fault.FULL
    assert list(small_disk.iterdir()) == [film]


def test_where_no_file_can_be_none_is_made(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    for path in (tmp_path / "file" / "so.chibo", tmp_path / "nowhere" / "so.chibo"):
        with pytest.raises(BookError) as wrong:
            Book.create(path, bundled())
        assert wrong.value.fault is Fault.UNREACHABLE


@pytest.mark.parametrize("way", [Book.open, Book.look])
def test_a_file_that_was_never_begun_is_no_book(tmp_path: Path, way: Callable[..., object]) -> None:
    path = tmp_path / "so.chibo"
    Book.create(path, bundled()).close()
    with pytest.raises(BookError) as wrong:
        way(path, bundled())
    assert wrong.value.fault is Fault.NOT_A_BOOK


def test_a_folder_of_that_name_is_told(tmp_path: Path) -> None:
    (tmp_path / "so.chibo").mkdir()
    with pytest.raises(BookError) as wrong:
        Book.open(tmp_path / "so.chibo", bundled())
    assert wrong.value.fault is Fault.UNREACHABLE


# A file that goes away while it is open


@pytest.mark.skipif("os.name != 'posix'", reason="what is open stays there on Windows")
@plain
@pytest.mark.parametrize("by_another", [False, True])
def test_an_act_is_refused_when_the_name_leads_elsewhere(
    book: Book, tmp_path: Path, by_another: bool
) -> None:
    aside = tmp_path / "aside"
    book.path.rename(aside)
    if by_another:
        shutil.copyfile(aside, book.path)
    before = aside.read_bytes()
    with pytest.raises(BookError) as wrong:
        change(book, "Nhà ông Hai")
    assert wrong.value.fault is (Fault.REPLACED if by_another else Fault.GONE)
    assert aside.read_bytes() == before
    assert book.path.exists() is by_another
    if not by_another:
        aside.rename(book.path)
        change(book, "Nhà ông Hai")
        assert cell_record(book).cell.place == "Nhà ông Hai"
