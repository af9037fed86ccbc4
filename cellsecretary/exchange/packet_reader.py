"""Reading packets of strangers: nothing in one is believed before it was checked.

A packet is read in memory and never unpacked. Whatever is wrong with it raises `PacketError`.
"""

from __future__ import annotations

import hashlib
import json
import re
import unicodedata
from base64 import b64decode
from dataclasses import dataclass
from itertools import count
from typing import TYPE_CHECKING, Any

from cellsecretary.core.coherence import loose_end
from cellsecretary.core.lifting import lifted
from cellsecretary.core.period import read_period
from cellsecretary.core.plain import PlainError, from_plain
from cellsecretary.core.record import RECORD_FORMAT, MeetingRecord
from cellsecretary.core.rows import Meeting
from cellsecretary.exchange.keys import Signature
from cellsecretary.exchange.packet import (
    FORMAT,
    MANIFEST,
    NO_RULES,
    PAPERS,
    RECORD,
    SIGNATURE,
    Content,
    Manifest,
    SubjectKind,
    rules_hash,
)
from cellsecretary.exchange.packet_zip import FIRST_NAME, LARGEST, Flaw, PacketError, unzipped
from cellsecretary.exchange.seal import is_sealed

if TYPE_CHECKING:
    from pathlib import Path

    from cellsecretary.core.ruleset import RuleSource

_DEEPEST = 64
_LONGEST_NUMBER = 20
_NAME = re.compile(rf"{MANIFEST}|{RECORD}|{SIGNATURE}|{PAPERS}[A-Za-z0-9]{{1,80}}\.pdf")
# Letters that hide or turn around others: nobody has them in a name by honest typing.
_DECEITFUL = {"Cc", "Cf", "Co", "Cs", "Cn"}


@dataclass(frozen=True)
class Opened:
    """A packet that is whole and agrees with itself; `signer` is the key of a signed one."""

    manifest: Manifest
    meetings: tuple[MeetingRecord, ...]
    papers: dict[str, bytes]
    signer: bytes | None


def read_packet(path: Path, rules: RuleSource) -> Opened:
    """Read a packet from a file; a sealed one is for its receiver alone."""
    data = packet_bytes(path)
    if is_sealed(data):
        raise PacketError(Flaw.SEALED)
    return open_packet(data, rules)


def looks_like_packet(path: Path) -> bool:
    """Tell whether a file begins as a packet does, sealed or open; what is in it is not checked."""
    try:
        with path.open("rb") as file:
            begin = file.read(FIRST_NAME + len(MANIFEST))
    except OSError:
        return False
    return is_sealed(begin) or begin[FIRST_NAME:] == MANIFEST.encode()


def packet_bytes(path: Path) -> bytes:
    """Give the bytes of a file that may be a packet, unless there are far too many."""
    try:
        if path.stat().st_size > LARGEST:
            raise PacketError(Flaw.TOO_LARGE)
        with path.open("rb") as file:
            return file.read(LARGEST + 1)
    except OSError as wrong:
        raise PacketError(Flaw.NO_PACKET) from wrong


def open_packet(data: bytes, rules: RuleSource) -> Opened:
    """Read a packet from its bytes; `rules` complete records of older programs."""
    files = unzipped(data, _NAME)
    if MANIFEST not in files or RECORD not in files:
        raise PacketError(Flaw.NO_PACKET)
    signer = _signer(files.pop(SIGNATURE), files[MANIFEST]) if SIGNATURE in files else None
    manifest = _manifest(files.pop(MANIFEST))
    _insist_on_files(manifest, files)
    plain = _record(files.pop(RECORD))
    used = rules_hash(plain["meetings"][-1].get("rules")) if plain["meetings"] else NO_RULES
    meetings = _meetings(plain, rules)
    _insist_on_truth(manifest, meetings, used)
    return Opened(manifest, meetings, files, signer)


def name_beside(folder: Path, name: str, content: bytes) -> str:
    """Give the name for a packet in a folder: never that of a packet about something else.

    A second meeting of a month, or a cell that is called the same, gets a number.
    """
    about = _about(content)
    stem, _, suffix = name.rpartition(".")
    for number in count(2):
        path = folder / name
        if about is None or not path.exists() or _about(_bytes_or_none(path)) in (None, about):
            return name
        name = f"{stem}_{number}.{suffix}"
    raise AssertionError


def _about(data: bytes) -> tuple[str, ...] | None:
    """Give cell and subject of an open packet, None for any other file."""
    try:
        manifest = _manifest(unzipped(data, _NAME)[MANIFEST])
    except (PacketError, KeyError):
        return None
    subject = manifest.subject
    code = "" if subject.kind is SubjectKind.MEETING else subject.code
    return manifest.sender.id, subject.kind.value, code, subject.meeting


def _bytes_or_none(path: Path) -> bytes:
    try:
        return packet_bytes(path)
    except PacketError:
        return b""


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


def _signer(data: bytes, manifest: bytes) -> bytes:
    plain = _json(data, SIGNATURE)
    try:
        key, signature = (b64decode(plain[part], validate=True) for part in ("key", "signature"))
    except (TypeError, KeyError, ValueError) as wrong:
        raise PacketError(Flaw.DAMAGED, SIGNATURE) from wrong
    if not Signature(key, signature).is_of(manifest):
        raise PacketError(Flaw.ALTERED, SIGNATURE)
    return key


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
    for place, record in enumerate(meetings):
        loose = loose_end(record)
        if loose:
            raise PacketError(Flaw.DAMAGED, f"{RECORD}: meetings[{place}].{loose}")
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
