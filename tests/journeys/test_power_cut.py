"""The plug is pulled: what was acknowledged is in the book, and of typing a moment is lost."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from itertools import islice
from pathlib import Path

import pytest

from cellsecretary.rules import bundled
from cellsecretary.store import Book
from tests.building import NOVEMBER, record_of
from tests.journeys.typist import LETTERS, LIMIT

ROOT = Path(__file__).parents[2]
KILLS, SEED = 100, 0
"""`make torture` kills ten times as many, of another seed."""

STALL = 250
"""Milliseconds for which a busy machine may hold up a timer or a write."""


@pytest.mark.thorough
@pytest.mark.skipif(os.name != "posix", reason="only POSIX systems fork")
def test_every_acknowledged_step_outlives_a_process_killed_at_any_moment() -> None:
    from tests.torture.kills import kills

    cuts = [one for one in kills(KILLS, SEED, processes=2, meetings=1) if one.is_killed]
    assert len(cuts) == KILLS
    # The moments are spread over the replay, and some fall into the middle of a step.
    assert len({one.steps for one in cuts}) > KILLS // 5
    assert any(one.was_half_done for one in cuts)


@pytest.mark.thorough
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
