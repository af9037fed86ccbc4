"""The figures of a year: by hand, and true of any year."""

from __future__ import annotations

import datetime as dt
import random
from dataclasses import replace
from fractions import Fraction
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from cellsecretary.core.kinds import MeetingKind, MeetingState, ScoreClass, Scorer
from cellsecretary.core.period import Period, PeriodRecord, Span, periods_of
from cellsecretary.core.rows import PastMeeting
from cellsecretary.core.year_figures import year_figures
from tests.core.years import by_hand, marks, meeting, record, year, years

CLASSES = (ScoreClass.WEAK, ScoreClass.AVERAGE, ScoreClass.FAIR, ScoreClass.GOOD)


def test_months_without_a_meeting_and_meetings_off_their_day_are_told_apart() -> None:
    figures = year_figures(by_hand())
    assert (figures.held.count, figures.held.base) == (10, 12)
    assert figures.missed == (dt.date(2026, 11, 1), dt.date(2026, 12, 1))
    assert (figures.on_day.count, figures.on_day.base) == (9, 10)
    off_day = [month.month.month for month in figures.months if month.meeting and not month.on_day]
    assert off_day == [5]
    assert [one.date for one in figures.cancelled] == [dt.date(2026, 11, 3)]


def test_those_present_and_those_who_spoke_are_summed_over_the_meetings() -> None:
    figures = year_figures(by_hand())
    assert (figures.attendance.count, figures.attendance.base) == (90, 100)
    assert figures.attendance.percent == 90
    assert (figures.voices.count, figures.voices.base, figures.voices.percent) == (30, 90, 33.3)
    assert len(figures.attendance.meetings) == 10


def test_the_class_of_the_year_follows_from_the_mean_of_the_scored_meetings() -> None:
    figures = year_figures(by_hand())
    assert figures.own is not None
    assert (figures.own.percent, figures.own.grade) == (Fraction(179, 2), ScoreClass.FAIR)
    assert len(figures.own.meetings) == 2
    assert figures.superior is not None
    assert (figures.superior.percent, figures.superior.grade) == (Fraction(92), ScoreClass.GOOD)


def test_a_mean_of_exactly_the_least_points_is_of_the_class() -> None:
    days = [dt.date(2026, month, 3) for month in (1, 2, 3)]
    held = (record(meeting(day), 9, own=own) for day, own in zip(days, (91, 89, 90), strict=True))
    own = year_figures(year(*held)).own
    assert own is not None
    assert (own.percent, own.grade) == (Fraction(90), ScoreClass.GOOD)


def test_a_meeting_half_scored_has_no_part_in_the_class_of_the_year() -> None:
    whole = record(meeting(dt.date(2026, 1, 3)), 9, own=80)
    half = record(meeting(dt.date(2026, 2, 3)), 9, own=100)
    own = year_figures(year(whole, replace(half, scores=half.scores[1:]))).own
    assert own is not None
    assert own.meetings == (whole.meeting.id,)


def test_the_superiors_points_may_come_after_the_closing() -> None:
    held = record(meeting(dt.date(2026, 1, 3)), 9, own=80)
    later = marks(held.meeting, 77, Scorer.SUPERIOR)
    figures = year_figures(year(held, scores=(*held.scores, *later)))
    assert figures.superior is not None
    assert figures.superior.percent == 77
    found = figures.meetings[0]
    assert found.own is not None
    assert found.superior is not None
    assert (found.own.points, found.superior.points) == (80, 77)
    assert found.own.meeting == found.superior.meeting == held.meeting.id


def test_tasks_are_decided_by_meetings_and_open_until_one_finds_them_done() -> None:
    figures = year_figures(by_hand())
    assert [one.task.code for one in figures.given] == ["T0", "T1", "T2"]
    assert [one.task.code for one in figures.in_time] == ["T0"]
    assert [one.task.code for one in figures.late] == ["T1"]
    assert [one.task.code for one in figures.open] == ["T1", "T2"]
    assert (figures.done_in_time.count, figures.done_in_time.base) == (1, 2)


def test_a_petition_is_answered_once_the_people_were_told() -> None:
    figures = year_figures(by_hand())
    assert (len(figures.raised), len(figures.unanswered)) == (2, 1)
    spring = year_figures(replace(by_hand(), period=Period(Span.QUARTER, 2026, 1), records=()))
    assert len(spring.unanswered) == 2


def test_each_quarter_says_how_many_thematic_meetings_it_had_and_which() -> None:
    quarters = year_figures(by_hand()).thematic
    assert [(one.wanted, one.held) for one in quarters] == [(1, 1), (1, 0), (1, 1), (1, 0)]
    assert quarters[0].meetings == ("on 2026-03-03",)
    assert quarters[2].meetings == ("on 2026-08-03",)


def test_a_quarter_asks_for_its_own_months_alone() -> None:
    figures = year_figures(replace(by_hand(), period=Period(Span.QUARTER, 2026, 4)))
    assert (figures.held.count, figures.held.base) == (1, 3)
    assert len(figures.thematic) == 1


