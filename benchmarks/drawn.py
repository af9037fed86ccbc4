"""A province drawn from a seed: its communes, their cells, and the packets of a year.

One practice meeting is the pattern of all: ids, names, days, who is there and who came are put into
its JSON as text, since building and packing a record takes longer than to collect it. Papers are
left out, for no reader of a board looks at them.
"""

from __future__ import annotations

import hashlib
import random
import re
from collections import Counter
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, cached_property
from itertools import cycle, islice
from typing import TYPE_CHECKING, Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from cellsecretary import __version__
from cellsecretary.core.board.versions import Arrived
from cellsecretary.core.kinds import Mark, StandingKind
from cellsecretary.core.plain import canonical_json, to_plain
from cellsecretary.core.record import RECORD_FORMAT
from cellsecretary.core.redact import redact
from cellsecretary.exchange import packet
from cellsecretary.exchange.collecting import Counts
from cellsecretary.exchange.keys import SigningKey
from cellsecretary.exchange.packet_zip import zipped

if TYPE_CHECKING:
    from pathlib import Path

    from cellsecretary.core.record import MeetingRecord

CELLS = 4_031
MONTHS = range(1, 13)
YEAR = 2026
COMMUNE = (20, 30)
"""The fewest and the most cells of a commune."""

MEMBERS = (8, 60)
SKIPPED, PETITION, RENAMED, NEW_KEY = 0.02, 0.3, 0.02, 0.03
"""How likely a month is skipped and a petition raised, and a cell renamed or its key lost once."""

_MARKS = (Mark.PRESENT, Mark.EXCUSED, Mark.UNEXCUSED)
_WEIGHTS = (17, 2, 1)
_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)")


class Kind(StrEnum):
    """What a file is: the minutes, or one that comes beside them."""

    MINUTES = "minutes"
    AGAIN = "again"
    CORRECTED = "corrected"
    COPIED = "copied"
    CUT = "cut"
    UNSIGNED = "unsigned"
    ALTERED = "altered"


BESIDE = {
    Kind.AGAIN: 0.02,
    Kind.CORRECTED: 0.05,
    Kind.COPIED: 0.003,
    Kind.CUT: 0.01,
    Kind.UNSIGNED: 0.003,
    Kind.ALTERED: 0.003,
}
"""How likely each comes beside the minutes of a month."""

BECOMES = {
    Kind.MINUTES: Arrived.NEW,
    Kind.AGAIN: Arrived.KNOWN,
    Kind.CORRECTED: Arrived.CHANGED,
    Kind.COPIED: Arrived.CONFLICT,
    Kind.CUT: Arrived.REFUSED,
    Kind.UNSIGNED: Arrived.REFUSED,
    Kind.ALTERED: Arrived.REFUSED,
}
"""What each is to a board, taken in the order in which they were drawn."""


@dataclass(frozen=True)
class Cell:
    """One cell: its number in the province, that of its commune, and what was drawn for it.

    From the month `renamed` on it has another name, from `new_key` on another laptop; 13 is never.
    """

    number: int
    commune: int
    members: int
    renamed: int
    new_key: int

    @property
    def id(self) -> str:
        """The id that its book has."""
        return hashlib.sha256(f"cell {self.number}".encode()).hexdigest()[:16]

    def name(self, month: int) -> str:
        """Give what it is called in a month."""
        return f"Chi bộ thôn {self.number + 1}{' mới' if month >= self.renamed else ''}"

    @property
    def superior(self) -> str:
        """What stands above it."""
        return f"Đảng ủy xã {self.commune + 1}"

    def key(self, month: int) -> SigningKey:
        """Give the key that it has in a month."""
        seed = f"key {self.number} {month >= self.new_key}".encode()
        return SigningKey(Ed25519PrivateKey.from_private_bytes(hashlib.sha256(seed).digest()))


@dataclass(frozen=True)
class File:
    """One file that a commune is brought."""

    cell: Cell
    month: int
    kind: Kind

    @property
    def name(self) -> str:
        """Its name in the folder of the commune."""
        return f"{self.cell.number:04}_{self.month:02}_{self.kind}.zip"


