"""The pictures of the manual, each with the print of what it was made from.

`python -m tools.manual [NAME…]` takes all of them anew, or those of the named scenes; `make shots`
takes them too. Which there are is said by the pages themselves, and by resources/manual/cards.toml.

A print is made of all that a scene shows: its widgets with their words, rows, icons and states,
the forms that it was loaded from, the style sheet, and the modules that paint by hand. It needs no
file times and no pixels, so it is the same in every clone and on every computer:
tests/ui/test_manual_pictures.py fails when a scene has another one than its picture.
"""

from __future__ import annotations

import argparse
import hashlib
import inspect
import json
import os
import sys
import tempfile
import tomllib
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PIL import Image, ImageDraw
from PySide6.QtCore import (
    QAbstractListModel,
    QBuffer,
    QCoreApplication,
    QDeadlineTimer,
    QEvent,
    QEventLoop,
    QIODevice,
    QPoint,
    Qt,
)
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QGroupBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTabWidget,
    QTextEdit,
    QWidget,
)

from cellsecretary import paths
from cellsecretary.manual import Manual
from cellsecretary.ui.form import Form
from cellsecretary.ui.paper_view import PaperView
from cellsecretary.ui.stylesheet import build_stylesheet
from cellsecretary.ui.theme import Theme
from tests.ui.scenes import SCENES, SCREENS, appear, settle, stage
from tools.shots import LANGUAGES, SCREEN, copies, make_files, settled

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from tests.ui.every_form import World

FOLDER = Path(__file__).parent.parent / "resources" / "manual"
PRINTS = "prints.json"
COLOURS = 48
"""So many are enough for a screen; the files have half the size."""

CARD = (880, 480)
RING = 6
PATIENCE = 30_000
"""Milliseconds after which a paper is thought not to come."""

ROWS = 60
"""Rows of a list that a picture could show at the most."""


def pictures(language: str) -> Mapping[str, tuple[str, int, str]]:
    """Give for each picture file its scene, the face of it (from 1, 0 for all), and what is ringed.

    A file is called as `make shots` calls it: the scene with `_`, and `-2` for its second face.
    """
    scenes = {scene.replace(" ", "_"): scene for scene in SCENES}
    found = {}
    for page in Manual.load(language).pages:
        for file in page.pictures:
            name, _, face = file.removesuffix(".png").partition("-")
            found[file] = (scenes[name], int(face or 0), "")
    cards = tomllib.loads((FOLDER / "cards.toml").read_text(encoding="utf-8"))
    for name, card in cards.items():
        found[f"{name}.png"] = (card["scene"], 0, card["shows"])
    return found


@contextmanager
def shown(world: World, scene: str, face: int) -> Iterator[QWidget]:
    """Open a scene as it is pictured, and close it."""
    widget = appear(world, scene, SCREENS[0])
    tabs = next((one for one in widget.findChildren(QTabWidget) if one.isVisible()), None)
    if face and tabs is not None:
        tabs.setCurrentIndex(face - 1)
        settle()
    _wait_for_papers(widget)
    yield widget
    widget.close()
    widget.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def _wait_for_papers(widget: QWidget) -> None:
    """Let the papers come that are made a moment after a view is seen, however slow it goes."""
    soon = QDeadlineTimer(PATIENCE)
    views = widget.findChildren(PaperView)
    while any(view.page_count == 0 for view in views):
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)
        assert not soon.hasExpired(), "a paper does not come"
    settle()


def print_of(widget: QWidget, folder: Path) -> str:
    """Give the print of what a scene shows; paths of `folder`, where its book lies, are no part."""
    seen = [one for one in (widget, *widget.findChildren(QWidget)) if one.isVisible()]
    parts = [line for one in seen for line in _lines(one)]
    loaded = (getattr(one, "form", None) for one in seen)
    files = {paths.form(form.form) for form in loaded if isinstance(form, Form)}
    files |= {
        Path(inspect.getfile(kind))
        for one in seen
        for kind in type(one).__mro__
        if kind.__module__.startswith("cellsecretary.") and "paintEvent" in vars(kind)
    }
    parts += [file.read_text(encoding="utf-8") for file in sorted(files)]
    parts.append(build_stylesheet(Theme(100, "light"), "", ""))
    whole = "\n".join(parts).replace(str(folder), "")
    return hashlib.sha256(whole.encode()).hexdigest()


