"""Packets of many cells, drawn from a seed: one practice meeting made into those of a province.

Papers are left out: they cost a second each, and no reader of the board looks at them.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import random
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from cellsecretary.core.closed_rows import Correction
from cellsecretary.core.kinds import Mark, MeetingState, StandingKind
from cellsecretary.core.plain import canonical_json, from_plain
from cellsecretary.core.record import MeetingRecord
from cellsecretary.core.redact import redact
from cellsecretary.exchange import packet
from cellsecretary.exchange.keys import SigningKey
from tests.papers.records import october

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SUPERIOR = "Đảng ủy xã Minh Đài"
YEAR = 2026


@dataclass(frozen=True)
class Cell:
    """One simulated cell: its number in the province, and the commune that it belongs to."""

    number: int
    superior: str = SUPERIOR

    @property
    def id(self) -> str:
        return hashlib.sha256(f"cell {self.number}".encode()).hexdigest()[:16]

    @property
    def name(self) -> str:
        return f"Chi bộ thôn {self.number + 1}"

    def key(self, age: int = 0) -> SigningKey:
        """Give its key; a higher age is that of a later laptop."""
        seed = hashlib.sha256(f"key {self.number} {age}".encode()).digest()
        return SigningKey(Ed25519PrivateKey.from_private_bytes(seed))


def held(
    cell: Cell, month: int, seed: int = 0, revision: int = 1, **changed: object
) -> MeetingRecord:
    """Give the closed meeting of a cell in a month of the year, its marks drawn from the seed."""
    chance = random.Random(f"{seed} {cell.number} {month}")
    record = _of_month(cell.id, month)
    lines = tuple(
        replace(line, mark=chance.choices(_MARKS, _WEIGHTS)[0], reason="")
        if line.standing is StandingKind.ACTIVE
        else line
        for line in record.roster
    )
    corrections = tuple(
        Correction(
            f"{record.meeting.id}-c{number}",
            record.meeting.id,
            dt.datetime(YEAR, month, 28, 9, 0),
            f"Đính chính lần {number}",
        )
        for number in range(1, revision)
    )
    return replace(
        record,
        cell=replace(record.cell, name=cell.name, superior=cell.superior),
        roster=lines,
        corrections=corrections,
        revision=revision,
        **changed,  # type: ignore[arg-type]
    )


_MARKS = (Mark.PRESENT, Mark.EXCUSED, Mark.UNEXCUSED)
_WEIGHTS = (17, 2, 1)


@cache
def _of_month(cell: str, month: int) -> MeetingRecord:
    """Give the practice meeting of October as that of another cell and month.

    Every id of it is another one then: cells do not share ids.
    """
    old = redact(october())
    text = _october()
    meeting = hashlib.sha256(f"{cell} {month}".encode()).hexdigest()[:16]
    text = text.replace(f'"{old.meeting.id}"', f'"{meeting}"')
    text = text.replace(f'"{old.meeting.id}:', f'"{meeting}:')
    record = from_plain(MeetingRecord, _plain(text))
    day = dt.date(YEAR, month, 3)
    return replace(
        record,
        cell=replace(record.cell, id=cell),
        meeting=replace(record.meeting, date=day),
        rules=old.rules,
    )


@cache
def _october() -> str:
    return canonical_json(redact(october()))


def _plain(text: str) -> object:
    import json

    return json.loads(text)


def packed(
    record: MeetingRecord, cell: Cell, age: int = 0, *, signed: bool = True
) -> packet.Packet:
    """Pack one meeting without papers."""
    meeting = record.meeting
    subject = packet.Subject(
        packet.SubjectKind.MEETING, meeting.date.isoformat(), meeting.id, record.revision
    )
    sender = packet.Sender(record.cell.id, record.cell.name, record.cell.superior)
    called = packet.file_cell(record.cell.name, record.rules)
    name = packet._file_name(called, subject, "BienBan", f"{meeting.date:%Y-%m}")
    key = cell.key(age) if signed else None
    return packet._packed((record,), {}, sender, subject, packet.Profile.COMMUNE, name, key)


def draft(record: MeetingRecord) -> MeetingRecord:
    """Give a meeting as it is before it is closed."""
    return replace(record, meeting=replace(record.meeting, state=MeetingState.RUNNING), revision=0)


def year_of(cells: int, months: int = 12, seed: int = 0) -> Iterator[packet.Packet]:
    """Give the packets of some cells over some months, the newest version of each last."""
    chance = random.Random(seed)
    for number in range(cells):
        cell = Cell(number)
        for month in range(1, months + 1):
            yield packed(held(cell, month, seed), cell)
            if chance.random() < 0.05:
                yield packed(held(cell, month, seed, revision=2), cell)


def write(packets: Iterator[packet.Packet], folder: Path) -> list[Path]:
    """Write packets into a folder, each under a name of its own."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = []
    for number, one in enumerate(packets):
        path = folder / f"{number:06}_{one.name}"
        path.write_bytes(one.content)
        paths.append(path)
    return paths
