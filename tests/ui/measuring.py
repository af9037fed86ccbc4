"""A process of its own that measures every view: `python -m tests.ui.measuring BOOK BOARD vi 200`.

It writes a line for each fault.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QElapsedTimer, QEvent
from PySide6.QtWidgets import QApplication, QDialog

from cellsecretary.ui.keep_on_screen import TITLE_BAR
from cellsecretary.ui.theme import TEXT_SIZES, Theme
from tests.conftest import ROOT
from tests.ui.geometry import faults, menu_faults
from tests.ui.scenes import SCENES, SCREENS, appear, complaints, faces, fit, stage

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtCore import QSize
    from PySide6.QtWidgets import QWidget

    from tests.ui.every_form import World

PATIENCE_MS = 5000
"""A paper comes, and a row is divided, a moment after its panel; on a busy machine a long one."""


def measure(
    files: tuple[Path, Path], folder: Path, language: str, size: int
) -> subprocess.CompletedProcess[str]:
    """Run the process over copies of a book and a board; its output has the faults."""
    copies = [shutil.copy(file, folder) for file in files]
    return subprocess.run(
        [sys.executable, "-m", "tests.ui.measuring", *copies, language, str(size)],
        cwd=ROOT,
        env={**os.environ, "PYTHONUTF8": "1"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def main() -> None:
    """Measure, in copies of the files that are the process's own."""
    book, board, language, size = Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3], sys.argv[4]
    app = QApplication(sys.argv[:1])
    Theme(int(size)).apply(app)
    with stage(app, book, board, language) as world:
        for scene in SCENES:
            for fault in _measured(world, scene, int(size)):
                sys.stdout.write(f"{fault}\n")


def _measured(world: World, scene: str, size: int) -> Iterator[str]:
    widget = appear(world, scene, SCREENS[0])
    for screen in SCREENS:
        fit(widget, screen)
        # Messages wrap as other texts do: the ends of the sizes on the usual laptop do.
        complain = size in (TEXT_SIZES[0], TEXT_SIZES[-1]) and screen == SCREENS[0]
        for face in chain(faces(widget), complaints(widget) if complain else ()):
            place = f"{scene} {face} {screen.width()}×{screen.height()}"
            yield from (f"{place}: {fault}" for fault in _lasting(widget))
            yield from (f"{place}: {fault}" for fault in too_large(widget, screen))
        if not isinstance(widget, QDialog):
            yield from (f"{scene} {fault}" for fault in menu_faults(widget))
    widget.close()
    widget.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def _lasting(widget: QWidget) -> list[str]:
    waited = QElapsedTimer()
    waited.start()
    while found := faults(widget):
        if waited.elapsed() > PATIENCE_MS:
            return found
        QApplication.processEvents()
    return []


def too_large(widget: QWidget, screen: QSize) -> Iterator[str]:
    """Say that a window is larger than a screen."""
    size = widget.size()
    if size.width() > screen.width() or size.height() > screen.height() - TITLE_BAR:
        yield f"the window needs {size.width()}×{size.height()}"


if __name__ == "__main__":
    main()
