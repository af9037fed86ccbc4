"""`Board`: the file of a superior, with all versions of meetings that cells sent."""

from __future__ import annotations

import datetime as dt
import json
import zlib
from contextlib import closing
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Self, TypeVar

from cellsecretary.core.board.figures import FIGURES_VERSION, BoardFigures, board_figures
from cellsecretary.core.board.keeping import record_of
from cellsecretary.core.board.record import BoardRecord, board_record
from cellsecretary.core.board.register import BoardRegister, acceptance_id
from cellsecretary.core.board.versions import Arrived, Version, VersionKey, judged
from cellsecretary.core.board_rows import (
    Acceptance,
    AcceptanceKind,
    BoardOffice,
    BoardRow,
    HandedRuleFile,
    IssuedDirective,
    MeetingLook,
    MeetingRemark,
    MeetingScore,
    PaperCell,
    PaperMinutes,
    PetitionAnswer,
    VersionChoice,
)
from cellsecretary.core.change import Act
from cellsecretary.core.kinds import MeetingKind, MeetingState
from cellsecretary.core.plain import PlainError, canonical_json, from_plain
from cellsecretary.core.record import RECORD_FORMAT
from cellsecretary.core.vietnamese import fold
from cellsecretary.store.board_schema import BOARD_SCHEMA
from cellsecretary.store.connecting import bare
from cellsecretary.store.engine import sqlite3
from cellsecretary.store.errors import BookError, Fault, faults
from cellsecretary.store.ledger import Ledger, Step
from cellsecretary.store.sealing import row_seal, seal_rows

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from cellsecretary.core.board.keeping import KeptRecord
    from cellsecretary.core.record import MeetingRecord
    from cellsecretary.core.ruleset import RuleSet, RuleSource

R = TypeVar("R", bound=BoardRow)

_LEVEL = 6
_LARGEST = 8 << 20
"""Bytes of a record or of rules; packets with more are refused."""

_KEY = "cell = ? and meeting = ? and revision = ? and is_draft = ? and content = ?"


@dataclass(frozen=True, slots=True)
class ArrivalLine:
    """One file of a stick and what became of it: kept so that the report can be read again.

    `reason` is the kind of a refusal; `meetings` are their days.
    """

    at: dt.datetime
    place: str
    file: str
    arrived: Arrived
    reason: str
    name: str
    meetings: tuple[dt.date, ...]


