"""`python -m benchmarks.started BOOK [visit]`: the program on a book, watched from inside.

It prints as JSON when the first window of the program was painted, when the book was: its page
painted and everything done that waited for that; and the peak of memory, with `visit` after every
page and every step of a meeting was shown.
"""

from __future__ import annotations

import datetime
import json
import os
import sys
import time
from typing import TYPE_CHECKING, Self

from PySide6 import QtWidgets
from PySide6.QtCore import QTimer

from benchmarks.memory import peak

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from cellsecretary.ui.main_window import MainWindow

EVENING = (2026, 11, 3, 19, 40)
"""When the long books end."""


class ThatEvening(datetime.datetime):
    """A clock that stands: an evening long after or before the book would be asked about."""

    @classmethod
    def now(cls, tz: datetime.tzinfo | None = None) -> Self:
        """Give the evening of the last meeting."""
        return cls(*EVENING, tzinfo=tz)


class Watched(QtWidgets.QMainWindow):
    """Every window of the program, telling when it was painted first."""

    times: dict[str, float] = {}  # noqa: RUF012 - one for all windows

    def paintEvent(self, event: QPaintEvent) -> None:
        """Note the time of the first window, and of the window of the book."""
        super().paintEvent(event)
        self.times.setdefault("first", time.monotonic())
        if type(self).__name__ == "MainWindow" and "book" not in self.times:
            self.times["book"] = time.monotonic()
            QTimer.singleShot(0, self.tell)

    def tell(self) -> None:
        """Print all and be gone."""
        told = {"first": self.times["first"], "usable": time.monotonic()}
        if "visit" in sys.argv[2:]:
            visit(self)  # type: ignore[arg-type] # it is the window of a book
        print(json.dumps({**told, "peak": peak()}), flush=True)
        leave(self)


def leave(window: QtWidgets.QMainWindow) -> None:
    """Be gone at once; where the window stood is remembered, as when it is closed."""
    from cellsecretary import paths
    from cellsecretary.ui.settings import Settings

    settings = Settings(paths.settings_file())
    settings.window = window.saveGeometry()
    del settings  # which writes it down
    os._exit(0)


def visit(window: MainWindow) -> None:
    """Show every page, and every step of the meeting that waits."""
    from cellsecretary.ui.meeting_page import STEPS, MeetingPage
    from cellsecretary.ui.pages import PAGES

    for name in PAGES:
        page = window.show_page(name)
        QtWidgets.QApplication.processEvents()
        if isinstance(page, MeetingPage):
            for step in STEPS:
                page.show_step(step)
                QtWidgets.QApplication.processEvents()


if __name__ == "__main__":
    datetime.datetime = ThatEvening  # type: ignore[misc]
    QtWidgets.QMainWindow = Watched  # type: ignore[misc]
    from cellsecretary.app import main

    sys.exit(main(sys.argv[1:2]))
