"""Rows of widgets that become columns where large text leaves too little width."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QWidget

from cellsecretary.ui.following import ROOM, SIZE, Follow
from cellsecretary.ui.placed import placed, wanted_width


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
        Follow(panel, self._arrange, SIZE, ROOM)

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