class Board(Ledger):
    """The one connection to a board; what packets say is a set that only grows."""

    schema = BOARD_SCHEMA
    suffix = ".bangxa"

    @property
    def backup_name(self) -> str:
        """The name of the file: an office may have several boards."""
        return "bang-" + fold(self.path.stem)

    @classmethod
    def copied(cls, path: Path, rules: RuleSource) -> Self:
        """Open a copy in memory of a board of somebody else; the file is never written to."""
        key = cls.known_head(path).key
        board = cls.in_memory(rules, key)
        board.path = path  # whatever turns out to be wrong in the copy is wrong with the file
        try:
            with faults(path):
                source = bare(path, key, to_read=True, immutable=True)
                with closing(source):
                    board.fill_from(source)
                if board.tables() != cls._own_tables(rules):
                    raise BookError(Fault.DAMAGED, path)
        except (sqlite3.DatabaseError, UnicodeDecodeError) as error:
            # In a file of ours these were bugs; this one anybody may have made.
            board.close()
            raise BookError(Fault.DAMAGED, path) from error
        except BaseException:
            board.close()
            raise
        return board

    @classmethod
    def _own_tables(cls, rules: RuleSource) -> list[tuple[str, ...]]:
        with closing(cls.in_memory(rules)) as board:
            return board.tables()

    def tables(self) -> list[tuple[str, ...]]:
        """Give all that the file has besides rows: a stranger's may have views and triggers."""
        sql = "select type, name, coalesce(sql, '') from sqlite_schema order by type, name"
        return [tuple(row) for row in self._db.execute(sql)]

    # What packets say

    def held(self, cell: str, meeting: str) -> tuple[VersionKey, ...]:
        """Give the keys of the versions of a meeting."""
        with self.reading():
            found = self._db.query(
                "select cell, meeting, revision, is_draft, content from versions "
                "where cell = ? and meeting = ?",
                [cell, meeting],
            )
            return tuple(_key(row) for row in found)

    def versions(self) -> tuple[Version, ...]:
        """Give all versions that came; the records stay where they are."""
        with self.reading():
            return tuple(self._versions())

    def _versions(self) -> Iterator[Version]:
        for row in self._db.query("select * from versions order by id"):
            key = _key(row)
            yield Version(
                key=key,
                date=dt.date.fromisoformat(row["date"]),
                starts=dt.time.fromisoformat(row["starts"]),
                kind=MeetingKind(row["kind"]),
                state=MeetingState(row["state"]),
                name=row["name"],
                superior=row["superior"],
                size=row["size"],
                received=dt.date.fromisoformat(row["received"]),
                signer=row["signer"],
                figures=self._figures(key, row),
            )

    def _figures(self, key: VersionKey, row: dict[str, Any]) -> BoardFigures:
        """Read figures; those that another program computed are computed anew."""
        if row["figures_version"] != FIGURES_VERSION:
            return board_figures(self.record(key))
        try:
            return from_plain(BoardFigures, json.loads(row["figures"]))
        except ValueError as error:
            raise BookError(Fault.DAMAGED, self.path) from error

    def record(self, key: VersionKey) -> MeetingRecord:
        """Give the record of a version."""
        with self.reading():
            row = self._db.execute(
                "select records.format, records.packed, rule_sets.packed from records "
                "join rule_sets on rule_sets.id = records.rules where records.id = ?",
                [key.content],
            ).fetchone()
        if row is None:
            raise BookError(Fault.DAMAGED, self.path)
        if row[0] > RECORD_FORMAT:
            raise BookError(Fault.TOO_NEW, self.path)
        try:
            text, rules = (_unpacked(packed) for packed in row[1:])
            return record_of(text, rules, self._rules)
        except (PlainError, ValueError, KeyError, TypeError, RecursionError, zlib.error) as error:
            raise BookError(Fault.DAMAGED, self.path) from error

    def whole(self) -> BoardRecord:
        """Give the whole board, without the records themselves."""
        return board_record(self.versions(), self.register())

    def register(self) -> BoardRegister:
        """Give all that the clerk decided and wrote."""
        return BoardRegister(
            offices=self._all(BoardOffice),
            acceptances=self._all(Acceptance),
            paper_cells=self._all(PaperCell),
            paper_minutes=self._all(PaperMinutes),
            choices=self._all(VersionChoice),
            looks=self._all(MeetingLook),
            remarks=self._all(MeetingRemark),
            scores=self._all(MeetingScore),
            answers=self._all(PetitionAnswer),
            directives=self._all(IssuedDirective),
            rule_files=self._all(HandedRuleFile),
        )

    def said_of(self, cell: str, values: Iterable[tuple[AcceptanceKind, str]]) -> BoardRegister:
        """Give what the clerk said of a cell alone: a province has answers by the thousand."""
        ids = [acceptance_id(cell, kind, value) for kind, value in values]
        where = f"id in ({', '.join('?' * len(ids))})"
        return BoardRegister(acceptances=tuple(self.rows(Acceptance, where, *ids, order="id")))

    def _all(self, kind: type[R]) -> tuple[R, ...]:
        return tuple(self.rows(kind, order="id"))

    def rules_on(self, day: dt.date) -> RuleSet:
        """Give the rules of the program on a day."""
        return self._rules.on(day)

    def take(self, records: Iterable[KeptRecord], at: dt.datetime) -> tuple[Arrived, ...]:
        """Add versions in one transaction and tell what each was to the board.

        A version that is there keeps the day on which it first came.
        """
        arrived = []
        with self._transaction():
            changes = self._db.conn.total_changes
            for kept in records:
                arrived.append(self._take(kept))
            if self._db.conn.total_changes > changes:
                number = self.last_step() + 1
                when = at.isoformat(timespec="seconds")
                self._note_step(Step(number, when, "", "do", number, Act.COLLECT, ()))
        return tuple(arrived)

    def _take(self, kept: KeptRecord) -> Arrived:
        version = kept.version
        key = version.key
        held = self.held(key.cell, key.meeting)
        arrived = judged(held, key)
        if arrived is Arrived.KNOWN and key in held:
            self._db.execute(
                f"update versions set received = ? where {_KEY} and received > ?",
                [version.received.isoformat(), *_values(key), version.received.isoformat()],
            )
            self._keep_lower_rules(kept)
            seal_rows(self._db.conn, "versions", _KEY, *_values(key))
            return arrived
        self._keep_record(kept)
        columns = _columns(version)
        self._db.table("versions").insert({**columns, "seal": row_seal(columns)})
        return arrived

    def _keep_record(self, kept: KeptRecord) -> None:
        self._keep_rules(kept)
        packed = zlib.compress(kept.text.encode(), _LEVEL)
        columns = {"format": kept.format, "rules": kept.rules_hash}
        row = (kept.version.key.content, *columns.values(), packed, row_seal(columns))
        self._db.execute("insert or ignore into records values (?, ?, ?, ?, ?)", row)

    def _keep_rules(self, kept: KeptRecord) -> None:
        if not self.value("select 1 from rule_sets where id = ?", kept.rules_hash):
            packed = zlib.compress(kept.rules.encode(), _LEVEL)
            self._db.execute("insert into rule_sets values (?, ?)", [kept.rules_hash, packed])

    def _keep_lower_rules(self, kept: KeptRecord) -> None:
        """Of two sets of rules for one content keep that of the lower hash: order must not tell."""
        content = kept.version.key.content
        there = self.value("select rules from records where id = ?", content)
        if there is None or kept.rules_hash >= there:
            return
        self._keep_rules(kept)
        self._db.execute(
            "update records set rules = ?, format = ? where id = ?",
            [kept.rules_hash, kept.format, content],
        )
        seal_rows(self._db.conn, "records", "id = ?", content)
        self._db.execute(
            f"update versions set figures = ?, figures_version = ? where {_KEY}",
            [
                canonical_json(kept.version.figures),
                FIGURES_VERSION,
                *_values(kept.version.key),
            ],
        )

    # What each stick held

    def note_arrivals(self, lines: Iterable[ArrivalLine]) -> None:
        """Keep the report of a stick."""
        with self._transaction():
            for line in lines:
                columns = {
                    "at": line.at.isoformat(timespec="seconds"),
                    "place": line.place,
                    "file": line.file,
                    "arrived": str(line.arrived),
                    "reason": line.reason,
                    "name": line.name,
                    "meetings": json.dumps([day.isoformat() for day in line.meetings]),
                }
                self._db.table("arrivals").insert({**columns, "seal": row_seal(columns)})

    def arrivals(self, newest: int) -> tuple[ArrivalLine, ...]:
        """Give the newest lines of the reports, the newest stick first, its files in order."""
        sql = "select * from (select * from arrivals order by id desc limit ?) order by at desc, id"
        with self.reading():
            return tuple(
                ArrivalLine(
                    dt.datetime.fromisoformat(row["at"]),
                    row["place"],
                    row["file"],
                    Arrived(row["arrived"]),
                    row["reason"],
                    row["name"],
                    tuple(dt.date.fromisoformat(day) for day in json.loads(row["meetings"])),
                )
                for row in self._db.query(sql, [newest])
            )


def _unpacked(packed: bytes) -> str:
    """Unpack a text; one that would be larger than any record raises `ValueError`."""
    unpacking = zlib.decompressobj()
    text = unpacking.decompress(packed, _LARGEST)
    if not unpacking.eof:
        raise ValueError(len(packed))
    return text.decode()


def _key(row: dict[str, Any]) -> VersionKey:
    return VersionKey(
        row["cell"], row["meeting"], row["revision"], bool(row["is_draft"]), row["content"]
    )


def _values(key: VersionKey) -> tuple[str, str, int, int, str]:
    return key.cell, key.meeting, key.revision, int(key.is_draft), key.content


def _columns(version: Version) -> dict[str, Any]:
    names = ("cell", "meeting", "revision", "is_draft", "content")
    return {
        **dict(zip(names, _values(version.key), strict=True)),
        "date": version.date.isoformat(),
        "starts": f"{version.starts:%H:%M}",
        "kind": str(version.kind),
        "state": str(version.state),
        "name": version.name,
        "superior": version.superior,
        "size": version.size,
        "received": version.received.isoformat(),
        "signer": version.signer,
        "month": version.figures.month.isoformat(),
        "figures_version": FIGURES_VERSION,
        "figures": canonical_json(version.figures),
    }
