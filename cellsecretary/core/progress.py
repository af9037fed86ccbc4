"""How far a meeting has come along its five steps, and what each step still misses."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from cellsecretary.core.facts import headcount, tasks_without_result
from cellsecretary.core.kinds import MeetingState, Part

if TYPE_CHECKING:
    from cellsecretary.core.record import MeetingRecord
    from cellsecretary.core.rows import AgendaItem


@dataclass(frozen=True, slots=True)
class Progress:
    """The steps that are complete, and the one to go on with."""

    done: frozenset[str]
    current: str


def progress(record: MeetingRecord) -> Progress:
    """Tell which of the steps agenda, attendance, minutes, assignment, printing are complete."""
    meeting = record.meeting
    count = headcount(record)
    written = any(is_written(record, item) for item in record.agenda)
    closed = meeting.state is MeetingState.CLOSED
    steps = {
        "agenda": bool(record.held_agenda and meeting.chair and meeting.minute_taker),
        "attendance": record.roster_is_copied and count.register > 0 and count.adds_up,
        "minutes": bool(written and meeting.start and meeting.end),
        "assignment": record.roster_is_copied
        and not tasks_without_result(record)
        and bool(record.tasks or record.reviews),
        "printing": closed,
    }
    done = frozenset(steps if closed else (step for step, is_done in steps.items() if is_done))
    left = [step for step in steps if step not in done]
    return Progress(done, left[0] if left else "printing")


def is_written(record: MeetingRecord, item: AgendaItem) -> bool:
    """Tell whether the minutes say anything of a point."""
    texts = item.body.strip() or item.conclusion.strip()
    return bool(texts or record.opinions_on(item.id) or record.votes_on(item.id))


def unwritten_points(record: MeetingRecord) -> tuple[AgendaItem, ...]:
    """Give the points of the content of which the minutes say nothing yet."""
    points = [item for item in record.held_agenda if item.part is Part.CONTENT]
    # Of the first the results of the tasks speak, where tasks were carried.
    wanted = points[1:] if record.carried else points
    return tuple(item for item in wanted if not is_written(record, item))
