"""Attendance over a year: a share between 0 and 100, sums that add up, and only members counted."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from cellsecretary.core.attendance_over_time import attendance_over_time
from cellsecretary.core.facts import facts
from cellsecretary.core.kinds import Mark, MeetingKind, MeetingState, StandingKind
from cellsecretary.core.period import Period, PeriodRecord, Span
from cellsecretary.core.record import MeetingRecord, is_in_cell, roster_from_register
from cellsecretary.core.register import CellRecord
from cellsecretary.core.rows import Attendance, Meeting, Member, PastMeeting, Standing
from tests.papers import records

YEAR = Period(Span.YEAR, 2026)
DAYS = st.dates(YEAR.first, YEAR.last)
MARKS = st.sampled_from(Mark)

members = st.builds(
    lambda number, entered, left: Member(
        id=f"m{number}",
        number=number,
        name=f"Đảng viên {number}",
        official=dt.date(2020, 1, 1),
        entered=entered,
        left=left,
    ),
    st.integers(1, 9),
    st.none() | DAYS,
    st.none() | DAYS,
)
registers = st.lists(members, max_size=6, unique_by=lambda member: member.id)
spans = st.lists(
    st.tuples(st.integers(1, 9), st.sampled_from(StandingKind), st.none() | DAYS, st.none() | DAYS),
    max_size=4,
)


def marked(line: Attendance, mark: Mark) -> Attendance:
    """The line with a mark that its standing allows."""
    allowed = line.standing is StandingKind.ACTIVE or mark is Mark.PRESENT
    if line.standing is StandingKind.AWAY or not allowed:
        return line
    return replace(line, mark=mark)


def held(
    day: dt.date,
    register: CellRecord,
    marks: list[Mark],
    kind: MeetingKind = MeetingKind.REGULAR,
) -> MeetingRecord:
    """A meeting of that register on a day; the marks go round."""
    base = records.october()
    meeting = Meeting(f"on {day}", day, kind, "", dt.time(19), "", state=MeetingState.CLOSED)
    roster = roster_from_register(meeting, register.members, register.standings, base.rules)
    lines = (marked(line, marks[at % len(marks)]) for at, line in enumerate(roster))
    return replace(base, meeting=meeting, roster=tuple(lines))


def year(register: CellRecord, *meetings: MeetingRecord) -> PeriodRecord:
    return PeriodRecord(
        cell=register.cell,
        period=YEAR,
        records=tuple(sorted(meetings, key=lambda record: record.meeting.date)),
        register=register,
        rules=records.october().rules,
    )


@st.composite
def years(draw: st.DrawFn) -> PeriodRecord:
    register = CellRecord(
        records.cell(),
        members=tuple(draw(registers)),
        standings=tuple(
            Standing(f"s{at}", f"m{number}", kind, since, until)
            for at, (number, kind, since, until) in enumerate(draw(spans))
        ),
    )
    days = draw(st.lists(DAYS, max_size=5, unique=True))
    marks = st.lists(MARKS, min_size=1, max_size=6)
    return year(register, *(held(day, register, draw(marks)) for day in days))


@given(years())
def test_every_share_lies_between_0_and_100(period: PeriodRecord) -> None:
    found = attendance_over_time(period)
    tallies = [line.tally for line in found.meetings] + [line.tally for line in found.members]
    for tally in tallies:
        assert min(tally.required, tally.present, tally.excused, tally.unexcused) >= 0
        assert tally.present + tally.excused + tally.unexcused <= tally.required
        if tally.percent is None:
            assert tally.required == 0
        else:
            assert 0 <= tally.percent <= 100


@given(years())
def test_members_and_meetings_add_up_to_the_same(period: PeriodRecord) -> None:
    found = attendance_over_time(period)
    by_member = [member.tally for member in found.members]
    for name in ("required", "present", "excused", "unexcused"):
        assert sum(getattr(tally, name) for tally in by_member) == getattr(found.whole, name)


@given(years())
def test_a_meeting_counts_as_its_minutes_do(period: PeriodRecord) -> None:
    for line, record in zip(attendance_over_time(period).kept, period.records, strict=True):
        figures = facts(record)
        assert line.tally.required == figures.required
        assert line.tally.present == figures.present_required
        assert line.tally.percent == figures.attendance_percent


@given(years())
def test_nobody_is_counted_before_joining_after_leaving_exempt_or_away(
    period: PeriodRecord,
) -> None:
    for member in attendance_over_time(period).members:
        in_register = period.register.member(member.member)
        assert in_register is not None
        wanted = [
            record.meeting.date
            for record in period.records
            if is_in_cell(in_register, record.meeting.date)
            and period.register.standing(member.member, record.meeting.date) is StandingKind.ACTIVE
        ]
        assert member.tally.required == len(wanted)


@given(years(), DAYS)
def test_a_day_of_joining_entered_later_takes_the_meetings_before_it_away(
    period: PeriodRecord, joined: dt.date
) -> None:
    late = tuple(replace(member, entered=joined, left=None) for member in period.register.members)
    found = attendance_over_time(replace(period, register=replace(period.register, members=late)))
    since = sum(record.meeting.date >= joined for record in period.records)
    assert all(member.tally.required <= since for member in found.members)


def test_a_member_of_half_a_year_who_always_came_has_all_of_it() -> None:
    joined = Member("m1", 1, "Lê Thị Mới", entered=dt.date(2026, 7, 1))
    old = Member("m2", 2, "Trần Văn Cũ")
    register = CellRecord(records.cell(), members=(joined, old))
    days = [dt.date(2026, month, 3) for month in range(1, 13)]
    found = attendance_over_time(
        year(register, *(held(day, register, [Mark.PRESENT]) for day in days))
    )
    assert [(line.tally.required, line.tally.percent) for line in found.members] == [
        (6, 100),
        (12, 100),
    ]
    assert found.members[0].lines[:6] == (None,) * 6


def test_committee_meetings_do_not_count() -> None:
    register = CellRecord(records.cell(), members=(Member("m1", 1, "A", post="Bí thư"),))
    day = dt.date(2026, 5, 3)
    found = attendance_over_time(
        year(register, held(day, register, [Mark.EXCUSED], MeetingKind.COMMITTEE))
    )
    assert (found.meetings, found.members) == ((), ())


def test_meetings_on_paper_count_as_meetings_but_for_no_member() -> None:
    past = (
        PastMeeting("p1", dt.date(2026, 2, 3), MeetingKind.REGULAR, 40, 36, 3, 1),
        PastMeeting("p0", dt.date(2025, 12, 3), MeetingKind.REGULAR, 40, 40, 0, 0),
    )
    register = CellRecord(records.cell(), members=(Member("m1", 1, "A"),), past_meetings=past)
    found = attendance_over_time(
        year(register, held(dt.date(2026, 3, 3), register, [Mark.PRESENT]))
    )
    assert [(line.on_paper_only, line.tally.percent) for line in found.meetings] == [
        (True, 90),
        (False, 100),
    ]
    assert found.members[0].tally.required == 1
    assert found.whole.required == 41
