"""What nobody foresaw: what is typed is saved first, then one plain dialog says what happened."""

from __future__ import annotations

import logging
import platform
import time
import traceback
from typing import TYPE_CHECKING, Protocol

import PySide6
from PySide6.QtCore import QObject, Qt, Signal, qVersion
from PySide6.QtWidgets import QApplication, QDialog, QMainWindow
from shiboken6 import isValid

import cellsecretary
from cellsecretary import paths
from cellsecretary.rules import RuleFileError
from cellsecretary.store import BookError
from cellsecretary.store.board_schema import BOARD_VERSION
from cellsecretary.store.connecting import SQLITE_VERSION
from cellsecretary.store.schema import SCHEMA_VERSION
from cellsecretary.ui.autosave import flush_what_can_be, stands_unkept
from cellsecretary.ui.error_log import LOG, OWN, table_words
from cellsecretary.ui.error_report import Surroundings, error_place, error_report
from cellsecretary.ui.ledger_window import LedgerWindow
from cellsecretary.ui.page import PageFailed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from types import TracebackType

    from cellsecretary.messages import Messages
    from cellsecretary.ui.dialogs.error import ErrorDialog

QUIET = 30.0
"""Seconds for which the same error is not told again; twice as many each further time."""


CLOSING = frozenset(("reject", "done", "closeEvent"))
STUCK = "could_not_close"


class Teller(Protocol):
    """Says sentences to the person at the window: the program."""

    @property
    def words(self) -> Messages:
        """The sentences in the language of the window."""

    @property
    def window(self) -> QMainWindow | None:
        """The window that is shown."""

    def start(self) -> None:
        """Show the choices of the first start."""

    def tell(self, text: str) -> None:
        """Say what must not be overlooked."""

    def tell_fault(self, error: BookError) -> None:
        """Say what the world did to the open file, and what can be done."""


class CrashHook(QObject):
    """Takes every error that nothing else took: to the log, and once to the person.

    The dialog comes when the act that failed is over, so that it never stands inside of one. An
    error that comes while it is there is only logged, and so is one that was told just before.
    """

    _met = Signal(str, str, str)

    def __init__(self, program: Teller, seconds: Callable[[], float] = time.monotonic) -> None:
        super().__init__()
        self._program = program
        self._seconds = seconds
        self._busy = False
        self._dialog: ErrorDialog | None = None
        self._told: dict[str, tuple[float, float]] = {}
        # Queued, which also brings the errors of other threads to the window's own.
        self._met.connect(self._tell, Qt.ConnectionType.QueuedConnection)

    def __call__(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        """Write an error down, and let it be told."""
        logging.getLogger(OWN).error("unexpected error", exc_info=(kind, error, trace))
        try:
            if issubclass(kind, KeyboardInterrupt):
                QApplication.quit()
            elif isinstance(error, BookError):
                self._tell_fault(error)
            else:
                self._note(error)
        except Exception:
            logging.getLogger(OWN).exception("an error could not be told")
        finally:
            _let_go(trace)
            _let_out(trace)
            # What was half made when it failed is let go, before another event reaches it.
            traceback.clear_frames(trace)

    def _tell_fault(self, error: BookError) -> None:
        if self._busy:
            return
        self._busy = True
        try:
            self._program.tell_fault(error)
        finally:
            self._busy = False

    def _note(self, error: BaseException) -> None:
        report = error_report(error, self._surroundings(), table_words())
        cause = error.__cause__ if isinstance(error, PageFailed) else error
        said = self._sentence(cause)
        if isinstance(error, PageFailed):
            error.page.keep_report(report)
            if not said:
                return  # the page says it in its own place
        self._met.emit(said, report, error_place(error))

    def _sentence(self, error: BaseException | None) -> str:
        """Give the sentence for an installation that is not whole, else none."""
        words = self._program.words
        if isinstance(error, paths.MissingFile):
            return words.command("missing_program_file", path=error.path)
        if isinstance(error, RuleFileError):
            return words.command("broken_rule_file", file=error.file, line=error.line)
        return ""

    def _surroundings(self) -> Surroundings:
        window = self._program.window
        place = type(window).__name__ if window is not None else ""
        if isinstance(window, LedgerWindow):
            shown = window.place()
            place = " ".join((place, shown.page, shown.step)).strip()
        return Surroundings(
            program=cellsecretary.__version__,
            python=platform.python_version(),
            qt=f"{qVersion()} (PySide {PySide6.__version__})",
            sqlite=SQLITE_VERSION,
            system=f"{platform.system()} {platform.release()} {platform.machine()}",
            schema=f"{SCHEMA_VERSION}, board {BOARD_VERSION}",
            place=place,
        )

    # In the window's own thread, when the act that failed is over

    def _tell(self, said: str, report: str, place: str) -> None:
        if self._busy or self._is_shown:
            return
        self._busy = True
        try:
            is_saved = self._save()
            if self._is_new(place):
                self._show(said, report, is_saved=is_saved)
        except Exception:
            logging.getLogger(OWN).exception("an error could not be told")
            path = paths.log_folder() / LOG
            self._program.tell(self._program.words.command("unexpected", path=path))
        finally:
            self._busy = False

    @property
    def _is_shown(self) -> bool:
        return self._dialog is not None and isValid(self._dialog) and self._dialog.isVisible()

    def _is_new(self, place: str) -> bool:
        """Tell whether an error is to be told, or was just before: a timer may fail each second."""
        now = self._seconds()
        until, pause = self._told.get(place, (now, QUIET))
        if now < until:
            return False
        self._told[place] = (now + pause, 2 * pause)
        return True

    def _save(self) -> bool:
        """Save what is typed, and where the person is; tell whether everything was saved."""
        window = self._program.window
        if window is None:
            return True
        is_saved = flush_what_can_be(window)
        if isinstance(window, LedgerWindow):
            window.keep_place()
        return is_saved

    def _show(self, said: str, report: str, *, is_saved: bool) -> None:
        if self._program.window is None:
            self._program.start()  # a program without a window would be gone
        parent = QApplication.activeModalWidget() or self._program.window
        from cellsecretary.ui.dialogs.error import ErrorDialog, Safe

        safe = Safe.SAVED if is_saved else Safe.NOT_ALL
        if is_saved and self._program.window is not None and stands_unkept(self._program.window):
            safe = Safe.STANDS
        self._dialog = ErrorDialog(report, said, safe, parent)
        self._dialog.open()


def _let_go(trace: TracebackType | None) -> None:
    """Delete what was half made: joined to the session, it would fail with each change."""
    for act, owner in _acts(trace):
        if act == "__init__":
            owner.deleteLater()


def _let_out(trace: TracebackType | None) -> None:
    """Close a dialog that failed to close twice: nothing else can be reached before it is gone."""
    acts = [(act, owner) for act, owner in _acts(trace) if isinstance(owner, QDialog)]
    if any(act == "accept" for act, _ in acts):
        return  # it was to keep what is typed, and shows it still
    for dialog in {owner for act, owner in acts if act in CLOSING}:
        if dialog.property(STUCK):
            QDialog.done(dialog, QDialog.DialogCode.Rejected)
        dialog.setProperty(STUCK, True)


def _acts(trace: TracebackType | None) -> Iterator[tuple[str, QObject]]:
    """Give the methods of Qt objects that an error came through, each with its object."""
    while trace is not None:
        code, owner = trace.tb_frame.f_code, trace.tb_frame.f_locals.get("self")
        if isinstance(owner, QObject) and isValid(owner):
            yield code.co_name, owner
        trace = trace.tb_next
