"""Files that reach the open window from outside: dropped onto it, or opened by a second start."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QMimeData, QObject, QTimer, Signal
from PySide6.QtGui import QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

from cellsecretary.own_files import PART, make_folder, rewrite, touch
from cellsecretary.store.lock import hold
from cellsecretary.ui.ask import FileKind
from cellsecretary.ui.long_work import is_under_way
from cellsecretary.ui.second_start import come_to_front, is_taken

if TYPE_CHECKING:
    from cellsecretary.ui.program import Program

LOOK = 500
"""Milliseconds between two looks whether another start hands a file over."""

SUFFIXES = tuple(f".{kind.suffix}" for kind in (FileKind.BOOK, FileKind.BOARD))


class FilesDropped(QObject):
    """One event filter for the application: a book or a board dropped onto a window is opened.

    Without it a text field would take the name of a dropped file for something typed.
    """

    def __init__(self, program: Program) -> None:
        super().__init__(program)
        self._program = program

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take one file of the program's own, wherever on the window it is dropped."""
        if event.type() == QEvent.Type.Show and isinstance(watched, QMainWindow):
            watched.setAcceptDrops(True)
        if not isinstance(event, QDropEvent) or not isinstance(watched, QWidget):
            return False
        if not event.mimeData().hasUrls():
            return False
        path = _one_file(event.mimeData())
        if path is None or not isinstance(watched.window(), QMainWindow) or is_busy():
            event.ignore()
            return True
        event.acceptProposedAction()
        if not isinstance(event, QDragMoveEvent):
            # Whoever gave the file waits until the drop is done.
            QTimer.singleShot(0, self, lambda: open_handed(self._program, path))
        return True


class FirstWindow(QObject):
    """Is the first window of this account, or hands files over to that one.

    `place` names files beside which the two meet. `handed` carries what another start was asked
    to open; it is told only while the window can turn to it.
    """

    handed = Signal(object)

    def __init__(self, place: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lock = place.with_suffix(".lock")
        self._wanted = place.with_suffix(".open")
        self._handle: int | None = None
        self._look = QTimer(self)
        self._look.setInterval(LOOK)
        self._look.timeout.connect(self.look)

    def begin(self) -> bool:
        """Be the first window from now on; False when there is one already."""
        try:
            make_folder(self._lock.parent)
            touch(self._lock)
            handle = os.open(self._lock, os.O_RDWR)
        except OSError:
            return True  # where nothing can be noted each start has a window of its own
        if not hold(handle):
            os.close(handle)
            return False
        self._handle = handle
        with suppress(OSError):
            self._wanted.unlink(missing_ok=True)
        self._look.start()
        return True

    def hand_over(self, path: Path, patience: int) -> bool:
        """Let the first window open a file; False when it is busy, or does not answer."""
        part = self._wanted.with_suffix(PART)
        try:
            with rewrite(part) as file:
                file.write(str(path.resolve()))
            part.replace(self._wanted)
        except (OSError, UnicodeError):
            return False
        return is_taken(self._wanted, patience)

    def look(self) -> None:
        """See whether another start wants a file opened, unless the window cannot turn to it."""
        if is_busy():
            return
        try:
            path = Path(self._wanted.read_text(encoding="utf-8"))
            self._wanted.unlink()
        except (OSError, UnicodeError):
            return
        self.handed.emit(path)

    def end(self) -> None:
        """Let another be the first."""
        self._look.stop()
        handle, self._handle = self._handle, None
        if handle is not None:
            os.close(handle)


def open_handed(program: Program, path: Path) -> None:
    """Show the window with a file; the one that is open already only comes to the front."""
    opened = program.opened
    if opened is None or not opened.is_of(path):
        program.open_file(path)
    if program.window is not None:
        come_to_front(program.window)


def is_busy() -> bool:
    """Tell whether a dialog, a menu or long work would be torn away with the window."""
    shown = QApplication.activeModalWidget() or QApplication.activePopupWidget()
    return shown is not None or is_under_way()


def _one_file(data: QMimeData) -> Path | None:
    """Give the one book or board that is dropped; several would follow each other too fast."""
    paths = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    if len(paths) != 1 or len(data.urls()) != 1:
        return None
    return paths[0] if paths[0].suffix.lower() in SUFFIXES and paths[0].is_file() else None
