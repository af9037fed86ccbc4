"""Which portions of a paper a meeting has: members with a task, items held, resolutions."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from cellsecretary.core.facts import open_tasks
from cellsecretary.core.kinds import DocumentType
from cellsecretary.core.period import Period, Span
from cellsecretary.core.portions import PortionKind, choice, portions
from cellsecretary.core.rows import Document
from cellsecretary.store.records import period_record
from tests.papers.records import november, october

if TYPE_CHECKING:
    from cellsecretary.core.record import MeetingRecord
    from cellsecretary.store import Book


def with_documents(*kinds: DocumentType) -> MeetingRecord:
    record = october()
    day = record.meeting.date
    documents = [Document(f"d{n}", "m", kind, 20 + n, "", day) for n, kind in enumerate(kinds)]
    return replace(record, documents=tuple(documents))


def test_whoever_leads_or_helps_an_open_task_has_a_slip() -> None:
    record = november()
    tasks = open_tasks(record)
    concerned = {who for task in tasks for who in (task.lead, *task.helpers)}
    found = portions(record, PortionKind.MEMBER)
    assert {portion.id for portion in found} == concerned
    assert [portion.number for portion in found] == sorted(int(str(who)) for who in concerned)
    assert all(portion.title == record.name_of(portion.id) for portion in found)


def test_items_are_numbered_as_in_the_minutes() -> None:
    record = october()
    first, second, *rest = record.agenda
    record = replace(record, agenda=(first, replace(second, skipped=True), *rest))
    found = portions(record, PortionKind.ITEM)
    assert [portion.number for portion in found] == list(range(1, len(rest) + 2))
    assert (found[1].id, found[1].title) == (rest[0].id, rest[0].title)


def test_other_documents_are_no_resolutions() -> None:
    record = with_documents(DocumentType.RESOLUTION, DocumentType.NOTICE, DocumentType.RESOLUTION)
    assert [portion.number for portion in portions(record, PortionKind.RESOLUTION)] == [20, 22]


@pytest.mark.parametrize("resolutions", [0, 1, 2])
def test_there_is_a_choice_of_resolutions_from_the_second_on(resolutions: int) -> None:
    record = with_documents(*[DocumentType.RESOLUTION] * resolutions)
    assert len(choice(record, PortionKind.RESOLUTION)) == (2 if resolutions == 2 else 0)


def test_one_slip_is_a_choice_beside_the_table_of_tasks() -> None:
    record = november()
    alone = replace(record.tasks[1], helpers=())
    assert len(choice(replace(record, tasks=(alone,), carried=()), PortionKind.MEMBER)) == 1
    assert choice(replace(record, tasks=(), carried=()), PortionKind.MEMBER) == ()


def test_a_portion_has_number_and_title_of_what_it_is() -> None:
    record = with_documents(DocumentType.RESOLUTION)
    named = replace(record.documents[0], title="Nghị quyết tháng 10")
    (found,) = portions(replace(record, documents=(named,)), PortionKind.RESOLUTION)
    assert (found.id, found.number, found.title) == (named.id, 20, "Nghị quyết tháng 10")
    assert portions(record, PortionKind.RATED) == ()


def test_of_a_year_members_have_a_portion(practice: Book) -> None:
    year = period_record(practice, Period(Span.YEAR, 2026))
    by_id = {member.id: member for member in year.register.members}
    for kind in (PortionKind.MEMBER, PortionKind.RATED):
        found = portions(year, kind)
        assert found
        for portion in found:
            member = by_id[portion.id]
            assert (portion.number, portion.title) == (member.number, member.name)
