"""The window that is there while the program is still read: empty, where the other will stand."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint
from PySide6.QtGui import QPainter, QPalette
from PySide6.QtWidgets import QApplication, QMainWindow

from cellsecretary.ui.window_place import put_back

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from cellsecretary.ui.settings import Settings

LONGEST = 0.5
"""Seconds to wait for the screen: what is slower than that may come with the window itself."""

LARGER = 2.5
"""How much larger than usual text the name is."""

WIDEST = 0.9
"""The share of the width that the name takes at most."""


class EarlyWindow(QMainWindow):
    """Shows the name of the file that is opened, in the place and the colours of its window.

    An old laptop reads for seconds before a book is there. Until then somebody who double-clicked
    would see nothing, and do it again. What this window needs keeps it waiting too, so it is
    little: no form, no style sheet, nothing of the namespace `Qt`, whose enums take 10 ms to make.
    """

    def __init__(self, settings: Settings, name: str) -> None:
        super().__init__()
        self._name = name
        self._is_painted = False
        self.setWindowTitle(name)
        look = settings.look
        if look != "system":
            from cellsecretary.ui.theme import COLOURS

            palette = self.palette()
            palette.setColor(QPalette.ColorRole.Window, COLOURS[look].ground)
            palette.setColor(QPalette.ColorRole.WindowText, COLOURS[look].quiet)
            self.setPalette(palette)
        font = self.font()
        font.setPointSizeF(font.pointSizeF() * LARGER * settings.text_size / 100)
        self.setFont(font)
        put_back(self, settings.window)

    def appear(self) -> None:
        """Be on the screen before anything else is done."""
        self.show()
        end = time.monotonic() + LONGEST
        while not self._is_painted and time.monotonic() < end:
            QApplication.processEvents()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Write the name into the middle, smaller where it would not fit."""
        super().paintEvent(event)
        painter = QPainter(self)
        box = self.fontMetrics().boundingRect(self._name)
        share = min(1.0, WIDEST * self.width() / max(box.width(), 1))
        painter.translate(self.rect().center())
        painter.scale(share, share)
        box.moveCenter(QPoint())
        painter.drawText(box.bottomLeft(), self._name)
        painter.end()
        self._is_painted = True
