"""A meeting is copied to a stick from the window, and the window says when it is there."""

from __future__ import annotations

import errno
import os
from dataclasses import replace
from typing import IO, TYPE_CHECKING

import pyrage
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from cellsecretary.core.kinds import DocumentType, Trace
from cellsecretary.core.operations import closing
from cellsecretary.core.operations.preferences import keep_superior_key
from cellsecretary.core.period import read_period
from cellsecretary.core.sending import SentState, period_sending, sending
from cellsecretary.exchange.delivery import Device
from cellsecretary.exchange.drives import Drive
from cellsecretary.exchange.keys import signing_key
from cellsecretary.exchange.packet import pack_meeting
from cellsecretary.exchange.packet_reader import open_packet, read_packet
from cellsecretary.exchange.seal import seal_of, unsealed
from cellsecretary.rules import bundled
from cellsecretary.store.key_file import key_file
from cellsecretary.ui.cargo import Cargo, MeetingCargo, MeetingsCargo, PeriodCargo, Way
from cellsecretary.ui.courier import Courier, Load
from cellsecretary.ui.dialogs.overview import OverviewDialog
from cellsecretary.ui.dialogs.send import SendDialog
from cellsecretary.ui.overview.sending import SendingPage
from tests.building import NOVEMBER, OCTOBER, done, meeting_id

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from cellsecretary.messages import Messages
    from cellsecretary.ui.session import Session
    from tests.ui.asking import QueuedAsk

