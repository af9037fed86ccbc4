"""The figures of a board as another engine reads them."""

from __future__ import annotations

import datetime as dt
import io
import sys
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from cellsecretary.core.board.keeping import kept_record
from cellsecretary.core.board.record import BoardRecord, board_record
from cellsecretary.core.board.register import BoardRegister
from cellsecretary.core.kinds import Scorer
from cellsecretary.core.period import Period, Span
from cellsecretary.core.rows import ScoreMark
from cellsecretary.exchange.parquet import COLUMNS, ParquetMissing, parquet_bytes, rows_of
from cellsecretary.rules import bundled
from tests.cells import Cell, draft, held

if TYPE_CHECKING:
    from cellsecretary.core.record import MeetingRecord

DAY = dt.date(2026, 12, 31)


def board() -> BoardRecord:
    records = [held(Cell(0), 9), held(Cell(0), 9, revision=2), held(Cell(1), 9)]
    return of(*records, draft(held(Cell(1), 10)))


def of(*records: MeetingRecord) -> BoardRecord:
    return board_record((kept_record(one, DAY, "").version for one in records), BoardRegister())


def marked() -> MeetingRecord:
    """Give a meeting whose cell gave itself all points."""
    record = held(Cell(0), 9)
    name, form = next(iter(record.rules.scores.items()))
    marks = (
        ScoreMark(f"m{one.code}", record.meeting.id, name, one.code, Scorer.CELL, one.points)
        for one in form.criteria
    )
    return replace(record, scores=tuple(marks))


def test_what_holds_comes_to_what_the_board_says() -> None:
    rows = rows_of(board())
    assert len(rows) == 4
    held_rows = [row for row in rows if row["holds"]]
    assert [(row["revision"], row["is_draft"]) for row in held_rows] == [(2, False), (1, False)]
    year = Period(Span.YEAR, 2026)
    sums = board().sums(year, bundled().on(year.last), DAY)
    for name in ("required", "present", "excused", "unexcused"):
        assert sum(row[name] for row in held_rows) == getattr(sums.tally, name)
    assert {row["month"] for row in rows} == {dt.date(2026, 9, 1), dt.date(2026, 10, 1)}


def test_of_two_that_say_different_things_neither_holds() -> None:
    """Until the clerk has chosen."""
    records = [held(Cell(0), 9), held(Cell(0), 9, seed=5)]
    rows = rows_of(of(*records))
    assert [(row["holds"], row["is_conflict"]) for row in rows] == [(False, True)] * 2


def test_every_row_has_what_its_columns_say_and_nothing_else() -> None:
    """Else something would be left out without a word, or a column be empty."""
    rows = rows_of(of(marked(), draft(held(Cell(1), 10))))
    assert [row["score"] for row in rows].count(None) == 1
    for row in rows:
        assert row.keys() == COLUMNS.keys()
        for name, value in row.items():
            if value is None:
                assert name in ("score", "score_total", "score_class")
            else:
                assert isinstance(value, COLUMNS[name]), name
                assert isinstance(value, bool) is (COLUMNS[name] is bool), name
                assert not isinstance(value, int) or -(2**31) <= value < 2**31


def test_names_and_words_of_members_are_in_no_row() -> None:
    said = repr(rows_of(board()))
    record = held(Cell(0), 9)
    words = [one.name for one in record.people] + [one.text for one in record.opinions]
    assert words
    assert not any(word in said for word in words)


def test_another_engine_reads_the_rows_as_they_are() -> None:
    parquet = pytest.importorskip("pyarrow.parquet", reason="the extra `scale` is not installed")
    rows = parquet.read_table(io.BytesIO(parquet_bytes(board()))).to_pylist()
    assert rows == rows_of(board())


def test_without_the_extra_it_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(ParquetMissing):
        parquet_bytes(board())
