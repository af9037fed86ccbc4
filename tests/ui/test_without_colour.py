"""What is told by colours is told without them too: by a word, a sign, a bar, a ring."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import (
    QApplication,
    QListWidget,
    QTableWidget,
)

from cellsecretary.ui.board.states import MONTH_ICONS, MONTH_STATES
from cellsecretary.ui.chips import State, draw_sign
from cellsecretary.ui.icons import draw, numbered_icon
from cellsecretary.ui.tables import dress_table
from cellsecretary.ui.theme import current_theme
from tests.ui.contrast import CONTROL, contrast

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

SIDE = 28


def _shape(image: QImage) -> frozenset[int]:
    """Give the pixels that are dark in a grey copy of a picture."""
    grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
    return frozenset(
        y * SIDE + x for y in range(SIDE) for x in range(SIDE) if grey.pixelColor(x, y).red() < 128
    )


def _blank() -> QImage:
    image = QImage(SIDE, SIDE, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    return image


def test_the_signs_of_states_differ_in_shape(themed: QApplication) -> None:
    shapes = {}
    for state in State:
        image = _blank()
        painter = QPainter(image)
        draw_sign(painter, QRectF(0, 0, SIDE, SIDE), state)
        painter.end()
        shapes[state] = _shape(image)
    for one, other in itertools.combinations(State, 2):
        assert len(shapes[one] ^ shapes[other]) > SIDE, f"{one} looks like {other}"


def test_the_signs_of_months_on_the_board_differ_where_their_states_do(
    themed: QApplication,
) -> None:
    shapes = {}
    for month, name in MONTH_ICONS.items():
        if not name:
            continue  # a month that is not looked at has neither state nor word
        image = _blank()
        painter = QPainter(image)
        draw(painter, QRectF(0, 0, SIDE, SIDE), name, current_theme().colour("ink"))
        painter.end()
        shapes[month] = _shape(image)
    assert len(shapes) >= 5
    for one, other in itertools.combinations(shapes, 2):
        if MONTH_STATES[one] is not MONTH_STATES[other]:
            assert shapes[one] != shapes[other], f"{one} looks like {other}"


def test_the_signs_of_steps_differ_in_grey(themed: QApplication) -> None:
    greys = set()
    for state in ("open", "current", "done"):
        image = numbered_icon(2, state).pixmap(SIDE, SIDE).toImage()
        greys.add(_shape(image.convertToFormat(QImage.Format.Format_RGB32)))
    assert len(greys) == 3


def test_the_chosen_row_has_a_bar(themed: QApplication, qtbot: QtBot) -> None:
    table = QTableWidget(4, 3)
    dress_table(table)
    qtbot.addWidget(table)
    table.setColumnHidden(0, True)
    table.selectRow(2)
    table.resize(500, 300)
    table.show()
    cell = table.visualRect(table.model().index(2, 1))
    image = table.viewport().grab().toImage()
    bar = image.pixel(cell.left() + 1, cell.center().y()) & 0xFFFFFF
    beside = image.pixel(cell.right() - 4, cell.center().y()) & 0xFFFFFF
    other = image.pixel(cell.left() + 1, cell.center().y() - cell.height()) & 0xFFFFFF
    assert contrast(bar, beside) >= CONTROL
    assert contrast(bar, other) >= CONTROL


def test_the_chosen_entry_of_a_list_has_a_bar(themed: QApplication, qtbot: QtBot) -> None:
    signs = QListWidget()
    qtbot.addWidget(signs)
    signs.addItems(["Điểm danh", "Biên bản", "Phân công"])
    signs.setCurrentRow(1)
    signs.show()
    signs.clearFocus()
    box = QRect(signs.visualItemRect(signs.item(1)))
    image = signs.viewport().grab().toImage()
    row = [image.pixel(x, box.center().y()) & 0xFFFFFF for x in range(box.left(), box.left() + 6)]
    ground = image.pixel(box.right() - 6, box.center().y()) & 0xFFFFFF
    assert max(contrast(one, ground) for one in row) >= CONTROL
