"""The one SQLite of the program, and what is known to go wrong with two of them."""

from __future__ import annotations

import subprocess
import sys
from contextlib import closing
from typing import TYPE_CHECKING

import pytest
from sqlite_utils import Database, utils

from cellsecretary.store.connecting import connect
from cellsecretary.store.engine import CAN_ENCRYPT, sqlite3
from cellsecretary.store.file_key import unlocked
from cellsecretary.store.key_file import new_key

if TYPE_CHECKING:
    from pathlib import Path

    from tests.encrypted import Encrypted

WITHOUT = """
import sys
sys.modules["sqlcipher3"] = None
from pathlib import Path
from cellsecretary.rules import bundled
from cellsecretary.store import Book, BookError
from cellsecretary.store.engine import CAN_ENCRYPT, sqlite3
from cellsecretary.store.file_key import FileKey, unlocked
import sqlite3 as own
assert sqlite3 is own and not CAN_ENCRYPT
plain, locked = map(Path, sys.argv[1:3])
Book.open(plain, bundled()).close()
for _ in range(2):
    try:
        Book.open(locked, bundled())
    except BookError as error:
        print(error.fault.value)
    # The key from the paper in the safe opens it no more than a password would.
    unlocked.add(FileKey(sys.argv[3]))
"""


def test_sqlite_utils_keeps_to_the_same_engine() -> None:
    theirs = vars(utils)["sqlite3"]
    for name in ("Connection", "DatabaseError", "OperationalError", "IntegrityError"):
        assert getattr(theirs, name) is getattr(sqlite3, name)


@pytest.mark.skipif(not CAN_ENCRYPT, reason="sqlcipher3 is not installed")
def test_an_error_of_the_engine_is_caught_by_sqlite_utils_too(tmp_path: Path) -> None:
    key = new_key()
    with closing(connect(tmp_path / "x.chibo", key).conn) as conn:
        db = Database(conn, execute_plugins=False)
        db.execute("create table t (id text primary key) strict")
        table = db.table("t")
        table.insert({"id": "a"})
        with pytest.raises(sqlite3.IntegrityError):
            table.insert({"id": "a"})
        assert not conn.in_transaction
        # A wrong type, an unknown column: each of them said, none of them half done.
        with pytest.raises(sqlite3.OperationalError):
            table.insert({"id": "b", "none": 1})
        assert not conn.in_transaction
        assert [row["id"] for row in table.rows] == ["a"]


def test_a_writer_turned_away_leaves_no_transaction(tmp_path: Path) -> None:
    path = tmp_path / "x.chibo"
    key = new_key() if CAN_ENCRYPT else None
    with closing(connect(path, key).conn) as one, closing(connect(path, key).conn) as other:
        one.execute("create table t (id text primary key) strict")
        other.execute("pragma busy_timeout = 1")
        one.execute("begin immediate")
        with pytest.raises(sqlite3.OperationalError):
            Database(other, execute_plugins=False).table("t").insert({"id": "a"})
        assert not other.in_transaction
        one.execute("rollback")


@pytest.mark.skipif(not CAN_ENCRYPT, reason="sqlcipher3 is not installed")
def test_without_sqlcipher_plain_books_open_and_locked_ones_say_what_is_missing(
    replayed_file: Path, encrypted_file: Encrypted
) -> None:
    unlocked.forget(key := encrypted_file.key)
    told = subprocess.run(
        [sys.executable, "-c", WITHOUT, replayed_file, encrypted_file.path, key.secret],
        capture_output=True,
        text=True,
        check=False,
    )
    assert told.stdout.split() == ["cannot_encrypt"] * 2, told.stderr
