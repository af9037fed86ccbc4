"""A secret locked by a password: a passphrase file of age, which takes a second or two to open.

How much work that is age measures each time, in a moment: on a busy computer it comes out far too
low now and then. So what is locked is looked at, and what is refused is tried again.
"""

from __future__ import annotations

from unicodedata import normalize

SHORTEST_PASSWORD = 8

LEAST_WORK = 17
"""The work, as a power of two, that a lock has where a few measurements allow it."""

_TRIES = 4
_TOO_SLOW = "Excessive work"
"""How age says that a file was locked by a computer much faster than this one."""


class WrongPassword(Exception):
    """A password does not open a secret that is whole."""


class TooSlow(Exception):
    """To try a password would take this computer far too long."""


def locked(secret: bytes, password: str) -> bytes:
    """Lock a secret; takes a second or two."""
    import pyrage

    strongest = b""
    for _ in range(_TRIES):
        made = bytes(pyrage.passphrase.encrypt(secret, typed(password)))
        strongest = max(strongest, made, key=work_of)
        if work_of(strongest) >= LEAST_WORK:
            break
    return strongest


def work_of(data: bytes) -> int:
    """Give how much work it is to open a secret, as a power of two; 0 for no secret."""
    # The second line of age: "-> scrypt", the salt, the work.
    head = data.split(b"\n", 2)[1:2]
    words = head[0].split() if head else []
    return int(words[3]) if len(words) == 4 else 0


def unlocked(data: bytes, password: str) -> bytes:
    """Give a secret; takes a second or two, so that guessing takes years."""
    import pyrage

    tries = 0
    while True:
        tries += 1
        try:
            return bytes(pyrage.passphrase.decrypt(data, typed(password)))
        except pyrage.DecryptError as wrong:
            if _TOO_SLOW not in str(wrong):
                raise WrongPassword from wrong
            if tries == _TRIES:
                raise TooSlow from wrong


def missing_characters(password: str) -> int:
    """Count the characters that a password needs yet."""
    return max(SHORTEST_PASSWORD - len(typed(password)), 0)


def typed(password: str) -> str:
    """Give a password in one way of writing it: one keyboard types ế as one letter, one as two."""
    return normalize("NFC", password)
