"""How far a meeting has come along its five steps, and what each step still misses."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from cellsecretary.core.facts import headcount, tasks_without_result
from cellsecretary.core.kinds import MeetingState

if TYPE_CHECKING:
    from cellsecretary.core.record import MeetingRecord


@dataclass(frozen=True, slots=True)
class Progress:
    """The steps that are complete, and the one to go on with."""

    done: frozenset[str]
    current: str


def progress(record: MeetingRecord) -> Progress:
    """Tell which of the steps agenda, attendance, minutes, assignment, printing are complete."""
    meeting = record.meeting
    count = headcount(record)
    written = any(item.body or item.conclusion for item in record.agenda) or record.opinions
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
