"""Reading packets of strangers: nothing in one is believed before it was checked.

A packet is read in memory and never unpacked. Whatever is wrong with it raises `PacketError`.
"""

from __future__ import annotations

import os
import re
import unicodedata
from base64 import b64decode
from dataclasses import dataclass
from itertools import count
from typing import TYPE_CHECKING, Any

from cellsecretary.core.coherence import loose_end
from cellsecretary.core.lengths import long_text_in
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
    REPLY,
    SIGNATURE,
    Content,
    Manifest,
    Sender,
    SubjectKind,
    rules_hash,
)
from cellsecretary.exchange.packet_zip import (
    FIRST_NAME,
    LARGEST,
    Flaw,
    PacketError,
    begins_with,
    unzipped,
)
from cellsecretary.exchange.seal import NotForUs, is_sealed
from cellsecretary.exchange.strict_json import strict_json

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from cellsecretary.core.ruleset import RuleSource
    from cellsecretary.exchange.office_keys import OfficeKeys
    from cellsecretary.exchange.packet_zip import Packed

LARGEST_RECORD = 6 << 20
"""Bytes of `record.json`: the year of a cell of fifty members has a fifth of it."""

MOST_MEETINGS = 128
"""Meetings of a packet; each may leave a hundred times its length to the rules of the program."""

_NAME = re.compile(rf"{MANIFEST}|{RECORD}|{SIGNATURE}|{PAPERS}[A-Za-z0-9]{{1,80}}\.pdf")
# Letters that hide or turn around others, marks that stand alone, figures that are no digits:
# nobody has them in a name by honest typing.
_DECEITFUL = {"Cc", "Cf", "Co", "Cs", "Cn", "Mn", "Me", "Mc", "Nl", "No"}


@dataclass(frozen=True)
class Opened:
    """A packet that is whole and agrees with itself; `signer` is the key of a signed one."""

    manifest: Manifest
    meetings: tuple[MeetingRecord, ...]
    signer: bytes | None
    packed: dict[str, Packed]

    @property
    def is_practice(self) -> bool:
        """Whether a practice cell made it."""
        return any(record.rules.paper.practice for record in self.meetings)

    @property
    def papers(self) -> dict[str, bytes]:
        """The papers by their names in the packet, unpacked each time."""
        return {name: file.content() for name, file in self.packed.items()}


def read_packet(
    path: Path, rules: RuleSource, keys: OfficeKeys | None = None, *, practice: bool = False
) -> Opened:
    """Read a packet from a file; a sealed one with the keys of its receiver alone.

    What a practice cell made is refused, unless it is read where `practice` goes on.
    """
    data = unsealed_packet(packet_bytes(path), keys)
    if begins_with(data, REPLY):
        raise PacketError(Flaw.NO_PACKET)
    opened = open_packet(data, rules)
    if opened.is_practice and not practice:
        raise PacketError(Flaw.PRACTICE)
    return opened


def unsealed_packet(data: bytes, keys: OfficeKeys | None = None) -> bytes:
    """Give the packet inside a sealed one, any other as it is; what is inside is not checked."""
    if not is_sealed(data):
        return data
    if keys is None:
        raise PacketError(Flaw.SEALED)
    try:
        return keys.open(data)
    except NotForUs as wrong:
        raise PacketError(Flaw.OTHER_KEY) from wrong


def looks_like_packet(path: Path) -> bool:
    """Tell whether a file begins as a packet does, sealed or open; what is in it is not checked."""
    try:
        with path.open("rb") as file:
            begin = file.read(FIRST_NAME + len(MANIFEST))
    except OSError:
        return False
    return is_sealed(begin) or begins_with(begin, MANIFEST)


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
    told = files.pop(MANIFEST).content()
    signer = signer_of(files.pop(SIGNATURE).content(), told) if SIGNATURE in files else None
    manifest = _manifest(told)
    _insist_on_files(manifest, files)
    meetings, used = _meetings(_record(files.pop(RECORD).content()), rules)
    _insist_on_truth(manifest, meetings, used)
    return Opened(manifest, meetings, signer, files)


