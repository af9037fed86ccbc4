"""NAME.keys, the secrets of a book in a file beside it: how it signs, and how it is locked.

They are no rows of the book: what stands there is written to its history and its readable journal.
Whoever carries the book carries this file with it (docs/book.md).
"""

from __future__ import annotations

import base64
import hashlib
import json
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from cellsecretary.core.plain import canonical_json
from cellsecretary.own_files import PART
from cellsecretary.store import passwords
from cellsecretary.store.errors import BookError, Fault
from cellsecretary.store.file_key import FileKey, unlocked
from cellsecretary.store.passwords import WrongPassword
from cellsecretary.store.private_files import put_in_place, put_new

FORMAT = 1
SUFFIX = ".keys"
OF_COPIES = "book.keys"
"""The name of the file in a folder of copies, which all have one key."""

LARGEST = 1 << 16
"""Bytes that such a file has at most."""

_SIGNING, _SEALED_SIGNING, _SLOTS, _SUM = "signing", "sealed_signing", "slots", "sum"


class KeyFileError(Exception):
    """The key file beside a book is there and cannot be used; nothing was written."""


@dataclass(frozen=True, slots=True)
class KeySlots:
    """How a book is locked: the mark of its key, and that key locked by each password.

    `deputy` is empty where no deputy has a password.
    """

    mark: bytes
    password: bytes
    deputy: bytes = b""

    def opened_by(self, password: str) -> tuple[FileKey, bool]:
        """Give the key, and whether it is the deputy who came; takes seconds.

        Raises `WrongPassword`, `TooSlow`, and `KeyFileError` for a key of something else.
        """
        try:
            return self._key(self.password, password), False
        except WrongPassword:
            if not self.deputy:
                raise
        return self._key(self.deputy, password), True

    def _key(self, locked: bytes, password: str) -> FileKey:
        key = FileKey(passwords.unlocked(locked, password).decode())
        if key.mark != self.mark:
            raise KeyFileError
        return key

    def with_password(self, key: FileKey, password: str) -> KeySlots:
        """Give the lock with another password of the secretary."""
        return replace(self, password=passwords.locked(key.secret.encode(), password))

    def with_deputy(self, key: FileKey, password: str) -> KeySlots:
        """Give the lock with a password of the deputy, "" for none."""
        locked = passwords.locked(key.secret.encode(), password) if password else b""
        return replace(self, deputy=locked)


class Locked(BookError):
    """A file whose key nobody unlocked; a password of its `slots` opens it."""

    def __init__(self, slots: KeySlots, path: Path) -> None:
        super().__init__(Fault.NEEDS_PASSWORD, path)
        self.slots = slots


def new_key() -> FileKey:
    """Make a key that nothing was ever encrypted by."""
    import pyrage

    return FileKey(str(pyrage.x25519.Identity.generate()))


def new_slots(key: FileKey, password: str) -> KeySlots:
    """Lock a key by a password; takes a second or two."""
    return KeySlots(key.mark, passwords.locked(key.secret.encode(), password))


# The file


def key_file(book: Path) -> Path:
    """Give where the secrets of a book are."""
    return book.with_suffix(SUFFIX)


def slots_of(path: Path) -> KeySlots | None:
    """Give how a file is locked, None of one that is not; also of a copy in its folder.

    A key file that cannot be used raises `KeyFileError`.
    """
    for place in (key_file(path), path.with_name(OF_COPIES)):
        if found := _slots_in(_read(place)):
            return found
    return None


def slots_for(path: Path, key: FileKey | None) -> KeySlots | None:
    """Give how an open file is locked, for its copies; None of a plain one, or by a paper alone.

    What is wrong with the key file raises `BookError`.
    """
    try:
        slots = None if key is None else slots_of(path)
    except KeyFileError as error:
        raise BookError(Fault.KEYS_UNUSABLE, key_file(path)) from error
    except OSError as error:
        raise BookError(Fault.of(error), key_file(path)) from error
    return slots if slots is not None and key is not None and slots.mark == key.mark else None


def slots_within(content: bytes) -> KeySlots | None:
    """Give the lock that a key file carries, None for one without."""
    return _slots_in(_parsed(content, Path()))


def only_slots(slots: KeySlots) -> bytes:
    """Give the content of a key file that opens copies, and signs nothing."""
    return _content({_SLOTS: _plain_slots(slots)})


def put_slots(path: Path, slots: KeySlots | None, key: FileKey | None) -> None:
    """Write how a book is locked; what it signs by is sealed by `key`, plain without either.

    The file is there whole before and after; what the disk does raises `OSError`.
    """
    place = key_file(path)
    told = _read(place)
    signing = _signing(told)
    for name in (_SLOTS, _SIGNING, _SEALED_SIGNING):
        told.pop(name, None)
    if slots is not None:
        told[_SLOTS] = _plain_slots(slots)
    if signing is not None and slots is not None and key is not None:
        told[_SEALED_SIGNING] = key.sealed(_base64(signing))
    elif signing is not None:
        told[_SIGNING] = _base64(signing)
    if told:
        put_in_place(_content(told), place)
    else:
        place.unlink(missing_ok=True)


