"""`ChartView`: a chart of `core.charts` on the screen, as large as the text asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QWidget

from cellsecretary.core.charts import Pattern
from cellsecretary.ui.theme import current_theme

if TYPE_CHECKING:
    from collections.abc import Iterable
    from fractions import Fraction

    from PySide6.QtGui import QFocusEvent, QKeyEvent, QPaintEvent

    from cellsecretary.core.charts import Chart

BRUSHES = {
    Pattern.FULL: Qt.BrushStyle.SolidPattern,
    Pattern.HATCHED: Qt.BrushStyle.BDiagPattern,
    Pattern.EMPTY: Qt.BrushStyle.NoBrush,
}
"""A pattern for each bar: colour tells nothing here."""

LEAST_BAR = 120
"""The least room for the longest bar, in pixels that grow with the text."""


class ChartView(QWidget):
    """Rows of bars with their words beside them; the numbers are spoken too.

    The arrows, Home and End go from row to row, and the row is brought into view.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chart: Chart | None = None
        self._row = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def chart(self) -> Chart | None:
        """The chart that is shown."""
        return self._chart

    def show_chart(self, chart: Chart) -> None:
        """Show another chart; one without rows takes no room."""
        self._chart = chart
        self._row = 0
        self.setAccessibleName(chart.title)
        self.setAccessibleDescription(chart.spoken)
        self.setVisible(bool(chart.rows))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Ask for the room of all rows, their words and a bar that can be read."""
        chart = self._chart
        if chart is None:
            return QSize(0, 0)
        rows = sum(len(row.bars) for row in chart.rows)
        lines = rows + len(chart.series) + bool(chart.thresholds)
        width = self._left + self._right + current_theme().grown(LEAST_BAR)
        return QSize(round(width), round(lines * self._line))

    def minimumSizeHint(self) -> QSize:
        """Words are never cut off."""
        return self.sizeHint()

    def event(self, event: QEvent) -> bool:
        """Follow the text size."""
        if event.type() in {QEvent.Type.StyleChange, QEvent.Type.FontChange}:
            self.updateGeometry()
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint rows from top to bottom, thresholds across them, patterns named below."""
        chart = self._chart
        if chart is None:
            return
        theme, line, end = current_theme(), self._line, self.width() - self._gap
        painter = QPainter(self)
        painter.setFont(theme.font())
        painter.setPen(theme.colour("ink"))
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        top = 0.0
        if chart.thresholds:
            top = line
            for threshold in chart.thresholds:
                box = QRectF(self._at(threshold.value) - line * 2, 0, line * 4, line)
                painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(threshold.value))
        place = top
        for row in chart.rows:
            painter.drawText(QRectF(0, place, self._left - self._gap, line), right, row.label)
            for bar in row.bars:
                if bar is not None:
                    self._fill(painter, bar.pattern, place, self._at(bar.value) - self._left)
                    painter.drawText(QRectF(0, place, end, line), right, bar.text)
                place += line
        painter.drawLine(round(self._left), round(top), round(self._left), round(place))
        pen = painter.pen()
        pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
        for threshold in chart.thresholds:
            at = round(self._at(threshold.value))
            painter.drawLine(at, round(top), at, round(place))
        pen.setStyle(Qt.PenStyle.SolidLine)
        painter.setPen(pen)
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        for pattern, name in chart.series:
            self._fill(painter, pattern, place, 2 * line)
            start = self._left + 2 * line + self._gap
            painter.drawText(QRectF(start, place, self.width() - start, line), left, name)
            place += line
        if self.hasFocus() and chart.rows:
            inset = theme.focus_width / 2
            painter.setPen(QPen(theme.colour("focus"), theme.focus_width))
            painter.drawRect(self._row_box().adjusted(inset, inset, -inset, -inset))
        painter.end()

    @property
    def row(self) -> int:
        """The row that the keyboard is at."""
        return self._row

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from row to row."""
        last = len(self._chart.rows) - 1 if self._chart else 0
        wanted = {
            Qt.Key.Key_Up: self._row - 1,
            Qt.Key.Key_Down: self._row + 1,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: last,
        }.get(Qt.Key(event.key()))
        if wanted is None:
            super().keyPressEvent(event)
            return
        self._row = min(max(wanted, 0), last)
        self.update()
        self._bring_into_view()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show which row the keyboard is at."""
        super().focusInEvent(event)
        self.update()
        self._bring_into_view()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show that the keyboard is elsewhere."""
        super().focusOutEvent(event)
        self.update()

    def _row_box(self) -> QRectF:
        """Give the box of the row that the keyboard is at."""
        assert self._chart is not None
        before = sum(len(row.bars) for row in self._chart.rows[: self._row])
        height = len(self._chart.rows[self._row].bars) * self._line
        top = (before + bool(self._chart.thresholds)) * self._line
        return QRectF(0, top, self.width(), height)

    def _bring_into_view(self) -> None:
        around = self.parentWidget()
        while around is not None and not isinstance(around, QScrollArea):
            around = around.parentWidget()
        inner = around.widget() if around is not None else None
        if around is not None and inner is not None and self._chart and self._chart.rows:
            box = self._row_box().toRect()
            for corner in (box.bottomLeft(), box.topLeft()):
                place = self.mapTo(inner, corner)
                around.ensureVisible(place.x(), place.y(), 0, round(self._line))

    def _fill(self, painter: QPainter, pattern: Pattern, place: float, length: float) -> None:
        """Fill a box of one bar; its outline says how long it is whatever the pattern."""
        theme, inset = current_theme(), self._line * 0.15
        box = QRectF(self._left, place + inset, length, self._line - 2 * inset)
        painter.save()
        brush = painter.brush()
        brush.setStyle(BRUSHES[pattern])
        brush.setColor(theme.colour("quiet" if pattern is Pattern.FULL else "ink"))
        painter.setBrush(brush)
        painter.drawRect(box)
        painter.restore()

    def _at(self, value: Fraction | int) -> float:
        assert self._chart is not None
        room = self.width() - self._left - self._right
        return self._left + room * float(value) / self._chart.top

    @property
    def _gap(self) -> int:
        return current_theme().space(2)

    @property
    def _line(self) -> float:
        return QFontMetricsF(current_theme().font()).height() * 1.25

    @property
    def _left(self) -> float:
        return self._widest(row.label for row in self._chart.rows) if self._chart else 0

    @property
    def _right(self) -> float:
        chart = self._chart
        if chart is None:
            return 0
        return self._gap + self._widest(bar.text for row in chart.rows for bar in row.bars if bar)

    def _widest(self, texts: Iterable[str]) -> float:
        """Measure the column of some words, with the gap beside it."""
        metrics = QFontMetricsF(current_theme().font())
        widths = (metrics.horizontalAdvance(text) for text in texts)
        return self._gap + max(widths, default=0.0) + 1
