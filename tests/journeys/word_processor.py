"""What the same minutes take in a word processor, counted by a stated model from their real text.

Nobody sits at that word processor: the model is given the paper that the program makes, and the
minutes of the other month of the same cell as the file to begin from. It is kind to the word
processor: the right file is found at once, a numbered list numbers itself, what was bold stays
bold, no figure is counted twice, and nothing typed is ever corrected.
"""

from __future__ import annotations

import io
from collections import Counter
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

import docx
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

from cellsecretary.papers import render_word
from tests.journeys.actions import ACT, CLICK

if TYPE_CHECKING:
    from cellsecretary.core.record import MeetingRecord

LETTERS = "letters"

FILE = Counter({CLICK: 2, ACT: 4})
"""A double click opens last month's file; Ctrl+Shift+S and Enter, Ctrl+P and Enter."""

WORDS = Counter({CLICK: 2})
"""Words in a line are chosen by a click and a Shift click, and typed over."""

LINES = Counter({CLICK: 2, ACT: 1})
"""Lines that are not wanted any more are chosen by a click and a Shift click, and deleted."""

NEW_LINE = Counter({ACT: 1})
"""Enter; the first of several begins by a click behind the line before."""

BOLD = Counter({ACT: 2})
"""Ctrl+B before and behind."""

ALIKE = 0.5
"""Lines less alike than this are typed anew."""


def retyped(record: MeetingRecord, before: MeetingRecord) -> Counter[str]:
    """Count what it takes to make the minutes of one meeting out of those of another."""
    old, new = _lines(before), _lines(record)
    count = Counter(FILE)
    for kind, a, b, c, d in SequenceMatcher(
        None, list(old), list(new), autojunk=False
    ).get_opcodes():
        if kind != "equal":
            count += _changed(list(old)[a:b], list(new)[c:d], new)
    return count


def _changed(old: list[str], new: list[str], bold: dict[str, bool]) -> Counter[str]:
    """Count one place where lines differ: lines alike are mended, the others typed anew."""
    count: Counter[str] = Counter()
    left = list(old)
    typed = False
    for line in new:
        match = max(left, key=lambda one: _likeness(one, line), default="")
        if match and _likeness(match, line) >= ALIKE:
            left.remove(match)
            count += _mended(match, line)
            typed = False
            continue
        count += NEW_LINE + Counter({CLICK: 0 if typed else 1, LETTERS: len(line)})
        if bold[line]:
            count += BOLD
        typed = True
    if left:
        count += LINES
    return count


def _mended(old: str, new: str) -> Counter[str]:
    count: Counter[str] = Counter()
    before, after = old.split(), new.split()
    for kind, _, _, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if kind != "equal":
            count += WORDS + Counter({LETTERS: len(" ".join(after[c:d]))})
    return count


def _likeness(old: str, new: str) -> float:
    return SequenceMatcher(None, old.split(), new.split(), autojunk=False).ratio()


def _lines(record: MeetingRecord) -> dict[str, bool]:
    """Give the lines of the minutes in their order, and whether a part of them is bold."""
    file = docx.Document(io.BytesIO(render_word("minutes", record)))
    lines = {}
    for element in file.element.body.iter(qn("w:p")):
        line = Paragraph(element, file)
        if line.text.strip():
            lines[line.text] = any(run.bold for run in line.runs)
    return lines
