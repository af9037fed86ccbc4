"""What Enter does: it presses the button, or opens the row, that has the keyboard, and no more."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import SIGNAL, QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QPushButton

_ACTIVATED: Final = SIGNAL("activated(QModelIndex)")


class EnterPresses(QObject):
    """One event filter for the application: `app.installEventFilter(EnterPresses(app))`.

    Qt would press the default button of a dialog: Enter on "Do not save" would save. From a list
    it would go on to a default button too, and be it that of the dialog which the row just opened.
    """

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Press the button, or open the row, that has the keyboard."""
        if event.type() != QEvent.Type.KeyPress:
            return False
        if not isinstance(watched, QPushButton | QAbstractItemView):
            return False
        assert isinstance(event, QKeyEvent)
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            return False
        if isinstance(watched, QAbstractItemView):
            return _opens_row(watched, event)
        if not event.isAutoRepeat() and watched.isEnabled():
            watched.click()
        return True


def _opens_row(view: QAbstractItemView, event: QKeyEvent) -> bool:
    """Open the row of a list whose rows can be opened; in others Enter means the default button."""
    if not view.receivers(_ACTIVATED):
        return False
    index = view.currentIndex()
    if not event.isAutoRepeat() and index.isValid():
        view.activated.emit(index)
    # Or it would go on to the dialog around.
    event.accept()
    return True
