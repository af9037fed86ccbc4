"""A book as a file: what it takes, what it keeps, and what it says when the world fails."""

from __future__ import annotations

import datetime as dt
import shutil
from contextlib import closing as closing_connection
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from cellsecretary.core.change import Act, Change, Changes, insert, update
from cellsecretary.core.closed_rows import ClosedRecord
from cellsecretary.core.kinds import Mark, MeetingState, Result
from cellsecretary.core.operations.attendance import mark
from cellsecretary.core.operations.closing import chained_hash
from cellsecretary.core.operations.tasks import review_task
from cellsecretary.core.rows import Attendance, Meeting, Member
from cellsecretary.rules import bundled
from cellsecretary.store import Book, BookError, Fault
from cellsecretary.store.closed import closed_versions
from cellsecretary.store.connecting import HISTORY, look
from cellsecretary.store.engine import sqlite3
from cellsecretary.store.history import read_history
from cellsecretary.store.records import cell_record, meeting_record
from cellsecretary.store.schema import APPLICATION_ID, SCHEMA_VERSION
from tests.building import (
    AFTER,
    NOVEMBER,
    OCTOBER,
    carry_out,
    context,
    done,
    meeting_id,
    new_book,
    record_of,
)
from tests.encrypted import raw
from tests.small_disks import fill_up

if TYPE_CHECKING:
    from pathlib import Path


def _contents(book: Book) -> list[str]:
    """Give every row of the book but its history."""
    with closing_connection(look(book.path, book.key).conn) as conn:
        names = conn.execute("select name from sqlite_schema where type = 'table' order by name")
        return [
            f"{name} {row}"
            for (name,) in names.fetchall()
            if name not in HISTORY and not name.startswith(("sqlite_", "_sqlite_"))
            for row in conn.execute(f'select * from "{name}" order by rowid')
        ]


def _mark(book: Book, index: int = 0) -> Changes:
    record = record_of(book)
    line = record.marked(Mark.PRESENT)[index]
    return done(mark(record, context(), line.member, Mark.UNEXCUSED))


# The file


def test_the_newest_days_of_writing_come_in_the_order_of_writing(book: Book) -> None:
    days = ["2025-01-01", "2026-10-03", "2026-11-03"]
    assert book.days_written(0, 5) == days
    assert book.days_written(0, 2) == days[-2:]
    last = book.last_step()
    assert book.days_written(last, 5) == []
    book.apply(_mark(book), AFTER.replace(year=1970))
    assert book.days_written(0, 5) == [*days, "1970-11-21"]
    assert book.days_written(last, 5) == ["1970-11-21"]


@pytest.mark.parametrize("book", ["plain"], indirect=True)
def test_a_book_is_one_file_that_knows_what_it_is(book: Book) -> None:
    conn = raw(book.path)
    assert conn.execute("pragma application_id").fetchone() == (APPLICATION_ID,)
    assert conn.execute("pragma user_version").fetchone() == (SCHEMA_VERSION,)
    conn.close()
    assert [path.name for path in book.path.parent.iterdir()] == ["thon-3.chibo"]


def test_every_table_is_strict(book: Book) -> None:
    loose = book.values(
        "select name from pragma_table_list where type = 'table' and strict = 0 "
        "and name not like 'sqlite_%' and name != '_sqlite_migrations'"
    )
    assert loose == []


def test_what_is_saved_is_there_when_the_book_is_opened_again(book: Book) -> None:
    before = meeting_record(book, meeting_id(book, NOVEMBER))
    book.close()
    again = Book.open(book.path, bundled())
    assert meeting_record(again, before.meeting.id) == before
    again.close()


def test_an_existing_file_is_never_made_into_a_new_book(tmp_path: Path) -> None:
    path = tmp_path / "a.chibo"
    path.write_text("something")
    with pytest.raises(BookError) as caught:
        new_book(path)
    assert caught.value.fault is Fault.EXISTS
    assert path.read_text() == "something"


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        (b"", Fault.NOT_A_BOOK),
        (b"a letter to the commune" * 40, Fault.NOT_A_BOOK),
        (b"SQLite format 3\x00" + bytes(4080), Fault.NOT_A_BOOK),
    ],
)
def test_what_is_no_book_is_refused_and_left_alone(
    tmp_path: Path, content: bytes, fault: Fault
) -> None:
    path = tmp_path / "a.chibo"
    path.write_bytes(content)
    with pytest.raises(BookError) as caught:
        Book.open(path, bundled())
    assert caught.value.fault is fault
    assert path.read_bytes() == content


