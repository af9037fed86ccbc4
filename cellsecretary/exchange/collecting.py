"""Collecting the packets of many cells onto a board, from sticks in any order.

What a stick holds is read and judged, never run and never unpacked onto a disk.
"""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Callable
from dataclasses import dataclass, fields, replace
from enum import StrEnum
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from cellsecretary.core.board.keeping import kept_record
from cellsecretary.core.board.versions import Arrived, judged
from cellsecretary.core.board_rows import AcceptanceKind
from cellsecretary.core.change import Changes
from cellsecretary.core.operations.board import answer_sender
from cellsecretary.core.plain import canonical_json
from cellsecretary.core.redact import redact
from cellsecretary.exchange.merging import BOARD_SUFFIX, merge
from cellsecretary.exchange.packet_reader import looks_like_packet, read_packet
from cellsecretary.exchange.packet_zip import LARGEST, Flaw, PacketError
from cellsecretary.exchange.reply import looks_like_reply
from cellsecretary.exchange.stick_copy import FOLDER as COPIES
from cellsecretary.store import BookError, Fault
from cellsecretary.store.board import ArrivalLine, Board

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator, Sequence

    from cellsecretary.core.board.keeping import KeptRecord
    from cellsecretary.core.change import Context
    from cellsecretary.core.kinds import MeetingKind
    from cellsecretary.core.record import MeetingRecord
    from cellsecretary.core.ruleset import RuleSource
    from cellsecretary.exchange.office_keys import OfficeKeys
    from cellsecretary.exchange.packet_reader import Opened

PACKET_SUFFIX = ".zip"
AT_ONCE = 50
"""Files of one transaction: waiting for the disk takes longer than reading one."""

MOST_FILES = 100_000
"""Files of a folder that are looked at; a stick with more is somebody's whole disk."""


class Refused(StrEnum):
    """Why a file was set aside: each flaw of a packet, or who sent it."""

    NO_PACKET = "no_packet"
    CUT_OFF = "cut_off"
    TOO_LARGE = "too_large"
    DAMAGED = "damaged"
    ALTERED = "altered"
    DECEITFUL = "deceitful"
    TOO_NEW = "too_new"
    SEALED = "sealed"
    OTHER_KEY = "other_key"
    NO_MEETING = "no_meeting"
    LONG_TEXT = "long_text"
    PRACTICE = "practice"
    UNREADABLE = "unreadable"
    BOARD = "board"
    UNSIGNED = "unsigned"
    UNKNOWN_CELL = "unknown_cell"
    UNKNOWN_NAME = "unknown_name"
    UNKNOWN_KEY = "unknown_key"
    TURNED_AWAY = "turned_away"

    @property
    def is_question(self) -> bool:
        """Whether the clerk has to say who the sender is."""
        return self in (Refused.UNKNOWN_CELL, Refused.UNKNOWN_NAME, Refused.UNKNOWN_KEY)


@dataclass(frozen=True, slots=True)
class Sender:
    """Who sent a packet: the cell by id, as it calls itself, its superior, and its public key."""

    cell: str
    name: str
    superior: str
    key: str

    @property
    def values(self) -> tuple[tuple[AcceptanceKind, str], ...]:
        """What the clerk is asked about."""
        return (
            (AcceptanceKind.CELL, self.superior),
            (AcceptanceKind.NAME, self.name),
            (AcceptanceKind.KEY, self.key),
        )


@dataclass(frozen=True, slots=True)
class Subject:
    """One meeting in a packet, and what it was to the board."""

    date: dt.date
    kind: MeetingKind
    arrived: Arrived


@dataclass(frozen=True, slots=True)
class Report:
    """One file that was found and what became of it; `reason` where it was refused."""

    path: Path
    arrived: Arrived
    sender: Sender | None = None
    subjects: tuple[Subject, ...] = ()
    reason: Refused | None = None


@dataclass(frozen=True, slots=True)
class Counts:
    """The report of a stick in numbers; `found` is the sum of the others."""

    found: int
    new: int
    changed: int
    known: int
    conflict: int
    refused: int


def counts(reports: Iterable[Report | Subject | ArrivalLine]) -> Counts:
    """Count what became of files or of the meetings in one, of now or as it is read again."""
    arrived = [report.arrived for report in reports]
    return Counts(len(arrived), *(arrived.count(kind) for kind in Arrived))


class SearchTrouble(StrEnum):
    """Why not all packets of a place may have been found."""

    UNREADABLE = "search_unreadable"
    TOO_MANY = "search_too_many"


Tell = Callable[[SearchTrouble, Path], None]
"""Is told what kept a search from being whole, and in which folder or file."""


