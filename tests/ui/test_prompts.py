"""What a cell may discuss, offered where content is made: agenda, topic, minutes."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from cellsecretary.core.kinds import CellKind, MeetingKind, Needs, Part
from cellsecretary.core.operations.cell import change_cell
from cellsecretary.ui.dialogs.agenda_item import AgendaItemDialog
from cellsecretary.ui.dialogs.meeting import MeetingDialog
from cellsecretary.ui.dialogs.prompts import PromptsDialog
from cellsecretary.ui.dialogs.vote import VoteDialog
from tests.ui.minutes_hand import CLOSING, KEY, LEFT, REPORT, Hand, open_minutes

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from cellsecretary.messages import Messages
    from cellsecretary.ui.panels.agenda import AgendaPanel
    from cellsecretary.ui.session import Session
    from tests.ui.asking import QueuedAsk

W = TypeVar("W", bound=QWidget)
RIPE = "Phát triển kinh tế, giảm nghèo, giúp nhau trong sản xuất"
SAFE = "An ninh trật tự, phòng chống tội phạm, tệ nạn xã hội"


@pytest.fixture
def hand(
    session: Session,
    ask: QueuedAsk,
    words: Messages,
    qtbot: QtBot,
    type_text: Callable[[QWidget, str], None],
) -> Hand:
    return open_minutes(session, ask, words, qtbot, type_text)


def opened(parent: QWidget, kind: type[W]) -> W:
    (found,) = (dialog for dialog in parent.findChildren(kind) if dialog.isVisible())
    return found


def row_of(prompts: PromptsDialog, text: str) -> int:
    return [line.text for line in prompts._model.rows].index(text)


def click_row(qtbot: QtBot, prompts: PromptsDialog, text: str) -> None:
    table = prompts.form.prompts_table
    index = prompts._model.index(row_of(prompts, text), 1)
    table.scrollTo(index)
    qtbot.mouseClick(table.viewport(), LEFT, pos=table.visualRect(index).center())


# Items of the agenda


def test_ticked_matters_become_items_of_the_content_in_one_act(
    agenda: AgendaPanel, qtbot: QtBot, session: Session
) -> None:
    before = [item.id for item in agenda.record.agenda]
    qtbot.mouseClick(agenda.form.add_button, LEFT)
    dialog = opened(agenda, AgendaItemDialog)
    qtbot.mouseClick(dialog.form.prompts_button, LEFT)
    prompts = opened(dialog, PromptsDialog)
    assert not prompts.form.keep_button.isEnabled()
    click_row(qtbot, prompts, RIPE)
    click_row(qtbot, prompts, SAFE)
    assert "2" in prompts.form.keep_button.text()
    qtbot.mouseClick(prompts.form.keep_button, LEFT)
    assert not dialog.isVisible()
    added = [item for item in agenda.record.agenda if item.id not in before]
    assert [(item.title, item.part, item.minutes) for item in added] == [
        (RIPE, Part.CONTENT, 10),
        (SAFE, Part.CONTENT, 10),
    ]
    current = agenda._current()
    assert current is not None
    assert current.title == RIPE
    session.undo()
    assert [item.id for item in agenda.record.agenda] == before


def test_matters_are_ticked_and_unticked_with_the_space_bar(
    agenda: AgendaPanel, qtbot: QtBot
) -> None:
    agenda.add()
    dialog = opened(agenda, AgendaItemDialog)
    dialog.offer_prompts()
    prompts = opened(dialog, PromptsDialog)
    table = prompts.form.prompts_table
    prompts.activateWindow()
    qtbot.waitUntil(prompts.isActiveWindow)
    qtbot.keyClick(table, KEY.Key_Space)
    qtbot.keyClick(table, KEY.Key_Down)
    qtbot.keyClick(table, KEY.Key_Space)
    first, second = (line.text for line in prompts._model.rows[:2])
    assert prompts.ticked() == [first, second]
    qtbot.keyClick(table, KEY.Key_Space)
    assert prompts.ticked() == [first]
    qtbot.mouseClick(prompts.form.cancel_button, LEFT)
    assert dialog.isVisible()


def test_an_item_that_exists_is_not_offered_other_matters(
    agenda: AgendaPanel, qtbot: QtBot
) -> None:
    agenda.edit()
    assert not opened(agenda, AgendaItemDialog).form.prompts_button.isVisible()


def test_the_matters_are_those_of_the_kind_of_cell(agenda: AgendaPanel, session: Session) -> None:
    school = replace(session.register.cell, kind=CellKind.SCHOOL)
    assert session.do(change_cell, session.register, school) is None
    agenda.add()
    dialog = opened(agenda, AgendaItemDialog)
    dialog.offer_prompts()
    texts = [line.text for line in opened(dialog, PromptsDialog)._model.rows]
    assert texts == list(agenda.record.rules.prompts[CellKind.SCHOOL])


# The topic


@pytest.fixture
def plan(qtbot: QtBot, session: Session, words: Messages) -> MeetingDialog:
    made = MeetingDialog(session, words)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.open()
    made.form.kind_box.setCurrentIndex(made.form.kind_box.findData(MeetingKind.THEMATIC.value))
    return made


def test_the_topic_is_chosen_from_the_list_below_with_keys(
    plan: MeetingDialog, qtbot: QtBot, session: Session
) -> None:
    topic = plan.form.topic_edit
    topic.setFocus()
    qtbot.keyClick(topic, KEY.Key_Down)
    assert topic._popup is not None
    shown = topic._popup.list
    qtbot.keyClick(shown, KEY.Key_Down)
    qtbot.keyClick(shown, KEY.Key_Return)
    assert not topic._popup.isVisible()
    assert topic.text() == RIPE
    assert plan.entered()[0].topic == RIPE
    plan.keep()
    assert session.register.meetings[-1].topic == RIPE


def test_the_topic_is_chosen_from_the_list_below_by_mouse(
    plan: MeetingDialog, qtbot: QtBot
) -> None:
    topic = plan.form.topic_edit
    qtbot.mouseClick(topic._button, LEFT)
    assert topic._popup is not None
    shown = topic._popup.list
    spot = shown.visualItemRect(shown.item(3)).center()
    qtbot.mouseClick(shown.viewport(), LEFT, pos=spot)
    assert topic.text() == SAFE


def test_nothing_is_completed_inside_the_topic(
    plan: MeetingDialog, type_text: Callable[[QWidget, str], None]
) -> None:
    topic = plan.form.topic_edit
    topic.setFocus()
    type_text(topic, "Phát")
    assert topic.text() == "Phát"
    assert topic.completer() is None
    assert not topic.hasSelectedText()


# The minutes


def test_an_empty_point_of_the_content_takes_headings(hand: Hand, qtbot: QtBot) -> None:
    hand.turn_to(REPORT)
    hand.form.body_edit.selectAll()
    hand.form.body_edit.setFocus()
    hand.press(KEY.Key_Delete)
    assert hand.form.prompts_button.isVisible()
    hand.click(hand.form.prompts_button)
    prompts = opened(hand.panel.window(), PromptsDialog)
    click_row(qtbot, prompts, RIPE)
    click_row(qtbot, prompts, SAFE)
    qtbot.mouseClick(prompts.form.keep_button, LEFT)
    hand.panel.flush()
    assert hand.point.body == f"{RIPE}: \n{SAFE}: "
    assert hand.form.body_edit.textCursor().position() == len(RIPE) + 2
    assert not hand.form.prompts_button.isVisible()


def test_what_is_written_and_other_parts_are_offered_no_headings(hand: Hand) -> None:
    hand.turn_to(REPORT)
    assert hand.point.body
    assert not hand.form.prompts_button.isVisible()
    hand.turn_to(0)
    assert not hand.form.prompts_button.isVisible()


def test_in_an_admission_two_thirds_are_proposed_for_a_vote(hand: Hand) -> None:
    record = hand.panel.record
    meeting = replace(record.meeting, kind=MeetingKind.ADMISSION)
    hand.session._meetings[meeting.id] = replace(record, meeting=meeting)
    hand.turn_to(CLOSING)
    hand.click(hand.form.vote_button)
    dialog = hand.dialog(VoteDialog)
    assert dialog.form.two_thirds_radio.isChecked()
    assert dialog.vote().needs is Needs.TWO_THIRDS


def test_in_a_usual_meeting_half_is_proposed_for_a_vote(hand: Hand) -> None:
    hand.turn_to(CLOSING)
    hand.click(hand.form.vote_button)
    assert hand.dialog(VoteDialog).vote().needs is Needs.HALF
