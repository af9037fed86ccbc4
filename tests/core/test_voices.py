"""Who speaks: counted among those who came, never of those who were not there."""

from __future__ import annotations

import datetime as dt
import random
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cellsecretary.core.advice import Point
from cellsecretary.core.facts import facts
from cellsecretary.core.kinds import Mark, MeetingKind, MeetingState, StandingKind
from cellsecretary.core.meeting_advice import meeting_advice
from cellsecretary.core.operations.attendance import mark, mark_all_present
from cellsecretary.core.operations.meetings import plan_meeting
from cellsecretary.core.operations.minutes import add_opinion
from cellsecretary.core.period import Period, Span
from cellsecretary.core.record import Run, is_in_cell
from cellsecretary.core.register import CellRecord
from cellsecretary.core.rows import Meeting, Opinion
from cellsecretary.core.voices import (
    NAMED,
    heard,
    invitation,
    latest_meeting,
    meeting_voice,
    months_between,
    spoke_though_absent,
    unheard,
    unheard_since,
    voices,
)
from cellsecretary.store.records import cell_record, meeting_record, period_record
from tests.building import NOVEMBER, OCTOBER, carry_out, meeting_id
from tests.core.test_attendance_over_time import DAYS, YEAR, years
from tests.papers import records

if TYPE_CHECKING:
    from cellsecretary.core.period import PeriodRecord
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
    assert (voice.id, voice.date, voice.kind) == (
        record.meeting.id, record.meeting.date, record.meeting.kind,
    )  # fmt: skip
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
    asked = invitation(replace(record, runs=runs)).named
    assert [one.line for one in asked] == [lines[2], lines[1], lines[0]]
    assert [one.months for one in asked] == [11, 10, 8]
    spoke = replace(spoken(record, lines[2].member), runs=runs)
    assert [one.line for one in invitation(spoke).named] == [lines[1], lines[0]]
    assert absent in [one.line for one in unheard(spoke)]


def test_six_are_named_and_of_the_others_the_number_is_said() -> None:
    record = replace(records.november(), opinions=())
    lines = [line for line in record.standing(StandingKind.ACTIVE) if line.mark is Mark.PRESENT]
    runs = tuple(Run(line.member, 0, 0, dt.date(2026, 1, 3)) for line in lines[:9])
    asked = invitation(replace(record, runs=runs))
    assert [one.line for one in asked.named] == lines[:6]
    assert (len(asked.named), asked.more) == (NAMED, 3)


def test_nobody_exempt_or_away_counts_as_unheard() -> None:
    record = replace(records.november(), opinions=())
    lines = [line for line in record.roster if line.standing is not StandingKind.ACTIVE]
    assert lines
    runs = tuple(Run(line.member, 0, 0, dt.date(2026, 1, 3)) for line in lines)
    assert unheard(replace(record, runs=runs)) == ()


def test_the_record_counts_speakers_by_its_minutes_and_a_share_counts_those_who_came() -> None:
    """The two differ by visiting members and by whoever is marked absent, and by nobody else."""
    record = records.november()
    (visitor,) = record.standing(StandingKind.VISITING)
    absent = record.marked(Mark.EXCUSED)[0]
    present = next(line for line in record.roster if line.mark is Mark.PRESENT)
    for line, here in ((visitor, 0), (absent, 0), (present, 1)):
        noted = spoken(record, line.member)
        assert facts(noted).speakers == 1
        assert meeting_voice(noted).spoke == here


def test_the_advice_points_at_the_opinion_that_was_not_handed_in() -> None:
    record = records.november()
    absent = record.marked(Mark.EXCUSED)[0]
    item = record.agenda[0].id
    opinions = (
        Opinion("in", record.meeting.id, item, 1, absent.member, "x", beforehand=True),
        Opinion("said", record.meeting.id, item, 2, absent.member, "y"),
    )
    advice = meeting_advice(replace(record, opinions=opinions))
    (found,) = [one for one in advice if one.point is Point.SPOKE_THOUGH_ABSENT]
    assert found.row == "said"


def test_a_book_knows_who_came_for_long_and_said_nothing(book: Book) -> None:
    """Half a year after October whoever was there and is not heard since is proposed."""
    later = Meeting("", dt.date(2027, 4, 3), MeetingKind.REGULAR, "", dt.time(19, 30), "")
    plan = partial(plan_meeting, steps=())
    carry_out(book, plan, cell_record(book), later, book.rules(later.date), [])
    record = meeting_record(book, meeting_id(book, "2027-04-03"))
    asked = {one.line.number for one in unheard(record)}
    october = meeting_record(book, meeting_id(book, OCTOBER))
    november = meeting_record(book, meeting_id(book, NOVEMBER))
    spoke_late = {line.number for line in heard(november)}
    came = {line.number for line in october.marked(Mark.PRESENT)}
    able = {line.number for line in record.standing(StandingKind.ACTIVE)}
    assert asked == (came & able) - spoke_late
    assert len(asked) > len(invitation(record).named) > 0
    period = period_record(book, Period(Span.YEAR, 2027))
    latest = latest_meeting(period.register, period.period)
    assert latest == record.meeting
    looked_back = voices(period, record)
    assert {one.number for one in looked_back.unheard} == asked
    numbers = {member.id: member.number for member in period.register.members}
    assert {numbers[one.member] for one in looked_back.unheard} == asked
    assert looked_back.came == 0
    before = period_record(book, Period(Span.YEAR, 2026))
    assert voices(before).unheard == ()


