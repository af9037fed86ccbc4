"""A board of a stranger is believed in no place, and takes nothing of ours with it."""

from __future__ import annotations

import os
import zlib
from contextlib import closing
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from cellsecretary.core.board.versions import Arrived
from cellsecretary.exchange.collecting import Refused, counts, lines_of, packets_in
from cellsecretary.rules import bundled
from cellsecretary.store.board import Board
from cellsecretary.store.engine import sqlite3
from tests.cells import Cell, held, packed
from tests.exchange.test_collecting import NOW, board, collecting, shown, stick, take

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

__all__ = ["board"]

BOMB = zlib.compress(bytes(200 << 20), 9)


def theirs(tmp_path: Path, spoil: Callable[[sqlite3.Connection], object]) -> Path:
    """Make the board of somebody else, with two meetings and a fault."""
    folder = tmp_path / "theirs"
    folder.mkdir()
    path = folder / "other.bangxa"
    with closing(Board.create(path, bundled())) as other:
        take(other, *stick(folder, *(packed(held(Cell(9), m), Cell(9)).content for m in (1, 2))))
    conn = sqlite3.connect(path)
    spoil(conn)
    conn.commit()
    conn.close()
    return path


def sql(*statements: str, **values: object) -> Callable[[sqlite3.Connection], object]:
    return lambda conn: [conn.execute(one, values) for one in statements]


SPOILT = {
    "a bomb": sql("update records set packed = :bomb", bomb=BOMB),
    "no record": sql("delete from records where id = (select max(id) from records)"),
    "no zlib": sql("update records set packed = x'00'"),
    "no json": sql("update records set packed = :it", it=zlib.compress(b"{")),
    "deep json": sql("update records set packed = :it", it=zlib.compress(b"[" * 100_000)),
    "another record": sql("update records set packed = :it", it=zlib.compress(b'{"cell":{}}')),
    "no rules": sql("update rule_sets set packed = :it", it=zlib.compress(b"7")),
    "no date": sql("update versions set date = 'yesterday'"),
    "no state": sql("update versions set state = 'asleep'"),
    "no figures": sql("update versions set figures = '[1]'"),
    "no kind of answer": sql("update acceptances set kind = 'friend'"),
    "no moment": sql("update acceptances set changed = 'now'"),
    "points that are none": sql(
        "insert into meeting_scores (id, cell, meeting, form, points, total, confirmed_by, changed)"
        " values ('a', 'a', 'a', 'a', '{', 1, '', '2026-01-01T00:00:00')"
    ),
    "a view": sql(
        "create view more as with recursive n(i) as (select 1 union all select i + 1 from n) "
        "select i from n"
    ),
    "a trigger": sql("create trigger t after insert on steps begin delete from versions; end"),
    "a later format": sql("update records set format = 999"),
    "a later schema": sql("pragma user_version = 99"),
}


@pytest.mark.parametrize("fault", SPOILT)
def test_a_board_with_a_fault_is_refused_whole(board: Board, tmp_path: Path, fault: str) -> None:
    take(board, *stick(tmp_path, packed(held(Cell(2), 10), Cell(2)).content))
    before, step = shown(board), board.last_step()
    path = theirs(tmp_path, SPOILT[fault])
    bytes_before = path.read_bytes()
    report = collecting(board).take(path)
    assert report.arrived is Arrived.REFUSED
    assert report.reason is (Refused.TOO_NEW if "later" in fault else Refused.DAMAGED)
    assert (shown(board), board.last_step()) == (before, step)
    assert path.read_bytes() == bytes_before
    assert sorted(one.name for one in path.parent.iterdir()) == ["other.bangxa", "stick"]


def test_a_fault_in_one_board_leaves_the_packets_beside_it_alone(
    board: Board, tmp_path: Path
) -> None:
    bad = theirs(tmp_path, SPOILT["no zlib"])
    good = stick(tmp_path, *(packed(held(Cell(2), m), Cell(2)).content for m in (9, 10)))
    reports = take(board, good[0], bad, good[1])
    assert [one.arrived for one in reports] == [Arrived.NEW, Arrived.REFUSED, Arrived.NEW]
    assert len(board.whole().meetings) == 2
    assert len(board.whole().cells) == 1


def test_a_record_of_a_cell_that_was_turned_away_does_not_come_under_another_name(
    board: Board, tmp_path: Path
) -> None:
    work = collecting(board, accept_new=False)
    (mine,) = stick(tmp_path, packed(held(Cell(9), 5), Cell(9)).content)
    sender = work.take(mine).sender
    assert sender is not None
    work.accept([sender], accepted=False)
    path = theirs(tmp_path, sql("update versions set cell = 'somebody'", "delete from acceptances"))
    collecting(board).take(path)
    assert board.whole().meetings == ()


def test_a_score_that_no_form_gives_is_no_score(board: Board, tmp_path: Path) -> None:
    """Else the sums of all cells would divide by the nothing that it is made of."""
    record = held(Cell(2), 10)
    forms = {
        name: replace(form, total=0, criteria=tuple(replace(c, points=0) for c in form.criteria))
        for name, form in record.rules.scores.items()
    }
    from cellsecretary.core.kinds import Scorer
    from cellsecretary.core.rows import ScoreMark

    name = next(iter(forms))
    marks = tuple(
        ScoreMark(f"m{c.code}", record.meeting.id, name, c.code, Scorer.CELL, 0)
        for c in forms[name].criteria
    )
    spoilt = replace(record, rules=replace(record.rules, scores=forms), scores=marks)
    take(board, *stick(tmp_path, packed(spoilt, Cell(2)).content))
    (meeting,) = board.whole().meetings
    assert meeting.current.figures.points is None
    assert shown(board)


@pytest.mark.skipif(os.name != "posix", reason="such files are made on POSIX alone")
def test_a_folder_of_oddities_is_gone_through(board: Board, tmp_path: Path) -> None:
    folder = tmp_path / "usb"
    folder.mkdir()
    os.mkfifo(folder / "pipe.zip")
    (folder / "loop").symlink_to(folder)
    (folder / "nowhere.zip").symlink_to(folder / "gone")
    content = packed(held(Cell(2), 10), Cell(2)).content
    named = os.path.join(os.fsencode(folder), b"bi\xean b\xb6n.zip")
    with open(named, "wb") as file:
        file.write(content)
    reports = take(board, *packets_in([folder]))
    assert counts(reports).found == 1
    assert reports[0].arrived is Arrived.NEW
    board.note_arrivals(lines_of(reports, NOW, "USB"))
    assert board.arrivals(1)[0].file.endswith(".zip")


def test_a_file_that_went_with_its_stick_is_said_to_be_out_of_reach(
    board: Board, tmp_path: Path
) -> None:
    paths = stick(tmp_path, packed(held(Cell(2), 9), Cell(2)).content, b"")
    paths[1].unlink()
    reports = take(board, *paths)
    assert [one.reason for one in reports] == [None, Refused.UNREADABLE]


def test_what_is_merged_is_hashed_here(board: Board, tmp_path: Path) -> None:
    """A content that another board names is not believed."""
    path = theirs(
        tmp_path,
        sql(
            "update versions set content = 'f' || substr(content, 2)",
            "update records set id = 'f' || substr(id, 2)",
        ),
    )
    assert collecting(board).take(path).arrived is Arrived.NEW
    for version in board.versions():
        assert version.key.content == _content(board, version.key)


def _content(board: Board, key: object) -> str:
    from cellsecretary.core.board.keeping import kept_record

    return kept_record(board.record(key), NOW.date(), "").version.key.content  # type: ignore[arg-type]
