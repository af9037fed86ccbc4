"""Writing back onto a stick: for each cell the one file with all that the office tells it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from cellsecretary.core.board.reply import reply_counts, reply_to
from cellsecretary.core.board_rows import AcceptanceKind
from cellsecretary.exchange.collecting import is_file
from cellsecretary.exchange.delivery import DeliveryError, Undelivered, deliver
from cellsecretary.exchange.packet_reader import numbered
from cellsecretary.exchange.packet_zip import PacketError
from cellsecretary.exchange.reply import looks_like_reply, pack_reply, read_reply

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from cellsecretary.core.board.grid import CellLine
    from cellsecretary.core.board.record import BoardRecord
    from cellsecretary.core.board.reply import ReplyCounts
    from cellsecretary.exchange.collecting import Report
    from cellsecretary.exchange.delivery import Device
    from cellsecretary.exchange.office_keys import OfficeKeys


class NoOfficeError(Exception):
    """Nobody named the office of the board yet, and a cell believes no letter without a sender."""


@dataclass(frozen=True, slots=True)
class WrittenReply:
    """What became of the reply to one cell: where it is, or why it is not there."""

    cell: str
    name: str
    counts: ReplyCounts
    path: Path | None = None
    trouble: DeliveryError | PacketError | None = None


def answerable(board: BoardRecord) -> tuple[CellLine, ...]:
    """Give the cells that have a program to read a reply with, and were not turned away."""
    says = board.register.says
    return tuple(
        cell
        for cell in board.cells
        if cell.keys and says(cell.id, AcceptanceKind.CELL) is not False
    )


def senders_of(reports: Iterable[Report]) -> tuple[str, ...]:
    """Give the cells whose packets were on a stick and belong here, each once."""
    cells = [one.sender.cell for one in reports if one.sender and one.reason is None]
    return tuple(dict.fromkeys(cells))


def write_replies(
    board: BoardRecord,
    cells: Iterable[str],
    folder: Path,
    keys: OfficeKeys | None,
    made: dt.datetime,
    *,
    seal_key: str = "",
    device: Device | None = None,
    progress: Callable[[int, int], bool] | None = None,
    volume: int = 0,
) -> tuple[WrittenReply, ...]:
    """Write a reply into a folder for each of some cells, and give what became of each.

    With `keys` they are signed. `seal_key` is told the cells while the keys are locked. `progress`
    is told the replies done of all; when it answers no, the others are not written.
    """
    if board.register.office is None:
        raise NoOfficeError
    if keys is not None:
        seal_key = keys.seal_key
    wanted = set(cells)
    chosen = [cell for cell in answerable(board) if cell.id in wanted]
    written: list[WrittenReply] = []
    ended: DeliveryError | None = None
    for number, cell in enumerate(chosen):
        if ended is None and progress is not None and not progress(number, len(chosen)):
            ended = DeliveryError(Undelivered.CANCELLED, str(folder))
        reply = reply_to(board, cell.id, made, seal_key)
        counts = reply_counts(reply)
        path: Path | None = None
        trouble: DeliveryError | PacketError | None = ended
        try:
            if ended is None:
                packed = pack_reply(reply, cell.name, keys.signer if keys else None)
                name = _name_for(folder, packed.name, cell.id)
                path = deliver(packed.content, folder, name, device=device, volume=volume).path
        except PacketError as wrong:
            trouble = wrong
        except DeliveryError as wrong:
            # What is wrong with a stick is wrong for every file.
            trouble = ended = wrong
        written.append(WrittenReply(cell.id, cell.name, counts, path, trouble))
    if progress is not None and ended is None:
        progress(len(chosen), len(chosen))
    return tuple(written)


def _name_for(folder: Path, name: str, cell: str) -> str:
    """Give the name for a reply in a folder: it takes the place of an earlier one to the cell.

    Of two cells that are called the same, the second gets a number.
    """

    def may_bear(name: str) -> bool:
        path = folder / name
        return not path.exists() or _is_for(path, cell)

    return next(filter(may_bear, numbered(name)))


def _is_for(path: Path, cell: str) -> bool:
    """Tell whether a file is a reply to a cell; one that cannot be read is for anybody."""
    # What is no file may never come to an end.
    if not (is_file(path) and looks_like_reply(path)):
        return False
    try:
        return read_reply(path).reply.cell == cell
    except PacketError:
        return True
