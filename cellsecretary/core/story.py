"""What became of a task, a petition or a member, meeting by meeting, in the order of time."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from cellsecretary.core.kinds import Mark, MeetingKind, MeetingState
from cellsecretary.core.petition_lines import PetitionStep, known_on, petition_state

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from cellsecretary.core.kinds import PetitionState, StandingKind
    from cellsecretary.core.register import CellRecord
    from cellsecretary.core.rows import (
        Attendance,
        Meeting,
        Member,
        Opinion,
        Petition,
        Review,
        Task,
    )
    from cellsecretary.core.task_history import TaskHistory


class Event(StrEnum):
    """What happened on a day, in the order in which things of one day are told."""

    JOINED = "joined"
    OFFICIAL = "official"
    ENTERED = "entered"
    POST = "post"
    STANDING = "standing"
    GIVEN = "given"
    RAISED = "raised"
    AT_MEETING = "at_meeting"
    SENT = "sent"
    ANSWERED = "answered"
    TOLD = "told"
    LEFT = "left"


_ORDER = list(Event)


@dataclass(frozen=True, slots=True)
class Happening:
    """One line of a story; what a meeting has to do with it is in the fields behind `said`.

    `said` is what was written of it: a post, an answer, a reason. A `review` is what the meeting
    found of a task, `state` how a petition stood when it met, `line` how a member attended, who
    gave `opinions` there and got `tasks`; `reviews` are of tasks that the member leads.
    """

    day: dt.date
    event: Event
    meeting: Meeting | None = None
    said: str = ""
    review: Review | None = None
    state: PetitionState | None = None
    standing: StandingKind | None = None
    line: Attendance | None = None
    opinions: int = 0
    tasks: tuple[Task, ...] = ()
    reviews: tuple[tuple[Task, Review], ...] = ()


def task_story(history: TaskHistory) -> tuple[Happening, ...]:
    """Give how a task was given, and what each meeting found of it."""
    task, giver = history.task, history.given_at
    given = Happening(task.given, Event.GIVEN, giver, giver.title if giver else "")
    found = (
        Happening(one.meeting.date, Event.AT_MEETING, one.meeting, one.review.note, one.review)
        for one in history.findings
    )
    return (given, *found)


def petition_story(
    register: CellRecord, petition: Petition, raised_by: str, today: dt.date
) -> tuple[Happening, ...]:
    """Give who raised a petition, its steps, and the meetings that found it unsettled.

    A day on which a meeting was held and a step done tells the meeting first: it came up there.
    """
    raised = register.meeting(petition.meeting)
    assert raised is not None, "a petition is of a meeting"
    found = [Happening(raised.date, Event.RAISED, raised, raised_by)]
    for step in PetitionStep:
        day: dt.date | None = getattr(petition, step)
        if day is not None:
            said = petition.answer if step is PetitionStep.ANSWERED else ""
            found.append(Happening(day, Event(step.value), said=said))
    for meeting in _held_after(register, raised):
        if meeting.date <= today and (petition.told is None or petition.told >= meeting.date):
            eve = meeting.date - dt.timedelta(days=1)
            state = petition_state(known_on(petition, eve))
            found.append(Happening(meeting.date, Event.AT_MEETING, meeting, state=state))
    return _in_order(found)


def member_story(
    register: CellRecord,
    member: Member,
    lines: Iterable[Attendance],
    opinions: Iterable[Opinion],
) -> tuple[Happening, ...]:
    """Give how a member came, what posts and standing there were, and each meeting attended or not.

    `lines` are those of the member on the rosters, `opinions` what the member said.
    """
    found = [*_life(register, member), *_meetings(register, member, lines, opinions)]
    return _in_order(found)


def _life(register: CellRecord, member: Member) -> Iterator[Happening]:
    came = (
        (member.joined, Event.JOINED, ""),
        (member.official, Event.OFFICIAL, ""),
        (member.entered, Event.ENTERED, member.entered_from),
        (member.left, Event.LEFT, "; ".join(filter(None, (member.left_reason, member.left_to)))),
    )
    yield from (Happening(day, event, said=said) for day, event, said in came if day is not None)
    for span in register.post_spans:
        if span.member == member.id:
            yield Happening(span.since, Event.POST, said=span.post)
    for one in register.standings:
        day = one.since or one.until
        if one.member == member.id and day is not None:
            yield Happening(day, Event.STANDING, said=one.reason, standing=one.kind)


def _meetings(
    register: CellRecord,
    member: Member,
    lines: Iterable[Attendance],
    opinions: Iterable[Opinion],
) -> Iterator[Happening]:
    meetings = {one.id: one for one in register.meetings}
    found: dict[str, Happening] = {}

    def at(key: str) -> Happening:
        meeting = meetings[key]
        return found.get(key) or Happening(meeting.date, Event.AT_MEETING, meeting)

    for line in lines:
        if line.mark is not Mark.NONE:
            found[line.meeting] = replace(at(line.meeting), line=line, said=line.reason)
    for opinion in opinions:
        now = at(opinion.meeting)
        found[opinion.meeting] = replace(now, opinions=now.opinions + 1)
    theirs = {one.id: one for one in register.tasks if one.lead == member.id}
    for task in theirs.values():
        if task.meeting is not None:
            now = at(task.meeting)
            found[task.meeting] = replace(now, tasks=(*now.tasks, task))
    for review in register.reviews:
        if review.task in theirs:
            now = at(review.meeting)
            reviews = (*now.reviews, (theirs[review.task], review))
            found[review.meeting] = replace(now, reviews=reviews)
    yield from found.values()


def _held_after(register: CellRecord, meeting: Meeting) -> Iterator[Meeting]:
    """Give the meetings of the cell after one, as far as they began."""
    held = (MeetingState.RUNNING, MeetingState.CLOSED)
    for one in register.meetings:
        later = (one.date, one.starts) > (meeting.date, meeting.starts)
        if later and one.state in held and one.kind is not MeetingKind.COMMITTEE:
            yield one


def _in_order(found: Iterable[Happening]) -> tuple[Happening, ...]:
    def when(one: Happening) -> tuple[dt.date, int, dt.time]:
        starts = one.meeting.starts if one.meeting else dt.time()
        return one.day, _ORDER.index(one.event), starts

    return tuple(sorted(found, key=when))
