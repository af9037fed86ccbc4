"""Words that have a briefer form, for where large text leaves too little width."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QSizePolicy, QWidget

from cellsecretary.ui.following import ROOM, SIZE, TEXT_SIZE, Follow
from cellsecretary.ui.theme import current_theme

Worded = QLabel | QPushButton

LINE_AIR = 34
"""Pixels that a search line needs beside its words: frame, padding, and the cursor's own."""


class BriefWhenNarrow(QObject):
    """Says the whole words of a row where they fit side by side, else the brief ones.

    The dynamic property `brief` of a form gives the brief words of a label or button; a button
    keeps its icon, and its accessible name the whole words.
    """

    def __init__(self, row: QWidget) -> None:
        super().__init__(row)
        self._row = row
        self._words: dict[Worded, tuple[str, str]] = {}
        # The row must not widen the window: its width says what fits.
        row.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        for widget in row.findChildren(QWidget):
            brief = widget.property("brief")
            if brief is not None and isinstance(widget, Worded):
                self.say(widget, widget.text(), brief)
        Follow(row, self.fit, SIZE, ROOM)

    def say(self, widget: Worded, whole: str, brief: str) -> None:
        """Give a widget other words."""
        self._words[widget] = (whole, brief)
        if isinstance(widget, QPushButton):
            widget.setAccessibleName(whole.replace("&", ""))
        self.fit()

    def fit(self) -> None:
        """Choose between the whole words and the brief ones."""
        shown = [widget for widget in self._words if widget.isVisibleTo(self._row)]
        needed = self._row.minimumSizeHint().width()
        for widget in shown:
            needed += _width(widget, self._words[widget][0]) - _width(widget, widget.text())
        fits = needed <= self._row.width()
        for widget, (whole, brief) in self._words.items():
            text = whole if fits else brief
            if widget.text() != text:
                widget.setText(text)
            if isinstance(widget, QPushButton):
                widget.setToolTip("" if fits or brief else whole.replace("&", ""))


class BriefPrompt(QObject):
    """Lets an empty line ask in the words that fit into it: whole, or `brief`."""

    def __init__(self, line: QLineEdit, brief: str) -> None:
        super().__init__(line)
        self._line = line
        self._whole, self._brief = line.placeholderText(), brief
        Follow(line, self.fit, SIZE, TEXT_SIZE)
        self.fit()

    def fit(self) -> None:
        """Choose the words; the line is never too short for the brief ones."""
        line = self._line
        least = self._needed(self._brief)
        if line.minimumWidth() != least:
            line.setMinimumWidth(least)
        fits = self._needed(self._whole) <= line.width()
        line.setPlaceholderText(self._whole if fits else self._brief)

    def _needed(self, text: str) -> int:
        margins = self._line.textMargins()
        air = LINE_AIR + margins.left() + margins.right()
        return QFontMetrics(current_theme().font()).horizontalAdvance(text) + air


def _width(widget: Worded, text: str) -> int:
    """Give the width of words as they are at most: chosen, they are bold."""
    bold = QFont(widget.font())
    bold.setBold(True)
    return QFontMetrics(bold).horizontalAdvance(text.replace("&", ""))
