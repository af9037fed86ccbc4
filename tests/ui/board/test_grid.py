"""The grid of the board: every state by sign and word, found, filtered, opened by keyboard."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QElapsedTimer, Qt

from cellsecretary.core.board.grid import CellLine, GridLine, MonthField, MonthState
from cellsecretary.core.period import Period, Span
from cellsecretary.exchange.collecting import Collecting
from cellsecretary.rules import bundled
from cellsecretary.ui.board.grid import GridPage
from cellsecretary.ui.board.grid_model import FIELD_ROLE, GridModel
from cellsecretary.ui.board.states import MONTH_ICONS, MONTH_STATES
from cellsecretary.ui.theme import Theme
from tests.cells import held, packed
from tests.ui.board.conftest import FIRST, THIRD

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from cellsecretary.messages import Messages
    from cellsecretary.ui.board.session import BoardSession
    from tests.ui.asking import QueuedAsk

LEFT = Qt.MouseButton.LeftButton
SPOKEN = Qt.ItemDataRole.AccessibleTextRole
SEPTEMBER, OCTOBER, NOVEMBER, DECEMBER = range(8, 12)


@pytest.fixture
def page(qtbot: QtBot, filled: BoardSession, ask: QueuedAsk, words: Messages) -> GridPage:
    return shown(qtbot, GridPage(filled, ask, words))


def shown(qtbot: QtBot, page: GridPage) -> GridPage:
    qtbot.addWidget(page)
    page.resize(1130, 620)
    with qtbot.waitExposed(page):
        page.show()
    return page


def names(page: GridPage) -> list[str]:
    return [line.cell.name for line in page.model.lines]


def choose(page: GridPage, row: int, month: int) -> None:
    page.form.months_table.setCurrentIndex(page.model.index(row, month))


def test_each_month_of_each_cell_says_how_it_stands(page: GridPage) -> None:
    assert names(page) == ["Chi bộ Quân sự", "Chi bộ thôn 1", "Chi bộ thôn 2", "Chi bộ thôn 3"]
    states = [
        [page.model.index(row, month).data(FIELD_ROLE).state for month in (SEPTEMBER, OCTOBER)]
        for row in range(4)
    ]
    kinds = MonthState
    assert states == [
        [kinds.MISSING, kinds.MISSING],
        [kinds.LATE, kinds.CHANGED],
        [kinds.LATE, kinds.DRAFT],
        [kinds.CONFLICT, kinds.MISSING],
    ]
    said = page.model.index(1, SEPTEMBER).data(SPOKEN)
    assert said == "Chi bộ thôn 1, month 9: received late, 26/11"
    assert page.model.index(1, DECEMBER).data(FIELD_ROLE).state is kinds.OUTSIDE


def test_no_state_is_told_by_colour_alone(words: Messages) -> None:
    for state in MonthState:
        assert state in MONTH_STATES
        assert words.month_state(state)
        assert words.month_state(state, short=True)
    signs = [MONTH_ICONS[state] for state in MonthState]
    assert len(set(signs)) == len(signs)


def test_the_counts_add_up_and_each_shows_its_cells_alone(page: GridPage, qtbot: QtBot) -> None:
    buttons = page.form.state_bar.buttons
    counted = sum(int(button.text().split()[0]) for button in buttons.values())
    outside = sum(
        month.state is MonthState.OUTSIDE for line in page.model.lines for month in line.months
    )
    assert counted + outside == 4 * 12
    qtbot.mouseClick(buttons[MonthState.DRAFT], LEFT)
    assert names(page) == ["Chi bộ thôn 2"]
    assert buttons[MonthState.DRAFT].isChecked()
    qtbot.mouseClick(buttons[MonthState.CONFLICT], LEFT)
    assert names(page) == ["Chi bộ thôn 3"]
    qtbot.mouseClick(buttons[MonthState.CONFLICT], LEFT)
    assert len(names(page)) == 4


def test_in_large_text_a_box_takes_the_place_of_the_buttons(
    page: GridPage, themed: QApplication
) -> None:
    bar = page.form.state_bar
    assert bar.isVisible()
    assert not bar.box.isVisible()
    Theme(200).apply(themed)
    page.resize(800, 620)
    themed.processEvents()
    assert not bar.isVisible()
    assert bar.box.isVisible()
    bar.box.setCurrentIndex(bar.box.findText("1 only a draft came"))
    bar.box.activated.emit(bar.box.currentIndex())
    assert names(page) == ["Chi bộ thôn 2"]


def test_a_cell_is_found_without_tones(page: GridPage) -> None:
    page.form.search_edit.setText("quan su")
    assert names(page) == ["Chi bộ Quân sự"]
    page.form.search_edit.setText("xyz")
    assert names(page) == []
    assert page.form.empty_label.isVisible()
    assert not page.form.open_button.isVisible()


def test_the_cells_that_lack_most_can_come_first(page: GridPage) -> None:
    page.form.order_box.setCurrentIndex(1)
    page.form.order_box.activated.emit(1)
    assert names(page)[:2] == ["Chi bộ Quân sự", "Chi bộ thôn 3"]


def test_arrows_and_enter_open_a_month(page: GridPage, qtbot: QtBot) -> None:
    table = page.form.months_table
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow, timeout=2000)
    page.begin()
    assert page.model.field(table.currentIndex()).month == dt.date(2026, 10, 1)  # type: ignore[union-attr]
    qtbot.keyClick(table, Qt.Key.Key_Down)
    qtbot.keyClick(table, Qt.Key.Key_Left)
    assert page.form.chosen_label.text().startswith("Chi bộ thôn 1, month 9")
    with qtbot.waitSignal(page.cell_wanted, timeout=0) as wanted:
        qtbot.keyClick(table, Qt.Key.Key_Return)
    assert wanted.args == [FIRST.id, dt.date(2026, 9, 1)]


def test_paper_is_ticked_in_one_step_and_unticked_by_undo(page: GridPage, qtbot: QtBot) -> None:
    choose(page, 1, SEPTEMBER)
    assert not page.form.paper_button.isVisible(), "this cell sends packets"
    choose(page, 0, DECEMBER)
    assert not page.form.paper_button.isVisible(), "nothing of a month to come can be here"
    choose(page, 0, OCTOBER)
    qtbot.mouseClick(page.form.paper_button, LEFT)
    field = page.model.index(0, OCTOBER).data(FIELD_ROLE)
    assert field.state is MonthState.ON_PAPER
    assert "received on paper, 26/11" in page.form.chosen_label.text()
    assert not page.form.paper_button.isVisible()
    page._session.undo()
    assert page.model.index(0, OCTOBER).data(FIELD_ROLE).state is MonthState.MISSING


def test_other_years_are_a_button_away(page: GridPage, qtbot: QtBot) -> None:
    assert not page.form.after_button.isEnabled()
    qtbot.mouseClick(page.form.before_button, LEFT)
    assert page.form.year_label.text() == "2025"
    states = {month.state for line in page.model.lines for month in line.months}
    assert states == {MonthState.OUTSIDE}
    qtbot.mouseClick(page.form.after_button, LEFT)
    assert page.year == 2026


def test_the_chosen_field_stays_chosen_when_something_comes(page: GridPage) -> None:
    choose(page, 2, SEPTEMBER)
    page._session.tell_collected()
    assert page.form.chosen_label.text().startswith("Chi bộ thôn 2, month 9")


def test_an_empty_board_says_what_to_do(
    qtbot: QtBot, empty: BoardSession, ask: QueuedAsk, words: Messages
) -> None:
    page = shown(qtbot, GridPage(empty, ask, words))
    assert "Plug in" in page.form.empty_label.text()
    assert not page.form.months_table.isVisible()
    with qtbot.waitSignal(page.collect_wanted, timeout=0):
        qtbot.mouseClick(page.form.collect_button, LEFT)


def test_months_without_room_are_turned_to(page: GridPage, qtbot: QtBot) -> None:
    page.resize(700, 400)
    form, table = page.form, page.form.months_table

    def shown() -> list[int]:
        return [at + 1 for at in range(12) if not table.isColumnHidden(at)]

    qtbot.waitUntil(lambda: table.horizontalScrollBar().maximum() == 0)
    # October is the month that work is about.
    assert shown() == [7, 8, 9, 10, 11, 12]
    assert form.year_label.text() == "M7–M12/2026"
    assert not form.after_button.isEnabled()
    assert form.before_button.accessibleName() == "The months before"
    qtbot.mouseClick(form.before_button, LEFT)
    assert shown() == [1, 2, 3, 4, 5, 6]
    assert table.currentIndex().column() == 5
    for _press in range(6):
        qtbot.keyClick(table, Qt.Key.Key_Left)
    assert table.currentIndex().column() == 0
    qtbot.mouseClick(form.before_button, LEFT)
    assert form.year_label.text() == "M7–M12/2025"
    assert table.currentIndex().column() == 11
    qtbot.mouseClick(form.after_button, LEFT)
    assert form.year_label.text() == "M1–M6/2026"
    for _press in range(6):
        qtbot.keyClick(table, Qt.Key.Key_Right)
    assert shown() == [7, 8, 9, 10, 11, 12]
    assert table.currentIndex().column() == 6
    page.resize(1300, 400)
    assert shown() == list(range(1, 13))
    assert form.year_label.text() == "2026"
    assert table.verticalHeader().width() > 100


def test_the_cells_of_a_province_do_not_hang_the_page(
    qtbot: QtBot, filled: BoardSession, ask: QueuedAsk, words: Messages
) -> None:
    page = shown(qtbot, GridPage(filled, ask, words))
    months = Period(Span.YEAR, 2026).months
    page._lines = tuple(
        GridLine(
            CellLine(f"c{n}", f"Chi bộ {n}", f"Đảng ủy xã {n % 124}", on_paper=False),
            tuple(MonthField(month, MonthState.MISSING) for month in months),
        )
        for n in range(4031)
    )
    clock = QElapsedTimer()
    clock.start()
    page._choose()
    page.form.search_edit.setText("chi bo 4030")
    page.form.search_edit.setText("")
    page.grab()
    assert clock.elapsed() < 3000
    assert page.model.rowCount() == 4031


def test_a_change_of_one_field_keeps_the_table(words: Messages, qtbot: QtBot) -> None:
    model = GridModel(words)
    months = Period(Span.YEAR, 2026).months
    cell = CellLine("c", "Chi bộ 1", "", on_paper=False)
    line = GridLine(cell, tuple(MonthField(month, MonthState.MISSING) for month in months))
    model.set_lines([line], months)
    with qtbot.waitSignal(model.dataChanged, timeout=0):
        model.set_lines([line], months)
    with qtbot.waitSignal(model.modelReset, timeout=0):
        model.set_lines([], months)


def test_what_came_shows_at_once(page: GridPage, stick: Callable[..., Path]) -> None:
    session = page._session
    (path,) = stick("usb", packed(held(THIRD, 10), THIRD)).iterdir()
    Collecting(session.board, bundled(), session.context).take(path)
    session.tell_collected()
    assert page.model.index(3, OCTOBER).data(FIELD_ROLE).state is MonthState.LATE
