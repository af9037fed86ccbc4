"""An extract of the minutes (trích biên bản): chosen points, who led and who was there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cellsecretary.core.kinds import MeetingState
from cellsecretary.papers import passages
from cellsecretary.papers.errors import Fault, PaperError
from cellsecretary.papers.issuing import issue

if TYPE_CHECKING:
    from cellsecretary.core.record import MeetingRecord
    from cellsecretary.papers.catalogue import Wish
    from cellsecretary.papers.sheet import Sheet


def extract(sheet: Sheet, record: MeetingRecord, wish: Wish) -> None:
    """Write the wanted points of a meeting that has begun, all of them without a choice.

    They keep the numbers that they have in the minutes.
    """
    if record.meeting.state in (MeetingState.PLANNED, MeetingState.CANCELLED):
        raise PaperError(Fault.NOT_FOR_THIS_MEETING, sheet.form)
    say, meeting = sheet.words.say, record.meeting
    sheet.letterhead(record.cell, meeting.date)
    sheet.title(say("extract.name"), meeting.title)
    passages.when_and_where(sheet, record)
    passages.attended(sheet, record)
    passages.leaders_and_guests(sheet, record)
    sheet.section(say("extract.points"))
    for number, item in enumerate(record.held_agenda, 1):
        if not wish or item.id in wish:
            passages.item(sheet, record, item, number)
    sheet.closing(say("extract.closing"))
    issue(sheet, record)
