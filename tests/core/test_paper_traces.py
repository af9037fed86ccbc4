"""What is noted of papers once they leave the program."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cellsecretary.core.kinds import Trace
from cellsecretary.core.operations.papers import note_paper
from cellsecretary.store.records import paper_traces
from tests.building import AFTER, NOVEMBER, OCTOBER, carry_out, record_of

if TYPE_CHECKING:
    from cellsecretary.store import Book


def test_a_paper_is_noted_in_its_version_and_time(book: Book) -> None:
    closed, running = record_of(book, OCTOBER), record_of(book, NOVEMBER)
    carry_out(book, note_paper, closed, "minutes", Trace.PRINTED)
    carry_out(book, note_paper, closed, "minutes", Trace.SIGNED)
    carry_out(book, note_paper, running, "agenda", Trace.SAVED)
    found = paper_traces(book, closed.meeting.id)
    assert [(t.form, t.trace, t.revision) for t in found] == [
        ("minutes", Trace.PRINTED, 1),
        ("minutes", Trace.SIGNED, 1),
    ]
    assert {trace.at for trace in found} == {AFTER}
    (draft,) = paper_traces(book, running.meeting.id)
    assert (draft.form, draft.revision) == ("agenda", 0)


def test_a_note_changes_neither_the_meeting_nor_its_paper(book: Book) -> None:
    before = record_of(book, NOVEMBER)
    carry_out(book, note_paper, before, "minutes", Trace.PRINTED)
    assert record_of(book, NOVEMBER) == before
