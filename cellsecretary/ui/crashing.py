"""What nobody foresaw: said in one sentence, and written down for the helper."""

from __future__ import annotations

import logging
import traceback
from typing import TYPE_CHECKING, Protocol

from PySide6.QtWidgets import QApplication

from cellsecretary import paths
from cellsecretary.rules import RuleFileError
from cellsecretary.store import BookError
from cellsecretary.store.private import make_private_folder

if TYPE_CHECKING:
    from types import TracebackType

    from cellsecretary.messages import Messages

LOG = "cellsecretary.log"


class Teller(Protocol):
    """Says sentences to the person at the window: the program."""

    @property
    def words(self) -> Messages:
        """The sentences in the language of the window."""

    def tell(self, text: str) -> None:
        """Say what must not be overlooked."""

    def tell_fault(self, error: BookError) -> None:
        """Say what the world did to the open file, and what can be done."""


def log_to_file() -> None:
    """Keep what goes wrong in a file; where none can be written, say it nowhere."""
    folder = paths.log_folder()
    try:
        make_private_folder(folder)
        # What is written there may name people.
        (folder / LOG).touch(mode=0o600)
        handler = logging.FileHandler(folder / LOG, encoding="utf-8")
    except OSError:
        return
    logging.basicConfig(handlers=[handler], level=logging.WARNING)


class CrashHook:
    """Says an unexpected error in one sentence; the rest goes to the log for the helper."""

    def __init__(self, program: Teller) -> None:
        self._program = program
        self._telling = False

    def __call__(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        """Say it and write it down."""
        logging.getLogger("cellsecretary").error("unexpected error", exc_info=(kind, error, trace))
        if issubclass(kind, KeyboardInterrupt):
            QApplication.quit()
        if self._telling:
            return
        self._telling = True
        try:
            if isinstance(error, BookError):
                self._program.tell_fault(error)
            else:
                self._program.tell(self._sentence(error))
        finally:
            self._telling = False
            # What was half made when it failed is let go, before another event reaches it.
            traceback.clear_frames(trace)

    def _sentence(self, error: BaseException) -> str:
        words = self._program.words
        if isinstance(error, paths.MissingFile):
            return words.command("missing_program_file", path=error.path)
        if isinstance(error, RuleFileError):
            return words.command("broken_rule_file", file=error.file, line=error.line)
        return words.command("unexpected", path=paths.log_folder() / LOG)
