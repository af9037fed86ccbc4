"""What is open about coming, going and exemption: transfers to be completed, votes to be taken."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from cellsecretary.core.kinds import Leaving, StandingKind
from cellsecretary.core.plan import working_days_after

if TYPE_CHECKING:
    import datetime as dt

    from cellsecretary.core.register import CellRecord
    from cellsecretary.core.rows import Member, Standing
    from cellsecretary.core.ruleset import RuleSet


@dataclass(frozen=True, slots=True)
class OpenTransfer:
    """Somebody who left for another cell that has not taken them in yet.

    `due` is the last working day for it; `days` are the calendar days left, negative when late.
    """

    member: Member
    due: dt.date
    days: int


@dataclass(frozen=True, slots=True)
class OpenExemption:
    """An exemption that lacks the member's application, or the vote of the cell."""

    member: Member
    span: Standing

    @property
    def lacks_application(self) -> bool:
        """Whether the application comes first."""
        return self.span.applied is None


def is_open_transfer(member: Member) -> bool:
    """Tell whether somebody left for another cell that is not noted to have taken them in."""
    moved = member.leaving is Leaving.TRANSFERRED and member.left is not None
    return moved and member.left_confirmed is None


def open_transfers(
    register: CellRecord, today: dt.date, rules: RuleSet
) -> tuple[OpenTransfer, ...]:
    """Give the transfers so near their end, or past it, that they are pointed out, in order."""
    found = []
    for member in register.members:
        if member.left is None or member.left > today or not is_open_transfer(member):
            continue
        due = working_days_after(member.left, rules.register.transfer_days, rules.days)
        days = (due - today).days
        if days <= rules.register.transfer_ahead:
            found.append(OpenTransfer(member, due, days))
    return tuple(sorted(found, key=lambda one: (one.due, one.member.number)))


def open_exemptions(register: CellRecord, today: dt.date) -> tuple[OpenExemption, ...]:
    """Give the exemptions of today whose way is not complete.

    One without a first day holds from before the book: its papers are in the old ones.
    """
    found = []
    for span in register.standings:
        member = register.member(span.member)
        if member is None or span.kind is not StandingKind.EXEMPT or span.since is None:
            continue
        holds = span.since <= today and (span.until is None or today <= span.until)
        if holds and register.has(member, today) and not (span.applied and span.decided):
            found.append(OpenExemption(member, span))
    return tuple(sorted(found, key=lambda one: one.member.number))
