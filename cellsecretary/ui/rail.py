"""`Rail`: the pages of a window at its left, by words, or by signs alone where room is dear."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cellsecretary.ui.theme import current_theme

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtWidgets import QFrame, QPushButton

RAIL_PART = 5
"""The rail has at most this part of the window's width, or folds."""


class Rail:
    """The buttons of a rail by their pages, in the frame that they stand in."""

    def __init__(self, frame: QFrame, buttons: Mapping[str, QPushButton]) -> None:
        self._frame = frame
        self.buttons = dict(buttons)
        self._words = {page: button.text() for page, button in buttons.items()}

    def rename(self, page: str, words: str) -> None:
        """Give a page other words, to be seen when the rail next grows."""
        self._words[page] = words

    def grow(self, room: int) -> None:
        """Take the width that the words need in a window so wide, or fold to signs."""
        for page, button in self.buttons.items():
            button.setText(self._words[page])
        widest = self._widest()
        folded = widest * RAIL_PART > room
        for page, button in self.buttons.items():
            words = self._words[page]
            button.setText("" if folded else words)
            button.setToolTip(words if folded else "")
            button.setAccessibleName(words)
        if folded:
            widest = self._widest()
        self._frame.setFixedWidth(widest + 2 * current_theme().space(2))

    def _widest(self) -> int:
        return max((button.sizeHint().width() for button in self.buttons.values()), default=0)
