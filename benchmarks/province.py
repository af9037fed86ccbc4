"""`python -m benchmarks province [--cells N]`: a simulated province, collected on one machine.

4,031 cells by twelve months (`benchmarks.drawn`) take half an hour and 1 GB in out/, the short form
of `make bench` some minutes. The packets of each commune are collected onto a board of its own,
which is merged into that of the province. What became of the files must be what was drawn.

collect  A packet onto the board of its commune; time by the clock, and of the processor alone.
merge    A version of a commune's board into that of the province; those of the last communes
         against those of the first.
growth   A packet straight onto copies of the board of the province, as it was after so many
         versions, in turn; against one after 480. The goal is 1.2. Below it, by the processor.
open …   Questions to the board of the province, warm, against the start of an empty Python: is the
         file sound, all of the board, the grid of a year, the sums of a year with its grid.
json     The command `board --json`, as a process of its own, likewise.
"""

from __future__ import annotations

import argparse
import datetime as dt
import itertools
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.drawing import Drawing
from benchmarks.drawn import CELLS, YEAR, expected
from benchmarks.memory import peak
from benchmarks.timing import compare, line, start_of_python
from cellsecretary.core.change import Context
from cellsecretary.core.period import Period, Span
from cellsecretary.exchange.collecting import Collecting, counts
from cellsecretary.exchange.merging import BOARD_SUFFIX
from cellsecretary.rules import bundled
from cellsecretary.store.board import Board

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cellsecretary.core.board.record import BoardRecord
    from cellsecretary.core.board.sums import BoardSums
    from cellsecretary.exchange.collecting import Report

MARKS = (480, 4_800)
"""The numbers of versions that the board of the province is looked at after, before the end."""

SPARE = 60
"""Cells more than the province has: two communes, new to every board."""

ROUNDS = 3
PLACE = Path(__file__).parent.parent / "out"
NOW = dt.datetime(YEAR + 1, 1, 31, 8, 0)
DAY = NOW.date()

JSON = """
import sys
from benchmarks.timing import peak
from cellsecretary.app import main
code = main(["board", sys.argv[1], "--json"])
print(peak(), file=sys.stderr)
sys.exit(code)
"""


@dataclass
class Took:
    """What acts took in all: by the clock, and by the processor, in seconds."""

    acts: int = 0
    clock: float = 0.0
    processor: float = 0.0

    def take(self, board: Board, paths: Sequence[Path], acts: int) -> list[Report]:
        """Take files onto a board, and add what it took."""
        clock, processor = time.perf_counter(), time.process_time()
        reports = take(board, paths)
        self.clock += time.perf_counter() - clock
        self.processor += time.process_time() - processor
        self.acts += acts
        return reports

    def __iadd__(self, other: Took) -> Took:
        self.acts += other.acts
        self.clock += other.clock
        self.processor += other.processor
        return self

    @property
    def each(self) -> tuple[float, float]:
        """What one act took by the clock and by the processor."""
        return self.clock / self.acts, self.processor / self.acts


