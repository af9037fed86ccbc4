"""How tables look and behave: rows one can hit, chips for states, a ring around the row."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    QTimer,
)
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from cellsecretary.ui.announcing import announce
from cellsecretary.ui.chips import State, chip_size, draw_chip
from cellsecretary.ui.following import TEXT_SIZE, Follow
from cellsecretary.ui.key_table import ALONE, Key, bind
from cellsecretary.ui.mouse import SingleClicks
from cellsecretary.ui.records import STATE_ROLE
from cellsecretary.ui.theme import current_theme

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

Index = QModelIndex | QPersistentModelIndex


def dress_table(
    view: QTableView,
    *,
    stretch: int | Sequence[int] = (),
    wrap: bool = False,
    sortable: bool = False,
    cells: bool = False,
) -> None:
    """Dress a table after its model was set: columns as wide as their content but `stretch`.

    With `wrap`, rows grow with long text. With `cells`, single cells are chosen and edited,
    else whole rows.
    """
    view.setItemDelegate(CellDelegate(view))
    view.setShowGrid(False)
    view.setWordWrap(wrap)
    view.setCornerButtonEnabled(False)
    view.setTabKeyNavigation(False)
    view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    behaviour = QAbstractItemView.SelectionBehavior
    view.setSelectionBehavior(behaviour.SelectItems if cells else behaviour.SelectRows)
    view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.setTextElideMode(Qt.TextElideMode.ElideRight)
    view.verticalHeader().hide()
    if sortable:
        view.setHorizontalHeader(SortingHead(view))
    header = view.horizontalHeader()
    header.setHighlightSections(False)
    header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    for column in (stretch,) if isinstance(stretch, int) else stretch:
        header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
    if sortable:
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        header.setSortIndicatorClearable(True)
        view.setSortingEnabled(True)
    _keep_row_heights(view, wrap=wrap)
    _RowVoice(view)
    follow_selection(view)


def turn_whole_rows(view: QTableView, turn: Callable[[QModelIndex], object]) -> None:
    """Let a click anywhere on a row, or Space, turn it, as if the row were one check box."""
    SingleClicks(view)
    view.clicked.connect(turn)
    bind(Key.TICK_ROW, view, lambda: turn(view.currentIndex()), ALONE)


def head_width(view: QTableView, column: int) -> int:
    """Give the width that a column's head needs, be the column hidden or not."""
    header = view.horizontalHeader()
    if isinstance(header, SortingHead):
        return header.sectionSizeFromContents(column).width()
    return header.sectionSizeHint(column)


class SortingHead(QHeaderView):
    """A head in which every column has room for the sign of the order beside its title."""

    def __init__(self, view: QTableView) -> None:
        super().__init__(Qt.Orientation.Horizontal, view)
        self.setSectionsClickable(True)

    def sectionSizeFromContents(self, column: int) -> QSize:
        """Ask for the sign's own width: the style would keep more than twice as much free."""
        size = super().sectionSizeFromContents(column)
        if not self.isSortIndicatorShown():
            return size
        theme, text = current_theme(), self.fontMetrics().height()
        of_style = text + 3 * self.style().pixelMetric(QStyle.PixelMetric.PM_HeaderMargin)
        of_sign = theme.grown(12) + theme.space(1)
        return size - QSize(max(of_style - of_sign, 0), 0)


def follow_selection(view: QAbstractItemView) -> None:
    """Let what a tool for access selects be the current row too, as after a click."""

    def follow() -> None:
        model = view.selectionModel()
        chosen, current = model.selectedIndexes(), view.currentIndex()
        if chosen and not model.isSelected(current):
            column = max(current.column(), 0)
            index = chosen[0].siblingAtColumn(column)
            model.setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)

    # A hand selects a row and makes it current in one go: once that is done nothing is left to do.
    view.selectionModel().selectionChanged.connect(lambda: QTimer.singleShot(0, view, follow))


