"""Portions of papers that are asked for alone: slips of members, items, single resolutions."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from cellsecretary.core.facts import open_tasks
from cellsecretary.core.kinds import DocumentType
from cellsecretary.core.period import PeriodRecord
from cellsecretary.core.task_history import concerned, histories_of
from cellsecretary.core.task_lines import concerns
from cellsecretary.core.year_review import to_be_rated

if TYPE_CHECKING:
    from cellsecretary.core.record import MeetingRecord


class PortionKind(StrEnum):
    """By what a paper is divided."""

    MEMBER = "member"
    RATED = "rated"
    ITEM = "item"
    RESOLUTION = "resolution"


@dataclass(frozen=True, slots=True)
class Portion:
    """One portion: the id of its member, item or document, with number and title as on paper."""

    id: str
    number: int
    title: str


def portions(record: MeetingRecord | PeriodRecord, kind: PortionKind) -> tuple[Portion, ...]:
    """Give the portions there are.

    They are members with a task, of a year those to be rated, of a meeting items held, resolutions.
    """
    if isinstance(record, PeriodRecord):
        if kind is PortionKind.RATED:
            members = to_be_rated(record)
        else:
            members = concerned(histories_of(record), record.register.members)
        return tuple(Portion(one.id, one.number, one.name) for one in members)
    match kind:
        case PortionKind.MEMBER:
            tasks = open_tasks(record)
            return tuple(
                Portion(person.id, person.number, person.name)
                for person in record.people
                if any(concerns(task, person.id) for task in tasks)
            )
        case PortionKind.ITEM:
            items = enumerate(record.held_agenda, 1)
            return tuple(Portion(item.id, number, item.title) for number, item in items)
        case PortionKind.RESOLUTION:
            return tuple(
                Portion(document.id, document.number, document.title)
                for document in record.documents
                if document.type is DocumentType.RESOLUTION
            )
        case PortionKind.RATED:
            return ()


def choice(record: MeetingRecord | PeriodRecord, kind: PortionKind) -> tuple[Portion, ...]:
    """Give the portions to choose from: none where the only one would be the whole paper."""
    found = portions(record, kind)
    # A slip never is: the whole paper has the table of the tasks, too.
    return found if len(found) > 1 or kind is PortionKind.MEMBER else ()
