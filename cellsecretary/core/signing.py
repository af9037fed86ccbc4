"""Who signs what the cell issues."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cellsecretary.core.office import Office
from cellsecretary.core.record import Person

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

    from cellsecretary.core.record import MeetingRecord
    from cellsecretary.core.register import CellRecord
    from cellsecretary.core.ruleset import RuleSet


def signer(record: MeetingRecord) -> Person | None:
    """Give who signs the papers of a meeting: its chair when on the committee, else its first."""
    chair = record.person(record.meeting.chair)
    if chair and chair.post in record.rules.meeting.committee_posts:
        return chair
    return _first(record.people, record.rules)


def signer_on(register: CellRecord, day: dt.date, rules: RuleSet) -> Person | None:
    """Give who signs on a day when no meeting is concerned: the first of the committee."""
    members = register.members_on(day)
    return _first((Person(m.id, m.number, m.name, m.post) for m in members), rules)


def issuing(register: CellRecord, day: dt.date, rules: RuleSet) -> Office:
    """Give the cell as who issues a table on a day."""
    cell, person = register.cell_on(day), signer_on(register, day, rules)
    post, name = (person.post, person.name) if person else ("", "")
    return Office(cell.superior, cell.name, cell.commune, post, name, day)


def _first(people: Iterable[Person], rules: RuleSet) -> Person | None:
    """Give the holder of the post that the rules name first."""
    order = rules.meeting.committee_posts
    holders = [person for person in people if person.post in order]
    return min(holders, key=lambda person: (order.index(person.post), person.number), default=None)
