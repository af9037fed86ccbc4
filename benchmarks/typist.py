"""Hands at a window: an act is timed until what it changes was painted."""

from __future__ import annotations

import math
import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QAbstractScrollArea, QWidget

WORDS = "chi-bo-thong-nhat-sua-lai-mat-duong-lien-thon-truoc-mua-mua-bao-"
"""Without a space: one at the end of a line hangs over its edge, and nothing has to be painted."""

KEYS = 150
PACE = 0.05
"""Seconds from key to key: faster than anybody types, and seven in all, so that it is saved."""

LONGEST = 60
"""Seconds after which nothing is painted any more."""


class Painted(QObject):
    """Sees whether a widget was painted."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__()
        self.seen = False
        widget.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Note a paint."""
        if event.type() == QEvent.Type.Paint:
            self.seen = True
        return False

    def wait(self) -> None:
        """Let events run until the widget was painted."""
        end = time.monotonic() + LONGEST
        while not self.seen:
            QApplication.processEvents()
            if time.monotonic() > end:
                raise TimeoutError


def until_painted(act: Callable[[], QWidget]) -> float:
    """Give the seconds from an act until the widget that it names was painted."""
    begin = time.perf_counter()
    widget = act()
    Painted(widget).wait()
    return time.perf_counter() - begin


def click(widget: QWidget) -> None:
    """Click into the middle of a widget."""
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)


def typed(field: QAbstractScrollArea, keys: int = KEYS, pace: float = PACE) -> dict[str, float]:
    """Type into a field at an even pace; give the 99th percentile and the worst, in seconds.

    Each is counted from when the key was due, so that a key kept waiting by a save counts too.
    """
    painted, took = Painted(field.viewport()), []
    begin = time.perf_counter()
    for number in range(keys):
        due = begin + number * pace
        while time.perf_counter() < due:
            QApplication.processEvents()
            time.sleep(0.0005)
        painted.seen = False
        QTest.keyClicks(field, WORDS[number % len(WORDS)])
        painted.wait()
        took.append(time.perf_counter() - due)
    took.sort()
    return {"p99": took[math.ceil(0.99 * keys) - 1], "worst": took[-1]}
