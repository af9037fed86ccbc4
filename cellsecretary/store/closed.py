"""The stored records of closed meetings, and how anything that is read whole is judged."""

from __future__ import annotations

import json
from datetime import datetime
from functools import wraps
from typing import TYPE_CHECKING, Concatenate, ParamSpec, TypeVar

from cellsecretary.core.closed_rows import ClosedRecord
from cellsecretary.core.lifting import lifted
from cellsecretary.core.operations.closing import chained_hash
from cellsecretary.core.plain import PlainError, from_plain, known_part
from cellsecretary.core.record import RECORD_FORMAT, MeetingRecord
from cellsecretary.core.rows import Meeting
from cellsecretary.store.errors import BookError, Fault

if TYPE_CHECKING:
    from collections.abc import Callable

    from cellsecretary.store.book import Book

P = ParamSpec("P")
T = TypeVar("T")


def read_whole(
    reader: Callable[Concatenate[Book, P], T],
) -> Callable[Concatenate[Book, P], T]:
    """Let a reader of a book tell damage as `BookError`, wherever in the record it shows."""

    @wraps(reader)
    def read(book: Book, /, *args: P.args, **kwargs: P.kwargs) -> T:
        with book.reading():
            return reader(book, *args, **kwargs)

    return read


@read_whole
def closed_versions(book: Book, meeting: str) -> list[MeetingRecord]:
    """Give every closed version of a meeting, oldest first."""
    stored = book.rows(ClosedRecord, "meeting = ?", meeting, order="revision")
    return [_thawed(book, record) for record in stored]


@read_whole
def closing_times(book: Book, meeting: str) -> dict[int, datetime]:
    """Give when each closed version of a meeting was closed, by its number, oldest first.

    One that came back from a packet may lack the versions before it.
    """
    times = book.values(
        "select json_array(revision, at) from closed_records where meeting = ? order by revision",
        meeting,
    )
    return {revision: datetime.fromisoformat(at) for revision, at in map(json.loads, times)}


def _thawed(book: Book, stored: ClosedRecord) -> MeetingRecord:
    """Give a stored record; of a book of a later program what this one knows of it."""
    if stored.format > RECORD_FORMAT and not book.is_newer:
        raise BookError(Fault.TOO_NEW, book.path)
    if chained_hash(stored.json, stored.previous) != stored.sha256:
        raise BookError(Fault.DAMAGED, book.path)
    try:
        plain = json.loads(stored.json)
        if book.is_newer:
            plain = known_part(MeetingRecord, plain)
        day = from_plain(Meeting, plain["meeting"]).date
        return from_plain(MeetingRecord, lifted(plain, book.rules(day)))
    except (PlainError, ValueError, KeyError) as error:
        fault = Fault.TOO_NEW if book.is_newer else Fault.DAMAGED
        raise BookError(fault, book.path) from error
