"""`SumsPage`: what the cells come to in a month, a quarter or a year, as tables and charts."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QIcon
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QLabel,
    QMenu,
    QPushButton,
    QStackedWidget,
    QTableView,
    QWidget,
)

from cellsecretary import paths
from cellsecretary.core.board.charts import CHARTS, BoardChart, board_chart
from cellsecretary.core.board.table_words import BoardTable
from cellsecretary.core.board.tables import board_table, tables_of
from cellsecretary.core.period import Span, period_with
from cellsecretary.exchange.table_files import write_table
from cellsecretary.papers.errors import PaperError
from cellsecretary.sentences.tables import TableSentences
from cellsecretary.ui.ask import FileKind
from cellsecretary.ui.banner import Banner
from cellsecretary.ui.board.page import BoardPage
from cellsecretary.ui.board.paper import BoardPaperDialog, RemindersDialog
from cellsecretary.ui.board.summed_table import SummedTable
from cellsecretary.ui.chart import ChartView
from cellsecretary.ui.chips import State
from cellsecretary.ui.column_pages import ColumnBar
from cellsecretary.ui.form import Form
from cellsecretary.ui.icons import icon
from cellsecretary.ui.long_work import waiting
from cellsecretary.ui.paper_desk import file_name
from cellsecretary.ui.stacking import StackWhenNarrow
from cellsecretary.ui.toggle import ToggleButton

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QModelIndex

    from cellsecretary.core.charts import Chart
    from cellsecretary.core.period import Period
    from cellsecretary.core.ruleset import RuleSet
    from cellsecretary.core.table import Table
    from cellsecretary.messages import Messages
    from cellsecretary.ui.ask import Ask
    from cellsecretary.ui.board.session import BoardSession


class BoardSumsForm(Form):
    """The widgets of the page."""

    form = "board_sums"
    notice_banner: Banner
    head_bar: QWidget
    table_box: QComboBox
    span_box: QComboBox
    earlier_button: QPushButton
    later_button: QPushButton
    period_label: QLabel
    chart_button: ToggleButton
    sums_stack: QStackedWidget
    table_page: QWidget
    lines_table: QTableView
    totals_table: QTableView
    beside_panel: QWidget
    column_bar: ColumnBar
    notes_label: QLabel
    chart_page: QFrame
    chart_box: QComboBox
    chart_view: ChartView
    key_label: QLabel
    empty_page: QFrame
    empty_label: QLabel
    more_button: QPushButton
    print_button: QPushButton


class SumsPage(BoardPage):
    """Shows one table of one time; what is saved and printed is what is shown, in its order."""

    def __init__(
        self, session: BoardSession, ask: Ask, words: Messages, parent: QWidget | None = None
    ) -> None:
        super().__init__(session, ask, words, parent)
        self.form = form = BoardSumsForm(self)
        self._say = TableSentences(words)
        self._period = period_with(session.today(), Span.QUARTER)
        self._seen: tuple[BoardTable, Period] | None = None
        self._table = SummedTable(
            form.lines_table, form.totals_table, form.beside_panel, form.column_bar
        )
        StackWhenNarrow(form.head_bar)
        self.begin_at(form.lines_table)
        for span, text in (
            (Span.MONTH, self.tr("By month")),
            (Span.QUARTER, self.tr("By quarter")),
            (Span.YEAR, self.tr("By year")),
        ):
            form.span_box.addItem(text, span)
        form.span_box.setCurrentIndex(form.span_box.findData(self._period.span))
        form.table_box.activated.connect(lambda _index: self._show_table())
        form.span_box.activated.connect(lambda _index: self._choose_span())
        form.earlier_button.clicked.connect(lambda: self.show_period(self._period.before))
        form.later_button.clicked.connect(lambda: self.show_period(self._period.after))
        form.chart_button.toggled.connect(lambda _on: self._show_side())
        form.chart_box.activated.connect(lambda _index: self._show_side())
        header = form.lines_table.horizontalHeader()
        header.sortIndicatorChanged.connect(lambda column, _order: self._note_order(column))
        form.lines_table.activated.connect(self._open)
        self._make_menu()
        form.print_button.clicked.connect(self._print)

    def title(self) -> str:
        """Give the word for the page."""
        return self.tr("Summary")

    @property
    def _kind(self) -> BoardTable:
        # Qt keeps a kind as the text that it is.
        return BoardTable(self.form.table_box.currentData())

    @property
    def table(self) -> Table | None:
        """The table as it is shown."""
        return self._table.table

    def refresh(self) -> None:
        """Offer the tables that the board has now, and fill the chosen one anew."""
        box = self.form.table_box
        have = tables_of(self._session.record)
        if [box.itemData(place) for place in range(box.count())] != list(have):
            chosen = box.currentData()
            box.clear()
            for one in have:
                box.addItem(self._say.title(one), one)
            box.setCurrentIndex(max(box.findData(chosen), 0))
        self._show_table()

    def show_period(self, period: Period) -> None:
        """Turn to another time."""
        self._period = period
        self.form.span_box.setCurrentIndex(self.form.span_box.findData(period.span))
        self._show_table()

    def _choose_span(self) -> None:
        """Turn to a shorter or longer time, to that of today where it is part of the one before."""
        day = min(self._period.last, max(self._session.today(), self._period.first))
        self.show_period(period_with(day, Span(self.form.span_box.currentData())))

    def _show_table(self) -> None:
        form, session = self.form, self._session
        form.notice_banner.dismiss()
        form.period_label.setText(self._say.period(self._period))
        form.later_button.setEnabled(self._period.last < session.today())
        kind = self._kind
        is_new = self._seen is None or self._seen[0] is not kind
        table = self._made(kind)
        columns = [column.title for column in table.columns]
        before = [str(action.data()) for action in self.order_menu.actions()[1:]]
        # Another time has other columns: months, quarters.
        same = not is_new and columns == before
        if not same:
            self._offer_orders(columns)
        self._seen = (kind, self._period)
        form.lines_table.setAccessibleName(table.title)
        self._table.show_table(table, same=same)
        form.notes_label.setText("\n".join(table.notes))
        form.notes_label.setVisible(bool(table.notes))
        form.empty_label.setText(self._nothing(kind))
        charts = CHARTS.get(kind, ())
        form.chart_button.setVisible(bool(charts))
        if [form.chart_box.itemData(place) for place in range(form.chart_box.count())] != [*charts]:
            form.chart_box.clear()
            for one in charts:
                form.chart_box.addItem(self._say.chart(one), one)
        form.chart_box.setVisible(len(charts) > 1)
        self._show_side()

    def _made(self, kind: BoardTable) -> Table:
        session = self._session
        return board_table(
            kind, session.record, self._period, self._rules(), session.today(), self._say
        )

    def _rules(self) -> RuleSet:
        return self._session.rules(self._period.last)

    def _nothing(self, kind: BoardTable) -> str:
        """Say why a table has no rows."""
        if not self._session.record.cells:
            return self.tr("No cell has sent anything yet. Receive the first packets from a stick.")
        match kind:
            case BoardTable.MISSING:
                return self.tr("No minutes of this time are missing.")
            case BoardTable.PETITIONS:
                return self.tr("No petition waits for an answer.")
            case BoardTable.OFFICERS:
                return self.tr("No officer was invited to a meeting in this time.")
        return ""

    def _show_side(self) -> None:
        """Show the table or its chart, or a sentence instead; without rows nothing can be done."""
        form = self.form
        has_rows = bool(self.table and self.table.rows)
        chart = self._chart()
        form.chart_button.setEnabled(has_rows)
        form.print_button.setEnabled(has_rows)
        self.save_action.setEnabled(has_rows)
        self.order_menu.setEnabled(has_rows and chart is None)
        self._table.show_way(shown=has_rows and chart is None)
        if not has_rows:
            form.sums_stack.setCurrentWidget(form.empty_page)
        elif chart is None:
            form.sums_stack.setCurrentWidget(form.table_page)
        elif not chart.rows:
            form.empty_label.setText(self.tr("There is nothing to draw in this time."))
            form.sums_stack.setCurrentWidget(form.empty_page)
        else:
            form.chart_view.show_chart(chart)
            form.key_label.setText(chart.key)
            form.key_label.setVisible(bool(chart.key))
            form.sums_stack.setCurrentWidget(form.chart_page)

    def _chart(self) -> Chart | None:
        """Give the chart that is to be seen, None while the table is."""
        form, session = self.form, self._session
        kind = self._kind
        if not form.chart_button.isChecked() or not CHARTS.get(kind):
            return None
        return board_chart(
            BoardChart(form.chart_box.currentData()),
            kind,
            *(session.record, self._period, self._rules(), session.today(), self._say),
        )

    # Order

    def _make_menu(self) -> None:
        menu = QMenu(self)
        self.order_menu = menu.addMenu(self.tr("S&ort by"))
        self.order_menu.aboutToShow.connect(self._offer_what_is_seen)
        self.remind_action = menu.addAction(icon("note"), self.tr("&Reminders…"))
        self.remind_action.triggered.connect(self._remind)
        self.save_action = menu.addAction(icon("save"), self.tr("&Save the table…"))
        self.save_action.triggered.connect(self._save)
        self.form.more_button.setMenu(menu)

    def _offer_orders(self, columns: Sequence[str]) -> None:
        """Offer the columns; the one that is chosen again turns the order around."""
        self.order_menu.clear()
        for place, title in enumerate(("", *columns)):
            words = title.replace("&", "&&") or self.tr("as made")
            action = self.order_menu.addAction(words)
            action.setData(title)
            action.triggered.connect(partial(self._table.sort_by, place - 1))
        self._note_order(-1)

    def _offer_what_is_seen(self) -> None:
        """Offer the columns that are shown: all of them would be higher than a small screen."""
        for place, action in enumerate(self.order_menu.actions()):
            action.setVisible(place == 0 or not self.form.lines_table.isColumnHidden(place - 1))

    def _note_order(self, column: int) -> None:
        for place, action in enumerate(self.order_menu.actions()):
            action.setIcon(icon("done") if place - 1 == column else QIcon())

    def _open(self, index: QModelIndex) -> None:
        line = self._table.model.at(index)
        if line is not None and line.subject:
            self.cell_wanted.emit(line.subject, None)

    # Files and papers

    def _remind(self) -> None:
        """Show slips for whom minutes are missing; a month that is seen is offered first."""
        month = self._period.first if self._period.span is Span.MONTH else None
        RemindersDialog(self._session, self._ask, self._words, self, month=month).open()

    def _save(self) -> None:
        """Save what is shown: for Excel, as plain text, or as a paper."""
        kinds = (FileKind.SHEET, FileKind.CSV, FileKind.PDF)
        options = (self.tr("Excel (XLSX)"), self.tr("CSV"), self.tr("PDF, to be signed"))
        choice = self._ask.choose(self.tr("As what is the table to be saved?"), options)
        if choice is None or self.table is None:
            return
        kind = kinds[choice]
        name = f"{self._file_name()}.{kind.suffix}"
        path = self._ask.save_path(paths.books_folder() / name, kind)
        if path is None:
            return
        office = self._session.register.issuing(self._session.today())
        try:
            with waiting():
                write_table(self.table, path, self._rules(), office, self._chart())
        except PaperError as error:
            self.notice(self._words.paper(error.fault, error.place), State.BAD)
        else:
            self.notice(self.tr("Saved: {path}").format(path=path), State.GOOD)

    def _print(self) -> None:
        """Show what is shown as a paper, to be printed."""
        table, chart, rules = self.table, self._chart(), self._rules()
        office = self._session.register.issuing(self._session.today())
        assert table is not None

        def make() -> bytes:
            # ReportLab takes a quarter of a second to import.
            from cellsecretary.papers.board_table import table_pdf

            return table_pdf(table, rules, office, chart)

        BoardPaperDialog(
            *(table.title, self._file_name(), make, rules), *(self._ask, self._words, self)
        ).open()

    def _file_name(self) -> str:
        assert self.table is not None
        return file_name(self.table.title, self._period.code)
