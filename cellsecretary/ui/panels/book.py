"""The book: all meetings of the cell year by year, with attendance and documents."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QComboBox, QLabel, QPushButton, QStackedWidget, QTableView, QWidget

from cellsecretary.core.book_lines import book_lines, book_years
from cellsecretary.ui.banner import Banner
from cellsecretary.ui.brief import BriefWhenNarrow
from cellsecretary.ui.chips import State
from cellsecretary.ui.dialogs.documents import DocumentsDialog
from cellsecretary.ui.dialogs.overview import OverviewDialog
from cellsecretary.ui.dialogs.period_papers import PeriodPapersDialog
from cellsecretary.ui.form import Form
from cellsecretary.ui.panel import Panel
from cellsecretary.ui.records import Column, RecordModel
from cellsecretary.ui.table_sizes import SharedWidths
from cellsecretary.ui.tables import dress_table
from cellsecretary.ui.wording import MEETING_STATES, day_text, number_text, percent_text

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex

    from cellsecretary.core.book_lines import BookLine
    from cellsecretary.messages import Messages
    from cellsecretary.ui.ask import Ask
    from cellsecretary.ui.session import Session

KIND_COLUMN, DOCUMENTS_COLUMN = 1, 4


class BookForm(Form):
    """The widgets of the panel."""

    form = "book"
    notice_banner: Banner
    head_bar: QWidget
    year_box: QComboBox
    count_label: QLabel
    plan_button: QPushButton
    book_stack: QStackedWidget
    table_page: QWidget
    empty_page: QWidget
    meetings_table: QTableView
    papers_button: QPushButton
    documents_button: QPushButton
    overview_button: QPushButton
    chosen_label: QLabel
    open_button: QPushButton


class BookPanel(Panel):
    """Lists the meetings of one year, newest first; `plan_wanted` asks for a new one."""

    def __init__(
        self, session: Session, ask: Ask, words: Messages, parent: QWidget | None = None
    ) -> None:
        super().__init__(session, ask, words, parent)
        self.form = form = BookForm(self)
        BriefWhenNarrow(form.head_bar)
        self._numbers: dict[str, str] = {}
        self._model = RecordModel(self._columns(), key=lambda line: line.id, parent=self)
        form.meetings_table.setModel(self._model)
        self.begin_at(form.meetings_table)
        dress_table(form.meetings_table, wrap=True)
        # The line below the table says the documents of the chosen meeting too.
        SharedWidths(
            form.meetings_table,
            {KIND_COLUMN: 1, DOCUMENTS_COLUMN: 1},
            give_way=(DOCUMENTS_COLUMN,),
        )
        form.meetings_table.activated.connect(self._open)
        form.meetings_table.selectionModel().currentRowChanged.connect(
            lambda *_indexes: self._offer()
        )
        form.year_box.activated.connect(lambda _place: self._show_year())
        form.papers_button.clicked.connect(self._open_papers)
        form.documents_button.clicked.connect(self._open_documents)
        form.overview_button.clicked.connect(self._open_overview)
        form.plan_button.clicked.connect(self.plan_wanted)
        form.open_button.clicked.connect(lambda: self._open(form.meetings_table.currentIndex()))

    def refresh(self) -> None:
        """Show the years that have meetings, and the meetings of the chosen one."""
        years = book_years(self._session.register)
        box = self.form.year_box
        chosen = box.currentData()
        known = tuple(box.itemData(place) for place in range(box.count()))
        if known != years:
            box.clear()
            for year in years:
                box.addItem(str(year), year)
            if chosen not in years:
                chosen = self._session.today().year
            box.setCurrentIndex(max(box.findData(chosen), 0))
        self._show_year()

    def _show_year(self) -> None:
        form = self.form
        year = form.year_box.currentData()
        form.book_stack.setCurrentWidget(form.empty_page if year is None else form.table_page)
        for button in (form.papers_button, form.open_button, form.overview_button):
            button.setVisible(year is not None)
        form.year_box.setEnabled(year is not None)
        if year is None:
            self._model.set_rows(())
            form.count_label.setText("")
            self._offer()
            return
        held = self._session.records_between(dt.date(year, 1, 1), dt.date(year, 12, 31))
        lines = book_lines(self._session.register, held, year)
        # Read once: a table is measured and drawn long after, also while its book is closed.
        self._numbers = {line.id: self._numbers_of(line) for line in lines}
        self._model.set_rows(lines)
        form.count_label.setText(self.tr("%n meeting(s)", "", len(lines)))
        if not form.meetings_table.currentIndex().isValid():
            form.meetings_table.selectRow(0)
        self._offer()

    def _columns(self) -> list[Column[BookLine]]:
        return [
            Column(self.tr("Date"), lambda line: day_text(line.date), strong=True),
            Column(self.tr("Kind"), lambda line: self._words.value(line.kind)),
            Column(self.tr("State"), self._state_word, state=_state),
            Column(self.tr("Attendance"), self._attendance),
            Column(self.tr("Documents"), self._documents),
        ]

    def _state_word(self, line: BookLine) -> str:
        return self.tr("on paper") if line.state is None else self._words.value(line.state)

    def _attendance(self, line: BookLine) -> str:
        if line.percent is None:
            return ""
        return self.tr("{present}/{required} · {percent}").format(
            present=line.present, required=line.required, percent=percent_text(line.percent)
        )

    def _documents(self, line: BookLine) -> str:
        """Give the numbers, or why the meeting was not held."""
        if line.cancel_reason:
            return self.tr("Cancelled: {reason}").format(reason=line.cancel_reason)
        return self._numbers[line.id]

    def _numbers_of(self, line: BookLine) -> str:
        if not line.documents:
            return ""
        signs = self._session.rules(line.date).paper.signs
        return ", ".join(number_text(document, signs) for document in line.documents)

    def _current(self) -> BookLine | None:
        index = self.form.meetings_table.currentIndex()
        return self._model.row(index) if index.isValid() else None

    def _offer(self) -> None:
        """Say more of the chosen meeting, and let it be opened where there is anything to open."""
        line = self._current()
        self.form.open_button.setEnabled(line is not None and line.state is not None)
        text = ""
        if line is not None and line.state is None:
            text = self.tr("This meeting stands in the paper book only; here are its figures.")
        elif line is not None:
            text = self._documents(line)
        self.form.chosen_label.setText(text)

    def _open_papers(self) -> None:
        """Show the papers of the periods of the year."""
        year = self.form.year_box.currentData()
        dialog = PeriodPapersDialog(self._session, self._ask, self._words, year, self)
        dialog.meeting_wanted.connect(self.meeting_wanted)
        dialog.open()

    def _open_documents(self) -> None:
        """Show the register of documents, on paper or not."""
        dialog = DocumentsDialog(self._session, self._words, self)
        dialog.meeting_wanted.connect(self.meeting_wanted)
        dialog.open()

    def _open_overview(self) -> None:
        """Look back at the chosen year."""
        year = self.form.year_box.currentData()
        dialog = OverviewDialog(self._session, self._ask, self._words, year, self)
        dialog.meeting_wanted.connect(self.meeting_wanted)
        dialog.open()

    def _open(self, index: QModelIndex) -> None:
        if index.isValid() and self._model.row(index).state is not None:
            self.meeting_wanted.emit(self._model.row(index).id)


def _state(line: BookLine) -> State:
    return State.NONE if line.state is None else MEETING_STATES[line.state]
