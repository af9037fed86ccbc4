"""`MarkedText`: a column of a table in which parts of the text are marked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QFont, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from cellsecretary.ui.tables import CellDelegate
from cellsecretary.ui.theme import current_theme

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from PySide6.QtGui import QPainter
    from PySide6.QtWidgets import QTableView

    from cellsecretary.ui.tables import Index


class MarkedText(CellDelegate):
    """Paints one column with its marks, bold on a ground of their own; other columns as ever.

    `marks` gives the spans of a cell in what it shows, each by its begin and end.
    """

    def __init__(
        self, view: QTableView, column: int, marks: Callable[[Index], Iterable[tuple[int, int]]]
    ) -> None:
        super().__init__(view)
        self._column = column
        self._marks = marks

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        """Leave the text of the column out of what Qt paints."""
        super().initStyleOption(option, index)
        if index.column() == self._column:
            option.text = ""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one cell, then its text."""
        super().paint(painter, option, index)
        if index.column() != self._column:
            return
        layout = self._laid(option, index)
        room = (option.rect.height() - layout.boundingRect().height()) / 2
        painter.save()
        painter.setPen(current_theme().colour("ink"))
        left = option.rect.left() + _margin(option)
        layout.draw(painter, QPointF(left, option.rect.top() + max(room, 0)))
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Ask for the room of the text, at least one row high."""
        if index.column() != self._column:
            return super().sizeHint(option, index)
        theme = current_theme()
        box = self._laid(option, index).boundingRect()
        height = round(box.height() + 0.5) + theme.space(2)
        return QSize(round(box.width()) + 2 * _margin(option), max(theme.row_height, height))

    def _laid(self, option: QStyleOptionViewItem, index: Index) -> QTextLayout:
        text = str(index.data(Qt.ItemDataRole.DisplayRole) or "")
        layout = QTextLayout(text.replace("\n", "\u2028"), option.font)
        wrapping = QTextOption()
        wrapping.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(wrapping)
        layout.setFormats([_format(begin, end) for begin, end in self._marks(index)])
        width = max(option.rect.width() - 2 * _margin(option), 1)
        layout.beginLayout()
        height = 0.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(0, height))
            height += line.height()
        layout.endLayout()
        return layout


def _margin(option: QStyleOptionViewItem) -> int:
    """Give the room beside a text that Qt's own cells keep too."""
    style = option.widget.style()
    pixels = style.pixelMetric(QStyle.PixelMetric.PM_FocusFrameHMargin, option, option.widget)
    return current_theme().space(2) + pixels + 1


def _format(begin: int, end: int) -> QTextLayout.FormatRange:
    theme = current_theme()
    look = QTextCharFormat()
    look.setFontWeight(QFont.Weight.Bold)
    look.setForeground(theme.colour("care"))
    look.setBackground(theme.colour("care_ground"))
    marked = QTextLayout.FormatRange()
    marked.start, marked.length, marked.format = begin, end - begin, look
    return marked
