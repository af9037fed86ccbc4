"""Members of other cells who keep contact with the cell of the place they live in (213-QĐ/TW)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cellsecretary.core.contacts import contacts_of, has_remark
from cellsecretary.papers.issuing import issue_of_period
from cellsecretary.papers.tables import Column
from cellsecretary.papers.words import inside

if TYPE_CHECKING:
    from cellsecretary.core.life_rows import Contact
    from cellsecretary.core.period import PeriodRecord
    from cellsecretary.papers.sheet import Sheet
    from cellsecretary.papers.words import Words

_SIZE = 12.0


def contacts(sheet: Sheet, year: PeriodRecord) -> None:
    """Write who kept contact in a year, and of whom the cell gave its remark in it."""
    say, words = sheet.words.say, sheet.words
    sheet.begin(sheet.form, size=_SIZE, landscape=True)
    sheet.letterhead(year.cell, None)
    named = inside(words.period(year.period))
    sheet.title(say("contacts.name"), say("contacts.subject", period=named), say("contacts.rule"))
    lines = contacts_of(year.register, year.period)
    if lines:
        rows = [_row(words, at, one, year.period.year) for at, one in enumerate(lines, 1)]
        sheet.table(_columns(words), rows)
        remarks = sum(has_remark(one, year.period.year) for one in lines)
        sheet.line("contacts.total", count=len(lines), remarks=remarks)
    else:
        sheet.line("contacts.none")
    issue_of_period(sheet, year, receivers=False)


def _columns(words: Words) -> list[Column]:
    say = words.say
    return [
        Column(say("table.number"), 10, centred=True),
        Column(say("contacts.person"), 48),
        Column(say("contacts.born"), 25, centred=True),
        Column(say("contacts.works_at"), 52),
        Column(say("contacts.cell"), 48),
        Column(say("contacts.kept"), 30, centred=True),
        Column(say("contacts.remark"), 26, centred=True),
        Column(say("table.note"), 28),
    ]


def _row(words: Words, at: int, contact: Contact, year: int) -> list[str]:
    kept = (("since", contact.since), ("until", contact.until))
    given = contact.opinion_given
    return [
        str(at),
        contact.name,
        words.short_date(contact.born) if contact.born else "",
        contact.works_at,
        contact.cell,
        "\n".join(
            words.say(f"contacts.{end}", date=words.short_date(day)) for end, day in kept if day
        ),
        words.short_date(given) if given and has_remark(contact, year) else "",
        contact.note,
    ]
