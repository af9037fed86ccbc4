"""Tables say their values in one way, and sort as somebody who reads Vietnamese expects."""

from __future__ import annotations

import datetime as dt
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cellsecretary.core.table import Column, ColumnKind, Entry, Line, Table, Value, sorted_by

DAY = dt.date(2026, 2, 3)


def of(kind: ColumnKind, *entries: Entry | Value, totals: Line | None = None) -> Table:
    """A table of one column."""
    rows = (entry if isinstance(entry, Entry) else Entry(entry) for entry in entries)
    return Table("Bảng", "", (Column("Cột", kind),), tuple(Line((row,)) for row in rows), totals)


def shown(table: Table) -> list[str]:
    return [text for line in table.rows for text in table.shown(line)]


def in_order(table: Table, *, descending: bool = False) -> list[str]:
    return shown(sorted_by(table, 0, descending=descending))


@pytest.mark.parametrize(
    ("kind", "value", "text"),
    [
        (ColumnKind.TEXT, "Chi bộ thôn 3", "Chi bộ thôn 3"),
        (ColumnKind.NUMBER, 1234, "1234"),
        (ColumnKind.NUMBER, -2, "-2"),
        (ColumnKind.NUMBER, 2.5, "2,5"),
        (ColumnKind.NUMBER, 3.0, "3"),
        (ColumnKind.PERCENT, 93.3, "93,3%"),
        (ColumnKind.PERCENT, 100, "100,0%"),
        (ColumnKind.PERCENT, 0, "0,0%"),
        (ColumnKind.DATE, DAY, "03/02/2026"),
        (ColumnKind.DATE, dt.date(930, 2, 3), "03/02/0930"),
        (ColumnKind.NUMBER, None, ""),
    ],
)
def test_a_value_is_written_as_its_column_says(kind: ColumnKind, value: Value, text: str) -> None:
    assert shown(of(kind, value)) == [text]


def test_a_text_of_its_own_stands_in_the_place_of_the_value() -> None:
    entries = (Entry("late", "nộp muộn"), Entry(None, "–"), Entry(0, "không"))
    assert shown(of(ColumnKind.STATE, *entries)) == ["nộp muộn", "–", "không"]


def test_a_line_that_has_not_an_entry_for_each_column_is_refused() -> None:
    with pytest.raises(ValueError, match="2 entries under 1 columns"):
        Table("", "", (Column("a"),), (Line((Entry(1), Entry(2))),))
    with pytest.raises(ValueError, match="0 entries under 1 columns"):
        Table("", "", (Column("a"),), (), Line(()))


def test_cells_are_sorted_by_the_alphabet_and_their_numbers_by_size() -> None:
    cells = [
        "Chi bộ Công an",
        "Chi bộ Đồng Tâm",
        "Chi bộ thôn 2",
        "Chi bộ thôn 10",
        "Chi bộ thôn 10A",
        "Chi bộ Trạm Y tế",
    ]
    assert in_order(of(ColumnKind.TEXT, *reversed(cells))) == cells
    assert in_order(of(ColumnKind.TEXT, *cells), descending=True) == cells[::-1]


def test_officers_are_sorted_by_their_given_names() -> None:
    officers = ["Trần Hữu An", "Hà Xuân Ân", "Lê Đức Cường", "Quan Hữu Cường", "Bàn Văn Đạt"]
    assert in_order(of(ColumnKind.NAME, *reversed(officers))) == officers
    typed = [unicodedata.normalize("NFD", name) for name in reversed(officers)]
    assert in_order(of(ColumnKind.NAME, *typed)) == typed[::-1]


def test_figures_and_days_are_sorted_by_value_and_not_by_their_text() -> None:
    assert in_order(of(ColumnKind.NUMBER, 10, 9, 2.5, -1)) == ["-1", "2,5", "9", "10"]
    assert in_order(of(ColumnKind.PERCENT, 100, 9.5, 20)) == ["9,5%", "20,0%", "100,0%"]
    days = (dt.date(2026, 1, 30), dt.date(2025, 12, 31), DAY)
    assert in_order(of(ColumnKind.DATE, *days)) == ["31/12/2025", "30/01/2026", "03/02/2026"]


def test_states_are_sorted_by_their_rank() -> None:
    states = (Entry("a", "muộn", 2), Entry("b", "thiếu", 3), Entry("c", "đủ", 1))
    assert in_order(of(ColumnKind.STATE, *states)) == ["đủ", "muộn", "thiếu"]


@pytest.mark.parametrize("descending", [False, True])
def test_what_is_not_known_comes_last_either_way(*, descending: bool) -> None:
    entries = (Entry(None, "–"), Entry(1), Entry(), Entry(2))
    assert in_order(of(ColumnKind.NUMBER, *entries), descending=descending)[2:] == ["–", ""]
    texts = of(ColumnKind.TEXT, "", "b", "a")
    assert in_order(texts, descending=descending)[-1] == ""


@pytest.mark.parametrize("descending", [False, True])
def test_equal_rows_stay_in_their_order_and_the_totals_below(*, descending: bool) -> None:
    columns = (Column("Số", ColumnKind.NUMBER), Column("Tên"))
    rows = tuple(Line((Entry(1), Entry(name))) for name in "cab")
    totals = Line((Entry(0), Entry("Cộng")))
    table = sorted_by(Table("", "", columns, rows, totals), 0, descending=descending)
    assert [line.entries[1].value for line in table.lines] == ["c", "a", "b", "Cộng"]


VALUES = st.one_of(
    st.none(), st.text(max_size=8), st.integers(), st.floats(allow_nan=False), st.dates()
)
ENTRIES = st.builds(Entry, VALUES, st.text(max_size=3), st.none() | st.floats(allow_nan=False))


@given(st.sampled_from(ColumnKind), st.lists(ENTRIES, max_size=12), st.booleans())
def test_any_values_can_be_sorted_and_none_is_lost(
    kind: ColumnKind, entries: list[Entry], descending: bool
) -> None:
    table = of(kind, *entries)
    rows = sorted_by(table, 0, descending=descending).rows
    assert sorted(map(repr, rows)) == sorted(map(repr, table.rows))
