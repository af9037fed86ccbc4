"""The book of meetings as a list: one line a meeting, those that stand on paper only included."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from cellsecretary.core.facts import percent_of
from cellsecretary.core.kinds import Mark, StandingKind

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Mapping

    from cellsecretary.core.kinds import MeetingKind, MeetingState
    from cellsecretary.core.record import MeetingRecord
    from cellsecretary.core.register import CellRecord
    from cellsecretary.core.rows import Document, Meeting


@dataclass(frozen=True, slots=True)
class BookLine:
    """One meeting in the list; `state` is None for one that stands in the paper book only.

    `required` and `present` count those who had to attend and those of them who did; both are
    None while no attendance was taken.
    """

    id: str
    date: dt.date
    kind: MeetingKind
    state: MeetingState | None
    required: int | None = None
    present: int | None = None
    documents: tuple[Document, ...] = ()
    cancel_reason: str = ""

    @property
    def percent(self) -> float | None:
        """The attendance, with one decimal."""
        if self.required is None or self.present is None:
            return None
        return percent_of(self.present, self.required)


def book_years(register: CellRecord) -> tuple[int, ...]:
    """Give the years that have a meeting, newest first."""
    years = {meeting.date.year for meeting in register.meetings}
    years |= {past.date.year for past in register.past_meetings}
    return tuple(sorted(years, reverse=True))


def book_lines(
    register: CellRecord, held: Iterable[MeetingRecord], year: int
) -> tuple[BookLine, ...]:
    """Give the meetings of a year, newest first; `held` are the records of those held in it."""
    records = {record.meeting.id: record for record in held}
    lines = [
        ((meeting.date, meeting.starts.isoformat()), _line(register, meeting, records))
        for meeting in register.meetings
        if meeting.date.year == year
    ]
    lines += [
        (
            (past.date, ""),
            BookLine(past.id, past.date, past.kind, None, past.required, past.present),
        )
        for past in register.past_meetings
        if past.date.year == year
    ]
    return tuple(line for _, line in sorted(lines, key=lambda pair: pair[0], reverse=True))


def _line(register: CellRecord, meeting: Meeting, records: Mapping[str, MeetingRecord]) -> BookLine:
    record = records.get(meeting.id)
    required = record.standing(StandingKind.ACTIVE) if record else ()
    return BookLine(
        id=meeting.id,
        date=meeting.date,
        kind=meeting.kind,
        state=meeting.state,
        required=len(required) if record else None,
        present=sum(line.mark is Mark.PRESENT for line in required) if record else None,
        documents=tuple(row for row in register.documents if row.meeting == meeting.id),
        cancel_reason=meeting.cancel_reason,
    )
