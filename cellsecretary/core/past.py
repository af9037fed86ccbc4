"""What may stand on paper only when a book begins: last numbers, and the year's earlier months."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cellsecretary.core.year_plan import month_plan

if TYPE_CHECKING:
    import datetime as dt

    from cellsecretary.core.kinds import DocumentType
    from cellsecretary.core.register import CellRecord
    from cellsecretary.core.year_plan import PlannedMonth, Rules


def last_number(register: CellRecord, kind: DocumentType) -> int:
    """Give the last number of a type in this term; 0 while none is known."""
    return (register.next_document_number(kind) or 1) - 1


def months_on_paper(register: CellRecord, today: dt.date, rules: Rules) -> tuple[PlannedMonth, ...]:
    """Give the months of this year so far that have neither a meeting nor figures."""
    months = month_plan(register, today.replace(month=1, day=1), today.month, rules)
    return tuple(month for month in months if month.meeting is None and month.date < today)
