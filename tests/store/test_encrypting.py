"""Encrypted books: what opens them, what lies beside them, and what a power cut leaves."""

from __future__ import annotations

import shutil
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from cellsecretary.core.change import Act, Changes, update
from cellsecretary.rules import bundled
from cellsecretary.store import Book, BookError, Fault
from cellsecretary.store import encrypting as encrypting_module
from cellsecretary.store.backup_file import backups_in
from cellsecretary.store.backups import Backups
from cellsecretary.store.connecting import content_hash
from cellsecretary.store.encrypting import change_slots, decrypt, encrypt
from cellsecretary.store.engine import CAN_ENCRYPT
from cellsecretary.store.file_key import FileKey, mark_of, unlocked
from cellsecretary.store.journal import journal_files
from cellsecretary.store.key_file import (
    OF_COPIES,
    KeyFileError,
    key_file,
    new_key,
    new_slots,
    put_signing_secret,
    signing_secret,
    slots_of,
)
from cellsecretary.store.opening import Opening
from cellsecretary.store.passwords import WrongPassword
from cellsecretary.store.recovering import rebuilds, restore
from tests.building import AFTER
from tests.encrypted import DEPUTY, PASSWORD, Encrypted, raw

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from cellsecretary.store.key_file import KeySlots

pytestmark = pytest.mark.skipif(not CAN_ENCRYPT, reason="sqlcipher3 is not installed")

PLACE = "Nhà văn hóa thôn Đồng Tâm mới sửa"


@pytest.fixture
def plain(replayed_file: Path, tmp_path: Path) -> Path:
    """Give a plain book with a copy, a journal and a secret to sign by."""
    path = tmp_path / "thon-3.chibo"
    shutil.copyfile(replayed_file, path)
    put_signing_secret(path, b"s" * 32)
    opened = opening(tmp_path).write(Book, path)
    with closing(opened):
        assert opened.backups is not None
        assert isinstance(opened.ledger, Book)
        opened.backups.make(opened.ledger, AFTER)
        change(opened.ledger, PLACE)
    return path


@pytest.fixture
def key() -> Iterator[FileKey]:
    """Give a key that is forgotten afterwards."""
    made = new_key()
    yield made
    unlocked.forget(made)


@pytest.fixture
def slots(key: FileKey) -> KeySlots:
    """Lock the key by the password."""
    return new_slots(key, PASSWORD)


def opening(tmp_path: Path) -> Opening:
    """Give what opens files, with the copies in a folder of the test."""
    return Opening(lambda: tmp_path / "backups", bundled, lambda: AFTER)


def change(book: Book, place: str) -> None:
    """Do one more act."""
    cell = book.cell()
    book.apply(Changes(Act.CHANGE_CELL, (update(cell, place=place),)), AFTER)


def rows(path: Path) -> str:
    """Give the hash of all rows."""
    with closing(raw(path)) as conn:
        return content_hash(conn)


def encrypted_parts(tmp_path: Path) -> list[Path]:
    """Name all that holds what was written in a book."""
    found = [*tmp_path.glob("*.chibo*"), *(tmp_path / "backups").rglob("*")]
    return [one for one in found if one.is_file() and one.name != OF_COPIES]


def test_a_file_says_which_key_it_wants_and_whoever_has_none_is_told(
    plain: Path, tmp_path: Path, key: FileKey, slots: KeySlots
) -> None:
    before = rows(plain)
    assert opening(tmp_path).encrypt(Book, plain, key, slots) == ()
    assert mark_of(plain) == key.mark
    assert rows(plain) == before
    unlocked.forget(key)
    for kind_of_look in (Book.look, Book.open):
        with pytest.raises(BookError) as told:
            kind_of_look(plain, bundled())
        assert told.value.fault is Fault.NEEDS_PASSWORD
    found = slots_of(plain)
    assert found == slots
    assert found is not None
    again, is_deputy = found.opened_by(PASSWORD)
    assert (again, is_deputy) == (key, False)
    unlocked.add(again)
    with closing(Book.open(plain, bundled())) as book:
        assert book.cell().place == PLACE


def test_a_wrong_password_is_no_damage_and_damage_is_no_wrong_password(
    plain: Path, tmp_path: Path, key: FileKey, slots: KeySlots
) -> None:
    opening(tmp_path).encrypt(Book, plain, key, slots)
    with pytest.raises(WrongPassword):
        slots.opened_by("mật khẩu của sô")
    data = bytearray(plain.read_bytes())
    data[100:200] = bytes(100)
    plain.write_bytes(data)
    with pytest.raises(BookError) as told:
        Book.open(plain, bundled())
    assert told.value.fault is Fault.DAMAGED
    recovered = opening(tmp_path).write(Book, plain)
    with closing(recovered):
        assert recovered.recovered is not None
        assert isinstance(recovered.ledger, Book)
        assert recovered.ledger.cell().place == PLACE
        assert mark_of(plain) == key.mark
    place = key_file(plain)
    place.write_text(place.read_text().replace('"password": "Y', '"password": "Z'))
    with pytest.raises(KeyFileError):
        slots_of(plain)


