"""The phrases that a secretary uses again and again, learnt from what the book says already."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING

from cellsecretary.core.vietnamese import fold, sort_key, spelling_key, tidy

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Sequence

FEWEST_USES = 2
"""Texts in which a phrase must stand before it is one that is used often."""

MOST_OFFERED = 5
FEWEST_LETTERS = 2
"""Letters of a phrase that are typed before it is offered."""

_HALF_AFTER = 120
"""Days after which a use weighs half: last month's words come before those of last year."""

_OWN_KIND = 3
"""What a use weighs in the field of its own kind, more than elsewhere."""

_LENGTHS = range(8, 181)
"""Letters: what is shorter is typed as fast as chosen, what is longer nobody reads in a list."""

_FEWEST_WORDS = 3
_SENTENCE_END = re.compile(r"(?<=[.!?…;])\s+|\n+")
_CLAUSE_END = re.compile(r"(?<=[,:])\s+")
_BULLET = re.compile(r"^\s*(?:[-–+*•]|\d{1,2}[.)]|[^\W\d_]\))\s+")
_LAST_BREAK = re.compile(r".*(?:[.!?…;]\s+|\n)", re.DOTALL)
_LAST_CLAUSE = re.compile(r".*[,:]\s+", re.DOTALL)


class Passage(Enum):
    """The kinds of text that are written by hand again and again."""

    BODY = auto()
    CONCLUSION = auto()
    OPINION = auto()
    TASK = auto()


@dataclass(frozen=True, slots=True)
class Said:
    """One text of an earlier meeting, and its day."""

    passage: Passage
    day: dt.date
    text: str


@dataclass(frozen=True, slots=True)
class Offer:
    """What can be put in the place of the last `typed` letters before the cursor."""

    typed: str
    phrases: tuple[str, ...]


def usual_phrases(said: Iterable[Said], passage: Passage, today: dt.date) -> tuple[str, ...]:
    """Give the phrases used in at least two texts, the likeliest in a field of this kind first.

    A phrase is a sentence, a part of it between commas or colons, or its beginning up to one.
    Spellings that differ in case and place of tone are one phrase, written as it was last. A part
    that was never used without the longer one around it is left out.
    """
    uses: dict[str, list[Said]] = defaultdict(list)
    written: dict[str, tuple[dt.date, str]] = {}
    for one in said:
        for key, phrase in {spelling_key(p): p for p in phrases_in(one.text)}.items():
            uses[key].append(one)
            if key not in written or one.day >= written[key][0]:
                written[key] = one.day, phrase
    often = {key: ones for key, ones in uses.items() if len(ones) >= FEWEST_USES}
    weights = {
        key: sum(_weight(one, passage, today) for one in ones)
        for key, ones in often.items()
        if not _is_part(key, len(ones), often)
    }
    keys = sorted(weights, key=lambda key: (-weights[key], sort_key(written[key][1])))
    return tuple(written[key][1] for key in keys)


def phrases_in(text: str) -> tuple[str, ...]:
    """Give the phrases of a text: its sentences, their parts, and their beginnings."""
    found: dict[str, None] = {}
    for sentence in _SENTENCE_END.split(tidy(text)):
        clauses = [clause.strip() for clause in _CLAUSE_END.split(_bare(sentence))]
        for end in range(len(clauses), 0, -1):
            found.setdefault(_trimmed(" ".join(clauses[:end])))
        for clause in clauses[1:]:
            found.setdefault(_trimmed(clause))
    return tuple(one for one in found if _is_phrase(one))


def offer(phrases: Sequence[str], before: str, after: str = "") -> Offer:
    """Give what may complete the sentence, or the part of it, that ends at the cursor.

    Tone marks and case need not be typed. Nothing is offered inside a word, or before one.
    """
    nothing = Offer("", ())
    if after[:1].strip():
        return nothing
    sentence = _BULLET.sub("", _after(_LAST_BREAK, before)).lstrip()
    for typed in dict.fromkeys((sentence, _after(_LAST_CLAUSE, sentence))):
        start = fold(typed)
        if len(start.strip()) < FEWEST_LETTERS:
            continue
        fits = [p for p in phrases if fold(p).startswith(start) and fold(p) != start.rstrip()]
        if fits:
            return Offer(typed, tuple(fits[:MOST_OFFERED]))
    return nothing


def _after(last: re.Pattern[str], text: str) -> str:
    """Give what comes after the last of something, whose pattern begins anywhere before it.

    `sub` would look for it from every letter on: with each key that took as long as the rest.
    """
    found = last.match(text)
    return text[found.end() :] if found else text


def _weight(one: Said, passage: Passage, today: dt.date) -> float:
    age = max((today - one.day).days, 0)
    own = _OWN_KIND if one.passage is passage else 1
    return float(own * 0.5 ** (age / _HALF_AFTER))


def _is_part(key: str, count: int, often: dict[str, list[Said]]) -> bool:
    return any(
        len(other) > len(key) and len(ones) == count and f" {key} " in f" {_unmarked(other)} "
        for other, ones in often.items()
    )


def _unmarked(key: str) -> str:
    return re.sub(r"[,:]", "", key)


def _bare(sentence: str) -> str:
    return _BULLET.sub("", sentence).strip()


def _trimmed(phrase: str) -> str:
    """Take the end off that another sentence or part would need: a colon stays."""
    return phrase.rstrip(" .,;!?…")


def _is_phrase(text: str) -> bool:
    return len(text) in _LENGTHS and len(text.split()) >= _FEWEST_WORDS
