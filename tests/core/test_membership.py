"""How the register stands on a day, and its counts."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from cellsecretary.core.facts import facts
from cellsecretary.core.kinds import CellKind, Shift, StandingKind
from cellsecretary.core.membership import count_members, member_states, standings_of
from cellsecretary.core.register import CellRecord
from cellsecretary.core.rows import Cell, Member, Standing
from cellsecretary.store.records import cell_record
from tests.building import NOVEMBER, record_of, replayed

if TYPE_CHECKING:
    from pathlib import Path

CELL = Cell(
    id="c",
    name="Chi bộ thôn 3",
    kind=CellKind.VILLAGE,
    superior="Đảng bộ xã Lưỡng Vượng",
    commune="Lưỡng Vượng",
    place="",
    day=3,
    time=dt.time(19, 30),
    shift=Shift.NONE,
    term_start=dt.date(2025, 1, 1),
)
DAY = dt.date(2026, 11, 3)


def member(number: int, **values: object) -> Member:
    return Member(f"m{number}", number, f"Trần Văn {number}", **values)  # type: ignore[arg-type]


@pytest.mark.thorough
def test_the_counts_are_those_of_the_meeting_of_that_day(tmp_path: Path) -> None:
    book = replayed(tmp_path / "a.chibo")
    meeting = facts(record_of(book, NOVEMBER))
    count = count_members(member_states(cell_record(book), DAY))
    book.close()
    assert (count.register, count.official, count.probationary) == (
        meeting.register,
        meeting.official,
        meeting.probationary,
    )
    assert (count.exempt, count.away, count.visiting) == (
        meeting.exempt,
        meeting.away,
        meeting.visiting,
    )


@pytest.mark.parametrize(
    ("values", "counted"),
    [
        ({}, 1),
        ({"left": DAY}, 0),
        ({"left": DAY + dt.timedelta(1)}, 1),
        ({"entered": DAY}, 1),
        ({"entered": DAY + dt.timedelta(1)}, 0),
    ],
)
def test_who_left_or_is_yet_to_come_is_not_counted(
    values: dict[str, dt.date], counted: int
) -> None:
    register = CellRecord(CELL, members=(member(1, **values),))
    assert count_members(member_states(register, DAY)).register == counted


def test_an_official_member_is_one_from_the_day_on() -> None:
    register = CellRecord(CELL, members=(member(1, official=DAY), member(2)))
    before, after = (
        count_members(member_states(register, day)) for day in (DAY - dt.timedelta(1), DAY)
    )
    assert (before.official, before.probationary) == (0, 2)
    assert (after.official, after.probationary) == (1, 1)


def test_a_visiting_member_is_counted_apart() -> None:
    visit = Standing("s", "m2", StandingKind.VISITING)
    register = CellRecord(CELL, members=(member(1), member(2, official=DAY)), standings=(visit,))
    count = count_members(member_states(register, DAY))
    assert (count.register, count.official, count.visiting) == (1, 0, 1)


def test_the_spans_of_a_member_come_oldest_first() -> None:
    spans = (
        Standing("b", "m1", StandingKind.AWAY, DAY),
        Standing("a", "m1", StandingKind.EXEMPT, None, dt.date(2025, 5, 1)),
        Standing("c", "m2", StandingKind.EXEMPT),
    )
    register = CellRecord(CELL, members=(member(1), member(2)), standings=spans)
    assert [span.id for span in standings_of(register, "m1")] == ["a", "b"]
