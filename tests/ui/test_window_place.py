"""The window comes back where it was left, and never where no screen is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QByteArray, QRect
from PySide6.QtWidgets import QMainWindow

from cellsecretary.ui.screen_room import screen_room
from cellsecretary.ui.settings import Settings
from cellsecretary.ui.window_place import SMALLEST, put_back
from tests.ui.scenes import settle

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from cellsecretary.ui.program import Program

FRAME = 2
"""Pixels that a frame may take."""


def left(qtbot: QtBot, box: QRect) -> QByteArray:
    """Give what a window that was left at a place remembers."""
    window = QMainWindow()
    qtbot.addWidget(window)
    window.setGeometry(box)
    return window.saveGeometry()


def back(qtbot: QtBot, kept: QByteArray) -> QMainWindow:
    window = QMainWindow()
    qtbot.addWidget(window)
    put_back(window, kept)
    window.show()
    settle()
    return window


def test_size_and_place_come_back(qtbot: QtBot) -> None:
    room = screen_room(back(qtbot, QByteArray()))
    box = QRect(room.left() + 60, room.top() + 50, *SMALLEST)
    if not room.contains(box):
        pytest.skip("the screen of the test is too small for two places")
    assert back(qtbot, left(qtbot, box)).geometry() == box


@pytest.mark.parametrize(
    "box",
    [
        QRect(5000, 300, 1100, 700),
        QRect(-3000, -3000, 1100, 700),
        QRect(700, 650, 1100, 700),
        QRect(0, 0, 6000, 4000),
    ],
    ids=["beyond", "before", "half out", "too large"],
)
def test_a_window_whose_screen_is_gone_comes_back_whole(qtbot: QtBot, box: QRect) -> None:
    window = back(qtbot, left(qtbot, box))
    room = screen_room(window)
    seen = room.intersected(window.geometry())
    assert seen.width() >= min(window.width(), room.width()) - FRAME
    assert seen.height() >= min(window.height(), room.height()) - FRAME


@pytest.mark.parametrize("kept", [QByteArray(), QByteArray(b"broken")])
def test_without_a_place_it_fills_the_screen(qtbot: QtBot, kept: QByteArray) -> None:
    assert back(qtbot, kept).isMaximized()


def test_it_is_remembered_over_the_end_of_the_program(
    program: Program, tmp_path: Path, qtbot: QtBot
) -> None:
    window = program.practise()
    assert window is not None
    window.showNormal()
    window.setGeometry(QRect(0, 0, 1030, 645))
    program.close()
    kept = Settings(tmp_path / "settings.ini").window
    again = back(qtbot, kept)
    assert (again.width(), again.height()) == (1030, 645)
