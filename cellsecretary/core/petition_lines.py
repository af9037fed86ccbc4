"""The life of a petition: sent to whoever can answer, answered, and told back to the people."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from cellsecretary.core.kinds import MeetingState, PetitionState

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cellsecretary.core.period import PeriodRecord
    from cellsecretary.core.register import CellRecord
    from cellsecretary.core.rows import Meeting, Petition


class PetitionStep(StrEnum):
    """What is done on a day after the meeting, in order; each is a field of `Petition`."""

    SENT = "sent"
    ANSWERED = "answered"
    TOLD = "told"


_AWAITED = {
    PetitionStep.SENT: PetitionState.TO_SEND,
    PetitionStep.ANSWERED: PetitionState.WAITING,
    PetitionStep.TOLD: PetitionState.TO_TELL,
}


@dataclass(frozen=True, slots=True)
class PetitionLine:
    """One petition, the meeting that passes it on, and how it stands.

    `days` counts those since its last step, as long as it waits for the next one.
    """

    petition: Petition
    meeting: Meeting
    state: PetitionState
    days: int

    @property
    def is_open(self) -> bool:
        """Whether the people have no answer yet."""
        return self.state is not PetitionState.DONE


def next_step(petition: Petition) -> PetitionStep | None:
    """Give the step that a petition waits for, None once the people were told."""
    return next((step for step in PetitionStep if getattr(petition, step) is None), None)


def last_step(petition: Petition) -> PetitionStep | None:
    """Give the step that a petition has come to, None before the first."""
    done = [step for step in PetitionStep if getattr(petition, step) is not None]
    return done[-1] if done else None


def petition_state(petition: Petition) -> PetitionState:
    """Tell what a petition waits for."""
    step = next_step(petition)
    return _AWAITED[step] if step else PetitionState.DONE


def known_on(petition: Petition, day: dt.date) -> Petition:
    """Give a petition as it was known at the end of a day, without what came later."""
    later: dict[str, object] = {
        step.value: None
        for step in PetitionStep
        if (done := getattr(petition, step)) is not None and done > day
    }
    if PetitionStep.ANSWERED in later:
        later["answer"] = ""
    return replace(petition, **later)  # type: ignore[arg-type]


def petition_lines(register: CellRecord, day: dt.date) -> tuple[PetitionLine, ...]:
    """Give the petitions of the meetings held by a day, as they stood then.

    Open ones come first, the oldest on top; then the others, the newest on top.
    """
    meetings = {
        meeting.id: meeting
        for meeting in register.meetings
        if meeting.state is not MeetingState.CANCELLED and meeting.date <= day
    }
    lines = sorted(
        (
            _line(petition, meetings[petition.meeting], day)
            for petition in register.petitions
            if petition.meeting in meetings
        ),
        key=_order,
    )
    still_open = [line for line in lines if line.is_open]
    return (*still_open, *reversed([line for line in lines if not line.is_open]))


def petitions_of(period: PeriodRecord, day: dt.date | None = None) -> tuple[PetitionLine, ...]:
    """Give the petitions that a period had to do with, as they stood at its end or on `day`.

    They are those raised in it, and those from before whose people were not told when it began.
    """
    first, last = period.period.first, period.period.last
    return tuple(
        line
        for line in petition_lines(period.register, day or last)
        if first <= line.meeting.date <= last
        or (line.meeting.date < first and (line.is_open or _told(line.petition) >= first))
    )


def waiting_too_long(
    register: CellRecord, today: dt.date, most_days: int
) -> dict[PetitionState, tuple[PetitionLine, ...]]:
    """Give the petitions that somebody should see to, by what they wait for, the oldest first.

    To be told back an answer must not wait at all, to be sent or answered at most so many days.
    """
    late: dict[PetitionState, tuple[PetitionLine, ...]] = {}
    for line in petition_lines(register, today):
        most = -1 if line.state is PetitionState.TO_TELL else most_days
        if line.is_open and line.days > most:
            late[line.state] = (*late.get(line.state, ()), line)
    return late


def count_states(lines: Iterable[PetitionLine]) -> dict[PetitionState, int]:
    """Count petitions by what they wait for; states that none is in are left out."""
    states = [line.state for line in lines]
    return {state: count for state in PetitionState if (count := states.count(state))}


def _line(petition: Petition, meeting: Meeting, day: dt.date) -> PetitionLine:
    known = known_on(petition, day)
    state = petition_state(known)
    done = (known.sent, known.answered, meeting.date)
    last = max(each for each in done if each is not None)
    return PetitionLine(
        known, meeting, state, 0 if state is PetitionState.DONE else (day - last).days
    )


def _told(petition: Petition) -> dt.date:
    return petition.told or dt.date.max


def _order(line: PetitionLine) -> tuple[dt.date, dt.time, int, str]:
    meeting = line.meeting
    return meeting.date, meeting.starts, line.petition.position, line.petition.id
