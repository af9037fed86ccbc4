"""The real window in a process of its own, on the minutes: `python -m tests.telex.desk BOOK`.

It says in lines of JSON what has the keyboard, what stands there, and what is in the book.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from cellsecretary.ui.dialogs.member import MemberDialog
from cellsecretary.ui.dialogs.past import PastDialog
from cellsecretary.ui.main_window import MainWindow
from cellsecretary.ui.meeting_page import MeetingPage
from cellsecretary.ui.panels.minutes import MinutesPanel
from cellsecretary.ui.program import Program
from cellsecretary.ui.settings import Settings
from tests.building import AFTER, NOVEMBER, meeting_id
from tests.ui.unikey import text_of

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
    if sys.argv[2:] == ["member"]:
        MemberDialog(panel._session, panel._words, parent=window).open()
    elif sys.argv[2:] == ["past"]:
        PastDialog(panel._session, panel._words, window).open()
    before = ""

    def look() -> None:
        nonlocal before
        told = json.dumps(seen(window, panel), ensure_ascii=False)
        if told != before:
            before = told
            sys.stdout.write(f"{told}\n")
            sys.stdout.flush()

    looks = QTimer()
    looks.timeout.connect(look)
    looks.start(LOOK)
    app.exec()


def seen(window: QWidget, panel: MinutesPanel) -> dict[str, object]:
    """Tell what has the keyboard and what stands there, and what the book holds of the point."""
    focus = QApplication.focusWidget()
    item = panel.item
    dialogs = [one for one in window.findChildren(QDialog) if one.isVisible()]
    fields: list[QWidget] = [panel.form.body_edit, panel.form.conclusion_edit]
    if dialogs:
        names = ("name_edit", "born_edit", "post_box", "place_edit")
        found = [dialogs[0].findChild(QWidget, name) for name in names]
        fields = [one for one in found if one is not None]
    return {
        "focus": focus.objectName() if focus is not None else "",
        "active": QApplication.activeWindow() is not None,
        "text": text_of(focus),
        "fields": {one.objectName(): text_of(one) for one in fields},
        "spots": {one.objectName(): spot(one) for one in fields},
        "composing": panel.form.body_edit.composing,
        "kept": item.body if item is not None else "",
        "conclusion": item.conclusion if item is not None else "",
    }


def spot(widget: QWidget) -> list[int]:
    """Give where on the screen a click meets a field."""
    place = widget.mapToGlobal(QPoint(20, widget.height() // 2))
    return [place.x(), place.y()]


if __name__ == "__main__":
    main()
