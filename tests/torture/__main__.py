"""`make torture`: what no program should have to bear, in numbers that no other test runs in.

Every torture prints one line of figures, and what it found. `python -m tests.torture kills power`
runs two of them; `--packets`, and `--only` without a name, are about packets.
"""

from __future__ import annotations

import argparse
import sys
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

TORTURES = {
    "packets": ("spoilt packets", 100_000),
    "kills": ("replays killed at any moment", 1000),
    "power": ("acts, with power cuts after each thing that they do to the disk", 40),
    "full": ("acts, on a disk that is full or gone at each of their writes", 40),
    "writers": ("writers killed among five programs at one file", 10),
    "remaking": ("rounds of power cuts while a book is begun, made again, goes back", 1),
    "starts": ("second starts of the program on an open file", 10),
    "damage": ("files with a block damaged", 1000),
    "passwords": ("kills while a book is locked or unlocked, and five times as many texts", 200),
    "undo": ("acts by chance, all undone, all redone", 10_000),
}
"""The modules beside this one: what their number counts, and how much is much."""

IN_PROCESSES = ("packets", "kills", "power", "damage", "passwords")
ONE_BY_ONE = ("packets", "kills")


def main() -> int:
    """Run the tortures that were named, or all; 1 where something was found."""
    parser = _parser()
    options = parser.parse_args()
    unknown = [name for name in options.names if name not in TORTURES]
    if unknown:
        parser.error(f"no such torture: {', '.join(unknown)}")
    names = options.names or list(TORTURES)
    if not options.names and (options.only is not None or options.packets is not None):
        names = ["packets"]
    if options.only is not None and not (len(names) == 1 and names[0] in ONE_BY_ONE):
        parser.error("--only is about one packet or one kill")
    results = []
    for name in names:
        run: Callable[..., int] = import_module(f"tests.torture.{name}").main
        count = getattr(options, name)
        more = {"processes": options.processes} if name in IN_PROCESSES else {}
        more |= {"only": options.only} if name in ONE_BY_ONE else {}
        results.append(run(TORTURES[name][1] if count is None else count, options.seed, **more))
        sys.stdout.flush()
    return max(results)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tests.torture")
    parser.add_argument("names", nargs="*", metavar="|".join(TORTURES), help="by default all")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--processes", type=int, default=None, help="by default one for each core")
    parser.add_argument("--only", type=int, metavar="NUMBER", help="this packet or kill alone")
    for name, (what, much) in TORTURES.items():
        parser.add_argument(f"--{name}", type=int, metavar="N", help=f"{what} (else {much})")
    return parser


if __name__ == "__main__":
    sys.exit(main())
