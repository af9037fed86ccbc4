"""Who keeps contact here and belongs elsewhere: noted, refused, pointed out, printed."""

from __future__ import annotations

import datetime as dt
import random
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from cellsecretary.core.advice import Point, cell_advice
from cellsecretary.core.change import Act, Refusal, Why
from cellsecretary.core.contacts import contacts_of, contacts_on
from cellsecretary.core.kinds import Leaving, StandingKind
from cellsecretary.core.life_rows import Contact
from cellsecretary.core.membership import count_members, member_states
from cellsecretary.core.operations.contacts import (
    add_contact,
    change_contact,
    delete_contact,
    note_remark,
)
from cellsecretary.core.operations.members import (
    add_member,
    change_standing,
    confirm_transfer,
    end_membership,
)
from cellsecretary.core.period import Period, Span
from cellsecretary.core.record import is_in_cell
from cellsecretary.core.rows import Member
from cellsecretary.papers.catalogue import render
from cellsecretary.store.records import cell_record, period_record
from tests.building import AFTER, carry_out, context, done
from tests.papers.pages import text_of

if TYPE_CHECKING:
    from cellsecretary.store import Book

DAY = dt.date(2026, 3, 2)
FOURTH = dt.date(2026, 10, 1)
YEAR = Period(Span.YEAR, 2026)


def points(book: Book, today: dt.date) -> dict[Point, bool]:
    found = cell_advice(cell_record(book), today, book.rules)
    return {advice.point: advice.pressing for advice in found}


def why(answer: object) -> list[tuple[Why, str]]:
    assert isinstance(answer, Refusal)
    return [(problem.why, problem.field) for problem in answer.problems]


def add(book: Book, name: str, **values: object) -> Contact:
    new = replace(Contact("", name, since=DAY), **values)  # type: ignore[arg-type]
    carry_out(book, add_contact, cell_record(book), new)
    return next(one for one in cell_record(book).contacts if one.name == name)


def test_whoever_keeps_contact_is_counted_nowhere(book: Book) -> None:
    today = AFTER.date()
    before = period_record(book, YEAR)
    counted = count_members(member_states(before.register, today))
    add(book, "Vi Văn Xa")
    after = period_record(book, YEAR)
    assert count_members(member_states(after.register, today)) == counted
    assert after.register.members == before.register.members
    assert render("register", after) == render("register", before)
    assert render("report", period_record(book, Period(Span.QUARTER, 2026, 4))) is not None


def test_a_remark_of_the_year_is_pointed_out_from_november_until_it_is_given(book: Book) -> None:
    one = add(book, "Vi Văn Xa", opinion_given=dt.date(2026, 3, 5))
    carry_out(book, note_remark, cell_record(book), one.id, None)
    assert Point.REMARK_DUE not in points(book, dt.date(2026, 10, 31))
    assert points(book, dt.date(2026, 11, 1))[Point.REMARK_DUE] is False
    carry_out(book, note_remark, cell_record(book), one.id, AFTER.date())
    assert Point.REMARK_DUE not in points(book, dt.date(2026, 12, 31))
    # The next year wants its own.
    assert Point.REMARK_DUE in points(book, dt.date(2027, 11, 1))


def test_no_remark_is_asked_for_where_the_contact_ended(book: Book) -> None:
    one = add(book, "Vi Văn Xa")
    ended = replace(one, until=dt.date(2026, 10, 31))
    carry_out(book, change_contact, cell_record(book), ended)
    assert Point.REMARK_DUE not in points(book, dt.date(2026, 11, 1))
    deleted = done(delete_contact(cell_record(book), context(), one.id))
    assert (deleted.act, deleted.words) == (Act.DELETE_CONTACT, (("who", one.name),))
    carry_out(book, delete_contact, cell_record(book), one.id)
    assert cell_record(book).contacts == ()


def test_contact_is_kept_on_its_first_and_on_its_last_day(book: Book) -> None:
    last, day = dt.date(2026, 10, 31), dt.timedelta(days=1)
    one = add(book, "Vi Văn Xa", until=last)
    register = cell_record(book)
    kept = [contacts_on(register, at) for at in (DAY - day, DAY, last, last + day)]
    assert kept == [(), (one,), (one,), ()]


