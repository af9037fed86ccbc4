"""`SummaryPage`: the year in a few figures, and beside them the meetings behind the chosen one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLabel, QPushButton, QTableView, QWidget

from cellsecretary.core.charts import chart
from cellsecretary.core.year_figures import year_figures
from cellsecretary.ui.chart import ChartView
from cellsecretary.ui.form import Form
from cellsecretary.ui.overview.page import OverviewPage
from cellsecretary.ui.overview.summary_lines import CHARTS, Figure, Line, SummaryLines
from cellsecretary.ui.records import Column, RecordModel
from cellsecretary.ui.sentences import SentenceList
from cellsecretary.ui.table_sizes import SharedWidths
from cellsecretary.ui.tables import dress_table

if TYPE_CHECKING:
    from cellsecretary.core.period import PeriodRecord
    from cellsecretary.core.year_figures import YearFigures
    from cellsecretary.messages import Messages
    from cellsecretary.ui.ask import Ask
    from cellsecretary.ui.session import Session

WHAT_COLUMN, VALUE_COLUMN = 1, 2


class SummaryForm(Form):
    """The widgets of the page."""

    form = "overview_summary"
    figures_list: SentenceList
    figure_label: QLabel
    chart_view: ChartView
    key_label: QLabel
    behind_table: QTableView
    meeting_button: QPushButton


class SummaryPage(OverviewPage):
    """Says each figure in a line to press; what is behind it stands beside, with its chart."""

    def __init__(
        self, session: Session, ask: Ask, words: Messages, parent: QWidget | None = None
    ) -> None:
        super().__init__(session, ask, words, parent)
        self.form = form = SummaryForm(self)
        self._figure = Figure.HELD
        self._figures: YearFigures | None = None
        self._said: SummaryLines | None = None
        self._model = RecordModel(self._columns(), key=lambda line: line, parent=self)
        table = form.behind_table
        table.setModel(self._model)
        dress_table(table, wrap=True)
        SharedWidths(table, {WHAT_COLUMN: 1, VALUE_COLUMN: 1}, whole=True)
        form.figures_list.chosen.connect(self.show_figure)
        table.activated.connect(self._go_to_meeting)
        table.selectionModel().currentRowChanged.connect(lambda *_rows: self._offer())
        form.meeting_button.setText(self.tr("&Open the meeting"))
        form.meeting_button.clicked.connect(self._go_to_meeting)

    @staticmethod
    def title() -> str:
        """Give the word on the tab of the page."""
        return QCoreApplication.translate("SummaryPage", "In figures")

    def show_period(self, period: PeriodRecord) -> None:
        """Show the figures of a year; the chosen one stays chosen."""
        self._figures = figures = year_figures(period)
        self._said = said = SummaryLines(figures, period.register, self._words)
        sentences = said.sentences()
        self.form.figures_list.set_sentences(sentences)
        there = [sentence.key for sentence in sentences]
        self.show_figure(self._figure if self._figure in there else Figure.HELD)

    def show_figure(self, figure: Figure) -> None:
        """Show what is behind a figure, with its chart."""
        form, figures, said = self.form, self._figures, self._said
        assert figures is not None
        assert said is not None
        self._figure = figure
        texts = {sentence.key: sentence.text for sentence in form.figures_list.sentences}
        form.figure_label.setText(texts[figure])
        kind = CHARTS.get(figure)
        shown = chart(kind, figures, said) if kind else None
        form.chart_view.setVisible(shown is not None)
        form.key_label.setText(shown.key if shown else "")
        form.key_label.setVisible(bool(shown and shown.key))
        if shown is not None:
            form.chart_view.show_chart(shown)
        self._model.set_rows(said.lines(figure))
        form.behind_table.selectRow(0)
        self._offer()

    def _columns(self) -> list[Column[Line]]:
        return [
            Column(self.tr("Date"), lambda line: line.day, strong=True),
            Column(self.tr("What"), lambda line: line.what),
            Column(self.tr("Figures"), lambda line: line.value, state=lambda line: line.state),
        ]

    def _current(self) -> str:
        index = self.form.behind_table.currentIndex()
        return self._model.row(index).meeting if index.isValid() else ""

    def _offer(self) -> None:
        self.form.meeting_button.setEnabled(bool(self._current()))

    def _go_to_meeting(self) -> None:
        if meeting := self._current():
            self.meeting_wanted.emit(meeting)
