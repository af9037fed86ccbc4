"""What is said aloud although the keyboard is elsewhere; `tests/ear` hears it through AT-SPI."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QWidget

from cellsecretary.core.kinds import Mark
from cellsecretary.core.operations import attendance
from cellsecretary.ui.announcing import Voice, announce
from cellsecretary.ui.banner import Banner
from cellsecretary.ui.chips import State
from cellsecretary.ui.date_field import DateField
from cellsecretary.ui.main_window import MainWindow
from cellsecretary.ui.meeting_page import MeetingPage
from cellsecretary.ui.member_picker import MemberPicker
from cellsecretary.ui.panels.attendance import AttendancePanel
from cellsecretary.ui.settings import Settings
from tests.building import NOVEMBER, OCTOBER, meeting_id

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from cellsecretary.messages import Messages
    from cellsecretary.ui.session import Session
    from tests.ui.asking import QueuedAsk

Said = list[tuple[str, bool]]


@pytest.fixture
def said(themed: QApplication) -> Iterator[Said]:
    """Give what was handed to the screen reader, and whether it was urgent."""
    voice, texts = Voice.of_application(), []

    def hear(text: str, urgent: bool) -> None:
        texts.append((text, urgent))

    voice.said.connect(hear)
    yield texts
    voice.said.disconnect(hear)


@pytest.fixture
def window(
    qtbot: QtBot, said: Said, session: Session, ask: QueuedAsk, words: Messages, tmp_path: Path
) -> MainWindow:
    """Give the window at the attendance of November; what was said until then is forgotten."""
    window = MainWindow(session, ask, words, Settings(tmp_path / "settings.ini"))
    qtbot.addWidget(window)
    window.resize(1366, 768)
    window.show()
    page = window.show_meeting(meeting_id(session.book, NOVEMBER))
    assert isinstance(page, MeetingPage)
    page.show_step("attendance")
    QApplication.processEvents()
    said.clear()
    return window


def _mark(session: Session, number: int, mark: Mark) -> None:
    record = session.meeting(meeting_id(session.book, NOVEMBER))
    member = next(line.member for line in record.roster if line.number == number)
    assert session.do(attendance.mark, record, member, mark, None) is None


def test_a_mark_is_followed_by_the_count_and_by_what_was_saved(
    window: MainWindow, session: Session, said: Said
) -> None:
    _mark(session, 12, Mark.PRESENT)
    assert said == [
        ("Present: 43 of 45. Adds up to 52 member(s)", False),
        (window.form.saved_label.text().removeprefix("✓ "), False),
    ]
    assert said[1][0].startswith("Saved ")
    said.clear()
    _mark(session, 12, Mark.NONE)
    # The minute is the same one: that it is saved was said.
    assert [text for text, _ in said] == ["Present: 42 of 45. 1 member(s) not marked yet"]


def test_the_count_is_said_too_where_it_stands_in_one_line(
    window: MainWindow, session: Session, said: Said
) -> None:
    window.resize(1024, 640)
    QApplication.processEvents()
    panel = window.findChild(AttendancePanel)
    assert panel is not None
    panel.form.count_area.hide()
    panel.form.count_bar.show()
    _mark(session, 12, Mark.PRESENT)
    assert "Present: 43 of 45. Adds up to 52 member(s)" in [text for text, _ in said]


def test_what_does_not_change_the_count_says_none(
    window: MainWindow, session: Session, said: Said
) -> None:
    _mark(session, 12, Mark.UNEXCUSED)
    assert not [text for text, _ in said if text.startswith("Present")]
    said.clear()
    page = window.show_page("meetings")
    page.update_now()
    assert said == []
    window.show_meeting(meeting_id(session.book, OCTOBER))
    assert isinstance(page, MeetingPage)
    page.show_step("attendance")
    assert not [text for text, _ in said if text.startswith("Present")]


def test_undo_and_redo_say_what_they_did(window: MainWindow, session: Session, said: Said) -> None:
    _mark(session, 12, Mark.PRESENT)
    said.clear()
    window.undo()
    (undone,) = [text for text, _ in said if text.startswith("Undone: ")]
    assert "12" in undone
    said.clear()
    window.redo()
    assert undone.replace("Undone", "Done again") in [text for text, _ in said]


def test_the_row_that_has_the_keyboard_is_said_again_when_it_changed(
    window: MainWindow, session: Session, said: Said
) -> None:
    panel = window.findChild(AttendancePanel)
    assert panel is not None
    window.activateWindow()
    panel._hand.choose(11)
    QApplication.processEvents()
    name = panel._model.rows[11].name
    QTest.keyClick(panel.form.members_table, Qt.Key.Key_3)
    first = said[0][0]
    assert first.startswith(f"{name}, Unexcused, ")
    assert first.endswith(", row 12 of 53")
    said.clear()
    _mark(session, 13, Mark.UNEXCUSED)
    assert not [text for text, _ in said if text.startswith(name)]


def test_a_message_is_said_once_and_a_fault_breaks_in(qtbot: QtBot, said: Said) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    banner = Banner(page)
    banner.show_message(State.CARE, "The stick is full.", "&Try again")
    assert said == []  # nobody sees it yet either
    page.show()
    assert said == [("The stick is full. Try again", False)]
    banner.show_message(State.CARE, "The stick is full.", "&Try again")
    assert len(said) == 1
    banner.show_message(State.BAD, "The stick is gone.")
    assert said[1:] == [("The stick is gone.", True)]
    banner.dismiss()
    banner.show_message(State.BAD, "The stick is gone.")
    assert said[2:] == [("The stick is gone.", True)]


def test_who_picks_a_member_hears_whom_enter_would_take(
    qtbot: QtBot, said: Said, session: Session
) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    page.resize(400, 600)
    picker = MemberPicker(page)
    people = session.meeting(meeting_id(session.book, NOVEMBER)).people
    picker.set_people(people)
    page.show()
    QTest.keyClick(picker, Qt.Key.Key_Down)
    QTest.keyClick(picker, Qt.Key.Key_Down)
    assert [text.rpartition(", ")[2] for text, _ in said] == [
        f"row 1 of {len(people)}",
        f"row 2 of {len(people)}",
    ]


def test_the_calendar_says_whole_days(qtbot: QtBot, said: Said) -> None:
    field = DateField()
    qtbot.addWidget(field)
    field.show()
    field.open_calendar()
    assert field._calendar is not None
    said.clear()
    field._calendar.calendar.setSelectedDate(QDate(2026, 11, 3))
    assert said == [("Tuesday, 03/11/2026", False)]
    field._calendar.hide()


def test_what_nobody_sees_is_not_said(qtbot: QtBot, said: Said) -> None:
    edit = QPlainTextEdit()
    qtbot.addWidget(edit)
    announce(edit, "hidden")
    edit.show()
    announce(edit, "")
    assert said == []
