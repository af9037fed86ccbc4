"""A book of an earlier program opens in this one, with everything that was in it."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import pytest
from sqlite_utils import Database

from cellsecretary.core.office_rows import MonthPlan
from cellsecretary.core.rows import Cell, Document, Meeting, Member
from cellsecretary.rules import bundled
from cellsecretary.store import Book
from cellsecretary.store.engine import sqlite3
from cellsecretary.store.schema import APPLICATION_ID, SCHEMA_VERSION, migrations

if TYPE_CHECKING:
    from pathlib import Path


def first_book(book: Book, path: Path) -> None:
    """Write the rows of a book as the first release kept them."""
    conn = sqlite3.connect(path, isolation_level=None)
    db = Database(conn, execute_plugins=False)
    migrations.apply(db, stop_before="m002_plan_and_follow")
    conn.execute(f"pragma application_id = {APPLICATION_ID}")
    conn.execute("pragma user_version = 1")
    conn.execute("attach ? as now", [str(book.path)])
    for table in ("cells", "members", "meetings", "documents"):
        columns = ", ".join(f'"{row[1]}"' for row in conn.execute(f"pragma table_info({table})"))
        conn.execute(f"insert into {table} ({columns}) select {columns} from now.{table}")
    conn.close()


@pytest.mark.parametrize("book", ["plain"], indirect=True)
def test_a_book_of_the_first_release_opens_with_all_its_rows(book: Book, tmp_path: Path) -> None:
    path = tmp_path / "first.chibo"
    first_book(book, path)
    with closing(Book.open(path, bundled())) as old:
        assert old.value("pragma user_version") == SCHEMA_VERSION
        for kind in (Cell, Member, Meeting, Document):
            assert old.rows(kind, order="id") == book.rows(kind, order="id")
        assert old.rows(MonthPlan) == []
