"""Opinions in the minutes: speakers by key, text that flows, undo in place of questions."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest

from cellsecretary.core.kinds import Mark
from cellsecretary.core.operations import minutes
from tests.ui.minutes_hand import CTRL, KEY, LEFT, REPORT, TOPIC, Hand, open_minutes

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from cellsecretary.messages import Messages
    from cellsecretary.ui.session import Session
    from tests.ui.asking import QueuedAsk

    TypeText = Callable[[QWidget, str], None]


PLAIN = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def hand(
    session: Session, ask: QueuedAsk, words: Messages, qtbot: QtBot, type_text: TypeText
) -> Hand:
    return open_minutes(session, ask, words, qtbot, type_text)


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


@pytest.mark.parametrize("end", ["\r", ":"])
def test_number_keys_name_the_speaker_and_the_cursor_is_in_what_is_said(
    hand: Hand, end: str
) -> None:
    hand.turn_to(TOPIC)
    before = {opinion.id for opinion in hand.opinions}
    line = next(one for one in hand.stored.marked(Mark.PRESENT) if one.number > 9)
    hand.form.body_edit.setFocus()
    hand.press(KEY.Key_Return, CTRL)
    # In VNI the figures are tone marks, and without a letter before them figures.
    number = str(line.number)
    hand.compose(number)
    assert hand.proposed()[0].startswith(line.name)
    hand.compose("", number)
    if end == ":":
        hand.type_text(hand.focus, end)
    else:
        hand.press(KEY.Key_Return)
    (given,) = [opinion for opinion in hand.opinions if opinion.id not in before]
    assert given.speaker == line.member
    assert hand.focus is hand.rows[-1].text_edit


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


def test_correcting_the_giver_of_an_opinion_keeps_that_it_was_handed_in(hand: Hand) -> None:
    hand.turn_to(REPORT)
    record, item = hand.panel.record, hand.point.id
    add = partial(minutes.add_opinion, beforehand=True)
    assert hand.session.do(add, record, item, None, "Nên làm sớm.", "Bà Lan") is None
    hand.click(hand.rows[0].speaker_button)
    hand.type_text(hand.focus, "Bà Lan, tổ 2")
    hand.press(KEY.Key_Return)
    assert [(row.speaker_other, row.beforehand) for row in hand.opinions] == [
        ("Bà Lan, tổ 2", True)
    ]


def test_an_opinion_is_noted_as_handed_in_beside_its_name_and_back_with_undo(hand: Hand) -> None:
    hand.turn_to(TOPIC)
    check = hand.panel.opinions.chooser.beforehand_check
    hand.click(hand.rows[1].speaker_button)
    assert check.isVisible()
    assert not check.isChecked()
    hand.click(check)
    assert [row.beforehand for row in hand.opinions] == [False, True, False, False, False]
    assert not check.isVisible()
    assert hand.rows[1].text_edit.hasFocus()
    assert "handed in" in hand.undo_name()
    hand.session.undo()
    assert not any(row.beforehand for row in hand.opinions)
    hand.session.redo()
    hand.click(hand.rows[1].speaker_button)
    assert check.isChecked()
    hand.press(KEY.Key_Tab)
    assert check.hasFocus()
    hand.press(KEY.Key_Space)
    assert not any(row.beforehand for row in hand.opinions)


def test_the_line_that_asks_goes_with_the_focus_or_with_escape(hand: Hand) -> None:
    hand.turn_to(TOPIC)
    chooser = hand.panel.opinions.chooser
    for leave in (
        lambda: hand.press(KEY.Key_Escape),
        lambda: hand.form.conclusion_edit.setFocus(),
    ):
        hand.click(hand.rows[1].speaker_button)
        chooser.beforehand_check.setFocus()
        assert chooser.isVisible()
        leave()
        assert not chooser.isVisible()
    hand.click(hand.form.opinion_button)
    assert chooser.isVisible()
    assert not chooser.beforehand_check.isVisible()


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
    hand.form.notice_banner.acted.emit()
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


@pytest.mark.thorough
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


def test_nothing_scrolls_from_under_a_click(hand: Hand) -> None:
    hand.turn_to(TOPIC)
    area, button = hand.form.editor_area, hand.form.opinion_button
    bar = area.verticalScrollBar()
    page = area.widget()
    assert page is not None
    hand.qtbot.waitUntil(lambda: bar.maximum() > 0)
    hand.qtbot.waitUntil(stays(page.height))
    above = button.mapTo(page, QPoint(0, 0)).y()
    # Only the upper half of the button can be seen, and the click goes there.
    bar.setValue(above + button.height() // 2 - area.viewport().height())
    window = hand.panel.windowHandle()
    spot = button.mapTo(hand.panel, QPoint(button.width() // 2, 3))
    QTest.mousePress(window, LEFT, PLAIN, spot)
    assert button.hasFocus()
    assert button.mapTo(hand.panel, QPoint(button.width() // 2, 3)) == spot
    QTest.mouseRelease(window, LEFT, PLAIN, spot)
    assert hand.panel.opinions.chooser.isVisible()


def stays(measure: Callable[[], int]) -> Callable[[], bool]:
    """Tell whether a measure was the same the last twenty times it was asked for."""
    seen: list[int] = []

    def has_stayed() -> bool:
        seen.append(measure())
        return len(seen) >= 20 and len(set(seen[-20:])) == 1

    return has_stayed


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


def test_a_field_that_grew_while_it_was_typed_in_shows_its_first_line(hand: Hand) -> None:
    hand.turn_to(REPORT)
    hand.form.conclusion_edit.clear()
    hand.write(hand.form.conclusion_edit, "Nhất trí với các ý kiến. " * 10)
    field = hand.form.conclusion_edit
    start = QTextCursor(field.document())
    assert field.cursorRect(start).top() < 0
    hand.qtbot.waitUntil(lambda: field.cursorRect(start).top() >= 0)
    assert field.cursorRect().bottom() < field.viewport().height()


def test_a_text_of_four_pages_is_kept_whole(hand: Hand) -> None:
    text = 'Đồng chí bí thư nêu: <b>&"\n' * 400
    hand.turn_to(TOPIC)
    field = hand.rows[0].text_edit
    field.setFocus()
    field.selectAll()
    hand.compose("", text)
    hand.panel.flush()
    assert hand.opinions[0].text == text
    assert field.toPlainText() == text
