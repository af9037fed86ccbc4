"""How far a meeting has come, from its record alone."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from cellsecretary.core.kinds import MeetingState
from cellsecretary.core.progress import Progress, is_written, progress
from tests.building import OCTOBER, record_of

if TYPE_CHECKING:
    from cellsecretary.store import Book


def test_a_point_is_written_by_text_opinion_or_vote(book: Book) -> None:
    record = record_of(book)
    opening, _, approved, _, report, topic, *_ = record.agenda
    assert not is_written(record, opening)
    assert is_written(record, approved)
    assert is_written(record, report)
    assert not is_written(record, replace(report, body=" ", conclusion="\n"))
    assert is_written(record, replace(topic, body="", conclusion=""))
    assert not is_written(replace(record, votes=()), approved)


def test_a_meeting_goes_step_by_step(book: Book) -> None:
    november, october = record_of(book), record_of(book, OCTOBER)
    assert progress(november) == Progress(
        frozenset({"agenda", "attendance", "minutes"}), "assignment"
    )
    whole = Progress(
        frozenset({"agenda", "attendance", "minutes", "assignment", "printing"}), "printing"
    )
    assert progress(october) == whole
    # Nothing can be done to a closed meeting any more, whatever an earlier program let pass.
    assert progress(replace(october, tasks=(), reviews=(), votes=())) == whole


@pytest.mark.parametrize(
    ("lacking", "step"),
    [
        ({"chair": None}, "agenda"),
        ({"minute_taker": None}, "agenda"),
        ({"start": None}, "minutes"),
        ({"end": None}, "minutes"),
        ({"state": MeetingState.PLANNED}, "attendance"),
    ],
)
def test_what_lacks_holds_up_its_step(book: Book, lacking: dict[str, Any], step: str) -> None:
    november = record_of(book)
    found = progress(replace(november, meeting=replace(november.meeting, **lacking)))
    assert step not in found.done
    assert found.current == step


def test_results_and_tasks_make_the_assignment(book: Book) -> None:
    november = record_of(book)
    carried = tuple(one for one in november.carried if november.review_of(one.task.id))
    reviewed = replace(november, carried=carried)
    assert progress(reviewed).current == "printing"
    assert progress(replace(reviewed, tasks=())).current == "printing"
    nothing = replace(reviewed, tasks=(), reviews=(), carried=())
    assert progress(nothing).current == "assignment"
    unwritten = tuple(replace(item, body="", conclusion="") for item in reviewed.agenda)
    silent = replace(reviewed, agenda=unwritten, opinions=(), votes=())
    assert progress(silent).current == "minutes"
    assert progress(replace(silent, agenda=())).current == "agenda"
    nobody = replace(reviewed, roster=())
    assert progress(nobody).current == "attendance"
