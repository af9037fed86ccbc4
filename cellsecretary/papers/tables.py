"""Tables of a paper: ruled, parted between rows, with their head on every page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import Table

from cellsecretary.papers.flowables import Balanced, Text
from cellsecretary.papers.fonts import Face
from cellsecretary.papers.printable import markup, printable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cellsecretary.papers.styles import Styles

PADDING = 4
"""Space between the text of a cell and its rules, in points."""
_SLACK = 0.1
"""What rounding may take from the width of a word, in points."""
_TALL_ROW = 250
"""With a row taller than this rows may part inside, lest it fits on no page; in points."""
_LEAST_PART = 2.5
"""The lines that a row parted inside leaves on a page at least."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table: its head, its share of the width, and whether its cells are centred."""

    head: str
    share: float
    centred: bool = False


class Total(tuple[str, ...]):
    """A last row of sums, which is bold and stays with the row above it."""

    __slots__ = ()


def table(
    columns: Sequence[Column],
    rows: Sequence[Sequence[str] | str],
    *,
    width: float,
    styles: Styles,
    rule: float,
    room: float = 0,
) -> Table:
    """Make a table of a given width; a row that is one text is a band across all columns.

    `room` is the least height of a row's inside in points, for what is written by hand.
    """
    texts = [row for row in rows if not isinstance(row, str)]
    widths = _widths(columns, texts, width, styles)
    faces = [styles.cell_centred if column.centred else styles.cell_text for column in columns]
    heads = [Balanced(markup(column.head), styles.cell_head) for column in columns]
    cells: list[list[Text | str]] = [list(heads)]
    commands: list[tuple[object, ...]] = [
        ("GRID", (0, 0), (-1, -1), rule, (0, 0, 0)),
        # Else the table names Helvetica, which is not embedded.
        ("FONTNAME", (0, 0), (-1, -1), Face.REGULAR.value),
        ("VALIGN", (0, 0), (-1, 0), "MIDDLE"),
        ("VALIGN", (0, 1), (-1, -1), "MIDDLE" if room else "TOP"),
        ("LEFTPADDING", (0, 0), (-1, -1), PADDING),
        ("RIGHTPADDING", (0, 0), (-1, -1), PADDING),
        ("TOPPADDING", (0, 0), (-1, -1), PADDING / 2),
        ("BOTTOMPADDING", (0, 0), (-1, -1), PADDING),
    ]
    tallest = 0.0
    for at, row in enumerate(rows, 1):
        if isinstance(row, str):
            band = Text(markup(row), styles.cell_band)
            cells.append([band, *[""] * (len(columns) - 1)])
            commands += [("SPAN", (0, at), (-1, at)), ("NOSPLIT", (0, at), (-1, at + 1))]
            continue
        looks = faces
        if isinstance(row, Total):
            looks = [styles.cell_head if one.centred else styles.cell_band for one in columns]
        inside = [Text(markup(text), look) for text, look in zip(row, looks, strict=True)]
        cells.append(list(inside))
        height = max(
            text.wrap(wide - 2 * PADDING, 0)[1] for text, wide in zip(inside, widths, strict=True)
        )
        tallest = max(tallest, height)
        if room > height:
            half = (room - height) / 2
            commands += [
                ("TOPPADDING", (0, at), (-1, at), PADDING / 2 + half),
                ("BOTTOMPADDING", (0, at), (-1, at), PADDING + half),
            ]
    if rows and isinstance(rows[-1], Total) and tallest <= _TALL_ROW:
        commands.append(("NOSPLIT", (0, -2), (-1, -1)))
    return Table(
        cells,
        widths,
        repeatRows=1,
        style=[command for command in commands if _fits(command, len(cells))],
        splitInRow=_LEAST_PART * styles.cell_text.leading if tallest > _TALL_ROW else 0,
        spaceBefore=styles.body.spaceBefore,
        spaceAfter=styles.body.spaceAfter,
    )


def _widths(
    columns: Sequence[Column], rows: Sequence[Sequence[str]], width: float, styles: Styles
) -> list[float]:
    """Share out the width; no head and no figure is broken where there is room for it."""
    least = []
    for at, column in enumerate(columns):
        words = [(word, styles.cell_head) for word in column.head.split()]
        if column.centred:
            words += [
                (word, styles.cell_head if isinstance(row, Total) else styles.cell_centred)
                for row in rows
                for word in row[at].split()
            ]
        longest = max(
            (stringWidth(printable(word), face.fontName, face.fontSize) for word, face in words),
            default=0,
        )
        least.append(min(longest + 2 * PADDING + _SLACK, width / len(columns)))
    spare = width - sum(least)
    whole = sum(column.share for column in columns)
    wanted = [
        max(width * column.share / whole - low, 0)
        for column, low in zip(columns, least, strict=True)
    ]
    factor = spare / sum(wanted) if any(wanted) else 0
    return [low + want * factor for low, want in zip(least, wanted, strict=True)]


def _fits(command: tuple[object, ...], rows: int) -> bool:
    """Tell whether a command stays in the table: a band in the last row has no next one."""
    end = command[2]
    return not (isinstance(end, tuple) and end[1] >= rows)
