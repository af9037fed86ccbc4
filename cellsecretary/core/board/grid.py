"""Cells by months: what came in time, late, not at all, or was changed since it was looked at."""

from __future__ import annotations

import calendar
import datetime as dt
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from cellsecretary.core.board_rows import AcceptanceKind
from cellsecretary.core.kinds import OF_THE_MONTH
from cellsecretary.core.vietnamese import list_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from cellsecretary.core.board.versions import BoardMeeting
    from cellsecretary.core.board_rows import (
        Acceptance,
        BoardOffice,
        MeetingLook,
        PaperCell,
        PaperMinutes,
    )

DUE_DAY = 5
"""The day of the next month on which minutes are due, while the office has not said another."""


class MonthState(StrEnum):
    """How a cell stands with a month, what asks for the clerk first."""

    CONFLICT = "conflict"
    TWICE = "twice"
    CHANGED = "changed"
    MISSING = "missing"
    DRAFT = "draft"
    LATE = "late"
    RECEIVED = "received"
    ON_PAPER = "on_paper"
    WAITING = "waiting"
    OUTSIDE = "outside"

    @property
    def has_come(self) -> bool:
        """Whether the superior has the minutes of the month."""
        return self in _COME

    @property
    def is_expected(self) -> bool:
        """Whether the minutes of the month had to be here by now, or are here before they had."""
        return self not in (MonthState.WAITING, MonthState.OUTSIDE)


_COME = (MonthState.CHANGED, MonthState.LATE, MonthState.RECEIVED, MonthState.ON_PAPER)


@dataclass(frozen=True, slots=True)
class CellLine:
    """One cell of the board; `names` are all that it came under, `keys` its keys in hexadecimal.

    `written` is the month in which the clerk wrote down one that never sent a packet.
    """

    id: str
    name: str
    superior: str
    on_paper: bool
    names: tuple[str, ...] = ()
    keys: tuple[str, ...] = ()
    written: dt.date | None = None


@dataclass(frozen=True, slots=True)
class MonthField:
    """One cell in one month: how it stands, and the meetings of that month.

    `others` are its other meetings: thematic ones, extraordinary ones, of the committee.
    """

    month: dt.date
    state: MonthState
    meetings: tuple[BoardMeeting, ...] = ()
    others: tuple[BoardMeeting, ...] = ()
    paper: PaperMinutes | None = None


@dataclass(frozen=True, slots=True)
class GridLine:
    """One cell and its months."""

    cell: CellLine
    months: tuple[MonthField, ...]


def cell_lines(
    meetings: Iterable[BoardMeeting],
    acceptances: Iterable[Acceptance],
    paper_cells: Iterable[PaperCell] = (),
) -> tuple[CellLine, ...]:
    """Give the cells of the board by superior and name, as the newest meeting calls each."""
    newest: dict[str, BoardMeeting] = {}
    names: dict[str, set[str]] = {}
    for meeting in meetings:
        at = newest.get(meeting.cell)
        if at is None or _when(meeting) > _when(at):
            newest[meeting.cell] = meeting
        names.setdefault(meeting.cell, set()).update(one.name for one in meeting.versions)
    keys: dict[str, list[str]] = {}
    for one in acceptances:
        if one.kind is AcceptanceKind.KEY and one.accepted:
            keys.setdefault(one.cell, []).append(one.value)
    on_paper = {one.id: one for one in paper_cells if one.on_paper}
    lines = [
        CellLine(
            cell,
            meeting.current.name,
            meeting.current.superior,
            cell in on_paper,
            tuple(sorted(names[cell])),
            tuple(sorted(keys.get(cell, ()))),
        )
        for cell, meeting in newest.items()
    ]
    lines += [
        CellLine(one.id, one.name, "", True, written=one.changed.date().replace(day=1))
        for one in on_paper.values()
        if one.id not in newest
    ]
    # On the board of a commune cells that only hand in paper stand among the others by name.
    above = {one.superior for one in lines if one.superior}
    usual = next(iter(above)) if len(above) == 1 else ""
    return tuple(
        sorted(
            lines,
            key=lambda one: (list_key(one.superior or usual), list_key(one.name), one.id),
        )
    )