class CellDelegate(QStyledItemDelegate):
    """Paints cells with a line below, chips for states, and the focus ring."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one cell."""
        theme = current_theme()
        view = option.widget
        state = index.data(STATE_ROLE)
        ringed = bool(option.state & QStyle.StateFlag.State_HasFocus)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen:
            painter.fillRect(option.rect, theme.colour("selected"))
        plain = QStyleOptionViewItem(option)
        plain.state &= ~(QStyle.StateFlag.State_HasFocus | QStyle.StateFlag.State_Selected)
        plain.rect = option.rect.adjusted(theme.space(2), 0, -theme.space(2), 0)
        if state is None:
            super().paint(painter, plain, index)
        else:
            text = index.data(Qt.ItemDataRole.DisplayRole) or ""
            if text:
                draw_chip(painter, QRectF(plain.rect), State(state), text, option.font)
        if chosen and _is_first(view, index):
            # Its ground alone is too faint a sign of what is chosen.
            bar = QRect(option.rect.topLeft(), QSize(theme.space(1), option.rect.height()))
            painter.fillRect(bar, theme.colour("ink"))
        painter.setPen(theme.colour("line"))
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
        if isinstance(view, QTableView) and view.hasFocus():
            if view.selectionBehavior() == QAbstractItemView.SelectionBehavior.SelectRows:
                if index.row() == view.currentIndex().row():
                    self._draw_ring(painter, _row_box(view, option.rect), option.rect)
            elif ringed:
                self._draw_ring(painter, option.rect, option.rect)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Ask for the room of the text or chip, at least one row high."""
        theme = current_theme()
        room = theme.space(2)
        state = index.data(STATE_ROLE)
        if state is None:
            # Wrapped text has the width that it is painted in.
            inner = QStyleOptionViewItem(option)
            inner.rect = option.rect.adjusted(room, 0, -room, 0)
            size = super().sizeHint(inner, index)
            if index.data(Qt.ItemDataRole.CheckStateRole) is not None:
                # Qt forgets the tick where words wrap: they would end in dots.
                size.setWidth(max(size.width(), self._ticked_width(inner, index)))
        else:
            size = chip_size(option.font, index.data(Qt.ItemDataRole.DisplayRole) or "")
        return QSize(size.width() + 2 * room, max(theme.row_height, size.height() + theme.space(2)))

    def _ticked_width(self, option: QStyleOptionViewItem, index: Index) -> int:
        text = index.data(Qt.ItemDataRole.DisplayRole) or ""
        words = option.fontMetrics.horizontalAdvance(text.partition(" ")[0])
        air = 2 * (option.widget.style().pixelMetric(QStyle.PixelMetric.PM_FocusFrameHMargin) + 1)
        return current_theme().indicator_size + words + 2 * air

    def _draw_ring(self, painter: QPainter, box: QRect, clip: QRect) -> None:
        theme = current_theme()
        width = theme.focus_width
        painter.save()
        painter.setClipRect(clip)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme.colour("focus"), width))
        inset = width / 2
        ring = QRectF(box).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(ring, theme.corner, theme.corner)
        painter.restore()


def _keep_row_heights(view: QTableView, *, wrap: bool) -> None:
    """Keep the rows of a table as high as the text size asks for."""

    def give_heights() -> None:
        rows = view.verticalHeader()
        height = current_theme().row_height
        rows.setMinimumSectionSize(height)
        rows.setDefaultSectionSize(height)
        mode = QHeaderView.ResizeMode
        rows.setSectionResizeMode(mode.ResizeToContents if wrap else mode.Fixed)

    give_heights()
    Follow(view, give_heights, TEXT_SIZE)


class _RowVoice(QObject):
    """Says the row that has the keyboard once more when it changed or moved."""

    def __init__(self, view: QTableView) -> None:
        super().__init__(view)
        self._view = view
        self._told = ""
        model = view.model()
        model.dataChanged.connect(self._say)
        model.layoutChanged.connect(self._say)
        view.selectionModel().currentChanged.connect(self._note)

    def _say(self) -> None:
        if self._view.hasFocus() and self._text() != self._told:
            self._note()
            announce(self._view, self._told)

    def _note(self) -> None:
        self._told = self._text()

    def _text(self) -> str:
        text = self._view.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)
        return text if isinstance(text, str) else ""


def _is_first(view: object, index: Index) -> bool:
    """Tell whether a chosen row begins with a cell; single cells that are chosen have the ring."""
    if not isinstance(view, QTableView):
        return False
    if view.selectionBehavior() != QAbstractItemView.SelectionBehavior.SelectRows:
        return False
    header = view.horizontalHeader()
    columns = (header.logicalIndex(place) for place in range(header.count()))
    return index.column() == next((one for one in columns if not header.isSectionHidden(one)), -1)


def _row_box(view: QTableView, cell: QRect) -> QRect:
    """Give the box of the whole visible row that a cell lies in."""
    header = view.horizontalHeader()
    width = min(header.length() - header.offset(), view.viewport().width())
    return QRect(-header.offset(), cell.top(), width + header.offset(), cell.height())
