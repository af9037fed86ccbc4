"""Rule files in plain words: what is wrong with one, and what one changes."""

from __future__ import annotations

import datetime as dt
import re
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from cellsecretary.core.kinds import MeetingKind
from cellsecretary.core.ruleset import Criterion, ScoreStep, Share, TemplateItem

if TYPE_CHECKING:
    from cellsecretary.messages import Messages
    from cellsecretary.rules import RuleFileError
    from cellsecretary.rules.comparing import Difference

LONGEST_LIST = 12
"""So many entries are named before the rest is only counted."""

_NAME = re.compile(r"\$\{?\w+\}?")
_BLANK = "…"
_OF_PAPERS = ("paper.dashes_under", "paper.place_line_on")


def refused(words: Messages, error: RuleFileError) -> str:
    """Say where a rule file is wrong, in what, and what to do."""
    place = words.rule(
        "place", "wrong", file=error.file.name, line=error.line or "", field=error.field
    )
    return f"{place}: {words.rule('reason', error.reason)}"


def changed(words: Messages, difference: Difference) -> str:
    """Say one thing that a rule file changes, and from when."""
    field, before, after = difference.field, difference.before, difference.after
    said = {"before": _said(words, field, before), "after": _said(words, field, after)}
    if said["before"] == said["after"]:  # they differ in the facts that the program fills in
        said = {"before": _quoted(words, before), "after": _quoted(words, after)}
    unit = words.unit(field)
    if unit and after is not None:
        said["after"] += f" {unit}"
    elif unit and before is not None:
        said["before"] += f" {unit}"
    of = [_which(words, part) for part in difference.of]
    what = ", ".join([words.rule("field", field), *of])
    return words.rule("how", difference.how, what=what, date=difference.since, **said)


def _which(words: Messages, part: str) -> str:
    if isinstance(part, MeetingKind):
        return words.rule("kind", part)
    if isinstance(part, StrEnum):
        return words.value(part).lower()
    return _quoted(words, part)


def _said(words: Messages, field: str, value: Any) -> str:  # noqa: ANN401 - any value of a rule
    match value:
        case None:
            return words.rule("word", "unset")
        case "":
            return words.rule("word", "blank")
        case bool():
            return words.rule("word", "yes" if value else "no")
        case int() | float():
            return f"{value:g}".replace(".", words.rule("word", "decimal"))
        case dt.date():
            return f"{value:%d/%m/%Y}"
        case StrEnum():
            return words.value(value)
        case Share():
            key = "share_from" if value.inclusive else "share_above"
            return words.rule("word", key, share=f"{value.numerator}/{value.denominator}")
        case TemplateItem():
            key = "step" if value.presenter_post else "step_open"
            minutes = words.rule("word", "minutes", count=value.minutes)
            post = value.presenter_post
            return words.rule("word", key, text=value.title, minutes=minutes, post=post)
        case ScoreStep():
            measure = words.rule("measure", value.measure)
            return words.rule(
                "word",
                "score_step",
                measure=measure,
                bounds=_bounds(words, value),
                points=value.points,
            )
        case Criterion():
            return words.rule("word", "criterion", text=value.title, points=value.points)
        case tuple():
            return _listed(words, [_said(words, field, entry) for entry in value])
        case str() if field in _OF_PAPERS:
            return words.form(value).lower()
        case str() if field == "fixed_days.days":
            return "/".join(reversed(value.split("-")))
    return _quoted(words, _NAME.sub(_BLANK, value))


def _bounds(words: Messages, step: ScoreStep) -> str:
    bounds = {
        "at_least": step.at_least,
        "more_than": step.more_than,
        "at_most": step.at_most,
    }
    return " ".join(
        words.rule("word", name, count=number)
        for name, number in bounds.items()
        if number is not None
    )


def _quoted(words: Messages, text: object) -> str:
    return words.rule("word", "quoted", text=text)


def _listed(words: Messages, entries: list[str]) -> str:
    if not entries:
        return words.rule("word", "nothing")
    listed = ", ".join(entries[:LONGEST_LIST])
    more = len(entries) - LONGEST_LIST
    return words.rule("word", "more", list=listed, count=more) if more > 0 else listed
