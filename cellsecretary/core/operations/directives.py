"""Taking up a directive of the superior in a meeting that is being prepared."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cellsecretary.core.change import Act, Answer, Changes, Context, update
from cellsecretary.core.directive_advice import title_of
from cellsecretary.core.kinds import Part
from cellsecretary.core.operations.agenda import add_items
from cellsecretary.core.operations.guards import on_open_meeting
from cellsecretary.core.reply import DirectiveKind

if TYPE_CHECKING:
    from cellsecretary.core.record import MeetingRecord
    from cellsecretary.core.superior_rows import Directive

MINUTES = 5
"""How long it takes to make a document known; the secretary may change it."""


@on_open_meeting
def take_up(record: MeetingRecord, ctx: Context, directive: Directive) -> Answer:
    """Put a document or topic onto the agenda; make a theme the topic of the meeting.

    What the superior wants known stands behind the first point of the content, as in the templates,
    where documents of the superior come first.
    """
    if directive.kind is DirectiveKind.THEME:
        words = (("date", record.meeting.date.isoformat()),)
        change = update(record.meeting, topic=directive.title)
        return Changes(Act.CHANGE_MEETING, (change,), words)
    first = next((item.id for item in record.agenda if item.part is Part.CONTENT), None)
    return add_items(record, ctx, [title_of(directive)], MINUTES, first)
