"""What keeping a file safe costs: the journal, a proven copy, the check of the whole file."""

from __future__ import annotations

import datetime as dt
import os
from contextlib import closing
from typing import TYPE_CHECKING

from benchmarks.practice import replayed
from benchmarks.timing import compare
from cellsecretary.rules import bundled
from cellsecretary.store import Book
from cellsecretary.store.backups import Backups
from cellsecretary.store.checking import check
from cellsecretary.store.engine import sqlite3
from cellsecretary.store.recovering import recover

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

NOW = dt.datetime(2026, 11, 3, 21, 0)


def keeping(folder: Path) -> None:
    """Compare a copy, a check and a recovery of the practice book with SQLite's bare means."""
    path = folder / "kept.chibo"
    with closing(replayed(path)) as book:
        backups = Backups.of(folder / "backups", book)
        bare = folder / "bare.chibo"

        def copied() -> None:
            bare.unlink(missing_ok=True)
            with closing(sqlite3.connect(bare)) as copy:
                book.connection.backup(copy)
            with bare.open("r+b") as file:
                os.fsync(file.fileno())

        def made() -> None:
            assert backups.make(book, NOW, again=True) is not None

        compare("copy", made, copied)

    def checked() -> None:
        with closing(Book.look(path, bundled())) as looked:
            assert check(looked) == ()

    def sound() -> None:
        with closing(sqlite3.connect(path)) as conn:
            assert conn.execute("pragma integrity_check").fetchone() == ("ok",)

    compare("check", checked, sound)

    def recovered() -> None:
        path.unlink()
        recover(path, Book, backups, bundled(), NOW)

    compare("recover", recovered, copied_file(bare))


def copied_file(path: Path) -> Callable[[], None]:
    """Give an act that copies a file, without any proof."""
    target = path.with_suffix(".copy")

    def act() -> None:
        target.write_bytes(path.read_bytes())
        with target.open("r+b") as file:
            os.fsync(file.fileno())

    return act
