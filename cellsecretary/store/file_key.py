"""`FileKey`: what a file, its copies and its journal are encrypted by; which keys are unlocked.

All files of one key begin with its mark, where a plain one names its format: so a file says itself
which key it wants, wherever it lies. What is unlocked is a fact of the process, as with a key agent
of a system; `unlocked` is asked wherever a file is opened.
"""

from __future__ import annotations

import base64
import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

MARK = 16
"""Bytes that a file begins with: the salt of SQLCipher."""

_KEY = 32
_NONCE = 12
_LINE = "*"
"""What a sealed line begins with; a plain one begins with a bracket of JSON."""


class FileKey:
    """All that follows from one secret, an age identity; it never shows itself."""

    def __init__(self, secret: str) -> None:
        # A plain file never needs it, and it takes six megabytes.
        from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

        self.secret = secret
        self.mark = self._derived(b"mark", MARK)
        self._pages = self._derived(b"pages", _KEY)
        self._lines = ChaCha20Poly1305(self._derived(b"lines", _KEY))

    def _derived(self, use: bytes, size: int) -> bytes:
        from cryptography.hazmat.primitives.hashes import SHA256
        from cryptography.hazmat.primitives.kdf.hkdf import HKDF

        info = b"cellsecretary book key 1: " + use
        return HKDF(SHA256(), size, salt=None, info=info).derive(self.secret.encode())

    def __repr__(self) -> str:
        """Name the key by what stands at the beginning of every file."""
        return f"FileKey({self.mark.hex()})"

    def __eq__(self, other: object) -> bool:
        """Tell whether two keys open the same files."""
        return isinstance(other, FileKey) and self.secret == other.secret

    @property
    def for_sqlite(self) -> str:
        """The key of the pages and their salt, as SQLCipher takes them without deriving anything.

        A salt that is always the same harms nothing: each page has a random start of its own.
        """
        return f"x'{(self._pages + self.mark).hex()}'"

    def sealed(self, line: str) -> str:
        """Encrypt one line of text into another."""
        nonce = os.urandom(_NONCE)
        data = self._lines.encrypt(nonce, line.encode(errors="backslashreplace"), None)
        return f"{_LINE}{self.mark.hex()} {base64.b64encode(nonce + data).decode()}"

    def opened(self, sealed: str) -> str:
        """Give the line that was sealed; one that was altered raises `ValueError`."""
        from cryptography.exceptions import InvalidTag

        data = base64.b64decode(sealed.partition(" ")[2], validate=True)
        try:
            return self._lines.decrypt(data[:_NONCE], data[_NONCE:], None).decode()
        except InvalidTag:
            raise ValueError from None


class Unlocked:
    """The keys that somebody unlocked, by their marks."""

    def __init__(self) -> None:
        self._keys: dict[bytes, FileKey] = {}

    def add(self, key: FileKey) -> None:
        """Open files of this key from now on."""
        self._keys[key.mark] = key

    def forget(self, key: FileKey) -> None:
        """Open files of this key no more."""
        self._keys.pop(key.mark, None)

    def of(self, mark: bytes) -> FileKey | None:
        """Give the key of files that begin with a mark."""
        return self._keys.get(mark[:MARK])

    def line(self, text: str) -> str:
        """Give a line as it was before it was sealed; a plain one stays, one of no key is empty."""
        if not text.startswith(_LINE):
            return text
        try:
            key = self.of(bytes.fromhex(text[len(_LINE) :].partition(" ")[0]))
            return "" if key is None else key.opened(text)
        except ValueError:
            return ""


unlocked = Unlocked()


def mark_of(path: Path) -> bytes:
    """Give what a file begins with; what cannot be read raises `OSError`."""
    with path.open("rb") as file:
        return file.read(MARK)
