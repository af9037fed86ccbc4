"""`make shots`: a picture of every panel and dialog, in every look that a user can choose.

`python -m tools.shots DIR [--scenes NAME…] [--sizes 100 200] [--schemes light] [--languages vi]`
writes `DIR/<language>-<scheme>-<size>/<scene>.png`, and beside each folder a sheet of it in small.
With `--docs` the pictures of the documentation are made anew too: two screens, and a sheet of all.
Those of the manual are made by `tools.manual`.
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

from PIL import Image, ImageDraw
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
PICTURES = Path(__file__).parent.parent / "docs" / "pictures"
LOOKS = ("vi-light-100", "vi-light-200", "vi-dark-100", "vi-contrast-200")
"""What the sheet of the documentation shows of each scene."""

SETTLED_MS = 260
"""Layouts settle, and a paper is laid on its desk a moment after its panel or dialog shows."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Take the pictures that the arguments ask for."""
    options = _parser().parse_args(arguments)
    os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={SCREEN}"
    app = QApplication(sys.argv[:1])
    with tempfile.TemporaryDirectory() as name:
        book, board = make_files(Path(name))
        for language in options.languages:
            for scheme in options.schemes:
                for size in options.sizes:
                    folder = options.dir / f"{language}-{scheme}-{size}"
                    folder.mkdir(parents=True, exist_ok=True)
                    Theme(size, scheme).apply(app)
                    for scene in options.scenes or SCENES:
                        # Each finds the book as it was.
                        with (
                            copies(book, board) as (own_book, own_board),
                            stage(app, own_book, own_board, language) as world,
                        ):
                            _take(world, scene, folder)
                    _write_sheet([*sorted(folder.glob("*.png"))], folder.with_suffix(".jpg"), 6)
    if options.docs:
        _write_docs(options.dir)
    print(f"{options.dir}/*/*.png")
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tools.shots", description=__doc__)
    parser.add_argument("dir", type=Path)
    parser.add_argument("--scenes", nargs="+", choices=list(SCENES), metavar="NAME")
    parser.add_argument("--sizes", nargs="+", type=int, choices=TEXT_SIZES, default=[100, 200])
    parser.add_argument("--schemes", nargs="+", choices=get_args(Scheme), default=get_args(Scheme))
    parser.add_argument("--languages", nargs="+", choices=LANGUAGES, default=LANGUAGES)
    parser.add_argument("--docs", action="store_true", help="make docs/pictures anew from them")
    return parser


def _write_docs(folder: Path) -> None:
    """Take over what the documentation shows; its sheet has a row of looks for each scene."""
    for name, scene in (("attendance", "attendance"), ("board", "board_grid")):
        shutil.copy(folder / LOOKS[0] / f"{scene}.png", PICTURES / f"{name}.png")
    scenes = sorted(file.name for file in (folder / LOOKS[0]).glob("*.png"))
    rows = [folder / look / scene for scene in scenes for look in LOOKS]
    _write_sheet(rows, PICTURES / "contact-sheet.jpg", 3 * len(LOOKS), side=200)


def _write_sheet(files: Sequence[Path], sheet: Path, columns: int, side: int = 320) -> None:
    """Lay pictures out in small, each with its name above."""
    gap, title = 6, 14
    high = side * SCREENS[0].height() // SCREENS[0].width()
    rows = -(-len(files) // columns)
    size = (columns * (side + gap) + gap, rows * (high + title + gap) + gap)
    whole = Image.new("RGB", size, "#777777")
    pen = ImageDraw.Draw(whole)
    for at, file in enumerate(files):
        left = gap + at % columns * (side + gap)
        top = gap + at // columns * (high + title + gap)
        pen.text((left, top), file.stem, fill="white")
        with Image.open(file) as picture:
            small = picture.convert("RGB")
            small.thumbnail((side, high))
            whole.paste(small, (left, top + title))
    whole.save(sheet, quality=70, optimize=True)


def make_files(folder: Path) -> tuple[Path, Path]:
    """Make the book and the board that every scene begins with."""
    book, board = folder / "thon-3.chibo", folder / "xa.bangxa"
    with closing(practice_year()) as made:
        made.copy_to(book)
    with closing(Board.create(board, bundled())) as collected:
        fill_board(collected, folder / "stick")
    return book, board


@contextmanager
def copies(*files: Path) -> Iterator[list[Path]]:
    """Copy files into a folder of their own, which goes with them."""
    with tempfile.TemporaryDirectory() as folder:
        yield [Path(shutil.copy(file, folder)) for file in files]


def _take(world: World, scene: str, folder: Path) -> None:
    widget = appear(world, scene, SCREENS[0])
    for number, face in enumerate(faces(widget), 1):
        settled()
        name = scene.replace(" ", "_") + (f"-{number}" if face else "")
        widget.grab().save(str(folder / f"{name}.png"))
    widget.close()
    widget.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def settled() -> None:
    """Wait until what is shown is whole."""
    loop = QEventLoop()
    QTimer.singleShot(SETTLED_MS, loop.quit)
    loop.exec()
    # What came meanwhile, such as a paper, wants room in turn.
    settle()


if __name__ == "__main__":
    sys.exit(main())
