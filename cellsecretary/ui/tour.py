"""The practice meeting taken through the real window, without anybody at it: proof and pictures.

`make run` without a screen and `--self-test` are two uses of it.
"""

from __future__ import annotations

import argparse
import datetime as dt
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QSize, QTimer
from PySide6.QtWidgets import QApplication

from cellsecretary.core.facts import tasks_without_result
from cellsecretary.core.kinds import MeetingState, Result
from cellsecretary.ui.ask import Ask, FileKind
from cellsecretary.ui.meeting_page import STEPS, MeetingPage
from cellsecretary.ui.panels.agenda import AgendaPanel
from cellsecretary.ui.panels.assignment import AssignmentPanel
from cellsecretary.ui.panels.attendance import AttendancePanel
from cellsecretary.ui.panels.minutes import MinutesPanel
from cellsecretary.ui.panels.printing import PrintingPanel
from cellsecretary.ui.program import Program
from cellsecretary.ui.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from cellsecretary.ui.main_window import MainWindow

CLOCK = dt.datetime(2026, 11, 3, 21, 30)
"""The evening of the practice meeting."""

SIZE = QSize(1366, 768)
SETTLED_MS = 250
PAGES = ("home", "members", "tasks", "book")


class TourError(Exception):
    """The window did not do what the tour expects of it."""


class _Answers(Ask):
    """Answers the one question of the tour: where the paper goes."""

    def __init__(self, paper: Path) -> None:
        super().__init__()
        self._paper = paper

    def save_path(self, _suggested: Path, _kind: FileKind) -> Path | None:
        """Give the file of the tour."""
        return self._paper


def rehearse(folder: Path) -> None:
    """Take the practice meeting to its printed minutes in `folder`; raise what goes wrong."""
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    _hold(_program(app, folder), folder, pictures=False)


def run(arguments: Sequence[str]) -> int:
    """Hold the practice meeting, with pictures; give the exit code."""
    folder = _parser().parse_args(arguments).tour
    app = QApplication(sys.argv[:1])
    folder.mkdir(parents=True, exist_ok=True)
    paper = _hold(_program(app, folder), folder, pictures=True)
    print(f"{paper}\n{folder}/*.png")  # noqa: T201
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="cellsecretary")
    parser.add_argument("--practice", action="store_true", help="on the practice cell, as always")
    parser.add_argument(
        "--tour",
        type=Path,
        metavar="DIR",
        required=True,
        help="hold the practice meeting; papers and pictures",
    )
    return parser


def _program(app: QApplication, folder: Path) -> Program:
    settings = Settings(folder / "settings.ini")
    paper = folder / "BienBan_2026-11-03.pdf"
    return Program(
        app,
        settings,
        clock=lambda: CLOCK,
        practice=folder / "practice.chibo",
        ask=_Answers(paper),
    )


def _practice_window(program: Program) -> MainWindow:
    window = program.practise()
    if window is None:
        msg = "the practice cell did not open"
        raise TourError(msg)
    window.showNormal()
    window.resize(SIZE)
    return window


def _hold(program: Program, folder: Path, *, pictures: bool) -> Path:
    """Hold the November meeting: what it needs is entered, it is closed, its minutes saved."""
    window = _practice_window(program)
    page = window.show_page("meetings")
    assert isinstance(page, MeetingPage)
    number = 0
    for step in STEPS:
        panel = page.show_step(step)
        if isinstance(panel, AgendaPanel):
            panel.form.template_button.click()
        if isinstance(panel, AttendancePanel):
            panel.form.all_present_button.click()
        if isinstance(panel, MinutesPanel):
            panel.times.form.planned_button.click()
            panel.times.form.now_button.click()
        if isinstance(panel, AssignmentPanel):
            _give_missing_results(panel)
        if isinstance(panel, PrintingPanel):
            panel.form.next_button.click()
            if panel.record.meeting.state is not MeetingState.CLOSED:
                msg = "the practice meeting was not closed"
                raise TourError(msg)
            panel.desk.save_paper()
        if pictures:
            number += 1
            _picture(window, folder / f"{number}-{step}.png")
    if pictures:
        for name in PAGES:
            number += 1
            window.show_page(name)
            _picture(window, folder / f"{number}-{name}.png")
    paper = folder / "BienBan_2026-11-03.pdf"
    _let_go(program)
    if not paper.is_file():
        msg = "the minutes were not saved"
        raise TourError(msg)
    return paper


def _give_missing_results(panel: AssignmentPanel) -> None:
    for task in tasks_without_result(panel.record):
        panel.reviews.rows[task.id].result_buttons[Result.DONE].click()


def _let_go(program: Program) -> None:
    program.close()
    # Its translators would go on speaking in the windows of the next one.
    program.deleteLater()
    # No event loop runs that would delete what is closed.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def _picture(widget: QWidget, path: Path) -> None:
    # Layouts settle, and the paper is laid on its desk a moment after its panel shows.
    loop = QEventLoop()
    QTimer.singleShot(SETTLED_MS, loop.quit)
    loop.exec()
    widget.grab().save(str(path))
