"""`--self-test`: the installed program proves itself without a screen, in a folder of its own."""

from __future__ import annotations

import datetime as dt
import os
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from cellsecretary import paths
from cellsecretary.manual import Manual
from cellsecretary.messages import Messages

if TYPE_CHECKING:
    from collections.abc import Callable


def self_test(window: Callable[[Path], None]) -> int:
    """Take the practice cell through book, papers and window; exit code 0 when all of it holds.

    `window` rehearses the window in a folder; only the composition root may know it.
    """
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    words = Messages.load("vi")
    with tempfile.TemporaryDirectory(prefix="cellsecretary-") as folder:
        steps = {"resources": _resources, "book": _book, "paper": _paper, "window": window}
        for name, step in steps.items():
            try:
                step(Path(folder))
            except Exception as error:
                print(f"{type(error).__name__}: {error}", file=sys.stderr)
                print(words.command("self_test_failed", step=name))
                return 1
            print(f"{name}: ok")
    print(words.command("self_test_passed"))
    return 0


def _resources(_folder: Path) -> None:
    from cellsecretary.rules import bundled

    bundled().on(dt.date(2026, 11, 3))
    for language in ("vi", "en"):
        Messages.load(language)
        paths.resource("i18n", f"cellsecretary_{language}.qm")
        manual = Manual.load(language)
        pictures = {file for page in manual.pages for file in page.pictures}
        pictures |= {card.picture for card in manual.cards}
        _insist(all(map(Path.is_file, map(manual.picture, pictures))), "a picture is missing")
    paths.resource("licences", "shipped.json")


def _book(folder: Path) -> None:
    from cellsecretary.commands import run

    book = folder / "book.chibo"
    _insist(run(["demo", str(book)]) == 0, "the practice cell was not replayed")
    _insist(book.stat().st_size > 0, "the book is empty")


def _paper(folder: Path) -> None:
    from cellsecretary.commands import run

    paper = folder / "minutes.pdf"
    arguments = ["paper", str(folder / "book.chibo"), "--form", "minutes", "-o", str(paper)]
    _insist(run(arguments) == 0, "the minutes were not written")
    _insist(paper.read_bytes().startswith(b"%PDF-"), "the minutes are no PDF")


def _insist(holds: bool, message: str) -> None:
    if not holds:
        raise AssertionError(message)
