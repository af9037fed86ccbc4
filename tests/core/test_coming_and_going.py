"""Transfers, exemptions and second readers: what is noted, refused, pointed out and printed."""

from __future__ import annotations

import datetime as dt
import random
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from cellsecretary.core.advice import Point, cell_advice
from cellsecretary.core.change import Refusal, Why
from cellsecretary.core.kinds import Leaving, Result, StandingKind
from cellsecretary.core.meeting_advice import meeting_advice
from cellsecretary.core.operations.members import (
    add_member,
    change_member,
    change_standing,
    end_membership,
)
from cellsecretary.core.operations.tasks import name_second_reader, review_task
from cellsecretary.core.period import Period, Span
from cellsecretary.core.plan import working_days_after
from cellsecretary.core.record import is_in_cell
from cellsecretary.core.register_lines import register_lines
from cellsecretary.core.rows import Member
from cellsecretary.core.two_hats import unread_reviews
from cellsecretary.papers.catalogue import render
from cellsecretary.store.records import cell_record, meeting_record, period_record
from tests.building import NOVEMBER, carry_out, context, done, meeting_id
from tests.papers.pages import text_of

if TYPE_CHECKING:
    from cellsecretary.store import Book

DAY = dt.date(2026, 10, 5)


def member(book: Book, number: int) -> Member:
    return next(one for one in cell_record(book).members if one.number == number)


def points(book: Book, today: dt.date) -> dict[Point, bool]:
    found = cell_advice(cell_record(book), today, book.rules)
    return {advice.point: advice.pressing for advice in found}


def why(answer: object) -> list[tuple[Why, str]]:
    assert isinstance(answer, Refusal)
    return [(problem.why, problem.field) for problem in answer.problems]


def test_working_days_pass_over_weekends_and_holidays(book: Book) -> None:
    rules = book.rules(DAY).days
    assert working_days_after(dt.date(2026, 10, 5), 5, rules) == dt.date(2026, 10, 12)
    # 24 November is the Day of Culture since 2026.
    assert working_days_after(dt.date(2026, 11, 23), 1, rules) == dt.date(2026, 11, 25)


def test_a_transfer_is_pointed_out_before_it_is_due_and_pressing_after(book: Book) -> None:
    gone = member(book, 20)
    carry_out(book, end_membership, cell_record(book), gone.id, DAY, "", Leaving.TRANSFERRED)
    due = working_days_after(DAY, 60, book.rules(DAY).days)
    for days, pressing in ((20, None), (15, False), (0, False), (-1, True)):
        found = points(book, due - dt.timedelta(days=days))
        assert found.get(Point.TRANSFER_OPEN) is pressing, days


def test_a_transfer_that_was_confirmed_is_quiet(book: Book) -> None:
    gone = member(book, 20)
    answer = end_membership(
        cell_record(book),
        context(),
        gone.id,
        DAY,
        "",
        Leaving.TRANSFERRED,
        to="Chi bộ thôn 5",
        confirmed=DAY + dt.timedelta(days=20),
    )
    book.apply(answer, dt.datetime(2026, 11, 5))  # type: ignore[arg-type]
    left = member(book, 20)
    assert (left.left_to, left.leaving) == ("Chi bộ thôn 5", Leaving.TRANSFERRED)
    assert Point.TRANSFER_OPEN not in points(book, dt.date(2027, 3, 1))


def test_what_a_leaving_cannot_be_is_refused(book: Book) -> None:
    register, gone = cell_record(book), member(book, 20)
    assert why(end_membership(register, context(), gone.id, DAY, " ")) == [
        (Why.REASON_MISSING, "leaving")
    ]
    before = end_membership(
        *(register, context(), gone.id, DAY, "", Leaving.TRANSFERRED),
        confirmed=DAY - dt.timedelta(days=1),
    )
    assert why(before) == [(Why.DATES_OUT_OF_ORDER, "left_confirmed")]
    ahead = end_membership(
        *(register, context(), gone.id, DAY, "", Leaving.TRANSFERRED),
        confirmed=dt.date(2030, 1, 1),
    )
    assert why(ahead) == [(Why.DATE_IN_FUTURE, "left_confirmed")]


def test_where_to_is_kept_only_of_a_transfer(book: Book) -> None:
    answer = end_membership(
        *(cell_record(book), context(), member(book, 20).id, DAY, "bệnh nặng", Leaving.DIED),
        to="Chi bộ thôn 5",
        confirmed=DAY,
    )
    book.apply(answer, dt.datetime(2026, 11, 5))  # type: ignore[arg-type]
    assert (member(book, 20).left_to, member(book, 20).left_confirmed) == ("", None)


@pytest.mark.parametrize(
    ("applied", "decided", "point"),
    [
        (None, None, Point.EXEMPTION_WITHOUT_APPLICATION),
        (DAY, None, Point.EXEMPTION_WITHOUT_VOTE),
        (DAY, DAY, None),
    ],
)
def test_an_exemption_without_its_way_is_pointed_out(
    book: Book, applied: dt.date | None, decided: dt.date | None, point: Point | None
) -> None:
    answer = change_standing(
        *(cell_record(book), context(), member(book, 20).id, StandingKind.EXEMPT, DAY),
        applied=applied,
        decided=decided,
    )
    book.apply(answer, dt.datetime(2026, 11, 5))  # type: ignore[arg-type]
    both = {Point.EXEMPTION_WITHOUT_APPLICATION, Point.EXEMPTION_WITHOUT_VOTE}
    assert both & points(book, DAY).keys() == ({point} if point else set())
    # Those of the beginning have no day: their papers are in the old book.
    assert both & points(book, DAY - dt.timedelta(days=1)).keys() == set()


