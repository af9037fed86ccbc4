"""`KeptColumns`: the first columns of a table, kept in sight while it is scrolled sideways."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QHeaderView, QTableView

from cellsecretary.ui.tables import dress_table

if TYPE_CHECKING:
    from collections.abc import Callable


class KeptColumns(QObject):
    """Lays a second view of the same rows over the left edge, once that was scrolled away.

    `sort_by` is called with the column whose head was pressed there.
    """

    def __init__(
        self, table: QTableView, count: int, sort_by: Callable[[int], object] | None = None
    ) -> None:
        super().__init__(table)
        self._table = table
        self._count = count
        self.view = view = QTableView(table)
        view.setModel(table.model())
        view.setSelectionModel(table.selectionModel())
        dress_table(view)
        view.setWordWrap(True)
        view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        view.setSelectionMode(table.selectionMode())
        off = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        view.setVerticalScrollBarPolicy(off)
        view.setHorizontalScrollBarPolicy(off)
        header = view.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setVisible(sort_by is not None)
        if sort_by is not None:
            header.setSectionsClickable(True)
            header.sectionClicked.connect(sort_by)
            header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
            header.setSortIndicatorShown(True)
            table.horizontalHeader().sortIndicatorChanged.connect(
                lambda column, order: header.setSortIndicator(column, order)
            )
        view.activated.connect(lambda index: table.activated.emit(index))
        across = table.horizontalScrollBar()
        across.valueChanged.connect(lambda value: view.setVisible(value > 0))
        table.verticalScrollBar().valueChanged.connect(
            lambda value: view.verticalScrollBar().setValue(value)
        )
        table.viewport().installEventFilter(self)
        view.hide()

    def fit(self) -> None:
        """Take the widths and heights over from the table."""
        table, view = self._table, self.view
        header, whole = view.horizontalHeader(), table.horizontalHeader()
        width = 0
        for column in range(whole.count()):
            view.setColumnHidden(column, column >= self._count)
            if column < self._count:
                header.resizeSection(column, whole.sectionSize(column))
                width += whole.sectionSize(column)
        header.setFixedHeight(whole.height())
        for row in range(table.verticalHeader().count()):
            view.setRowHeight(row, table.rowHeight(row))
        # Both have the same frame, so that their rows lie side by side.
        edges = 2 * table.frameWidth()
        top = whole.height() if not whole.isHidden() else 0
        view.setGeometry(0, 0, width + edges, table.viewport().height() + top + edges)
        view.verticalScrollBar().setValue(table.verticalScrollBar().value())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the height of the table."""
        if event.type() == QEvent.Type.Resize:
            self.fit()
        return False
