"""Tables of the board of a commune, of any size, and the office that keeps it."""

from __future__ import annotations

import datetime as dt
from fractions import Fraction

from cellsecretary.core.charts import Bar, Chart, ChartRow
from cellsecretary.core.office import Office, Slip
from cellsecretary.core.table import Column, ColumnKind, Entry, Line, Table
from cellsecretary.rules import bundled

DAY = dt.date(2026, 12, 3)
RULES = bundled().on(DAY)
OFFICE = Office(
    "Đảng bộ tỉnh Tuyên Quang",
    "Đảng ủy xã Lưỡng Vượng",
    "Lưỡng Vượng",
    "T/M Ban Thường vụ\nPhó Bí thư",
    "Quan Văn Thuận",
    DAY,
)
ALL_LETTERS = "AĂÂBCDĐEÊGHIKLMNOÔƠPQRSTUƯVXY ằẳẵắặầẩẫấậềểễếệồổỗốộờởỡớợừửữứự ỳỷỹýỵ"
UGLY = 'Chi bộ <b>&" Nà\tHò\u0301a ' + "Rất" * 30 + " Trường Trung học cơ sở Nà Lầu Thượng" * 3
STATES = (("sent", "x"), ("late", "muộn"), ("missing", "thiếu"), ("later", "–"))


def board(count: int, name: str = "Chi bộ thôn") -> Table:
    """So many cells against the months of a year: 18 columns."""
    columns = (
        Column("TT", ColumnKind.NUMBER),
        Column("Chi bộ"),
        *(Column(f"{month}/2026", ColumnKind.STATE) for month in range(1, 13)),
        Column("Đã nộp", ColumnKind.NUMBER),
        Column("Tỉ lệ", ColumnKind.PERCENT),
        Column("Nộp gần nhất", ColumnKind.DATE),
        Column("Cán bộ phụ trách", ColumnKind.NAME),
    )
    rows = tuple(
        Line(
            (
                Entry(at),
                Entry(f"{name} {at}"),
                *(Entry(*STATES[at * month % 4], at * month % 4) for month in range(1, 13)),
                Entry(at % 13),
                Entry(at % 13 * 100 / 12),
                Entry(dt.date(2026, 11, 1 + at % 28)),
                Entry("Nông Thị Hương Giang" if at % 3 else "Lò A"),
            ),
            f"c{at}",
        )
        for at in range(1, count + 1)
    )
    totals = Line(
        (
            Entry(),
            Entry("Toàn xã"),
            *(Entry(month * 9) for month in range(1, 13)),
            Entry(1234),
            Entry(87.5),
            Entry(),
            Entry(),
        )
    )
    return Table(
        "Theo dõi biên bản sinh hoạt chi bộ",
        "Năm 2026, đến ngày 03/12/2026",
        columns,
        rows,
        totals,
        ("Dấu x: đúng hạn; dấu –: chưa đến kỳ.",),
    )


def shares(count: int, name: str = "Chi bộ thôn") -> Chart:
    """A bar for each of so many cells."""
    rows = tuple(
        ChartRow(f"{name} {at}", (Bar(Fraction(at * 100, count), f"{at}/{count}"),))
        for at in range(1, count + 1)
    )
    return Chart("Tỉ lệ nộp biên bản", 100, rows)


def missing(name: str, months: int = 1, until: dt.date | None = None) -> Slip:
    """A slip of a cell of which the packets of so many months are missing."""
    days = (dt.date(2025 + at // 12, 1 + at % 12, 1) for at in range(24 - months, 24))
    return Slip(name, tuple(days), until)
