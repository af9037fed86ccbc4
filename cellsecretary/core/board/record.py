"""The whole board as one frozen value: what its window, its papers and its JSON all read."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cached_property
from operator import attrgetter
from typing import TYPE_CHECKING

from cellsecretary.core.board.coming import missing_minutes
from cellsecretary.core.board.grid import DUE_DAY, begun, cell_lines, due_on, grid
from cellsecretary.core.board.sums import board_petitions, board_sums, is_summed, officer_sums, when
from cellsecretary.core.board.versions import board_meetings

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from cellsecretary.core.board.coming import MissingMinutes
    from cellsecretary.core.board.grid import CellLine, GridLine
    from cellsecretary.core.board.register import BoardRegister
    from cellsecretary.core.board.sums import BoardPetition, BoardSums, OfficerSums
    from cellsecretary.core.board.versions import BoardMeeting, Version
    from cellsecretary.core.period import Period
    from cellsecretary.core.ruleset import RuleSet


@dataclass(frozen=True)
class BoardRecord:
    """The cells by superior and name, their meetings by cell and time, and the clerk's rows.

    A province has fifty thousand meetings in seventeen periods of a year: no question about a cell
    or a period looks at all of them.
    """

    register: BoardRegister
    cells: tuple[CellLine, ...]
    meetings: tuple[BoardMeeting, ...]

    def meetings_of(self, cell: str) -> tuple[BoardMeeting, ...]:
        """Give the meetings of one cell, in the order of time."""
        first = bisect_left(self.meetings, cell, key=_CELL)
        return self.meetings[first : bisect_right(self.meetings, cell, first, key=_CELL)]

    def grid(self, months: Sequence[dt.date], today: dt.date) -> tuple[GridLine, ...]:
        """Give how each cell stands with each of some months."""
        register = self.register
        return grid(
            self.cells,
            self._standing_for(months),
            self._begun,
            register.paper_minutes,
            register.looks,
            register.office,
            months,
            today,
        )

    def sums(self, period: Period, rules: RuleSet, today: dt.date) -> BoardSums:
        """Sum a period over all cells."""
        return board_sums(
            period,
            self.grid(period.months, today),
            self._standing_for(period.months),
            self._last_by(period.last),
            self.register.scores,
            self.register.answers,
            rules,
        )

    def petitions(self, until: Period | None = None) -> tuple[BoardPetition, ...]:
        """Give the petitions that are open as far as their cells said, by the end of a period."""
        last = until.last if until else dt.date.max
        known = [one for one in self.meetings if one.current.figures.month <= last]
        return board_petitions(self.cells, known, self.register.answers)

    def officers(self, period: Period) -> tuple[OfficerSums, ...]:
        """Count the visits of officers in a period."""
        return officer_sums(self.cells, self._standing_for(period.months))

    def missing(self, months: Sequence[dt.date], today: dt.date) -> tuple[MissingMinutes, ...]:
        """Give the cells whose minutes of some months are due and did not come."""
        office = self.register.office
        due_day = office.due_day if office else DUE_DAY
        return missing_minutes(self.grid(months, today), due_day, today)

    @property
    def superiors(self) -> tuple[str, ...]:
        """What stands above the cells, in their order: several bodies on the board of a province.

        Cells of which only paper came do not say what stands above them.
        """
        return tuple(dict.fromkeys(one.superior for one in self.cells if one.superior))

    def _standing_for(self, months: Iterable[dt.date]) -> list[BoardMeeting]:
        return [one for month in months for one in self._by_month.get(month, ())]

    def _last_by(self, day: dt.date) -> list[BoardMeeting]:
        """Give the last meeting of each cell that stands for a month begun by a day."""
        found = (
            next((one for one in reversed(meetings) if one.current.figures.month <= day), None)
            for meetings in self._summed.values()
        )
        return [one for one in found if one is not None]

    @cached_property
    def _by_month(self) -> Mapping[dt.date, Sequence[BoardMeeting]]:
        found: dict[dt.date, list[BoardMeeting]] = {}
        for one in self.meetings:
            found.setdefault(one.current.figures.month, []).append(one)
        return found

    @cached_property
    def _summed(self) -> Mapping[str, Sequence[BoardMeeting]]:
        """The meetings of each cell that go into sums, in the order of time."""
        found: dict[str, list[BoardMeeting]] = {}
        for one in sorted(filter(is_summed, self.meetings), key=when):
            found.setdefault(one.cell, []).append(one)
        return found

    @cached_property
    def _begun(self) -> Mapping[str, dt.date]:
        return begun(self.meetings, self.register.paper_minutes)

    @cached_property
    def settled(self) -> dt.date | None:
        """The day after which the newest month on the board is no longer waited for.

        As of this day a board says the same whenever it is asked; None for an empty one.
        """
        months = [one.current.figures.month for one in self.meetings]
        months += [one.month for one in self.register.paper_minutes if one.received]
        return due_on(max(months), 28) if months else None


_CELL = attrgetter("cell")


def board_record(versions: Iterable[Version], register: BoardRegister) -> BoardRecord:
    """Bring together what came and what the clerk wrote.

    A cell may have been turned away after something of it came, on the board of another clerk.
    """
    away = register.turned_away
    belonging = (one for one in versions if one.key.cell not in away)
    meetings = board_meetings(belonging, register.choices)
    return BoardRecord(
        register, cell_lines(meetings, register.acceptances, register.paper_cells), meetings
    )
