"""What an office prefers on its papers: rows of the book laid over the rules in force."""

from __future__ import annotations

import json
from dataclasses import dataclass, fields, replace
from typing import TYPE_CHECKING, Any

from cellsecretary.core.plain import from_plain, to_plain
from cellsecretary.core.ruleset import Authority, Superior
from cellsecretary.core.vietnamese import ToneStyle

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cellsecretary.core.office_rows import Preference
    from cellsecretary.core.ruleset import PaperRules, RuleSet

RANGES = {"body_size": (14.0, 15.0), "line_spacing": (18.0, 22.0), "large_size": (16.0, 24.0)}
"""What an office may choose, in points; HD 05-HD/VPTW sets the first two."""

_OF_LAYOUT = tuple(RANGES)


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
"""The row with the public key of the superior, which is no matter of papers: packets use it."""


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
    found = (str(json.loads(row.value)) for row in rows if row.name == SUPERIOR_KEY)
    return next(found, "")


def overlaid(rules: RuleSet, rows: Iterable[Preference]) -> RuleSet:
    """Give the rules with the preferences of a book over them; a bad row raises `PlainError`."""
    chosen = {row.name: json.loads(row.value) for row in rows if row.name != SUPERIOR_KEY}
    if not chosen:
        return rules
    plain = to_plain(preferences_of(rules.paper)) | chosen
    return with_preferences(rules, from_plain(Preferences, plain))
