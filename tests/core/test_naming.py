"""A merger renames cell, superior and commune: from its day on, and never what is closed."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from cellsecretary.core.change import Act, Changes, Why, insert
from cellsecretary.core.life_rows import Renaming
from cellsecretary.core.naming import untouched_by
from cellsecretary.core.operations.cell import change_cell
from cellsecretary.core.operations.naming import rename_cell, withdraw_renaming
from cellsecretary.core.period import Period, Span
from cellsecretary.papers import render
from cellsecretary.store.records import cell_record, period_record
from tests.building import AFTER, NOVEMBER, OCTOBER, carry_out, context, meeting_id, record_of
from tests.core.test_operations import _why
from tests.papers.pages import bare, quick_letters_of

if TYPE_CHECKING:
    from cellsecretary.store import Book

MERGED = Renaming(
    "", dt.date(2026, 10, 20), "Chi bộ thôn Đồng Tâm", "Đảng bộ xã Hợp Nhất", "Hợp Nhất"
)

LATER = dt.date(2026, 11, 1)


def renamed(book: Book, renaming: Renaming = MERGED) -> None:
    carry_out(book, rename_cell, cell_record(book), renaming)


def test_the_closed_october_keeps_the_old_names_and_november_has_the_new(book: Book) -> None:
    closed = book.values("select json, sha256 from closed_records")
    before = render("minutes", record_of(book, OCTOBER))
    renamed(book)
    assert render("minutes", record_of(book, OCTOBER)) == before
    november = quick_letters_of(render("minutes", record_of(book, NOVEMBER)))
    assert bare("CHI BỘ THÔN ĐỒNG TÂM") in november
    assert bare("Chi bộ thôn 3") not in november
    assert record_of(book, NOVEMBER).cell.commune == "Hợp Nhất"
    assert record_of(book, OCTOBER).cell.name == "Chi bộ thôn 3"
    assert book.values("select json, sha256 from closed_records") == closed


def test_a_renaming_before_a_closed_meeting_does_not_change_it_and_says_so(book: Book) -> None:
    renamed(book, replace(MERGED, since=dt.date(2026, 10, 1)))
    october = meeting_id(book, OCTOBER)
    assert record_of(book, OCTOBER).cell.name == "Chi bộ thôn 3"
    meetings = cell_record(book).meetings
    assert [meeting.id for meeting in untouched_by(meetings, dt.date(2026, 10, 1))] == [october]
    assert [meeting.id for meeting in untouched_by(meetings, dt.date(2026, 10, 3))] == [october]
    assert untouched_by(meetings, dt.date(2026, 10, 4)) == ()


def test_a_paper_of_a_period_has_the_names_of_its_last_day(book: Book) -> None:
    renamed(book)
    names = [
        period_record(book, Period(Span.MONTH, 2026, month)).cell.name for month in (9, 10, 11)
    ]
    assert names == ["Chi bộ thôn 3", MERGED.name, MERGED.name]


def test_a_renaming_taken_out_gives_the_old_names_back(book: Book) -> None:
    before = cell_record(book).cell_on(AFTER.date())
    renamed(book)
    row = cell_record(book).renamings[0]
    carry_out(book, withdraw_renaming, cell_record(book), row.id)
    assert cell_record(book).cell_on(AFTER.date()) == before


@pytest.mark.parametrize(
    ("renaming", "why"),
    [
        (replace(MERGED, since=LATER, name="  "), Why.NAME_MISSING),
        (replace(MERGED, since=LATER, superior=""), Why.NAME_MISSING),
        (replace(MERGED, since=LATER, commune=""), Why.NAME_MISSING),
        (replace(MERGED, name="Chi bộ thôn khác"), Why.RENAMED_THAT_DAY),
        (replace(MERGED, since=LATER), Why.NAMES_UNCHANGED),
    ],
)
def test_a_renaming_that_makes_no_sense_is_refused(
    book: Book, renaming: Renaming, why: Why
) -> None:
    renamed(book)
    assert _why(rename_cell(cell_record(book), context(), renaming)) == [why]


def test_a_name_corrected_in_the_dialog_is_the_name_of_today(book: Book) -> None:
    renamed(book)
    register = cell_record(book)
    today = register.cell_on(AFTER.date())
    carry_out(book, change_cell, register, replace(today, name="Chi bộ thôn Đồng Tân", day=5))
    register = cell_record(book)
    assert (register.cell.name, register.cell.day) == ("Chi bộ thôn 3", 5)
    assert register.renamings[0].name == "Chi bộ thôn Đồng Tân"
    assert record_of(book, NOVEMBER).cell.superior == "Đảng bộ xã Hợp Nhất"


def test_papers_of_a_time_that_is_not_over_bear_the_names_of_today(book: Book) -> None:
    year, merger = Period(Span.YEAR, 2026), dt.date(2026, 12, 1)
    renaming = Renaming("r", merger, "Chi bộ thôn Mới", "Đảng bộ xã Mới", "Mới")
    book.apply(Changes(Act.RENAME_CELL, (insert(renaming),)), AFTER)
    assert period_record(book, year, AFTER.date()).cell.name == "Chi bộ thôn 3"
    for today in (merger, dt.date(2027, 3, 1), None):
        assert period_record(book, year, today).cell.name == "Chi bộ thôn Mới"
