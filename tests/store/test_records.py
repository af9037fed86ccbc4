"""Records of meetings that are not there, or whose stored record is not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from cellsecretary.store.checking import check
from cellsecretary.store.records import meeting_record
from tests.building import OCTOBER, record_of
from tests.store.test_checking import plant

if TYPE_CHECKING:
    from cellsecretary.store import Book


@pytest.mark.parametrize("book", ["plain"], indirect=True)
def test_a_meeting_that_nobody_made_is_a_bug_and_no_damage(book: Book) -> None:
    with pytest.raises(KeyError, match="nowhere"):
        meeting_record(book, "nowhere")


@pytest.mark.parametrize("book", ["plain"], indirect=True)
def test_a_closed_meeting_whose_record_is_lost_is_read_from_its_rows(book: Book) -> None:
    closed = record_of(book, OCTOBER)
    plant(book.path, "delete from closed_records")
    record = record_of(book, OCTOBER)
    assert (record.meeting, record.agenda) == (closed.meeting, closed.agenda)
    assert record.revision == 0
    assert "closed_records" in {one.table for one in check(book)}
