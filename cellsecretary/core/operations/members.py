"""What can be done to the register of members."""

from __future__ import annotations

from dataclasses import replace
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
from cellsecretary.core.kinds import Leaving, StandingKind
from cellsecretary.core.operations.terms import post_changes
from cellsecretary.core.rows import Member, Standing
from cellsecretary.core.transfers import is_open_transfer
from cellsecretary.core.vietnamese import spelling_key, tidy_line

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Sequence

    from cellsecretary.core.change import Refusal
    from cellsecretary.core.register import CellRecord


def add_member(register: CellRecord, ctx: Context, member: Member) -> Answer:
    """Enter a member; the id is given here, number 0 takes the next free number."""
    member = _tidied(
        replace(member, id=ctx.new_id(), number=member.number or register.next_number())
    )
    wrong = together(_faults(register, ctx, member))
    if wrong:
        return wrong
    return Changes(Act.ADD_MEMBER, (insert(member),), (("who", member.name),))


def change_member(register: CellRecord, ctx: Context, member: Member) -> Answer:
    """Replace a member's entry in the register; old minutes keep what they said."""
    before = register.member(member.id)
    if before is None:
        return refuse(Why.MEMBER_UNKNOWN, "members", member.id)
    after = _tidied(member)
    wrong = together(_faults(register, ctx, after))
    if wrong:
        return wrong
    spans = post_changes(register, ctx, before, after.post, ctx.now.date())
    changes = (*spans, replaced(before, after))
    return Changes(Act.CHANGE_MEMBER, changes, (("who", after.name),))


def delete_member(register: CellRecord, ctx: Context, member: str) -> Answer:
    """Take out an entry made by mistake; whoever is named in a meeting stays."""
    row = register.member(member)
    if row is None:
        return refuse(Why.MEMBER_UNKNOWN, "members", member)
    if member in register.named:
        return refuse(Why.MEMBER_NAMED_IN_MEETING, "members", member, who=row.name)
    spans = tuple(delete(span) for span in register.standings if span.member == member)
    return Changes(Act.DELETE_MEMBER, (*spans, delete(row)), (("who", row.name),))


def end_membership(
    register: CellRecord,
    ctx: Context,
    member: str,
    day: dt.date,
    reason: str,
    how: Leaving | None = None,
    *,
    to: str = "",
    confirmed: dt.date | None = None,
) -> Answer:
    """End a membership from a day on: how, and why where that does not say enough.

    Of a transfer `to` is the other cell, and `confirmed` when it took the member in.
    """
    row = register.member(member)
    if row is None:
        return refuse(Why.MEMBER_UNKNOWN, "members", member)
    if how is None and not reason.strip():
        return refuse(Why.REASON_MISSING, "members", member, "leaving")
    if row.entered is not None and day < row.entered:
        return refuse(Why.DATES_OUT_OF_ORDER, "members", member, "left")
    moved = how is Leaving.TRANSFERRED
    if moved and confirmed is not None and (wrong := _not_confirmed_then(row, day, confirmed, ctx)):
        return wrong
    spans = post_changes(register, ctx, row, "", day)
    change = update(
        row,
        left=day,
        left_reason=tidy_line(reason),
        leaving=how,
        left_to=tidy_line(to) if moved else "",
        left_confirmed=confirmed if moved else None,
    )
    return Changes(Act.END_MEMBERSHIP, (*spans, change), (("who", row.name),))


def confirm_transfer(register: CellRecord, ctx: Context, member: str, day: dt.date) -> Answer:
    """Note the day on which the other cell took a member in who left for it."""
    row = register.member(member)
    if row is None:
        return refuse(Why.MEMBER_UNKNOWN, "members", member)
    if not is_open_transfer(row):
        return refuse(Why.TRANSFER_NOT_OPEN, "members", member)
    wrong = _not_confirmed_then(row, row.left, day, ctx)
    return wrong or Changes(
        Act.CONFIRM_TRANSFER, (update(row, left_confirmed=day),), (("who", row.name),)
    )


