"""Who speaks: counted among those who came, never of those who were not there."""

from __future__ import annotations

import datetime as dt
import random
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

import pytest

from cellsecretary.core.advice import Point, meeting_advice
from cellsecretary.core.kinds import Mark, MeetingKind, StandingKind
from cellsecretary.core.operations.attendance import mark, mark_all_present
from cellsecretary.core.operations.meetings import plan_meeting
from cellsecretary.core.operations.minutes import add_opinion
from cellsecretary.core.period import Period, Span
from cellsecretary.core.record import Run
from cellsecretary.core.rows import Meeting, Opinion
from cellsecretary.core.voices import (
    heard,
    meeting_voice,
    months_between,
    spoke_though_absent,
    to_invite,
    unheard_since,
    voices,
)
from cellsecretary.store.records import cell_record, meeting_record, period_record
from tests.building import NOVEMBER, OCTOBER, carry_out, meeting_id
from tests.papers import records

if TYPE_CHECKING:
    from cellsecretary.core.record import MeetingRecord
    from cellsecretary.store import Book

DAY = dt.date(2026, 11, 3)


def spoken(record: MeetingRecord, *members: str, beforehand: bool = False) -> MeetingRecord:
    item = record.agenda[0].id
    opinions = tuple(
        Opinion(f"o{at}", record.meeting.id, item, at, member, "…", beforehand=beforehand)
        for at, member in enumerate(members)
    )
    return replace(record, opinions=opinions)


def test_those_who_came_and_spoke_are_counted_of_those_who_came() -> None:
    record = records.november()
    voice = meeting_voice(record)
    assert voice.spoke == len(heard(record)) == 5
    assert voice.present == 42
    assert voice.percent == 11.9


def test_visiting_members_guests_and_what_was_handed_in_do_not_count() -> None:
    record = records.november()
    (visitor,) = record.standing(StandingKind.VISITING)
    present = next(line for line in record.roster if line.mark is Mark.PRESENT)
    assert heard(spoken(record, visitor.member)) == ()
    assert heard(spoken(record, present.member, beforehand=True)) == ()
    assert heard(spoken(record, present.member)) == (present,)


def test_an_opinion_of_somebody_absent_is_pointed_out_unless_it_was_handed_in() -> None:
    record = records.november()
    (absent, *_) = record.marked(Mark.EXCUSED)
    for beforehand in (False, True):
        noted = spoken(record, absent.member, beforehand=beforehand)
        assert bool(spoke_though_absent(noted)) is not beforehand
        points = [advice.point for advice in meeting_advice(noted)]
        assert (Point.SPOKE_THOUGH_ABSENT in points) is not beforehand


@pytest.mark.parametrize(
    ("first", "last", "months"),
    [
        ("2026-05-03", "2026-11-03", 6),
        ("2026-05-04", "2026-11-03", 5),
        ("2025-11-03", "2026-11-03", 12),
        ("2026-11-03", "2026-11-03", 0),
        ("2026-08-31", "2026-11-30", 2),
    ],
)
def test_months_are_whole_ones(first: str, last: str, months: int) -> None:
    assert months_between(dt.date.fromisoformat(first), dt.date.fromisoformat(last)) == months


def test_since_when_somebody_is_unheard() -> None:
    spring, summer, autumn = dt.date(2026, 4, 3), dt.date(2026, 6, 3), dt.date(2026, 10, 3)
    assert unheard_since([], DAY, 6) is None
    assert unheard_since([(spring, False), (autumn, False)], DAY, 6) == spring
    assert unheard_since([(spring, True), (autumn, False)], DAY, 6) == spring
    assert unheard_since([(spring, False), (summer, True)], DAY, 6) is None
    assert unheard_since([(summer, False)], DAY, 6) is None


def test_who_is_asked_can_be_there_and_did_not_speak_yet_the_longest_unheard_first() -> None:
    record = replace(records.november(), opinions=())
    lines = [line for line in record.roster if line.mark is Mark.PRESENT][:3]
    absent = record.marked(Mark.EXCUSED)[0]
    days = [dt.date(2026, 3, 3), dt.date(2026, 1, 3), dt.date(2025, 12, 3)]
    runs = (
        *(Run(line.member, 0, 0, day) for line, day in zip(lines, days, strict=True)),
        Run(absent.member, 1, 0, days[0]),
    )
    asked = to_invite(replace(record, runs=runs))
    assert [one.line for one in asked] == [lines[2], lines[1], lines[0]]
    assert [one.months for one in asked] == [11, 10, 8]
    spoke = replace(spoken(record, lines[2].member), runs=runs)
    assert [one.line for one in to_invite(spoke)] == [lines[1], lines[0]]


def test_a_book_knows_who_came_for_long_and_said_nothing(book: Book) -> None:
    """Half a year after October whoever was there and is not heard since is proposed."""
    later = Meeting("", dt.date(2027, 4, 3), MeetingKind.REGULAR, "", dt.time(19, 30), "")
    plan = partial(plan_meeting, steps=())
    carry_out(book, plan, cell_record(book), later, book.rules(later.date), [])
    record = meeting_record(book, meeting_id(book, "2027-04-03"))
    asked = {one.line.number for one in to_invite(record)}
    october = meeting_record(book, meeting_id(book, OCTOBER))
    november = meeting_record(book, meeting_id(book, NOVEMBER))
    spoke_late = {line.number for line in heard(november)}
    came = {line.number for line in october.marked(Mark.PRESENT)}
    able = {line.number for line in record.standing(StandingKind.ACTIVE)}
    assert asked == (came & able) - spoke_late
    assert asked


def test_random_meetings_add_up_whatever_the_order_of_edits(book: Book) -> None:
    """Whoever is counted came, and the sums by member and by meeting are the same."""
    key = meeting_id(book, NOVEMBER)
    dice = random.Random(7)
    carry_out(book, mark_all_present, meeting_record(book, key))
    for _ in range(60):
        record = meeting_record(book, key)
        line = dice.choice([one for one in record.roster if one.standing is StandingKind.ACTIVE])
        if dice.random() < 0.5:
            marks = [Mark.PRESENT, Mark.EXCUSED, Mark.UNEXCUSED]
            carry_out(book, mark, record, line.member, dice.choice(marks))
        else:
            item = dice.choice(record.agenda).id
            carry_out(book, add_opinion, record, item, line.member, "…")
        period = period_record(book, Period(Span.YEAR, 2026))
        found = voices(period)
        assert sum(one.spoke for one in found.meetings) == sum(one.spoke for one in found.members)
        assert sum(one.present for one in found.meetings) == sum(
            one.present for one in found.members
        )
        for voice in found.meetings:
            assert voice.percent is None or 0 <= voice.percent <= 100
        for member in found.members:
            assert 0 <= member.spoke <= member.present <= 2
            assert (member.last is not None) == (member.spoke > 0) == (member.opinions > 0)
        backwards = replace(period, records=tuple(reversed(period.records)))
        assert {(m.member, m.present, m.spoke) for m in voices(backwards).members} == {
            (m.member, m.present, m.spoke) for m in found.members
        }
