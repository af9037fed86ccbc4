"""The window of the board: opened, begun, backed up, in both languages; what fails is said."""

from __future__ import annotations

import datetime as dt
from contextlib import closing
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt

from cellsecretary import paths
from cellsecretary.core.change import Changes, Context
from cellsecretary.core.operations.board import change_office, change_paper_cell
from cellsecretary.exchange.collecting import Collecting, packets_in
from cellsecretary.rules import bundled
from cellsecretary.store.board import Board
from cellsecretary.ui.board.arrivals import ArrivalsDialog
from cellsecretary.ui.board.collect_dialog import Stage
from cellsecretary.ui.board.keys import KeysDialog
from cellsecretary.ui.board.merging import MergeDialog
from cellsecretary.ui.board.office import OfficeDialog
from cellsecretary.ui.board.replying import RepliesDialog
from cellsecretary.ui.board.replying import Stage as RepliesStage
from cellsecretary.ui.board.window import PAGES, BoardWindow
from cellsecretary.ui.dialogs.send import SendDialog
from cellsecretary.ui.launch import parser
from cellsecretary.ui.settings import Settings
from cellsecretary.ui.start import StartPage
from tests.building import AFTER
from tests.cells import SUPERIOR, Cell, held, packed, write

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QPushButton
    from pytestqt.qtbot import QtBot

    from cellsecretary.ui.program import Program
    from tests.ui.asking import QueuedAsk

LEFT = Qt.MouseButton.LeftButton


def window_of(program: Program) -> BoardWindow:
    assert isinstance(program.window, BoardWindow)
    return program.window


def office_dialog(program: Program) -> OfficeDialog:
    assert program.window is not None
    dialog = program.window.findChild(OfficeDialog)
    assert isinstance(dialog, OfficeDialog)
    return dialog


@pytest.fixture
def board_file(tmp_path: Path) -> Path:
    path = tmp_path / "Xã Minh Đài.bangxa"
    board = Board.create(path, bundled())
    answer = change_office(board.register(), Context(AFTER, str), SUPERIOR)
    assert isinstance(answer, Changes)
    board.apply(answer, AFTER)
    board.close()
    return path


def test_a_board_opens_at_its_grid_and_is_remembered(
    program: Program, board_file: Path, tmp_path: Path
) -> None:
    assert program.open_file(board_file)
    window = window_of(program)
    assert window.page == "grid"
    assert window.form.office_label.text() == SUPERIOR
    assert list(Settings(tmp_path / "settings.ini").books) == [board_file]


def test_a_new_board_asks_for_its_office_first(program: Program, tmp_path: Path) -> None:
    path = tmp_path / "moi.bangxa"
    assert program.open_board(path)
    assert not path.exists(), "nothing is made before the office has a name"
    dialog = office_dialog(program)
    dialog.form.keep_button.click()
    assert not path.exists()
    assert "name of the office" in dialog.notes.text(dialog.form.name_edit)
    dialog.form.name_edit.setText("Đảng ủy xã Minh Đài")
    dialog.form.due_spin.setValue(10)
    dialog.form.since_box.setCurrentIndex(1)
    dialog.form.keep_button.click()
    window = window_of(program)
    office = window.session.register.office
    assert office is not None
    assert (office.name, office.due_day) == ("Đảng ủy xã Minh Đài", 10)
    assert office.since == AFTER.date().replace(day=1)


def test_a_board_that_was_not_begun_leaves_nothing_behind(program: Program, tmp_path: Path) -> None:
    program.open_board(tmp_path / "moi.bangxa")
    office_dialog(program).form.cancel_button.click()
    assert not (tmp_path / "moi.bangxa").exists()
    assert program.window is not None
    assert isinstance(program.window.centralWidget(), StartPage)


def test_where_no_file_can_be_made_it_is_said_and_what_was_typed_stays(
    program: Program, tmp_path: Path, ask: QueuedAsk
) -> None:
    program.open_board(tmp_path / "nowhere" / "moi.bangxa")
    dialog = office_dialog(program)
    dialog.form.name_edit.setText("Đảng ủy xã")
    dialog.form.keep_button.click()
    assert len(ask.told) == 1
    assert dialog.isVisible()


