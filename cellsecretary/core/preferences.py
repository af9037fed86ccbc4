"""What an office prefers on its papers: rows of the book laid over the rules in force."""

from __future__ import annotations

import datetime as dt
import json
import re
from dataclasses import dataclass, fields, replace
from typing import TYPE_CHECKING, Any

from cellsecretary.core.plain import from_plain, to_plain
from cellsecretary.core.ruleset import PRACTICE_MARK, Authority, Superior
from cellsecretary.core.vietnamese import ToneStyle

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cellsecretary.core.office_rows import Preference
    from cellsecretary.core.ruleset import PaperRules, RuleSet

RANGES = {"body_size": (14.0, 15.0), "line_spacing": (18.0, 22.0), "large_size": (16.0, 24.0)}
"""What an office may choose, in points; HD 05-HD/VPTW sets the first two."""

_OF_LAYOUT = tuple(RANGES)

_PRACTICE_WORD = "head.practice"


@dataclass(frozen=True, slots=True)
class Preferences:
    """The choices of an office, each of them somewhere in `PaperRules`."""

    superior: Superior
    tones: ToneStyle
    authority: Authority
    dashes_under: tuple[str, ...]
    place_line_on: tuple[str, ...]
    text_end: str
    receivers: tuple[str, ...]
    body_size: float
    line_spacing: float
    large_size: float


NAMES = tuple(field.name for field in fields(Preferences))

SUPERIOR_KEY = "superior_key"
"""The row with the public key of the superior that packets are sealed for."""

SUPERIOR_SIGNER = "superior_signer"
"""The row with the key, in base64, by which the superior signs what it sends back."""

REPLY_TAKEN = "reply_taken"
"""The row with the time at which the newest reply that was taken over had been made."""

PRACTICE = "practice"
"""The row that says that the book is a practice cell, and is taken for no real one."""

_OF_SUPERIOR = {SUPERIOR_KEY, SUPERIOR_SIGNER, REPLY_TAKEN}
"""The rows that are no matter of papers."""

PUBLIC_KEY = re.compile(r"age1[0-9a-z]{58}")
"""How a public key for sealing is written."""


def preferences_of(paper: PaperRules) -> Preferences:
    """Give what holds under these rules."""
    places: dict[str, Any] = {
        name: getattr(paper.layout if name in _OF_LAYOUT else paper, name) for name in NAMES
    }
    return Preferences(**places)


def with_preferences(rules: RuleSet, wanted: Preferences) -> RuleSet:
    """Give the rules with the choices of an office instead of their own."""
    layout = {name: getattr(wanted, name) for name in _OF_LAYOUT}
    others = {name: getattr(wanted, name) for name in NAMES if name not in _OF_LAYOUT}
    paper = replace(rules.paper, layout=replace(rules.paper.layout, **layout), **others)
    return replace(rules, paper=paper)


def superior_key(rows: Iterable[Preference]) -> str:
    """Give the public key that packets are sealed for, empty while the superior gave none."""
    return _text(rows, SUPERIOR_KEY)


def superior_signer(rows: Iterable[Preference]) -> str:
    """Give the accepted key of the superior's signature, in base64; empty while there is none."""
    return _text(rows, SUPERIOR_SIGNER)


def reply_taken(rows: Iterable[Preference]) -> dt.datetime | None:
    """Give when the newest reply that was taken over had been made."""
    found = _text(rows, REPLY_TAKEN)
    return dt.datetime.fromisoformat(found) if found else None


def is_practice(rows: Iterable[Preference]) -> bool:
    """Tell whether the book is a practice cell."""
    return any(row.name == PRACTICE for row in rows)


def _text(rows: Iterable[Preference], name: str) -> str:
    return next((str(json.loads(row.value)) for row in rows if row.name == name), "")


def overlaid(rules: RuleSet, rows: Iterable[Preference]) -> RuleSet:
    """Give the rules with the preferences of a book over them; a bad row raises `PlainError`."""
    rows = tuple(rows)
    if is_practice(rows):
        wording = {**rules.paper.wording, PRACTICE_MARK: rules.paper.wording[_PRACTICE_WORD]}
        rules = replace(rules, paper=replace(rules.paper, wording=wording))
    others = {*_OF_SUPERIOR, PRACTICE}
    chosen = {row.name: json.loads(row.value) for row in rows if row.name not in others}
    if not chosen:
        return rules
    plain = to_plain(preferences_of(rules.paper)) | chosen
    return with_preferences(rules, from_plain(Preferences, plain))
