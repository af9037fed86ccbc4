"""A copy of a whole file on a stick, in a folder of its own: what is left when a computer is lost.

The copy is proven before it leaves the computer, and read back from the stick like any packet. One
of a locked book stays encrypted; beside it is what opens it by the password, and signs nothing.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from cellsecretary.exchange.packet import LONGEST_CELL, letters
from cellsecretary.own_files import create
from cellsecretary.store import BookError, Fault
from cellsecretary.store.backups import prove
from cellsecretary.store.key_file import key_file, only_slots, slots_for
from cellsecretary.store.private import PassingFolder

if TYPE_CHECKING:
    import datetime as dt

    from cellsecretary.core.ruleset import RuleSource
    from cellsecretary.store.ledger import Ledger

FOLDER = "SaoLuu"
"""Where the copies lie on a stick."""


@dataclass(frozen=True, slots=True)
class Copied:
    """A copy of a file as it was on a day, not proven yet; `name` is that of its cell or office.

    `keys` is what lies beside a locked one, empty for none.
    """

    name: str
    day: dt.date
    suffix: str
    content: bytes
    kind: type[Ledger]
    rules: RuleSource
    keys: bytes = b""

    def file_name(self, stick: Path) -> str:
        """Give a name that is free on a stick, for the keys too: cell and day, then a number."""
        stem = f"{letters(self.name)[:LONGEST_CELL] or 'SaoLuu'}_{self.day.isoformat()}"
        name, number = f"{stem}{self.suffix}", 2
        # Of a stick that is broken nothing can be told here; putting the file there will tell.
        while any(map(os.path.exists, _with_keys(stick / FOLDER / name))):
            name, number = f"{stem}-{number}{self.suffix}", number + 1
        return name

    def named(self, name: str) -> tuple[tuple[str, bytes], ...]:
        """Give what goes to a stick by name, the copy last; one that is not sound raises."""
        content, keys = proven(self), key_file(Path(name)).name
        return (*([(keys, self.keys)] if self.keys else []), (name, content))


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
    slots = slots_for(ledger.path, ledger.key)
    keys = only_slots(slots) if slots is not None else b""
    return Copied(name, day, ledger.suffix, content, kind, rules, keys)


def _with_keys(path: Path) -> tuple[Path, Path]:
    return path, key_file(path)


def proven(copy: Copied) -> bytes:
    """Give the content of a copy that opens and is as its history made it, else `BookError`."""
    try:
        with PassingFolder() as folder:
            path = folder / f"copy{copy.suffix}"
            with create(path) as file:
                file.write(copy.content)
            prove(path, copy.kind, copy.rules)
    except OSError as error:
        raise BookError(Fault.of(error), Path(copy.name)) from error
    return copy.content
