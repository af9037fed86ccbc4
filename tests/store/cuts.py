"""What a disk can look like after a power cut: the synced is there, of the rest anything may be.

What was written to a file and not yet synced may be there wholly, in part, in another order, torn
between sectors, or as garbage where the file grew. A name that was made, moved or deleted may be
so or not until its folder is synced. Folders themselves are taken to be there once made.
"""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from tests.store.disk_events import (
    Create,
    Delete,
    Mark,
    Rename,
    Resize,
    Sync,
    SyncFolder,
    Write,
    change,
)

if TYPE_CHECKING:
    import random
    from collections.abc import Iterator, Mapping

    from tests.store.disk_events import Event

SECTOR = 512
"""Bytes that a disk writes wholly or not at all."""

Files = dict[str, bytes]
_Name = Create | Delete | Rename
_Bytes = Write | Resize


class Way(StrEnum):
    """What becomes of what was not synced."""

    NONE = "none"
    ALL = "all"
    NAMES = "names"
    """The names are as they were last, and no byte is."""
    BYTES = "bytes"
    """The bytes are as they were last, and no name is."""
    PREFIX = "prefix"
    """All up to some point, as if the disk knew no cache."""
    REVERSED = "reversed"
    """All from some point on, and nothing before it."""
    SUBSET = "subset"
    """Any operations, in their order."""
    TORN = "torn"
    """Any sectors of any writes."""
    GARBAGE = "garbage"
    """As torn, and what a file grew by is anything where it was not written."""


@dataclass(slots=True)
class _File:
    """One file, whatever its names: what is on the medium, and what was done to it since."""

    kept: bytes = b""
    pending: list[_Bytes] = field(default_factory=list)

    def sync(self) -> None:
        self.kept = _done(self.kept, self.pending)
        self.pending.clear()


class Medium:
    """Takes events one by one, and gives the disks that a cut just then may leave."""

    def __init__(self, began: Mapping[str, bytes]) -> None:
        self._names = {path: _File(data) for path, data in began.items()}
        """The names as the program sees them."""
        self._kept = dict(self._names)
        """The names on the medium."""
        self._pending: list[tuple[_Name, _File]] = []

    def take(self, event: Event) -> None:
        """Go on by one event."""
        match event:
            case Write() | Resize():
                self._names[event.path].pending.append(event)
            case Sync():
                self._names[event.path].sync()
            case Create():
                self._names[event.path] = file = _File()
                self._pending.append((event, file))
            case Delete():
                self._pending.append((event, self._names.pop(event.path)))
            case Rename():
                file = self._names[event.path]
                _rename(self._names, event, file)
                self._pending.append((event, file))
            case SyncFolder():
                due = [one for one in self._pending if _folder(one[0]) == event.path]
                _rename_all(self._kept, due)
                self._pending = [one for one in self._pending if one not in due]
            case Mark():
                pass

    def whole(self) -> Files:
        """Give the disk as the program sees it."""
        return {path: _done(file.kept, file.pending) for path, file in self._names.items()}

    def cut(self, way: Way, chance: random.Random) -> Files:
        """Give a disk that a cut may leave."""
        names = dict(self._kept)
        match way:
            case Way.NONE | Way.BYTES:
                chosen = []
            case Way.ALL | Way.NAMES:
                chosen = self._pending
            case Way.PREFIX:
                chosen = self._pending[: chance.randint(0, len(self._pending))]
            case Way.REVERSED:
                chosen = self._pending[chance.randint(0, len(self._pending)) :]
            case Way.SUBSET | Way.TORN | Way.GARBAGE:
                chosen = [one for one in self._pending if chance.random() < 0.5]
        _rename_all(names, chosen)
        known: dict[int, bytes] = {}
        for file in names.values():
            if id(file) not in known:
                known[id(file)] = _left(file, way, chance)
        return {path: known[id(file)] for path, file in names.items()}


def _left(file: _File, way: Way, chance: random.Random) -> bytes:
    """Give what a cut may leave of the bytes of a file."""
    pending, some = file.pending, chance.randint(0, len(file.pending))
    match way:
        case Way.NONE | Way.NAMES:
            return file.kept
        case Way.ALL | Way.BYTES:
            return _done(file.kept, pending)
        case Way.PREFIX:
            return _done(file.kept, pending[:some])
        case Way.REVERSED:
            return _done(file.kept, pending[some:])
        case Way.SUBSET:
            return _done(file.kept, [one for one in pending if chance.random() < 0.5])
        case Way.TORN | Way.GARBAGE:
            share = chance.choice([0.2, 0.5, 0.9])
            pieces = [piece for one in pending for piece in _sectors(one)]
            chosen = [piece for piece in pieces if chance.random() < share]
            data = bytearray(file.kept)
            size = len(_done(file.kept, pending))
            if way is Way.GARBAGE and size > len(data):
                data += chance.randbytes(size - len(data))
            return _done(bytes(data), chosen)


def _sectors(event: _Bytes) -> Iterator[_Bytes]:
    """Give the pieces of a write that the disk cannot tear any further."""
    if isinstance(event, Resize):
        yield event
        return
    at, end = event.at, event.at + len(event.data)
    while at < end:
        stop = min(end, (at // SECTOR + 1) * SECTOR)
        yield Write(event.path, at, event.data[at - event.at : stop - event.at])
        at = stop


def _done(kept: bytes, events: list[_Bytes]) -> bytes:
    if not events:
        return kept
    data = bytearray(kept)
    for event in events:
        change(data, event)
    return bytes(data)


def _folder(event: _Name) -> str:
    return os.path.dirname(event.to if isinstance(event, Rename) else event.path)


def _rename_all(names: dict[str, _File], events: list[tuple[_Name, _File]]) -> None:
    for event, file in events:
        _rename(names, event, file)


def _rename(names: dict[str, _File], event: _Name, file: _File) -> None:
    """Do to names what was done, whether or not what came before was done to them."""
    match event:
        case Create(path):
            names[path] = file
        case Delete(path):
            names.pop(path, None)
        case Rename(path, to, is_link):
            names[to] = file
            if not is_link:
                names.pop(path, None)
