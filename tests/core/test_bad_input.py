"""What cannot be true is refused with its place, whoever asks: window, list or scenario."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from cellsecretary.core.change import Refusal, Why
from cellsecretary.core.kinds import MeetingKind, StandingKind
from cellsecretary.core.operations.cell import change_cell
from cellsecretary.core.operations.meetings import change_meeting, plan_meeting
from cellsecretary.core.operations.members import (
    add_member,
    change_member,
    import_members,
    known_member,
)
from cellsecretary.core.rows import Meeting, Member
from cellsecretary.rules import bundled
from cellsecretary.store.records import cell_record
from tests.building import AFTER, OCTOBER, carry_out, context, done, record_of

if TYPE_CHECKING:
    from cellsecretary.core.change import Answer
    from cellsecretary.store import Book

TODAY = AFTER.date()
TOMORROW = TODAY + dt.timedelta(days=1)
TERM = dt.date(2025, 1, 1)
BORN, JOINED, OFFICIAL = dt.date(1990, 2, 3), dt.date(2015, 2, 3), dt.date(2016, 2, 3)


def places(answer: Answer) -> list[tuple[Why, str]]:
    """Give kind and field of every problem of a refusal."""
    assert isinstance(answer, Refusal), answer
    return [(problem.why, problem.field) for problem in answer.problems]


def member(**values: object) -> Member:
    given = replace(Member("", 0, "Lò Văn A"), born=BORN, joined=JOINED, official=OFFICIAL)
    return replace(given, **values)  # type: ignore[arg-type]


def meeting(day: dt.date, kind: MeetingKind = MeetingKind.REGULAR) -> Meeting:
    return Meeting("", day, kind, "", dt.time(19, 30), "")


def plan(book: Book, planned: Meeting) -> Answer:
    rules = bundled().on(planned.date)
    return plan_meeting(cell_record(book), context(), planned, rules)


@pytest.mark.parametrize("field", ["born", "joined", "official"])
def test_a_day_of_a_member_that_has_not_come_is_refused(book: Book, field: str) -> None:
    later = {"official": None, "joined": None, field: TOMORROW}
    if field == "official":
        del later["joined"]
    answer = add_member(cell_record(book), context(), member(**later))
    assert places(answer) == [(Why.DATE_IN_FUTURE, field)]
    done(add_member(cell_record(book), context(), member(**(later | {field: TODAY}))))


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"joined": BORN - dt.timedelta(days=1)}, "joined"),
        ({"official": JOINED - dt.timedelta(days=1)}, "official"),
        ({"joined": None, "official": BORN - dt.timedelta(days=1)}, "official"),
    ],
)
def test_days_out_of_order_are_refused_at_the_later_one(
    book: Book, values: dict[str, object], field: str
) -> None:
    answer = add_member(cell_record(book), context(), member(**values))
    assert places(answer) == [(Why.DATES_OUT_OF_ORDER, field)]


def test_a_birth_in_the_future_does_not_blame_the_days_after_it(book: Book) -> None:
    answer = add_member(cell_record(book), context(), member(born=TOMORROW))
    assert places(answer) == [(Why.DATE_IN_FUTURE, "born")]


def test_every_fault_of_a_member_is_named_at_once(book: Book) -> None:
    wrong = member(name=" ", number=1, born=TOMORROW, joined=None, official=None)
    answer = add_member(cell_record(book), context(), wrong)
    assert places(answer) == [
        (Why.NAME_MISSING, "name"),
        (Why.NUMBER_TAKEN, "number"),
        (Why.DATE_IN_FUTURE, "born"),
    ]


def test_a_change_of_a_member_is_held_to_the_same(book: Book) -> None:
    register = cell_record(book)
    answer = change_member(register, context(), replace(register.members[0], born=TOMORROW))
    assert (Why.DATE_IN_FUTURE, "born") in places(answer)


def test_a_list_with_a_birth_that_has_not_come_is_not_entered(book: Book) -> None:
    given = [(member(number=90), StandingKind.ACTIVE)]
    done(import_members(cell_record(book), context(), given))
    later = member(number=91, name="Lò Văn B", born=TOMORROW, joined=None, official=None)
    given.append((later, StandingKind.ACTIVE))
    answer = import_members(cell_record(book), context(), given)
    assert places(answer) == [(Why.DATE_IN_FUTURE, "born")]


def test_a_list_in_which_two_people_have_one_number_is_not_entered(book: Book) -> None:
    both = [member(number=90), member(number=90, name="Lò Văn B")]
    given = [(one, StandingKind.ACTIVE) for one in both]
    answer = import_members(cell_record(book), context(), given)
    assert places(answer) == [(Why.NUMBER_TAKEN, "number")]


@pytest.mark.parametrize(
    ("given", "is_known"),
    [
        ({}, True),
        ({"name": "lò  văn A"}, True),
        ({"name": "Lò Văn B"}, False),
        ({"number": 90, "born": None}, True),
        ({"number": 91, "born": None}, False),
        ({"number": 91}, True),
        ({"number": 91, "born": JOINED}, False),
        ({"number": 0, "born": JOINED}, False),
        ({"number": 0, "born": None}, True),
    ],
)
def test_a_line_of_a_list_is_somebody_known_by_name_and_number_or_birth(
    book: Book, given: dict[str, object], is_known: bool
) -> None:
    one = replace(member(number=90), id="m90")
    register = replace(cell_record(book), members=(one,))
    line = replace(one, id="", **given)  # type: ignore[arg-type]
    assert known_member(register, line) == (one if is_known else None)


def test_a_meeting_before_the_term_is_refused_and_on_its_first_day_it_is_not(book: Book) -> None:
    answer = plan(book, meeting(TERM - dt.timedelta(days=1)))
    assert places(answer) == [(Why.BEFORE_TERM, "date")]
    assert isinstance(answer, Refusal)
    assert answer.problems[0].words == (("date", "2025-01-01"),)
    done(plan(book, meeting(TERM)))


def test_a_meeting_keeps_its_date_when_a_new_term_begins_after_it(book: Book) -> None:
    carry_out(
        book, change_cell, cell_record(book), replace(cell_record(book).cell, term_start=TODAY)
    )
    register, november = cell_record(book), record_of(book)
    elsewhere = replace(november.meeting, place="Nhà ông Bảy")
    done(change_meeting(november, context(), register, elsewhere))


def test_two_meetings_of_a_kind_on_a_day_before_the_term_are_both_named(book: Book) -> None:
    carry_out(
        book, change_cell, cell_record(book), replace(cell_record(book).cell, term_start=TODAY)
    )
    answer = plan(book, meeting(dt.date.fromisoformat(OCTOBER)))
    assert places(answer) == [(Why.BEFORE_TERM, "date"), (Why.MEETING_EXISTS, "date")]


def test_an_unknown_minute_taker_is_named_at_the_minute_taker(book: Book) -> None:
    planned = replace(meeting(dt.date(2026, 12, 3)), minute_taker="nobody")
    assert places(plan(book, planned)) == [(Why.MEMBER_UNKNOWN, "minute_taker")]


def test_an_end_before_the_start_is_named_at_the_end(book: Book) -> None:
    day = meeting(dt.date(2026, 12, 3))
    planned = replace(day, start=dt.time(20, 0), end=dt.time(19, 0))
    assert places(plan(book, planned)) == [(Why.END_BEFORE_START, "end")]
