"""Words that have a briefer form, for where large text leaves a row too little width."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QSizePolicy, QWidget

from cellsecretary.ui.theme import current_theme

Worded = QLabel | QPushButton | QLineEdit

LINE_AIR = 34
"""Pixels that a search line needs beside its words: frame, padding, and the cursor's own."""


class BriefWhenNarrow(QObject):
    """Says the whole words of a row where they fit side by side, else the brief ones.

    The dynamic property `brief` of a form gives the brief words of a label or button, or of what
    an empty line asks for; a button keeps its icon, and its accessible name the whole words.
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
                self.say(widget, _text(widget), brief)
        row.installEventFilter(self)

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
            needed += _width(widget, self._words[widget][0]) - _taken(widget)
        fits = needed <= self._row.width()
        for widget, (whole, brief) in self._words.items():
            text = whole if fits else brief
            if _text(widget) != text:
                _put(widget, text)
            if isinstance(widget, QPushButton):
                widget.setToolTip("" if fits or brief else whole.replace("&", ""))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Fit whenever the width, the words beside or their size change."""
        if event.type() in {QEvent.Type.Resize, QEvent.Type.LayoutRequest}:
            self.fit()
        return False


def _text(widget: Worded) -> str:
    return widget.placeholderText() if isinstance(widget, QLineEdit) else widget.text()


def _put(widget: Worded, text: str) -> None:
    if isinstance(widget, QLineEdit):
        widget.setPlaceholderText(text)
    else:
        widget.setText(text)


def _width(widget: Worded, text: str) -> int:
    """Give the width of words as they are at most: chosen, they are bold."""
    bold = QFont(widget.font())
    bold.setBold(not isinstance(widget, QLineEdit))
    width = QFontMetrics(bold).horizontalAdvance(text.replace("&", ""))
    if isinstance(widget, QLineEdit):
        width += LINE_AIR + (current_theme().icon_size if widget.isClearButtonEnabled() else 0)
    return width


def _taken(widget: Worded) -> int:
    """Give what of a widget's least width its words take now."""
    if isinstance(widget, QLineEdit):
        return widget.minimumSizeHint().width()
    return _width(widget, widget.text())