def main(arguments: Sequence[str]) -> None:
    """Measure and print the table."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks province")
    parser.add_argument("--cells", type=int, default=CELLS)
    options = parser.parse_args(arguments)
    PLACE.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(dir=PLACE, prefix="province-") as name:
        measure(Path(name), options.cells)


def measure(folder: Path, cells: int) -> None:
    """Measure a province of so many cells."""
    print(f"\nA province of {cells:,} cells by 12 months; load {os.getloadavg()[0]:.1f} at first.")
    province = folder / f"province{BOARD_SUFFIX}"
    with Drawing(folder / "drawn", cells, SPARE) as drawing:
        of_province = [
            number
            for number, commune in enumerate(drawing.province.communes)
            if commune[0].number < cells
        ]
        marks = fill(folder, province, drawing, of_province)
        probes = [path for at in drawing.communes[len(of_province) :] for path in drawing.drawn(at)]
        growth(folder / f"copy{BOARD_SUFFIX}", marks, probes)
    ask(province)
    as_json(province)
    print(f"Load {os.getloadavg()[0]:.1f} at the end.")


def fill(folder: Path, path: Path, drawing: Drawing, communes: Sequence[int]) -> dict[int, Path]:
    """Collect each commune and merge its board into that of the province; give copies of that."""
    collected, merged = Took(), Took()
    each: list[tuple[float, float]] = []
    marks: dict[int, Path] = {}
    with new_board(path) as province:
        for commune in communes:
            paths = drawing.drawn(commune)
            drawing.ask(commune + 1)  # drawn while this one is collected
            own = folder / f"{commune:03}{BOARD_SUFFIX}"
            with new_board(own) as board:
                reports = collected.take(board, paths, len(paths))
                assert counts(reports) == expected(drawing.province.files(commune))
                versions = board.value("select count(*) from versions")
            shutil.rmtree(drawing.folder(commune))
            if not each:
                print(f"{'':9}{peak():.0f} MiB at most while the first commune was collected")
            one = Took()
            one.take(province, [own], versions)
            each.append(one.each)
            merged += one
            own.unlink()
            if commune == communes[-1] or merged.acts >= [*MARKS, merged.acts + 1][len(marks)]:
                marks[merged.acts] = folder / f"after-{merged.acts}{BOARD_SUFFIX}"
                shutil.copyfile(path, marks[merged.acts])
                print_so_far(collected, merged, path)
    tenth = max(1, len(each) // 10)
    first, last = (
        [statistics.median(way) for way in zip(*part, strict=True)]
        for part in (each[:tenth], each[-tenth:])
    )
    line("merge", last[0], first[0])
    line("", last[1], first[1])
    return marks


def print_so_far(collected: Took, merged: Took, path: Path) -> None:
    """Print what a board has cost so far."""
    for name, took in (("collect", collected), ("merge", merged)):
        clock, processor = (seconds * 1000 for seconds in took.each)
        print(
            f"{name:9}{clock:9.2f} ms each, {processor:.2f} of the processor, over {took.acts:,}:"
            f" {took.clock:.0f} s"
        )
    size = path.stat().st_size / merged.acts / 2**10
    print(f"{'':9}{size:.2f} KiB of the file each, {peak():.0f} MiB at most", flush=True)


def growth(copy: Path, marks: dict[int, Path], probes: Sequence[Path]) -> None:
    """Collect the same packets onto boards of different sizes in turn."""
    found: dict[int, list[tuple[float, float]]] = {packets: [] for packets in marks}
    for _ in range(ROUNDS + 1):
        for packets, path in marks.items():
            shutil.copyfile(path, copy)
            took = Took()
            with closing(Board.open(copy, bundled())) as board:
                took.take(board, probes, len(probes))
            found[packets].append(took.each)
            copy.unlink()
    each = {
        packets: [statistics.median(way) for way in zip(*rounds[1:], strict=True)]
        for packets, rounds in found.items()
    }
    clock, processor = next(iter(each.values()))
    for packets, (by_clock, by_processor) in each.items():
        print(f"{'':9}one packet more after {packets:,}:")
        line("growth", by_clock, clock)
        line("", by_processor, processor)


def ask(path: Path) -> None:
    """Ask the board of a province what its window asks."""
    compare("open", lambda: Board.open(path, bundled()).close(), start_of_python, rounds=ROUNDS)
    with closing(Board.open(path, bundled())) as board:
        compare("whole", board.whole, start_of_python, rounds=ROUNDS)
        record = board.whole()
        print(f"{'':9}{peak():.0f} MiB at most")
        year = Period(Span.YEAR, YEAR)
        compare("grid", lambda: record.grid(year.months, DAY), start_of_python, rounds=ROUNDS)
        compare("sums", lambda: summed(record), start_of_python, rounds=ROUNDS)


def as_json(path: Path) -> None:
    """Print a board by the command, a process of its own."""
    found = path.with_suffix(".json")
    command = [sys.executable, "-c", JSON, str(path)]

    def ours() -> None:
        with found.open("wb") as out, memory.open("wb") as err:
            subprocess.run(command, stdout=out, stderr=err, check=True)

    memory = path.with_suffix(".memory")
    compare("json", ours, start_of_python, rounds=ROUNDS)
    size = found.stat().st_size / 2**20
    print(f"{'':9}{size:.0f} MiB of JSON, {float(memory.read_text()):.0f} MiB of memory at most")


def new_board(path: Path) -> closing[Board]:
    """Make a board, to be closed at the end."""
    return closing(Board.create(path, bundled()))


def take(board: Board, paths: Sequence[Path]) -> list[Report]:
    """Take files onto a board without a question."""
    ids = itertools.count()
    context = Context(NOW, lambda: f"{next(ids)}")
    return list(Collecting(board, bundled(), lambda: context, accept_new=True).take_all(paths))


def summed(record: BoardRecord) -> BoardSums:
    """Sum the year of a board."""
    year = Period(Span.YEAR, YEAR)
    return record.sums(year, bundled().on(year.last), DAY)


if __name__ == "__main__":
    main(sys.argv[1:])
