"""What goes over with the cell on a day: who is who, what is open, what is in force."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

from cellsecretary.core.handover import LETTERS_READ, handover, readable
from cellsecretary.core.kinds import MeetingState, StandingKind, Trace
from cellsecretary.core.life_rows import Contact
from cellsecretary.core.operations.papers import note_paper
from cellsecretary.core.redact import redact_register
from cellsecretary.store.records import cell_record
from tests.building import AFTER, OCTOBER, carry_out, record_of

if TYPE_CHECKING:
    from cellsecretary.store import Book

TODAY = AFTER.date()


def test_what_is_open_goes_over_and_what_is_done_does_not(book: Book) -> None:
    register = cell_record(book)
    found = handover(register, TODAY)
    assert [one.id for one in found.tasks] == [one.id for one in register.open_tasks()]
    assert [one.state for one in found.unclosed] == [MeetingState.RUNNING]
    assert found.petitions == tuple(one for one in register.petitions if one.is_open)
    first = found.petitions[0]
    told = replace(first, told=first.told or TODAY, answered=TODAY, sent=TODAY)
    others = tuple(one for one in register.petitions if one.id != first.id)
    after = handover(replace(register, petitions=(told, *others)), TODAY)
    assert first.id not in {one.id for one in after.petitions}
    assert (found.held, found.chain) == register.chain
    assert found.held == 1


def test_minutes_go_over_as_unsigned_until_a_signed_one_is_noted(book: Book) -> None:
    october = record_of(book, OCTOBER)
    (unsigned,) = handover(cell_record(book), TODAY).unsigned
    assert unsigned.id == october.meeting.id
    carry_out(book, note_paper, october, "resolution", Trace.SIGNED)
    carry_out(book, note_paper, october, "minutes", Trace.PRINTED)
    assert handover(cell_record(book), TODAY).unsigned == (unsigned,)
    carry_out(book, note_paper, october, "minutes", Trace.SIGNED)
    assert handover(cell_record(book), TODAY).unsigned == ()


def test_documents_in_force_are_those_adopted_in_this_term(book: Book) -> None:
    register = cell_record(book)
    (document,) = handover(register, TODAY).documents
    assert document.meeting == record_of(book, OCTOBER).meeting.id
    for other in (
        {"replaced_by": "another"},
        {"date": register.cell.term_start - dt.timedelta(days=1), "meeting": None},
    ):
        changed = replace(document, **other)
        assert handover(replace(register, documents=(changed,)), TODAY).documents == ()


def test_whoever_is_told_of_is_on_probation_or_has_a_standing(book: Book) -> None:
    register = cell_record(book)
    special = handover(register, TODAY).special
    assert {one.standing for one in special} >= {StandingKind.EXEMPT, StandingKind.AWAY}
    for one in special:
        assert one.standing is not StandingKind.ACTIVE or not one.official
        if one.standing is StandingKind.ACTIVE:
            continue
        assert one.span is not None
        assert (one.span.member, one.span.kind) == (one.member.id, one.standing)
    assert [one.post for one in handover(register, TODAY).posts if not one.post] == []


def test_people_compare_the_beginning_of_a_hash_in_groups() -> None:
    assert readable("0123456789abcdef" * 4) == "0123 4567 89ab cdef"
    assert LETTERS_READ == 16


def test_a_register_is_redacted_without_emptying_what_is_of_the_party(book: Book) -> None:
    register = cell_record(book)
    member = replace(register.members[0], born=dt.date(1960, 1, 2), card="1", phone="2")
    contact = Contact("c", "Trần Thị A", dt.date(1970, 1, 2), phone="3", note="…")
    given = replace(register, members=(member, *register.members[1:]), contacts=(contact,))
    redacted = redact_register(given)
    one = redacted.members[0]
    assert (one.born, one.card, one.phone) == (None, "", "")
    assert (one.name, one.joined, one.official) == (member.name, member.joined, member.official)
    assert {span.reason for span in redacted.standings} == {""}
    assert redacted.contacts == (replace(contact, born=None, phone="", note=""),)
    assert {one.note for one in redacted.year_reviews} <= {""}
