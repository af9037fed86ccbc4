"""Whatever is pointed out in two years of a cell: it leads to a place and has its words."""

from __future__ import annotations

import dataclasses
import datetime as dt
from typing import TYPE_CHECKING

from cellsecretary.core.advice import Advice, Point, cell_advice
from cellsecretary.core.kinds import Leaving, StandingKind
from cellsecretary.core.meeting_advice import meeting_advice
from cellsecretary.core.operations.members import change_standing, end_membership
from cellsecretary.messages import Messages, placeholders
from cellsecretary.store.columns import ROWS
from cellsecretary.store.records import cell_record
from tests.building import NOVEMBER, OCTOBER, carry_out, record_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cellsecretary.store import Book

DAYS = [dt.date(2026, 11, 1) + dt.timedelta(days=step) for step in range(0, 480, 16)]
OF_MORE_THAN_A_ROW = {"scores"}


def advised(book: Book) -> Iterator[Advice]:
    for number, leaving in ((20, Leaving.TRANSFERRED), (21, Leaving.TRANSFERRED)):
        one = cell_record(book).members[number].id
        carry_out(book, end_membership, cell_record(book), one, DAYS[0], "…", leaving)
    exempt = cell_record(book).members[22].id
    carry_out(book, change_standing, cell_record(book), exempt, StandingKind.EXEMPT, DAYS[0])
    for day in (OCTOBER, NOVEMBER):
        yield from meeting_advice(record_of(book, day))
    register = cell_record(book)
    for today in DAYS:
        yield from cell_advice(register, today, book.rules)


def faults_of(advice: Advice) -> Iterator[str]:
    texts = Messages.load("vi")._sections["advice"][advice.point.value]
    fullest = texts if isinstance(texts, str) else texts[0]
    if lacking := placeholders(fullest) - {name for name, _ in advice.words}:
        yield f"{advice.point} lacks {lacking}"
    if advice.table in ROWS:
        # The list of members shows the standing too, so a field of it is found there.
        tables = {"members", "standings"} if advice.table == "members" else {advice.table}
        fields = {field.name for table in tables for field in dataclasses.fields(ROWS[table])}
        if advice.field not in {"", *fields}:
            yield f"{advice.point}: {advice.table}.{advice.field}"
    elif advice.table not in OF_MORE_THAN_A_ROW:
        yield f"{advice.point}: {advice.table}"


def test_advice_leads_to_a_place_and_has_the_words_of_its_sentence(book: Book) -> None:
    found = [*advised(book)]
    assert {fault for advice in found for fault in faults_of(advice)} == set()
    assert {one.point for one in found} >= {
        Point.TRANSFER_OPEN,
        Point.EXEMPTION_WITHOUT_APPLICATION,
        Point.MONTH_MISSED,
    }
