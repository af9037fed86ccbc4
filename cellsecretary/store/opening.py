"""`Opening`: a file opened as it can be: to write, to look, or made again from a copy."""

from __future__ import annotations

import os
from contextlib import closing, contextmanager
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, TypeVar

from cellsecretary.store.backups import Backups
from cellsecretary.store.book import Book
from cellsecretary.store.connecting import head_of
from cellsecretary.store.encrypting import decrypt, encrypt, finish
from cellsecretary.store.errors import BookError, Fault
from cellsecretary.store.lock import WriterLock
from cellsecretary.store.recovering import Recovered, recover, restore

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from cellsecretary.core.ruleset import RuleSource
    from cellsecretary.store.file_key import FileKey
    from cellsecretary.store.key_file import KeySlots
    from cellsecretary.store.ledger import Ledger

L = TypeVar("L", bound="Ledger")


class Looking(StrEnum):
    """Why a file is open to look only; sentences are in resources/messages."""

    IN_USE = "in_use"
    TOO_NEW = "too_new"
    READ_ONLY = "read_only"
    DEPUTY = "deputy"
    CHOSEN = "chosen"


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

    def is_of(self, path: Path) -> bool:
        """Tell whether it is the file of a name."""
        return self.ledger.path.resolve() == path.resolve()

    def close(self) -> None:
        """Let go of the file, then of the right to write it."""
        self.ledger.close()
        if self.lock is not None:
            self.lock.release()


class Opening:
    """Opens files; what stands in the way raises `BookError`.

    `folder` gives the place of the backups, `rules` those of the program.
    """

    def __init__(
        self,
        folder: Callable[[], Path],
        rules: Callable[[], RuleSource],
        clock: Callable[[], dt.datetime],
    ) -> None:
        self._folder_of_all = folder
        self._rules = rules
        self._clock = clock

    @property
    def _folder(self) -> Path:
        return self._folder_of_all()

    def has_copies(self, path: Path) -> bool:
        """Tell whether there are copies of a file of this name at this place."""
        backups = Backups.beside(self._folder, path)
        return backups is not None and bool(backups.all())

    def write(self, kind: type[L], path: Path, *, again: bool = False) -> Opened:
        """Open a file to write; damaged, it is made again; of a later program, it is looked at.

        With `again` it is made again in any case. Whoever writes it already raises `InUse`.
        """
        if path.exists() and not os.access(path, os.W_OK):
            return self.look(kind, path, Looking.READ_ONLY)
        lock = WriterLock(path, self._clock())
        try:
            return self._write(kind, path, lock, again=again)
        except BookError as error:
            lock.release()
            if error.fault is Fault.TOO_NEW:
                return self.look(kind, path, Looking.TOO_NEW)
            raise
        except BaseException:
            lock.release()
            raise

    def write_as_it_is(self, kind: type[L], path: Path) -> Opened:
        """Open a file to write, or say why it cannot be; nothing is made again."""
        lock = WriterLock(path, self._clock())
        try:
            ledger = kind.open(path, self._rules(), self._keep_older)
            return Opened(ledger, lock, self.follow(ledger))
        except BaseException:
            lock.release()
            raise

    def _write(self, kind: type[L], path: Path, lock: WriterLock, *, again: bool) -> Opened:
        recovered = self.recover(kind, path) if again else None
        try:
            ledger = kind.open(path, self._rules(), self._keep_older)
        except BookError as error:
            if error.path != path or again or not self._is_spoilt(error.fault, path):
                raise
            recovered = self.recover(kind, path)
            ledger = kind.open(path, self._rules(), self._keep_older)
        return Opened(ledger, lock, self.follow(ledger), recovered=recovered)

    def _is_spoilt(self, fault: Fault, path: Path) -> bool:
        """Tell whether a file is ours and spoilt: of one without a sound head its copies tell."""
        if fault in (Fault.NOT_A_BOOK, Fault.NOT_A_BOARD, Fault.KEYS_MISSING):
            return self.has_copies(path)
        return fault is Fault.DAMAGED

    def keep(self, ledger: Ledger) -> Path:
        """Copy an open file in any case; give the copy."""
        made = Backups.of(self._folder, ledger).make(ledger, self._clock(), again=True)
        assert made is not None, "a copy was asked for in any case"
        return made.path

    def _keep_older(self, ledger: Ledger) -> None:
        """Copy a file of an earlier program, sound or not, before anything is made of it."""
        Backups.of(self._folder, ledger).make(ledger, self._clock(), as_it_is=True)

    def follow(self, ledger: Ledger) -> Backups:
        """Keep a journal of an open file from now on; give where its copies are."""
        backups = Backups.of(self._folder, ledger)
        finish(backups, ledger.key)
        ledger.follower = backups.journal
        return backups

    def look(self, kind: type[L], path: Path, why: Looking | None = None) -> Opened:
        """Open a file to look only."""
        return Opened(kind.look(path, self._rules()), looking=why)

    def recover(self, kind: type[L], path: Path) -> Recovered:
        """Make a damaged or lost file again from its newest sound copy and the journal.

        Nobody has it open. Without a copy the file stays as it is and `BookError` is raised.
        """
        backups = Backups.beside(self._folder, path)
        if backups is None:
            raise BookError(Fault.DAMAGED, path)
        return recover(path, kind, backups, self._rules(), self._clock())

    def restore(self, kind: type[L], path: Path, copy: Path) -> None:
        """Put a copy in the place of a file that nobody has open."""
        with self._alone(path):
            restore(path, kind, copy, self._rules())

    def encrypt(self, kind: type[L], path: Path, key: FileKey, slots: KeySlots) -> tuple[Path, ...]:
        """Encrypt a plain file that nobody has open; give those copies that could not be."""
        with self._alone(path):
            return encrypt(path, kind, key, slots, self._folder, self._rules())

    def decrypt(self, kind: type[L], path: Path, key: FileKey) -> None:
        """Make an encrypted file that nobody has open plain, with its copies."""
        with self._alone(path):
            decrypt(path, kind, key, self._folder, self._rules())

    @contextmanager
    def _alone(self, path: Path) -> Iterator[None]:
        lock = WriterLock(path, self._clock())
        try:
            yield
        finally:
            lock.release()

    def bring_back(self, path: Path, copy: Path) -> Path | None:
        """Put a copy in the place of a file; give where what was there is now, None for nothing.

        A sound file is among its copies afterwards, any other one lies beside.
        """
        kind = kind_of(copy)
        lock = WriterLock(path, self._clock())
        kept: Path | None = None
        try:
            if path.exists():
                try:
                    with closing(kind.look(path, self._rules())) as before:
                        kept = self.keep(before)
                except BookError:
                    return restore(path, kind, copy, self._rules(), self._clock())
            restore(path, kind, copy, self._rules())
        finally:
            lock.release()
        return kept


def kind_of(path: Path) -> type[Ledger]:
    """Tell by its header whether a file is a board or, if anything, a book."""
    from cellsecretary.store.board import Board  # who opens a book reads nothing of boards

    try:
        head_of(path, Board.schema)
    except BookError as error:
        if error.fault is not Board.schema.stranger:
            raise
        return Book
    return Board
