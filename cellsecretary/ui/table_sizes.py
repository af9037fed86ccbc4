"""Tables that share their width out by weights, and tables that are as high as their rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QHeaderView, QTableView

from cellsecretary.ui.following import SIZE, TEXT_SIZE, Follow
from cellsecretary.ui.records import RecordModel
from cellsecretary.ui.theme import current_theme

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

NARROWEST = 760
"""Below this width, grown with the text, columns give way."""


class SharedWidths(QObject):
    """Gives columns what their words need, and shares the rest among those with a weight.

    The columns with a weight wrap their texts, so that no table is wider than its place. In large
    text the columns of `give_way` are hidden: the column `below` says what they would in a second
    line, or something else does. With `whole` the table is as high as all its rows, for a page
    that scrolls around it.
    """

    def __init__(
        self,
        table: QTableView,
        weights: Mapping[int, int],
        *,
        give_way: Collection[int] = (),
        below: int | None = None,
        whole: bool = False,
    ) -> None:
        super().__init__(table)
        self._table = table
        self._weights = weights
        self._give_way = give_way
        self._below = below
        self._is_narrow = False
        self._whole = whole
        self._is_new = True
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(0)
        self._later.timeout.connect(self.fit)
        table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        if whole:
            off = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
            table.setVerticalScrollBarPolicy(off)
            table.setHorizontalScrollBarPolicy(off)
        Follow(table.viewport(), self._later.start, SIZE, TEXT_SIZE)
        model = table.model()
        for signal in (model.rowsInserted, model.rowsRemoved, model.dataChanged):
            signal.connect(self._later.start)
        model.layoutChanged.connect(self._later.start)
        model.headerDataChanged.connect(self._later.start)

    @property
    def is_narrow(self) -> bool:
        """Whether the columns of `give_way` are hidden."""
        return self._is_narrow or self._is_small

    @property
    def _is_small(self) -> bool:
        return self._table.width() < current_theme().grown(NARROWEST)

    def fit(self) -> None:
        """Share the width of the table out anew."""
        table, header = self._table, self._table.horizontalHeader()
        if self._must_give_way(narrow=self._is_small):
            self._must_give_way(narrow=True)
        model = table.model()
        if self._below is not None and isinstance(model, RecordModel):
            model.put_below(self._below, tuple(self._give_way) if self._is_narrow else ())
        rows = table.verticalHeader()
        rows.resizeSections(QHeaderView.ResizeMode.ResizeToContents)
        if self._whole:
            table.setFixedHeight(rows.length() + header.height() + 2 * table.frameWidth())
        if self._is_new and table.isVisible():
            # A row that was chosen while the rows had no heights yet may have moved out of sight.
            self._is_new = False
            table.scrollTo(table.currentIndex())

    def _must_give_way(self, *, narrow: bool) -> bool:
        """Share the width out, without the columns that give way or with them.

        Tell whether there is no room for the titles with them.
        """
        table, header = self._table, self._table.horizontalHeader()
        self._is_narrow = narrow and bool(self._give_way)
        for column in self._give_way:
            table.setColumnHidden(column, narrow)
        shown = [column for column in range(header.count()) if not header.isSectionHidden(column)]
        weights = {column: self._weights[column] for column in shown if column in self._weights}
        left = table.viewport().width()
        for column in shown:
            if column not in weights:
                width = max(table.sizeHintForColumn(column), header.sectionSizeHint(column))
                header.resizeSection(column, width)
                left -= width
        least = {column: header.sectionSizeHint(column) for column in weights}
        bar = table.verticalScrollBar()
        # What is decided must not hang on a bar that comes and goes with it.
        without_bar = 0 if self._whole or bar.isVisible() else bar.sizeHint().width()
        if self._give_way and not narrow and left - without_bar < sum(least.values()):
            return True
        if left < sum(least.values()):
            least = dict.fromkeys(least, 0)
        rest = left - sum(least.values())
        for column, weight in weights.items():
            header.resizeSection(column, least[column] + rest * weight // sum(weights.values()))
        return False
