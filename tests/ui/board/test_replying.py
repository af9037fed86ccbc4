"""Replies go onto a stick for the cells that it came from, signed when the office has keys."""

from __future__ import annotations

import errno
from typing import IO, TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from cellsecretary.core.operations.board import answer_sender, write_remark
from cellsecretary.exchange.collecting import packets_in
from cellsecretary.exchange.delivery import Device
from cellsecretary.exchange.drives import Drive
from cellsecretary.exchange.office_keys import office_key_file, public_part
from cellsecretary.exchange.reply import read_reply
from cellsecretary.rules import bundled
from cellsecretary.store.board import Board
from cellsecretary.ui.board.replying import RepliesDialog, Stage
from cellsecretary.ui.board.session import BoardSession
from cellsecretary.ui.board.unlock import UnlockDialog
from cellsecretary.ui.chips import State
from tests.cells import held
from tests.ui.board.conftest import FIRST, NOW, PASSWORD, SECOND, THIRD

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from cellsecretary.messages import Messages
    from tests.cells import Cell
    from tests.ui.asking import QueuedAsk

LONG = 20_000
"""Milliseconds that a test waits for keys at most."""


class Hand:
    """A clerk with sticks."""

    def __init__(
        self,
        session: BoardSession,
        ask: QueuedAsk,
        words: Messages,
        qtbot: QtBot,
        cells: Collection[Cell] = (),
        folder: Path | None = None,
        sticks: Collection[Drive] = (),
        device: Device | None = None,
    ) -> None:
        self.session, self.qtbot = session, qtbot
        self.sticks = list(sticks)
        self.dialog = RepliesDialog(
            session,
            ask,
            words,
            cells=[cell.id for cell in cells],
            folder=folder,
            find=lambda: tuple(self.sticks),
            device=device,
        )
        self.dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
        qtbot.addWidget(self.dialog)
        self.form = self.dialog.form
        self.dialog.show()

    def write(self) -> str:
        self.form.write_button.click()
        self.qtbot.waitUntil(lambda: self.dialog.stage is Stage.WRITTEN, timeout=LONG)
        return self.form.notice_banner.text_label.text()

    def lines(self) -> list[tuple[str, object]]:
        return [(one.text, one.sign) for one in self.form.lines_list.sentences]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    path = tmp_path / "usb"
    path.mkdir()
    return path


def drive(path: Path, name: str = "KINGSTON") -> Drive:
    return Drive(path, name, 1 << 30, read_only=False)


def test_the_cells_of_the_stick_are_ticked_and_get_what_they_are_told(
    filled: BoardSession, ask: QueuedAsk, words: Messages, qtbot: QtBot, folder: Path
) -> None:
    meeting = held(FIRST, 10).meeting.id
    assert filled.do(write_remark, filled.register, FIRST.id, meeting, "Ghi rõ.") is None
    hand = Hand(filled, ask, words, qtbot, [FIRST], folder, [drive(folder)])
    assert hand.dialog.ticked == (FIRST.id,)
    assert hand.dialog.model.rows[0].cell.id == FIRST.id
    assert "no signature" in hand.form.signed_label.text()
    said = hand.write()
    assert "pull out" in said
    assert hand.lines() == [("Chi bộ thôn 1: receipts: 2, remarks: 1.", State.GOOD)]
    (path,) = folder.iterdir()
    assert read_reply(path).reply.cell == FIRST.id
    assert list(packets_in([folder])) == []


def test_without_a_stick_to_answer_nothing_is_ticked_and_a_cell_is_chosen_by_keyboard(
    filled: BoardSession, ask: QueuedAsk, words: Messages, qtbot: QtBot, folder: Path
) -> None:
    hand = Hand(filled, ask, words, qtbot, sticks=[drive(folder)])
    assert hand.dialog.ticked == ()
    assert not hand.form.write_button.isEnabled()
    hand.dialog.activateWindow()
    hand.form.cells_table.setFocus()
    qtbot.waitUntil(hand.form.cells_table.hasFocus)
    qtbot.keyClick(hand.form.cells_table, Qt.Key.Key_Space)
    assert len(hand.dialog.ticked) == 1
    assert hand.form.write_button.isEnabled()
    hand.form.all_button.click()
    assert set(hand.dialog.ticked) == {FIRST.id, SECOND.id, THIRD.id}
    hand.form.none_button.click()
    assert hand.dialog.ticked == ()