def grid(
    cells: Sequence[CellLine],
    meetings: Iterable[BoardMeeting],
    begun: Mapping[str, dt.date],
    paper: Iterable[PaperMinutes],
    looks: Iterable[MeetingLook],
    office: BoardOffice | None,
    months: Sequence[dt.date],
    today: dt.date,
) -> tuple[GridLine, ...]:
    """Give how each cell stands with each of some months, by their first days, as of today.

    `meetings` are those of the months. A cell is waited for from the month that it has `begun` in,
    or from `since`; one of which nothing came yet only from the month that it was `written` in.
    """
    seen = {(one.cell, one.meeting): one.revision for one in looks}
    ticks = {(one.cell, one.month): one for one in paper if one.received is not None}
    by_month: dict[tuple[str, dt.date], list[BoardMeeting]] = {}
    for meeting in meetings:
        by_month.setdefault((meeting.cell, meeting.current.figures.month), []).append(meeting)
    due_day = office.due_day if office else DUE_DAY
    since = office.since if office else None
    first = since or min(begun.values(), default=today.replace(day=1))

    def start(cell: CellLine) -> dt.date:
        at = first if since else begun.get(cell.id, first)
        return max(at, cell.written) if cell.written and cell.id not in begun else at

    return tuple(
        GridLine(
            cell,
            tuple(
                _field(
                    month,
                    by_month.get((cell.id, month), ()),
                    ticks.get((cell.id, month)),
                    seen,
                    due_on(month, due_day),
                    month >= start(cell),
                    today,
                )
                for month in months
            ),
        )
        for cell in cells
    )


def begun(meetings: Iterable[BoardMeeting], paper: Iterable[PaperMinutes]) -> Mapping[str, dt.date]:
    """Give the first month that anything of each cell came for, on paper or not."""
    months = [(one.cell, one.current.figures.month) for one in meetings]
    months += [(one.cell, one.month) for one in paper if one.received is not None]
    first: dict[str, dt.date] = {}
    for cell, month in months:
        first[cell] = min(month, first.get(cell, month))
    return first


def due_on(month: dt.date, due_day: int) -> dt.date:
    """Give the day on which the minutes of a month are due: in the month after it."""
    after = (month.replace(day=28) + dt.timedelta(days=4)).replace(day=1)
    return after.replace(day=min(due_day, calendar.monthrange(after.year, after.month)[1]))


def _field(
    month: dt.date,
    meetings: Sequence[BoardMeeting],
    tick: PaperMinutes | None,
    seen: dict[tuple[str, str], int],
    due: dt.date,
    is_expected: bool,
    today: dt.date,
) -> MonthField:
    regular = tuple(one for one in meetings if one.current.kind in OF_THE_MONTH)
    others = tuple(one for one in meetings if one.current.kind not in OF_THE_MONTH)
    state = _state(regular, seen, due)
    if state is None and tick is not None:
        state = MonthState.ON_PAPER
    if state is None:
        if not is_expected or month > today:
            state = MonthState.OUTSIDE
        else:
            state = MonthState.MISSING if today > due else MonthState.WAITING
    return MonthField(month, state, regular, others, tick)


def _state(
    regular: Sequence[BoardMeeting], seen: dict[tuple[str, str], int], due: dt.date
) -> MonthState | None:
    if not regular:
        return None
    if any(one.is_conflict for one in regular):
        return MonthState.CONFLICT
    held = [one for one in regular if not one.current.key.is_draft]
    if len(held) > 1:
        return MonthState.TWICE
    if not held:
        return MonthState.DRAFT
    if is_changed(held[0], seen.get((held[0].cell, held[0].id))):
        return MonthState.CHANGED
    return MonthState.LATE if held[0].first_received > due else MonthState.RECEIVED


def is_changed(meeting: BoardMeeting, seen: int | None) -> bool:
    """Tell whether a later version came than the clerk looked at, or than first came."""
    revisions = meeting.closed_revisions
    known = min(revisions, default=0) if seen is None else seen
    return max(revisions, default=0) > known


def _when(meeting: BoardMeeting) -> tuple[dt.date, dt.time, str]:
    return meeting.current.date, meeting.current.starts, meeting.id
