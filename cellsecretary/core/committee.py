"""The meeting of the committee before a meeting of the cell: which one it is, or could be."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from cellsecretary.core.kinds import MeetingKind
from cellsecretary.core.rows import Meeting

if TYPE_CHECKING:
    from cellsecretary.core.register import CellRecord
    from cellsecretary.core.ruleset import DayRules

DAYS_BEFORE = 3
"""So many days leave the time to tell members and to post documents; a proposal, not a rule."""


def committee_meeting(register: CellRecord, meeting: str) -> Meeting | None:
    """Give the last meeting of the committee about a meeting."""
    return next(reversed(register.committee_meetings(meeting)), None)


def proposed_committee_meeting(
    register: CellRecord, prepared: Meeting, today: dt.date, days: DayRules
) -> Meeting:
    """Propose when the committee meets about a meeting: not on a holiday, and not in the past.

    On the day of the meeting itself it meets an hour before. The minute-taker is that of its last
    meeting.
    """
    day = prepared.date - dt.timedelta(days=DAYS_BEFORE)
    while days.is_holiday(day):
        day -= dt.timedelta(days=1)
    if day < today <= prepared.date:
        day = today
    starts = prepared.starts
    if day == prepared.date:
        starts = starts.replace(hour=max(starts.hour - 1, 0))
    earlier = [m for m in register.meetings if m.kind is MeetingKind.COMMITTEE and m.date < day]
    return Meeting(
        id="",
        date=day,
        kind=MeetingKind.COMMITTEE,
        title="",
        starts=starts,
        place=prepared.place,
        chair=prepared.chair,
        minute_taker=earlier[-1].minute_taker if earlier else None,
        prepares=prepared.id,
    )
