"""`ToggleButton` and `Tick`: what can be turned on and off, by hand or by a screen reader."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QCheckBox, QPushButton, QWidget

if TYPE_CHECKING:
    from PySide6.QtWidgets import QAbstractButton

    Turned = QAbstractButton
else:
    Turned = object


class _TurnedByTools(Turned):
    """Tells `clicked` also when a tool for access turns the button: Qt only tells `toggled`."""

    _is_turning = False

    def hear_tools(self) -> None:
        """Listen to what no hand did and no code of the program."""
        self.toggled.connect(self._take_turn)

    def setChecked(self, checked: bool) -> None:
        """Turn it from the program: nobody clicked."""
        self._is_turning = True
        super().setChecked(checked)
        self._is_turning = False

    def nextCheckState(self) -> None:
        """Turn it by a click, which Qt tells."""
        self._is_turning = True
        super().nextCheckState()
        self._is_turning = False

    def _take_turn(self, checked: bool) -> None:
        # One of several that exclude each other goes off because another goes on.
        if not self._is_turning and (checked or not self.autoExclusive()):
            self.clicked[bool].emit(checked)  # type: ignore[index]


class ToggleButton(_TurnedByTools, QPushButton):
    """A button that stays down; it is as wide as its word in bold, so that nothing moves."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setCheckable(True)
        self.hear_tools()

    def sizeHint(self) -> QSize:
        """Ask for the width of the bold word."""
        bold = QFont(self.font())
        bold.setBold(True)
        more = QFontMetrics(bold).horizontalAdvance(self.text())
        more -= self.fontMetrics().horizontalAdvance(self.text())
        return super().sizeHint() + QSize(more, 0)

    def minimumSizeHint(self) -> QSize:
        """Never cut the word."""
        return self.sizeHint()


class Tick(_TurnedByTools, QCheckBox):
    """A check box that does something when it is clicked."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.hear_tools()
