"""The proven copies of a book, in a folder away from it; the older they are, the fewer."""

from __future__ import annotations

import datetime as dt
import re
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cellsecretary.core.backup_plan import kept
from cellsecretary.store.errors import BookError, os_fault
from cellsecretary.store.syncing import sync_file, sync_folder

if TYPE_CHECKING:
    from pathlib import Path

    from cellsecretary.store.ledger import Ledger

SUFFIXES = (".chibo", ".bangxa")
"""Of a book, of a board."""

PART = ".part"
_SUFFIX = "|".join(map(re.escape, SUFFIXES))
_NAME = re.compile(rf"(\d{{4}}-\d\d-\d\d_\d{{6}})_(\d+)-([0-9a-f]{{8}})(?:{_SUFFIX})")
_AT = "%Y-%m-%d_%H%M%S"
_UNSAFE = re.compile(r"[^A-Za-z0-9_-]")


@dataclass(frozen=True, slots=True)
class Backup:
    """One copy: when it was made, and after which step of the history of its book.

    `code` is what `Book.state_code` gave.
    """

    path: Path
    at: dt.datetime
    step: int
    code: str


class Backups:
    """The copies of one cell's book below a folder; the book itself is never touched."""

    def __init__(self, folder: Path, cell: str) -> None:
        # Ids come from books of strangers too; as the name of a folder only letters may count.
        self.folder = folder / (_UNSAFE.sub("_", cell) or "_")

    def all(self) -> tuple[Backup, ...]:
        """Give the copies, the oldest first; files of other names are not ours."""
        try:
            paths = list(self.folder.iterdir())
        except OSError:
            return ()
        found = (backup_of(path) for path in paths)
        return tuple(sorted((one for one in found if one), key=lambda one: (one.at, one.step)))

    def make(self, book: Ledger, at: dt.datetime) -> Backup | None:
        """Copy the book, prove the copy, and only then let older ones go; None when unchanged.

        Whatever stands in the way raises `BookError`, and no older copy is touched.
        """
        step, code = book.last_step(), book.state_code()
        if any((one.step, one.code) == (step, code) for one in self.all()):
            return None
        at = at.replace(microsecond=0)
        path = self.folder / f"{at.strftime(_AT)}_{step}-{code}{book.path.suffix}"
        beside = path.with_suffix(PART)
        try:
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            self._sweep()
            beside.touch(mode=0o600)
            book.copy_to(beside)
            with beside.open("r+b") as file:
                sync_file(file)
            beside.replace(path)
            sync_folder(self.folder)
        except OSError as error:
            raise BookError(os_fault(error), path) from error
        finally:
            with suppress(OSError):
                beside.unlink(missing_ok=True)
        self._let_go(at)
        return Backup(path, at, step, code)

    def _sweep(self) -> None:
        """Take away what a power cut left half made."""
        for path in self.folder.glob(f"*{PART}"):
            path.unlink(missing_ok=True)

    def _let_go(self, now: dt.datetime) -> None:
        backups = self.all()
        keep = kept((one.at for one in backups), now)
        for one in backups:
            if one.at not in keep:
                # One that cannot go does no harm, and the new one is there.
                with suppress(OSError):
                    one.path.unlink()


def backup_of(path: Path) -> Backup | None:
    """Read time and step from the name of a file, None for any other file."""
    found = _NAME.fullmatch(path.name)
    if found is None:
        return None
    try:
        return Backup(path, dt.datetime.strptime(found[1], _AT), int(found[2]), found[3])
    except ValueError:
        return None
