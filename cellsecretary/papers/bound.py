"""Papers bound into one PDF: pages with their furniture, each paper's pages counted from 1."""

from __future__ import annotations

import io
from dataclasses import dataclass, field
from itertools import count
from typing import TYPE_CHECKING, Any

from reportlab.lib.pagesizes import A4
from reportlab.platypus import (
    BaseDocTemplate,
    Flowable,
    Frame,
    NextPageTemplate,
    PageBreak,
    PageTemplate,
)
from reportlab.platypus.doctemplate import LayoutError

from cellsecretary.papers import fonts
from cellsecretary.papers.errors import Fault, PaperError
from cellsecretary.papers.fonts import Face
from cellsecretary.papers.printable import printable

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reportlab.pdfgen.canvas import Canvas

    from cellsecretary.core.ruleset import Layout

LANGUAGE = "vi-VN"
MM = 72 / 25.4
_WATERMARK_GREY = 0.92
_WATERMARK_SIZE = 110
_FRAME_EDGE = 6.5
"""Millimetres from the edge of the paper, where most printers still print."""
_FRAME_LINE, _FRAME_DASH = 2.0, 8.0
_FRAME_COLOUR = (0.55, 0.1, 0.1)


@dataclass
class Paper:
    """One paper on its way into a PDF; `watermark` lies under every page, `numbered` from 2 on.

    `practice` is what is said on every page of a practice cell, which has a frame of its own.
    In a file of papers `label` names its pages, and `running` goes before the page of the file.
    """

    form: str
    layout: Layout
    landscape: bool = False
    watermark: str = ""
    practice: str = ""
    numbered: bool = True
    label: str = ""
    running: str = ""
    story: list[Flowable] = field(default_factory=list)

    @property
    def size(self) -> tuple[float, float]:
        """Width and height of its pages, in points."""
        return (A4[1], A4[0]) if self.landscape else A4

    @property
    def marks(self) -> str:
        """What its pages say of themselves: that they are for practice, that they are drafts."""
        return " · ".join(filter(None, (self.practice, self.watermark)))

    @property
    def width(self) -> float:
        """What the margins leave of the width, in points."""
        return self.size[0] - float(self.layout.margin_left + self.layout.margin_right) * MM

    @property
    def height(self) -> float:
        """What the margins leave of the height, in points."""
        return self.size[1] - float(self.layout.margin_top + self.layout.margin_bottom) * MM


def bound(papers: Sequence[Paper], title: str, author: str) -> bytes:
    """Make one PDF of papers, which are used up; the same always give the same bytes."""
    out = io.BytesIO()
    template = BaseDocTemplate(
        out,
        pagesize=papers[0].size,
        title=printable(title),
        author=printable(author),
        subject=printable(title),
        creator="cellsecretary",
        lang=LANGUAGE,
        invariant=1,
        initialFontName=Face.REGULAR.value,
    )
    story: list[Flowable] = []
    labels: Iterator[int] = count(1)
    for number, paper in enumerate(papers):
        if number and paper.label != papers[number - 1].label:
            labels = count(1)  # what a paper begins anew, such as an appendix, goes on counting
        template.addPageTemplates(_Pages(str(number), paper, labels))
        if number:
            story += [NextPageTemplate(str(number)), PageBreak()]
        story += paper.story
        paper.story.clear()  # what is on its page goes: a file of a year has thousands of parts
    try:
        template.build(story)
    except LayoutError as wrong:
        raise PaperError(Fault.DOES_NOT_FIT_THE_PAGE, papers[0].form) from wrong
    return out.getvalue()


class _Pages(PageTemplate):  # type: ignore[misc]
    """The pages of one paper."""

    def __init__(self, name: str, paper: Paper, labels: Iterator[int]) -> None:
        frame = Frame(
            paper.layout.margin_left * MM,
            paper.layout.margin_bottom * MM,
            paper.width,
            paper.height,
            leftPadding=0,
            rightPadding=0,
            topPadding=0,
            bottomPadding=0,
        )
        super().__init__(id=name, frames=[frame], pagesize=paper.size)
        self._paper = paper
        self._labels = labels
        self._number = 0

    def beforeDrawPage(self, canvas: Canvas, document: Any) -> None:  # noqa: ANN401, N802
        """Draw what a page has besides its text: first, so that it lies under and reads before."""
        paper, layout = self._paper, self._paper.layout
        self._number += 1
        prefix = f"{printable(paper.label)} " if paper.label else None
        canvas.addPageLabel(document.page - 1, "ARABIC", next(self._labels), prefix)
        if paper.running:
            _running(canvas, paper, document.page)
        if paper.practice or paper.watermark:
            _watermark(canvas, paper)
        if paper.practice:
            _practice_frame(canvas, paper)
        if paper.numbered and self._number > 1:
            size, face = layout.letterhead_size, Face.REGULAR
            canvas.setFont(face.value, size)
            top = paper.size[1] - layout.page_number_from_top * MM
            middle = layout.margin_left * MM + paper.width / 2
            baseline = top - fonts.ascent(face, size)
            canvas.drawCentredString(middle, baseline, str(self._number))


def _running(canvas: Canvas, paper: Paper, page: int) -> None:
    canvas.setFont(Face.REGULAR.value, paper.layout.small_size)
    right = paper.size[0] - paper.layout.margin_right * MM
    baseline = paper.layout.page_number_from_top * MM
    canvas.drawRightString(right, baseline, printable(f"{paper.running} {page}"))


def _watermark(canvas: Canvas, paper: Paper) -> None:
    canvas.saveState()
    canvas.setFillGray(_WATERMARK_GREY)
    canvas.setFont(Face.BOLD.value, _WATERMARK_SIZE)
    canvas.translate(paper.size[0] / 2, paper.size[1] / 2)
    canvas.rotate(50)
    canvas.drawCentredString(0, -_WATERMARK_SIZE / 3, paper.practice or paper.watermark)
    canvas.restoreState()


def _practice_frame(canvas: Canvas, paper: Paper) -> None:
    """Draw what no real paper has: a frame at the edge, and in its line at two corners the words.

    A copying machine may lose what is pale; these are as dark as the text.
    """
    edge, size, face = _FRAME_EDGE * MM, paper.layout.letterhead_size, Face.BOLD
    width, height = paper.size
    canvas.saveState()
    canvas.setStrokeColorRGB(*_FRAME_COLOUR)
    canvas.setLineWidth(_FRAME_LINE)
    canvas.setDash(_FRAME_DASH, _FRAME_DASH / 2)
    canvas.rect(edge, edge, width - 2 * edge, height - 2 * edge)
    words, wide = printable(paper.marks), fonts.width(printable(paper.marks), face, size)
    canvas.setFont(face.value, size)
    for left, middle in ((2 * edge, height - edge), (width - 2 * edge - wide, edge)):
        canvas.setFillGray(1)
        canvas.rect(left - size / 2, middle - size / 2, wide + size, size, stroke=0, fill=1)
        canvas.setFillColorRGB(*_FRAME_COLOUR)
        canvas.drawString(left, middle - size / 3, words)
    canvas.restoreState()
