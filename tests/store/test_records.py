"""Records of meetings that are not there, or whose stored record is not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from cellsecretary.core.kinds import Trace
from cellsecretary.core.operations.papers import note_paper
from cellsecretary.store.checking import check
from cellsecretary.store.records import meeting_record, paper_traces
from tests.building import OCTOBER, carry_out, record_of
from tests.store.test_checking import plant

if TYPE_CHECKING:
    from cellsecretary.store import Book

plain = pytest.mark.parametrize("book", ["plain"], indirect=True)


@plain
def test_a_meeting_that_nobody_made_is_a_bug_and_no_damage(book: Book) -> None:
    with pytest.raises(KeyError, match="nowhere"):
        meeting_record(book, "nowhere")


@plain
def test_a_closed_meeting_whose_record_is_lost_is_read_from_its_rows(book: Book) -> None:
    closed = record_of(book, OCTOBER)
    plant(book.path, "delete from closed_records")
    record = record_of(book, OCTOBER)
    assert (record.meeting, record.agenda) == (closed.meeting, closed.agenda)
    assert record.revision == 0
    assert "closed_records" in {one.table for one in check(book)}


@plain
def test_who_was_given_a_task_and_is_no_longer_on_the_roster_is_named_by_the_register(
    book: Book,
) -> None:
    record = record_of(book)
    lead = next(one.task.lead for one in record.carried if one.task.lead)
    name = record.name_of(lead)
    plant(book.path, f"delete from attendance where member = '{lead}'")
    later = record_of(book)
    assert lead not in {line.member for line in later.roster}
    assert later.name_of(lead) == name != ""


@plain
def test_what_happened_to_the_papers_of_a_meeting_is_given_oldest_first(book: Book) -> None:
    october = record_of(book, OCTOBER)
    for trace in (Trace.SAVED, Trace.PRINTED):
        carry_out(book, note_paper, october, "minutes", trace)
    carry_out(book, note_paper, record_of(book), "minutes", Trace.PRINTED)
    found = paper_traces(book, october.meeting.id)
    assert [one.trace for one in found] == [Trace.SAVED, Trace.PRINTED]
