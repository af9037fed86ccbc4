"""What is noted beside closed records can be undone and done again, also after a restart."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from cellsecretary.core.committee import proposed_committee_meeting
from cellsecretary.core.kinds import Result
from cellsecretary.core.operations.closing import close
from cellsecretary.core.operations.documents import post_document, replace_document
from cellsecretary.core.operations.meetings import follow_up_meeting, plan_meeting
from cellsecretary.core.operations.tasks import review_task
from cellsecretary.core.track import TrackStep
from cellsecretary.rules import bundled
from cellsecretary.store import Book
from cellsecretary.store.history import read_history
from cellsecretary.store.records import cell_record, meeting_record
from tests.building import AFTER, OCTOBER, carry_out, meeting_id, record_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from cellsecretary.core.register import CellRecord

DAY = dt.date(2026, 11, 5)


def report(book: Book) -> None:
    register, october = cell_record(book), meeting_id(book, OCTOBER)
    carry_out(book, follow_up_meeting, register, october, TrackStep.REPORTED, DAY)


def post(book: Book) -> None:
    register = cell_record(book)
    carry_out(book, post_document, register, register.documents[0].id, DAY)


def replace(book: Book) -> None:
    register = cell_record(book)
    first, second = register.documents
    carry_out(book, replace_document, register, first.id, second.id)


def plan_committee(book: Book) -> None:
    register, october = cell_record(book), record_of(book, OCTOBER).meeting
    proposal = proposed_committee_meeting(register, october, DAY, book.rules(DAY).days)
    carry_out(book, plan_meeting, register, proposal, book.rules(proposal.date))


@pytest.fixture
def closed(book: Book) -> Book:
    record = record_of(book)
    task = next(c.task.id for c in record.carried if c.task.code == "T4")
    carry_out(book, review_task, record, task, Result.DONE)
    carry_out(book, close, record_of(book), cell_record(book), book.chain_head())
    return book


@pytest.mark.parametrize("act", [report, post, replace, plan_committee])
def test_undo_and_redo_outlive_a_restart(closed: Book, act: Callable[[Book], None]) -> None:
    before = cell_record(closed)
    act(closed)
    after = cell_record(closed)
    assert after != before
    assert undone(closed, "undo") == before
    assert undone(closed, "redo") == after


def undone(book: Book, way: str) -> CellRecord:
    """Open the file anew, take the last act back or do it again, and read what is there then."""
    again = Book.open(book.path, bundled())
    history = read_history(again.steps(9))
    step = (history.undoable if way == "undo" else history.redoable)[-1]
    again.apply(again.changes_of(step, back=way == "undo"), AFTER, way=way, of=step.of)
    found = cell_record(again)
    assert meeting_record(again, meeting_id(again, OCTOBER)) == record_of(book, OCTOBER)
    again.close()
    return found