def test_another_programs_database_is_no_book(tmp_path: Path) -> None:
    path = tmp_path / "a.chibo"
    conn = raw(path)
    conn.execute("create table t (a)")
    conn.commit()
    conn.close()
    with pytest.raises(BookError) as caught:
        Book.open(path, bundled())
    assert caught.value.fault is Fault.NOT_A_BOOK


def test_a_missing_book_is_missing(tmp_path: Path) -> None:
    with pytest.raises(BookError) as caught:
        Book.open(tmp_path / "a.chibo", bundled())
    assert caught.value.fault is Fault.MISSING
    assert list(tmp_path.iterdir()) == []


def test_a_newer_book_is_refused_untouched(book: Book) -> None:
    book.close()
    conn = raw(book.path)
    conn.execute(f"pragma user_version = {SCHEMA_VERSION + 1}")
    conn.close()
    before = book.path.read_bytes()
    with pytest.raises(BookError) as caught:
        Book.open(book.path, bundled())
    assert caught.value.fault is Fault.TOO_NEW
    assert book.path.read_bytes() == before


def test_a_damaged_book_is_refused_untouched(book: Book) -> None:
    book.close()
    data = bytearray(book.path.read_bytes())
    half = len(data) // 2
    data[half : half + 8192] = b"\xff" * 8192
    book.path.write_bytes(data)
    with pytest.raises(BookError) as caught:
        Book.open(book.path, bundled())
    assert caught.value.fault in (Fault.DAMAGED, Fault.NOT_A_BOOK)
    assert book.path.read_bytes() == bytes(data)


