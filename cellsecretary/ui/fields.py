"""Text fields for flowing text."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QMimeData, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QInputMethodEvent
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QToolTip, QWidget

from cellsecretary.core.lengths import LONGEST_TEXT

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent, QWheelEvent

LEAST_LINES = 2
MOST_LINES = 14

_MANY = 4
"""Lines of which the parts of pixels add up to more than the margin below them."""


class GrowingTextEdit(QPlainTextEdit):
    """A box that is as high as its text, up to a limit; Tab leaves it, pasting brings plain text.

    A form may set the dynamic property `lines`, its least height. `composed` tells that an input
    method changed what it is composing.
    """

    composed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._composing = ""
        self._dressed_for = self.isReadOnly()
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().documentLayout().documentSizeChanged.connect(self._grow)

    @property
    def composing(self) -> str:
        """What an input method is composing at the cursor, and may still change."""
        return self._composing

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Write, and remember what is only being composed."""
        before, self._composing = self._composing, event.preeditString()
        super().inputMethodEvent(event)
        if before != self._composing:
            self.composed.emit()

    def sizeHint(self) -> QSize:
        """Ask for the height of the text."""
        lines = min(max(self._lines(), self._least()), MOST_LINES)
        frame = 2 * self.document().documentMargin() + self.height() - self.viewport().height()
        spacing = self.fontMetrics().lineSpacing()
        if lines >= _MANY:
            # Lines are laid out in whole pixels: metrics that are rounded down would cut the last.
            spacing = ceil(QFontMetricsF(self.font()).lineSpacing())
        height = lines * spacing + frame
        return QSize(super().sizeHint().width(), round(height))

    def minimumSizeHint(self) -> QSize:
        """Never be lower than the text asks for."""
        return QSize(super().minimumSizeHint().width(), self.sizeHint().height())

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Take text only."""
        return source.hasText()

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste text without its dress; a whole book is left out, and that is said."""
        text = source.text()
        if len(text) + self.document().characterCount() > LONGEST_TEXT:
            # Laying it out would stop the window for minutes, only to be refused.
            told = self.tr("This is too long to be kept here, so nothing was pasted.")
            QToolTip.showText(self.mapToGlobal(self.rect().bottomLeft()), told, self)
            return
        self.insertPlainText(text)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap anew, which may change the height; what fits is shown from its first line."""
        super().resizeEvent(event)
        self._grow()
        if self._lines() <= MOST_LINES:
            # While it was lower the text was scrolled, and nothing would scroll it back.
            self.verticalScrollBar().setValue(0)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the wheel scroll the page around, unless there is text to scroll to."""
        if self._lines() > MOST_LINES:
            super().wheelEvent(event)
        else:
            event.ignore()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the text size, and show whether the text can be changed."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._grow()
        elif event.type() == QEvent.Type.ReadOnlyChange and self.isReadOnly() != self._dressed_for:
            # The style sheet asks for the property, and looks only when told to; that is slow.
            self._dressed_for = self.isReadOnly()
            self.style().unpolish(self)
            self.style().polish(self)

    def _lines(self) -> int:
        # The layout of plain text measures its height in lines.
        return round(self.document().documentLayout().documentSize().height())

    def _least(self) -> int:
        return int(self.property("lines") or LEAST_LINES)

    def _grow(self) -> None:
        too_long = self._lines() > MOST_LINES
        policy = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(
            policy.ScrollBarAsNeeded if too_long else policy.ScrollBarAlwaysOff
        )
        self.updateGeometry()
