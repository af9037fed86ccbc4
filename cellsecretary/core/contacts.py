"""Members of other cells who live here (213-QĐ/TW): who keeps contact when, whose remark is due."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cellsecretary.core.vietnamese import name_key

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

    from cellsecretary.core.life_rows import Contact
    from cellsecretary.core.period import Period
    from cellsecretary.core.register import CellRecord
    from cellsecretary.core.ruleset import RegisterRules


def contacts_on(register: CellRecord, day: dt.date) -> tuple[Contact, ...]:
    """Give those who keep contact on a day, in the order of their given names."""
    return _between(register, day, day)


def contacts_of(register: CellRecord, period: Period) -> tuple[Contact, ...]:
    """Give those who kept contact on any day of a period, in the order of their given names."""
    return _between(register, period.first, period.last)


def has_remark(contact: Contact, year: int) -> bool:
    """Tell whether the cell gave its remark for a year; only the newest one is known."""
    return contact.opinion_given is not None and contact.opinion_given.year == year


def remarks_due(register: CellRecord, today: dt.date, rules: RegisterRules) -> tuple[Contact, ...]:
    """Give those whose remark of the year is missing, once the month has come to point it out."""
    if today.month < rules.remark_month:
        return ()
    return tuple(one for one in contacts_on(register, today) if not has_remark(one, today.year))


def keeps_contact(contact: Contact, first: dt.date, last: dt.date) -> bool:
    """Tell whether somebody keeps contact on any day of a span."""
    begun = contact.since is None or contact.since <= last
    return begun and (contact.until is None or first <= contact.until)


def in_order(contacts: Iterable[Contact]) -> tuple[Contact, ...]:
    """Give them in the order of their given names."""
    return tuple(sorted(contacts, key=lambda one: (name_key(one.name), one.id)))


def _between(register: CellRecord, first: dt.date, last: dt.date) -> tuple[Contact, ...]:
    return in_order(one for one in register.contacts if keeps_contact(one, first, last))