@pytest.mark.thorough
def test_a_file_spoilt_where_its_mark_stands_is_made_again(
    plain: Path, tmp_path: Path, key: FileKey, slots: KeySlots
) -> None:
    opening(tmp_path).encrypt(Book, plain, key, slots)
    data = bytearray(plain.read_bytes())
    data[:100] = b"x" * 100
    plain.write_bytes(data)
    with closing(opening(tmp_path).write(Book, plain)) as opened:
        assert isinstance(opened.ledger, Book)
        assert opened.ledger.cell().place == PLACE
    assert mark_of(plain) == key.mark


@pytest.mark.thorough
def test_copies_and_journal_are_encrypted_with_it_and_plain_again_with_it(
    plain: Path, tmp_path: Path, key: FileKey, slots: KeySlots
) -> None:
    secret = PLACE.encode()
    in_plain = [one for one in encrypted_parts(tmp_path) if secret in one.read_bytes()]
    assert len(in_plain) == 2, "the book and its journal; the copy is older"
    opening(tmp_path).encrypt(Book, plain, key, slots)
    assert [one for one in encrypted_parts(tmp_path) if secret in one.read_bytes()] == []
    with closing(opening(tmp_path).write(Book, plain)) as opened:
        assert opened.backups is not None
        change(opened.ledger, "Nhà ông Hai")  # type: ignore[arg-type]
        opened.backups.make(opened.ledger, AFTER)
        assert rebuilds(opened.ledger, opened.backups) is not None
        copies = opened.backups.all()
        assert all(mark_of(one.path) == key.mark for one in copies)
        assert journal_files(opened.backups.folder)[-1].lines
    opening(tmp_path).decrypt(Book, plain, key)
    unlocked.forget(key)
    with closing(opening(tmp_path).write(Book, plain)) as opened:
        assert opened.ledger.key is None
        assert opened.backups is not None
        assert rebuilds(opened.ledger, opened.backups) is not None
    assert not list((tmp_path / "backups").rglob(OF_COPIES))
    assert slots_of(plain) is None


@pytest.mark.thorough
def test_what_a_book_signs_by_is_sealed_with_it(
    plain: Path, tmp_path: Path, key: FileKey, slots: KeySlots
) -> None:
    assert b"c3Nzc3Nz" in key_file(plain).read_bytes()
    opening(tmp_path).encrypt(Book, plain, key, slots)
    assert b"c3Nzc3Nz" not in key_file(plain).read_bytes()
    assert signing_secret(plain) == b"s" * 32
    unlocked.forget(key)
    with pytest.raises(KeyFileError):
        signing_secret(plain)
    unlocked.add(key)
    opening(tmp_path).decrypt(Book, plain, key)
    assert signing_secret(plain) == b"s" * 32


def test_the_deputy_has_a_password_of_its_own_and_loses_it(
    plain: Path, tmp_path: Path, key: FileKey, slots: KeySlots
) -> None:
    opening(tmp_path).encrypt(Book, plain, key, slots)
    with closing(Book.look(plain, bundled())) as book:
        backups = Backups.of(tmp_path / "backups", book)
    with_deputy = slots.with_deputy(key, DEPUTY)
    change_slots(plain, with_deputy, key, backups)
    found = slots_of(plain)
    assert found is not None
    assert found.opened_by(DEPUTY) == (key, True)
    assert found.opened_by(PASSWORD) == (key, False)
    assert slots_of(backups.all()[0].path) == with_deputy
    change_slots(plain, with_deputy.with_deputy(key, ""), key, backups)
    left = slots_of(plain)
    assert left is not None
    with pytest.raises(WrongPassword):
        left.opened_by(DEPUTY)


def test_a_password_is_the_same_however_the_keyboard_writes_it(
    key: FileKey, slots: KeySlots
) -> None:
    from unicodedata import normalize

    assert slots.opened_by(normalize("NFD", PASSWORD)) == (key, False)


