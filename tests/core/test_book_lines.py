"""The list of all meetings: newest first, with figures where there are any."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from cellsecretary.core.book_lines import book_lines, book_years
from cellsecretary.core.kinds import MeetingKind, MeetingState
from cellsecretary.core.operations.cell import bring_in_past
from cellsecretary.core.operations.meetings import cancel_meeting, plan_meeting
from cellsecretary.core.rows import Meeting, PastMeeting
from cellsecretary.store.records import cell_record, meeting_record, records_between
from tests.building import carry_out, meeting_id, replayed

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from cellsecretary.core.book_lines import BookLine
    from cellsecretary.store import Book


@pytest.fixture
def book(tmp_path: Path) -> Iterator[Book]:
    book = replayed(tmp_path / "thon-3.chibo")
    past = PastMeeting("", dt.date(2026, 9, 3), MeetingKind.REGULAR, 46, 40, 5, 1)
    older = PastMeeting("", dt.date(2025, 12, 3), MeetingKind.REGULAR, 44, 44, 0, 0)
    carry_out(book, bring_in_past, cell_record(book), (), (), (past, older))
    yield book
    book.close()


def lines(book: Book, year: int) -> tuple[BookLine, ...]:
    held = records_between(book, dt.date(year, 1, 1), dt.date(year, 12, 31))
    return book_lines(cell_record(book), held, year)


def test_a_year_has_its_meetings_newest_first_with_those_on_paper(book: Book) -> None:
    found = lines(book, 2026)
    assert [(line.date.month, line.state) for line in found] == [
        (11, MeetingState.RUNNING),
        (10, MeetingState.CLOSED),
        (9, None),
    ]
    assert [(line.present, line.required, line.percent) for line in found] == [
        (42, 45, 93.3),
        (42, 45, 93.3),
        (40, 46, 87.0),
    ]


def test_a_line_names_its_documents(book: Book) -> None:
    assert [[row.number for row in line.documents] for line in lines(book, 2026)] == [
        [13],
        [12],
        [],
    ]


def test_a_planned_meeting_has_no_figures_and_a_cancelled_one_its_reason(book: Book) -> None:
    day = dt.date(2026, 12, 3)
    planned = Meeting("", day, MeetingKind.REGULAR, "", dt.time(19, 30), "")
    carry_out(book, plan_meeting, cell_record(book), planned, book.rules(day))
    first = lines(book, 2026)[0]
    assert (first.state, first.required, first.percent) == (MeetingState.PLANNED, None, None)
    record = meeting_record(book, meeting_id(book, "2026-12-03"))
    carry_out(book, cancel_meeting, record, cell_record(book), "mưa bão")
    first = lines(book, 2026)[0]
    assert (first.state, first.cancel_reason) == (MeetingState.CANCELLED, "mưa bão")


def test_the_years_are_those_with_a_meeting_newest_first(book: Book) -> None:
    assert book_years(cell_record(book)) == (2026, 2025)
    assert [line.percent for line in lines(book, 2025)] == [100.0]
    assert lines(book, 2024) == ()
