"""The wishes of the people in a period and what became of each (tổng hợp kiến nghị)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cellsecretary.core.petition_lines import count_states, petitions_of
from cellsecretary.papers.issuing import issue_of_period
from cellsecretary.papers.tables import Column
from cellsecretary.papers.words import inside

if TYPE_CHECKING:
    from cellsecretary.core.period import PeriodRecord
    from cellsecretary.core.petition_lines import PetitionLine
    from cellsecretary.papers.sheet import Sheet
    from cellsecretary.papers.words import Words

_SIZE = 12.0


def petitions(sheet: Sheet, period: PeriodRecord) -> None:
    """Write the petitions that a period had to do with, open ones first, and count them."""
    say, words = sheet.words.say, sheet.words
    sheet.begin(sheet.form, size=_SIZE, landscape=True)
    sheet.letterhead(period.cell, None)
    named = inside(words.period(period.period))
    sheet.title(say("petitions.name"), say("petitions.subject", period=named))
    lines = petitions_of(period)
    if lines:
        sheet.table(_columns(words), [_row(words, at, line) for at, line in enumerate(lines, 1)])
        states = [
            say(f"petitions.found_as.{state}", count=count)
            for state, count in count_states(lines).items()
        ]
        sheet.line("petitions.sum", count=len(lines), states=words.listing(states))
    else:
        sheet.line("petitions.none")
    issue_of_period(sheet, period)


def _columns(words: Words) -> list[Column]:
    say = words.say
    return [
        Column(say("table.number"), 10, centred=True),
        Column(say("petitions.raised"), 24, centred=True),
        Column(say("petitions.source"), 32),
        Column(say("petitions.text"), 66),
        Column(say("petitions.concerns"), 30),
        Column(say("petitions.addressee"), 34),
        Column(say("petitions.answer"), 48),
        Column(say("petitions.told"), 24, centred=True),
    ]


def _row(words: Words, at: int, line: PetitionLine) -> list[str]:
    petition = line.petition
    sent = words.short_date(petition.sent) if petition.sent else ""
    answered = words.short_date(petition.answered) if petition.answered else ""
    if petition.answer:
        answered = words.say("petitions.answered", date=answered, answer=petition.answer)
    return [
        str(at),
        words.short_date(line.meeting.date),
        petition.source,
        petition.text,
        petition.concerns,
        "\n".join(part for part in (petition.addressee, sent) if part),
        answered,
        words.short_date(petition.told) if petition.told else "",
    ]
