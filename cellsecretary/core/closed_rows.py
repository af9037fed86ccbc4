"""What closing leaves behind: the stored record, that it was opened again, what was corrected."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Correction:
    """A dated correction appended to closed minutes that may not be reopened."""

    id: str
    meeting: str
    at: dt.datetime
    text: str


@dataclass(frozen=True, slots=True)
class Reopening:
    """That a closed meeting was opened again, and why; `revision` is the one left behind."""

    id: str
    meeting: str
    revision: int
    at: dt.datetime
    reason: str


@dataclass(frozen=True, slots=True)
class ClosedRecord:
    """The canonical JSON of a meeting as closed; rows are only ever added.

    `position` orders all closed records of the book from 1; `sha256` covers the JSON and the hash
    of the record before it, so that a change behind the program's back breaks the chain.
    """

    id: str
    meeting: str
    revision: int
    position: int
    format: int
    at: dt.datetime
    json: str
    sha256: str
    previous: str
