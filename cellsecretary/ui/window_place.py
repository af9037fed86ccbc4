"""Where a window was left, and that it comes back there: whole, and on a screen that is there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize

from cellsecretary.ui.screen_room import screen_room

if TYPE_CHECKING:
    from PySide6.QtCore import QByteArray
    from PySide6.QtWidgets import QMainWindow

SMALLEST = (1024, 640)
USUAL = QSize(1366, 768)


def put_back(window: QMainWindow, kept: QByteArray) -> None:
    """Give a window its kept size and place; without one it fills the screen.

    A screen may be gone since, or smaller: then Qt moves the window, and shrinks it, into what is
    there; tests hold it to that.
    """
    window.setMinimumSize(*SMALLEST)
    if not window.restoreGeometry(kept):
        from PySide6.QtCore import Qt  # all its enums are made with the first of them

        window.resize(USUAL.boundedTo(screen_room(window).size()))
        # The frame comes on top of that size: on a small laptop the last row would be
        # below the edge of the screen.
        window.setWindowState(Qt.WindowState.WindowMaximized)
