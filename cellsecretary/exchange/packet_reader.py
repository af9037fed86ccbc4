"""Reading packets of strangers: nothing in one is believed before it was checked.

A packet is read in memory and never unpacked. Whatever is wrong with it raises `PacketError`.
"""

from __future__ import annotations

import hashlib
import io
import json
import re
import struct
import unicodedata
import zipfile
import zlib
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from cellsecretary.core.lifting import lifted
from cellsecretary.core.period import read_period
from cellsecretary.core.plain import PlainError, from_plain
from cellsecretary.core.record import RECORD_FORMAT, MeetingRecord
from cellsecretary.core.rows import Meeting
from cellsecretary.exchange.packet import (
    FORMAT,
    MANIFEST,
    NO_RULES,
    PAPERS,
    RECORD,
    Content,
    Manifest,
    SubjectKind,
    rules_hash,
)

if TYPE_CHECKING:
    from pathlib import Path

    from cellsecretary.core.ruleset import RuleSource

LARGEST = 48 << 20
"""Bytes of a packet, and of all that it holds: years of a large cell need a tenth of it."""

MOST_ENTRIES = 64
_MOST_DIRECTORY = MOST_ENTRIES * 400
_DEEPEST = 64
_LONGEST_NUMBER = 20
_NAME = re.compile(rf"{MANIFEST}|{RECORD}|{PAPERS}[A-Za-z0-9]{{1,80}}\.pdf")
_END = struct.Struct("<4s4H2LH")
_LOCAL = struct.Struct("<4s5H3L2H")
_ENCRYPTED = 0x1
_LINK = 0o120000
# Letters that hide or turn around others: nobody has them in a name by honest typing.
_DECEITFUL = {"Cc", "Cf", "Co", "Cs", "Cn"}


class Flaw(StrEnum):
    """What is wrong with a packet."""

    NO_PACKET = "no_packet"
    CUT_OFF = "cut_off"
    TOO_LARGE = "too_large"
    DAMAGED = "damaged"
    ALTERED = "altered"
    DECEITFUL = "deceitful"
    TOO_NEW = "too_new"


class PacketError(Exception):
    """A packet is refused; `place` says where in it."""

    def __init__(self, flaw: Flaw, place: str = "") -> None:
        super().__init__(f"{flaw.value}: {place}")
        self.flaw = flaw
        self.place = place


@dataclass(frozen=True)
class Opened:
    """A packet that is whole and agrees with itself."""

    manifest: Manifest
    meetings: tuple[MeetingRecord, ...]
    papers: dict[str, bytes]


def read_packet(path: Path, rules: RuleSource) -> Opened:
    """Read a packet from a file."""
    try:
        if path.stat().st_size > LARGEST:
            raise PacketError(Flaw.TOO_LARGE)
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except OSError as wrong:
        raise PacketError(Flaw.NO_PACKET) from wrong
    return open_packet(data, rules)


def open_packet(data: bytes, rules: RuleSource) -> Opened:
    """Read a packet from its bytes; `rules` complete records of older programs."""
    files = _unzipped(data)
    if MANIFEST not in files or RECORD not in files:
        raise PacketError(Flaw.NO_PACKET)
    manifest = _manifest(files.pop(MANIFEST))
    _insist_on_files(manifest, files)
    plain = _record(files.pop(RECORD))
    used = rules_hash(plain["meetings"][-1].get("rules")) if plain["meetings"] else NO_RULES
    meetings = _meetings(plain, rules)
    _insist_on_truth(manifest, meetings, used)
    return Opened(manifest, meetings, files)


