"""How far a meeting has come, from its record alone."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from cellsecretary.core.progress import is_written
from tests.building import record_of

if TYPE_CHECKING:
    from cellsecretary.store import Book


def test_a_point_is_written_by_text_opinion_or_vote(book: Book) -> None:
    record = record_of(book)
    opening, _, approved, _, report, topic, *_ = record.agenda
    assert not is_written(record, opening)
    assert is_written(record, approved)
    assert is_written(record, report)
    assert not is_written(record, replace(report, body=" ", conclusion="\n"))
    assert is_written(record, replace(topic, body="", conclusion=""))
    assert not is_written(replace(record, votes=()), approved)
