"""The guided exercise by the record alone: what is done, in whatever order, and what is said."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from cellsecretary.core.exercise import Exercise, ExerciseStep, Lesson, exercise, lessons
from cellsecretary.core.kinds import Mark, MeetingState, Result, Trace
from cellsecretary.core.office_rows import PaperTrace
from cellsecretary.core.rows import Review
from tests.building import practice_year, record_of

if TYPE_CHECKING:
    from cellsecretary.core.record import MeetingRecord

STEPS = list(ExerciseStep)


@pytest.fixture(scope="module")
def held() -> MeetingRecord:
    """Give the November meeting with everything in it that the exercise asks for."""
    record = record_of(practice_year())
    results = tuple(
        Review(f"r{at}", record.meeting.id, one.task.id, Result.DONE, 100)
        for at, one in enumerate(record.carried)
    )
    meeting = replace(record.meeting, state=MeetingState.CLOSED, end=dt.time(21, 35))
    return replace(record, meeting=meeting, reviews=results, revision=1)


def bare(record: MeetingRecord) -> MeetingRecord:
    meeting = replace(record.meeting, state=MeetingState.PLANNED, start=None, end=None)
    roster = tuple(replace(line, mark=Mark.NONE, reason="") for line in record.roster)
    none = dict.fromkeys(("agenda", "opinions", "votes", "tasks", "reviews"), ())
    return replace(record, meeting=meeting, roster=roster, revision=0, **none)  # type: ignore[arg-type]


def printed(record: MeetingRecord, revision: int = 1, form: str = "minutes") -> PaperTrace:
    at = dt.datetime(2026, 11, 3, 22)
    return PaperTrace("p", record.meeting.id, form, revision, Trace.PRINTED, at)


def test_it_begins_at_the_agenda_with_nothing_done(held: MeetingRecord) -> None:
    found = exercise(bare(held), ())
    assert found == Exercise(frozenset())
    assert (found.current, found.number) == (ExerciseStep.AGENDA, 1)


def test_each_step_is_heard_by_what_the_record_holds(held: MeetingRecord) -> None:
    record = bare(held)
    running = replace(record.meeting, state=MeetingState.RUNNING)
    present = tuple(replace(line, reason="") for line in held.roster)
    grown = [
        (ExerciseStep.AGENDA, {"agenda": held.agenda}),
        (ExerciseStep.ROLL, {"meeting": running, "roster": present}),
        (ExerciseStep.ABSENCE, {"roster": held.roster}),
        (ExerciseStep.START, {"meeting": replace(running, start=held.meeting.start)}),
        (ExerciseStep.OPINION, {"opinions": held.opinions}),
        (ExerciseStep.VOTE, {"votes": held.votes}),
        (ExerciseStep.RESULTS, {"reviews": held.reviews}),
        (ExerciseStep.TASK, {"tasks": held.tasks}),
        (ExerciseStep.END, {"meeting": replace(held.meeting, state=MeetingState.RUNNING)}),
        (ExerciseStep.CLOSE, {"meeting": held.meeting, "revision": 1}),
    ]
    for at, (step, values) in enumerate(grown):
        assert exercise(record, ()).current is step
        record = replace(record, **values)  # type: ignore[arg-type]
        assert exercise(record, ()).done == {*STEPS[: at + 1]}
    assert exercise(record, ()).current is ExerciseStep.PAPER
    assert exercise(record, [printed(record)]).current is None


def test_steps_may_be_done_in_another_order(held: MeetingRecord) -> None:
    record = replace(bare(held), tasks=held.tasks, votes=held.votes)
    found = exercise(record, ())
    assert found.done == {ExerciseStep.TASK, ExerciseStep.VOTE}
    assert found.current is ExerciseStep.AGENDA


def test_what_was_taken_back_is_asked_for_again(held: MeetingRecord) -> None:
    assert exercise(replace(held, revision=0), ()).current is ExerciseStep.PAPER
    opened = replace(held, meeting=replace(held.meeting, state=MeetingState.RUNNING), votes=())
    assert exercise(opened, [printed(held)]).current is ExerciseStep.VOTE


@pytest.mark.parametrize(("revision", "form"), [(0, "minutes"), (1, "agenda")])
def test_only_the_minutes_as_closed_count_as_printed(
    held: MeetingRecord, revision: int, form: str
) -> None:
    assert exercise(held, [printed(held, revision, form)]).current is ExerciseStep.PAPER


def test_whoever_closed_without_a_vote_is_not_held_up(held: MeetingRecord) -> None:
    without = replace(held, votes=(), opinions=())
    assert exercise(without, ()).current is ExerciseStep.PAPER


def test_a_good_meeting_is_praised_and_nothing_is_left(held: MeetingRecord) -> None:
    found = lessons(held, [printed(held)])
    assert found.again == ()
    assert set(found.well) == set(Lesson)


WORSE = [
    (Lesson.SPEAKERS, {"opinions": ()}, 3),
    (Lesson.VOTES, {"votes": ()}, 1),
    (Lesson.TASKS, {"tasks": ()}, 1),
]


@pytest.mark.parametrize(("lesson", "values", "missing"), WORSE)
def test_what_is_missing_is_to_be_tried_again(
    held: MeetingRecord, lesson: Lesson, values: dict[str, object], missing: int
) -> None:
    found = lessons(replace(held, **values), [printed(held)])  # type: ignore[arg-type]
    assert (lesson, missing) in found.again
    assert lesson not in found.well


def test_every_kind_of_lack_is_counted(held: MeetingRecord) -> None:
    roster = tuple(replace(line, reason="") for line in held.roster)
    task = replace(held.tasks[0], due=None)
    meeting = replace(held.meeting, end=dt.time(20, 30))
    worse = replace(held, roster=roster, reviews=(), meeting=meeting, tasks=(task,))
    found = dict(lessons(worse, ()).again)
    assert found[Lesson.REASONS] == 3
    assert found[Lesson.RESULTS] == len(held.carried)
    assert found[Lesson.TASKS] == 1
    assert found[Lesson.LENGTH] == 60
    assert found[Lesson.PAPER] == 1


def test_what_there_was_no_occasion_for_is_not_spoken_of(held: MeetingRecord) -> None:
    roster = tuple(replace(line, mark=Mark.PRESENT) for line in held.roster)
    found = lessons(replace(held, roster=roster, carried=(), reviews=()), [printed(held)])
    said = {*found.well, *dict(found.again)}
    assert {Lesson.REASONS, Lesson.RESULTS} & said == set()
