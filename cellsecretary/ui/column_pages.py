"""Columns that a table has no room for, turned to like pages: nothing is scrolled sideways."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QTableView, QWidget

from cellsecretary.ui.icons import put_icon
from cellsecretary.ui.theme import current_theme

if TYPE_CHECKING:
    from collections.abc import Sequence


def pages_of(widths: Sequence[int], room: int, kept: int = 0) -> list[range]:
    """Divide columns into pages that fit into a room; the first `kept` stand on each of them."""
    left = room - sum(widths[:kept])
    pages, first, taken = [], kept, 0
    for column in range(kept, len(widths)):
        if taken + widths[column] > left and column > first:
            pages.append(range(first, column))
            first, taken = column, 0
        taken += widths[column]
    return [*pages, range(first, len(widths))]


class ColumnPages(QObject):
    """Shows one page of the columns of tables, which have the same; `turned` tells of another.

    The arrow keys of the first table go on to the page beside.
    """

    turned = Signal()

    def __init__(self, *tables: QTableView, kept: int = 0) -> None:
        super().__init__(tables[0])
        self._tables = tables
        self._kept = kept
        self._pages: list[range] = []
        self._page = 0
        for table in tables:
            table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        tables[0].installEventFilter(self)

    @property
    def shown(self) -> range:
        """The columns that are shown, beside those that always are."""
        return self._pages[self._page] if self._pages else range(0)

    @property
    def is_whole(self) -> bool:
        """Whether all columns are shown."""
        return len(self._pages) < 2

    def divide(self, pages: list[range], near: int | None = None) -> None:
        """Take other pages; the column `near`, or else the first that was shown, stays so."""
        column = self.shown.start if near is None else near
        if pages != self._pages:
            self._pages = pages
            self._page = next((at for at, page in enumerate(pages) if column in page), 0)
            self.turned.emit()
        self._show()

    def show_all(self) -> None:
        """Show every column for now, to be measured; `divide` hides what has no room."""
        for table in self._tables:
            for column in range(table.horizontalHeader().count()):
                table.setColumnHidden(column, False)

    def can_turn(self, by: int) -> bool:
        """Tell whether there is a page so far on."""
        return 0 <= self._page + by < len(self._pages)

    def turn(self, by: int) -> None:
        """Turn to the page so far on."""
        if self.can_turn(by):
            self._page += by
            self._show()
            self.turned.emit()

    def show_column(self, column: int) -> None:
        """Turn to the page with a column."""
        for at, page in enumerate(self._pages):
            if column in page:
                self.turn(at - self._page)

    def _show(self) -> None:
        for table in self._tables:
            header = table.horizontalHeader()
            for column in range(header.count()):
                hidden = column >= self._kept and column not in self.shown
                if header.isSectionHidden(column) != hidden:
                    header.setSectionHidden(column, hidden)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go on at the edge of what is shown."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._go_on(self._tables[0], Qt.Key(event.key()))
        return False

    def _go_on(self, table: QTableView, key: Qt.Key) -> bool:
        by = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}.get(key)
        if by is None or not self.can_turn(by):
            return False
        here = table.currentIndex()
        if table.selectionBehavior() is QTableView.SelectionBehavior.SelectRows:
            self.turn(by)
            return True
        if here.column() != (self.shown[-1] if by > 0 else self.shown[0]):
            return False
        self.turn(by)
        table.setCurrentIndex(here.siblingAtColumn(here.column() + by))
        return True


class ColumnBar(QWidget):
    """The way to the columns that are not shown; it is there only when there are such."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.earlier_button = self._button("previous")
        self.columns_label = QLabel(self)
        self.columns_label.setTextFormat(Qt.TextFormat.PlainText)
        self.later_button = self._button("next")
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(current_theme().space(2))
        box.addWidget(self.earlier_button)
        box.addWidget(self.columns_label)
        box.addWidget(self.later_button)
        box.addStretch(1)
        self.hide()

    def follow(self, pages: ColumnPages, kept: int, count: int) -> None:
        """Say which of the columns are shown."""
        self._pages = pages
        shown = pages.shown
        text = self.tr("Columns {first}–{last} of {count}")
        self.columns_label.setText(
            text.format(first=shown.start - kept + 1, last=shown.stop - kept, count=count - kept)
        )
        self.earlier_button.setEnabled(pages.can_turn(-1))
        self.later_button.setEnabled(pages.can_turn(1))
        for button, name in (
            (self.earlier_button, self.tr("The columns before")),
            (self.later_button, self.tr("The columns after")),
        ):
            button.setAccessibleName(name)
            button.setToolTip(name)
        self.setVisible(not pages.is_whole)

    def _button(self, icon_name: str) -> QPushButton:
        button = QPushButton(self)
        button.setProperty("icon_name", icon_name)
        button.setProperty("stepping", True)
        put_icon(button)
        by = 1 if icon_name == "next" else -1
        button.clicked.connect(lambda: self._pages.turn(by))
        return button
