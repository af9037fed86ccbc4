"""The code on paper that brings back a key: its identity as age writes it, in groups to be typed.

The last six letters are the checksum of Bech32, so a mistyped code is noticed.
"""

from __future__ import annotations

_PREFIX = "AGE-SECRET-KEY-1"
_GROUP = 4
_LENGTH = 58
_BETWEEN = " \t\r\n\u00a0-–—.,"
# No code has these: whoever types one means the letter that looks alike.
_MEANT = str.maketrans("OI1B", "0LL8", _BETWEEN)


def code_of(identity: str) -> str:
    """Give the code of an identity, in groups of four."""
    letters = identity.removeprefix(_PREFIX)
    return " ".join(letters[at : at + _GROUP] for at in range(0, len(letters), _GROUP))


def identity_of(code: str) -> str | None:
    """Give the identity of a code as somebody typed it, None when it was mistyped."""
    import pyrage

    try:
        return str(pyrage.x25519.Identity.from_str(_PREFIX + _letters(code)))
    except pyrage.IdentityError:
        return None


def key_of_code(code: str) -> str | None:
    """Give the public key that a code belongs to, None when it was mistyped."""
    identity = identity_of(code)
    return None if identity is None else public_key_of(identity)


def missing_letters(code: str) -> int:
    """Count the letters of a code that are not typed yet."""
    return max(_LENGTH - len(_letters(code)), 0)


def _letters(code: str) -> str:
    return code.strip().upper().removeprefix(_PREFIX).translate(_MEANT)


def public_key_of(identity: str) -> str:
    """Give what packets are sealed for, `age1…`; a text that is no identity raises ValueError."""
    import pyrage

    try:
        return str(pyrage.x25519.Identity.from_str(identity).to_public())
    except pyrage.IdentityError:
        raise ValueError from None  # the text is a secret
