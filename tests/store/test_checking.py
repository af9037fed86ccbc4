"""A check finds what was changed behind the program's back, and nothing in a sound file."""

from __future__ import annotations

import shutil
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from cellsecretary.core.operations.closing import chained_hash
from cellsecretary.rules import bundled
from cellsecretary.store import Book
from cellsecretary.store.board import Board
from cellsecretary.store.checking import MOST, Finding, Harm, Stopped, check
from tests.encrypted import raw
from tests.exchange.test_collecting import month, stick, take
from tests.store.test_recovering import spoil

if TYPE_CHECKING:
    from pathlib import Path


def plant(path: Path, sql: str) -> None:
    with closing(raw(path)) as conn, conn:
        conn.execute(sql)


def test_a_sound_book_has_no_findings(book: Book, practice: Book) -> None:
    assert check(book) == ()
    assert check(practice) == ()
    with closing(Book.look(book.path, bundled())) as looked:
        assert check(looked) == ()


@pytest.mark.parametrize(
    ("sql", "found"),
    [
        ("update members set name = name || '.' where number = 1", Harm.ROW),
        ("delete from guests where rowid = 1", Harm.ROW),
        ("insert into days_off values ('x', '2026-11-20', 1)", Harm.ROW),
        ("update steps set at = '2020-01-01T00:00:00' where step = 5", Harm.STEP),
        ("update changes set after = replace(after, 'a', 'b') where id = 9", Harm.STEP),
        ("delete from changes where id = 30", Harm.STEP),
        ("update closed_records set json = replace(json, '\"A', '\"B')", Harm.RECORD),
        ("delete from steps where step = (select max(step) from steps)", Harm.ROW),
    ],
)
def test_what_was_changed_behind_the_back_is_found(book: Book, sql: str, found: Harm) -> None:
    plant(book.path, sql)
    assert found in {finding.harm for finding in check(book)}


def test_a_finding_names_the_meeting_that_was_changed(book: Book) -> None:
    plant(book.path, "update closed_records set json = replace(json, 'thôn', 'bản')")
    days = {finding.day for finding in check(book) if finding.harm is Harm.RECORD}
    assert days == {"2026-10-03"}
    plant(book.path, "update opinions set text = text || '!' where rowid = 1")
    rows = [finding for finding in check(book) if finding.table == "opinions"]
    assert [finding.day for finding in rows] == ["2026-10-03"]


def test_bytes_that_are_no_text_are_found_and_stop_nothing(book: Book) -> None:
    plant(book.path, "update agenda_items set body = cast(x'c3c3c3' as text) where rowid = 1")
    assert [(one.harm, one.table) for one in check(book)] == [(Harm.ROW, "agenda_items")]


def test_a_row_that_points_nowhere_is_found(book: Book) -> None:
    plant(book.path, "update votes set item = 'nowhere' where rowid = 1")
    assert {one.harm for one in check(book)} == {Harm.POINTER, Harm.ROW}


def test_a_check_stops_when_nobody_wants_to_know(book: Book) -> None:
    answers = iter([True, True, False])
    with pytest.raises(Stopped):
        check(book, lambda: next(answers))


@pytest.mark.parametrize(
    ("sql", "table"),
    [
        ("update versions set figures = replace(figures, '2', '3')", "versions"),
        ("update versions set received = '2020-01-01'", "versions"),
        ("update records set packed = substr(packed, 1, 200)", "records"),
        ("update rule_sets set packed = zeroblob(20)", "rule_sets"),
        ("delete from records where rowid = 1", "records"),
    ],
)
def test_what_packets_brought_to_a_board_is_checked_too(
    tmp_path: Path, sql: str, table: str
) -> None:
    path = tmp_path / "board.bangxa"
    with closing(Board.create(path, bundled())) as board:
        take(board, *stick(tmp_path, month(10), month(10, revision=2), month(9)))
        assert check(board) == ()
        plant(path, sql)
        assert {one.table for one in check(board)} == {table}