def name_beside(folder: Path, name: str, content: bytes) -> str:
    """Give the name for a packet in a folder: never that of a packet about something else.

    A second meeting of a month, or a cell that is called the same, gets a number. What a sealed one
    is about nobody can see, so none ever takes the place of another, or of any packet.
    """
    about, is_closed = _about(content), is_sealed(content)
    if about is None and not is_closed:
        return name

    def may_bear(name: str) -> bool:
        path = folder / name
        if not os.path.exists(path):  # of a name that no disk bears `Path` would raise an error
            return True
        there = _bytes_or_none(path)
        return not (is_closed or is_sealed(there)) and _about(there) in (None, about)

    return next(filter(may_bear, numbered(name)))


def numbered(name: str) -> Iterator[str]:
    """Give the names that a file may bear where its own is taken: `a.zip`, `a_2.zip`, `a_3.zip`."""
    yield name
    stem, _, suffix = name.rpartition(".")
    yield from (f"{stem}_{number}.{suffix}" for number in count(2))


def _about(data: bytes) -> tuple[str, ...] | None:
    """Give cell and subject of an open packet, None for any other file."""
    try:
        manifest = _manifest(unzipped(data, _NAME)[MANIFEST].content())
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
    plain = strict_json(data, MANIFEST)
    known = plain.get("format") if isinstance(plain, dict) else None
    inside = plain.get("record_format") if isinstance(plain, dict) else None
    for number, newest in ((known, FORMAT), (inside, RECORD_FORMAT)):
        if isinstance(number, int) and number > newest:
            raise PacketError(Flaw.TOO_NEW)
    try:
        manifest = from_plain(Manifest, plain)
    except PlainError as wrong:
        raise PacketError(Flaw.DAMAGED, f"{MANIFEST}: {wrong.path}") from wrong
    if manifest.format < 1 or manifest.record_format < 1:
        raise PacketError(Flaw.DAMAGED, f"{MANIFEST}: format")
    insist_on_names(MANIFEST, manifest.sender.name, manifest.sender.superior)
    insist_on_lengths(manifest.sender, MANIFEST)
    return manifest


def insist_on_lengths(record: object, place: str) -> None:
    """Insist that no text is longer than one that is typed: the packet is of another program."""
    found = long_text_in(record)
    if found:
        raise PacketError(Flaw.LONG_TEXT, f"{place}: {found}")


def insist_on_names(place: str, *names: str) -> None:
    """Insist that names look like what they are: a Cyrillic С is no C, though nobody sees it."""
    if not all(_is_honest(letter) for name in names for letter in name):
        raise PacketError(Flaw.DECEITFUL, place)


def _is_honest(letter: str) -> bool:
    if letter.isascii():
        return letter.isprintable()
    kind = unicodedata.category(letter)
    if kind[0] == "L":
        return unicodedata.name(letter, "").startswith("LATIN ")
    return kind != "Nd" and kind not in _DECEITFUL


def signer_of(data: bytes, signed: bytes) -> bytes:
    """Give the key of `signature.json`; a signature of anything else than `signed` raises."""
    plain = strict_json(data, SIGNATURE)
    try:
        key, signature = (b64decode(plain[part], validate=True) for part in ("key", "signature"))
    except (TypeError, KeyError, ValueError) as wrong:
        raise PacketError(Flaw.DAMAGED, SIGNATURE) from wrong
    if not Signature(key, signature).is_of(signed):
        raise PacketError(Flaw.ALTERED, SIGNATURE)
    return key


def _insist_on_files(manifest: Manifest, files: dict[str, Packed]) -> None:
    """Insist that the packet holds what its manifest says, byte by byte, and nothing else."""
    listed = {entry.name: entry for entry in manifest.files}
    if len(listed) != len(manifest.files) or listed.keys() != files.keys():
        raise PacketError(Flaw.ALTERED, MANIFEST)
    for name, entry in listed.items():
        if entry.size != files[name].size or entry.sha256 != files[name].sha256():
            raise PacketError(Flaw.ALTERED, name)
    if manifest.content != listed[RECORD].sha256:
        raise PacketError(Flaw.ALTERED, MANIFEST)