@pytest.mark.thorough
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
        assert voices(backwards) == found


def test_silence_is_reckoned_at_the_meeting_that_is_prepared_else_at_the_last_one_closed() -> None:
    kinds = (
        (1, MeetingKind.REGULAR, MeetingState.PLANNED),  # never held, and left behind
        (2, MeetingKind.REGULAR, MeetingState.CLOSED),
        (3, MeetingKind.COMMITTEE, MeetingState.PLANNED),
        (4, MeetingKind.REGULAR, MeetingState.CANCELLED),
        (5, MeetingKind.REGULAR, MeetingState.RUNNING),
        (6, MeetingKind.REGULAR, MeetingState.PLANNED),
    )
    meetings = [
        Meeting(f"m{month}", dt.date(2026, month, 3), kind, "", dt.time(19), "", state=state)
        for month, kind, state in kinds
    ]
    for count, wanted in ((0, None), (1, "m1"), (2, "m2"), (4, "m2"), (5, "m5"), (6, "m5")):
        register = CellRecord(records.cell(), meetings=tuple(reversed(meetings[:count])))
        found = latest_meeting(register, YEAR)
        assert (found and found.id) == wanted
    assert latest_meeting(register, Period(Span.YEAR, 2025)) is None


@st.composite
def spoken_years(draw: st.DrawFn) -> PeriodRecord:
    """Years in which members join, leave and are exempt, with whoever likes speaking."""
    period = draw(years())
    return replace(
        period,
        records=tuple(
            spoken(
                record,
                *draw(st.lists(st.sampled_from([f"m{number}" for number in range(1, 10)]))),
                beforehand=draw(st.booleans()),
            )
            for record in period.records
        ),
    )


@given(spoken_years())
def test_nobody_speaks_more_often_than_they_came_while_in_the_cell(period: PeriodRecord) -> None:
    found = voices(period)
    for voice in found.members:
        member = period.register.member(voice.member)
        assert member is not None
        came = [
            record.meeting.date
            for record in period.records
            if is_in_cell(member, record.meeting.date)
            and (line := record.attendance_of(voice.member))
            and line.standing is not StandingKind.VISITING
            and line.mark is Mark.PRESENT
        ]
        assert voice.present == len(came)
        assert 0 <= voice.spoke <= voice.present
        assert voice.spoke <= voice.opinions
        assert (voice.last is not None) == (voice.spoke > 0)
        assert voice.last is None or voice.last[1] in came
    for meeting in found.meetings:
        assert meeting.percent is None or 0 <= meeting.percent <= 100


@given(spoken_years())
def test_members_and_meetings_add_up_whatever_the_order_of_records(period: PeriodRecord) -> None:
    found = voices(period)
    assert sum(one.spoke for one in found.meetings) == sum(one.spoke for one in found.members)
    assert sum(one.present for one in found.meetings) == sum(one.present for one in found.members)
    assert voices(replace(period, records=tuple(reversed(period.records)))) == found


@given(spoken_years(), DAYS)
def test_nobody_counts_after_a_day_of_leaving_that_was_entered_later(
    period: PeriodRecord, left: dt.date
) -> None:
    gone = tuple(replace(member, entered=None, left=left) for member in period.register.members)
    runs = tuple(Run(member.id, 0, 0, dt.date(2025, 1, 3)) for member in gone)
    silent = tuple(replace(record, runs=runs) for record in period.records)
    register = replace(period.register, members=gone)
    found = voices(replace(period, register=register, records=silent))
    kept = [record for record in period.records if record.meeting.date < left]
    assert all(member.present <= len(kept) for member in found.members)
    assert len(kept) == len(period.records) or found.unheard == ()


@given(
    st.lists(st.tuples(st.dates(dt.date(2024, 1, 1), DAY), st.booleans()), max_size=9),
    st.integers(1, 12),
)
def test_who_is_unheard_came_that_long_ago_and_said_nothing_since(
    attended: list[tuple[dt.date, bool]], months: int
) -> None:
    since = unheard_since(attended, DAY, months)
    assert since == unheard_since(reversed(attended), DAY, months)
    if since is not None:
        assert months_between(since, DAY) >= months
        assert since in [day for day, _ in attended]
        assert not [day for day, spoke in attended if spoke and day > since]
