"""What a new book may still owe to paper."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from cellsecretary.core.kinds import DocumentType, MeetingKind, MeetingState
from cellsecretary.core.past import last_number, months_on_paper
from cellsecretary.core.rows import PastMeeting
from cellsecretary.rules import bundled
from cellsecretary.store.records import cell_record
from tests.building import AFTER, replayed

if TYPE_CHECKING:
    from pathlib import Path

    from cellsecretary.core.register import CellRecord


@pytest.mark.thorough
def test_the_months_without_a_meeting_stand_on_paper(tmp_path: Path) -> None:
    book = replayed(tmp_path / "a.chibo")
    register, today = cell_record(book), AFTER.date()
    book.close()

    def on_paper(register: CellRecord, today: dt.date) -> list[int]:
        return [month.month.month for month in months_on_paper(register, today, bundled().on)]

    assert on_paper(register, today) == list(range(1, 10))
    figures = PastMeeting("p", dt.date(2026, 2, 4), MeetingKind.REGULAR, 45, 45, 0, 0)
    entered = replace(register, past_meetings=(figures,))
    assert 2 not in on_paper(entered, today)
    cancelled = replace(
        register,
        meetings=tuple(replace(m, state=MeetingState.CANCELLED) for m in register.meetings),
    )
    assert on_paper(cancelled, today) == list(range(1, 12))
    assert on_paper(cancelled, dt.date(2026, 1, 3)) == []


@pytest.mark.thorough
def test_the_last_number_is_that_of_the_term(tmp_path: Path) -> None:
    book = replayed(tmp_path / "a.chibo")
    register = cell_record(book)
    book.close()
    assert last_number(register, DocumentType.RESOLUTION) == 13
    assert last_number(register, DocumentType.LETTER) == 0
    later = replace(register, cell=replace(register.cell, term_start=dt.date(2027, 1, 1)))
    assert last_number(later, DocumentType.RESOLUTION) == 0
