"""Walks through every view of the program, over copies of one book and one board."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from tests.ui.scenes import SCENES, SCREENS, appear, faces, stage

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QWidget


def every_face(
    app: QApplication,
    files: tuple[Path, Path],
    folder: Path,
    language: str,
    scenes: Iterable[str] = tuple(SCENES),
) -> Iterator[tuple[str, QWidget]]:
    """Give the name and the window of each view, in front, on the screen of an old laptop.

    Each scene has fresh copies, so that none finds what was done to another.
    """
    for number, scene in enumerate(scenes):
        place = folder / str(number)
        place.mkdir()
        copies = [place / file.name for file in files]
        for file, copy in zip(files, copies, strict=True):
            shutil.copyfile(file, copy)
        with stage(app, copies[0], copies[1], language) as world:
            widget = appear(world, scene, SCREENS[0])
            widget.activateWindow()
            QApplication.processEvents()
            for face in faces(widget):
                QApplication.processEvents()
                yield f"{scene} {face}".strip(), widget
            widget.close()
            widget.deleteLater()
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        shutil.rmtree(place)
