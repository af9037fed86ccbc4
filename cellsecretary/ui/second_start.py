"""A second start of an open file: the first window is asked to come to the front."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEventLoop, QTimer

from cellsecretary.store.lock import ask_for_window, request_file

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

PATIENCE = 3000
"""Milliseconds after which the first window is taken for one that hangs."""

_LOOK = 100


def summon(path: Path, patience: int = PATIENCE) -> bool:
    """Ask the window that has a file open to come to the front; False when it does not answer."""
    return ask_for_window(path) and is_taken(request_file(path), patience)


def is_taken(request: Path, patience: int = PATIENCE) -> bool:
    """Wait until the first window took a request away; False, without it, when it does not."""
    loop = QEventLoop()
    look = QTimer()
    look.setInterval(_LOOK)
    look.timeout.connect(lambda: None if request.exists() else loop.quit())
    look.start()
    QTimer.singleShot(patience, loop, loop.quit)
    loop.exec()
    look.stop()
    if not request.exists():
        return True
    request.unlink(missing_ok=True)
    return False


def come_to_front(window: QWidget) -> None:
    """Show a window above the others."""
    if window.isMinimized():
        window.showNormal()
    window.raise_()
    window.activateWindow()
