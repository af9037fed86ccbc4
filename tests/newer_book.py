"""A book as a later program might write it: tables, columns, acts and records unknown today."""

from __future__ import annotations

import json
from contextlib import closing
from typing import TYPE_CHECKING, Any

from cellsecretary.core.operations.closing import chained_hash
from cellsecretary.core.plain import plain_json
from cellsecretary.core.record import RECORD_FORMAT
from cellsecretary.store.engine import sqlite3
from cellsecretary.store.schema import SCHEMA_VERSION

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def make_newer(path: Path) -> None:
    """Go on with a plain book as a later program might."""
    with closing(sqlite3.connect(path)) as conn, conn:
        conn.execute(f"pragma user_version = {SCHEMA_VERSION + 1}")
        conn.execute("create table songs (id text primary key, title text) strict")
        conn.execute("insert into songs values ('1', 'Quốc tế ca')")
        for table in ("cells", "members", "meetings", "agenda_items", "tasks", "steps"):
            conn.execute(f"alter table {table} add column later text not null default 'x'")
        conn.execute("insert into _sqlite_migrations values (99, 'book', 'm005_later', 'now')")
        step = conn.execute("select max(step) from steps").fetchone()[0] + 1
        conn.execute(
            'insert into steps (step, at, account, way, "of", operation, words, hash) '
            "values (?, '2026-11-20T09:00:00', '', 'do', ?, 'sing_together', '[]', 'abc')",
            [step, step],
        )
        conn.execute(
            'insert into changes (step, "table", row, before, after) values (?, ?, ?, ?, ?)',
            [step, "songs", "1", None, '{"id":"1","title":"Quốc tế ca"}'],
        )
        conn.execute("update closed_records set format = ?", [RECORD_FORMAT + 1])
    change_record(path, _later)


def change_record(path: Path, change: Callable[[dict[str, Any]], None]) -> None:
    """Change the one closed record of a plain book together with its hash."""
    with closing(sqlite3.connect(path)) as conn, conn:
        ((row, text, previous),) = conn.execute("select id, json, previous from closed_records")
        plain = json.loads(text)
        change(plain)
        later = plain_json(plain)
        conn.execute(
            "update closed_records set json = ?, sha256 = ? where id = ?",
            [later, chained_hash(later, previous), row],
        )


def _later(plain: dict[str, Any]) -> None:
    plain["songs"] = [{"title": "Quốc tế ca"}]
    plain["meeting"]["weather"] = "mưa"
    plain["agenda"][0]["minutes_later"] = 3
    plain["rules"]["singing"] = {"songs": 2}
