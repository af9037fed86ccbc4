"""`python -m benchmarks.bare_window`: the least window of PySide6 that shows a word.

It prints as JSON when it first painted, when it was shown, and the peak of its memory.
"""

from __future__ import annotations

import json
import os
import sys
import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow

from benchmarks.memory import peak

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent


class Window(QMainWindow):
    """Tells of its first paint."""

    first = 0.0

    def paintEvent(self, event: QPaintEvent) -> None:
        """Note the time."""
        super().paintEvent(event)
        if not self.first:
            self.first = time.monotonic()
            QTimer.singleShot(0, self.tell)

    def tell(self) -> None:
        """Print all and be gone."""
        told = {"first": self.first, "usable": time.monotonic(), "peak": peak()}
        print(json.dumps(told), flush=True)
        os._exit(0)


if __name__ == "__main__":
    app = QApplication(sys.argv)
    window = Window()
    window.setCentralWidget(QLabel("cellsecretary"))
    window.resize(1366, 768)
    window.show()
    app.exec()
