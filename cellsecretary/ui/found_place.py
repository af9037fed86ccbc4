"""Where in the window a text stands that was found in the book."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cellsecretary.core.change import Problem, Why

if TYPE_CHECKING:
    from cellsecretary.core.record import MeetingRecord
    from cellsecretary.core.search import Place

TOLD_IN_PRINTING = {"corrections", "reopenings", "receipts"}
"""What is told in the last step of a meeting."""

_OF_A_MEMBER = {"members", "standings", "year_reviews"}


def place_of(found: Place, record: MeetingRecord | None = None) -> Problem:
    """Give the place that the pages know for it; `record` is that of its meeting."""
    table, row, field = found.table, found.row, ""
    if table in _OF_A_MEMBER:
        table, row = "members", found.people[0]
    elif record is None:
        pass
    elif table == "reviews":
        row = next((one.task for one in record.reviews if one.id == row), row)
    elif table == "votes":
        # The point that was voted on: the vote itself would be opened to be changed.
        item = next((one.item for one in record.votes if one.id == row), row)
        table, row, field = "agenda_items", item, "body"
    elif table == "agenda_items" and any(one.id == row for one in record.held_agenda):
        field = "body"
    return Problem(Why.TEXT_MISSING, table, row, field)
