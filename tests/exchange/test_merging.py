"""Another board is looked at without touching it, merged whole or not at all, and copied proven."""

from __future__ import annotations

import datetime as dt
import hashlib
import shutil
from contextlib import closing
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from cellsecretary.core.board.keeping import kept_record
from cellsecretary.core.board.versions import Arrived
from cellsecretary.core.board_rows import GivenPoints, MeetingScore
from cellsecretary.core.change import Act, Change, Changes, Context
from cellsecretary.core.operations.board import change_office, issue_directive, write_remark
from cellsecretary.core.plain import from_plain, plain_json, to_plain
from cellsecretary.core.record import MeetingRecord
from cellsecretary.core.reply import DirectiveKind
from cellsecretary.exchange.collecting import Refused
from cellsecretary.exchange.merging import BoardLook, board_file, board_file_name, look_at
from cellsecretary.rules import bundled
from cellsecretary.store import BookError, Fault, columns
from cellsecretary.store.board import Board
from cellsecretary.store.sealing import seal_rows
from tests.cells import SUPERIOR, Cell, held, packed
from tests.exchange.test_collecting import NOW, board, shown, stick, take

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from cellsecretary.core.board.keeping import KeptRecord

__all__ = ["board"]

FIRST, SECOND = Cell(0), Cell(1)
OTHER = "Đảng ủy xã Yên Sơn"


def do(board: Board, operation: Callable[..., object], *words: object) -> None:
    """Let the clerk of a board do something."""
    changes = operation(board.register(), Context(NOW, lambda: "new"), *words)
    assert isinstance(changes, Changes)
    board.apply(changes, NOW)


@pytest.fixture
def other(tmp_path: Path) -> Path:
    """The board of another clerk, with September and October of one cell and October of another."""
    there = tmp_path / "there"
    there.mkdir()
    path = there / "bang cua chi Lan.bangxa"
    sent = [packed(held(cell, month), cell) for cell, month in ((FIRST, 9), (FIRST, 10))]
    sent.append(packed(held(SECOND, 10), SECOND))
    with closing(Board.create(path, bundled())) as other:
        take(other, *stick(there, *(one.content for one in sent)))
        do(other, change_office, SUPERIOR)
        do(other, write_remark, FIRST.id, held(FIRST, 10).meeting.id, "Ghi tốt.")
        days = dt.date(2026, 11, 1), dt.date(2026, 12, 31)
        do(other, issue_directive, "d-1", DirectiveKind.TOPIC, "Phòng cháy rừng", *days)
    return path


def test_what_a_board_would_bring_is_counted_without_touching_it(
    board: Board, other: Path, tmp_path: Path
) -> None:
    take(board, *stick(tmp_path, packed(held(FIRST, 10), FIRST).content))
    before, step = other.read_bytes(), board.last_step()
    assert look_at(board, other, bundled()) == BoardLook(SUPERIOR, 2, 3, 2)
    assert other.read_bytes() == before
    assert board.last_step() == step
    with closing(Board.create(tmp_path / "new.bangxa", bundled())) as new:
        take(new, other)
        assert look_at(new, other, bundled()) == BoardLook(SUPERIOR, 2, 3, 0)
        assert look_at(new, board.path, bundled()).office == ""


@pytest.mark.parametrize("ours", [SUPERIOR, OTHER])
def test_what_an_office_tells_its_cells_is_taken_over_by_the_same_office_alone(
    board: Board, other: Path, ours: str
) -> None:
    """The remark on a meeting comes in either case: it is of the meeting."""
    do(board, change_office, ours)
    (report,) = take(board, other)
    assert report.reason is None
    register = board.register()
    assert [one.text for one in register.remarks] == ["Ghi tốt."]
    assert bool(register.directives) is (ours == SUPERIOR)
    assert register.office is not None
    assert register.office.name == ours


# A board as a program of somebody else could make it: every sum and hash in it is right


def made(path: Path, *records: KeptRecord) -> Path:
    with closing(Board.create(path, bundled())) as other:
        other.take(records, NOW)
        assert not other.is_harmed()
    return path


