"""What is noted of the papers of a meeting once they leave the program."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cellsecretary.core.change import Act, Answer, Changes, Context, insert
from cellsecretary.core.kinds import Trace
from cellsecretary.core.office_rows import PaperTrace

if TYPE_CHECKING:
    from cellsecretary.core.record import MeetingRecord


def note_paper(
    record: MeetingRecord, ctx: Context, form: str, trace: Trace, place: str = ""
) -> Answer:
    """Note that a paper was printed, saved, signed, or sent; a draft has revision 0."""
    revision = 0 if record.is_open else record.revision
    at = ctx.now.replace(microsecond=0)
    row = PaperTrace(ctx.new_id(), record.meeting.id, form, revision, trace, at, place)
    act = Act.NOTE_SIGNED if trace is Trace.SIGNED else Act.NOTE_PAPER
    return Changes(act, (insert(row),))
