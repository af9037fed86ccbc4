"""A packet: one meeting or one period of a cell as an ordinary zip, the same bytes each time.

docs/packet.md describes it for somebody who writes a reader; `packet_reader` is the wary other end.
"""

from __future__ import annotations

import hashlib
from base64 import b64encode
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from cellsecretary import __version__
from cellsecretary.core.kinds import OF_THE_MONTH, MeetingKind
from cellsecretary.core.period import PeriodRecord
from cellsecretary.core.plain import Lenient, canonical_json, plain_json, to_plain
from cellsecretary.core.record import RECORD_FORMAT, MeetingRecord
from cellsecretary.core.redact import redact, redact_period
from cellsecretary.core.vietnamese import fold
from cellsecretary.exchange.packet_zip import zipped
from cellsecretary.papers import FORMS
from cellsecretary.papers.catalogue import fitting, render

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from cellsecretary.core.rows import Meeting
    from cellsecretary.core.ruleset import RuleSet
    from cellsecretary.exchange.keys import Signature, SigningKey


FORMAT = 1
"""The version of the packet; a program refuses a number that it does not know."""

MANIFEST, RECORD, PAPERS = "manifest.json", "record.json", "papers/"
SIGNATURE = "signature.json"
REPLY = "reply.json"
"""What comes back from the superior begins with this file: it is no packet."""

OF_MEETING: Mapping[str, str] = {
    "minutes": "BienBan",
    "resolution": "NghiQuyet",
    "score": "BangChamDiem",
    "assignment": "PhanCong",
    "ballot-count": "KiemPhieu",
}
"""The papers of a meeting that its superior is given where it has them, and their files."""

OF_PERIOD: Mapping[str, str] = {
    "report": "BaoCao",
    "meeting-file": "HoSo",
    "attendance-year": "TheoDoiDuHop",
}
"""The papers of a period that its superior is given where it is long enough for them."""

LONGEST_CELL = 40
"""Letters of the cell's name in the name of a file: some sticks keep short paths only."""

NO_RULES = ""
"""What a packet without meetings says of its rules."""


class Profile(StrEnum):
    """How much of a record a packet holds: what the superior needs, or all of it."""

    COMMUNE = "commune"
    FULL = "full"


class SubjectKind(StrEnum):
    """What a packet is about."""

    MEETING = "meeting"
    PERIOD = "period"


@dataclass(frozen=True)
class Sender(Lenient):
    """The cell that made a packet."""

    id: str
    name: str
    superior: str


@dataclass(frozen=True)
class Subject(Lenient):
    """The meeting by id and day, or the period by its code (`2026-11`, `2026-Q4`, `2026`)."""

    kind: SubjectKind
    code: str
    meeting: str = ""
    revision: int = 0


@dataclass(frozen=True)
class Entry(Lenient):
    """One file of a packet beside the manifest."""

    name: str
    size: int
    sha256: str


@dataclass(frozen=True)
class Manifest(Lenient):
    """What a packet says of itself; it has no time and no counter.

    `content` is the SHA-256 of the record. `draft` says that a meeting in it is not closed.
    `rules` is the SHA-256 of the rules that the newest meeting in it is under.
    """

    format: int
    record_format: int
    profile: Profile
    sender: Sender
    subject: Subject
    draft: bool
    content: str
    files: tuple[Entry, ...]
    program: str
    rules: str


@dataclass(frozen=True)
class Content:
    """What `record.json` holds: the meetings of the packet in the order of time."""

    meetings: tuple[MeetingRecord, ...]


@dataclass(frozen=True, slots=True)
class Packet:
    """A packet in memory, before it is delivered."""

    name: str
    content: bytes
    manifest: Manifest

    @property
    def papers(self) -> int:
        """How many papers it holds."""
        return sum(entry.name.startswith(PAPERS) for entry in self.manifest.files)


def pack_meeting(
    record: MeetingRecord,
    profile: Profile = Profile.COMMUNE,
    signer: SigningKey | None = None,
) -> Packet:
    """Pack one meeting with its papers.

    Of a meeting that is not closed only papers go that say so on each page.
    """
    if profile is Profile.COMMUNE:
        record = redact(record)
    having = fitting(record)
    forms = [
        form
        for form in OF_MEETING
        if form in having and not (record.is_draft and FORMS[form].final)
    ]
    papers = {OF_MEETING[form]: render(form, record) for form in forms}
    meeting = record.meeting
    subject = Subject(SubjectKind.MEETING, meeting.date.isoformat(), meeting.id, record.revision)
    sender = Sender(record.cell.id, record.cell.name, record.cell.superior)
    cell = file_cell(record.cell.name, record.rules)
    name = _file_name(cell, subject, OF_MEETING["minutes"], _when(meeting))
    return _packed((record,), papers, sender, subject, profile, name, signer)


