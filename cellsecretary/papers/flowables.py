"""The few things that ReportLab lacks: blocks that keep together, columns, rules, bookmarks."""

# ruff: noqa: D102 - wrap, split and draw are ReportLab's words; the classes say what they do.

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from reportlab.platypus import Flowable, Paragraph

if TYPE_CHECKING:
    from collections.abc import Sequence

_TALL = 1e6
"""A height in which everything fits."""


class Bookmarked(Paragraph):  # type: ignore[misc]
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
            self.canv.addOutlineEntry(text, key, level)
        super().draw()


class Balanced(Paragraph):  # type: ignore[misc]
    """Centred lines of about equal length: no title ends in a line of one word."""

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        size: tuple[float, float] = super().wrap(available_width, available_height)
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
            sum(part.wrapOn(self.canv, width, available_height)[1] for part in stack)
            for width, stack in zip(self.widths, self.stacks, strict=True)
        )
        return self.width, self.height

    def draw(self) -> None:
        left = 0.0
        for width, stack in zip(self.widths, self.stacks, strict=True):
            top = self.height
            for part in stack:
                top -= part.wrapOn(self.canv, width, _TALL)[1]
                part.drawOn(self.canv, left, top)
            left += width


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
    """A text (upper) whose last lines stay on the page of the block (lower) under it."""

    def split(self, available_width: float, available_height: float) -> list[Flowable]:
        whole = self.upper.wrapOn(self.canv, available_width, _TALL)[1]
        # Under its own height the text has to give some lines to the next page.
        parts = self.upper.splitOn(self.canv, available_width, min(available_height, whole - 1))
        return [*parts[:-1], Signed(parts[-1], self.lower)] if len(parts) > 1 else []
