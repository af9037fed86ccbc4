"""A copy of a whole file on a stick, in a folder of its own: what is left when a computer is lost.

The copy is proven before it leaves the computer, and read back from the stick like any packet.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from cellsecretary.exchange.packet import LONGEST_CELL, letters
from cellsecretary.store import BookError, Fault
from cellsecretary.store.backups import prove
from cellsecretary.store.private import PassingFolder

if TYPE_CHECKING:
    import datetime as dt

    from cellsecretary.core.ruleset import RuleSource
    from cellsecretary.store.ledger import Ledger

FOLDER = "SaoLuu"
"""Where the copies lie on a stick."""


@dataclass(frozen=True, slots=True)
class Copied:
    """A copy of a file as it was on a day, not proven yet; `name` is that of its cell or office."""

    name: str
    day: dt.date
    suffix: str
    content: bytes
    kind: type[Ledger]
    rules: RuleSource

    def file_name(self, stick: Path) -> str:
        """Give a name that nothing bears on a stick: cell and day, then a number."""
        stem = f"{letters(self.name)[:LONGEST_CELL] or 'SaoLuu'}_{self.day.isoformat()}"
        name, number = f"{stem}{self.suffix}", 2
        # Of a stick that is broken nothing can be told here; putting the file there will tell.
        while os.path.exists(stick / FOLDER / name):
            name, number = f"{stem}-{number}{self.suffix}", number + 1
        return name


def copied(ledger: Ledger, name: str, day: dt.date) -> Copied:
    """Copy an open file, in the thread of its connection; what fails raises `BookError`."""
    try:
        with PassingFolder() as folder:
            path = folder / ledger.path.name
            ledger.copy_to(path)
            content = path.read_bytes()
    except OSError as error:
        raise BookError(Fault.of(error), ledger.path) from error
    kind, rules = type(ledger), ledger.program_rules
    return Copied(name, day, ledger.suffix, content, kind, rules)


def proven(copy: Copied) -> bytes:
    """Give the content of a copy that opens and is as its history made it, else `BookError`."""
    try:
        with PassingFolder() as folder:
            path = folder / f"copy{copy.suffix}"
            path.write_bytes(copy.content)
            prove(path, copy.kind, copy.rules)
    except OSError as error:
        raise BookError(Fault.of(error), Path(copy.name)) from error
    return copy.content
