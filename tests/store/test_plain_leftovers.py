"""What is locked is nowhere plain: not for a moment on the disk, not after a power cut."""

from __future__ import annotations

import shutil
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from cellsecretary.rules import bundled
from cellsecretary.store import Book
from cellsecretary.store import encrypting as encrypting_module
from cellsecretary.store import sqlite_file as sqlite_file_module
from cellsecretary.store.backups import Backups
from cellsecretary.store.connecting import content_hash, journal_of
from cellsecretary.store.encrypting import decrypt, encrypt
from cellsecretary.store.file_key import FileKey, mark_of, unlocked
from cellsecretary.store.key_file import (
    OF_COPIES,
    key_file,
    new_key,
    new_slots,
    put_signing_secret,
    signing_secret,
    signs_in_plain,
    slots_of,
)
from cellsecretary.store.opening import Opening
from cellsecretary.store.recovering import recover, restore
from tests.building import AFTER
from tests.encrypted import raw

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.encrypted import Encrypted

HEADER = b"SQLite format 3"


class StayingFolder:
    """A passing folder that stays, as where the program was killed."""

    left: Path

    def __enter__(self) -> Path:
        folder = self.left / f"{len(list(self.left.iterdir()))}"
        folder.mkdir()
        return folder

    def __exit__(self, *_error: object) -> None:
        """Leave all as it is."""


@pytest.fixture
def left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give the folder of what passed by the disk."""
    StayingFolder.left = tmp_path / "left"
    StayingFolder.left.mkdir()
    monkeypatch.setattr(sqlite_file_module, "PassingFolder", StayingFolder)
    return StayingFolder.left


@pytest.fixture
def key(locked: Encrypted) -> Iterator[FileKey]:
    """Unlock the book."""
    unlocked.add(locked.key)
    yield locked.key
    unlocked.forget(locked.key)


def insist_on_nothing_plain(left: Path) -> None:
    """Insist that something passed by the disk, and nothing of it was plain."""
    there = [one for one in left.rglob("*") if one.is_file()]
    assert there
    assert [one for one in there if one.read_bytes().startswith(HEADER)] == []


def test_a_book_that_is_made_plain_passes_by_the_disk_encrypted(
    locked: Encrypted, key: FileKey, left: Path, tmp_path: Path
) -> None:
    with closing(Book.look(locked.path, bundled())) as book:
        before = book.head()
    decrypt(locked.path, Book, key, tmp_path / "backups", bundled())
    insist_on_nothing_plain(left)
    with closing(Book.open(locked.path, bundled())) as book:
        assert book.key is None
        assert book.head() == before


@pytest.mark.thorough
def test_so_does_one_that_is_encrypted(
    locked: Encrypted, key: FileKey, left: Path, tmp_path: Path
) -> None:
    decrypt(locked.path, Book, key, tmp_path / "backups", bundled())
    encrypt(locked.path, Book, key, locked.slots, tmp_path / "backups", bundled())
    insist_on_nothing_plain(left)


def test_so_does_a_copy_that_a_plain_book_goes_back_to(
    locked: Encrypted, key: FileKey, left: Path, tmp_path: Path
) -> None:
    with closing(Book.look(locked.path, bundled())) as book:
        made = Backups.of(tmp_path / "backups", book).make(book, AFTER)
    assert made is not None
    decrypt(locked.path, Book, key, tmp_path / "none", bundled())
    restore(locked.path, Book, made.path, bundled())
    insist_on_nothing_plain(left)


def test_what_a_power_cut_left_plain_is_gone_when_the_book_is_opened_to_write(
    locked: Encrypted, key: FileKey, replayed_file: Path, tmp_path: Path
) -> None:
    opening = Opening(lambda: tmp_path / "backups", bundled, lambda: AFTER)
    with closing(opening.write(Book, locked.path)) as opened:
        assert opened.backups is not None
        folder = opened.backups.folder
        opened.backups.make(opened.ledger, AFTER)
    plain = replayed_file.read_bytes()
    half_made = [locked.path.with_name("thon-3.chibo.part"), folder / "0123456789ab.part"]
    for one in half_made:
        one.write_bytes(plain)
    opening.write(Book, locked.path).close()
    assert [one for one in half_made if one.exists()] == []


def test_the_first_copy_on_a_new_computer_is_opened_by_the_password(
    locked: Encrypted, key: FileKey, tmp_path: Path
) -> None:
    with closing(Book.open(locked.path, bundled())) as book:
        backups = Backups.of(tmp_path / "backups", book)
        made = backups.make(book, AFTER)
    assert made is not None
    assert mark_of(made.path) == key.mark
    assert slots_of(made.path) == locked.slots
    # Whatever became of it, it is written anew with the next copy.
    (backups.folder / OF_COPIES).write_bytes(b"{")
    with closing(Book.open(locked.path, bundled())) as book:
        backups.make(book, AFTER, again=True)
    assert slots_of(made.path) == locked.slots
    locked.path.unlink()
    key_file(locked.path).unlink()
    assert recover(locked.path, Book, backups, bundled(), AFTER).is_all


def test_half_an_act_of_a_locked_book_is_taken_back(
    locked: Encrypted, key: FileKey, tmp_path: Path
) -> None:
    path, kept = locked.path, tmp_path / "kept"
    with closing(Book.look(path, bundled())) as book:
        before = content_hash(book.connection)
    with closing(raw(path)) as conn:
        conn.execute("pragma cache_size = 1")
        conn.execute("begin immediate")
        conn.execute("update agenda_items set body = body || zeroblob(2000)")
        conn.execute("update opinions set text = text || 'half of an act'")
        kept.mkdir()
        for one in (path, journal_of(path)):
            shutil.copyfile(one, kept / one.name)
    for one in kept.iterdir():
        one.replace(path.with_name(one.name))
    assert journal_of(path).stat().st_size > 0
    with closing(Book.look(path, bundled())) as book:
        assert content_hash(book.connection) == before
    with closing(Book.open(path, bundled())) as book:
        assert content_hash(book.connection) == before
    assert not journal_of(path).exists()


def test_what_a_book_signs_by_can_be_read_until_it_is_encrypted_and_is_sealed_then(
    replayed_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "plain.chibo"
    shutil.copyfile(replayed_file, path)
    put_signing_secret(path, b"s" * 32)
    key = new_key()
    slots = new_slots(key, "mật khẩu của sổ")

    def die(*_arguments: object) -> None:
        raise KeyboardInterrupt

    opening = Opening(lambda: tmp_path / "backups", bundled, lambda: AFTER)
    with monkeypatch.context() as patch:
        patch.setattr(encrypting_module, "_rewrite", die)
        with pytest.raises(KeyboardInterrupt):
            opening.encrypt(Book, path, key, slots)
    unlocked.forget(key)
    assert signing_secret(path) == b"s" * 32
    half_written = path.with_name("0123456789ab.part")
    shutil.copyfile(key_file(path), half_written)
    opening.write(Book, path).close()
    assert slots_of(path) is None, "no file needs it: the book is plain"
    assert not half_written.exists()
    with monkeypatch.context() as patch:
        patch.setattr(encrypting_module, "finish", die)
        with pytest.raises(KeyboardInterrupt):
            opening.encrypt(Book, path, key, slots)
    assert signs_in_plain(path)
    shutil.copyfile(key_file(path), half_written)
    opening.write(Book, path).close()
    assert not signs_in_plain(path)
    assert not half_written.exists()
    assert signing_secret(path) == b"s" * 32
    unlocked.forget(key)
