"""A table of the board read back from its files by the programs of others."""

from __future__ import annotations

import csv
import datetime as dt
import io
import os
import unicodedata
import zipfile
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook
from openpyxl.utils import get_column_letter

from cellsecretary.core.table import Column, ColumnKind, Entry, Line, Table
from cellsecretary.exchange.table_files import csv_bytes, write_table, xlsx_bytes
from cellsecretary.papers.errors import Fault, PaperError
from tests.papers import pages
from tests.papers.boards import ALL_LETTERS, OFFICE, RULES, board

if TYPE_CHECKING:
    from pathlib import Path

    from openpyxl.cell import Cell
    from openpyxl.worksheet.worksheet import Worksheet

ATTACKS = [
    "=1+1",
    "=cmd|' /C calc'!A0",
    "+84912345678",
    "-2+3",
    "@SUM(A1)",
    "\t=1+1",
    "\r=1+1",
    "  =1+1",
    "＝1+1",
    '=HYPERLINK("http://xa";"bấm")',
]
BARE = Table(
    "Bảng: tháng 11/2026 [thử]?",
    "Đến 03/12/2026",
    (
        Column("TT", ColumnKind.NUMBER),
        Column("Chi bộ"),
        Column("Ngày nộp", ColumnKind.DATE),
        Column("Tỉ lệ", ColumnKind.PERCENT),
        Column("Tình trạng", ColumnKind.STATE),
    ),
    (
        Line(
            (
                Entry(1),
                Entry("Thôn 2"),
                Entry(dt.date(2026, 11, 3)),
                Entry(93.3),
                Entry("l", "muộn"),
            )
        ),
        Line((Entry(-2), Entry(ALL_LETTERS), Entry(None, "–"), Entry(), Entry("m", "thiếu"))),
    ),
    Line((Entry(-1), Entry("Cộng"), Entry(), Entry(46.65), Entry())),
    ("Ghi chú; cuối bảng",),
)


def texts(*values: str) -> Table:
    return Table("Bảng", "", (Column("Chữ"),), tuple(Line((Entry(value),)) for value in values))


def read_csv(table: Table) -> list[list[str]]:
    text = csv_bytes(table).decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=";"))


def sheet_of(table: Table) -> Worksheet:
    sheet = load_workbook(io.BytesIO(xlsx_bytes(table))).active
    assert sheet is not None
    return sheet


def body(table: Table) -> list[list[Cell]]:
    """The cells under the head, the totals among them."""
    sheet = sheet_of(table)
    head = int(str(sheet.print_title_rows).strip("$").partition(":")[0])
    rows = list(sheet.iter_rows(min_row=head + 1, max_row=head + len(table.lines)))
    return [list(row) for row in rows]  # type: ignore[arg-type]


def test_a_csv_begins_with_the_mark_by_which_excel_knows_its_letters() -> None:
    assert csv_bytes(BARE).startswith(b"\xef\xbb\xbfTT;Chi b")


def test_a_csv_has_days_of_every_country_and_figures_of_ours() -> None:
    assert read_csv(BARE) == [
        ["TT", "Chi bộ", "Ngày nộp", "Tỉ lệ", "Tình trạng"],
        ["1", "Thôn 2", "2026-11-03", "93,3%", "muộn"],
        ["-2", ALL_LETTERS, "–", "", "thiếu"],
        ["-1", "Cộng", "", "46,6%", ""],
    ]


@pytest.mark.parametrize("attack", ATTACKS)
def test_no_text_computes_in_a_csv(attack: str) -> None:
    tidied = " ".join(attack.split())
    assert read_csv(texts(attack)) == [["Chữ"], [f"'{tidied}"]]
    named = Table("", "", (Column(attack, ColumnKind.STATE),), (Line((Entry("s", attack),)),))
    assert read_csv(named) == [[f"'{tidied}"]] * 2


def test_what_divides_fields_and_lines_stays_inside_its_field() -> None:
    awkward = 'Thôn "2"; xóm\nGiữa\u2028=1+1'
    assert read_csv(texts(awkward)) == [["Chữ"], ['Thôn "2"; xóm Giữa =1+1']]


def test_text_of_another_normal_form_is_written_composed() -> None:
    typed = unicodedata.normalize("NFD", ALL_LETTERS)
    assert read_csv(texts(typed))[1] == [ALL_LETTERS]
    assert body(texts(typed))[0][0].value == ALL_LETTERS


@given(st.text(max_size=40))
def test_any_text_comes_back_from_both_as_a_text_that_computes_nothing(text: str) -> None:
    rows = read_csv(texts(text, "hết"))
    assert [row[0] for row in rows[2:]] == ["hết"]
    assert not rows[1] or not rows[1][0].startswith(("=", "+", "-", "@", "\t"))
    cell = body(texts(text, "hết"))[0][0]
    assert cell.value is None or cell.data_type in ("s", "inlineStr")


