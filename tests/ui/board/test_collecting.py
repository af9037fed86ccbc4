"""From a stick onto the board through the dialog: numbers add up, strangers are asked about."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

import pyrage
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from cellsecretary.core.board.versions import Arrived
from cellsecretary.exchange.collecting import Refused
from cellsecretary.exchange.drives import Drive
from cellsecretary.exchange.keys import printed_code
from cellsecretary.exchange.office_keys import make_key
from cellsecretary.exchange.seal import sealed
from cellsecretary.store.board import ArrivalLine
from cellsecretary.ui.board.arrivals import ArrivalsDialog
from cellsecretary.ui.board.collect_dialog import CollectDialog, Stage
from cellsecretary.ui.board.report_view import MEETINGS, WHY, ReportView
from cellsecretary.ui.board.strangers_model import Say
from cellsecretary.ui.board.unlock import UnlockDialog
from tests.cells import SUPERIOR, Cell, held, packed
from tests.ui.board.conftest import FIRST, SECOND, THIRD

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from cellsecretary.messages import Messages
    from cellsecretary.ui.board.session import BoardSession
    from tests.ui.asking import QueuedAsk

LEFT = Qt.MouseButton.LeftButton
STRANGE = Cell(7, "Đảng ủy phường Nông Tiến")


class Hand:
    """What the clerk does with the dialog, and the sticks that are plugged in."""

    def __init__(
        self, session: BoardSession, ask: QueuedAsk, words: Messages, qtbot: QtBot
    ) -> None:
        self.sticks: list[Drive] = []
        self.session, self.ask, self.words, self.qtbot = session, ask, words, qtbot
        self.window = QWidget()
        qtbot.addWidget(self.window)
        self.open()

    def open(self) -> None:
        self.dialog = CollectDialog(
            *(self.session, self.ask, self.words, self.window), find=lambda: tuple(self.sticks)
        )
        self.form = self.dialog.form
        self.dialog.show()

    def receive(self, folder: Path) -> None:
        self.sticks = [Drive(folder, "KINGSTON", 1 << 30, read_only=True)]
        self.dialog.sticks.look()
        self.qtbot.mouseClick(self.form.go_button, LEFT)
        self.rest()

    def go_on(self) -> None:
        self.qtbot.mouseClick(self.form.go_button, LEFT)
        self.rest()

    def is_at(self, stage: Stage) -> bool:
        return self.dialog.stage is stage

    def rest(self) -> None:
        """Wait until the dialog waits for somebody."""
        self.qtbot.waitUntil(lambda: self.dialog.stage is not Stage.PROGRESS)

    def said(self) -> str:
        return self.form.notice_banner.text_label.text()

    def counted(self) -> str:
        return self.dialog.report.form.counts_label.text()

    def answers(self) -> dict[str, Say]:
        found = {}
        for row in self.dialog.strangers.rows:
            assert row.stranger is not None
            found[row.stranger.sender.name] = row.say
        return found

    def reasons(self) -> list[Refused]:
        return [one.reason for one in self.dialog.collector.reports if one.reason is not None]


@pytest.fixture
def hand(filled: BoardSession, ask: QueuedAsk, words: Messages, qtbot: QtBot) -> Hand:
    return Hand(filled, ask, words, qtbot)


@pytest.mark.thorough
def test_without_a_stick_it_says_what_to_do(hand: Hand, tmp_path: Path) -> None:
    assert hand.form.no_drive_label.isVisible()
    assert not hand.form.go_button.isEnabled()
    hand.sticks = [Drive(tmp_path, "KINGSTON", 1, read_only=False)]
    hand.qtbot.waitUntil(lambda: hand.form.drives_list.count() == 1)
    assert hand.form.go_button.isEnabled()
    assert not hand.form.no_drive_label.isVisible()


def test_what_came_is_counted_and_the_grid_is_told(hand: Hand, stick: Callable[..., Path]) -> None:
    folder = stick(
        "usb",
        packed(held(THIRD, 10), THIRD),
        packed(held(FIRST, 9), FIRST),
        packed(held(SECOND, 9, revision=2), SECOND),
        packed(held(FIRST, 10, seed=3, revision=2), FIRST),
    )
    (folder / "anh.zip").write_bytes(b"no packet")
    with hand.qtbot.waitSignal(hand.session.collected):
        hand.receive(folder)
    assert hand.is_at(Stage.REPORT)
    assert hand.counted() == (
        "Found 5 packets: 1 new, 1 changed, 1 known, 1 in conflict, 1 set aside."
    )
    assert "pull out" in hand.said()
    rows = hand.dialog.report.model.rows
    assert [row.arrived for row in rows] == [
        *(Arrived.REFUSED, Arrived.CONFLICT, Arrived.CHANGED, Arrived.NEW, Arrived.KNOWN),
    ]
    hand.qtbot.mouseClick(hand.dialog.report.buttons[Arrived.CHANGED], LEFT)
    (row,) = hand.dialog.report.model.rows
    assert row.name == "Chi bộ thôn 2"
    assert len(hand.session.record.meetings_of(THIRD.id)) == 2


def test_the_same_stick_once_more_changes_nothing(hand: Hand, stick: Callable[..., Path]) -> None:
    folder = stick("usb", packed(held(THIRD, 10), THIRD), packed(held(FIRST, 8), FIRST))
    hand.receive(folder)
    before = hand.session.record.meetings
    hand.qtbot.mouseClick(hand.form.again_button, LEFT)
    hand.receive(folder)
    assert "2 known" in hand.counted()
    assert hand.session.record.meetings == before


def test_strangers_are_asked_about_once_and_those_of_others_are_not_ticked(
    hand: Hand, stick: Callable[..., Path]
) -> None:
    renamed = held(SECOND, 8)
    renamed = replace(renamed, cell=replace(renamed.cell, name="Chi bộ Liên Sơn"))
    ours = Cell(5)
    folder = stick(
        "usb",
        packed(held(ours, 8), ours),
        packed(held(ours, 9), ours),
        packed(held(STRANGE, 9), STRANGE),
        packed(renamed, SECOND),
        packed(held(THIRD, 8), THIRD, age=1),
    )
    hand.receive(folder)
    assert hand.is_at(Stage.STRANGERS)
    assert hand.answers() == {
        "Chi bộ thôn 6": Say.ACCEPT,
        "Chi bộ thôn 8": Say.LATER,
        "Chi bộ Liên Sơn": Say.ACCEPT,
        "Chi bộ thôn 3": Say.LATER,
    }
    said = [
        hand.dialog.strangers.index(row, 2).data()
        for row in range(hand.dialog.strangers.rowCount())
    ]
    assert SUPERIOR in said[0]
    assert "Chi bộ thôn 2" in said[2]
    assert printed_code(THIRD.key(1).public) in said[3]
    hand.go_on()
    assert hand.is_at(Stage.REPORT)
    assert "3 new" in hand.counted()
    assert sorted(hand.reasons()) == [Refused.UNKNOWN_CELL, Refused.UNKNOWN_KEY]
    names = [cell.name for cell in hand.session.record.cells]
    assert "Chi bộ thôn 6" in names
    assert "Chi bộ thôn 8" not in names


def test_a_new_key_is_accepted_by_a_key_of_the_keyboard(
    hand: Hand, stick: Callable[..., Path]
) -> None:
    hand.receive(stick("usb", packed(held(THIRD, 8), THIRD, age=1)))
    table = hand.form.strangers_table
    hand.qtbot.keyClick(table, Qt.Key.Key_Space)
    assert hand.answers() == {"Chi bộ thôn 3": Say.ACCEPT}
    hand.go_on()
    assert "1 new" in hand.counted()
    (cell,) = [cell for cell in hand.session.record.cells if cell.id == THIRD.id]
    assert len(cell.keys) == 2


def test_two_keys_for_one_new_cell_are_both_left_to_the_clerk(
    hand: Hand, stick: Callable[..., Path]
) -> None:
    ours = Cell(5)
    folder = stick("usb", packed(held(ours, 8), ours), packed(held(ours, 9), ours, age=1))
    hand.receive(folder)
    assert [row.say for row in hand.dialog.strangers.rows] == [Say.LATER, Say.LATER]


def test_the_report_tells_what_is_the_matter_after_the_answers(
    hand: Hand, stick: Callable[..., Path]
) -> None:
    ours = Cell(5)
    folder = stick("usb", packed(held(ours, 8), ours), packed(held(ours, 9), ours, age=1))
    hand.receive(folder)
    hand.dialog.strangers.turn(hand.dialog.strangers.index(0, 0))
    hand.go_on()
    assert hand.is_at(Stage.REPORT), "what was left for later is not asked again"
    assert hand.reasons() == [Refused.UNKNOWN_KEY], "the cell is on the board by now"


def test_turning_a_key_away_leaves_the_cell_itself_alone(
    hand: Hand, stick: Callable[..., Path]
) -> None:
    folder = stick("usb", packed(held(THIRD, 8), THIRD, age=1))
    hand.receive(folder)
    hand.qtbot.mouseClick(hand.form.away_button, LEFT)
    assert hand.answers() == {"Chi bộ thôn 3": Say.NEVER}
    hand.go_on()
    assert hand.reasons() == [Refused.TURNED_AWAY]
    hand.qtbot.mouseClick(hand.form.again_button, LEFT)
    hand.receive(folder)
    assert hand.is_at(Stage.REPORT), "it is asked about once"
    good = stick("good", packed(held(THIRD, 8), THIRD))
    hand.qtbot.mouseClick(hand.form.again_button, LEFT)
    hand.receive(good)
    assert "1 new" in hand.counted()


def test_what_was_taken_stays_when_the_clerk_stops(hand: Hand, stick: Callable[..., Path]) -> None:
    folder = stick("usb", *(packed(held(FIRST, month), FIRST) for month in range(1, 9)))
    hand.dialog.collector.stepped.connect(
        lambda done, total, _name: hand.form.stop_button.click() if 0 < done < total else None
    )
    hand.receive(folder)
    taken = len(hand.dialog.collector.reports)
    assert taken
    assert len(hand.session.record.meetings_of(FIRST.id)) == 2 + taken
    if taken < 8:
        assert "Stopped" in hand.said()
    assert len(hand.session.board.arrivals(100)) == taken


def test_closing_in_between_keeps_what_came_and_its_report(
    hand: Hand, stick: Callable[..., Path]
) -> None:
    folder = stick("usb", packed(held(FIRST, 8), FIRST), packed(held(STRANGE, 9), STRANGE))
    hand.receive(folder)
    assert hand.is_at(Stage.STRANGERS)
    hand.dialog.reject()
    assert [line.arrived for line in hand.session.board.arrivals(9)] == [
        Arrived.NEW,
        Arrived.REFUSED,
    ]
    assert len(hand.session.record.meetings_of(FIRST.id)) == 3


def test_a_stick_pulled_out_is_said_and_what_came_is_kept(
    hand: Hand, stick: Callable[..., Path]
) -> None:
    folder = stick("usb", packed(held(FIRST, 8), FIRST), packed(held(FIRST, 7), FIRST))
    last = max(folder.iterdir())
    hand.dialog.collector._search = None
    hand.dialog.begin([folder], "KINGSTON", folder)
    hand.dialog.collector.wait()
    last.unlink()
    hand.rest()
    assert "pulled out" in hand.said()
    assert len(hand.session.record.meetings_of(FIRST.id)) == 3


def test_a_full_disk_ends_it_with_one_sentence(hand: Hand, stick: Callable[..., Path]) -> None:
    folder = stick("usb", packed(held(FIRST, 8), FIRST))
    hand.session.board._db.execute("pragma query_only = on")
    with hand.qtbot.waitSignal(hand.session.failed):
        hand.receive(folder)
    assert hand.is_at(Stage.REPORT)
    assert "xa.bangxa" in hand.said()
    hand.session.board._db.execute("pragma query_only = off")
    assert len(hand.session.board.whole().meetings_of(FIRST.id)) == 2


def test_a_stick_without_packets_says_so(hand: Hand, tmp_path: Path) -> None:
    (tmp_path / "photos").mkdir()
    (tmp_path / "photos" / "a.jpg").write_bytes(b"photograph")
    hand.receive(tmp_path / "photos")
    assert "There is no packet" in hand.said()


def test_files_can_be_chosen_and_a_board_of_another_is_asked_about(
    hand: Hand, stick: Callable[..., Path], tmp_path: Path
) -> None:
    folder = stick("usb", packed(held(THIRD, 10), THIRD))
    hand.receive(folder)
    copy = tmp_path / "other.bangxa"
    hand.session.board.copy_to(copy)
    hand.session.undo()
    hand.qtbot.mouseClick(hand.form.again_button, LEFT)
    hand.ask.will_answer((copy,))
    hand.qtbot.mouseClick(hand.form.files_button, LEFT)
    hand.rest()
    (row,) = hand.dialog.strangers.rows
    assert row.board == copy
    assert row.say is Say.LATER
    hand.dialog.strangers.turn(hand.dialog.strangers.index(0, 0))
    hand.go_on()
    assert "1 known" in hand.counted()


def test_sealed_packets_are_opened_once_the_password_was_given(
    hand: Hand, stick: Callable[..., Path]
) -> None:
    keys = make_key(hand.session.board.path, "mat khau dai")
    folder = stick("usb", packed(held(FIRST, 8), FIRST))
    (path,) = folder.iterdir()
    path.write_bytes(sealed(path.read_bytes(), keys.seal_key))
    other = str(pyrage.x25519.Identity.generate().to_public())
    (folder / "z_other.zip").write_bytes(sealed(packed(held(FIRST, 7), FIRST).content, other))
    hand.sticks = [Drive(folder, "KINGSTON", 1, read_only=False)]
    hand.dialog.sticks.look()
    hand.qtbot.mouseClick(hand.form.go_button, LEFT)
    hand.qtbot.waitUntil(lambda: hand.dialog.findChild(UnlockDialog) is not None)
    unlock = hand.dialog.findChild(UnlockDialog)
    assert isinstance(unlock, UnlockDialog)
    unlock.form.old_edit.setText("sai mat khau")
    hand.qtbot.mouseClick(unlock.form.keep_button, LEFT)
    hand.qtbot.waitUntil(unlock.form.keep_button.isEnabled, timeout=20000)
    assert "password" in unlock.notes.text(unlock.form.old_edit)
    unlock.form.old_edit.setText("mat khau dai")
    hand.qtbot.mouseClick(unlock.form.keep_button, LEFT)
    hand.qtbot.waitUntil(lambda: hand.dialog.stage is Stage.REPORT, timeout=20000)
    assert "1 new" in hand.counted()
    assert hand.reasons() == [Refused.OTHER_KEY]
    assert hand.session.keys is not None


def test_whoever_knows_no_password_gets_the_rest(hand: Hand, stick: Callable[..., Path]) -> None:
    keys = make_key(hand.session.board.path, "mat khau dai")
    folder = stick("usb", packed(held(FIRST, 8), FIRST), packed(held(FIRST, 7), FIRST))
    path = min(folder.iterdir())
    path.write_bytes(sealed(path.read_bytes(), keys.seal_key))
    hand.sticks = [Drive(folder, "KINGSTON", 1, read_only=False)]
    hand.dialog.sticks.look()
    hand.qtbot.mouseClick(hand.form.go_button, LEFT)
    hand.qtbot.waitUntil(lambda: hand.dialog.findChild(UnlockDialog) is not None)
    unlock = hand.dialog.findChild(UnlockDialog)
    assert isinstance(unlock, UnlockDialog)
    unlock.reject()
    hand.qtbot.waitUntil(lambda: hand.dialog.stage is Stage.REPORT)
    assert "1 new" in hand.counted()
    assert hand.reasons() == [Refused.SEALED]


def test_the_columns_of_a_report_leave_room_for_the_reason(
    words: Messages, qtbot: QtBot, themed: object
) -> None:
    days = tuple(dt.date(2026, month, 3) for month in range(1, 13))
    at = dt.datetime(2026, 11, 26, 8, 0)
    of = (at, "KINGSTON", "BienBan_2026.zip")
    view = ReportView(words)
    qtbot.addWidget(view)
    view.resize(900, 420)
    view.show_lines(
        [
            ArrivalLine(*of, Arrived.NEW, "", "Chi bộ thôn 1", days),
            ArrivalLine(*of, Arrived.REFUSED, Refused.UNKNOWN_KEY, "Chi bộ thôn 2", days[:1]),
        ]
    )
    with qtbot.waitExposed(view):
        view.show()
    header = view.form.lines_table.horizontalHeader()
    qtbot.waitUntil(lambda: header.sectionSize(WHY) > header.sectionSize(MEETINGS))
    said = [view.model.index(row, MEETINGS).data() for row in range(2)]
    assert said == ["03/01/2026", "12 meeting(s), 03/01/2026 to 03/12/2026"]


def test_reports_can_be_read_again(hand: Hand, stick: Callable[..., Path]) -> None:
    hand.receive(stick("usb", packed(held(FIRST, 8), FIRST)))
    again = ArrivalsDialog(hand.session, hand.words, hand.window)
    assert again.form.stick_box.itemText(0) == "26/11/2026 8:00, KINGSTON"
    assert again.report.form.counts_label.text() == hand.counted()


def test_answers_are_offered_only_when_somebody_writes_them(
    hand: Hand, stick: Callable[..., Path]
) -> None:
    folder = stick("usb", packed(held(FIRST, 8), FIRST))
    hand.receive(folder)
    assert not hand.form.reply_button.isVisible()
    places: list[object] = []
    hand.dialog.reply_wanted.connect(places.append)
    hand.qtbot.mouseClick(hand.form.again_button, LEFT)
    hand.receive(folder)
    hand.qtbot.mouseClick(hand.form.reply_button, LEFT)
    assert places == [folder]
