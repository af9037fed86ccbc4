"""The key file beside a book: whatever became of it, nothing is signed or opened by mistake."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, Any

import pytest

from cellsecretary.core.plain import canonical_json
from cellsecretary.store import BookError, Fault
from cellsecretary.store.file_key import FileKey, unlocked
from cellsecretary.store.key_file import (
    LARGEST,
    KeyFileError,
    KeySlots,
    key_file,
    new_key,
    new_slots,
    only_slots,
    put_signing_secret,
    put_slots,
    signing_secret,
    slots_for,
    slots_of,
    slots_within,
    sweep_half_written,
)
from cellsecretary.store.passwords import WrongPassword
from tests.encrypted import DEPUTY, PASSWORD

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

OTHER = "mật khẩu khác của sổ"
SECRET = b"s" * 32


@pytest.fixture
def key() -> Iterator[FileKey]:
    """Give an unlocked key that is forgotten afterwards."""
    made = new_key()
    unlocked.add(made)
    yield made
    unlocked.forget(made)


@pytest.fixture
def slots(key: FileKey) -> KeySlots:
    return new_slots(key, PASSWORD)


@pytest.fixture
def book(tmp_path: Path) -> Path:
    """Give where a book would lie: its key file asks nothing of it."""
    return tmp_path / "so.chibo"


def told(**what: object) -> bytes:
    """Give the content of a key file with a sum that is right, whatever it says."""
    plain: dict[str, Any] = {"format": 1, **what}
    total = hashlib.sha256(canonical_json(plain).encode()).hexdigest()
    return json.dumps(plain | {"sum": total}).encode()


# Passwords


def test_another_password_opens_the_same_key_and_the_former_one_opens_it_no_more(
    key: FileKey, slots: KeySlots
) -> None:
    changed = slots.with_deputy(key, DEPUTY).with_password(key, OTHER)
    assert changed.opened_by(OTHER) == (key, False)
    assert changed.opened_by(DEPUTY) == (key, True)
    with pytest.raises(WrongPassword):
        changed.opened_by(PASSWORD)


def test_a_password_that_opens_the_key_of_another_book_opens_nothing(
    key: FileKey, slots: KeySlots
) -> None:
    # Two key files were put together into one.
    mixed = KeySlots(new_key().mark, slots.password)
    with pytest.raises(KeyFileError):
        mixed.opened_by(PASSWORD)


# What a key file says


@pytest.mark.parametrize(
    "slots",
    [
        {"mark": "00" * 16},
        {"mark": "no number", "password": ""},
        {"mark": "00" * 16, "password": "no base64!"},
        {"mark": "00" * 16, "password": 7},
        {"mark": "00" * 16, "password": "", "deputy": "?"},
        "locked",
    ],
)
def test_a_lock_that_says_less_than_it_must_is_none(book: Path, slots: object) -> None:
    key_file(book).write_bytes(told(slots=slots))
    with pytest.raises(KeyFileError):
        slots_of(book)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\xff",
        b"[]",
        b"null",
        b"{}",
        b'{"format": 2}',
        b'{"format": 1, "slots": {"mark": "00", "password": ""}}',
        b'{"format": 1, "signing": "c3M=", "sum": "0"}',
        b'{"format": 1}' + b" " * LARGEST,
    ],
)
def test_what_is_no_key_file_of_this_program_is_not_used_and_not_written_over(
    book: Path, key: FileKey, slots: KeySlots, content: bytes
) -> None:
    place = key_file(book)
    place.write_bytes(content)
    for act in (
        lambda: slots_of(book),
        lambda: signing_secret(book),
        lambda: put_signing_secret(book, SECRET),
        lambda: put_slots(book, slots, key),
        lambda: sweep_half_written(book),
        lambda: slots_within(content),
    ):
        with pytest.raises(KeyFileError):
            act()
    with pytest.raises(BookError) as wrong:
        slots_for(book, key)
    assert (wrong.value.fault, wrong.value.path) == (Fault.KEYS_UNUSABLE, place)
    assert slots_for(book, None) is None, "of a plain book nobody asks how it is locked"
    assert place.read_bytes() == content


def test_a_key_file_of_an_early_program_has_no_sum_and_signs_all_the_same(book: Path) -> None:
    key_file(book).write_bytes(b'{"format": 1, "signing": "c3Nz"}')
    assert signing_secret(book) == b"sss"


def test_a_key_file_that_the_disk_does_not_give_is_a_fault_of_the_disk(
    book: Path, key: FileKey
) -> None:
    key_file(book).mkdir()
    with pytest.raises(BookError) as wrong:
        slots_for(book, key)
    assert wrong.value.fault is not Fault.KEYS_UNUSABLE
    assert wrong.value.path == key_file(book)


# What a book signs by


def test_what_a_locked_book_signs_by_is_sealed_and_only_whoever_unlocked_it_makes_it(
    book: Path, key: FileKey, slots: KeySlots
) -> None:
    put_slots(book, slots, key)
    before = key_file(book).read_bytes()
    unlocked.forget(key)
    with pytest.raises(KeyFileError):
        put_signing_secret(book, SECRET)
    assert key_file(book).read_bytes() == before
    unlocked.add(key)
    put_signing_secret(book, SECRET)
    assert signing_secret(book) == SECRET
    assert b"c3Nz" not in key_file(book).read_bytes()
    unlocked.forget(key)
    with pytest.raises(KeyFileError):
        signing_secret(book)
    # Nor is it lost where somebody changes the password without it.
    with pytest.raises(KeyFileError):
        put_slots(book, slots, key)
    unlocked.add(key)
    put_slots(book, None, None)
    assert signing_secret(book) == SECRET


def test_what_another_program_left_half_written_is_not_ours_to_take_away(
    book: Path, key: FileKey, slots: KeySlots
) -> None:
    put_slots(book, slots, key)
    put_signing_secret(book, SECRET)
    half_of_ours = book.with_name("0123456789ab.part")
    half_of_ours.write_bytes(only_slots(slots)[:200])
    others = [book.with_name("film.part"), book.with_name("other.part")]
    others[0].write_bytes(key_file(book).read_bytes() + b" " * LARGEST)
    others[1].write_bytes(only_slots(KeySlots(new_key().mark, slots.password)))
    sweep_half_written(book)
    assert not half_of_ours.exists()
    assert all(one.exists() for one in others)


# Lines of a journal


@pytest.mark.parametrize("at", [3, 40, -5])
def test_a_sealed_line_that_was_altered_says_nothing(key: FileKey, at: int) -> None:
    line = key.sealed('{"step": 1, "at": "2026-11-20"}')
    assert unlocked.line(line) == '{"step": 1, "at": "2026-11-20"}'
    letter = "A" if line[at] != "A" else "B"
    assert unlocked.line(f"{line[:at]}{letter}{line[at:][1:]}") == ""


@pytest.mark.parametrize("line", ["*", "* ", "*zz zz", "*00 AAAA", "*" + "00" * 16 + " é"])
def test_what_is_no_sealed_line_says_nothing(line: str) -> None:
    assert unlocked.line(line) == ""
