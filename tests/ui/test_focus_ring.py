"""Whatever has the keyboard is seen to have it: a ring, or as much of a change, in every view."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import (
    QApplication,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from tests.ui.focus import go_round, name
from tests.ui.walks import every_face

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QImage
    from pytestqt.qtbot import QtBot

MARGIN = 4
"""Pixels around a widget in which its ring may lie."""

RING = 2
"""The least width of a ring, in pixels."""

CONTRAST = 3.0


@pytest.mark.thorough
def test_what_has_the_keyboard_is_seen_to_have_it(
    themed: QApplication, scene_files: tuple[Path, Path], tmp_path: Path
) -> None:
    found = []
    known: set[tuple[str, str]] = set()  # one of each look is enough
    for place, window in every_face(themed, scene_files, tmp_path, "vi"):
        for stop in go_round(window).stops:
            role = stop.objectName() if isinstance(stop, QScrollArea) else stop.property("role")
            kind = (type(stop).__name__, str(role))
            if kind in known or not stop.isVisible() or not stop.isEnabled():
                continue
            known.add(kind)
            if fault := unseen(stop):
                found.append(f"{place}: {name(stop)} {fault}")
    assert found == [], "\n".join(found)


def unseen(widget: QWidget) -> str:
    """Say what is wrong with how the keyboard shows on a widget; nothing when it is well seen."""
    window = widget.window()
    widget.setFocus(Qt.FocusReason.TabFocusReason)
    QApplication.processEvents()
    place = QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())
    place = place.adjusted(-MARGIN, -MARGIN, MARGIN, MARGIN).intersected(window.rect())
    with_it = window.grab(place).toImage()
    widget.clearFocus()
    QApplication.processEvents()
    without = window.grab(place).toImage()
    widget.setFocus(Qt.FocusReason.TabFocusReason)
    changed = strong_changes(with_it, without)
    # As much as three sides of the least ring of a small widget; a row of a table has its own.
    wanted = RING * 2 * min(place.height(), 44)
    return "" if changed >= wanted else f"changes {changed} pixels clearly, not {wanted}"


def strong_changes(one: QImage, other: QImage) -> int:
    """Count the pixels that differ by the contrast that a sign needs."""
    count = 0
    for y in range(one.height()):
        for x in range(one.width()):
            a, b = one.pixel(x, y), other.pixel(x, y)
            count += a != b and _contrast(a, b) >= CONTRAST
    return count


def _contrast(one: int, other: int) -> float:
    bright, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (bright + 0.05) / (dark + 0.05)


def _luminance(pixel: int) -> float:
    parts = ((pixel >> 16 & 255) / 255, (pixel >> 8 & 255) / 255, (pixel & 255) / 255)
    red, green, blue = (
        part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_a_widget_without_a_ring_is_found(themed: QApplication, qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    box = QVBoxLayout(window)
    bare, dressed = QPushButton("Ghi"), QPushButton("Đóng")
    bare.setStyleSheet("QPushButton, QPushButton:focus { border: 1px solid gray; outline: 0 }")
    for widget in (QLineEdit(), bare, dressed):
        box.addWidget(widget)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    assert unseen(bare)
    assert not unseen(dressed)
