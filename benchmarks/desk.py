"""`python -m benchmarks.desk BOOK`: a process with the window of a book, or `--bare` with a field.

It does what a line of its input names, and answers each with a line of JSON: seconds.
"""

from __future__ import annotations

import datetime as dt
import gc
import json
import sys
import time
from itertools import cycle
from pathlib import Path
from statistics import fmean
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QPlainTextEdit, QPushButton, QWidget

from benchmarks.started import EVENING
from benchmarks.typist import LONGEST, Painted, click, typed, until_painted
from cellsecretary import paths
from cellsecretary.ui.keeping import Keeping
from cellsecretary.ui.main_window import MainWindow
from cellsecretary.ui.meeting_page import MeetingPage
from cellsecretary.ui.panels.attendance import AttendancePanel
from cellsecretary.ui.panels.minutes import MinutesPanel
from cellsecretary.ui.program import Program
from cellsecretary.ui.roster import STATE
from cellsecretary.ui.session import Session
from cellsecretary.ui.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Callable

ROWS = range(2, 8)
"""Lines of the roster that are in view."""


class Desk:
    """The program on a book, at the evening of its last meeting."""

    def __init__(self, app: QApplication, book: Path) -> None:
        settings = Settings(paths.settings_file())
        self._program = Program(app, settings, lambda: dt.datetime(*EVENING))
        assert self._program.open_book(book)
        window = self._program.window
        assert isinstance(window, MainWindow)
        self._window = window
        self._rows = cycle(ROWS)
        gc.freeze()  # as a start of the program does
        self._rest()

    def _rest(self) -> None:
        """Wait until the window was painted and what goes on beside it is done."""
        done: list[object] = []
        keeping = self._window.ledger_session.findChild(Keeping)
        assert keeping is not None
        keeping.checked.connect(done.append)
        end = time.monotonic() + LONGEST
        while not done and time.monotonic() < end:
            QApplication.processEvents()
            time.sleep(0.01)

    def _meeting(self) -> MeetingPage:
        """Give the page of the meeting that waits."""
        session = self._window.ledger_session
        assert isinstance(session, Session)
        waiting = session.register.meetings[-1]
        page = self._window.show_meeting(waiting.id)
        assert isinstance(page, MeetingPage)
        return page

    def mark(self) -> float:
        """Click a line of the roster to its next state."""
        page = self._meeting()
        panel = page.show_step("attendance")
        assert isinstance(panel, AttendancePanel)
        _settle()
        table, ledger = panel.form.members_table, self._window.ledger_session.ledger
        model = table.model()
        spot = table.visualRect(model.index(next(self._rows), STATE)).center()
        before = ledger.last_step()

        def act() -> QWidget:
            QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=spot)
            return table.viewport()

        took = until_painted(act)
        assert ledger.last_step() == before + 1, "the mark is in the book"
        _settle()
        return took

    def type(self) -> dict[str, float]:
        """Type into the minutes of the meeting that waits."""
        panel = self._meeting().show_step("minutes")
        assert isinstance(panel, MinutesPanel)
        panel.form.body_edit.setFocus()
        _settle()
        took = typed(panel.form.body_edit)
        panel.flush()
        _settle()
        return took

    def switch(self) -> float:
        """Turn to the meeting before by its button, and back; give the middle of both."""
        page = self._window.show_page("meetings")
        assert isinstance(page, MeetingPage)
        took = []
        for button in (page.form.earlier_button, page.form.later_button):
            _settle()

            def act(button: QPushButton = button) -> QWidget:
                click(button)
                assert page.panel is not None
                return page.panel

            took.append(until_painted(act))
        _settle()
        return fmean(took)

    def search(self) -> float:
        """Open the search by its button."""
        return self._dialog(lambda: click(self._window.form.search_button))

    def year(self) -> float:
        """Open the plan of the year."""
        return self._dialog(self._window.show_year)

    def overview(self) -> float:
        """Open the look back at the year."""
        return self._dialog(lambda: self._window.show_petition(""))

    def _dialog(self, open_it: Callable[[], object]) -> float:
        _settle()

        def act() -> QWidget:
            open_it()
            (dialog,) = _dialogs()
            return dialog

        took = until_painted(act)
        for dialog in _dialogs():
            dialog.reject()
            dialog.deleteLater()
        _settle()
        return took


class BareDesk:
    """An empty field in a window of its own, with letters of the same size."""

    def __init__(self, app: QApplication) -> None:
        font = app.font()
        font.setPointSize(14)
        app.setFont(font)
        self._field = QPlainTextEdit()
        self._field.resize(800, 400)
        self._field.show()
        self._field.setFocus()
        Painted(self._field.viewport()).wait()

    def type(self) -> dict[str, float]:
        """Type into the field."""
        return typed(self._field)


def _dialogs() -> list[QDialog]:
    """Give the dialogs that are open; a search through the window would take as long as it has."""
    return [
        one
        for one in QApplication.topLevelWidgets()
        if isinstance(one, QDialog) and one.isVisible()
    ]


def _settle() -> None:
    """Let what is due be done, paints and what they asked for included."""
    end = time.monotonic() + 0.05
    while time.monotonic() < end:
        QApplication.sendPostedEvents()
        QApplication.processEvents()
        time.sleep(0.001)


def main(words: list[str]) -> None:
    """Answer until the input ends."""
    app = QApplication(sys.argv[:1])
    desk = BareDesk(app) if words == ["--bare"] else Desk(app, Path(words[0]))
    for line in sys.stdin:
        print(json.dumps(getattr(desk, line.strip())()), flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
