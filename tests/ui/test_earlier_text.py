"""The text of the last meeting can be brought in, and is marked until it is edited."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from cellsecretary.core.earlier_text import earlier_text, is_as_before, meetings_before
from cellsecretary.core.kinds import MeetingKind
from tests.building import OCTOBER, record_of
from tests.ui.minutes_hand import KEY, REPORT, Hand, open_minutes

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from cellsecretary.core.record import MeetingRecord
    from cellsecretary.messages import Messages
    from cellsecretary.ui.session import Session
    from tests.ui.asking import QueuedAsk

LAST = (
    "Chi bộ đã lãnh đạo nhân dân thu hoạch xong 18 ha lúa mùa; đổ bê tông 320 m đường ngõ xóm; thu "
    "quỹ đền ơn đáp nghĩa đạt 92 % kế hoạch. Còn 2 hộ chưa di dời chuồng trại ra khỏi khu dân cư."
)
"""What October wrote on the point of the report."""


@pytest.fixture
def session(practice_session: Session) -> Session:
    return practice_session


@pytest.fixture
def hand(
    session: Session,
    ask: QueuedAsk,
    words: Messages,
    qtbot: QtBot,
    type_text: Callable[[QWidget, str], None],
) -> Hand:
    """Give the minutes of November, in which the point of the report is empty."""
    made = open_minutes(session, ask, words, qtbot, type_text)
    made.turn_to(REPORT)
    clear(made)
    return made


def clear(hand: Hand) -> None:
    hand.form.body_edit.setFocus()
    hand.form.body_edit.selectAll()
    hand.press(KEY.Key_Delete)


def test_it_is_offered_for_an_empty_point_and_brought_in_by_a_button(hand: Hand) -> None:
    button = hand.form.earlier_text_button
    assert button.isVisible()
    assert "03/10/2026" in button.text()
    hand.click(button)
    assert hand.form.body_edit.toPlainText() == LAST
    assert not button.isVisible()
    assert hand.form.body_edit.hasFocus()


def test_it_is_marked_until_it_is_edited(hand: Hand) -> None:
    mark = hand.form.as_before_label
    assert not mark.isVisible()
    hand.click(hand.form.earlier_text_button)
    assert mark.isVisible()
    assert "03/10/2026" in mark.text()
    assert mark.property("role") == "care"
    hand.type_text(hand.form.body_edit, "Đồng chí ")
    assert not mark.isVisible()


def test_one_undo_of_the_field_takes_it_away(hand: Hand) -> None:
    hand.click(hand.form.earlier_text_button)
    hand.form.body_edit.undo()
    assert hand.form.body_edit.toPlainText() == ""
    assert hand.form.earlier_text_button.isVisible()
    assert not hand.form.as_before_label.isVisible()


def test_the_mark_is_still_there_after_another_point_and_a_new_start(hand: Hand) -> None:
    hand.click(hand.form.earlier_text_button)
    hand.panel.flush()
    assert hand.point.body == LAST
    # The mark comes of the two texts alone, which is what a new start reads.
    assert is_as_before(hand.point.body, LAST)


def test_nothing_is_offered_where_something_is_written(hand: Hand) -> None:
    hand.type_text(hand.form.body_edit, "x")
    assert not hand.form.earlier_text_button.isVisible()


# Which text it is


@pytest.fixture
def october(session: Session) -> MeetingRecord:
    return record_of(session.book, OCTOBER)


def test_the_same_point_is_that_of_the_same_title_but_for_its_figures(
    october: MeetingRecord,
) -> None:
    told = next(item for item in october.held_agenda if item.body)
    other = replace(told, id="x", title=f"  {told.title.upper()} ", body="")
    assert earlier_text(other, october) == told.body
    numbered = replace(october, agenda=(replace(told, title="Báo cáo tháng 10"),))
    assert earlier_text(replace(told, title="Báo cáo tháng 11"), numbered) == told.body
    assert earlier_text(replace(told, title="Việc khác hẳn"), october) == ""


def test_those_before_are_the_last_ones_held_without_the_committees(session: Session) -> None:
    november = record_of(session.book).meeting
    before = meetings_before(session.register, november)
    days = [one.date.isoformat() for one in before]
    assert days == [OCTOBER, "2026-09-03", "2026-08-18"]
    assert meetings_before(session.register, replace(november, date=before[0].date))[0] != before[0]
    committee = replace(november, kind=MeetingKind.COMMITTEE)
    assert {one.kind for one in meetings_before(session.register, committee)} <= {committee.kind}


def test_spaces_and_breaks_are_no_edit_but_a_tone_mark_is() -> None:
    assert is_as_before(f" {LAST} \n", LAST)
    assert not is_as_before(LAST.replace("mùa", "múa"), LAST)
    assert not is_as_before("", "")
