"""`Keeping`: what goes on beside an open file: copies of it, its check, and who else wants it."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QThread, QTimer, Signal

from cellsecretary.rules import bundled
from cellsecretary.store import BookError, Fault
from cellsecretary.store.checking import Finding, Harm, Stopped, check
from cellsecretary.ui.backing_up import BackingUp
from cellsecretary.ui.beside import left_to_the_window

if TYPE_CHECKING:
    from pathlib import Path

    from cellsecretary.store.ledger import Ledger
    from cellsecretary.store.opening import Opened
    from cellsecretary.ui.ledger_session import LedgerSession
    from cellsecretary.ui.ledger_window import LedgerWindow

BEFORE_CHECK = 1000
"""Milliseconds after the window came up before the whole file is read."""

LOOK = 500
"""Milliseconds between two looks whether another start asks for the window."""


class _Check(QThread):
    """Reads the whole file beside the window, by a connection of its own that only reads."""

    def __init__(self, ledger: Ledger, parent: QObject) -> None:
        super().__init__(parent)
        self._kind, self._path = type(ledger), ledger.path
        self._head = ledger.file_head
        self.findings: tuple[Finding, ...] = ()

    @left_to_the_window()
    def run(self) -> None:
        """Check the file until it is done or nobody wants to know."""
        try:
            file = self._kind.look(self._path, bundled(), self._head)
        except BookError as error:
            # That it cannot be read at all just now is told by the next act.
            self.findings = (Finding(Harm.PAGES),) if error.fault is Fault.DAMAGED else ()
            return
        try:
            with suppress(Stopped):
                self.findings = check(file, lambda: not self.isInterruptionRequested())
        finally:
            file.close()


class Keeping(QObject):
    """Looks after one open file as long as its window is there.

    `window` is that window. `checked` carries the findings, none for a sound file; `asked_for`
    says that a second start wants the window.
    """

    checked = Signal(tuple)
    asked_for = Signal()

    def __init__(
        self, opened: Opened, session: LedgerSession, window: LedgerWindow, folder: Path
    ) -> None:
        super().__init__(session)
        self._opened = opened
        self.window = window
        self.backing_up: BackingUp | None = None
        self._check: _Check | None = None
        self._is_stopped = False
        if opened.looking is None:
            self.backing_up = BackingUp(session, folder, self)
            self.backing_up.failed.connect(window.show_no_backup)
            self.backing_up.made.connect(window.show_backup)
        self.checked.connect(window.show_findings)
        self._requests = QTimer(self)
        self._requests.timeout.connect(self._look_for_requests)
        if opened.lock is not None:
            self._requests.start(LOOK)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self._begin)
        self._later.start(BEFORE_CHECK)

    def _begin(self) -> None:
        """Do what can wait until the window is there: a first copy, the journal, the check."""
        ledger, backups = self._opened.ledger, self._opened.backups
        if self.backing_up is not None and backups is not None and not backups.all():
            self.backing_up.run_quietly()
        if ledger.follower is not None:
            ledger.follower.catch_up(ledger)
        self.check()

    def check(self) -> None:
        """Read the whole file, beside the window."""
        if self._check is None and not self._is_stopped:
            self._check = _Check(self._opened.ledger, self)
            self._check.finished.connect(self._end_check)
            self._check.start()

    def _end_check(self) -> None:
        check, self._check = self._check, None
        if check is not None:
            check.deleteLater()
            self.checked.emit(check.findings)

    def _look_for_requests(self) -> None:
        lock = self._opened.lock
        if lock is not None and lock.was_asked_for():
            self.asked_for.emit()

    def stop(self) -> None:
        """Read the file no more: it is to be closed."""
        self._later.stop()
        self._is_stopped = True
        self._requests.stop()
        check, self._check = self._check, None
        if check is not None:
            check.requestInterruption()
            check.wait()
