"""`SideCard`: what stands beside the work of a step, with a title above it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from cellsecretary.ui.theme import current_theme


class SideCard(QFrame):
    """A card whose widgets stand below `title_label`, `gap` steps of space apart."""

    def __init__(self, parent: QWidget | None = None, *, gap: int = 1) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.title_label = QLabel(self)
        self.title_label.setTextFormat(Qt.TextFormat.PlainText)
        self.title_label.setProperty("role", "strong")
        self.title_label.setWordWrap(True)
        theme = current_theme()
        side, end = theme.space(4), theme.space(3)
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(side, end, side, end)
        self._box.setSpacing(theme.space(gap))
        self._box.addWidget(self.title_label)

    def put(self, *widgets: QWidget) -> None:
        """Put widgets below those that are there."""
        for widget in widgets:
            self._box.addWidget(widget)
