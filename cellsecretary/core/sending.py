"""What of a meeting has gone to the superior, and whether it changed since."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from cellsecretary.core.kinds import Trace

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cellsecretary.core.office_rows import PaperTrace
    from cellsecretary.core.record import MeetingRecord

PACKET = "packet"
"""How a packet is called among the papers of a meeting."""


class SentState(StrEnum):
    """How far the sending of a meeting has come."""

    NOT_SENT = "not_sent"
    SENT = "sent"
    CHANGED_SINCE = "changed_since"


@dataclass(frozen=True, slots=True)
class Sending:
    """The state, and when and where the last packet was copied."""

    state: SentState
    last: PaperTrace | None = None


def sending(record: MeetingRecord, traces: Iterable[PaperTrace]) -> Sending:
    """Tell what was sent of a meeting; a draft that was sent is always older than the minutes."""
    sent = [one for one in traces if one.form == PACKET and one.trace is Trace.SENT]
    if not sent:
        return Sending(SentState.NOT_SENT)
    last = max(sent, key=lambda one: one.at)
    revision = 0 if record.is_open else record.revision
    same = last.revision == revision
    return Sending(SentState.SENT if same else SentState.CHANGED_SINCE, last)
