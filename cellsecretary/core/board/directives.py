"""How a directive of the superior stands: not begun yet, in force, over, or withdrawn."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from cellsecretary.core.period import Period, Span, period_with

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

    from cellsecretary.core.board_rows import IssuedDirective


class DirectiveState(StrEnum):
    """Whether cells are given a directive, what concerns them now first."""

    IN_FORCE = "in_force"
    COMING = "coming"
    OVER = "over"
    WITHDRAWN = "withdrawn"


def directive_state(directive: IssuedDirective, today: dt.date) -> DirectiveState:
    """Tell how a directive stands today."""
    if directive.withdrawn:
        return DirectiveState.WITHDRAWN
    if today < directive.first:
        return DirectiveState.COMING
    return DirectiveState.OVER if today > directive.last else DirectiveState.IN_FORCE


def in_order(directives: Iterable[IssuedDirective], today: dt.date) -> tuple[IssuedDirective, ...]:
    """Give directives by how they stand, the newest first among those that stand alike."""
    states = list(DirectiveState)
    newest = sorted(directives, key=lambda one: (one.first, one.title, one.id), reverse=True)
    return tuple(sorted(newest, key=lambda one: states.index(directive_state(one, today))))


def whole_quarter(first: dt.date, last: dt.date) -> Period | None:
    """Give the quarter that a span is exactly, None where it is another span."""
    quarter = period_with(first, Span.QUARTER)
    return quarter if (quarter.first, quarter.last) == (first, last) else None


def end_of_month(month: dt.date) -> dt.date:
    """Give the last day of a month."""
    return period_with(month, Span.MONTH).last
