"""`PracticeFrame`: the striped frame and the words by which a practice cell is known on the screen.

Every dialog that opens over the window has them too.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QMargins, QObject, QRect, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QApplication, QDialog, QMainWindow, QWidget

from cellsecretary.ui.theme import current_theme

EDGE, THIN_EDGE = 8, 3
"""Pixels of the frame at each side, and of the thin one at text sizes that need all the room."""

ROOMY: Final = 150
"""The largest text size with a wide frame, in percent."""

STRIPE: Final = 8
"""Pixels of a stripe of the frame: stripes are seen without their colours."""


class PracticeFrame(QObject):
    """Frames a window and what opens over it, as long as the window is there."""

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window)
        self._window = window
        centre = window.centralWidget()
        assert centre is not None
        # Its bar has the words already, and low screens have no room for them twice.
        _Frame(centre, "")
        app = QApplication.instance()
        assert app is not None
        app.installEventFilter(self)

    def marked(self, title: str) -> str:
        """Give the title of a window with the words before it."""
        words = self._words()
        return title if title.startswith(words) else f"{words} – {title}"

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Frame a dialog before it is seen for the first time."""
        kind = event.type()
        if kind == QEvent.Type.Show and isinstance(watched, QDialog) and self._is_over(watched):
            if watched.findChild(_Frame) is None:
                _Frame(watched, self._words())
            self._name(watched)
        elif kind == QEvent.Type.WindowTitleChange and isinstance(watched, QDialog):
            if watched.findChild(_Frame) is not None and self._is_over(watched):
                self._name(watched)
        return False

    def _name(self, dialog: QDialog) -> None:
        title = self.marked(dialog.windowTitle())
        if title != dialog.windowTitle():
            dialog.setWindowTitle(title)

    def _is_over(self, dialog: QDialog) -> bool:
        above: QWidget | None = dialog
        while above is not None and above is not self._window:
            above = above.parentWidget()
        return above is not None

    def _words(self) -> str:
        return self.tr("PRACTICE")


class _Frame(QObject):
    """Keeps the edge of a widget free and draws the frame there, words above where there are any.

    It is drawn below all that is in the widget: nothing can lie under it.
    """

    def __init__(self, widget: QWidget, words: str) -> None:
        super().__init__(widget)
        self._widget, self._words = widget, words
        self._fit()
        widget.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Draw, and follow the size of the text."""
        if event.type() == QEvent.Type.Paint:
            self._draw()
        elif event.type() == QEvent.Type.StyleChange:
            self._fit()
        return False

    @property
    def _edge(self) -> int:
        return EDGE if current_theme().scale <= ROOMY else THIN_EDGE

    @property
    def _top(self) -> int:
        if not self._words:
            return self._edge
        metrics = QFontMetrics(current_theme().font("small", bold=True))
        return metrics.height() + current_theme().space(1)

    def _fit(self) -> None:
        edge = self._edge
        edges = QMargins(edge, self._top, edge, edge)
        if self._widget.contentsMargins() != edges:
            self._widget.setContentsMargins(edges)

    def _draw(self) -> None:
        theme, box = current_theme(), self._widget.rect()
        painter = QPainter(self._widget)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        top, edge = self._top, self._edge
        inner = box.adjusted(edge, top, -edge, -edge)
        for side in (
            QRect(box.left(), box.top(), box.width(), top),
            QRect(box.left(), inner.bottom() + 1, box.width(), edge),
            QRect(box.left(), box.top(), edge, box.height()),
            QRect(inner.right() + 1, box.top(), edge, box.height()),
        ):
            self._draw_stripes(painter, side)
        if self._words:
            painter.setFont(theme.font("small", bold=True))
            wide = painter.fontMetrics().horizontalAdvance(self._words) + 2 * theme.space(4)
            plate = QRect((box.width() - wide) // 2, 0, wide, top)
            painter.fillRect(plate, theme.colour("care"))
            painter.setPen(theme.colour("care_ground"))
            painter.drawText(plate, Qt.AlignmentFlag.AlignCenter, self._words)
        painter.end()

    def _draw_stripes(self, painter: QPainter, side: QRect) -> None:
        theme = current_theme()
        painter.save()
        painter.setClipRect(side)
        painter.fillRect(side, theme.colour("care_ground"))
        painter.setPen(QPen(theme.colour("care"), STRIPE))
        # From one origin for all sides, so that the stripes meet at the corners.
        step, above, below = 3 * STRIPE, side.top() - STRIPE, side.bottom() + STRIPE
        start = (side.left() - below) // step * step
        for shift in range(start, side.right() - above + step, step):
            painter.drawLine(above + shift, above, below + shift, below)
        painter.restore()
