"""The invitation to a meeting (giấy mời), for its members and for the superior and the guests."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cellsecretary.core.kinds import GuestRole, MeetingKind, MeetingState
from cellsecretary.papers import passages, phrases
from cellsecretary.papers.errors import Fault, PaperError
from cellsecretary.papers.issuing import issue
from cellsecretary.papers.words import inside

if TYPE_CHECKING:
    from cellsecretary.core.record import MeetingRecord
    from cellsecretary.papers.sheet import Sheet


def notice(sheet: Sheet, record: MeetingRecord) -> None:
    """Write who is invited to what, when and where, and the agenda."""
    meeting, words = record.meeting, sheet.words
    if meeting.state is MeetingState.CANCELLED:
        raise PaperError(Fault.NOT_FOR_THIS_MEETING, sheet.form)
    sheet.letterhead(record.cell, meeting.notified)
    sheet.title(words.say("notice.name"), words.say("notice.to", meeting=inside(meeting.title)))
    _invited(sheet, record)
    passages.topic(sheet, record)
    sheet.line(
        "notice.time", time=words.clock(meeting.starts), date=words.day_of_week(meeting.date)
    )
    if meeting.place:
        sheet.line("minutes.place", place=meeting.place)
    if chair := phrases.person(words, record, meeting.chair):
        sheet.line("minutes.chair", person=chair)
    _programme(sheet, record)
    sheet.closing(words.say("notice.please"))
    issue(sheet, record)


def _invited(sheet: Sheet, record: MeetingRecord) -> None:
    committee = record.meeting.kind is MeetingKind.COMMITTEE
    sheet.line("notice.invites", cell=record.cell.name, leads=True)
    sheet.line("notice.committee" if committee else "notice.members", cell=record.cell.name)
    for key, role in (
        ("notice.superior", GuestRole.ASSIGNED_SUPERIOR),
        ("notice.guest", GuestRole.GUEST),
    ):
        for somebody in record.guests:
            if somebody.role is role:
                sheet.line(key, person=phrases.guest(sheet.words, somebody))


def _programme(sheet: Sheet, record: MeetingRecord) -> None:
    """Write the points in few words: the agenda itself is another paper."""
    if record.held_agenda:
        sheet.line("notice.programme", leads=True)
    for number, item in enumerate(record.held_agenda, 1):
        sheet.line("notice.item", number=number, title=item.title)
