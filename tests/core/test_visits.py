"""Visits of the superior's officers: counted once a meeting, and months and officers add up."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from cellsecretary.core.kinds import GuestRole, MeetingKind, MeetingState
from cellsecretary.core.period import Period, PeriodRecord, Span
from cellsecretary.core.register import CellRecord
from cellsecretary.core.rows import Guest, Opinion
from cellsecretary.core.visits import officer_key, proposed_guests, visits
from tests.papers import records

if TYPE_CHECKING:
    import random

    from cellsecretary.core.record import MeetingRecord

YEAR = Period(Span.YEAR, 2026)
DAYS = st.dates(YEAR.first, YEAR.last)
SENT = GuestRole.ASSIGNED_SUPERIOR
# One officer in several spellings, and others.
NAMES = st.sampled_from(
    [
        "Quan Văn Thuận",
        "QUAN VĂN THUẬN",
        "quan  van thuan",
        "Ma Thị Thủy",
        "Ma Thị Thuỷ",
        "Lò Văn Đô",
    ]
)
guests = st.builds(
    lambda name, role, came: Guest("g", "m", 1, name, "", role, came),
    NAMES,
    st.sampled_from(GuestRole),
    st.booleans(),
)
opinions = st.builds(
    lambda name, beforehand: Opinion(
        "o", "m", "i", 1, None, "Nhất trí", speaker_other=name, beforehand=beforehand
    ),
    NAMES,
    st.booleans(),
)


def held(
    day: dt.date,
    invited: list[Guest],
    said: list[Opinion] | None = None,
    kind: MeetingKind = MeetingKind.REGULAR,
    confirmed: dt.date | None = None,
    by: str = "",
) -> MeetingRecord:
    """A closed meeting of a day with these guests."""
    base = records.october()
    meeting = replace(
        base.meeting,
        id=f"on {day}",
        date=day,
        kind=kind,
        state=MeetingState.CLOSED,
        score_confirmed=confirmed,
        score_confirmed_by=by,
    )
    return replace(base, meeting=meeting, guests=tuple(invited), opinions=tuple(said or ()))


def year(*meetings: MeetingRecord) -> PeriodRecord:
    rows = tuple(record.meeting for record in meetings)
    return PeriodRecord(
        cell=records.cell(),
        period=YEAR,
        records=tuple(sorted(meetings, key=lambda record: record.meeting.date)),
        register=CellRecord(records.cell(), meetings=rows),
        rules=records.october().rules,
    )


@st.composite
def years(draw: st.DrawFn) -> PeriodRecord:
    days = draw(st.lists(DAYS, max_size=6, unique=True))
    return year(
        *(
            held(
                day,
                draw(st.lists(guests, max_size=4)),
                draw(st.lists(opinions, max_size=3)),
                draw(st.sampled_from(MeetingKind)),
                draw(st.none() | st.just(day)),
                draw(NAMES | st.just("")),
            )
            for day in days
        )
    )


@given(years())
def test_officers_and_months_add_up_to_the_same(period: PeriodRecord) -> None:
    found = visits(period)
    assert sum(month.visits for month in found.months) == found.came
    counted = [r for r in period.records if r.meeting.kind is not MeetingKind.COMMITTEE]
    assert sum(month.meetings for month in found.months) == len(counted)
    assert len(found.months) == 12


@given(years())
def test_an_officer_counts_once_a_meeting_and_comes_only_where_invited(
    period: PeriodRecord,
) -> None:
    for officer in visits(period).officers:
        meetings = [visit.meeting for visit in officer.visits]
        assert len(meetings) == len(set(meetings))
        assert officer.came <= officer.invited <= len(period.records)
        assert officer.spoke <= len(meetings)
        assert all(visit.invited or visit.confirmed for visit in officer.visits)


@given(years())
def test_every_officer_sent_is_counted_under_one_name(period: PeriodRecord) -> None:
    found = visits(period).officers
    keys = [officer_key(officer.name) for officer in found]
    assert len(keys) == len(set(keys))
    sent = {
        (record.meeting.id, officer_key(guest.name))
        for record in period.records
        for guest in record.guests
        if guest.role is SENT and record.meeting.kind is not MeetingKind.COMMITTEE
    }
    assert sum(officer.invited for officer in found) == len(sent)


@given(years(), st.randoms(use_true_random=False))
def test_the_order_of_the_lists_is_irrelevant_to_the_figures(
    period: PeriodRecord, chance: random.Random
) -> None:
    def mixed(record: MeetingRecord) -> MeetingRecord:
        invited, said = list(record.guests), list(record.opinions)
        chance.shuffle(invited)
        chance.shuffle(said)
        return replace(record, guests=tuple(invited), opinions=tuple(said))

    def figures(given: PeriodRecord) -> list[tuple[object, ...]]:
        return [
            (officer_key(one.name), one.invited, one.came, one.spoke, one.confirmed)
            for one in visits(given).officers
        ]

    shuffled = replace(period, records=tuple(map(mixed, period.records)))
    assert figures(shuffled) == figures(period)


def test_what_an_officer_said_stands_beside_the_visit() -> None:
    day = dt.date(2026, 3, 3)
    said = [
        Opinion("o1", "m", "i", 1, None, "Cần làm đường sớm", "quan văn thuận"),
        Opinion("o2", "m", "i", 2, "1", "Nhất trí"),
        Opinion("o3", "m", "i", 3, None, "Gửi trước", "Quan Văn Thuận", beforehand=True),
    ]
    (officer,) = visits(
        year(held(day, [Guest("g", "m", 1, "Quan Văn Thuận", "", SENT)], said))
    ).officers
    assert [visit.said for visit in officer.visits] == [("Cần làm đường sớm",)]


def test_a_score_confirmed_after_the_closing_counts_for_whoever_confirmed_it() -> None:
    day, later = dt.date(2026, 3, 3), dt.date(2026, 3, 9)
    closed = held(day, [Guest("g", "m", 1, "Quan Văn Thuận", "", SENT)])
    row = replace(closed.meeting, score_confirmed=later, score_confirmed_by="Ma Thị Thủy")
    period = replace(year(closed), register=CellRecord(records.cell(), meetings=(row,)))
    found = {one.name: (one.invited, one.confirmed) for one in visits(period).officers}
    assert found == {"Quan Văn Thuận": (1, 0), "Ma Thị Thủy": (0, 1)}


def test_the_officer_of_the_cell_is_proposed_but_not_to_the_committee() -> None:
    cell = replace(records.cell(), assigned="Quan Văn Thuận", assigned_title="Đảng ủy viên")
    (guest,) = proposed_guests(cell, MeetingKind.REGULAR)
    assert (guest.name, guest.title, guest.role) == ("Quan Văn Thuận", "Đảng ủy viên", SENT)
    assert proposed_guests(cell, MeetingKind.COMMITTEE) == ()
    assert proposed_guests(records.cell(), MeetingKind.REGULAR) == ()
