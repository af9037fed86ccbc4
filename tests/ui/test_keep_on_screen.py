"""A dialog as high as the screen leaves room for the bar above it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QDialog, QVBoxLayout, QWidget

from cellsecretary.ui.keep_on_screen import KeepOnScreen
from cellsecretary.ui.screen_room import screen_room

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def test_a_dialog_as_high_as_the_screen_is_made_lower_and_moved_into_it(
    themed: QApplication, qtbot: QtBot
) -> None:
    watch = KeepOnScreen()
    themed.installEventFilter(watch)
    try:
        dialog = QDialog()
        qtbot.addWidget(dialog)
        room = screen_room(dialog)
        dialog.resize(300, room.height())
        dialog.move(room.bottomRight() - QPoint(50, 50))
        dialog.show()
        assert not room.contains(dialog.frameGeometry())
        qtbot.waitUntil(lambda: room.contains(dialog.frameGeometry()))
        small = QDialog()
        qtbot.addWidget(small)
        small.resize(200, 100)
        with qtbot.waitExposed(small):
            small.show()
        assert small.size().toTuple() == (200, 100)
    finally:
        themed.removeEventFilter(watch)


def test_what_cannot_be_lower_begins_at_the_top(themed: QApplication, qtbot: QtBot) -> None:
    watch = KeepOnScreen()
    themed.installEventFilter(watch)
    try:
        dialog = QDialog()
        qtbot.addWidget(dialog)
        room = screen_room(dialog)
        tall = QWidget()
        tall.setMinimumHeight(room.height() + 200)
        QVBoxLayout(dialog).addWidget(tall)
        dialog.move(room.topLeft() + QPoint(10, 100))
        dialog.show()
        qtbot.waitUntil(lambda: dialog.frameGeometry().top() == room.top())
    finally:
        themed.removeEventFilter(watch)