@dataclass(frozen=True)
class Province:
    """All cells that a seed gives; `spare` ones are in communes behind those of the province."""

    seed: int = 0
    size: int = CELLS
    spare: int = 0

    @cached_property
    def communes(self) -> tuple[tuple[Cell, ...], ...]:
        """The cells, commune by commune."""
        chance = random.Random(f"communes {self.seed}")
        found: list[tuple[Cell, ...]] = []
        first = 0
        for end in (self.size, self.size + self.spare):
            while first < end:
                last = min(end, first + chance.randint(*COMMUNE))
                found.append(tuple(self._cell(number, len(found)) for number in range(first, last)))
                first = last
        return tuple(found)

    def files(self, commune: int) -> tuple[File, ...]:
        """Give what the cells of a commune hand in, month by month; corrections come late."""
        found: list[tuple[int, File]] = []
        for cell in self.communes[commune]:
            for month in MONTHS:
                chance = self._chance(cell, month, "files")
                if chance.random() < SKIPPED:
                    continue
                found.append((month, File(cell, month, Kind.MINUTES)))
                for kind, likely in BESIDE.items():
                    if chance.random() < likely:
                        late = month + (kind is Kind.CORRECTED)
                        found.append((late, File(cell, month, kind)))
        return tuple(file for _, file in sorted(found, key=lambda one: one[0]))

    def content(self, file: File, pattern: Pattern) -> bytes:
        """Give the bytes of a file."""
        cell, month = file.cell, file.month
        marks = self._chance(cell, month, "marks").choices(_MARKS, _WEIGHTS, k=cell.members)
        if file.kind is Kind.COPIED:
            marks[0] = _MARKS[marks[0] is Mark.PRESENT]
        revision = 2 if file.kind is Kind.CORRECTED else 1
        raised = self._petitions(cell, month)
        text = pattern.record(cell, month, revision, marks, raised)
        return _packed(text, file, revision, pattern.rules_hash, pattern.day(month))

    def write(self, commune: int, pattern: Pattern, folder: Path) -> list[Path]:
        """Write the files of a commune into a folder, and give them in their order."""
        folder.mkdir()
        paths = []
        for file in self.files(commune):
            path = folder / file.name
            path.write_bytes(self.content(file, pattern))
            paths.append(path)
        return paths

    def _petitions(self, cell: Cell, month: int) -> list[int]:
        """Give the months of the petitions that a meeting raises or still finds waiting."""
        found = []
        for raised in range(1, month + 1):
            chance = self._chance(cell, raised, "petition")
            if chance.random() < PETITION and raised + chance.randint(1, 5) > month:
                found.append(raised)
        return found

    def _cell(self, number: int, commune: int) -> Cell:
        chance = random.Random(f"cell {self.seed} {number}")
        members = chance.randint(*MEMBERS)
        at = [
            chance.randint(2, 12) if chance.random() < likely else 13
            for likely in (RENAMED, NEW_KEY)
        ]
        return Cell(number, commune, members, *at)

    def _chance(self, cell: Cell, month: int, what: str) -> random.Random:
        return random.Random(f"{what} {self.seed} {cell.number} {month}")


def expected(files: tuple[File, ...]) -> Counts:
    """Give what a board has to count of files that were drawn."""
    became = Counter(BECOMES[file.kind] for file in files)
    return Counts(len(files), *(became[kind] for kind in Arrived))