def _record(data: bytes) -> Any:  # noqa: ANN401 - JSON has no narrower type
    plain = strict_json(data, RECORD, LARGEST_RECORD)
    found = plain.get("meetings") if isinstance(plain, dict) else None
    if not isinstance(found, list) or not all(_has_rules(one) for one in found):
        raise PacketError(Flaw.DAMAGED, f"{RECORD}: meetings")
    if len(found) > MOST_MEETINGS:
        raise PacketError(Flaw.TOO_LARGE, RECORD)
    return plain


def _has_rules(meeting: object) -> bool:
    return isinstance(meeting, dict) and isinstance(meeting.get("rules"), dict)


def _meetings(plain: Any, rules: RuleSource) -> tuple[tuple[MeetingRecord, ...], str]:  # noqa: ANN401
    """Give the meetings, and the hash of the rules of the last one as they stand in the packet."""
    place = "meetings"
    try:
        used = rules_hash(plain["meetings"][-1]["rules"]) if plain["meetings"] else NO_RULES
        for at, meeting in enumerate(plain["meetings"]):
            place = f"meetings[{at}]"
            day = from_plain(Meeting, meeting["meeting"], f"{place}.meeting").date
            plain["meetings"][at] = lifted(meeting, rules.on(day))
        return from_plain(Content, plain).meetings, used
    except PlainError as wrong:
        raise PacketError(Flaw.DAMAGED, f"{RECORD}: {wrong.path}") from wrong
    except (TypeError, KeyError, AttributeError, ValueError) as wrong:
        raise PacketError(Flaw.DAMAGED, f"{RECORD}: {place}") from wrong


def _insist_on_truth(manifest: Manifest, meetings: tuple[MeetingRecord, ...], rules: str) -> None:
    """Insist that the manifest says of the record what the record says of itself."""
    subject, sender = manifest.subject, manifest.sender
    for record in meetings:
        insist_on_names(RECORD, record.cell.name, record.cell.superior)
        insist_on_lengths(record, RECORD)
        if record.cell.id != sender.id:
            raise PacketError(Flaw.ALTERED, "cell")
    if any(record.is_draft for record in meetings) is not manifest.draft:
        raise PacketError(Flaw.ALTERED, "draft")
    if manifest.rules != rules:
        raise PacketError(Flaw.ALTERED, "rules")
    for place, record in enumerate(meetings):
        loose = loose_end(record)
        if loose:
            raise PacketError(Flaw.DAMAGED, f"{RECORD}: meetings[{place}].{loose}")
    if subject.kind is SubjectKind.MEETING:
        told = (sender, subject.code, subject.meeting, subject.revision)
        agrees = [told] == [_told_of(record) for record in meetings]
    else:
        agrees = _are_of_period(meetings, subject.code)
    if not agrees:
        raise PacketError(Flaw.ALTERED, "subject")


def _told_of(record: MeetingRecord) -> tuple[Sender, str, str, int]:
    """Give what the manifest of a packet of this meeting alone has to say."""
    cell, meeting = record.cell, record.meeting
    sender = Sender(cell.id, cell.name, cell.superior)
    return sender, meeting.date.isoformat(), meeting.id, record.revision


def _are_of_period(meetings: tuple[MeetingRecord, ...], code: str) -> bool:
    """Tell whether meetings lie in a period, in the order of time, and none is told twice.

    Their cell may have had another name than at the end of the period.
    """
    period = read_period(code)
    days = [record.meeting.date for record in meetings]
    return (
        period is not None
        and period.code == code
        and all(period.first <= day <= period.last for day in days)
        and days == sorted(days)
        and len({record.meeting.id for record in meetings}) == len(meetings)
    )
