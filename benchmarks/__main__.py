"""`make bench`: what the program costs beside the floor that its libraries and the disk set.

`python -m benchmarks` prints one table: ours, the floor or a peer that does the same, the ratio of
the two, and the goal. Ours and the other run in turn, seven times at least after one to warm up;
medians are compared, and only with those of the same run. What each row measures is said in
docs/performance.md. Below it further figures (`benchmarks.further`).

--docs          write the table into docs/performance.md
--json FILE     write all as JSON, by default into out/bench.json
--weasyprint P  the Python of an environment with WeasyPrint; else one is made in out/weasyprint
--all           collect all 48,372 packets of the province, once; that takes most of an hour
--table         the table alone, without the further figures

Run it on a quiet machine. `python -m benchmarks province` takes a whole simulated province
(`benchmarks.province`, docs/scale.md).
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks import collecting, in_window, papers, peers, province, rows, searching, starting
from benchmarks.further import further
from benchmarks.machine import Machine, load
from benchmarks.practice import LAST_MEETING, replayed
from benchmarks.thirty_years import drawn_book
from benchmarks.timing import ROOT
from cellsecretary.store.records import meeting_record

if TYPE_CHECKING:
    from collections.abc import Sequence

    from benchmarks.rows import Row

PLACE = ROOT / "out"
PAGE = ROOT / "docs" / "performance.md"


def main(arguments: Sequence[str]) -> None:
    """Measure, print the table, and write it down."""
    options = _parser().parse_args(arguments)
    PLACE.mkdir(exist_ok=True)
    at_first, begin = load(), time.monotonic()
    with tempfile.TemporaryDirectory(dir=PLACE, prefix="bench-") as name:
        found, lines = measure(Path(name), options)
        machine = Machine.found(PLACE, at_first)
    print(machine.sentence(), end="\n\n")
    print(rows.as_text(found), *lines, sep="\n")
    print(f"\n{(time.monotonic() - begin) / 60:.0f} minutes.")
    options.json.write_text(rows.as_json(found, machine, lines), encoding="utf-8")
    if options.docs:
        rows.write_into(PAGE, rows.as_page(found, machine, lines))


def measure(folder: Path, options: argparse.Namespace) -> tuple[list[Row], list[str]]:
    """Take all measures in a folder of their own; give the rows and the lines below."""
    _tell("the books")
    thirty, one, practice = (folder / f"{name}.chibo" for name in ("thirty", "one", "practice"))
    drawn_book(thirty).close()
    drawn_book(one, 1).close()
    with closing(replayed(practice)) as book:
        record = meeting_record(book, book.value(LAST_MEETING))
    _tell("the start, and memory")
    found = starting.starting(folder, thirty)
    lines = ["", *starting.on_a_screen(folder, thirty)]
    _tell("the window")
    of_window, more = in_window.in_window(folder, thirty, one)
    found += of_window
    lines += more
    _tell("searching and papers")
    found.append(searching.searching(thirty))
    found.append(papers.minutes(record))
    found += peers.beside_peers(folder, practice, options.weasyprint)
    found += papers.meeting_files(practice, rounds=7)
    _tell("packets")
    collected, bare = collecting.collecting(folder, whole=options.all)
    found += collected
    lines.append(bare)
    if not options.table:
        _tell("further figures")
        lines += ["", *further(folder, record, thirty)]
    return found, lines


def _tell(what: str) -> None:
    print(f"{time.strftime('%H:%M:%S')} {what} …", file=sys.stderr, flush=True)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks")
    parser.add_argument("--docs", action="store_true", help=f"write the table into {PAGE.name}")
    parser.add_argument("--json", type=Path, default=PLACE / "bench.json", metavar="FILE")
    parser.add_argument("--weasyprint", type=Path, metavar="PYTHON", help="one that has WeasyPrint")
    parser.add_argument("--all", action="store_true", help="collect all packets of the province")
    parser.add_argument("--table", action="store_true", help="without the further figures")
    return parser


if __name__ == "__main__":
    if sys.argv[1:2] == ["province"]:
        province.main(sys.argv[2:])
    else:
        main(sys.argv[1:])
