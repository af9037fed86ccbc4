"""Slips of paper to be cut apart: several on a sheet, with dashed lines between."""

# ruff: noqa: D102 - wrap and draw are ReportLab's words; the classes say what they do.

from __future__ import annotations

from typing import TYPE_CHECKING

from reportlab.platypus import Flowable, Spacer

from cellsecretary.papers.flowables import Columns

if TYPE_CHECKING:
    from collections.abc import Sequence

GUTTER = 9.0
"""Space between a slip and the line along which it is cut, in points."""
_DASH = (4, 3)
_TALL = 1e6


class SlipRow(Flowable):  # type: ignore[misc]
    """Slips side by side, cut lines between them and, when more follow, under them."""

    def __init__(
        self,
        width: float,
        height: float,
        slips: Sequence[Columns],
        *,
        columns: int,
        thickness: float,
    ) -> None:
        super().__init__()
        self.slips, self.columns, self.thickness = slips, columns, thickness
        self.width, self.height = width, height + 2 * GUTTER

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        return self.width, self.height

    def draw(self) -> None:
        self.canv.setLineWidth(self.thickness)
        self.canv.setDash(*_DASH)
        self.canv.line(0, 0, self.width, 0)
        step = (self.width + 2 * GUTTER) / self.columns
        for at in range(1, self.columns):
            self.canv.line(at * step - GUTTER, 0, at * step - GUTTER, self.height)
        self.canv.setDash()
        for at, slip in enumerate(self.slips):
            height = slip.wrapOn(self.canv, slip_width(self.width, self.columns), _TALL)[1]
            slip.drawOn(self.canv, at * step, self.height - GUTTER - height)


def slip_width(width: float, columns: int) -> float:
    """Give the width of one slip on a sheet of a given width."""
    return (width - 2 * GUTTER * (columns - 1)) / columns


def slip_rows(
    stories: Sequence[Sequence[Flowable]],
    *,
    width: float,
    height: float,
    columns: int,
    thickness: float,
    even: bool = True,
) -> list[Flowable]:
    """Lay out slips, all as tall as the tallest, or else a row's; `height` is what a page has.

    Slips that are taller than a page stand one below the other.
    """
    wide = slip_width(width, columns)
    slips = [Columns([wide], list(story)) for story in stories]
    heights = [slip.wrap(wide, _TALL)[1] for slip in slips]
    tallest = max(heights, default=0)
    if tallest + 2 * GUTTER > height:
        return [part for story in stories for part in (*story, Spacer(0, 2 * GUTTER))]
    return [
        SlipRow(
            width,
            tallest if even else max(heights[at : at + columns]),
            slips[at : at + columns],
            columns=columns,
            thickness=thickness,
        )
        for at in range(0, len(slips), columns)
    ]
