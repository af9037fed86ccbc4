"""What Enter does on a button: press that button, wherever the default of the window is."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton


class EnterPresses(QObject):
    """One event filter for the application: `app.installEventFilter(EnterPresses(app))`.

    Qt would press the default button of a dialog: Enter on "Do not save" would save.
    """

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Press the button that has the keyboard."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(watched, QPushButton):
            return False
        assert isinstance(event, QKeyEvent)
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            return False
        if not event.isAutoRepeat() and watched.isEnabled():
            watched.click()
        return True
