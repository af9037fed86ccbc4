"""The window that is there before the program is read: first, at its place, and then gone."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QRect

from cellsecretary.ui.early_window import EarlyWindow
from cellsecretary.ui.settings import Settings
from cellsecretary.ui.theme import COLOURS
from tests.conftest import ROOT
from tests.ui.test_window_place import left

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

PROGRAM = """
import sys
from PySide6 import QtWidgets
from PySide6.QtCore import QTimer


class Watched(QtWidgets.QMainWindow):
    seen = []
    def paintEvent(self, event):
        super().paintEvent(event)
        name = type(self).__name__
        if name in self.seen:
            return
        self.seen.append(name)
        if name == "EarlyWindow":
            late = ("cellsecretary.store", "cellsecretary.rules", "cellsecretary.ui.main_window")
            print(self.windowTitle(), [one for one in late if one in sys.modules])
        else:
            QTimer.singleShot(200, self.tell)
    def tell(self):
        there = [type(one).__name__ for one in QtWidgets.QApplication.topLevelWidgets()
                 if isinstance(one, QtWidgets.QMainWindow) and one.isVisible()]
        print(self.seen, there)
        QtWidgets.QApplication.quit()

QtWidgets.QMainWindow = Watched
from cellsecretary.app import main
sys.exit(main(sys.argv[1:]))
"""


def test_it_is_painted_before_anything_of_the_program_is_read_and_makes_way(
    replayed_file: Path, tmp_path: Path
) -> None:
    path = tmp_path / "Chi bộ <b>thôn 3.chibo"
    shutil.copyfile(replayed_file, path)
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(path)],
        env={
            **os.environ,
            "PYTHONPATH": str(ROOT),
            "PYTHONIOENCODING": "utf-8",
            "QT_QPA_PLATFORM": "offscreen",
        },
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        timeout=120,
    )
    assert done.stdout.splitlines() == [
        "Chi bộ <b>thôn 3 []",
        "['EarlyWindow', 'MainWindow'] ['MainWindow']",
    ], done.stderr


@pytest.mark.parametrize("look", ["light", "dark", "contrast"])
def test_it_stands_where_the_window_was_left_in_the_colours_that_were_chosen(
    themed: QApplication, qtbot: QtBot, tmp_path: Path, look: str
) -> None:
    themed.setStyleSheet("")  # which nobody has read yet
    settings = Settings(tmp_path / "settings.ini")
    settings.look = look  # type: ignore[assignment]
    box = QRect(20, 30, 1100, 700)
    settings.window = left(qtbot, box)
    window = EarlyWindow(settings, "Chi bộ thôn 3")
    qtbot.addWidget(window)
    window.appear()
    picture = window.grab().toImage()
    ground, ink = COLOURS[look].ground, COLOURS[look].quiet  # type: ignore[index]
    assert picture.pixelColor(4, 4).name().upper() == ground
    colours = {
        picture.pixelColor(x, y).name().upper()
        for x in range(0, picture.width(), 1)
        for y in range(picture.height() // 2 - 12, picture.height() // 2 + 12)
    }
    assert ink in colours, "the name is there"


@pytest.mark.parametrize("name", ["Chi bộ", "Chi bộ tổ dân phố số mười hai phường Bắc Cường" * 3])
def test_the_name_is_seen_whole_in_the_largest_text(
    themed: QApplication, qtbot: QtBot, tmp_path: Path, name: str
) -> None:
    themed.setStyleSheet("")
    settings = Settings(tmp_path / "settings.ini")
    settings.look, settings.text_size = "light", 200
    window = EarlyWindow(settings, name)
    qtbot.addWidget(window)
    window.resize(900, 120)
    window.appear()
    picture = window.grab().toImage()

    def inked(columns: Iterable[int]) -> bool:
        """Tell whether something else than the ground is there."""
        return any(
            picture.pixelColor(x, y).name().upper() != COLOURS["light"].ground
            for x in columns
            for y in range(picture.height())
        )

    edge = 20
    assert inked(range(picture.width() // 2 - edge, picture.width() // 2 + edge))
    assert not inked([*range(edge), *range(picture.width() - edge, picture.width())])