@pytest.mark.parametrize("book", ["plain"], indirect=True)
def test_an_index_with_one_flipped_bit_is_found_although_the_book_opens(
    book: Book, tmp_path: Path
) -> None:
    path = tmp_path / "copy.chibo"
    data = bytearray(book.path.read_bytes())
    sql = "select rootpage from sqlite_schema where name = 'sqlite_autoindex_cells_1'"
    (root,) = book.values(sql)
    page = slice((root - 1) * 4096, root * 4096)
    (cell,) = book.values("select id from cells")
    at = data.index(cell.encode(), page.start, page.stop)
    data[at] ^= 1
    path.write_bytes(data)
    with closing(Book.look(path, bundled())) as looked:
        assert Finding(Harm.PAGES, "cells") in check(looked)


@pytest.mark.parametrize("book", ["plain"], indirect=True)
def test_pages_that_are_lost_while_it_is_open_end_the_check_as_damage(
    book: Book, tmp_path: Path
) -> None:
    path = tmp_path / "copy.chibo"
    shutil.copyfile(book.path, path)
    with closing(Book.look(path, bundled())) as looked:
        spoil(path)
        found = check(looked)
        assert found
        assert {one.harm for one in found} == {Harm.PAGES}


def test_a_file_with_very_much_harm_is_not_searched_to_its_end(book: Book) -> None:
    plant(book.path, "update attendance set name = name || '.'")
    plant(book.path, "update closed_records set json = ''")
    assert len(book.values("select 1 from attendance")) > MOST
    found = check(book)
    assert len(found) == MOST
    assert {(one.harm, one.table) for one in found} == {(Harm.ROW, "attendance")}


# The chain of closed records


@pytest.fixture
def closed(practice_file: Path, tmp_path: Path) -> Path:
    """Give a copy of the practice cell: many meetings are closed there."""
    path = tmp_path / "practice.chibo"
    shutil.copyfile(practice_file, path)
    return path


def spoilt_records(path: Path) -> list[tuple[str, str]]:
    """Give place and day of the closed records that are not as they were chained."""
    with closing(Book.look(path, bundled())) as book:
        return [(one.row, one.day) for one in check(book) if one.harm is Harm.RECORD]


@pytest.mark.parametrize("place", [1, 2])
def test_a_record_that_was_changed_with_its_hash_is_told_by_the_next(
    closed: Path, place: int
) -> None:
    with closing(raw(closed)) as conn, conn:
        text, previous, day = conn.execute(
            "select json, previous, date from closed_records join meetings "
            "on meetings.id = meeting where position = ?",
            [place],
        ).fetchone()
        text = text.replace("Chi bộ", "Chi hội", 1)
        conn.execute(
            "update closed_records set json = ?, sha256 = ? where position = ?",
            [text, chained_hash(text, previous), place],
        )
    assert spoilt_records(closed) == [(str(place), day)]


def test_a_record_that_was_taken_out_is_named_by_its_place(closed: Path) -> None:
    plant(closed, "delete from closed_records where position = 3")
    assert spoilt_records(closed) == [("3", "")]


def test_a_first_record_that_claims_one_before_it_is_told(closed: Path) -> None:
    with closing(raw(closed)) as conn, conn:
        (text, day) = conn.execute(
            "select json, date from closed_records join meetings on meetings.id = meeting "
            "where position = 1"
        ).fetchone()
        conn.execute(
            "update closed_records set previous = 'x', sha256 = ? where position = 1",
            [chained_hash(text, "x")],
        )
    assert spoilt_records(closed)[0] == ("1", day)


# Beside others


@pytest.mark.parametrize("book", ["plain"], indirect=True)
def test_a_text_with_one_flipped_bit_is_found_although_sqlite_finds_it_sound(
    book: Book, tmp_path: Path
) -> None:
    path = tmp_path / "copy.chibo"
    data = bytearray(book.path.read_bytes())
    data[data.rfind("biểu quyết".encode())] ^= 1
    path.write_bytes(data)
    with closing(Book.look(path, bundled())) as looked:
        assert looked.value("pragma integrity_check") == "ok"
        assert check(looked)


def test_a_check_beside_somebody_at_work_raises_no_false_alarm(book: Book) -> None:
    from tests.store.test_backups import change

    asked = 0

    def at_work() -> bool:
        nonlocal asked
        asked += 1
        if asked % 20 == 0:
            change(book, f"Nhà {asked}")
        return True

    with closing(Book.look(book.path, bundled())) as looked:
        assert check(looked, at_work) == ()
    assert asked > 100
