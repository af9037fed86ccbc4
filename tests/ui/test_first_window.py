"""How large the window is when the program starts for the first time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from cellsecretary.ui.program import Program
from cellsecretary.ui.settings import Settings
from tests.ui.asking import QueuedAsk

if TYPE_CHECKING:
    from pathlib import Path


def test_the_first_window_fills_the_screen_frame_and_all(
    themed: QApplication, tmp_path: Path
) -> None:
    program = Program(
        themed,
        Settings(tmp_path / "settings.ini"),
        practice=tmp_path / "practice.chibo",
        ask=QueuedAsk(),
    )
    program.start()
    assert program.window is not None
    assert program.window.isMaximized()
    program.close()
    program.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
