"""The story of a thing: one click on a task, a petition or a member, and on to its meetings."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from cellsecretary.core.operations.minutes import add_opinion
from cellsecretary.core.operations.petitions import follow_up_petition, write_answer
from cellsecretary.core.period import Period, Span
from cellsecretary.core.petition_lines import PetitionStep
from cellsecretary.ui.chips import State
from cellsecretary.ui.dialogs.story import StoryDialog
from cellsecretary.ui.main_window import MainWindow
from cellsecretary.ui.meeting_page import MeetingPage
from cellsecretary.ui.overview.petitions import PetitionsPage
from cellsecretary.ui.panels.members import MembersPanel
from cellsecretary.ui.records import STATE_ROLE
from cellsecretary.ui.settings import Settings
from cellsecretary.ui.stories import Stories
from tests.building import AFTER, NOVEMBER, OCTOBER, meeting_id

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from cellsecretary.messages import Messages
    from cellsecretary.ui.session import Session
    from tests.ui.asking import QueuedAsk

LEFT = Qt.MouseButton.LeftButton


def seen(widget: QWidget, qtbot: QtBot) -> None:
    qtbot.addWidget(widget)
    widget.resize(1280, 720)
    widget.show()
    qtbot.waitExposed(widget)


def told(dialog: StoryDialog) -> list[list[str]]:
    model = dialog._model
    return [
        [str(model.index(row, column).data()) for column in range(3)]
        for row in range(model.rowCount())
    ]


@pytest.fixture
def window(
    session: Session, ask: QueuedAsk, words: Messages, tmp_path: Path, qtbot: QtBot
) -> MainWindow:
    settings = Settings(tmp_path / "stories.ini")
    settings.language = "en"
    window = MainWindow(session, ask, words, settings)
    window.show_page("members")
    seen(window, qtbot)
    return window


def test_a_member_is_told_meeting_by_meeting_and_a_line_leads_to_the_roster(
    window: MainWindow, session: Session, qtbot: QtBot
) -> None:
    panel = window._pages["members"]
    assert isinstance(panel, MembersPanel)
    record = session.meeting(meeting_id(session, OCTOBER))
    line = next(one for one in record.roster if one.reason)
    panel.choose(line.member)
    qtbot.mouseClick(panel.form.history_button, LEFT)
    (dialog,) = panel.findChildren(StoryDialog)
    assert dialog.form.name_label.text() == line.name
    row = next(at for at, one in enumerate(told(dialog)) if one[0] == "03/10/2026")
    assert told(dialog)[row][1:] == ["Excused", line.reason]
    assert dialog._model.index(row, 1).data(STATE_ROLE) == State.CARE
    dialog.form.steps_table.selectRow(row)
    qtbot.mouseClick(dialog.form.meeting_button, LEFT)
    page = window._pages["meetings"]
    assert isinstance(page, MeetingPage)
    assert (page.meeting, page.step) == (record.meeting.id, "attendance")


def test_what_a_member_says_and_is_given_stands_at_its_meeting(
    session: Session, words: Messages
) -> None:
    record = session.meeting(meeting_id(session, NOVEMBER))
    task = record.tasks[0]
    assert task.lead is not None
    assert session.do(add_opinion, record, record.agenda[1].id, task.lead) is None
    story = Stories(session, words).of_member(task.lead)
    line = next(one for one in story.lines if one.meeting == record.meeting.id)
    said = sum(one.speaker == task.lead for one in session.meeting(record.meeting.id).opinions)
    assert f"{said} opinion" in line.note
    assert f"given {task.code}" in line.note


def test_a_petition_is_told_from_who_raised_it_to_the_people_being_told(
    session: Session, ask: QueuedAsk, words: Messages, qtbot: QtBot
) -> None:
    register, day = session.register, AFTER.date()
    petition = register.petitions[0].id
    for step in PetitionStep:
        assert session.do(follow_up_petition, session.register, petition, step, day) is None
    assert session.do(write_answer, session.register, petition, "Xã ghi nhận") is None
    page = PetitionsPage(session, ask, words)
    page.show_period(session.period_record(Period(Span.YEAR, 2026)))
    seen(page, qtbot)
    page.show_row(petition)
    wanted: list[str] = []
    page.meeting_wanted.connect(wanted.append)
    qtbot.mouseClick(page.form.history_button, LEFT)
    (dialog,) = page.findChildren(StoryDialog)
    lines = told(dialog)
    assert lines[0][1] == "Raised"
    assert [line[1] for line in lines[-3:]] == ["Sent", "Answered", "People were told"]
    assert lines[-2][2] == "Xã ghi nhận"
    assert dialog.form.state_chip.state is State.GOOD
    assert not dialog.form.meeting_button.isEnabled()  # what came after is of no meeting
    dialog.form.steps_table.selectRow(0)
    qtbot.mouseClick(dialog.form.meeting_button, LEFT)
    assert wanted == [register.petitions[0].meeting]


def test_of_what_is_not_there_any_more_there_is_no_story(session: Session, words: Messages) -> None:
    stories = Stories(session, words)
    for table in ("tasks", "petitions", "members", "opinions"):
        assert stories.of(table, "x") is None
