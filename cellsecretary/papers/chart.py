"""A chart on paper: the rows of bars of `core.charts` in black and white."""

# ruff: noqa: D102 - wrap and draw are ReportLab's words; the class says what they do.

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import Flowable

from cellsecretary.core.charts import Pattern
from cellsecretary.papers.printable import printable

if TYPE_CHECKING:
    from collections.abc import Iterable
    from fractions import Fraction

    from reportlab.lib.styles import ParagraphStyle

    from cellsecretary.core.charts import Bar, Chart

_GAP = 6
"""The space between words and bars, in points."""
_BAR = 0.7
"""The height of a bar as a share of its line."""
_GREY = 0.45
"""How light a full bar is: black would use up the toner."""
_HATCH = 4
"""The distance of the strokes of a hatched bar, in points."""
_WIDEST_LABEL = 0.4
"""The share of the width that the words beside the bars have at most; longer ones are cut."""
_CUT = "…"
_WHOLE = 400
"""A chart up to this height is never parted, in points."""
_LEAST_ROWS = 3
"""The rows that a parted chart has on a page at least."""


class Bars(Flowable):  # type: ignore[misc]
    """The rows of a chart; a long one may go on with its next rows on the next page."""

    def __init__(self, chart: Chart, style: ParagraphStyle, width: float, rule: float) -> None:
        super().__init__()
        self.chart, self.style, self.width, self.rule = chart, style, width, rule
        self.spaceBefore = self.spaceAfter = style.leading / 2
        lines = sum(len(row.bars) for row in chart.rows) + len(chart.series)
        self.height = style.leading * (lines + bool(chart.thresholds))
        values = [bar.text for row in chart.rows for bar in row.bars if bar]
        widest = self._widest(row.label for row in chart.rows)
        self._left = min(widest, width * _WIDEST_LABEL)
        self._length = width - self._left - self._widest(values)

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        return self.width, self.height

    def split(self, available_width: float, available_height: float) -> list[Bars]:
        rows = self.chart.rows
        row = self.style.leading * len(rows[0].bars)
        fitting = int((available_height - self.height) // row) + len(rows)
        fitting = min(fitting, len(rows) - _LEAST_ROWS)
        if self.height <= _WHOLE or fitting < _LEAST_ROWS:
            return []
        parts = (replace(self.chart, rows=part) for part in (rows[:fitting], rows[fitting:]))
        return [Bars(part, self.style, self.width, self.rule) for part in parts]

    def draw(self) -> None:
        line, bottom = self.style.leading, len(self.chart.series) * self.style.leading
        self.canv.setFont(self.style.fontName, self.style.fontSize)
        self.canv.setLineWidth(self.rule)
        top = self.height
        if self.chart.thresholds:
            top -= line
            for threshold in self.chart.thresholds:
                at = self._at(threshold.value)
                self.canv.drawCentredString(at, self._baseline(top), str(threshold.value))
        place = top - line
        for row in self.chart.rows:
            label = self._fitting(printable(row.label))
            self.canv.drawRightString(self._left - _GAP, self._baseline(place), label)
            for bar in row.bars:
                if bar is not None:
                    self._draw_bar(bar, place)
                place -= line
        self.canv.line(self._left, bottom, self._left, top)
        self.canv.setDash(2, 2)
        for threshold in self.chart.thresholds:
            at = self._at(threshold.value)
            self.canv.line(at, bottom, at, top)
        self.canv.setDash()
        for pattern, name in self.chart.series:
            self._fill(pattern, self._left, place, 2 * line)
            self.canv.drawString(self._left + 2 * line + _GAP, self._baseline(place), name)
            place -= line

    def _draw_bar(self, bar: Bar, place: float) -> None:
        self._fill(bar.pattern, self._left, place, self._at(bar.value) - self._left)
        self.canv.drawRightString(self.width, self._baseline(place), printable(bar.text))

    def _fill(self, pattern: Pattern, left: float, place: float, length: float) -> None:
        """Fill a box of one bar; its outline says how long it is whatever the pattern."""
        height = self.style.leading * _BAR
        bottom = place + (self.style.leading - height) / 2
        if length <= 0:
            return
        self.canv.saveState()
        if pattern is Pattern.HATCHED:
            clip = self.canv.beginPath()
            clip.rect(left, bottom, length, height)
            self.canv.clipPath(clip, stroke=0)
            strokes = int((length + height) / _HATCH) + 1
            for at in range(strokes):
                start = left - height + at * _HATCH
                self.canv.line(start, bottom, start + height, bottom + height)
        self.canv.restoreState()
        self.canv.saveState()
        self.canv.setFillGray(_GREY)
        self.canv.rect(left, bottom, length, height, fill=int(pattern is Pattern.FULL))
        self.canv.restoreState()

    def _at(self, value: Fraction | int) -> float:
        return float(self._left + self._length * float(value) / self.chart.top)

    def _baseline(self, place: float) -> float:
        size = float(self.style.fontSize)
        return place + (float(self.style.leading) - size) / 2 + size * 0.2

    def _fitting(self, label: str) -> str:
        """Give as much of a label as has room beside the bars."""
        if self._widest([label]) <= self._left:
            return label
        while self._widest([label + _CUT]) > self._left:
            label = label[:-1].rstrip()
        return label + _CUT

    def _widest(self, texts: Iterable[str]) -> float:
        """Measure the column of some words, with the gap beside it."""
        face, size = self.style.fontName, self.style.fontSize
        widths = (stringWidth(printable(text), face, size) for text in texts)
        return float(_GAP + max(widths, default=0))
