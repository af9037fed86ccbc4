"""A table as a file that others can open: CSV and XLSX for a spreadsheet, PDF to be signed."""

from __future__ import annotations

import csv
import datetime as dt
import io
import re
import zipfile
from dataclasses import replace
from typing import TYPE_CHECKING, cast

from cellsecretary.core.table import ColumnKind
from cellsecretary.core.vietnamese import tidy, tidy_line
from cellsecretary.papers.errors import Fault, PaperError
from cellsecretary.papers.target import replace_file

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from openpyxl.cell import Cell
    from openpyxl.worksheet.worksheet import Worksheet

    from cellsecretary.core.charts import Chart
    from cellsecretary.core.office import Office
    from cellsecretary.core.ruleset import RuleSet
    from cellsecretary.core.table import Column, Entry, Line, Table

_COMPUTED = tuple("=+-@＝＋－＠")
"""What a spreadsheet takes for the beginning of a formula, in wide letters too."""
_NEVER_CHANGED = dt.datetime(2000, 1, 1)
"""Moments in a file would make two files of one table differ."""
_ZIP_DAY = (2000, 1, 1, 0, 0, 0)
_MODIFIED = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*")
_AUTHOR = "cellsecretary"

_FONT, _SIZE, _TITLE_SIZE = "Times New Roman", 12, 14
_LINE = 16.5
"""The height of a line of a sheet, in points."""
_NARROWEST, _WIDEST = 6.0, 42.0
"""The width of a column, in digits."""
_BESIDE = 2
"""The width that a column has more than its text, in digits."""
_NOT_IN_A_NAME = re.compile(r"[\[\]:*?/\\]")
_LONGEST_NAME = 31
_FIRST_YEAR = 1901
"""Excel knows no day before 1900, and counts those of its first months wrongly."""
_A4 = 9
_MARGIN = 0.5
"""On all sides of a printed page, in inches."""


def csv_bytes(table: Table) -> bytes:
    """Write a table as Excel in Vietnam opens it with a double click: semicolons, decimal commas.

    Days are ISO, which Excel takes for a day in every country. No text computes anything.
    """
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow([_harmless(column.title) for column in table.columns])
    for line in table.lines:
        writer.writerow([_written(column, entry) for column, entry in _pairs(table, line)])
    return out.getvalue().encode("utf-8-sig")


def xlsx_bytes(table: Table) -> bytes:
    """Write a table as a workbook of one sheet, ready to be printed on A4 laid across.

    Days and numbers stay what they are, and every text stays a text. The same table gives the same
    bytes.
    """
    from openpyxl import Workbook

    book = Workbook()
    book.properties.creator = _AUTHOR
    book.properties.created = _NEVER_CHANGED
    sheet = book.active
    assert sheet is not None
    name = _NOT_IN_A_NAME.sub(" ", tidy_line(table.title))[:_LONGEST_NAME].strip(" '")
    sheet.title = name or _AUTHOR
    _fill(sheet, table)
    out = io.BytesIO()
    book.save(out)
    return _timeless(out.getvalue())


def write_table(
    table: Table, path: Path, rules: RuleSet, office: Office, chart: Chart | None = None
) -> None:
    """Write a table as .csv, .xlsx or .pdf, as the suffix says; after a failure the old file stays.

    Of the rules and the office, and of the chart, only a PDF tells.
    """
    match path.suffix.lower():
        case ".csv":
            content = csv_bytes(table)
        case ".xlsx":
            content = xlsx_bytes(table)
        case ".pdf":
            # ReportLab takes a quarter of a second to import.
            from cellsecretary.papers.board_table import table_pdf

            content = table_pdf(table, rules, office, chart)
        case other:
            raise PaperError(Fault.UNKNOWN_FORM, other or path.name)
    replace_file(path, content)


def _pairs(table: Table, line: Line) -> Iterator[tuple[Column, Entry]]:
    return zip(table.columns, line.entries, strict=True)


def _written(column: Column, entry: Entry) -> str:
    match entry.value:
        case dt.date() as day:
            return f"{day.year:04}-{day.month:02}-{day.day:02}"
        case int() | float():
            return column.shown(replace(entry, text=""))
    return _harmless(column.shown(entry))


def _harmless(text: str) -> str:
    """Give a text of one line that no spreadsheet takes for a formula."""
    text = tidy_line(text)
    return f"'{text}" if text.startswith(_COMPUTED) else text