def test_a_cell_on_paper_or_turned_away_is_not_offered(
    filled: BoardSession, ask: QueuedAsk, words: Messages, qtbot: QtBot
) -> None:
    from cellsecretary.core.board_rows import AcceptanceKind

    no = [(AcceptanceKind.CELL, "")]
    assert filled.do(answer_sender, filled.register, SECOND.id, no, False) is None
    hand = Hand(filled, ask, words, qtbot)
    assert {line.cell.id for line in hand.dialog.model.rows} == {FIRST.id, THIRD.id}


def test_locked_keys_are_unlocked_once_and_sign(
    with_keys: BoardSession, ask: QueuedAsk, words: Messages, qtbot: QtBot, folder: Path
) -> None:
    hand = Hand(with_keys, ask, words, qtbot, [FIRST], folder, [drive(folder)])
    assert hand.dialog.model.rows[0].counts.key == 1
    hand.form.write_button.click()
    unlocking = hand.dialog.findChild(UnlockDialog)
    assert isinstance(unlocking, UnlockDialog)
    unlocking.form.old_edit.setText("wrong password")
    unlocking.form.keep_button.click()
    qtbot.waitUntil(lambda: not unlocking._beside.is_under_way, timeout=LONG)
    assert "password is wrong" in unlocking.notes.text(unlocking.form.old_edit)
    assert hand.dialog.stage is Stage.CHOOSE
    unlocking.form.old_edit.setText(PASSWORD)
    unlocking.form.keep_button.click()
    qtbot.waitUntil(lambda: hand.dialog.stage is Stage.WRITTEN, timeout=LONG)
    there = public_part(with_keys.board.path)
    assert there is not None
    opened = read_reply(next(folder.iterdir()))
    assert opened.signer == there.signing_key
    assert opened.reply.seal_key == there.seal_key
    hand.form.write_button.click()
    assert hand.dialog.stage is Stage.CHOOSE
    assert "signed with the key" in hand.form.signed_label.text()
    assert hand.write(), "the password is asked for once"


def test_damaged_keys_stop_it(
    with_keys: BoardSession, ask: QueuedAsk, words: Messages, qtbot: QtBot, folder: Path
) -> None:
    office_key_file(with_keys.board.path).write_bytes(b"{}")
    hand = Hand(with_keys, ask, words, qtbot, [FIRST], folder, [drive(folder)])
    assert "damaged" in hand.form.notice_banner.text_label.text()
    assert not hand.form.write_button.isEnabled()
    assert not hand.form.folder_button.isEnabled()


def test_a_board_that_nobody_named_says_what_to_do_first(
    themed: object, ask: QueuedAsk, words: Messages, qtbot: QtBot, folder: Path, tmp_path: Path
) -> None:
    board = Board.create(tmp_path / "other.bangxa", bundled())
    hand = Hand(BoardSession(board, lambda: NOW), ask, words, qtbot, [FIRST], folder)
    assert "no name of an office" in hand.form.notice_banner.text_label.text()
    assert not hand.form.write_button.isEnabled()
    board.close()


def test_a_full_stick_says_which_cell_has_nothing_and_can_be_tried_again(
    filled: BoardSession, ask: QueuedAsk, words: Messages, qtbot: QtBot, folder: Path
) -> None:
    class Full(Device):
        files = 0

        def create(self, path: Path) -> IO[bytes]:
            Full.files += 1
            if Full.files == 2:
                raise OSError(errno.ENOSPC, "full")
            return super().create(path)

    hand = Hand(filled, ask, words, qtbot, [FIRST, SECOND], folder, [drive(folder)], Full())
    assert "not all" in hand.write()
    good, bad = hand.lines()
    assert good[1] is State.GOOD
    assert bad[1] is State.BAD
    assert "no room" in bad[0]
    hand.form.write_button.click()
    assert hand.dialog.ticked == (FIRST.id, SECOND.id)
    assert "pull out" in hand.write()
    assert len(list(folder.iterdir())) == 2


def test_another_folder_is_chosen(
    filled: BoardSession, ask: QueuedAsk, words: Messages, qtbot: QtBot, folder: Path
) -> None:
    hand = Hand(filled, ask, words, qtbot, [FIRST])
    assert hand.form.no_drive_label.isVisible()
    assert not hand.form.write_button.isEnabled()
    ask.will_answer(folder)
    hand.form.folder_button.click()
    qtbot.waitUntil(lambda: hand.dialog.stage is Stage.WRITTEN, timeout=LONG)
    assert "pull out" not in hand.form.notice_banner.text_label.text()
    assert len(list(folder.iterdir())) == 1
