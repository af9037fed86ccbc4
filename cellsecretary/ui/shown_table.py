"""What a table or list of the window shows, as plain values for paper and for other programs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QTableView

from cellsecretary.core.table import Column, ColumnKind, Entry, Line, Table
from cellsecretary.ui.records import RecordModel

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtCore import QModelIndex

TICK = "✓"


def shown_table(view: QAbstractItemView, title: str, subtitle: str = "") -> Table:
    """Give the rows that a view shows, in its order, under the heads of its columns.

    A column that is hidden but says something is among them: it gave way to others, and paper and
    spreadsheets have the room.
    """
    model = view.model()
    columns = list(_columns(view))
    heads = [Column(_head(view, column), _kind(view, column)) for column in columns]
    named = isinstance(view, QTableView) and not view.verticalHeader().isHidden()
    if named:
        heads.insert(0, Column(""))
    rows = []
    for row in range(model.rowCount()):
        if isinstance(view, QTableView) and view.isRowHidden(row):
            continue
        texts = [_cell(model.index(row, column)) for column in columns]
        if named:
            texts.insert(0, _text(model.headerData(row, Qt.Orientation.Vertical)))
        rows.append(Line(tuple(Entry(None, text) for text in texts)))
    return Table(title, subtitle, tuple(heads), tuple(rows))


def _head(view: QAbstractItemView, column: int) -> str:
    if not isinstance(view, QTableView):
        return ""
    return " ".join(_text(view.model().headerData(column, Qt.Orientation.Horizontal)).split())


def _columns(view: QAbstractItemView) -> Iterator[int]:
    """Give the columns from left to right."""
    if not isinstance(view, QTableView):
        yield 0
        return
    header = view.horizontalHeader()
    model = view.model()
    for place in range(header.count()):
        column = header.logicalIndex(place)
        rows = range(model.rowCount())
        if not header.isSectionHidden(column) or any(_cell(model.index(r, column)) for r in rows):
            yield column


def _cell(index: QModelIndex) -> str:
    model = index.model()
    # Of records without what other columns say below it where there is little room.
    text = model.text_at(index) if isinstance(model, RecordModel) else _text(index.data())
    ticked = index.data(Qt.ItemDataRole.CheckStateRole)
    if ticked is not None and Qt.CheckState(ticked) is Qt.CheckState.Checked:
        return f"{TICK} {text}".strip()
    return text


def _kind(view: QAbstractItemView, column: int) -> ColumnKind:
    """Give figures, which stand at the right of their column, a kind of their own."""
    role = Qt.ItemDataRole.TextAlignmentRole
    alignment = view.model().headerData(column, Qt.Orientation.Horizontal, role)
    is_figure = alignment is not None and Qt.AlignmentFlag.AlignRight & Qt.AlignmentFlag(alignment)
    return ColumnKind.NUMBER if is_figure else ColumnKind.TEXT


def _text(value: object) -> str:
    return "" if value is None else str(value)
