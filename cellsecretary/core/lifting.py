"""Closed records of earlier programs, given what their rules did not have yet."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from typing import TYPE_CHECKING, Any

from cellsecretary.core.plain import to_plain

if TYPE_CHECKING:
    from cellsecretary.core.ruleset import RuleSet


def lifted(plain: dict[str, Any], rules: RuleSet) -> dict[str, Any]:
    """Give the plain record, its rules completed from `rules`, those of the files for its day.

    What was frozen stays as it was; only what a later program asks for is filled in, a new rule or
    the wording of a paper that did not exist when the meeting was closed.
    """
    kept = _completed(plain["rules"], rules)
    kept["paper"]["wording"] = {**rules.paper.wording, **kept["paper"]["wording"]}
    return {**plain, "rules": kept}


def _completed(kept: Mapping[str, Any], whole: Any) -> dict[str, Any]:  # noqa: ANN401 - a dataclass
    """Give the kept fields, and those of `whole` where they are missing."""
    completed = dict(kept)
    for field in fields(whole):
        value = getattr(whole, field.name)
        if field.name not in kept:
            completed[field.name] = to_plain(value)
        elif is_dataclass(value) and isinstance(kept[field.name], Mapping):
            completed[field.name] = _completed(kept[field.name], value)
    return completed
