"""What can be done about the numbered documents of the cell: issue, post, replace them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from cellsecretary.core.change import (
    Act,
    Answer,
    Change,
    Changes,
    Context,
    Why,
    delete,
    insert,
    refuse,
    replaced,
    update,
)
from cellsecretary.core.document_lines import document_state, may_replace, replacements
from cellsecretary.core.kinds import DocumentState
from cellsecretary.core.operations.guards import on_open_meeting
from cellsecretary.core.vietnamese import tidy_line

if TYPE_CHECKING:
    import datetime as dt

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
    """Change type, number or title of a document of this meeting.

    What it replaced, or what replaced it, is free again where the two no longer fit.
    """
    before = next(row for row in record.documents if row.id == document.id)
    after = replace(document, title=tidy_line(document.title))
    later = next((row for row in register.documents if row.id == after.replaced_by), None)
    if later is not None and not may_replace(later, after):
        after = replace(after, replaced_by=None)
    changes = (replaced(before, after), *_set_free(register, after.id, after))
    return _wrong(register, after) or Changes(
        Act.CHANGE_DOCUMENT, changes, (("number", str(after.number)),)
    )


@on_open_meeting
def delete_document(
    record: MeetingRecord, ctx: Context, register: CellRecord, document: str
) -> Answer:
    """Take a document out; its number is free again, and so is what it replaced."""
    row = next(row for row in record.documents if row.id == document)
    changes = (*_set_free(register, document, None), delete(row))
    return Changes(Act.DELETE_DOCUMENT, changes, (("number", str(row.number)),))


def post_document(
    register: CellRecord, ctx: Context, document: str, posted: dt.date | None
) -> Answer:
    """Note when an adopted document was posted, None to take it back."""
    row = _row(register, document)
    if document_state(register, row) is DocumentState.DRAFT:
        return refuse(Why.NOT_CLOSED, "documents", document)
    if posted is not None and not row.date <= posted <= ctx.now.date():
        return refuse(Why.DATES_OUT_OF_ORDER, "documents", document, "posted")
    return Changes(Act.POST_DOCUMENT, (update(row, posted=posted),), (("number", str(row.number)),))


def replace_document(
    register: CellRecord, ctx: Context, document: str, later: str | None
) -> Answer:
    """Note which later document of its type replaced a document, None to take it back."""
    row = _row(register, document)
    if document_state(register, row) is DocumentState.DRAFT:
        return refuse(Why.NOT_CLOSED, "documents", document)
    if later is not None and later not in {one.id for one in replacements(register, row)}:
        return refuse(Why.NO_REPLACEMENT, "documents", document, "replaced_by")
    return Changes(
        Act.REPLACE_DOCUMENT, (update(row, replaced_by=later),), (("number", str(row.number)),)
    )


def _row(register: CellRecord, document: str) -> Document:
    return next(row for row in register.documents if row.id == document)


def _set_free(register: CellRecord, later: str, after: Document | None) -> list[Change]:
    """Let what a document replaced stand again, unless the changed document still replaces it."""
    return [
        update(row, replaced_by=None)
        for row in register.documents
        if row.replaced_by == later and (after is None or not may_replace(after, row))
    ]


def _wrong(register: CellRecord, document: Document) -> Refusal | None:
    used = {
        other.number for other in register.term_documents(document.type) if other.id != document.id
    }
    if document.number < 1 or document.number in used:
        return refuse(
            Why.NUMBER_USED, "documents", document.id, "number", number=str(document.number)
        )
    return None
