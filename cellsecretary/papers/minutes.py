"""The minutes of a meeting (biên bản), from the letterhead to the signatures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cellsecretary.core.kinds import MeetingState, Part
from cellsecretary.core.score import own_score
from cellsecretary.papers import passages, phrases
from cellsecretary.papers.errors import Fault, PaperError
from cellsecretary.papers.score import own_result

if TYPE_CHECKING:
    from cellsecretary.core.record import MeetingRecord
    from cellsecretary.papers.sheet import Sheet


def minutes(sheet: Sheet, record: MeetingRecord) -> None:
    """Write the minutes of a meeting that has begun."""
    if record.meeting.state in (MeetingState.PLANNED, MeetingState.CANCELLED):
        raise PaperError(Fault.NOT_FOR_THIS_MEETING, sheet.form)
    say, meeting = sheet.words.say, record.meeting
    sheet.letterhead(record.cell, meeting.date)
    topic = say("minutes.topic", topic=meeting.topic) if meeting.topic else ""
    sheet.title(say("minutes.name"), meeting.title, topic)
    passages.when_and_where(sheet, record)
    passages.members(sheet, record)
    passages.leaders_and_guests(sheet, record)
    sheet.section(say("minutes.part.opening"))
    _fees(sheet, record)
    _items(sheet, record, Part.OPENING)
    sheet.section(say("minutes.part.content"))
    _reviews(sheet, record)
    _items(sheet, record, Part.CONTENT)
    sheet.section(say("minutes.part.closing"))
    _items(sheet, record, Part.CLOSING)
    _tasks(sheet, record)
    _score(sheet, record)
    sheet.section(say("minutes.petitions"), level=1)
    passages.petitions(sheet, record)
    passages.waiting(sheet, record)
    _documents(sheet, record)
    _ending(sheet, record)
    passages.signatures(sheet, record)
    _corrections(sheet, record)


def _fees(sheet: Sheet, record: MeetingRecord) -> None:
    if record.meeting.fees_paid is not None:
        sheet.line("minutes.fees_paid", count=record.meeting.fees_paid)
    passages.named(sheet, "minutes.fees_owing", (line for line in record.roster if line.fee_owing))


def _items(sheet: Sheet, record: MeetingRecord, part: Part) -> None:
    for number, item in enumerate(record.held_agenda, 1):
        if item.part is part:
            passages.item(sheet, record, item, number)


def _reviews(sheet: Sheet, record: MeetingRecord) -> None:
    words = sheet.words
    sheet.section(words.say("minutes.reviews"), level=1)
    for carried in record.carried:
        task, review = carried.task, record.review_of(carried.task.id)
        if review is None:
            continue
        head = phrases.task_head(words, record, task)
        reader = record.name_of(review.second_reader)
        found = phrases.result(words, task, review, reader)
        sheet.line("minutes.review", task=head, result=found)


def _tasks(sheet: Sheet, record: MeetingRecord) -> None:
    sheet.section(sheet.words.say("minutes.tasks"), level=1)
    for task in record.tasks:
        sheet.line("minutes.task", task=phrases.task(sheet.words, record, task))


def _score(sheet: Sheet, record: MeetingRecord) -> None:
    scored = own_score(record)
    sheet.section(sheet.words.say("minutes.score"), level=1)
    if scored is not None:
        sheet.text(own_result(sheet.words, scored))


def _documents(sheet: Sheet, record: MeetingRecord) -> None:
    say = sheet.words.say
    sheet.section(say("minutes.documents"), level=1)
    for document in record.documents:
        named = phrases.document(sheet.words, record.rules.paper, document)
        sheet.line("minutes.document", document=named)


def _ending(sheet: Sheet, record: MeetingRecord) -> None:
    sheet.end_sections()
    for reopening in record.reopenings:
        sheet.line(
            "minutes.reopened",
            revision=reopening.revision,
            date=sheet.words.short_date(reopening.at.date()),
            reason=reopening.reason,
        )
    if record.meeting.end:
        closing = sheet.words.say("minutes.closing", time=sheet.words.clock(record.meeting.end))
        sheet.closing(closing)


def _corrections(sheet: Sheet, record: MeetingRecord) -> None:
    """Append the corrections of closed minutes, which are signed by themselves."""
    if not record.corrections:
        return
    sheet.section(sheet.words.say("minutes.corrections"))
    for correction in record.corrections:
        date = sheet.words.long_date(correction.at.date())
        sheet.text(correction.text, label=sheet.words.say("minutes.correction", date=date))
    passages.signatures(sheet, record)
