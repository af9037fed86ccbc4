"""A second real start of the program on a file that a first one has open, again and again.

Each start is the program of its own process, as the command line starts it, without a screen; it
says on its output when its window is up and when it was asked to the front.
"""

from __future__ import annotations

import os
import select
import subprocess
import sys
import time
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from cellsecretary.rules import bundled
from cellsecretary.store import Book
from cellsecretary.store.checking import check
from cellsecretary.store.lock import lock_file, read_holder, request_file
from tests.building import replayed
from tests.torture.places import folder_in_memory

if TYPE_CHECKING:
    from collections.abc import Iterator

PROJECT = Path(__file__).parent.parent.parent
PATIENCE = 60.0
"""Seconds after which a start that says nothing hangs."""

_PROGRAM = """
import sys
from cellsecretary.ui import handed_files, launch, program

front, show = program.come_to_front, program.Program._show_file

def told(window):
    front(window)
    print("front", flush=True)

def shown(self):
    window = show(self)
    print("up", flush=True)
    return window

program.come_to_front = handed_files.come_to_front = told
program.Program._show_file = shown
sys.exit(launch.run(sys.argv[1:]))
"""


@dataclass(frozen=True, slots=True)
class Figures:
    """How often the first window was raised, and how often a killed one was followed."""

    raised: int
    followed: int
    slowest: float
    """Seconds from a second start to its end."""


class Start:
    """One start of the program."""

    def __init__(self, path: Path, home: Path) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-c", _PROGRAM, str(path)],
            env={
                **os.environ,
                "PYTHONPATH": str(PROJECT),
                "QT_QPA_PLATFORM": "offscreen",
                "HOME": str(home),
            },
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )

    @property
    def pid(self) -> int:
        """The number of its process."""
        return self._process.pid

    def said(self) -> str:
        """Wait for the next word; "" when it ended."""
        assert self._process.stdout is not None
        ready, _, _ = select.select([self._process.stdout], [], [], PATIENCE)
        assert ready, "a start hangs"
        return self._process.stdout.readline().decode().strip()

    def code(self) -> int:
        """Wait for its end."""
        return self._process.wait(PATIENCE)

    def kill(self) -> None:
        """End it without a word."""
        self._process.kill()
        self._process.wait(PATIENCE)
        assert self._process.stdout is not None
        self._process.stdout.close()


@contextmanager
def started(path: Path, home: Path) -> Iterator[Start]:
    """Start the program on a file; it is gone afterwards."""
    start = Start(path, home)
    try:
        yield start
    finally:
        start.kill()


def starts(count: int) -> Figures:
    """Start a first program and so many second ones; then kill the first, and start again."""
    slowest = 0.0
    with folder_in_memory() as folder:
        path, home = folder / "cell.chibo", folder / "home"
        home.mkdir()
        replayed(path).close()
        with started(path, home) as first:
            assert first.said() == "up"
            for _ in range(count):
                began = time.monotonic()
                with started(path, home) as second:
                    assert first.said() == "front"
                    assert second.code() == 0
                    assert second.said() == "", "a second window came up"
                slowest = max(slowest, time.monotonic() - began)
                assert not request_file(path).exists()
                holder = read_holder(path)
                assert holder is not None
                assert holder.process == first.pid
        # It was killed: its lock lies there, and means nothing.
        assert lock_file(path).exists()
        with started(path, home) as heir:
            assert heir.said() == "up"
            holder = read_holder(path)
            assert holder is not None
            assert holder.process == heir.pid
        with closing(Book.open(path, bundled())) as book:
            assert check(book) == ()
    return Figures(count, 1, slowest)


def main(count: int, _seed: int) -> int:
    """Run and print one line of figures."""
    if sys.platform == "win32":
        print("starts: skipped, what a process says is waited for on POSIX systems only")
        return 0
    began = time.monotonic()
    found = starts(count)
    print(
        f"starts: {found.raised} second starts raised the first window and ended with 0, the "
        f"slowest after {found.slowest:.1f} s; a killed one was followed at once, "
        f"{time.monotonic() - began:.0f} s"
    )
    return 0
