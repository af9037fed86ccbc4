"""The cells of a list that somebody wrote in a spreadsheet: XLSX, or CSV in any usual encoding."""

from __future__ import annotations

import codecs
import csv
import datetime as dt
import io
import re
import warnings
import zipfile
from enum import StrEnum
from typing import TYPE_CHECKING

from cellsecretary.core.vietnamese import tidy_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from openpyxl import Workbook

Cell = str | dt.date
Line = tuple[int, tuple[Cell, ...]]
"""A row that has something in it, with the line in the file where it begins."""
Table = tuple[Line, ...]

_LARGEST = 20_000_000
_LONGEST = 5000
_WIDEST = 100
_DELIMITERS = ";,\t"
_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_ENCODINGS = ("utf-8", "cp1258")
_ZIP = b"PK\x03\x04"
_OLD_OFFICE = bytes.fromhex("d0cf11e0a1b11ae1")
_INVISIBLE = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"))


class SheetFault(StrEnum):
    """Why a file gives no list; sentences are in resources/messages."""

    FILE_MISSING = "file_missing"
    FILE_UNREADABLE = "file_unreadable"
    FILE_TOO_LARGE = "file_too_large"
    FILE_EMPTY = "file_empty"
    NOT_A_LIST = "not_a_list"
    PASSWORD = "password"
    OLD_EXCEL = "old_excel"
    NO_HEADER = "no_header"


class RosterError(Exception):
    """A file that gives no list, with what is the matter with it."""

    def __init__(self, kind: SheetFault, path: Path) -> None:
        super().__init__(f"{kind.value}: {path}")
        self.kind = kind
        self.path = path


def read_tables(path: Path) -> list[Table]:
    """Read a file as every table that it may be: each sheet, or each delimiter of a text.

    What the file is follows from its bytes; names end in .csv or .xlsx by mistake.
    """
    data = _bytes(path)
    if data.startswith(_OLD_OFFICE):
        locked = "EncryptedPackage".encode("utf-16-le") in data
        raise RosterError(SheetFault.PASSWORD if locked else SheetFault.OLD_EXCEL, path)
    tables = _sheets(path, data) if data.startswith(_ZIP) else _texts(path, data)
    if not any(re.search(r"\w", str(cell)) for table in tables for _, row in table for cell in row):
        raise RosterError(SheetFault.FILE_EMPTY, path)
    return tables


def _bytes(path: Path) -> bytes:
    try:
        if path.stat().st_size > _LARGEST:
            raise RosterError(SheetFault.FILE_TOO_LARGE, path)
        return path.read_bytes()
    except FileNotFoundError:
        raise RosterError(SheetFault.FILE_MISSING, path) from None
    except OSError as error:
        raise RosterError(SheetFault.FILE_UNREADABLE, path) from error


def _texts(path: Path, data: bytes) -> list[Table]:
    text = _decoded(path, data)
    try:
        return [_text_table(path, text, delimiter) for delimiter in _DELIMITERS]
    except csv.Error as error:
        raise RosterError(SheetFault.NOT_A_LIST, path) from error


def _decoded(path: Path, data: bytes) -> str:
    encodings: tuple[str, ...] = () if b"\0" in data else _ENCODINGS
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            data, encodings = data.removeprefix(bom), (encoding,)
            break
    for encoding in encodings:
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise RosterError(SheetFault.NOT_A_LIST, path)


def _text_table(path: Path, text: str, delimiter: str) -> Table:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    return _table(path, _numbered(reader))


def _numbered(reader: Iterable[list[str]]) -> Iterator[tuple[int, list[object]]]:
    begins = 1
    for row in reader:
        yield begins, list(row)
        begins = reader.line_num + 1  # type: ignore[attr-defined]


def _sheets(path: Path, data: bytes) -> list[Table]:
    from openpyxl import load_workbook

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if sum(entry.file_size for entry in archive.infolist()) > 10 * _LARGEST:
                raise RosterError(SheetFault.FILE_TOO_LARGE, path)
        with warnings.catch_warnings():
            # Decoration that openpyxl leaves out is none of the user's business.
            warnings.simplefilter("ignore")
            shown = load_workbook(io.BytesIO(data), read_only=True, data_only=True)
            typed = load_workbook(io.BytesIO(data), read_only=True)
            return [
                _table(path, _filled_rows(one, other))
                for one, other in zip(_in_order(shown), _in_order(typed), strict=True)
            ]
    except RosterError:
        raise
    except Exception as error:
        # A damaged workbook makes openpyxl raise anything from KeyError to ParseError.
        raise RosterError(SheetFault.NOT_A_LIST, path) from error


def _in_order(book: Workbook) -> list[object]:
    sheets: list[object] = list(book.worksheets)
    return sorted(sheets, key=lambda sheet: sheet is not book.active)


def _filled_rows(shown: object, typed: object) -> Iterator[tuple[int, list[object]]]:
    """Give the rows of a sheet; a formula that was never computed is the text that it is."""
    for sheet in (shown, typed):
        # Programs write a wrong size of the sheet, which read-only mode would believe.
        sheet.reset_dimensions()  # type: ignore[attr-defined]
    rows = zip(shown.iter_rows(), typed.iter_rows(), strict=True)  # type: ignore[attr-defined]
    for number, (row, formulas) in enumerate(rows, 1):
        cells = zip(row[:_WIDEST], formulas[:_WIDEST], strict=True)
        yield (
            number,
            [
                formula.value
                if cell.value is None
                else _as_formatted(cell.value, cell.number_format)
                for cell, formula in cells
            ],
        )


def _as_formatted(value: object, number_format: str) -> object:
    """Keep the leading zeros that a format such as 00000000 shows."""
    if isinstance(value, int) and re.fullmatch(r"0+", number_format or ""):
        return str(value).zfill(len(number_format))
    return value


def _table(path: Path, rows: Iterable[tuple[int, list[object]]]) -> Table:
    lines: list[Line] = []
    for number, row in rows:
        cells = tuple(_cell(value) for value in row[:_WIDEST])
        if any(cells):
            lines.append((number, cells))
        if number - (lines[-1][0] if lines else 0) > _LONGEST:
            break  # a sheet that was formatted down to its end
        if len(lines) > _LONGEST:
            raise RosterError(SheetFault.FILE_TOO_LARGE, path)
    return tuple(lines)


def _cell(value: object) -> Cell:
    if isinstance(value, dt.datetime):
        return value.date()
    if isinstance(value, dt.date):
        return value
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return tidy_line(str(value).translate(_INVISIBLE))
