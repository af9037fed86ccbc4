"""Any table as wide as its texts: the page, the size of its type, and the widths of its columns."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from cellsecretary.core.table import ColumnKind
from cellsecretary.papers import fonts
from cellsecretary.papers.bound import Paper
from cellsecretary.papers.fonts import Face
from cellsecretary.papers.printable import printable
from cellsecretary.papers.sheet import Sheet
from cellsecretary.papers.tables import PADDING, Column, Total

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cellsecretary.core.ruleset import PaperRules
    from cellsecretary.core.table import Table

_SIZE = 12.0
"""The size of all that stands around the table, in points."""


@dataclass(frozen=True, slots=True)
class Ways:
    """How a page is tried: from the largest type on, then with ever narrower longest columns.

    A share is that of the width which one column has at most; longer texts have several lines.
    """

    landscape: bool
    sizes: tuple[float, ...]
    shares: tuple[float, ...]


ACROSS = Ways(
    landscape=True,
    sizes=(11.0, 10.5, 10.0, 9.5, 9.0, 8.5),
    shares=(0.2, 0.18, 0.16, 0.14, 0.12, 0.1),
)
UPRIGHT = Ways(landscape=False, sizes=(12.0, 11.5, 11.0, 10.5, 10.0), shares=(0.45, 0.35, 0.25))


def fitted(form: str, rules: PaperRules, table: Table, *ways: Ways) -> FittedTable:
    """Give a sheet on the first page on which the columns fit beside one another, else the last."""
    fonts.register()
    widest = _widest_things(table)
    for way in ways:
        width = Paper(form, rules.layout, landscape=way.landscape).width
        # In the smallest type it is the widest texts that give way.
        tries = [
            *((size, way.shares[0]) for size in way.sizes),
            *((way.sizes[-1], one) for one in way.shares),
        ]
        for size, share in tries:
            wanted = [min(one * size + 2 * PADDING, width * share) for one in widest]
            if sum(wanted) <= width:
                return FittedTable(form, rules, table, way, size, wanted)
    return FittedTable(form, rules, table, way, size, wanted)


class FittedTable:
    """A sheet in whose type a table fits, and the table, to be written onto it with `write`."""

    def __init__(
        self,
        form: str,
        rules: PaperRules,
        table: Table,
        way: Ways,
        size: float,
        widths: Sequence[float],
    ) -> None:
        layout = rules.layout
        # The sheet scales all type as it does the body; the table is to have this very size.
        usual = replace(layout, table_size=size * layout.body_size / _SIZE)
        self.sheet = Sheet(form, replace(rules, layout=usual), draft=False)
        self.sheet.begin(form, size=_SIZE, landscape=way.landscape)
        self._table, self._widths = table, widths

    def write(self) -> None:
        """Write the table and the notes below it."""
        table = self._table
        columns = [
            Column(column.title, share, centred=_is_centred(column.kind))
            for column, share in zip(table.columns, self._widths, strict=True)
        ]
        self.sheet.table(columns, _rows(table))
        for note in table.notes:
            self.sheet.text(note)


def _rows(table: Table) -> list[Sequence[str]]:
    rows: list[Sequence[str]] = [table.shown(line) for line in table.rows]
    return [*rows, Total(table.shown(table.totals))] if table.totals else rows


def _widest_things(table: Table) -> list[float]:
    """Measure what is to stay whole in each column, in type of one point: a text, a word of others.

    All as if bold, for the head and the sums are.
    """
    lines = [table.shown(line) for line in table.lines]
    found = []
    for at, column in enumerate(table.columns):
        pieces = column.title.split()
        for line in lines:
            if _is_centred(column.kind):
                pieces += line[at].split()
            else:
                pieces += line[at].split("\n")
        widths = (fonts.width(printable(piece), Face.BOLD, 1) for piece in pieces)
        found.append(max(widths, default=0.0))
    return found


def _is_centred(kind: ColumnKind) -> bool:
    return kind.is_figure or kind is ColumnKind.STATE
