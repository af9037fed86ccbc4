"""The guided exercise: which steps of a practised meeting are done, and what is said at its end."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from cellsecretary.core.facts import (
    headcount,
    minimum_minutes,
    minutes_between,
    speakers,
    tasks_without_result,
)
from cellsecretary.core.kinds import Mark, MeetingState, Trace
from cellsecretary.core.progress import unwritten_points
from cellsecretary.core.roster import without_reason

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cellsecretary.core.office_rows import PaperTrace
    from cellsecretary.core.record import MeetingRecord


class ExerciseStep(StrEnum):
    """What is asked for one after the other; it may be done in any order."""

    AGENDA = "agenda"
    ROLL = "roll"
    ABSENCE = "absence"
    START = "start"
    OPINION = "opinion"
    VOTE = "vote"
    RESULTS = "results"
    TASK = "task"
    END = "end"
    CLOSE = "close"
    PAPER = "paper"

    @property
    def place(self) -> str:
        """The step of the meeting at which it is done."""
        return _PLACES[self]


_PLACES = {
    ExerciseStep.AGENDA: "agenda",
    ExerciseStep.ROLL: "attendance",
    ExerciseStep.ABSENCE: "attendance",
    ExerciseStep.START: "minutes",
    ExerciseStep.OPINION: "minutes",
    ExerciseStep.VOTE: "minutes",
    ExerciseStep.RESULTS: "assignment",
    ExerciseStep.TASK: "assignment",
    ExerciseStep.END: "minutes",
    ExerciseStep.CLOSE: "printing",
    ExerciseStep.PAPER: "printing",
}


@dataclass(frozen=True, slots=True)
class Exercise:
    """How far somebody has come; `current` is the first step that is not done, None at the end."""

    done: frozenset[ExerciseStep]

    @property
    def current(self) -> ExerciseStep | None:
        """The step to go on with."""
        return next((step for step in ExerciseStep if step not in self.done), None)

    @property
    def number(self) -> int:
        """The place of the current step, counted from 1; after the end that of the last."""
        current = self.current
        return len(ExerciseStep) if current is None else list(ExerciseStep).index(current) + 1


def exercise(record: MeetingRecord, traces: Iterable[PaperTrace]) -> Exercise:
    """Tell which steps are done, by what the record holds and what became of its papers."""
    meeting = record.meeting
    closed = meeting.state is MeetingState.CLOSED
    excused = record.marked(Mark.EXCUSED)
    told = {
        ExerciseStep.AGENDA: bool(record.held_agenda),
        ExerciseStep.ROLL: record.roster_is_copied and headcount(record).adds_up,
        ExerciseStep.ABSENCE: any(line.reason.strip() for line in excused),
        ExerciseStep.START: meeting.start is not None,
        ExerciseStep.OPINION: any(one.text.strip() for one in record.opinions),
        ExerciseStep.VOTE: bool(record.votes),
        ExerciseStep.RESULTS: record.roster_is_copied and not tasks_without_result(record),
        ExerciseStep.TASK: any(task.lead and task.due for task in record.tasks),
        ExerciseStep.END: meeting.end is not None,
        ExerciseStep.CLOSE: closed,
        ExerciseStep.PAPER: closed and minutes_left(record, traces),
    }
    # Whoever closes a meeting has done with all of it, in another way where not in this one.
    passed = set(ExerciseStep) - {ExerciseStep.PAPER} if closed else set()
    return Exercise(frozenset(passed | {step for step, is_done in told.items() if is_done}))


def minutes_left(record: MeetingRecord, traces: Iterable[PaperTrace]) -> bool:
    """Tell whether the closed minutes were printed, or saved for a printer elsewhere."""
    ways = (Trace.PRINTED, Trace.SAVED)
    return any(
        one.form == "minutes" and one.trace in ways and one.revision == record.revision
        for one in traces
    )


class Lesson(StrEnum):
    """What is looked at when the exercise is over; each went well, or is worth another try."""

    REASONS = "reasons"
    SPEAKERS = "speakers"
    WRITTEN = "written"
    VOTES = "votes"
    RESULTS = "results"
    TASKS = "tasks"
    LENGTH = "length"
    AT_ONCE = "at_once"
    PAPER = "paper"


ENOUGH_SPEAKERS = 3
"""From so many on the minutes show that the meeting talked."""


@dataclass(frozen=True, slots=True)
class Lessons:
    """What went well, and what to try again with the number that says how much is missing."""

    well: tuple[Lesson, ...]
    again: tuple[tuple[Lesson, int], ...]


def lessons(record: MeetingRecord, traces: Iterable[PaperTrace]) -> Lessons:
    """Look back at a practised meeting; what it had no occasion for is not spoken of."""
    meeting, traces = record.meeting, tuple(traces)
    length = minutes_between(meeting.start, meeting.end) or 0
    missing: dict[Lesson, int] = {
        Lesson.SPEAKERS: max(ENOUGH_SPEAKERS - len(speakers(record)), 0),
        Lesson.WRITTEN: len(unwritten_points(record)),
        Lesson.VOTES: 0 if record.votes else 1,
        Lesson.TASKS: sum(1 for one in record.tasks if not (one.lead and one.due))
        or (0 if record.tasks else 1),
        Lesson.LENGTH: max(minimum_minutes(record) - length, 0),
        Lesson.AT_ONCE: len(record.reopenings),
        Lesson.PAPER: 0 if minutes_left(record, traces) else 1,
    }
    if record.marked(Mark.EXCUSED):
        missing[Lesson.REASONS] = len(without_reason(record))
    if record.carried:
        missing[Lesson.RESULTS] = len(tasks_without_result(record))
    looked_at = [lesson for lesson in Lesson if lesson in missing]
    return Lessons(
        tuple(one for one in looked_at if not missing[one]),
        tuple((one, missing[one]) for one in looked_at if missing[one]),
    )
