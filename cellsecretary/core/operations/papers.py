"""What is noted of papers once they leave the program."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cellsecretary.core.change import Act, Answer, Changes, Context, Refusal, insert, update
from cellsecretary.core.kinds import DocumentType, Trace
from cellsecretary.core.office_rows import PaperTrace
from cellsecretary.core.operations.meetings import follow_up_meeting, prepare_meeting
from cellsecretary.core.sending import PACKET, period_version, version
from cellsecretary.core.track import TrackStep

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cellsecretary.core.period import PeriodRecord
    from cellsecretary.core.record import MeetingRecord
    from cellsecretary.core.register import CellRecord


def note_paper(
    record: MeetingRecord, ctx: Context, form: str, trace: Trace, place: str = ""
) -> Answer:
    """Note that a paper was printed, saved, signed, or sent; a draft has revision 0."""
    act = Act.NOTE_SIGNED if trace is Trace.SIGNED else Act.NOTE_PAPER
    return Changes(
        act, (insert(_trace(ctx, record.meeting.id, form, version(record), trace, place)),)
    )


def note_sent(records: Sequence[MeetingRecord], ctx: Context, place: str) -> Answer:
    """Note that the packets of some meetings were copied to a place."""
    rows = (
        _trace(ctx, record.meeting.id, PACKET, version(record), Trace.SENT, place)
        for record in records
    )
    return Changes(Act.NOTE_PAPER, tuple(map(insert, rows)))


def note_period_sent(period: PeriodRecord, ctx: Context, place: str) -> Answer:
    """Note that the packet of a time was copied to a place; each meeting in it went with it."""
    whole = _trace(ctx, period.period.code, PACKET, period_version(period), Trace.SENT, place)
    each = note_sent(period.records, ctx, place)
    assert isinstance(each, Changes)
    return Changes(Act.NOTE_PAPER, (insert(whole), *each.changes))


def note_posted(record: MeetingRecord, ctx: Context, register: CellRecord) -> Answer:
    """Note that the papers of a meeting were posted today: before it its documents, then the rest.

    What is posted after the closing are the minutes and the resolutions.
    """
    today = ctx.now.date()
    if record.is_open:
        return prepare_meeting(record, ctx, TrackStep.POSTED, today)
    followed = follow_up_meeting(register, ctx, record.meeting.id, TrackStep.MINUTES_POSTED, today)
    if isinstance(followed, Refusal):
        return followed
    resolutions = (
        update(document, posted=today)
        for document in register.documents
        if document.meeting == record.meeting.id
        and document.type is DocumentType.RESOLUTION
        and document.posted is None
    )
    return Changes(followed.act, (*followed.changes, *resolutions), followed.words)


def _trace(
    ctx: Context, subject: str, form: str, revision: int, trace: Trace, place: str
) -> PaperTrace:
    at = ctx.now.replace(microsecond=0)
    return PaperTrace(ctx.new_id(), subject, form, revision, trace, at, place)
