"""What the superior sent back is offered by itself, seen before it is taken, and then shown."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QWidget

from cellsecretary.core.advice import Point, cell_advice
from cellsecretary.core.operations.reply import take_reply
from cellsecretary.core.period import read_period
from cellsecretary.core.preferences import superior_signer
from cellsecretary.core.reply_lines import SignedBy
from cellsecretary.core.sending import ReceiptState, SentState, sent_lines
from cellsecretary.core.track import TrackStep
from cellsecretary.exchange.drives import Drive
from cellsecretary.exchange.keys import printed_code
from cellsecretary.ui.banner import Banner
from cellsecretary.ui.cargo import MeetingCargo
from cellsecretary.ui.chips import State
from cellsecretary.ui.dialogs.reply import ReplyDialog
from cellsecretary.ui.main_window import MainWindow
from cellsecretary.ui.overview.sending import RECEIPT, SendingPage
from cellsecretary.ui.panel import Panel
from cellsecretary.ui.replies import Replies
from cellsecretary.ui.stick_watch import StickWatch
from cellsecretary.ui.track import FollowUpCard
from tests.building import OCTOBER, meeting_id
from tests.core.test_reply_operation import whole
from tests.replies import (
    DOCUMENT,
    MADE,
    OFFICE,
    RULE_FILE,
    code,
    office_key,
    received,
    reply_to,
    written,
)

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from cellsecretary.core.reply import Reply
    from cellsecretary.exchange.keys import SigningKey
    from cellsecretary.messages import Messages
    from cellsecretary.ui.program import Program
    from cellsecretary.ui.session import Session
    from tests.ui.asking import QueuedAsk

LEFT = Qt.MouseButton.LeftButton


class Desk:
    """A window with a banner, the sticks in it, and the dialog that opens over it."""

    def __init__(
        self, session: Session, ask: QueuedAsk, words: Messages, qtbot: QtBot, usb: Path
    ) -> None:
        self.session, self.ask, self.qtbot, self.usb = session, ask, qtbot, usb
        self.sticks: list[Drive] = []
        self.looks = 0
        self.window = QWidget()
        qtbot.addWidget(self.window)
        self.banner = Banner(self.window)
        self.watch = StickWatch(self.window, self.find)
        self.replies = Replies(session, ask, words, self.window, self.banner, self.watch)
        self.window.show()
        usb.mkdir()

    def find(self) -> tuple[Drive, ...]:
        self.looks += 1
        return tuple(self.sticks)

    def plug_in(self) -> None:
        self.sticks.append(Drive(self.usb, "USB XA", 1 << 30, read_only=False, volume=self.looks))
        self.look()

    def look(self) -> None:
        self.watch.look()
        self.qtbot.waitUntil(lambda: self.replies._look is None)

    def dialog(self) -> ReplyDialog:
        found = [d for d in self.window.findChildren(ReplyDialog) if d.isVisible()]
        assert len(found) == 1
        return found[0]

    def choose(self, reply: Reply, key: SigningKey | None = None) -> ReplyDialog:
        """Take a reply from a file, as from the menu."""
        self.ask.will_answer(written(self.usb, reply, key))
        self.replies.take()
        return self.dialog()

    def take(self) -> None:
        self.qtbot.mouseClick(self.dialog().form.take_button, LEFT)


@pytest.fixture
def desk(session: Session, ask: QueuedAsk, words: Messages, qtbot: QtBot, tmp_path: Path) -> Desk:
    return Desk(session, ask, words, qtbot, tmp_path / "usb")


def said(dialog: ReplyDialog) -> str:
    return "\n".join(sentence.text for sentence in dialog.form.news_list.sentences)


def test_a_stick_with_news_is_offered_by_itself_and_once_taken_no_more(desk: Desk) -> None:
    reply = whole(desk.session.book)
    written(desk.usb, reply, office_key())
    assert not desk.banner.isVisible()
    desk.plug_in()
    assert desk.banner.isVisible()
    for word in (OFFICE, "USB XA"):
        assert word in desk.banner.text_label.text()
    desk.qtbot.mouseClick(desk.banner.act_button, LEFT)
    desk.qtbot.mouseClick(desk.dialog().form.accept_check, LEFT)
    desk.take()
    assert len(desk.session.register.receipts) == 1
    assert not desk.banner.isVisible()
    desk.sticks.clear()
    desk.look()
    desk.plug_in()
    assert not desk.banner.isVisible(), "it has nothing new any more"


def test_sticks_that_are_the_same_are_not_looked_into_again(desk: Desk) -> None:
    desk.plug_in()
    assert not desk.banner.isVisible()
    written(desk.usb, whole(desk.session.book), office_key())
    desk.look()
    assert not desk.banner.isVisible(), "no work when nothing changed"
    desk.sticks.clear()
    desk.look()
    desk.plug_in()
    assert desk.banner.isVisible()
    desk.sticks.clear()
    desk.look()
    assert not desk.banner.isVisible(), "what was pulled out is not offered"


@pytest.mark.parametrize("cell", ["another", ""])
def test_a_reply_for_another_cell_is_not_offered(desk: Desk, cell: str) -> None:
    cell = cell or desk.session.register.cell.id
    written(desk.usb, reply_to(cell, directives=(DOCUMENT,)))
    desk.plug_in()
    assert desk.banner.isVisible() is (cell != "another")


def test_the_menu_shows_what_is_on_the_stick_and_lets_another_file_be_chosen(
    desk: Desk, tmp_path: Path
) -> None:
    written(desk.usb, whole(desk.session.book), office_key())
    desk.sticks.append(Drive(desk.usb, "USB XA", 1 << 30, read_only=False))
    desk.replies.take()
    first = desk.dialog()
    assert desk.ask.asked == []
    assert "Biên bản ghi rõ." in said(first)
    elsewhere = reply_to(desk.session.register.cell.id, directives=(DOCUMENT,))
    desk.ask.will_answer(written(tmp_path, elsewhere))
    desk.qtbot.mouseClick(first.form.other_button, LEFT)
    assert "Biên bản ghi rõ." not in said(desk.dialog())


def test_everything_is_said_in_plain_words_before_it_is_taken(desk: Desk) -> None:
    dialog = desk.choose(whole(desk.session.book), office_key())
    text = said(dialog)
    for word in ("03/10/2026", "05/10/2026", "4 points", "Đinh Văn Xuân", "Xã sẽ sửa đường"):
        assert word in text
    for word in (DOCUMENT.title, DOCUMENT.number, RULE_FILE.name, "Học Bác về tiết kiệm"):
        assert word in text
    assert OFFICE in dialog.form.source_label.text()
    assert desk.session.register.receipts == ()
    desk.qtbot.mouseClick(dialog.form.cancel_button, LEFT)
    assert desk.session.register.receipts == ()


def test_a_key_is_compared_once_and_only_then_rules_are_taken(desk: Desk) -> None:
    dialog = desk.choose(whole(desk.session.book), office_key())
    form = dialog.form
    assert form.code_label.text() == printed_code(office_key().public)
    assert form.code_label.isVisible()
    assert said(dialog).count("Not taken") == 2
    desk.qtbot.mouseClick(form.accept_check, LEFT)
    assert form.accept_check.isChecked()
    assert "Not taken" not in said(dialog)
    desk.take()
    register = desk.session.register
    assert superior_signer(register.preferences) == code(office_key())
    assert [file.name for file in register.rule_files] == [RULE_FILE.name]
    more = reply_to(register.cell.id, directives=(replace(DOCUMENT, id="d-9"),))
    known = desk.choose(more, office_key())
    assert "known key" in known.form.signer_label.text()
    assert not known.form.accept_check.isVisible()
    assert not known.form.code_label.isVisible()


def test_without_the_tick_the_rest_is_taken_and_the_key_stays_unknown(desk: Desk) -> None:
    desk.choose(whole(desk.session.book), office_key())
    desk.take()
    register = desk.session.register
    assert len(register.receipts) == 1
    assert (register.rule_files, superior_signer(register.preferences)) == ((), "")


def test_another_key_than_the_known_one_is_pointed_out_loudly(desk: Desk) -> None:
    cell = desk.session.register.cell.id
    desk.choose(reply_to(cell, directives=(DOCUMENT,)), office_key())
    desk.qtbot.mouseClick(desk.dialog().form.accept_check, LEFT)
    desk.take()
    dialog = desk.choose(reply_to(cell, rules=(RULE_FILE,)), office_key(2))
    banner = dialog.form.notice_banner
    assert banner.isVisible()
    assert banner.property("role") == f"message_{State.BAD}"
    for key in (office_key(), office_key(2)):
        assert printed_code(key.public) in banner.text_label.text()
    assert not dialog.form.take_button.isEnabled()
    desk.qtbot.mouseClick(dialog.form.accept_check, LEFT)
    assert dialog.form.take_button.isEnabled()


def test_an_unsigned_reply_says_so_and_an_older_one_too(desk: Desk) -> None:
    reply = whole(desk.session.book)
    dialog = desk.choose(reply)
    assert "not certain" in dialog.form.signer_label.text()
    assert not dialog.form.accept_check.isVisible()
    desk.take()
    older = replace(reply, made=MADE - dt.timedelta(days=3))
    dialog = desk.choose(older)
    assert "newer reply was taken over before" in said(dialog)
    assert "all of it already" in said(dialog)
    assert not dialog.form.take_button.isEnabled()


def test_a_reply_for_another_cell_is_refused_before_anything_is_asked(desk: Desk) -> None:
    dialog = desk.choose(reply_to("another", rules=(RULE_FILE,)), office_key())
    form = dialog.form
    asked = (form.accept_check, form.code_label, form.signer_label)
    assert not any(widget.isVisible() for widget in asked)
    (sentence,) = form.news_list.sentences
    assert "for another cell" in sentence.text


def test_a_key_that_is_not_accepted_now_can_be_accepted_later_and_it_is_said_how(
    desk: Desk,
) -> None:
    reply = whole(desk.session.book)
    dialog = desk.choose(reply, office_key())
    assert "It can be accepted later" in said(dialog)
    desk.take()
    assert superior_signer(desk.session.register.preferences) == ""
    dialog = desk.choose(reply, office_key())
    desk.qtbot.mouseClick(dialog.form.accept_check, LEFT)
    assert "accepted later" not in said(dialog)
    desk.take()
    assert superior_signer(desk.session.register.preferences)


def test_what_cannot_be_taken_says_why(desk: Desk) -> None:
    dialog = desk.choose(reply_to("another", directives=(DOCUMENT,)))
    assert "for another cell" in said(dialog)
    assert DOCUMENT.title not in said(dialog)
    assert not dialog.form.take_button.isEnabled()
    dialog.done(0)
    broken = replace(RULE_FILE, text="format = 1\n[[meeting]]\n")
    cell = desk.session.register.cell.id
    dialog = desk.choose(reply_to(cell, rules=(broken,)), office_key())
    assert RULE_FILE.name in said(dialog)
    dialog.done(0)
    (desk.usb / "x.zip").write_bytes(b"PK")
    desk.ask.will_answer(desk.usb / "x.zip")
    desk.replies.take()
    assert "x.zip" in desk.ask.told[-1]


def test_it_is_not_undone(desk: Desk) -> None:
    desk.choose(whole(desk.session.book))
    desk.take()
    assert desk.session.last_undoable is None


def test_the_window_watches_while_it_is_in_front(program: Program, qtbot: QtBot) -> None:
    window = program.practise()
    assert isinstance(window, MainWindow)
    window.sticks.watch(on=False)
    assert not window.sticks.is_on
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    QApplication.sendEvent(window, QEvent(QEvent.Type.ActivationChange))
    assert window.sticks.is_on
    window.close()
    assert not window.sticks.is_on


# The receipts


def receive(session: Session, **parts: object) -> None:
    meeting = received(meeting_id(session, OCTOBER), **parts)
    reply = reply_to(session.register.cell.id, meetings=(meeting,))
    refused = session.do(take_reply, session.register, reply, SignedBy(), session.meeting)
    assert refused is None


@pytest.mark.parametrize(
    ("revision", "state", "text"),
    [
        (1, ReceiptState.SAME, "received on 05/10/2026"),
        (2, ReceiptState.NEWER, "received a newer version on 05/10/2026"),
        (0, ReceiptState.PAPER, "received on paper on 05/10/2026"),
    ],
)
def test_what_the_superior_has_stands_beside_what_was_sent(
    session: Session,
    ask: QueuedAsk,
    words: Messages,
    qtbot: QtBot,
    revision: int,
    state: ReceiptState,
    text: str,
) -> None:
    receive(session, revision=revision, remark="Biên bản ghi rõ.")
    year = read_period("2026")
    assert year is not None
    period = session.period_record(year)
    (line,) = sent_lines(period)
    assert line.receipt_state is state
    assert line.is_waiting is (state is not ReceiptState.SAME)
    page = SendingPage(session, ask, words)
    qtbot.addWidget(page)
    page.show_period(period)
    assert page._model.index(0, RECEIPT).data() == f"{text}\nBiên bản ghi rõ."
    assert page.form.send_button.isVisibleTo(page) is line.is_waiting


def test_a_receipt_proves_the_report_that_nobody_noted_here(
    session: Session, ask: QueuedAsk, words: Messages, qtbot: QtBot
) -> None:
    october = meeting_id(session, OCTOBER)
    panel = Panel(session, ask, words)
    qtbot.addWidget(panel)
    before = {one.point for one in cell_advice(session.register, session.today(), session.rules)}
    assert Point.NOT_REPORTED in before
    assert MeetingCargo(session, session.meeting(october)).last() == "Not copied to be sent yet."
    receive(session)
    after = {one.point for one in cell_advice(session.register, session.today(), session.rules)}
    assert Point.NOT_REPORTED not in after
    card = FollowUpCard(panel, session)
    card.show_record(session.meeting(october))
    tick = card.track.steps[TrackStep.REPORTED]
    assert tick.check.isChecked()
    assert not tick.check.isEnabled(), "what is proved cannot be taken back"
    said = MeetingCargo(session, session.meeting(october)).last()
    assert said == "The superior received it on 05/10/2026."


def test_a_receipt_of_an_older_version_says_so(session: Session) -> None:
    receive(session)
    record = session.meeting(meeting_id(session, OCTOBER))
    year = read_period("2026")
    assert year is not None
    period = session.period_record(year)
    newer = replace(period, records=(replace(record, revision=2),))
    (line,) = sent_lines(newer)
    assert (line.receipt_state, line.is_waiting) == (ReceiptState.OLDER, True)
    assert line.sending.state is SentState.CHANGED_SINCE, "an older one went, noted or not"
