"""How the board keeps a record: without what no superior needs, the rules apart from the rest.

The rules of a month are the same for all cells and many times longer than what was said.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from cellsecretary.core.board.figures import board_figures
from cellsecretary.core.board.versions import Version, VersionKey
from cellsecretary.core.lifting import lifted
from cellsecretary.core.plain import from_plain, plain_json, to_plain
from cellsecretary.core.record import RECORD_FORMAT, MeetingRecord
from cellsecretary.core.redact import redact

if TYPE_CHECKING:
    import datetime as dt

    from cellsecretary.core.ruleset import RuleSource


@dataclass(frozen=True, slots=True)
class KeptRecord:
    """A version with its record as canonical JSON; `rules_hash` is the SHA-256 of the rules."""

    version: Version
    format: int
    text: str
    rules_hash: str
    rules: str


def kept_record(record: MeetingRecord, received: dt.date, signer: str) -> KeptRecord:
    """Prepare a record for the board; reasons of absence are left out if they still were in it.

    The content is told without the rules: an older program filled in otherwise what it did not
    know of them, and the meeting is the same.
    """
    record = redact(record)
    plain = to_plain(record)
    rules = plain_json(plain.pop("rules"))
    text = plain_json(plain)
    meeting = record.meeting
    key = VersionKey(record.cell.id, meeting.id, record.revision, record.is_draft, _sha256(text))
    version = Version(
        key=key,
        date=meeting.date,
        starts=meeting.starts,
        kind=meeting.kind,
        state=meeting.state,
        name=record.cell.name,
        superior=record.cell.superior,
        size=len(text),
        received=received,
        signer=signer,
        figures=board_figures(record),
    )
    return KeptRecord(version, RECORD_FORMAT, text, _sha256(rules), rules)


def record_of(text: str, rules: str, source: RuleSource) -> MeetingRecord:
    """Build the record from what is kept, completed by `source` where a later program asks more.

    What does not fit raises `PlainError`.
    """
    plain: dict[str, Any] = {**json.loads(text), "rules": json.loads(rules)}
    day = _day(plain)
    return from_plain(MeetingRecord, lifted(plain, source.on(day)))


def _day(plain: dict[str, Any]) -> dt.date:
    from cellsecretary.core.rows import Meeting

    return from_plain(Meeting, plain["meeting"], "meeting").date


def _sha256(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
