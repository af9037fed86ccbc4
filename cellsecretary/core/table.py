"""A table as plain values: the window shows what CSV, XLSX and PDF carry, word for word."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from enum import StrEnum

from cellsecretary.core.vietnamese import list_key, name_key

Value = str | int | float | dt.date | None


class ColumnKind(StrEnum):
    """What stands in a column, which says how it is written, sorted and put into a spreadsheet.

    A `NAME` is that of a person and sorts by the given name. A `PERCENT` is a number of 100, with
    one decimal as `facts.percent_of` gives it.
    """

    TEXT = "text"
    NAME = "name"
    NUMBER = "number"
    PERCENT = "percent"
    DATE = "date"
    STATE = "state"

    @property
    def is_figure(self) -> bool:
        """Whether it is as short as figures are, and never broken."""
        return self in (ColumnKind.NUMBER, ColumnKind.PERCENT, ColumnKind.DATE)


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its head and what stands in it."""

    title: str
    kind: ColumnKind = ColumnKind.TEXT

    def shown(self, entry: Entry) -> str:
        """Say what an entry of this column says on screen and paper."""
        if entry.text or entry.value is None:
            return entry.text
        match entry.value:
            case dt.date() as day:
                return f"{day.day:02}/{day.month:02}/{day.year:04}"
            case int() | float() as number if self.kind is ColumnKind.PERCENT:
                return f"{number:.1f}%".replace(".", ",")
            case float() as number:
                return f"{number:.1f}".removesuffix(".0").replace(".", ",")
            case value:
                return str(value)


@dataclass(frozen=True, slots=True)
class Entry:
    """One place of a table: its value, and the text where that is not just the value written out.

    Of a state the value is its kind, the text its word, and `rank` its place among the states.
    None is what is not known; it may have a text too, such as a dash.
    """

    value: Value = None
    text: str = ""
    rank: float | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """One row; `subject` is the id of what it tells of, for whoever opens it."""

    entries: tuple[Entry, ...]
    subject: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under columns, with the sums of all rows in `totals`; `notes` stand below them.

    All words, those of the columns too, are the caller's. Every line has an entry for each column.
    """

    title: str
    subtitle: str
    columns: tuple[Column, ...]
    rows: tuple[Line, ...]
    totals: Line | None = None
    notes: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        for line in self.lines:
            if len(line.entries) != len(self.columns):
                msg = f"{len(line.entries)} entries under {len(self.columns)} columns"
                raise ValueError(msg)

    @property
    def lines(self) -> tuple[Line, ...]:
        """The rows, and the totals under them."""
        return (*self.rows, self.totals) if self.totals else self.rows

    def shown(self, line: Line) -> tuple[str, ...]:
        """Say what a line says on screen and paper, column by column."""
        pairs = zip(self.columns, line.entries, strict=True)
        return tuple(column.shown(entry) for column, entry in pairs)


def sorted_by(table: Table, column: int, *, descending: bool = False) -> Table:
    """Sort the rows by a column; what is not known comes last either way, equal rows stay put."""
    kind = table.columns[column]
    known = [line for line in table.rows if _is_known(line.entries[column])]
    unknown = [line for line in table.rows if not _is_known(line.entries[column])]
    known.sort(key=lambda line: _key(kind, line.entries[column]), reverse=descending)
    return replace(table, rows=(*known, *unknown))


def _is_known(entry: Entry) -> bool:
    return entry.rank is not None or entry.value not in (None, "")


def _key(column: Column, entry: Entry) -> tuple[int, object]:
    """Give a key by which any two entries of a column compare, be they of different types."""
    if entry.rank is not None:
        return 0, entry.rank
    match entry.value:
        case dt.date() as day:
            return 1, day.toordinal()
        case int() | float() as number:
            return 1, number
    text = column.shown(entry)
    return 2, name_key(text) if column.kind is ColumnKind.NAME else list_key(text)
