"""Where the buttons for the text size stand while the text grows."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from cellsecretary.ui.main_window import MainWindow
from cellsecretary.ui.program import Program
from cellsecretary.ui.settings import Settings
from tests.ui.asking import QueuedAsk

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def window(themed: QApplication, tmp_path: Path, replayed_file: Path) -> Iterator[MainWindow]:
    settings = Settings(tmp_path / "settings.ini")
    program = Program(themed, settings, practice=tmp_path / "practice.chibo", ask=QueuedAsk())
    assert program.open_book(replayed_file)
    window = program.window
    assert isinstance(window, MainWindow)
    window.showNormal()
    window.resize(1366, 768)
    yield window
    program.close()
    program.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.mark.thorough
def test_the_button_for_larger_text_stays_under_the_mouse(window: MainWindow) -> None:
    button = window.form.larger_button
    spot = button.mapTo(window, button.rect().center())
    heights = [button.height()]
    while len(set(heights)) == len(heights):
        button.click()
        QApplication.processEvents()
        heights.append(button.height())
        # Where it stood another button would take the next press: undo, of all things.
        assert button.rect().contains(button.mapFrom(window, spot))
    assert len(heights) > 4