def lying(record: MeetingRecord, change: Callable[[dict[str, object]], object]) -> KeptRecord:
    """Keep a record that says something else, under its own hash, with the figures of before."""
    plain = to_plain(record)
    change(plain)
    assert from_plain(MeetingRecord, plain) != record
    kept = kept_record(record, NOW.date(), "")
    text = plain_json({name: value for name, value in plain.items() if name != "rules"})
    content = hashlib.sha256(text.encode()).hexdigest()
    key = replace(kept.version.key, content=content)
    return replace(kept, text=text, version=replace(kept.version, key=key, size=len(text)))


def without_agenda(plain: dict[str, object]) -> None:
    assert plain["opinions"]
    plain["agenda"] = []


def at_the_end_of_time(plain: dict[str, object]) -> None:
    meeting = plain["meeting"]
    assert isinstance(meeting, dict)
    meeting["date"] = "9999-12-20"


@pytest.mark.parametrize("change", [without_agenda, at_the_end_of_time])
def test_a_record_that_does_not_hold_together_keeps_its_whole_board_out(
    board: Board, tmp_path: Path, change: Callable[[dict[str, object]], object]
) -> None:
    honest = kept_record(held(FIRST, 9), NOW.date(), "")
    path = made(tmp_path / "other.bangxa", honest, lying(held(SECOND, 10), change))
    assert look_at(board, path, bundled()).records == 2
    before, step = shown(board), board.last_step()
    (report,) = take(board, path)
    assert (report.arrived, report.reason) == (Arrived.REFUSED, Refused.DAMAGED)
    assert (shown(board), board.last_step()) == (before, step)


def test_figures_that_cannot_be_computed_keep_a_board_out(board: Board, tmp_path: Path) -> None:
    path = made(tmp_path / "other.bangxa", lying(held(SECOND, 10), at_the_end_of_time))
    with closing(Board.open(path, bundled())) as other:
        other._db.execute("update versions set figures_version = 0")
        seal_rows(other.connection, "versions")
        assert not other.is_harmed()
    with pytest.raises(BookError) as refused:
        look_at(board, path, bundled())
    assert (refused.value.fault, refused.value.path) == (Fault.DAMAGED, path)
    assert take(board, path)[0].reason is Refused.DAMAGED


def test_points_that_are_no_json_keep_a_board_out(board: Board, tmp_path: Path) -> None:
    path = made(tmp_path / "other.bangxa")
    points: tuple[GivenPoints, ...] = "{"  # type: ignore[assignment]
    row = MeetingScore("a", FIRST.id, "m", "score", points, 1, None, NOW)
    with (
        closing(Board.open(path, bundled())) as other,
        pytest.MonkeyPatch.context() as theirs,
    ):
        theirs.setitem(columns._LISTS, MeetingScore, frozenset())
        other.apply(Changes(Act.MERGE_BOARD, (Change(None, row),)), NOW)
        assert not other.is_harmed()
    with pytest.raises(BookError) as refused:
        look_at(board, path, bundled())
    assert (refused.value.fault, refused.value.path) == (Fault.DAMAGED, path)
    assert take(board, path)[0].reason is Refused.DAMAGED


# A copy for a stick


def test_a_copy_of_the_board_is_the_board(board: Board, tmp_path: Path) -> None:
    take(board, *stick(tmp_path, packed(held(FIRST, 10), FIRST).content))
    path = tmp_path / "copied.bangxa"
    path.write_bytes(board_file(board))
    with closing(Board.open(path, bundled())) as copy:
        assert shown(copy) == shown(board)
    assert sorted(one.name for one in tmp_path.iterdir()) == ["copied.bangxa", "stick", "xa.bangxa"]
    day = NOW.date()
    assert board_file_name(SUPERIOR, day) == "DangUyXaMinhDai_2026-11-26.bangxa"
    assert board_file_name("", day) == "Bang_2026-11-26.bangxa"


def test_a_board_whose_folder_is_gone_is_not_copied(board: Board, tmp_path: Path) -> None:
    away = tmp_path / "away"
    away.mkdir()
    shutil.copyfile(board.path, away / "xa.bangxa")
    with closing(Board.open(away / "xa.bangxa", bundled())) as board:
        shutil.rmtree(away)
        with pytest.raises(BookError) as caught:
            board_file(board)
    assert caught.value.fault is Fault.UNREACHABLE
