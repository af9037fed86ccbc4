"""What one waits for in the window: a mark, a key, another meeting, a dialog.

The window runs in a process of its own on a copy of the book, and is asked by its standard input.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from contextlib import ExitStack, closing
from typing import TYPE_CHECKING, Any, Self

from benchmarks.rows import Row
from benchmarks.timing import ROUNDS, copied, environment, medians, module, timed
from cellsecretary.core.kinds import Mark
from cellsecretary.store.engine import sqlite3

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

PRAGMAS = "pragma journal_mode = delete; pragma synchronous = extra; pragma foreign_keys = on"
SWITCHES = {
    "switch": "switch to another meeting",
    "search": "open the search",
    "year": "open the view of the year",
}


class Asked:
    """A process that answers."""

    def __init__(self, home: Path, *words: object) -> None:
        home.mkdir(exist_ok=True)
        self._process = subprocess.Popen(
            module("desk", *words),
            env=environment(home),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._process.communicate()

    def __call__(self, act: str) -> Any:  # noqa: ANN401 - seconds, or several by name
        """Let it do an act; give what it says of it."""
        assert self._process.stdin
        assert self._process.stdout
        print(act, file=self._process.stdin, flush=True)
        return json.loads(self._process.stdout.readline())

    def way(self, act: str) -> Callable[[], float]:
        """Give the act as one of those that are asked in turn."""
        return lambda: float(self(act))


def in_window(
    folder: Path, thirty: Path, one: Path, rounds: int = ROUNDS
) -> tuple[list[Row], list[str]]:
    """Give the rows of the window, and further figures as lines."""
    books = {}
    for name, book in (("thirty", thirty), ("one", one)):
        books[name] = folder / f"window-{name}.chibo"
        shutil.copyfile(book, books[name])
        copied(folder / name, books[name])
    with ExitStack() as stack:
        long = stack.enter_context(Asked(folder / "thirty", books["thirty"]))
        short = stack.enter_context(Asked(folder / "one", books["one"]))
        bare = stack.enter_context(Asked(folder / "bare", "--bare"))
        first = [one("search") * 1000 for one in (long, short)]
        switches = []
        # Before one of the two books is written to.
        for act, what in SWITCHES.items():
            took = medians(long.way(act), short.way(act), rounds=rounds)
            switches.append(
                Row(
                    f"{what}, 30-year book",
                    "the same, 1-year book",
                    1.1,
                    *_milli(took),
                    other_is="peer",
                )
            )
        overview = medians(long.way("overview"), short.way("overview"), rounds=rounds)
        mark = marking(folder, long, thirty, rounds)
        typing, worst = typing_in(long, bare, rounds)
    return [mark, typing, *switches], [
        _line("the worst of those keys", *worst),
        _line("search opened first", *first),
        _line("look back at a year", *_milli(overview)),
    ]


def marking(folder: Path, long: Asked, book: Path, rounds: int) -> Row:
    """Compare one mark with a bare UPDATE of its row and a line of a journal, synced alike."""
    path = folder / "window-floor.chibo"
    shutil.copyfile(book, path)
    marks = (Mark.EXCUSED, Mark.PRESENT)
    with (
        closing(sqlite3.connect(path, isolation_level=None)) as bare,
        (folder / "window-floor.txt").open("ab") as journal,
    ):
        bare.executescript(PRAGMAS)
        sql = "select id from attendance order by rowid desc limit 40"
        lines = iter([line for _ in range(rounds) for (line,) in bare.execute(sql).fetchall()])
        turn = 0

        def floor() -> None:
            nonlocal turn
            turn += 1
            bare.execute("begin immediate")
            bare.execute(
                "update attendance set mark = ? where id = ?", (marks[turn % 2].value, next(lines))
            )
            bare.execute("commit")
            journal.write(b"one line\n")
            journal.flush()
            os.fsync(journal.fileno())

        took = medians(*(long.way("mark"), timed(floor)), rounds=rounds)
    what = "one mark: click → durable on disk → repainted"
    return Row(what, "bare sqlite3 UPDATE, same syncs", 1.5, *_milli(took))


def typing_in(long: Asked, bare: Asked, rounds: int) -> tuple[Row, list[float]]:
    """Compare typing in the minutes with typing in an empty field; give also the worst of each."""
    said: dict[str, list[float]] = {"long": [], "bare": []}

    def way(name: str, asked: Asked) -> Callable[[], float]:
        def act() -> float:
            told = asked("type")
            said[name].append(told["worst"])
            return float(told["p99"])

        return act

    took = medians(way("long", long), way("bare", bare), rounds=rounds)
    what = "typing in the minutes, 30-year book: key → repaint, 99th percentile"
    worst = [max(said[name][1:]) * 1000 for name in ("long", "bare")]
    return Row(what, "empty QPlainTextEdit", 1.3, *_milli(took)), worst


def _milli(seconds: list[float]) -> tuple[float, float]:
    ours, other = seconds
    return ours * 1000, other * 1000


def _line(name: str, ours: float, other: float) -> str:
    return f"{name:25}{ours:9.2f}{other:9.2f}{ours / other:8.2f}"