def test_a_workbook_keeps_days_and_numbers_and_shows_them_as_the_screen_does() -> None:
    first, second, totals = body(BARE)
    number, name, day, percent, state = first
    assert (number.value, name.value, state.value) == (1, "Thôn 2", "muộn")
    assert (day.value, day.number_format) == (dt.datetime(2026, 11, 3), "dd/mm/yyyy")
    assert percent.value == pytest.approx(0.933)
    assert percent.number_format == "0.0%"
    assert [cell.value for cell in second] == [-2, ALL_LETTERS, "–", None, "thiếu"]
    assert totals[0].value == -1
    assert totals[1].font.bold
    assert not name.font.bold


@pytest.mark.parametrize("attack", [*ATTACKS, "#N/A", "#REF!", "TRUE", "0912", "3/11"])
def test_a_text_stays_a_text_in_a_workbook(attack: str) -> None:
    ((cell,),) = body(texts(attack))
    # A lone carriage return is a line break like any other.
    assert cell.value == attack.replace("\r", "\n")
    assert cell.data_type == "s"
    if attack[0] in "=+-@":
        assert cell.number_format == "@"


def test_a_day_that_excel_does_not_know_is_written_as_text() -> None:
    early = Table("", "", (Column("", ColumnKind.DATE),), (Line((Entry(dt.date(1890, 5, 19)),)),))
    assert body(early)[0][0].value == "19/05/1890"


def test_a_workbook_is_ready_to_be_read_and_printed() -> None:
    table = board(120)
    sheet = sheet_of(table)
    assert (sheet["A1"].value, sheet["A2"].value) == (table.title, table.subtitle)
    assert sheet.freeze_panes == "C4"
    assert all(cell.font.bold for cell in sheet[3])
    assert [cell.value for cell in sheet[3]] == [column.title for column in table.columns]
    assert sheet.print_title_rows == "$3:$3"
    assert sheet.auto_filter.ref == f"A3:{get_column_letter(len(table.columns))}123"
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
    assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (1, 0)
    fitted = sheet.sheet_properties.pageSetUpPr
    assert fitted is not None
    assert fitted.fitToPage
    for at, column in enumerate(table.columns, 1):
        longest = max(len(word) for word in column.title.split())
        if column.kind is ColumnKind.DATE:
            longest = len("dd/mm/yyyy")
        assert longest < sheet.column_dimensions[get_column_letter(at)].width < 50
    assert sheet.cell(sheet.max_row, 1).value == table.notes[-1]


@pytest.mark.parametrize("title", ["", "''", "[:*?/\\]", "Bảng " * 30, "a/b"])
def test_any_title_gives_a_workbook_that_opens(title: str) -> None:
    sheet = sheet_of(replace(BARE, title=title))
    assert 0 < len(sheet.title) <= 31
    assert not set(sheet.title) & set("[]:*?/\\")


def test_a_table_without_rows_has_its_head() -> None:
    empty = replace(BARE, rows=(), totals=None)
    assert len(read_csv(empty)) == 1
    assert sheet_of(empty)["A3"].value == "TT"


def test_the_same_table_gives_the_same_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    first = xlsx_bytes(BARE)
    later = dt.datetime(2031, 5, 6, 7, 8, tzinfo=dt.UTC)

    class Later(dt.datetime):
        @classmethod
        def now(cls, tz: dt.tzinfo | None = None) -> dt.datetime:  # type: ignore[override]
            return later.astimezone(tz)

    monkeypatch.setattr("openpyxl.writer.excel.datetime.datetime", Later)
    monkeypatch.setattr("time.time", lambda: later.timestamp())
    assert xlsx_bytes(BARE) == first
    # Every part of the workbook has a moment of its own.
    parts = zipfile.ZipFile(io.BytesIO(first)).infolist()
    assert {part.date_time[0] for part in parts} == {2000}


@pytest.mark.parametrize("suffix", [".csv", ".xlsx", ".pdf", ".PDF"])
def test_the_suffix_says_what_is_written(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"bảng{suffix}"
    path.write_bytes(b"old")
    write_table(BARE, path, RULES, OFFICE)
    if suffix == ".csv":
        assert path.read_bytes() == csv_bytes(BARE)
    elif suffix == ".xlsx":
        assert path.read_bytes() == xlsx_bytes(BARE)
    else:
        assert "Thôn 2" in pages.text_of(path.read_bytes())
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("name", ["bảng.ods", "bảng"])
def test_another_kind_of_file_is_refused_and_the_old_one_stays(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(b"old")
    with pytest.raises(PaperError) as refused:
        write_table(BARE, path, RULES, OFFICE)
    assert refused.value.fault is Fault.UNKNOWN_FORM
    assert path.read_bytes() == b"old"


@pytest.mark.parametrize("suffix", [".csv", ".xlsx", ".pdf"])
def test_a_place_that_may_not_be_written_is_named(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / "no" / f"a{suffix}"
    with pytest.raises(PaperError) as refused:
        write_table(BARE, path, RULES, OFFICE)
    assert (refused.value.fault, refused.value.place) == (Fault.TARGET_NOT_WRITABLE, str(path))
    assert os.listdir(tmp_path) == []