@pytest.mark.parametrize("content", [b"", b"a photograph", b"SQLite format 3\x00" + bytes(9000)])
def test_what_is_no_board_is_said_and_left_alone(
    program: Program, tmp_path: Path, ask: QueuedAsk, content: bytes
) -> None:
    path = tmp_path / "x.bangxa"
    path.write_bytes(content)
    assert not program.open_file(path)
    assert len(ask.told) == 1
    assert path.read_bytes() == content


def test_a_book_is_no_board(program: Program, replayed_file: Path, ask: QueuedAsk) -> None:
    assert not program.open_board(replayed_file)
    assert ask.told


def test_the_first_page_leads_to_a_board(
    program: Program, board_file: Path, ask: QueuedAsk, tmp_path: Path
) -> None:
    assert program.window is not None
    page = program.window.centralWidget()
    assert isinstance(page, StartPage)
    ask.will_answer("Open a board", board_file)
    page.form.board_button.click()
    assert window_of(program).page == "grid"
    ask.will_answer(tmp_path / "hai.bangxa")
    window_of(program).new_wanted.emit()
    assert office_dialog(program).isVisible()


def test_the_command_line_names_a_board() -> None:
    assert parser().parse_args(["--board", "x.bangxa"]).board.name == "x.bangxa"


def test_every_page_of_the_rail_opens_by_key(
    program: Program, board_file: Path, qtbot: QtBot
) -> None:
    program.open_board(board_file)
    window = window_of(program)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow, timeout=2000)
    for number, page in enumerate(PAGES, 1):
        qtbot.keyClick(window, str(number), Qt.KeyboardModifier.AltModifier)
        assert window.page == page
        focus = window.focusWidget()
        assert focus is not None
        assert window._pages[page].isAncestorOf(focus)


def test_only_pages_that_are_there_stand_on_the_rail(program: Program, board_file: Path) -> None:
    program.open_board(board_file)
    form = window_of(program).form
    buttons: dict[str, QPushButton] = {
        "grid": form.grid_button,
        "sums": form.sums_button,
        "petitions": form.petitions_button,
        "directives": form.directives_button,
        "cells": form.cells_button,
    }
    assert {page for page, button in buttons.items() if button.isVisible()} == set(PAGES)


def test_undo_has_a_name_and_the_state_is_said(program: Program, board_file: Path) -> None:
    program.open_board(board_file)
    window = window_of(program)
    session = window.session
    assert session.do(change_paper_cell, session.register, "", "Chi bộ Quân sự", True) is None
    assert window.form.act_label.text()
    assert "Saved" in window.form.saved_label.text()
    window.form.undo_button.click()
    assert session.record.cells == ()
    session.board._db.execute("pragma query_only = on")
    session.do(change_paper_cell, session.register, "", "Chi bộ Công an", True)
    assert window.form.fault_banner.isVisible()
    assert "Not saved" in window.form.saved_label.text()
    session.board._db.execute("pragma query_only = off")


def test_the_language_changes_at_once(program: Program, board_file: Path) -> None:
    program.open_board(board_file)
    window_of(program).language_wanted.emit("vi")
    form = window_of(program).form
    assert form.grid_button.accessibleName() == "Bảng theo dõi"
    assert form.undo_button.text() == "Hoàn tác"


def test_the_office_can_be_changed_and_that_undone(program: Program, board_file: Path) -> None:
    program.open_board(board_file)
    window = window_of(program)
    window.change_office()
    dialog = office_dialog(program)
    assert dialog.form.name_edit.text() == SUPERIOR
    dialog.form.name_edit.setText("Đảng ủy phường Nông Tiến")
    dialog.form.keep_button.click()
    assert window.form.office_label.text() == "Đảng ủy phường Nông Tiến"
    window.undo()
    assert window.form.office_label.text() == SUPERIOR


def test_closing_leaves_a_copy_away_from_the_board(program: Program, board_file: Path) -> None:
    program.open_board(board_file)
    session = window_of(program).session
    session.do(change_paper_cell, session.register, "", "Chi bộ Quân sự", True)
    program.close()
    copies = list(paths.backups_folder().rglob("*.bangxa"))
    assert len(copies) == 1
    with closing(Board.copied(copies[0], bundled())) as copy:
        assert [cell.name for cell in copy.whole().cells] == ["Chi bộ Quân sự"]


