"""The page of the meeting in a book that has none yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from cellsecretary.ui.main_window import MainWindow
from cellsecretary.ui.meeting_page import MeetingPage
from cellsecretary.ui.program import Program
from cellsecretary.ui.settings import Settings
from tests.building import replayed
from tests.ui.asking import QueuedAsk

if TYPE_CHECKING:
    from pathlib import Path


def test_a_book_without_a_meeting_offers_no_steps(themed: QApplication, tmp_path: Path) -> None:
    path = tmp_path / "a.chibo"
    replayed(path, acts=1).close()
    settings = Settings(tmp_path / "settings.ini")
    program = Program(themed, settings, practice=tmp_path / "practice.chibo", ask=QueuedAsk())
    assert program.open_book(path)
    assert isinstance(program.window, MainWindow)
    page = program.window.show_page("meetings")
    assert isinstance(page, MeetingPage)
    form = page.form
    assert not form.attendance_button.isEnabled()
    assert not form.earlier_button.isEnabled()
    assert not form.later_button.isEnabled()
    program.close()
    program.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
