"""Makes the pictures of the program's sign, for each system in its own kind, from the one drawing.

python -m tools.bundle_icons FOLDER     the sizes of Linux, below FOLDER/hicolor
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from tools.reach import PROJECT

if TYPE_CHECKING:
    from collections.abc import Sequence

DRAWING = PROJECT / "resources" / "program.svg"

OF_LINUX = (16, 24, 32, 48, 64, 128, 256)
OF_WINDOWS = (16, 20, 24, 32, 40, 48, 64, 256)
"""The sizes that Windows asks for at 100, 125, 150 and 200 % of its own text size."""

OF_MAC = (16, 32, 64, 128, 256, 512)


def picture(size: int) -> Image.Image:
    """Draw the sign, so many pixels wide and high."""
    drawn = QImage(size, size, QImage.Format.Format_RGBA8888)
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    QSvgRenderer(str(DRAWING)).render(painter)
    painter.end()
    return Image.frombytes("RGBA", (size, size), bytes(drawn.constBits()))


def write(folder: Path, platform: str = sys.platform) -> Path:
    """Write the file that the program of a system takes as its sign."""
    kinds = {"win32": ("ico", OF_WINDOWS), "darwin": ("icns", OF_MAC)}
    kind, sizes = kinds.get(platform, ("png", (256,)))
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"cellsecretary.{kind}"
    drawn = [picture(size) for size in sizes]
    # Each size is drawn of its own; Pillow would make the smaller ones out of the largest.
    drawn[-1].save(path, sizes=[one.size for one in drawn], append_images=drawn[:-1])
    return path


def write_of_linux(folder: Path) -> None:
    """Write the sizes that desktops look for, and the drawing itself."""
    for size in OF_LINUX:
        place = folder / "hicolor" / f"{size}x{size}" / "apps"
        place.mkdir(parents=True, exist_ok=True)
        picture(size).save(place / "cellsecretary.png", optimize=True)
    place = folder / "hicolor" / "scalable" / "apps"
    place.mkdir(parents=True, exist_ok=True)
    (place / "cellsecretary.svg").write_bytes(DRAWING.read_bytes())


def main(arguments: Sequence[str]) -> int:
    """Write the pictures of Linux."""
    write_of_linux(Path(arguments[0]))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
