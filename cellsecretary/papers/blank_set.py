"""The bridge of paper for a day without current: list, agenda and empty minutes in large type."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cellsecretary.core.facts import reviewed_here
from cellsecretary.core.kinds import MeetingState, Part
from cellsecretary.papers import passages, phrases, task_tables
from cellsecretary.papers.agenda import programme
from cellsecretary.papers.errors import Fault, PaperError
from cellsecretary.papers.sign_in import roster
from cellsecretary.papers.tables import Column

if TYPE_CHECKING:
    from cellsecretary.core.record import MeetingRecord
    from cellsecretary.core.rows import AgendaItem
    from cellsecretary.papers.sheet import Sheet

_LINES = {Part.OPENING: 2, Part.CONTENT: 7, Part.CLOSING: 3}
"""How many lines a point of each part has to be written on."""
_VOTES, _NEW_TASKS = 2, 6
_ROOM = 2.0
"""Least height of a row that is filled in, in lines."""


def blank_set(sheet: Sheet, record: MeetingRecord) -> None:
    """Write what is needed to hold a meeting by hand, with the numbers of the screen."""
    if record.meeting.state is MeetingState.CANCELLED:
        raise PaperError(Fault.NOT_FOR_THIS_MEETING, sheet.form)
    size = sheet.rules.layout.large_size
    sheet.begin("sign-in", size=size)
    roster(sheet, record, marked=False)
    if record.held_agenda:
        sheet.begin("agenda", size=size)
        programme(sheet, record)
    sheet.begin("minutes", size=size)
    _minutes(sheet, record)


def _minutes(sheet: Sheet, record: MeetingRecord) -> None:
    meeting, say = record.meeting, sheet.words.say
    sheet.letterhead(record.cell, meeting.date)
    sheet.title(say("minutes.name"), meeting.title)
    for key, count in (
        ("began", 1),
        ("present", 1),
        ("excused", 3),
        ("unexcused", 1),
        ("moved", 2),
    ):
        sheet.dotted(say(f"blank.{key}"), count)
    _leaders(sheet, record)
    sheet.dotted(say("blank.fees"), 2)
    for part in Part:
        sheet.section(say(f"minutes.part.{part}"))
        if part is Part.CONTENT:
            _reviews(sheet, record)
        for number, item in enumerate(record.held_agenda, 1):
            if item.part is part:
                _point(sheet, record, item, number)
    _decisions(sheet)
    sheet.dotted(say("blank.ended"))
    passages.signatures(sheet, record)


def _leaders(sheet: Sheet, record: MeetingRecord) -> None:
    for key, member in (
        ("chair", record.meeting.chair),
        ("minute_taker", record.meeting.minute_taker),
    ):
        if person := phrases.person(sheet.words, record, member):
            sheet.line(f"minutes.{key}", person=person)
        else:
            sheet.dotted(sheet.words.say(f"blank.{key}"))


def _reviews(sheet: Sheet, record: MeetingRecord) -> None:
    """Write the tasks that wait for a result, with room for it."""
    if not reviewed_here(record):
        return
    say = sheet.words.say
    sheet.section(say("minutes.reviews"), level=1)
    sheet.table(
        [
            Column(say("table.task"), 5),
            Column(say("table.lead"), 3),
            Column(say("table.result"), 4),
        ],
        [
            (
                say("table.task_text", code=carried.task.code, what=carried.task.what),
                record.name_of(carried.task.lead),
                "",
            )
            for carried in record.carried
        ],
        room=_ROOM,
    )


def _point(sheet: Sheet, record: MeetingRecord, item: AgendaItem, number: int) -> None:
    say, presenter = sheet.words.say, phrases.presenter(sheet.words, record, item)
    sheet.item(
        say("minutes.item", number=number, title=item.title),
        say("minutes.presenter", person=presenter) if presenter else "",
        leads=True,
    )
    sheet.dotted(count=_LINES[item.part])
    if item.part is Part.CONTENT:
        sheet.dotted(say("minutes.conclusion"), 2)


def _decisions(sheet: Sheet) -> None:
    say = sheet.words.say
    sheet.section(say("blank.votes"), level=1)
    for number in range(1, _VOTES + 1):
        sheet.dotted(say("blank.question", number=number), 2, leads=True)
        sheet.text(say("blank.counts"))
    sheet.section(say("minutes.tasks"), level=1)
    columns, _ = task_tables.given(sheet.words, lambda _: "", ())
    rows = [(str(number), *[""] * (len(columns) - 1)) for number in range(1, _NEW_TASKS + 1)]
    sheet.table(columns, rows, room=_ROOM)
    sheet.section(say("minutes.petitions"), level=1)
    sheet.dotted(count=4)
