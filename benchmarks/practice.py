"""The practice cell as a book, which most measures are taken on."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

from cellsecretary import paths
from cellsecretary.exchange.replay import Replay
from cellsecretary.exchange.scenario import read_scenario
from cellsecretary.rules import bundled
from cellsecretary.store import Book
from cellsecretary.store.records import meeting_record

if TYPE_CHECKING:
    from pathlib import Path

    from cellsecretary.core.record import MeetingRecord

LAST_MEETING = "select id from meetings order by date desc limit 1"
_LAST_CLOSED = "select id from meetings where state = 'closed' order by date desc limit 1"


def replayed(path: Path) -> Book:
    """Replay the practice cell into a new book."""
    scenario = paths.resource("sample", "cell.json").read_text(encoding="utf-8")
    book = Book.create(path, bundled())
    for _ in Replay(read_scenario(scenario), book).steps():
        pass
    return book


def closed_meeting(path: Path) -> MeetingRecord:
    """Give the newest closed meeting of the practice cell, replayed into a new book."""
    with closing(replayed(path)) as book:
        return meeting_record(book, book.value(_LAST_CLOSED))
