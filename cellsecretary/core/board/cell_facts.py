"""The cells of the board one by one: when something last came, and who was turned away."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from cellsecretary.core.board_rows import AcceptanceKind
from cellsecretary.core.vietnamese import fold, tidy_line

if TYPE_CHECKING:
    import datetime as dt

    from cellsecretary.core.board.grid import CellLine
    from cellsecretary.core.board.record import BoardRecord
    from cellsecretary.core.board_rows import Acceptance


@dataclass(frozen=True, slots=True)
class CellFacts:
    """A cell, when something of it last came, and whether packets of it came ever.

    The name of one that sends none was given by the clerk.
    """

    cell: CellLine
    last: dt.date | None
    sends: bool

    @property
    def other_names(self) -> tuple[str, ...]:
        """The names that it came under before, or comes under besides."""
        return tuple(name for name in self.cell.names if name != self.cell.name)


@dataclass(frozen=True, slots=True)
class TurnedAway:
    """What the clerk turned away of one cell; `name` is what it is called, where that is known.

    `whole` tells that nothing of the cell is taken, not only one name or key of it.
    """

    cell: str
    name: str
    superior: str
    whole: bool
    answers: tuple[Acceptance, ...]

    @property
    def key(self) -> str:
        """The key that was turned away, in hexadecimal; empty where it was none."""
        return next((one.value for one in self.answers if one.kind is AcceptanceKind.KEY), "")


def cell_facts(board: BoardRecord) -> tuple[CellFacts, ...]:
    """Give the facts of all cells, in the order of the board."""
    last: dict[str, dt.date] = {}
    senders = {meeting.cell for meeting in board.meetings}
    came = [(one.cell, version.received) for one in board.meetings for version in one.versions]
    came += [(one.cell, one.received) for one in board.register.paper_minutes if one.received]
    for cell, day in came:
        last[cell] = max(day, last.get(cell, day))
    return tuple(CellFacts(cell, last.get(cell.id), cell.id in senders) for cell in board.cells)


def called(board: BoardRecord, name: str, besides: str = "") -> CellLine | None:
    """Give another cell of the board that is called so, whatever its case and tone marks."""
    wanted = fold(tidy_line(name))
    found = (one for one in board.cells if one.id != besides and fold(one.name) == wanted)
    return next(found, None)


def turned_away(board: BoardRecord) -> tuple[TurnedAway, ...]:
    """Give what was turned away: a whole cell once, else each name and each key."""
    names = {cell.id: cell.name for cell in board.cells}
    refused = [one for one in board.register.acceptances if not one.accepted]
    whole = {one.cell: one for one in refused if one.kind is AcceptanceKind.CELL}
    found = []
    for cell, answer in whole.items():
        answers = tuple(one for one in refused if one.cell == cell)
        called = [
            one.value
            for one in board.register.acceptances
            if one.cell == cell and one.kind is AcceptanceKind.NAME
        ]
        name = names.get(cell) or next(iter(called), "")
        found.append(TurnedAway(cell, name, answer.value, True, answers))
    for one in refused:
        if one.cell not in whole:
            is_name = one.kind is AcceptanceKind.NAME
            name = one.value if is_name else names.get(one.cell, "")
            found.append(TurnedAway(one.cell, name, "", False, (one,)))
    return tuple(found)