LEFT = Qt.MouseButton.LeftButton
PAPERS, HANDBOOK = 1, 2
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
        cargo: Cargo | None = None,
    ) -> None:
        self.sticks: list[Drive] = []
        self.qtbot, self.session, self.ask = qtbot, session, ask
        self.meeting = meeting_id(session, day)
        # The dialog goes when it is closed; what it belongs to stays.
        window = QWidget()
        qtbot.addWidget(window)
        self.dialog = SendDialog(
            cargo or MeetingCargo(session, session.meeting(self.meeting)),
            ask,
            words,
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
        return [(one.trace, one.place) for one in self.session.paper_traces(self.meeting)]

    def choose(self, way: int) -> None:
        self.qtbot.mouseClick(self.dialog.way_radios[way], LEFT)


@pytest.fixture
def hand(session: Session, ask: QueuedAsk, words: Messages, qtbot: QtBot) -> Hand:
    return Hand(session, ask, words, qtbot)


@pytest.mark.thorough
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


@pytest.mark.thorough
def test_who_was_told_to_pull_the_stick_out_is_not_asked_for_one(
    hand: Hand, tmp_path: Path
) -> None:
    hand.plug_in(tmp_path / "usb", "A")
    assert "pull out" in hand.copy()
    hand.sticks.clear()
    hand.qtbot.waitUntil(lambda: hand.form.drives_list.count() == 0)
    assert not hand.form.no_drive_label.isVisible()
    assert hand.form.notice_banner.isVisible()
    hand.plug_in(tmp_path / "other", "B")
    assert not hand.form.notice_banner.isVisible(), "that was about the stick before"
    hand.sticks.clear()
    hand.qtbot.waitUntil(lambda: hand.form.no_drive_label.isVisible())


@pytest.mark.thorough
def test_a_draft_is_copied_as_one(
    session: Session, ask: QueuedAsk, words: Messages, qtbot: QtBot, tmp_path: Path
) -> None:
    hand = Hand(session, ask, words, qtbot, NOVEMBER)
    hand.plug_in(tmp_path / "usb")
    hand.copy()
    (path,) = (tmp_path / "usb").iterdir()
    assert read_packet(path, bundled()).manifest.draft
    assert "A draft was copied" in hand.form.last_label.text()
    record = session.meeting(hand.meeting)
    assert sending(record, session.paper_traces(hand.meeting)).state is SentState.DRAFT_SENT


@pytest.mark.thorough
def test_papers_alone_go_as_files_that_any_shop_can_print(hand: Hand, tmp_path: Path) -> None:
    hand.plug_in(tmp_path / "usb")
    hand.choose(PAPERS)
    hand.copy()
    names = sorted(path.name for path in (tmp_path / "usb").iterdir())
    assert "ChiBoThon3_2026-10-03_1930_BienBan.pdf" in names
    assert all(name.endswith(".pdf") for name in names)
    assert hand.traces() == []


def test_another_folder_can_be_chosen_and_none(hand: Hand, tmp_path: Path) -> None:
    hand.ask.will_answer(None, tmp_path)
    hand.qtbot.mouseClick(hand.form.folder_button, LEFT)
    assert not hand.dialog._courier.is_under_way
    hand.qtbot.mouseClick(hand.form.folder_button, LEFT)
    assert hand.told()
    assert not hand.form.no_drive_label.isVisible(), "no stick is asked for any more"
    assert (tmp_path / PACKET).exists()
    assert hand.traces() == [(Trace.SENT, tmp_path.name)]


@pytest.mark.thorough
def test_a_locked_stick_is_shown_and_not_written_to(hand: Hand, tmp_path: Path) -> None:
    hand.plug_in(tmp_path / "usb", read_only=True)
    assert not hand.form.copy_button.isEnabled()
    hand.form.drives_list.itemActivated.emit(hand.form.drives_list.item(0))
    assert list((tmp_path / "usb").iterdir()) == []


@pytest.mark.thorough
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


@pytest.mark.thorough
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


@pytest.mark.thorough
def test_closing_the_dialog_waits_for_the_stick(hand: Hand, tmp_path: Path) -> None:
    hand.plug_in(tmp_path / "usb")
    hand.qtbot.mouseClick(hand.form.copy_button, LEFT)
    hand.dialog.reject()
    assert {path.suffix for path in (tmp_path / "usb").iterdir()} <= {".zip"}


@pytest.mark.thorough
def test_a_spoilt_key_file_is_said_in_words(hand: Hand, tmp_path: Path) -> None:
    key_file(hand.session.book.path).write_text("?", encoding="ascii")
    hand.plug_in(tmp_path / "usb")
    assert key_file(hand.session.book.path).name in hand.copy()
    assert list((tmp_path / "usb").iterdir()) == []


@pytest.mark.thorough
def test_the_files_for_the_handbook_go_into_a_folder_and_are_ticked_when_posted(
    hand: Hand, tmp_path: Path
) -> None:
    hand.plug_in(tmp_path / "usb")
    hand.choose(HANDBOOK)
    assert "ChiBoThon3_2026-10-03_1930_SoTay_Sau" in hand.copy()
    (folder,) = (tmp_path / "usb").iterdir()
    names = sorted(path.name for path in folder.iterdir())
    assert names == [
        "1_BienBan_2026-10-03.pdf",
        "2_NghiQuyet_2026-10-03.pdf",
        "3_PhanCong_2026-10-03.pdf",
    ]
    row = hand.session.register.meeting(hand.meeting)
    assert row is not None
    assert row.minutes_posted is None
    hand.qtbot.mouseClick(hand.form.notice_banner.act_button, LEFT)
    row = hand.session.register.meeting(hand.meeting)
    assert row is not None
    assert row.minutes_posted == hand.session.today()
    documents = [d for d in hand.session.register.documents if d.meeting == hand.meeting]
    assert {d.posted for d in documents if d.type is DocumentType.RESOLUTION} == {
        hand.session.today()
    }
    assert hand.traces() == []


@pytest.mark.thorough
def test_before_a_meeting_the_handbook_gets_what_members_are_to_read(
    session: Session, ask: QueuedAsk, words: Messages, qtbot: QtBot, tmp_path: Path
) -> None:
    hand = Hand(session, ask, words, qtbot, NOVEMBER)
    hand.plug_in(tmp_path / "usb")
    hand.choose(HANDBOOK)
    hand.copy()
    (folder,) = (tmp_path / "usb").iterdir()
    assert sorted(path.name for path in folder.iterdir())[:2] == [
        "1_GiayMoi_2026-11-03.pdf",
        "2_ChuongTrinh_2026-11-03.pdf",
    ]
    hand.qtbot.mouseClick(hand.form.notice_banner.act_button, LEFT)
    assert session.meeting(hand.meeting).meeting.posted == session.today()


@pytest.mark.thorough
def test_a_month_goes_as_one_packet_and_its_meetings_with_it(
    session: Session, ask: QueuedAsk, words: Messages, qtbot: QtBot, tmp_path: Path
) -> None:
    october = read_period("2026-10")
    assert october is not None
    period = session.period_record(october)
    hand = Hand(session, ask, words, qtbot, cargo=PeriodCargo(session, period))
    assert "Not copied" in hand.form.last_label.text()
    hand.plug_in(tmp_path / "usb", "USB CHI BO")
    hand.copy()
    (path,) = (tmp_path / "usb").iterdir()
    opened = read_packet(path, bundled())
    assert opened.manifest.subject.code == "2026-10"
    assert hand.traces() == [(Trace.SENT, "USB CHI BO")]
    assert "USB CHI BO" in hand.form.last_label.text()
    assert period_sending(period, session.register.paper_traces).state is SentState.SENT


@pytest.mark.thorough
def test_what_waits_of_the_year_goes_in_one_step(
    session: Session, ask: QueuedAsk, words: Messages, qtbot: QtBot, tmp_path: Path
) -> None:
    year = OverviewDialog(session, ask, words, 2026, page="sending")
    qtbot.addWidget(year)
    year.show()
    page = year.page
    assert isinstance(page, SendingPage)
    model = page.form.meetings_table.model()
    assert [model.index(0, column).data() for column in range(3)] == [
        "03/10/2026",
        "regular",
        "not copied",
    ]
    assert model.rowCount() == 1, "November is not closed"
    records = [session.meeting(meeting_id(session, OCTOBER))]
    hand = Hand(session, ask, words, qtbot, cargo=MeetingsCargo(session, records))
    hand.plug_in(tmp_path / "usb", "USB")
    hand.copy()
    assert model.index(0, 2).data() == "copied"
    assert not page.form.send_button.isVisible()
    changes = closing.correct(
        session.meeting(hand.meeting), session.context(), "Số 12 là 21.", session.chain_head()
    )
    assert session._apply(done(changes))
    assert model.index(0, 2).data() == "changed since"
    assert page.form.send_button.isVisible()


def test_a_folder_is_called_a_folder_when_it_fails(
    session: Session, ask: QueuedAsk, words: Messages, qtbot: QtBot, tmp_path: Path
) -> None:
    class Full(Device):
        def free(self, folder: Path) -> int:
            return 0

    hand = Hand(session, ask, words, qtbot, device=Full())
    hand.ask.will_answer(tmp_path)
    hand.qtbot.mouseClick(hand.form.folder_button, LEFT)
    said = hand.told()
    assert "disk" in said
    assert "stick" not in said


@pytest.mark.thorough
def test_a_packet_never_takes_the_place_of_one_about_something_else(
    session: Session, ask: QueuedAsk, words: Messages, qtbot: QtBot, tmp_path: Path
) -> None:
    """Two meetings of a month that are called the same, or two cells."""
    usb = tmp_path / "usb"
    usb.mkdir()
    other = session.meeting(meeting_id(session, OCTOBER))
    other = replace(other, cell=replace(other.cell, id="another"))
    theirs = pack_meeting(other).content
    (usb / PACKET).write_bytes(theirs)
    hand = Hand(session, ask, words, qtbot)
    hand.plug_in(usb)
    hand.copy()
    hand.copy()
    assert sorted(path.name for path in usb.iterdir()) == [
        PACKET,
        PACKET.replace(".zip", "_2.zip"),
    ]
    assert (usb / PACKET).read_bytes() == theirs


@pytest.mark.thorough
def test_what_nobody_foresaw_is_not_swallowed(
    session: Session, ask: QueuedAsk, words: Messages, qtbot: QtBot, tmp_path: Path
) -> None:
    def broken() -> Load:
        msg = "unforeseen"
        raise RuntimeError(msg)

    class Broken(Cargo):
        def title(self) -> str:
            return "x"

        def ways(self) -> tuple[Way, ...]:
            return (Way("x", broken),)

    hand = Hand(session, ask, words, qtbot, cargo=Broken(session))
    hand.plug_in(tmp_path / "usb")
    with qtbot.capture_exceptions() as caught:
        hand.copy()
    assert [kind for kind, _, _ in caught] == [RuntimeError]
    assert hand.form.copy_button.isEnabled()


@pytest.mark.thorough
def test_with_the_key_of_the_superior_packets_are_sealed_for_it(
    session: Session, ask: QueuedAsk, words: Messages, qtbot: QtBot, tmp_path: Path
) -> None:
    identity = pyrage.x25519.Identity.generate()
    key = str(identity.to_public())
    assert session.do(keep_superior_key, session.register, key) is None
    hand = Hand(session, ask, words, qtbot)
    assert "sealed" in hand.dialog.way_radios[0].text()
    hand.plug_in(tmp_path / "usb")
    hand.copy()
    (path,) = (tmp_path / "usb").iterdir()
    data = path.read_bytes()
    seal = seal_of(data)
    assert seal is not None
    assert seal.recipient == key
    opened = open_packet(unsealed(data, str(identity)), bundled())
    assert opened.meetings[0].meeting.id == hand.meeting
    assert opened.signer == signing_key(session.book.path).public
    hand.copy()
    assert path.read_bytes() == data, "what a sealed packet is about nobody sees: it stays"
    assert len(list((tmp_path / "usb").iterdir())) == 2
