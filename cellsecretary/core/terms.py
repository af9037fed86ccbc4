"""Terms of the cell and who held which post in them: how long a term is, who held a post before."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cellsecretary.core.life_rows import Term
from cellsecretary.core.milestones import months_after
from cellsecretary.core.vietnamese import fold

if TYPE_CHECKING:
    from cellsecretary.core.life_rows import PostSpan
    from cellsecretary.core.register import CellRecord
    from cellsecretary.core.rows import Member
    from cellsecretary.core.ruleset import RuleSet, TermRules

_MONTHS_A_YEAR = 12


@dataclass(frozen=True, slots=True)
class PostHeld:
    """A member who holds a post, and in how many terms in a row up to this one."""

    member: Member
    post: str
    terms: int


def day_before(day: dt.date) -> dt.date:
    """Give the day before a day."""
    return day - dt.timedelta(days=1)


def usual_end(since: dt.date, rules: TermRules) -> dt.date:
    """Give the last day of a term of the usual length."""
    return day_before(months_after(since, rules.years * _MONTHS_A_YEAR))


def present_term(register: CellRecord) -> Term | None:
    """Give the row of the present term; None while only its first day is known."""
    start = register.cell.term_start
    return next((term for term in register.terms if term.since == start), None)


def terms_known(register: CellRecord) -> tuple[Term, ...]:
    """Give all terms, oldest first; of the present one at least its first day is known."""
    known = {term.since: term for term in register.terms}
    start = register.cell.term_start
    known.setdefault(start, Term("", start))
    return tuple(known[since] for since in sorted(known))


def posts_in(register: CellRecord, term: Term, rules: RuleSet) -> tuple[PostSpan, ...]:
    """Give who held which post within a term, in the order of the posts, then of the days."""
    order = [*rules.meeting.committee_posts]
    spans = (span for span in register.post_spans if _overlaps(span, term))

    def place(span: PostSpan) -> tuple[int, dt.date, str]:
        at = order.index(span.post) if span.post in order else len(order)
        return at, span.since, register.name_of(span.member)

    return tuple(sorted(spans, key=place))


def _overlaps(span: PostSpan, term: Term) -> bool:
    begun = term.until is None or span.since <= term.until
    return begun and (span.until is None or span.until >= term.since)


def earlier_posts(register: CellRecord) -> tuple[PostSpan, ...]:
    """Give the posts held before the first term that is known, each line one term, oldest first."""
    first = terms_known(register)[0].since
    found = (span for span in register.post_spans if span.until and span.until < first)
    return tuple(sorted(found, key=lambda span: (span.since, span.id)))


def committee(register: CellRecord, day: dt.date, rules: RuleSet) -> tuple[Member, ...]:
    """Give who is on the committee on a day, in the order of the posts."""
    order = rules.meeting.committee_posts
    members = (member for member in register.members_on(day) if member.post in order)
    return tuple(sorted(members, key=lambda member: (order.index(member.post), member.number)))


def terms_in_a_row(register: CellRecord, member: str, post: str, rules: TermRules) -> int:
    """Count the terms in a row, the present one last, in which a member held a post.

    Terms before the book are known by the posts held in them alone.
    """
    spans = [span for span in register.post_spans if (span.member, span.post) == (member, post)]
    count, known = 0, terms_known(register)
    for term in reversed(known):
        is_present = term.since == register.cell.term_start
        holder = register.member(member)
        holds = is_present and holder is not None and holder.post == post
        if not holds and not any(_overlaps(span, term) for span in spans):
            return count
        count += 1
    begun = known[0].since
    for span in reversed(earlier_posts(register)):
        if span.member != member or fold(span.post) != fold(post):
            continue
        # Days are remembered inexactly; half a term and more between is a term that was missed.
        assert span.until is not None
        if months_after(span.until, rules.years * _MONTHS_A_YEAR // 2) < begun:
            break
        count, begun = count + 1, span.since
    return count


def long_held(register: CellRecord, day: dt.date, rules: RuleSet) -> tuple[PostHeld, ...]:
    """Give who may not hold the same post in the next term: they did in so many terms in a row."""
    held = (
        PostHeld(member, member.post, terms_in_a_row(register, member.id, member.post, rules.term))
        for member in committee(register, day, rules)
    )
    return tuple(one for one in held if one.terms >= rules.term.same_post)
