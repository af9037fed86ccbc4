"""The minutes panel by mouse and keys, on a real book."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QListWidget, QWidget

from cellsecretary.core.change import Act, Problem, Why
from cellsecretary.core.kinds import Mark, MeetingKind, Needs, VoteMethod
from cellsecretary.core.operations import agenda, minutes
from cellsecretary.core.operations.meetings import plan_meeting
from cellsecretary.core.rows import Meeting
from cellsecretary.store import BookError, Fault
from cellsecretary.store.records import meeting_record
from cellsecretary.ui.dialogs.petitions import PetitionsDialog
from cellsecretary.ui.dialogs.vote import VoteDialog
from cellsecretary.ui.panels.minutes import MinutesPanel
from tests.building import NOVEMBER, OCTOBER, meeting_id

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from cellsecretary.core.record import MeetingRecord
    from cellsecretary.core.rows import AgendaItem, Opinion, Vote
    from cellsecretary.messages import Messages
    from cellsecretary.ui.opinions import OpinionRow
    from cellsecretary.ui.session import Session
    from tests.ui.asking import QueuedAsk

    TypeText = Callable[[QWidget, str], None]

LEFT = Qt.MouseButton.LeftButton
CTRL = Qt.KeyboardModifier.ControlModifier
KEY = Qt.Key
W = TypeVar("W", bound=QWidget)

REPORT, TOPIC, CLOSING = 4, 5, 6
"""Points of November: a report, a theme with five opinions, a conclusion with two votes."""


class Hand:
    """What a secretary does with the panel, and what stands in the book."""

    def __init__(
        self, panel: MinutesPanel, session: Session, qtbot: QtBot, type_text: TypeText
    ) -> None:
        self.panel = panel
        self.session = session
        self.qtbot = qtbot
        self.type_text = type_text
        self.form = panel.form
        self.times = panel.times.form

    @property
    def stored(self) -> MeetingRecord:
        """The record as the disk has it, read anew."""
        return meeting_record(self.session.book, self.panel.record.meeting.id)

    @property
    def point(self) -> AgendaItem:
        item = self.panel.item
        assert item is not None
        return next(row for row in self.stored.agenda if row.id == item.id)

    @property
    def opinions(self) -> tuple[Opinion, ...]:
        return self.stored.opinions_on(self.point.id)

    @property
    def votes(self) -> tuple[Vote, ...]:
        return self.stored.votes_on(self.point.id)

    @property
    def rows(self) -> tuple[OpinionRow, ...]:
        return self.panel.opinions.rows

    @property
    def focus(self) -> QWidget:
        widget = QApplication.focusWidget()
        assert widget is not None
        return widget

    def turn_to(self, place: int) -> None:
        entry = self.form.agenda_list.item(place)
        self.form.agenda_list.scrollToItem(entry)
        spot = self.form.agenda_list.visualItemRect(entry).center()
        self.qtbot.mouseClick(self.form.agenda_list.viewport(), LEFT, pos=spot)

    def write(self, field: QWidget, text: str) -> None:
        field.setFocus()
        self.type_text(field, text)

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier | None = None) -> None:
        self.qtbot.keyClick(self.focus, key, modifier or Qt.KeyboardModifier.NoModifier)

    def click(self, widget: QWidget) -> None:
        self.qtbot.mouseClick(widget, LEFT)

    def proposed(self) -> list[str]:
        """Name those in the list under the question who speaks."""
        lists = [found for found in self.panel.findChildren(QListWidget) if found.isVisible()]
        people = [found for found in lists if found is not self.form.agenda_list]
        return [people[0].item(row).text() for row in range(people[0].count())] if people else []

    def dialog(self, kind: type[W]) -> W:
        dialog = self.panel.findChildren(kind)[-1]
        self.qtbot.waitUntil(dialog.isActiveWindow)
        return dialog

    def undo_name(self) -> str:
        step = self.session.last_undoable
        assert step is not None
        return self.panel._words.act(step.act, step.words)

    def compose(self, preedit: str, commit: str = "") -> None:
        event = QInputMethodEvent(preedit, [])
        event.setCommitString(commit)
        QCoreApplication.sendEvent(self.focus, event)


@pytest.fixture
def hand(
    session: Session, ask: QueuedAsk, words: Messages, qtbot: QtBot, type_text: TypeText
) -> Hand:
    panel = MinutesPanel(session, ask, words)
    qtbot.addWidget(panel)
    panel.resize(1130, 520)
    panel.show_meeting(meeting_id(session.book, NOVEMBER))
    with qtbot.waitActive(panel):
        panel.show()
        panel.activateWindow()
    return Hand(panel, session, qtbot, type_text)


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


# Opinions


def test_a_key_adds_the_next_speaker_by_name_without_marks(hand: Hand) -> None:
    hand.turn_to(REPORT)
    hand.form.body_edit.setFocus()
    hand.press(KEY.Key_Return, CTRL)
    hand.type_text(hand.focus, "hong trang")
    hand.press(KEY.Key_Return)
    assert "opinion of Phạm Thị Hồng Trang" in hand.undo_name()
    hand.type_text(hand.focus, "Đề nghị làm sớm")
    hand.press(KEY.Key_Return, CTRL)
    hand.type_text(hand.focus, "11")
    hand.press(KEY.Key_Tab)
    hand.type_text(hand.focus, "Đồng ý")
    hand.panel.flush()
    said = [(hand.stored.name_of(row.speaker), row.text) for row in hand.opinions]
    assert said == [("Phạm Thị Hồng Trang", "Đề nghị làm sớm"), ("Trần Hữu An", "Đồng ý")]
    assert hand.form.opinions_label.text().startswith("2")


def test_those_present_are_proposed_first_and_guests_with_them(hand: Hand) -> None:
    hand.click(hand.form.opinion_button)
    names = [name.split(" · ")[0] for name in hand.proposed()]
    record = hand.panel.record
    here = {line.name for line in record.marked(Mark.PRESENT)} | {g.name for g in record.guests}
    assert set(names[: len(here)]) == here
    assert len(names) > len(here)


def test_a_guest_of_the_list_speaks_under_the_own_name(hand: Hand) -> None:
    hand.turn_to(REPORT)
    hand.click(hand.form.opinion_button)
    hand.type_text(hand.focus, "quan van thuan")
    hand.press(KEY.Key_Return)
    assert [(row.speaker, row.speaker_other) for row in hand.opinions] == [(None, "Quan Văn Thuận")]
    name = hand.rows[0].speaker_button
    hand.qtbot.waitUntil(lambda: name.text() == "Quan Văn Thuận:")


def test_somebody_else_speaks_as_typed(hand: Hand) -> None:
    hand.turn_to(REPORT)
    hand.click(hand.form.opinion_button)
    hand.type_text(hand.focus, "Ông Xyz & bà <b>")
    hand.press(KEY.Key_Return)
    assert hand.opinions[0].speaker_other == "Ông Xyz & bà <b>"


def test_escape_gives_the_question_up(hand: Hand) -> None:
    hand.turn_to(REPORT)
    hand.click(hand.form.opinion_button)
    hand.type_text(hand.focus, "hong")
    hand.press(KEY.Key_Escape)
    assert not hand.panel.opinions.chooser.isVisible()
    assert hand.opinions == ()


def test_a_half_typed_name_makes_no_guest(hand: Hand) -> None:
    hand.turn_to(REPORT)
    hand.click(hand.form.opinion_button)
    hand.type_text(hand.focus, "hong")
    hand.form.conclusion_edit.setFocus()
    assert not hand.panel.opinions.chooser.isVisible()
    assert hand.opinions == ()


def test_the_speaker_of_an_opinion_can_be_changed_and_the_text_stays(hand: Hand) -> None:
    hand.turn_to(TOPIC)
    text = hand.opinions[0].text
    hand.write(hand.rows[0].text_edit, "Thêm: ")
    hand.click(hand.rows[0].speaker_button)
    hand.type_text(hand.focus, "1")
    hand.press(KEY.Key_Return)
    assert hand.stored.name_of(hand.opinions[0].speaker) == hand.stored.name_of(
        next(line.member for line in hand.stored.roster if line.number == 1)
    )
    assert hand.opinions[0].text == f"Thêm: {text}"
    assert len(hand.opinions) == 5


def test_a_deleted_opinion_comes_back_whole_with_one_click(hand: Hand) -> None:
    hand.turn_to(TOPIC)
    hand.write(hand.rows[1].text_edit, "Gấp. ")
    before = hand.panel.record.opinions_on(hand.point.id)
    hand.click(hand.rows[1].delete_button)
    assert len(hand.opinions) == 4
    assert hand.rows[1].text_edit.hasFocus()
    hand.click(hand.form.notice_banner.act_button)
    assert len(hand.opinions) == 5
    assert hand.opinions[1].id == before[1].id
    assert hand.opinions[1].text.startswith("Gấp. ")


def test_the_offered_undo_takes_back_nothing_else(hand: Hand) -> None:
    hand.turn_to(TOPIC)
    hand.click(hand.rows[0].delete_button)
    hand.session.undo()
    hand.write(hand.form.body_edit, "khác ")
    hand.form.conclusion_edit.setFocus()
    hand.panel._undo_deletion()
    assert hand.point.body.startswith("khác ")


def test_saving_keeps_fields_focus_and_cursor(hand: Hand) -> None:
    hand.turn_to(TOPIC)
    rows = hand.rows
    hand.write(rows[2].text_edit, "abc")
    place = rows[2].text_edit.textCursor().position()
    hand.panel.flush()
    assert hand.rows == rows
    assert rows[2].text_edit.hasFocus()
    assert rows[2].text_edit.textCursor().position() == place


def test_an_opinion_undone_while_it_is_shown_is_dropped_without_a_fault(hand: Hand) -> None:
    hand.turn_to(REPORT)
    hand.click(hand.form.opinion_button)
    hand.type_text(hand.focus, "1")
    hand.press(KEY.Key_Return)
    hand.type_text(hand.focus, "x")
    hand.session.undo()
    assert hand.opinions == ()
    assert hand.rows == ()


def test_the_field_with_the_focus_is_in_view_among_sixty_opinions(hand: Hand) -> None:
    hand.turn_to(REPORT)
    speaker = hand.stored.roster[0].member
    for number in range(60):
        text = f"Ý kiến {number} " * 20
        hand.session.do(minutes.add_opinion, hand.panel.record, hand.point.id, speaker, text)
    assert len(hand.rows) == 60
    last = hand.rows[-1].text_edit
    last.setFocus()
    hand.qtbot.waitUntil(lambda: is_in_view(hand, last))
    hand.rows[0].text_edit.setFocus()
    hand.qtbot.waitUntil(lambda: is_in_view(hand, hand.rows[0].text_edit))


def is_in_view(hand: Hand, widget: QWidget) -> bool:
    view = hand.form.editor_area.viewport()
    top = widget.mapTo(hand.form.editor_area, QPoint(0, 0)).y()
    return top >= 0 and top + widget.height() <= view.height() + 1


def test_the_cursor_stays_in_view_while_an_opinion_grows(hand: Hand) -> None:
    hand.turn_to(TOPIC)
    field = hand.rows[-1].text_edit
    hand.write(field, "dài " * 150)
    view = hand.form.editor_area.viewport()

    def cursor_in_view() -> bool:
        line = field.cursorRect()
        spot = field.viewport().mapTo(hand.form.editor_area, line.bottomLeft())
        return 0 <= spot.y() <= view.height()

    hand.qtbot.waitUntil(cursor_in_view)


# Votes


def test_a_vote_is_counted_and_its_result_computed_while_it_is_typed(hand: Hand) -> None:
    hand.turn_to(REPORT)
    hand.click(hand.form.vote_button)
    dialog = hand.dialog(VoteDialog)
    form = dialog.form
    assert "40" in form.voters_label.text()
    assert "43" in form.voters_label.text()
    assert form.question_edit.text() == hand.point.title
    assert form.result_chip.text() == "Not passed"
    form.against_spin.setValue(3)
    hand.click(form.all_button)
    assert form.in_favour_spin.value() == 37
    assert form.result_chip.text() == "Passed"
    assert form.result_label.text().startswith("In favour 37/43, 86.0 %")
    hand.click(form.keep_button)
    assert [(vote.in_favour, vote.against, vote.method) for vote in hand.votes] == [
        (37, 3, VoteMethod.HANDS)
    ]
    card = hand.panel.votes.cards[0]
    assert card.result_chip.text() == "Passed"


def test_more_votes_than_voters_are_refused_in_the_dialog(hand: Hand) -> None:
    hand.turn_to(REPORT)
    hand.click(hand.form.vote_button)
    dialog = hand.dialog(VoteDialog)
    dialog.form.in_favour_spin.setValue(41)
    assert dialog.form.result_chip.text() == "Check the count"
    hand.click(dialog.form.keep_button)
    assert dialog.isVisible()
    assert dialog.form.notice_banner.isVisible()
    assert hand.votes == ()
    hand.click(dialog.form.cancel_button)
    assert not dialog.isVisible()


def test_a_ballot_begins_with_one_for_every_voter_and_must_add_up(hand: Hand) -> None:
    hand.turn_to(REPORT)
    hand.click(hand.form.vote_button)
    form = hand.dialog(VoteDialog).form
    assert not form.ballots_panel.isVisible()
    hand.qtbot.mouseClick(form.ballot_radio, LEFT, pos=QPoint(5, 20))
    assert form.ballots_panel.isVisible()
    assert form.issued_spin.value() == form.valid_spin.value() == 40
    form.in_favour_spin.setValue(38)
    assert form.result_chip.text() == "Check the count"
    form.against_spin.setValue(2)
    form.two_thirds_radio.setChecked(True)
    assert form.result_chip.text() == "Passed"
    hand.click(form.keep_button)
    vote = hand.votes[0]
    assert (vote.method, vote.needs, vote.issued) == (VoteMethod.BALLOT, Needs.TWO_THIRDS, 40)


def test_a_vote_can_be_changed_and_undone(hand: Hand) -> None:
    hand.turn_to(CLOSING)
    hand.click(hand.panel.votes.cards[0].change_button)
    form = hand.dialog(VoteDialog).form
    form.in_favour_spin.setValue(10)
    hand.click(form.keep_button)
    assert hand.votes[0].in_favour == 10
    assert hand.panel.votes.cards[0].result_chip.text() == "Not passed"
    hand.session.undo()
    assert hand.panel.votes.cards[0].result_chip.text() == "Passed"


def test_escape_drops_a_typed_count_only_the_second_time(hand: Hand) -> None:
    hand.turn_to(CLOSING)
    hand.click(hand.panel.votes.cards[0].change_button)
    dialog = hand.dialog(VoteDialog)
    dialog.form.against_spin.setValue(1)
    hand.qtbot.keyClick(dialog, KEY.Key_Escape)
    assert dialog.isVisible()
    hand.qtbot.keyClick(dialog, KEY.Key_Escape)
    assert not dialog.isVisible()


def test_a_deleted_vote_comes_back_with_one_click(hand: Hand) -> None:
    hand.turn_to(CLOSING)
    before = hand.votes
    hand.click(hand.panel.votes.cards[0].delete_button)
    assert len(hand.votes) == 1
    hand.click(hand.form.notice_banner.act_button)
    assert hand.votes == before


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
    assert hand.form.missing_label.text() == ""


def test_an_end_before_the_start_is_refused_with_its_reason(hand: Hand) -> None:
    end = hand.stored.meeting.end
    hand.times.end_edit.setFocus()
    hand.times.end_edit.selectAll()
    hand.type_text(hand.times.end_edit, "18h")
    hand.press(KEY.Key_Return)
    assert hand.form.notice_banner.isVisible()
    assert hand.stored.meeting.end == end


def test_an_hour_is_typed_in_any_usual_way(hand: Hand) -> None:
    hand.times.end_edit.setFocus()
    hand.times.end_edit.selectAll()
    hand.type_text(hand.times.end_edit, "21h40")
    hand.form.body_edit.setFocus()
    assert hand.stored.meeting.end == dt.time(21, 40)
    assert hand.session.last_undoable is not None
    assert hand.session.last_undoable.act is Act.SET_TIMES


# Petitions


def test_a_petition_is_kept_as_it_is_typed_and_deleted(hand: Hand) -> None:
    hand.panel._petitions_action.trigger()
    dialog = hand.dialog(PetitionsDialog)
    form = dialog.form
    hand.write(form.source_edit, "Nhân dân xóm Giữa")
    hand.write(form.text_edit, "Sửa kênh mương")
    hand.write(form.addressee_edit, "UBND xã")
    form.source_edit.setFocus()
    (petition,) = hand.stored.petitions
    assert (petition.source, petition.text, petition.addressee) == (
        "Nhân dân xóm Giữa",
        "Sửa kênh mương",
        "UBND xã",
    )
    hand.click(form.add_button)
    hand.write(form.text_edit, "Đèn đường")
    hand.click(form.close_button)
    assert not dialog.isVisible()
    assert [row.text for row in hand.stored.petitions] == ["Sửa kênh mương", "Đèn đường"]
    hand.panel._petitions_action.trigger()
    dialog = hand.dialog(PetitionsDialog)
    hand.click(dialog.form.delete_button)
    assert [row.text for row in hand.stored.petitions] == ["Đèn đường"]
    hand.session.undo()
    assert dialog.form.petitions_list.count() == 2


def test_a_petition_without_its_wish_is_not_dropped_without_a_word(hand: Hand) -> None:
    hand.panel._petitions_action.trigger()
    dialog = hand.dialog(PetitionsDialog)
    hand.write(dialog.form.source_edit, "Nhân dân")
    hand.click(dialog.form.close_button)
    assert dialog.isVisible()
    assert dialog.form.notice_banner.isVisible()
    hand.click(dialog.form.close_button)
    assert not dialog.isVisible()
    assert hand.stored.petitions == ()


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
