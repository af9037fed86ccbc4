"""What the world can do to a book file, as kinds; anything else is a bug and is not caught."""

from __future__ import annotations

import errno
from contextlib import contextmanager
from enum import StrEnum
from typing import TYPE_CHECKING

from cellsecretary.store.engine import sqlite3

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


class Fault(StrEnum):
    """Why a book cannot be opened, read or written; sentences are in resources/messages."""

    MISSING = "missing"
    EXISTS = "exists"
    NOT_A_BOOK = "not_a_book"
    NOT_A_BOARD = "not_a_board"
    DAMAGED = "damaged"
    TOO_NEW = "too_new"
    READ_ONLY = "read_only"
    FULL = "full"
    LOCKED = "locked"
    UNREACHABLE = "unreachable"
    CHANGED_ELSEWHERE = "changed_elsewhere"
    IN_USE = "in_use"
    LOOK_ONLY = "look_only"
    GONE = "gone"
    REPLACED = "replaced"
    NEEDS_PASSWORD = "needs_password"
    KEYS_MISSING = "keys_missing"
    KEYS_UNUSABLE = "keys_unusable"
    CANNOT_ENCRYPT = "cannot_encrypt"
    TEXT_TOO_LONG = "text_too_long"

    @classmethod
    def of(cls, error: OSError) -> Fault:
        """Give the kind of a fault of the disk."""
        if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
            return cls.READ_ONLY
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            return cls.FULL
        return cls.UNREACHABLE


LOST = (Fault.DAMAGED, Fault.MISSING, Fault.GONE, Fault.REPLACED)
"""Faults of a file that a copy can take the place of."""


class BookError(Exception):
    """A fault of the environment, with the file that it concerns."""

    def __init__(self, fault: Fault, path: Path | str) -> None:
        super().__init__(f"{fault.value}: {path}")
        self.fault = fault
        self.path = path


# The primary result codes of SQLite (extended codes carry them in the low byte).
_FAULTS = {
    sqlite3.SQLITE_FULL: Fault.FULL,
    sqlite3.SQLITE_READONLY: Fault.READ_ONLY,
    sqlite3.SQLITE_BUSY: Fault.LOCKED,
    sqlite3.SQLITE_LOCKED: Fault.LOCKED,
    sqlite3.SQLITE_CORRUPT: Fault.DAMAGED,
    sqlite3.SQLITE_NOTADB: Fault.NOT_A_BOOK,
    sqlite3.SQLITE_CANTOPEN: Fault.UNREACHABLE,
    sqlite3.SQLITE_IOERR: Fault.UNREACHABLE,
    sqlite3.SQLITE_PERM: Fault.READ_ONLY,
}

_TEXTS = {
    "database or disk is full": Fault.FULL,
    "database is locked": Fault.LOCKED,
    "attempt to write a readonly database": Fault.READ_ONLY,
    "disk I/O error": Fault.UNREACHABLE,
    "unable to open database file": Fault.UNREACHABLE,
}
"""What SQLCipher says, without a code or with that of any error, when a copy of a file fails."""


@contextmanager
def faults(path: Path | str) -> Iterator[None]:
    """Turn SQLite's errors about the file into `BookError`; others pass, they are bugs."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        code = getattr(error, "sqlite_errorcode", None)
        fault = _FAULTS.get((code or 0) & 0xFF)
        if fault is None and isinstance(error, sqlite3.OperationalError):
            # Without any code Python itself found a text that is none.
            fault = _TEXTS.get(str(error), Fault.DAMAGED if code is None else None)
        if fault is None:
            raise
        raise BookError(fault, path) from error
    except UnicodeDecodeError as error:
        # Python could not read what SQLite had to say of a damaged schema.
        raise BookError(Fault.DAMAGED, path) from error
