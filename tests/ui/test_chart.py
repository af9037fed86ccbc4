"""Charts: read by the keyboard, at any size of text, in any colours or none."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, get_args

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea

from cellsecretary.core.charts import Bar, Chart, ChartRow, Pattern
from cellsecretary.ui.chart import ChartView
from cellsecretary.ui.theme import Scheme, Theme, current_theme
from tests.ui.contrast import CONTROL, TEXT, Picture, contrast

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

MONTHS = 12


def _chart() -> Chart:
    rows = tuple(
        ChartRow(
            f"{month:02}/2026",
            (
                Bar(Fraction(90 - month), f"{90 - month} (Tốt)"),
                Bar(Fraction(80 - month), f"{80 - month} (Khá)", Pattern.HATCHED),
            ),
        )
        for month in range(1, MONTHS + 1)
    )
    series = ((Pattern.FULL, "Chi bộ tự chấm"), (Pattern.HATCHED, "Cấp trên chấm"))
    return Chart("Điểm", 100, rows, series)


@pytest.fixture
def area(themed: QApplication, qtbot: QtBot) -> QScrollArea:
    view = ChartView()
    view.show_chart(_chart())
    area = QScrollArea()
    area.setWidget(view)
    area.setWidgetResizable(True)
    qtbot.addWidget(area)
    area.resize(700, 240)
    with qtbot.waitActive(area):
        area.show()
        area.activateWindow()
    return area


def _view(area: QScrollArea) -> ChartView:
    view = area.widget()
    assert isinstance(view, ChartView)
    return view


def _seen(area: QScrollArea) -> QRect:
    return _view(area).visibleRegion().boundingRect()


def test_the_arrows_go_through_all_rows_and_bring_them_into_view(area: QScrollArea) -> None:
    view = _view(area)
    view.setFocus()
    for row in range(1, MONTHS):
        QTest.keyClick(view, Qt.Key.Key_Down)
        assert view.row == row
        assert _seen(area).contains(view._row_box().toRect().adjusted(1, 1, -1, -1)), row
    QTest.keyClick(view, Qt.Key.Key_Down)
    assert view.row == MONTHS - 1
    QTest.keyClick(view, Qt.Key.Key_Home)
    assert view.row == 0
    assert _seen(area).top() == 0
    QTest.keyClick(view, Qt.Key.Key_End)
    assert view.row == MONTHS - 1
    QTest.keyClick(view, Qt.Key.Key_Up)
    assert view.row == MONTHS - 2


def test_the_row_of_the_keyboard_has_a_ring(area: QScrollArea) -> None:
    view = _view(area)
    view.clearFocus()
    before = Picture(area).colours(area.rect())
    view.setFocus()
    focus = current_theme().colour("focus").rgb() & 0xFFFFFF
    assert before[focus] == 0
    assert Picture(area).colours(area.rect())[focus] > area.viewport().width() * 2


@pytest.mark.parametrize("scheme", get_args(Scheme))
def test_bars_are_seen_and_told_apart_without_colour(
    area: QScrollArea, themed: QApplication, scheme: Scheme
) -> None:
    Theme(100, scheme).apply(themed)
    view = _view(area)
    picture = Picture(view)
    line = round(view._line)
    full = QRect(round(view._left) + 20, round(line * 0.3), 100, round(line * 0.4))
    hatched = full.translated(0, line)
    ground = picture.colours(QRect(0, view.height() - 4, 4, 4)).most_common(1)[0][0]
    assert len(picture.colours(full)) == 1, "the one is full"
    assert contrast(next(iter(picture.colours(full))), ground) >= CONTROL
    assert picture.ink(hatched)[0] >= CONTROL, "the other has lines"
    words = QRect(0, 0, round(view._left) - 8, line)
    assert picture.ink(words)[0] >= TEXT


@pytest.mark.parametrize("scale", [100, 200])
def test_words_of_a_chart_are_never_cut(
    area: QScrollArea, themed: QApplication, scale: int
) -> None:
    Theme(scale, "light").apply(themed)
    QApplication.processEvents()
    view = _view(area)
    metrics = QFontMetricsF(current_theme().font())
    assert view._line >= metrics.height()
    for row in _chart().rows:
        assert view._left >= metrics.horizontalAdvance(row.label)
        assert all(
            bar is None or view._right >= metrics.horizontalAdvance(bar.text) for bar in row.bars
        )
    assert view.width() >= view.sizeHint().width()
    assert view.height() >= view.sizeHint().height()