def loose_papers(record: MeetingRecord) -> tuple[tuple[str, bytes], ...]:
    """Give the papers of a meeting as files of their own, to be printed elsewhere.

    They are the secretary's own papers: nothing is left out of them.
    """
    having = fitting(record)
    # Two meetings of a day may have the same papers.
    when = f"{record.meeting.date.isoformat()}_{record.meeting.starts:%H%M}"
    cell = file_cell(record.cell.name, record.rules)
    return tuple(
        (f"{cell}_{when}_{OF_MEETING[form]}.pdf", render(form, record))
        for form in OF_MEETING
        if form in having
    )


def loose_period_papers(period: PeriodRecord) -> tuple[tuple[str, bytes], ...]:
    """Give the papers of a time as files of their own, nothing left out."""
    cell, when = file_cell(period.cell.name, period.rules), period.period.code
    return tuple(
        (f"{cell}_{when}_{OF_PERIOD[form]}.pdf", render(form, period))
        for form in _of_period(period)
    )


def pack_period(
    period: PeriodRecord,
    profile: Profile = Profile.COMMUNE,
    signer: SigningKey | None = None,
) -> Packet:
    """Pack the meetings held in a period, with the papers of the period."""
    if profile is Profile.COMMUNE:
        period = redact_period(period)
    papers = {OF_PERIOD[form]: render(form, period) for form in _of_period(period)}
    subject = Subject(SubjectKind.PERIOD, period.period.code)
    sender = Sender(period.cell.id, period.cell.name, period.cell.superior)
    cell = file_cell(period.cell.name, period.rules)
    name = _file_name(cell, subject, next(iter(papers)))
    return _packed(period.records, papers, sender, subject, profile, name, signer)


def _of_period(period: PeriodRecord) -> tuple[str, ...]:
    return tuple(form for form in OF_PERIOD if period.period.span in FORMS[form].spans)


def _packed(
    meetings: Iterable[MeetingRecord],
    papers: Mapping[str, bytes],
    sender: Sender,
    subject: Subject,
    profile: Profile,
    name: str,
    signer: SigningKey | None,
) -> Packet:
    records = tuple(meetings)
    record = canonical_json(Content(records)).encode()
    files = {RECORD: record}
    files |= {f"{PAPERS}{name}.pdf": pdf for name, pdf in papers.items()}
    manifest = Manifest(
        format=FORMAT,
        record_format=RECORD_FORMAT,
        profile=profile,
        sender=sender,
        subject=subject,
        draft=any(one.is_draft for one in records),
        content=_sha256(record),
        files=tuple(Entry(name, len(data), _sha256(data)) for name, data in sorted(files.items())),
        program=__version__,
        rules=rules_hash(to_plain(records[-1].rules)) if records else NO_RULES,
    )
    told = canonical_json(manifest).encode()
    inside = {MANIFEST: told, **dict(sorted(files.items()))}
    if signer is not None:
        inside[SIGNATURE] = signature_file(signer.sign(told))
    return Packet(name, zipped(inside), manifest)


def rules_hash(rules: object) -> str:
    """Give the SHA-256 of the canonical JSON of plain rules."""
    return _sha256(plain_json(rules).encode())


def letters(text: str) -> str:
    """Give the words of a text in letters and digits that every system and stick can keep."""
    words = "".join(ch if ch.isascii() and ch.isalnum() else " " for ch in fold(text)).split()
    return "".join(word.capitalize() for word in words)


def signature_file(signature: Signature) -> bytes:
    """Give `signature.json` of a packet or a reply."""
    parts = {"key": signature.key, "signature": signature.signature}
    return canonical_json({name: b64encode(part).decode() for name, part in parts.items()}).encode()


def file_cell(name: str, rules: RuleSet) -> str:
    """Name the cell in the name of a file, a practice cell as one."""
    return letters(rules.paper.practice) + (letters(name)[:LONGEST_CELL] or "ChiBo")


def _file_name(cell: str, subject: Subject, title: str, when: str = "") -> str:
    return f"{cell}_{when or subject.code}_{title}.zip"


def _when(meeting: Meeting) -> str:
    """Name the time of a meeting: the one of a month by its month, any other by its day.

    Of extraordinary ones there may be several on a day.
    """
    if meeting.kind in OF_THE_MONTH:
        return f"{meeting.date:%Y-%m}"
    if meeting.kind is MeetingKind.EXTRAORDINARY:
        return f"{meeting.date:%Y-%m-%d}-{meeting.starts:%H%M}"
    return f"{meeting.date:%Y-%m-%d}"


def _sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
