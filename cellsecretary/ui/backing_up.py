"""`BackingUp`: keeps proven copies of the open file, away from it, without being asked."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from cellsecretary.rules import bundled
from cellsecretary.store import BookError
from cellsecretary.store.backups import Backups
from cellsecretary.store.checking import Stopped
from cellsecretary.ui.long_work import LongWork, waiting

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from cellsecretary.ui.ledger_session import LedgerSession

HALF_AN_HOUR = 30 * 60_000
"""Milliseconds between the first change after a backup and the next one."""


class BackingUp(QObject):
    """Copies the file before what cannot be undone, half an hour after a change, and at the end.

    `made` comes when the newest state is copied; `failed` carries the `BookError`, of a copy or of
    the journal, and the file itself is as it was.
    """

    made = Signal()
    failed = Signal(object)

    def __init__(self, session: LedgerSession, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._folder = folder
        self._is_copying = False
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(HALF_AN_HOUR)
        self._later.timeout.connect(self.run_quietly)
        session.changed.connect(self.run_later)
        session.cannot_be_undone.connect(self._run_before)

    def run(self, *, can_cancel: bool = True) -> bool:
        """Copy the file unless nothing changed since the last copy; False when there is none."""
        self._later.stop()
        session = self._session
        over = session.parent()
        work = LongWork(
            over if isinstance(over, QWidget) else None,
            self.tr("The backup is being made and checked…"),
            can_cancel=can_cancel,
        )
        return self._tell_of(lambda: self._make(work))

    def run_quietly(self) -> bool:
        """Copy the file while the user may be typing: what is typed meanwhile must not be lost."""
        self._later.stop()
        ledger = self._session.ledger

        def make() -> None:
            with waiting():
                Backups.of(self._folder, ledger).make(ledger, self._session.now())

        return self._tell_of(make)

    def _tell_of(self, make: Callable[[], object]) -> bool:
        if self._is_copying:
            # Two at once would sweep each other's half copies away.
            self.run_later()
            return False
        self._is_copying = True
        try:
            make()
        except Stopped:
            return False
        except BookError as error:
            self.failed.emit(error)
            return False
        finally:
            self._is_copying = False
        self.made.emit()
        return True

    def _make(self, work: LongWork) -> None:
        """Copy the file beside the window, as something that only reads it."""
        ledger, folder, now = self._session.ledger, self._folder, self._session.now()
        kind, path, head = type(ledger), ledger.path, ledger.file_head

        def make() -> bool:
            try:
                file = kind.look(path, bundled(), head)
            except BookError:
                return False
            with closing(file):
                Backups.of(folder, file).make(file, now, goes_on=work.goes_on)
            return True

        if not work.beside(make):
            # Its path may be gone: who has it open can still copy it.
            Backups.of(folder, ledger).make(ledger, now)

    def _run_before(self) -> None:
        """Copy the file before what cannot be undone; that copy is not to be given up."""
        self.run(can_cancel=False)

    def run_later(self, _changes: object = None) -> None:
        """Copy the file half an hour after the first change since the last copy."""
        journal = self._session.ledger.follower
        if journal is not None and journal.fault is not None:
            self.failed.emit(journal.fault)
        if not self._later.isActive():
            self._later.start()
