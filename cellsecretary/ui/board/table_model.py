"""A table of `core.table` for views: its rows to be sorted, or its totals alone."""

from __future__ import annotations

from textwrap import fill
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QFont

from cellsecretary.core.board.grid import MonthState
from cellsecretary.core.board.tables import arranged
from cellsecretary.core.kinds import PetitionState, ScoreClass
from cellsecretary.ui.chips import State
from cellsecretary.ui.records import STATE_ROLE
from cellsecretary.ui.wording import PETITION_STATES

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

    from cellsecretary.core.table import ColumnKind, Entry, Line, Table

Index = QModelIndex | QPersistentModelIndex

HEAD_WIDTH: Final = 14
"""How many letters of a head stand in one line, when its words are shorter."""

MONTHdef _state(entry: Entry) -> State | None:
    """Give how a state is shown, None for what is no state."""
    match entry.value:
        case MonthState() as month:
            return MONTH_STATES[month]
        case ScoreClass() as grade:
            return CLASS_STATES[grade]
        case PetitionState() as petition:
            return PETITION_STATES[petition]
    return None


def _alignment(kind: ColumnKind) -> Qt.AlignmentFlag:
    centred = kind.is_figure
    flag = Qt.AlignmentFlag.AlignHCenter if centred else Qt.AlignmentFlag.AlignLeft
    return flag | Qt.AlignmentFlag.AlignVCenter


def _identity(line: Line) -> tuple[object, ...]:
    """Give what a line is whatever number it has: two that are alike are as good as each other."""
    return (line.subject, *line.entries[1:])
