"""Who sent packets that were set aside because nobody said yet that they belong here."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from cellsecretary.core.board_rows import AcceptanceKind
from cellsecretary.core.vietnamese import fold
from cellsecretary.exchange.collecting import Refused

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from cellsecretary.core.board.record import BoardRecord
    from cellsecretary.exchange.collecting import Report, Sender

# A cell is turned away with its name, so that it can be called by it afterwards.
_TURNED_AWAY = {
    Refused.UNKNOWN_CELL: (AcceptanceKind.CELL, AcceptanceKind.NAME),
    Refused.UNKNOWN_NAME: (AcceptanceKind.NAME,),
    Refused.UNKNOWN_KEY: (AcceptanceKind.KEY,),
}


@dataclass(frozen=True, slots=True)
class Stranger:
    """One sender that the clerk is asked about, with all that it sent.

    `known_as` is the name of the cell on the board. `is_expected` tells that nothing speaks against
    it; a key is never expected: people have to compare its code.
    """

    sender: Sender
    reason: Refused
    paths: tuple[Path, ...]
    known_as: str
    is_expected: bool

    @property
    def turned_away(self) -> tuple[tuple[AcceptanceKind, str], ...]:
        """What is turned away with it: what was asked about, not the cell with all that it has."""
        kinds = _TURNED_AWAY[self.reason]
        return tuple(one for one in self.sender.values if one[0] in kinds)


def strangers(reports: Iterable[Report], board: BoardRecord) -> tuple[Stranger, ...]:
    """Give the senders that are to be asked about, in the order in which their packets came."""
    asked: dict[tuple[Sender, Refused], list[Path]] = {}
    for report in reports:
        if report.sender is not None and report.reason is not None and report.reason.is_question:
            asked.setdefault((report.sender, report.reason), []).append(report.path)
    names = {cell.id: cell.name for cell in board.cells}
    keys: dict[str, set[str]] = {}
    for sender, _ in asked:
        keys.setdefault(sender.cell, set()).add(sender.key)
    return tuple(
        Stranger(
            sender,
            reason,
            tuple(paths),
            names.get(sender.cell, ""),
            len(keys[sender.cell]) == 1 and _is_expected(sender, reason, board),
        )
        for (sender, reason), paths in asked.items()
    )


def _is_expected(sender: Sender, reason: Refused, board: BoardRecord) -> bool:
    """Tell whether a cell that nobody knows is one of ours by its superior, as is a new name."""
    if reason is not Refused.UNKNOWN_CELL:
        return reason is Refused.UNKNOWN_NAME
    superior = fold(sender.superior)
    if any(fold(cell.superior) == superior for cell in board.cells):
        return True
    office = board.register.office
    place = _place(office.name) if office else ""
    return bool(place) and _place(sender.superior) == place


def _place(office: str) -> str:
    """Give the name of an office without the words for what it is: Đảng ủy, Đảng bộ, Chi bộ."""
    words = fold(office).split()
    return " ".join(words[2:] if words[:2] in _BODIES else words)


_BODIES = (["dang", "uy"], ["dang", "bo"], ["chi", "bo"])
