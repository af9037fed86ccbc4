"""The grid as a table: cells down, months across; nothing is made for a field but its paint."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import (
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from cellsecretary.core.board.grid import MonthState
from cellsecretary.ui.board.states import MONTH_ICONS, MONTH_STATES, field_text
from cellsecretary.ui.icons import icon
from cellsecretary.ui.theme import current_theme
from cellsecretary.ui.tips import plain_tip

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from cellsecretary.core.board.grid import GridLine, MonthField
    from cellsecretary.messages import Messages

Index = QModelIndex | QPersistentModelIndex

FIELD_ROLE = Qt.ItemDataRole.UserRole + 2


class GridModel(QAbstractTableModel):
    """Lines of the grid; the heads of the rows are the names of the cells."""

    def __init__(self, words: Messages, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._lines: tuple[GridLine, ...] = ()
        self._months: tuple[dt.date, ...] = ()

    @property
    def lines(self) -> tuple[GridLine, ...]:
        """The lines that are shown."""
        return self._lines

    def set_lines(self, lines: Sequence[GridLine], months: Sequence[dt.date]) -> None:
        """Show other lines, or how the same ones stand by now."""
        is_same = months == self._months and [line.cell for line in lines] == [
            line.cell for line in self._lines
        ]
        if is_same:
            self._lines = tuple(lines)
            last = self.index(len(lines) - 1, len(months) - 1)
            self.dataChanged.emit(self.index(0, 0), last)
            return
        self.beginResetModel()
        self._lines, self._months = tuple(lines), tuple(months)
        self.endResetModel()

    def line(self, index: Index) -> GridLine | None:
        """Give the line at an index, None where nothing is chosen."""
        return self._lines[index.row()] if index.isValid() else None

    def field(self, index: Index) -> MonthField | None:
        """Give the month at an index, None where nothing is chosen."""
        line = self.line(index)
        return line.months[index.column()] if line else None

    def index_of(self, cell: str, month: dt.date) -> QModelIndex:
        """Find a field; invalid when it is not shown."""
        for row, line in enumerate(self._lines):
            if line.cell.id == cell and month in self._months:
                return self.index(row, self._months.index(month))
        return QModelIndex()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's signature)
        """Count the cells."""
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's signature)
        """Count the months."""
        return 0 if parent.isValid() else len(self._months)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Name the months and the cells."""
        roles = Qt.ItemDataRole
        if orientation == Qt.Orientation.Vertical:
            return self._name(section, role) if section < len(self._lines) else None
        if section >= len(self._months):
            return None
        month = self._months[section].month
        if role == roles.DisplayRole:
            return self.tr("M{month}").format(month=month)
        if role in (roles.ToolTipRole, roles.AccessibleTextRole):
            return self.tr("Month {month}").format(month=month)
        if role == roles.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignCenter
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Give what a field shows and says."""
        line, field = self.line(index), self.field(index)
        if line is None or field is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._words.month_state(field.state, short=True)
        if role == FIELD_ROLE:
            return field
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return field_text(line.cell.name, field, self._words)
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(field_text(line.cell.name, field, self._words))
        return None

    def _name(self, section: int, role: int) -> object:
        name = self._lines[section].cell.name
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(name)
        texts = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
        return name if role in texts else None


class FieldDelegate(QStyledItemDelegate):
    """Paints a field: its sign above its word, on the ground of its state."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one field."""
        theme = current_theme()
        field = index.data(FIELD_ROLE)
        box = option.rect
        view = option.widget
        painter.save()
        painter.setPen(theme.colour("line"))
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        painter.drawLine(box.topRight(), box.bottomRight())
        if field is not None and field.state is not MonthState.OUTSIDE:
            self._paint_state(painter, box.adjusted(2, 2, -3, -3), field, index)
        if option.state & QStyle.StateFlag.State_Selected:
            has_keys = isinstance(view, QWidget) and view.hasFocus()
            width = theme.focus_width
            painter.setPen(QPen(theme.colour("focus" if has_keys else "ink"), width))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            inset = width // 2 + 1
            painter.drawRoundedRect(box.adjusted(inset, inset, -inset, -inset), 4, 4)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Ask for the room of a sign above a word."""
        del option, index
        return QSize(0, field_height())

    def _paint_state(self, painter: QPainter, box: QRect, field: MonthField, index: Index) -> None:
        theme = current_theme()
        state = MONTH_STATES[field.state]
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour(f"{state}_ground"))
        painter.drawRoundedRect(box, 4, 4)
        font = theme.font("small", bold=True)
        word = QFontMetrics(font).height()
        side = min(theme.grown(22), box.height() - word)
        above = box.top() + (box.height() - side - word) // 2
        sign = QRect(box.center().x() - side // 2, above, side, side)
        icon(MONTH_ICONS[field.state], state).paint(painter, sign)
        painter.setFont(font)
        painter.setPen(theme.colour(state))
        if field.others:
            beside = QRect(sign.right(), sign.top(), box.right() - sign.right(), side)
            painter.drawText(beside, Qt.AlignmentFlag.AlignCenter, f"+{len(field.others)}")
        text = str(index.data(Qt.ItemDataRole.DisplayRole))
        under = QRect(box.left(), above + side, box.width(), word)
        painter.drawText(under, Qt.AlignmentFlag.AlignCenter, text)


class NameHeader(QHeaderView):
    """The names of the cells: they stay in view when the months are scrolled."""

    def __init__(self, parent: QTableView) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self.setSectionsClickable(True)
        self.setHighlightSections(True)

    def paintSection(self, painter: QPainter, rect: QRect, logical: int) -> None:
        """Paint a name in at most two lines; the tip has it whole."""
        theme = current_theme()
        model = self.model()
        name = str(model.headerData(logical, Qt.Orientation.Vertical) or "")
        painter.save()
        table = self.parent()
        is_current = isinstance(table, QTableView) and table.currentIndex().row() == logical
        painter.fillRect(rect, theme.colour("selected" if is_current else "card"))
        painter.setPen(theme.colour("line"))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.setPen(theme.colour("field_line"))
        painter.drawLine(rect.topRight(), rect.bottomRight())
        painter.setPen(theme.colour("ink"))
        painter.setFont(theme.font(bold=True))
        box = rect.adjusted(theme.space(3), 0, -theme.space(2), 0)
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap
        metrics = painter.fontMetrics()
        while name and metrics.boundingRect(box, flags, name).height() > rect.height():
            name = name.removesuffix("…")[:-1].rstrip() + "…"
        painter.drawText(box, flags, name)
        painter.restore()

    def sizeHint(self) -> QSize:
        """Ask for the longest name; the page says how much of it there is room for."""
        theme = current_theme()
        metrics = QFontMetrics(theme.font(bold=True))
        model = self.model()
        count = model.rowCount() if model is not None else 0
        names = {str(model.headerData(row, Qt.Orientation.Vertical)) for row in range(count)}
        # Of thousands of names the longest text is the widest one, near enough.
        longest = sorted(names, key=len)[-5:]
        widest = max(map(metrics.horizontalAdvance, longest), default=0)
        return QSize(widest + theme.space(5), 0)


def field_height() -> int:
    """Give the height of a row: two lines of a name fit, and a sign above its word."""
    theme = current_theme()
    return max(2 * QFontMetrics(theme.font(bold=True)).height(), theme.row_height) + theme.space(2)


def field_width(words: Messages) -> int:
    """Give the width of a month: the longest word fits."""
    theme = current_theme()
    metrics = QFontMetrics(theme.font("small", bold=True))
    texts = (words.month_state(state, short=True) for state in MonthState)
    return max(map(metrics.horizontalAdvance, texts)) + theme.space(2) + 2
