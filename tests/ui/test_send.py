"""A meeting is copied to a stick from the window, and the window says when it is there."""

from __future__ import annotations

import errno
import os
from typing import IO, TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from cellsecretary.core.kinds import Trace
from cellsecretary.exchange.delivery import Device
from cellsecretary.exchange.drives import Drive
from cellsecretary.exchange.keys import key_file, signing_key
from cellsecretary.exchange.packet_reader import read_packet
from cellsecretary.rules import bundled
from cellsecretary.ui.courier import Courier
from cellsecretary.ui.dialogs.send import SendDialog
from tests.building import NOVEMBER, OCTOBER, meeting_id

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from cellsecretary.messages import Messages
    from cellsecretary.ui.session import Session
    from tests.ui.asking import QueuedAsk

LEFT = Qt.MouseButton.LeftButton
PACKET = "ChiBoThon3_2026-10_BienBan.zip"


class Hand:
    """What a secretary does with the dialog, and the sticks that are plugged in."""

    def __init__(
        self,
        session: Session,
        ask: QueuedAsk,
        words: Messages,
        qtbot: QtBot,
        day: str = OCTOBER,
        device: Device | None = None,
    ) -> None:
        self.sticks: list[Drive] = []
        self.qtbot, self.session, self.ask = qtbot, session, ask
        record = session.meeting(meeting_id(session, day))
        # The dialog goes when it is closed; what it belongs to stays.
        window = QWidget()
        qtbot.addWidget(window)
        self.dialog = SendDialog(
            session,
            ask,
            words,
            record,
            window,
            find=lambda: tuple(self.sticks),
            courier=Courier(device=device),
        )
        self._window = window
        self.form = self.dialog.form
        self.dialog.show()

    def plug_in(self, place: Path, name: str = "USB", *, read_only: bool = False) -> None:
        place.mkdir(exist_ok=True)
        self.sticks.append(Drive(place, name, 1 << 30, read_only))
        self.qtbot.waitUntil(lambda: self.form.drives_list.count() == len(self.sticks))

    def copy(self) -> str:
        """Press the button and give what the window says at the end."""
        self.qtbot.mouseClick(self.form.copy_button, LEFT)
        return self.told()

    def told(self) -> str:
        self.qtbot.waitUntil(lambda: not self.dialog._courier.is_under_way)
        return self.form.notice_banner.text_label.text()

    def traces(self) -> list[tuple[Trace, str]]:
        key = self.dialog._record.meeting.id
        return [(one.trace, one.place) for one in self.session.paper_traces(key)]


@pytest.fixture
def hand(session: Session, ask: QueuedAsk, words: Messages, qtbot: QtBot) -> Hand:
    return Hand(session, ask, words, qtbot)


def test_without_a_stick_it_says_what_to_do_and_notices_one_by_itself(
    hand: Hand, tmp_path: Path
) -> None:
    assert hand.form.no_drive_label.isVisible()
    assert not hand.form.copy_button.isEnabled()
    hand.plug_in(tmp_path / "usb")
    assert not hand.form.no_drive_label.isVisible()
    assert hand.form.copy_button.isEnabled()
    hand.sticks.clear()
    hand.qtbot.waitUntil(lambda: hand.form.no_drive_label.isVisible())
    assert not hand.form.copy_button.isEnabled()


def test_a_packet_is_copied_checked_signed_and_remembered(hand: Hand, tmp_path: Path) -> None:
    hand.plug_in(tmp_path / "usb", "USB CHI BO")
    assert "3" in hand.copy()
    assert [path.name for path in (tmp_path / "usb").iterdir()] == [PACKET]
    opened = read_packet(tmp_path / "usb" / PACKET, bundled())
    book = hand.session.book.path
    assert opened.signer == signing_key(book).public
    assert key_file(book).exists()
    assert hand.traces() == [(Trace.SENT, "USB CHI BO")]
    assert "USB CHI BO" in hand.form.last_label.text()
    assert hand.copy()
    assert len(hand.traces()) == 2


