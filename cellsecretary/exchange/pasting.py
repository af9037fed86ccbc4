"""A table as it is pasted: into a spreadsheet, where every text stays a text, and into a letter."""

from __future__ import annotations

import csv
import io
import re
from html import escape
from typing import TYPE_CHECKING

from cellsecretary.core.vietnamese import tidy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cellsecretary.core.table import Table

_COMPUTED = tuple("=+-@＝＋－＠")
"""What a spreadsheet takes for the beginning of a formula, in wide letters too."""
_WHOLE = re.compile(r"-?(0|[1-9]\d{0,14})")
"""A number that every spreadsheet of every country reads alike: whole, and no longer than it keeps.

All else stays a text: 03/11 is another day elsewhere, 1.234 another number, 0987 a telephone.
"""


def tab_text(table: Table) -> str:
    """Write a table with its heads as lines of fields between tabs; a field may have several lines.

    What would compute something gets a mark before it: this text is for programs that do not take
    `html_text`.
    """
    out = io.StringIO(newline="")
    writer = csv.writer(out, dialect="excel-tab")
    for texts in _lines(table):
        writer.writerow([_harmless(text) for text in texts])
    return out.getvalue()


def html_text(table: Table) -> str:
    """Write a table with its heads as spreadsheets and word processors prefer to take it.

    Each text is marked as one, so that it arrives as it is: nothing computes, no day changes.
    """
    heads, *rows = _lines(table)
    parts = ["".join(f"<th {_TEXT}>{_escaped(text)}</th>" for text in heads)]
    parts += ["".join(map(_cell, texts)) for texts in rows]
    inside = "".join(f"<tr>{part}</tr>" for part in parts)
    # Without that style Excel would begin a new row at each line of a cell.
    style = "<style>br{mso-data-placement:same-cell}</style>"
    body = f"<body><table>{inside}</table></body>"
    return f'<html><head><meta charset="utf-8">{style}</head>{body}</html>'


_TEXT = 'style="mso-number-format:\'\\@\'" sdnum="0;0;@"'
"""How Excel and LibreOffice are told that a cell is a text."""


def _lines(table: Table) -> Iterator[tuple[str, ...]]:
    yield tuple(tidy(column.title) for column in table.columns)
    for line in table.lines:
        yield tuple(tidy(text) for text in table.shown(line))


def _harmless(text: str) -> str:
    computes = text.startswith(_COMPUTED) and len(text) > 1 and not _WHOLE.fullmatch(text)
    return f"'{text}" if computes else text


def _cell(text: str) -> str:
    if _WHOLE.fullmatch(text):
        return f"<td>{text}</td>"
    return f"<td {_TEXT}>{_escaped(text)}</td>"


def _escaped(text: str) -> str:
    return escape(text).replace("\n", "<br>")