def put_slots_of_copies(folder: Path, slots: KeySlots | None) -> None:
    """Write how the copies in a folder are locked."""
    place = folder / OF_COPIES
    if slots is None:
        place.unlink(missing_ok=True)
    else:
        put_in_place(only_slots(slots), place)


def keep_slots_of_copies(folder: Path, slots: KeySlots) -> None:
    """Write how the copies in a folder are locked, unless that stands there."""
    place = folder / OF_COPIES
    with suppress(KeyFileError):
        if _slots_in(_read(place)) == slots:
            return
    put_slots_of_copies(folder, slots)


def signing_secret(book: Path) -> bytes | None:
    """Give the secret by which a book signs, None before the first time."""
    place = key_file(book)
    try:
        return _signing(_read(place))
    except KeyFileError as error:
        raise KeyFileError(place.name) from error


def sweep_half_written(book: Path) -> None:
    """Take away what a power cut left of a key file of a book, beside it under another name."""
    told = _read(key_file(book))
    known = [told[_SLOTS]["mark"]] if _slots_in(told) else []
    with suppress(KeyFileError):
        if (signing := _signing(told)) is not None:
            known.append(_base64(signing))
    for one in book.resolve().parent.glob(f"*{PART}"):
        if one.stat().st_size <= LARGEST:
            content = one.read_bytes()
            if any(text.encode() in content for text in known):
                one.unlink(missing_ok=True)


def signs_in_plain(book: Path) -> bool:
    """Tell whether what a book signs by can be read without its key."""
    return _SIGNING in _read(key_file(book))


def put_signing_secret(book: Path, secret: bytes) -> None:
    """Keep the secret by which a book signs from now on; one that is there stays: FileExistsError.

    Of a locked book it is sealed.
    """
    place = key_file(book)
    told = _read(place)
    slots = _slots_in(told)
    if slots is None:
        put_new(_content({_SIGNING: _base64(secret)}), place)
        return
    key = unlocked.of(slots.mark)
    if key is None:
        raise KeyFileError(place.name)
    told[_SEALED_SIGNING] = key.sealed(_base64(secret))
    put_in_place(_content(told), place)


def _signing(told: dict[str, Any]) -> bytes | None:
    text = told.get(_SIGNING)
    if text is None and _SEALED_SIGNING in told:
        text = unlocked.line(told[_SEALED_SIGNING])
        if not text:
            raise KeyFileError(_SEALED_SIGNING)
    return None if text is None else _bytes(text)


def _plain_slots(slots: KeySlots) -> dict[str, str]:
    plain = {"mark": slots.mark.hex(), "password": _base64(slots.password)}
    return plain | ({"deputy": _base64(slots.deputy)} if slots.deputy else {})


def _slots_in(told: dict[str, Any]) -> KeySlots | None:
    plain = told.get(_SLOTS)
    if plain is None:
        return None
    try:
        deputy = _bytes(plain["deputy"]) if "deputy" in plain else b""
        return KeySlots(bytes.fromhex(plain["mark"]), _bytes(plain["password"]), deputy)
    except (ValueError, KeyError, TypeError) as wrong:
        raise KeyFileError(_SLOTS) from wrong


def _read(place: Path) -> dict[str, Any]:
    """Give what a key file says besides its form, nothing when there is none."""
    with suppress(FileNotFoundError), place.open("rb") as file:
        return _parsed(file.read(LARGEST + 1), place)
    return {}


def _parsed(content: bytes, place: Path) -> dict[str, Any]:
    try:
        if len(content) > LARGEST:
            raise KeyFileError(place.name)
        told = json.loads(content.decode("ascii"))
        summed = told.pop(_SUM, None)
        if told["format"] != FORMAT or (summed is None and _SLOTS in told):
            raise KeyFileError(place.name)
        if summed is not None and summed != _sum_of(told):
            raise KeyFileError(place.name)
        del told["format"]
    except (ValueError, KeyError, TypeError, AttributeError) as wrong:
        raise KeyFileError(place.name) from wrong
    found: dict[str, Any] = told
    return found


def _content(told: dict[str, Any]) -> bytes:
    told = {"format": FORMAT, **told}
    return json.dumps(told | {_SUM: _sum_of(told)}).encode()


def _sum_of(told: dict[str, Any]) -> str:
    return hashlib.sha256(canonical_json(told).encode()).hexdigest()


def _base64(data: bytes) -> str:
    return base64.b64encode(data).decode()


def _bytes(text: Any) -> bytes:  # noqa: ANN401 - what a file says
    try:
        return base64.b64decode(text, validate=True)
    except (ValueError, TypeError) as wrong:
        raise KeyFileError from wrong
