"""What it takes to hold the October meeting of thôn 3 and print its minutes, counted at the window.

The cell, its members and the plan are there; the agenda and its preparation are counted apart.
Then the program is opened on the evening of the meeting, and counted is all until its minutes are
saved as PDF. docs/usability.md says the same figures, and how they come about.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.journeys.actions import ACT, CLICK, MOVE, SCROLL, TEXT, Actions
from tests.journeys.secretary import AGENDA, PLAN, PREPARATION
from tests.journeys.test_two_meetings import begin_with_members, says_everything
from tests.journeys.thon_3 import OCTOBER, entered
from tests.journeys.word_processor import LETTERS, retyped
from tests.papers.records import november, october
from tests.test_docs import cells, section, text_of

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

    from tests.journeys.conftest import Hire

MOST_CLICKS = 60
MOST_TURNS = 15
MOST_KEYS = 1.5
"""Keys that are not text, for each fact that is entered."""

BEFORE = (PLAN, AGENDA, PREPARATION)

COLUMNS = {"mouse": (CLICK, MOVE), "keys": (MOVE, ACT)}
"""What docs/usability.md tells of each way, in the columns after the name of the stage."""

DOCUMENT = "docs/usability.md"


def evening(hire: Hire, way: str, tmp_path: Path, app: QApplication) -> Actions:
    """Prepare the October meeting, hold it and save its minutes, and count."""
    secretary = hire(way)
    begin_with_members(secretary, tmp_path / "Danh sách đảng viên.csv")
    actions = Actions(app)
    secretary.begin_stage = actions.begin
    secretary.plan_first(OCTOBER)
    secretary.get_ready(OCTOBER)
    actions.begin("")
    assert OCTOBER.start is not None
    secretary.clock.set(OCTOBER.date, OCTOBER.start)
    secretary = hire(way)
    secretary.takes_offers = True
    secretary.begin_stage = actions.begin
    secretary.open_last_book()
    assert secretary.page.step == "attendance", "the evening begins with the roll"
    secretary.hold(OCTOBER)
    secretary.close_meeting()
    says_everything(secretary.save_paper(tmp_path / "10.pdf"), secretary.record)
    actions.add(CLICK if way == "mouse" else ACT, "“Save” in the dialog of the system")
    actions.stop()
    return actions


@pytest.mark.thorough
@pytest.mark.parametrize("way", ["mouse", "keys"])
def test_an_evening_takes_few_actions(
    hire: Hire, way: str, tmp_path: Path, themed: QApplication
) -> None:
    actions = evening(hire, way, tmp_path, themed)
    before = {stage: actions.counts.pop(stage) for stage in BEFORE}
    facts = sum(entered(OCTOBER).values())
    if way == "mouse":
        assert actions.total(CLICK, ACT) <= MOST_CLICKS
        assert actions.total(ACT) == 0
        assert actions.total(SCROLL) <= MOST_TURNS
    else:
        assert actions.total(MOVE, ACT) <= MOST_KEYS * facts
        assert actions.total(CLICK, SCROLL) == 0
    measured = {
        stage: [str(count[kind]) for kind in COLUMNS[way]]
        for stage, count in (before | actions.counts).items()
    }
    measured["all of the evening"] = [str(actions.total(kind)) for kind in COLUMNS[way]]
    assert told(way) == measured, as_table(measured)
    assert f"{actions.total(TEXT)} letters" in section(text_of(DOCUMENT), "### " + TITLES[way])


def test_the_facts_of_the_evening_are_those_that_are_told() -> None:
    told = {row[0]: int(row[1]) for row in cells(section(text_of(DOCUMENT), "### The facts"))}
    assert told == entered(OCTOBER) | {"all": sum(entered(OCTOBER).values())}


def test_the_word_processor_takes_what_is_told() -> None:
    count = retyped(october(), november())
    text = section(text_of(DOCUMENT), "### The same minutes in a word processor")
    assert f"{count[CLICK]} clicks and {count[ACT]} keys" in text
    assert f"{count[LETTERS]} letters" in text


TITLES = {"mouse": "By mouse", "keys": "By keyboard alone"}


def told(way: str) -> dict[str, list[str]]:
    """Read the table of a way."""
    text = section(text_of(DOCUMENT), f"### {TITLES[way]}")
    width = len(COLUMNS[way])
    return {row[0]: row[1 : 1 + width] for row in cells(text)}


def as_table(measured: dict[str, list[str]]) -> str:
    """Write a table as it is to stand in the document."""
    return "\n".join(f"| {stage} | {' | '.join(figures)} |" for stage, figures in measured.items())
