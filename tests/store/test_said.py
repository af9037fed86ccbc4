"""What earlier meetings said in words, for the phrases that are offered at a later one."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from cellsecretary.core.phrases import Passage
from cellsecretary.store.said import said_before
from tests.building import AFTER, NOVEMBER, OCTOBER, meeting_id, record_of
from tests.store.test_trace import typed

if TYPE_CHECKING:
    from cellsecretary.store import Book


@pytest.mark.parametrize("book", ["plain"], indirect=True)
def test_the_texts_of_meetings_that_were_held_are_given_without_those_of_the_meeting(
    book: Book,
) -> None:
    november, october = meeting_id(book, NOVEMBER), record_of(book, OCTOBER)
    typed(book, AFTER, "Chỉ tháng Mười một")
    found = said_before(book, november, AFTER.date())
    assert {one.passage for one in found} == set(Passage)
    assert {one.day for one in found} == {october.meeting.date}
    texts = {one.text for one in found}
    assert {one.text for one in october.opinions} <= texts
    assert {one.what for one in october.tasks} <= texts
    assert "" not in texts
    later = said_before(book, october.meeting.id, AFTER.date())
    assert "Chỉ tháng Mười một" in {one.text for one in later}
    assert said_before(book, november, october.meeting.date - dt.timedelta(days=1)) == ()
