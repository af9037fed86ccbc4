"""`Follow`: acts when a widget has another size, its text another size, or its words other room."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

SIZE: Final = QEvent.Type.Resize
TEXT_SIZE: Final = QEvent.Type.StyleChange
ROOM: Final = QEvent.Type.LayoutRequest
"""What is in a widget came, went, or asks for other room."""


class Follow(QObject):
    """Calls `act` after each of these kinds of change to a widget, as long as the widget lives."""

    _kinds: frozenset[QEvent.Type] = frozenset()
    """Of the class too: a widget that Python collects has events after this object was emptied."""

    def __init__(self, widget: QWidget, act: Callable[[], object], *kinds: QEvent.Type) -> None:
        super().__init__(widget)
        self._act = act
        self._kinds = frozenset(kinds)
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Act, and let the widget have its event."""
        if event.type() in self._kinds:
            self._act()
        return False
