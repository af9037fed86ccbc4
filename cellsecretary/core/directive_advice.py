"""Which directives of the superior a meeting that is being prepared should still take up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cellsecretary.core.advice import Advice, Point
from cellsecretary.core.kinds import MeetingKind, MeetingState
from cellsecretary.core.reply import DirectiveKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cellsecretary.core.record import MeetingRecord
    from cellsecretary.core.register import CellRecord
    from cellsecretary.core.superior_rows import Directive

DIRECTIVES = "directives"
"""The place of a meeting where they are offered."""


def directives_for(record: MeetingRecord, register: CellRecord) -> tuple[Directive, ...]:
    """Give the directives in force on the day of a meeting that no meeting has taken up yet.

    A theme is for a thematic meeting, and for one that has begun only while it has no topic; the
    committee disseminates nothing.
    """
    meeting = record.meeting
    if not record.is_open or meeting.kind is MeetingKind.COMMITTEE:
        return ()
    is_thematic = meeting.kind in record.rules.meeting.thematic_kinds
    takes_theme = is_thematic and (meeting.state is MeetingState.PLANNED or not meeting.topic)
    said = (meeting.topic, *(item.title for item in record.held_agenda))
    return tuple(
        one
        for one in register.directives
        if one.holds_on(meeting.date)
        and one.id not in register.disseminated
        and (takes_theme or one.kind is not DirectiveKind.THEME)
        # An item is known by the title of its directive, whatever was written around it.
        and not any(one.title in text for text in said)
    )


def title_of(directive: Directive) -> str:
    """Give the title of the item that takes up a directive, with number and day of a document."""
    issued = f"{directive.issued:%d/%m/%Y}" if directive.issued else ""
    document = ", ".join(part for part in (directive.number, issued) if part)
    return f"{directive.title} ({document})" if document else directive.title


def directive_advice(record: MeetingRecord, register: CellRecord) -> Iterator[Advice]:
    """Point out what the agenda of a meeting lacks."""
    if found := directives_for(record, register):
        words = (
            ("what", found[0].title if len(found) == 1 else ""),
            *(("count", str(len(found))), ("date", record.meeting.date.isoformat())),
        )
        yield Advice(Point.DIRECTIVES_WAITING, "meetings", record.meeting.id, DIRECTIVES, words)
