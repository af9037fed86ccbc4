"""What operations share: the guard that keeps closed meetings closed, and small checks of input."""

from __future__ import annotations

from functools import wraps
from typing import TYPE_CHECKING, Concatenate, ParamSpec

from cellsecretary.core.change import Answer, Why, refuse

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from cellsecretary.core.record import MeetingRecord

P = ParamSpec("P")


def on_open_meeting(
    operation: Callable[Concatenate[MeetingRecord, P], Answer],
) -> Callable[Concatenate[MeetingRecord, P], Answer]:
    """Refuse the operation on a meeting that is closed or cancelled."""

    @wraps(operation)
    def guarded(record: MeetingRecord, /, *args: P.args, **kwargs: P.kwargs) -> Answer:
        if not record.is_open:
            return refuse(Why.MEETING_NOT_OPEN, "meetings", record.meeting.id)
        return operation(record, *args, **kwargs)

    return guarded


def next_position(rows: Iterable[object]) -> int:
    """Give the position behind the last of the rows."""
    return max((row.position for row in rows), default=0) + 1  # type: ignore[attr-defined]
