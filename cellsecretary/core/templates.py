"""Which agendas a meeting can begin with: the cell's own, the general one, that of last time."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from cellsecretary.core.kinds import MeetingState
from cellsecretary.core.ruleset import TemplateItem

if TYPE_CHECKING:
    import datetime as dt

    from cellsecretary.core.kinds import CellKind, MeetingKind
    from cellsecretary.core.record import MeetingRecord
    from cellsecretary.core.register import CellRecord
    from cellsecretary.core.rows import Meeting
    from cellsecretary.core.ruleset import RuleSet


class Origin(StrEnum):
    """Where an agenda that is offered comes from."""

    OWN = "own"
    GENERAL = "general"
    LAST = "last"


@dataclass(frozen=True, slots=True)
class OfferedAgenda:
    """Steps to begin with, where from, and the name of an own template or the day of last time."""

    origin: Origin
    steps: tuple[TemplateItem, ...]
    name: str = ""
    date: dt.date | None = None


def general_steps(rules: RuleSet, kind: MeetingKind, cell: CellKind) -> tuple[TemplateItem, ...]:
    """Give the steps of the rules for a kind of meeting that a cell of this kind has."""
    steps = rules.agendas.get(kind, ())
    return tuple(step for step in steps if not step.cells or cell in step.cells)


def steps_of(record: MeetingRecord, register: CellRecord) -> tuple[TemplateItem, ...]:
    """Give the agenda of a meeting as steps: who presented is remembered by the post."""
    posts = {member.id: member.post for member in register.members}
    return tuple(
        TemplateItem(item.part, item.title, item.minutes, posts.get(item.presenter or "", ""))
        for item in record.agenda
    )


def last_of_kind(register: CellRecord, kind: MeetingKind, but: str = "") -> Meeting | None:
    """Give the newest meeting of a kind that was not cancelled, passing over the one named."""
    meetings = [
        meeting
        for meeting in register.meetings
        if meeting.kind is kind
        and meeting.id != but
        and meeting.state is not MeetingState.CANCELLED
    ]
    return max(meetings, key=lambda meeting: (meeting.date, meeting.starts), default=None)


def offered_agendas(
    register: CellRecord, rules: RuleSet, kind: MeetingKind, last: MeetingRecord | None = None
) -> tuple[OfferedAgenda, ...]:
    """Give what a meeting of a kind can begin with, what is proposed first.

    Whoever kept an own template wants it from then on, so own ones come first, the newest before
    all; the agenda of `last` comes after the general one, for it holds what was special that day.
    """
    own = [
        OfferedAgenda(Origin.OWN, template.items, template.name)
        for template in reversed(register.templates)
        if template.kind is kind
    ]
    general = OfferedAgenda(Origin.GENERAL, general_steps(rules, kind, register.cell.kind))
    offered = [*own, general]
    if last is not None and last.agenda:
        steps = steps_of(last, register)
        offered.append(OfferedAgenda(Origin.LAST, steps, date=last.meeting.date))
    return tuple(offered)
