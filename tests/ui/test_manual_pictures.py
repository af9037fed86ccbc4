"""No picture of the manual is older than what it shows: see tools/manual.py for what that means."""

from __future__ import annotations

import hashlib
import json
import shutil
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QVBoxLayout, QWidget

from tests.ui.scenes import stage
from tools.manual import FOLDER, PRINTS, pictures, print_of, shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from tests.ui.every_form import World


@contextmanager
def fresh_stage(
    app: QApplication, files: tuple[Path, Path], folder: Path, language: str
) -> Iterator[World]:
    folder.mkdir()
    book, board = (Path(shutil.copy(file, folder / file.name)) for file in files)
    with stage(app, book, board, language) as world:
        yield world
    shutil.rmtree(folder)


@pytest.mark.thorough
@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_picture_shows_what_its_view_shows_now(
    themed: QApplication, scene_files: tuple[Path, Path], tmp_path: Path, language: str
) -> None:
    prints = json.loads((FOLDER / language / PRINTS).read_text(encoding="utf-8"))
    wanted = pictures(language)
    assert set(prints) == set(wanted)
    stale = []
    for number, (file, (scene, face, rings)) in enumerate(wanted.items()):
        with (
            fresh_stage(themed, scene_files, tmp_path / str(number), language) as world,
            shown(world, scene, face) as widget,
        ):
            assert not rings or widget.findChild(QWidget, rings) is not None, file
            if prints[file]["view"] != print_of(widget, world.folder):
                stale.append(f"{file} shows {scene} as it was: run `python -m tools.manual`")
    assert stale == []


@pytest.mark.parametrize("language", ["vi", "en"])
def test_the_files_are_those_that_were_taken(language: str) -> None:
    """A picture that was put in by hand, or lost in a merge, is not the one of its print."""
    for file, taken in json.loads((FOLDER / language / PRINTS).read_text("utf-8")).items():
        path = FOLDER / language / file
        assert hashlib.sha256(path.read_bytes()).hexdigest() == taken["file"], file
        assert not QImage(str(path)).isNull(), file


def test_a_print_changes_with_whatever_is_seen(
    themed: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    view = QWidget()
    qtbot.addWidget(view)
    box = QVBoxLayout(view)
    label, field = QLabel("Chi bộ"), QLineEdit("thôn 3")
    box.addWidget(label)
    box.addWidget(field)
    view.show()
    prints = [print_of(view, tmp_path)]
    assert print_of(view, tmp_path) == prints[0], "the same as long as nothing changes"
    label.setText("Đảng bộ")
    prints.append(print_of(view, tmp_path))
    label.setProperty("role", "title")
    prints.append(print_of(view, tmp_path))
    field.setEnabled(False)
    prints.append(print_of(view, tmp_path))
    field.hide()
    prints.append(print_of(view, tmp_path))
    assert len(set(prints)) == len(prints)
    label.setText(f"Tệp {tmp_path}")
    one = print_of(view, tmp_path)
    label.setText("Tệp ")
    assert print_of(view, tmp_path) == one, "where a test keeps its files is nothing to see"
