"""The keys of the office that packets are sealed for, in a file of their own beside its board.

Of each key there is one secret, an age identity. What the office signs with follows from it, so
that one code on paper brings back both. The file is described in docs/packet.md.
"""

from __future__ import annotations

import base64
import hashlib
import json
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from enum import StrEnum
from itertools import count
from typing import TYPE_CHECKING

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from cellsecretary.core.plain import Lenient, canonical_json, from_plain
from cellsecretary.exchange.delivery import FULL
from cellsecretary.exchange.keys import KEY_BYTES, SigningKey, printed_code
from cellsecretary.exchange.packet_zip import Flaw, PacketError
from cellsecretary.exchange.recovery_code import code_of, identity_of, public_key_of
from cellsecretary.exchange.seal import SEALED, NotForUs, seal_of, unsealed
from cellsecretary.exchange.strict_json import LARGEST, strict_json
from cellsecretary.store import passwords
from cellsecretary.store.passwords import (
    SHORTEST_PASSWORD,
    TooSlow,
    WrongPassword,
    missing_characters,
)
from cellsecretary.store.private_files import put_in_place, put_new

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

FORMAT = 1
SUFFIX = ".khoa"

_SIGNING = b"cellsecretary office signing key 1"
"""What a signing key is derived for; another text would give other keys."""

_SUM = "sha256"


class KeyTrouble(StrEnum):
    """Why the keys of an office cannot be used, or were not changed."""

    NO_KEYS = "no_keys"
    EXISTS = "exists"
    WRONG_PASSWORD = "wrong_password"
    PASSWORD_TOO_SHORT = "password_too_short"
    DAMAGED = "damaged"
    TOO_NEW = "too_new"
    TOO_SLOW = "too_slow"
    BAD_CODE = "bad_code"
    LACKS_KEYS = "lacks_keys"
    NOT_READ = "not_read"
    NO_ROOM = "no_room"
    NOT_WRITTEN = "not_written"


class OfficeKeyError(Exception):
    """The key file is as it was before.

    `place` is its name; of a bad code its number, of a short password the length that it needs.
    """

    def __init__(self, trouble: KeyTrouble, place: str) -> None:
        super().__init__(f"{trouble.value}: {place}")
        self.trouble = trouble
        self.place = place


@dataclass(frozen=True)
class PublicPart:
    """What everybody may know: the keys that packets are sealed for, newest last, and who signs."""

    seal_keys: tuple[str, ...]
    signing_key: bytes

    @property
    def seal_key(self) -> str:
        """The key that packets are to be sealed for from now on."""
        return self.seal_keys[-1]

    @property
    def code(self) -> str:
        """The short code by which people compare the signing key."""
        return printed_code(self.signing_key)


class OfficeKeys:
    """The keys of an office, unlocked; they never show themselves, in an error or otherwise."""

    def __init__(self, identities: Iterable[str]) -> None:
        """Take the identities, newest last; a text that is none raises ValueError."""
        self._identities = tuple(identities)
        seal_keys = tuple(map(public_key_of, self._identities))
        self.signer = _signing_key(self._identities[-1])
        self.public = PublicPart(seal_keys, self.signer.public)

    def __repr__(self) -> str:
        """Name the keys by what everybody may know."""
        return f"OfficeKeys({', '.join(self.public.seal_keys)})"

    @property
    def seal_key(self) -> str:
        """The public key that packets are to be sealed for from now on."""
        return self.public.seal_key

    @property
    def recovery_codes(self) -> tuple[str, ...]:
        """A code for each key, newest last, in groups to be printed: who has them has the keys."""
        return tuple(map(code_of, self._identities))

    def open(self, data: bytes) -> bytes:
        """Give the packet inside a sealed one; for the key of another it raises `NotForUs`."""
        try:
            return unsealed(data, *self._identities)
        except NotForUs:
            seal = seal_of(data)
            if seal is not None and seal.recipient in self.public.seal_keys:
                raise PacketError(Flaw.DAMAGED, SEALED) from None
            raise

    def with_new(self) -> OfficeKeys:
        """Give the keys with a new one, which holds from now on."""
        return OfficeKeys([*self._identities, _generated()])

    def locked(self, password: str) -> bytes:
        """Give the content of a key file that this password opens; takes a second or two."""
        listed = json.dumps(self._identities).encode()
        told = {
            "format": FORMAT,
            "seal_keys": self.public.seal_keys,
            "signing_key": _base64(self.public.signing_key),
            "secret": _base64(passwords.locked(listed, password)),
        }
        return canonical_json(told | {_SUM: _sum(told)}).encode()


