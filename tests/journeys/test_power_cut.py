"""The plug is pulled: what was acknowledged is in the book, and of typing a moment is lost."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from itertools import islice
from pathlib import Path

from cellsecretary.rules import bundled
from cellsecretary.store import Book
from tests.building import NOVEMBER, THON_3, record_of
from tests.journeys.typist import LETTERS, LIMIT

ROOT = Path(__file__).parents[2]
MOMENTS = range(1, 76, 3)
"""After how many acknowledged steps the process is killed, each time in the middle of the next."""

STALL = 250
"""Milliseconds for which a busy machine may hold up a timer or a write."""


def test_every_acknowledged_step_outlives_the_process(tmp_path: Path) -> None:
    with ThreadPoolExecutor(max_workers=2) as pool:
        found = list(pool.map(partial(cut_a_replay, tmp_path), MOMENTS))
    assert len(found) == 25
    # One step may be on the disk that nobody has heard of yet.
    assert {steps - acknowledged for steps, acknowledged in found} <= {0, 1}


def cut_a_replay(folder: Path, moment: int) -> tuple[int, int]:
    """Kill a replay at a moment; give the steps on the disk, and those acknowledged."""
    path = folder / f"{moment}.chibo"
    said = killed_after(*(moment, "cellsecretary", "demo", path, "--from", THON_3, "--progress"))
    acknowledged = sum(line.startswith("committed ") for line in said)
    assert acknowledged >= moment
    book = Book.open(path, bundled())
    assert book.values("pragma quick_check") == ["ok"]
    steps = int(book.value("select count(*) from steps"))
    book.close()
    return steps, acknowledged


def test_of_typing_no_more_than_the_limit_is_lost(replayed_file: Path, tmp_path: Path) -> None:
    path = tmp_path / "thon-3.chibo"
    shutil.copyfile(replayed_file, path)
    typed_at = [int(line) for line in killed_after(1200, "tests.journeys.typist", path)]
    book = Book.open(path, bundled())
    kept = record_of(book, NOVEMBER).agenda[0].body
    assert book.values("pragma quick_check") == ["ok"]
    book.close()
    typed = LETTERS * (len(typed_at) // len(LETTERS) + 1)
    assert typed.startswith(kept)
    assert typed_at[-1] > 2 * LIMIT
    first_lost = typed_at[min(len(kept), len(typed_at) - 1)]
    assert typed_at[-1] - first_lost <= LIMIT + STALL


def killed_after(lines: int, module: str, *words: object) -> list[str]:
    """Kill a module of Python when it has said so many lines; give all that it said."""
    process = subprocess.Popen(
        [sys.executable, "-m", module, *map(str, words)],
        cwd=ROOT,
        env={**os.environ, "PYTHONIOENCODING": "utf-8", "QT_QPA_PLATFORM": "offscreen"},
        stdout=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )
    assert process.stdout is not None
    with process:
        said = list(islice(process.stdout, lines))
        process.kill()
        said += process.stdout
    # The last line may have been cut while it was written.
    return [line for line in said if line.endswith("\n")]
