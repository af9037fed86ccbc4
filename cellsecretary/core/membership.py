"""Who belongs to the cell on a day, how each of them stands, and the counts of the register."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from cellsecretary.core.kinds import StandingKind
from cellsecretary.core.record import is_in_cell, is_official, standing_on

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

    from cellsecretary.core.register import CellRecord
    from cellsecretary.core.rows import Member, Standing


@dataclass(frozen=True, slots=True)
class MemberState:
    """One line of the register as it stands on a day."""

    member: Member
    standing: StandingKind
    official: bool
    in_cell: bool
    has_left: bool


@dataclass(frozen=True, slots=True)
class MemberCount:
    """How the register divides on a day; visiting members are not of the register."""

    register: int
    official: int
    probationary: int
    exempt: int
    away: int
    visiting: int


def member_states(register: CellRecord, day: dt.date) -> tuple[MemberState, ...]:
    """Give every line of the register as it stands on a day, those who left included."""
    spans: dict[str, list[Standing]] = {}
    for span in register.standings:
        spans.setdefault(span.member, []).append(span)
    return tuple(
        MemberState(
            member=member,
            standing=standing_on(member.id, day, spans.get(member.id, ())),
            official=is_official(member, day),
            in_cell=is_in_cell(member, day),
            has_left=member.left is not None and member.left <= day,
        )
        for member in register.members
    )


def count_members(states: Iterable[MemberState]) -> MemberCount:
    """Count those who belong to the cell."""
    present = [state for state in states if state.in_cell]
    own = [state for state in present if state.standing is not StandingKind.VISITING]
    return MemberCount(
        register=len(own),
        official=sum(state.official for state in own),
        probationary=sum(not state.official for state in own),
        exempt=sum(state.standing is StandingKind.EXEMPT for state in own),
        away=sum(state.standing is StandingKind.AWAY for state in own),
        visiting=len(present) - len(own),
    )


def standings_of(register: CellRecord, member: str) -> tuple[Standing, ...]:
    """Give the spans in which a member was not simply active, the oldest first."""
    spans = [span for span in register.standings if span.member == member]
    return tuple(sorted(spans, key=lambda span: (span.since is not None, span.since, span.id)))
