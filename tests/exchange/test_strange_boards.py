"""A board that anybody may have made is refused, or comes to what an honest one comes to."""

from __future__ import annotations

import datetime as dt
import os
import shutil
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from cellsecretary.core.board.cell_facts import turned_away
from cellsecretary.core.board.versions import Arrived
from cellsecretary.core.board_rows import AcceptanceKind
from cellsecretary.core.change import Changes, Context
from cellsecretary.core.operations.board import answer_sender, confirm_points, give_points
from cellsecretary.exchange.collecting import Collecting, Refused
from cellsecretary.exchange.merging import look_at
from cellsecretary.rules import bundled
from cellsecretary.store import BookError, Fault
from cellsecretary.store.board import Board
from cellsecretary.store.engine import sqlite3
from tests.cells import Cell, held, packed, write
from tests.exchange.test_collecting import NOW, collecting, shown, take

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

FIRST, SECOND = Cell(0), Cell(1)
MEETING = held(FIRST, 10).meeting.id


@pytest.fixture
def other(tmp_path: Path) -> Path:
    """The board of somebody else, with the meetings of two cells."""
    write((packed(held(cell, 10), cell) for cell in (FIRST, SECOND)), tmp_path / "there")
    path = tmp_path / "other.bangxa"
    with closing(Board.create(path, bundled())) as board:
        take(board, *sorted((tmp_path / "there").iterdir()))
    return path


@pytest.fixture
def board(tmp_path: Path) -> Iterator[Board]:
    """The board of the clerk, who took another month of the first cell."""
    write(iter([packed(held(FIRST, 9), FIRST)]), tmp_path / "here")
    with closing(Board.create(tmp_path / "xa.bangxa", bundled())) as board:
        take(board, *(tmp_path / "here").iterdir())
        yield board


def spoil(path: Path, *statements: str) -> None:
    with closing(sqlite3.connect(path)) as db, db:
        for statement in statements:
            db.execute(statement)


def assert_refused(board: Board, path: Path) -> None:
    before, step = shown(board), board.last_step()
    (report,) = take(board, path)
    assert (report.arrived, report.reason) == (Arrived.REFUSED, Refused.DAMAGED)
    assert (shown(board), board.last_step()) == (before, step)


@pytest.mark.parametrize(
    "statements",
    [
        ["drop table _sqlite_migrations"],
        ["delete from _sqlite_migrations"],
        ["drop table _sqlite_migrations", "create view _sqlite_migrations as select 1 as id"],
        ["create view more as select 1"],
        ["update versions set name = cast(x'ff41' as text)"],
        ["update acceptances set value = cast(x'ff41' as text)"],
        ["update versions set figures_version = 0, received = 'yesterday'"],
    ],
)
def test_a_file_that_no_program_of_ours_wrote_is_refused(
    board: Board, other: Path, statements: list[str]
) -> None:
    spoil(other, *statements)
    with pytest.raises(BookError) as error:
        look_at(board, other, bundled())
    assert error.value.fault is Fault.DAMAGED
    assert_refused(board, other)


LATER = "'2027-01-01T00:00:00'"


@pytest.mark.parametrize(
    "statement",
    [
        f"insert into paper_minutes values ('{FIRST.id}:9999-12-01', '{FIRST.id}', '9999-12-01', "
        f"'2026-10-01', {LATER})",
        f"insert into paper_minutes values ('{FIRST.id}:2026-09-15', '{FIRST.id}', '2026-09-15', "
        f"'2026-10-01', {LATER})",
        f"insert into meeting_scores values ('{FIRST.id}:{MEETING}', '{FIRST.id}', '{MEETING}', "
        f"'score', '[]', 0, 'good', null, '', {LATER})",
        f"insert into meeting_scores values ('{FIRST.id}:{MEETING}', '{FIRST.id}', '{MEETING}', "
        f"'score', '[{{\"criterion\":\"1\",\"points\":101}}]', 100, 'good', null, '', {LATER})",
        f"insert or replace into acceptances values ('{FIRST.id}', '{SECOND.id}', 'cell', '', 0, "
        f"{LATER})",
        f"insert into meeting_remarks values ('x', '{FIRST.id}', '{MEETING}', 'Tốt', {LATER})",
        "update acceptances set value = 'zz', id = cell || ':key:zz' where kind = 'key'",
    ],
)
def test_rows_that_no_clerk_writes_are_refused_before_they_break_the_board(
    board: Board, other: Path, statement: str
) -> None:
    spoil(other, statement)
    assert_refused(board, other)


def test_all_that_a_clerk_writes_is_taken_over(board: Board, other: Path) -> None:
    ctx = Context(dt.datetime(2026, 11, 26, 9, 0), lambda: "new")
    with closing(Board.open(other, bundled())) as there:
        for act in (
            lambda: confirm_points(there.register(), ctx, held(FIRST, 10), ctx.now.date(), "An"),
            lambda: give_points(there.register(), ctx, held(SECOND, 10), "score", [("1", 2)]),
        ):
            changes = act()
            assert isinstance(changes, Changes)
            there.apply(changes, ctx.now)
        scores = there.register().scores
    (report,) = take(board, other)
    assert report.reason is None
    assert board.register().scores == scores


def test_a_record_of_another_number_than_any_is_refused(board: Board, tmp_path: Path) -> None:
    write(iter([packed(held(SECOND, 10, revision=-5), SECOND)]), tmp_path / "stick")
    (report,) = take(board, *(tmp_path / "stick").iterdir())
    assert report.reason is Refused.DAMAGED


def test_two_boards_come_to_the_same_when_one_of_them_turned_a_cell_away(
    board: Board, other: Path, tmp_path: Path
) -> None:
    """What came of it on the other board before is kept, and counts nowhere."""
    later = Context(NOW.replace(hour=20), lambda: "new")
    asked = [(AcceptanceKind.CELL, SECOND.superior)]
    changes = answer_sender(board.register(), later, SECOND.id, asked, False)
    assert isinstance(changes, Changes)
    board.apply(changes, later.now)
    copy = tmp_path / "copy.bangxa"
    shutil.copy(board.path, copy)
    take(board, other)
    with closing(Board.open(other, bundled())) as there:
        take(there, copy)
        assert shown(there) == shown(board)
        assert {one.cell for one in there.whole().meetings} == {FIRST.id}
        assert SECOND.id in {one.key.cell for one in there.versions()}
        (away,) = turned_away(there.whole())
        assert away.name == SECOND.name


def test_a_board_whose_name_is_in_capitals_is_a_board(
    board: Board, other: Path, tmp_path: Path
) -> None:
    path = other.rename(tmp_path / "XA.BANGXA")
    work = Collecting(board, bundled(), lambda: Context(NOW, lambda: "new"))
    assert work.take(path).reason is Refused.BOARD
    assert collecting(board).take(path).arrived is Arrived.NEW


def test_the_report_of_a_folder_whose_name_is_no_text_is_kept(board: Board) -> None:
    from cellsecretary.exchange.collecting import lines_of

    reports = take(board, board.path)
    board.note_arrivals(lines_of(reports, NOW, os.fsdecode(b"stick \xff")))
    (line,) = board.arrivals(1)
    assert line.place == "stick ?"
