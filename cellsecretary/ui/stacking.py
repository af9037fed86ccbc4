"""Rows of widgets that become columns where large text leaves too little width."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QWidget

from cellsecretary.ui.placed import placed, wanted_width

if TYPE_CHECKING:
    from collections.abc import Callable


class StackWhenNarrow(QObject):
    """Lays a row of widgets out below each other while they do not fit side by side."""

    def __init__(self, panel: QWidget) -> None:
        super().__init__(panel)
        layout = panel.layout()
        assert isinstance(layout, QBoxLayout)
        self._panel = panel
        self._layout = layout
        # The row must not widen what is around it: its width says whether it fits.
        panel.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        panel.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the width, and the widgets when they come, go and grow."""
        if event.type() in {QEvent.Type.Resize, QEvent.Type.LayoutRequest}:
            self._arrange()
        return False

    def _arrange(self) -> None:
        shown = [widget for _at, widget in placed(self._layout) if not widget.isHidden()]
        widths = [wanted_width(widget) for widget in shown]
        needed = sum(widths) + self._layout.spacing() * max(len(widths) - 1, 0)
        direction = QBoxLayout.Direction
        wanted = direction.LeftToRight
        if needed > self._panel.width():
            wanted = direction.TopToBottom
        if self._layout.direction() != wanted:
            self._layout.setDirection(wanted)


class OnLayout(QObject):
    """Acts whenever what is in a widget asks for other room."""

    def __init__(self, widget: QWidget, act: Callable[[], object]) -> None:
        super().__init__(widget)
        self._act = act
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the layout."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._act()
        return False