def packets_in(places: Iterable[Path], tell: Tell = lambda _trouble, _path: None) -> Iterator[Path]:
    """Give the files of folders that are or claim to be packets, in the order of their paths.

    Links are not followed: they may lead anywhere. A place may be a file itself. What an office
    wrote back onto a stick is no packet, nor is a copy of a board that it keeps there.
    """
    for place in places:
        if is_file(place):
            yield place
            continue
        files = _files(place, tell)
        found = sorted(islice(files, MOST_FILES))
        if next(files, None) is not None:
            tell(SearchTrouble.TOO_MANY, place)
        for path in found:
            is_copy = path.parent.name == COPIES and path.suffix.lower() == BOARD_SUFFIX
            if is_copy and path.parent != place:
                continue
            is_named = path.suffix.lower() in (PACKET_SUFFIX, BOARD_SUFFIX)
            if looks_like_packet(path) or (is_named and not looks_like_reply(path)):
                yield path


def _files(folder: Path, tell: Tell) -> Iterator[Path]:
    def note(wrong: OSError) -> None:
        at = folder if wrong.filename is None else folder.__class__(wrong.filename)
        # Systems keep folders of their own on sticks, which nobody may look into.
        if at == folder or not isinstance(wrong, PermissionError):
            tell(SearchTrouble.UNREADABLE, at)

    for above, folders, names in os.walk(folder, onerror=note):
        folders.sort()
        for name in sorted(names):
            path = folder.__class__(above, name)
            try:
                is_plain = stat.S_ISREG(path.lstat().st_mode)
            except OSError:
                # It was listed a moment ago: the stick was pulled out, or is broken.
                tell(SearchTrouble.UNREADABLE, path)
                continue
            if is_plain:
                yield path


def is_file(path: Path) -> bool:
    """Tell whether a path is a file; of a stick that is pulled out or broken nothing is one."""
    try:
        return path.is_file()
    except OSError:
        return False


class Collecting:
    """Takes packets onto a board one after the other.

    With `accept_new` unknown cells, names and keys are accepted without a question. `keys` open
    what was sealed for the office.
    """

    def __init__(
        self,
        board: Board,
        rules: RuleSource,
        ctx: Callable[[], Context],
        *,
        accept_new: bool = False,
        keys: OfficeKeys | None = None,
    ) -> None:
        self._board = board
        self._rules = rules
        self._ctx = ctx
        self._accept_new = accept_new
        self._keys = keys
        self._said: dict[str, bytes] = {}

    def take(self, path: Path) -> Report:
        """Judge one file and keep what it says, on the disk at the end of the transaction."""
        if path.suffix.lower() == BOARD_SUFFIX:
            return self.merge(path) if self._accept_new else _refused(path, Refused.BOARD)
        if not looks_like_packet(path):
            return _refused(path, _why_no_packet(path))
        try:
            opened = read_packet(path, self._rules, self._keys)
            return self._take(path, opened)
        except PacketError as error:
            return _refused(path, Refused(error.flaw))

    def merge(self, path: Path) -> Report:
        """Take over another board; whoever calls this has the clerk's word that it is to be."""
        try:
            found = merge(self._board, path, self._rules, self._ctx())
        except PacketError as error:
            return _refused(path, Refused(error.flaw))
        except BookError as error:
            if error.path == self._board.path:
                raise
            return _refused(path, _OF_A_FILE.get(error.fault, Refused.DAMAGED))
        subjects = tuple(Subject(meeting.date, meeting.kind, what) for meeting, what in found)
        return Report(path, _whole([what for _, what in found]), subjects=subjects)

    def take_all(self, paths: Iterable[Path]) -> Iterator[Report]:
        """Judge files one after the other; a report is given once what it says is on the disk."""
        remaining = iter(paths)
        while some := list(islice(remaining, AT_ONCE)):
            with self._board.together():
                reports = [self.take(path) for path in some]
            yield from reports

    def accept(self, senders: Iterable[Sender], *, accepted: bool) -> None:
        """Note what the clerk says of senders; each is asked about once."""
        for sender in senders:
            ctx = self._ctx()
            said = self._board.said_of(sender.cell, sender.values)
            found = answer_sender(said, ctx, sender.cell, sender.values, accepted)
            assert isinstance(found, Changes)
            self._board.apply(found, ctx.now)

    def _take(self, path: Path, opened: Opened) -> Report:
        told = opened.manifest.sender
        key = opened.signer.hex() if opened.signer else ""
        sender = Sender(told.id, told.name, told.superior, key)
        # In a period each meeting tells the name of its day: none of them is its own unasked.
        named = (replace(sender, name=one.cell.name) for one in opened.meetings)
        new: list[Sender] = []
        for one in dict.fromkeys((sender, *named)):
            reason = self._reason(one, opened)
            if reason is not None and reason.is_question and self._accept_new:
                new.append(one)
            elif reason is not None:
                return Report(path, Arrived.REFUSED, one, _not_taken(opened.meetings), reason)
        ctx = self._ctx()
        kept = self._kept(opened.meetings, ctx.now.date(), key)
        # Only now: of a packet that is refused nobody is accepted.
        self.accept(new, accepted=True)
        arrived = self._board.take(kept, ctx.now)
        subjects = tuple(
            Subject(one.meeting.date, one.meeting.kind, what)
            for one, what in zip(opened.meetings, arrived, strict=True)
        )
        return Report(path, _whole(arrived), sender, subjects)

    def _reason(self, sender: Sender, opened: Opened) -> Refused | None:
        """Tell what stands in the way of a packet that is whole."""
        if not sender.key:
            return Refused.UNSIGNED
        if not opened.meetings:
            return Refused.NO_MEETING
        asked = (
            (AcceptanceKind.CELL, sender.superior, Refused.UNKNOWN_CELL),
            (AcceptanceKind.KEY, sender.key, Refused.UNKNOWN_KEY),
            (AcceptanceKind.NAME, sender.name, Refused.UNKNOWN_NAME),
        )
        register = self._board.said_of(sender.cell, sender.values)
        for kind, value, unknown in asked:
            said = register.says(sender.cell, kind, value)
            if said is not True:
                return unknown if said is None else Refused.TURNED_AWAY
        return None

    def _kept(self, meetings: Sequence[MeetingRecord], day: dt.date, key: str) -> list[KeptRecord]:
        try:
            return [self._as_known(kept_record(one, day, key), one) for one in meetings]
        except (ArithmeticError, LookupError, ValueError) as wrong:
            # Figures of a record that no meeting can have: it was made, not written.
            raise PacketError(Flaw.DAMAGED, "meetings") from wrong

    def _as_known(self, kept: KeptRecord, record: MeetingRecord) -> KeptRecord:
        """Give a record the key of the version that says the same and was kept by another program.

        A later program writes more fields, so the hash of the same meeting differs.
        """
        key = kept.version.key
        held = self._board.held(key.cell, key.meeting)
        if judged(held, key) is not Arrived.CONFLICT:
            return kept
        said = _said(redact(record))
        for other in held:
            if (other.revision, other.is_draft) == (key.revision, key.is_draft):
                if other.content not in self._said:
                    # Read once each: a meeting may have come in a hundred contents.
                    self._said[other.content] = _said(self._board.record(other))
                if self._said[other.content] == said:
                    return replace(kept, version=replace(kept.version, key=other))
        return kept