def test_the_menu_copies_and_merges_boards(
    program: Program, board_file: Path, ask: QueuedAsk, tmp_path: Path, qtbot: QtBot
) -> None:
    program.open_board(board_file)
    window = window_of(program)
    stick = tmp_path / "stick"
    stick.mkdir()
    window.menu.export_action.trigger()
    sending = window.findChild(SendDialog)
    assert isinstance(sending, SendDialog)
    ask.will_answer(stick)
    sending.form.folder_button.click()
    qtbot.waitUntil(lambda: not sending._courier.is_under_way)
    copy = stick / "DangUyXaMinhDai_2026-11-21.bangxa"
    assert copy.name in sending.form.notice_banner.text_label.text()
    Board.open(copy, bundled()).close()
    assert [path.name for path in stick.iterdir()] == [copy.name]
    sending.reject()
    ask.will_answer(copy)
    window.menu.merge_action.trigger()
    merging = window.findChild(MergeDialog)
    assert isinstance(merging, MergeDialog)
    merging.reject()
    window.menu.arrivals_action.trigger()
    assert window.findChild(ArrivalsDialog) is not None
    window.menu.keys_action.trigger()
    assert window.findChild(KeysDialog) is not None
    window.menu.reply_action.trigger()
    assert window.findChild(RepliesDialog) is not None


def test_what_came_off_a_stick_goes_back_onto_it(
    program: Program, board_file: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    program.open_board(board_file)
    window = window_of(program)
    write(iter([packed(held(Cell(0), 10), Cell(0))]), tmp_path / "stick")
    dialog = window.collect()
    dialog.begin([tmp_path / "stick"], "USB", tmp_path / "stick")
    qtbot.waitUntil(lambda: dialog.stage is Stage.STRANGERS)
    dialog.form.go_button.click()
    qtbot.waitUntil(lambda: dialog.stage is Stage.REPORT)
    assert window.session.last_undoable is None, "undo does not go back past what came"
    assert not window.form.undo_button.isEnabled()
    dialog.form.reply_button.click()
    replies = window.findChild(RepliesDialog)
    assert isinstance(replies, RepliesDialog)
    assert replies.ticked == (Cell(0).id,)
    replies.form.write_button.click()
    qtbot.waitUntil(lambda: replies.stage is RepliesStage.WRITTEN)
    assert (tmp_path / "stick" / "PhanHoi_ChiBoThon1.zip").exists()


def test_a_new_day_is_noticed(program: Program, board_file: Path) -> None:
    program.open_board(board_file)
    window = window_of(program)
    page = window.show_page("grid")
    window.session._clock = lambda: AFTER + dt.timedelta(days=60)
    window._night.timeout.emit()
    assert page._stale is False


@pytest.mark.thorough
def test_a_month_is_opened_from_every_page_and_seen_there(
    program: Program, board_file: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    """What the clerk opens is the cell that the page stands at; "seen" goes back to the grid."""
    from cellsecretary.core.board.grid import MonthState
    from cellsecretary.ui.board.grid import GridPage
    from cellsecretary.ui.board.meeting import BoardMeetingDialog

    cell = Cell(2)
    (folder := tmp_path / "usb").mkdir()
    write((packed(held(cell, 10, revision=n), cell) for n in (1, 2)), folder)
    assert program.open_file(board_file)
    window = window_of(program)
    ids = iter(map(str, range(99)))
    work = Collecting(
        window.session.board,
        bundled(),
        lambda: Context(AFTER, lambda: next(ids)),
        accept_new=True,
    )
    for path in packets_in([folder]):
        work.take(path)
    window.session.tell_collected()
    month = dt.date(2026, 10, 1)
    for name in PAGES:
        page = window.show_page(name)
        page.cell_wanted.emit(cell.id, month)
        dialog = window.findChild(BoardMeetingDialog)
        assert dialog is not None, name
        assert cell.name in dialog.windowTitle()
        if name == "grid":
            qtbot.mouseClick(dialog.content.form.seen_button, LEFT)
        dialog.done(0)
        dialog.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    grid = window.show_page("grid")
    assert isinstance(grid, GridPage)
    (line,) = window.session.record.grid([month], AFTER.date())
    assert line.months[0].state in (MonthState.RECEIVED, MonthState.LATE)
    window.undo()
    (line,) = window.session.record.grid([month], AFTER.date())
    assert line.months[0].state in (MonthState.RECEIVED, MonthState.LATE), "a look is no act"
