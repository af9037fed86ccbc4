"""`StickWatch`: sees which sticks are plugged in while somebody is at the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from cellsecretary.exchange.drives import drives

if TYPE_CHECKING:
    from collections.abc import Callable

    from cellsecretary.exchange.drives import Drive

LOOK = 3000
"""Milliseconds between two looks for sticks while the window is in front."""


class StickWatch(QObject):
    """Looks for sticks from time to time; `changed` carries those that are there now."""

    changed = Signal(tuple)

    def __init__(
        self, parent: QObject | None = None, find: Callable[[], tuple[Drive, ...]] = drives
    ) -> None:
        super().__init__(parent)
        self._find = find
        self._seen: tuple[tuple[object, ...], ...] = ()
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK)
        self._timer.timeout.connect(self.look)

    @property
    def is_on(self) -> bool:
        """Whether it looks by itself."""
        return self._timer.isActive()

    def watch(self, *, on: bool) -> None:
        """Look from time to time, or rest while nobody is at the window."""
        if not on:
            self._timer.stop()
        elif not self._timer.isActive():
            self._timer.start()

    def stop(self) -> None:
        """Look no more: the window closes."""
        self._timer.stop()

    def look(self) -> None:
        """See whether other sticks are there than before."""
        sticks = self._find()
        seen = tuple((stick.path, stick.volume) for stick in sticks)
        if seen != self._seen:
            self._seen = seen
            self.changed.emit(sticks)
