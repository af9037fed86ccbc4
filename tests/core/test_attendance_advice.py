"""Whom to see before a meeting: one absence before the run, two months missed or owing."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from itertools import takewhile
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from cellsecretary.core.advice import Point, advice_before, cell_advice
from cellsecretary.core.attendance_advice import talks, talks_before
from cellsecretary.core.kinds import Mark, MeetingKind, MeetingState, StandingKind
from cellsecretary.core.register import CellRecord
from cellsecretary.core.rows import Attendance, Meeting, Member, Standing
from cellsecretary.rules import bundled
from cellsecretary.store.records import cell_record
from tests.building import NOVEMBER, record_of
from tests.papers import records

if TYPE_CHECKING:
    import random

    from cellsecretary.core.ruleset import RuleSet
    from cellsecretary.store import Book

TODAY = dt.date(2026, 11, 20)
RULES = bundled().on(TODAY)
LAN = Member("m1", 1, "Ma Thị Lan", official=dt.date(2020, 1, 1))
E, U, P, O = "excused", "unexcused", "present", "owing"  # noqa: E741
WAYS = st.sampled_from([E, U, P, O])


def rules(_day: dt.date) -> RuleSet:
    return RULES


def month_of_2026(month: int, **values: object) -> Meeting:
    meeting = Meeting(
        f"h{month}", dt.date(2026, month, 3), MeetingKind.REGULAR, "", dt.time(19), "",
        MeetingState.CLOSED,
    )  # fmt: skip
    return replace(meeting, **values)  # type: ignore[arg-type]


def line(meeting: Meeting, way: str, member: Member = LAN) -> Attendance:
    mark = Mark.PRESENT if way == O else Mark(way)
    return Attendance(
        f"{meeting.id}:{member.id}", meeting.id, member.id, member.number, member.name, "", True,
        StandingKind.ACTIVE, mark, fee_owing=way == O,
    )  # fmt: skip


def cell(ways: list[str], **parts: object) -> CellRecord:
    """A cell of one member whose meetings from January on went in these ways."""
    held = tuple(month_of_2026(month) for month in range(1, len(ways) + 1))
    absences = tuple(
        line(meeting, way) for meeting, way in zip(held, ways, strict=True) if way != P
    )
    whole = CellRecord(records.cell(), members=(LAN,), meetings=held, absences=absences)
    return replace(whole, **parts)  # type: ignore[arg-type]


@given(st.lists(WAYS, max_size=10))
def test_a_talk_says_what_the_meetings_found(ways: list[str]) -> None:
    found = talks(cell(ways), TODAY, rules)
    run = len(list(takewhile(lambda way: way == E, reversed(ways))))
    wanted = (
        run if run >= 2 else 0,
        ways.count(U) if ways.count(U) >= 2 else 0,
        ways.count(O) if ways.count(O) >= 2 else 0,
    )
    assert [(t.excused, t.missed, t.owing) for t in found] == ([wanted] if any(wanted) else [])


@given(st.lists(WAYS, max_size=10), st.randoms(use_true_random=False))
def test_the_order_in_which_lines_were_noted_is_irrelevant(
    ways: list[str], chance: random.Random
) -> None:
    register = cell(ways)
    lines = list(register.absences)
    chance.shuffle(lines)
    assert talks(replace(register, absences=tuple(lines)), TODAY, rules) == talks(
        register, TODAY, rules
    )


@given(st.lists(WAYS, max_size=10), st.dates(dt.date(2026, 1, 1), dt.date(2026, 12, 31)))
def test_nobody_is_to_be_seen_before_joining_or_after_leaving(
    ways: list[str], day: dt.date
) -> None:
    gone = replace(LAN, left=day)
    found = talks(cell(ways, members=(gone,)), TODAY, rules)
    assert not found or day > TODAY
    away = Standing("s", LAN.id, StandingKind.AWAY, since=day)
    assert not talks(cell(ways, standings=(away,)), max(day, TODAY), rules)


def test_meetings_while_away_neither_count_nor_break_a_run() -> None:
    away = Standing("s", LAN.id, StandingKind.AWAY, dt.date(2026, 3, 1), dt.date(2026, 3, 31))
    (talk,) = talks(cell([P, E, P, E], standings=(away,)), TODAY, rules)
    assert talk.excused == 2


def test_a_month_with_two_meetings_counts_once() -> None:
    first, second = month_of_2026(5), month_of_2026(5, id="x", date=dt.date(2026, 5, 20))
    lines = (line(first, U), line(second, U))
    register = cell([], meetings=(first, second), absences=lines)
    assert talks(register, TODAY, rules) == ()


def test_months_of_another_year_do_not_count() -> None:
    last = month_of_2026(12, date=dt.date(2025, 12, 3))
    register = cell([], meetings=(last, month_of_2026(1)))
    register = replace(register, absences=tuple(line(m, U) for m in register.meetings))
    assert talks(register, TODAY, rules) == ()


def test_only_closed_meetings_up_to_the_day_count_and_none_of_the_committee() -> None:
    held = cell([U, U])
    assert talks(held, TODAY, rules)
    first, second = held.meetings
    for other in (
        replace(second, kind=MeetingKind.COMMITTEE),
        replace(second, state=MeetingState.RUNNING),
    ):
        assert talks(replace(held, meetings=(first, other)), TODAY, rules) == ()
    before = second.date - dt.timedelta(days=1)
    assert talks(held, before, rules) == ()
    assert talks(held, second.date, rules)


def test_an_open_meeting_names_those_not_marked_yet(book: Book) -> None:
    record = record_of(book, NOVEMBER)
    marked = record.marked(Mark.PRESENT)[0]
    member = cell_record(book).member(marked.member)
    assert member is not None
    held = tuple(month_of_2026(month) for month in (8, 9))
    register = replace(
        cell_record(book), meetings=held, absences=tuple(line(m, E, member) for m in held)
    )
    assert talks_before(record, register, book.rules) == ()
    waiting = replace(record, roster=(replace(marked, mark=Mark.NONE),))
    (talk,) = talks_before(waiting, register, book.rules)
    assert (talk.member, talk.excused) == (member, 2)
    (advice,) = advice_before(waiting, register, book.rules)
    assert (advice.point, advice.table, advice.row) == (Point.TALK_EXCUSED, "members", member.id)
    assert dict(advice.words) == {"who": member.name, "count": "2"}


def test_the_home_page_advises_and_never_presses() -> None:
    found = [
        one for one in cell_advice(cell([U, U]), TODAY, rules) if one.point is Point.TALK_MISSED
    ]
    assert [(dict(one.words)["count"], one.pressing) for one in found] == [("2", False)]


def test_a_book_gives_the_lines_of_its_closed_meetings_that_tell_of_an_absence(book: Book) -> None:
    register = cell_record(book)
    closed = record_of(book, "2026-10-03")
    told = [
        row for row in closed.roster if row.mark in (Mark.EXCUSED, Mark.UNEXCUSED) or row.fee_owing
    ]
    assert sorted(row.member for row in register.absences) == sorted(row.member for row in told)
    assert {row.meeting for row in register.absences} == {closed.meeting.id}


def test_many_members_to_see_share_one_line() -> None:
    many = tuple(replace(LAN, id=f"m{at}", number=at, name=f"Đồng chí {at}") for at in range(1, 5))
    held = (month_of_2026(1), month_of_2026(2))
    lines = tuple(line(meeting, E, member) for meeting in held for member in many)
    register = cell([], members=many, meetings=held, absences=lines)
    (advice,) = [one for one in cell_advice(register, TODAY, rules) if one.table == "members"]
    assert advice.point is Point.TALKS
    assert dict(advice.words)["count"] == "4"
    assert all(member.name in dict(advice.words)["who"] for member in many)
