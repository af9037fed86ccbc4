"""`SummedTable`: a table to sort, with the line of its totals always in view below it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from cellsecretary.core.table import ColumnKind
from cellsecretary.ui.board.table_model import TableModel
from cellsecretary.ui.column_pages import ColumnBar, ColumnPages, pages_of
from cellsecretary.ui.following import SIZE, TEXT_SIZE, Follow
from cellsecretary.ui.tables import dress_table, head_width
from cellsecretary.ui.theme import current_theme

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from cellsecretary.core.table import Line, Table

WIDEST, NARROWEST = 320, 150
"""How wide a column of texts is that leaves room for others, in pixels of usual text."""
HIGHEST = 3
"""How many usual rows a long text is high at most; the rest of it is in its tool tip."""
NAMED = 2
"""The columns that tell what a row is about: its number, and its name."""


class SummedTable(QObject):
    """Fills two views of a form, `rows` and `totals`, which show the same columns.

    `beside` stands where the rows have their scroll bar; `bar` leads to columns without room.
    """

    def __init__(
        self, rows: QTableView, totals: QTableView, beside: QWidget, bar: ColumnBar
    ) -> None:
        super().__init__(rows)
        self.model = TableModel(self)
        self._sums = TableModel(self, totals=True)
        self._rows = rows
        self._totals = totals
        self._beside = beside
        self._bar = bar
        rows.setModel(self.model)
        totals.setModel(self._sums)
        dress_table(rows, sortable=True)
        dress_table(totals)
        # Rows are measured when the widths are known: thousands of them at any change are too many.
        rows.setWordWrap(True)
        for view in (rows, totals):
            view.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        off = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        totals.setVerticalScrollBarPolicy(off)
        totals.horizontalHeader().hide()
        totals.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        totals.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self._pages = ColumnPages(rows, totals, kept=NAMED)
        self._pages.turned.connect(self.fit)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(0)
        self._later.timeout.connect(self.fit)
        self.model.layoutChanged.connect(self._later.start)
        Follow(rows.viewport(), self._later.start, SIZE, TEXT_SIZE)

    @property
    def table(self) -> Table | None:
        """The table as it is sorted now."""
        return self.model.table

    def show_table(self, table: Table, *, same: bool) -> None:
        """Show a table; the `same` as before keeps its order, and what is chosen and in view."""
        rows = self._rows
        chosen, scrolled = rows.currentIndex(), rows.verticalScrollBar().value()
        line, row = self.model.at(chosen), chosen.row()
        header = rows.horizontalHeader()
        if same:
            self.model.renew(table)
        else:
            header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
            self.model.show_table(table)
        self._sums.show_table(table)
        self._totals.setVisible(table.totals is not None)
        self.fit()
        if self.model.lines:
            rows.selectRow(self._place(line, row) if same else 0)
        if same:
            rows.verticalScrollBar().setValue(scrolled)

    def show_way(self, *, shown: bool) -> None:
        """Show the way to columns without room, or not while the table is not seen."""
        self._bar.setVisible(shown and not self._pages.is_whole)

    def sort_by(self, column: int, *_triggered: object) -> None:
        """Sort by a column, or turn the order around when it is that one; -1: as made."""
        header = self._rows.horizontalHeader()
        ascending, descending = Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder
        again = column == header.sortIndicatorSection() and header.sortIndicatorOrder() == ascending
        header.setSortIndicator(column, descending if again and column >= 0 else ascending)

    def fit(self) -> None:
        """Give columns what their words need; texts share the rest, and wrap."""
        table = self.table
        if table is None:
            return
        rows, totals = self._rows, self._totals
        wanted = self._wanted(table)
        widths = self._widths(table, wanted)
        self._pages.divide(pages_of(widths, rows.viewport().width(), NAMED))
        self._bar.follow(self._pages, NAMED, len(widths))
        for column, width in self._stretched(widths).items():
            rows.setColumnWidth(column, width)
            totals.setColumnWidth(column, width)
        wraps = any(width < want for width, want in zip(widths, wanted, strict=True))
        self._fit_heights(len(table.rows), wraps=wraps)
        height = current_theme().row_height
        totals.setFixedHeight(height + 2 * totals.frameWidth())
        totals.setRowHeight(0, height)
        self._beside.setFixedWidth(rows.verticalScrollBar().width())

    def _wanted(self, table: Table) -> list[int]:
        """Give the widths in which nothing has to wrap."""
        rows = self._rows
        self._pages.show_all()  # what is hidden cannot be measured
        return [
            max(
                rows.sizeHintForColumn(column),
                self._totals.sizeHintForColumn(column),
                head_width(rows, column),
            )
            for column in range(len(table.columns))
        ]

    def _widths(self, table: Table, wanted: list[int]) -> list[int]:
        """Give the widths that fit best: texts wrap where that spares a page of columns."""
        theme, room = current_theme(), self._rows.viewport().width()
        texts = [at for at, one in enumerate(table.columns) if one.kind is ColumnKind.TEXT]
        long = [at for at in texts if at >= NAMED]
        widths = list(wanted)
        for at in long:
            widths[at] = min(widths[at], theme.grown(WIDEST))
        left = room - sum(widths)
        spare = {at: max(widths[at] - theme.grown(NARROWEST), 0) for at in long}
        if left >= 0:
            for at in long or texts:
                widths[at] += left // len(long or texts)
        elif sum(spare.values()) >= -left:
            for at in long:
                widths[at] += left * spare[at] // sum(spare.values())
        return widths

    def _stretched(self, widths: list[int]) -> dict[int, int]:
        """Share what a page leaves over among its columns."""
        shown = [*range(min(NAMED, len(widths))), *self._pages.shown]
        left = self._rows.viewport().width() - sum(widths[column] for column in shown)
        more = 0 if self._pages.is_whole else max(left, 0) // max(len(shown) - 1, 1)
        return {column: widths[column] + (more if column else 0) for column in shown}

    def _fit_heights(self, count: int, *, wraps: bool) -> None:
        rows, height = self._rows, current_theme().row_height
        if wraps:
            rows.resizeRowsToContents()
            for row in range(count):
                rows.setRowHeight(row, min(rows.rowHeight(row), HIGHEST * height))
        elif rows.verticalHeader().length() != height * count:
            # The rows of the table before may have been higher.
            for row in range(count):
                rows.setRowHeight(row, height)

    def _place(self, line: Line | None, row: int) -> int:
        """Find a line again by what it is about, or else what stands in its place now."""
        subjects = [one.subject for one in self.model.lines]
        if line is not None and line.subject in subjects and line.subject:
            return subjects.index(line.subject)
        return min(max(row, 0), len(subjects) - 1)