class Pattern:
    """A closed meeting taken apart into pieces of JSON, to be put together as that of any cell."""

    def __init__(self, record: MeetingRecord) -> None:
        self._plain = to_plain(redact(record))
        self._meeting = record.meeting.id
        self._day = record.meeting.date
        self._rules = canonical_json(self._plain.pop("rules"))
        self.rules_hash = hashlib.sha256(self._rules.encode()).hexdigest()
        self._shaped = cache(self._shape)

    def record(
        self, cell: Cell, month: int, revision: int, marks: list[Mark], raised: list[int]
    ) -> str:
        """Give `record.json` of a meeting; `raised` are the months of its petitions."""
        meeting = _meeting_id(cell, month)
        texts, lines = self._shaped(cell.members, month)
        petitions = [self._petition(_meeting_id(cell, at), at) for at in raised]
        new = [text for text, at in zip(petitions, raised, strict=True) if at == month]
        old = [text for text, at in zip(petitions, raised, strict=True) if at != month]
        own = {**self._plain["cell"], "id": cell.id, "name": cell.name(month)}
        own["superior"] = cell.superior
        corrections = [
            {
                "at": f"{YEAR}-{month:02}-28T09:00:00",
                "id": f"{meeting}-c{number}",
                "meeting": meeting,
                "text": f"Đính chính lần {number}",
            }
            for number in range(1, revision)
        ]
        whole = {
            **{name: text.replace(self._meeting, meeting) for name, text in texts.items()},
            "cell": canonical_json(own),
            "corrections": canonical_json(corrections),
            "petitions": f"[{','.join(new)}]",
            "waiting": f"[{','.join(old)}]",
            "revision": str(revision),
            "roster": _roster(lines, marks).replace(self._meeting, meeting),
            "rules": self._rules,
        }
        inside = ",".join(f'"{name}":{whole[name]}' for name in sorted(whole))
        return f'{{"meetings":[{{{inside}}}]}}'

    def day(self, month: int) -> str:
        """Give the day of the meeting of a month."""
        return f"{YEAR}-{month:02}-{min(self._day.day, 28):02}"

    def _petition(self, meeting: str, month: int) -> str:
        petition = {**self._plain["petitions"][0], "id": f"{meeting}-p", "meeting": meeting}
        return self._in_month(petition, month)

    def _shape(self, members: int, month: int) -> tuple[dict[str, str], list[str]]:
        """Give the pieces of a meeting of so many members in a month, and its roster by lines."""
        people = _so_many(self._plain["people"], members)
        roster = _so_many(self._plain["roster"], members)
        known = [one["id"] for one in self._plain["people"]]
        instead = {id: known[at % members] for at, id in enumerate(known)}
        for person, line in zip(people, roster, strict=True):
            line["member"] = person["id"]
        plain = {
            name: _with(value, instead)
            for name, value in self._plain.items()
            if name not in ("people", "roster", "cell", "petitions", "waiting", "corrections")
        }
        plain["people"] = people
        plain["meeting"]["title"] = f"Sinh hoạt thường kỳ tháng {month} năm {YEAR}"
        texts = {name: self._in_month(value, month) for name, value in plain.items()}
        return texts, [canonical_json(line) for line in roster]

    def _in_month(self, value: object, month: int) -> str:
        """Give the JSON of a value with all days as far from this month as from its own."""

        def moved(day: re.Match[str]) -> str:
            months = YEAR * 12 + month + (int(day[1]) - self._day.year) * 12
            months += int(day[2]) - self._day.month - 1
            return f"{months // 12}-{months % 12 + 1:02}-{min(int(day[3]), 28):02}"

        return _DAY.sub(moved, canonical_json(value))


def _meeting_id(cell: Cell, month: int) -> str:
    return hashlib.sha256(f"meeting {cell.number} {month}".encode()).hexdigest()[:16]


def _so_many(rows: list[Any], members: int) -> list[dict[str, Any]]:
    """Give so many rows of a register; where there are too few they come again with other ids."""
    return [
        {**row, "id": row["id"][:: -1 if at >= len(rows) else 1], "number": at + 1}
        for at, row in enumerate(islice(cycle(rows), members))
    ]


def _with(value: Any, instead: dict[str, str]) -> Any:  # noqa: ANN401 - any JSON
    """Give a value with other members in it."""
    if isinstance(value, list):
        return [_with(one, instead) for one in value]
    if isinstance(value, dict):
        return {key: _with(one, instead) for key, one in value.items()}
    return instead.get(value, value) if isinstance(value, str) else value


def _roster(lines: list[str], marks: list[Mark]) -> str:
    active = f'"standing":"{StandingKind.ACTIVE}"'
    told = (
        re.sub('"mark":[^,]*,', f'"mark":"{mark}",', line) if active in line else line
        for line, mark in zip(lines, marks, strict=True)
    )
    return f"[{','.join(told)}]"


def _packed(text: str, file: File, revision: int, rules_hash: str, day: str) -> bytes:
    cell, month = file.cell, file.month
    record = text.encode()
    content = hashlib.sha256(record).hexdigest()
    manifest = packet.Manifest(
        format=packet.FORMAT,
        record_format=RECORD_FORMAT,
        profile=packet.Profile.COMMUNE,
        sender=packet.Sender(cell.id, cell.name(month), cell.superior),
        subject=packet.Subject(packet.SubjectKind.MEETING, day, _meeting_id(cell, month), revision),
        draft=False,
        content=content,
        files=(packet.Entry(packet.RECORD, len(record), content),),
        program=__version__,
        rules=rules_hash,
    )
    told = canonical_json(manifest).encode()
    files = {packet.MANIFEST: told, packet.RECORD: record}
    if file.kind is not Kind.UNSIGNED:
        files[packet.SIGNATURE] = packet.signature_file(cell.key(month).sign(told))
    if file.kind is Kind.ALTERED:
        files[packet.RECORD] = record.replace(b'"present"', b'"excused"', 1)
    whole = zipped(files)
    return whole[: len(whole) // 2] if file.kind is Kind.CUT else whole
