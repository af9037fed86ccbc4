"""What the list of acts calls things: of a book by its rows, of a board as the packets do."""

from __future__ import annotations

import datetime as dt
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from cellsecretary.core.board.differences import How
from cellsecretary.core.change import Act, Changes, Context, update
from cellsecretary.core.kinds import MeetingKind, Result
from cellsecretary.core.operations.board import change_paper_cell, tick_paper, write_remark
from cellsecretary.core.operations.minutes import add_opinion, delete_opinion, write_opinion
from cellsecretary.core.operations.petitions import mark_opinion
from cellsecretary.core.operations.tasks import review_task
from cellsecretary.core.rows import Task
from cellsecretary.core.trace import Mention, TraceFilter
from cellsecretary.rules import bundled
from cellsecretary.store.board import Board
from cellsecretary.store.trace import trace_changes, trace_page
from tests.building import AFTER, carry_out, context, done, record_of
from tests.exchange.test_collecting import THIRD, month, stick, take

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from cellsecretary.core.rows import Opinion
    from cellsecretary.core.trace import RowTrace, TraceLine
    from cellsecretary.store import Book
    from cellsecretary.store.ledger import Ledger

MINUTE = dt.timedelta(minutes=1)

plain = pytest.mark.parametrize("book", ["plain"], indirect=True)


def newest(ledger: Ledger) -> TraceLine:
    return trace_page(ledger, size=1).lines[0]


def rows(ledger: Ledger) -> dict[str, RowTrace]:
    """Give what the newest act changed, by table."""
    return {row.table: row for row in trace_changes(ledger, newest(ledger))}


def said(row: RowTrace, field: str) -> object:
    """Give what a field is called that a row refers to another by."""
    (found,) = (one.after for one in row.fields if one.field == field)
    return found.name if isinstance(found, Mention) else found


def last_opinion(book: Book) -> Opinion:
    """Give the last opinion on the last item."""
    record = record_of(book)
    return record.opinions_on(record.agenda[-1].id)[-1]


# A book


@plain
def test_what_was_taken_from_an_opinion_is_called_by_whoever_gave_it(book: Book) -> None:
    record = record_of(book)
    item = record.agenda[-1].id
    member = record.roster[0]
    for speaker, other in ((member.member, ""), (None, "Đại diện thôn đội")):
        carry_out(book, add_opinion, record_of(book), item, speaker, "Sửa đường", other)
        carry_out(book, mark_opinion, record_of(book), last_opinion(book).id)
        assert said(rows(book)["petitions"], "opinion") == (other or member.name)


@plain
def test_an_opinion_that_was_added_and_typed_on_is_one_new_row_as_it_is_at_last(
    book: Book,
) -> None:
    record = record_of(book)
    added = done(add_opinion(record, context(), record.agenda[-1].id, None, "", "Đại diện xã"))
    step = book.apply(added, AFTER)
    assert step is not None
    opinion = last_opinion(book)
    typed = done(write_opinion(record_of(book), context(), update_of(opinion, "Sửa đường")))
    book.apply(typed, AFTER + MINUTE, way="more", of=step.of)
    (row,) = trace_changes(book, newest(book))
    assert (row.how, row.of) == (How.ADDED, ("Đại diện xã",))
    assert said(row, "text") == "Sửa đường"
    # One that is taken out in the same breath was never there.
    gone = done(delete_opinion(record_of(book), context(), opinion.id))
    book.apply(gone, AFTER + 2 * MINUTE, way="more", of=step.of)
    assert trace_changes(book, newest(book)) == ()


def update_of(opinion: Opinion, text: str) -> Opinion:
    after = update(opinion, text=text).after
    assert after is not None
    return after  # type: ignore[return-value]


@plain
def test_a_review_is_called_by_its_task(book: Book) -> None:
    record = record_of(book)
    task = next(one.task for one in record.carried if record.review_of(one.task.id) is None)
    carry_out(book, review_task, record, task.id, Result.PARTLY)
    (called,) = rows(book)["reviews"].of
    assert isinstance(called, Mention)
    assert called.name == task.what
    assert book.row(Task, task.id) == task


# A board


@pytest.fixture
def board(tmp_path: Path) -> Iterator[Board]:
    """Give a board with September and October of one cell."""
    with closing(Board.create(tmp_path / "xa.bangxa", bundled())) as board:
        take(board, *stick(tmp_path, month(9), month(10)))
        yield board


def test_a_meeting_of_a_board_is_called_by_its_cell_day_and_kind(board: Board) -> None:
    meeting = board.whole().meetings[0]
    key = meeting.current.key
    carry_out_on(board, write_remark(board.register(), context(), key.cell, key.meeting, "Rõ"))
    line = newest(board)
    assert line.cells == (Mention("cells", THIRD.id, THIRD.name),)
    day = meeting.current.date
    called = Mention("meetings", key.meeting, THIRD.name, day, MeetingKind.REGULAR)
    assert line.meetings == (called,)
    assert rows(board)["meeting_remarks"].of == (called,)
    only = trace_page(board, TraceFilter((THIRD.id,))).lines
    assert line.number in {one.number for one in only}
    assert newest(board).act is Act.REMARK_ON_MEETING


def test_a_cell_that_hands_in_paper_is_called_as_the_clerk_called_it(board: Board) -> None:
    carry_out_on(board, change_paper_cell(board.register(), context(), "", "Chi bộ Quân sự", True))
    (cell,) = board.register().paper_cells
    day = dt.date(2026, 10, 5)
    carry_out_on(board, tick_paper(board.register(), Context(AFTER, str), cell.id, day, day))
    assert newest(board).cells == (Mention("cells", cell.id, "Chi bộ Quân sự"),)


def test_a_cell_that_nobody_named_yet_has_no_name(board: Board) -> None:
    day = dt.date(2026, 10, 5)
    carry_out_on(board, tick_paper(board.register(), Context(AFTER, str), "unknown", day, day))
    assert newest(board).cells == (Mention("cells", "unknown"),)


def carry_out_on(board: Board, answer: object) -> None:
    """Do one act of the clerk."""
    assert isinstance(answer, Changes)
    board.apply(answer, AFTER)
