"""Which cells of the grid are looked at, in which order, and how their months stand."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cellsecretary.core.board.grid import MonthState
from cellsecretary.core.vietnamese import fold, list_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from cellsecretary.core.board.grid import CellLine, GridLine


@dataclass(frozen=True, slots=True)
class GridChoice:
    """What is wanted: words of the name, a superior, a state of some month; empty for all.

    With `missing_first` the cells that lack most come first, else by superior and name.
    """

    text: str = ""
    superior: str = ""
    state: MonthState | None = None
    missing_first: bool = False


def chosen_lines(lines: Iterable[GridLine], choice: GridChoice) -> tuple[GridLine, ...]:
    """Give the lines that a choice wants, in its order."""
    words = fold(choice.text).split()
    found = [
        line
        for line in lines
        if (not choice.superior or line.cell.superior == choice.superior)
        and (choice.state is None or times(line, choice.state))
        and all(word in _searched(line.cell) for word in words)
    ]
    if choice.missing_first:
        found.sort(key=lambda line: -times(line, MonthState.MISSING))
    return tuple(found)


def times(line: GridLine, state: MonthState) -> int:
    """Count the months of a cell that stand in one way."""
    return sum(month.state is state for month in line.months)


def month_counts(lines: Iterable[GridLine]) -> Mapping[MonthState, int]:
    """Count the months of all cells by how they stand, in the order of `MonthState`."""
    counted = Counter(month.state for line in lines for month in line.months)
    return {state: counted[state] for state in MonthState if counted[state]}


def superiors(cells: Iterable[CellLine]) -> tuple[str, ...]:
    """Give the superiors of cells in their order; a board of a province has many."""
    return tuple(sorted({cell.superior for cell in cells if cell.superior}, key=list_key))


def _searched(cell: CellLine) -> str:
    return fold(" ".join((cell.name, *cell.names)))
