"""The cell's own key, made when the first packet is signed and kept beside the book.

It is a file of its own, NAME.keys: what stands in the book is written to its history and its
readable journal, where no secret may be. Whoever carries the book carries this file with it.
"""

from __future__ import annotations

import base64
import hashlib
import json
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import (
    Ed25519PrivateKey,
    Ed25519PublicKey,
)

from cellsecretary.exchange.private_files import put_new

if TYPE_CHECKING:
    from pathlib import Path

FORMAT = 1
SUFFIX = ".keys"
KEY_BYTES, SIGNATURE_BYTES = 32, 64
_GROUP = 4
_PRINTED = 16


class KeyFileError(Exception):
    """The key file beside a book is there and cannot be used; nothing was written."""


@dataclass(frozen=True, slots=True)
class Signature:
    """Who signed, by public key, and the signature; both as bytes."""

    key: bytes
    signature: bytes

    def is_of(self, data: bytes) -> bool:
        """Tell whether the owner of the key signed exactly these bytes."""
        try:
            Ed25519PublicKey.from_public_bytes(self.key).verify(self.signature, data)
        except (InvalidSignature, ValueError):
            return False
        return True


class SigningKey:
    """A private key; it never shows itself, in an error or otherwise."""

    def __init__(self, private: Ed25519PrivateKey) -> None:
        self._private = private

    def __repr__(self) -> str:
        """Name the key by its public code."""
        return f"SigningKey({printed_code(self.public)})"

    @property
    def public(self) -> bytes:
        """The public key, which everybody may know."""
        return self._private.public_key().public_bytes_raw()

    def sign(self, data: bytes) -> Signature:
        """Sign; the same bytes give the same signature."""
        return Signature(self.public, self._private.sign(data))


def printed_code(public: bytes) -> str:
    """Give the short code by which people compare a public key: 3F2A-09C4-…, from its SHA-256."""
    digits = hashlib.sha256(public).hexdigest()[:_PRINTED].upper()
    return "-".join(digits[at : at + _GROUP] for at in range(0, _PRINTED, _GROUP))


def key_file(book: Path) -> Path:
    """Give where the key of a book is."""
    return book.with_suffix(SUFFIX)


def signing_key(book: Path) -> SigningKey:
    """Give the key of a book, made and written to the disk when there is none yet."""
    path = key_file(book)
    with suppress(FileNotFoundError):
        return _read(path)
    private = Ed25519PrivateKey.generate()
    secret = base64.b64encode(private.private_bytes_raw()).decode()
    text = json.dumps({"format": FORMAT, "signing": secret})
    try:
        keep_key_file(text.encode(), book)
    except FileExistsError:
        return _read(path)
    return SigningKey(private)


def public_key(book: Path) -> bytes | None:
    """Give the public key of a book, None while it has signed nothing; nothing is written."""
    try:
        return _read(key_file(book)).public
    except (OSError, KeyFileError):
        return None


def keep_key_file(content: bytes, book: Path) -> None:
    """Put a key file beside a book; one that is there raises FileExistsError."""
    put_new(content, key_file(book))


def _read(path: Path) -> SigningKey:
    try:
        plain = json.loads(path.read_text(encoding="ascii"))
        secret = base64.b64decode(plain["signing"], validate=True)
        if plain["format"] != FORMAT or len(secret) != KEY_BYTES:
            raise KeyFileError(path.name)
        return SigningKey(Ed25519PrivateKey.from_private_bytes(secret))
    except (ValueError, KeyError, TypeError) as wrong:
        raise KeyFileError(path.name) from wrong
