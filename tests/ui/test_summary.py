"""The year in figures: what is behind each, and the way to its meetings."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from cellsecretary.core.charts import ChartKind, chart
from cellsecretary.core.year_figures import year_figures
from cellsecretary.papers.catalogue import render
from cellsecretary.ui.dialogs.overview import OverviewDialog
from cellsecretary.ui.overview.summary import SummaryPage
from cellsecretary.ui.overview.summary_lines import Figure, SummaryLines
from cellsecretary.ui.theme import Theme
from tests.building import OCTOBER, meeting_id
from tests.core.years import by_hand, many, year
from tests.papers import pages
from tests.ui.pressing import double_click

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from cellsecretary.core.period import PeriodRecord
    from cellsecretary.messages import Messages
    from cellsecretary.ui.session import Session
    from tests.ui.asking import QueuedAsk


class Hand:
    """What a secretary does with the page, and what stands on it."""

    def __init__(self, page: SummaryPage, qtbot: QtBot) -> None:
        self.page = page
        self.form = page.form
        self.qtbot = qtbot

    def sentences(self) -> list[str]:
        return [sentence.text for sentence in self.form.figures_list.sentences]

    def press(self, figure: Figure) -> None:
        keys = [sentence.key for sentence in self.form.figures_list.sentences]
        button = self.form.figures_list.buttons[keys.index(figure)]
        self.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    def rows(self) -> list[list[str]]:
        model = self.form.behind_table.model()
        return [
            [model.index(row, column).data() for column in range(model.columnCount())]
            for row in range(model.rowCount())
        ]


@pytest.fixture
def hand(session: Session, ask: QueuedAsk, words: Messages, qtbot: QtBot) -> Hand:
    page = SummaryPage(session, ask, words)
    qtbot.addWidget(page)
    page.resize(1130, 600)
    page.show()
    page.show_period(by_hand())
    return Hand(page, qtbot)


def test_each_figure_is_a_sentence(hand: Hand) -> None:
    assert hand.sentences() == [
        "10 of 12 months had their meeting; none in: 11, 12",
        "9 of 10 on their day, or with a reason for another",
        "1 meeting(s) cancelled",
        "Attendance: 90.0 % (90 of 100)",
        "Spoke, of those present: 33.3 % (30 of 90)",
        "Proposed class of the year: 89.5 (Fair)\nBy the superior: 92 (Good)",
        "2 of 4 quarters with enough thematic meetings",
        "1 of 2 tasks done in time; 2 still open",
        "2 petitions passed on; 1 not told an answer yet",
    ]


def test_pressing_a_figure_shows_what_is_behind_it(hand: Hand) -> None:
    hand.press(Figure.ON_DAY)
    rows = hand.rows()
    assert rows[3] == ["17/04/2026", "Month 4", "Bão"]
    assert rows[4] == ["21/05/2026", "Month 5", "another day"]
    assert not hand.form.chart_view.isVisible()
    hand.press(Figure.SCORE)
    assert hand.rows() == [
        ["03/01/2026", "regular", "95 (Good); superior 92 (Good)"],
        ["03/02/2026", "regular", "84 (Fair)"],
    ]
    assert hand.form.chart_view.isVisible()
    assert hand.form.key_label.text() == "from 90: Good; from 70: Fair; from 50: Average"


def test_a_quarter_without_a_thematic_meeting_says_so(hand: Hand) -> None:
    hand.press(Figure.THEMATIC)
    assert [row[1:] for row in hand.rows()] == [
        ["Quarter I", ""], ["Quarter II", "1 missing"],
        ["Quarter III", ""], ["Quarter IV", "1 missing"],
    ]  # fmt: skip
    hand.form.behind_table.selectRow(1)
    assert not hand.form.meeting_button.isEnabled()


@pytest.mark.parametrize("figure", [one for one in Figure if one is not Figure.CANCELLED])
def test_behind_every_figure_is_a_meeting_to_open(hand: Hand, figure: Figure) -> None:
    hand.press(figure)
    with hand.qtbot.waitSignal(hand.page.meeting_wanted) as wanted:
        hand.qtbot.mouseClick(hand.form.meeting_button, Qt.MouseButton.LeftButton)
    assert wanted.args[0].startswith("on 2026-")


def test_enter_on_a_line_opens_its_meeting(hand: Hand) -> None:
    hand.press(Figure.VOICES)
    assert hand.rows()[2] == ["03/03/2026", "regular and thematic", "3 of 9"]
    hand.form.behind_table.selectRow(2)
    with hand.qtbot.waitSignal(hand.page.meeting_wanted) as wanted:
        hand.qtbot.keyClick(hand.form.behind_table, Qt.Key.Key_Return)
    assert wanted.args == ["on 2026-03-03"]


def test_a_chart_is_spoken_with_its_numbers(hand: Hand) -> None:
    hand.press(Figure.TASKS)
    view = hand.form.chart_view
    assert view.accessibleDescription() == "Tasks; In time: 1; Late: 1; Not done: 2"


@pytest.mark.thorough
@pytest.mark.parametrize("scale", [100, 200])
@pytest.mark.parametrize("period", [year(), many(1), many(12), many(360)])
def test_any_number_of_meetings_is_drawn_in_the_room_there_is(
    hand: Hand, qapp: QApplication, period: PeriodRecord, scale: int
) -> None:
    Theme(scale).apply(qapp)
    hand.page.resize(1310, 600)
    hand.page.show_period(period)
    view = hand.form.chart_view
    for figure in (Figure.ATTENDANCE, Figure.SCORE, Figure.TASKS):
        hand.press(figure)
        shown = view.chart
        assert shown is not None
        assert view.isVisible() == bool(shown.rows)
        if shown.rows:
            hand.qtbot.waitUntil(lambda: view.height() == view.sizeHint().height())
            assert view.width() >= view.minimumSizeHint().width()
            assert not view.grab().isNull()


def test_paper_and_screen_draw_the_same_bars(words: Messages, themed: QApplication) -> None:
    period = by_hand()
    figures, said = year_figures(period), SummaryLines(year_figures(period), period.register, words)
    letters = pages.letters_of(render("year", period))
    for kind in ChartKind:
        for row in chart(kind, figures, said).rows:
            for bar in row.bars:
                if bar is not None:
                    numbers = re.findall(r"\d+(?:[.,]\d+)?", bar.text)
                    for number in numbers:
                        assert number.removesuffix(".0").replace(".", ",") in letters


def test_the_look_back_begins_with_the_figures_and_leads_to_a_meeting(
    session: Session, ask: QueuedAsk, words: Messages, qtbot: QtBot
) -> None:
    dialog = OverviewDialog(session, ask, words, 2026)
    qtbot.addWidget(dialog)
    dialog.show()
    page = dialog.page
    assert isinstance(page, SummaryPage)
    hand = Hand(page, qtbot)
    hand.press(Figure.ATTENDANCE)
    assert hand.rows()[0] == ["03/10/2026", "regular", "42/45 · 93.3 %"]
    with qtbot.waitSignal(dialog.meeting_wanted) as wanted:
        qtbot.mouseClick(page.form.meeting_button, Qt.MouseButton.LeftButton)
    assert wanted.args == [meeting_id(session, OCTOBER)]


@pytest.mark.parametrize("way", ["double click", "enter"])
def test_a_line_beside_a_chart_leads_to_its_meeting_once_and_closes_the_look_back(
    session: Session, ask: QueuedAsk, words: Messages, qtbot: QtBot, way: str
) -> None:
    dialog = OverviewDialog(session, ask, words, 2026)
    qtbot.addWidget(dialog)
    dialog.show()
    page = dialog.page
    assert isinstance(page, SummaryPage)
    Hand(page, qtbot).press(Figure.ATTENDANCE)
    wanted: list[str] = []
    dialog.meeting_wanted.connect(wanted.append)
    table = page.form.behind_table
    line = table.visualRect(table.model().index(0, 1)).center()
    if way == "enter":
        table.selectRow(0)
        qtbot.keyClick(table, Qt.Key.Key_Return)
    else:
        qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=line)
        assert wanted == []
        double_click(table.viewport(), line)
    assert wanted == [meeting_id(session, OCTOBER)]
    assert not dialog.isVisible()


def test_a_line_without_a_meeting_leads_nowhere(hand: Hand) -> None:
    hand.press(Figure.THEMATIC)
    table = hand.form.behind_table
    table.selectRow(1)
    with hand.qtbot.assertNotEmitted(hand.page.meeting_wanted):
        hand.qtbot.keyClick(table, Qt.Key.Key_Return)
        line = table.visualRect(table.model().index(1, 1)).center()
        double_click(table.viewport(), line)
