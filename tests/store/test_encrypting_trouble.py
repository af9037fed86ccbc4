"""What stands in the way of a lock: full disks, spoilt key files, a power cut, other books."""

from __future__ import annotations

import shutil
import tempfile
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from cellsecretary.rules import bundled
from cellsecretary.store import Book, BookError, Fault
from cellsecretary.store import encrypting as encrypting_module
from cellsecretary.store.backups import Backups
from cellsecretary.store.encrypting import finish
from cellsecretary.store.engine import CAN_ENCRYPT
from cellsecretary.store.file_key import mark_of, unlocked
from cellsecretary.store.journal import is_sealed
from cellsecretary.store.key_file import (
    OF_COPIES,
    key_file,
    new_key,
    new_slots,
    put_signing_secret,
    signing_secret,
    slots_of,
)
from cellsecretary.store.opening import Opening
from tests.building import AFTER, begun_book
from tests.encrypted import PASSWORD
from tests.small_disks import fill_up
from tests.store.test_backups import change

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from cellsecretary.store.file_key import FileKey

pytestmark = pytest.mark.skipif(not CAN_ENCRYPT, reason="sqlcipher3 is not installed")

HEADER = b"SQLite format 3\x00"


@pytest.fixture
def key() -> Iterator[FileKey]:
    """Give a key that is forgotten afterwards."""
    made = new_key()
    yield made
    unlocked.forget(made)