def _manifest(data: bytes) -> Manifest:
    plain = _json(data, MANIFEST)
    known = plain.get("format") if isinstance(plain, dict) else None
    inside = plain.get("record_format") if isinstance(plain, dict) else None
    for number, newest in ((known, FORMAT), (inside, RECORD_FORMAT)):
        if isinstance(number, int) and number > newest:
            raise PacketError(Flaw.TOO_NEW)
    try:
        manifest = from_plain(Manifest, plain)
    except PlainError as wrong:
        raise PacketError(Flaw.DAMAGED, f"{MANIFEST}: {wrong.path}") from wrong
    for text in (manifest.sender.name, manifest.sender.superior, manifest.subject.code):
        if any(unicodedata.category(letter) in _DECEITFUL for letter in text):
            raise PacketError(Flaw.DECEITFUL, MANIFEST)
    return manifest


def _insist_on_files(manifest: Manifest, files: dict[str, bytes]) -> None:
    """Insist that the packet holds what its manifest says, byte by byte, and nothing else."""
    listed = {entry.name: entry for entry in manifest.files}
    if len(listed) != len(manifest.files) or listed.keys() != files.keys():
        raise PacketError(Flaw.ALTERED, MANIFEST)
    for name, entry in listed.items():
        found = hashlib.sha256(files[name]).hexdigest()
        if entry.size != len(files[name]) or entry.sha256 != found:
            raise PacketError(Flaw.ALTERED, name)
    if manifest.content != listed[RECORD].sha256:
        raise PacketError(Flaw.ALTERED, MANIFEST)


def _record(data: bytes) -> Any:  # noqa: ANN401 - JSON has no narrower type
    plain = _json(data, RECORD)
    found = plain.get("meetings") if isinstance(plain, dict) else None
    if not isinstance(found, list) or not all(isinstance(one, dict) for one in found):
        raise PacketError(Flaw.DAMAGED, f"{RECORD}: meetings")
    return plain


def _meetings(plain: Any, rules: RuleSource) -> tuple[MeetingRecord, ...]:  # noqa: ANN401
    place = "meetings"
    try:
        for at, meeting in enumerate(plain["meetings"]):
            place = f"meetings[{at}]"
            day = from_plain(Meeting, meeting["meeting"], f"{place}.meeting").date
            plain["meetings"][at] = lifted(meeting, rules.on(day))
        return from_plain(Content, plain).meetings
    except PlainError as wrong:
        raise PacketError(Flaw.DAMAGED, f"{RECORD}: {wrong.path}") from wrong
    except (TypeError, KeyError, AttributeError, ValueError) as wrong:
        raise PacketError(Flaw.DAMAGED, f"{RECORD}: {place}") from wrong


def _insist_on_truth(manifest: Manifest, meetings: tuple[MeetingRecord, ...], rules: str) -> None:
    """Insist that the manifest says of the record what the record says of itself."""
    subject = manifest.subject
    if any(record.cell.id != manifest.sender.id for record in meetings):
        raise PacketError(Flaw.ALTERED, "cell")
    if any(record.is_draft for record in meetings) is not manifest.draft:
        raise PacketError(Flaw.ALTERED, "draft")
    if manifest.rules != rules:
        raise PacketError(Flaw.ALTERED, "rules")
    told = [
        (record.meeting.date.isoformat(), record.meeting.id, record.revision) for record in meetings
    ]
    if subject.kind is SubjectKind.MEETING:
        agrees = told == [(subject.code, subject.meeting, subject.revision)]
    else:
        period = read_period(subject.code)
        days = [record.meeting.date for record in meetings]
        agrees = period is not None and all(period.first <= day <= period.last for day in days)
    if not agrees:
        raise PacketError(Flaw.ALTERED, "subject")


# The zip


def _unzipped(data: bytes) -> dict[str, bytes]:
    """Give the files of a zip, after its directory was found to be small, flat and honest."""
    _insist_on_directory(data)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = archive.infolist()
            _insist_on_entries(entries, data)
            return {entry.filename: _content(archive, entry) for entry in entries}
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError) as wrong:
        raise PacketError(Flaw.DAMAGED) from wrong
    except (struct.error, UnicodeError, ValueError, OverflowError, RuntimeError) as wrong:
        raise PacketError(Flaw.DAMAGED) from wrong


