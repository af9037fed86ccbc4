"""Ours and the floor, timed in turn."""

from __future__ import annotations

import resource
import statistics
import subprocess
import sys
from pathlib import Path
from timeit import timeit
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    Way = Callable[[], object]

ROUNDS = 9


def compare(name: str, ours: Way, floor: Way, acts: int = 1, rounds: int = ROUNDS) -> None:
    """Time ours and the floor in turn and print their line; each call does so many acts."""
    times = [[timeit(way, number=1) for way in (ours, floor)] for _ in range(rounds + 1)]
    ours_took, floor_took = zip(*times[1:], strict=True)
    line(name, statistics.median(ours_took) / acts, statistics.median(floor_took) / acts)


def line(name: str, ours: float, floor: float) -> None:
    """Print the line of two times in seconds."""
    print(f"{name:9}{ours * 1000:9.2f}{floor * 1000:9.2f}{ours / floor:8.2f}", flush=True)


def peak() -> float:
    """Give the most memory that this process alone ever had, in MiB."""
    try:
        # Linux counts in that of `resource` what the parent had.
        status = Path("/proc/self/status").read_text(encoding="ascii")
        return int(status.split("VmHWM:")[1].split()[0]) / 2**10
    except FileNotFoundError:
        unit = 2**20 if sys.platform == "darwin" else 2**10
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit


def start_of_python() -> None:
    """Start an empty Python: a floor that everybody knows."""
    subprocess.run([sys.executable, "-c", ""], check=True)
