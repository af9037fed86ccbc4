"""A hundred thousand spoilt packets, all of them refused or read as they stand.

Prints how often each layer of the reader had to say no. A finding is printed with the seed and the
number that make the same packet again: `python -m tests.torture --seed 1 --only 77`.
"""

from __future__ import annotations

import resource
import signal
import sys
import time
import traceback
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from typing import TYPE_CHECKING

from tests.exchange.judging import Finding, judged
from tests.exchange.mutations import mutant

if TYPE_CHECKING:
    from types import FrameType

CHUNK = 250
PATIENCE = 60
"""Seconds on the clock after which a packet is taken for one that never ends."""

MOST_MEMORY = 100
"""MiB by which the peak of a process may grow after its first chunk."""

MOST_OF_ALL = 2 << 30
"""Bytes that a process may ask for at all."""

ENOUGH = 20
"""Findings after which the torture stops."""

Seen = tuple[Counter[tuple[str, ...]], list[str], int]


def main(count: int, seed: int, processes: int | None = None, only: int | None = None) -> int:
    """Run and print; 1 where something was found. With `only` it is this packet alone."""
    if only is not None:
        one = mutant(seed, only)
        print(one.way, len(one.data), "bytes")
        print(*judged(one), sep=", ")
        return 0
    began, seen, found, peaks = time.monotonic(), Counter[tuple[str, ...]](), list[str](), []
    judge = partial(_chunk, seed, count)
    with ProcessPoolExecutor(processes, initializer=_limit) as pool:
        for counts, findings, peak in pool.map(judge, range(0, count, CHUNK)):
            seen += counts
            found += findings
            peaks.append(peak)
            if len(found) >= ENOUGH:
                pool.shutdown(cancel_futures=True)
                break
    growth = max(peaks) - peaks[0]
    if growth > MOST_MEMORY:
        found.append(f"a process grew by {growth} MiB")
    flaws = Counter[tuple[str, ...]]()
    for what, count in seen.items():
        flaws[what[:2]] += count
    for what, count in [*sorted(seen.items()), *sorted(flaws.items())]:
        print(f"{count:8} {', '.join(what)}")
    print(f"packets: {seen.total()} of seed {seed}", end=", ")
    print(f"{time.monotonic() - began:.0f} s, {growth} MiB, {len(found)} findings")
    for finding in found[:ENOUGH]:
        print(f"\n{finding}", file=sys.stderr)
    return 1 if found else 0


def _chunk(seed: int, packets: int, start: int) -> Seen:
    """Judge a chunk of packets: what was seen, what was found, the peak of the process in MiB."""
    seen, found = Counter[tuple[str, ...]](), []
    for number in range(start, min(start + CHUNK, packets)):
        one = mutant(seed, number)
        signal.alarm(PATIENCE)
        try:
            seen[judged(one)] += 1
        except KeyboardInterrupt:
            raise
        except BaseException:  # what panics in Rust is no Exception
            told = traceback.format_exc(limit=-2)
            found.append(f"--seed {seed} --only {number} ({one.way})\n{told}")
            seen[("found",)] += 1
        finally:
            signal.alarm(0)
    return seen, found, _peak()


def _limit() -> None:
    """Let a packet that takes all memory or never ends fail alone, not with the machine."""
    resource.setrlimit(resource.RLIMIT_AS, (MOST_OF_ALL, MOST_OF_ALL))
    signal.signal(signal.SIGALRM, _give_up)


def _give_up(_signal: int, _frame: FrameType | None) -> None:
    raise Finding("it never ends")


def _peak() -> int:
    unit = 2**20 if sys.platform == "darwin" else 2**10
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // unit
