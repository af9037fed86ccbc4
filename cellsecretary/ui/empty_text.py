"""`EmptyText`: what an empty table says of itself: what will be in it, and how that begins."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from cellsecretary.ui.following import SIZE, Follow
from cellsecretary.ui.theme import current_theme

if TYPE_CHECKING:
    from PySide6.QtWidgets import QTableView


class EmptyText(QLabel):
    """Lies over the room of a table, which has its model, as long as that has no rows."""

    def __init__(self, view: QTableView, text: str) -> None:
        super().__init__(text, view.viewport())
        self.setObjectName("empty_label")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", "quiet")
        self.setWordWrap(True)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._model = model = view.model()
        for happened in (model.modelReset, model.rowsInserted, model.rowsRemoved):
            happened.connect(self._follow)
        self._viewport = view.viewport()
        Follow(self._viewport, self._fill, SIZE)
        self._follow()

    def _follow(self, *_what: object) -> None:
        self.setVisible(self._model.rowCount() == 0)

    def _fill(self) -> None:
        edge = current_theme().space(4)
        self.setGeometry(self._viewport.rect().adjusted(edge, edge, -edge, -edge))
