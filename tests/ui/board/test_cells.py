"""The page of cells: names, keys, paper, and who was turned away."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from cellsecretary.core.board_rows import AcceptanceKind
from cellsecretary.core.operations.board import answer_sender
from cellsecretary.exchange.collecting import Collecting
from cellsecretary.exchange.keys import printed_code
from cellsecretary.rules import bundled
from cellsecretary.ui.board.cells import CellsPage
from tests.cells import held, packed
from tests.ui.board.conftest import FIRST, SECOND

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from cellsecretary.messages import Messages
    from cellsecretary.ui.board.session import BoardSession
    from tests.ui.asking import QueuedAsk

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def page(qtbot: QtBot, filled: BoardSession, ask: QueuedAsk, words: Messages) -> CellsPage:
    page = CellsPage(filled, ask, words)
    qtbot.addWidget(page)
    page.resize(1130, 620)
    with qtbot.waitExposed(page):
        page.show()
    return page


def choose(page: CellsPage, name: str) -> None:
    row = next(n for n, one in enumerate(page.model.rows) if one.cell.name == name)
    page.form.cells_table.setCurrentIndex(page.model.index(row, 0))


def test_a_cell_has_its_name_its_key_and_when_it_last_came(page: CellsPage) -> None:
    choose(page, "Chi bộ thôn 1")
    assert printed_code(FIRST.key().public) in page.form.facts_label.text()
    row = page.form.cells_table.currentIndex().row()
    assert page.model.index(row, 2).data() == "26/11/2026"
    assert page.form.cells_table.isColumnHidden(1), "there is one superior"


def test_other_names_are_said(
    page: CellsPage, filled: BoardSession, stick: Callable[..., Path]
) -> None:
    renamed = held(SECOND, 10, revision=1)
    renamed = replace(renamed, cell=replace(renamed.cell, name="Chi bộ Liên Sơn"))
    (path,) = stick("usb", packed(renamed, SECOND)).iterdir()
    Collecting(filled.board, bundled(), filled.context, accept_new=True).take(path)
    filled.tell_collected()
    choose(page, "Chi bộ Liên Sơn")
    assert "Chi bộ thôn 2" in page.form.facts_label.text()
    page.form.search_edit.setText("thon 2")
    assert [one.cell.name for one in page.model.rows] == ["Chi bộ Liên Sơn"]


def test_enter_opens_a_cell_that_sends(page: CellsPage, qtbot: QtBot) -> None:
    choose(page, "Chi bộ thôn 1")
    with qtbot.waitSignal(page.cell_wanted, timeout=0) as wanted:
        qtbot.mouseClick(page.form.open_button, LEFT)
    assert wanted.args == [FIRST.id, None]
    choose(page, "Chi bộ Quân sự")
    assert not page.form.open_button.isVisible()


def test_a_second_cell_of_one_name_is_asked_about(page: CellsPage, ask: QueuedAsk) -> None:
    before = len(page.model.rows)
    ask.will_answer("CHI BỘ  thôn 1", False)
    page.form.add_button.click()
    assert "on the board already" in ask.asked[-1]
    assert len(page.model.rows) == before
    ask.will_answer("Chi bộ thôn 1", True)
    page.form.add_button.click()
    assert len(page.model.rows) == before + 1
    choose(page, "Chi bộ Quân sự")
    ask.will_answer("Chi bộ Quân sự")
    page.form.rename_button.click()
    assert "already" not in ask.asked[-1], "its own name is no other's"


def test_a_missing_name_is_that_of_a_cell_not_of_a_person(page: CellsPage, ask: QueuedAsk) -> None:
    ask.will_answer(" ")
    page.form.add_button.click()
    assert "name of the cell" in page.form.notice_banner.text_label.text()


def test_a_cell_without_a_computer_is_added_renamed_and_taken_off(
    page: CellsPage, qtbot: QtBot, ask: QueuedAsk
) -> None:
    ask.will_answer("Chi bộ Công an")
    qtbot.mouseClick(page.form.add_button, LEFT)
    choose(page, "Chi bộ Công an")
    ask.will_answer("Chi bộ Công an xã")
    qtbot.mouseClick(page.form.rename_button, LEFT)
    choose(page, "Chi bộ Công an xã")
    qtbot.mouseClick(page.form.paper_button, LEFT)
    names = [one.cell.name for one in page.model.rows]
    assert "Chi bộ Công an xã" not in names
    page._session.undo()
    assert "Chi bộ Công an xã" in [one.cell.name for one in page.model.rows]


def test_a_name_that_is_none_is_refused_in_the_page(
    page: CellsPage, qtbot: QtBot, ask: QueuedAsk
) -> None:
    ask.will_answer("   ")
    qtbot.mouseClick(page.form.add_button, LEFT)
    assert page.form.notice_banner.isVisible()


def test_a_cell_whose_laptop_died_hands_in_paper_for_a_while(page: CellsPage, qtbot: QtBot) -> None:
    choose(page, "Chi bộ thôn 1")
    qtbot.mouseClick(page.form.paper_button, LEFT)
    assert "paper" in page.form.facts_label.text()
    assert next(c for c in page._session.record.cells if c.id == FIRST.id).on_paper
    qtbot.mouseClick(page.form.paper_button, LEFT)
    assert not next(c for c in page._session.record.cells if c.id == FIRST.id).on_paper


def test_who_was_turned_away_can_be_received_again(page: CellsPage, qtbot: QtBot) -> None:
    session = page._session
    assert not page.form.away_table.isVisible()
    values = [(AcceptanceKind.CELL, "Đảng ủy X"), (AcceptanceKind.NAME, "Chi bộ lạ")]
    session.do(answer_sender, session.register, "lạ", values, False)
    values = [(AcceptanceKind.KEY, "ab" * 32)]
    session.do(answer_sender, session.register, FIRST.id, values, False)
    assert [(one.name, one.whole) for one in page.away.rows] == [
        ("Chi bộ lạ", True),
        ("Chi bộ thôn 1", False),
    ]
    assert printed_code(bytes.fromhex("ab" * 32)) in page.away.index(1, 1).data()
    page.form.away_table.setCurrentIndex(page.away.index(1, 0))
    qtbot.mouseClick(page.form.take_button, LEFT)
    assert [one.name for one in page.away.rows] == ["Chi bộ lạ"]
    assert session.register.says(FIRST.id, AcceptanceKind.KEY, "ab" * 32) is True


def test_an_empty_board_says_how_cells_come(
    qtbot: QtBot, empty: BoardSession, ask: QueuedAsk, words: Messages
) -> None:
    page = CellsPage(empty, ask, words)
    qtbot.addWidget(page)
    with qtbot.waitExposed(page):
        page.show()
    assert page.form.empty_label.isVisible()
    assert not page.form.cell_card.isVisible()
