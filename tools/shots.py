"""`make shots`: a picture of every panel and dialog, in every look that a user can choose.

`python -m tools.shots DIR [--scenes NAME…] [--sizes 100 200] [--schemes light] [--languages vi]`
writes `DIR/<language>-<scheme>-<size>/<scene>.png` and `DIR/sheet.jpg`, all of them in small.
"""

from __future__ import annotations

import argparse
import os
import shutil
import sys
import tempfile
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, get_args

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from cellsecretary.rules import bundled
from cellsecretary.store.board import Board
from cellsecretary.ui.theme import TEXT_SIZES, Scheme, Theme
from tests.building import practice_year
from tests.ui.scenes import SCENES, SCREENS, appear, faces, fill_board, settle, stage

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tests.ui.every_form import World

SCREEN = Path(__file__).parent.parent / "tests" / "screen.json"
LANGUAGES = ("vi", "en")
SETTLED_MS = 120
"""Layouts settle, and the paper is laid on its desk a moment after its panel shows."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Take the pictures that the arguments ask for."""
    options = _parser().parse_args(arguments)
    os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={SCREEN}"
    app = QApplication(sys.argv[:1])
    with tempfile.TemporaryDirectory() as name:
        book, board = _make_files(Path(name))
        for language in options.languages:
            for scheme in options.schemes:
                for size in options.sizes:
                    folder = options.dir / f"{language}-{scheme}-{size}"
                    folder.mkdir(parents=True, exist_ok=True)
                    Theme(size, scheme).apply(app)
                    for scene in options.scenes or SCENES:
                        # Each finds the book as it was.
                        with (
                            _copies(book, board) as (own_book, own_board),
                            stage(app, own_book, own_board, language) as world,
                        ):
                            _take(world, scene, folder)
    print(f"{options.dir}/*/*.png")
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tools.shots", description=__doc__)
    parser.add_argument("dir", type=Path)
    parser.add_argument("--scenes", nargs="+", choices=list(SCENES), metavar="NAME")
    parser.add_argument("--sizes", nargs="+", type=int, choices=TEXT_SIZES, default=[100, 200])
    parser.add_argument("--schemes", nargs="+", choices=get_args(Scheme), default=get_args(Scheme))
    parser.add_argument("--languages", nargs="+", choices=LANGUAGES, default=LANGUAGES)
    return parser


def _make_files(folder: Path) -> tuple[Path, Path]:
    book, board = folder / "thon-3.chibo", folder / "xa.bangxa"
    with closing(practice_year()) as made:
        made.copy_to(book)
    with closing(Board.create(board, bundled())) as collected:
        fill_board(collected, folder / "stick")
    return book, board


@contextmanager
def _copies(*files: Path) -> Iterator[list[Path]]:
    """Copy files into a folder of their own, which goes with them."""
    with tempfile.TemporaryDirectory() as folder:
        yield [Path(shutil.copy(file, folder)) for file in files]


def _take(world: World, scene: str, folder: Path) -> None:
    widget = appear(world, scene, SCREENS[0])
    for number, face in enumerate(faces(widget), 1):
        _settle()
        name = scene.replace(" ", "_") + (f"-{number}" if face else "")
        widget.grab().save(str(folder / f"{name}.png"))
    widget.close()
    widget.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def _settle() -> None:
    loop = QEventLoop()
    QTimer.singleShot(SETTLED_MS, loop.quit)
    loop.exec()
    # What came meanwhile, such as a paper, wants room in turn.
    settle()


if __name__ == "__main__":
    sys.exit(main())
