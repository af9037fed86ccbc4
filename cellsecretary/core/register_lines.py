"""The register as it is printed for a period: who was of the cell in it, and what is noted."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cellsecretary.core.kinds import StandingKind
from cellsecretary.core.milestones import badges
from cellsecretary.core.record import is_official

if TYPE_CHECKING:
    from cellsecretary.core.milestones import Badge
    from cellsecretary.core.period import Period, PeriodRecord
    from cellsecretary.core.rows import Member


@dataclass(frozen=True, slots=True)
class RegisterLine:
    """One member, as known by the last day of the period or of the membership.

    `came` is the day of coming from another cell; `badge` what falls due in the year. How somebody
    left is that of the member's entry, where they left by the last day.
    """

    member: Member
    official: dt.date | None
    came: dt.date | None
    left: dt.date | None
    standing: StandingKind
    badge: Badge | None


def register_lines(period: PeriodRecord) -> tuple[RegisterLine, ...]:
    """Give the cell's own members in the order of the register.

    A register keeps its lines: who left within the period stands in it too.
    """
    span, register = period.period, period.register
    due = {badge.member.id: badge for badge in badges(register, span.year, period.rules.register)}
    return tuple(
        _line(period, member, day, due.get(member.id))
        for member in register.members
        if (member.left is None or member.left >= span.first)
        and register.has(member, day := _last_day(member, span))
    )


def _last_day(member: Member, span: Period) -> dt.date:
    """Give the last day of the period on which a member can have been of the cell."""
    if member.left is None:
        return span.last
    return min(member.left - dt.timedelta(days=1), span.last)


def _line(period: PeriodRecord, member: Member, day: dt.date, badge: Badge | None) -> RegisterLine:
    came = member.entered
    if came and member.joined and came <= member.joined:  # admitted by this cell itself
        came = None
    return RegisterLine(
        member=member,
        official=member.official if is_official(member, day) else None,
        came=came,
        left=member.left if member.left and member.left <= period.period.last else None,
        standing=period.register.standing(member.id, day),
        badge=badge,
    )