@pytest.fixture(scope="module")
def begun_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a small book, to be copied."""
    path = tmp_path_factory.mktemp("begun") / "so.chibo"
    begun_book(path).close()
    return path


def opening(copies: Path) -> Opening:
    return Opening(lambda: copies, bundled, lambda: AFTER)


def at(place: Path, book: Path, copies: Path, *, with_copy: bool = True) -> Path:
    """Put a plain book at a place, with a journal and a copy; give the folder of these."""
    shutil.copyfile(book, place)
    with closing(opening(copies).write(Book, place)) as opened:
        assert opened.backups is not None
        assert isinstance(opened.ledger, Book)
        if with_copy:
            assert opened.backups.make(opened.ledger, AFTER) is not None
        change(opened.ledger, "Nhà ông Hai")
        return opened.backups.folder


def plain_ones(folder: Path) -> list[Path]:
    """Name the copies and the files of the journal that anybody can read."""
    texts = [one for one in folder.glob("journal-*.txt") if b'"step"' in one.read_bytes()]
    return texts + [one for one in folder.glob("*.chibo") if mark_of(one) == HEADER]


def fault_of(act: Callable[..., object], *told: object) -> tuple[Fault, Path | str]:
    """Give what stands in the way of an act, and where."""
    with pytest.raises(BookError) as wrong:
        act(*told)
    return wrong.value.fault, wrong.value.path


# Full disks


def test_on_a_full_disk_a_book_is_not_locked(
    small_disk: Path, begun_file: Path, tmp_path: Path, key: FileKey
) -> None:
    path = small_disk / "so.chibo"
    at(path, begun_file, tmp_path / "copies")
    before = path.read_bytes()
    fill_up(small_disk)
    there = sorted(small_disk.iterdir())
    slots = new_slots(key, PASSWORD)
    told = fault_of(opening(tmp_path / "copies").encrypt, Book, path, key, slots)
    assert told == (Fault.FULL, key_file(path))
    assert path.read_bytes() == before
    assert sorted(small_disk.iterdir()) == there


def test_copies_on_a_full_disk_are_named_and_locked_once_there_is_room(
    small_disk: Path, begun_file: Path, tmp_path: Path, key: FileKey
) -> None:
    path = tmp_path / "so.chibo"
    folder = at(path, begun_file, small_disk)
    # A failing disk left it empty: it is passed over.
    empty = folder / "2026-01-01_000000_1-00000000.chibo"
    empty.touch()
    film = fill_up(small_disk)
    left = opening(small_disk).encrypt(Book, path, key, new_slots(key, PASSWORD))
    assert left == (folder,)
    assert mark_of(path) == key.mark
    assert len(plain_ones(folder)) == 2
    film.unlink()
    with closing(Book.open(path, bundled())) as book:
        assert finish(Backups.of(small_disk, book), key) == ()
    assert plain_ones(folder) == []
    assert empty.read_bytes() == b""
    assert slots_of(folder / "any.chibo") == slots_of(path)


@pytest.mark.parametrize("with_copy", [False, True])
def test_a_book_stays_locked_when_what_lies_beside_it_cannot_be_made_plain(
    small_disk: Path, begun_file: Path, tmp_path: Path, key: FileKey, with_copy: bool
) -> None:
    path = tmp_path / "so.chibo"
    folder = at(path, begun_file, small_disk, with_copy=with_copy)
    assert opening(small_disk).encrypt(Book, path, key, new_slots(key, PASSWORD)) == ()
    film = fill_up(small_disk)
    told = fault_of(opening(small_disk).decrypt, Book, path, key)
    assert told == (Fault.FULL, next(folder.glob("*.chibo"), folder)), "full is not damaged"
    assert mark_of(path) == key.mark
    assert slots_of(path) is not None
    film.unlink()
    opening(small_disk).decrypt(Book, path, key)
    assert mark_of(path) == HEADER
    assert len(plain_ones(folder)) == 1 + with_copy


def test_where_what_passes_by_the_disk_finds_no_room_each_way_says_so(
    small_disk: Path,
    begun_file: Path,
    tmp_path: Path,
    key: FileKey,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    path = tmp_path / "so.chibo"
    folder = at(path, begun_file, tmp_path / "copies")
    slots = new_slots(key, PASSWORD)
    ways = opening(tmp_path / "copies")
    monkeypatch.setattr(tempfile, "tempdir", str(small_disk))
    film = fill_up(small_disk)
    assert fault_of(ways.encrypt, Book, path, key, slots) == (Fault.FULL, path)
    assert mark_of(path) == HEADER
    film.unlink()
    ways.encrypt(Book, path, key, slots)
    fill_up(small_disk)
    # An older plain copy in the place of the locked book goes by the disk too.
    stick = tmp_path / "stick.chibo"
    shutil.copyfile(begun_file, stick)
    assert fault_of(ways.restore, Book, path, stick) == (Fault.FULL, stick)
    assert mark_of(path) == key.mark
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "nowhere"))
    assert fault_of(ways.restore, Book, path, stick) == (Fault.UNREACHABLE, stick)
    assert list(folder.glob("*.part")) == []


# Spoilt files


def test_a_key_file_that_cannot_be_read_is_not_written_over(
    begun_file: Path, tmp_path: Path, key: FileKey
) -> None:
    path = tmp_path / "so.chibo"
    at(path, begun_file, tmp_path / "copies")
    put_signing_secret(path, b"s" * 32)
    spoilt = key_file(path).read_bytes()[:-20]
    key_file(path).write_bytes(spoilt)
    slots = new_slots(key, PASSWORD)
    told = fault_of(opening(tmp_path / "copies").encrypt, Book, path, key, slots)
    assert told == (Fault.KEYS_UNUSABLE, key_file(path))
    assert key_file(path).read_bytes() == spoilt
    assert mark_of(path) == HEADER


def test_with_a_spoilt_key_file_an_unlocked_book_and_its_copies_go_on_being_locked(
    begun_file: Path, tmp_path: Path, key: FileKey
) -> None:
    path = tmp_path / "so.chibo"
    folder = at(path, begun_file, tmp_path / "copies")
    plain_copy = next(folder.glob("*.chibo"))
    content = plain_copy.read_bytes()
    opening(tmp_path / "copies").encrypt(Book, path, key, new_slots(key, PASSWORD))
    plain_copy.write_bytes(content)
    key_file(path).write_bytes(b"{")
    lock = (folder / OF_COPIES).read_bytes()
    # Who has it open is told, and nothing lies there plain for want of the key file.
    with closing(Book.open(path, bundled())) as book:
        assert finish(Backups.of(tmp_path / "copies", book), key) == (key_file(path),)
    assert plain_ones(folder) == []
    assert (folder / OF_COPIES).read_bytes() == lock, "what opens the copies is not spoilt"


def test_a_copy_that_came_out_otherwise_is_named_and_stays_as_it_was(
    begun_file: Path, tmp_path: Path, key: FileKey, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "so.chibo"
    folder = at(path, begun_file, tmp_path / "copies")
    (copy,) = folder.glob("*.chibo")
    before = copy.read_bytes()
    # A disk that reads back something else than was written.
    monkeypatch.setattr(encrypting_module, "content_hash", lambda conn: str(id(conn)))
    slots = new_slots(key, PASSWORD)
    assert opening(tmp_path / "copies").encrypt(Book, path, key, slots) == (copy,)
    assert copy.read_bytes() == before
    assert list(folder.glob("*.part")) == []


def test_a_book_stays_locked_when_a_copy_of_it_is_spoilt(
    begun_file: Path, tmp_path: Path, key: FileKey
) -> None:
    path = tmp_path / "so.chibo"
    folder = at(path, begun_file, tmp_path / "copies")
    opening(tmp_path / "copies").encrypt(Book, path, key, new_slots(key, PASSWORD))
    (copy,) = folder.glob("*.chibo")
    data = bytearray(copy.read_bytes())
    data[100:200] = bytes(100)
    copy.write_bytes(data)
    assert fault_of(opening(tmp_path / "copies").decrypt, Book, path, key) == (Fault.DAMAGED, copy)
    assert mark_of(path) == key.mark
    assert copy.read_bytes() == bytes(data)


# Locks that are needed no more, and those that are


def test_a_power_cut_after_a_book_was_made_plain_leaves_no_lock_of_nothing(
    begun_file: Path, tmp_path: Path, key: FileKey, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "so.chibo"
    folder = at(path, begun_file, tmp_path / "copies")
    put_signing_secret(path, b"s" * 32)
    opening(tmp_path / "copies").encrypt(Book, path, key, new_slots(key, PASSWORD))
    honest = encrypting_module._rewrite

    def cut(*told: object) -> None:
        honest(*told)  # type: ignore[arg-type]
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(encrypting_module, "_rewrite", cut)
        with pytest.raises(KeyboardInterrupt):
            opening(tmp_path / "copies").decrypt(Book, path, key)
    unlocked.forget(key)
    assert mark_of(path) == HEADER
    assert slots_of(path) is not None
    assert (folder / OF_COPIES).exists()
    opening(tmp_path / "copies").write(Book, path).close()
    assert slots_of(path) is None
    assert not (folder / OF_COPIES).exists()
    assert signing_secret(path) == b"s" * 32


def test_the_lock_of_another_book_of_the_cell_stays(
    begun_file: Path, tmp_path: Path, key: FileKey
) -> None:
    path = tmp_path / "so.chibo"
    folder = at(path, begun_file, tmp_path / "copies")
    opening(tmp_path / "copies").encrypt(Book, path, key, new_slots(key, PASSWORD))
    unlocked.forget(key)
    before = (folder / OF_COPIES).read_bytes()
    # An older copy of the book lies plain on the same computer, and is opened to write.
    old = tmp_path / "old.chibo"
    assert at(old, begun_file, tmp_path / "copies", with_copy=False) != folder
    assert (folder / OF_COPIES).read_bytes() == before
    # The locked copies are thinned out; what was done since then is in their journal alone.
    for one in folder.glob("*.chibo"):
        one.unlink()
    assert is_sealed(folder)
    opening(tmp_path / "copies").write(Book, old).close()
    assert (folder / OF_COPIES).read_bytes() == before
