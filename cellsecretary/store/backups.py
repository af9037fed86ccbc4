"""The proven copies of a file, in a folder away from it; the older they are, the fewer."""

from __future__ import annotations

import hashlib
import os
import re
from contextlib import closing, suppress
from typing import TYPE_CHECKING

from cellsecretary.core.backup_plan import kept
from cellsecretary.own_files import PART, make_folder, touch
from cellsecretary.store.backup_file import Backup, backup_name, backups_in, in_order
from cellsecretary.store.checking import check
from cellsecretary.store.errors import BookError, Fault
from cellsecretary.store.journal import Journal, prune
from cellsecretary.store.key_file import keep_slots_of_copies, slots_for
from cellsecretary.store.syncing import sync_file, sync_folder

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from cellsecretary.core.ruleset import RuleSource
    from cellsecretary.store.ledger import Ledger

_UNSAFE = re.compile(r"[^A-Za-z0-9_-]")
_PLACE = "-[0-9a-f]{8}"


class Backups:
    """The copies of one file below a folder, and the journal beside them.

    `name` is that of the cell or of the board. Two files of one name, a book and its copy
    elsewhere, have a folder each: neither thins out the copies of the other.
    """

    def __init__(self, folder: Path, name: str, path: Path) -> None:
        # Ids come from books of strangers too; as the name of a folder only letters may count.
        self._name = _UNSAFE.sub("_", name) or "_"
        self._all = folder
        self.path = path
        self.folder = folder / f"{self._name}-{place_code(path)}"

    @classmethod
    def of(cls, folder: Path, ledger: Ledger) -> Backups:
        """Give the copies of an open file."""
        return cls(folder, ledger.backup_name, ledger.path)

    @classmethod
    def beside(cls, folder: Path, path: Path) -> Backups | None:
        """Give the copies of a file that cannot say its name any more.

        Where a file of another name lay there before, those that were written last.
        """
        found = max(folder.glob(f"*-{place_code(path)}"), key=_last_written, default=None)
        return cls(folder, found.name[: -len("-12345678")], path) if found else None

    @property
    def journal(self) -> Journal:
        """The journal beside the copies."""
        return Journal(self.folder)

    def all(self) -> tuple[Backup, ...]:
        """Give the copies, the oldest first; files of other names are not ours."""
        return tuple(backups_in(self.folder))

    def of_the_name(self) -> tuple[Backup, ...]:
        """Give also the copies of a book of the same cell that lay elsewhere."""
        return tuple(in_order(one for folder in self.folders() for one in backups_in(folder)))

    def folders(self) -> tuple[Path, ...]:
        """Give the folders of copies of the cell, also of a book of it that lay elsewhere."""
        own = re.compile(f"{re.escape(self._name)}(?:{_PLACE})?")
        try:
            return tuple(sorted(one for one in self._all.iterdir() if own.fullmatch(one.name)))
        except OSError:
            return ()

    def make(
        self,
        ledger: Ledger,
        at: dt.datetime,
        *,
        again: bool = False,
        as_it_is: bool = False,
        goes_on: Callable[[], bool] = lambda: True,
    ) -> Backup | None:
        """Copy the file, prove the copy, and only then let older ones go; None when unchanged.

        Whatever stands in the way raises `BookError`, and no older copy is touched; so it is with
        a file that is not as its history made it, unless it is to be kept `as_it_is`: then no
        older one goes. With `again` what is there is copied anew. When `goes_on` says no, `Stopped`
        is raised, and all is as it was.
        """
        step, code = ledger.last_step(), ledger.state_code()
        if not again and any((one.step, one.code) == (step, code) for one in self._whole()):
            return None
        at = at.replace(microsecond=0)
        path = self.folder / backup_name(at, step, code, ledger.suffix)
        beside = path.with_suffix(PART)
        try:
            make_folder(self.folder)
            self._sweep()
            self._keep_lock(ledger)
            touch(beside)
            ledger.copy_to(beside)
            if not as_it_is:
                prove(beside, type(ledger), ledger.program_rules, goes_on)
            with beside.open("r+b") as file:
                sync_file(file)
            beside.replace(path)
            sync_folder(self.folder)
        except OSError as error:
            raise BookError(Fault.of(error), path) from error
        finally:
            with suppress(OSError):
                beside.unlink(missing_ok=True)
        if not as_it_is:
            self._let_go(at)
        return Backup(path, at, step, code)

    def _keep_lock(self, ledger: Ledger) -> None:
        """Let the password that opens the file open its copies, where the file is lost."""
        # A copy without it is better than none: the paper in the safe opens that too.
        with suppress(BookError):
            slots = slots_for(ledger.path, ledger.key)
            if slots is not None:
                keep_slots_of_copies(self.folder, slots)

    def _whole(self) -> Iterator[Backup]:
        """Give the copies that are not empty, as a disk leaves them that fails."""
        for one in self.all():
            with suppress(OSError):
                if one.path.stat().st_size:
                    yield one

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
        left = min((one.step for one in self.all()), default=0)
        with suppress(OSError):
            prune(self.folder, left)


def prove(
    path: Path,
    kind: type[Ledger],
    rules: RuleSource,
    goes_on: Callable[[], bool] = lambda: True,
) -> None:
    """Insist that a copy opens and is as its own history made it."""
    with closing(kind.look(path, rules)) as copy:
        if check(copy, goes_on):
            raise BookError(Fault.DAMAGED, path)


def _last_written(folder: Path) -> tuple[float, str]:
    """Give when the disk last heard of a file in a folder; names tell what the clock said."""
    last = 0.0
    with suppress(OSError):
        last = max((one.stat().st_mtime for one in folder.iterdir()), default=last)
    return last, folder.name


def place_code(path: Path) -> str:
    """Give eight digits for the place of a file: what its folder of copies ends with."""
    place = os.path.normcase(path.resolve())
    return hashlib.sha256(place.encode("utf-8", "surrogateescape")).hexdigest()[:8]
