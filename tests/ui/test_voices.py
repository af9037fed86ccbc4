"""Who is to be heard, on the screen: beside the agenda, in the count, over the year."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from cellsecretary.core.kinds import MeetingKind
from cellsecretary.core.operations.agenda import add_item
from cellsecretary.core.operations.meetings import plan_meeting
from cellsecretary.core.rows import AgendaItem, Meeting
from cellsecretary.core.voices import invitation, unheard
from cellsecretary.ui.dialogs.beforehand import BeforehandDialog
from cellsecretary.ui.dialogs.overview import OverviewDialog
from cellsecretary.ui.overview.voices import VoicesPage
from cellsecretary.ui.voices import VoicesCard, heard_text, speaker_name
from tests.building import NOVEMBER, meeting_id

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from cellsecretary.messages import Messages
    from cellsecretary.ui.session import Session
    from tests.ui.asking import QueuedAsk

LEFT = Qt.MouseButton.LeftButton
APRIL = "2027-04-03"


@pytest.fixture
def april(session: Session) -> str:
    """Plan a meeting half a year after October, with one point of its agenda."""
    day = dt.date.fromisoformat(APRIL)
    meeting = Meeting("", day, MeetingKind.REGULAR, "", dt.time(19, 30), "")
    plan = partial(plan_meeting, steps=())
    assert session.do(plan, session.register, meeting, session.rules(day), []) is None
    key = meeting_id(session, APRIL)
    template = session.meeting(meeting_id(session, NOVEMBER)).agenda[0]
    item = replace(template, id="", meeting=key, position=0, presenter=None)
    assert isinstance(item, AgendaItem)
    assert session.do(add_item, session.meeting(key), item) is None
    return key


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    return widget


def test_the_card_names_whom_to_ask_and_says_how_many_more(
    session: Session, ask: QueuedAsk, words: Messages, window: QWidget, april: str
) -> None:
    card = VoicesCard(session, ask, words, window)
    record = session.meeting(april)
    card.show_record(record)
    asked = invitation(record)
    text = card.invite_label.text()
    assert all(f"{one.line.name} ({one.months} month" in text for one in asked.named)
    assert text.endswith(f"and {asked.more} more")
    assert len(asked.named) + asked.more == len(unheard(record))


def test_the_card_leads_to_everybody_with_the_same_members_unheard(
    session: Session, ask: QueuedAsk, words: Messages, window: QWidget, april: str, qtbot: QtBot
) -> None:
    card = VoicesCard(session, ask, words, window)
    record = session.meeting(april)
    card.show_record(record)
    qtbot.mouseClick(card.all_button, LEFT)
    (dialog,) = window.findChildren(OverviewDialog)
    page = dialog.page
    assert isinstance(page, VoicesPage)
    page.form.silent_check.click()
    shown = [line.member for line in page._members.rows]
    assert shown == [one.line.member for one in unheard(record)]
    with qtbot.waitSignal(card.meeting_wanted):
        dialog.meeting_wanted.emit(april)


def test_without_anybody_to_ask_the_card_has_only_its_button(
    session: Session, ask: QueuedAsk, words: Messages, window: QWidget
) -> None:
    card = VoicesCard(session, ask, words, window)
    card.show_record(session.meeting(meeting_id(session, NOVEMBER)))
    assert card.invite_label.isHidden()
    assert card.all_button.isHidden()
    assert not card.beforehand_button.isHidden()


def test_an_opinion_is_handed_in_before_the_meeting_and_taken_out_again(
    session: Session, words: Messages, window: QWidget, april: str, qtbot: QtBot
) -> None:
    dialog = BeforehandDialog(session, words, april, window)
    dialog.show()
    form = dialog.form
    assert form.empty_label.isVisible()
    member = session.meeting(april).people[0]
    form.speaker_edit.set_member(member.id)
    form.text_edit.setPlainText("Đề nghị làm đường xóm Giữa trước.")
    qtbot.mouseClick(form.add_button, LEFT)
    (opinion,) = session.meeting(april).opinions
    assert (opinion.speaker, opinion.beforehand) == (member.id, True)
    assert form.opinions_table.isVisible()
    assert form.text_edit.toPlainText() == ""
    form.opinions_table.selectRow(0)
    qtbot.mouseClick(form.delete_button, LEFT)
    assert session.meeting(april).opinions == ()
    session.undo()
    assert len(session.meeting(april).opinions) == 1


def test_closing_notes_what_is_typed_or_says_what_is_missing(
    session: Session, words: Messages, window: QWidget, april: str
) -> None:
    dialog = BeforehandDialog(session, words, april, window)
    dialog.show()
    dialog.form.text_edit.setPlainText("Nên họp sớm hơn.")
    dialog.reject()
    assert dialog.isVisible()
    assert dialog.form.notice_banner.isVisible()
    dialog.form.speaker_edit.set_member(session.meeting(april).people[1].id)
    dialog.reject()
    assert [one.text for one in session.meeting(april).opinions] == ["Nên họp sớm hơn."]


def test_a_meeting_that_is_undone_while_something_is_typed_takes_the_dialog_along(
    session: Session, words: Messages, window: QWidget, april: str
) -> None:
    dialog = BeforehandDialog(session, words, april, window)
    dialog.show()
    dialog.form.text_edit.setPlainText("Nên họp sớm hơn.")
    session.undo()
    assert dialog.isVisible()
    session.undo()
    assert session.register.meeting(april) is None
    assert not dialog.isVisible()


def test_a_name_says_that_the_opinion_was_handed_in(session: Session) -> None:
    record = session.meeting(meeting_id(session, NOVEMBER))
    spoken = speaker_name(record, record.opinions[0])
    assert record.name_of(record.opinions[0].speaker) in spoken
    assert speaker_name(record, replace(record.opinions[0], beforehand=True)) != spoken
    assert "5" in heard_text(record)
    assert "42" in heard_text(record)
    assert heard_text(replace(record, roster=())) == ""


def test_the_year_shows_who_spoke_and_leads_to_the_meeting(
    session: Session, ask: QueuedAsk, words: Messages, window: QWidget, qtbot: QtBot
) -> None:
    dialog = OverviewDialog(session, ask, words, 2026, window, page="voices")
    dialog.show()
    page = dialog.page
    assert isinstance(page, VoicesPage)
    form = page.form
    assert len(page._meetings.rows) == 2
    assert len(page._members.rows) > 30
    form.silent_check.click()
    assert page._members.rows == (), "the book begins in October: nobody is silent for half a year"
    with qtbot.waitSignal(dialog.meeting_wanted) as told:
        form.meetings_table.activated.emit(form.meetings_table.model().index(1, 0))
    assert told.args == [meeting_id(session, NOVEMBER)]


def test_a_year_without_meetings_says_so(
    session: Session, ask: QueuedAsk, words: Messages, window: QWidget
) -> None:
    dialog = OverviewDialog(session, ask, words, 2024, window, page="voices")
    dialog.show()
    page = dialog.page
    assert isinstance(page, VoicesPage)
    assert page.form.empty_label.isVisible()
    assert not page.form.tables_panel.isVisible()
