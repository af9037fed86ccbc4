"""How the states of the board look: the colour and the sign of each, beside its word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from cellsecretary.core.board.grid import MonthState
from cellsecretary.core.board.versions import Arrived
from cellsecretary.ui.chips import State

if TYPE_CHECKING:
    import datetime as dt

    from cellsecretary.core.board.grid import MonthField
    from cellsecretary.messages import Messages

MONTH_STATES = {
    MonthState.CONFLICT: State.BAD,
    MonthState.TWICE: State.BAD,
    MonthState.CHANGED: State.CARE,
    MonthState.MISSING: State.BAD,
    MonthState.DRAFT: State.CARE,
    MonthState.LATE: State.CARE,
    MonthState.RECEIVED: State.GOOD,
    MonthState.ON_PAPER: State.GOOD,
    MonthState.WAITING: State.NONE,
    MonthState.OUTSIDE: State.NONE,
}
MONTH_ICONS = {
    MonthState.CONFLICT: "copy",
    MonthState.TWICE: "calendar",
    MonthState.CHANGED: "edit",
    MonthState.MISSING: "warning",
    MonthState.DRAFT: "note",
    MonthState.LATE: "clock",
    MonthState.RECEIVED: "done",
    MonthState.ON_PAPER: "paper",
    MonthState.WAITING: "circle",
    MonthState.OUTSIDE: "",
}
ARRIVED_STATES = {
    Arrived.NEW: State.GOOD,
    Arrived.CHANGED: State.CARE,
    Arrived.KNOWN: State.NONE,
    Arrived.CONFLICT: State.BAD,
    Arrived.REFUSED: State.BAD,
}


def field_text(name: str, field: MonthField, words: Messages) -> str:
    """Say in full how a cell stands with a month: what a screen reader reads out."""
    text = QCoreApplication.translate("BoardStates", "{cell}, month {month}: {state}")
    said = text.format(cell=name, month=field.month.month, state=words.month_state(field.state))
    came = came_on(field)
    if came is not None:
        said += f", {came:%d/%m}"
    if field.others:
        more = QCoreApplication.translate("BoardStates", "further meetings: {count}")
        said += f"; {more.format(count=len(field.others))}"
    return said


def came_on(field: MonthField) -> dt.date | None:
    """Give the day on which the minutes of a month came, on whatever way."""
    if field.meetings:
        return min(one.first_received for one in field.meetings)
    return field.paper.received if field.paper else None
