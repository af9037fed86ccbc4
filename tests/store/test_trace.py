"""The history page by page: whose it is, what is one line, and that old pages are not read."""

from __future__ import annotations

import datetime as dt
import time
from typing import TYPE_CHECKING

import pytest

from cellsecretary.core.board.differences import How
from cellsecretary.core.change import Act, Change, Changes, update
from cellsecretary.core.kinds import Mark
from cellsecretary.core.operations.attendance import mark
from cellsecretary.core.operations.board import change_office
from cellsecretary.core.operations.cell import start_book
from cellsecretary.core.operations.minutes import write_body
from cellsecretary.core.rows import Attendance, Cell, Meeting, Member
from cellsecretary.core.trace import TraceFilter
from cellsecretary.messages import Messages
from cellsecretary.rules import bundled
from cellsecretary.sentences.trace import TraceSentences
from cellsecretary.store import Book
from cellsecretary.store.board import Board
from cellsecretary.store.trace import ALL, LOOKED_AT, PAGE, trace_changes, trace_page
from tests.building import AFTER, NOVEMBER, OCTOBER, context, done, meeting_id, record_of
from tests.cells import SUPERIOR
from tests.papers import records

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from cellsecretary.core.trace import TraceLine

MINUTE = dt.timedelta(minutes=1)


def all_lines(book: Book, wanted: TraceFilter = ALL, size: int = 50) -> list[TraceLine]:
    lines: list[TraceLine] = []
    page = trace_page(book, wanted, size=size)
    lines += page.lines
    while page.before is not None:
        page = trace_page(book, wanted, page.before, size=size)
        lines += page.lines
    return lines


def typed(book: Book, at: dt.datetime, text: str, of: int | None = None) -> int:
    record = record_of(book)
    changes = done(write_body(record, context(at), record.agenda[0].id, text))
    step = book.apply(changes, at, "thuky", way="more" if of else "do", of=of)
    assert step is not None
    return step.of


def test_all_pages_together_are_the_whole_history_newest_first(book: Book) -> None:
    numbers = [line.number for line in all_lines(book)]
    assert numbers == list(range(book.last_step(), 0, -1))
    page = trace_page(book, size=book.last_step())
    assert page.before is None, "nothing older is promised that is not there"


def test_what_was_typed_at_one_time_is_one_line(book: Book) -> None:
    step = typed(book, AFTER, "Bí thư khai mạc")
    typed(book, AFTER + MINUTE, "Bí thư khai mạc, nêu", step)
    typed(book, AFTER + 2 * MINUTE, "Bí thư khai mạc, nêu lý do.", step)
    newest, before = trace_page(book, size=2).lines
    assert (newest.number, newest.act, newest.account) == (step, Act.WRITE_BODY, "thuky")
    assert (newest.at, newest.until) == (AFTER, AFTER + 2 * MINUTE)
    assert before.number == step - 1
    (row,) = trace_changes(book, newest)
    (field,) = row.fields
    assert (field.field, field.after) == ("body", "Bí thư khai mạc, nêu lý do.")


def test_undo_says_of_what_and_the_act_that_it_was_taken_back(book: Book) -> None:
    typed(book, AFTER, "Nhầm")
    step = book.steps(1)[0]
    book.apply(book.changes_of(step, back=True), AFTER + MINUTE, way="undo", of=step.of)
    undo, act = trace_page(book, size=2).lines
    assert (undo.way, undo.of, undo.of_at) == ("undo", step.number, AFTER)
    assert act.is_undone
    (row,) = trace_changes(book, undo)
    assert row.fields[0].before == "Nhầm"
    book.apply(book.changes_of(step, back=False), AFTER + 2 * MINUTE, way="redo", of=step.of)
    assert not trace_page(book, size=3).lines[2].is_undone


def test_a_meeting_has_its_own_acts_and_no_others(book: Book) -> None:
    meeting = meeting_id(book, OCTOBER)
    lines = all_lines(book, TraceFilter((meeting,)))
    assert 0 < len(lines) < book.last_step()
    assert all(meeting in {one.id for one in line.meetings} for line in lines)
    others = {line.number for line in all_lines(book)} - {line.number for line in lines}
    rest = (line for line in all_lines(book) if line.number in others)
    assert not any(meeting in {one.id for one in line.meetings} for line in rest)


