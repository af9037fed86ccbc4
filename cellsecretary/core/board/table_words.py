"""What the tables of a board are, what stands in their columns, and what they say."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Sequence

    from cellsecretary.core.board.grid import MonthState
    from cellsecretary.core.kinds import PetitionState, ScoreClass
    from cellsecretary.core.period import Period


class BoardTable(StrEnum):
    """The tables of a board, in the order in which they are offered."""

    CELLS = "cells"
    GRID = "grid"
    MISSING = "missing"
    PETITIONS = "petitions"
    OFFICERS = "officers"
    SUPERIORS = "superiors"


class BoardColumn(StrEnum):
    """What stands in a column; months, quarters and classes have columns of their own."""

    NUMBER = "number"
    CELL = "cell"
    SUPERIOR = "superior"
    CELLS = "cells"
    EXPECTED = "expected"
    HELD = "held"
    ON_DAY = "on_day"
    ATTENDANCE = "attendance"
    OWN = "own"
    OWN_CLASS = "own_class"
    GIVEN = "given"
    GIVEN_CLASS = "given_class"
    OVERDUE = "overdue"
    RAISED = "raised"
    WAITING = "waiting"
    VISITS = "visits"
    OFFICER = "officer"
    TITLE = "title"
    INVITED = "invited"
    CAME = "came"
    SPOKE = "spoke"
    SEEN = "seen"
    NAMES = "names"
    RAISED_ON = "raised_on"
    SOURCE = "source"
    TEXT = "text"
    ADDRESSEE = "addressee"
    STATE = "state"
    COUNT = "count"
    MONTHS = "months"
    DUE = "due"
    LATE = "late"


class BoardNote(StrEnum):
    """What is said below a table."""

    OWN_CLASSES = "own_classes"
    GIVEN_CLASSES = "given_classes"
    NOT_COUNTED = "not_counted"


class TableWords(Protocol):
    """What the tables say, in the language of the window."""

    def title(self, table: BoardTable) -> str:
        """Name a table."""

    def subtitle(self, period: Period, today: dt.date) -> str:
        """Say of which time a table tells, and as of which day."""

    def column(self, column: BoardColumn) -> str:
        """Name a column."""

    def month(self, month: dt.date, period: Period) -> str:
        """Name the column of a month, of a year that the period names."""

    def thematic(self, quarter: Period) -> str:
        """Name the column of the thematic meetings of a quarter."""

    def of_class(self, grade: ScoreClass) -> str:
        """Name the column that counts the cells of a class."""

    def totals(self, table: BoardTable) -> str:
        """Name the line below all rows."""

    def share(self, count: int, base: int) -> str:
        """Say how many of how many."""

    def value(self, member: MonthState | PetitionState | ScoreClass) -> str:
        """Name how a month or a petition stands, or a class."""

    def months(self, months: Sequence[dt.date]) -> str:
        """List some months."""

    def note(self, note: BoardNote, count: int = 0, listed: Iterable[tuple[str, int]] = ()) -> str:
        """Say something below a table: how many, or how many of each."""
