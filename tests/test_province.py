"""The province of the benchmarks: the same each time, and what is drawn is what a board counts."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from benchmarks.drawn import CELLS, COMMUNE, MEMBERS, Cell, File, Kind, Pattern, Province, expected
from benchmarks.practice import closed_meeting
from benchmarks.province import take
from cellsecretary.exchange.collecting import counts
from cellsecretary.rules import bundled
from cellsecretary.store.board import Board

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="module")
def pattern(tmp_path_factory: pytest.TempPathFactory) -> Pattern:
    return Pattern(closed_meeting(tmp_path_factory.mktemp("practice") / "practice.chibo"))


def test_a_seed_draws_the_same_province_and_another_seed_another() -> None:
    communes = Province().communes
    assert communes == Province().communes
    assert communes != Province(1).communes
    assert [cell.number for commune in communes for cell in commune] == list(range(CELLS))
    assert all(COMMUNE[0] <= len(one) <= COMMUNE[1] for one in communes[:-1])
    members = [cell.members for one in communes for cell in one]
    assert (min(members), max(members)) == MEMBERS
    assert Province(spare=60).communes[: len(communes)] == communes


@pytest.mark.thorough
def test_all_kinds_of_files_are_drawn_and_about_one_for_each_month_of_a_cell() -> None:
    files = [file for at in range(len(Province().communes)) for file in Province().files(at)]
    assert {file.kind for file in files} == set(Kind)
    assert 0.95 < len(files) / (CELLS * 12) < 1.1


@pytest.mark.thorough
def test_the_same_file_has_the_same_bytes_and_a_copied_book_others(pattern: Pattern) -> None:
    province, cell = Province(), Province().communes[0][0]
    first, again, copied = (
        province.content(File(cell, 5, kind), pattern)
        for kind in (Kind.MINUTES, Kind.AGAIN, Kind.COPIED)
    )
    assert first == again != copied


@pytest.mark.parametrize("members", MEMBERS)
def test_a_board_counts_what_was_drawn(pattern: Pattern, tmp_path: Path, members: int) -> None:
    """The smallest and the largest cell, which is renamed and loses its key in the year."""
    cell = Cell(7, 0, members, renamed=6, new_key=9)
    files = tuple(File(cell, month, Kind.MINUTES) for month in (2, 6, 9))
    files += tuple(File(cell, 9, kind) for kind in Kind if kind is not Kind.MINUTES)
    paths = []
    for file in files:
        paths.append(tmp_path / file.name)
        paths[-1].write_bytes(Province().content(file, pattern))
    with closing(Board.create(tmp_path / "xa.bangxa", bundled())) as board:
        assert counts(take(board, paths)) == expected(files)
        (line,) = board.whole().cells
        assert line.names == ("Chi bộ thôn 8", "Chi bộ thôn 8 mới")
        assert len(line.keys) == 2
        meetings = board.whole().meetings
        assert [meeting.current.date.month for meeting in meetings] == [2, 6, 9]
        held = [board.record(meeting.current.key) for meeting in meetings]
        assert [len(record.roster) for record in held] == [members] * 3
