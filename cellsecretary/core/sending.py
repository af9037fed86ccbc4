"""What has gone to the superior, meeting by meeting and time by time, and what changed since."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from cellsecretary.core.kinds import MeetingKind, MeetingState, Trace

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

    from cellsecretary.core.office_rows import PaperTrace
    from cellsecretary.core.period import PeriodRecord
    from cellsecretary.core.record import MeetingRecord
    from cellsecretary.core.register import CellRecord
    from cellsecretary.core.superior_rows import Receipt

PACKET = "packet"
"""How a packet is called among the papers of a meeting."""


class SentState(StrEnum):
    """How far the sending of a meeting has come."""

    NOT_SENT = "not_sent"
    SENT = "sent"
    CHANGED_SINCE = "changed_since"
    DRAFT_SENT = "draft_sent"


@dataclass(frozen=True, slots=True)
class Sending:
    """The state, and when and where the last packet was copied."""

    state: SentState
    last: PaperTrace | None = None

    @property
    def is_waiting(self) -> bool:
        """Whether the superior does not have it as it is."""
        return self.state is not SentState.SENT


class ReceiptState(StrEnum):
    """What the superior has of a meeting, by its receipt."""

    SAME = "same"
    OLDER = "older"
    NEWER = "newer"
    PAPER = "paper"


@dataclass(frozen=True, slots=True)
class SentLine:
    """One closed meeting, how far its sending has come, and what the superior said to it."""

    meeting: str
    date: dt.date
    kind: MeetingKind
    sending: Sending
    receipt: Receipt | None = None
    receipt_state: ReceiptState | None = None

    @property
    def is_waiting(self) -> bool:
        """Whether the superior does not have it as it is, as far as is known."""
        return self.sending.is_waiting and self.receipt_state is not ReceiptState.SAME


def sent_line(record: MeetingRecord, register: CellRecord) -> SentLine:
    """Tell how far the sending of a meeting has come, and what the superior has of it."""
    meeting, receipt = record.meeting, register.receipt_of(record.meeting.id)
    # What is opened again is newer than the version that was closed before.
    now = record.revision + record.is_open
    has = receipt_state(receipt.revision, now) if receipt else None
    known = sending(record, register.paper_traces)
    if known.state is SentState.NOT_SENT and has is ReceiptState.OLDER:
        # It went by another way than this program's window, and has changed since.
        known = replace(known, state=SentState.CHANGED_SINCE)
    return SentLine(meeting.id, meeting.date, meeting.kind, known, receipt, has)


def sending(record: MeetingRecord, traces: Iterable[PaperTrace]) -> Sending:
    """Tell what was sent of a meeting; a draft that was sent is always older than the minutes."""
    return _sending(record.meeting.id, version(record), traces, is_draft=record.is_open)


def period_sending(period: PeriodRecord, traces: Iterable[PaperTrace]) -> Sending:
    """Tell what was sent of a month, a quarter or a year."""
    return _sending(period.period.code, period_version(period), traces, is_draft=period.is_draft)


def sent_lines(period: PeriodRecord) -> tuple[SentLine, ...]:
    """Give the closed meetings of a time, the newest first; the committee's go nowhere."""
    return tuple(
        sent_line(record, period.register)
        for record in reversed(period.records)
        if record.meeting.state is MeetingState.CLOSED
        and record.meeting.kind is not MeetingKind.COMMITTEE
    )


def receipt_state(received: int, revision: int) -> ReceiptState:
    """Compare the version that the superior has with that of the book."""
    if not received:
        return ReceiptState.PAPER
    if received == revision:
        return ReceiptState.SAME
    return ReceiptState.OLDER if received < revision else ReceiptState.NEWER


def version(record: MeetingRecord) -> int:
    """Give the version of a meeting that a trace of its papers names: 0 for a draft."""
    return 0 if record.is_open else record.revision


def period_version(period: PeriodRecord) -> int:
    """Give the version of a time: it grows with each closing and each opening again in it."""
    return sum(2 * record.revision + record.is_open for record in period.records)


def _sending(subject: str, now: int, traces: Iterable[PaperTrace], *, is_draft: bool) -> Sending:
    """Compare versions; of a draft nobody knows what was typed since, so it is never "sent"."""
    sent = [
        one
        for one in traces
        if one.meeting == subject and one.form == PACKET and one.trace is Trace.SENT
    ]
    if not sent:
        return Sending(SentState.NOT_SENT)
    last = max(sent, key=lambda one: one.at)
    if last.revision != now:
        return Sending(SentState.CHANGED_SINCE, last)
    return Sending(SentState.DRAFT_SENT if is_draft else SentState.SENT, last)
