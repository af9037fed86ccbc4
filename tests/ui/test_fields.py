"""A box for flowing text, in a page that scrolls."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication

from cellsecretary.ui.fields import MOST_LINES, GrowingTextEdit

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.fixture
def box(themed: QApplication, qtbot: QtBot) -> GrowingTextEdit:
    box = GrowingTextEdit()
    qtbot.addWidget(box)
    box.show()
    return box


def wheel_down(box: GrowingTextEdit) -> bool:
    """Turn the wheel over the box; tell whether the box took it."""
    middle = QPointF(box.viewport().rect().center())
    event = QWheelEvent(
        middle,
        box.viewport().mapToGlobal(middle),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(box.viewport(), event)
    return event.isAccepted()


def test_the_wheel_over_a_text_that_fits_is_left_to_the_page(box: GrowingTextEdit) -> None:
    box.setPlainText("dòng đầu\ndòng hai\ndòng ba")
    # A box can be a hair too low for its last line, and would scroll its first one away.
    box.resize(box.width(), box.sizeHint().height() // 2)
    box.verticalScrollBar().setValue(0)
    assert box.verticalScrollBar().maximum() > 0
    assert not wheel_down(box)
    assert box.verticalScrollBar().value() == 0


def test_the_wheel_scrolls_a_text_longer_than_its_box(box: GrowingTextEdit) -> None:
    box.setPlainText("một dòng\n" * (MOST_LINES + 10))
    assert wheel_down(box)
    assert box.verticalScrollBar().value() > 0
