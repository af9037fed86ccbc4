"""What has gone to the superior: by the versions that were copied, and by his receipts."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from cellsecretary.core.kinds import MeetingKind, MeetingState, Trace
from cellsecretary.core.office_rows import PaperTrace
from cellsecretary.core.operations.papers import note_period_sent, note_posted, note_sent
from cellsecretary.core.period import Period, Span
from cellsecretary.core.sending import (
    PACKET,
    ReceiptState,
    SentState,
    period_sending,
    period_version,
    sending,
    sent_line,
    sent_lines,
)
from cellsecretary.core.superior_rows import Receipt
from cellsecretary.core.track import TrackStep
from cellsecretary.store.records import cell_record, period_record
from tests.building import AFTER, NOVEMBER, OCTOBER, carry_out, context, done, record_of

if TYPE_CHECKING:
    from cellsecretary.core.record import MeetingRecord
    from cellsecretary.core.register import CellRecord
    from cellsecretary.store import Book

AUTUMN = Period(Span.QUARTER, 2026, 4)


def sent(record: MeetingRecord, revision: int, minute: int = 0, form: str = PACKET) -> PaperTrace:
    at = AFTER + dt.timedelta(minutes=minute)
    return PaperTrace(f"t{minute}", record.meeting.id, form, revision, Trace.SENT, at, "USB")


def with_receipt(register: CellRecord, record: MeetingRecord, revision: int) -> CellRecord:
    receipt = Receipt("r", record.meeting.id, revision, AFTER.date())
    return replace(register, receipts=(receipt,))


def test_the_last_copy_is_compared_with_the_version_of_today(book: Book) -> None:
    october = record_of(book, OCTOBER)
    assert sending(october, ()).state is SentState.NOT_SENT
    older, newest = sent(october, 0), sent(october, 1, 5)
    assert sending(october, [older]) == sending(october, [older, sent(october, 1, 9, "minutes")])
    assert sending(october, [older]).state is SentState.CHANGED_SINCE
    found = sending(october, [newest, older])
    assert (found.state, found.last, found.is_waiting) == (SentState.SENT, newest, False)
    printed = replace(newest, trace=Trace.PRINTED)
    elsewhere = replace(newest, meeting="another")
    assert sending(october, [printed, elsewhere]).state is SentState.NOT_SENT


def test_a_draft_that_was_sent_is_never_the_minutes(book: Book) -> None:
    november = record_of(book, NOVEMBER)
    found = sending(november, [sent(november, 0)])
    assert (found.state, found.is_waiting) == (SentState.DRAFT_SENT, True)


@pytest.mark.parametrize(
    ("received", "has", "state"),
    [
        (0, ReceiptState.PAPER, SentState.NOT_SENT),
        (1, ReceiptState.OLDER, SentState.CHANGED_SINCE),
        (2, ReceiptState.SAME, SentState.NOT_SENT),
        (3, ReceiptState.NEWER, SentState.NOT_SENT),
    ],
)
def test_what_the_superior_has_counts_beside_what_was_copied(
    book: Book, received: int, has: ReceiptState, state: SentState
) -> None:
    october = replace(record_of(book, OCTOBER), revision=2)
    register = cell_record(book)
    line = sent_line(october, with_receipt(register, october, received))
    assert (line.receipt_state, line.sending.state) == (has, state)
    assert line.is_waiting is (has is not ReceiptState.SAME)
    assert sent_line(october, register).receipt_state is None


def test_what_is_open_again_is_newer_than_what_was_closed(book: Book) -> None:
    october = record_of(book, OCTOBER)
    again = replace(october, meeting=replace(october.meeting, state=MeetingState.RUNNING))
    register = with_receipt(cell_record(book), october, october.revision)
    assert sent_line(october, register).receipt_state is ReceiptState.SAME
    assert sent_line(again, register).receipt_state is ReceiptState.OLDER


def test_of_a_time_the_closed_meetings_are_told_and_the_committee_is_not(book: Book) -> None:
    period = period_record(book, AUTUMN)
    assert [line.date.isoformat() for line in sent_lines(period)] == [OCTOBER]
    october = period.records[0]
    later = replace(october, meeting=replace(october.meeting, id="later"))
    of_committee = replace(october.meeting, id="c", kind=MeetingKind.COMMITTEE)
    more = replace(period, records=(october, later, replace(october, meeting=of_committee)))
    assert [line.meeting for line in sent_lines(more)] == ["later", october.meeting.id]


def test_a_time_is_sent_with_its_meetings(book: Book) -> None:
    period = period_record(book, AUTUMN)
    assert period_sending(period, ()).state is SentState.NOT_SENT
    carry_out(book, note_period_sent, period, "USB")
    traces = cell_record(book).paper_traces
    assert {(one.meeting, one.form, one.trace, one.place) for one in traces} == {
        (subject, PACKET, Trace.SENT, "USB")
        for subject in (AUTUMN.code, *(record.meeting.id for record in period.records))
    }
    assert period_sending(period, traces).state is SentState.DRAFT_SENT
    closed = replace(period, records=period.records[:1])
    assert period_version(closed) < period_version(period)
    assert sending(period.records[0], traces).state is SentState.SENT


def test_a_note_of_what_was_sent_names_the_version(book: Book) -> None:
    records = [record_of(book, day) for day in (OCTOBER, NOVEMBER)]
    rows = [change.after for change in done(note_sent(records, context(), "USB")).changes]
    assert [row.revision for row in rows if isinstance(row, PaperTrace)] == [1, 0]


def test_what_is_posted_are_the_documents_and_then_the_minutes(book: Book) -> None:
    register = cell_record(book)
    before = done(note_posted(record_of(book), context(), register))
    assert before.words == (("step", TrackStep.POSTED),)
    october = record_of(book, OCTOBER)
    after = done(note_posted(october, context(), register))
    meeting, *documents = [change.after for change in after.changes]
    assert getattr(meeting, "minutes_posted", None) == AFTER.date()
    assert after.words == (("step", TrackStep.MINUTES_POSTED),)
    assert {getattr(row, "posted", None) for row in documents} <= {AFTER.date()}
    early = context(dt.datetime(2026, 10, 1, 8, 0))
    assert not hasattr(note_posted(october, early, register), "changes")
