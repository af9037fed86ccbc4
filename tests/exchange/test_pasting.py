"""A copied table: in a spreadsheet every text is the text it was, and nothing computes."""

from __future__ import annotations

import csv
import io
from html.parser import HTMLParser

from cellsecretary.core.table import Column, Entry, Line, Table
from cellsecretary.exchange.pasting import html_text, tab_text

TEXTS = (
    "=1+1",
    "+84 987 654 321",
    "-2+3",
    "@SUM(A1)",
    "＝1+1",
    "0987654321",
    "03/11/2026",
    "1.234",
    "12,5%",
    "Dòng một\nDòng hai",
    "trước\tsau",
    'gọi là "mẫu"',
    "<b>Lò & Vàng</b>",
    "",
    "53",
    "-7",
    "12345678901234567890",
)
TABLE = Table("Bảng", "", (Column("Nội\ndung"),), tuple(Line((Entry(None, t),)) for t in TEXTS))


class Cells(HTMLParser):
    """Reads the cells of a table as a spreadsheet does: their texts, and which are texts."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.texts: list[str] = []
        self.marked: list[bool] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag in ("td", "th"):
            self.texts.append("")
            excel = "mso-number-format:'\\@'" in (given.get("style") or "")
            assert excel is (given.get("sdnum") == "0;0;@"), "Excel and LibreOffice are told alike"
            self.marked.append(excel)
        if tag == "br":
            self.texts[-1] += "\n"

    def handle_data(self, data: str) -> None:
        if self.texts:
            self.texts[-1] += data


def test_the_lines_are_read_back_field_by_field_under_their_heads() -> None:
    rows = list(csv.reader(io.StringIO(tab_text(TABLE), newline=""), dialect="excel-tab"))
    assert {len(row) for row in rows} == {1}
    assert rows[0] == ["Nội\ndung"]
    assert rows[10] == ["Dòng một\nDòng hai"]
    assert rows[12] == ['gọi là "mẫu"']


def test_what_would_compute_is_kept_from_it_and_numbers_are_left_alone() -> None:
    rows = [row[0] if row else "" for row in csv.reader(io.StringIO(tab_text(TABLE)), "excel-tab")]
    assert rows[1:6] == ["'=1+1", "'+84 987 654 321", "'-2+3", "'@SUM(A1)", "'＝1+1"]
    assert rows[15:17] == ["53", "-7"]


def test_every_text_arrives_as_it_is_and_is_marked_as_a_text() -> None:
    cells = Cells(html_text(TABLE))
    assert cells.texts[0] == "Nội\ndung"
    assert cells.texts[1:] == list(TEXTS)
    numbers = {text for text, marked in zip(cells.texts, cells.marked, strict=True) if not marked}
    assert numbers == {"53", "-7"}
