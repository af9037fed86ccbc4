"""What an office wants of every paper: where tones stand, and what the first line says."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from typing import TYPE_CHECKING, Any, TypeVar

from cellsecretary.core.ruleset import Superior
from cellsecretary.core.vietnamese import ToneStyle, fold, place_tones

if TYPE_CHECKING:
    from cellsecretary.core.period import PeriodRecord
    from cellsecretary.core.record import MeetingRecord
    from cellsecretary.core.ruleset import PaperRules
    from cellsecretary.papers.words import Words

R = TypeVar("R", bound="MeetingRecord | PeriodRecord")
T = TypeVar("T")


def as_spelled(record: R) -> R:
    """Give the record and the wording in it with every tone where the office puts it."""
    style = record.rules.paper.tones
    return toned(record, style)


def superior(words: Words, rules: PaperRules, typed: str) -> str:
    """Give the superior as the first line names it; a name of another kind stays as typed."""
    if rules.superior is Superior.AS_TYPED:
        return typed
    for kind in (Superior.BODY, Superior.COMMITTEE):
        term = words.say(f"superior.{kind}")
        if fold(typed).startswith(f"{fold(term)} "):
            place = typed.split()[len(term.split()) :]
            return " ".join([words.say(f"superior.{rules.superior}"), *place])
    return typed


def toned(value: T, style: ToneStyle) -> T:
    """Give a value with every tone in it, however deep, in one style."""
    if style is ToneStyle.AS_TYPED:
        return value
    placed: Any = value
    if type(value) is str:  # a kind is a str too, and no text
        placed = place_tones(str(value), style)
    elif isinstance(value, tuple):
        placed = tuple(toned(item, style) for item in value)
    elif isinstance(value, Mapping):
        placed = {key: toned(item, style) for key, item in value.items()}
    elif is_dataclass(value) and not isinstance(value, type):
        texts = {field.name: toned(getattr(value, field.name), style) for field in fields(value)}
        placed = replace(value, **texts)
    result: T = placed
    return result
