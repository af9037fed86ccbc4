"""What the cell and its superior are called on a day: a merger changes new papers only."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from cellsecretary.core.kinds import MeetingState

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

    from cellsecretary.core.life_rows import Renaming
    from cellsecretary.core.rows import Cell, Meeting


def named_on(cell: Cell, renamings: Iterable[Renaming], day: dt.date) -> Cell:
    """Give the cell with the names that it, its superior and its commune had on a day."""
    last = renaming_on(renamings, day)
    if last is None:
        return cell
    return replace(cell, name=last.name, superior=last.superior, commune=last.commune)


def renaming_on(renamings: Iterable[Renaming], day: dt.date) -> Renaming | None:
    """Give the renaming whose names hold on a day, None while they are those of the beginning."""
    past = [renaming for renaming in renamings if renaming.since <= day]
    return max(past, key=lambda renaming: renaming.since, default=None)


def untouched_by(meetings: Iterable[Meeting], since: dt.date) -> tuple[Meeting, ...]:
    """Give the meetings that a renaming of a day comes too late for: they are closed already."""
    return tuple(
        meeting
        for meeting in meetings
        if meeting.date >= since and meeting.state is MeetingState.CLOSED
    )
