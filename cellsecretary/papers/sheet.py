"""The layout engine: a paper is written onto a `Sheet` from top to bottom and becomes a PDF."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageTemplate, Paragraph, Spacer
from reportlab.platypus.doctemplate import LayoutError

from cellsecretary.papers import fonts
from cellsecretary.papers.errors import Fault, PaperError
from cellsecretary.papers.flowables import Balanced, Bookmarked, Columns, Lead, Rule, Signed
from cellsecretary.papers.fonts import Face
from cellsecretary.papers.printable import lines, markup, printable
from cellsecretary.papers.styles import styles
from cellsecretary.papers.words import Words

if TYPE_CHECKING:
    import datetime as dt

    from reportlab.lib.styles import ParagraphStyle
    from reportlab.pdfgen.canvas import Canvas

    from cellsecretary.core.rows import Cell
    from cellsecretary.core.ruleset import PaperRules

LANGUAGE = "vi-VN"
_LEFT_COLUMN = 0.46
"""Share of the width that the issuing cell has in a letterhead; the party's name is longer."""
_KEPT_LINES = 8
"""A heading of more lines than this may part from its text, lest nothing fits on a page."""
_WATERMARK_GREY = 0.92
_WATERMARK_SIZE = 110


class Sheet:
    """One paper being written: it knows the page, the wording and what has to stay together."""

    def __init__(self, form: str, rules: PaperRules, *, draft: bool) -> None:
        fonts.register()
        self.form = form
        self.rules = rules
        self.words = Words(rules.wording)
        self.draft = draft
        self._layout = rules.layout
        self._styles = styles(rules.layout)
        self._width = A4[0] - (rules.layout.margin_left + rules.layout.margin_right) * mm
        self._story: list[Flowable] = []
        self._sections: list[tuple[int, Bookmarked]] = []
        self._kept: list[Flowable] = []
        self._entries = 0
        self._author = ""
        self._name = ""

    def letterhead(self, cell: Cell, day: dt.date) -> None:
        """Write who issues the paper, under which party, where and when."""
        self._author = cell.name
        style, say = self._styles, self.words.say
        party = say("head.party")
        length = fonts.width(party, Face.BOLD, self._layout.party_size)
        right: list[Flowable] = [
            Paragraph(markup(party), style.party),
            Rule(length, self._layout.rule_thickness, gap=3),
        ]
        if self.form in self.rules.place_line_on:
            line = self.words.place_and_date(cell.commune, day)
            right.append(Balanced(markup(line), style.place_and_date))
        left: list[Flowable] = [
            Balanced(markup(cell.superior.upper()), style.superior),
            Balanced(markup(cell.name.upper()), style.cell),
            Paragraph(markup(say("head.star")), style.superior),
        ]
        columns = (self._width * _LEFT_COLUMN, self._width * (1 - _LEFT_COLUMN))
        self._add(Columns(columns, left, right))

    def title(self, name: str, *subjects: str) -> None:
        """Write what paper it is and what about, and dashes where the office wants them."""
        self._name = " ".join([name, *subjects[:1]])
        self._add(Spacer(0, self._layout.line_spacing))
        self._add(Paragraph(markup(name), self._styles.name_of_paper))
        for subject in filter(str.strip, subjects):
            self._add(Balanced(markup(subject), self._styles.subject))
        if self.form in self.rules.dashes_under:
            self._add(Paragraph(markup(self.words.say("head.dashes")), self._styles.superior))
        self._add(Spacer(0, self._layout.space_after))

    def section(self, title: str, level: int = 0) -> None:
        """Head what follows; a section in which nothing follows is not printed."""
        self._drop_sections(level)
        self._sections.append((level, self._bookmarked(title, "", self._styles.heading, level)))

    def item(self, title: str, text: str = "", level: int = 1, *, leads: bool) -> None:
        """Write a bold title with text behind it; `leads` keeps it with what follows."""
        self._drop_sections(level)
        self._add(self._bookmarked(title, text, self._styles.body, level), keep=leads)

    def text(self, text: str, label: str = "", *, leads: bool = False) -> None:
        """Write text as typed, each of its lines a paragraph, an italic label before the first."""
        typed = [markup(line) for line in lines(text)]
        if label:
            typed[:1] = [" ".join([_faced(label, Face.ITALIC), *typed[:1]])]
        for paragraph in typed:
            self._add(Paragraph(paragraph, self._styles.body), keep=leads)

    def line(self, key: str, *, leads: bool = False, **values: object) -> None:
        """Write one sentence of the wording."""
        self.text(self.words.sentence(key, **values), leads=leads)

    def signatures(self, *signers: tuple[str, str]) -> None:
        """Write who signs, role and name, side by side; the block stays with the text above it."""
        self._finish()
        style = self._styles.signature
        gap = self._layout.signature_gap_lines * self._layout.line_spacing
        stacks: list[list[Flowable]] = [
            [Paragraph(markup(role), style), Spacer(0, gap), Balanced(markup(name), style)]
            for role, name in signers
        ]
        block = Columns([self._width / len(signers)] * len(signers), *stacks)
        block.spaceBefore = block.spaceAfter = self._layout.line_spacing
        self._story[-1] = Signed(self._story[-1], block)

    def pdf(self) -> bytes:
        """Give the finished paper; the same record always gives the same bytes."""
        self._finish()
        out = io.BytesIO()
        layout = self._layout
        template = BaseDocTemplate(
            out,
            pagesize=A4,
            title=printable(self._name),
            author=printable(self._author),
            subject=printable(self._name),
            creator="cellsecretary",
            lang=LANGUAGE,
            invariant=1,
            initialFontName=Face.REGULAR.value,
        )
        frame = Frame(
            layout.margin_left * mm,
            layout.margin_bottom * mm,
            self._width,
            A4[1] - (layout.margin_top + layout.margin_bottom) * mm,
            leftPadding=0,
            rightPadding=0,
            topPadding=0,
            bottomPadding=0,
        )
        template.addPageTemplates(PageTemplate(frames=[frame], onPage=self._furnish))
        try:
            template.build(self._story)
        except LayoutError as wrong:
            raise PaperError(Fault.DOES_NOT_FIT_THE_PAGE, self.form) from wrong
        return out.getvalue()

    def _furnish(self, canvas: Canvas, document: Any) -> None:  # noqa: ANN401
        """Draw what a page has besides its text: first, so that it lies under and reads before."""
        if self.draft:
            self._watermark(canvas)
        if document.page > 1:
            size, face = self._layout.letterhead_size, Face.REGULAR
            canvas.setFont(face.value, size)
            top = A4[1] - self._layout.page_number_from_top * mm
            middle = self._layout.margin_left * mm + self._width / 2
            canvas.drawCentredString(middle, top - fonts.ascent(face, size), str(document.page))

    def _watermark(self, canvas: Canvas) -> None:
        canvas.saveState()
        canvas.setFillGray(_WATERMARK_GREY)
        canvas.setFont(Face.BOLD.value, _WATERMARK_SIZE)
        canvas.translate(A4[0] / 2, A4[1] / 2)
        canvas.rotate(50)
        canvas.drawCentredString(0, -_WATERMARK_SIZE / 3, self.words.say("head.draft"))
        canvas.restoreState()

    def _bookmarked(self, title: str, text: str, style: ParagraphStyle, level: int) -> Bookmarked:
        para = Bookmarked(f"{_faced(title, Face.BOLD)} {markup(text)}".rstrip(), style)
        self._entries += 1
        para.entry = (f"b{self._entries}", " ".join(printable(title).split()), level)
        return para

    def _finish(self) -> None:
        """Print what waits for a next part, without the sections that got none."""
        self._drop_sections(0)
        self._story += self._kept
        self._kept = []

    def _drop_sections(self, level: int) -> None:
        self._sections = [(at, head) for at, head in self._sections if at < level]

    def _add(self, *flowables: Flowable, keep: bool = False) -> None:
        parts = [*self._kept, *(head for _, head in self._sections), *flowables]
        self._sections.clear()
        self._kept = parts if keep else []
        if not keep:
            self._story += self._joined(parts)

    def _joined(self, parts: list[Flowable]) -> list[Flowable]:
        """Tie each part to the next, except those too tall for that."""
        tied = parts[-1:]
        for head in reversed(parts[:-1]):
            if head.wrap(self._width, A4[1])[1] > _KEPT_LINES * self._layout.line_spacing:
                tied.insert(0, head)
            else:
                tied[0] = Lead(head, tied[0])
        return tied


def _faced(text: str, face: Face) -> str:
    return f'<font name="{face.value}">{markup(text)}</font>'
