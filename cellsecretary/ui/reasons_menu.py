"""`ReasonsMenu`: the usual reasons of an absence, to choose from."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QMenu, QWidget

from cellsecretary.ui.icons import icon
from cellsecretary.ui.spoken import name_menu

if TYPE_CHECKING:
    from collections.abc import Sequence


LAST_FIGURE = 9


class ReasonsMenu(QMenu):
    """Offers reasons, the one that stands ticked; `other_wanted` asks to type another.

    A key with its figure takes one of the first nine.
    """

    chosen = Signal(str)
    other_wanted = Signal()

    def __init__(self, reasons: Sequence[str], standing: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("reasons_menu")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        name_menu(self, self.tr("Reasons of an absence"))
        for place, reason in enumerate(reasons, 1):
            words = reason.replace("&", "&&")
            action = self.addAction(f"&{place}. {words}" if place <= LAST_FIGURE else words)
            action.triggered.connect(partial(self._choose, reason))
            if reason == standing:
                action.setIcon(icon("done"))
        self.addSeparator()
        other = self.addAction(icon("edit"), self.tr("&Another reason…"))
        other.triggered.connect(lambda: self.other_wanted.emit())

    def _choose(self, reason: str, *_triggered: object) -> None:
        self.chosen.emit(reason)
