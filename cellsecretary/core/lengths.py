"""How long a text may be: longer ones are no minutes, and no paper or packet would hold them."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, Final

from cellsecretary.core.board_rows import HandedRuleFile
from cellsecretary.core.change import Changes, Problem, Refusal, Why
from cellsecretary.core.office_rows import RuleFile

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cellsecretary.core.change import Answer, Change

LONGEST_TEXT: Final = 100_000
"""Letters of one text: forty pages."""

LONGEST_LINE: Final = 1000
"""Letters of a name or a title, which stands in one line or one field of a table."""

LONGEST_FILE: Final = 256 * 1024
"""Letters of a rule file."""

_LINES: Final = frozenset(
    {
        *("name", "title", "place", "post", "commune", "superior", "code", "card", "phone"),
        *("speaker_other", "presenter_other", "works_at", "cell", "product", "unit", "topic"),
        *("left_to", "entered_from", "signer", "signer_title", "confirmed_by", "number"),
        *("score_confirmed_by", "assigned", "assigned_title", "addressee", "source", "question"),
        *("reason", "left_reason", "cancel_reason", "off_day_reason", "concerns"),
    }
)

_UNBOUND: Final = frozenset({"json", "rules"})
"""What the program wrote itself: the record of a closed meeting, and the rules in a record."""


def within_limits(answer: Answer) -> Answer:
    """Give an answer, or its refusal where it would make a text longer than may be."""
    if not isinstance(answer, Changes):
        return answer
    problems = tuple(problem for change in answer.changes for problem in _too_long(change))
    return Refusal(problems) if problems else answer


def _too_long(change: Change) -> Iterator[Problem]:
    row, before = change.after, change.before
    if row is None:
        return
    for name in long_texts(row):
        # What came in before there was a limit may stay, and everything else of its row change.
        if getattr(row, name) != getattr(before, name, None):
            yield Problem(Why.TEXT_TOO_LONG, row=row.id, field=name)


def long_texts(row: Any) -> Iterator[str]:  # noqa: ANN401 - any row
    """Name the fields of a row whose texts are longer than may be."""
    kind: type = type(row)
    for name, most in _limits(kind):
        value = getattr(row, name)
        if isinstance(value, str) and len(value) > most:
            yield name


def long_text_in(record: Any, place: str = "") -> str:  # noqa: ANN401 - whatever is made of rows
    """Name the first text in a record, with all that is in it, that is longer than may be."""
    if isinstance(record, tuple):
        return next((found for one in record if (found := long_text_in(one, place))), "")
    if not is_dataclass(record):
        return ""
    own = next(long_texts(record), "")
    if own:
        return f"{place}.{own}" if place else own
    kind: type = type(record)
    parts = ((name, getattr(record, name)) for name, _ in _limits(kind))
    return next((found for name, part in parts if (found := long_text_in(part, name))), "")


@cache
def _limits(kind: type) -> tuple[tuple[str, int], ...]:
    """Give the fields of a kind of row, each with the most letters that a text there may have."""
    names = (one.name for one in fields(kind) if one.name not in _UNBOUND)
    return tuple((name, _limit(kind, name)) for name in names)


def _limit(kind: type, name: str) -> int:
    if name == "text" and kind in (RuleFile, HandedRuleFile):
        return LONGEST_FILE
    return LONGEST_LINE if name in _LINES else LONGEST_TEXT