@dataclass(frozen=True)
class _KeyFile(Lenient):
    """A key file as it was read, its sum being right."""

    format: int
    seal_keys: tuple[str, ...]
    signing_key: str
    secret: str

    @property
    def public(self) -> PublicPart:
        """What it says of the keys; what cannot be said of any raises ValueError."""
        signing = base64.b64decode(self.signing_key, validate=True)
        if not self.seal_keys or len(signing) != KEY_BYTES:
            raise ValueError
        return PublicPart(self.seal_keys, signing)


def office_key_file(board: Path) -> Path:
    """Give where the keys of the office with this board are."""
    return board.with_suffix(SUFFIX)


def public_part(board: Path) -> PublicPart | None:
    """Give what needs no password, None while there is no key; a damaged file raises."""
    try:
        return _read(office_key_file(board)).public
    except OfficeKeyError as wrong:
        if wrong.trouble is KeyTrouble.NO_KEYS:
            return None
        raise


def make_key(board: Path, password: str) -> OfficeKeys:
    """Make the first key of an office."""
    path = office_key_file(board)
    _insist_on_length(password)
    if path.exists():
        raise OfficeKeyError(KeyTrouble.EXISTS, path.name)
    keys = OfficeKeys([_generated()])
    content = keys.locked(password)
    with _writing(path):
        put_new(content, path)
    return keys


def new_key(board: Path, password: str) -> OfficeKeys:
    """Make a further key that holds from now on; packets sealed for an old one still open."""
    return _kept(board, unlock(board, password).with_new(), password)


def change_password(board: Path, old: str, new: str) -> OfficeKeys:
    """Let another password open the same keys."""
    _insist_on_length(new)
    return _kept(board, unlock(board, old), new)


def unlock(board: Path, password: str) -> OfficeKeys:
    """Give the keys of an office; takes a second or two, so that guessing takes years."""
    path = office_key_file(board)
    file = _read(path)
    try:
        keys = OfficeKeys(json.loads(_decrypted(file, path, password)))
    except (ValueError, TypeError, LookupError):
        raise OfficeKeyError(KeyTrouble.DAMAGED, path.name) from None  # its text is a secret
    if keys.public != file.public:
        # Perhaps somebody put in a key of his own, so that packets are sealed for him.
        raise OfficeKeyError(KeyTrouble.DAMAGED, path.name)
    return keys


def recover(
    board: Path, codes: Iterable[str], password: str, *, without_some: bool = False
) -> OfficeKeys:
    """Make the key file anew from the printed codes, newest last, with a new password.

    When the file that is there has a key without a code, that key would be lost: it raises
    `LACKS_KEYS`, or with `without_some` keeps that file under another name, as a damaged one.
    """
    path = office_key_file(board)
    _insist_on_length(password)
    identities = {public_key_of(one): one for one in _identities(codes)}
    there = _public_part_or_damage(path)
    known = there.seal_keys if there else ()
    lacking = not identities.keys() >= set(known)
    if lacking and not without_some:
        raise OfficeKeyError(KeyTrouble.LACKS_KEYS, path.name)
    # The file knows their order better than whoever typed; what it does not know is newer.
    places = {key: at for at, key in enumerate(known)}
    ordered = sorted(identities, key=lambda key: places.get(key, len(places)))
    keys = OfficeKeys(identities[key] for key in ordered)
    content = keys.locked(password)
    with _writing(path):
        if lacking or there is None:
            _keep_aside(path)
        put_in_place(content, path)
    return keys


