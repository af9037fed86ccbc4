"""`MemberTable`: the register as a table, what its columns say and which give way."""

from __future__ import annotations

from heapq import nlargest
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QHeaderView, QTableView

from cellsecretary.core.kinds import StandingKind
from cellsecretary.core.vietnamese import name_key
from cellsecretary.ui.chips import State, chip_size
from cellsecretary.ui.records import Column, RecordModel
from cellsecretary.ui.tables import dress_table
from cellsecretary.ui.theme import current_theme
from cellsecretary.ui.wording import day_text

if TYPE_CHECKING:
    from cellsecretary.core.membership import MemberState
    from cellsecretary.messages import Messages

NUMBER, NAME, BORN, OFFICIAL, POST, PHONE, STANDING = range(7)
GIVING_WAY = (PHONE, BORN, POST, OFFICIAL)
"""The columns that large text pushes out, in this order; the member's page has them all."""
CHIPS = (OFFICIAL, STANDING)
MEASURED = 8
"""How many of the longest texts of a column are measured: letters differ in width."""


class MemberTable(QObject):
    """Shows members a row each, found by number, name and post; the panel fills `model`."""

    def __init__(self, table: QTableView, words: Messages) -> None:
        super().__init__(table)
        self._table = table
        self._words = words
        self.model = RecordModel(
            self._columns(),
            key=lambda state: state.member.id,
            parent=self,
            search=lambda s: f"{s.member.number} {s.member.name} {s.member.post}",
        )
        table.setModel(self.model)
        dress_table(table, sortable=True)
        header = table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setSortIndicatorClearable(False)
        header.setSortIndicator(NAME, Qt.SortOrder.AscendingOrder)
        table.viewport().installEventFilter(self)
        table.installEventFilter(self)

    # What it says

    def _columns(self) -> list[Column[MemberState]]:
        return [
            Column(
                self.tr("No."),
                lambda s: str(s.member.number),
                sort=lambda s: s.member.number,
            ),
            Column(
                self.tr("Full name"),
                lambda s: s.member.name,
                sort=lambda s: name_key(s.member.name),
                strong=True,
            ),
            Column(
                self.tr("Born"),
                lambda s: day_text(s.member.born),
                sort=lambda s: (s.member.born is not None, s.member.born),
            ),
            Column(
                self.tr("Official since"),
                self._official_text,
                state=lambda s: None if s.official else State.CARE,
                sort=lambda s: (s.member.official is None, s.member.official),
            ),
            Column(self.tr("Post"), lambda s: s.member.post),
            Column(self.tr("Phone"), lambda s: s.member.phone),
            Column(self.tr("Standing"), self._standing_text, state=_standing_state),
        ]

    def _official_text(self, state: MemberState) -> str:
        return day_text(state.member.official) if state.official else self.tr("probationary")

    def _standing_text(self, state: MemberState) -> str:
        if state.has_left:
            return self.tr("Left {day}").format(day=day_text(state.member.left))
        if not state.in_cell:
            return self.tr("From {day}").format(day=day_text(state.member.entered))
        return self._words.value(state.standing)

    # How wide it is

    def fit(self) -> None:
        """Hide what there is no room for, so that name and standing are always seen whole.

        Measured from the words alone: asking every cell of 300 members takes too long.
        """
        table = self._table
        widths = [self._width(column) for column in range(self.model.columnCount())]
        room = table.viewport().width() - sum(widths)
        for column in GIVING_WAY:
            table.setColumnHidden(column, room < 0)
            if room < 0:
                room += widths[column]
        widths[NAME] += max(room, 0)
        for column, width in enumerate(widths):
            if not table.isColumnHidden(column):
                table.horizontalHeader().resizeSection(column, width)

    def _width(self, column: int) -> int:
        theme = current_theme()
        bold = QFontMetrics(theme.font(bold=True))
        texts = {str(self.model.index(row, column).data()) for row in range(len(self.model.rows))}
        longest = nlargest(MEASURED, texts, key=len)
        if column in CHIPS:
            cells = [chip_size(theme.font(), text).width() for text in longest]
        else:
            cells = [bold.horizontalAdvance(text) for text in longest]
        # Beside its title a column has room for the sign of the order.
        head = self._table.horizontalHeader().sectionSizeHint(column)
        return max(head, max(cells, default=0) + 2 * theme.space(3))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Give the columns the room that there is, and follow the text size."""
        grew = event.type() == QEvent.Type.StyleChange and self._table.isVisible()
        if grew or (event.type() == QEvent.Type.Resize and watched is self._table.viewport()):
            self.fit()
        return False


def _standing_state(state: MemberState) -> State | None:
    if state.has_left or not state.in_cell:
        return State.NONE
    if state.standing is StandingKind.ACTIVE:
        return None
    return State.CARE if state.standing is StandingKind.VISITING else State.NONE