def test_a_lost_book_comes_back_with_its_key_file_from_the_copies(
    plain: Path, tmp_path: Path, key: FileKey, slots: KeySlots
) -> None:
    opening(tmp_path).encrypt(Book, plain, key, slots)
    plain.unlink()
    key_file(plain).unlink()
    unlocked.forget(key)
    with pytest.raises(BookError) as told:
        opening(tmp_path).write(Book, plain, again=True)
    assert told.value.fault is Fault.NEEDS_PASSWORD
    found = slots_of(told.value.path)  # type: ignore[arg-type]
    assert found is not None
    unlocked.add(found.opened_by(PASSWORD)[0])
    with closing(opening(tmp_path).write(Book, plain, again=True)) as opened:
        assert isinstance(opened.ledger, Book)
        assert opened.ledger.cell().place == PLACE
    assert mark_of(plain) == key.mark
    assert slots_of(plain) == slots


def test_a_book_without_its_key_file_is_told_from_a_file_of_another_kind(
    plain: Path, tmp_path: Path, key: FileKey, slots: KeySlots
) -> None:
    opening(tmp_path).encrypt(Book, plain, key, slots)
    unlocked.forget(key)
    elsewhere = tmp_path / "elsewhere" / "thon-3.chibo"
    elsewhere.parent.mkdir()
    shutil.copyfile(plain, elsewhere)
    with pytest.raises(BookError) as told:
        Book.open(elsewhere, bundled())
    assert told.value.fault is Fault.KEYS_MISSING
    # The paper in the safe has the key itself.
    unlocked.add(FileKey(key.secret))
    with closing(Book.open(elsewhere, bundled())) as book:
        assert book.cell().place == PLACE


def test_going_back_keeps_a_book_as_it_is_locked(
    plain: Path, tmp_path: Path, key: FileKey, slots: KeySlots
) -> None:
    plain_copy = tmp_path / "stick.chibo"
    with closing(Book.look(plain, bundled())) as book:
        book.copy_to(plain_copy)
    opening(tmp_path).encrypt(Book, plain, key, slots)
    restore(plain, Book, plain_copy, bundled())
    assert mark_of(plain) == key.mark
    new = tmp_path / "new" / "thon-3.chibo"
    new.parent.mkdir()
    copy = backups_in(next(iter((tmp_path / "backups").iterdir())))[0].path
    restore(new, Book, copy, bundled())
    assert mark_of(new) == key.mark
    assert slots_of(new) == slots


@pytest.mark.thorough
@pytest.mark.parametrize("stop", ["_rewrite", "seal_journal", "_rewrite_copy", "put_slots"])
def test_whatever_stops_it_the_book_opens_and_the_rest_is_done_at_the_next_start(
    plain: Path,
    tmp_path: Path,
    key: FileKey,
    slots: KeySlots,
    monkeypatch: pytest.MonkeyPatch,
    stop: str,
) -> None:
    before = rows(plain)

    def die(*_arguments: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(encrypting_module, stop, die)
        with pytest.raises(KeyboardInterrupt):
            opening(tmp_path).encrypt(Book, plain, key, slots)
    assert rows(plain) == before
    with closing(opening(tmp_path).write(Book, plain)) as opened:
        is_encrypted = opened.ledger.key is not None
    assert is_encrypted == (stop in ("seal_journal", "_rewrite_copy"))
    in_plain = [one for one in encrypted_parts(tmp_path) if PLACE.encode() in one.read_bytes()]
    assert len(in_plain) == (0 if is_encrypted else 2)
    if not is_encrypted:
        opening(tmp_path).encrypt(Book, plain, key, slots)
    with monkeypatch.context() as patch:
        patch.setattr(encrypting_module, stop, die)
        with pytest.raises(KeyboardInterrupt):
            opening(tmp_path).decrypt(Book, plain, key)
    assert rows(plain) == before
    with closing(opening(tmp_path).write(Book, plain)) as opened:
        assert opened.backups is not None
        assert rebuilds(opened.ledger, opened.backups) is not None
    opening(tmp_path).decrypt(Book, plain, key) if mark_of(plain) == key.mark else None
    assert rows(plain) == before


def test_a_copy_that_cannot_be_encrypted_is_named(
    plain: Path, tmp_path: Path, key: FileKey, slots: KeySlots
) -> None:
    copy = backups_in(next(iter((tmp_path / "backups").iterdir())))[0].path
    data = bytearray(copy.read_bytes())
    data[4096:8192] = b"x" * 4096
    copy.write_bytes(data)
    assert opening(tmp_path).encrypt(Book, plain, key, slots) == (copy,)
    with pytest.raises(BookError):
        encrypt(copy, Book, key, slots, tmp_path / "backups", bundled())
    decrypt(plain, Book, key, tmp_path / "backups", bundled())


def test_a_key_never_shows_itself(encrypted_file: Encrypted) -> None:
    assert encrypted_file.key.secret[-20:] not in repr(encrypted_file.key)