def test_a_book_cut_short_is_refused(book: Book) -> None:
    book.close()
    data = book.path.read_bytes()
    book.path.write_bytes(data[: len(data) // 2])
    with pytest.raises(BookError) as caught:
        Book.open(book.path, bundled())
    assert caught.value.fault is Fault.DAMAGED


def test_a_full_disk_is_said_and_loses_nothing(book: Book, small_disk: Path) -> None:
    book.close()
    path = small_disk / "a.chibo"
    shutil.copyfile(book.path, path)
    full = Book.open(path, bundled())
    before = _contents(full)
    film = fill_up(small_disk)
    with pytest.raises(BookError) as caught:
        full.apply(_mark(full), AFTER)
    assert caught.value.fault is Fault.FULL
    assert _contents(full) == before
    film.unlink()
    full.apply(_mark(full), AFTER)
    assert _contents(full) != before
    full.close()
    Book.open(path, bundled()).close()


def test_a_locked_book_is_said_and_unchanged(book: Book) -> None:
    changes = _mark(book)
    before = _contents(book)
    other = raw(book.path)
    other.execute("begin exclusive")
    book._db.execute("pragma busy_timeout = 1")
    with pytest.raises(BookError) as caught:
        book.apply(changes, AFTER)
    assert caught.value.fault is Fault.LOCKED
    other.rollback()
    other.close()
    assert _contents(book) == before
    book.apply(changes, AFTER)


# Changes and history


def test_an_act_is_written_whole_or_not_at_all(book: Book) -> None:
    before = _contents(book)
    good = _mark(book).changes
    stray = Member("nobody", 1, "x")
    with pytest.raises(BookError):
        book.apply(Changes(_mark(book).act, (*good, Change(stray, None))), AFTER)
    assert _contents(book) == before


def test_a_row_that_changed_meanwhile_is_not_overwritten(book: Book) -> None:
    stale = _mark(book)
    book.apply(_mark(book), AFTER)
    with pytest.raises(BookError) as caught:
        book.apply(stale, AFTER)
    assert caught.value.fault is Fault.CHANGED_ELSEWHERE


def test_a_row_that_names_nobody_is_a_bug_and_not_a_fault_of_the_file(book: Book) -> None:
    meeting = book.row(Meeting, meeting_id(book, NOVEMBER))
    assert meeting is not None
    from dataclasses import replace

    change = Change(meeting, replace(meeting, chair="nobody"))
    with pytest.raises(sqlite3.IntegrityError):
        book.apply(Changes(_mark(book).act, (change,)), AFTER)


def test_the_history_says_who_did_what_when(book: Book) -> None:
    book.apply(_mark(book), AFTER, "thu-ky")
    step = book.steps(1)[0]
    assert (step.account, step.at, step.act.value) == (
        "thu-ky",
        AFTER.isoformat(),
        "mark_unexcused",
    )
    assert dict(step.words).keys() == {"number", "who"}


def test_undoing_every_act_and_doing_it_again_gives_the_same_book(book: Book) -> None:
    states = [_contents(book)]
    for index in range(12):
        book.apply(_mark(book, index), AFTER)
        states.append(_contents(book))
    for state in reversed(states[:-1]):
        step = read_history(book.steps(100)).undoable[-1]
        book.apply(book.changes_of(step, back=True), AFTER, way="undo", of=step.of)
        assert _contents(book) == state
    for state in states[1:]:
        step = read_history(book.steps(100)).redoable[-1]
        book.apply(book.changes_of(step, back=False), AFTER, way="redo", of=step.of)
        assert _contents(book) == state
    assert read_history(book.steps(200)).redoable == ()


def test_undo_does_not_go_back_past_a_closing(book: Book) -> None:
    steps = book.steps(1000)
    closing = next(step for step in steps if step.act.value == "close_meeting")
    assert all(step.number > closing.number for step in read_history(steps).undoable)


# Closed meetings


def test_a_closed_meeting_is_the_stored_record_whatever_the_rows_say(book: Book) -> None:
    before = record_of(book, OCTOBER)
    assert before.meeting.state is MeetingState.CLOSED
    member = book.rows(Member)[0]
    from dataclasses import replace

    change = Change(member, replace(member, name="Another Name"))
    book.apply(Changes(_mark(book).act, (change,)), AFTER)
    assert record_of(book, OCTOBER) == before


def test_reopening_keeps_both_versions(book: Book) -> None:
    from cellsecretary.core.operations import closing
    from cellsecretary.store.records import cell_record

    october = record_of(book, OCTOBER)
    carry_out(book, closing.reopen, october, cell_record(book), "Thiếu một ý kiến")
    reopened = record_of(book, OCTOBER)
    assert reopened.is_open
    assert reopened.reopenings[0].reason == "Thiếu một ý kiến"
    carry_out(book, closing.close, reopened, cell_record(book), book.chain_head())
    versions = closed_versions(book, october.meeting.id)
    assert [version.revision for version in versions] == [1, 2]
    assert versions[0] == october


def test_the_chain_of_closed_records_holds(book: Book) -> None:
    stored = book.rows(ClosedRecord, order="position")
    previous = ""
    for record in stored:
        assert record.previous == previous
        assert record.sha256 == chained_hash(record.json, previous)
        previous = record.sha256
    assert book.chain_head() == (len(stored), previous)


def test_a_closed_record_changed_behind_the_programs_back_is_noticed(book: Book) -> None:
    book.close()
    conn = raw(book.path)
    conn.execute("""update closed_records set json = replace(json, '"against":1', '"against":0')""")
    conn.commit()
    conn.close()
    again = Book.open(book.path, bundled())
    with pytest.raises(BookError) as caught:
        record_of(again, OCTOBER)
    assert caught.value.fault is Fault.DAMAGED
    again.close()


def test_what_asks_another_table_too_is_read_anew_when_that_is_written(book: Book) -> None:
    where = "meeting in (select id from meetings where state = 'running')"
    running = "select id from meetings where state = 'running'"
    assert book.rows(Attendance, where, beside=(Meeting,))
    assert book.values(running, of=(Meeting,))
    meeting = meeting_record(book, meeting_id(book, NOVEMBER)).meeting
    closed = Changes(Act.CHANGE_MEETING, (update(meeting, state=MeetingState.CANCELLED),))
    book.apply(closed, AFTER)
    assert book.rows(Attendance, where, beside=(Meeting,)) == []
    assert book.values(running, of=(Meeting,)) == []


def test_what_asks_another_table_names_it(book: Book) -> None:
    with pytest.raises(AssertionError):
        book.rows(Attendance, "meeting in (select id from meetings)")


def test_after_every_act_a_record_is_as_if_nothing_had_been_read_before(book: Book) -> None:
    """What was read before is kept: nothing of it may be older than the last act."""

    def insist_on_fresh() -> None:
        with closing_connection(Book.look(book.path, bundled())) as fresh:
            register = cell_record(fresh)
            assert cell_record(book) == register
            for meeting in register.meetings:
                assert meeting_record(book, meeting.id) == meeting_record(fresh, meeting.id)

    november = record_of(book).meeting
    december = replace(november, id="d", date=dt.date(2026, 12, 3), state=MeetingState.PLANNED)
    book.apply(Changes(Act.PLAN_MEETING, (insert(december),)), AFTER)
    insist_on_fresh()
    task = record_of(book).carried[0].task.id
    for result in (Result.NOT_DONE, Result.DONE):
        carry_out(book, review_task, record_of(book), task, result)
        insist_on_fresh()
        carried = {one.task.id for one in record_of(book, "2026-12-03").carried}
        assert (task in carried) == (result is Result.NOT_DONE)
    while undoable := read_history(book.steps(1000)).undoable:
        step = undoable[-1]
        book.apply(book.changes_of(step, back=True), AFTER, way="undo", of=step.of)
        insist_on_fresh()
