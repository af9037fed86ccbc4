"""The sheet for the wall: the ten steps of a month on one page, in large type."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cellsecretary.papers.office import toned
from cellsecretary.papers.sheet import Sheet

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cellsecretary.core.ruleset import RuleSet

FORM = "ten-steps"
SIZE = 17.0
"""Points of its text: it is read from a chair, not from the hand."""


def ten_steps(
    rules: RuleSet, title: str, subject: str, steps: Sequence[tuple[str, str]], end: str
) -> bytes:
    """Give the PDF of the steps, each with what is to be done in it."""
    sheet = Sheet(FORM, toned(rules.paper, rules.paper.tones), draft=False)
    sheet.begin(FORM, size=SIZE)
    sheet.title(title, subject)
    for number, (what, how) in enumerate(steps, 1):
        sheet.item(f"{number}. {what}.", how, leads=False)
    sheet.text(end)
    return sheet.pdf()