def test_what_a_contact_cannot_be_is_refused(book: Book) -> None:
    register, day = cell_record(book), dt.timedelta(days=1)
    wrong = Contact("", " ", born=DAY, since=DAY - day, until=DAY - 2 * day)
    assert why(add_contact(register, context(), wrong)) == [
        (Why.NAME_MISSING, "name"),
        (Why.DATES_OUT_OF_ORDER, "since"),
        (Why.DATES_OUT_OF_ORDER, "until"),
    ]
    assert why(change_contact(register, context(), Contact("gone", "A"))) == [
        (Why.CONTACT_UNKNOWN, "")
    ]
    one = add(book, "Vi Văn Xa")
    ahead = note_remark(cell_record(book), context(), one.id, AFTER.date() + day)
    assert why(ahead) == [(Why.DATE_IN_FUTURE, "opinion_given")]


def test_the_list_of_contacts_prints_those_of_its_year(book: Book) -> None:
    add(book, "Vi Văn Xa", works_at="Trường cấp II", opinion_given=dt.date(2026, 11, 9))
    add(book, "Lò Thị Cũ", since=dt.date(2024, 1, 2), until=dt.date(2025, 12, 31))
    text = " ".join(text_of(render("contacts", period_record(book, YEAR))).split())
    for told in ("Vi Văn Xa", "Trường cấp II", "từ 02/3/2026", "09/11/2026", "có 1 đồng chí"):
        assert told in text, told
    assert "Lò Thị Cũ" not in text


def test_one_act_notes_that_the_other_cell_took_somebody_in(book: Book) -> None:
    gone = cell_record(book).members[-1]
    early = confirm_transfer(cell_record(book), context(), gone.id, AFTER.date())
    assert why(early) == [(Why.TRANSFER_NOT_OPEN, "")]
    carry_out(book, end_membership, cell_record(book), gone.id, FOURTH, "", Leaving.TRANSFERRED)
    before = confirm_transfer(cell_record(book), context(), gone.id, DAY)
    assert why(before) == [(Why.DATES_OUT_OF_ORDER, "left_confirmed")]
    carry_out(book, confirm_transfer, cell_record(book), gone.id, AFTER.date())
    row = cell_record(book).member(gone.id)
    assert row is not None
    assert row.left_confirmed == AFTER.date()
    assert Point.TRANSFER_OPEN not in points(book, dt.date(2027, 3, 1))


@pytest.mark.parametrize("seed", range(6))
def test_totals_and_lists_agree_over_random_lives(book: Book, seed: int) -> None:
    """Whoever joins, leaves, visits or keeps contact, and in whatever order it is entered."""
    dice = random.Random(seed)
    first = dt.date(2025, 6, 1)

    def some_day() -> dt.date:
        return first + dt.timedelta(days=dice.randrange(500))

    for turn in range(40):
        register = cell_record(book)
        one, day = dice.choice(register.members), some_day()
        match dice.randrange(4):
            case 0:
                new = Member("", 0, f"Người Mới {turn}", joined=first, entered=day)
                carry_out(book, add_member, register, new)
            case 1:
                if one.entered is None or day >= one.entered:
                    how = dice.choice(list(Leaving))
                    carry_out(book, end_membership, register, one.id, day, "", how)
            case 2:
                kind = dice.choice(list(StandingKind))
                carry_out(book, change_standing, register, one.id, kind, day)
            case _:
                add(book, f"Vi Văn {turn}", since=day, until=day + dt.timedelta(days=60))
    register = cell_record(book)
    mixed = replace(
        register,
        members=tuple(dice.sample(register.members, len(register.members))),
        contacts=tuple(dice.sample(register.contacts, len(register.contacts))),
    )
    alone = replace(register, contacts=())
    days = [first + dt.timedelta(days=at) for at in range(0, 700, 13)]
    for day in days:
        own = [member for member in register.members if register.has(member, day)]
        assert all(is_in_cell(member, day) for member in own)
        for record in (register, mixed, alone):
            assert count_members(member_states(record, day)).register == len(own)
        assert contacts_on(mixed, day) == contacts_on(register, day)
    year = contacts_of(register, YEAR)
    at = {one.id for n in range(365) for one in contacts_on(register, YEAR.first + dt.timedelta(n))}
    assert len(year) == len(at)
    assert {one.id for one in year} == at
