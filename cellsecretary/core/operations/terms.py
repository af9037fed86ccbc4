"""What can be done to terms and posts: begin a term with its committee, hand a post over."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from cellsecretary.core.change import (
    Act,
    Answer,
    Change,
    Changes,
    Context,
    Why,
    delete,
    insert,
    refuse,
    replaced,
    together,
    update,
)
from cellsecretary.core.life_rows import PostSpan, Term
from cellsecretary.core.terms import day_before, earlier_posts, present_term
from cellsecretary.core.vietnamese import fold, tidy_line

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Mapping

    from cellsecretary.core.change import Refusal
    from cellsecretary.core.register import CellRecord
    from cellsecretary.core.rows import Member
    from cellsecretary.core.ruleset import RuleSet


def begin_term(
    register: CellRecord,
    ctx: Context,
    since: dt.date,
    until: dt.date | None,
    name: str,
    posts: Mapping[str, str],
    rules: RuleSet,
) -> Answer:
    """Begin a term with its committee, `posts` by member; numbers and codes begin anew.

    With the first day of the present term this one is corrected. Posts of the committee that
    nobody holds any more end the day before; other posts stay.
    """
    wrong = together(_faults(register, ctx, since, until, posts, rules))
    if wrong:
        return wrong
    changes = _terms(register, ctx, since, until, tidy_line(name))
    changes.append(update(register.cell, term_start=since))
    held = {span.member for span in register.post_spans if span.until is None}
    for member in register.members_on(ctx.now.date()):
        post = posts.get(member.id, "")
        if not post and member.post not in rules.meeting.committee_posts:
            continue
        renewed = since > register.cell.term_start or member.id not in held
        came = max(since, member.entered or since)
        changes += post_changes(register, ctx, member, post, came, renewed=renewed)
        changes.append(update(member, post=post))
    return Changes(Act.BEGIN_TERM, tuple(changes), (("date", since.isoformat()),))


def hand_post_over(register: CellRecord, ctx: Context, post: str, member: str) -> Answer:
    """Let a member hold a post from today on; whoever held it before holds it no longer."""
    new = register.member(member)
    if new is None:
        return refuse(Why.MEMBER_UNKNOWN, "members", member)
    today = ctx.now.date()
    changes: list[Change] = []
    for holder in register.members:
        if holder.post == post and holder.id != member:
            changes += post_changes(register, ctx, holder, "", today)
            changes.append(update(holder, post=""))
    changes += post_changes(register, ctx, new, post, today)
    changes.append(update(new, post=post))
    return Changes(Act.HAND_POST_OVER, tuple(changes), (("who", new.name), ("name", post)))


def post_changes(
    register: CellRecord,
    ctx: Context,
    member: Member,
    post: str,
    since: dt.date,
    *,
    renewed: bool = False,
) -> list[Change]:
    """Give the changes of spans when a member holds another post from a day on, "" for none.

    A post of which no span is known was held since the term began, or since the member came.
    `renewed` begins a span of its own though the post is the same.
    """
    ends = day_before(member.left) if member.left else None
    theirs = [span for span in register.post_spans if span.member == member.id]
    last = next((span for span in theirs if span.until in (None, ends)), None)
    if fold(member.post) == fold(post) and not renewed:
        # Spelled another way it is no other post.
        return [update(last, post=post)] if last else []
    changes: list[Change] = []
    if last is not None:
        began_before = last.since < since
        changes.append(update(last, until=day_before(since)) if began_before else delete(last))
    elif member.post and not any(_reaches(span, register.cell.term_start) for span in theirs):
        began = max(register.cell.term_start, member.entered or register.cell.term_start)
        if began < since:
            before = PostSpan(ctx.new_id(), member.id, member.post, began, day_before(since))
            changes.append(insert(before))
    if post:
        changes.append(insert(PostSpan(ctx.new_id(), member.id, post, since)))
    return changes


def _reaches(span: PostSpan, day: dt.date) -> bool:
    """Tell whether a post was still held on a day or after it."""
    return span.until is None or span.until >= day


def term_moved(register: CellRecord, start: dt.date) -> list[Change]:
    """Give the changes when the present term turns out to have begun on another day."""
    now, before = present_term(register), register.cell.term_start
    ends = day_before(start)
    # Posts of terms before the book end before this one whenever it began.
    earlier = [span for span in earlier_posts(register) if _reaches(span, start)]
    shorter = [update(one, until=ends) if one.since < ends else delete(one) for one in earlier]
    if now is None or start == before:
        return shorter
    spans = (span for span in register.post_spans if span.since == before)
    return [*shorter, update(now, since=start), *(update(span, since=start) for span in spans)]


def _terms(
    register: CellRecord, ctx: Context, since: dt.date, until: dt.date | None, name: str
) -> list[Change]:
    """Give the changes of the terms: the one before ends, the new one is entered or corrected."""
    now, start = present_term(register), register.cell.term_start
    if since == start:
        return [replaced(now, Term(now.id if now else ctx.new_id(), since, until, name))]
    ends = day_before(since)
    if now is None:
        past = [insert(Term(ctx.new_id(), start, ends))]
    elif now.until is None or now.until >= since:
        past = [update(now, until=ends)]
    else:
        past = []
    return [*past, insert(Term(ctx.new_id(), since, until, name))]


def _faults(
    register: CellRecord,
    ctx: Context,
    since: dt.date,
    until: dt.date | None,
    posts: Mapping[str, str],
    rules: RuleSet,
) -> Iterator[Refusal]:
    if since < register.cell.term_start:
        start = register.cell.term_start.isoformat()
        yield refuse(Why.BEFORE_TERM, "terms", "", "since", date=start)
    elif since > ctx.now.date():
        yield refuse(Why.DATE_IN_FUTURE, "terms", "", "since")
    if until is not None and until <= since:
        yield refuse(Why.DATES_OUT_OF_ORDER, "terms", "", "until")
    for member in posts:
        if register.member(member) is None:
            yield refuse(Why.MEMBER_UNKNOWN, "members", member)
    first = rules.meeting.committee_posts[:1]
    for post, count in Counter(posts.values()).items():
        if post in first and count > 1:
            yield refuse(Why.POST_HELD_TWICE, "terms", "", "posts", name=post)
