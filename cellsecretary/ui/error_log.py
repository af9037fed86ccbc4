"""The log of what went wrong, for the helper: small, and without a value of the book."""

from __future__ import annotations

import faulthandler
import logging
import re
import sys
import threading
from logging.handlers import RotatingFileHandler
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

from cellsecretary import paths
from cellsecretary.own_files import make_folder, rewrite, touch
from cellsecretary.store.columns import TABLES
from cellsecretary.ui.error_report import MASK, error_chain, mask

if TYPE_CHECKING:
    from io import TextIOWrapper

LOG = "cellsecretary.log"
HARD_CRASH = "crash.txt"
"""What the interpreter writes when the process dies; the next start takes it into the log."""

FILES = 3
SIZE = 330_000
"""Bytes of one file of the log: all of them are at most one megabyte."""

OWN = "cellsecretary"
_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}
_PLACEHOLDER = re.compile(r"%[-#0 +]*\d*(\.\d+)?[a-zA-Z]")
_FRAME = re.compile(r'\s*File ".*?([\w.-]+\.py)", line (\d+) in ([\w.<>]+)')
_HARD_WORDS = ("Fatal Python error", "Windows fatal exception", "Current thread", "Thread 0x")


def table_words() -> frozenset[str]:
    """Give the names of tables and columns, which a message of SQLite may carry."""
    return frozenset(
        name for row, table in TABLES.items() for name in (table, *row.__dataclass_fields__)
    )


class _OwnFiles(RotatingFileHandler):
    """Files that only their owner reads: what goes wrong is nobody else's matter."""

    def _open(self) -> TextIOWrapper:
        touch(Path(self.baseFilename))
        return super()._open()


class MaskedFormatter(logging.Formatter):
    """Writes when, what kind and where; what a record carries besides words of code is masked."""

    def format(self, record: logging.LogRecord) -> str:
        """Give the lines of one record."""
        head = f"{self.formatTime(record)} {record.levelname} {record.name}: {_said(record)}"
        error = record.exc_info[1] if record.exc_info else None
        told = "" if error is None else error_chain(error, table_words())
        return "\n".join(part for part in (head, getattr(record, "masked", ""), told) if part)


def _said(record: logging.LogRecord) -> str:
    if record.name.split(".")[0] == OWN:
        # The sentence stands in the code; what is put into it need not.
        return _PLACEHOLDER.sub(MASK, str(record.msg))
    try:
        return mask(record.getMessage())
    except (TypeError, ValueError):
        return MASK


def log_to_file(folder: Path | None = None) -> logging.Handler | None:
    """Keep what goes wrong in a file; where none can be written, say it nowhere."""
    folder = folder or paths.log_folder()
    try:
        make_folder(folder)
        handler = _OwnFiles(folder / LOG, maxBytes=SIZE, backupCount=FILES - 1, encoding="utf-8")
    except OSError:
        return None
    handler.setFormatter(MaskedFormatter())
    root = logging.getLogger()
    root.setLevel(logging.WARNING)
    root.addHandler(handler)
    return handler


def log_what_qt_says() -> None:
    """Let the warnings of Qt go to the log."""
    qInstallMessageHandler(_log_message)


def _log_message(kind: QtMsgType, _context: QMessageLogContext, text: str) -> None:
    logging.getLogger("qt").log(_LEVELS.get(kind, logging.WARNING), "%s", text)


def log_errors_nobody_sees() -> None:
    """Let errors of threads, and of objects that are let go, go to the log."""
    threading.excepthook = _log_of_thread
    sys.unraisablehook = _log_unraisable


def _log_of_thread(told: threading.ExceptHookArgs) -> None:
    if told.exc_value is not None:
        _log_error("error in a thread", told.exc_value)


def _log_unraisable(told: sys.UnraisableHookArgs) -> None:
    if told.exc_value is not None:
        _log_error("error that could not be raised", told.exc_value)


def _log_error(what: str, error: BaseException) -> None:
    logging.getLogger(OWN).error(what, exc_info=(type(error), error, error.__traceback__))


def watch_for_hard_crashes(folder: Path | None = None) -> None:
    """Let a dying process say where it was, and take what the last one said into the log."""
    path = (folder or paths.log_folder()) / HARD_CRASH
    try:
        last = path.read_text("utf-8", "replace") if path.exists() else ""
        if last.strip():
            logging.getLogger(OWN).critical(
                "the program died", extra={"masked": masked_hard_crash(last)}
            )
        # Stays open as long as the process: who dies opens no file.
        faulthandler.enable(rewrite(path))
    except OSError:
        return


def masked_hard_crash(text: str) -> str:
    """Leave of what a dying interpreter wrote the kinds, and files without their folders."""
    lines = []
    for line in text.splitlines():
        if place := _FRAME.match(line):
            lines.append(f"  {place[1]}:{place[2]} in {place[3]}")
        elif line.startswith(_HARD_WORDS):
            lines.append(line)
    return "\n".join(lines)
