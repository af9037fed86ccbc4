"""What can be done to posts held before the book: note one of an earlier term, take it out."""

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
    insert,
    refuse,
    together,
)
from cellsecretary.core.milestones import months_after
from cellsecretary.core.terms import earlier_posts, terms_known
from cellsecretary.core.vietnamese import fold, tidy_line

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from cellsecretary.core.change import Refusal
    from cellsecretary.core.life_rows import PostSpan
    from cellsecretary.core.register import CellRecord
    from cellsecretary.core.ruleset import RuleSet

_MONTHS_A_YEAR = 12
_POSTPONED = 12
"""So many months a congress may have been put off, so that a term was longer than usual."""


def note_earlier_post(register: CellRecord, ctx: Context, span: PostSpan, rules: RuleSet) -> Answer:
    """Note who held a post in one term before the book; the id is given here."""
    span = replace(span, id=ctx.new_id(), post=tidy_line(span.post))
    words = (("who", register.name_of(span.member)), ("name", span.post))
    return together(_faults(register, span, rules)) or Changes(
        Act.NOTE_EARLIER_POST, (insert(span),), words
    )


def withdraw_earlier_post(register: CellRecord, ctx: Context, span: str) -> Answer:
    """Take a post of an earlier term out; those of the terms of the book are their history."""
    row = next((row for row in earlier_posts(register) if row.id == span), None)
    if row is None:
        return refuse(Why.EARLIER_POST_UNKNOWN, "post_spans", span)
    words = (("who", register.name_of(row.member)), ("name", row.post))
    return Changes(Act.WITHDRAW_EARLIER_POST, (delete(row),), words)


def _faults(register: CellRecord, span: PostSpan, rules: RuleSet) -> Iterator[Refusal]:
    table, first = "post_spans", terms_known(register)[0].since
    if register.member(span.member) is None:
        yield refuse(Why.MEMBER_UNKNOWN, table, "", "member")
    if not span.post:
        yield refuse(Why.NAME_MISSING, table, "", "post")
    if span.until is None or span.until >= first:
        yield refuse(Why.NOT_BEFORE_BOOK, table, "", "until", date=first.isoformat())
        return
    if span.until <= span.since:
        yield refuse(Why.DATES_OUT_OF_ORDER, table, "", "until")
        return
    if months_after(span.since, rules.term.years * _MONTHS_A_YEAR + _POSTPONED) <= span.until:
        yield refuse(Why.LONGER_THAN_TERM, table, "", "until", count=str(rules.term.years))
    only_one = fold(span.post) in map(fold, rules.meeting.committee_posts[:1])
    for other in register.post_spans:
        if not _share_a_day(other, span.since, span.until):
            continue
        if other.member == span.member:
            yield refuse(Why.OTHER_POST_THEN, table, "", "since", name=other.post)
        elif only_one and fold(other.post) == fold(span.post):
            who = register.name_of(other.member)
            yield refuse(Why.POST_HELD_TWICE, table, "", "since", name=span.post, who=who)


def _share_a_day(span: PostSpan, since: dt.date, until: dt.date) -> bool:
    return span.since <= until and (span.until is None or span.until >= since)
