"""`NameTags`: several names, each of which a click takes away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QPushButton, QWidget

from cellsecretary.ui.following import SIZE, TEXT_SIZE, Follow
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
        self._columns = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(current_theme().space(2))
        self.hide()
        Follow(self, self._arrange, SIZE, TEXT_SIZE)

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
        for key, name in names:
            # A button takes & for the mark of its key.
            button = QPushButton(name.replace("&", "&&"), self)
            button.setProperty("icon_name", "close")
            button.setAutoDefault(False)
            put_icon(button)
            told = self.tr("Take {name} off").format(name=name)
            button.setAccessibleName(told)
            button.setToolTip(plain_tip(told))
            button.clicked.connect(lambda _checked=False, key=key: self.removed.emit(key))
            self._buttons.append(button)
        self._columns = 0
        self._arrange()
        self.setVisible(bool(names))

    def minimumSizeHint(self) -> QSize:
        """Be as wide as the longest name: names stand below each other where there is no more."""
        widest = max((one.sizeHint().width() for one in self._buttons), default=0)
        return QSize(widest, super().minimumSizeHint().height())

    def _arrange(self) -> None:
        widest = self.minimumSizeHint().width()
        fit = COLUMNS * widest + self._grid.spacing() <= max(self.width(), widest)
        columns = COLUMNS if fit else 1
        if columns == self._columns:
            return
        self._columns = columns
        for place, button in enumerate(self._buttons):
            self._grid.removeWidget(button)
            left = Qt.AlignmentFlag.AlignLeft
            self._grid.addWidget(button, place // columns, place % columns, left)
