"""One table model for all rows of records: columns, edits, sorting, filtering, spoken text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, Generic, Literal, TypeVar

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)
from PySide6.QtGui import QFont

from cellsecretary.core.vietnamese import fold
from cellsecretary.ui.spoken import said_of, said_whole

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Sequence

    from cellsecretary.ui.chips import State

Row = TypeVar("Row")
Index = QModelIndex | QPersistentModelIndex
Align = Literal["left", "right", "centre"]

STATE_ROLE: Final = Qt.ItemDataRole.UserRole + 1

_ALIGNMENTS: Final = {
    "left": Qt.AlignmentFlag.AlignLeft,
    "right": Qt.AlignmentFlag.AlignRight,
    "centre": Qt.AlignmentFlag.AlignHCenter,
}


@dataclass(frozen=True)
class Column(Generic[Row]):
    """One column: how it is titled, read, written, shown, sorted and spoken.

    `set` makes the cell editable; it asks for an operation and the rows come back through
    `set_rows`. With `state` the text is shown as a chip. `checked` adds a check box, which is
    set through `set` with a bool. `edit` gives the value that the editor starts from. `spoken`
    calls the whole row for ears, as a column of ticks does. A row is called by its strong column
    with letters, unless another one `names` it.
    """

    title: str
    get: Callable[[Row], str]
    set: Callable[[Row, Any], object] | None = None
    edit: Callable[[Row], object] | None = None
    state: Callable[[Row], State | None] | None = None
    checked: Callable[[Row], bool] | None = None
    sort: Callable[[Row], Any] | None = None
    spoken: Callable[[Row], str] | None = None
    align: Align = "left"
    strong: bool = False
    names: bool = False


class RecordModel(QAbstractTableModel, Generic[Row]):
    """Rows of one kind; `key` names a row for good, so that selection and place survive changes.

    `search` gives the text of a row that `set_filter` looks in; default: all columns.
    """

    def __init__(
        self,
        columns: Sequence[Column[Row]],
        key: Callable[[Row], Hashable],
        parent: QObject | None = None,
        *,
        search: Callable[[Row], str] | None = None,
    ) -> None:
        super().__init__(parent)
        self._columns = list(columns)
        self._key = key
        self._search = search or self._whole_text
        self._all: list[Row] = []
        self._shown: list[Row] = []
        self._filter = ""
        self._sorted: tuple[int, Qt.SortOrder] | None = None
        self._below: tuple[int, tuple[int, ...]] = (-1, ())

    @property
    def rows(self) -> tuple[Row, ...]:
        """The rows that are shown, in their order."""
        return tuple(self._shown)

    def row(self, index: Index | int) -> Row:
        """Give the row at an index or at a shown place."""
        return self._shown[index if isinstance(index, int) else index.row()]

    def text_at(self, index: Index) -> str:
        """Give what the column of an index says of its row, nothing of others below it."""
        return self._columns[index.column()].get(self.row(index))

    def at(self, index: Index) -> Row | None:
        """Give the row at an index, None where nothing is chosen."""
        return self.row(index) if index.isValid() else None

    def index_of(self, key: Hashable, column: int = 0) -> QModelIndex:
        """Find a row by its key; invalid when it is not shown."""
        for place, row in enumerate(self._shown):
            if self._key(row) == key:
                return self.index(place, column)
        return QModelIndex()

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Take new rows and tell views only what changed."""
        self._all = list(rows)
        self._refresh()

    def set_filter(self, text: str) -> None:
        """Show the rows that contain every word of a text; tone marks and case do not matter."""
        self._filter = text
        self._refresh()

    def set_titles(self, titles: Sequence[str]) -> None:
        """Title the columns anew, after a change of language."""
        pairs = zip(self._columns, titles, strict=True)
        self._columns = [_titled(column, title) for column, title in pairs]
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self._columns) - 1)

    def put_below(self, column: int, others: Sequence[int]) -> None:
        """Show what `others` say as a second line of a column: a narrow table hides them."""
        wanted = (column, tuple(others))
        if wanted != self._below:
            self._below = wanted
            if self._shown:
                last = self.index(len(self._shown) - 1, column)
                self.dataChanged.emit(self.index(0, column), last)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's signature)
        """Count the rows shown."""
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's signature)
        """Count the columns."""
        return 0 if parent.isValid() else len(self._columns)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Give the title of a column."""
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self._columns):
            return None
        column = self._columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.title
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _ALIGNMENTS[column.align] | Qt.AlignmentFlag.AlignVCenter
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Give what a cell shows, edits and says."""
        if not index.isValid():
            return None
        row, column = self._shown[index.row()], self._columns[index.column()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._lines(row, index.column())
            case Qt.ItemDataRole.EditRole:
                return (column.edit or column.get)(row)
            case Qt.ItemDataRole.CheckStateRole if column.checked:
                checked = column.checked(row)
                return Qt.CheckState.Checked if checked else Qt.CheckState.Unchecked
            case Qt.ItemDataRole.TextAlignmentRole:
                return _ALIGNMENTS[column.align] | Qt.AlignmentFlag.AlignVCenter
            case Qt.ItemDataRole.FontRole if column.strong:
                font = QFont()
                font.setBold(True)
                return font
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._spoken(row, index)
        if role == STATE_ROLE and column.state:
            return column.state(row)
        return None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Hand an edit to the column; unchanged values do nothing."""
        column = self._columns[index.column()]
        row = self._shown[index.row()]
        if column.set is None:
            return False
        if role == Qt.ItemDataRole.CheckStateRole and column.checked:
            column.set(row, Qt.CheckState(value) == Qt.CheckState.Checked)
            return True
        if role != Qt.ItemDataRole.EditRole:
            return False
        if value != (column.edit or column.get)(row):
            column.set(row, value)
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Say what can be done with a cell."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        column = self._columns[index.column()]
        if column.checked:
            flags |= Qt.ItemFlag.ItemIsUserCheckable
        elif column.set:
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column's key; equal rows keep the order of `set_rows`. -1 goes back to it."""
        self._sorted = (column, order) if column >= 0 else None
        self._refresh()

    def _spoken(self, row: Row, index: Index) -> str:
        """Say a row with its state and place where it is named, elsewhere the cell before all."""
        naming = self._naming
        speaking = next((one for one in self._columns if one.spoken), None)
        named = self._columns[naming].get(row)
        if speaking is not None and speaking.spoken is not None:
            named = speaking.spoken(row)
        place, column = index.row(), self._columns[index.column()]
        said = self._lines(row, index.column()).replace("\n", "; ")
        if index.column() not in {0, naming} and column is not speaking:
            return said_of(column.title, said, named, place, len(self._shown))
        others = [
            ("" if one.state else one.title, one.get(row))
            for at, one in enumerate(self._columns)
            if at != naming and one is not speaking
        ]
        others.sort(key=lambda pair: bool(pair[0]))
        return said_whole(named, others, place, len(self._shown))

    @property
    def _naming(self) -> int:
        """Give the column that tells rows apart by words."""
        columns = list(enumerate(self._columns))
        plain = [(at, one) for at, one in columns if not (one.state or one.checked)]
        words = [at for at, one in plain if one.align == "left"]
        named = [at for at, one in columns if one.names]
        strong = [at for at in words if self._columns[at].strong]
        return (named or strong or words or [0])[0]

    def _others(self, column: int) -> tuple[int, ...]:
        return self._below[1] if column == self._below[0] else ()

    def _lines(self, row: Row, column: int) -> str:
        others = [_below(self._columns[place], row) for place in self._others(column)]
        second = " · ".join(text for text in others if text)
        first = self._columns[column].get(row)
        return f"{first}\n{second}" if second else first

    def _whole_text(self, row: Row) -> str:
        return " ".join(column.get(row) for column in self._columns)

    def _refresh(self) -> None:
        words = fold(self._filter).split()
        rows = self._all
        if words:
            rows = [row for row in rows if _has(fold(self._search(row)), words)]
        if self._sorted:
            place, order = self._sorted
            column = self._columns[place]
            key = column.sort or (lambda row: fold(column.get(row)))
            rows = sorted(rows, key=key, reverse=order == Qt.SortOrder.DescendingOrder)
        self._show(list(rows))

    def _show(self, rows: list[Row]) -> None:
        wanted = {self._key(row) for row in rows}
        for place in range(len(self._shown) - 1, -1, -1):
            if self._key(self._shown[place]) not in wanted:
                self.beginRemoveRows(QModelIndex(), place, place)
                del self._shown[place]
                self.endRemoveRows()
        known = {self._key(row) for row in self._shown}
        self._reorder([row for row in rows if self._key(row) in known])
        for place, row in enumerate(rows):
            if self._key(row) not in known:
                self.beginInsertRows(QModelIndex(), place, place)
                self._shown.insert(place, row)
                self.endInsertRows()

    def _reorder(self, rows: list[Row]) -> None:
        """Put the rows that stay into their new order and values."""
        before = [self._key(row) for row in self._shown]
        after = [self._key(row) for row in rows]
        if before != after:
            self.layoutAboutToBeChanged.emit()
            places = {key: place for place, key in enumerate(after)}
            old = self.persistentIndexList()
            new = [self.index(places[before[i.row()]], i.column()) for i in old]
            self._shown = rows
            self.changePersistentIndexList(old, new)
            self.layoutChanged.emit()
            return
        last = len(self._columns) - 1
        for place, row in enumerate(rows):
            if self._shown[place] != row:
                self._shown[place] = row
                self.dataChanged.emit(self.index(place, 0), self.index(place, last))


def _has(text: str, words: list[str]) -> bool:
    return all(word in text for word in words)


def _spoken(column: Column[Row], row: Row) -> str:
    text = (column.spoken or column.get)(row)
    return f"{column.title}: {text}" if column.title else text


def _below(column: Column[Row], row: Row) -> str:
    """Give what a column says below another; a figure says nothing without its title."""
    text = column.get(row)
    return f"{column.title}: {text}" if text and column.align == "right" else text


def _titled(column: Column[Row], title: str) -> Column[Row]:
    return Column(**{**vars(column), "title": title})
