"""The cell's own key, made when the first packet is signed and kept in the key file of its book."""

from __future__ import annotations

import hashlib
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import (
    Ed25519PrivateKey,
    Ed25519PublicKey,
)

from cellsecretary.store.key_file import (
    KeyFileError,
    key_file,
    put_signing_secret,
    signing_secret,
)
from cellsecretary.store.private_files import put_new

if TYPE_CHECKING:
    from pathlib import Path

KEY_BYTES, SIGNATURE_BYTES = 32, 64
_GROUP = 4
_PRINTED = 16


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


def signing_key(book: Path) -> SigningKey:
    """Give the key of a book, made and written to the disk when there is none yet."""
    secret = signing_secret(book)
    if secret is None:
        secret = Ed25519PrivateKey.generate().private_bytes_raw()
        with suppress(FileExistsError):
            put_signing_secret(book, secret)
        secret = signing_secret(book)
    return _key_of(secret, book)


def public_key(book: Path) -> bytes | None:
    """Give the public key of a book, None while it has signed nothing; nothing is written."""
    try:
        secret = signing_secret(book)
        return None if secret is None else _key_of(secret, book).public
    except (OSError, KeyFileError):
        return None


def keep_key_file(content: bytes, book: Path) -> None:
    """Put a key file beside a book; one that is there raises FileExistsError."""
    put_new(content, key_file(book))


def _key_of(secret: bytes | None, book: Path) -> SigningKey:
    if secret is None or len(secret) != KEY_BYTES:
        raise KeyFileError(key_file(book).name)
    return SigningKey(Ed25519PrivateKey.from_private_bytes(secret))
