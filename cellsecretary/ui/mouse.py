"""What the mouse may not do by accident: change values by its wheel, press twice, split figures."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QTabBar,
)

_TURNED = (QComboBox, QAbstractSpinBox, QTabBar)
"""What Qt lets the wheel turn while somebody only scrolls past."""


class MouseGuard(QObject):
    """One event filter for the application: `app.installEventFilter(MouseGuard(app))`."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the wheel scroll, a double click press once, a click choose a figure whole."""
        kind = event.type()
        if kind == QEvent.Type.Wheel and isinstance(watched, _TURNED):
            # Ignored and filtered, the event goes on to the scroll area around the field.
            event.ignore()
            return True
        if kind == QEvent.Type.FocusIn and isinstance(watched, QAbstractSpinBox):
            assert isinstance(event, QFocusEvent)
            if event.reason() == Qt.FocusReason.MouseFocusReason:
                # After the press, which puts a cursor there: typed behind 0, 5 would make 05.
                QTimer.singleShot(0, watched, watched.selectAll)
        if kind == QEvent.Type.MouseButtonDblClick and isinstance(watched, QAbstractButton):
            # Buttons for stepping, such as the text size, may be pressed fast: `stepping`.
            return not watched.property("stepping")
        return False


class SingleClicks(QObject):
    """Makes a double click one click, in a view whose cells change by clicks.

    The second click of a trembling hand would say something else than the first.
    """

    def __init__(self, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._double = False
        view.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Swallow the second press and its release."""
        if event.type() == QEvent.Type.MouseButtonDblClick:
            self._double = True
            return True
        if event.type() == QEvent.Type.MouseButtonRelease and self._double:
            self._double = False
            return True
        return False
