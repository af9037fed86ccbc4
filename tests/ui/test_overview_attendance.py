"""Who came over a year, on the screen: members, meetings, and the meetings that a member missed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from cellsecretary.core.attendance_over_time import attendance_over_time
from cellsecretary.core.kinds import MeetingKind
from cellsecretary.core.operations.cell import bring_in_past
from cellsecretary.core.period import Period, Span
from cellsecretary.core.rows import PastMeeting
from cellsecretary.ui.dialogs.overview import OverviewDialog
from cellsecretary.ui.overview.attendance import AttendancePage
from tests.ui.year_before import EXCUSED, UNEXCUSED, hold_before

if TYPE_CHECKING:
    import datetime as dt

    from PySide6.QtWidgets import QTableView
    from pytestqt.qtbot import QtBot

    from cellsecretary.messages import Messages
    from cellsecretary.ui.session import Session
    from tests.ui.asking import QueuedAsk

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def dialog(session: Session, ask: QueuedAsk, words: Messages, qtbot: QtBot) -> OverviewDialog:
    hold_before(session.book)
    dialog = OverviewDialog(session, ask, words, 2026, page="attendance")
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.open()
    return dialog


@pytest.fixture
def page(dialog: OverviewDialog) -> AttendancePage:
    page = dialog.page
    assert isinstance(page, AttendancePage)
    return page


def texts(table: QTableView, row: int) -> list[str]:
    model = table.model()
    return [str(model.index(row, column).data()) for column in range(model.columnCount())]


def numbers(page: AttendancePage) -> list[str]:
    table = page.form.members_table
    return [texts(table, row)[0] for row in range(table.model().rowCount())]


def choose_member(page: AttendancePage, number: int) -> None:
    page.form.members_table.selectRow(numbers(page).index(str(number)))


def test_those_who_were_absent_come_first_and_all_by_one_press(
    page: AttendancePage, session: Session, qtbot: QtBot
) -> None:
    found = attendance_over_time(session.period_record(Period(Span.YEAR, 2026)))
    assert numbers(page) == [str(line.number) for line in found.absent]
    page.form.absent_check.click()
    assert numbers(page) == [str(line.number) for line in found.members]
    row = numbers(page).index(str(UNEXCUSED))
    assert texts(page.form.members_table, row)[2:] == ["9 / 11", "0", "2", "81.8 %"]


def test_a_member_leads_to_the_missed_meetings_and_they_to_themselves(
    dialog: OverviewDialog, page: AttendancePage, qtbot: QtBot
) -> None:
    choose_member(page, UNEXCUSED)
    qtbot.keyClick(page.form.members_table, Qt.Key.Key_Return)
    table = page.form.missed_table
    assert table.isVisible()
    assert [texts(table, row)[0] for row in range(table.model().rowCount())] == [
        "03/05/2026",
        "03/07/2026",
    ]
    table.selectRow(1)
    with qtbot.waitSignal(dialog.meeting_wanted) as wanted:
        qtbot.keyClick(table, Qt.Key.Key_Return)
    assert wanted.args == ["month 7"]
    assert not dialog.isVisible()


def test_the_way_back_to_all_members_is_the_button_above(page: AttendancePage) -> None:
    choose_member(page, EXCUSED)
    page.form.open_button.click()
    assert page.form.missed_table.isVisible()
    page.form.members_button.click()
    assert page.form.members_table.isVisible()
    assert page.form.absent_check.isVisible()


def test_a_meeting_names_who_did_not_come(page: AttendancePage) -> None:
    page.form.meetings_button.click()
    page.form.meetings_table.selectRow(7)
    assert texts(page.form.meetings_table, 7)[2:] == ["44 / 45", "1", "0", "97.8 %"]
    assert "(Đi viện)" in page.form.chosen_label.text()


def test_a_quarter_shows_its_own_meetings(page: AttendancePage) -> None:
    box = page.form.period_box
    place = box.findText("Quarter III")
    box.setCurrentIndex(place)
    box.activated.emit(place)
    assert sorted(numbers(page)) == [str(EXCUSED), str(UNEXCUSED)]
    assert page.form.sum_label.text().startswith("3 meeting(s)")
    place = box.findText("Month 1")
    box.setCurrentIndex(place)
    box.activated.emit(place)
    assert page.form.empty_label.text() == "Nobody was absent in this time."
    assert page.form.empty_label.isVisible()


def test_a_meeting_on_paper_cannot_be_opened(
    page: AttendancePage, session: Session, dialog: OverviewDialog
) -> None:
    day: dt.date = Period(Span.YEAR, 2026).first
    past = PastMeeting("", day, MeetingKind.REGULAR, 40, 38, 1, 1)
    assert session.do(bring_in_past, session.register, (), (), (past,)) is None
    page.form.meetings_button.click()
    page.form.meetings_table.selectRow(0)
    assert not page.form.open_button.isEnabled()
    assert "paper book" in page.form.chosen_label.text()


def test_a_year_without_a_meeting_says_so(
    session: Session, ask: QueuedAsk, words: Messages, qtbot: QtBot
) -> None:
    dialog = OverviewDialog(session, ask, words, 2024, page="attendance")
    qtbot.addWidget(dialog)
    dialog.show()
    page = dialog.page
    assert isinstance(page, AttendancePage)
    assert page.form.empty_label.text() == "No meeting was held in this time."
    assert not page.form.open_button.isEnabled()
