"""What goes over when a secretary hands the cell over: figures, what is open, what is in force."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from cellsecretary.core.contacts import contacts_on
from cellsecretary.core.document_lines import document_lines
from cellsecretary.core.kinds import DocumentState, MeetingState, StandingKind, Trace
from cellsecretary.core.membership import MemberCount, count_members, member_states, standings_of
from cellsecretary.core.record import is_official

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from cellsecretary.core.life_rows import Contact
    from cellsecretary.core.register import CellRecord
    from cellsecretary.core.rows import Document, Meeting, Member, Petition, Standing, Task

IN_FORCE = (DocumentState.ADOPTED, DocumentState.POSTED)

LETTERS_READ = 16
"""So many letters of a hash are enough for people to compare."""


@dataclass(frozen=True, slots=True)
class SpecialMember:
    """A member to be told of: probationary, or with a standing and the span that it has."""

    member: Member
    standing: StandingKind
    official: bool
    span: Standing | None


@dataclass(frozen=True, slots=True)
class Handover:
    """The cell on the day of its handover; `held` counts closed meetings, `chain` is their hash.

    `unsigned` are closed meetings whose minutes were not noted as signed.
    """

    day: dt.date
    count: MemberCount
    posts: tuple[Member, ...]
    special: tuple[SpecialMember, ...]
    contacts: tuple[Contact, ...]
    tasks: tuple[Task, ...]
    documents: tuple[Document, ...]
    petitions: tuple[Petition, ...]
    unclosed: tuple[Meeting, ...]
    unsigned: tuple[Meeting, ...]
    held: int
    chain: str


def handover(register: CellRecord, day: dt.date) -> Handover:
    """Give what is handed over on a day; documents are those of the present term."""
    held, head = register.chain
    members = register.members_on(day)
    closed = [m for m in register.meetings if m.state is MeetingState.CLOSED]
    signed = {
        trace.meeting
        for trace in register.paper_traces
        if trace.trace is Trace.SIGNED and trace.form == "minutes"
    }
    return Handover(
        day=day,
        count=count_members(member_states(register, day)),
        posts=tuple(member for member in members if member.post),
        special=tuple(_special(register, members, day)),
        contacts=contacts_on(register, day),
        tasks=register.open_tasks(),
        documents=tuple(
            line.document
            for line in document_lines(register)
            if line.in_term and line.state in IN_FORCE
        ),
        petitions=tuple(petition for petition in register.petitions if petition.is_open),
        unclosed=tuple(m for m in register.meetings if m.state is MeetingState.RUNNING),
        unsigned=tuple(m for m in closed if m.id not in signed),
        held=held,
        chain=head,
    )


def readable(chain: str) -> str:
    """Give the beginning of a hash in groups of four, as people compare it."""
    letters = chain[:LETTERS_READ]
    return " ".join(letters[at : at + 4] for at in range(0, len(letters), 4))


def _special(
    register: CellRecord, members: tuple[Member, ...], day: dt.date
) -> Iterator[SpecialMember]:
    for member in members:
        standing, official = register.standing(member.id, day), is_official(member, day)
        if standing is StandingKind.ACTIVE and official:
            continue
        spans = (s for s in standings_of(register, member.id) if s.kind is standing)
        yield SpecialMember(member, standing, official, next(reversed([*spans]), None))
