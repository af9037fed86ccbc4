"""Killed at any moment while a scenario replays: what was acknowledged is in the book, all of it.

A process that has imported everything forks a child for each attempt; the child is the command
`demo --progress`, and nobody but the clock chooses when it dies.
"""

from __future__ import annotations

import json
import os
import random
import select
import signal
import sys
import time
import traceback
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, NoReturn

from cellsecretary.commands import run
from cellsecretary.exchange.replay import Replay
from cellsecretary.exchange.scenario import read_scenario
from cellsecretary.rules import bundled
from cellsecretary.store import Book
from tests.building import THON_3, contents
from tests.torture.places import folder_in_memory, workers

if TYPE_CHECKING:
    from pathlib import Path

PATIENCE = 60
"""Seconds after which a child that says nothing hangs."""


@dataclass(frozen=True, slots=True)
class Cut:
    """One attempt: what was acknowledged, what is in the book, and how it was found."""

    number: int
    acknowledged: int
    steps: int
    was_half_done: bool
    is_killed: bool


def kills(
    count: int, seed: int, processes: int | None = None, meetings: int | None = None
) -> list[Cut]:
    """Kill so many replays, each at the moment that its seed and number give it.

    A replay that ended before its moment is among what is given, but does not count. With
    `meetings` only the first meetings of the scenario are held, which is quicker.
    """
    found: list[Cut] = []
    with workers(processes) as pool:
        while (missing := count - sum(one.is_killed for one in found)) > 0:
            numbers = range(len(found), len(found) + missing)
            more = [seed] * missing, numbers, [meetings] * missing
            found += pool.map(cut, *more, chunksize=max(1, min(10, missing // 4)))
    return found


def cut(seed: int, number: int, meetings: int | None = None) -> Cut:
    """Kill one replay and look at its book; one that was quicker than its moment is whole."""
    scenario, states, span = _rehearsal(meetings)
    chance = random.Random(f"{seed} {number}")
    with folder_in_memory() as folder:
        path = folder / "cut.chibo"
        (source := folder / "scenario.json").write_text(scenario, encoding="utf-8")
        said, is_killed, _ = _killed(source, path, chance.uniform(0, span))
        journal = path.with_name(f"{path.name}-journal")
        was_half_done = journal.exists() and journal.stat().st_size > 0
        try:
            steps = _insist_on_whole_steps(path, said, states, is_killed=is_killed)
        except Exception as wrong:
            # Not every error finds its way out of a process.
            msg = f"{wrong!r}: python -m tests.torture kills --seed {seed} --only {number}"
            raise AssertionError(msg) from wrong
    return Cut(number, len(said), steps, was_half_done, is_killed)


def _insist_on_whole_steps(
    path: Path, said: list[str], states: tuple[str, ...], *, is_killed: bool
) -> int:
    assert said == [f"committed {number}" for number in range(1, len(said) + 1)]
    book = Book.open(path, bundled())
    assert book.values("pragma integrity_check") == ["ok"]
    assert book.values("select 1 from pragma_foreign_key_check") == []
    steps = int(book.value("select count(*) from steps"))
    # One step may be on the disk that nobody has heard of yet.
    assert len(said) <= steps <= len(said) + is_killed
    assert contents(book) == states[steps], f"half of step {steps + 1}"
    book.close()
    return steps


@lru_cache
def _rehearsal(meetings: int | None) -> tuple[str, tuple[str, ...], float]:
    """Give the scenario, the book after each number of steps, and how long a replay speaks here."""
    given = json.loads(THON_3.read_text(encoding="utf-8"))
    text = json.dumps(given | {"meetings": given["meetings"][:meetings]})
    book = Book.in_memory(bundled())
    replay = Replay(read_scenario(text), book).steps()
    states = (contents(book), *(contents(book) for _ in replay))
    book.close()
    with folder_in_memory() as folder:
        (source := folder / "scenario.json").write_text(text, encoding="utf-8")
        said, is_killed, span = _killed(source, folder / "whole.chibo", PATIENCE)
    assert len(said) == len(states) - 1
    assert not is_killed
    return text, states, span


def _killed(scenario: Path, path: Path, after: float) -> tuple[list[str], bool, float]:
    """Replay into a file and kill that so many seconds after its first line.

    Gives what it acknowledged, whether it was killed, and how many seconds it spoke.
    """
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        _replay(scenario, path, writing)
    os.close(writing)
    said, began = b"", time.monotonic()
    moment = began + PATIENCE
    while (left := moment - time.monotonic()) > 0:
        if select.select([reading], [], [], left)[0]:
            new = os.read(reading, 1 << 16)
            if not new:
                break
            if b"\n" in new and b"\n" not in said:
                began = time.monotonic()
                moment = began + after
            said += new
    spoke = time.monotonic() - began
    os.kill(child, signal.SIGKILL)
    while new := os.read(reading, 1 << 16):
        said += new
    os.close(reading)
    _, status = os.waitpid(child, 0)
    is_killed = os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGKILL
    assert is_killed or os.waitstatus_to_exitcode(status) == 0, said.decode()
    # The last line may have been cut while it was written; meetings left open are told at the end.
    lines = said.decode("utf-8", "ignore").split("\n")[:-1]
    steps = [" ".join(line.split()[:2]) for line in lines if line.startswith("committed ")]
    return steps, is_killed, spoke


def _replay(scenario: Path, path: Path, out: int) -> NoReturn:
    """Be the command: this process was forked for it, and does not come back."""
    code = 1
    try:
        os.dup2(out, 1)
        sys.stdout = open(1, "w", encoding="utf-8", closefd=False)  # noqa: SIM115
        code = run(["demo", str(path), "--from", str(scenario), "--progress"])
        sys.stdout.flush()
    except BaseException:
        traceback.print_exc()
    finally:
        os._exit(code)


def told(cuts: list[Cut], seed: int, seconds: float) -> str:
    """Give one line of figures."""
    killed = [one for one in cuts if one.is_killed]
    ahead = sum(one.steps > one.acknowledged for one in killed)
    half = sum(one.was_half_done for one in killed)
    first, last = min(one.steps for one in killed), max(one.steps for one in killed)
    return (
        f"kills: {len(killed)} kills of {len(cuts)} replays, after {first} to {last} steps, "
        f"{half} in the middle of a step, {ahead} between the disk and the word, "
        f"no step lost or half done, seed {seed}, {seconds:.0f} s"
    )


def main(count: int, seed: int, processes: int | None = None, only: int | None = None) -> int:
    """Run and print one line of figures."""
    if os.name != "posix":
        print("kills: skipped, only POSIX systems fork")
        return 0
    if only is not None:
        print(cut(seed, only))
        return 0
    began = time.monotonic()
    cuts = kills(count, seed, processes)
    print(told(cuts, seed, time.monotonic() - began))
    return 0
