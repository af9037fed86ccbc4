"""Usual phrases lie in a list under the text: they are chosen there, and nothing is completed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QApplication, QDialog

from cellsecretary.core.phrases import Passage, usual_phrases
from cellsecretary.store.said import said_before
from cellsecretary.ui.announcing import Voice
from cellsecretary.ui.dialogs.task import TaskDialog
from cellsecretary.ui.fields import GrowingTextEdit
from cellsecretary.ui.phrase_offer import PhraseOffer
from tests.building import NOVEMBER, meeting_id
from tests.ui.minutes_hand import KEY, LEFT, REPORT, TOPIC, Hand, open_minutes

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from cellsecretary.messages import Messages
    from cellsecretary.ui.session import Session
    from tests.ui.asking import QueuedAsk

    TypeText = Callable[[QWidget, str], None]

PHRASE = "Nhất trí với báo cáo của chi ủy"
OTHER = "Nhất trí với kết luận của chủ trì"


@pytest.fixture
def session(practice_session: Session) -> Session:
    return practice_session


@pytest.fixture
def hand(
    session: Session, ask: QueuedAsk, words: Messages, qtbot: QtBot, type_text: TypeText
) -> Hand:
    made = open_minutes(session, ask, words, qtbot, type_text)
    phrases = made.panel.aids._phrases
    phrases._meeting = made.panel.record.meeting.id
    phrases._found = dict.fromkeys(Passage, (PHRASE, OTHER))
    made.turn_to(REPORT)
    made.panel.resize(1130, 700)
    return made


def shown(hand: Hand) -> tuple[str, ...]:
    return offer_of(hand.form.body_edit).shown


def offer_of(edit: GrowingTextEdit) -> PhraseOffer:
    (found,) = edit.findChildren(PhraseOffer)
    return found


def begin(hand: Hand, edit: GrowingTextEdit, text: str = "Nhất") -> PhraseOffer:
    edit.setFocus()
    edit.selectAll()
    hand.press(KEY.Key_Delete)
    hand.type_text(edit, text)
    return offer_of(edit)


def test_phrases_are_offered_under_the_text_and_nothing_is_completed_in_it(hand: Hand) -> None:
    body = hand.form.body_edit
    offer = begin(hand, body)
    assert offer.shown == (PHRASE, OTHER)
    assert body.toPlainText() == "Nhất"
    assert not body.textCursor().hasSelection()
    top = offer._list.mapTo(hand.panel.window(), offer._list.rect().topLeft()).y()
    assert top >= body.mapTo(hand.panel.window(), body.rect().bottomLeft()).y()
    assert body.hasFocus()


def test_down_goes_into_the_list_and_enter_takes(hand: Hand) -> None:
    body = hand.form.body_edit
    offer = begin(hand, body)
    hand.press(KEY.Key_Down)
    hand.press(KEY.Key_Down)
    hand.press(KEY.Key_Return)
    assert body.toPlainText() == OTHER
    assert offer.shown == ()
    assert body.hasFocus()
    hand.panel.flush()
    assert hand.point.body == OTHER


def test_a_click_takes_too(hand: Hand) -> None:
    body = hand.form.body_edit
    offer = begin(hand, body)
    spot = offer._list.visualItemRect(offer._list.item(0)).center()
    hand.qtbot.mouseClick(offer._list.viewport(), LEFT, pos=spot)
    assert body.toPlainText() == PHRASE


def test_what_was_taken_goes_with_one_undo_of_the_field(hand: Hand) -> None:
    body = hand.form.body_edit
    begin(hand, body)
    hand.press(KEY.Key_Down)
    hand.press(KEY.Key_Return)
    hand.press(KEY.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert body.toPlainText() == "Nhất"


def test_esc_closes_the_list_and_loses_nothing(hand: Hand) -> None:
    body = hand.form.body_edit
    begin(hand, body)
    hand.press(KEY.Key_Down)
    hand.press(KEY.Key_Escape)
    assert shown(hand) == ()
    assert body.toPlainText() == "Nhất"
    assert body.hasFocus()
    hand.type_text(body, " trí")
    assert body.toPlainText() == "Nhất trí"
    assert shown(hand) == (PHRASE, OTHER)


def test_enter_is_a_new_line_while_nothing_in_the_list_is_chosen(hand: Hand) -> None:
    body = hand.form.body_edit
    offer = begin(hand, body)
    hand.press(KEY.Key_Return)
    assert body.toPlainText() == "Nhất\n"
    assert offer.shown == ()


def test_up_from_the_first_goes_back_into_the_text(hand: Hand) -> None:
    body = hand.form.body_edit
    begin(hand, body)
    hand.press(KEY.Key_Down)
    hand.press(KEY.Key_Up)
    hand.press(KEY.Key_Return)
    assert body.toPlainText() == "Nhất\n"


def test_a_phrase_takes_the_place_of_its_beginning_in_the_middle_of_a_text(hand: Hand) -> None:
    body = hand.form.body_edit
    begin(hand, body, "Đã xong. nhat tri voi k\nDòng sau.")
    body.moveCursor(QTextCursor.MoveOperation.Start)
    body.moveCursor(QTextCursor.MoveOperation.EndOfBlock)
    hand.press(KEY.Key_Backspace)
    assert offer_of(body).shown == (PHRASE, OTHER)
    hand.press(KEY.Key_Down)
    hand.press(KEY.Key_Return)
    assert body.toPlainText() == f"Đã xong. {PHRASE}\nDòng sau."


def test_the_list_stays_at_the_text_while_that_grows(hand: Hand) -> None:
    body = hand.form.body_edit
    offer = begin(hand, body, "một\nhai\nba\nbốn\nnăm\nNhất")
    QApplication.processEvents()
    window = hand.panel.window()
    bottom = body.mapTo(window, body.rect().bottomLeft()).y()
    assert offer._list.y() == bottom + 1


def test_moving_the_cursor_or_leaving_closes_the_list(hand: Hand) -> None:
    body = hand.form.body_edit
    offer = begin(hand, body)
    hand.press(KEY.Key_Home)
    assert offer.shown == ()
    begin(hand, body)
    hand.form.conclusion_edit.setFocus()
    assert offer.shown == ()
    assert body.toPlainText() == "Nhất"


def test_what_is_being_composed_counts_as_typed_and_is_taken_once_it_is_committed(
    hand: Hand,
) -> None:
    body = hand.form.body_edit
    offer = begin(hand, body, "")
    hand.compose("Nhấ")
    assert offer.shown == (PHRASE, OTHER)
    # Unikey commits its word when Down is pressed, then hands the key on.
    hand.compose("", "Nhất")
    hand.press(KEY.Key_Down)
    hand.press(KEY.Key_Return)
    assert body.toPlainText() == PHRASE


def test_nothing_is_taken_over_a_word_that_is_still_composed(hand: Hand) -> None:
    body = hand.form.body_edit
    offer = begin(hand, body, "")
    hand.compose("Nhấ")
    offer._take(offer._list.item(0))
    hand.compose("", "Nhất")
    assert body.toPlainText() == "Nhất"


def test_a_reader_hears_that_there_is_a_list_once_and_each_phrase_that_is_come_to(
    hand: Hand,
) -> None:
    heard: list[str] = []
    Voice.of_application().said.connect(lambda text, _urgent: heard.append(text))
    begin(hand, hand.form.body_edit, "Nhất t")
    assert heard.count("Usual phrases below: press Down to choose") == 1
    hand.press(KEY.Key_Down)
    assert heard[-1] == f"{PHRASE}, row 1 of 2"


def test_opinions_and_the_conclusion_are_helped_too(hand: Hand) -> None:
    assert begin(hand, hand.form.conclusion_edit).shown == (PHRASE, OTHER)
    hand.turn_to(TOPIC)
    assert begin(hand, hand.rows[0].text_edit).shown == (PHRASE, OTHER)


def test_keys_with_a_modifier_stay_keys_of_the_panel(hand: Hand) -> None:
    body = hand.form.body_edit
    offer = begin(hand, body)
    down = QKeyEvent(QEvent.Type.KeyPress, KEY.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    QApplication.sendEvent(body, down)
    assert offer._list.currentRow() == -1


def test_esc_closes_the_list_first_and_the_dialog_around_only_then(
    themed: QApplication, qtbot: QtBot, type_text: TypeText
) -> None:
    dialog = QDialog()
    qtbot.addWidget(dialog)
    dialog.resize(600, 400)
    edit = GrowingTextEdit(dialog)
    offer = PhraseOffer(edit, lambda: (PHRASE, OTHER))
    with qtbot.waitActive(dialog):
        dialog.show()
        dialog.activateWindow()
    edit.setFocus()
    type_text(edit, "Nhất")
    assert offer.shown == (PHRASE, OTHER)
    qtbot.keyClick(edit, KEY.Key_Escape)
    assert dialog.isVisible()
    qtbot.keyClick(edit, KEY.Key_Escape)
    assert not dialog.isVisible()


# Learnt from the book


def test_phrases_of_earlier_meetings_are_offered_in_the_text_of_a_task(
    session: Session, words: Messages, qtbot: QtBot, type_text: TypeText
) -> None:
    meeting = meeting_id(session.book, NOVEMBER)
    (likeliest, *_) = usual_phrases(
        session.said_before(meeting), Passage.TASK, session.meeting(meeting).meeting.date
    )
    dialog = TaskDialog(session, words, meeting)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(dialog)
    with qtbot.waitActive(dialog):
        dialog.show()
        dialog.activateWindow()
    edit = dialog.form.what_edit
    edit.setFocus()
    type_text(edit, likeliest[:6])
    assert likeliest in dialog.offer.shown
    qtbot.keyClick(edit, KEY.Key_Escape)
    assert dialog.isVisible()
    assert dialog.offer.shown == ()
    type_text(edit, likeliest[6:7])
    qtbot.keyClick(edit, KEY.Key_Down)
    qtbot.keyClick(edit, KEY.Key_Return)
    assert dialog.isVisible()
    assert edit.toPlainText() in usual_phrases(
        session.said_before(meeting), Passage.TASK, session.meeting(meeting).meeting.date
    )


def test_the_texts_of_the_meeting_itself_are_not_learnt_from(session: Session) -> None:
    meeting = meeting_id(session.book, NOVEMBER)
    record = session.meeting(meeting)
    said = said_before(session.book, meeting, record.meeting.date)
    assert said
    assert all(one.day < record.meeting.date for one in said)
    own = {opinion.text for opinion in record.opinions if opinion.text}
    assert own.isdisjoint(one.text for one in said)
