"""The score of a meeting, in its dialog: by mouse and by keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from cellsecretary.core.kinds import Scorer
from cellsecretary.ui.dialogs.score import ScoreDialog
from tests.building import NOVEMBER, OCTOBER, meeting_id

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from cellsecretary.messages import Messages
    from cellsecretary.ui.session import Session

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def dialog(session: Session, words: Messages, qtbot: QtBot) -> ScoreDialog:
    return opened(session, words, qtbot, NOVEMBER)


def opened(session: Session, words: Messages, qtbot: QtBot, day: str) -> ScoreDialog:
    dialog = ScoreDialog(session, words, meeting_id(session, day))
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(dialog)
    dialog.open()
    return dialog


def own(dialog: ScoreDialog) -> dict[str, int]:
    marks = dialog.record.scores
    return {mark.criterion: mark.points for mark in marks if mark.scorer is Scorer.CELL}


def test_one_press_fills_in_what_the_facts_say(dialog: ScoreDialog, qtbot: QtBot) -> None:
    qtbot.mouseClick(dialog.form.proposals_button, LEFT)
    assert own(dialog).keys() == {"1", "2", "3", "6"}
    assert not dialog.form.proposals_button.isEnabled()
    assert dialog.form.class_chip.text() == "3 not answered yet"


def test_one_press_answers_a_criterion_and_names_the_class_in_the_end(
    dialog: ScoreDialog, qtbot: QtBot
) -> None:
    qtbot.mouseClick(dialog.form.proposals_button, LEFT)
    for code in ("4", "5", "7"):
        qtbot.mouseClick(dialog.lines.rows[code].all_button, LEFT)
    assert [own(dialog)[code] for code in ("4", "5", "7")] == [40, 5, 5]
    assert dialog.form.sum_label.text() == f"{sum(own(dialog).values())}/100 points"
    assert dialog.form.class_chip.text() in ("Good", "Fair")


def test_points_go_up_and_down_by_keys_and_stop_at_the_ends(
    dialog: ScoreDialog, qtbot: QtBot
) -> None:
    row = dialog.lines.rows["5"]
    row.fewer_button.setFocus()
    qtbot.keyClick(row.fewer_button, Qt.Key.Key_Space)
    assert own(dialog)["5"] == 5
    for _ in range(5):
        qtbot.keyClick(row.fewer_button, Qt.Key.Key_Space)
    assert own(dialog)["5"] == 0
    assert not row.fewer_button.isEnabled()


def test_the_first_press_begins_with_what_the_facts_propose(
    dialog: ScoreDialog, qtbot: QtBot
) -> None:
    qtbot.mouseClick(dialog.lines.rows["1"].more_button, LEFT)
    assert own(dialog) == {"1": 4}


def test_a_score_can_be_undone(dialog: ScoreDialog, session: Session, qtbot: QtBot) -> None:
    qtbot.mouseClick(dialog.form.proposals_button, LEFT)
    session.undo()
    assert own(dialog) == {}
    assert dialog.form.sum_label.text() == "0/100 points"


def test_another_form_is_chosen_for_this_meeting(dialog: ScoreDialog, qtbot: QtBot) -> None:
    qtbot.mouseClick(dialog.form.proposals_button, LEFT)
    box = dialog.form.form_box
    box.setCurrentIndex(1)
    box.activated.emit(1)
    assert {mark.form for mark in dialog.record.scores} == {"score_detailed"}
    assert len(dialog.lines.rows) == 28


def test_of_a_closed_meeting_only_the_superior_can_still_score(
    session: Session, words: Messages, qtbot: QtBot
) -> None:
    dialog = opened(session, words, qtbot, OCTOBER)
    assert dialog.form.superior_button.isChecked()
    qtbot.mouseClick(dialog.lines.rows["4"].all_button, LEFT)
    marks = session.register.scores
    assert [(mark.scorer, mark.points) for mark in marks] == [(Scorer.SUPERIOR, 40)]
    qtbot.mouseClick(dialog.form.cell_button, LEFT)
    assert not dialog.lines.rows["4"].all_button.isVisible()
    assert not dialog.form.proposals_button.isVisible()


def test_every_button_says_what_it_is_about(dialog: ScoreDialog) -> None:
    names = [
        button.accessibleName()
        for row in dialog.lines.rows.values()
        for button in (row.fewer_button, row.more_button, row.all_button)
    ]
    assert len(set(names)) == len(names)
    assert all(names)


def test_the_superior_s_confirmation_is_noted_on_the_row_of_a_closed_meeting(
    session: Session, words: Messages, qtbot: QtBot
) -> None:
    dialog = opened(session, words, qtbot, OCTOBER)
    form, meeting = dialog.form, meeting_id(session, OCTOBER)
    assert form.confirmed_by_edit.text() == "Quan Văn Thuận"
    before = session.meeting(meeting)
    form.confirmed_tick.check.click()
    row = session.register.meeting(meeting)
    assert row is not None
    assert (row.score_confirmed, row.score_confirmed_by) == (session.today(), "Quan Văn Thuận")
    assert session.meeting(meeting) == before
    form.confirmed_by_edit.setText("Ma Thị Thủy")
    form.confirmed_by_edit.editingFinished.emit()
    row = session.register.meeting(meeting)
    assert row is not None
    assert row.score_confirmed_by == "Ma Thị Thủy"
    form.confirmed_tick.check.click()
    row = session.register.meeting(meeting)
    assert row is not None
    assert (row.score_confirmed, row.score_confirmed_by) == (None, "")
    assert session.undo()
    row = session.register.meeting(meeting)
    assert row is not None
    assert row.score_confirmed_by == "Ma Thị Thủy"


def test_an_open_meeting_has_no_confirmation_yet(dialog: ScoreDialog) -> None:
    assert not dialog.form.confirmed_panel.isVisible()


def test_a_row_without_facts_has_its_buttons_below_those_of_the_others(
    dialog: ScoreDialog, qtbot: QtBot
) -> None:
    for row in dialog.lines.rows.values():
        qtbot.mouseClick(row.all_button, LEFT)
    rows = dialog.lines.rows.values()
    qtbot.waitUntil(lambda: all(row.width() == dialog.lines._page.width() for row in rows))
    assert any(row._chip.isVisible() for row in rows)
    assert len({row.fewer_button.x() for row in rows}) == 1
    assert len({row._title.x() for row in rows}) == 1
