"""How much of a screen a window may fill."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication

if TYPE_CHECKING:
    from PySide6.QtCore import QRect
    from PySide6.QtWidgets import QWidget


def screen_room(widget: QWidget) -> QRect:
    """Give what windows may fill of the screen that a widget is on, or will be over its parent.

    `QWidget.screen` would tie the screen to the widget in Python: it is destroyed with a dialog
    that Python lets go.
    """
    window = widget.window()
    around = window.parentWidget()
    if around is not None and not window.isVisible():
        window = around.window()
    frame = window.frameGeometry()
    rooms = [screen.availableGeometry() for screen in QGuiApplication.screens()]
    return max(rooms, key=lambda room: _area(room.intersected(frame)))


def _area(box: QRect) -> int:
    return 0 if box.isEmpty() else box.width() * box.height()
