"""The tables and charts of a board: each says what the sums say, in words of both languages."""

from __future__ import annotations

import datetime as dt
from fractions import Fraction
from typing import TYPE_CHECKING

import pytest

from cellsecretary.core.board.charts import CHARTS, BoardChart, board_chart
from cellsecretary.core.board.grid import MonthState
from cellsecretary.core.board.table_words import BoardColumn, BoardNote, BoardTable
from cellsecretary.core.board.tables import MOST_NAMES, arranged, board_table, tables_of
from cellsecretary.core.charts import Pattern
from cellsecretary.core.kinds import ScoreClass
from cellsecretary.core.period import Period, Span
from cellsecretary.exchange.table_files import csv_bytes, write_table
from cellsecretary.messages import LANGUAGES, Messages
from cellsecretary.rules import bundled
from cellsecretary.sentences.tables import TableSentences
from tests.core import boards
from tests.core.boards import TODAY, board, given, on_paper, petition, sent, small, visit

if TYPE_CHECKING:
    from pathlib import Path

    from cellsecretary.core.board.record import BoardRecord
    from cellsecretary.core.board.versions import Version
    from cellsecretary.core.table import Table

RULES = bundled().on(dt.date(2026, 12, 31))
QUARTER, YEAR = Period(Span.QUARTER, 2026, 4), Period(Span.YEAR, 2026)
SAY = TableSentences(Messages.load("en"))
PROVINCE = (
    sent("A", 10, superior="Đảng ủy xã Yên", points=95),
    sent("B", 10, points=80),
    sent("C", 10, came=(4, 4)),
)


def made(kind: BoardTable, record: BoardRecord, period: Period = QUARTER) -> Table:
    return board_table(kind, record, period, RULES, TODAY, SAY)


def column(table: Table, title: str) -> list[str]:
    """Give what a column says in all lines, the totals last."""
    at = [one.title for one in table.columns].index(title)
    return [table.shown(line)[at] for line in table.lines]


def test_a_board_of_one_superior_has_no_table_of_superiors() -> None:
    assert BoardTable.SUPERIORS not in tables_of(small())
    assert tables_of(board(PROVINCE)) == tuple(BoardTable)


@pytest.mark.parametrize("kind", BoardTable)
@pytest.mark.parametrize("versions", [(), boards.SMALL, PROVINCE], ids=["none", "small", "all"])
def test_every_table_of_every_period_can_be_made_and_sorted_by_every_column(
    kind: BoardTable, versions: tuple[Version, ...]
) -> None:
    record = board(versions)
    for period in (QUARTER, YEAR, Period(Span.MONTH, 2026, 10), Period(Span.YEAR, 2020)):
        table = made(kind, record, period)
        for at in range(len(table.columns)):
            placed = arranged(table, at, descending=True)
            assert sorted(line.subject for line in placed.rows) == sorted(
                line.subject for line in table.rows
            )
            numbers = [line.entries[0].value for line in placed.rows]
            assert sorted(map(str, numbers)) == sorted(
                str(number) for number in range(1, len(numbers) + 1)
            )
        assert (table.totals is None) == (not table.rows or kind is BoardTable.PETITIONS)


def test_the_sums_of_the_cells_stand_under_their_heads() -> None:
    table = made(BoardTable.CELLS, small(scores=(given("A", 10, 70),)))
    assert table.subtitle == "Quarter IV of 2026, as of 20/12/2026"
    assert column(table, "Cell") == ["Chi bộ A", "Chi bộ B", "Chi bộ C", "All cells"]
    assert column(table, "Expected") == ["2", "2", "2", "6"]
    assert column(table, "Received") == ["2", "1", "0", "3"]
    assert column(table, "Met on their day") == ["50,0%", "100,0%", "–", "66,7%"]
    assert column(table, "Attendance") == ["83,3%", "55,0%", "–", "72,0%"]
    assert column(table, "Own points") == ["86,5", "60", "–", "73,2"]
    assert column(table, "Own class") == ["Fair", "Average", "–", ""]
    assert column(table, "Superior's points") == ["70", "–", "–", "70"]
    assert column(table, "Thematic, quarter IV") == ["1/1", "0/1", "0/1", "1/3"]
    assert column(table, "Overdue tasks") == ["1", "1", "–", "2"]
    assert column(table, "Visits") == ["1", "1", "0", "2"]
    assert table.notes == (
        "Classes that the cells gave themselves: good 0, fair 1, average 1, weak 0.",
        "Classes that the superior gave: good 0, fair 1, average 0, weak 0.",
        "Not counted yet: 2 minutes, drafts or two that differ.",
    )


