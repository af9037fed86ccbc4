"""What can be done to the calendar of the cell: the plan of a month, the days off of a year."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from cellsecretary.core.change import (
    Act,
    Answer,
    Changes,
    Context,
    Why,
    delete,
    insert,
    refuse,
    replaced,
    update,
)
from cellsecretary.core.kinds import MeetingKind
from cellsecretary.core.office_rows import DayOff, MonthPlan
from cellsecretary.core.vietnamese import tidy_line
from cellsecretary.core.year_plan import MONTH_KINDS

if TYPE_CHECKING:
    import datetime as dt

    from cellsecretary.core.change import Refusal
    from cellsecretary.core.register import CellRecord
    from cellsecretary.core.ruleset import DayRules
    from cellsecretary.core.year_plan import PlannedMonth


def plan_month(
    month: PlannedMonth,
    ctx: Context,
    kind: MeetingKind,
    topic: str,
    day: dt.date | None,
    reason: str,
) -> Answer:
    """Plan the meeting of a month in one act: its kind, its topic, its day.

    The day of the rule, and None, are no decision; on a holiday it is one to meet all the same.
    """
    return _planned(month, ctx, Act.PLAN_MONTH, kind, topic, day, reason)


def choose_day(month: PlannedMonth, ctx: Context, day: dt.date, reason: str = "") -> Answer:
    """Choose the day of a month; one that the rule does not propose wants its reason."""
    kind, topic = month.kind, month.topic
    return _planned(month, ctx, Act.CHOOSE_DAY, kind, topic, day, reason)


def take_day_back(month: PlannedMonth, ctx: Context) -> Answer:
    """Take the chosen day of a month back: that of the rule holds again."""
    return _planned(month, ctx, Act.TAKE_DAY_BACK, month.kind, month.topic, None, "")


def change_day_off(
    register: CellRecord, ctx: Context, day: dt.date, given: DayRules, *, off: bool
) -> Answer:
    """Make a day a holiday of the year, or none; `given` are the holidays of the rule files.

    Where they say the same nothing is kept of it.
    """
    held = next((row for row in register.days_off if row.date == day), None)
    if given.is_holiday(day) is off:
        changes = (delete(held),) if held else ()
    elif held is not None:
        changes = (update(held, off=off),)
    else:
        changes = (insert(DayOff(ctx.new_id(), day, off)),)
    return Changes(Act.CHANGE_DAY_OFF, changes, (("date", day.isoformat()),))


def _planned(
    month: PlannedMonth,
    ctx: Context,
    act: Act,
    kind: MeetingKind,
    topic: str,
    day: dt.date | None,
    reason: str,
) -> Answer:
    if kind not in MONTH_KINDS:
        msg = f"no kind for the meeting of a month: {kind}"
        raise ValueError(msg)
    if day == month.rule.date and not month.rule.needs_decision:
        day = None
    before = month.decision
    plan = MonthPlan(
        id=before.id if before else ctx.new_id(),
        month=month.month,
        kind=kind,
        date=day,
        reason=tidy_line(reason) if day else "",
        topic="" if kind is MeetingKind.REGULAR else tidy_line(topic),
    )
    wrong = _wrong(month, plan, ctx.now.date())
    if wrong:
        return wrong
    words = (("month", f"{month.month:%m/%Y}"), ("date", day.isoformat() if day else ""))
    if plan == replace(plan, kind=MeetingKind.REGULAR, date=None, topic=""):
        # What the rule alone says needs no row.
        return Changes(act, (delete(before),) if before else (), words)
    return Changes(act, (replaced(before, plan),), words)


def _wrong(month: PlannedMonth, plan: MonthPlan, today: dt.date) -> Refusal | None:
    name = f"{month.month:%m/%Y}"
    if month.meeting is not None:
        return refuse(Why.MONTH_HAS_MEETING, "month_plans", plan.id, month=name)
    if plan.date is None:
        return None
    if month.decision is None or plan.date != month.decision.date:
        if plan.date < today:
            return refuse(Why.DAY_IS_PAST, "month_plans", plan.id, "date")
        if not month.earliest <= plan.date <= month.latest:
            first, last = (f"{day:%d/%m/%Y}" for day in (month.earliest, month.latest))
            words = {"month": name, "first": first, "last": last}
            return refuse(Why.DAY_NOT_OF_MONTH, "month_plans", plan.id, "date", **words)
    proposed = (month.rule.date, *month.rule.proposals)
    if not plan.reason and plan.date not in proposed:
        return refuse(Why.REASON_MISSING, "month_plans", plan.id, "reason")
    return None
