"""Ours and the others, timed in turn, in this process and in processes of their own."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
from pathlib import Path
from timeit import timeit
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    Way = Callable[[], object]

ROUNDS = 9
ROOT = Path(__file__).parent.parent


def medians(*ways: Callable[[], float], rounds: int = ROUNDS) -> list[float]:
    """Give the median of what each way says, all asked in turn, after one round to warm up."""
    said = [[way() for way in ways] for _ in range(rounds + 1)]
    return [statistics.median(one) for one in zip(*said[1:], strict=True)]


def timed(way: Way, acts: int = 1) -> Callable[[], float]:
    """Let a way say how many seconds each of its acts took."""
    return lambda: timeit(way, number=1) / acts


def compare(name: str, ours: Way, floor: Way, acts: int = 1, rounds: int = ROUNDS) -> None:
    """Time ours and the floor in turn and print their line; each call does so many acts."""
    line(name, *medians(timed(ours, acts), timed(floor, acts), rounds=rounds))


def line(name: str, ours: float, floor: float) -> None:
    """Print the line of two times in seconds."""
    print(f"{name:9}{ours * 1000:9.2f}{floor * 1000:9.2f}{ours / floor:8.2f}", flush=True)


def start_of_python() -> None:
    """Start an empty Python: a floor that everybody knows."""
    subprocess.run([sys.executable, "-c", ""], check=True)


def environment(home: Path, platform: str = "offscreen") -> dict[str, str]:
    """Give the surroundings of a process of the program that sees a home of its own."""
    folders = {name: str(home) for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME")}
    # Programs that are installed are compiled; the first round compiles what is not.
    own = {"PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "", "QT_QPA_PLATFORM": platform}
    return {**os.environ, **folders, **own}


def copied(home: Path, book: Path) -> None:
    """Let a book have its copy, as any but a new one has: the first is made beside the window."""
    home.mkdir(exist_ok=True)
    command = [sys.executable, "-m", "cellsecretary", "backup", str(book)]
    subprocess.run(command, env=environment(home), capture_output=True, check=True)


def module(name: str, *words: object) -> Sequence[str]:
    """Give the command that runs a module of the benchmarks."""
    return [sys.executable, "-m", f"benchmarks.{name}", *map(str, words)]