def _lines(widget: QWidget) -> Iterator[str]:
    """Tell a widget: what it is, what it says, and how it stands."""
    said: list[Any] = [
        type(widget).__name__,
        *(widget.property(name) for name in ("role", "icon_name")),
        widget.isEnabled(),
    ]
    match widget:
        case PaperView():
            said.append(widget.text())
        case QLabel():
            said.append(widget.text())
        case QAbstractButton():
            said += [widget.text(), widget.isChecked()]
        case QLineEdit():
            said += [widget.text(), widget.placeholderText()]
        case QPlainTextEdit() | QTextEdit():
            said.append(widget.toPlainText())
        case QComboBox():
            said.append(widget.currentText())
        case QGroupBox():
            said.append(widget.title())
        case QTabWidget():
            said += [widget.tabText(at) for at in range(widget.count())]
        case QAbstractItemView():
            said += _rows(widget)
    if not widget.objectName().startswith("qt_"):
        yield f"{widget.objectName()}: {said}"


def _rows(view: QAbstractItemView) -> list[str]:
    model = view.model()
    if model is None:
        return []
    # Lists keep their one column to themselves.
    columns = range(1 if isinstance(model, QAbstractListModel) else model.columnCount())
    heads = [model.headerData(at, Qt.Orientation.Horizontal) for at in columns]
    rows = range(min(model.rowCount(), ROWS))
    cells = [model.index(row, at).data() for row in rows for at in columns]
    return [str(one) for one in (*heads, *cells)]


def main(arguments: Sequence[str] | None = None) -> int:
    """Take the pictures that the arguments ask for."""
    parser = argparse.ArgumentParser(prog="python -m tools.manual", description=__doc__)
    parser.add_argument("scenes", nargs="*", metavar="NAME")
    asked = parser.parse_args(arguments).scenes
    os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={SCREEN}"
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    Theme(100, "light").apply(app)
    with tempfile.TemporaryDirectory() as name:
        files = make_files(Path(name))
        for language in LANGUAGES:
            _take_all(app, files, language, asked)
    return 0


def _take_all(
    app: QApplication, files: tuple[Path, Path], language: str, asked: Sequence[str]
) -> None:
    folder = FOLDER / language
    wanted = pictures(language)
    listed = folder / PRINTS
    known = json.loads(listed.read_text(encoding="utf-8")) if listed.exists() else {}
    prints = {file: known[file] for file in wanted if file in known}
    # The cards of the first page are pictures themselves: what shows them comes last.
    for file, (scene, face, rings) in sorted(wanted.items(), key=lambda one: "first" in one[1][0]):
        if asked and scene not in asked:
            continue
        with (
            copies(*files) as (book, board),
            stage(app, book, board, language) as world,
            shown(world, scene, face) as widget,
        ):
            view = print_of(widget, world.folder)
            settled()
            picture = _picture(widget)
            if rings:
                picture = _ringed(picture, widget, rings)
            _save(picture, folder / file)
            digest = hashlib.sha256((folder / file).read_bytes()).hexdigest()
            prints[file] = {"view": view, "file": digest}
    for stray in set(folder.glob("*.png")) - {folder / file for file in wanted}:
        stray.unlink()
    listed.write_text(json.dumps(prints, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    size = sum((folder / file).stat().st_size for file in wanted if (folder / file).exists())
    print(f"{folder}: {len(prints)} pictures, {size // 1024} KB")


def _picture(widget: QWidget) -> Image.Image:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    widget.grab().save(buffer, "PNG")
    return Image.open(BytesIO(buffer.data().data())).convert("RGB")


def _ringed(picture: Image.Image, widget: QWidget, name: str) -> Image.Image:
    """Ring a part of a picture, and cut it out with what is around it."""
    part = widget.findChild(QWidget, name)
    assert part is not None, name
    at = part.mapTo(widget, QPoint(0, 0))
    left, top, right, bottom = at.x(), at.y(), at.x() + part.width(), at.y() + part.height()
    air = RING + 2
    ImageDraw.Draw(picture).rounded_rectangle(
        (left - air, top - air, right + air, bottom + air),
        radius=14,
        outline=Theme().colours.focus,
        width=RING,
    )
    width = min(max(CARD[0], right - left + 4 * air), picture.width)
    height = min(CARD[1], picture.height)
    x = min(max((left + right - width) // 2, 0), picture.width - width)
    y = min(max((top + bottom - height) // 2, 0), picture.height - height)
    return picture.crop((x, y, x + width, y + height))


def _save(picture: Image.Image, path: Path) -> None:
    few = picture.quantize(COLOURS, dither=Image.Dither.NONE)
    few.save(path, "PNG", optimize=True)


if __name__ == "__main__":
    sys.exit(main())
