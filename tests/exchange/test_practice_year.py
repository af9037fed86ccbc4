"""The practice cell: a year of a village that adds up, with something of everything in it."""

from __future__ import annotations

import datetime as dt
import json
from typing import TYPE_CHECKING

import pytest

from cellsecretary.core.attendance_over_time import attendance_over_time
from cellsecretary.core.change import Why
from cellsecretary.core.facts import Warning, facts
from cellsecretary.core.kinds import GuestRole, Leaving, Mark, MeetingKind, Result, StandingKind
from cellsecretary.core.period import Period, Span
from cellsecretary.exchange.replay import rehearsed
from cellsecretary.exchange.scenario import read_scenario
from cellsecretary.rules import bundled
from cellsecretary.store.records import cell_record, period_record, records_between
from tests.building import NOVEMBER, OCTOBER, PRACTICE, THON_3, record_of

if TYPE_CHECKING:
    from cellsecretary.core.record import MeetingRecord
    from cellsecretary.store import Book

FIRST, LAST = dt.date(2025, 12, 1), dt.date(2026, 11, 30)
KEPT = ("register", "required", "present", "excused", "unexcused", "speakers", "vote_base")


@pytest.fixture
def records(practice: Book) -> tuple[MeetingRecord, ...]:
    return records_between(practice, FIRST, LAST)


def test_it_meets_every_month_and_on_a_theme_every_quarter(
    records: tuple[MeetingRecord, ...],
) -> None:
    thematic = (MeetingKind.THEMATIC, MeetingKind.REGULAR_THEMATIC)
    days = [record.meeting.date for record in records if record.meeting.kind in thematic]
    quarters = {(day.year, (day.month - 1) // 3) for day in days}
    assert quarters == {(2025, 3), (2026, 0), (2026, 1), (2026, 2), (2026, 3)}
    regular = [r for r in records if r.meeting.kind is not MeetingKind.THEMATIC]
    assert [r.meeting.date.day for r in regular] == [3] * 12


@pytest.mark.thorough
def test_only_november_stays_open_and_only_for_one_task() -> None:
    _, replay = rehearsed(read_scenario(PRACTICE.read_text(encoding="utf-8")), bundled())
    ((record, refusal),) = replay.refused
    assert record.meeting.date.isoformat() == NOVEMBER
    assert [problem.why for problem in refusal.problems] == [Why.TASK_WITHOUT_RESULT]


@pytest.mark.parametrize("day", [OCTOBER, NOVEMBER])
def test_its_last_two_meetings_are_those_of_the_scenario(practice: Book, day: str) -> None:
    expected = json.loads(THON_3.read_text(encoding="utf-8"))["expected"][day]
    found = facts(record_of(practice, day))
    for name in KEPT:
        assert getattr(found, name) == expected[name]


def test_members_come_and_go_in_it(practice: Book) -> None:
    register = cell_record(practice)
    assert {m.leaving for m in register.members if m.left} == {Leaving.TRANSFERRED, Leaving.DIED}
    assert sum(m.left_confirmed is not None for m in register.members) == 1
    came = sorted(m.entered.month for m in register.members if m.entered)
    assert came == [3, 3, 5]
    within = [span for span in register.standings if span.since and span.since >= FIRST]
    assert {span.kind for span in within} == {StandingKind.EXEMPT, StandingKind.AWAY}
    for span in within:
        if span.kind is StandingKind.EXEMPT:
            assert span.applied is not None
            assert span.decided is not None
            assert span.reason


def test_it_gives_sixty_tasks_done_in_every_way(practice: Book) -> None:
    register = cell_record(practice)
    codes = [task.code for task in register.tasks]
    assert len(codes) == len(set(codes)) == 60
    assert {review.result for review in register.reviews} == {*Result}
    assert sum(task.amount is not None for task in register.tasks) > 20
    for review in register.reviews:
        assert review.result in (Result.DONE, Result.ONGOING) or review.note


def test_its_meetings_show_what_the_rules_point_out(records: tuple[MeetingRecord, ...]) -> None:
    found = {warning for record in records for warning in facts(record).warnings}
    assert {
        Warning.ABSENT_RUN,
        Warning.FEES_OWING_TWICE,
        Warning.TASK_CARRIED_OFTEN,
        Warning.NOT_POSTED_IN_TIME,
    } <= found


def test_whoever_speaks_was_there_and_nearly_everybody_speaks(
    records: tuple[MeetingRecord, ...],
) -> None:
    spoke = set()
    for record in records:
        for opinion in record.opinions:
            line = record.attendance_of(opinion.speaker)
            if line is not None:
                assert (line.mark is Mark.PRESENT) is not opinion.beforehand
                spoke.add(opinion.speaker)
    assert len(spoke) > 40
    assert any(opinion.beforehand for record in records for opinion in record.opinions)


def test_the_assigned_superior_comes_and_once_does_not(
    records: tuple[MeetingRecord, ...],
) -> None:
    visits = [
        guest.came
        for record in records
        for guest in record.guests
        if guest.role is GuestRole.ASSIGNED_SUPERIOR
    ]
    assert (visits.count(True), visits.count(False)) == (4, 1)


def test_petitions_are_answered_told_or_still_waiting(practice: Book) -> None:
    petitions = cell_record(practice).petitions
    assert len(petitions) > 5
    assert any(petition.told for petition in petitions)
    assert any(petition.answered and not petition.told for petition in petitions)
    assert any(petition.sent and not petition.answered for petition in petitions)
    assert any(not petition.sent for petition in petitions)


def test_the_superior_confirms_most_scores_and_the_year_before_was_reviewed(
    practice: Book,
) -> None:
    register = cell_record(practice)
    confirmed = [meeting for meeting in register.meetings if meeting.score_confirmed]
    assert len(confirmed) == 8
    assert all(meeting.score_confirmed_by for meeting in confirmed)
    assert {review.year for review in register.year_reviews} == {2025}
    assert sum(review.member is not None for review in register.year_reviews) == 49


def test_resolutions_are_numbered_without_a_gap(records: tuple[MeetingRecord, ...]) -> None:
    numbers = [d.number for r in records for d in r.documents if d.type == "resolution"]
    assert numbers == list(range(2, 14))


def test_its_year_adds_up(practice: Book) -> None:
    found = attendance_over_time(period_record(practice, Period(Span.YEAR, 2026)))
    by_member = [line.tally for line in found.members]
    for name in ("required", "present", "excused", "unexcused"):
        assert sum(getattr(tally, name) for tally in by_member) == getattr(found.whole, name)
    assert found.whole.percent is not None
    assert 90 < found.whole.percent < 100
