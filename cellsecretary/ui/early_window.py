"""The window that is there while the program is still read: empty, where the other will stand."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow

from cellsecretary.ui.appearance import wanted_theme
from cellsecretary.ui.window_place import put_back

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from cellsecretary.ui.settings import Settings

LONGEST = 0.5
"""Seconds to wait for the screen: what is slower than that may come with the window itself."""


class EarlyWindow(QMainWindow):
    """Shows the name of the book that is opened, in the place and the colours of its window.

    An old laptop reads for seconds before a book is there. Until then somebody who double-clicked
    would see nothing, and do it again.
    """

    def __init__(self, app: QApplication, settings: Settings, name: str) -> None:
        super().__init__()
        self._is_painted = False
        theme = wanted_theme(app, settings)
        ground, ink = theme.colours.ground, theme.colours.quiet
        label = QLabel(name)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        font = label.font()
        font.setPointSizeF(theme.points("title"))
        label.setFont(font)
        palette = self.palette()
        palette.setColor(self.backgroundRole(), ground)
        palette.setColor(self.foregroundRole(), ink)
        self.setPalette(palette)
        self.setCentralWidget(label)
        self.setWindowTitle(name)
        put_back(self, settings.window)

    def appear(self) -> None:
        """Be on the screen before anything else is done."""
        self.show()
        end = time.monotonic() + LONGEST
        while not self._is_painted and time.monotonic() < end:
            QApplication.processEvents()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Note that the window is there."""
        super().paintEvent(event)
        self._is_painted = True
