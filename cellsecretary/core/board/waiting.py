"""The petitions of all cells for whoever answers them: those that wait first, the oldest on top."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from cellsecretary.core.vietnamese import list_key

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

    from cellsecretary.core.board.sums import BoardPetition


@dataclass(frozen=True, slots=True)
class WaitingLine:
    """One petition of a cell; `days` counts since it was raised, None where that day is unknown.

    `answered` and `answer` are what the clerk wrote, else what the cell already knew.
    """

    petition: BoardPetition
    days: int | None
    answered: dt.date | None
    answer: str

    @property
    def key(self) -> tuple[str, str]:
        """The cell and the petition: cells do not know each other's ids."""
        return self.petition.cell.id, self.petition.petition.id

    @property
    def is_ours(self) -> bool:
        """Whether the answer can be written here: the cell does not know of another one."""
        return self.petition.petition.answered is None


def waiting_lines(petitions: Iterable[BoardPetition], today: dt.date) -> tuple[WaitingLine, ...]:
    """Give the petitions that wait for an answer, the oldest first, then those that have one."""
    lines = [_line(one, today) for one in petitions]
    waiting = sorted((one for one in lines if one.petition.is_waiting), key=_age)
    answered = [one for one in lines if not one.petition.is_waiting]
    return (*waiting, *sorted(answered, key=_age, reverse=True))


def _line(petition: BoardPetition, today: dt.date) -> WaitingLine:
    typed, known = petition.answer, petition.petition
    days = None
    if petition.is_waiting and petition.raised is not None:
        days = (today - petition.raised).days
    if typed is not None and typed.answered is not None:
        return WaitingLine(petition, days, typed.answered, typed.answer)
    return WaitingLine(petition, days, known.answered, known.answer)


def _age(line: WaitingLine) -> tuple[bool, str, tuple[object, ...], str]:
    """Sort by the day; those from before the board's time are older than any day it knows."""
    raised = line.petition.raised
    day = raised.isoformat() if raised else ""
    return raised is not None, day, list_key(line.petition.cell.name), line.petition.petition.id