def test_a_vote_before_the_application_is_refused(book: Book) -> None:
    wrong = change_standing(
        *(cell_record(book), context(), member(book, 20).id, StandingKind.EXEMPT, DAY),
        applied=DAY,
        decided=DAY - dt.timedelta(days=1),
    )
    assert why(wrong) == [(Why.DATES_OUT_OF_ORDER, "decided")]


def led_by_secretary(book: Book) -> tuple[str, str]:
    """Make the lead of a carried task, which is reviewed, secretary and village head."""
    key = meeting_id(book, NOVEMBER)
    record = meeting_record(book, key)
    task = next(one.task for one in record.carried if record.review_of(one.task.id))
    assert task.lead is not None
    lead = next(one for one in cell_record(book).members if one.id == task.lead)
    secretary = member(book, 1)
    carry_out(book, change_member, cell_record(book), replace(secretary, post=""))
    changed = replace(lead, post="Bí thư", village_head=True)
    carry_out(book, change_member, cell_record(book), changed)
    return key, task.id


def test_who_leads_cell_and_village_does_not_judge_alone(book: Book) -> None:
    key, task = led_by_secretary(book)
    # The roster was copied at the first mark: the posts of that day count.
    record = meeting_record(book, key)
    people = tuple(
        replace(one, post="Bí thư") if one.village_head else one for one in record.people
    )
    record = replace(record, people=people)
    assert [one.id for one in unread_reviews(record)] == [task]
    assert Point.SECOND_READER_MISSING in {advice.point for advice in meeting_advice(record)}
    lead = next(one.task.lead for one in record.carried if one.task.id == task)
    assert why(name_second_reader(record, context(), task, lead)) == [
        (Why.READER_IS_LEAD, "second_reader")
    ]
    reader = next(line.member for line in record.roster if line.member != lead)
    (code,) = [one.task.code for one in record.carried if one.task.id == task]
    assert done(name_second_reader(record, context(), task, reader)).words == (("code", code),)
    carry_out(book, name_second_reader, record, task, reader)
    again = replace(meeting_record(book, key), people=people)
    assert unread_reviews(again) == ()
    name = again.name_of(reader)
    assert f"cùng xem: đồng chí {name}" in text_of(render("minutes", again)).replace("\n", " ")
    # Another result keeps the reader.
    carry_out(book, review_task, again, task, Result.PARTLY, 50, "còn một hộ")
    review = meeting_record(book, key).review_of(task)
    assert review is not None
    assert review.second_reader == reader


def test_the_register_puts_each_leaving_into_its_column(book: Book) -> None:
    ways = {
        20: (Leaving.TRANSFERRED, "", "Chi bộ thôn 5"),
        21: (Leaving.DIED, "tuổi cao", ""),
        22: (Leaving.STRUCK_OFF, "bỏ sinh hoạt", ""),
    }
    for number, (how, reason, to) in ways.items():
        answer = end_membership(
            *(cell_record(book), context(), member(book, number).id, DAY, reason, how), to=to
        )
        book.apply(answer, dt.datetime(2026, 11, 5))  # type: ignore[arg-type]
    came = replace(member(book, 23), entered=dt.date(2026, 5, 4), entered_from="Chi bộ xóm Đình")
    carry_out(book, change_member, cell_record(book), came)
    pdf = render("register", period_record(book, Period(Span.YEAR, 2026)))
    text = " ".join(text_of(pdf).split())
    for told in ("Chi bộ thôn 5", "tuổi cao", "xóa tên bỏ sinh hoạt", "Chi bộ xóm Đình"):
        assert told in text, told
    assert "Ra khỏi chi bộ ngày" not in text


def test_whoever_was_of_the_cell_in_a_year_stands_in_its_register_once(book: Book) -> None:
    """Members come, leave and change their standing at random, in any order of entering it."""
    dice = random.Random(3)
    first = dt.date(2025, 6, 1)

    def some_day() -> dt.date:
        return first + dt.timedelta(days=dice.randrange(700))

    for turn in range(60):
        register = cell_record(book)
        one = dice.choice(register.members)
        match dice.randrange(3):
            case 0:
                new = Member("", 0, f"Người Mới {turn}", joined=first, entered=some_day())
                carry_out(book, add_member, register, new)
            case 1:
                how = dice.choice(list(Leaving))
                day = some_day()
                if one.entered is None or day >= one.entered:
                    carry_out(book, end_membership, register, one.id, day, "", how)
            case _:
                kind = dice.choice(list(StandingKind))
                carry_out(book, change_standing, register, one.id, kind, some_day())
    for year in (2025, 2026, 2027):
        period = period_record(book, Period(Span.YEAR, year))
        listed = [line.member.id for line in register_lines(period)]
        assert len(listed) == len(set(listed))
        days = [dt.date(year, 1, 1) + dt.timedelta(days=at) for at in range(365)]
        register = period.register
        belonged = {one.id for one in register.members if any(is_in_cell(one, day) for day in days)}
        own = {one.id for one in register.members if any(register.has(one, day) for day in days)}
        assert set(listed) <= belonged
        # Whoever was of the cell's own on their last day of the year is listed.
        last = {
            one.id
            for one in register.members
            if (there := [day for day in days if is_in_cell(one, day)])
            and register.has(one, there[-1])
        }
        assert set(listed) == last
        assert last <= own
