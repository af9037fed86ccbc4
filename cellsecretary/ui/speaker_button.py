"""`SpeakerButton`: the name in front of an opinion."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from cellsecretary.ui.theme import current_theme

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent


class SpeakerButton(QPushButton):
    """The name in front of an opinion, shortened where it must be; a click asks who it was."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "name")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._name = ""

    def set_name(self, name: str) -> None:
        """Show a name."""
        if name != self._name:
            self._name = name
            self._shorten()
        self.setToolTip(self.tr("Change the speaker"))
        self.setAccessibleName(self.tr("{name}: change the speaker").format(name=name))

    def full_width(self) -> int:
        """Give the width of the whole name."""
        self.ensurePolished()
        return self.fontMetrics().horizontalAdvance(self._shown()) + 2 * current_theme().space(3)

    def free_width(self) -> None:
        """Take whatever width there is."""
        theme = current_theme()
        self.setMinimumWidth(theme.target)
        self.setMaximumWidth(max(self.full_width(), theme.target))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Shorten the name to the room that there is."""
        super().resizeEvent(event)
        self._shorten()

    def _shown(self) -> str:
        return self.tr("{name}:").format(name=self._name)

    def _shorten(self) -> None:
        room = self.width() - 2 * current_theme().space(2)
        elided = self.fontMetrics().elidedText(self._shown(), Qt.TextElideMode.ElideRight, room)
        # A button takes & for the mark of its key.
        self.setText(elided.replace("&", "&&"))
