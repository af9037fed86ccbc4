"""The list of contents of papers bound together: places in the file, and the lines that name them.

A line stands before the place that it names, so its page number is drawn as a form that the place
fills in when it is reached.
"""

# ruff: noqa: D102 - wrap and draw are ReportLab's words; the classes say what they do.

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from reportlab.platypus import Flowable

from cellsecretary.papers import fonts
from cellsecretary.papers.flowables import Text
from cellsecretary.papers.fonts import Face
from cellsecretary.papers.printable import markup, printable

if TYPE_CHECKING:
    from reportlab.lib.styles import ParagraphStyle

_NUMBER_WIDTH = 40
"""Room for a page number, in points."""
_INDENT = 20
_DOT = " ."


@dataclass(frozen=True, slots=True)
class Place:
    """A place in a file that the contents and the bookmarks name; `level` 0 is outermost."""

    key: str
    title: str
    level: int


class Milestone(Flowable):  # type: ignore[misc]
    """Marks the page on which something begins."""

    width = height = 0

    def __init__(self, place: Place, size: float) -> None:
        super().__init__()
        self.place, self.size = place, size

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        return 0, 0

    def draw(self) -> None:
        place, canvas = self.place, self.canv
        canvas.bookmarkPage(place.key)
        canvas.addOutlineEntry(printable(place.title), place.key, place.level)
        number = str(canvas.getPageNumber())
        canvas.beginForm(f"page-{place.key}")
        canvas.setFont(Face.REGULAR.value, self.size)
        canvas.drawString(_NUMBER_WIDTH - fonts.width(number, Face.REGULAR, self.size), 0, number)
        canvas.endForm()


class ContentsLine(Flowable):  # type: ignore[misc]
    """Names a place, with dots to its page number; it leads there when it is clicked."""

    def __init__(self, place: Place, style: ParagraphStyle) -> None:
        super().__init__()
        self.place, self.style = place, style
        self.text = Text(markup(place.title), style.clone("contents", firstLineIndent=0))
        self.spaceBefore, self.spaceAfter = style.spaceBefore, style.spaceAfter

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        self.left = self.place.level * _INDENT
        room = available_width - self.left - _NUMBER_WIDTH
        _, self.height = self.text.wrapOn(self.canv, room, available_height)
        self.width = available_width
        return self.width, self.height

    def draw(self) -> None:
        self.text.drawOn(self.canv, self.left, 0)
        last = self.height - self.style.leading * len(self.text.blPara.lines)
        baseline = last + self.style.leading - self.style.fontSize
        end = self.width - _NUMBER_WIDTH
        self._dots(self.left + self.text.getActualLineWidths0()[-1], end, baseline)
        self.canv.saveState()
        self.canv.translate(end, baseline)
        self.canv.doForm(f"page-{self.place.key}")
        self.canv.restoreState()
        self.canv.linkAbsolute("", self.place.key, (0, 0, self.width, self.height))

    def _dots(self, start: float, end: float, baseline: float) -> None:
        wide = fonts.width(_DOT, Face.REGULAR, self.style.fontSize)
        count = int((end - start) / wide)
        self.canv.setFont(Face.REGULAR.value, self.style.fontSize)
        self.canv.drawRightString(end, baseline, _DOT * count)