def test_sorted_by_class_the_best_are_last_going_up_and_the_unknown_last_either_way() -> None:
    table = made(BoardTable.CELLS, small())
    at = [one.title for one in table.columns].index("Own class")
    up, down = arranged(table, at), arranged(table, at, descending=True)
    assert column(up, "Own class") == ["Average", "Fair", "–", ""]
    assert column(down, "Own class") == ["Fair", "Average", "–", ""]
    assert column(up, "No.") == ["1", "2", "3", ""]
    assert column(up, "Cell")[0] == "Chi bộ B"
    # By the numbers themselves they stay what they are.
    assert column(arranged(up, 0, descending=True), "No.") == ["3", "2", "1", ""]


def test_the_months_say_how_each_cell_stands() -> None:
    table = made(BoardTable.GRID, small(paper_minutes=(on_paper("B", 12),)))
    words = Messages.load("en")

    def word(state: MonthState) -> str:
        return words.month_state(state, short=True)

    october, november, december = (column(table, f"Month {number}") for number in (10, 11, 12))
    received = word(MonthState.RECEIVED)
    assert october == [received, received, word(MonthState.CONFLICT), "2/3"]
    assert november == [received, word(MonthState.DRAFT), word(MonthState.MISSING), "1/3"]
    waiting = word(MonthState.WAITING)
    assert december == [waiting, word(MonthState.ON_PAPER), waiting, "1/1"]
    assert column(made(BoardTable.GRID, small(), YEAR), "Month 1") == ["–"] * 4


def test_missing_minutes_say_since_when() -> None:
    table = made(BoardTable.MISSING, small(), YEAR)
    assert column(table, "Missing") == [
        "month 9/2026",
        "month 9/2026, month 11/2026",
        "month 9/2026, month 11/2026",
        "",
    ]
    assert column(table, "Minutes") == ["1", "2", "2", "5"]
    assert column(table, "Due") == ["05/10/2026"] * 3 + [""]
    assert column(table, "Days late") == ["76"] * 3 + [""]
    assert b"month 9/2026, month 11/2026;2;2026-10-05;76" in csv_bytes(table)


def test_the_petitions_that_wait_are_as_many_as_the_sums_say_the_oldest_first() -> None:
    record = board(
        [
            sent("A", 11, petitions=(petition("late", "A-11-regular"),)),
            sent("B", 10, petitions=(petition("old", "B-10-regular"),)),
            sent("C", 10, petitions=(petition("done", "C-10-regular", dt.date(2026, 10, 9)),)),
            sent("D", 10, petitions=(petition("inherited", "D-9-regular"),)),
        ]
    )
    table = made(BoardTable.PETITIONS, record)
    assert column(table, "Raised on") == ["03/10/2026", "03/11/2026", ""]
    assert column(table, "Cell") == ["Chi bộ B", "Chi bộ A", "Chi bộ D"]
    assert column(made(BoardTable.CELLS, record), "Petitions waiting")[-1] == "3"


def test_the_visits_of_an_officer_are_put_together_however_the_name_was_typed() -> None:
    table = made(BoardTable.OFFICERS, small())
    assert [table.shown(line)[1:] for line in table.lines] == [
        ("Lê Văn Bình", "Đảng ủy viên", "2", "2", "1", "2", "Chi bộ A, Chi bộ B"),
        ("Trần Thị Cúc", "Đảng ủy viên", "1", "0", "0", "0", ""),
        ("Sum", "", "3", "2", "1", "2", ""),
    ]


def test_an_officer_of_a_province_lists_no_more_cells_than_a_page_holds() -> None:
    record = board([sent(f"{n:02}", 10, visits=(visit("Lê Văn Bình"),)) for n in range(60)])
    names = column(made(BoardTable.OFFICERS, record), "Which cells")[0]
    assert (names.count("Chi bộ"), names[-1]) == (MOST_NAMES, "…")


