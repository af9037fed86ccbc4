"""The few things that ReportLab lacks: blocks that keep together, columns, rules, bookmarks."""

# ruff: noqa: D102 - wrap, split and draw are ReportLab's words; the classes say what they do.

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import Flowable, Paragraph

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reportlab.lib.styles import ParagraphStyle

_TRIES, _STEP = 5, 15
"""How often, and by how many points, a text is asked to give away a little more."""
_BY_HAND = 1.1
"""How much taller a line is that is filled in by hand."""
_BOXED = 1.6
"""How much taller than its letters the box of a group is."""
_LARGER = 1.2
"""How much larger than a title a code is that is to be typed."""
_COLUMNS = 5
"""The groups of a line."""
_GROUP = 4
"""The letters that a box has room for."""
_PITCH, _RAISED = 1.15, 0.45
"""How far apart the letters of a group are, and how far over the bottom of their box."""
_THIN = 0.5
_TALL = 1e6
"""A height in which everything fits."""


class Text(Paragraph):  # type: ignore[misc]
    """A paragraph that is broken into lines once for a width, however often it is measured.

    Blocks that keep together measure what is in them before the page does, and again to draw it.
    """

    _measured: tuple[float, tuple[float, float]] | None = None

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        if self._measured is None or self._measured[0] != available_width or not _is_broken(self):
            size = super().wrap(available_width, available_height)
            self._measured = available_width, size
        return self._measured[1]


def _is_broken(text: Paragraph) -> bool:
    """Tell whether a paragraph has its lines: ReportLab takes them from one that it splits."""
    return hasattr(text, "blPara")


class Bookmarked(Text):
    """A paragraph that the reader of the PDF finds in the list of contents."""

    entry: tuple[str, str, int] | None = None
    """Key, text and level of the bookmark."""

    def split(self, available_width: float, available_height: float) -> list[Any]:
        parts: list[Any] = super().split(available_width, available_height)
        if parts:
            parts[0].entry = self.entry
        return parts

    def draw(self) -> None:
        if self.entry:
            key, text, level = self.entry
            self.canv.bookmarkHorizontal(key, 0, self.height)
            # A level may not be skipped on the way down.
            level = min(level, self.canv._doc.outline.currentlevel + 1)  # noqa: SLF001
            self.canv.addOutlineEntry(text, key, level)
        super().draw()


class Balanced(Paragraph):  # type: ignore[misc]
    """Centred lines of about equal length: no title ends in a line of one word."""

    _measured: tuple[float, tuple[float, float]] | None = None
    _indent = 0.0

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        if self._measured is None or self._measured[0] != available_width or not _is_broken(self):
            size = self._balance(available_width, available_height)
            self._measured = available_width, size
        return self._measured[1]

    def _balance(self, available_width: float, available_height: float) -> tuple[float, float]:
        size: tuple[float, float] = super().wrap(available_width, available_height)
        if len(self.blPara.lines) < 2:
            return size
        # Under the width of its longest word a title would be cut inside that word.
        narrow, wide = max(available_width / 2, self.minWidth()), available_width
        while wide - narrow > 1:
            middle = (narrow + wide) / 2
            if super().wrap(middle, available_height)[1] > size[1]:
                narrow = middle
            else:
                wide = middle
        # The lines keep the breaks of the narrow width; centring needs the full one.
        super().wrap(wide, available_height)
        self.width = available_width
        self._indent = (available_width - wide) / 2
        return available_width, size[1]

    def draw(self) -> None:
        self.canv.translate(self._indent, 0)
        super().draw()

    def lines(self, width: float) -> list[str]:
        """Give the text of each line in a given width."""
        self.wrap(width, _TALL)
        # ReportLab keeps lines of one face as words, others as pieces with their spaces.
        return [
            " ".join(line[1])
            if isinstance(line, tuple)
            else "".join(piece.text for piece in line.words)
            for line in self.blPara.lines
        ]


class Rule(Flowable):  # type: ignore[misc]
    """A centred horizontal rule of a given length, some way under the line above."""

    def __init__(self, length: float, thickness: float, gap: float) -> None:
        super().__init__()
        self.length, self.thickness, self.gap = length, thickness, gap

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        self.width, self.height = available_width, 2 * self.gap
        return self.width, self.height

    def draw(self) -> None:
        start = (self.width - self.length) / 2
        self.canv.setLineWidth(self.thickness)
        self.canv.line(start, self.gap, start + self.length, self.gap)


class Columns(Flowable):  # type: ignore[misc]
    """Stacks of flowables side by side that never leave one another, widths in points."""

    def __init__(self, widths: Sequence[float], *stacks: Sequence[Flowable]) -> None:
        super().__init__()
        self.widths, self.stacks = widths, stacks

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        self.width = available_width
        self.height = max(
            sum(
                gap + part.wrapOn(getattr(self, "canv", None), width, available_height)[1]
                for part, gap in _stacked(stack)
            )
            for width, stack in zip(self.widths, self.stacks, strict=True)
        )
        return self.width, self.height

    def draw(self) -> None:
        left = 0.0
        for width, stack in zip(self.widths, self.stacks, strict=True):
            top = self.height
            for part, gap in _stacked(stack):
                top -= gap + part.wrapOn(self.canv, width, _TALL)[1]
                part.drawOn(self.canv, left, top)
            left += width


def _stacked(stack: Sequence[Flowable]) -> Iterator[tuple[Flowable, float]]:
    """Give each part of a stack with the space above it, as a frame would leave it."""
    after = None
    for part in stack:
        yield part, 0.0 if after is None else max(after, float(part.getSpaceBefore()))
        after = float(part.getSpaceAfter())


