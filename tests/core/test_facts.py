"""The figures of a meeting: those of the scenario, and laws that hold for any roster."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cellsecretary.core.facts import (
    Warning,
    facts,
    headcount,
    percent_of,
    usual_needs,
    vote_base,
    vote_result,
    voters_present,
)
from cellsecretary.core.kinds import Mark, MeetingKind, Needs, Result, StandingKind, VoteMethod
from cellsecretary.core.plain import to_plain
from cellsecretary.core.record import CarriedTask, Run
from cellsecretary.core.rows import Attendance, Review, Task, Vote
from cellsecretary.core.ruleset import Share
from tests.building import NOVEMBER, OCTOBER, THON_3, record_of, replayed

if TYPE_CHECKING:
    from cellsecretary.core.record import MeetingRecord


@pytest.fixture(scope="module")
def records(tmp_path_factory: pytest.TempPathFactory) -> dict[str, MeetingRecord]:
    book = replayed(tmp_path_factory.mktemp("facts") / "a.chibo")
    found = {day: record_of(book, day) for day in (OCTOBER, NOVEMBER)}
    book.close()
    return found


@pytest.mark.parametrize("day", [OCTOBER, NOVEMBER])
def test_facts_are_exactly_those_that_the_scenario_expects(
    records: dict[str, MeetingRecord], day: str
) -> None:
    expected = json.loads(THON_3.read_text(encoding="utf-8"))["expected"][day]
    assert to_plain(facts(records[day])) == expected


lines = st.builds(
    lambda standing, official, mark: (
        standing,
        official,
        mark
        if standing is StandingKind.ACTIVE
        else Mark.PRESENT
        if mark is Mark.PRESENT and standing is not StandingKind.AWAY
        else Mark.NONE,
    ),
    st.sampled_from(StandingKind),
    st.booleans(),
    st.sampled_from(Mark),
)


def _roster(parts: list[tuple[StandingKind, bool, Mark]]) -> tuple[Attendance, ...]:
    return tuple(
        Attendance(str(n), "m", str(n), n, f"N {n}", "", official, standing, mark)
        for n, (standing, official, mark) in enumerate(parts)
    )


@given(st.lists(lines, max_size=80))
def test_the_headcount_adds_up_as_soon_as_nobody_is_unmarked(
    records: dict[str, MeetingRecord], parts: list[tuple[StandingKind, bool, Mark]]
) -> None:
    record = replace(records[OCTOBER], roster=_roster(parts))
    count, found = headcount(record), facts(record)
    assert count.adds_up == (count.unmarked == 0)
    assert found.register == found.official + found.probationary
    assert found.required == found.register - found.exempt - found.away
    assert found.present_required + found.excused + found.unexcused + count.unmarked == (
        found.required
    )
    assert voters_present(record) <= vote_base(record) <= found.official
    assert found.attendance_percent is None or 0 <= found.attendance_percent <= 100


@pytest.mark.parametrize(
    ("count", "base", "percent"),
    [(42, 45, 93.3), (1, 16, 6.3), (1, 3, 33.3), (2, 3, 66.7), (0, 5, 0.0), (5, 5, 100.0)],
)
def test_percentages_round_half_up_from_exact_integers(
    count: int, base: int, percent: float
) -> None:
    assert percent_of(count, base) == percent


def test_there_is_no_percentage_of_nobody() -> None:
    assert percent_of(0, 0) is None


def test_thresholds_compare_the_fraction_not_the_rounded_figure() -> None:
    floor = Share(85, 100)
    assert percent_of(8496, 10000) == 85.0
    assert not floor.is_met(8496, 10000)
    assert floor.is_met(85, 100)


def test_half_wants_more_than_half_and_two_thirds_at_least_two_thirds() -> None:
    half, two_thirds = Share(1, 2, inclusive=False), Share(2, 3)
    assert not half.is_met(22, 44)
    assert half.is_met(23, 44)
    assert two_thirds.is_met(30, 45)
    assert not two_thirds.is_met(29, 45)


def test_a_ballot_counts_what_was_returned_and_names_the_rest(
    records: dict[str, MeetingRecord],
) -> None:
    vote = Vote("v", "m", "i", 1, "?", VoteMethod.BALLOT, Needs.TWO_THIRDS, 28, 8, 2, 43, 40, 38)
    result = vote_result(records[NOVEMBER], vote)
    assert (result.cast, result.invalid, result.not_returned) == (40, 2, 3)
    assert result.base == 43
    assert not result.passed  # 28 of 43 is less than two thirds


def _warned(record: MeetingRecord, **meeting: object) -> set[Warning]:
    return set(facts(replace(record, meeting=replace(record.meeting, **meeting))).warnings)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("change", "warning"),
    [
        ({"posted": None}, Warning.NOT_POSTED_IN_TIME),
        ({"posted": dt.date(2026, 10, 3)}, Warning.NOT_POSTED_IN_TIME),
        ({"committee_met": None}, Warning.COMMITTEE_NOT_MET),
        ({"notified": None}, Warning.MEMBERS_NOT_NOTIFIED),
        ({"notified": dt.date(2026, 10, 4)}, Warning.MEMBERS_NOT_NOTIFIED),
        ({"superior_notified": None}, Warning.SUPERIOR_NOT_NOTIFIED),
        ({"end": dt.time(20, 59)}, Warning.TOO_SHORT),
        ({"date": dt.date(2026, 10, 5)}, Warning.OFF_DAY),
    ],
)
def test_what_was_not_done_in_time_is_pointed_out(
    records: dict[str, MeetingRecord], change: dict[str, object], warning: Warning
) -> None:
    assert _warned(records[OCTOBER], **change) == {warning}


def test_a_reason_for_another_day_silences_the_warning(
    records: dict[str, MeetingRecord],
) -> None:
    day = dt.date(2026, 10, 5)
    assert not _warned(records[OCTOBER], date=day, off_day_reason="Bão số 9")


def test_both_kinds_in_one_sitting_want_two_hours(records: dict[str, MeetingRecord]) -> None:
    kind = MeetingKind.REGULAR_THEMATIC
    assert Warning.TOO_SHORT in _warned(records[OCTOBER], kind=kind)
    assert Warning.TOO_SHORT not in _warned(records[OCTOBER], kind=kind, end=dt.time(21, 30))


def test_low_attendance_is_pointed_out_below_the_exact_share(
    records: dict[str, MeetingRecord],
) -> None:
    record = records[OCTOBER]
    present = [line for line in record.roster if line.mark is Mark.PRESENT]
    gone = {line.member for line in present[:5]}
    roster = tuple(
        replace(line, mark=Mark.UNEXCUSED) if line.member in gone else line
        for line in record.roster
    )
    assert Warning.ATTENDANCE_LOW in facts(replace(record, roster=roster)).warnings


def test_the_third_excused_absence_in_a_row_is_pointed_out(
    records: dict[str, MeetingRecord],
) -> None:
    record = records[NOVEMBER]
    absent = record.marked(Mark.EXCUSED)[0].member
    twice = replace(record, runs=(Run(absent, 2, 0),))
    once = replace(record, runs=(Run(absent, 1, 0),))
    assert Warning.ABSENT_RUN in facts(twice).warnings
    assert Warning.ABSENT_RUN not in facts(once).warnings


def test_owing_the_fee_twice_is_pointed_out(records: dict[str, MeetingRecord]) -> None:
    record = records[OCTOBER]
    owing = next(line.member for line in record.roster if line.fee_owing)
    assert Warning.FEES_OWING_TWICE in facts(replace(record, runs=(Run(owing, 0, 1),))).warnings


@pytest.mark.parametrize(
    ("carried", "result", "often"),
    [
        (2, None, True),
        (2, Result.PARTLY, True),
        (2, Result.DONE, False),
        (2, Result.ONGOING, False),
        (1, Result.NOT_DONE, False),
    ],
)
def test_a_task_carried_three_times_is_pointed_out(
    records: dict[str, MeetingRecord], carried: int, result: Result | None, often: bool
) -> None:
    record = records[NOVEMBER]
    task = Task("t", None, 1, "T9", dt.date(2026, 7, 3), "?")
    reviews = (Review("r", record.meeting.id, "t", result),) if result else ()
    record = replace(record, carried=(CarriedTask(task, carried),), reviews=reviews)
    assert (Warning.TASK_CARRIED_OFTEN in facts(record).warnings) == often


def test_a_partly_without_the_why_is_no_result_yet(records: dict[str, MeetingRecord]) -> None:
    record = records[NOVEMBER]
    reviews = tuple(replace(review, note="") for review in record.reviews)
    assert facts(replace(record, reviews=reviews)).tasks_without_result == ("T2", "T4")


def test_a_kind_that_the_rules_do_not_name_needs_half(records: dict[str, MeetingRecord]) -> None:
    record = records[NOVEMBER]
    admission = replace(record, meeting=replace(record.meeting, kind=MeetingKind.ADMISSION))
    assert (usual_needs(record), usual_needs(admission)) == (Needs.HALF, Needs.TWO_THIRDS)