def _fill(sheet: Worksheet, table: Table) -> None:
    from openpyxl.styles import Alignment, Border, Font, Side
    from openpyxl.utils import get_column_letter

    thin = Side(style="thin")
    border = Border(left=thin, right=thin, top=thin, bottom=thin)
    bold, plain = Font(name=_FONT, size=_SIZE, bold=True), Font(name=_FONT, size=_SIZE)
    widths = _widths(table)
    whole, last = sum(widths), get_column_letter(len(widths))

    def across(row: int, text: str, font: Font, horizontal: str) -> None:
        """Write a text across all columns, as high as its lines: merged rows do not grow."""
        if len(widths) > 1:  # Excel takes one merged cell for damage
            sheet.merge_cells(f"A{row}:{last}{row}")
        cell = _cell(sheet, row, 1)
        _put_text(cell, text)
        cell.font = font
        cell.alignment = Alignment(horizontal=horizontal, vertical="center", wrap_text=True)
        grown = (font.size or _SIZE) / _SIZE
        lines = sum(-(-len(part) * grown // whole) or 1 for part in tidy(text).split("\n"))
        sheet.row_dimensions[row].height = _LINE * grown * lines

    at = 1
    for text, size in ((table.title, _TITLE_SIZE), (table.subtitle, _SIZE)):
        if text.strip():
            across(at, text, Font(name=_FONT, size=size, bold=True), "center")
            at += 1
    head = at
    for column, (one, width) in enumerate(zip(table.columns, widths, strict=True), 1):
        cell = _cell(sheet, head, column)
        _put_text(cell, one.title)
        cell.font, cell.border = bold, border
        cell.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
        sheet.column_dimensions[get_column_letter(column)].width = width
    for line in table.lines:
        at += 1
        for column, (one, entry) in enumerate(_pairs(table, line), 1):
            cell = _cell(sheet, at, column)
            _put(cell, one, entry)
            cell.font, cell.border = bold if line is table.totals else plain, border
            centred = one.kind.is_figure or one.kind is ColumnKind.STATE
            cell.alignment = Alignment(
                horizontal="center" if centred else "left", vertical="top", wrap_text=True
            )
    for note in table.notes:
        at += 1
        across(at, note, plain, "left")
    if table.rows:
        sheet.auto_filter.ref = f"A{head}:{last}{head + len(table.rows)}"
    # What a row is about stays in sight beside the head, be it after the number of the row.
    beside = 2 if table.columns[0].kind is ColumnKind.NUMBER else 1
    sheet.freeze_panes = f"{get_column_letter(beside + 1)}{head + 1}"
    _set_up(sheet, head)


def _set_up(sheet: Worksheet, head: int) -> None:
    """Print a sheet on as many pages as it is high, each under its head."""
    from openpyxl.worksheet.properties import PageSetupProperties

    sheet.print_title_rows = f"{head}:{head}"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = _A4
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    for side in ("left", "right", "top", "bottom"):
        setattr(sheet.page_margins, side, _MARGIN)
    if sheet.oddFooter is not None:
        sheet.oddFooter.center.text = "&P/&N"


def _cell(sheet: Worksheet, row: int, column: int) -> Cell:
    return cast("Cell", sheet.cell(row, column))


def _put(cell: Cell, column: Column, entry: Entry) -> None:
    match entry.value:
        case dt.date(year=year) as day if year >= _FIRST_YEAR:
            cell.value, cell.number_format = day, "dd/mm/yyyy"
        case int() | float() as number if column.kind is ColumnKind.PERCENT:
            cell.value, cell.number_format = round(number / 100, 12), "0.0%"
        case int() | float() as number:
            cell.value, cell.number_format = number, "0" if number == int(number) else "0.0"
        case _:
            if text := column.shown(entry):
                _put_text(cell, text)


def _put_text(cell: Cell, text: str) -> None:
    """Write a text as it is: `=` computes nothing, be it edited later, and `#N/A` is no error."""
    cell.value = tidy(text)
    cell.data_type = "s"
    if text.startswith(_COMPUTED):
        cell.number_format = "@"


def _widths(table: Table) -> list[float]:
    """Give widths in which figures and words are whole, and most texts too."""
    lines = [table.shown(line) for line in table.lines]
    found = []
    for at, column in enumerate(table.columns):
        words = [len(word) for word in column.title.split()]
        texts = [len(part) for line in lines for part in tidy(line[at]).split("\n")]
        longest = max([*words, *texts], default=0)
        found.append(min(max(longest + _BESIDE, _NARROWEST), _WIDEST))
    return found


def _timeless(book: bytes) -> bytes:
    """Give a workbook without the moment at which it was written."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(book)) as made, zipfile.ZipFile(out, "w") as kept:
        for name in made.namelist():
            content = made.read(name)
            if name == "docProps/core.xml":
                moment = f"{_NEVER_CHANGED.isoformat()}Z".encode()
                content = _MODIFIED.sub(rb"\g<1>" + moment, content)
            entry = zipfile.ZipInfo(name, _ZIP_DAY)
            entry.compress_type = zipfile.ZIP_DEFLATED
            kept.writestr(entry, content)
    return out.getvalue()
