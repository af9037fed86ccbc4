"""The rows of the one table, and how they are written: as text, as JSON, into the page."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from benchmarks.machine import Machine

MISSING = "—"
BEGIN, END = "<!-- table: made by python -m benchmarks --docs -->", "<!-- end of the table -->"
_HEADS = ("what", "against", "ours", "floor", "peer", "ratio", "goal", "")


@dataclass(frozen=True)
class Row:
    """One line: what ours took and what the other did, in one run; both in the same unit.

    The other is a floor that cannot be gone below, or a peer that does the same work; of a peer
    that is to be beaten the ratio is how many times faster ours is. Without the other there is a
    hint how to get it.
    """

    what: str
    against: str
    goal: float
    ours: float
    other: float | None
    unit: Literal["ms", "MiB"] = "ms"
    other_is: Literal["floor", "peer"] = "floor"
    is_race: bool = False
    hint: str = ""

    @property
    def ratio(self) -> float | None:
        """How many times the other ours is, of a race how many times faster."""
        if self.other is None:
            return None
        return self.other / self.ours if self.is_race else self.ours / self.other

    @property
    def is_met(self) -> bool | None:
        """Whether the goal is met, by the figure that is printed; None where nobody knows."""
        if self.ratio is None:
            return None
        shown = round(self.ratio, 2)
        return shown >= self.goal if self.is_race else shown <= self.goal

    def cells(self) -> tuple[str, ...]:
        """Give the texts of the line."""
        floor, peer = (self._figure(kind) for kind in ("floor", "peer"))
        sign = "≥" if self.is_race else "≤"
        met = {True: "met", False: "above" if not self.is_race else "below", None: self.hint}
        ratio = MISSING if self.ratio is None else f"{self.ratio:.2f}"
        ours = shown(self.ours, self.unit)
        goal = f"{sign} {self.goal:g}"
        return self.what, self.against, ours, floor, peer, ratio, goal, met[self.is_met]

    def _figure(self, kind: str) -> str:
        if kind != self.other_is:
            return ""
        return MISSING if self.other is None else shown(self.other, self.unit)

    def plain(self) -> dict[str, object]:
        """Give the row for JSON; times are in milliseconds."""
        names = ("what", "against", "goal", "unit", "hint")
        told = {name: getattr(self, name) for name in names}
        figures = {"ours": self.ours, self.other_is: self.other}
        return {**told, **figures, "ratio": self.ratio, "met": self.is_met}


def shown(figure: float, unit: str) -> str:
    """Write a figure with three digits at least."""
    digits = 0 if figure >= 100 else 1 if figure >= 10 else 2
    return f"{figure:,.{digits}f} {unit}"


def as_text(rows: Sequence[Row]) -> str:
    """Write the table for a terminal."""
    lines = [_HEADS, *(row.cells() for row in rows)]
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    return "\n".join(
        "  ".join(
            text.ljust(width) if at in (0, 1, 7) else text.rjust(width)
            for at, (text, width) in enumerate(zip(line, widths, strict=True))
        ).rstrip()
        for line in lines
    )


def as_page(rows: Sequence[Row], machine: Machine, further: Sequence[str]) -> str:
    """Write the table for the page, with the machine and the further figures."""
    lines = [_HEADS, tuple("---:" if 2 <= at < 7 else "---" for at in range(len(_HEADS)))]
    lines += [tuple(_strong(row, row.cells())) for row in rows]
    table = "\n".join(f"| {' | '.join(line)} |".replace("|  |", "| |") for line in lines)
    figures = "\n".join(["```text", *further, "```"]) if further else ""
    return "\n\n".join(part for part in (machine.sentence(), table, figures) if part)


def _strong(row: Row, cells: Sequence[str]) -> list[str]:
    return [
        f"**{text}**" if at == 5 and row.is_met is False else text for at, text in enumerate(cells)
    ]


def as_json(rows: Sequence[Row], machine: Machine, further: Sequence[str]) -> str:
    """Write everything for other programs."""
    whole = {
        "machine": machine.plain(),
        "rows": [row.plain() for row in rows],
        "further": list(further),
    }
    return json.dumps(whole, ensure_ascii=False, indent=1)


def write_into(page: Path, text: str) -> None:
    """Put a text between the marks of a page; what stands around them was written by hand."""
    before, rest = page.read_text(encoding="utf-8").split(BEGIN)
    after = rest.split(END)[1]
    page.write_text(f"{before}{BEGIN}\n\n{text}\n\n{END}{after}", encoding="utf-8")
