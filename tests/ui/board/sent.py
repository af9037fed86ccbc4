"""A small board for the pages of its window: what a few cells sent, in the order in which it came.

The cells are those of `tests.cells`; the months are those before `TODAY`.
"""

from __future__ import annotations

import datetime as dt
import itertools
import json
from dataclasses import replace
from typing import TYPE_CHECKING

from cellsecretary.core.change import Context
from cellsecretary.core.kinds import Mark, MeetingKind
from cellsecretary.core.plain import canonical_json, from_plain
from cellsecretary.core.record import MeetingRecord
from cellsecretary.core.rows import Petition
from cellsecretary.exchange.collecting import Collecting
from cellsecretary.rules import bundled
from cellsecretary.store.board import Board
from cellsecretary.ui.board.session import BoardSession
from tests.cells import Cell, draft, held, packed

if TYPE_CHECKING:
    from pathlib import Path

NOW = dt.datetime(2026, 11, 26, 8, 0)
TODAY = NOW.date()
FIRST, SECOND, THIRD = Cell(0), Cell(1), Cell(2)
OCTOBER = dt.date(2026, 10, 1)


def begun(path: Path) -> Board:
    """Begin a board."""
    return Board.create(path, bundled())


def session_of(board: Board) -> BoardSession:
    """Give a session over a board, on a day late in November."""
    return BoardSession(board, lambda: NOW)


def send(board: Board, folder: Path, cell: Cell, *records: MeetingRecord, on: dt.date) -> None:
    """Let packets of a cell come on a day, one after the other."""
    ids = itertools.count()
    now = dt.datetime.combine(on, dt.time(8))
    collecting = Collecting(
        board, bundled(), lambda: Context(now, lambda: f"new {next(ids)}"), accept_new=True
    )
    folder.mkdir(parents=True, exist_ok=True)
    for record in records:
        path = folder / f"{len(list(folder.iterdir()))}.zip"
        path.write_bytes(packed(record, cell).content)
        list(collecting.take_all([path]))


def with_absent(record: MeetingRecord, count: int) -> MeetingRecord:
    """Mark so many of those who came as absent without a reason."""
    lines, left = [], count
    for line in record.roster:
        if left and line.mark is Mark.PRESENT:
            line, left = replace(line, mark=Mark.UNEXCUSED), left - 1
        lines.append(line)
    return replace(record, roster=tuple(lines))


def with_wish(record: MeetingRecord, id: str, text: str, **values: object) -> MeetingRecord:
    """Let a meeting pass a petition on."""
    wish = Petition(
        id,
        record.meeting.id,
        1,
        "Nhân dân xóm Đình",
        text,
        "Đảng ủy xã",
        **values,  # type: ignore[arg-type]
    )
    return replace(record, petitions=(wish,))


def of_kind(record: MeetingRecord, kind: MeetingKind, id: str, day: int) -> MeetingRecord:
    """Make another meeting of the month out of one; every row of it is of that one then."""
    old = record.meeting.id
    text = canonical_json(record).replace(f'"{old}"', f'"{id}"').replace(f'"{old}:', f'"{id}:')
    made = from_plain(MeetingRecord, json.loads(text))
    meeting = replace(made.meeting, kind=kind, date=record.meeting.date.replace(day=day))
    return replace(made, meeting=meeting, rules=record.rules)


def filled(path: Path) -> Board:
    """Give a board on which October is whole, changed, in conflict or a draft, cell by cell.

    The first cell sent a second version, the second two contents of one, the third a draft.
    """
    board, stick = begun(path), path.parent / "stick"
    came, late = dt.date(2026, 11, 3), dt.date(2026, 11, 20)
    first = with_wish(held(FIRST, 9), "p1", "Sửa mương dẫn nước xóm Đình")
    send(board, stick, FIRST, first, on=dt.date(2026, 10, 4))
    send(board, stick, FIRST, held(FIRST, 10, waiting=first.petitions), on=came)
    second = held(FIRST, 10, revision=2, waiting=first.petitions)
    send(board, stick, FIRST, with_absent(second, 2), on=late)
    record = held(SECOND, 10)
    send(board, stick, SECOND, record, with_absent(record, 3), on=came)
    wish = with_wish(held(SECOND, 9), "p2", "Đèn đường ngõ 4")
    send(board, stick, SECOND, wish, on=dt.date(2026, 10, 5))
    send(board, stick, THIRD, held(THIRD, 9), draft(held(THIRD, 10)), on=came)
    return board
