"""What can be done about the numbered documents that a meeting issues."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from cellsecretary.core.change import (
    Act,
    Answer,
    Changes,
    Context,
    Why,
    delete,
    insert,
    refuse,
    replaced,
)
from cellsecretary.core.operations.guards import on_open_meeting
from cellsecretary.core.vietnamese import tidy_line

if TYPE_CHECKING:
    from cellsecretary.core.change import Refusal
    from cellsecretary.core.record import MeetingRecord
    from cellsecretary.core.register import CellRecord
    from cellsecretary.core.rows import Document


@on_open_meeting
def add_document(
    record: MeetingRecord, ctx: Context, register: CellRecord, document: Document
) -> Answer:
    """Enter a document of this meeting; its number is unique in its type and term."""
    row = replace(
        document,
        id=ctx.new_id(),
        meeting=record.meeting.id,
        date=record.meeting.date,
        title=tidy_line(document.title),
    )
    return _wrong(register, row) or Changes(
        Act.ADD_DOCUMENT, (insert(row),), (("number", str(row.number)),)
    )


@on_open_meeting
def change_document(
    record: MeetingRecord, ctx: Context, register: CellRecord, document: Document
) -> Answer:
    """Change type, number or title of a document of this meeting."""
    before = next(row for row in record.documents if row.id == document.id)
    after = replace(document, title=tidy_line(document.title))
    changes = (replaced(before, after),)
    return _wrong(register, after) or Changes(
        Act.CHANGE_DOCUMENT, changes, (("number", str(after.number)),)
    )


@on_open_meeting
def delete_document(record: MeetingRecord, ctx: Context, document: str) -> Answer:
    """Take a document out; its number is free again."""
    row = next(row for row in record.documents if row.id == document)
    return Changes(Act.DELETE_DOCUMENT, (delete(row),), (("number", str(row.number)),))


def _wrong(register: CellRecord, document: Document) -> Refusal | None:
    used = {
        other.number for other in register.term_documents(document.type) if other.id != document.id
    }
    if document.number < 1 or document.number in used:
        return refuse(
            Why.NUMBER_USED, "documents", document.id, "number", number=str(document.number)
        )
    return None
