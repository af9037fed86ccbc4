"""One copy of a file, known by its name: when it was made, and of which state of the file."""

from __future__ import annotations

import datetime as dt
import re
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

SUFFIXES = (".chibo", ".bangxa")
"""Of a book, of a board."""

_SUFFIX = "|".join(map(re.escape, SUFFIXES))
_NAME = re.compile(rf"(\d{{4}}-\d\d-\d\d_\d{{6}})_(\d+)-([0-9a-f]{{8}})(?:{_SUFFIX})")
_AT = "%Y-%m-%d_%H%M%S"


@dataclass(frozen=True, slots=True)
class Backup:
    """One copy: when it was made, and after which step of the history of its book.

    `code` is what `Ledger.state_code` gave.
    """

    path: Path
    at: dt.datetime
    step: int
    code: str


def backup_name(at: dt.datetime, step: int, code: str, suffix: str) -> str:
    """Name the copy of a state of a file."""
    return f"{at.strftime(_AT)}_{step}-{code}{suffix}"


def backup_of(path: Path) -> Backup | None:
    """Read time and step from the name of a file, None for any other file."""
    found = _NAME.fullmatch(path.name)
    if found is None:
        return None
    try:
        return Backup(path, dt.datetime.strptime(found[1], _AT), int(found[2]), found[3])
    except ValueError:
        return None


def backups_in(folder: Path) -> list[Backup]:
    """Give the copies in a folder, the oldest first; files of other names are not ours."""
    paths: Iterable[Path] = ()
    with suppress(OSError):
        paths = list(folder.iterdir())
    return in_order(filter(None, map(backup_of, paths)))


def in_order(backups: Iterable[Backup]) -> list[Backup]:
    """Give copies, the oldest first."""
    return sorted(backups, key=lambda one: (one.at, one.step))
