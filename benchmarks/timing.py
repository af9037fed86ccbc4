"""Ours and the floor, timed in turn."""

from __future__ import annotations

import statistics
import subprocess
import sys
from timeit import timeit
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    Way = Callable[[], object]

ROUNDS = 9


def compare(name: str, ours: Way, floor: Way, acts: int = 1) -> None:
    """Time ours and the floor in turn and print their line; each call does so many acts."""
    rounds = [[timeit(way, number=1) for way in (ours, floor)] for _ in range(ROUNDS + 1)]
    times = zip(*rounds[1:], strict=True)
    first, second = (statistics.median(way) * 1000 / acts for way in times)
    print(f"{name:9}{first:9.2f}{second:9.2f}{first / second:8.2f}")


def start_of_python() -> None:
    """Start an empty Python: a floor that everybody knows."""
    subprocess.run([sys.executable, "-c", ""], check=True)
