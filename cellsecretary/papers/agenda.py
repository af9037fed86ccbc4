"""The agenda of a meeting (chương trình) as a table with clock times; the chair's has notes too."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cellsecretary.core.agenda_times import agenda_times
from cellsecretary.core.kinds import MeetingState, Part
from cellsecretary.core.voices import invitation
from cellsecretary.papers import passages
from cellsecretary.papers.errors import Fault, PaperError
from cellsecretary.papers.issuing import issue
from cellsecretary.papers.tables import Column

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cellsecretary.core.record import MeetingRecord
    from cellsecretary.core.rows import AgendaItem
    from cellsecretary.papers.sheet import Sheet


def agenda(sheet: Sheet, record: MeetingRecord) -> None:
    """Write the agenda that everybody gets."""
    programme(sheet, record)
    issue(sheet, record)


def chair_agenda(sheet: Sheet, record: MeetingRecord) -> None:
    """Write the agenda that the chair leads by: with the planned minutes and the notes."""
    programme(sheet, record, for_chair=True)


def programme(sheet: Sheet, record: MeetingRecord, *, for_chair: bool = False) -> None:
    """Write letterhead, title, and the table of the points."""
    meeting, words, say = record.meeting, sheet.words, sheet.words.say
    if meeting.state is MeetingState.CANCELLED or not record.held_agenda:
        raise PaperError(Fault.NOT_FOR_THIS_MEETING, sheet.form)
    times = agenda_times(record)
    sheet.letterhead(record.cell, meeting.notified)
    note = say("agenda.for_chair") if for_chair else ""
    sheet.title(say("agenda.name"), meeting.title, note=note)
    passages.topic(sheet, record)
    sheet.line(
        "notice.time", time=words.clock(meeting.starts), date=words.day_of_week(meeting.date)
    )
    if meeting.place:
        sheet.line("minutes.place", place=meeting.place)
    sheet.table(
        [
            Column(say("table.number"), 8, centred=True),
            Column(say("agenda.clock"), 11, centred=True),
            Column(say("agenda.content"), 75),
            Column(say("agenda.presenter"), 47),
            Column(say("column.note"), 38 if for_chair else 19),
        ],
        _rows(sheet, record, for_chair=for_chair),
    )
    if times.total:
        sheet.line("agenda.ends", total=times.total, time=words.clock(times.ends))
    if for_chair:
        _invite(sheet, record)


def _invite(sheet: Sheet, record: MeetingRecord) -> None:
    """Name whom the chair might ask to speak, each with how long they were not heard."""
    asked, words = invitation(record), sheet.words
    if asked.named:
        names = words.listing(
            [
                words.say("agenda.invited", name=one.line.name, months=one.months)
                for one in asked.named
            ]
        )
        if asked.more:
            names = words.say("agenda.invited_more", names=names, count=asked.more)
        sheet.line("agenda.invite", names=names)


def _rows(
    sheet: Sheet, record: MeetingRecord, *, for_chair: bool
) -> Iterator[tuple[str, ...] | str]:
    words, begins = sheet.words, agenda_times(record).begins
    for part in Part:
        points = [
            (str(number), item)
            for number, item in enumerate(record.held_agenda, 1)
            if item.part is part
        ]
        if points:
            yield words.say(f"minutes.part.{part}")
        for number, item in points:
            yield (
                number,
                words.short_clock(begins[item.id]),
                item.title,
                _presenter(sheet, record, item),
                _note(sheet, item) if for_chair else "",
            )


def _presenter(sheet: Sheet, record: MeetingRecord, item: AgendaItem) -> str:
    name = record.name_of(item.presenter)
    return sheet.words.say("person.comrade_short", name=name) if name else item.presenter_other


def _note(sheet: Sheet, item: AgendaItem) -> str:
    minutes = sheet.words.say("agenda.minutes", minutes=item.minutes) if item.minutes else ""
    return "\n".join(part for part in (minutes, item.note.strip()) if part)
