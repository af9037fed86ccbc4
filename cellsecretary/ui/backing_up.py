"""`BackingUp`: keeps proven copies of the open file, away from it, without being asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from cellsecretary.store import BookError
from cellsecretary.store.backups import Backups

if TYPE_CHECKING:
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
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(HALF_AN_HOUR)
        self._later.timeout.connect(self.run)
        session.changed.connect(self.run_later)
        session.cannot_be_undone.connect(self.run)

    def run(self) -> bool:
        """Copy the file unless nothing changed since the last copy; False when that failed."""
        self._later.stop()
        try:
            backups = Backups.of(self._folder, self._session.ledger)
            backups.make(self._session.ledger, self._session.now())
        except BookError as error:
            self.failed.emit(error)
            return False
        self.made.emit()
        return True

    def run_later(self, _changes: object = None) -> None:
        """Copy the file half an hour after the first change since the last copy."""
        journal = self._session.ledger.follower
        if journal is not None and journal.fault is not None:
            self.failed.emit(journal.fault)
        if not self._later.isActive():
            self._later.start()
