"""A double click as a hand makes it: Qt leaves its button pressed for the tests that follow."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

NOWHERE = QPoint()
"""What Qt takes for the middle."""


def double_click(widget: QWidget, spot: QPoint = NOWHERE) -> None:
    """Press a widget twice with the left button, and let it go."""
    left, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QTest.mouseDClick(widget, left, keys, spot)
    QTest.mouseRelease(widget, left, keys, spot)
