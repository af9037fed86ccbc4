"""A board keeps what packets say, in whatever order they came and whichever program sent them."""

from __future__ import annotations

import datetime as dt
from contextlib import closing
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from cellsecretary.core.board.keeping import kept_record
from cellsecretary.core.board.versions import Arrived
from cellsecretary.rules import bundled
from cellsecretary.store.board import Board
from cellsecretary.store.checking import check
from tests.building import AFTER
from tests.cells import Cell, held

if TYPE_CHECKING:
    from pathlib import Path

    from cellsecretary.core.board.keeping import KeptRecord

CELL = Cell(2)


def of_two_programs() -> tuple[KeptRecord, KeptRecord]:
    """Give one meeting as two programs sent it, that filled in otherwise what they do not know."""
    record = held(CELL, 10)
    other = replace(record, rules=replace(record.rules, open_reasons=("việc khác",)))
    one, another = (kept_record(each, AFTER.date(), "") for each in (record, other))
    assert one.version.key == another.version.key
    assert one.rules_hash != another.rules_hash
    low, high = sorted((one, another), key=lambda kept: kept.rules_hash)
    return low, high


@pytest.mark.parametrize("is_first", [True, False])
def test_of_two_sets_of_rules_for_one_meeting_the_order_does_not_tell(
    tmp_path: Path, is_first: bool
) -> None:
    low, high = of_two_programs()
    order = [low, high] if is_first else [high, low]
    with closing(Board.create(tmp_path / "xa.bangxa", bundled())) as board:
        arrived = [one for kept in order for one in board.take([kept], AFTER)]
        assert arrived == [Arrived.NEW, Arrived.KNOWN]
        assert board.values("select rules from records") == [low.rules_hash]
        assert board.versions()[0].figures == low.version.figures
        assert check(board) == (), "it is sealed anew"
        assert board.take([high], AFTER) == (Arrived.KNOWN,)
        assert board.values("select rules from records") == [low.rules_hash]


def test_a_version_keeps_the_day_on_which_it_first_came(tmp_path: Path) -> None:
    low, _ = of_two_programs()
    first = AFTER.date() - dt.timedelta(days=3)
    with closing(Board.create(tmp_path / "xa.bangxa", bundled())) as board:
        for day in (AFTER.date(), first, AFTER.date()):
            board.take([replace(low, version=replace(low.version, received=day))], AFTER)
        assert [one.received for one in board.versions()] == [first]
        assert board.rules_on(first) == bundled().on(first)
        assert check(board) == ()
