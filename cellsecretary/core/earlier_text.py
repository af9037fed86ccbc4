"""What the minutes of the meetings before said on the same point, and whether it was only taken."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cellsecretary.core.kinds import MeetingKind, MeetingState
from cellsecretary.core.vietnamese import fold, tidy

if TYPE_CHECKING:
    from cellsecretary.core.record import MeetingRecord
    from cellsecretary.core.register import CellRecord
    from cellsecretary.core.rows import AgendaItem, Meeting

_HELD = (MeetingState.RUNNING, MeetingState.CLOSED)
_MEETINGS_BACK = 3


def meetings_before(register: CellRecord, meeting: Meeting) -> tuple[Meeting, ...]:
    """Give the last meetings held before one, newest first: as far back as a quarter.

    Regular and thematic ones share their points; those of the committee are apart.
    """
    is_committee = meeting.kind is MeetingKind.COMMITTEE
    earlier = [
        one
        for one in register.meetings
        if (one.kind is MeetingKind.COMMITTEE) is is_committee
        and one.state in _HELD
        and (one.date, one.starts) < (meeting.date, meeting.starts)
    ]
    earlier.sort(key=lambda one: (one.date, one.starts), reverse=True)
    return tuple(earlier[:_MEETINGS_BACK])


def earlier_text(item: AgendaItem, before: MeetingRecord) -> str:
    """Give what an earlier meeting wrote on the point of the same title, empty for nothing.

    Titles are the same when they differ in figures alone: the report of October, of November.
    """
    for other in before.held_agenda:
        if other.part is item.part and _title_key(other.title) == _title_key(item.title):
            return other.body
    return ""


def is_as_before(text: str, before: str) -> bool:
    """Tell whether a text still says word for word what was said at the meeting before.

    That alone is the mark of what was brought in: nothing is kept for it, so it holds after a
    restart, goes with the first edit and comes back with its undo.
    """
    return bool(before.strip()) and tidy(text).split() == tidy(before).split()


def _title_key(title: str) -> str:
    return " ".join(re.sub(r"\d+", "#", fold(title)).split())
