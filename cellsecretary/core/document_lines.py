"""The register of documents: every document of the cell, how it stands, what may replace it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from cellsecretary.core.kinds import DocumentState, DocumentType, MeetingState

if TYPE_CHECKING:
    import datetime as dt

    from cellsecretary.core.register import CellRecord
    from cellsecretary.core.rows import Document, Meeting

_TYPES = list(DocumentType)


@dataclass(frozen=True, slots=True)
class DocumentLine:
    """One document; without a meeting it stood on paper before the book."""

    document: Document
    state: DocumentState
    meeting: Meeting | None
    replaced_by: Document | None
    in_term: bool


def document_lines(register: CellRecord) -> tuple[DocumentLine, ...]:
    """Give all documents: this term before earlier ones, type by type, the newest first."""
    documents = {document.id: document for document in register.documents}
    newest_first = sorted(register.documents, key=_order, reverse=True)
    lines = [
        DocumentLine(
            document,
            document_state(register, document),
            register.meeting(document.meeting),
            documents.get(document.replaced_by or ""),
            document.date >= register.cell.term_start,
        )
        for document in newest_first
    ]
    return tuple(
        sorted(lines, key=lambda line: (not line.in_term, _TYPES.index(line.document.type)))
    )


def document_state(register: CellRecord, document: Document) -> DocumentState:
    """Tell what became of a document; on paper it was adopted before the book."""
    meeting = register.meeting(document.meeting)
    if meeting is not None and meeting.state is not MeetingState.CLOSED:
        return DocumentState.DRAFT
    if document.replaced_by is not None:
        return DocumentState.REPLACED
    return DocumentState.ADOPTED if document.posted is None else DocumentState.POSTED


def replacements(register: CellRecord, document: Document) -> tuple[Document, ...]:
    """Give the documents that may replace one, newest first: adopted later, of the same type."""
    found = [
        other
        for other in register.documents
        if may_replace(other, document)
        and document_state(register, other) is not DocumentState.DRAFT
    ]
    return tuple(sorted(found, key=_order, reverse=True))


def may_replace(later: Document, earlier: Document) -> bool:
    """Tell whether a document comes after another of its type; so none can replace itself."""
    return later.type is earlier.type and _order(later) > _order(earlier)


def _order(document: Document) -> tuple[dt.date, int]:
    return document.date, document.number
