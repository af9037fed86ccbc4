"""The page of sums: tables of real packets, sorted, saved, printed, and the cells reminded."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from openpyxl import load_workbook
from pypdf import PdfReader
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication

from cellsecretary.core.board.table_words import BoardTable
from cellsecretary.core.operations.board import change_office
from cellsecretary.core.period import Period, Span
from cellsecretary.exchange.collecting import Collecting
from cellsecretary.rules import bundled
from cellsecretary.store.board import Board
from cellsecretary.ui.ask import FileKind
from cellsecretary.ui.board.paper import BoardPaperDialog, RemindersDialog
from cellsecretary.ui.board.session import BoardSession
from cellsecretary.ui.board.sums import SumsPage
from cellsecretary.ui.records import STATE_ROLE
from tests.cells import SUPERIOR, Cell, held, packed
from tests.ui.pressing import double_click
from tests.ui.printers import FilePrinting, NoPrinting

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QComboBox, QPushButton, QTableView
    from pytestqt.qtbot import QtBot

    from cellsecretary.messages import Messages
    from tests.ui.asking import QueuedAsk

NOW = dt.datetime(2026, 11, 26, 8, 0)
MONTHS = {1: (9, 10, 11), 2: (9, 11), 10: (9, 10, 11)}
"""The numbers of the cells, and of which months their minutes came; one of October is missing."""


@pytest.fixture
def board(tmp_path: Path) -> Iterator[Board]:
    board = Board.create(tmp_path / "xa.bangxa", bundled())
    yield board
    board.close()


@pytest.fixture
def on_board(themed: QApplication, board: Board) -> BoardSession:
    """Give the board of an office that three cells sent minutes to."""
    session = BoardSession(board, lambda: NOW)
    assert session.do(change_office, session.register, SUPERIOR, "Minh Đài", "Lê Thị Hoa") is None
    return session


def collect(session: BoardSession, folder: Path, months: dict[int, tuple[int, ...]]) -> None:
    collecting = Collecting(session.board, bundled(), session.context, accept_new=True)
    for number, sent in months.items():
        cell = Cell(number - 1)
        for month in sent:
            path = folder / f"{number} {month}.zip"
            path.write_bytes(packed(held(cell, month), cell).content)
            collecting.take(path)
    session.tell_collected()


class Hand:
    """What a clerk does with the page."""

    def __init__(self, page: SumsPage, qtbot: QtBot) -> None:
        self.page, self.form, self.qtbot = page, page.form, qtbot

    def press(self, button: QPushButton) -> None:
        self.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    def choose(self, box: QComboBox, data: object) -> None:
        assert box.findData(data) >= 0
        box.setCurrentIndex(box.findData(data))
        box.activated.emit(box.currentIndex())

    def sort(self, column: int) -> None:
        """Take an entry of the menu of orders; -1 is that as made."""
        self.page.order_menu.actions()[column + 1].trigger()

    def order(self) -> str:
        """Give the entry that has the tick."""
        ticked = [one for one in self.page.order_menu.actions() if not one.icon().isNull()]
        (action,) = ticked
        return action.text()

    def table(self, kind: BoardTable) -> None:
        self.choose(self.form.table_box, kind)

    def column(self, title: str, view: QTableView | None = None) -> list[str]:
        model = (view or self.form.lines_table).model()
        titles = [
            model.headerData(at, Qt.Orientation.Horizontal, Qt.ItemDataRole.ToolTipRole)
            for at in range(model.columnCount())
        ]
        at = titles.index(title)
        return [model.index(row, at).data() for row in range(model.rowCount())]

    def total(self, title: str) -> str:
        (text,) = self.column(title, self.form.totals_table)
        return text

    def notice(self) -> str:
        banner = self.form.notice_banner
        return banner.text_label.text() if banner.isVisible() else ""

    def paper(self) -> BoardPaperDialog:
        """Give the paper that is shown, once it is made."""
        dialog = self.page.findChildren(BoardPaperDialog)[-1]
        self.qtbot.waitUntil(lambda: "being made" not in dialog.form.empty_label.text())
        return dialog


@pytest.fixture
def hand(
    on_board: BoardSession, ask: QueuedAsk, words: Messages, qtbot: QtBot, tmp_path: Path
) -> Hand:
    collect(on_board, tmp_path, MONTHS)
    page = SumsPage(on_board, ask, words)
    qtbot.addWidget(page)
    page.resize(1130, 560)
    with qtbot.waitExposed(page):
        page.show()
    return Hand(page, qtbot)


def test_the_sums_of_the_quarter_of_today_come_first(hand: Hand) -> None:
    assert hand.form.period_label.text() == "Quarter IV of 2026"
    assert hand.column("Cell") == ["Chi bộ thôn 1", "Chi bộ thôn 2", "Chi bộ thôn 10"]
    assert hand.column("Expected") == ["2", "2", "2"]
    assert hand.column("Received") == ["2", "1", "2"]
    assert (hand.total("Cell"), hand.total("Received")) == ("All cells", "5")
    assert not hand.form.later_button.isEnabled()
    assert hand.form.lines_table.accessibleName() == "Summary by cell"


def test_the_clerk_goes_from_time_to_time(hand: Hand) -> None:
    form = hand.form
    hand.press(form.earlier_button)
    assert form.period_label.text() == "Quarter III of 2026"
    assert hand.total("Received") == "3"
    hand.choose(form.span_box, Span.YEAR)
    assert form.period_label.text() == "Year 2026"
    assert hand.total("Received") == "8"
    hand.choose(form.span_box, Span.MONTH)
    assert form.period_label.text() == "Month 11/2026"
    hand.press(form.earlier_button)
    assert (form.period_label.text(), hand.total("Received")) == ("Month 10/2026", "2")
    assert form.later_button.isEnabled()


def test_what_the_table_shows_is_what_core_computes_with_states_as_chips(hand: Hand) -> None:
    hand.table(BoardTable.GRID)
    assert hand.column("Month 10")[1] == "missing"
    table = hand.form.lines_table
    at = next(row for row in range(3) if table.model().index(row, 2).data() == "missing")
    assert table.model().index(at, 2).data(STATE_ROLE) == "bad"
    assert hand.total("Month 10") == "2/3"
    spoken = table.model().index(1, 2).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Month 10: missing, Chi bộ thôn 2, row 2 of 3"


def press_head(view: QTableView, qtbot: QtBot, column: int) -> None:
    header = view.horizontalHeader()
    place = QPoint(header.sectionViewportPosition(column) + 20, header.height() // 2)
    qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=place)


def test_a_press_on_a_head_sorts_and_numbers_anew(hand: Hand) -> None:
    table = hand.form.lines_table
    table.selectRow(1)
    press_head(table, hand.qtbot, 3)
    assert hand.column("Received") == ["1", "2", "2"]
    assert hand.column("Cell")[0] == "Chi bộ thôn 2"
    assert hand.column("No.") == ["1", "2", "3"]
    # The cell that was chosen stays chosen, and the menu tells the order.
    assert table.currentIndex().row() == 0
    assert hand.order() == "Received"
    press_head(table, hand.qtbot, 3)
    assert hand.column("Received") == ["2", "2", "1"]
    assert hand.total("Received") == "5"


def test_the_keyboard_sorts_through_the_menu(hand: Hand) -> None:
    menu = hand.page.order_menu
    menu.popup(hand.page.mapToGlobal(QPoint(0, 0)))
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Return):
        hand.qtbot.keyClick(menu, key)
    assert hand.order() == "Cell"
    assert hand.column("Cell") == ["Chi bộ thôn 1", "Chi bộ thôn 2", "Chi bộ thôn 10"]
    hand.sort(1)
    # Chosen again it turns around; numbers in names count as numbers.
    assert hand.column("Cell") == ["Chi bộ thôn 10", "Chi bộ thôn 2", "Chi bộ thôn 1"]
    hand.sort(-1)
    assert hand.column("Cell") == ["Chi bộ thôn 1", "Chi bộ thôn 2", "Chi bộ thôn 10"]


def test_the_order_stays_when_more_comes(
    hand: Hand, on_board: BoardSession, tmp_path: Path
) -> None:
    hand.sort(3)
    collect(on_board, tmp_path, {3: (11,)})
    assert hand.column("Received") == ["1", "1", "2", "2"]
    assert hand.order() == "Received"


def test_columns_without_room_are_turned_to_and_names_and_totals_stay(hand: Hand) -> None:
    form = hand.form
    lines, totals, bar = form.lines_table, form.totals_table, form.column_bar
    hand.page.resize(700, 400)
    hand.qtbot.waitUntil(bar.isVisible)
    QApplication.processEvents()
    count = lines.model().columnCount()

    def shown(table: QTableView) -> list[int]:
        return [at for at in range(count) if not table.isColumnHidden(at)]

    seen: list[int] = []
    while True:
        assert shown(lines)[:2] == [0, 1]
        assert shown(totals) == shown(lines)
        hand.qtbot.waitUntil(lambda: lines.horizontalScrollBar().maximum() == 0)
        seen += shown(lines)[2:]
        if not bar.later_button.isEnabled():
            break
        hand.qtbot.mouseClick(bar.later_button, Qt.MouseButton.LeftButton)
    assert seen == list(range(2, count))
    press_head(lines, hand.qtbot, 1)
    press_head(lines, hand.qtbot, 1)
    assert hand.column("Cell")[0] == "Chi bộ thôn 10"
    lines.setFocus()
    hand.qtbot.keyClick(lines, Qt.Key.Key_Left)
    assert shown(lines)[-1] < count - 1
    hand.page.resize(4000, 400)
    hand.qtbot.waitUntil(bar.isHidden)
    assert shown(lines) == list(range(count))


def test_a_double_click_and_enter_open_the_cell(hand: Hand) -> None:
    table = hand.form.lines_table
    box = table.visualRect(table.model().index(2, 1)).center()
    wanted: list[tuple[str, object]] = []
    hand.page.cell_wanted.connect(lambda *cell: wanted.append(cell))
    hand.qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=box)
    double_click(table.viewport(), box)
    assert wanted == [(Cell(9).id, None)]
    table.selectRow(0)
    with hand.qtbot.waitSignal(hand.page.cell_wanted) as opened:
        hand.qtbot.keyClick(table, Qt.Key.Key_Return)
    assert opened.args == [Cell(0).id, None]
    hand.table(BoardTable.OFFICERS)
    with hand.qtbot.assertNotEmitted(hand.page.cell_wanted):
        hand.qtbot.keyClick(table, Qt.Key.Key_Return)


def test_a_chart_is_shown_in_place_of_the_table(hand: Hand) -> None:
    form = hand.form
    hand.press(form.chart_button)
    assert form.chart_view.isVisible()
    assert form.chart_view.chart is not None
    assert [row.label for row in form.chart_view.chart.rows][2] == "Chi bộ thôn 10"
    hand.choose(form.chart_box, form.chart_box.itemData(1))
    # Nobody has given points.
    assert form.empty_label.isVisible()
    hand.table(BoardTable.GRID)
    assert form.chart_view.chart.title == "Minutes received, month by month"
    hand.table(BoardTable.MISSING)
    assert form.lines_table.isVisible()
    assert not form.chart_button.isVisible()


def test_a_table_without_rows_says_why(hand: Hand) -> None:
    hand.page.show_period(Period(Span.MONTH, 2026, 9))
    hand.table(BoardTable.MISSING)
    assert hand.form.empty_label.text() == "No minutes of this time are missing."
    assert not hand.page.save_action.isEnabled()
    assert not hand.form.print_button.isEnabled()


def test_a_board_that_is_empty_says_what_to_do(
    on_board: BoardSession, ask: QueuedAsk, words: Messages, qtbot: QtBot
) -> None:
    page = SumsPage(on_board, ask, words)
    qtbot.addWidget(page)
    page.show()
    assert "No cell has sent" in page.form.empty_label.text()
    assert page.form.empty_label.isVisible()


def test_what_is_shown_is_saved_in_its_order(hand: Hand, ask: QueuedAsk, tmp_path: Path) -> None:
    hand.sort(1)
    hand.sort(1)
    for option, kind in (("Excel (XLSX)", FileKind.SHEET), ("CSV", FileKind.CSV)):
        path = tmp_path / f"bang.{kind.suffix}"
        ask.will_answer(option, path)
        hand.page.save_action.trigger()
        assert hand.notice() == f"Saved: {path}"
    assert ask.asked[1] == "save SummaryByCell_2026-Q4.xlsx"
    sheet = load_workbook(tmp_path / "bang.xlsx").active
    assert sheet is not None
    names = [sheet.cell(row, 2).value for row in range(3, 8)]
    assert names == ["Cell", "Chi bộ thôn 10", "Chi bộ thôn 2", "Chi bộ thôn 1", "All cells"]
    lines = (tmp_path / "bang.csv").read_text(encoding="utf-8-sig").splitlines()
    assert lines[1].startswith("1;Chi bộ thôn 10;2;2;100,0%;")


def test_a_saved_paper_has_the_chart_that_is_seen(
    hand: Hand, ask: QueuedAsk, tmp_path: Path
) -> None:
    hand.press(hand.form.chart_button)
    path = tmp_path / "bang.pdf"
    ask.will_answer("PDF, to be signed", path)
    hand.page.save_action.trigger()
    text = "".join(page.extract_text() for page in PdfReader(path).pages)
    assert "Attendance of the cells" in text
    assert "SUMMARY BY CELL" in text
    assert "Lê Thị Hoa" in text


def test_a_file_that_cannot_be_written_is_told(hand: Hand, ask: QueuedAsk, tmp_path: Path) -> None:
    ask.will_answer("CSV", tmp_path / "no such folder" / "bang.csv")
    hand.page.save_action.trigger()
    assert hand.notice()
    assert "Saved" not in hand.notice()
    ask.will_answer(None)
    hand.page.save_action.trigger()


def test_the_paper_is_seen_before_it_is_printed_across(
    hand: Hand, ask: QueuedAsk, tmp_path: Path
) -> None:
    hand.press(hand.form.print_button)
    dialog = hand.paper()
    assert dialog.form.paper_view.page_count == 1
    assert not dialog.form.choice_panel.isVisible()
    assert "Chi bộ thôn 10" in dialog.form.paper_view.text()
    dialog.print_job = FilePrinting(tmp_path / "printed.pdf")
    hand.press(dialog.form.print_button)
    (page,) = PdfReader(tmp_path / "printed.pdf").pages
    assert page.mediabox.width > page.mediabox.height
    assert "handed to the printer" in dialog.form.notice_banner.text_label.text()
    dialog.print_job = NoPrinting()
    hand.press(dialog.form.print_button)
    ask.will_answer(tmp_path / "saved.pdf")
    hand.press(dialog.form.notice_banner.act_button)
    assert (tmp_path / "saved.pdf").read_bytes().startswith(b"%PDF")


def test_reminders_are_for_the_cells_that_miss_the_month(hand: Hand) -> None:
    hand.page.remind_action.trigger()
    dialog = hand.paper()
    assert isinstance(dialog, RemindersDialog)
    box = dialog.form.month_box
    assert box.count() == 1
    assert box.currentText().startswith("Month 10 of 2026: 1 cell")
    text = dialog.form.paper_view.text()
    assert "Chi bộ thôn 2" in text
    assert "Chi bộ thôn 1\n" not in text.replace("\r", "")
    dialog.form.until_edit.setFocus()
    hand.qtbot.keyClicks(dialog.form.until_edit, "5/12/2026")
    hand.qtbot.keyClick(dialog.form.until_edit, Qt.Key.Key_Tab)
    hand.qtbot.waitUntil(lambda: "05 tháng 12" in dialog.form.paper_view.text())


def test_nobody_is_reminded_when_nothing_is_missing(
    on_board: BoardSession, ask: QueuedAsk, words: Messages, qtbot: QtBot, tmp_path: Path
) -> None:
    collect(on_board, tmp_path, {1: (9, 10, 11)})
    dialog = RemindersDialog(on_board, ask, words)
    qtbot.addWidget(dialog)
    dialog.show()
    assert "nobody has to be reminded" in dialog.form.empty_label.text()
    assert not dialog.form.print_button.isEnabled()
    assert not dialog.form.choice_panel.isVisible()
