"""Whether the rows of another clerk's board are such as a clerk writes, before any is believed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cellsecretary.core.board.register import acceptance_id
from cellsecretary.core.board.sums import superior_points
from cellsecretary.core.board_rows import (
    Acceptance,
    AcceptanceKind,
    BoardOffice,
    IssuedDirective,
    MeetingLook,
    MeetingRemark,
    MeetingScore,
    PaperMinutes,
    PetitionAnswer,
    VersionChoice,
)
from cellsecretary.core.coherence import YEARS
from cellsecretary.core.operations.board import DUE_DAYS, OFFICE

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

    from cellsecretary.core.board_rows import BoardRow

_KEY = re.compile("[0-9a-f]{64}")


def loose_row(rows: Iterable[BoardRow]) -> str:
    """Give the id of a row that no act of a clerk writes, "" when there is none.

    What a row is about stands in its id too: one that tells two things would take the place of a
    row about something else.
    """
    return next((row.id or "id" for row in rows if not _holds_together(row)), "")


def _holds_together(row: BoardRow) -> bool:
    match row:
        case Acceptance():
            is_key = row.kind is AcceptanceKind.KEY
            return row.id == acceptance_id(row.cell, row.kind, row.value) and not (
                is_key and _KEY.fullmatch(row.value) is None
            )
        case BoardOffice():
            return row.id == OFFICE and row.due_day in DUE_DAYS and _is_month(row.since)
        case PaperMinutes():
            return row.id == f"{row.cell}:{row.month}" and _is_month(row.month)
        case VersionChoice():
            return row.id == f"{row.cell}:{row.meeting}:{row.revision}"
        case MeetingLook() | MeetingRemark():
            return row.id == f"{row.cell}:{row.meeting}"
        case MeetingScore():
            is_given = row.grade is None or superior_points(row) is not None
            return row.id == f"{row.cell}:{row.meeting}" and is_given
        case PetitionAnswer():
            return row.id == f"{row.cell}:{row.petition}"
        case IssuedDirective():
            return bool(row.title) and row.first <= row.last
    return bool(row.id)


def _is_month(day: dt.date | None) -> bool:
    return day is None or (day.day == 1 and day.year in YEARS)
