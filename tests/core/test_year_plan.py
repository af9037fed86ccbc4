"""The plan of the year: every shift over thirty years, decisions, meetings, thematic quarters."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cellsecretary.core.kinds import CellKind, MeetingKind, MeetingState, Shift
from cellsecretary.core.office_rows import MonthPlan
from cellsecretary.core.plan import Moved, is_planned_day
from cellsecretary.core.register import CellRecord
from cellsecretary.core.rows import Cell, Meeting, PastMeeting
from cellsecretary.core.year_plan import (
    BESIDE,
    MonthState,
    PlannedMonth,
    month_of,
    month_plan,
    next_month,
    thematic_quarters,
    year_plan,
)
from cellsecretary.rules import bundled

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cellsecretary.core.ruleset import DayRules

RULES = bundled().on
FIRST, YEARS = dt.date(2027, 1, 1), 30
ONE = dt.timedelta(days=1)
REGULAR, THEMATIC, BOTH = (
    MeetingKind.REGULAR,
    MeetingKind.THEMATIC,
    MeetingKind.REGULAR_THEMATIC,
)


def register_of(
    day: int = 3,
    shift: Shift = Shift.NONE,
    meetings: Sequence[Meeting] = (),
    plans: Sequence[MonthPlan] = (),
    past: Sequence[PastMeeting] = (),
) -> CellRecord:
    time, term = dt.time(19, 30), dt.date(2025, 1, 1)
    cell = Cell("c", "Chi bộ", CellKind.VILLAGE, "Đảng bộ", "Xã", "", day, time, shift, term)
    return CellRecord(
        cell, meetings=tuple(meetings), month_plans=tuple(plans), past_meetings=tuple(past)
    )


def meeting(
    day: str, kind: MeetingKind = REGULAR, state: MeetingState = MeetingState.PLANNED
) -> Meeting:
    date = dt.date.fromisoformat(day)
    return Meeting(f"{day} {kind}", date, kind, "", dt.time(19, 30), "", state)


def decided(month: str, day: str = "", kind: MeetingKind = REGULAR, reason: str = "") -> MonthPlan:
    date = dt.date.fromisoformat(day) if day else None
    return MonthPlan(f"p {month}", dt.date.fromisoformat(f"{month}-01"), kind, date, reason)


def entry(register: CellRecord, month: str) -> PlannedMonth:
    (found,) = month_plan(register, dt.date.fromisoformat(f"{month}-01"), 1, RULES)
    return found


def standing(register: CellRecord, first: str, count: int) -> list[str]:
    """Give the day of the meeting of each month, empty for none."""
    plan = month_plan(register, dt.date.fromisoformat(f"{first}-01"), count, RULES)
    return [month.meeting.date.isoformat() if month.meeting else "" for month in plan]


# The rule


def is_open(day: dt.date, days: DayRules) -> bool:
    return day.weekday() < 5 and not days.is_holiday(day)


def broken_rules(shift: Shift, month: PlannedMonth, day: int) -> list[str]:
    """Name what one month of a plan does against the words of its shift rule."""
    wanted = month.month.replace(day=day)
    days = RULES(wanted).days
    weekday, holiday = wanted.weekday(), days.is_holiday(wanted)
    target = {
        Shift.NONE: wanted,
        Shift.SATURDAY_BACK_SUNDAY_FORWARD: wanted + {5: -ONE, 6: ONE}.get(weekday, 0 * ONE),
        Shift.NEXT_DAY: wanted + (ONE if weekday >= 5 or holiday else 0 * ONE),
        Shift.NEXT_WORKING_DAY: next(
            wanted + step * ONE for step in range(15) if is_open(wanted + step * ONE, days)
        ),
    }[shift]
    faults = []
    if month.date != target:
        faults.append(f"{month.date} is not {target}")
    if month.date != wanted and month.moved is Moved.NOT_MOVED:
        faults.append("moved silently")
    if days.is_holiday(month.date) != month.needs_decision:
        faults.append("a holiday without a decision, or a decision without a holiday")
    if month.needs_decision:
        earlier, later = month.proposals
        between = [
            earlier + step * ONE
            for step in range(1, (later - earlier).days)
            if is_open(earlier + step * ONE, days)
        ]
        if between or not (is_open(earlier, days) and is_open(later, days)):
            faults.append("the proposals are not the open days around")
        if not earlier < month.date < later:
            faults.append("the proposals are not around the day")
    elif month.proposals:
        faults.append("proposals without a need")
    return faults


@pytest.mark.thorough
@pytest.mark.parametrize("shift", list(Shift))
@pytest.mark.parametrize("day", range(1, 29))
def test_over_thirty_years_every_month_has_one_day_as_the_shift_says(
    shift: Shift, day: int
) -> None:
    plan = month_plan(register_of(day, shift), FIRST, YEARS * 12, RULES)
    assert [month.month for month in plan] == [
        dt.date(FIRST.year + step // 12, step % 12 + 1, 1) for step in range(YEARS * 12)
    ]
    assert [
        (month.month, fault) for month in plan for fault in broken_rules(shift, month, day)
    ] == []
    dates = [month.date for month in plan]
    assert dates == sorted(set(dates))
    for month in plan:
        assert month.earliest <= month.date <= month.latest
        assert is_planned_day(register_of(day, shift).cell, month.date, RULES(month.date).days)


def test_planted_faults_of_a_plan_are_found() -> None:
    month = entry(register_of(3), "2027-09")
    assert broken_rules(Shift.NONE, month, 3) == []
    silent = replace(month, rule=replace(month.rule, needs_decision=False))
    assert broken_rules(Shift.NONE, silent, 3) != []
    later = replace(month, rule=replace(month.rule, date=month.date + 3 * ONE))
    assert broken_rules(Shift.NONE, later, 3) != []
    far = (month.proposals[0] - ONE, month.proposals[1])
    assert broken_rules(Shift.NONE, replace(month, rule=replace(month.rule, proposals=far)), 3)


@given(
    day=st.integers(1, 28),
    shift=st.sampled_from(list(Shift)),
    offsets=st.lists(st.none() | st.integers(-9, 9), min_size=24, max_size=24),
)
def test_a_plan_is_the_same_from_wherever_it_begins(
    day: int, shift: Shift, offsets: list[int | None]
) -> None:
    usual = [dt.date(FIRST.year + step // 12, step % 12 + 1, day) for step in range(24)]
    held = [
        meeting((date + offset * ONE).isoformat())
        for date, offset in zip(usual, offsets, strict=True)
        if offset is not None
    ]
    register = register_of(day, shift, held)
    run = month_plan(register, FIRST, 24, RULES)
    assert run == tuple(entry(register, f"{month.month:%Y-%m}") for month in run)


def test_what_is_choosable_depends_on_meetings_two_months_before() -> None:
    """The meeting of 2 August stands for July, so that of 27 August for August."""
    register = register_of(28, meetings=[meeting("2026-08-02"), meeting("2026-08-27")])
    assert entry(register, "2026-09").earliest == dt.date(2026, 8, 28)


def test_a_month_knows_the_holidays_of_its_own_date() -> None:
    """24 November became a holiday in 2026, on 1 July."""
    register = register_of(24)
    assert not entry(register, "2025-11").needs_decision
    assert entry(register, "2026-11").needs_decision


# Decisions


def test_a_decision_gives_the_day_and_ends_the_question() -> None:
    question = entry(register_of(3), "2030-02")
    assert (question.date, question.needs_decision) == (dt.date(2030, 2, 3), True)
    assert question.state(FIRST) is MonthState.UNDECIDED
    answered = entry(register_of(3, plans=[decided("2030-02", "2030-01-31")]), "2030-02")
    assert (answered.date, answered.needs_decision) == (dt.date(2030, 1, 31), False)
    assert (answered.proposals, answered.moved) == ((), Moved.HOLIDAY)
    assert answered.state(FIRST) is MonthState.DECIDED


def test_meeting_on_the_holiday_itself_is_a_decision_too() -> None:
    answered = entry(register_of(3, plans=[decided("2030-02", "2030-02-03")]), "2030-02")
    assert (answered.date, answered.needs_decision) == (dt.date(2030, 2, 3), False)


def test_a_decided_kind_alone_leaves_the_day_to_the_rule() -> None:
    month = entry(register_of(3, plans=[decided("2030-02", kind=BOTH)]), "2030-02")
    assert (month.kind, month.needs_decision, month.is_decided) == (BOTH, True, False)


def test_days_that_can_be_chosen_lie_between_the_meetings_beside() -> None:
    month = entry(register_of(3), "2027-05")
    assert month.earliest == dt.date(2027, 5, 1) - BESIDE * ONE
    assert month.latest == dt.date(2027, 6, 2)
    plans = [decided("2027-06", "2027-05-28", reason="bận")]
    assert entry(register_of(3, plans=plans), "2027-05").latest == dt.date(2027, 5, 27)
    held = [meeting("2027-04-29")]
    late = entry(register_of(28, meetings=held), "2027-05")
    assert late.earliest == dt.date(2027, 4, 30)


@given(
    day=st.integers(1, 28),
    shift=st.sampled_from(list(Shift)),
    step=st.integers(0, YEARS * 12 - 1),
    place=st.floats(0, 1),
)
def test_a_meeting_on_any_day_that_can_be_chosen_stands_for_its_month_once_decided(
    day: int, shift: Shift, step: int, place: float
) -> None:
    free = month_plan(register_of(day, shift), FIRST, YEARS * 12, RULES)[step]
    chosen = free.earliest + round(place * (free.latest - free.earliest).days) * ONE
    plan = MonthPlan("p", free.month, REGULAR, chosen, "bận")
    register = register_of(day, shift, [meeting(chosen.isoformat())], [plan])
    months = month_plan(register, free.month - ONE, 3, RULES)
    assert [month.meeting is not None for month in months] == [False, True, False]
    assert month_of(register, chosen, RULES) == free.month


# Meetings


def test_a_meeting_in_the_month_beside_stands_for_its_own_month() -> None:
    shift = Shift.SATURDAY_BACK_SUNDAY_FORWARD
    held = [meeting("2026-07-01"), meeting("2026-07-31")]  # 1 August is a Saturday
    assert standing(register_of(1, shift, held), "2026-07", 3) == ["2026-07-01", "2026-07-31", ""]
    assert month_of(register_of(1, shift), dt.date(2026, 7, 31), RULES) == dt.date(2026, 8, 1)
    assert month_of(register_of(1, shift), dt.date(2026, 7, 30), RULES) == dt.date(2026, 7, 1)


def test_a_meeting_put_off_over_the_end_of_the_month_leaves_the_next_month_open() -> None:
    register = register_of(28, meetings=[meeting("2026-11-01", state=MeetingState.CLOSED)])
    assert standing(register, "2026-10", 2) == ["2026-11-01", ""]
    coming = next_month(register, dt.date(2026, 11, 2), RULES)
    assert coming.date == dt.date(2026, 11, 28)


def test_a_meeting_late_in_its_month_is_not_taken_for_the_next_one() -> None:
    register = register_of(3, meetings=[meeting("2026-10-20")])
    assert standing(register, "2026-10", 2) == ["2026-10-20", ""]


def test_the_day_that_a_month_names_goes_before_nearness() -> None:
    held = [meeting("2026-11-01"), meeting("2026-10-28"), meeting("2026-11-28")]
    register = register_of(28, meetings=held)
    assert standing(register, "2026-10", 3) == ["2026-10-28", "2026-11-28", ""]


def test_what_is_cancelled_or_of_another_kind_stands_for_no_month() -> None:
    held = [
        meeting("2026-10-03", state=MeetingState.CANCELLED),
        meeting("2026-11-03", MeetingKind.COMMITTEE),
        meeting("2026-12-03", THEMATIC),
    ]
    assert standing(register_of(3, meetings=held), "2026-10", 3) == ["", "", ""]
    plans = [decided("2026-12", kind=THEMATIC)]
    register = register_of(3, meetings=held, plans=plans)
    assert standing(register, "2026-10", 3) == ["", "", "2026-12-03"]


def test_figures_from_the_paper_book_stand_for_their_month() -> None:
    figures = PastMeeting("p", dt.date(2026, 2, 4), REGULAR, 45, 45, 0, 0)
    month = entry(register_of(3, past=[figures]), "2026-02")
    assert (month.meeting, month.day) == (figures, dt.date(2026, 2, 4))
    assert month.state(dt.date(2026, 11, 21)) is MonthState.HELD


@pytest.mark.parametrize(
    ("state", "expected"),
    [
        (MeetingState.PLANNED, MonthState.PLANNED),
        (MeetingState.RUNNING, MonthState.RUNNING),
        (MeetingState.CLOSED, MonthState.HELD),
        (MeetingState.CANCELLED, MonthState.MISSED),
    ],
)
def test_a_month_has_come_as_far_as_its_meeting(state: MeetingState, expected: MonthState) -> None:
    register = register_of(3, meetings=[meeting("2026-11-03", state=state)])
    assert entry(register, "2026-11").state(dt.date(2026, 11, 4)) is expected


def test_a_month_without_a_meeting_says_what_its_day_is() -> None:
    today = dt.date(2026, 11, 21)
    year = year_plan(register_of(3, Shift.NEXT_WORKING_DAY), 2027, RULES)
    assert year[0].state(today) is MonthState.MOVED
    assert year[1].state(today) is MonthState.BY_RULE
    assert year[1].state(dt.date(2027, 2, 4)) is MonthState.MISSED


# The next month


def test_the_next_month_passes_over_months_that_have_their_meeting() -> None:
    today = dt.date(2026, 11, 21)
    register = register_of(3, meetings=[meeting("2026-12-03")])
    assert next_month(register, today, RULES).date == dt.date(2027, 1, 3)


def test_the_next_month_follows_decisions() -> None:
    plans = [decided("2026-11", "2026-11-25", reason="bận thu hoạch")]
    register = register_of(3, plans=plans)
    assert next_month(register, dt.date(2026, 11, 21), RULES).date == dt.date(2026, 11, 25)
    assert next_month(register, dt.date(2026, 11, 26), RULES).date == dt.date(2026, 12, 3)
    plans = [decided("2026-10", "2026-11-01", reason="mưa bão")]
    register = register_of(3, plans=plans)
    assert next_month(register, dt.date(2026, 11, 1), RULES).month == dt.date(2026, 10, 1)


def test_the_next_month_is_found_behind_a_year_full_of_meetings() -> None:
    held = [meeting(f"{2027 + step // 12}-{step % 12 + 1:02}-03") for step in range(30)]
    coming = next_month(register_of(3, meetings=held), dt.date(2027, 1, 1), RULES)
    assert coming.date == dt.date(2029, 7, 3)


@given(
    day=st.integers(1, 28),
    shift=st.sampled_from(list(Shift)),
    offset=st.integers(0, YEARS * 365),
)
def test_the_next_day_is_the_first_planned_one_from_today_on(
    day: int, shift: Shift, offset: int
) -> None:
    register, today = register_of(day, shift), FIRST + offset * ONE
    coming = next_month(register, today, RULES)
    around = month_plan(register, today.replace(day=1) - ONE, 4, RULES)
    assert coming.date == min(month.date for month in around if month.date >= today)


# Thematic quarters

TODAY = dt.date(2026, 8, 10)


def quarters(register: CellRecord) -> list[tuple[int, int]]:
    counted = thematic_quarters(register, 2026, TODAY, RULES)
    assert [quarter.quarter.code for quarter in counted] == [f"2026-Q{n}" for n in range(1, 5)]
    return [(quarter.held, quarter.planned) for quarter in counted]


def test_held_and_planned_thematic_meetings_count_by_quarter() -> None:
    held = [
        meeting("2026-01-03", BOTH, MeetingState.CLOSED),
        meeting("2026-02-20", THEMATIC, MeetingState.CLOSED),
        meeting("2026-05-03", BOTH, MeetingState.CANCELLED),
        meeting("2026-08-20", THEMATIC),
    ]
    past = [PastMeeting("p", dt.date(2026, 4, 3), BOTH, 45, 45, 0, 0)]
    assert quarters(register_of(3, meetings=held, past=past)) == [(2, 0), (1, 0), (0, 1), (0, 0)]


def test_a_month_planned_as_thematic_counts_while_it_is_to_come() -> None:
    plans = [decided("2026-07", kind=BOTH), decided("2026-10", kind=THEMATIC)]
    assert quarters(register_of(3, plans=plans)) == [(0, 0), (0, 0), (0, 0), (0, 1)]


@pytest.mark.parametrize("kind", [THEMATIC, BOTH])
def test_a_plan_and_its_meeting_count_once(kind: MeetingKind) -> None:
    plans = [decided("2026-10", kind=kind)]
    held = [meeting("2026-10-03", kind)]
    assert quarters(register_of(3, meetings=held, plans=plans))[3] == (0, 1)
    beside = [meeting("2026-10-20", THEMATIC)]
    assert quarters(register_of(3, meetings=beside, plans=plans))[3] == (0, 1)
    beside = [meeting("2026-10-20", THEMATIC), meeting("2026-10-21", THEMATIC)]
    assert quarters(register_of(3, meetings=beside, plans=plans))[3] == (0, 2)


def test_a_month_planned_as_thematic_and_held_without_a_topic_is_none() -> None:
    plans = [decided("2026-10", kind=BOTH)]
    assert quarters(register_of(3, meetings=[meeting("2026-10-03")], plans=plans))[3] == (0, 0)


def test_a_meeting_counts_for_the_quarter_of_its_month() -> None:
    shift = Shift.SATURDAY_BACK_SUNDAY_FORWARD
    held = [meeting("2027-04-30", BOTH)]  # 1 May is a Saturday
    counted = thematic_quarters(register_of(1, shift, held), 2027, TODAY, RULES)
    assert [quarter.planned for quarter in counted] == [0, 1, 0, 0]
    held = [meeting("2027-12-31", BOTH)]  # 1 January is a Saturday, and a holiday
    for year, expected in ((2027, [0, 0, 0, 0]), (2028, [1, 0, 0, 0])):
        counted = thematic_quarters(register_of(1, shift, held), year, TODAY, RULES)
        assert [quarter.planned for quarter in counted] == expected


def test_a_quarter_misses_what_is_neither_held_nor_planned() -> None:
    held = [meeting("2026-01-03", BOTH, MeetingState.CLOSED)]
    counted = thematic_quarters(register_of(3, meetings=held), 2026, TODAY, RULES)
    assert [(quarter.wanted, quarter.missing) for quarter in counted] == [(1, 0)] + 3 * [(1, 1)]
