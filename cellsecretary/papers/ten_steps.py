"""The sheet for the wall: the ten steps of a month on one page, in large type."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cellsecretary.papers.office import toned
from cellsecretary.papers.sheet import Sheet
from cellsecretary.papers.tables import Column

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cellsecretary.core.ruleset import RuleSet

FORM = "ten-steps"
SIZE = 18.5
"""Points of its body: it is read from a chair, not from the hand."""


def ten_steps(
    rules: RuleSet,
    title: str,
    subject: str,
    heads: tuple[str, str, str],
    steps: Sequence[tuple[str, str]],
    end: str,
) -> bytes:
    """Give the PDF of the steps; each is what to do and how, under the three `heads`."""
    sheet = Sheet(FORM, toned(rules.paper, rules.paper.tones), draft=False)
    sheet.begin(FORM, size=SIZE)
    sheet.title(title, subject)
    number, what, how = heads
    columns = (Column(number, 1, centred=True), Column(what, 4), Column(how, 6))
    rows = [(str(place), *step) for place, step in enumerate(steps, 1)]
    sheet.table(columns, rows, room=1.6)
    sheet.text(end)
    return sheet.pdf()
