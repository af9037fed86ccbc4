"""A table of `core.table` for views: its rows to be sorted, or its totals alone."""

from __future__ import annotations

from textwrap import fill
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QFont

from cellsecretary.core.board.grid import MonthState
from cellsecretary.core.board.tables import arranged
from cellsecretary.core.kinds import PetitionState, ScoreClass
from cellsecretary.ui.board.states import MONTH_STATES
from cellsecretary.ui.chips import State
from cellsecretary.ui.records import STATE_ROLE
from cellsecretary.ui.spoken import said_of, said_whole
from cellsecretary.ui.tips import plain_tip
from cellsecretary.ui.wording import PETITION_STATES

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

    from cellsecretary.core.table import ColumnKind, Entry, Line, Table

Index = QModelIndex | QPersistentModelIndex

HEAD_WIDTH: Final = 12
"""How many letters of a head stand in one line, when its words are shorter."""

NAMING: Final = 1
"""The column that says what a row is about, behind its number."""

CLASS_STATES: Final = {
    ScoreClass.GOOD: State.GOOD,
    ScoreClass.FAIR: State.GOOD,
    ScoreClass.AVERAGE: State.CARE,
    ScoreClass.WEAK: State.BAD,
}


class TableModel(QAbstractTableModel):
    """The rows of a table, or with `totals` the line below them; figures stand in the middle."""

    def __init__(self, parent: QObject | None = None, *, totals: bool = False) -> None:
        super().__init__(parent)
        self._totals = totals
        self._given: Table | None = None
        self._shown: Table | None = None
        self._order: tuple[int, bool] | None = None

    @property
    def table(self) -> Table | None:
        """The table as it is sorted now."""
        return self._shown

    @property
    def lines(self) -> tuple[Line, ...]:
        """The lines that are shown, in their order."""
        if self._shown is None:
            return ()
        if not self._totals:
            return self._shown.rows
        return (self._shown.totals,) if self._shown.totals else ()

    def at(self, index: Index) -> Line | None:
        """Give the line at an index, None where nothing is chosen."""
        return self.lines[index.row()] if index.isValid() else None

    def show_table(self, table: Table) -> None:
        """Show another table in its own order."""
        self.beginResetModel()
        self._given = self._shown = table
        self._order = None
        self.endResetModel()

    def renew(self, table: Table) -> None:
        """Show the same table anew, sorted as it was."""
        order = self._order
        self.show_table(table)
        if order:
            kinds = Qt.SortOrder
            self.sort(order[0], kinds.DescendingOrder if order[1] else kinds.AscendingOrder)

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column; -1 goes back to the table's own order. What is chosen stays so."""
        if self._given is None or self._totals:
            return
        descending = order == Qt.SortOrder.DescendingOrder
        before = self.lines
        self.layoutAboutToBeChanged.emit()
        if 0 <= column < len(self._given.columns):
            self._order = (column, descending)
            self._shown = arranged(self._given, column, descending=descending)
        else:
            self._order = None
            self._shown = self._given
        places = {_identity(line): place for place, line in enumerate(self.lines)}
        old = self.persistentIndexList()
        new = [self.index(places[_identity(before[one.row()])], one.column()) for one in old]
        self.changePersistentIndexList(old, new)
        self.layoutChanged.emit()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's signature)
        """Count the lines."""
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's signature)
        """Count the columns."""
        return 0 if parent.isValid() or self._shown is None else len(self._shown.columns)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Give the title of a column, in short lines."""
        if self._shown is None or orientation != Qt.Orientation.Horizontal:
            return None
        if not 0 <= section < len(self._shown.columns):
            return None
        column = self._shown.columns[section]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return fill(column.title, HEAD_WIDTH, break_long_words=False)
            case Qt.ItemDataRole.AccessibleTextRole:
                return column.title
            case Qt.ItemDataRole.ToolTipRole:
                return plain_tip(column.title)
            case Qt.ItemDataRole.TextAlignmentRole:
                return _alignment(column.kind)
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Give what a cell shows and says."""
        if self._shown is None or not index.isValid():
            return None
        column = self._shown.columns[index.column()]
        entry = self.lines[index.row()].entries[index.column()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return column.shown(entry)
            case Qt.ItemDataRole.ToolTipRole:
                return plain_tip(column.shown(entry))
            case Qt.ItemDataRole.TextAlignmentRole:
                return _alignment(column.kind)
            case Qt.ItemDataRole.FontRole if self._totals or index.column() == NAMING:
                font = QFont()
                font.setBold(True)
                return font
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._spoken(index)
        if role == STATE_ROLE:
            return _state(entry)
        return None

    def _spoken(self, index: Index) -> str:
        """Say a row with all its figures where it is named, elsewhere the cell before all."""
        assert self._shown is not None
        columns, lines = self._shown.columns, self.lines
        line = lines[index.row()]
        texts = [one.shown(entry) for one, entry in zip(columns, line.entries, strict=True)]
        titles = [one.title for one in columns]
        naming = min(NAMING, len(columns) - 1)
        if index.column() > naming:
            title, text = titles[index.column()], texts[index.column()]
            return said_of(title, text, texts[naming], index.row(), len(lines))
        parts = list(zip(titles, texts, strict=True))[naming + 1 :]
        return said_whole(texts[naming], parts, index.row(), len(lines))


def _state(entry: Entry) -> State | None:
    """Give how a state is shown, None for what is no state."""
    match entry.value:
        case MonthState() as month:
            return MONTH_STATES[month]
        case ScoreClass() as grade:
            return CLASS_STATES[grade]
        case PetitionState() as petition:
            return PETITION_STATES[petition]
    return None


def _alignment(kind: ColumnKind) -> Qt.AlignmentFlag:
    flag = Qt.AlignmentFlag.AlignHCenter if kind.is_figure else Qt.AlignmentFlag.AlignLeft
    return flag | Qt.AlignmentFlag.AlignVCenter


def _identity(line: Line) -> tuple[object, ...]:
    """Give what a line is whatever number it has: two that are alike are as good as each other."""
    return (line.subject, *line.entries[1:])
