"""How a file of ours is opened: full sync, a rollback journal, its tables brought up to date."""

from __future__ import annotations

import hashlib
import sqlite3
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlite_utils import Database

from cellsecretary.store.errors import Fault, faults

if TYPE_CHECKING:
    from pathlib import Path

    from sqlite_utils import Migrations


@dataclass(frozen=True, slots=True)
class Schema:
    """What a kind of file is known by, the newest form of its tables, and how they came to be.

    `stranger` is the fault of a file of another kind.
    """

    application_id: int
    version: int
    migrations: Migrations
    stranger: Fault


def connect(path: Path, schema: Schema) -> Database:
    """Open a connection with full sync and a rollback journal, its schema brought up to date.

    Foreign keys go on after migrating, because a table that is rebuilt must not cascade.
    """
    with faults(path):
        conn = sqlite3.connect(str(path), isolation_level=None, timeout=2.0)
        try:
            db = Database(conn, execute_plugins=False)
            db.execute("pragma journal_mode = delete")
            db.execute("pragma synchronous = extra")
            db.execute("pragma trusted_schema = off")
            bring_up_to_date(db, schema)
        except BaseException:
            conn.close()
            raise
    return db


def bring_up_to_date(db: Database, schema: Schema) -> None:
    """Apply the migrations that a file does not have yet."""
    db.execute("pragma foreign_keys = off")
    if schema.migrations.pending(db):
        schema.migrations.apply(db)
        db.execute(f"pragma application_id = {schema.application_id}")
        db.execute(f"pragma user_version = {schema.version}")
    db.execute("pragma foreign_keys = on")


def content_hash(conn: sqlite3.Connection) -> str:
    """Give the SHA-256 of all rows of all tables: equal for a copy, however its pages lie."""
    found = hashlib.sha256()
    names = conn.execute("select name from sqlite_schema where type = 'table' order by name")
    for (name,) in names.fetchall():
        found.update(name.encode())
        for row in conn.execute(f'select * from "{name}" order by rowid'):
            found.update(repr(row).encode())
    return found.hexdigest()
