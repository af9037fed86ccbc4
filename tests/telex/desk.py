"""The real window in a process of its own, on the minutes: `python -m tests.telex.desk BOOK`.

It says in lines of JSON what has the keyboard, what stands there, and what is in the book.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPlainTextEdit, QWidget

from cellsecretary.ui.main_window import MainWindow
from cellsecretary.ui.meeting_page import MeetingPage
from cellsecretary.ui.panels.minutes import MinutesPanel
from cellsecretary.ui.program import Program
from cellsecretary.ui.settings import Settings
from tests.building import AFTER, NOVEMBER, meeting_id

LOOK = 20
"""Milliseconds between two looks at what stands in the fields."""


def main() -> None:
    """Open the minutes of November with the keyboard in a point that says nothing yet."""
    book = Path(sys.argv[1])
    app = QApplication(sys.argv[:1])
    program = Program(app, Settings(book.with_name("settings.ini")), clock=lambda: AFTER)
    assert program.open_book(book)
    window = program.window
    assert isinstance(window, MainWindow)
    page = window.show_meeting(meeting_id(window._session, NOVEMBER))
    assert isinstance(page, MeetingPage)
    panel = page.show_step("minutes")
    assert isinstance(panel, MinutesPanel)
    panel.show_item(panel.record.agenda[0].id)
    window.activateWindow()
    panel.form.body_edit.setFocus(Qt.FocusReason.OtherFocusReason)
    before = ""

    def look() -> None:
        nonlocal before
        told = json.dumps(seen(panel), ensure_ascii=False)
        if told != before:
            before = told
            sys.stdout.write(f"{told}\n")
            sys.stdout.flush()

    looks = QTimer()
    looks.timeout.connect(look)
    looks.start(LOOK)
    app.exec()


def seen(panel: MinutesPanel) -> dict[str, object]:
    """Tell what has the keyboard and what stands there, and what the book holds of the point."""
    focus = QApplication.focusWidget()
    item = panel.item
    return {
        "focus": focus.objectName() if focus is not None else "",
        "active": QApplication.activeWindow() is not None,
        "text": text_of(focus),
        "body": panel.form.body_edit.toPlainText(),
        "composing": panel.form.body_edit.composing,
        "kept": item.body if item is not None else "",
        "conclusion": item.conclusion if item is not None else "",
    }


def text_of(field: QWidget | None) -> str:
    """Give what stands in a field, empty for what is none."""
    if isinstance(field, QPlainTextEdit):
        return field.toPlainText()
    if isinstance(field, QComboBox):
        return field.currentText()
    return field.text() if isinstance(field, QLineEdit) else ""


if __name__ == "__main__":
    main()
