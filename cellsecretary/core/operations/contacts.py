"""What can be done to the list of those who keep contact here: it is no part of the register."""

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
    replaced,
    together,
    update,
)
from cellsecretary.core.vietnamese import tidy_line

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from cellsecretary.core.change import Refusal
    from cellsecretary.core.life_rows import Contact
    from cellsecretary.core.register import CellRecord


def add_contact(register: CellRecord, ctx: Context, contact: Contact) -> Answer:
    """Enter somebody who keeps contact; the id is given here."""
    row = _tidied(replace(contact, id=ctx.new_id()))
    words = (("who", row.name),)
    return together(_faults(ctx, row)) or Changes(Act.ADD_CONTACT, (insert(row),), words)


def change_contact(register: CellRecord, ctx: Context, contact: Contact) -> Answer:
    """Change what is known of somebody who keeps contact, or say when that ended."""
    before = _row(register, contact.id)
    if before is None:
        return refuse(Why.CONTACT_UNKNOWN, "contacts", contact.id)
    row = _tidied(contact)
    changes = (replaced(before, row),)
    words = (("who", row.name),)
    return together(_faults(ctx, row)) or Changes(Act.CHANGE_CONTACT, changes, words)


def note_remark(register: CellRecord, ctx: Context, contact: str, day: dt.date | None) -> Answer:
    """Note when the cell gave its yearly remark on somebody, None to take it back."""
    before = _row(register, contact)
    if before is None:
        return refuse(Why.CONTACT_UNKNOWN, "contacts", contact)
    row = replace(before, opinion_given=day)
    words = (("who", row.name),)
    return together(_faults(ctx, row)) or Changes(
        Act.NOTE_REMARK, (update(before, opinion_given=day),), words
    )


def delete_contact(register: CellRecord, ctx: Context, contact: str) -> Answer:
    """Take out somebody who was entered by mistake."""
    row = _row(register, contact)
    if row is None:
        return refuse(Why.CONTACT_UNKNOWN, "contacts", contact)
    return Changes(Act.DELETE_CONTACT, (delete(row),), (("who", row.name),))


def _row(register: CellRecord, contact: str) -> Contact | None:
    return next((row for row in register.contacts if row.id == contact), None)


def _tidied(contact: Contact) -> Contact:
    return replace(
        contact,
        name=tidy_line(contact.name),
        works_at=tidy_line(contact.works_at),
        cell=tidy_line(contact.cell),
        phone=tidy_line(contact.phone),
        note=tidy_line(contact.note),
    )


def _faults(ctx: Context, contact: Contact) -> Iterator[Refusal]:
    here, who = ("contacts", contact.id), contact.name
    if not contact.name:
        yield refuse(Why.NAME_MISSING, *here, "name")
    for field in ("born", "since", "opinion_given"):
        day: dt.date | None = getattr(contact, field)
        if day is not None and day > ctx.now.date():
            yield refuse(Why.DATE_IN_FUTURE, *here, field, who=who)
    for first, then in (("born", "since"), ("since", "until"), ("since", "opinion_given")):
        began: dt.date | None = getattr(contact, first)
        ended: dt.date | None = getattr(contact, then)
        if began is not None and ended is not None and ended < began:
            yield refuse(Why.DATES_OUT_OF_ORDER, *here, then, who=who)
