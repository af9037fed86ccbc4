"""The figures of a board as another engine reads them."""

from __future__ import annotations

import datetime as dt
import io
import sys

import pytest

from cellsecretary.core.board.keeping import kept_record
from cellsecretary.core.board.record import BoardRecord, board_record
from cellsecretary.core.board.register import BoardRegister
from cellsecretary.core.period import Period, Span
from cellsecretary.exchange.parquet import ParquetMissing, parquet_bytes
from cellsecretary.rules import bundled
from tests.cells import Cell, draft, held

DAY = dt.date(2026, 12, 31)


def board() -> BoardRecord:
    records = [held(Cell(0), 9), held(Cell(0), 9, revision=2), held(Cell(1), 9)]
    records += [draft(held(Cell(1), 10))]
    return board_record((kept_record(one, DAY, "").version for one in records), BoardRegister())


def test_what_holds_comes_to_what_the_board_says() -> None:
    parquet = pytest.importorskip("pyarrow.parquet", reason="the extra `scale` is not installed")
    rows = parquet.read_table(io.BytesIO(parquet_bytes(board()))).to_pylist()
    assert [(row["revision"], row["is_draft"], row["holds"]) for row in rows if row["holds"]] == [
        (2, False, True),
        (1, False, True),
    ]
    assert len(rows) == 4
    year = Period(Span.YEAR, 2026)
    sums = board().sums(year, bundled().on(year.last), DAY)
    counted = [row for row in rows if row["holds"]]
    assert sum(row["required"] for row in counted) == sums.tally.required
    assert sum(row["present"] for row in counted) == sums.tally.present
    assert {row["month"] for row in rows} == {dt.date(2026, 9, 1), dt.date(2026, 10, 1)}


def test_without_the_extra_it_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(ParquetMissing):
        parquet_bytes(board())
