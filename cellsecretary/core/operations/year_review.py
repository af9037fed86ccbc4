"""What can be done about the yearly review: rate a member or the cell, and take that back."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from cellsecretary.core.change import (
    Act,
    Answer,
    Changes,
    Context,
    Why,
    delete,
    refuse,
    replaced,
    together,
)
from cellsecretary.core.life_rows import YearReview
from cellsecretary.core.period import Period, Span
from cellsecretary.core.year_review import proposed_level

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cellsecretary.core.change import Refusal
    from cellsecretary.core.register import CellRecord
    from cellsecretary.core.ruleset import YearReviewRules


def review_year(
    register: CellRecord, ctx: Context, wanted: YearReview, rules: YearReviewRules
) -> Answer:
    """Rate a member, or without one the cell, for a year; an empty review is taken out.

    The id is found or given here. The level goes with the points as long as it says the same.
    """
    last = Period(Span.YEAR, wanted.year).last
    member = register.member(wanted.member)
    if wanted.member is not None and not (member and register.has(member, last)):
        return refuse(Why.MEMBER_UNKNOWN, "members", wanted.member)
    wrong = together(_faults(wanted, rules))
    if wrong:
        return wrong
    before = next(
        (
            review
            for review in register.year_reviews
            if review.year == wanted.year and review.member == wanted.member
        ),
        None,
    )
    words = (("who", member.name if member else register.cell_on(last).name),)
    after = replace(wanted, id=before.id if before else ctx.new_id())
    level = before.level if before else None
    if wanted.level is level and level is proposed_level(before, rules):
        after = replace(after, level=proposed_level(wanted, rules))
    if after == YearReview(after.id, after.year, after.member):
        return Changes(Act.REVIEW_YEAR, (delete(before),) if before else (), words)
    return Changes(Act.REVIEW_YEAR, (replaced(before, after),), words)


def _faults(wanted: YearReview, rules: YearReviewRules) -> Iterator[Refusal]:
    for field in ("general", "results"):
        points, most = getattr(wanted, field), getattr(rules, field)
        if points is not None and not 0 <= points <= most:
            row = wanted.member or ""
            yield refuse(Why.POINTS_OUT_OF_RANGE, "year_reviews", row, field, most=str(most))
