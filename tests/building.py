"""Books for tests: real files, filled by replaying a scenario through the real operations."""

from __future__ import annotations

import datetime as dt
import hashlib
import itertools
from pathlib import Path
from typing import TYPE_CHECKING

from cellsecretary.core.change import Changes, Context
from cellsecretary.core.kinds import CellKind, Shift
from cellsecretary.core.operations.cell import start_book
from cellsecretary.core.rows import Cell
from cellsecretary.exchange.replay import Replay, rehearsed
from cellsecretary.exchange.scenario import read_scenario
from cellsecretary.rules import bundled
from cellsecretary.store import Book
from cellsecretary.store.records import meeting_record

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from cellsecretary.core.change import Answer
    from cellsecretary.core.record import MeetingRecord
    from cellsecretary.store.ledger import Ledger
    from cellsecretary.ui.session import Session

THON_3 = Path(__file__).parent / "scenarios" / "thon-3.json"
PRACTICE = Path(__file__).parent.parent / "resources" / "sample" / "cell.json"
OCTOBER, NOVEMBER = "2026-10-03", "2026-11-03"
_COUNTER = itertools.count(1)
AFTER = dt.datetime(2026, 11, 21, 9, 0)

NEW_CELL = Cell(
    "",
    "Chi bộ thôn Mới",
    CellKind.VILLAGE,
    "Đảng bộ xã Mới",
    "Mới",
    "",
    3,
    dt.time(19, 30),
    Shift.NONE,
    dt.date(2025, 1, 1),
)
"""A cell that nothing is written of yet."""


def new_book(path: Path) -> Book:
    """Make an empty book under the bundled rules."""
    return Book.create(path, bundled())


def begun_book(path: Path) -> Book:
    """Make a book that knows its cell and nothing else: half as large as the replayed one."""
    book = new_book(path)
    book.apply(done(start_book(context(), NEW_CELL)), AFTER)
    return book


def replayed(path: Path, scenario: Path = THON_3, *, acts: int | None = None) -> Book:
    """Make a book by replaying a scenario, whole or its first acts."""
    book = new_book(path)
    replay = Replay(read_scenario(scenario.read_text(encoding="utf-8")), book)
    for _ in itertools.islice(replay.steps(), acts):
        pass
    return book


def practice_year() -> Book:
    """Make the book of the practice cell in memory: a year of meetings, the last one open."""
    book, _ = rehearsed(read_scenario(PRACTICE.read_text(encoding="utf-8")), bundled())
    return book


def meeting_id(where: Book | Session, day: str, kind: str | None = None) -> str:
    """Give the id of the meeting of a day."""
    book = where if isinstance(where, Book) else where.book
    sql = "select id from meetings where date = ?" + (" and kind = ?" if kind else "")
    found = book.values(sql, *([day, kind] if kind else [day]))
    assert len(found) == 1
    return str(found[0])


def record_of(book: Book, day: str = NOVEMBER) -> MeetingRecord:
    """Give the record of the meeting of a day."""
    return meeting_record(book, meeting_id(book, day))


def context(now: dt.datetime = AFTER) -> Context:
    """Give a context whose ids count up, so that a failure reads the same twice."""
    return Context(now, lambda: f"new-{next(_COUNTER)}")


def done(answer: Answer) -> Changes:
    """Insist that an operation was not refused."""
    assert isinstance(answer, Changes), answer
    return answer


def contents(book: Ledger, but: Iterable[str] = ()) -> str:
    """Give a hash of all rows of a book, whatever their order, but of those of some tables.

    When a migration was applied is left out: two books made alike differ in it.
    """
    found = hashlib.sha256()
    names = set(book.values("select name from sqlite_schema where type = 'table'"))
    for name in sorted(names - {"_sqlite_migrations", *but}):
        rows = book._db.conn.execute(f'select * from "{name}"').fetchall()
        found.update("\n".join([name, *sorted(map(repr, rows))]).encode())
    return found.hexdigest()


def carry_out(book: Book, operation: Callable[..., Answer], subject: object, *args: object) -> None:
    """Do one act on a book as the session does."""
    book.apply(done(operation(subject, context(), *args)), AFTER)