def test_a_member_has_the_acts_about_them(book: Book) -> None:
    line = book.rows(Attendance, "meeting = ?", meeting_id(book, NOVEMBER), order="number")[4]
    record = record_of(book)
    changes = done(mark(record, context(), line.member, Mark.EXCUSED, "ốm"))
    step = book.apply(changes, AFTER)
    assert step is not None
    lines = all_lines(book, TraceFilter((line.member,)))
    assert lines[0].number == step.number
    assert [one.name for one in lines[0].members] == [line.name]
    other = next(one for one in book.rows(Member) if one.id != line.member)
    assert step.number not in {one.number for one in all_lines(book, TraceFilter((other.id,)))}
    both = TraceFilter((line.member, meeting_id(book, NOVEMBER)))
    assert {one.number for one in all_lines(book, both)} <= {one.number for one in lines}


def test_a_day_has_what_was_done_on_it(book: Book) -> None:
    typed(book, AFTER, "Hôm nay")
    lines = all_lines(book, TraceFilter(day=AFTER.date()))
    assert {line.at.date() for line in lines} == {AFTER.date()}
    assert all_lines(book, TraceFilter(day=dt.date(1999, 1, 1))) == []


def test_rows_that_are_gone_are_called_as_they_were(book: Book) -> None:
    meeting = meeting_id(book, NOVEMBER)
    row = book.rows(Attendance, "meeting = ?", meeting)[0]
    gone = Changes(Act.TAKE_OVER_REGISTER, (Change(row, None),))
    step = book.apply(gone, AFTER)
    assert step is not None
    (line,) = trace_page(book, size=1).lines
    assert [one.id for one in line.meetings] == [meeting]
    (change,) = trace_changes(book, line)
    assert (change.how, change.of) == (How.REMOVED, (row.name,))
    assert step.number in {one.number for one in all_lines(book, TraceFilter((meeting,)))}


def test_a_closing_tells_of_the_version_and_not_of_its_bytes(book: Book) -> None:
    line = next(one for one in all_lines(book) if one.act is Act.CLOSE_MEETING)
    tables = {row.table: row for row in trace_changes(book, line)}
    assert tables["closed_records"].of == (1,)
    assert tables["closed_records"].fields == ()


def test_nothing_that_is_said_is_an_id_or_a_word_of_the_program(book: Book) -> None:
    say = TraceSentences(Messages.load("vi"))
    ids = set(book.values("select row from changes")) - {str(number) for number in range(100)}
    for line in all_lines(book):
        for one in say.changes(trace_changes(book, line), 10_000):
            texts = (one.row, one.field, one.before, one.after)
            assert not ids & {word for text in texts for word in text.split()}, texts
            assert not any("_" in text or "{" in text for text in texts), texts


def test_acts_of_a_later_program_are_left_out(book: Book) -> None:
    typed(book, AFTER, "Xong")
    book.connection.execute(
        "update steps set operation = 'dream' where step = ?", [book.last_step()]
    )
    assert trace_page(book, size=1).lines[0].number == book.last_step() - 1


@pytest.mark.thorough
def test_a_search_stops_after_some_acts_and_goes_on_when_asked(long_history: Book) -> None:
    def matches(line: TraceLine, _texts: Sequence[str]) -> bool:
        return line.number == 1

    page = trace_page(long_history, matches=matches)
    assert page.lines == ()
    assert page.before is not None
    looked = [page.before]
    while page.before is not None:
        page = trace_page(long_history, before=page.before, matches=matches)
        looked.append(page.before or 0)
    assert [line.number for line in page.lines] == [1]
    assert looked[0] > long_history.last_step() - LOOKED_AT - 2 * PAGE


def found(book: Book, word: str) -> list[int]:
    def matches(_line: TraceLine, texts: Sequence[str]) -> bool:
        return any(word in text for text in texts)

    return [line.number for line in trace_page(book, matches=matches).lines]


