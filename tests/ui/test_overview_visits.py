"""The visits of the superior over a year, on the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from cellsecretary.ui.dialogs.overview import OverviewDialog
from cellsecretary.ui.overview.visits import VisitsPage
from tests.ui.year_before import OFFICER, hold_before

if TYPE_CHECKING:
    from PySide6.QtWidgets import QTableView
    from pytestqt.qtbot import QtBot

    from cellsecretary.messages import Messages
    from cellsecretary.ui.session import Session
    from tests.ui.asking import QueuedAsk


def opened(
    session: Session, ask: QueuedAsk, words: Messages, qtbot: QtBot, year: int
) -> OverviewDialog:
    dialog = OverviewDialog(session, ask, words, year, page="visits")
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.open()
    return dialog


@pytest.fixture
def dialog(session: Session, ask: QueuedAsk, words: Messages, qtbot: QtBot) -> OverviewDialog:
    hold_before(session.book)
    return opened(session, ask, words, qtbot, 2026)


def page_of(dialog: OverviewDialog) -> VisitsPage:
    page = dialog.page
    assert isinstance(page, VisitsPage)
    return page


def texts(table: QTableView, row: int) -> list[str]:
    model = table.model()
    return [str(model.index(row, column).data()) for column in range(model.columnCount())]


def test_one_officer_in_two_spellings_has_one_line(dialog: OverviewDialog) -> None:
    table = page_of(dialog).form.officers_table
    assert table.model().rowCount() == 1
    # Nine months, two of them missed, and the two meetings of the book.
    assert texts(table, 0)[2:] == ["11", "9", "1", "0"]
    assert texts(table, 0)[0] == OFFICER


def test_a_visit_says_what_was_said_and_leads_to_its_meeting(
    dialog: OverviewDialog, qtbot: QtBot
) -> None:
    table = page_of(dialog).form.visits_table
    assert "rõ người, rõ việc" in texts(table, 4)[3]
    assert texts(table, 2)[2] == "absent"
    table.selectRow(4)
    with qtbot.waitSignal(dialog.meeting_wanted) as wanted:
        qtbot.keyClick(table, Qt.Key.Key_Return)
    assert wanted.args == ["month 5"]


def test_the_visits_are_said_by_month(dialog: OverviewDialog) -> None:
    text = page_of(dialog).form.months_label.text()
    assert text.startswith("Visits: 9 in all")
    assert "1 (1), 2 (1), 4 (1)" in text


def test_a_year_without_a_visit_says_how_to_begin(
    session: Session, ask: QueuedAsk, words: Messages, qtbot: QtBot
) -> None:
    dialog = opened(session, ask, words, qtbot, 2024)
    page = page_of(dialog)
    assert page.form.empty_label.isVisible()
    assert not page.form.officers_table.isVisible()
    assert not page.form.open_button.isVisible()
