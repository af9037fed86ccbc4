"""The page of the meeting in a book that has none yet."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from cellsecretary.core.operations.cell import change_cell
from cellsecretary.core.operations.meetings import plan_meeting
from cellsecretary.ui.dialogs.days_off import DaysOffDialog
from cellsecretary.ui.dialogs.documents import DocumentsDialog
from cellsecretary.ui.dialogs.templates import TemplatesDialog
from cellsecretary.ui.dialogs.year_plan import YearPlanDialog
from cellsecretary.ui.main_window import MainWindow
from cellsecretary.ui.meeting_page import STEPS, MeetingPage
from cellsecretary.ui.program import Program
from cellsecretary.ui.settings import Settings
from tests.building import replayed
from tests.ui.asking import QueuedAsk

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QDialog
    from pytestqt.qtbot import QtBot

    from cellsecretary.messages import Messages
    from cellsecretary.ui.session import Session


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


def test_an_undone_plan_takes_its_meeting_from_the_page(
    session: Session, ask: QueuedAsk, words: Messages, qtbot: QtBot
) -> None:
    running = session.register.next_open_meeting()
    assert running is not None
    december = replace(running, date=dt.date(2026, 12, 3), start=None, end=None)
    rules = session.rules(december.date)
    assert session.do(plan_meeting, session.register, december, rules) is None
    page = MeetingPage(session, ask, words)
    qtbot.addWidget(page)
    with qtbot.waitExposed(page):
        page.show()
    page.show_meeting(session.register.meetings[-1].id)
    for step in STEPS:
        page.show_step(step)
    page.show_step("attendance")
    assert session.undo()
    assert page.meeting == running.id
    assert session.redo()
    assert page.meeting == running.id


@pytest.mark.parametrize("step", STEPS)
def test_a_step_keeps_quiet_when_its_meeting_is_undone(
    step: str, session: Session, ask: QueuedAsk, words: Messages, qtbot: QtBot
) -> None:
    running = session.register.next_open_meeting()
    assert running is not None
    december = replace(running, date=dt.date(2026, 12, 3), start=None, end=None)
    rules = session.rules(december.date)
    assert session.do(plan_meeting, session.register, december, rules) is None
    panel = STEPS[step](session, ask, words)
    qtbot.addWidget(panel)
    panel.show_meeting(session.register.meetings[-1].id)
    with qtbot.waitExposed(panel):
        panel.show()
    assert session.undo()
    assert session.redo()


def _days_off(session: Session, words: Messages) -> DaysOffDialog:
    return DaysOffDialog(session, words, 2026)


@pytest.mark.parametrize("opened", [YearPlanDialog, _days_off, DocumentsDialog, TemplatesDialog])
def test_a_closed_dialog_hears_no_more_of_the_book(
    opened: Callable[[Session, Messages], QDialog],
    session: Session,
    words: Messages,
    qtbot: QtBot,
) -> None:
    dialog = opened(session, words)
    with qtbot.waitExposed(dialog):
        dialog.open()
    with qtbot.waitSignal(dialog.destroyed):
        dialog.reject()
    cell = replace(session.register.cell, name="Chi bộ thôn Hạ")
    assert session.do(change_cell, session.register, cell) is None