def _kept(board: Path, keys: OfficeKeys, password: str) -> OfficeKeys:
    path = office_key_file(board)
    content = keys.locked(password)
    with _writing(path):
        put_in_place(content, path)
    return keys


def _public_part_or_damage(path: Path) -> PublicPart | None:
    """Give the public part of a file that may be replaced, None of one that is damaged or away."""
    try:
        return _read(path).public
    except OfficeKeyError as wrong:
        if wrong.trouble in (KeyTrouble.NO_KEYS, KeyTrouble.DAMAGED):
            return None
        raise


def _keep_aside(path: Path) -> None:
    """Keep a file, if there is one, under another name too."""
    if not path.exists():
        return
    content = path.read_bytes()
    for number in count(1):
        with suppress(FileExistsError):
            put_new(content, path.with_name(f"{path.stem}.{number}{SUFFIX}"))
            return


@contextmanager
def _writing(path: Path) -> Iterator[None]:
    """Say as a kind why a file was not written."""
    try:
        yield
    except FileExistsError as wrong:
        raise OfficeKeyError(KeyTrouble.EXISTS, path.name) from wrong
    except OSError as wrong:
        why = KeyTrouble.NO_ROOM if wrong.errno in FULL else KeyTrouble.NOT_WRITTEN
        raise OfficeKeyError(why, path.name) from wrong


def _read(path: Path) -> _KeyFile:
    try:
        with path.open("rb") as opened:
            data = opened.read(LARGEST + 1)
    except FileNotFoundError as wrong:
        raise OfficeKeyError(KeyTrouble.NO_KEYS, path.name) from wrong
    except OSError as wrong:
        raise OfficeKeyError(KeyTrouble.NOT_READ, path.name) from wrong
    try:
        told = strict_json(data, path.name)
        whole = told.pop(_SUM) == _sum(told)
        too_new = whole and told["format"] > FORMAT
        file = None if too_new else from_plain(_KeyFile, told)
        if file is not None and whole and file.public:
            return file
    except (PacketError, ValueError, LookupError, TypeError, AttributeError) as wrong:
        raise OfficeKeyError(KeyTrouble.DAMAGED, path.name) from wrong
    raise OfficeKeyError(KeyTrouble.TOO_NEW if too_new else KeyTrouble.DAMAGED, path.name)


def _decrypted(file: _KeyFile, path: Path, password: str) -> bytes:
    secret = base64.b64decode(file.secret, validate=True)
    try:
        return passwords.unlocked(secret, password)
    except WrongPassword as wrong:
        # The sum was right, so it is not the file.
        raise OfficeKeyError(KeyTrouble.WRONG_PASSWORD, path.name) from wrong
    except TooSlow as wrong:
        raise OfficeKeyError(KeyTrouble.TOO_SLOW, path.name) from wrong


def _identities(codes: Iterable[str]) -> Iterator[str]:
    number = 0
    for number, code in enumerate(codes, 1):
        identity = identity_of(code)
        if identity is None:
            raise OfficeKeyError(KeyTrouble.BAD_CODE, str(number))
        yield identity
    if not number:
        raise OfficeKeyError(KeyTrouble.BAD_CODE, "1")


def _generated() -> str:
    import pyrage

    return str(pyrage.x25519.Identity.generate())


def _signing_key(identity: str) -> SigningKey:
    derived = HKDF(SHA256(), KEY_BYTES, salt=None, info=_SIGNING).derive(identity.encode())
    return SigningKey(Ed25519PrivateKey.from_private_bytes(derived))


def _insist_on_length(password: str) -> None:
    if missing_characters(password):
        raise OfficeKeyError(KeyTrouble.PASSWORD_TOO_SHORT, str(SHORTEST_PASSWORD))


def _sum(told: Mapping[str, object]) -> str:
    """Give the SHA-256 of everything else that a key file says."""
    return hashlib.sha256(canonical_json(told).encode()).hexdigest()


def _base64(data: bytes) -> str:
    return base64.b64encode(data).decode()