class Dotted(Flowable):  # type: ignore[misc]
    """A label and dots from its end to the right margin, to be filled in by hand."""

    def __init__(self, label: str, style: ParagraphStyle, width: float) -> None:
        super().__init__()
        self.spaceAfter = style.spaceAfter
        self.label, self.style, self.width = label, style, width

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        # More than type needs: a hand writes larger.
        self.height = self.style.leading * _BY_HAND
        return self.width, self.height

    def draw(self) -> None:
        face, size, indent = self.style.fontName, self.style.fontSize, self.style.firstLineIndent
        start = 0.0
        if self.label:
            self.canv.setFont(face, size)
            self.canv.drawString(indent, 4, self.label)
            start = indent + stringWidth(f"{self.label} ", face, size)
        self.canv.setLineWidth(0.75)
        self.canv.setLineCap(1)
        self.canv.setDash(0, 3)
        self.canv.line(min(start, self.width), 3.5, self.width, 3.5)
        self.canv.setDash()


class Boxes(Flowable):  # type: ignore[misc]
    """Boxes to be ticked, side by side, each with its label behind it."""

    def __init__(self, labels: Sequence[str], style: ParagraphStyle, width: float) -> None:
        super().__init__()
        self.spaceAfter = style.spaceAfter
        self.labels, self.style, self.width = labels, style, width

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        self.height = self.style.leading * _BY_HAND
        return self.width, self.height

    def draw(self) -> None:
        size, indent = self.style.fontSize, self.style.firstLineIndent
        step = (self.width - indent) / max(len(self.labels), 1)
        for at, label in enumerate(self.labels):
            left = indent + at * step
            self.canv.rect(left, 3, size, size)
            self.canv.setFont(self.style.fontName, size)
            self.canv.drawString(left + size * 1.5, 5, label)


class Groups(Flowable):  # type: ignore[misc]
    """A code in boxes of one group each, its letters of one width, to be typed letter by letter."""

    def __init__(self, code: str, style: ParagraphStyle, width: float) -> None:
        super().__init__()
        self.spaceBefore = self.spaceAfter = style.fontSize / 2
        self.groups, self.face, self.size = code.split(), style.fontName, style.fontSize * _LARGER
        self.width, self.box = width, width / _COLUMNS

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        lines = -(-len(self.groups) // _COLUMNS)
        self.height = lines * self.size * _BOXED
        return self.width, self.height

    def draw(self) -> None:
        size, high = self.size, self.size * _BOXED
        self.canv.setLineWidth(_THIN)
        self.canv.setFont(self.face, size)
        for at, group in enumerate(self.groups):
            line, column = divmod(at, _COLUMNS)
            left, bottom = column * self.box, self.height - (line + 1) * high
            self.canv.rect(left, bottom, self.box, high)
            first = left + self.box / 2 - (_GROUP - 1) / 2 * size * _PITCH
            for place, letter in enumerate(group):
                middle = first + place * size * _PITCH
                self.canv.drawCentredString(middle, bottom + size * _RAISED, letter)


class _Pair(Flowable):  # type: ignore[misc]
    """Two flowables, one above the other; subclasses say how they may be parted."""

    def __init__(self, upper: Flowable, lower: Flowable) -> None:
        super().__init__()
        self.upper, self.lower = upper, lower

    @property
    def gap(self) -> float:
        """The space between the two, as a frame would leave it."""
        return float(max(self.upper.getSpaceAfter(), self.lower.getSpaceBefore()))

    def getSpaceBefore(self) -> float:  # noqa: N802 - ReportLab's name
        return float(self.upper.getSpaceBefore())

    def getSpaceAfter(self) -> float:  # noqa: N802 - ReportLab's name
        return float(self.lower.getSpaceAfter())

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        above = self.upper.wrapOn(self.canv, available_width, _TALL)[1]
        below = self.lower.wrapOn(self.canv, available_width, _TALL)[1]
        self.width, self.height = available_width, above + self.gap + below
        return self.width, self.height

    def draw(self) -> None:
        above = self.upper.wrapOn(self.canv, self.width, _TALL)[1]
        self.lower.wrapOn(self.canv, self.width, _TALL)
        self.upper.drawOn(self.canv, 0, self.height - above)
        self.lower.drawOn(self.canv, 0, 0)


class Lead(_Pair):
    """A heading (upper) that stays on the page on which its text (lower) begins."""

    def split(self, available_width: float, available_height: float) -> list[Flowable]:
        above = self.upper.wrapOn(self.canv, available_width, _TALL)[1] + self.gap
        parts = self.lower.splitOn(self.canv, available_width, available_height - above)
        return [self.upper, *parts] if len(parts) > 1 else []


class Signed(_Pair):
    """A text (upper) whose last lines stay on the page of the block (lower) under it.

    What is never parted and would fill a page of that height with the block goes without it.
    """

    def __init__(self, upper: Flowable, lower: Flowable, page: float) -> None:
        super().__init__(upper, lower)
        self.page = page

    def split(self, available_width: float, available_height: float) -> list[Flowable]:
        whole = self.upper.wrapOn(self.canv, available_width, _TALL)[1]
        # Under its own height the text has to give some lines to the next page.
        height = min(available_height, whole - 1)
        for fewer in range(_TRIES):
            parts = self.upper.splitOn(self.canv, available_width, height - fewer * _STEP)
            if len(parts) > 1:
                return [*parts[:-1], Signed(parts[-1], self.lower, self.page)]
        if whole <= available_height and self.wrap(available_width, _TALL)[1] > self.page:
            return [self.upper, self.lower]
        return []