def test_a_draft_is_copied_as_one(
    session: Session, ask: QueuedAsk, words: Messages, qtbot: QtBot, tmp_path: Path
) -> None:
    hand = Hand(session, ask, words, qtbot, NOVEMBER)
    hand.plug_in(tmp_path / "usb")
    hand.copy()
    (path,) = (tmp_path / "usb").iterdir()
    assert read_packet(path, bundled()).manifest.draft


def test_papers_alone_go_as_files_that_any_shop_can_print(hand: Hand, tmp_path: Path) -> None:
    hand.plug_in(tmp_path / "usb")
    hand.form.papers_radio.click()
    hand.copy()
    names = sorted(path.name for path in (tmp_path / "usb").iterdir())
    assert "ChiBoThon3_2026-10-03_BienBan.pdf" in names
    assert all(name.endswith(".pdf") for name in names)
    assert hand.traces() == []


def test_another_folder_can_be_chosen_and_none(hand: Hand, tmp_path: Path) -> None:
    hand.ask.will_answer(None, tmp_path)
    hand.qtbot.mouseClick(hand.form.folder_button, LEFT)
    assert not hand.dialog._courier.is_under_way
    hand.qtbot.mouseClick(hand.form.folder_button, LEFT)
    assert hand.told()
    assert (tmp_path / PACKET).exists()
    assert hand.traces() == [(Trace.SENT, tmp_path.name)]


def test_a_locked_stick_is_shown_and_not_written_to(hand: Hand, tmp_path: Path) -> None:
    hand.plug_in(tmp_path / "usb", read_only=True)
    assert not hand.form.copy_button.isEnabled()
    hand.form.drives_list.itemActivated.emit(hand.form.drives_list.item(0))
    assert list((tmp_path / "usb").iterdir()) == []


def test_a_stick_that_fails_is_said_and_nothing_is_remembered(
    session: Session, ask: QueuedAsk, words: Messages, qtbot: QtBot, tmp_path: Path
) -> None:
    class Failing(Device):
        def sync(self, file: IO[bytes]) -> None:
            raise OSError(errno.EIO, os.strerror(errno.EIO))

    hand = Hand(session, ask, words, qtbot, device=Failing())
    hand.plug_in(tmp_path / "usb")
    assert hand.copy()
    assert hand.traces() == []
    assert list((tmp_path / "usb").iterdir()) == []
    assert hand.form.copy_button.isEnabled()


def test_giving_up_leaves_the_stick_as_it_was(
    session: Session, ask: QueuedAsk, words: Messages, qtbot: QtBot, tmp_path: Path
) -> None:
    class Called(Device):
        """Calls the courier back while it writes, as a hand on the button would."""

        def create(self, path: Path) -> IO[bytes]:
            couriers[0].call_back()
            return super().create(path)

    couriers: list[Courier] = []
    hand = Hand(session, ask, words, qtbot, device=Called())
    couriers.append(hand.dialog._courier)
    hand.plug_in(tmp_path / "usb")
    assert hand.copy()
    assert list((tmp_path / "usb").iterdir()) == []
    assert hand.traces() == []


def test_closing_the_dialog_waits_for_the_stick(hand: Hand, tmp_path: Path) -> None:
    hand.plug_in(tmp_path / "usb")
    hand.qtbot.mouseClick(hand.form.copy_button, LEFT)
    hand.dialog.reject()
    assert {path.suffix for path in (tmp_path / "usb").iterdir()} <= {".zip"}


def test_a_spoilt_key_file_is_said_in_words(hand: Hand, tmp_path: Path) -> None:
    key_file(hand.session.book.path).write_text("?", encoding="ascii")
    hand.plug_in(tmp_path / "usb")
    assert key_file(hand.session.book.path).name in hand.copy()
    assert list((tmp_path / "usb").iterdir()) == []
