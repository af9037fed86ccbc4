"""The board of another computer: what it would bring is said first, then it comes, or does not."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QWidget

from cellsecretary.core.board.shown import shown_board
from cellsecretary.core.change import Changes, Context
from cellsecretary.core.operations.board import change_office, write_remark
from cellsecretary.exchange.collecting import Collecting, packets_in
from cellsecretary.rules import bundled
from cellsecretary.store.board import Board
from cellsecretary.ui.board.desk import OfficeDesk
from cellsecretary.ui.board.merging import MergeDialog
from tests.cells import SUPERIOR, held, packed, write
from tests.ui.board.conftest import FIRST, NOW, SECOND

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from cellsecretary.messages import Messages
    from cellsecretary.ui.board.session import BoardSession
    from tests.ui.asking import QueuedAsk


@pytest.fixture
def other(tmp_path: Path) -> Callable[..., Path]:
    """Make the board of another computer, with October and November of the first two cells."""

    def made(office: str = SUPERIOR) -> Path:
        path = tmp_path / "other" / "bang cua chi Lan.bangxa"
        cells = [(FIRST, 10), (FIRST, 11), (SECOND, 11)]
        write((packed(held(cell, month), cell) for cell, month in cells), path.parent / "stick")
        ctx = Context(NOW, iter("abcdefgh").__next__)
        with closing(Board.create(path, bundled())) as board:
            for operation, words in (
                (change_office, (office,)),
                (write_remark, (FIRST.id, held(FIRST, 11).meeting.id, "Ghi tốt.")),
            ):
                changes = operation(board.register(), ctx, *words)
                assert isinstance(changes, Changes)
                board.apply(changes, NOW)
            collecting = Collecting(board, bundled(), lambda: ctx, accept_new=True)
            list(collecting.take_all(packets_in([path.parent / "stick"])))
        return path

    return made


@pytest.fixture
def desk(filled: BoardSession, ask: QueuedAsk, words: Messages, qtbot: QtBot) -> OfficeDesk:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    return OfficeDesk(filled, ask, words, window)


def dialog_of(desk: OfficeDesk) -> MergeDialog:
    dialog = desk._window.findChild(MergeDialog)
    assert isinstance(dialog, MergeDialog)
    return dialog


def test_a_board_is_merged_after_it_said_what_it_brings(
    desk: OfficeDesk, filled: BoardSession, other: Callable[..., Path], ask: QueuedAsk
) -> None:
    told: list[str] = []
    filled.collected.connect(lambda: told.append("collected"))
    ask.will_answer(other())
    desk.merge()
    dialog = dialog_of(desk)
    said = dialog.form.brings_label.text()
    assert SUPERIOR in said
    assert "Cells: 2" in said
    assert "3, of which 2 are new" in said
    assert not told
    dialog.form.merge_button.click()
    assert "Merged: 2 new, 0 changed, 1 known" in dialog.form.notice_banner.text_label.text()
    assert told == ["collected"]
    assert not dialog.form.merge_button.isVisible()
    remarks = {one.meeting: one.text for one in filled.register.remarks}
    assert remarks == {held(FIRST, 11).meeting.id: "Ghi tốt."}
    assert filled.last_undoable is None
    assert filled.board.arrivals(1)[0].file == "bang cua chi Lan.bangxa"


def test_turning_back_leaves_everything_as_it_was(
    desk: OfficeDesk, filled: BoardSession, other: Callable[..., Path], ask: QueuedAsk
) -> None:
    before = shown_board(filled.record, bundled())
    ask.will_answer(other())
    desk.merge()
    dialog_of(desk).form.cancel_button.click()
    assert shown_board(filled.board.whole(), bundled()) == before


def test_a_board_of_another_office_says_what_stays_there(
    desk: OfficeDesk, other: Callable[..., Path], ask: QueuedAsk
) -> None:
    ask.will_answer(other("Đảng ủy xã Yên Sơn"))
    desk.merge()
    assert "another office" in dialog_of(desk).form.text_label.text()


def test_the_own_board_and_what_is_none_are_refused(
    desk: OfficeDesk, filled: BoardSession, ask: QueuedAsk, tmp_path: Path
) -> None:
    ask.will_answer(filled.board.path)
    desk.merge()
    broken = tmp_path / "broken.bangxa"
    broken.write_text("nothing")
    ask.will_answer(broken)
    desk.merge()
    assert "that is open" in ask.told[0]
    assert "broken.bangxa" in ask.told[1]
    assert desk._window.findChild(MergeDialog) is None
    ask.will_answer(None)
    desk.merge()
