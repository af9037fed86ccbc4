"""The page with all meetings of the cell."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from cellsecretary.core.kinds import CellKind, MeetingKind, Shift
from cellsecretary.core.operations.cell import bring_in_past, start_book
from cellsecretary.core.operations.meetings import cancel_meeting, plan_meeting
from cellsecretary.core.rows import Cell, Meeting, PastMeeting
from cellsecretary.ui.panels.book import DOCUMENTS_COLUMN, BookPanel
from cellsecretary.ui.session import Session
from tests.building import AFTER, NOVEMBER, OCTOBER, context, done, meeting_id, new_book

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from cellsecretary.messages import Messages
    from tests.ui.asking import QueuedAsk


class Hand:
    """What a secretary does with the page, and what stands on it."""

    def __init__(self, panel: BookPanel, session: Session, qtbot: QtBot) -> None:
        self.panel = panel
        self.session = session
        self.qtbot = qtbot
        self.form = panel.form
        self.table = panel.form.meetings_table

    def rows(self) -> list[list[str]]:
        model = self.table.model()
        return [
            [model.index(row, column).data() for column in range(model.columnCount())]
            for row in range(model.rowCount())
        ]

    def choose(self, day: str) -> None:
        shown = dt.date.fromisoformat(day).strftime("%d/%m/%Y")
        self.table.selectRow([row[0] for row in self.rows()].index(shown))

    def plan(self, day: dt.date) -> None:
        plan = Meeting("", day, MeetingKind.REGULAR, "", dt.time(19, 30), "Nhà văn hóa")
        session = self.session
        assert session.do(plan_meeting, session.register, plan, session.rules(day)) is None

    def bring_in(self, day: dt.date) -> None:
        past = PastMeeting("", day, MeetingKind.REGULAR, 46, 40, 5, 1)
        session = self.session
        assert session.do(bring_in_past, session.register, (), (), (past,)) is None


@pytest.fixture
def hand(session: Session, ask: QueuedAsk, words: Messages, qtbot: QtBot) -> Hand:
    panel = BookPanel(session, ask, words)
    qtbot.addWidget(panel)
    panel.resize(1130, 650)
    panel.show()
    return Hand(panel, session, qtbot)


def test_meetings_stand_newest_first_with_attendance_and_documents(hand: Hand) -> None:
    assert hand.rows() == [
        ["03/11/2026", "regular and thematic", "Running", "42/45 · 93.3 %", "13-NQ/CB"],
        ["03/10/2026", "regular", "Closed", "42/45 · 93.3 %", "12-NQ/CB"],
    ]
    assert hand.form.count_label.text() == "2 meeting(s)"


def test_enter_opens_the_chosen_meeting(hand: Hand) -> None:
    hand.choose(OCTOBER)
    with hand.qtbot.waitSignal(hand.panel.meeting_wanted) as wanted:
        hand.qtbot.keyClick(hand.table, Qt.Key.Key_Return)
    assert wanted.args == [meeting_id(hand.session, OCTOBER)]


def test_the_button_opens_the_newest_meeting_at_once(hand: Hand) -> None:
    with hand.qtbot.waitSignal(hand.panel.meeting_wanted) as wanted:
        hand.qtbot.mouseClick(hand.form.open_button, Qt.MouseButton.LeftButton)
    assert wanted.args == [meeting_id(hand.session, NOVEMBER)]


def test_a_meeting_on_paper_has_figures_and_cannot_be_opened(hand: Hand) -> None:
    hand.bring_in(dt.date(2026, 9, 3))
    assert hand.rows()[-1] == ["03/09/2026", "regular", "on paper", "40/46 · 87.0 %", ""]
    hand.choose("2026-09-03")
    assert not hand.form.open_button.isEnabled()
    assert "paper book only" in hand.form.chosen_label.text()
    with hand.qtbot.assertNotEmitted(hand.panel.meeting_wanted):
        hand.qtbot.keyClick(hand.table, Qt.Key.Key_Return)


def test_a_cancelled_meeting_says_why(hand: Hand) -> None:
    hand.plan(dt.date(2026, 12, 3))
    record = hand.session.meeting(meeting_id(hand.session, "2026-12-03"))
    assert hand.session.do(cancel_meeting, record, hand.session.register, "mưa bão") is None
    assert hand.rows()[0] == ["03/12/2026", "regular", "Cancelled", "", "Cancelled: mưa bão"]


def test_a_year_is_chosen(hand: Hand) -> None:
    hand.bring_in(dt.date(2025, 12, 3))
    box = hand.form.year_box
    assert [box.itemText(place) for place in range(box.count())] == ["2026", "2025"]
    assert box.currentText() == "2026"
    hand.qtbot.keyClick(box, Qt.Key.Key_Down)
    assert [row[0] for row in hand.rows()] == ["03/12/2025"]
    hand.plan(dt.date(2026, 12, 3))
    assert box.currentText() == "2025"


def test_the_chosen_meeting_stays_chosen(hand: Hand) -> None:
    hand.choose(OCTOBER)
    hand.plan(dt.date(2026, 12, 3))
    assert hand.table.currentIndex().siblingAtColumn(0).data() == "03/10/2026"


def test_a_plan_is_asked_for(hand: Hand) -> None:
    with hand.qtbot.waitSignal(hand.panel.plan_wanted):
        hand.qtbot.mouseClick(hand.form.plan_button, Qt.MouseButton.LeftButton)


def test_a_narrow_page_says_the_documents_below_the_table(hand: Hand) -> None:
    assert not hand.table.isColumnHidden(DOCUMENTS_COLUMN)
    hand.panel.resize(640, 650)
    hand.qtbot.waitUntil(lambda: hand.table.isColumnHidden(DOCUMENTS_COLUMN))
    assert hand.form.chosen_label.text() == "13-NQ/CB"


def test_a_new_book_says_how_to_begin(
    themed: QApplication, tmp_path: Path, ask: QueuedAsk, words: Messages, qtbot: QtBot
) -> None:
    book = new_book(tmp_path / "new.chibo")
    time = dt.time(19, 30)
    term = dt.date(2025, 1, 1)
    cell = Cell("", "Chi bộ", CellKind.VILLAGE, "Đảng bộ", "Xã", "Nhà", 3, time, Shift.NONE, term)
    book.apply(done(start_book(context(), cell)), AFTER)
    panel = BookPanel(Session(book, lambda: AFTER), ask, words)
    qtbot.addWidget(panel)
    panel.show()
    assert panel.form.empty_page.isVisible()
    assert not panel.form.open_button.isVisible()
    book.close()
