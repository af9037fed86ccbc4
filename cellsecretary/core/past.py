"""What may stand on paper only when a book begins: last numbers, and the year's earlier months."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cellsecretary.core.kinds import MeetingState
from cellsecretary.core.plan import planned_day

if TYPE_CHECKING:
    import datetime as dt

    from cellsecretary.core.kinds import DocumentType
    from cellsecretary.core.register import CellRecord
    from cellsecretary.core.ruleset import DayRules


def last_number(register: CellRecord, kind: DocumentType) -> int:
    """Give the last number of a type in this term; 0 while none is known."""
    return (register.next_document_number(kind) or 1) - 1


def days_on_paper(register: CellRecord, today: dt.date, days: DayRules) -> tuple[dt.date, ...]:
    """Give the planned days of this year so far whose months have neither a meeting nor figures."""
    known = {
        (meeting.date.year, meeting.date.month)
        for meeting in register.meetings
        if meeting.state is not MeetingState.CANCELLED
    }
    known |= {(past.date.year, past.date.month) for past in register.past_meetings}
    months = (today.replace(month=month, day=1) for month in range(1, today.month + 1))
    return tuple(
        plan.date
        for month in months
        if (month.year, month.month) not in known
        and (plan := planned_day(register.cell, month, days)).date < today
    )