def _insist_on_directory(data: bytes) -> None:
    """Look at the end of the zip by hand: Python's own reader builds a million entries first."""
    if len(data) > LARGEST:
        raise PacketError(Flaw.TOO_LARGE)
    if not data.startswith(b"PK\x03\x04"):
        raise PacketError(Flaw.NO_PACKET)
    if len(data) < _END.size:
        raise PacketError(Flaw.CUT_OFF)
    mark, disk, first, here, count, size, start, comment = _END.unpack(data[-_END.size :])
    if mark != b"PK\x05\x06":
        raise PacketError(Flaw.CUT_OFF)
    if disk or first or comment or here != count or start + size + _END.size != len(data):
        raise PacketError(Flaw.DAMAGED)
    if count > MOST_ENTRIES or size > _MOST_DIRECTORY:
        raise PacketError(Flaw.TOO_LARGE)


def _insist_on_entries(entries: list[zipfile.ZipInfo], data: bytes) -> None:
    names = [entry.filename for entry in entries]
    # An entry's own name is looked at too: Python cuts what it does not like.
    if len(set(names)) != len(names) or names != [entry.orig_filename for entry in entries]:
        raise PacketError(Flaw.DAMAGED)
    at = 0
    for entry in entries:
        if not _NAME.fullmatch(entry.filename) or entry.external_attr >> 16 & 0o170000 == _LINK:
            raise PacketError(Flaw.DECEITFUL, "zip")
        if entry.flag_bits & _ENCRYPTED or entry.compress_type not in (
            zipfile.ZIP_STORED,
            zipfile.ZIP_DEFLATED,
        ):
            raise PacketError(Flaw.DAMAGED, entry.filename)
        # The files lie one behind the other: nothing is hidden between them or told twice.
        if entry.header_offset != at or entry.extra or entry.comment:
            raise PacketError(Flaw.DECEITFUL, entry.filename)
        local = _LOCAL.unpack(data[at : at + _LOCAL.size])
        at += _LOCAL.size + local[-2] + local[-1] + entry.compress_size
    if sum(entry.file_size for entry in entries) > LARGEST:
        raise PacketError(Flaw.TOO_LARGE)
    start = _END.unpack(data[-_END.size :])[-2]
    if at != start:
        raise PacketError(Flaw.DECEITFUL, "zip")


def _content(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes:
    with archive.open(entry) as file:
        content = file.read(entry.file_size + 1)
    if len(content) != entry.file_size:
        raise PacketError(Flaw.DAMAGED, entry.filename)
    return content


# The JSON


def _json(data: bytes, name: str) -> Any:  # noqa: ANN401 - JSON has no narrower type
    try:
        text = data.decode("utf-8")
        _insist_on_depth(text, name)
        return json.loads(
            text,
            parse_constant=_refuse,
            parse_int=_whole,
            parse_float=_fraction,
            object_pairs_hook=_object,
        )
    except (ValueError, RecursionError) as wrong:
        raise PacketError(Flaw.DAMAGED, name) from wrong


def _insist_on_depth(text: str, name: str) -> None:
    depth = 0
    for found in _TOKEN.finditer(text):
        token = found[0]
        if token in "[{":
            depth += 1
            if depth > _DEEPEST:
                raise PacketError(Flaw.DAMAGED, name)
        elif token in "]}":
            depth -= 1


_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"|[\[\]{}]', re.DOTALL)


def _refuse(word: str) -> None:
    raise ValueError(word)


def _whole(text: str) -> int:
    if len(text) > _LONGEST_NUMBER:
        raise ValueError(text[:_LONGEST_NUMBER])
    return int(text)


def _fraction(text: str) -> float:
    if len(text) > _LONGEST_NUMBER:
        raise ValueError(text[:_LONGEST_NUMBER])
    number = float(text)
    if number in (float("inf"), float("-inf")):
        raise ValueError(text)
    return number


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    built = dict(pairs)
    if len(built) != len(pairs):
        raise ValueError("a key stands twice")
    return built
