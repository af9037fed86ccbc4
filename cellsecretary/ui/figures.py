"""`FigureTables`: numbers in one table, and in another the meetings that the chosen one is from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal

from cellsecretary.ui.empty_text import EmptyText
from cellsecretary.ui.records import Column, RecordModel
from cellsecretary.ui.table_sizes import SharedWidths
from cellsecretary.ui.tables import dress_table
from cellsecretary.ui.wording import day_text, percent_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QPushButton, QTableView

    from cellsecretary.core.figure import Figure
    from cellsecretary.core.register import CellRecord
    from cellsecretary.core.rows import Meeting
    from cellsecretary.messages import Messages

WHAT_COLUMN = 0
TITLE_COLUMN = 1


class FigureTables(QObject):
    """Fills both tables; `meeting_wanted` carries the meeting that is to be opened."""

    meeting_wanted = Signal(str)

    def __init__(
        self,
        figures_table: QTableView,
        meetings_table: QTableView,
        meeting_button: QPushButton,
        words: Messages,
    ) -> None:
        super().__init__(figures_table)
        self._meetings: dict[str, Meeting] = {}
        self._table = figures_table
        self._button = meeting_button
        self._figures: RecordModel[Figure] = RecordModel(
            [
                Column(self.tr("What is counted"), lambda one: words.value(one.key)),
                Column(self.tr("How many"), figure_text, align="right", strong=True),
            ],
            key=lambda figure: (figure.key, figure.meetings),
            parent=self,
        )
        self._behind: RecordModel[Meeting] = RecordModel(
            [
                Column(self.tr("Date"), lambda meeting: day_text(meeting.date), strong=True),
                Column(self.tr("Meeting"), lambda meeting: meeting.title),
            ],
            key=lambda meeting: meeting.id,
            parent=self,
        )
        for table, model, wide in (
            (figures_table, self._figures, WHAT_COLUMN),
            (meetings_table, self._behind, TITLE_COLUMN),
        ):
            table.setModel(model)
            dress_table(table, wrap=True)
            SharedWidths(table, {wide: 1})
        EmptyText(meetings_table, self.tr("No meeting stands behind this number."))
        self._behind_table = meetings_table
        figures_table.selectionModel().currentRowChanged.connect(lambda *_rows: self._show_behind())
        figures_table.activated.connect(lambda _index: self._go_behind())
        meetings_table.selectionModel().currentRowChanged.connect(lambda *_rows: self._offer())
        meetings_table.activated.connect(lambda _index: self._open())
        meeting_button.clicked.connect(self._open)

    def show_figures(self, figures: Sequence[Figure], register: CellRecord) -> None:
        """Show numbers; the chosen one stays chosen, at first the first that has meetings."""
        self._meetings = {meeting.id: meeting for meeting in register.meetings}
        self._figures.set_rows(figures)
        if not self._table.currentIndex().isValid() and figures:
            with_meetings = (at for at, figure in enumerate(figures) if figure.meetings)
            self._table.selectRow(next(with_meetings, 0))
        self._show_behind()

    def _show_behind(self) -> None:
        """List the meetings of the chosen number."""
        index = self._table.currentIndex()
        ids = self._figures.row(index).meetings if index.isValid() else ()
        found = [self._meetings[one] for one in ids if one in self._meetings]
        self._behind.set_rows(found)
        if found:
            self._behind_table.selectRow(0)
        self._offer()

    def _go_behind(self) -> None:
        """Open the only meeting of a number, or go on to the list of them."""
        if len(self._behind.rows) == 1:
            self._open()
        elif self._behind.rows:
            self._behind_table.setFocus()

    def _offer(self) -> None:
        self._button.setEnabled(self._behind_table.currentIndex().isValid())

    def _open(self) -> None:
        index = self._behind_table.currentIndex()
        if index.isValid():
            self.meeting_wanted.emit(self._behind.row(index).id)


def figure_text(figure: Figure) -> str:
    """Give a number, with what it is a share of."""
    if figure.base is None:
        return str(figure.count)
    if figure.percent is None:
        return QCoreApplication.translate("Figures", "none")
    template = QCoreApplication.translate("Figures", "{count}/{base} · {percent}")
    return template.format(
        count=figure.count, base=figure.base, percent=percent_text(figure.percent)
    )