def test_superiors_are_summed_up_beside_each_other() -> None:
    record = board(PROVINCE)
    table = made(BoardTable.SUPERIORS, record)
    assert column(table, "Superior") == [boards.SUPERIOR, "Đảng ủy xã Yên", "All cells"]
    assert column(table, "Cells") == ["2", "1", "3"]
    assert column(table, "Attendance") == ["85,7%", "80,0%", "83,3%"]
    assert column(table, "Own points") == ["80", "95", "87,5"]
    assert column(table, "Own class good") == ["0", "1", "1"]
    assert column(made(BoardTable.CELLS, record), "Superior")[:1] == [boards.SUPERIOR]
    assert all(not line.subject for line in table.rows)


# Charts


def test_charts_measure_what_the_tables_say() -> None:
    record = small(scores=(given("A", 10, 70),))
    attendance = board_chart(
        BoardChart.ATTENDANCE, BoardTable.CELLS, record, QUARTER, RULES, TODAY, SAY
    )
    bars = {row.label: row.bars[0] for row in attendance.rows}
    assert bars.keys() == {"Chi bộ A", "Chi bộ B"}
    bar = bars["Chi bộ A"]
    assert bar is not None
    assert (bar.value, bar.text) == (Fraction(250, 3), "25/30 (83,3%)")
    score = board_chart(BoardChart.SCORE, BoardTable.CELLS, record, QUARTER, RULES, TODAY, SAY)
    assert [[bar.text if bar else "" for bar in row.bars] for row in score.rows] == [
        ["86,5 · Fair", "70 · Fair"],
        ["60 · Average", ""],
    ]
    assert [pattern for pattern, _ in score.series] == [Pattern.FULL, Pattern.HATCHED]
    assert [one.value for one in score.thresholds] == [90, 70, 50]
    received = board_chart(BoardChart.RECEIVED, BoardTable.GRID, record, QUARTER, RULES, TODAY, SAY)
    assert (received.top, [row.bars[0].text for row in received.rows if row.bars[0]]) == (
        3,
        ["2/3", "1/3"],
    )


def test_a_chart_of_superiors_has_a_row_for_each_and_no_class() -> None:
    record = board(PROVINCE)
    score = board_chart(BoardChart.SCORE, BoardTable.SUPERIORS, record, QUARTER, RULES, TODAY, SAY)
    assert [(row.label, row.bars[0].text) for row in score.rows if row.bars[0]] == [
        (boards.SUPERIOR, "80"),
        ("Đảng ủy xã Yên", "95"),
    ]
    assert score.series == ()


def test_scores_of_the_superior_alone_have_no_room_for_others_and_say_whose_they_are() -> None:
    record = board([sent("A", 10)], scores=(given("A", 10, 70),))
    score = board_chart(BoardChart.SCORE, BoardTable.CELLS, record, QUARTER, RULES, TODAY, SAY)
    assert [[bar.text for bar in row.bars if bar] for row in score.rows] == [["70 · Fair"]]
    assert score.series == ((Pattern.HATCHED, "by the superior"),)


def test_an_empty_board_has_nothing_to_draw() -> None:
    for kind, charts in CHARTS.items():
        for one in charts:
            empty = board_chart(one, kind, board(()), QUARTER, RULES, TODAY, SAY)
            assert (empty.rows, empty.top > 0) == ((), True)


# Words and files


@pytest.mark.parametrize("language", LANGUAGES)
def test_both_languages_name_every_table_column_note_and_chart(language: str) -> None:
    say = TableSentences(Messages.load(language))
    said = [
        *map(say.title, BoardTable),
        *map(say.totals, BoardTable),
        *map(say.column, BoardColumn),
        *(say.note(note, 3, [("good", 2)]) for note in BoardNote),
        *map(say.chart, BoardChart),
        *map(say.scorer, Pattern),
        *map(say.of_class, ScoreClass),
        *(say.period(period) for period in (QUARTER, YEAR, Period(Span.MONTH, 2026, 1))),
    ]
    assert all(said)
    assert not [text for text in said if "…" in text or "{" in text]


@pytest.mark.parametrize("suffix", [".csv", ".xlsx", ".pdf"])
def test_any_table_can_be_written(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"bang{suffix}"
    record = small()
    for kind in tables_of(record):
        chart = next(iter(CHARTS.get(kind, ())), None)
        drawn = board_chart(chart, kind, record, YEAR, RULES, TODAY, SAY) if chart else None
        table = board_table(kind, record, YEAR, RULES, TODAY, SAY)
        write_table(table, path, RULES, record.register.issuing(TODAY), drawn)
        assert path.stat().st_size > 40
