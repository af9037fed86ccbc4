"""When a probation ends and a badge falls due, to the day, for those who are of the cell."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cellsecretary.core.advice import Advice, Point, cell_advice
from cellsecretary.core.kinds import StandingKind
from cellsecretary.core.milestones import (
    Stage,
    badges,
    badges_ahead,
    months_after,
    probations_ending,
)
from cellsecretary.core.register import CellRecord
from cellsecretary.core.rows import Member, Standing
from cellsecretary.core.ruleset import RuleSet, Share
from cellsecretary.messages import LANGUAGES, Messages
from cellsecretary.rules import bundled
from tests.papers import records

TODAY = dt.date(2026, 11, 3)
RULES = bundled().on(TODAY)
OF_MEMBERS = {point for point in Point if point.startswith(("probation", "official", "badge"))}
DAYS = st.dates(dt.date(1930, 1, 1), dt.date(2060, 12, 31))


def member(number: int = 1, **values: object) -> Member:
    return Member(f"m{number}", number, f"Trần Văn {number}", **values)  # type: ignore[arg-type]


def register(*members: Member) -> CellRecord:
    return CellRecord(records.cell(), members=members)


def stage(joined: dt.date, today: dt.date) -> Stage | None:
    found = probations_ending(register(member(joined=joined)), today, RULES.register)
    return found[0].stage if found else None


def advice(cell: CellRecord, today: dt.date, rules: RuleSet = RULES) -> list[Advice]:
    found = cell_advice(cell, today, lambda _day: rules)
    return [one for one in found if one.point in OF_MEMBERS]


# Months of the calendar


@pytest.mark.parametrize(
    ("day", "months", "ends"),
    [
        # Bộ luật Dân sự 2015, Điều 148: a month without the day ends the term on its last one.
        ("2024-02-29", 12, "2025-02-28"),
        ("2024-02-29", 48, "2028-02-29"),
        ("2023-02-28", 12, "2024-02-28"),
        ("2025-08-31", 6, "2026-02-28"),
        ("2025-12-15", 12, "2026-12-15"),
        ("2025-01-31", 0, "2025-01-31"),
        ("2025-12-31", 1, "2026-01-31"),
    ],
)
def test_months_end_on_the_same_day_or_the_last_of_the_month(
    day: str, months: int, ends: str
) -> None:
    assert months_after(dt.date.fromisoformat(day), months) == dt.date.fromisoformat(ends)


@given(day=DAYS, months=st.integers(0, 1200))
def test_any_day_so_many_months_later_lies_in_that_month_and_no_day_earlier(
    day: dt.date, months: int
) -> None:
    ends = months_after(day, months)
    assert (ends.year * 12 + ends.month) - (day.year * 12 + day.month) == months
    is_last_of_month = (ends + dt.timedelta(days=1)).day == 1
    assert ends.day == day.day or (ends.day < day.day and is_last_of_month)


@given(day=DAYS, later=st.integers(0, 400))
def test_who_joins_later_is_never_due_earlier(day: dt.date, later: int) -> None:
    assert months_after(day, 12) <= months_after(day + dt.timedelta(days=later), 12)


@given(day=DAYS)
def test_a_probation_of_twelve_months_has_365_or_366_days(day: dt.date) -> None:
    due = months_after(day, 12)
    assert (due - day).days in (365, 366)


# Probation


@pytest.mark.parametrize(
    ("days", "wanted"),
    [
        (61, None),
        (60, Stage.AHEAD),
        (31, Stage.AHEAD),
        (30, Stage.SOON),
        (1, Stage.SOON),
        (0, Stage.TODAY),
        (-1, Stage.OVERDUE),
        (-364, Stage.OVERDUE),
        (-365, Stage.LONG_OVER),
        (-20000, Stage.LONG_OVER),
    ],
)
def test_the_end_of_a_probation_comes_nearer_and_is_past(days: int, wanted: Stage | None) -> None:
    today = dt.date(2026, 11, 3) - dt.timedelta(days=days)
    assert stage(dt.date(2025, 11, 3), today) is wanted


def test_who_joined_on_the_29th_of_february_is_due_on_the_28th() -> None:
    assert stage(dt.date(2024, 2, 29), dt.date(2025, 2, 28)) is Stage.TODAY


@pytest.mark.parametrize(
    "values",
    [
        {"joined": None},
        {"official": dt.date(2026, 10, 20)},
        {"left": dt.date(2026, 11, 1), "left_reason": "Chuyển sinh hoạt"},
        {"entered": dt.date(2027, 1, 1)},
    ],
    ids=str,
)
def test_nobody_else_is_due(values: dict[str, object]) -> None:
    due = member(joined=dt.date(2025, 11, 3))
    assert probations_ending(register(due), TODAY, RULES.register)
    other = replace(due, **values)  # type: ignore[arg-type]
    assert probations_ending(register(other), TODAY, RULES.register) == ()


@pytest.mark.parametrize("kind", StandingKind)
def test_all_but_visiting_members_are_recognised_in_this_cell(kind: StandingKind) -> None:
    cell = register(member(joined=dt.date(2025, 11, 3)))
    cell = replace(cell, standings=(Standing("s", "m1", kind),))
    is_own = kind is not StandingKind.VISITING
    assert bool(probations_ending(cell, TODAY, RULES.register)) is is_own


def test_the_months_are_those_of_the_rules() -> None:
    longer = replace(RULES.register, probation_months=18)
    cell = register(member(joined=dt.date(2025, 5, 3)))
    assert [one.due for one in probations_ending(cell, TODAY, longer)] == [TODAY]


# Badges


def test_the_badges_of_a_year_are_in_the_order_of_their_days() -> None:
    cell = register(
        member(1, joined=dt.date(1996, 12, 1)),
        member(2, joined=dt.date(1986, 1, 5)),
        member(3, joined=dt.date(1991, 6, 1)),  # 35 years: none
        member(4, joined=dt.date(1966, 2, 28)),
        member(5, joined=dt.date(1986, 3, 1), left=dt.date(2026, 2, 1)),
        member(6),
    )
    assert [
        (badge.member.number, badge.years, badge.day)
        for badge in badges(cell, 2026, RULES.register)
    ] == [
        (2, 40, dt.date(2026, 1, 5)),
        (4, 60, dt.date(2026, 2, 28)),
        (1, 30, dt.date(2026, 12, 1)),
    ]


def test_a_badge_near_the_end_of_the_year_is_pointed_out_across_it() -> None:
    cell = register(member(joined=dt.date(1997, 1, 10)))
    near = dt.date(2026, 12, 20)
    assert [badge.day for badge in badges_ahead(cell, near, RULES.register)] == [
        dt.date(2027, 1, 10)
    ]


@pytest.mark.parametrize(("days", "said"), [(91, False), (90, True), (0, True), (-1, False)])
def test_a_badge_is_pointed_out_in_the_last_ninety_days(days: int, said: bool) -> None:
    cell = register(member(joined=dt.date(1996, 11, 3)))
    today = TODAY - dt.timedelta(days=days)
    assert bool(badges_ahead(cell, today, RULES.register)) is said


@given(joined=DAYS, year=st.integers(1960, 2150))
def test_a_badge_lies_in_its_year_and_exactly_so_many_years_after(
    joined: dt.date, year: int
) -> None:
    for badge in badges(register(member(joined=joined)), year, RULES.register):
        assert badge.day.year == year == joined.year + badge.years
        assert (badge.day.month, badge.day.day) in {
            (joined.month, joined.day),
            (2, 28) if (joined.month, joined.day) == (2, 29) else (joined.month, joined.day),
        }


# What is pointed out


@pytest.mark.parametrize(
    ("days", "point", "pressing"),
    [
        (60, Point.PROBATION_AHEAD, False),
        (30, Point.PROBATION_SOON, False),
        (0, Point.PROBATION_TODAY, False),
        (-7, Point.PROBATION_OVERDUE, True),
    ],
)
def test_each_stage_is_pointed_out_at_the_member(days: int, point: Point, pressing: bool) -> None:
    cell = register(member(joined=dt.date(2025, 11, 3)))
    (one,) = advice(cell, TODAY - dt.timedelta(days=days))
    assert (one.point, one.table, one.row, one.pressing) == (point, "members", "m1", pressing)
    words = dict(one.words)
    assert (words["who"], words["date"], words["count"]) == (
        *("Trần Văn 1", "2026-11-03"),
        str(abs(days)),
    )


def test_the_share_of_the_vote_is_that_of_the_rules() -> None:
    cell = register(member(joined=dt.date(2025, 12, 20)))
    (usual,) = advice(cell, TODAY)
    assert "từ 2/3 trở lên" in Messages.load("vi").advice(usual)
    needs = RULES.register.recognition_needs
    shares = {**RULES.vote.shares, needs: Share(3, 4, inclusive=False)}
    rules = replace(RULES, vote=replace(RULES.vote, shares=shares))
    (other,) = advice(cell, TODAY, rules)
    assert "trên 3/4" in Messages.load("vi").advice(other)


@pytest.mark.parametrize("count", [1, 300])
def test_a_list_without_days_of_recognition_is_one_line(count: int) -> None:
    people = [member(at, joined=dt.date(1990, 3, 9)) for at in range(1, count + 1)]
    (one,) = advice(register(*people), TODAY)
    assert (one.point, one.row, one.pressing) == (Point.OFFICIAL_DAY_MISSING, "m1", False)
    said = Messages.load("vi").advice(one)
    assert said.startswith("Đồng chí Trần Văn 1 " if count == 1 else "300 đồng chí ")


def test_a_badge_is_said_with_years_and_day() -> None:
    cell = register(member(joined=dt.date(1986, 12, 3), official=dt.date(1987, 12, 3)))
    (one,) = advice(cell, TODAY)
    assert (one.point, one.pressing) == (Point.BADGE_AHEAD, False)
    assert Messages.load("vi").advice(one) == (
        "Đồng chí Trần Văn 1 tròn 40 năm tuổi Đảng ngày 03/12/2026, còn 30 ngày: "
        "đề nghị tặng Huy hiệu Đảng."
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_on_the_day_itself_no_days_are_counted(language: str) -> None:
    words = Messages.load(language)
    young = register(member(joined=dt.date(2025, 11, 3)))
    old = register(member(joined=dt.date(1986, 11, 3), official=dt.date(1987, 11, 3)))
    for cell in (young, old):
        (one,) = advice(cell, TODAY)
        assert "03/11/2026" not in words.advice(one)
        assert "0 " not in words.advice(one).replace("40 ", "")
