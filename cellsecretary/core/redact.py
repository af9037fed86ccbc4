"""What of a record leaves the village: the commune's papers need no birthdays, numbers, illnesses.

Redacting twice is redacting once. What people said and what the minutes tell stays: it is the
matter of the meeting itself.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection

    from cellsecretary.core.period import PeriodRecord
    from cellsecretary.core.record import MeetingRecord
    from cellsecretary.core.register import CellRecord
    from cellsecretary.core.rows import Attendance


def redact(record: MeetingRecord) -> MeetingRecord:
    """Give a meeting without reasons of absence that may tell of somebody's health.

    Only reasons that the rules name as open stay, word for word: whatever else was typed goes.
    """
    known = record.rules.open_reasons
    return replace(record, roster=tuple(_open(line, known) for line in record.roster))


def _open(line: Attendance, known: Collection[str]) -> Attendance:
    return line if not line.reason or line.reason in known else replace(line, reason="")


def redact_period(period: PeriodRecord) -> PeriodRecord:
    """Give a period with its meetings redacted, and its register without private columns."""
    return replace(
        period,
        records=tuple(redact(record) for record in period.records),
        register=redact_register(period.register),
    )


def redact_register(register: CellRecord) -> CellRecord:
    """Give a register without birth dates, card numbers, phones, and reasons of standing.

    The years in the Party stay: probation and badges are the commune's own work.
    """
    return replace(
        register,
        members=tuple(replace(one, born=None, card="", phone="") for one in register.members),
        standings=tuple(replace(span, reason="") for span in register.standings),
        contacts=tuple(replace(one, born=None, phone="", note="") for one in register.contacts),
        year_reviews=tuple(replace(one, note="") for one in register.year_reviews),
    )