def change_standing(
    register: CellRecord,
    ctx: Context,
    member: str,
    kind: StandingKind,
    since: dt.date | None,
    until: dt.date | None = None,
    reason: str = "",
    *,
    applied: dt.date | None = None,
    decided: dt.date | None = None,
) -> Answer:
    """Set a member's standing from a day on; the span before it ends the day before.

    Active again needs no span of its own: the one before it simply ends. An exemption is applied
    for by the member and then decided by the cell.
    """
    row = register.member(member)
    if row is None:
        return refuse(Why.MEMBER_UNKNOWN, "members", member)
    if since is not None and until is not None and until < since:
        return refuse(Why.DATES_OUT_OF_ORDER, "standings", member, "until")
    exempt = kind is StandingKind.EXEMPT
    for field, day in (("applied", applied), ("decided", decided)):
        if exempt and day is not None and day > ctx.now.date():
            return refuse(Why.DATE_IN_FUTURE, "standings", member, field, who=row.name)
    if exempt and applied and decided and decided < applied:
        return refuse(Why.DATES_OUT_OF_ORDER, "standings", member, "decided")
    changes = _ended_spans(register, member, since)
    if kind is not StandingKind.ACTIVE:
        way = (applied, decided) if exempt else (None, None)
        span = Standing(ctx.new_id(), member, kind, since, until, tidy_line(reason), *way)
        changes.append(insert(span))
    return Changes(Act.CHANGE_STANDING, tuple(changes), (("who", row.name),))


def import_members(
    register: CellRecord,
    ctx: Context,
    members: Sequence[tuple[Member, StandingKind]],
) -> Answer:
    """Enter a checked list in one act; whoever `known_member` finds is left alone.

    Number 0 takes the next number that neither the register nor the list has.
    """
    before = register
    free = max([register.next_number() - 1, *(given.number for given, _ in members)]) + 1
    changes: list[Change] = []
    for given, standing in members:
        member = _tidied(given)
        if known_member(before, member) is not None:
            continue
        member = replace(member, id=ctx.new_id(), number=member.number or free)
        if not given.number:
            free += 1
        wrong = together(_faults(register, ctx, member))
        if wrong:
            return wrong
        register = replace(register, members=(*register.members, member))
        changes.append(insert(member))
        if standing is not StandingKind.ACTIVE:
            changes.append(insert(Standing(ctx.new_id(), member.id, standing)))
    count = sum(isinstance(change.after, Member) for change in changes)
    return Changes(Act.IMPORT_MEMBERS, tuple(changes), (("count", str(count)),))


def known_member(register: CellRecord, given: Member) -> Member | None:
    """Find who of the register a line of a list is: one name, and one number or birth date.

    A line without a number is also whoever has its name, unless their birth dates differ.
    """
    name = spelling_key(given.name)
    for member in register.members:
        if spelling_key(member.name) != name:
            continue
        if given.number and member.number == given.number:
            return member
        if given.born is not None and member.born is not None:
            if given.born == member.born:
                return member
        elif not given.number:
            return member
    return None


def _not_confirmed_then(
    member: Member, left: dt.date | None, confirmed: dt.date, ctx: Context
) -> Refusal | None:
    here = ("members", member.id, "left_confirmed")
    if left is not None and confirmed < left:
        return refuse(Why.DATES_OUT_OF_ORDER, *here)
    if confirmed > ctx.now.date():
        return refuse(Why.DATE_IN_FUTURE, *here, who=member.name)
    return None


def _ended_spans(register: CellRecord, member: str, since: dt.date | None) -> list[Change]:
    changes: list[Change] = []
    for span in register.standings:
        if span.member != member:
            continue
        if since is None or (span.since is not None and span.since >= since):
            changes.append(delete(span))
        elif span.until is None or span.until >= since:
            changes.append(update(span, until=_day_before(since)))
    return changes


def _day_before(day: dt.date) -> dt.date:
    return day.fromordinal(day.toordinal() - 1)


def _tidied(member: Member) -> Member:
    return replace(
        member,
        name=tidy_line(member.name),
        card=tidy_line(member.card),
        post=tidy_line(member.post),
        phone=tidy_line(member.phone),
        entered_from=tidy_line(member.entered_from),
    )


def _faults(register: CellRecord, ctx: Context, member: Member) -> Iterator[Refusal]:
    here, who = ("members", member.id), member.name
    if not member.name:
        yield refuse(Why.NAME_MISSING, *here, "name")
    taken = any(
        other.number == member.number and other.id != member.id for other in register.members
    )
    if taken or member.number < 1:
        yield refuse(Why.NUMBER_TAKEN, *here, "number", number=str(member.number))
    before: dt.date | None = None
    for field in ("born", "joined", "official"):
        day: dt.date | None = getattr(member, field)
        if day is None:
            continue
        if day > ctx.now.date():
            # The days after it are not blamed for this one.
            yield refuse(Why.DATE_IN_FUTURE, *here, field, who=who)
            continue
        if before is not None and day < before:
            yield refuse(Why.DATES_OUT_OF_ORDER, *here, field, who=who)
        before = day
