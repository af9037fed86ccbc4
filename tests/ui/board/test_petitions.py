"""The petitions of all cells: which wait, for how long, and the answers that go back."""

from __future__ import annotations

import datetime as dt
import shutil
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from cellsecretary.rules import bundled
from cellsecretary.store.board import Board
from cellsecretary.ui.board.petitions import CELL_COLUMN, TEXT_COLUMN, PetitionsPage
from tests.cells import held
from tests.ui.board.sent import (
    FIRST,
    OCTOBER,
    SECOND,
    TODAY,
    begun,
    send,
    session_of,
    with_wish,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtWidgets import QApplication, QWidget
    from pytestqt.qtbot import QtBot

    from cellsecretary.messages import Messages
    from cellsecretary.ui.board.session import BoardSession
    from tests.ui.asking import QueuedAsk

MENDED, LAMP = "Sửa mương dẫn nước xóm Đình", "Đèn đường ngõ 4"


@pytest.fixture
def board(sent_file: Path, tmp_path: Path) -> Iterator[Board]:
    copy = Path(shutil.copy(sent_file, tmp_path / "xa.bangxa"))
    with closing(Board.open(copy, bundled())) as board:
        yield board


@pytest.fixture
def session(themed: QApplication, board: Board) -> BoardSession:
    return session_of(board)


@pytest.fixture
def page(session: BoardSession, ask: QueuedAsk, words: Messages, qtbot: QtBot) -> PetitionsPage:
    page = PetitionsPage(session, ask, words)
    qtbot.addWidget(page)
    page.resize(1130, 560)
    with qtbot.waitExposed(page):
        page.show()
    return page


def column(page: PetitionsPage, place: int) -> list[str]:
    model = page.form.petitions_table.model()
    return [str(model.index(row, place).data()) for row in range(model.rowCount())]


def choose(page: PetitionsPage, text: str) -> None:
    page.form.petitions_table.selectRow(column(page, TEXT_COLUMN).index(text))


def test_those_that_wait_longest_come_first_with_their_cell_and_days(page: PetitionsPage) -> None:
    assert column(page, TEXT_COLUMN)[:2] == [MENDED, LAMP]
    assert column(page, CELL_COLUMN)[:2] == ["Chi bộ thôn 1", "Chi bộ thôn 2"]
    days = (TODAY - dt.date(2026, 9, 3)).days
    assert column(page, 1)[0] == f"{days} day(s)"
    assert column(page, 0) == ["waiting"] * 4
    assert page.form.count_label.text() == "4 petition(s) waiting for an answer"
    assert "From: Nhân dân xóm Đình" in page.form.chosen_label.text()


def test_a_typed_answer_is_of_today_and_leaves_its_row_under_the_hand(
    page: PetitionsPage, session: BoardSession, type_text: Callable[[QWidget, str], None]
) -> None:
    choose(page, MENDED)
    type_text(page.form.answer_edit, "Xã đã giao tổ ")
    page._answer.flush()
    type_text(page.form.answer_edit, "thủy nông.")
    page._answer.flush()
    (answer,) = session.register.answers
    assert (answer.cell, answer.petition) == (FIRST.id, "p1")
    assert (answer.answered, answer.answer) == (TODAY, "Xã đã giao tổ thủy nông.")
    assert column(page, TEXT_COLUMN)[0] == MENDED
    assert column(page, 0)[0] == "answered"
    assert page.form.count_label.text() == "3 petition(s) waiting for an answer"
    assert page.form.answered_edit.date() == TODAY
    session.undo()
    assert session.register.answers == ()
    assert column(page, 0)[0] == "waiting"


def test_when_the_page_is_seen_again_answered_ones_are_below(
    page: PetitionsPage, type_text: Callable[[QWidget, str], None]
) -> None:
    choose(page, MENDED)
    type_text(page.form.answer_edit, "Đã sửa.")
    page._answer.flush()
    page.hide()
    page.show()
    assert column(page, TEXT_COLUMN)[0] == LAMP
    assert column(page, TEXT_COLUMN)[-1] == MENDED


def test_another_day_of_the_answer_is_noted_and_one_to_come_is_refused(
    page: PetitionsPage, session: BoardSession, type_text: Callable[[QWidget, str], None]
) -> None:
    choose(page, LAMP)
    type_text(page.form.answer_edit, "Đã lắp.")
    page._answer.flush()
    field = page.form.answered_edit
    field.setText("20/11/2026")
    field.settle()
    assert session.register.answers[0].answered == dt.date(2026, 11, 20)
    field.setText("20/12/2026")
    field.settle()
    assert page.form.notice_banner.isVisible()
    assert session.register.answers[0].answered == dt.date(2026, 11, 20)
    assert field.date() == dt.date(2026, 11, 20)


def test_an_answer_that_is_emptied_is_taken_back(
    page: PetitionsPage, session: BoardSession, type_text: Callable[[QWidget, str], None]
) -> None:
    choose(page, LAMP)
    type_text(page.form.answer_edit, "Đã lắp.")
    page._answer.flush()
    page.form.answer_edit.selectAll()
    page.form.answer_edit.textCursor().removeSelectedText()
    page._answer.flush()
    assert [one.answered for one in session.register.answers] == [None]
    assert page.form.count_label.text() == "4 petition(s) waiting for an answer"


def test_turning_to_another_row_writes_what_was_typed_about_the_one_before(
    page: PetitionsPage, session: BoardSession, type_text: Callable[[QWidget, str], None]
) -> None:
    choose(page, MENDED)
    type_text(page.form.answer_edit, "Đã sửa.")
    choose(page, LAMP)
    assert [one.petition for one in session.register.answers] == ["p1"]
    assert page.form.answer_edit.toPlainText() == ""


def test_one_cell_alone_can_be_looked_at(page: PetitionsPage) -> None:
    box = page.form.cell_box
    assert box.itemText(0) == "All cells"
    at = box.findText("Chi bộ thôn 2")
    box.setCurrentIndex(at)
    box.activated.emit(at)
    assert column(page, TEXT_COLUMN) == [LAMP]
    assert page.form.count_label.text() == "1 petition(s) waiting for an answer"


def test_enter_leads_to_the_minutes_that_passed_it_on(page: PetitionsPage, qtbot: QtBot) -> None:
    choose(page, LAMP)
    with qtbot.waitSignal(page.cell_wanted) as wanted:
        qtbot.keyClick(page.form.petitions_table, Qt.Key.Key_Return)
    assert wanted.args == [SECOND.id, dt.date(2026, 9, 1)]


def test_what_the_cell_knows_already_is_shown_and_not_written_over(
    page: PetitionsPage, board: Board, session: BoardSession, tmp_path: Path
) -> None:
    told = with_wish(
        held(SECOND, 11), "p9", "Cổng làng", answered=dt.date(2026, 11, 9), answer="Đã duyệt."
    )
    send(board, tmp_path / "told", SECOND, told, on=TODAY)
    session.tell_collected()
    choose(page, "Cổng làng")
    assert "09/11/2026: Đã duyệt." in page.form.known_label.text()
    assert not page.form.answer_edit.isVisible()


def test_a_board_without_petitions_says_what_will_stand_here(
    themed: QApplication, ask: QueuedAsk, words: Messages, qtbot: QtBot, tmp_path: Path
) -> None:
    with closing(begun(tmp_path / "new.bangxa")) as board:
        page = PetitionsPage(session_of(board), ask, words)
        qtbot.addWidget(page)
        page.show()
        assert page.form.empty_page.isVisible()
        assert not page.form.chosen_card.isVisible()
        page.hide()


def test_october_is_not_what_a_september_wish_opens(session: BoardSession) -> None:
    months = {one.current.figures.month for one in session.record.meetings_of(FIRST.id)}
    assert months == {dt.date(2026, 9, 1), OCTOBER}
