"""The tables of the board (`core.table`), which the window shows and files and papers carry."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

from cellsecretary.core.board.coming import month_sums
from cellsecretary.core.board.grid import MonthState
from cellsecretary.core.board.sums import by_superior
from cellsecretary.core.board.table_words import BoardColumn, BoardNote, BoardTable
from cellsecretary.core.kinds import PetitionState, ScoreClass
from cellsecretary.core.table import Column, ColumnKind, Entry, Line, Table, sorted_by
from cellsecretary.core.year_score import shown

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from fractions import Fraction

    from cellsecretary.core.board.grid import CellLine, MonthField
    from cellsecretary.core.board.record import BoardRecord
    from cellsecretary.core.board.sums import BoardPetition, BoardSums, CellSums, OfficerSums
    from cellsecretary.core.board.table_words import TableWords
    from cellsecretary.core.period import Period
    from cellsecretary.core.ruleset import RuleSet
    from cellsecretary.core.year_score import YearScore


MOST_NAMES = 24
"""How many cells are listed in one place: more would fill a page."""


def tables_of(board: BoardRecord) -> tuple[BoardTable, ...]:
    """Give the tables that a board has: sums by superior only where there are several."""
    several = len(board.superiors) > 1
    return tuple(one for one in BoardTable if several or one is not BoardTable.SUPERIORS)


def board_table(
    kind: BoardTable,
    board: BoardRecord,
    period: Period,
    rules: RuleSet,
    today: dt.date,
    say: TableWords,
) -> Table:
    """Make a table of a period, as of today; the subject of a line is the id of its one cell.

    Petitions wait as far as was known at the end of the period.
    """
    return _Maker(board, period, rules, today, say).made(kind)


def arranged(table: Table, column: int, *, descending: bool = False) -> Table:
    """Sort the rows by a column and number them anew, unless it is by their numbers."""
    placed = sorted_by(table, column, descending=descending)
    if column == 0:
        return placed
    rows = (_numbered(number, line) for number, line in enumerate(placed.rows, 1))
    return replace(placed, rows=tuple(rows))


class _Maker:
    """Makes the tables of one period; rows begin with their number, then who they are about."""

    def __init__(
        self, board: BoardRecord, period: Period, rules: RuleSet, today: dt.date, say: TableWords
    ) -> None:
        self._board = board
        self._period = period
        self._rules = rules
        self._today = today
        self._say = say
        self._several = len(board.superiors) > 1
        self._places = {cell.id: place for place, cell in enumerate(board.cells)}

    def made(self, kind: BoardTable) -> Table:
        make = {
            BoardTable.CELLS: self._cells,
            BoardTable.GRID: self._grid,
            BoardTable.MISSING: self._missing,
            BoardTable.PETITIONS: self._petitions,
            BoardTable.OFFICERS: self._officers,
            BoardTable.SUPERIORS: self._superiors,
        }
        return make[kind]()

    def _table(
        self,
        kind: BoardTable,
        columns: Iterable[Column],
        rows: Iterable[Line],
        totals: Sequence[Entry] = (),
        notes: Iterable[str] = (),
    ) -> Table:
        """Put a table together; the totals begin in the column behind the names."""
        columns, rows = tuple(columns), tuple(rows)
        last = None
        if totals and rows:
            before = [Entry(), Entry(self._say.totals(kind))]
            before += [Entry()] * (len(columns) - len(totals) - len(before))
            last = Line((*before, *totals))
        return Table(
            self._say.title(kind),
            self._say.subtitle(self._period, self._today),
            (self._column(BoardColumn.NUMBER, ColumnKind.NUMBER), *columns[1:]),
            tuple(_numbered(number, line) for number, line in enumerate(rows, 1)),
            last,
            tuple(notes),
        )

    def _column(self, column: BoardColumn, kind: ColumnKind = ColumnKind.TEXT) -> Column:
        return Column(self._say.column(column), kind)

    def _figures(self, *columns: BoardColumn) -> list[Column]:
        return [self._column(one, ColumnKind.NUMBER) for one in columns]

    def _who(self) -> list[Column]:
        """Give the columns that tell the cell, and what stands above it where that differs."""
        columns = [self._column(BoardColumn.NUMBER, ColumnKind.NUMBER)]
        columns.append(self._column(BoardColumn.CELL))
        return [*columns, self._column(BoardColumn.SUPERIOR)] if self._several else columns

    def _line(self, cell: CellLine, *entries: Entry) -> Line:
        who = [Entry(), Entry(cell.name)]
        if self._several:
            who.append(Entry(cell.superior))
        return Line((*who, *entries), cell.id)

    # Cells by months

    def _grid(self) -> Table:
        lines = self._board.grid(self._period.months, self._today)
        months = self._period.months
        columns = [Column(self._say.month(one, self._period), ColumnKind.STATE) for one in months]
        return self._table(
            BoardTable.GRID,
            [*self._who(), *columns],
            (self._line(line.cell, *map(self._state, line.months)) for line in lines),
            [
                Entry(one.came, self._say.share(one.came, one.expected)) if one.expected else _NONE
                for one in month_sums(lines)
            ],
        )

    def _state(self, field: MonthField) -> Entry:
        if field.state is MonthState.OUTSIDE:
            return _NONE
        return Entry(
            field.state, self._say.value(field.state), rank=list(MonthState).index(field.state)
        )

    # Sums

    def _cells(self) -> Table:
        sums = self._board.sums(self._period, self._rules, self._today)
        columns = [
            *self._who(),
            *self._first(),
            self._column(BoardColumn.OWN, ColumnKind.NUMBER),
            self._column(BoardColumn.OWN_CLASS, ColumnKind.STATE),
            self._column(BoardColumn.GIVEN, ColumnKind.NUMBER),
            self._column(BoardColumn.GIVEN_CLASS, ColumnKind.STATE),
            *self._last(sums),
        ]
        rows = (
            self._line(
                one.cell,
                *self._first_of(one),
                *self._score(one.own),
                *self._score(one.superior),
                *self._last_of(one),
            )
            for one in sums.cells
        )
        means = (_mean(sums.mean(superior=superior)) for superior in (False, True))
        scores = [entry for mean in means for entry in (mean, Entry())]
        totals = [*self._first_of(sums), *scores, *self._last_of(sums)]
        return self._table(BoardTable.CELLS, columns, rows, totals, self._notes(sums))

    def _superiors(self) -> Table:
        sums = self._board.sums(self._period, self._rules, self._today)
        columns = [
            self._column(BoardColumn.NUMBER, ColumnKind.NUMBER),
            self._column(BoardColumn.SUPERIOR),
            *self._figures(BoardColumn.CELLS),
            *self._first(),
            *self._figures(BoardColumn.OWN, BoardColumn.GIVEN),
            *(Column(self._say.of_class(grade), ColumnKind.NUMBER) for grade in ScoreClass),
            *self._last(sums),
        ]
        rows = (
            Line((Entry(), Entry(name), *self._together(group)))
            for name, group in by_superior(sums)
        )
        return self._table(
            BoardTable.SUPERIORS, columns, rows, self._together(sums), self._notes(sums)
        )

    def _together(self, sums: BoardSums) -> list[Entry]:
        """Say what some cells come to; the classes counted are those that they gave themselves."""
        return [
            Entry(len(sums.cells)),
            *self._first_of(sums),
            _mean(sums.mean(superior=False)),
            _mean(sums.mean(superior=True)),
            *(Entry(count) for count in sums.classes(superior=False).values()),
            *self._last_of(sums),
        ]

    def _first(self) -> list[Column]:
        return [
            *self._figures(BoardColumn.EXPECTED, BoardColumn.HELD),
            self._column(BoardColumn.ON_DAY, ColumnKind.PERCENT),
            self._column(BoardColumn.ATTENDANCE, ColumnKind.PERCENT),
        ]

    def _first_of(self, sums: CellSums | BoardSums) -> list[Entry]:
        return [
            Entry(sums.expected),
            Entry(sums.held),
            _known(sums.on_day_percent),
            _known(sums.tally.percent),
        ]

    def _last(self, sums: BoardSums) -> list[Column]:
        thematic = (
            Column(self._say.thematic(one.quarter), ColumnKind.NUMBER) for one in sums.thematic
        )
        figures = (BoardColumn.OVERDUE, BoardColumn.RAISED, BoardColumn.WAITING, BoardColumn.VISITS)
        return [*thematic, *self._figures(*figures)]

    def _last_of(self, sums: CellSums | BoardSums) -> list[Entry]:
        return [
            *(Entry(one.held, self._say.share(one.held, one.wanted)) for one in sums.thematic),
            _known(sums.overdue),
            Entry(sums.raised),
            Entry(sums.waiting),
            Entry(sums.visits),
        ]

    def _score(self, score: YearScore | None) -> tuple[Entry, Entry]:
        if score is None:
            return _NONE, _NONE
        # The best class is the highest one.
        rank = -list(ScoreClass).index(score.grade)
        return _mean(score.percent), Entry(score.grade, self._say.value(score.grade), rank=rank)

    def _notes(self, sums: BoardSums) -> list[str]:
        found = []
        for superior, note in ((False, BoardNote.OWN_CLASSES), (True, BoardNote.GIVEN_CLASSES)):
            counts = sums.classes(superior=superior)
            if any(counts.values()):
                listed = [(self._say.value(grade), count) for grade, count in counts.items()]
                found.append(self._say.note(note, listed=listed))
        lines = self._board.grid(self._period.months, self._today)
        unsure = sum(one.state in _NOT_COUNTED for line in lines for one in line.months)
        if unsure:
            found.append(self._say.note(BoardNote.NOT_COUNTED, unsure))
        return found

    # Lists

    def _missing(self) -> Table:
        found = self._board.missing(self._period.months, self._today)
        columns = [
            *self._who(),
            self._column(BoardColumn.MONTHS),
            *self._figures(BoardColumn.COUNT),
            self._column(BoardColumn.DUE, ColumnKind.DATE),
            *self._figures(BoardColumn.LATE),
        ]
        rows = (
            self._line(
                one.cell,
                Entry(self._say.months(one.months), rank=one.months[0].toordinal()),
                Entry(len(one.months)),
                Entry(one.due),
                Entry(one.days),
            )
            for one in found
        )
        totals = [Entry(sum(len(one.months) for one in found)), Entry(), Entry()]
        return self._table(BoardTable.MISSING, columns, rows, totals)

    def _petitions(self) -> Table:
        found = [one for one in self._board.petitions(self._period) if one.is_waiting]
        found.sort(key=lambda one: (_age(one), self._places[one.cell.id]))
        columns = [
            *self._who(),
            self._column(BoardColumn.RAISED_ON, ColumnKind.DATE),
            self._column(BoardColumn.SOURCE),
            self._column(BoardColumn.TEXT),
            self._column(BoardColumn.ADDRESSEE),
            self._column(BoardColumn.STATE, ColumnKind.STATE),
        ]
        rows = (
            self._line(
                one.cell,
                Entry(one.raised),
                Entry(one.petition.source),
                Entry(one.petition.text),
                Entry(one.petition.addressee),
                Entry(
                    one.state, self._say.value(one.state), rank=list(PetitionState).index(one.state)
                ),
            )
            for one in found
        )
        return self._table(BoardTable.PETITIONS, columns, rows)

    def _officers(self) -> Table:
        found = self._board.officers(self._period)
        columns = [
            self._column(BoardColumn.NUMBER, ColumnKind.NUMBER),
            self._column(BoardColumn.OFFICER, ColumnKind.NAME),
            self._column(BoardColumn.TITLE),
            *self._figures(BoardColumn.INVITED, BoardColumn.CAME, BoardColumn.SPOKE),
            *self._figures(BoardColumn.SEEN),
            self._column(BoardColumn.NAMES),
        ]
        rows = (self._officer(one) for one in found)
        seen = {cell.id for one in found for cell in one.cells}
        sums = (sum(counts) for counts in zip(*map(_visits, found), strict=True))
        totals = [*map(Entry, sums), Entry(len(seen)), Entry()]
        return self._table(BoardTable.OFFICERS, columns, rows, totals)

    def _officer(self, sums: OfficerSums) -> Line:
        there = sorted(sums.cells, key=lambda cell: self._places[cell.id])
        names = ", ".join(cell.name for cell in there[:MOST_NAMES])
        if len(there) > MOST_NAMES:
            names += ", …"
        entries = (Entry(), Entry(sums.name), Entry(sums.title), *map(Entry, _visits(sums)))
        return Line((*entries, Entry(len(sums.cells)), Entry(names)))


_NONE = Entry(None, "–")
"""What is not known, or asked of nobody."""
_NOT_COUNTED = (MonthState.DRAFT, MonthState.CONFLICT)


def _numbered(number: int, line: Line) -> Line:
    return replace(line, entries=(Entry(number), *line.entries[1:]))


def _known(value: float | None) -> Entry:
    return _NONE if value is None else Entry(value)


def _mean(percent: Fraction | None) -> Entry:
    return _NONE if percent is None else Entry(shown(percent))


def _age(petition: BoardPetition) -> int:
    """Give what sorts the oldest first, those last of which nobody knows when they were raised."""
    return petition.raised.toordinal() if petition.raised else dt.date.max.toordinal()


def _visits(sums: OfficerSums) -> tuple[int, int, int]:
    return sums.invited, sums.came, sums.spoke
