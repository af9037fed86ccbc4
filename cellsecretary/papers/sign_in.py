"""The list of those summoned: empty to be signed before a meeting, with marks and totals after."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cellsecretary.core.facts import facts
from cellsecretary.core.kinds import Mark, MeetingState, StandingKind
from cellsecretary.papers import passages, phrases
from cellsecretary.papers.errors import Fault, PaperError
from cellsecretary.papers.tables import Column
from cellsecretary.papers.words import inside

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cellsecretary.core.record import MeetingRecord
    from cellsecretary.core.rows import Attendance
    from cellsecretary.papers.sheet import Sheet
    from cellsecretary.papers.words import Words

_ROOM = 1.2
"""Least height of a row that is signed, in lines."""


def sign_in(sheet: Sheet, record: MeetingRecord) -> None:
    """Write the list as far as the meeting has come."""
    if record.meeting.state is MeetingState.CANCELLED:
        raise PaperError(Fault.NOT_FOR_THIS_MEETING, sheet.form)
    roster(sheet, record, marked=record.meeting.state is not MeetingState.PLANNED)


def roster(sheet: Sheet, record: MeetingRecord, *, marked: bool) -> None:
    """Write everybody in the order and with the numbers of the screen."""
    meeting, words, say = record.meeting, sheet.words, sheet.words.say
    sheet.letterhead(record.cell, meeting.date)
    sheet.title(say("sign_in.name"), say("sign_in.of", meeting=inside(meeting.title)))
    time = words.clock(meeting.start or meeting.starts)
    sheet.line("notice.time", time=time, date=words.day_of_week(meeting.date))
    if meeting.place:
        sheet.line("minutes.place", place=meeting.place)
    columns = [
        Column(say("table.number"), 9, centred=True),
        Column(say("column.member"), 46),
        Column(say("column.post"), 25),
        *([Column(say("sign_in.mark"), 38)] if marked else []),
        Column(say("sign_in.signature"), 22 if marked else 28),
        Column(say("column.note"), 25 if marked else 27),
    ]
    sheet.table(columns, _rows(words, record, marked=marked), room=_ROOM)
    if marked:
        _totals(sheet, record)
    passages.signatures(sheet, record)


def _rows(words: Words, record: MeetingRecord, *, marked: bool) -> Iterator[tuple[str, ...] | str]:
    for line in record.roster:
        mark = (_mark(words, line),) if marked else ()
        note = _note(words, line) if marked else _standing(words, line)
        yield (str(line.number), line.name, line.post, *mark, "", note)
    if record.guests:
        yield words.say("sign_in.guests")
    for number, guest in enumerate(record.guests, 1):
        mark = (words.say("sign_in.came" if guest.came else "sign_in.absent"),) if marked else ()
        yield (str(number), guest.name, guest.title, *mark, "", "")


def _mark(words: Words, line: Attendance) -> str:
    if line.mark is not Mark.NONE:
        return words.say(f"mark.{line.mark}")
    return _standing(words, line)


def _standing(words: Words, line: Attendance) -> str:
    return "" if line.standing is StandingKind.ACTIVE else words.say(f"standing.{line.standing}")


def _note(words: Words, line: Attendance) -> str:
    """Say why somebody was absent, came late or left early, and what else a mark leaves open."""
    notes = [
        _standing(words, line) if line.mark is not Mark.NONE else "",
        line.reason,
        words.say("sign_in.late", time=words.short_clock(line.late)) if line.late else "",
        words.say("sign_in.left", time=words.short_clock(line.left_early))
        if line.left_early
        else "",
    ]
    return words.say("figure.semicolon").join(note for note in notes if note)


def _totals(sheet: Sheet, record: MeetingRecord) -> None:
    figures = facts(record)
    sheet.line(
        "sign_in.totals",
        register=phrases.register(sheet.words, record),
        required=figures.required,
        present=figures.present,
        excused=figures.excused,
        unexcused=figures.unexcused,
    )
    passages.attended(sheet, record)
