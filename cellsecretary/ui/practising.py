"""`Practising`: what a window has over a practice cell: its frame, and the guided exercise."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from cellsecretary.ui.dialogs.exercise import ExerciseDialog
from cellsecretary.ui.exercise_strip import ExerciseStrip
from cellsecretary.ui.form import put_into
from cellsecretary.ui.meeting_page import MeetingPage
from cellsecretary.ui.practice_frame import PracticeFrame

if TYPE_CHECKING:
    from cellsecretary.messages import Messages
    from cellsecretary.ui.main_window import MainWindow
    from cellsecretary.ui.session import Session


class Practising(QObject):
    """Says on every page and dialog of a window that this is a practice cell, and leads through it.

    `strip` has the exercise, one step at a time.
    """

    def __init__(self, window: MainWindow, session: Session, words: Messages) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self._words = words
        self.frame = PracticeFrame(window)
        self.strip = ExerciseStrip(session, words, window)
        form = window.form
        form.practice_chip.show()
        form.exercise_panel.show()
        put_into(form.exercise_panel, self.strip)
        self.strip.place_wanted.connect(self._show_step)
        self.strip.lessons_wanted.connect(self._show_lessons)
        self.strip.again_wanted.connect(window.practice_wanted)

    def _show_step(self, step: str) -> None:
        page = self._window.show_meeting(self.strip.meeting)
        assert isinstance(page, MeetingPage)
        page.show_step(step)

    def _show_lessons(self) -> None:
        window = self._window
        window.flush()
        dialog = ExerciseDialog(self._session, self._words, self.strip.meeting, window)
        dialog.again_wanted.connect(window.practice_wanted)
        dialog.open()
