"""The tracking board: which minutes of which cell came in time, late, or not at all."""

from __future__ import annotations

import datetime as dt
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QTableView,
    QWidget,
)

from cellsecretary.core.board.grid import MonthState
from cellsecretary.core.board.grid_choice import (
    GridChoice,
    chosen_lines,
    month_counts,
    superiors,
)
from cellsecretary.core.operations.board import tick_paper
from cellsecretary.core.period import Period, Span
from cellsecretary.ui.banner import Banner
from cellsecretary.ui.board.grid_model import (
    FieldDelegate,
    GridModel,
    NameHeader,
    field_height,
    field_width,
)
from cellsecretary.ui.board.page import BoardPage
from cellsecretary.ui.board.state_filter import StateFilter
from cellsecretary.ui.board.states import field_text
from cellsecretary.ui.column_pages import ColumnPages
from cellsecretary.ui.form import Form, put_into
from cellsecretary.ui.stacking import StackWhenNarrow
from cellsecretary.ui.tables import follow_selection
from cellsecretary.ui.theme import current_theme

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from cellsecretary.core.board.grid import GridLine
    from cellsecretary.messages import Messages
    from cellsecretary.ui.ask import Ask
    from cellsecretary.ui.board.session import BoardSession

TICKABLE = (MonthState.MISSING, MonthState.WAITING, MonthState.OUTSIDE, MonthState.DRAFT)

NAME_WIDTH = 170
"""So much of a name is shown even where the months then have to be turned to."""

PARTS = (12, 6, 4, 3, 2)
"""How many months are shown at a time: as many as there is room for."""

POLICY = QComboBox.SizeAdjustPolicy


class GridForm(Form):
    """The widgets of the page."""

    form = "board_grid"
    notice_banner: Banner
    head_panel: QWidget
    find_panel: QWidget
    before_button: QPushButton
    year_label: QLabel
    after_button: QPushButton
    collect_button: QPushButton
    search_edit: QLineEdit
    superior_box: QComboBox
    order_box: QComboBox
    state_bar: StateFilter
    months_table: QTableView
    empty_label: QLabel
    chosen_label: QLabel
    paper_button: QPushButton
    open_button: QPushButton


