"""What a book has of records that come from elsewhere."""

from __future__ import annotations

import datetime as dt
import json
from typing import TYPE_CHECKING

from cellsecretary.core.closed_rows import Correction, Reopening
from cellsecretary.core.intake import Held, Look, Shelf, rows_of
from cellsecretary.core.plain import from_plain
from cellsecretary.core.rows import (
    AgendaItem,
    Attendance,
    Document,
    Guest,
    Meeting,
    Opinion,
    Petition,
    Review,
    Row,
    ScoreMark,
    Task,
    Vote,
)
from cellsecretary.store.records import meeting_record

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from cellsecretary.core.record import MeetingRecord
    from cellsecretary.store.book import Book

_OF_A_MEETING: tuple[type[Row], ...] = (
    *(AgendaItem, Attendance, Guest, Opinion, Vote, Document, Task, Review, Petition),
    *(ScoreMark, Correction, Reopening),
)
_AT_ONCE = 500
"""Ids in one question: SQLite takes many more, but not any number."""


def shelf(book: Book, records: Sequence[MeetingRecord]) -> Shelf:
    """Give what a book has of the meetings of some records, and of their rows elsewhere."""
    held = {}
    for key in {record.meeting.id for record in records}:
        meeting = book.row(Meeting, key)
        if meeting is not None:
            rows = (row for kind in _OF_A_MEETING for row in book.rows(kind, "meeting = ?", key))
            held[key] = Held(meeting_record(book, key), (meeting, *rows))
    elsewhere = frozenset(one for record in records for one in _elsewhere(book, record))
    first = min((record.meeting.date for record in records), default=dt.date.max)
    return Shelf(held, elsewhere, tuple(_looks(book, first)), _prepared(book))


def _prepared(book: Book) -> dict[str, str]:
    """Give the meetings that committee meetings were about and that did not come with them."""
    found = book.values(
        "select json_array(m.id, json_extract(r.json, '$.meeting.prepares')) "
        "from meetings m join closed_records r on r.meeting = m.id "
        "where m.kind = 'committee' and m.prepares is null and r.revision = "
        "(select max(revision) from closed_records where meeting = m.id) "
        "and json_extract(r.json, '$.meeting.prepares') is not null"
    )
    return dict(map(json.loads, found))


def _looks(book: Book, first: dt.date) -> Iterator[Look]:
    """Give what closed meetings after a day found waiting; records of older programs do not say.

    The lists alone are read: whole records of thirty years would take long.
    """
    found = book.values(
        "select json_array(m.date, json_extract(r.json, '$.waiting')) "
        "from meetings m join closed_records r on r.meeting = m.id "
        "where m.state = 'closed' and m.kind != 'committee' and m.date > ? and r.revision = "
        "(select max(revision) from closed_records where meeting = m.id) "
        "and json_extract(r.json, '$.waiting') is not null order by m.date, m.starts",
        first.isoformat(),
    )
    for day, waiting in map(json.loads, found):
        petitions = (from_plain(Petition, one) for one in waiting)
        yield Look(dt.date.fromisoformat(day), tuple(petitions))


def _elsewhere(book: Book, record: MeetingRecord) -> Iterator[str]:
    """Give the ids of rows of a record that another meeting of the book has already.

    A task without a meeting is no other meeting's: it came before the one that gave it.
    """
    for kind in _OF_A_MEETING:
        ids = [row.id for row in rows_of(record) if isinstance(row, kind)]
        for some in _in_parts(ids):
            marks = ", ".join("?" * len(some))
            for row in book.rows(kind, f"id in ({marks})", *some):
                if getattr(row, "meeting", None) not in (record.meeting.id, None):
                    yield row.id


def _in_parts(ids: Sequence[str]) -> Iterable[Sequence[str]]:
    return (ids[start : start + _AT_ONCE] for start in range(0, len(ids), _AT_ONCE))
