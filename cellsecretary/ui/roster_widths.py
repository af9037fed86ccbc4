"""`RosterWidths`: how wide the columns of a roster are, and how high its rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QObject, QRect, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QHeaderView, QTableView

from cellsecretary.core.kinds import Mark, StandingKind
from cellsecretary.core.rows import Attendance
from cellsecretary.ui.chips import chip_size
from cellsecretary.ui.following import SIZE, TEXT_SIZE, Follow
from cellsecretary.ui.roster import NAME, NOTE, NUMBER, STATE, mark_text
from cellsecretary.ui.tables import head_width
from cellsecretary.ui.theme import current_theme

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cellsecretary.messages import Messages

LEAST_NAME, MOST_NAME = 140, 260
LEAST_NOTE = 130
"""Pixels of usual text; a longer note wraps."""

_SAMPLES = [
    Attendance("", "", "", 0, "", "", official=True, standing=standing, mark=mark)
    for standing, mark in (
        *((StandingKind.ACTIVE, mark) for mark in Mark),
        *((standing, Mark.NONE) for standing in StandingKind),
    )
]


class RosterWidths(QObject):
    """Gives the columns their widths: state and name what their words need, the note the rest.

    Measured from the words alone, so that a mark neither measures the rows nor moves a column.
    """

    def __init__(self, table: QTableView, words: Messages) -> None:
        super().__init__(table)
        self._table = table
        self._words = words
        self._lines: tuple[Attendance, ...] = ()
        table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        table.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        table.setWordWrap(True)
        Follow(table.viewport(), self.fit, SIZE, TEXT_SIZE)
        model = table.model()
        model.layoutChanged.connect(self._fit_all_rows)
        model.rowsInserted.connect(self._fit_inserted)
        model.dataChanged.connect(self._fit_changed)

    @property
    def needed(self) -> int:
        """The width in which name, state and note are seen side by side."""
        theme = current_theme()
        edges = 2 * self._table.frameWidth() + theme.scroll_width
        return self._name() + self._state() + self._note() + edges

    def set_lines(self, lines: Sequence[Attendance]) -> None:
        """Make room for these names, and for whatever these members can be marked."""
        before, self._lines = self._lines, tuple(lines)
        if _shape(before) != _shape(self._lines):
            self.fit()

    def fit(self) -> None:
        """Share the width of the table out anew."""
        theme, header = current_theme(), self._table.horizontalHeader()
        number = head_width(self._table, NUMBER)
        state = self._state()
        width = self._table.viewport().width()
        name = max(min(self._name(), width - state - self._note()), theme.grown(LEAST_NAME))
        left = width - name - state
        # In large text the number gives way: who it is and how they stand must be seen together.
        spared = left - number < self._note()
        self._table.setColumnHidden(NUMBER, spared)
        if not spared:
            left -= number
        note = max(left, self._note())
        for column, size in zip(
            (NUMBER, NAME, STATE, NOTE), (number, name, state, note), strict=True
        ):
            header.resizeSection(column, size)
        self._fit_all_rows()

    def _name(self) -> int:
        theme = current_theme()
        bold = QFontMetrics(theme.font(bold=True))
        names = (bold.horizontalAdvance(line.name) for line in self._lines)
        return min(max(names, default=0) + 4 * theme.space(2), theme.grown(MOST_NAME))

    def _state(self) -> int:
        theme = current_theme()
        standings = {line.standing for line in self._lines}
        states = (
            chip_size(theme.font(), mark_text(self._words, line)).width()
            for line in _SAMPLES
            if line.standing is StandingKind.ACTIVE or line.standing in standings
        )
        return max(max(states) + 2 * theme.space(2), head_width(self._table, STATE))

    def _note(self) -> int:
        return max(head_width(self._table, NOTE), current_theme().grown(LEAST_NOTE))

    def _fit_all_rows(self, *_change: object) -> None:
        self._fit_rows(0, self._table.model().rowCount() - 1)

    def _fit_inserted(self, _parent: QModelIndex, first: int, last: int) -> None:
        self._fit_rows(first, last)

    def _fit_changed(self, first: QModelIndex, last: QModelIndex) -> None:
        self._fit_rows(first.row(), last.row())

    def _fit_rows(self, first: int, last: int) -> None:
        """Make the rows higher whose names or notes are too long for one line, and those alone."""
        rows, model = self._table.verticalHeader(), self._table.model()
        theme = current_theme()
        fonts = {NAME: theme.font(bold=True), NOTE: theme.font()}
        metrics = {column: QFontMetrics(font) for column, font in fonts.items()}
        for row in range(first, last + 1):
            height = max(
                self._height(column, model.index(row, column).data() or "", metrics[column])
                for column in (NAME, NOTE)
            )
            if rows.sectionSize(row) != height:
                self._table.setRowHeight(row, height)

    def _height(self, column: int, text: str, metrics: QFontMetrics) -> int:
        theme = current_theme()
        room = self._table.columnWidth(column) - 2 * theme.space(2) - 2 * theme.space(1)
        if metrics.horizontalAdvance(text) <= room:
            return theme.row_height
        box = QRect(0, 0, max(room, 1), 10_000)
        wrapped = metrics.boundingRect(box, int(Qt.TextFlag.TextWordWrap), text)
        return max(theme.row_height, wrapped.height() + 2 * theme.space(2))


def _shape(lines: Sequence[Attendance]) -> tuple[list[str], set[StandingKind]]:
    return [line.name for line in lines], {line.standing for line in lines}
