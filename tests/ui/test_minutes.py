"""The minutes panel by mouse and keys: points, text, times, and a closed meeting."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt, QTranslator

from cellsecretary import paths
from cellsecretary.core.change import Act, Problem, Why
from cellsecretary.core.kinds import MeetingKind
from cellsecretary.core.operations import agenda, minutes
from cellsecretary.core.operations.meetings import plan_meeting
from cellsecretary.core.rows import Meeting
from cellsecretary.store import BookError, Fault
from cellsecretary.ui.dialogs.vote import VoteDialog
from cellsecretary.ui.reading_order import read_in_order
from tests.building import OCTOBER, meeting_id
from tests.ui.minutes_hand import CLOSING, CTRL, KEY, REPORT, TOPIC, Hand, open_minutes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtWidgets import QApplication, QWidget
    from pytestqt.qtbot import QtBot

    from cellsecretary.messages import Messages
    from cellsecretary.ui.session import Session
    from tests.ui.asking import QueuedAsk

    TypeText = Callable[[QWidget, str], None]


@pytest.fixture
def hand(
    session: Session, ask: QueuedAsk, words: Messages, qtbot: QtBot, type_text: TypeText
) -> Hand:
    return open_minutes(session, ask, words, qtbot, type_text)


@pytest.fixture
def december(hand: Hand) -> str:
    """Plan a meeting that nothing is written of yet."""
    meeting = Meeting(
        "", dt.date(2026, 12, 3), MeetingKind.REGULAR, "Tháng 12", dt.time(19, 30), "Nhà văn hóa"
    )
    rules = hand.session.rules(meeting.date)
    assert hand.session.do(plan_meeting, hand.session.register, meeting, rules) is None
    found = meeting_id(hand.session.book, "2026-12-03")
    hand.panel.show_meeting(found)
    return found


# Points


def test_the_list_says_which_points_are_written(hand: Hand) -> None:
    hand.turn_to(TOPIC)
    words = [hand.form.agenda_list.item(row).toolTip() for row in range(8)]
    assert words[TOPIC] == "being written"
    assert words[REPORT] == "written"
    assert words[0] == "nothing written yet"
    assert hand.form.title_label.text().startswith("6. Chuyên đề")


def test_the_panel_begins_with_the_first_point_that_is_empty(hand: Hand) -> None:
    assert hand.point == hand.stored.agenda[0]


def test_the_keyboard_goes_from_point_to_point_and_passes_skipped_ones(hand: Hand) -> None:
    skipped = hand.stored.agenda[1].id
    hand.session.do(agenda.skip_item, hand.panel.record, skipped, skipped=True)
    entry = hand.form.agenda_list.item(1)
    assert entry.toolTip() == "skipped"
    assert not entry.flags() & Qt.ItemFlag.ItemIsEnabled
    hand.form.body_edit.setFocus()
    hand.press(KEY.Key_PageDown, CTRL)
    assert hand.point == hand.stored.agenda[2]
    assert hand.form.body_edit.hasFocus()
    hand.press(KEY.Key_PageUp, CTRL)
    assert hand.point == hand.stored.agenda[0]
    hand.press(KEY.Key_PageUp, CTRL)
    assert hand.point == hand.stored.agenda[0]


def test_buttons_go_from_point_to_point_too(hand: Hand) -> None:
    assert not hand.form.earlier_button.isEnabled()
    hand.click(hand.form.later_button)
    assert hand.point == hand.stored.agenda[1]
    hand.click(hand.form.earlier_button)
    assert hand.point == hand.stored.agenda[0]


def test_a_point_that_is_skipped_while_it_is_shown_makes_room_for_another(hand: Hand) -> None:
    hand.session.do(agenda.skip_item, hand.panel.record, hand.point.id, skipped=True)
    assert not hand.point.skipped


def test_without_an_agenda_the_panel_says_where_to_begin(hand: Hand, december: str) -> None:
    for item in hand.stored.agenda:
        hand.session.do(agenda.delete_item, hand.panel.record, item.id)
    assert hand.form.empty_card.isVisible()
    assert not hand.form.work_panel.isVisible()


# Text


def test_text_reaches_the_disk_within_five_seconds_of_typing(hand: Hand) -> None:
    hand.write(hand.form.body_edit, "Đồng chí bí thư khai mạc")
    hand.qtbot.waitUntil(lambda: hand.point.body == "Đồng chí bí thư khai mạc", timeout=5000)


def test_text_is_kept_when_the_point_is_left(hand: Hand) -> None:
    first = hand.point.id
    hand.write(hand.form.body_edit, 'Khai mạc <b>&"')
    hand.press(KEY.Key_Return)
    hand.write(hand.form.conclusion_edit, "Nhất trí")
    hand.press(KEY.Key_PageDown, CTRL)
    assert hand.form.body_edit.toPlainText() == ""
    before = next(item for item in hand.stored.agenda if item.id == first)
    assert (before.body, before.conclusion) == ('Khai mạc <b>&"\n', "Nhất trí")


def test_text_is_kept_when_the_panel_is_left(hand: Hand) -> None:
    hand.write(hand.form.conclusion_edit, "Nhất trí")
    hand.panel.flush()
    assert hand.point.conclusion == "Nhất trí"


def test_typing_is_one_step_of_undo_which_updates_the_field(hand: Hand) -> None:
    hand.write(hand.form.body_edit, "một")
    hand.panel.flush()
    hand.type_text(hand.form.body_edit, " hai")
    hand.form.conclusion_edit.setFocus()
    assert hand.point.body == "một hai"
    assert hand.session.undo()
    assert hand.form.body_edit.toPlainText() == hand.point.body == ""
    assert hand.session.redo()
    assert hand.form.body_edit.toPlainText() == "một hai"


def test_a_word_under_composition_survives_the_saving_of_what_is_before_it(hand: Hand) -> None:
    hand.write(hand.form.body_edit, "Nhất ")
    hand.compose("tri")
    hand.panel._body.flush()
    assert hand.point.body == "Nhất "
    hand.compose("trí")
    hand.compose("", "trí")
    hand.panel._body.flush()
    assert hand.form.body_edit.toPlainText() == hand.point.body == "Nhất trí"


def test_a_word_under_composition_never_reaches_another_point(hand: Hand) -> None:
    hand.turn_to(TOPIC)
    hand.write(hand.form.body_edit, "")
    hand.compose("tri")
    hand.press(KEY.Key_PageUp, CTRL)
    assert hand.point == hand.panel.record.agenda[REPORT]
    field = hand.form.body_edit
    assert field.toPlainText() == hand.point.body
    assert field.textCursor().block().layout().preeditAreaText() == ""


def test_the_undo_of_a_field_never_brings_the_text_of_another_point(hand: Hand) -> None:
    hand.write(hand.form.body_edit, "nhầm")
    hand.form.body_edit.clear()
    hand.press(KEY.Key_PageDown, CTRL)
    assert hand.form.body_edit.toPlainText() == ""
    hand.form.body_edit.undo()
    assert hand.form.body_edit.toPlainText() == ""


def test_text_that_the_disk_does_not_take_keeps_the_point_and_is_written_later(
    hand: Hand, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = hand.point.id
    hand.write(hand.form.body_edit, "quan trọng")

    def full(*_args: object, **_kwargs: object) -> None:
        raise BookError(Fault.FULL, hand.session.book.path)

    monkeypatch.setattr(hand.session.book, "apply", full)
    with hand.qtbot.waitSignal(hand.session.failed):
        hand.press(KEY.Key_PageDown, CTRL)
    assert hand.point.id == first
    assert hand.form.body_edit.toPlainText() == "quan trọng"
    monkeypatch.undo()
    hand.press(KEY.Key_PageDown, CTRL)
    assert hand.point.id != first
    assert hand.stored.agenda[0].body == "quan trọng"


# Times


def test_the_planned_hour_starts_the_meeting_and_now_ends_it(
    hand: Hand, december: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "start time, end time" in hand.form.missing_label.text()
    assert not hand.times.now_button.isVisible()
    hand.click(hand.times.planned_button)
    assert hand.stored.meeting.start == dt.time(19, 30)
    assert not hand.times.planned_button.isVisible()
    monkeypatch.setattr(hand.session, "_clock", lambda: dt.datetime(2026, 12, 3, 21, 5, 59))
    hand.panel.refresh()
    hand.click(hand.times.now_button)
    assert hand.stored.meeting.end == dt.time(21, 5)
    assert hand.times.length_label.text().startswith("95")
    assert "time" not in hand.form.missing_label.text()


def test_an_end_before_the_start_is_refused_with_its_reason(hand: Hand) -> None:
    end = hand.stored.meeting.end
    hand.times.end_edit.setFocus()
    hand.times.end_edit.selectAll()
    hand.type_text(hand.times.end_edit, "18h")
    hand.press(KEY.Key_Return)
    assert hand.form.notice_banner.isVisible()
    assert hand.stored.meeting.end == end
    edit = hand.times.end_edit
    assert (edit.text(), edit.property("role")) == ("18:00", "bad")
    # What was typed stays to be corrected, whatever else is written meanwhile.
    hand.panel.refresh()
    assert edit.text() == "18:00"
    edit.selectAll()
    hand.type_text(edit, "21h15")
    hand.press(KEY.Key_Return)
    assert hand.stored.meeting.end == dt.time(21, 15)
    assert (edit.text(), edit.property("role")) == ("21:15", "")
    assert not hand.form.notice_banner.isVisible()


def test_an_hour_is_typed_in_any_usual_way(hand: Hand) -> None:
    hand.times.end_edit.setFocus()
    hand.times.end_edit.selectAll()
    hand.type_text(hand.times.end_edit, "21h40")
    hand.form.body_edit.setFocus()
    assert hand.stored.meeting.end == dt.time(21, 40)
    assert hand.session.last_undoable is not None
    assert hand.session.last_undoable.act is Act.SET_TIMES


# Closed, and the way on


def test_a_closed_meeting_is_for_reading_only(hand: Hand) -> None:
    hand.panel.show_meeting(meeting_id(hand.session.book, OCTOBER))
    hand.turn_to(TOPIC)
    assert hand.times.closed_chip.isVisible()
    assert hand.form.conclusion_edit.isReadOnly()
    assert hand.times.start_edit.isReadOnly()
    assert not hand.form.acts_panel.isVisible()
    row = hand.rows[0]
    assert row.text_edit.isReadOnly()
    assert not row.delete_button.isVisible()
    before = hand.stored
    row.text_edit.setFocus()
    hand.press(KEY.Key_Return, CTRL)
    hand.press(KEY.Key_X)
    assert not hand.panel.opinions.chooser.isVisible()
    assert hand.stored == before


def test_a_problem_leads_to_its_place(hand: Hand) -> None:
    opinion = hand.stored.opinions[2]
    hand.panel.go_to(Problem(Why.SPEAKER_MISSING, "opinions", opinion.id))
    assert hand.point.id == opinion.item
    assert hand.focus is hand.rows[2].text_edit
    hand.panel.go_to(Problem(Why.END_MISSING, "meetings", "", "end"))
    assert hand.times.end_edit.hasFocus()
    hand.panel.go_to(Problem(Why.VOTE_EXCEEDS_VOTERS, "votes", hand.stored.votes[0].id))
    assert hand.dialog(VoteDialog).isVisible()


def test_an_opinion_without_text_is_named_as_missing(hand: Hand) -> None:
    opinion = hand.stored.opinions[0]
    empty = replace(opinion, text="")
    hand.session.do(minutes.write_opinion, hand.panel.record, empty)
    assert "1 opinion" in hand.form.missing_label.text()


def test_the_buttons_below_lead_to_the_steps_beside(hand: Hand) -> None:
    with hand.qtbot.waitSignal(hand.panel.next_wanted):
        hand.click(hand.form.next_button)
    with hand.qtbot.waitSignal(hand.panel.previous_wanted):
        hand.click(hand.form.previous_button)


def test_tab_goes_through_the_panel_as_it_is_read(hand: Hand) -> None:
    hand.turn_to(CLOSING)
    hand.session.do(minutes.add_opinion, hand.panel.record, hand.point.id, None, "x", "Khách")
    hand.times.start_edit.setFocus()
    read_in_order(hand.panel)
    form, row, cards = hand.form, hand.rows[0], hand.panel.votes.cards
    expected = [
        *(hand.times.end_edit, form.agenda_list, form.body_edit),
        *(row.speaker_button, row.text_edit, row.petition_check, row.delete_button),
        *(form.opinion_button, form.vote_button),
        *(button for card in cards for button in (card.change_button, card.delete_button)),
        *(form.conclusion_edit, form.earlier_button, form.later_button),
        *(form.previous_button, form.more_button, form.next_button),
    ]
    for widget in expected:
        hand.press(KEY.Key_Tab)
        assert hand.focus is widget, hand.focus.objectName()


@pytest.fixture
def vietnamese_keys(qapp: QApplication) -> Iterator[None]:
    """Let Qt name keys in Vietnamese, where Return and Enter have one name."""
    translator = QTranslator()
    assert translator.load(str(paths.resource("i18n", "qtbase_vi.qm")))
    qapp.installTranslator(translator)
    yield
    qapp.removeTranslator(translator)


@pytest.mark.usefixtures("vietnamese_keys")
def test_ctrl_enter_asks_who_speaks_in_the_vietnamese_window_too(hand: Hand) -> None:
    hand.form.body_edit.setFocus()
    hand.press(KEY.Key_Return, CTRL)
    assert hand.panel.opinions.chooser.isVisible()
