"""Any table of the board on pages laid across, for the office that keeps it to sign."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from cellsecretary.core.table import ColumnKind
from cellsecretary.papers import fonts
from cellsecretary.papers.bound import Paper
from cellsecretary.papers.fonts import Face
from cellsecretary.papers.office import toned
from cellsecretary.papers.printable import printable
from cellsecretary.papers.sheet import Sheet
from cellsecretary.papers.signing import Signer
from cellsecretary.papers.tables import PADDING, Column, Total

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cellsecretary.core.charts import Chart
    from cellsecretary.core.office import Office
    from cellsecretary.core.ruleset import PaperRules, RuleSet
    from cellsecretary.core.table import Table

FORM = "board-table"
_SIZE = 12.0
"""The size of all that stands around the table, in points."""
_SIZES = (11.0, 10.5, 10.0, 9.5, 9.0, 8.5)
"""The sizes of a table, in points: the largest with which its columns fit beside one another."""
_SHARES = (0.2, 0.18, 0.16, 0.14, 0.12, 0.1)
"""The share of the width that one column has at most; longer texts have several lines."""


def table_pdf(table: Table, rules: RuleSet, office: Office, chart: Chart | None = None) -> bytes:
    """Make a table as the bytes of a PDF, always the same for the same values.

    Its head is on every page; a chart stands below it.
    """
    style = rules.paper.tones
    table, office, chart = toned(table, style), toned(office, style), toned(chart, style)
    sheet, widths = _sheet(toned(rules.paper, style), table)
    sheet.letterhead(office, office.day, dated=True)
    sheet.title(table.title.upper(), table.subtitle)
    sheet.table(_columns(table, widths), _rows(table))
    for note in table.notes:
        sheet.text(note)
    if chart:
        sheet.chart(chart)
    sheet.issued(signer_of(office))
    return sheet.pdf()


def signer_of(office: Office) -> Signer:
    """Give who signs for an office."""
    return Signer(office.signer_title.upper(), office.signer)


def _sheet(paper: PaperRules, table: Table) -> tuple[Sheet, list[float]]:
    """Give a sheet laid across, in whose type the columns of the table fit, and their widths."""
    fonts.register()
    layout = paper.layout
    width = Paper(FORM, layout, landscape=True).width
    widest = _widest_things(table)
    # In the smallest type it is the widest texts that give way.
    tries = [*((size, _SHARES[0]) for size in _SIZES), *((_SIZES[-1], one) for one in _SHARES)]
    for size, share in tries:
        wanted = [min(one * size + 2 * PADDING, width * share) for one in widest]
        if sum(wanted) <= width:
            break
    # The sheet scales all type as it does the body; the table is to have this very size.
    usual = replace(layout, table_size=size * layout.body_size / _SIZE)
    sheet = Sheet(FORM, replace(paper, layout=usual), draft=False)
    sheet.begin(FORM, size=_SIZE, landscape=True)
    return sheet, wanted


def _columns(table: Table, wanted: Sequence[float]) -> list[Column]:
    return [
        Column(column.title, share, centred=_is_centred(column.kind))
        for column, share in zip(table.columns, wanted, strict=True)
    ]


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
            pieces += line[at].split() if _is_centred(column.kind) else [line[at]]
        widths = (fonts.width(printable(piece), Face.BOLD, 1) for piece in pieces)
        found.append(max(widths, default=0.0))
    return found


def _is_centred(kind: ColumnKind) -> bool:
    return kind.is_figure or kind is ColumnKind.STATE
