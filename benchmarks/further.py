"""Figures beside the one table: what is fast enough and has to stay so, against its own floor.

All on the practice cell unless it says so, in files below out/, on a real disk: the slower its
syncs, the nearer are the ratios of mark and replay to 1.

papers   All papers that the meeting has, PDF each, warm, against the start of an empty Python; the
         goal is 100 starts at most.
verify   The packet of the meeting looked at as `verify` does, warm, against the start of an empty
         Python; and the peak of a process that does nothing else.
hostile  The slowest of some packets made to be slow, each as large as is let in, likewise; and the
         largest peak. The goals are 50 starts and 100 MiB more than the peak of `verify`.
memory   By how many MiB the peak of the process grows over 100 papers, after 100 others.
mark     One mark of attendance through the session (record, operation, history, signals, journal),
         without painting, against one bare UPDATE of that row by sqlite3 and one line appended to a
         file: one transaction, the same syncs.
replay   The practice cell into a new book, act by act, against sqlite3 writing the same rows and
         history in the same transactions, without reading or checking.
copy     A proven copy of the practice book, against SQLite's backup of it, synced, unproven.
check    The whole book against its history, against `integrity_check` alone.
recover  A lost book from its copy and journal, against a bare copy of the file, synced.
year     The board of 22 cells after a year: opened, sorted and summed, warm, against the start of
         an empty Python; the goal is 12 starts at most.
rows     Words looked for in the book of thirty years, against FTS5 asked for the numbers of all
         rows alone, in no order, without a text.
first    The first question, which reads all texts of that book, against bare SELECTs of them.
"""

from __future__ import annotations

import datetime as dt
import itertools
import json
import os
from contextlib import closing, redirect_stdout
from io import StringIO
from typing import TYPE_CHECKING, Any

from benchmarks import packets, papers, searching
from benchmarks.drawing import Drawing
from benchmarks.in_window import PRAGMAS
from benchmarks.keeping import keeping
from benchmarks.practice import LAST_MEETING, replayed
from benchmarks.province import new_board, summed, take
from benchmarks.timing import ROUNDS, compare, start_of_python
from cellsecretary.core.kinds import Mark
from cellsecretary.core.operations import attendance
from cellsecretary.rules import bundled
from cellsecretary.store.backups import Backups
from cellsecretary.store.board import Board
from cellsecretary.store.engine import sqlite3
from cellsecretary.ui.session import Session

if TYPE_CHECKING:
    from pathlib import Path

    from cellsecretary.core.record import MeetingRecord

CELLS = 22
MARKS = 20  # in one round: a single one is too short to time


def further(folder: Path, record: MeetingRecord, thirty: Path) -> list[str]:
    """Measure all of them; give the lines."""
    with redirect_stdout(StringIO()) as told:
        print(f"{'':9}{'ours':>9}{'floor':>9}{'ratio':>8}   milliseconds, medians of {ROUNDS}")
        papers.memory(record)
        papers.all_of(record)
        packets.verify(record, folder)
        packets.hostile(record, folder)
        mark(folder)
        replay(folder)
        year(folder)
        keeping(folder)
        searching.further(thirty)
    return told.getvalue().splitlines()


def mark(folder: Path) -> None:
    """Compare marking a member absent and present in turn with the bare UPDATE."""
    book = replayed(folder / "ours.chibo")
    replayed(folder / "floor.chibo").close()
    meeting = book.value(LAST_MEETING)
    book.follower = Backups.of(folder / "marks", book).journal
    session = Session(book, lambda: dt.datetime(2026, 11, 3, 19, 40))
    line = session.meeting(meeting).roster[20]
    bare = sqlite3.connect(folder / "floor.chibo", isolation_level=None)
    bare.executescript(PRAGMAS)
    marks = itertools.cycle((Mark.EXCUSED, Mark.PRESENT))
    journal = (folder / "journal.txt").open("ab")

    def ours() -> None:
        for to in itertools.islice(marks, MARKS):
            assert session.do(attendance.mark, session.meeting(meeting), line.member, to) is None

    def floor() -> None:
        for to in itertools.islice(marks, MARKS):
            bare.execute("begin immediate")
            bare.execute("update attendance set mark = ? where id = ?", (to.value, line.id))
            bare.execute("commit")
            journal.write(b"one line\n")
            journal.flush()
            os.fsync(journal.fileno())

    compare("mark", ours, floor, MARKS)
    book.close()
    bare.close()
    journal.close()


def replay(folder: Path) -> None:
    """Compare replaying the practice cell with its history as plain SQL."""
    numbers = itertools.count()
    with closing(sqlite3.connect(folder / "practice.chibo")) as conn:
        (schema,) = conn.execute("select group_concat(sql, ';') from sqlite_schema").fetchone()
        steps = [list(statements_of(conn, step)) for step in conn.execute("select * from steps")]

    def floor() -> None:
        path = folder / f"{next(numbers)}.chibo"
        with closing(sqlite3.connect(path, isolation_level=None)) as bare:
            bare.executescript(f"{PRAGMAS}; begin; {schema}; commit")
            for statements in steps:
                bare.execute("begin immediate")
                bare.execute("pragma defer_foreign_keys = on")
                for sql, values in statements:
                    bare.execute(sql, values)
                bare.execute("commit")

    compare("replay", lambda: replayed(folder / f"{next(numbers)}.chibo").close(), floor)


def year(folder: Path) -> None:
    """Compare opening the board of a commune and summing its year with the start of Python."""
    path = folder / "commune.bangxa"
    with Drawing(folder / "commune", cells=CELLS) as drawing, new_board(path) as board:
        for commune in drawing.communes:
            take(board, drawing.drawn(commune))

    def ours() -> None:
        with closing(Board.open(path, bundled())) as board:
            assert len(summed(board.whole()).cells) == CELLS

    compare("year", ours, start_of_python)


def statements_of(conn: sqlite3.Connection, step: tuple[Any, ...]) -> list[tuple[str, list[Any]]]:
    """Give the SQL that writes one step: its rows and its history."""
    marks = ", ".join("?" * len(step))
    statements = [(f"insert into steps values ({marks})", list(step))]
    for change in conn.execute("select * from changes where step = ? order by id", step[:1]):
        _, _, table, row, before, after = change
        columns = json.loads(after)
        names = ", ".join(f'"{name}"' for name in columns)
        places, values = ", ".join("?" * len(columns)), [*columns.values()]
        sql = f'insert into "{table}" ({names}) values ({places})'
        if before is not None:
            sql, values = (
                f'update "{table}" set ({names}) = ({places}) where id = ?',
                [*values, row],
            )
        statements += [
            (sql, values),
            ("insert into changes values (?, ?, ?, ?, ?, ?)", list(change)),
        ]
    return statements
