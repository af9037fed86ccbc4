"""Days that lie ahead of members: the end of their probation, a badge for years in the Party."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from cellsecretary.core.period import Period, Span
from cellsecretary.core.record import is_official

if TYPE_CHECKING:
    import datetime as dt

    from cellsecretary.core.register import CellRecord
    from cellsecretary.core.rows import Member
    from cellsecretary.core.ruleset import RegisterRules

_MONTHS_A_YEAR = 12


class Stage(StrEnum):
    """How near the end of a probation is.

    LONG_OVER: a second probation would be over by now, so the register rather lacks the day.
    """

    AHEAD = "ahead"
    SOON = "soon"
    TODAY = "today"
    OVERDUE = "overdue"
    LONG_OVER = "long_over"


@dataclass(frozen=True, slots=True)
class Probation:
    """A probationary member, the day on which recognition is due, and how many days off it is.

    `days` is negative once the day is past.
    """

    member: Member
    due: dt.date
    days: int
    stage: Stage


@dataclass(frozen=True, slots=True)
class Badge:
    """A member who has so many years of Party age on a day (Huy hiệu Đảng)."""

    member: Member
    years: int
    day: dt.date


def months_after(day: dt.date, months: int) -> dt.date:
    """Give the same day so many months later; where a month lacks it, the last one of the month.

    So a term of months ends by the Civil Code (Bộ luật Dân sự 2015, Điều 148).
    """
    years, before = divmod(day.month - 1 + months, _MONTHS_A_YEAR)
    month = Period(Span.MONTH, day.year + years, before + 1)
    return month.first.replace(day=min(day.day, month.last.day))


def probations_ending(
    register: CellRecord, today: dt.date, rules: RegisterRules
) -> tuple[Probation, ...]:
    """Give the probations so near their end, or past it, that they are pointed out, in order.

    Who has no day of joining in the register is left out: nothing can be reckoned.
    """
    found = [
        _probation(member, member.joined, today, rules)
        for member in register.members
        if member.joined and register.has(member, today) and not is_official(member, today)
    ]
    near = (probation for probation in found if probation.days <= rules.recognition_ahead)
    return tuple(sorted(near, key=lambda probation: (probation.due, probation.member.number)))


def _probation(member: Member, joined: dt.date, today: dt.date, rules: RegisterRules) -> Probation:
    due = months_after(joined, rules.probation_months)
    days = (due - today).days
    if months_after(joined, 2 * rules.probation_months) <= today:
        stage = Stage.LONG_OVER
    elif days < 0:
        stage = Stage.OVERDUE
    elif days == 0:
        stage = Stage.TODAY
    else:
        stage = Stage.SOON if days <= rules.recognition_soon else Stage.AHEAD
    return Probation(member, due, days, stage)


def badges(register: CellRecord, year: int, rules: RegisterRules) -> tuple[Badge, ...]:
    """Give the badges that fall due in a year, in the order of their days."""
    found = []
    for member in register.members:
        years = year - member.joined.year if member.joined else 0
        if member.joined and years in rules.badge_years:
            day = months_after(member.joined, years * _MONTHS_A_YEAR)
            if register.has(member, day):
                found.append(Badge(member, years, day))
    return tuple(sorted(found, key=lambda badge: (badge.day, badge.member.number)))


def badges_ahead(register: CellRecord, today: dt.date, rules: RegisterRules) -> tuple[Badge, ...]:
    """Give the badges so near that they are pointed out."""
    coming = (*badges(register, today.year, rules), *badges(register, today.year + 1, rules))
    return tuple(badge for badge in coming if 0 <= (badge.day - today).days <= rules.badge_ahead)
