"""A process of its own that never stops typing minutes: `python -m tests.journeys.typist BOOK`.

It says every letter with the milliseconds since its start, until somebody pulls the plug.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QWidget

from cellsecretary.ui.main_window import MainWindow
from cellsecretary.ui.meeting_page import MeetingPage
from cellsecretary.ui.panels.minutes import MinutesPanel
from cellsecretary.ui.program import Program
from cellsecretary.ui.settings import Settings
from tests.building import AFTER, NOVEMBER, meeting_id

LIMIT = 250
"""Milliseconds of typing that may be lost here, in place of the program's 5 seconds."""

LETTERS = "Đường ngõ xóm nhà ông Thuận còn bốn mươi mét chưa có rãnh thoát nước. "


def main() -> None:
    """Type without a pause, so that the limit alone brings the text to the disk."""
    book = Path(sys.argv[1])
    app = QApplication(sys.argv[:1])
    program = Program(app, Settings(book.with_name("settings.ini")), clock=lambda: AFTER)
    assert program.open_book(book)
    field = open_minutes(program)
    start, typed = time.monotonic(), 0

    def type_letter() -> None:
        nonlocal typed
        event = QInputMethodEvent()
        event.setCommitString(LETTERS[typed % len(LETTERS)])
        QCoreApplication.sendEvent(field, event)
        typed += 1
        sys.stdout.write(f"{round((time.monotonic() - start) * 1000)}\n")
        sys.stdout.flush()

    keys = QTimer()
    keys.timeout.connect(type_letter)
    keys.start(1)
    app.exec()


def open_minutes(program: Program) -> QWidget:
    """Give the field of a point of November that says nothing yet, with the limit made short."""
    window = program.window
    assert isinstance(window, MainWindow)
    page = window.show_meeting(meeting_id(window._session, NOVEMBER))
    assert isinstance(page, MeetingPage)
    panel = page.show_step("minutes")
    assert isinstance(panel, MinutesPanel)
    panel.show_item(panel.record.agenda[0].id)
    panel._body._limit.setInterval(LIMIT)
    return panel.form.body_edit


if __name__ == "__main__":
    main()
