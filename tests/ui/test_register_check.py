"""Comparing the register: proposed, typed, corrected, undone, reached from menu and first page."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from cellsecretary.core.advice import Advice, Point
from cellsecretary.core.membership import count_members, member_states
from cellsecretary.ui.dialogs.register_check import RegisterCheckDialog
from cellsecretary.ui.main_window import MainWindow
from cellsecretary.ui.settings import Settings
from tests.building import AFTER
from tests.ui.test_cell_dialogs import opened

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from cellsecretary.messages import Messages
    from cellsecretary.ui.session import Session
    from tests.ui.asking import QueuedAsk

TODAY = AFTER.date()


@pytest.fixture
def dialog(qtbot: QtBot, session: Session, words: Messages) -> RegisterCheckDialog:
    return opened(RegisterCheckDialog(session, words), qtbot)


def keep(dialog: RegisterCheckDialog, qtbot: QtBot) -> None:
    qtbot.mouseClick(dialog.form.keep_button, Qt.MouseButton.LeftButton)


def test_one_click_notes_today_with_the_count_of_the_book_and_undo_takes_it_back(
    dialog: RegisterCheckDialog, session: Session, qtbot: QtBot
) -> None:
    total = count_members(member_states(session.register, TODAY)).register
    keep(dialog, qtbot)
    (check,) = session.register.register_checks
    assert (check.quarter, check.done, check.total) == (dt.date(2026, 10, 1), TODAY, total)
    assert not dialog.isVisible()
    session.undo()
    assert session.register.register_checks == ()


def test_a_total_that_was_typed_stays_when_the_day_is_changed(
    dialog: RegisterCheckDialog, qtbot: QtBot, type_text: Callable[[QWidget, str], None]
) -> None:
    dialog.form.total_spin.setValue(7)
    type_text(dialog.form.done_edit, "2/11/2026")
    qtbot.keyClick(dialog.form.done_edit, Qt.Key.Key_Tab)
    assert dialog.form.total_spin.value() == 7


def test_a_quarter_that_was_noted_is_shown_again_to_be_corrected(
    dialog: RegisterCheckDialog, session: Session, words: Messages, qtbot: QtBot
) -> None:
    dialog.form.total_spin.setValue(7)
    dialog.form.note_edit.setText("Thiếu một đồng chí")
    keep(dialog, qtbot)
    again = opened(RegisterCheckDialog(session, words), qtbot)
    form = again.form
    assert (form.total_spin.value(), form.note_edit.text()) == (7, "Thiếu một đồng chí")
    assert form.checks_table.model().rowCount() == 1
    form.quarter_box.setCurrentIndex(1)
    assert form.note_edit.text() == ""
    assert form.total_spin.value() != 7


def test_a_day_before_the_quarter_is_refused_at_its_field(
    dialog: RegisterCheckDialog, session: Session, qtbot: QtBot
) -> None:
    dialog.form.done_edit.set_date(dt.date(2026, 9, 30))
    keep(dialog, qtbot)
    assert "before the chosen quarter" in dialog.notes.text(dialog.form.done_edit)
    assert session.register.register_checks == ()


def test_the_first_page_leads_to_the_dialog(
    qtbot: QtBot, session: Session, ask: QueuedAsk, words: Messages, tmp_path: Path
) -> None:
    window = MainWindow(session, ask, words, Settings(tmp_path / "settings.ini"))
    qtbot.addWidget(window)
    window.show_page("home")
    with qtbot.waitExposed(window):
        window.show()
    window.go_to(Advice(Point.CHECK_DUE, "register_checks", "2026-10-01", "done"))
    assert window.page == "members"
    assert [one.isVisible() for one in window.findChildren(RegisterCheckDialog)] == [True]
