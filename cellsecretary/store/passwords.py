"""A secret locked by a password: a passphrase file of age, which takes a second or two to open."""

from __future__ import annotations

from unicodedata import normalize

SHORTEST_PASSWORD = 8

_TOO_SLOW = "Excessive work"
"""How age says that a file was locked by a computer much faster than this one."""


class WrongPassword(Exception):
    """A password does not open a secret that is whole."""


class TooSlow(Exception):
    """To try a password would take this computer far too long."""


def locked(secret: bytes, password: str) -> bytes:
    """Lock a secret; takes a second or two."""
    import pyrage

    return bytes(pyrage.passphrase.encrypt(secret, typed(password)))


def unlocked(data: bytes, password: str) -> bytes:
    """Give a secret; takes a second or two, so that guessing takes years."""
    import pyrage

    try:
        return bytes(pyrage.passphrase.decrypt(data, typed(password)))
    except pyrage.DecryptError as wrong:
        raise (TooSlow if _TOO_SLOW in str(wrong) else WrongPassword) from wrong


def missing_characters(password: str) -> int:
    """Count the characters that a password needs yet."""
    return max(SHORTEST_PASSWORD - len(typed(password)), 0)


def typed(password: str) -> str:
    """Give a password in one way of writing it: one keyboard types ế as one letter, one as two."""
    return normalize("NFC", password)
