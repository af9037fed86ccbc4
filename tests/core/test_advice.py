"""What is pointed out: of a meeting before it is closed, of the cell on a day; with its place."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from cellsecretary.core.advice import Advice, Point, cell_advice, is_clear
from cellsecretary.core.facts import Warning, facts, minimum_minutes
from cellsecretary.core.kinds import Mark, MeetingKind, MeetingState
from cellsecretary.core.meeting_advice import meeting_advice
from cellsecretary.core.operations.calendar import choose_day
from cellsecretary.core.operations.meetings import follow_up_meeting
from cellsecretary.core.record import Run
from cellsecretary.core.track import TrackStep
from cellsecretary.core.year_plan import month_plan
from cellsecretary.store.records import cell_record
from tests.building import NOVEMBER, OCTOBER, carry_out, record_of

if TYPE_CHECKING:
    from cellsecretary.core.record import MeetingRecord
    from cellsecretary.store import Book

HELD, CLOSED = dt.date(2026, 10, 3), dt.date(2026, 10, 4)


def points(advice: tuple[Advice, ...]) -> list[Point]:
    return [one.point for one in advice]


def of_cell(book: Book, today: dt.date) -> tuple[Advice, ...]:
    return cell_advice(cell_record(book), today, book.rules)


# Of a meeting


@pytest.mark.parametrize("day", [OCTOBER, NOVEMBER])
def test_every_warning_of_the_facts_is_pointed_out(book: Book, day: str) -> None:
    record = record_of(book, day)
    said = {point.value for point in points(meeting_advice(record))}
    assert {warning.value for warning in facts(record).warnings} <= said


def test_every_warning_is_a_point() -> None:
    assert {warning.value for warning in Warning} <= {point.value for point in Point}


def test_a_member_excused_too_often_is_named_with_the_number_of_times(book: Book) -> None:
    record = record_of(book)
    line = record.marked(Mark.EXCUSED)[0]
    record = replace(record, runs=(Run(line.member, 2, 0),))
    (advice,) = [one for one in meeting_advice(record) if one.point is Point.ABSENT_RUN]
    assert dict(advice.words) == {"who": line.name, "count": "3"}
    assert (advice.table, advice.row) == ("attendance", line.id)


def test_a_task_carried_three_times_is_named(book: Book) -> None:
    record = record_of(book)
    carried = replace(record.carried[-1], carried=2)
    record = replace(record, carried=(carried,), reviews=())
    (advice,) = [one for one in meeting_advice(record) if one.point is Point.TASK_CARRIED_OFTEN]
    assert dict(advice.words)["code"] == carried.task.code
    assert (advice.table, advice.row) == ("reviews", carried.task.id)


@pytest.mark.parametrize("missing", [{"lead": None}, {"product": ""}, {"due": None}], ids=str)
def test_a_task_is_clear_with_who_what_product_and_day(book: Book, missing: dict[str, Any]) -> None:
    task = record_of(book, OCTOBER).tasks[0]
    assert is_clear(task)
    assert not is_clear(replace(task, **missing))


def vague(record: MeetingRecord) -> MeetingRecord:
    return replace(record, tasks=tuple(replace(task, due=None) for task in record.tasks))


def test_a_monthly_resolution_without_a_clear_task_is_pointed_out(book: Book) -> None:
    record = record_of(book, OCTOBER)
    assert Point.RESOLUTION_WITHOUT_TASK not in points(meeting_advice(record))
    assert Point.RESOLUTION_WITHOUT_TASK in points(meeting_advice(vague(record)))
    assert Point.RESOLUTION_WITHOUT_TASK in points(meeting_advice(replace(record, tasks=())))


def test_only_kinds_with_a_monthly_resolution_want_a_clear_task(book: Book) -> None:
    record = vague(record_of(book, OCTOBER))
    thematic = replace(record, meeting=replace(record.meeting, kind=MeetingKind.THEMATIC))
    assert Point.RESOLUTION_WITHOUT_TASK not in points(meeting_advice(thematic))


# Of the cell


def test_minutes_are_to_be_posted_and_reported_within_two_days(book: Book) -> None:
    # HD 42-HD/BTCTW, 28/10/2025: within two days after the meeting.
    after = (Point.MINUTES_NOT_POSTED, Point.NOT_REPORTED)
    in_time = [one for one in of_cell(book, dt.date(2026, 10, 5)) if one.point in after]
    late = [one for one in of_cell(book, dt.date(2026, 10, 7)) if one.point in after]
    assert [(one.pressing, dict(one.words)) for one in in_time] == [
        (False, {"held": "2026-10-03", "date": "2026-10-05", "count": ""})
    ] * 2
    assert [(one.pressing, dict(one.words)["count"]) for one in late] == [(True, "2")] * 2


def test_what_is_posted_is_not_pointed_out_any_more(book: Book) -> None:
    october = record_of(book, OCTOBER).meeting.id
    for step in (TrackStep.MINUTES_POSTED, TrackStep.REPORTED):
        carry_out(book, follow_up_meeting, cell_record(book), october, step, CLOSED)
    found = points(of_cell(book, dt.date(2026, 10, 7)))
    assert Point.MINUTES_NOT_POSTED not in found
    assert Point.NOT_REPORTED not in found


def test_a_committee_meeting_hides_no_meeting_before_it(book: Book) -> None:
    register = cell_record(book)
    october = register.meeting(record_of(book, OCTOBER).meeting.id)
    assert october is not None
    later = replace(october, id="committee", kind=MeetingKind.COMMITTEE, date=dt.date(2026, 10, 20))
    register = replace(register, meetings=(*register.meetings, later))
    found = cell_advice(register, dt.date(2026, 10, 25), book.rules)
    late = [one for one in found if one.point is Point.MINUTES_NOT_POSTED]
    assert [one.row for one in late] == [october.id]


def test_meetings_before_last_month_are_not_pointed_out(book: Book) -> None:
    late = points(of_cell(book, dt.date(2026, 11, 30)))
    assert Point.MINUTES_NOT_POSTED in late
    assert Point.MINUTES_NOT_POSTED not in points(of_cell(book, dt.date(2026, 12, 1)))


def test_a_meeting_left_open_is_pressing_from_the_next_day_on(book: Book) -> None:
    assert Point.NOT_CLOSED not in points(of_cell(book, dt.date(2026, 11, 3)))
    first = of_cell(book, dt.date(2026, 11, 4))[0]
    assert (first.point, first.pressing, first.row) == (
        *(Point.NOT_CLOSED, True),
        record_of(book).meeting.id,
    )


def test_a_month_without_a_meeting_is_pointed_out_once_its_day_is_over(book: Book) -> None:
    def missed(day: dt.date) -> list[str]:
        return [one.row for one in of_cell(book, day) if one.point is Point.MONTH_MISSED]

    assert missed(dt.date(2026, 12, 3)) == []
    assert missed(dt.date(2026, 12, 4)) == ["2026-12-01"]


def test_a_new_book_has_missed_nothing(book: Book) -> None:
    register = replace(cell_record(book), meetings=())
    found = cell_advice(register, dt.date(2026, 11, 20), book.rules)
    assert Point.MONTH_MISSED not in points(found)


def test_a_holiday_on_the_meeting_day_wants_a_decision_until_there_is_one(book: Book) -> None:
    # The 3rd of February 2030 is the second day of Tết.
    today = dt.date(2030, 1, 10)

    def undecided() -> list[str]:
        return [one.row for one in of_cell(book, today) if one.point is Point.MONTH_UNDECIDED]

    assert undecided() == ["2030-02-01"]
    (february,) = month_plan(cell_record(book), dt.date(2030, 2, 1), 1, book.rules)
    carry_out(book, choose_day, february, dt.date(2030, 2, 8), "Nghỉ Tết")
    assert undecided() == []


def test_the_quarter_wants_a_thematic_meeting_and_presses_in_its_last_month(book: Book) -> None:
    def thematic(day: dt.date) -> list[tuple[Point, bool, str]]:
        kinds = (Point.THEMATIC_MISSING, Point.THEMATIC_UNPLANNED)
        return [
            (one.point, one.pressing, dict(one.words)["quarter"])
            for one in of_cell(book, day)
            if one.point in kinds
        ]

    assert thematic(dt.date(2026, 11, 3)) == []
    assert thematic(dt.date(2027, 1, 10)) == [
        (Point.THEMATIC_MISSING, False, "1"),
        (Point.THEMATIC_UNPLANNED, False, "2, 3, 4"),
    ]
    assert thematic(dt.date(2027, 3, 1))[0] == (Point.THEMATIC_MISSING, True, "1")


def test_the_pressing_comes_first(book: Book) -> None:
    pressing = [one.pressing for one in of_cell(book, dt.date(2027, 3, 1))]
    assert pressing == sorted(pressing, reverse=True)
    assert record_of(book).meeting.state is MeetingState.RUNNING


def test_what_a_month_wants_names_the_month_and_its_day(book: Book) -> None:
    (missed,) = [
        one for one in of_cell(book, dt.date(2026, 12, 4)) if one.point is Point.MONTH_MISSED
    ]
    assert (missed.table, missed.field, missed.pressing) == ("month_plans", "", True)
    assert missed.words == (("month", "12/2026"), ("date", "2026-12-03"))
    (holiday,) = [
        one for one in of_cell(book, dt.date(2030, 1, 10)) if one.point is Point.MONTH_UNDECIDED
    ]
    assert (holiday.table, holiday.field, holiday.pressing) == ("month_plans", "", False)
    assert holiday.words == (("month", "02/2030"), ("date", "2030-02-03"))


def test_every_advice_leads_to_its_place_with_its_words(book: Book) -> None:
    record = record_of(book)
    short = replace(record.meeting, start=dt.time(19), end=dt.time(19, 5), score_confirmed=None)
    (too_short,) = [
        one
        for one in meeting_advice(replace(record, meeting=short))
        if one.point is Point.TOO_SHORT
    ]
    assert (too_short.table, too_short.row, too_short.field) == ("meetings", short.id, "end")
    assert too_short.words == (("count", "5"), ("base", str(minimum_minutes(record))))
    for one in meeting_advice(replace(record, scores=())):
        if one.point is Point.NOT_SCORED:
            assert (one.table, one.row, one.words) == ("scores", short.id, (("count", ""),))
        if one.point is Point.SECOND_READER_MISSING:
            assert (one.table, one.field) == ("reviews", "second_reader")
