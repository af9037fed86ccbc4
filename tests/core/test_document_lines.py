"""The register of documents: order, states, what may replace what, what closed records keep."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from cellsecretary.core.change import Answer, Refusal, Why
from cellsecretary.core.document_lines import document_lines, document_state, replacements
from cellsecretary.core.kinds import DocumentState, DocumentType, MeetingKind, Result
from cellsecretary.core.operations.cell import bring_in_past
from cellsecretary.core.operations.closing import close, reopen
from cellsecretary.core.operations.documents import (
    add_document,
    change_document,
    delete_document,
    post_document,
    replace_document,
)
from cellsecretary.core.operations.meetings import cancel_meeting, plan_meeting
from cellsecretary.core.operations.tasks import review_task
from cellsecretary.core.plain import canonical_json
from cellsecretary.core.rows import Document, Meeting
from cellsecretary.papers.catalogue import render
from cellsecretary.store.records import cell_record, meeting_record
from tests.building import OCTOBER, carry_out, context, meeting_id, record_of

if TYPE_CHECKING:
    from cellsecretary.store import Book

OCTOBER_DAY, NOVEMBER_DAY = dt.date(2026, 10, 3), dt.date(2026, 11, 3)
JUNE = dt.date(2026, 6, 3)


def on_paper(book: Book, *documents: Document) -> None:
    carry_out(book, bring_in_past, cell_record(book), documents)


def paper(kind: DocumentType, number: int, day: dt.date = JUNE) -> Document:
    return Document("", None, kind, number, f"{kind} {number}", day)


def find(book: Book, number: int, kind: DocumentType = DocumentType.RESOLUTION) -> Document:
    found = [d for d in cell_record(book).documents if (d.number, d.type) == (number, kind)]
    assert len(found) == 1
    return found[0]


def state(book: Book, number: int) -> DocumentState:
    return document_state(cell_record(book), find(book, number))


def close_november(book: Book) -> None:
    record = record_of(book)
    task = next(c.task.id for c in record.carried if c.task.code == "T4")
    carry_out(book, review_task, record, task, Result.DONE)
    carry_out(book, close, record_of(book), cell_record(book), book.chain_head())


def refused(answer: Answer) -> Why:
    assert isinstance(answer, Refusal), answer
    (problem,) = answer.problems
    return problem.why


def test_a_document_is_a_draft_until_its_meeting_is_closed(book: Book) -> None:
    assert (state(book, 12), state(book, 13)) == (DocumentState.ADOPTED, DocumentState.DRAFT)
    close_november(book)
    assert state(book, 13) is DocumentState.ADOPTED


def test_a_document_of_a_cancelled_meeting_was_never_adopted(book: Book) -> None:
    day = dt.date(2026, 12, 3)
    plan = Meeting("", day, MeetingKind.REGULAR, "", dt.time(19, 30), "Nhà văn hóa")
    carry_out(book, plan_meeting, cell_record(book), plan, book.rules(day))
    record = record_of(book, "2026-12-03")
    draft = Document("", None, DocumentType.RESOLUTION, 14, "Tháng 12", day)
    carry_out(book, add_document, record, cell_record(book), draft)
    carry_out(book, cancel_meeting, record_of(book, "2026-12-03"), cell_record(book), "mưa bão")
    assert state(book, 14) is DocumentState.DRAFT


def test_documents_stand_by_term_and_type_the_newest_first(book: Book) -> None:
    old = dt.date(2019, 5, 1)
    on_paper(
        book,
        paper(DocumentType.DECISION, 2),
        paper(DocumentType.RESOLUTION, 8),
        paper(DocumentType.RESOLUTION, 31, old),
    )
    lines = document_lines(cell_record(book))
    assert [(line.document.type, line.document.number, line.in_term) for line in lines] == [
        (DocumentType.RESOLUTION, 13, True),
        (DocumentType.RESOLUTION, 12, True),
        (DocumentType.RESOLUTION, 8, True),
        (DocumentType.DECISION, 2, True),
        (DocumentType.RESOLUTION, 31, False),
    ]
    assert [line.meeting is None for line in lines] == [False, False, True, True, True]
    assert lines[2].state is DocumentState.ADOPTED


def test_posting_is_noted_and_taken_back(book: Book) -> None:
    twelve = find(book, 12)
    carry_out(book, post_document, cell_record(book), twelve.id, dt.date(2026, 10, 5))
    assert state(book, 12) is DocumentState.POSTED
    carry_out(book, post_document, cell_record(book), twelve.id, None)
    assert find(book, 12) == twelve


@pytest.mark.parametrize("day", [dt.date(2026, 10, 2), dt.date(2026, 11, 22)])
def test_a_document_is_posted_neither_before_its_day_nor_in_the_future(
    book: Book, day: dt.date
) -> None:
    answer = post_document(cell_record(book), context(), find(book, 12).id, day)
    assert refused(answer) is Why.DATES_OUT_OF_ORDER


def test_a_draft_is_neither_posted_nor_replaced_and_replaces_nothing(book: Book) -> None:
    register, draft = cell_record(book), find(book, 13).id
    twelve = find(book, 12)
    assert refused(post_document(register, context(), draft, NOVEMBER_DAY)) is Why.NOT_CLOSED
    assert refused(replace_document(register, context(), draft, twelve.id)) is Why.NOT_CLOSED
    assert replacements(register, twelve) == ()
    assert refused(replace_document(register, context(), twelve.id, draft)) is Why.NO_REPLACEMENT


def test_a_document_is_replaced_by_a_later_one_of_its_type(book: Book) -> None:
    on_paper(
        book,
        paper(DocumentType.RESOLUTION, 8),
        paper(DocumentType.RESOLUTION, 9),
        paper(DocumentType.DECISION, 20),
    )
    register, eight = cell_record(book), find(book, 8)
    assert [one.number for one in replacements(register, eight)] == [12, 9]
    carry_out(book, replace_document, register, eight.id, find(book, 12).id)
    assert state(book, 8) is DocumentState.REPLACED
    (line,) = [one for one in document_lines(cell_record(book)) if one.replaced_by]
    assert (line.document.number, line.replaced_by) == (8, find(book, 12))
    carry_out(book, replace_document, cell_record(book), eight.id, None)
    assert find(book, 8) == eight


def test_there_is_no_circle_of_documents_that_replace_each_other(book: Book) -> None:
    close_november(book)
    on_paper(book, *(paper(DocumentType.RESOLUTION, number) for number in (7, 8, 9)))
    register = cell_record(book)
    documents = [d for d in register.documents if d.type is DocumentType.RESOLUTION]
    pairs = {(a.id, b.id) for a in documents for b in replacements(register, a)}
    assert len(pairs) == len(documents) * (len(documents) - 1) // 2
    assert not any((b, a) in pairs for a, b in pairs)
    assert not any(a == b for a, b in pairs)
    twelve = find(book, 12)
    answer = replace_document(register, context(), twelve.id, find(book, 9).id)
    assert refused(answer) is Why.NO_REPLACEMENT


def reopened_with_link(book: Book) -> None:
    """Close November, let its resolution replace that of October, and open it again."""
    close_november(book)
    carry_out(book, replace_document, cell_record(book), find(book, 12).id, find(book, 13).id)
    carry_out(book, reopen, record_of(book), cell_record(book), "Sai số")


def test_what_a_deleted_document_replaced_is_valid_again(book: Book) -> None:
    reopened_with_link(book)
    assert find(book, 12).replaced_by == find(book, 13).id
    carry_out(book, delete_document, record_of(book), cell_record(book), find(book, 13).id)
    assert find(book, 12).replaced_by is None


def test_a_document_of_another_type_replaces_nothing_any_more(book: Book) -> None:
    reopened_with_link(book)
    thirteen = find(book, 13)
    renamed = replace(thirteen, title="Nghị quyết khác")
    carry_out(book, change_document, record_of(book), cell_record(book), renamed)
    assert find(book, 12).replaced_by == thirteen.id
    changed = replace(thirteen, type=DocumentType.DECISION)
    carry_out(book, change_document, record_of(book), cell_record(book), changed)
    assert find(book, 12).replaced_by is None


def test_a_replaced_document_that_changes_its_type_is_replaced_no_longer(book: Book) -> None:
    meeting = record_of(book)
    second = Document("", None, DocumentType.RESOLUTION, 14, "Nghị quyết khác", NOVEMBER_DAY)
    carry_out(book, add_document, meeting, cell_record(book), second)
    close_november(book)
    carry_out(book, replace_document, cell_record(book), find(book, 13).id, find(book, 14).id)
    carry_out(book, reopen, record_of(book), cell_record(book), "Sai loại")
    changed = replace(find(book, 13), type=DocumentType.DECISION)
    carry_out(book, change_document, record_of(book), cell_record(book), changed)
    assert find(book, 13, DocumentType.DECISION).replaced_by is None


def test_a_closed_record_says_nothing_of_what_became_of_its_documents(book: Book) -> None:
    october = meeting_id(book, OCTOBER)
    before = record_of(book, OCTOBER)
    minutes, resolution = (render(form, before) for form in ("minutes", "resolution"))
    close_november(book)
    carry_out(book, post_document, cell_record(book), find(book, 12).id, OCTOBER_DAY)
    carry_out(book, replace_document, cell_record(book), find(book, 12).id, find(book, 13).id)
    after = meeting_record(book, october)
    assert canonical_json(after) == canonical_json(before)
    assert render("minutes", after) == minutes
    assert render("resolution", after) == resolution


def test_closing_again_leaves_out_what_became_of_the_documents(book: Book) -> None:
    reopened_with_link(book)
    carry_out(book, close, record_of(book), cell_record(book), book.chain_head())
    carry_out(book, post_document, cell_record(book), find(book, 13).id, NOVEMBER_DAY)
    carry_out(book, reopen, record_of(book), cell_record(book), "Thiếu một ý kiến")
    assert state(book, 13) is DocumentState.DRAFT
    carry_out(book, close, record_of(book), cell_record(book), book.chain_head())
    assert state(book, 13) is DocumentState.POSTED
    (document,) = record_of(book).documents
    assert (document.posted, document.replaced_by) == (None, None)
