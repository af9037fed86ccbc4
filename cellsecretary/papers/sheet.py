"""The layout engine: a paper is written onto a `Sheet` from top to bottom and becomes a PDF."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportlab.lib.pagesizes import A4
from reportlab.platypus import Flowable, Spacer

from cellsecretary.papers import fonts
from cellsecretary.papers.bound import Paper, bound
from cellsecretary.papers.chart import Bars
from cellsecretary.papers.contents import ContentsLine, Milestone, Place
from cellsecretary.papers.flowables import (
    Balanced,
    Bookmarked,
    Boxes,
    Columns,
    Dotted,
    Groups,
    Lead,
    Rule,
    Signed,
    Text,
)
from cellsecretary.papers.fonts import Face
from cellsecretary.papers.office import superior
from cellsecretary.papers.printable import lines, markup, printable, with_whole_names
from cellsecretary.papers.signing import signed_by
from cellsecretary.papers.slips import slip_rows, slip_width
from cellsecretary.papers.styles import scaled, styles
from cellsecretary.papers.tables import table
from cellsecretary.papers.words import Words

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Sequence

    from reportlab.lib.styles import ParagraphStyle

    from cellsecretary.core.charts import Chart
    from cellsecretary.core.office import Issuer
    from cellsecretary.core.ruleset import PaperRules
    from cellsecretary.papers.signing import Signer
    from cellsecretary.papers.tables import Column

_LEFT_COLUMN = 0.46
"""Share of the width that the issuing cell has in a letterhead; the party's name is longer."""
_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")
_LAST_LINES = 3
"""The lines of text that a page with signatures has at least; one or two look forgotten."""
_KEPT_LINES = 8
"""A heading of more lines than this may part from its text, lest nothing fits on a page."""


