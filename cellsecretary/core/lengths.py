"""How long a text may be: longer ones are no minutes, and no paper or packet would hold them."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING, Final

from cellsecretary.core.change import Changes, Problem, Refusal, Why

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cellsecretary.core.change import Answer, Change

LONGEST_TEXT: Final = 100_000
"""Letters of one text: forty pages."""

LONGEST_LINE: Final = 1000
"""Letters of a name or a title, which stands in one line or one field of a table."""

_LINES: Final = frozenset(
    {
        *("name", "title", "place", "post", "commune", "superior", "code", "card", "phone"),
        *("speaker_other", "presenter_other", "works_at", "cell", "product", "unit", "topic"),
        *("left_to", "entered_from", "signer", "signer_title", "confirmed_by", "number"),
        *("score_confirmed_by", "assigned", "assigned_title", "addressee", "source", "question"),
        *("reason", "left_reason", "cancel_reason", "off_day_reason", "concerns"),
    }
)

_UNBOUND: Final = frozenset({"json"})
"""What the program wrote itself: the record of a closed meeting."""


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
    for name in (one.name for one in fields(row) if one.name not in _UNBOUND):
        value = getattr(row, name)
        most = LONGEST_LINE if name in _LINES else LONGEST_TEXT
        # What came in before there was a limit may stay, and everything else of its row change.
        if isinstance(value, str) and len(value) > most and value != getattr(before, name, None):
            yield Problem(Why.TEXT_TOO_LONG, row=row.id, field=name)