class GridPage(BoardPage):
    """Cells by the months of a year; `collect_wanted` asks to take packets from a stick."""

    collect_wanted = Signal()

    def __init__(
        self, session: BoardSession, ask: Ask, words: Messages, parent: QWidget | None = None
    ) -> None:
        super().__init__(session, ask, words, parent)
        # In the first days of a year the minutes of December come.
        self._year = (session.today().replace(day=1) - dt.timedelta(days=1)).year
        self._lines: tuple[GridLine, ...] = ()
        self.form = form = GridForm(self)
        form.notice_banner.dismiss()
        StackWhenNarrow(form.head_panel)
        put_into(form.find_panel, form.state_bar.box)
        for box in (form.superior_box, form.order_box):
            box.setSizeAdjustPolicy(POLICY.AdjustToMinimumContentsLengthWithIcon)
            box.setMinimumContentsLength(12)
        self.model = GridModel(words, self)
        self._dress_table(form.months_table)
        self._pages = ColumnPages(form.months_table)
        self._pages.turned.connect(self._fit)
        form.order_box.addItem(self.tr("By name"), False)
        form.order_box.addItem(self.tr("Most missing first"), True)
        form.before_button.clicked.connect(lambda: self._turn(-1))
        form.after_button.clicked.connect(lambda: self._turn(1))
        form.search_edit.textChanged.connect(self._choose)
        form.superior_box.activated.connect(self._choose)
        form.order_box.activated.connect(self._choose)
        form.state_bar.chosen.connect(self._choose)
        form.collect_button.clicked.connect(lambda: self.collect_wanted.emit())
        form.paper_button.clicked.connect(self._tick_paper)
        form.open_button.clicked.connect(self._open)

    def title(self) -> str:
        """Give the word for the page."""
        return self.tr("Tracking board")

    def begin(self) -> None:
        """Put the keyboard into the grid, or on what fills it."""
        shown = self.form.months_table.isVisibleTo(self)
        (self.form.months_table if shown else self.form.collect_button).setFocus()

    @property
    def year(self) -> int:
        """The year that is shown."""
        return self._year

    def refresh(self) -> None:
        """Show how all cells stand with the months of the year."""
        session, _form = self._session, self.form
        months = Period(Span.YEAR, self._year).months
        self._lines = session.record.grid(months, session.today())
        self._offer_superiors()
        self._choose()

    def _show_time(self) -> None:
        """Say which months are shown, and whether there are others to turn to."""
        form, session, pages = self.form, self._session, self._pages
        years = [one.current.figures.month.year for one in session.record.meetings]
        is_first = self._year <= min(years, default=session.today().year) - 1
        is_last = self._year >= session.today().year
        form.before_button.setEnabled(not is_first or pages.can_turn(-1))
        form.after_button.setEnabled(not is_last or pages.can_turn(1))
        text, before, after = str(self._year), self.tr("The year before"), self.tr("The year after")
        if not pages.is_whole:
            title = partial(self.model.headerData, orientation=Qt.Orientation.Horizontal)
            first, last = title(pages.shown[0]), title(pages.shown[-1])
            months = self.tr("{first}–{last}/{year}")
            text = months.format(first=first, last=last, year=self._year)
            before, after = self.tr("The months before"), self.tr("The months after")
        form.year_label.setText(text)
        form.year_label.setAccessibleName(self.tr("Year {year}").format(year=text))
        for button, name in ((form.before_button, before), (form.after_button, after)):
            button.setAccessibleName(name)
            button.setToolTip(name)

    def _offer_superiors(self) -> None:
        box = self.form.superior_box
        known = superiors(self._session.record.cells)
        before = box.currentData()
        box.clear()
        box.addItem(self.tr("All superiors"), "")
        for superior in known:
            box.addItem(superior, superior)
        box.setCurrentIndex(max(0, box.findData(before)))
        box.setVisible(len(known) > 1)

    def _choose(self, *_what: object) -> None:
        """Show the lines that are wanted; the chosen field stays chosen."""
        form, model = self.form, self.model
        here = self._chosen()
        months = Period(Span.YEAR, self._year).months
        text, superior = form.search_edit.text(), form.superior_box.currentData() or ""
        counted = chosen_lines(self._lines, GridChoice(text, superior))
        form.state_bar.show_counts(month_counts(counted), self._words)
        choice = GridChoice(
            text, superior, form.state_bar.state, bool(form.order_box.currentData())
        )
        model.set_lines(chosen_lines(self._lines, choice), months)
        self._fit()
        if here is not None:
            line, month = here
            self._put_on(model.index_of(line.cell.id, month))
        if not form.months_table.currentIndex().isValid() and model.lines:
            self._put_on(model.index(0, self._current_column()))
        form.months_table.setVisible(bool(model.lines))
        form.empty_label.setVisible(not model.lines)
        form.empty_label.setText(self._empty_text())
        self._show_chosen()

    def _put_on(self, index: QModelIndex) -> None:
        """Choose a field, and show its month."""
        if index.isValid():
            self._pages.show_column(index.column())
        self.form.months_table.setCurrentIndex(index)

    def _current_column(self) -> int:
        """Give the month that work is about: the last one that is past."""
        last = self._session.today().replace(day=1) - dt.timedelta(days=1)
        return last.month - 1 if last.year == self._year else 0

    def _empty_text(self) -> str:
        if self._lines:
            return self.tr("No cell is so. Empty the search box, or press the count once more.")
        return self.tr(
            "Nothing was received yet. Plug in the USB stick of a cell and receive from it, or add "
            "the cells without a computer on the page of cells."
        )

    def _chosen(self) -> tuple[GridLine, dt.date] | None:
        index = self.form.months_table.currentIndex()
        line, field = self.model.line(index), self.model.field(index)
        return (line, field.month) if line and field else None

    def _show_chosen(self, *_indexes: object) -> None:
        form, index = self.form, self.form.months_table.currentIndex()
        line, field = self.model.line(index), self.model.field(index)
        form.chosen_label.setVisible(line is not None)
        form.open_button.setVisible(line is not None)
        can_tick = (
            line is not None
            and field is not None
            and line.cell.on_paper
            and field.state in TICKABLE
            and field.month <= self._session.today()
        )
        form.paper_button.setVisible(can_tick)
        if line is not None and field is not None:
            form.chosen_label.setText(field_text(line.cell.name, field, self._words))
        # The name of the row that is left is painted anew too.
        form.months_table.verticalHeader().viewport().update()

    # Acting

    def _turn(self, by: int) -> None:
        """Turn to the months beside, be they of another year."""
        table, pages = self.form.months_table, self._pages
        row = max(table.currentIndex().row(), 0)
        if pages.can_turn(by):
            pages.turn(by)
        else:
            self._year += by
            table.setCurrentIndex(QModelIndex())
            self.refresh()
            pages.show_column(0 if by > 0 else self.model.columnCount() - 1)
        if table.currentIndex().column() not in pages.shown and pages.shown:
            column = pages.shown[0] if by > 0 else pages.shown[-1]
            table.setCurrentIndex(self.model.index(row, column))

    def _open(self, *_what: object) -> None:
        if here := self._chosen():
            self.cell_wanted.emit(here[0].cell.id, here[1])

    def _open_cell(self, row: int) -> None:
        self.cell_wanted.emit(self.model.lines[row].cell.id, None)

    def _tick_paper(self) -> None:
        if here := self._chosen():
            session = self._session
            line, month = here
            self.run(tick_paper, session.register, line.cell.id, month, session.today())

    # The table

    def _dress_table(self, table: QTableView) -> None:
        table.setModel(self.model)
        follow_selection(table)
        table.setItemDelegate(FieldDelegate(table))
        table.setVerticalHeader(NameHeader(table))
        table.setShowGrid(False)
        table.setCornerButtonEnabled(False)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        table.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        table.horizontalHeader().setHighlightSections(False)
        table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        table.verticalHeader().sectionDoubleClicked.connect(self._open_cell)
        table.activated.connect(self._open)
        table.selectionModel().currentChanged.connect(self._show_chosen)

    def _fit(self) -> None:
        """Share the width out: the months need their words, and names the rest, in two lines."""
        table, theme = self.form.months_table, current_theme()
        names, least = table.verticalHeader(), field_width(self._words)
        room = table.width() - theme.scroll_width - 2 * table.frameWidth()
        left = room - theme.grown(NAME_WIDTH)
        # A year, or an even part of it.
        months = next((part for part in PARTS if part * least <= left), PARTS[-1])
        all_months = self.model.columnCount()
        here = table.currentIndex()
        self._pages.divide(
            [range(at, at + months) for at in range(0, all_months, months)],
            here.column() if here.isValid() else None,
        )
        wanted = min(names.sizeHint().width(), room - months * least)
        names.setFixedWidth(max(wanted, theme.grown(NAME_WIDTH)))
        width = max(least, (room - names.width()) // months)
        for column in self._pages.shown:
            table.horizontalHeader().resizeSection(column, width)
        names.setDefaultSectionSize(field_height())
        self._show_time()
        self.form.state_bar.arrange(self.width())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow the width."""
        super().resizeEvent(event)
        self._fit()
        self.form.months_table.scrollTo(self.form.months_table.currentIndex())

    def changeEvent(self, event: QEvent) -> None:
        """Follow the text size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and self._lines:
            self._fit()
            self.form.months_table.scrollTo(self.form.months_table.currentIndex())