class Sheet:
    """A paper being written: it knows the page, the wording and what has to stay together."""

    def __init__(self, form: str, rules: PaperRules, *, draft: bool) -> None:
        fonts.register()
        self.form = form
        self.rules = rules
        self.words = Words(rules.wording)
        self.draft = draft
        self._papers: list[Paper] = []
        self._story: list[Flowable] = []
        self._sections: list[tuple[int, Bookmarked]] = []
        self._kept: list[Flowable] = []
        self._entries = 0
        self._places: list[Place] = []
        self._coming: list[Place] = []
        self._group: Place | None = None
        self._depth = 0
        self._label = ""
        self._running = ""
        self._parts = 0
        self._part_waits = False
        self._author = ""
        self._name = ""
        self.begin(form)

    def begin(self, form: str, *, size: float | None = None, landscape: bool = False) -> None:
        """Begin a paper on a page of its own, `size` being another size of its body in points.

        Whatever was written before stays as a paper of its own; an empty one is replaced.
        """
        if self._papers:
            self._finish()
            if not self._story:
                self._papers.pop()
        layout = self.rules.layout
        self.form = form
        self._parts, self._part_waits = 0, False
        self._layout = scaled(layout, size / layout.body_size) if size else layout
        self._styles = styles(self._layout, layout)
        watermark = self.words.say("head.draft") if self.draft else ""
        self._papers.append(
            Paper(
                form,
                self._layout,
                landscape,
                watermark,
                self.rules.practice,
                label=self._label,
                running=self._running,
            )
        )
        self._story = self._papers[-1].story
        self._width = self._papers[-1].width

    def group(self, title: str) -> None:
        """Gather the chapters that follow under a title of the contents."""
        self._entries += 1
        self._group = Place(f"g{self._entries}", title, 0)

    def chapter(self, form: str, title: str, rules: PaperRules, *, draft: bool) -> None:
        """Begin a paper of a file under its own rules; without any text it is left out."""
        self._rule(rules, draft=draft)
        self._entries += 1
        place = Place(f"c{self._entries}", title, 1 if self._group else 0)
        waits = self._group is not None and self._group not in self._places
        self._coming = [self._group, place] if self._group and waits else [place]
        self._depth = place.level + 1
        self._label = title
        self.begin(form)

    def cover(self, form: str, rules: PaperRules) -> None:
        """Begin the paper that goes before all others of a file and gives it its name."""
        self._rule(rules, draft=False)
        self._coming, self._label, self._name = [], "", ""
        self.begin(form)
        self._papers.insert(0, self._papers.pop())

    def contents(self) -> None:
        """Write the list of the chapters with their pages."""
        self._add_apart(ContentsLine(place, self._styles.body) for place in self._places)

    def letterhead(
        self, cell: Issuer, day: dt.date | None, number: str = "", *, dated: bool = False
    ) -> None:
        """Write who issues the paper, under which party, where and when, and its number.

        The line of place and date is on the papers that the rules name, and where it is `dated`.
        """
        self._author = cell.name
        style, say = self._styles, self.words.say
        party, size = say("head.party"), style.party.fontSize
        right: list[Flowable] = [
            Text(markup(party), style.party),
            Rule(fonts.width(party, Face.BOLD, size), self._layout.rule_thickness, gap=3),
        ]
        # The first lines of both sides stand on one baseline, though the party's is taller.
        left = [Spacer(0, size - style.superior.fontSize), *self._issued_by(cell)]
        star = Text(markup(say("head.star")), style.superior)
        line: list[Flowable] = []
        if dated or self.form in self.rules.place_line_on:
            text = self.words.place_and_date(cell.commune, day)
            line.append(Balanced(markup(text), style.place_and_date))
        columns = (self._width * _LEFT_COLUMN, self._width * (1 - _LEFT_COLUMN))
        # The last line on the left, the number or else the star, is that of the place and date.
        if number:
            left.append(star)
        last = Text(markup(number), style.superior) if number else star
        self._add(Columns(columns, left, right))
        self._add(Columns(columns, [last], line))

    def issuer(self, cell: Issuer) -> None:
        """Write who issues the paper, where a letterhead is too wide."""
        self._author = cell.name
        self._add(Columns([self._width], self._issued_by(cell)))

    def title(self, name: str, *subjects: str, note: str = "") -> None:
        """Write what paper it is and what about, and dashes where the office wants them.

        `note` says under it what else the reader has to know of the paper.
        """
        self._name = self._name or " ".join([name, *subjects[:1]])
        self._add(Spacer(0, self._layout.line_spacing))
        self._add(Text(markup(name), self._styles.name_of_paper))
        for subject in filter(str.strip, subjects):
            self._add(Balanced(markup(with_whole_names(subject)), self._styles.subject))
        if note:
            self._add(Balanced(markup(with_whole_names(note)), self._styles.note))
        if self.form in self.rules.dashes_under:
            self._add(Text(markup(self.words.say("head.dashes")), self._styles.dashes))
        self._add(Spacer(0, self._layout.space_after))

    def section(self, title: str, level: int = 0) -> None:
        """Head what follows; a section in which nothing follows is not printed."""
        self._drop_sections(level)
        self._sections.append((level, self._bookmarked(title, "", self._styles.heading, level)))

    def part(self, title: str) -> None:
        """Head a part of the paper with a Roman numeral, which goes by the parts printed."""
        self._drop_sections(0)
        self._parts += not self._part_waits
        self._part_waits = True
        numeral = _ROMAN[min(self._parts, len(_ROMAN)) - 1]
        self.section(self.words.say("head.part", numeral=numeral, title=title))

    def end_sections(self) -> None:
        """Let what follows stand under no heading."""
        self._drop_sections(0)
        self._parts -= self._part_waits
        self._part_waits = False

    def closing(self, text: str) -> None:
        """Write the last sentence of a paper, ended as the office ends its texts."""
        self.end_sections()
        self.text(text.removesuffix(".") + self.rules.text_end)

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
            self._add(Text(paragraph, self._styles.body), keep=leads)

    def line(self, key: str, *, leads: bool = False, **values: object) -> None:
        """Write one sentence of the wording."""
        self.text(self.words.sentence(key, **values), leads=leads)

    def table(
        self,
        columns: Sequence[Column],
        rows: Iterable[Sequence[str] | str],
        *,
        room: float = 0,
    ) -> None:
        """Write a table; a row that is one text heads the rows under it.

        `room` is the least height of a row in lines of the body, for what is written by hand.
        Without rows there is no table.
        """
        if rows := list(rows):
            self._add(
                table(
                    columns,
                    rows,
                    width=self._width,
                    styles=self._styles,
                    rule=self._layout.rule_thickness,
                    room=room * self._layout.line_spacing,
                )
            )

    def chart(self, chart: Chart) -> None:
        """Write a chart under its title, with what its lines mean; without rows there is none."""
        if not chart.rows:
            return
        style = self._styles
        self._add(Balanced(markup(chart.title), style.subject), keep=True)
        self._add(Bars(chart, style.cell_text, self._width, self._layout.rule_thickness))
        if chart.key:
            self.text(chart.key)

    def dotted(self, label: str = "", count: int = 1, *, leads: bool = False) -> None:
        """Write a label and dots to the end of so many lines, to be filled in by hand."""
        for text in (label, *[""] * (count - 1)):
            self._add(Dotted(printable(text), self._styles.body, self._width), keep=leads)

    def boxes(self, *labels: str) -> None:
        """Write boxes to be ticked, side by side, each with its label."""
        self._add(Boxes([printable(label) for label in labels], self._styles.body, self._width))

    def code(self, code: str) -> None:
        """Write a code whose groups are to be typed."""
        self._add(Groups(printable(code), self._styles.name_of_paper, self._width))

    def signatures(self, *signers: Signer) -> None:
        """Write who signs, side by side; the block stays with the text above it."""
        posts = any(signer.post for signer in signers)
        stacks = [signed_by(self._styles, self._layout, signer, post=posts) for signer in signers]
        self._close_with([self._width / len(signers)] * len(signers), stacks)

    def issued(self, signer: Signer, receivers: Sequence[str] = ()) -> None:
        """Write who signs, and who receives the paper."""
        style, left = self._styles, list[Flowable]()
        if receivers:
            heading = self.words.say("sign.receivers")
            left.append(Text(f"<u>{markup(heading)}</u>", style.receivers_heading))
            left += [Text(markup(line), style.receivers) for line in receivers]
        right = signed_by(self._styles, self._layout, signer, post=bool(signer.post))
        self._close_with([self._width / 2] * 2, [left, right])

    def slip(self, columns: int = 1, *, size: float | None = None) -> Sheet:
        """Give a small sheet to be written, for `slips` of so many columns."""
        slip = Sheet(self.form, self.rules, draft=False)
        slip.begin(self.form, size=size)
        slip._width = slip_width(self._width, columns)
        if self.rules.practice:
            # Cut apart it has no frame of its page any more.
            slip.text(self.rules.practice)
        return slip

    def slips(self, slips: Sequence[Sheet], columns: int = 1, *, even: bool = True) -> None:
        """Write slips, several on a page, with lines to cut along; all of one height if `even`."""
        self._papers[-1].numbered = False
        for slip in slips:
            slip._finish()  # noqa: SLF001 - one of its own kind
        self._add_apart(
            slip_rows(
                [slip._story for slip in slips],  # noqa: SLF001 - one of its own kind
                width=self._width,
                height=self._papers[-1].height,
                columns=columns,
                thickness=self._layout.rule_thickness,
                even=even,
            )
        )

    def pdf(self) -> bytes:
        """Give the finished paper; the same record always gives the same bytes."""
        self._finish()
        return bound(self._papers, self.rules.marked(self._name), self._author)

    def word(self) -> bytes:
        """Give the finished paper as a Word file."""
        from cellsecretary.papers.word import word

        self._finish()
        return word(self._papers, self.rules.marked(self._name), self._author)

    def _rule(self, rules: PaperRules, *, draft: bool) -> None:
        self.rules, self.words, self.draft = rules, Words(rules.wording), draft
        self._running = self.words.say("file.page")

    def _issued_by(self, cell: Issuer) -> list[Flowable]:
        style, above = self._styles, superior(self.words, self.rules, cell.superior)
        return [
            Balanced(markup(above.upper()), style.superior),
            Balanced(markup(cell.name.upper()), style.cell),
        ]

    def _close_with(self, widths: Sequence[float], stacks: Sequence[Sequence[Flowable]]) -> None:
        """Write a block that is never parted and takes the last lines of the text along."""
        self._finish()
        block: Flowable = Columns(widths, *stacks)
        block.spaceBefore = block.spaceAfter = self._layout.line_spacing
        wanted = _LAST_LINES * self._layout.line_spacing
        while wanted > 0 and self._story:
            above = self._story.pop()
            wanted -= above.wrapOn(None, self._width, A4[1])[1]
            block = Signed(above, block, self._papers[-1].height)
        self._story.append(block)

    def _bookmarked(self, title: str, text: str, style: ParagraphStyle, level: int) -> Bookmarked:
        para = Bookmarked(f"{_faced(title, Face.BOLD)} {markup(text)}".rstrip(), style)
        self._entries += 1
        para.entry = (f"b{self._entries}", " ".join(printable(title).split()), level + self._depth)
        return para

    def _finish(self) -> None:
        """Print what waits for a next part, without the sections that got none."""
        self._drop_sections(0)
        self._story += self._kept
        self._kept = []

    def _drop_sections(self, level: int) -> None:
        self._sections = [(at, head) for at, head in self._sections if at < level]

    def _add(self, *flowables: Flowable, keep: bool = False) -> None:
        self._story += [Milestone(place, self.rules.layout.body_size) for place in self._coming]
        self._places += self._coming
        self._coming = []
        parts = [*self._kept, *(head for _, head in self._sections), *flowables]
        self._sections.clear()
        self._part_waits = False
        self._kept = parts if keep else []
        if not keep:
            self._story += self._joined(parts)

    def _add_apart(self, flowables: Iterable[Flowable]) -> None:
        """Add parts that a page may end between."""
        for flowable in flowables:
            self._add(flowable)

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
