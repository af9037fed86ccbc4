"""What a hand at the mouse cannot do by accident, in any view: turn a value, press twice."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QPushButton,
    QScrollBar,
    QTabBar,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from tests.ui.focus import name
from tests.ui.pressing import double_click
from tests.ui.walks import every_face

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

STEPPING = {
    *("smaller_button", "larger_button", "zoom_out_button", "zoom_in_button"),
    *("earlier_button", "later_button", "earlier_year_button", "later_year_button"),
    *("before_button", "after_button", "up_button", "down_button"),
    "",
}
"""Buttons that go a step, and back by the one beside; those without a name: points, columns."""

KINDS = (QComboBox, QAbstractSpinBox, QTabBar, QAbstractSlider)


@pytest.mark.thorough
def test_the_wheel_turns_no_value_and_a_double_click_presses_once(
    guarded: QApplication, scene_files: tuple[Path, Path], tmp_path: Path
) -> None:
    found = []
    for place, window in every_face(guarded, scene_files, tmp_path, "vi"):
        found += [f"{place}: {fault}" for fault in turned(window)]
        found += [f"{place}: {fault}" for fault in pressed_twice(window)]
    assert found == [], "\n".join(found)


def turned(window: QWidget) -> Iterator[str]:
    """Turn the wheel over whatever has a value, and name what has another one then."""
    handle = window.windowHandle()
    assert handle is not None
    for widget in window.findChildren(QWidget):
        if not isinstance(widget, KINDS) or isinstance(widget, QScrollBar):
            continue
        spot = widget.mapTo(window, widget.rect().center())
        if not widget.isVisible() or not window.rect().contains(spot):
            continue
        before = value_of(widget)
        for by in (-120, 120, 120):
            QTest.wheelEvent(handle, QPointF(spot), QPoint(0, by))
            if value_of(widget) != before:
                yield f"the wheel turns {name(widget)}"
                break


def value_of(widget: QWidget) -> object:
    if isinstance(widget, QComboBox | QTabBar):
        return widget.currentIndex()
    return widget.text() if isinstance(widget, QAbstractSpinBox) else widget.property("value")


def pressed_twice(window: QWidget) -> Iterator[str]:
    """Double click each button, which acts on nothing meanwhile, and name those pressed twice."""
    for button in window.findChildren(QAbstractButton):
        menu = button.menu() if isinstance(button, QPushButton | QToolButton) else None
        if not (button.isVisible() and button.isEnabled()) or menu is not None:
            continue
        presses = Presses(button)
        button.blockSignals(True)
        checked = button.isChecked()
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        # What Qt makes of a second press that comes soon.
        double_click(button)
        button.setChecked(checked)
        button.blockSignals(False)
        presses.deleteLater()
        steps = bool(button.property("stepping")) and button.objectName() in STEPPING
        if (presses.count > 1) is not steps:
            yield f"a double click presses {name(button)} {presses.count} times"


class Presses(QObject):
    """Counts the presses that come to a button."""

    def __init__(self, button: QAbstractButton) -> None:
        super().__init__(button)
        self.count = 0
        button.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kinds = (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick)
        self.count += event.type() in kinds
        return False


def test_without_its_guard_both_are_found(themed: QApplication, qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    box = QVBoxLayout(window)
    combo = QComboBox()
    combo.addItems(["một", "hai", "ba"])
    combo.setCurrentIndex(1)
    bar = QTabBar()
    for title in ("một", "hai", "ba"):
        bar.addTab(title)
    bar.setCurrentIndex(1)
    for widget in (combo, bar, QPushButton("Ghi")):
        box.addWidget(widget)
    with qtbot.waitExposed(window):
        window.show()
    assert len(list(turned(window))) == 2
    assert len(list(pressed_twice(window))) == 1
