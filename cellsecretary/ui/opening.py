"""`Opening`: a book or a board opened as it can be: to write, to look, or made again from a copy."""

from __future__ import annotations

import os
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, TypeVar

from cellsecretary.rules import bundled
from cellsecretary.store import BookError, Fault
from cellsecretary.store.backups import Backups
from cellsecretary.store.lock import WriterLock
from cellsecretary.store.recovering import Recovered, recover, restore

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable
    from pathlib import Path

    from cellsecretary.store.ledger import Ledger

L = TypeVar("L", bound="Ledger")

LOST = (Fault.DAMAGED, Fault.MISSING, Fault.GONE, Fault.REPLACED)
"""Faults of a file that a copy can take the place of."""


class Looking(StrEnum):
    """Why a file is open to look only; sentences are in resources/messages."""

    IN_USE = "in_use"
    TOO_NEW = "too_new"
    READ_ONLY = "read_only"


@dataclass
class Opened:
    """An open file with what belongs to it while it is open.

    `recovered` says that it was made again from a copy just now.
    """

    ledger: Ledger
    lock: WriterLock | None = None
    backups: Backups | None = None
    looking: Looking | None = None
    recovered: Recovered | None = None

    def close(self) -> None:
        """Let go of the file, then of the right to write it."""
        self.ledger.close()
        if self.lock is not None:
            self.lock.release()


class Opening:
    """Opens files of one place of backups; what stands in the way raises `BookError`."""

    def __init__(self, folder: Path, clock: Callable[[], dt.datetime]) -> None:
        self._folder = folder
        self._clock = clock

    def write(self, kind: type[L], path: Path) -> Opened:
        """Open a file to write; damaged, it is made again; of a later program, it is looked at.

        Whoever writes it already raises `InUse`.
        """
        if path.exists() and not os.access(path, os.W_OK):
            return self.look(kind, path, Looking.READ_ONLY)
        lock = WriterLock(path, self._clock())
        try:
            return self._write(kind, path, lock)
        except BookError as error:
            lock.release()
            if error.fault is Fault.TOO_NEW:
                return self.look(kind, path, Looking.TOO_NEW)
            raise
        except BaseException:
            lock.release()
            raise

    def _write(self, kind: type[L], path: Path, lock: WriterLock) -> Opened:
        recovered = None
        try:
            ledger = kind.open(path, bundled(), self._keep_copy)
        except BookError as error:
            if error.fault is not Fault.DAMAGED or error.path != path:
                raise
            recovered = self.recover(kind, path)
            ledger = kind.open(path, bundled(), self._keep_copy)
        return Opened(ledger, lock, self.follow(ledger), recovered=recovered)

    def _keep_copy(self, ledger: Ledger) -> None:
        Backups.of(self._folder, ledger).make(ledger, self._clock())

    def follow(self, ledger: Ledger) -> Backups:
        """Keep a journal of an open file from now on; give where its copies are."""
        backups = Backups.of(self._folder, ledger)
        ledger.follower = backups.journal
        ledger.follower.catch_up(ledger)
        return backups

    def look(self, kind: type[L], path: Path, why: Looking) -> Opened:
        """Open a file to look only."""
        return Opened(kind.look(path, bundled()), looking=why)

    def recover(self, kind: type[L], path: Path) -> Recovered:
        """Make a damaged or lost file again from its newest sound copy and the journal.

        Nobody has it open. Without a copy the file stays as it is and `BookError` is raised.
        """
        backups = Backups.beside(self._folder, path)
        if backups is None:
            raise BookError(Fault.DAMAGED, path)
        return recover(path, kind, backups, bundled(), self._clock())

    def restore(self, opened: Opened, copy: Path) -> Path:
        """Put a copy in the place of an open file, which is closed; give the copy of today's state.

        When today's state cannot be copied nothing is done.
        """
        ledger = opened.ledger
        backups = Backups.of(self._folder, ledger)
        made = backups.make(ledger, self._clock(), again=True)
        assert made is not None, "a copy was asked for in any case"
        kind, path = type(ledger), ledger.path
        ledger.close()
        restore(path, kind, copy, bundled())
        return made.path
