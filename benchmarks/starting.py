"""How soon the window is there, and what it takes of memory, beside the least window of PySide6.

All are whole processes that write the monotonic time of their paint events.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

from benchmarks.rows import Row
from benchmarks.timing import ROUNDS, copied, environment, medians, module

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

AGAINST = "bare PySide6 window"
_PEAK = "peak memory, 30-year book, all panels visited"
LONGEST = 300
"""Seconds after which a start is taken for one that hangs."""


def started(command: Sequence[str], home: Path, platform: str = "offscreen") -> dict[str, float]:
    """Start a process that tells of itself; give its times from the start on, and its peak."""
    begin = time.monotonic()
    done = subprocess.run(
        command,
        env=environment(home, platform),
        capture_output=True,
        text=True,
        check=True,
        timeout=LONGEST,
    )
    told: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return {name: said if name == "peak" else said - begin for name, said in told.items()}


def starting(folder: Path, book: Path, rounds: int = ROUNDS) -> list[Row]:
    """Give the rows of the start and of memory."""
    home = folder / "starts"
    copied(home, book)
    first, bare_first, usable, bare = _starts(book, home, "offscreen", rounds)
    peak, bare_peak = medians(
        lambda: started(module("started", book, "visit"), home)["peak"],
        lambda: started(module("bare_window"), home)["peak"],
        rounds=rounds,
    )
    what = "process start → first paint, 30-year book"
    return [
        Row(what, AGAINST, 1.1, first * 1000, bare_first * 1000),
        Row("process start → book shown and usable", AGAINST, 1.8, usable * 1000, bare * 1000),
        Row(_PEAK, AGAINST, 1.8, peak, bare_peak, unit="MiB"),
    ]


def on_a_screen(folder: Path, book: Path, rounds: int = ROUNDS) -> list[str]:
    """Give both starts on an X server, where there is one, as lines of text."""
    home = folder / "starts-x"
    copied(home, book)
    with screen(home) as there:
        if not there:
            return ["start on X    no Xvfb here: apt-get install xvfb libxcb-cursor0"]
        first, bare_first, usable, bare = _starts(book, home, "xcb", rounds)
    return [
        f"first paint, on X {first * 1000:9.0f}{bare_first * 1000:9.0f}{first / bare_first:8.2f}",
        f"usable, on X      {usable * 1000:9.0f}{bare * 1000:9.0f}{usable / bare:8.2f}",
    ]


def _starts(book: Path, home: Path, platform: str, rounds: int) -> tuple[float, ...]:
    """Give the medians of the first paint, ours and bare, and of what is usable, likewise."""
    said: list[dict[str, float]] = []

    def each(command: Sequence[str], name: str) -> Callable[[], float]:
        def way() -> float:
            if name == "first":
                said.append(started(command, home, platform))
            return said[-1][name]

        return way

    ours, bare = module("started", book), module("bare_window")
    a, b, c, d = medians(
        each(ours, "first"),
        each(ours, "usable"),
        each(bare, "first"),
        each(bare, "usable"),
        rounds=rounds,
    )
    return a, c, b, d


@contextmanager
def screen(home: Path) -> Iterator[bool]:
    """Give an X server of its own, whose name the processes find; False where there is none."""
    program = shutil.which("Xvfb")
    if program is None:
        yield False
        return
    reading, writing = os.pipe()
    command = [
        program,
        "-displayfd",
        str(writing),
        "-screen",
        "0",
        "1366x768x24",
        "-nolisten",
        "tcp",
    ]
    server = subprocess.Popen(command, pass_fds=[writing], stderr=subprocess.DEVNULL)
    os.close(writing)
    before = os.environ.get("DISPLAY")
    try:
        with os.fdopen(reading) as told:
            os.environ["DISPLAY"] = f":{told.readline().strip()}"
        probe = subprocess.run(
            module("bare_window"),
            env=environment(home, "xcb"),
            capture_output=True,
            check=False,
            timeout=LONGEST,
        )
        yield probe.returncode == 0
    finally:
        if before is None:
            os.environ.pop("DISPLAY", None)
        else:
            os.environ["DISPLAY"] = before
        server.terminate()
        server.wait()
