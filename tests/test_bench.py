"""The table of the benchmarks: what its rows say, and that each can be taken of a small book."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from benchmarks import rows
from benchmarks.__main__ import PAGE
from benchmarks.machine import Machine
from benchmarks.rows import Row
from benchmarks.timing import medians, timed

if TYPE_CHECKING:
    from pathlib import Path

GOALS = (
    ("first paint", "≤ 1.1"),
    ("book shown and usable", "≤ 1.8"),
    ("peak memory, 30-year book", "≤ 1.8"),
    ("one mark", "≤ 1.5"),
    ("typing in the minutes", "≤ 1.3"),
    ("switch to another meeting", "≤ 1.1"),
    ("open the search", "≤ 1.1"),
    ("open the view of the year", "≤ 1.1"),
    ("search without tone marks", "≤ 2"),
    ("pages, warm", "≤ 1.25"),
    ("minutes PDF from the command line", "≥ 5"),
    ("meeting file of a year", "≤ 1.1"),
    ("collect", "≤ 2"),
    ("growth per packet", "≤ 1.2"),
)
"""What is promised, as the table of the page has it."""

FAST = Row("fast", "a floor", 1.5, 12.0, 10.0)
SLOW = Row("slow", "a floor", 1.1, 12.0, 10.0)
RACE = Row("race", "a peer", 5, 100.0, 600.0, other_is="peer", is_race=True)
LOST = Row("lost", "a peer", 5, 100.0, 400.0, other_is="peer", is_race=True)
GONE = Row("gone", "a peer", 5, 100.0, None, other_is="peer", is_race=True, hint="get it")


@pytest.mark.parametrize(
    ("row", "ratio", "said"),
    [
        (FAST, "1.20", "met"),
        (SLOW, "1.20", "above"),
        (RACE, "6.00", "met"),
        (LOST, "4.00", "below"),
        (GONE, "—", "get it"),
    ],
)
def test_a_row_compares_only_what_one_run_gave(row: Row, ratio: str, said: str) -> None:
    assert row.cells()[5] == ratio
    assert row.cells()[7] == said


def test_the_same_rows_stand_in_the_text_in_the_json_and_between_the_marks(tmp_path: Path) -> None:
    machine = Machine.found(tmp_path, 0.5)
    assert "Load 0.5 at first" in machine.sentence()
    assert rows.as_text([FAST, GONE]).splitlines()[1].startswith("fast")
    told = json.loads(rows.as_json([FAST, GONE], machine, ["a line"]))
    assert [row["ratio"] for row in told["rows"]] == [1.2, None]
    assert told["machine"]["qt"]
    page = tmp_path / "performance.md"
    page.write_text(f"by hand\n{rows.BEGIN}\nold\n{rows.END}\nby hand too\n", encoding="utf-8")
    rows.write_into(page, rows.as_page([FAST, SLOW], machine, ["a line"]))
    text = page.read_text(encoding="utf-8")
    assert text.startswith("by hand\n")
    assert text.endswith("by hand too\n")
    assert "old" not in text
    assert "| slow | a floor | 12.0 ms | 10.0 ms | | **1.20** | ≤ 1.1 | above |" in text


def test_medians_leave_the_first_round_out_and_ask_in_turn() -> None:
    asked: list[str] = []
    first = iter([99.0, 1.0, 3.0, 2.0])

    def ours() -> float:
        asked.append("ours")
        return next(first)

    found = medians(ours, timed(lambda: asked.append("floor")), rounds=3)
    assert found[0] == 2.0
    assert asked == ["ours", "floor"] * 4


def test_the_page_has_every_row_with_its_goal() -> None:
    text = PAGE.read_text(encoding="utf-8")
    table = text.split(rows.BEGIN)[1].split(rows.END)[0]
    for what, goal in GOALS:
        lines = [line for line in table.splitlines() if what in line]
        assert any(f"| {goal} |" in line for line in lines), what
