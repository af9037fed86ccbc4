"""`StickList`: the sticks that are plugged in, seen by themselves while somebody waits for one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QListWidgetItem

from cellsecretary.exchange.drives import Drive

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QListWidget

LOOK = 1000
"""Milliseconds between two looks for sticks: one that is plugged in shows within two seconds."""

DRIVE = Qt.ItemDataRole.UserRole


class StickList(QObject):
    """Fills a list with the sticks that are there; the chosen one stays chosen.

    `looked` comes after each look, `plugged_in` when there is one more.
    """

    looked = Signal()
    plugged_in = Signal()

    def __init__(
        self,
        box: QListWidget,
        find: Callable[[], tuple[Drive, ...]],
        text: Callable[[Drive], str],
    ) -> None:
        super().__init__(box)
        self._box, self._find, self._text = box, find, text
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.look)

    @property
    def chosen(self) -> Drive | None:
        """The stick that is chosen."""
        item = self._box.currentItem()
        drive = item.data(DRIVE) if item is not None else None
        return drive if isinstance(drive, Drive) else None

    @property
    def is_empty(self) -> bool:
        """Whether there is no stick."""
        return self._box.count() == 0

    def watch(self) -> None:
        """Look now and from now on."""
        self.look()
        self.go_on()

    def go_on(self) -> None:
        """Look again from now on, after a rest."""
        self._timer.start(LOOK)

    def rest(self) -> None:
        """Look no more."""
        self._timer.stop()

    def look(self) -> None:
        """Show the sticks that are there now."""
        box, found = self._box, self._find()
        shown = [box.item(row).data(DRIVE) for row in range(box.count())]
        if shown != list(found):
            is_more = bool({drive.path for drive in found} - {drive.path for drive in shown})
            chosen = self.chosen
            box.clear()
            for drive in found:
                item = QListWidgetItem(self._text(drive), box)
                item.setData(DRIVE, drive)
                if chosen is not None and drive.path == chosen.path:
                    box.setCurrentItem(item)
            if box.currentRow() < 0:
                box.setCurrentRow(0)
            if is_more:
                self.plugged_in.emit()
        self.looked.emit()