def _said(record: MeetingRecord) -> bytes:
    """Give the hash of what a record says, whatever rules it came with."""
    said = {one.name: getattr(record, one.name) for one in fields(record) if one.name != "rules"}
    return hashlib.sha256(canonical_json(said).encode()).digest()


_OF_A_FILE = {Fault.TOO_NEW: Refused.TOO_NEW, Fault.NOT_A_BOARD: Refused.NO_PACKET}


def shown_name(path: Path) -> str:
    """Give the name of a file as text; sticks bear names that are none."""
    return _as_text(path.name)


def _as_text(name: str) -> str:
    return name.encode("utf-8", "replace").decode()


def lines_of(reports: Iterable[Report], at: dt.datetime, place: str) -> tuple[ArrivalLine, ...]:
    """Give the lines of the report that the board keeps."""
    return tuple(
        ArrivalLine(
            at,
            _as_text(place),
            shown_name(report.path),
            report.arrived,
            str(report.reason or ""),
            report.sender.name if report.sender else "",
            tuple(subject.date for subject in report.subjects),
        )
        for report in reports
    )


def _why_no_packet(path: Path) -> Refused:
    """Tell what is the matter with a file that does not begin as a packet does.

    A stick may be pulled out at any time. What is far too large is told to be that, for whoever
    packed it so takes it for a packet.
    """
    try:
        with path.open("rb"):
            return Refused.TOO_LARGE if path.stat().st_size > LARGEST else Refused.NO_PACKET
    except OSError:
        return Refused.UNREADABLE


def _refused(path: Path, reason: Refused) -> Report:
    return Report(path, Arrived.REFUSED, reason=reason)


def _not_taken(meetings: Sequence[MeetingRecord]) -> tuple[Subject, ...]:
    return tuple(Subject(one.meeting.date, one.meeting.kind, Arrived.REFUSED) for one in meetings)


def _whole(arrived: Sequence[Arrived]) -> Arrived:
    """Tell what a packet with several meetings was: what asks most of the clerk."""
    by_weight = (Arrived.CONFLICT, Arrived.CHANGED, Arrived.NEW, Arrived.KNOWN)
    return next((kind for kind in by_weight if kind in arrived), Arrived.KNOWN)
