"""What is done to a disk, one thing at a time, as `tests.store.disk` writes it down."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Write:
    path: str
    at: int
    data: bytes


@dataclass(frozen=True, slots=True)
class Resize:
    path: str
    size: int


@dataclass(frozen=True, slots=True)
class Sync:
    """All that was written to a file is on the medium."""

    path: str


@dataclass(frozen=True, slots=True)
class Create:
    path: str


@dataclass(frozen=True, slots=True)
class Delete:
    path: str


@dataclass(frozen=True, slots=True)
class Rename:
    """A name goes over to another; what had that one is gone, unless `is_link` keeps both."""

    path: str
    to: str
    is_link: bool = False


@dataclass(frozen=True, slots=True)
class SyncFolder:
    """All names of a folder are on the medium."""

    path: str


@dataclass(frozen=True, slots=True)
class Mark:
    """The program has said something; `what` is for the test to understand."""

    what: object


Event = Write | Resize | Sync | Create | Delete | Rename | SyncFolder | Mark


def change(data: bytearray, event: Write | Resize) -> None:
    """Do to the bytes of a file what was done to it."""
    if isinstance(event, Resize):
        del data[event.size :]
        data.extend(bytes(event.size - len(data)))
        return
    data.extend(bytes(max(0, event.at - len(data))))
    data[event.at : event.at + len(event.data)] = event.data
