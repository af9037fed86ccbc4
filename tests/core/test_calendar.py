"""Deciding about the days of the year: what may be chosen, what is kept of it, what is refused."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from cellsecretary.core.change import Act, Answer, Change, Refusal, Why
from cellsecretary.core.kinds import MeetingKind
from cellsecretary.core.office_rows import DayOff, MonthPlan
from cellsecretary.core.operations.calendar import (
    change_day_off,
    choose_day,
    plan_month,
    take_day_back,
)
from cellsecretary.core.ruleset import DayRules
from tests.building import context, done
from tests.core.test_year_plan import BOTH, REGULAR, THEMATIC, decided, entry, meeting, register_of

if TYPE_CHECKING:
    from cellsecretary.core.register import CellRecord

NOW = dt.datetime(2026, 11, 21, 9, 0)


def row(answer: Answer) -> MonthPlan | None:
    (change,) = done(answer).changes
    assert change.after is None or isinstance(change.after, MonthPlan)
    return change.after


def why(answer: Answer) -> tuple[Why, str]:
    assert isinstance(answer, Refusal)
    (problem,) = answer.problems
    assert problem.table == "month_plans"
    return problem.why, problem.field


@pytest.mark.parametrize("day", ["2030-01-31", "2030-02-06", "2030-02-03"])
def test_beside_a_holiday_a_day_needs_no_reason(day: str) -> None:
    month = entry(register_of(3), "2030-02")
    chosen = dt.date.fromisoformat(day)
    kept = row(choose_day(month, context(NOW), chosen))
    assert kept is not None
    assert kept == MonthPlan(kept.id, month.month, REGULAR, chosen)


def test_another_day_is_kept_with_its_reason() -> None:
    month = entry(register_of(3), "2027-05")
    day = dt.date(2027, 5, 8)
    assert why(choose_day(month, context(NOW), day, "  ")) == (Why.REASON_MISSING, "reason")
    kept = row(choose_day(month, context(NOW), day, " bận thu hoạch "))
    assert kept is not None
    assert (kept.date, kept.reason) == (day, "bận thu hoạch")


def test_the_reason_of_a_chosen_day_cannot_be_emptied() -> None:
    month = entry(register_of(3, plans=[decided("2027-05", "2027-05-08", reason="bận")]), "2027-05")
    answer = plan_month(month, context(NOW), BOTH, "", dt.date(2027, 5, 8), "")
    assert why(answer) == (Why.REASON_MISSING, "reason")


@pytest.mark.parametrize("day", ["2027-04-24", "2027-05-01", "2027-05-31", "2027-06-02"])
def test_the_month_and_a_week_beside_can_be_chosen(day: str) -> None:
    month = entry(register_of(3), "2027-05")
    assert row(choose_day(month, context(NOW), dt.date.fromisoformat(day), "bận")) is not None


@pytest.mark.parametrize("day", ["2027-04-23", "2027-06-03", "2027-06-20"])
def test_a_day_far_away_or_of_the_next_meeting_is_refused(day: str) -> None:
    month = entry(register_of(3), "2027-05")
    answer = choose_day(month, context(NOW), dt.date.fromisoformat(day), "bận")
    assert why(answer) == (Why.DAY_NOT_OF_MONTH, "date")
    assert isinstance(answer, Refusal)
    assert dict(answer.problems[0].words)["last"] == "02/06/2027"


def test_a_day_that_is_over_is_refused_and_today_is_not() -> None:
    month = entry(register_of(28), "2026-11")
    over, today = dt.date(2026, 11, 20), dt.date(2026, 11, 21)
    assert why(choose_day(month, context(NOW), over, "bận")) == (Why.DAY_IS_PAST, "date")
    assert row(choose_day(month, context(NOW), today, "bận")) is not None


def test_a_chosen_day_that_is_over_does_not_bar_the_topic() -> None:
    plans = [decided("2026-11", "2026-11-20", reason="bận")]
    month = entry(register_of(28, plans=plans), "2026-11")
    answer = plan_month(month, context(NOW), BOTH, "Đường làng", month.date, "bận")
    kept = row(answer)
    assert kept is not None
    assert (kept.topic, kept.date) == ("Đường làng", dt.date(2026, 11, 20))


def test_a_month_with_its_meeting_is_decided_there() -> None:
    month = entry(register_of(3, meetings=[meeting("2027-05-04")]), "2027-05")
    answers = (
        choose_day(month, context(NOW), dt.date(2027, 5, 8), "bận"),
        take_day_back(month, context(NOW)),
        plan_month(month, context(NOW), BOTH, "Đường làng", None, ""),
    )
    assert [why(answer)[0] for answer in answers] == 3 * [Why.MONTH_HAS_MEETING]


def test_kind_and_topic_are_planned_at_the_start_of_the_year() -> None:
    month = entry(register_of(3), "2027-05")
    kept = row(plan_month(month, context(NOW), THEMATIC, " Rác thải ", None, ""))
    assert kept is not None
    assert (kept.kind, kept.topic, kept.date) == (THEMATIC, "Rác thải", None)


def test_a_regular_meeting_has_no_topic() -> None:
    month = entry(register_of(3, plans=[decided("2027-05", kind=BOTH)]), "2027-05")
    answer = plan_month(month, context(NOW), REGULAR, "Rác thải", None, "")
    assert row(answer) is None


def test_choosing_a_day_leaves_kind_and_topic() -> None:
    plans = [replace(decided("2030-02", kind=BOTH), topic="Rác thải")]
    month = entry(register_of(3, plans=plans), "2030-02")
    kept = row(choose_day(month, context(NOW), month.proposals[0]))
    assert kept is not None
    assert (kept.id, kept.kind, kept.topic) == (plans[0].id, BOTH, "Rác thải")
    taken = row(take_day_back(entry(register_of(3, plans=[kept]), "2030-02"), context(NOW)))
    assert taken == plans[0]


def test_what_the_rule_alone_says_leaves_no_row() -> None:
    plan = decided("2027-05", "2027-05-08", reason="bận")
    month = entry(register_of(3, plans=[plan]), "2027-05")
    back = (
        take_day_back(month, context(NOW)),
        choose_day(month, context(NOW), dt.date(2027, 5, 3), "thôi"),
    )
    assert [done(answer).changes for answer in back] == 2 * [(Change(plan, None),)]
    untouched = take_day_back(entry(register_of(3), "2027-05"), context(NOW))
    assert done(untouched).changes == ()


def test_a_meeting_of_another_kind_is_no_plan_of_a_month() -> None:
    month = entry(register_of(3), "2027-05")
    with pytest.raises(ValueError, match="congress"):
        plan_month(month, context(NOW), MeetingKind.CONGRESS, "", None, "")


# Days off

GIVEN = DayRules(fixed=("09-02",), dated=())
HOLIDAY, MONDAY = dt.date(2027, 9, 2), dt.date(2027, 9, 6)


def days_off(register: CellRecord, day: dt.date, *, off: bool) -> CellRecord:
    """Give the register after a day was changed."""
    answer = done(change_day_off(register, context(NOW), day, GIVEN, off=off))
    assert answer.act is Act.CHANGE_DAY_OFF
    rows = {row.id: row for row in register.days_off}
    for change in answer.changes:
        if change.before is not None:
            del rows[change.before.id]
        if isinstance(change.after, DayOff):
            rows[change.after.id] = change.after
    return replace(register, days_off=tuple(rows.values()))


@pytest.mark.parametrize(("day", "given"), [(HOLIDAY, True), (MONDAY, False)])
def test_a_day_is_changed_and_as_the_rules_say_again_without_a_trace(
    day: dt.date, given: bool
) -> None:
    register = days_off(register_of(), day, off=not given)
    assert [(row.date, row.off) for row in register.days_off] == [(day, not given)]
    assert days_off(register, day, off=not given) == register
    assert days_off(register, day, off=given).days_off == ()


def test_a_row_that_rules_came_to_agree_with_can_still_be_turned() -> None:
    register = replace(register_of(), days_off=(DayOff("d", HOLIDAY, True),))
    register = days_off(register, HOLIDAY, off=False)
    assert [(row.id, row.off) for row in register.days_off] == [("d", False)]
