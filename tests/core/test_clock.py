"""A clock that cannot be right is noticed, and one wrong entry makes no other clock doubtful."""

from __future__ import annotations

import datetime as dt

import pytest

from cellsecretary.core.clock import (
    LONGEST_PAUSE,
    Believed,
    ClockDoubt,
    clock_doubt,
    last_entry,
    witness,
)

MADE = dt.date(2026, 7, 26)
MEETINGS = tuple(dt.date(2026, month, 3) for month in (7, 8, 9, 10, 11))
LAST = MEETINGS[-1]
EMPTY, AHEAD = dt.date(1970, 1, 1), dt.date(2099, 12, 31)
NOW = dt.date(2026, 11, 21)


def doubt(
    today: dt.date, days: tuple[dt.date, ...] = MEETINGS, believed: Believed | None = None
) -> ClockDoubt | None:
    return clock_doubt(today, witness(days, MADE, believed))


@pytest.mark.parametrize(
    ("today", "why"),
    [
        (EMPTY, ClockDoubt.BEFORE_LAST),
        (dt.date(2026, 11, 1), ClockDoubt.BEFORE_LAST),
        (dt.date(2026, 11, 2), None),
        (LAST, None),
        (NOW, None),
        (LAST + LONGEST_PAUSE, None),
        (LAST + LONGEST_PAUSE + dt.timedelta(days=1), ClockDoubt.LONG_AFTER_LAST),
        (AHEAD, ClockDoubt.LONG_AFTER_LAST),
    ],
)
def test_a_clock_is_judged_by_the_last_entry(today: dt.date, why: ClockDoubt | None) -> None:
    assert doubt(today) is why


@pytest.mark.parametrize(
    ("today", "why"),
    [
        (EMPTY, ClockDoubt.BEFORE_PROGRAM),
        (dt.date(2025, 12, 1), ClockDoubt.BEFORE_PROGRAM),
        (dt.date(2026, 3, 1), None),
        (dt.date(2040, 1, 1), None),
        (AHEAD, ClockDoubt.LONG_AFTER_PROGRAM),
    ],
)
def test_without_an_entry_the_program_itself_is_the_witness(
    today: dt.date, why: ClockDoubt | None
) -> None:
    assert doubt(today, ()) is why


def test_a_book_begun_in_1970_does_not_make_1970_likely() -> None:
    assert doubt(EMPTY, (EMPTY,)) is ClockDoubt.BEFORE_PROGRAM
    assert doubt(AHEAD, (AHEAD,)) is ClockDoubt.LONG_AFTER_PROGRAM


@pytest.mark.parametrize("wrong", [EMPTY, AHEAD])
def test_one_wrong_day_of_writing_is_no_witness(wrong: dt.date) -> None:
    assert last_entry((*MEETINGS[1:], wrong)) == LAST
    assert doubt(NOW, (*MEETINGS[1:], wrong)) is None
    assert doubt(wrong, (*MEETINGS[1:], wrong)) is not None


def test_the_first_entry_of_a_book_may_be_the_wrong_one() -> None:
    assert last_entry((LAST, AHEAD)) == LAST
    assert doubt(NOW, (LAST, AHEAD)) is None


def test_days_after_a_long_pause_become_the_witness() -> None:
    late = [dt.date(2030, month, 3) for month in range(1, 4)]
    assert last_entry((*MEETINGS[-2:], *late)) == late[-1]


@pytest.mark.parametrize("said", [EMPTY, dt.date(2031, 1, 1), AHEAD])
def test_what_the_user_said_is_right_is_not_asked_again_until_the_clock_jumps(
    said: dt.date,
) -> None:
    assert doubt(said) is not None
    believed = Believed(said, 12)
    assert doubt(said, (), believed) is None
    assert doubt(said + dt.timedelta(days=300), (), believed) is None
    assert doubt(said + dt.timedelta(days=300), (said,), believed) is None
    assert doubt(said - dt.timedelta(days=9), (), believed) is ClockDoubt.BEFORE_LAST
    assert doubt(said + 2 * LONGEST_PAUSE, (), believed) is ClockDoubt.LONG_AFTER_LAST


def test_entries_after_the_users_word_are_newer_than_it() -> None:
    believed = Believed(NOW, 12)
    later = tuple(NOW + dt.timedelta(days=30 * month) for month in (1, 2, 3))
    assert doubt(NOW, later, believed) is ClockDoubt.BEFORE_LAST


def test_a_day_a_whole_pause_from_the_others_is_still_of_them() -> None:
    latest = MEETINGS[0] + LONGEST_PAUSE
    assert last_entry((MEETINGS[0], latest)) == latest
    assert last_entry((MEETINGS[0], latest + dt.timedelta(days=1))) == MEETINGS[0]
