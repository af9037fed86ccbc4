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
from cellsecretary.papers.sheet import Sheet, Signer
from cellsecretary.papers.tables import PADDING, Column, Total

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cellsecretary.core.charts import Chart
    from cellsecretary.core.office import Office
    from cellsecretary.core.ruleset import PaperRules, RuleSet
    from cellsecretary.core.table import Column as TableColumn
    from cellsecretary.core.table import Table

FORM = "board-table"
_SIZE = 12.0
"""The size of all that stands around the table, in points."""
_LARGEST, _SMALLEST, _STEP = 11.0, 8.5, 0.5
"""The sizes of a table, in points: the largest with which its columns fit beside one another."""
_WIDEST = 0.2
"""The share of the width that one column may want; longer texts have several lines."""


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
    size = _LARGEST
    while sum(wanted := _wanted(table, size, width)) > width and size > _SMALLEST:
        size -= _STEP
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


def _wanted(table: Table, size: float, width: float) -> list[float]:
    """Give the width that each column would have: texts in one line, figures and words unbroken."""
    lines = [table.shown(line) for line in table.lines]
    return [
        min(_widest(column, [line[at] for line in lines]) * size + 2 * PADDING, width * _WIDEST)
        for at, column in enumerate(table.columns)
    ]


def _widest(column: TableColumn, texts: Sequence[str]) -> float:
    """Measure the widest thing in a column that is to stay whole, in type of one point."""
    pieces = [*column.title.split()]
    for text in texts:
        pieces += text.split() if _is_centred(column.kind) else [text]
    # Bold, for the head and the sums are.
    return max((fonts.width(printable(piece), Face.BOLD, 1) for piece in pieces), default=0)


def _is_centred(kind: ColumnKind) -> bool:
    return kind.is_figure or kind is ColumnKind.STATE
