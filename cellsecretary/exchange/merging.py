"""Bringing two boards together: those of two clerks, or those of communes into a province's.

What another board holds goes the way of packets: each record is read anew and judged, so that it
cannot matter in which order boards and packets come. Nothing in it is signed as a whole, so the
clerk says whether a board is to be believed.
"""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass, replace
from itertools import islice
from typing import TYPE_CHECKING

from cellsecretary.core.board.keeping import kept_record
from cellsecretary.core.board.loose_rows import loose_row
from cellsecretary.core.change import Changes
from cellsecretary.core.coherence import loose_end
from cellsecretary.core.lengths import within_limits
from cellsecretary.core.operations.board import merge_rows
from cellsecretary.core.plain import PlainError
from cellsecretary.exchange.packet import LONGEST_CELL, letters
from cellsecretary.exchange.packet_reader import insist_on_lengths, insist_on_names
from cellsecretary.exchange.packet_zip import Flaw, PacketError
from cellsecretary.store import BookError, Fault
from cellsecretary.store.board import Board
from cellsecretary.store.private import PassingFolder, clear_left_behind

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from cellsecretary.core.board.keeping import KeptRecord
    from cellsecretary.core.board.register import BoardRegister
    from cellsecretary.core.board.versions import Arrived, Version
    from cellsecretary.core.change import Context
    from cellsecretary.core.record import MeetingRecord
    from cellsecretary.core.rows import Meeting
    from cellsecretary.core.ruleset import RuleSource

BOARD_SUFFIX = ".bangxa"
AT_ONCE = 100
"""Records that are taken in one step of the history."""


@dataclass(frozen=True, slots=True)
class BoardLook:
    """What another board would bring: whose it is, its cells and records, how many are new here."""

    office: str
    cells: int
    records: int
    new: int


def look_at(board: Board, path: Path, rules: RuleSource) -> BoardLook:
    """Look into a board before it is merged; what is wrong with the file raises `BookError`."""
    with closing(Board.copied(path, rules)) as other:
        office = _register(other).office
        away = board.register().turned_away
        keys = {one.key for one in _versions(other) if one.key.cell not in away}
    known = {version.key for version in board.versions()}
    cells = {key.cell for key in keys}
    return BoardLook(office.name if office else "", len(cells), len(keys), len(keys - known))


def board_file(board: Board) -> bytes:
    """Give a proven copy of a board, made beside it; what is wrong raises `BookError`."""
    try:
        clear_left_behind(board.path.parent)
        folder = PassingFolder(board.path.parent)
    except OSError as error:
        raise BookError(Fault.of(error), board.path.parent) from error
    with folder as place:
        copy = place / board.path.name
        board.copy_to(copy)
        return copy.read_bytes()


def board_file_name(office: str, day: dt.date) -> str:
    """Give the name for the copy of a board: letters that every system and stick can keep."""
    return f"{letters(office)[:LONGEST_CELL] or 'Bang'}_{day.isoformat()}{BOARD_SUFFIX}"


def merge(
    board: Board, path: Path, rules: RuleSource, ctx: Context
) -> tuple[tuple[Meeting, Arrived], ...]:
    """Take over a board from a file, and give what each of its meetings was to this one.

    What is wrong with the file raises `BookError`, what is wrong in it `PacketError`; nothing is
    taken over then.
    """
    with closing(Board.copied(path, rules)) as other, board.together():
        ours = board.register()
        theirs = _rows(ours, _register(other))
        loose = loose_row(theirs.rows)
        if loose:
            raise PacketError(Flaw.DAMAGED, loose)
        changes = within_limits(merge_rows(ours, theirs.rows))
        if not isinstance(changes, Changes):
            raise PacketError(Flaw.LONG_TEXT, changes.problems[0].field)
        board.apply(changes, ctx.now)
        found: list[tuple[Meeting, Arrived]] = []
        records = _records(board, other)
        while some := list(islice(records, AT_ONCE)):
            arrived = board.take([kept for _, kept in some], ctx.now)
            found += zip((record.meeting for record, _ in some), arrived, strict=True)
        return tuple(found)


def _register(other: Board) -> BoardRegister:
    """Give the rows of a stranger's board."""
    try:
        return other.register()
    except (PlainError, ValueError, TypeError, KeyError) as wrong:
        raise BookError(Fault.DAMAGED, other.path) from wrong


def _versions(other: Board) -> Iterable[Version]:
    try:
        return other.versions()
    except (ArithmeticError, LookupError, ValueError, TypeError) as wrong:
        raise BookError(Fault.DAMAGED, other.path) from wrong


def _rows(ours: BoardRegister, theirs: BoardRegister) -> BoardRegister:
    """Give what is taken over of another clerk's rows.

    What another office tells its cells, and how far it looked, is its own matter.
    """
    if ours.office is None or theirs.office is None or ours.office.name != theirs.office.name:
        return replace(theirs, offices=(), looks=(), directives=(), rule_files=())
    return theirs


def _records(board: Board, other: Board) -> Iterator[tuple[MeetingRecord, KeptRecord]]:
    """Read each record of another board as one of a stranger; cells turned away stay out."""
    turned_away = board.register().turned_away
    for version in _versions(other):
        record = other.record(version.key)
        if record.cell.id in turned_away:
            continue
        insist_on_names(version.key.meeting, record.cell.name, record.cell.superior)
        insist_on_lengths(record, version.key.meeting)
        loose = loose_end(record)
        if loose:
            raise PacketError(Flaw.DAMAGED, loose)
        try:
            kept = kept_record(record, version.received, version.signer)
        except (ArithmeticError, LookupError, ValueError) as wrong:
            raise BookError(Fault.DAMAGED, other.path) from wrong
        yield record, kept
