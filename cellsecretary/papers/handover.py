"""The record of a handover (biên bản bàn giao): what the successor takes over, signed by both."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cellsecretary.core.handover import handover, readable
from cellsecretary.core.kinds import StandingKind
from cellsecretary.papers import phrases, task_tables
from cellsecretary.papers.signing import Signer
from cellsecretary.papers.tables import Column
from cellsecretary.papers.words import inside, opening

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cellsecretary.core.handover import Handover, SpecialMember
    from cellsecretary.core.period import PeriodRecord
    from cellsecretary.core.rows import Meeting
    from cellsecretary.papers.sheet import Sheet

_SIGNERS = ("giver", "witness", "receiver")


def handover_record(sheet: Sheet, year: PeriodRecord) -> None:
    """Write what is handed over at the end of a year, or in it; names and day are by hand."""
    say = sheet.words.say
    given = handover(year.register, year.period.last)
    sheet.letterhead(year.cell, None)
    sheet.title(say("handover.name"), say("handover.subject"))
    sheet.line("handover.today", leads=True)
    for signer in ("giver", "receiver", "witness"):
        sheet.dotted(say(f"handover.{signer}_is"), leads=True)
    sheet.line("handover.begin")
    for name, write in (
        ("members", _members),
        ("tasks", _tasks),
        ("documents", _documents),
        ("petitions", _petitions),
        ("unfinished", _unfinished),
        ("book", _book),
    ):
        sheet.part(say(f"handover.part.{name}"))
        write(sheet, year, given)
    sheet.closing(say("handover.closing"))
    sheet.signatures(*(Signer(say(f"handover.{signer}"), "") for signer in _SIGNERS))


def _members(sheet: Sheet, year: PeriodRecord, given: Handover) -> None:
    say, count = sheet.words.say, given.count
    sheet.line(
        "handover.count",
        total=count.register,
        official=count.official,
        probationary=count.probationary,
    )
    for member in given.posts:
        named = say("person.comrade_with_post", name=member.name, post=member.post)
        sheet.line("list.line", text=opening(named))
    if given.special:
        sheet.line("handover.special", leads=True)
    for one in given.special:
        sheet.line("list.line", text=_special(sheet, one))
    if given.contacts:
        names = phrases.comrades(sheet.words, [contact.name for contact in given.contacts])
        sheet.line("handover.contacts", count=len(given.contacts), names=names)


def _special(sheet: Sheet, one: SpecialMember) -> str:
    """Say who has a standing since when until when, or is probationary since joining."""
    words = sheet.words
    said = []
    if not one.official:
        joined = one.member.joined
        key = "handover.probationary_since" if joined else "handover.probationary"
        said.append(words.say(key, date=words.short_date(joined) if joined else ""))
    if one.standing is not StandingKind.ACTIVE:
        said.append(inside(words.say(f"standing.{one.standing}")))
    span = one.span
    for key, day in (("since", span and span.since), ("until", span and span.until)):
        if day:
            said.append(words.say(f"handover.{key}", date=words.short_date(day)))
    return words.say("handover.member", name=one.member.name, what=words.listing(said))


def _tasks(sheet: Sheet, year: PeriodRecord, given: Handover) -> None:
    if not given.tasks:
        sheet.line("handover.no_tasks")
    sheet.table(*task_tables.given(sheet.words, year.register.name_of, given.tasks))


def _documents(sheet: Sheet, year: PeriodRecord, given: Handover) -> None:
    say = sheet.words.say
    if not given.documents:
        sheet.line("handover.no_documents")
    columns = [
        Column(say("table.number"), 10, centred=True),
        Column(say("handover.document"), 125),
        Column(say("table.date"), 30, centred=True),
    ]
    rows = [
        [
            str(number),
            phrases.document(sheet.words, year.rules.paper, document),
            sheet.words.short_date(document.date),
        ]
        for number, document in enumerate(given.documents, 1)
    ]
    sheet.table(columns, rows)


def _petitions(sheet: Sheet, _year: PeriodRecord, given: Handover) -> None:
    if not given.petitions:
        sheet.line("handover.no_petitions")
    for petition in given.petitions:
        said = phrases.petition(sheet.words, petition)
        sheet.line("list.line", text=said)


def _unfinished(sheet: Sheet, _year: PeriodRecord, given: Handover) -> None:
    for key, meetings in (("unclosed", given.unclosed), ("unsigned", given.unsigned)):
        if meetings:
            sheet.line(f"handover.{key}", dates=_dates(sheet, meetings))
    if not given.unclosed and not given.unsigned:
        sheet.line("handover.nothing_unfinished")


def _book(sheet: Sheet, _year: PeriodRecord, given: Handover) -> None:
    sheet.line("handover.book", count=given.held)
    if given.chain:
        sheet.line("handover.chain", code=readable(given.chain))
    sheet.line("handover.files")


def _dates(sheet: Sheet, meetings: Iterable[Meeting]) -> str:
    return sheet.words.listing([sheet.words.short_date(meeting.date) for meeting in meetings])