def test_a_meeting_on_paper_counts_for_its_month_and_its_attendance() -> None:
    past = PastMeeting("p", dt.date(2026, 2, 3), MeetingKind.REGULAR, 40, 36, 3, 1)
    figures = year_figures(year(past_meetings=(past,)))
    assert (figures.held.count, figures.on_day.count) == (1, 1)
    assert (figures.attendance.count, figures.attendance.base) == (36, 40)
    assert (figures.voices.base, figures.own) == (0, None)


def test_what_is_only_planned_was_not_held() -> None:
    planned = meeting(dt.date(2026, 12, 3), state=MeetingState.PLANNED)
    figures = year_figures(year(meetings=(planned,)))
    assert figures.held.count == 0


def test_a_year_without_anything_has_figures_of_nought() -> None:
    figures = year_figures(year())
    assert (figures.held.count, figures.held.base, figures.on_day.base) == (0, 12, 0)
    assert (figures.attendance.percent, figures.voices.percent) == (None, None)
    assert (figures.own, figures.superior, figures.done_in_time.percent) == (None, None, None)


def grades(period: PeriodRecord, scorer: str) -> list[ScoreClass]:
    points = (getattr(one, scorer) for one in year_figures(period).meetings)
    return [one.grade for one in points if one is not None]


@given(years())
def test_the_class_of_a_year_lies_between_those_of_its_meetings(period: PeriodRecord) -> None:
    figures = year_figures(period)
    for scorer in ("own", "superior"):
        found, whole = grades(period, scorer), getattr(figures, scorer)
        assert (whole is None) == (not found)
        if whole is not None:
            ranks = [CLASSES.index(grade) for grade in found]
            assert min(ranks) <= CLASSES.index(whole.grade) <= max(ranks)
            assert 0 <= whole.percent <= 100


@given(years())
def test_every_share_is_of_something_and_at_most_all_of_it(period: PeriodRecord) -> None:
    figures = year_figures(period)
    shares = (figures.held, figures.on_day, figures.attendance, figures.voices,
              figures.done_in_time)  # fmt: skip
    for share in shares:
        assert 0 <= share.count <= share.base
        assert share.percent is None or 0 <= share.percent <= 100
        assert len(set(share.meetings)) == len(share.meetings)
    assert len(figures.missed) + figures.held.count == figures.held.base


@given(years())
def test_the_quarters_add_up_to_the_year(period: PeriodRecord) -> None:
    whole = year_figures(period)
    parts = []
    for quarter in periods_of(2026, Span.QUARTER):
        within = (r for r in period.records if quarter.first <= r.meeting.date <= quarter.last)
        parts.append(year_figures(replace(period, period=quarter, records=tuple(within))))
    for name in ("attendance", "voices", "held", "done_in_time"):
        assert sum(getattr(part, name).count for part in parts) == getattr(whole, name).count
        assert sum(getattr(part, name).base for part in parts) == getattr(whole, name).base
    for name in ("given", "in_time", "late", "raised", "meetings", "thematic", "cancelled"):
        assert sum(len(getattr(part, name)) for part in parts) == len(getattr(whole, name))
    for name in ("open", "unanswered"):
        assert len(getattr(parts[-1], name)) == len(getattr(whole, name))


@given(years())
def test_every_figure_leads_to_meetings_that_there_are(period: PeriodRecord) -> None:
    figures, register = year_figures(period), period.register
    known = {one.id for one in register.meetings} | {one.id for one in register.past_meetings}
    behind = [*figures.held.meetings, *figures.voices.meetings, *figures.done_in_time.meetings]
    behind += [one for quarter in figures.thematic for one in quarter.meetings]
    assert known.issuperset(behind)
    assert all(len(quarter.meetings) == quarter.held for quarter in figures.thematic)


@given(years(), st.integers())
def test_the_order_in_which_things_were_entered_does_not_matter(
    period: PeriodRecord, seed: int
) -> None:
    shuffled: dict[str, Any] = {}
    for name in ("meetings", "tasks", "reviews", "petitions", "past_meetings", "scores"):
        rows = list(getattr(period.register, name))
        random.Random(seed).shuffle(rows)
        shuffled[name] = tuple(rows)
    register = replace(period.register, **shuffled)
    assert counted(replace(period, register=register)) == counted(period)


def counted(period: PeriodRecord) -> list[object]:
    """What the figures come to, whatever the order of their parts."""
    figures = year_figures(period)
    return [
        figures.own, figures.superior, figures.held, figures.on_day, figures.attendance,
        figures.voices, figures.meetings, figures.months,
        *({one.task.id for one in getattr(figures, name)} for name in
          ("given", "in_time", "late", "open")),
        {one.petition.id for one in figures.raised},
        {one.petition.id for one in figures.unanswered},
    ]  # fmt: skip
