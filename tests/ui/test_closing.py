"""Closing a meeting through the panel: October is closed, November lacks the result of T4."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from cellsecretary.core.change import Problem, Why
from cellsecretary.core.kinds import DocumentType, MeetingState
from cellsecretary.ui.chips import State
from cellsecretary.ui.dialogs.document import DocumentDialog
from cellsecretary.ui.dialogs.remark import RemarkDialog
from cellsecretary.ui.panels.printing import PrintingPanel
from cellsecretary.ui.reading_order import read_in_order
from tests.building import NOVEMBER, OCTOBER
from tests.ui.printing_hand import Hand

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from cellsecretary.core.advice import Advice
    from cellsecretary.messages import Messages
    from cellsecretary.ui.session import Session
    from tests.ui.asking import QueuedAsk

    TypeText = Callable[[QWidget, str], None]


@pytest.fixture
def hand(session: Session, ask: QueuedAsk, words: Messages, qtbot: QtBot) -> Hand:
    panel = PrintingPanel(session, ask, words)
    qtbot.addWidget(panel)
    panel.resize(1130, 520)
    panel.show()
    return Hand(panel, session, qtbot)


# What stands in the way


def test_what_is_missing_is_a_sentence_that_leads_to_its_place(hand: Hand) -> None:
    hand.turn(NOVEMBER)
    assert hand.form.state_chip.text() == "1 thing(s) missing"
    assert hand.form.state_chip.state is State.BAD
    assert len(hand.problems()) == 1
    assert "T4" in hand.problems()[0]
    (line,) = hand.form.problems_list.buttons
    assert line.accessibleName() == hand.problems()[0]
    with hand.qtbot.waitSignal(hand.panel.place_wanted) as wanted:
        hand.qtbot.keyClick(line, Qt.Key.Key_Space)
    assert wanted.args
    problem = wanted.args[0]
    assert isinstance(problem, Problem)
    assert (problem.why, problem.table) == (Why.TASK_WITHOUT_RESULT, "reviews")


def test_closing_is_refused_while_something_is_missing(hand: Hand) -> None:
    hand.turn(NOVEMBER)
    hand.press(hand.form.next_button)
    assert hand.panel.record.is_open
    assert hand.notice() == "It cannot be closed yet: 1 thing(s) missing."
    hand.panel.activateWindow()
    assert hand.panel.focusWidget() is hand.form.problems_list.buttons[0]


def test_advice_is_given_and_does_not_hinder(hand: Hand) -> None:
    hand.finish_november()
    hand.turn(NOVEMBER)
    assert hand.problems() == []
    assert hand.form.state_chip.state is State.GOOD
    advice = [sentence.text for sentence in hand.form.advice_list.sentences]
    assert "The meeting took 115 minutes, less than the 120 of the rules." in advice
    hand.press(hand.form.next_button)
    assert hand.panel.record.meeting.state is MeetingState.CLOSED


def test_advice_leads_to_its_place(hand: Hand) -> None:
    hand.turn(NOVEMBER)
    wanted: list[Advice] = []
    hand.panel.place_wanted.connect(wanted.append)
    for button in hand.form.advice_list.buttons:
        hand.press(button)
    places = [(advice.table, advice.field) for advice in wanted]
    assert places == [("meetings", "posted"), ("meetings", "end"), ("scores", "")]


def test_a_result_noted_elsewhere_takes_the_line_away(hand: Hand) -> None:
    hand.turn(NOVEMBER)
    hand.finish_november()
    assert hand.problems() == []
    assert not hand.form.problems_list.isVisible()


def test_what_closing_means_is_said_beside_the_button(hand: Hand) -> None:
    hand.turn(NOVEMBER)
    assert "cannot be undone" in hand.form.next_label.text()
    assert not hand.form.above_next_label.isVisible()
    hand.panel.resize(500, 520)
    assert hand.form.next_label.text() == ""
    assert hand.form.above_next_label.isVisible()
    assert "cannot be undone" in hand.form.above_next_label.text()


def test_tab_goes_as_one_reads(hand: Hand) -> None:
    hand.turn(NOVEMBER)
    wanted = [
        *hand.form.problems_list.buttons,
        *(*hand.form.advice_list.buttons, hand.form.score_button),
        *hand.form.documents_list.buttons,
        hand.form.add_document_button,
        *(hand.desk.paper_box, hand.desk.zoom_out_button, hand.desk.zoom_in_button, hand.view),
        *(hand.form.previous_button, hand.form.more_button, hand.form.save_button),
        hand.form.next_button,
    ]
    hand.panel.activateWindow()
    read_in_order(hand.panel)
    wanted[0].setFocus()
    for widget in wanted[1:]:
        hand.qtbot.keyClick(hand.panel.focusWidget(), Qt.Key.Key_Tab)
        assert hand.panel.focusWidget() is widget


# Closed


@pytest.mark.thorough
def test_a_closed_meeting_says_when_and_can_only_be_printed(hand: Hand) -> None:
    hand.close_november()
    assert hand.form.state_chip.text() == "Closed"
    assert "Closed on 21/11/2026 at 9:00, version 1." in hand.form.state_label.text()
    assert hand.notice() == "The meeting is closed. Print the minutes and have them signed."
    assert hand.form.next_button.text() == "&Print"
    assert not hand.form.add_document_button.isVisible()
    assert hand.form.documents_list.buttons == []
    assert hand.form.next_label.text() == ""


def test_the_newest_is_reopened_with_a_reason(hand: Hand, type_text: TypeText) -> None:
    hand.turn(OCTOBER)
    acts = hand.acts()
    assert "Append a correction…" not in acts
    acts["Reopen the meeting…"].trigger()
    dialog = hand.dialog(RemarkDialog)
    hand.press(dialog.form.keep_button)
    assert dialog.form.notice_banner.isVisible()
    assert not hand.panel.record.is_open
    type_text(dialog.form.text_edit, "Ghi thiếu ý kiến của đồng chí Bình")
    hand.press(dialog.form.keep_button)
    assert not dialog.isVisible()
    assert hand.panel.record.is_open
    assert hand.panel.record.reopenings[0].reason == "Ghi thiếu ý kiến của đồng chí Bình"
    assert hand.form.next_button.text() == "&Close the meeting"


@pytest.mark.thorough
def test_an_older_one_gets_a_correction(hand: Hand, type_text: TypeText) -> None:
    hand.close_november()
    hand.turn(OCTOBER)
    acts = hand.acts()
    assert "Reopen the meeting…" not in acts
    acts["Append a correction…"].trigger()
    dialog = hand.dialog(RemarkDialog)
    type_text(dialog.form.text_edit, "Số vắng là 3, không phải 2")
    hand.press(dialog.form.keep_button)
    record = hand.panel.record
    assert [correction.text for correction in record.corrections] == ["Số vắng là 3, không phải 2"]
    assert (record.revision, record.is_open) == (2, False)
    assert "Version 1, closed on 03/10/2026 at 21:15" in hand.acts()


def test_a_text_that_was_written_is_not_dropped_without_a_word(
    hand: Hand, type_text: TypeText
) -> None:
    hand.turn(OCTOBER)
    hand.acts()["Reopen the meeting…"].trigger()
    dialog = hand.dialog(RemarkDialog)
    type_text(dialog.form.text_edit, "Ghi thiếu")
    hand.qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    assert "not kept yet" in dialog.form.notice_banner.text_label.text()
    hand.qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert not hand.panel.record.is_open


@pytest.mark.thorough
def test_earlier_versions_are_seen_and_left_again(hand: Hand, type_text: TypeText) -> None:
    hand.turn(OCTOBER)
    assert "Earlier versions" not in hand.acts()
    hand.acts()["Reopen the meeting…"].trigger()
    dialog = hand.dialog(RemarkDialog)
    type_text(dialog.form.text_edit, "Ghi thiếu")
    hand.press(dialog.form.keep_button)
    hand.qtbot.waitUntil(lambda: "draft" in hand.desk.place_label.text())
    hand.acts()["Version 1, closed on 03/10/2026 at 21:15"].trigger()
    hand.qtbot.waitUntil(lambda: "draft" not in hand.desk.place_label.text())
    assert hand.desk.place_label.text() == "Earlier version 1 · Page 1 of 4"
    assert hand.form.next_button.text() == "&Print"
    hand.press(hand.desk.newest_button)
    hand.qtbot.waitUntil(lambda: "draft" in hand.desk.place_label.text())
    assert hand.form.next_button.text() == "&Close the meeting"


# Documents


def test_a_document_is_added_with_the_next_number(hand: Hand, type_text: TypeText) -> None:
    hand.turn(NOVEMBER)
    assert len(hand.documents()) == 1
    hand.press(hand.form.add_document_button)
    dialog = hand.dialog(DocumentDialog)
    assert dialog.form.number_spin.value() == 14
    assert dialog.form.sign_label.text() == "-NQ/CB"
    hand.press(dialog.form.keep_button)
    assert dialog.form.notice_banner.isVisible()
    type_text(dialog.form.title_edit, "Về làm đường <b>xóm Giữa</b>")
    hand.press(dialog.form.keep_button)
    assert not dialog.isVisible()
    assert hand.documents()[-1] == "Resolution 14-NQ/CB: Về làm đường <b>xóm Giữa</b>"


def test_the_first_number_of_a_type_is_asked_for(hand: Hand, type_text: TypeText) -> None:
    hand.turn(NOVEMBER)
    hand.press(hand.form.add_document_button)
    dialog = hand.dialog(DocumentDialog)
    box = dialog.form.type_box
    box.setCurrentIndex(box.findData(DocumentType.REPORT.value))
    assert dialog.form.number_spin.value() == 0
    assert "knows no number" in dialog.form.number_hint_label.text()
    type_text(dialog.form.title_edit, "Báo cáo tháng")
    hand.press(dialog.form.keep_button)
    assert dialog.isVisible()
    dialog.form.number_spin.setValue(21)
    hand.press(dialog.form.keep_button)
    assert "Report 21-BC/CB: Báo cáo tháng" in hand.documents()


def test_numbers_that_would_be_missing_are_named(hand: Hand) -> None:
    hand.turn(NOVEMBER)
    hand.press(hand.form.add_document_button)
    form = hand.dialog(DocumentDialog).form
    assert "Missing" not in form.number_hint_label.text()
    form.number_spin.setValue(15)
    assert form.number_hint_label.text().endswith(": 14.")
    form.number_spin.setValue(19)
    assert form.number_hint_label.text().endswith("14–18.")
    form.type_box.setCurrentIndex(form.type_box.findData(DocumentType.REPORT.value))
    assert "Missing" not in form.number_hint_label.text()


def test_a_number_that_is_used_is_refused_in_the_dialog(hand: Hand, type_text: TypeText) -> None:
    hand.turn(NOVEMBER)
    hand.press(hand.form.add_document_button)
    dialog = hand.dialog(DocumentDialog)
    type_text(dialog.form.title_edit, "Nghị quyết")
    dialog.form.number_spin.setValue(12)
    hand.press(dialog.form.keep_button)
    assert dialog.isVisible()
    assert "12" in dialog.form.notice_banner.text_label.text()
    assert len(hand.documents()) == 1


def test_a_document_is_changed_and_removed_by_pressing_its_line(
    hand: Hand, type_text: TypeText
) -> None:
    hand.turn(NOVEMBER)
    hand.press(hand.form.documents_list.buttons[0])
    dialog = hand.dialog(DocumentDialog)
    assert dialog.form.number_spin.value() == 13
    dialog.form.number_spin.setValue(15)
    hand.press(dialog.form.keep_button)
    assert "15-NQ/CB" in hand.documents()[0]
    hand.press(hand.form.documents_list.buttons[0])
    hand.press(hand.dialog(DocumentDialog).form.delete_button)
    assert hand.documents() == []
    assert hand.form.no_documents_label.isVisible()
    assert hand.session.undo()
    assert "15-NQ/CB" in hand.documents()[0]


def test_a_document_half_typed_is_not_dropped_without_a_word(
    hand: Hand, ask: QueuedAsk, type_text: TypeText
) -> None:
    hand.turn(NOVEMBER)
    hand.press(hand.form.add_document_button)
    dialog = hand.dialog(DocumentDialog)
    type_text(dialog.form.title_edit, "Về")
    ask.will_answer("Keep it")
    hand.qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert "Resolution 14-NQ/CB: Về" in hand.documents()
