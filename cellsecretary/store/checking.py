"""Whether a file is as its own history made it: every page, every step, every row, every record.

SQLite notices few flipped bits inside a text; the hashes of the history and of the closed records
notice all of them, and what was changed behind the program's back.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import zlib
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING, Any

from cellsecretary.core.operations.closing import chained_hash
from cellsecretary.store.columns import ROWS
from cellsecretary.store.connecting import bring_up_to_date, empty_columns, memory
from cellsecretary.store.engine import sqlite3
from cellsecretary.store.sealing import SEALED, row_seal
from cellsecretary.store.step_line import Entry, step_lines

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from cellsecretary.store.connecting import Schema
    from cellsecretary.store.sqlite_file import SqliteFile

MOST = 50
"""Findings after which a check stops: the file is no good."""

_LONG = 64
_ROWS_AT_ONCE = 100


class Harm(StrEnum):
    """What is wrong in a file; sentences are in resources/messages."""

    PAGES = "pages"
    POINTER = "pointer"
    STEP = "step"
    ROW = "row"
    RECORD = "record"


@dataclass(frozen=True, slots=True)
class Finding:
    """One fault: in which table and row, and the day of the meeting that it concerns."""

    harm: Harm
    table: str = ""
    row: str = ""
    day: str = ""


class Stopped(Exception):
    """Nobody wants to know any more."""


def check(file: SqliteFile, goes_on: Callable[[], bool] = lambda: True) -> tuple[Finding, ...]:
    """Give what is wrong in a file, nothing for a sound one; all of it is read, in short questions.

    `goes_on` is asked between two questions; when it says no, `Stopped` is raised. Of a file of a
    later program only pages and pointers can be judged.
    """
    conn = file.connection
    before = conn.text_factory
    # What is no text any more is to be found, not to stop the search.
    conn.text_factory = lambda data: data.decode("utf-8", "surrogateescape")
    found: list[Finding] = []
    try:
        for finding in _findings(conn, None if file.is_newer else file.schema):
            if not goes_on():
                raise Stopped
            if finding is not None and finding not in found:
                found.append(finding)
            if len(found) >= MOST:
                break
    except (sqlite3.DatabaseError, ValueError, KeyError, TypeError):
        found.append(Finding(Harm.PAGES))
    finally:
        conn.text_factory = before
    return tuple(found)


def _findings(conn: sqlite3.Connection, schema: Schema | None) -> Iterator[Finding | None]:
    """Give findings, None as a pause after each question; without a schema of pages alone."""
    tables = _tables(conn)
    for table in tables:
        if conn.execute(f'pragma integrity_check("{table}")').fetchone()[0] != "ok":
            yield Finding(Harm.PAGES, table)
        yield None
    for table, rowid, *_ in conn.execute("pragma foreign_key_check"):
        yield Finding(Harm.POINTER, table, str(rowid))
    yield None
    if schema is None:
        return
    if _shape(conn) != _own_shape(schema):
        yield Finding(Harm.PAGES, "sqlite_schema")
    yield None
    made = _Made(conn)
    yield from made.catch_up()
    days = _Days(conn, made)
    for table in (table for table in tables if table in ROWS):
        yield from _rows(conn, table, made, days)
    if "closed_records" in tables:
        yield from _closed(conn, days)
    if "versions" in tables:
        yield from _collected(conn)


def _tables(conn: sqlite3.Connection) -> list[str]:
    names = conn.execute("select name from sqlite_schema where type = 'table' order by name")
    return [name for (name,) in names.fetchall() if not name.startswith("sqlite_")]


def _shape(conn: sqlite3.Connection) -> dict[str, object]:
    """Give what the tables and the indexes of a file are like, whatever the text that says so."""
    found: dict[str, object] = {}
    for kind, name in conn.execute("select type, name from sqlite_schema").fetchall():
        pragmas = ["index_xinfo"] if kind == "index" else ["table_xinfo", "foreign_key_list"]
        found[f"{kind} {name}"] = [
            conn.execute(f'pragma {pragma}("{name}")').fetchall() for pragma in pragmas
        ]
    return found


@cache
def _own_shape(schema: Schema) -> dict[str, object]:
    """Give the shape of a file that this program makes."""
    db = memory()
    try:
        bring_up_to_date(db, schema)
        return _shape(db.conn)
    finally:
        db.close()


class _Made:
    """The rows as the history says they must be, up to the newest step."""

    def __init__(self, conn: sqlite3.Connection) -> None:
        self._conn = conn
        self._last = 0
        self._rows: dict[str, dict[str, dict[str, Any]]] = {}

    def of(self, table: str) -> dict[str, dict[str, Any]]:
        """Give the rows of a table by id."""
        return self._rows.setdefault(table, {})

    def catch_up(self) -> Iterator[Finding | None]:
        """Carry the steps over that were written since the last time; the user may be at work."""
        for line in step_lines(self._conn, self._last):
            if line.computed() != line.hash:
                yield Finding(Harm.STEP, "steps", str(line.number))
            for entry in line.entries:
                self._carry_over(entry)
            self._last = line.number
            yield None

    def _carry_over(self, entry: Entry) -> None:
        rows = self.of(entry.table)
        if entry.after is None:
            rows.pop(entry.row, None)
        else:
            columns = {name: _short(value) for name, value in json.loads(entry.after).items()}
            rows.setdefault(entry.row, {}).update(columns)


def _short(value: Any) -> Any:  # noqa: ANN401 - any column type
    """Give a value, for a long text something short that no other text has."""
    if isinstance(value, str) and len(value) > _LONG:
        return hashlib.sha256(value.encode("utf-8", "surrogatepass")).digest()
    return value


def _rows(
    conn: sqlite3.Connection, table: str, made: _Made, days: _Days
) -> Iterator[Finding | None]:
    """Compare the rows of a table with what the history made of them.

    A column that came later than the row has its empty value in the history of neither. Each part
    is read together with the steps that were written meanwhile.
    """
    empty = empty_columns(conn, table)
    last: int | None = -1
    while last is not None:
        with _at_once(conn):
            found = [one for one in made.catch_up() if one]
            rows = _part(conn, table, last)
            for _rowid, *row in rows:
                columns = dict(zip(empty, row, strict=True))
                there = {name: _short(value) for name, value in columns.items()}
                if there != {**empty, **made.of(table).get(columns["id"], {"id": None})}:
                    found.append(
                        Finding(Harm.ROW, table, str(columns["id"]), days.of(table, columns))
                    )
            last = rows[-1][0] if rows else None
        yield from found or (None,)
    with _at_once(conn):
        found = [one for one in made.catch_up() if one]
        there_are = {id for (id,) in conn.execute(f'select id from "{table}"')}
        gone = [(id, row) for id, row in made.of(table).items() if id not in there_are]
        found += [Finding(Harm.ROW, table, id, days.of(table, row)) for id, row in gone]
    yield from found


@contextmanager
def _at_once(conn: sqlite3.Connection) -> Iterator[None]:
    """Read one state of the file with several questions; who writes waits so long."""
    conn.execute("begin")
    try:
        yield
    finally:
        if conn.in_transaction:
            conn.execute("rollback")


def _part(
    conn: sqlite3.Connection, table: str, after: int, columns: str = "*"
) -> list[tuple[Any, ...]]:
    """Give the next rows of a table, each with its rowid in front."""
    return conn.execute(
        f'select rowid, {columns} from "{table}" where rowid > ? order by rowid limit ?',
        [after, _ROWS_AT_ONCE],
    ).fetchall()


def _in_parts(
    conn: sqlite3.Connection, table: str, columns: str = "*"
) -> Iterator[tuple[Any, ...]]:
    rows = _part(conn, table, -1, columns)
    while rows:
        yield from (row[1:] for row in rows)
        rows = _part(conn, table, rows[-1][0], columns)


class _Days:
    """The days of meetings, as the history has them: they may be what was changed."""

    def __init__(self, conn: sqlite3.Connection, made: _Made) -> None:
        self._made = made
        board = conn.execute("select 1 from sqlite_schema where name = 'versions'").fetchone()
        known = "select meeting, date from versions" if board else "select id, date from meetings"
        self._known = dict(conn.execute(known).fetchall())

    def of(self, table: str, columns: Mapping[str, Any]) -> str:
        """Name the day of the meeting that a row belongs to, or else the day that it has."""
        if table == "meetings" or "meeting" in columns:
            return self.of_meeting(columns["id" if table == "meetings" else "meeting"])
        return _day(columns.get("date"))

    def of_meeting(self, meeting: object) -> str:
        """Name the day of a meeting, empty for none that is known."""
        made = self._made.of("meetings").get(str(meeting), {})
        return _day(made.get("date") or self._known.get(meeting))


def _day(value: object) -> str:
    """Give a day as it is written, nothing for what is none."""
    try:
        return dt.date.fromisoformat(str(value)).isoformat()
    except ValueError:
        return ""


def _closed(conn: sqlite3.Connection, days: _Days) -> Iterator[Finding | None]:
    """Check the closed records, each against its hash and by that of the next one.

    A record that was changed with its hash is whole in itself: the one after it tells.
    """
    position, last, sha256 = 0, Finding(Harm.RECORD), ""
    while True:
        row = conn.execute(
            "select position, meeting, json, sha256, previous from closed_records "
            "where position > ? order by position limit 1",
            [position],
        ).fetchone()
        if row is None:
            return
        place, meeting, text, hash, before = row
        this = Finding(Harm.RECORD, "closed_records", str(place), days.of_meeting(meeting))
        if chained_hash(text, before) != hash:
            yield this
        elif before != sha256 and place == position + 1:
            yield last if position else this
        elif before != sha256:
            yield Finding(Harm.RECORD, "closed_records", str(place - 1))
        position, last, sha256 = place, this, hash
        yield None


def _collected(conn: sqlite3.Connection) -> Iterator[Finding | None]:
    """Check what packets brought onto a board: no step of its history has that."""
    for table in ("rule_sets", "records"):
        days = dict(conn.execute("select content, date from versions").fetchall())
        for id, packed in _in_parts(conn, table, "id, packed"):
            yield None
            if _unpacked_hash(packed) != id:
                yield Finding(Harm.RECORD, table, str(id), str(days.get(id, "")))
    for table in SEALED:
        names = [name for name in empty_columns(conn, table) if name != "packed"]
        listed = ", ".join(f'"{name}"' for name in names)
        for row in _in_parts(conn, table, listed):
            yield None
            columns = dict(zip(names, row, strict=True))
            if row_seal(columns) != columns["seal"]:
                day = str(columns.get("date", ""))
                yield Finding(Harm.ROW, table, str(columns["id"]), day)
    lost = conn.execute(
        "select content, date from versions where content not in (select id from records "
        "where rules in (select id from rule_sets))"
    )
    for content, day in lost.fetchall():
        yield Finding(Harm.RECORD, "records", str(content), str(day))


def _unpacked_hash(packed: bytes) -> str:
    try:
        return hashlib.sha256(zlib.decompress(packed)).hexdigest()
    except (zlib.error, TypeError):
        return ""