def test_a_search_sees_the_texts_of_a_line_as_they_were_before_and_after(book: Book) -> None:
    first = typed(book, AFTER, "Bàn việc đưng")
    typed(book, AFTER + MINUTE, "Bàn việc đường liên thôn", first)
    second = typed(book, AFTER + 2 * MINUTE, "Bàn việc cầu")
    assert found(book, "đường liên thôn") == [second, first], "it was written, then replaced"
    assert found(book, "việc cầu") == [second]
    assert found(book, "đưng") == [], "what was mended while it was typed is no line of its own"


def test_a_search_sees_no_bytes_of_closed_minutes(book: Book) -> None:
    (name,) = book.values("select name from members where number = 1")
    closings = {one.number for one in all_lines(book) if one.act is Act.CLOSE_MEETING}
    assert closings
    assert not closings & set(found(book, name))


@pytest.fixture(scope="module")
def long_history(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Book]:
    """Give a book with ten thousand acts more than one that begins, to be read only."""
    book = Book.create(tmp_path_factory.mktemp("long") / "long.chibo", bundled())
    cell = records.cell()
    book.apply(done(start_book(context(), cell)), AFTER)
    with book.together():
        for number in range(10_000):
            row = book.rows(Cell)[0]
            changes = Changes(Act.CHANGE_CELL, (update(row, place=f"Nhà văn hóa {number}"),))
            book.apply(changes, AFTER + number * MINUTE)
    yield book
    book.close()


@pytest.mark.thorough
def test_ten_thousand_acts_open_in_a_page_without_being_read(long_history: Book) -> None:
    asked: list[str] = []
    long_history.connection.set_trace_callback(asked.append)
    began = time.perf_counter()
    page = trace_page(long_history)
    took = time.perf_counter() - began
    long_history.connection.set_trace_callback(None)
    assert len(page.lines) == PAGE
    assert page.before == long_history.last_step() - PAGE + 1
    plans = [
        row[3]
        for sql in asked
        if sql.lstrip().lower().startswith("select") and "steps" in sql
        for row in long_history.connection.execute(f"explain query plan {sql}")
    ]
    # The newest page itself walks back from the end; everything else is found by its key.
    assert sum(plan.startswith("SCAN steps") for plan in plans) == 1, plans
    assert took < 2


@pytest.mark.thorough
def test_a_search_through_five_thousand_acts_takes_no_walk_for_each(long_history: Book) -> None:
    asked: list[str] = []
    matches = TraceSentences(Messages.load("vi")).matching("không có")
    long_history.connection.set_trace_callback(asked.append)
    began = time.perf_counter()
    page = trace_page(long_history, matches=matches)
    took = time.perf_counter() - began
    long_history.connection.set_trace_callback(None)
    assert page.lines == ()
    assert len(asked) < 20 * LOOKED_AT / PAGE, "a few queries for a page of acts, none for an act"
    assert took < 5


def test_a_board_has_its_history_too(tmp_path: Path) -> None:
    board = Board.create(tmp_path / "xa.bangxa", bundled())
    board.apply(done(change_office(board.register(), context(), SUPERIOR)), AFTER, "vanphong")
    (line,) = trace_page(board).lines
    assert (line.act, line.account) == (Act.CHANGE_OFFICE, "vanphong")
    (row,) = trace_changes(board, line)
    assert row.of == (SUPERIOR,)
    board.close()


def test_a_member_named_in_a_field_has_that_act_but_not_all_of_the_row(book: Book) -> None:
    meeting = book.row(Meeting, meeting_id(book, NOVEMBER))
    assert meeting is not None
    member = next(one for one in book.rows(Member) if one.id != meeting.chair)
    chosen = Changes(Act.CHANGE_MEETING, (update(meeting, chair=member.id),))
    book.apply(chosen, AFTER)
    number = book.last_step()
    moved = Changes(Act.CHANGE_MEETING, (update(chosen.changes[0].row, place="Nhà ông Hai"),))
    book.apply(moved, AFTER + MINUTE)
    found = {line.number for line in all_lines(book, TraceFilter((member.id,)))}
    assert number in found
    assert number + 1 not in found
