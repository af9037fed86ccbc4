"""`NameTags`: several names, each of which a click takes away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QPushButton, QWidget

from cellsecretary.ui.icons import put_icon
from cellsecretary.ui.theme import current_theme
from cellsecretary.ui.tips import plain_tip

if TYPE_CHECKING:
    from collections.abc import Sequence

COLUMNS = 2


class NameTags(QWidget):
    """Shows names side by side; `removed` carries the id of the one that was clicked."""

    removed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._buttons: list[QPushButton] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(current_theme().space(2))
        self.hide()

    @property
    def buttons(self) -> tuple[QPushButton, ...]:
        """The buttons that take the names away, in their order."""
        return tuple(self._buttons)

    def set_names(self, names: Sequence[tuple[str, str]]) -> None:
        """Show these ids and names."""
        for button in self._buttons:
            self._grid.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._buttons = []
        left = Qt.AlignmentFlag.AlignLeft
        for place, (key, name) in enumerate(names):
            # A button takes & for the mark of its key.
            button = QPushButton(name.replace("&", "&&"), self)
            button.setProperty("icon_name", "close")
            button.setAutoDefault(False)
            put_icon(button)
            told = self.tr("Take {name} off").format(name=name)
            button.setAccessibleName(told)
            button.setToolTip(plain_tip(told))
            button.clicked.connect(lambda _checked=False, key=key: self.removed.emit(key))
            self._grid.addWidget(button, place // COLUMNS, place % COLUMNS, left)
            self._buttons.append(button)
        self.setVisible(bool(names))
