"""The clock times of an agenda, and whether its sum is long enough for the kind of meeting."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cellsecretary.core.facts import minimum_minutes

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cellsecretary.core.record import MeetingRecord

_DAY = 24 * 60


@dataclass(frozen=True, slots=True)
class AgendaTimes:
    """When each held item begins (by its id), when the last one ends, and the sum in minutes.

    `minimum` is what the rules of the day ask of this kind of meeting, 0 for nothing.
    """

    begins: Mapping[str, dt.time]
    ends: dt.time
    total: int
    minimum: int

    @property
    def is_enough(self) -> bool:
        """Whether the sum reaches what the rules ask for."""
        return self.total >= self.minimum


def agenda_times(record: MeetingRecord) -> AgendaTimes:
    """Add up the planned minutes from the hour of the meeting on; skipped items take no time."""
    meeting = record.meeting
    start = meeting.starts.hour * 60 + meeting.starts.minute
    begins: dict[str, dt.time] = {}
    total = 0
    for item in record.held_agenda:
        begins[item.id] = _clock(start + total)
        total += item.minutes
    return AgendaTimes(begins, _clock(start + total), total, minimum_minutes(record))


def _clock(minutes: int) -> dt.time:
    hour, minute = divmod(minutes % _DAY, 60)
    return dt.time(hour, minute)
