"""The officers of the superior: to which meetings they were invited, came, and what they said.

Committee meetings are left out, as in the attendance: to visit the cell is to be at its meeting.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from cellsecretary.core.kinds import GuestRole, MeetingKind
from cellsecretary.core.rows import Guest
from cellsecretary.core.vietnamese import fold

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from cellsecretary.core.period import PeriodRecord
    from cellsecretary.core.record import MeetingRecord
    from cellsecretary.core.rows import Cell, Meeting


@dataclass(frozen=True, slots=True)
class Visit:
    """One officer and one meeting: invited to it, there, what was said, its score confirmed.

    A score may be confirmed by somebody who was not invited.
    """

    meeting: str
    date: dt.date
    kind: MeetingKind
    invited: bool
    came: bool
    said: tuple[str, ...]
    confirmed: dt.date | None


@dataclass(frozen=True, slots=True)
class OfficerLine:
    """One officer, called as last written, with the meetings of the period in their order."""

    name: str
    title: str
    visits: tuple[Visit, ...]

    @property
    def invited(self) -> int:
        """To how many meetings."""
        return sum(visit.invited for visit in self.visits)

    @property
    def came(self) -> int:
        """To how many meetings."""
        return sum(visit.came for visit in self.visits)

    @property
    def spoke(self) -> int:
        """At how many meetings something was said."""
        return sum(bool(visit.said) for visit in self.visits)

    @property
    def confirmed(self) -> int:
        """Of how many meetings the score."""
        return sum(visit.confirmed is not None for visit in self.visits)


@dataclass(frozen=True, slots=True)
class MonthLine:
    """How many meetings a month had, and how often an officer was at one."""

    month: dt.date
    meetings: int
    visits: int


@dataclass(frozen=True, slots=True)
class Visits:
    """The officers by name, and the months as the commune reports them."""

    officers: tuple[OfficerLine, ...]
    months: tuple[MonthLine, ...]

    @property
    def came(self) -> int:
        """How often an officer was at a meeting."""
        return sum(officer.came for officer in self.officers)

    @property
    def meetings(self) -> tuple[str, ...]:
        """The meetings at which an officer was, in the order of time."""
        found = (visit for officer in self.officers for visit in officer.visits if visit.came)
        by_day = sorted(found, key=lambda visit: (visit.date, visit.meeting))
        return tuple(dict.fromkeys(visit.meeting for visit in by_day))


def officer_key(name: str) -> str:
    """Give what is equal for one officer however the name was typed: case, marks, spaces."""
    return " ".join(fold(name).split())


def proposed_guests(cell: Cell, kind: MeetingKind) -> tuple[Guest, ...]:
    """Propose the officer who follows the cell for a new meeting; the committee meets alone."""
    if not cell.assigned or kind is MeetingKind.COMMITTEE:
        return ()
    role = GuestRole.ASSIGNED_SUPERIOR
    return (Guest("", "", 1, cell.assigned, cell.assigned_title, role),)


def visits(period: PeriodRecord) -> Visits:
    """Count the visits of a period by officer and by month; one officer counts once a meeting."""
    records = [r for r in period.records if r.meeting.kind is not MeetingKind.COMMITTEE]
    called: dict[str, tuple[str, str]] = {}
    found: dict[str, list[Visit]] = {}
    for record in records:
        row = period.register.meeting(record.meeting.id) or record.meeting
        for key, name, title, visit in visits_of(record, row):
            known = called.get(key, ("", ""))
            called[key] = (name, title or known[1])
            found.setdefault(key, []).append(visit)
    officers = (OfficerLine(*called[key], tuple(lines)) for key, lines in found.items())
    came = [visit.date for lines in found.values() for visit in lines if visit.came]
    return Visits(
        officers=tuple(sorted(officers, key=lambda line: officer_key(line.name))),
        months=tuple(
            MonthLine(
                month,
                sum(record.meeting.date.replace(day=1) == month for record in records),
                sum(day.replace(day=1) == month for day in came),
            )
            for month in period.period.months
        ),
    )


def visits_of(record: MeetingRecord, row: Meeting) -> Iterator[tuple[str, str, str, Visit]]:
    """Give the officers of a meeting by key, name and title; `row` has what came after it."""
    sent: dict[str, list[Guest]] = {}
    for guest in record.guests:
        if guest.role is GuestRole.ASSIGNED_SUPERIOR:
            sent.setdefault(officer_key(guest.name), []).append(guest)
    confirmer = officer_key(row.score_confirmed_by) if row.score_confirmed else ""
    if confirmer:
        sent.setdefault(confirmer, [])
    meeting = record.meeting
    for key, guests in sent.items():
        name = guests[-1].name if guests else row.score_confirmed_by
        title = next((guest.title for guest in guests if guest.title), "")
        yield (
            key,
            name,
            title,
            Visit(
                meeting=meeting.id,
                date=meeting.date,
                kind=meeting.kind,
                invited=bool(guests),
                came=any(guest.came for guest in guests),
                said=tuple(
                    opinion.text
                    for opinion in record.opinions
                    if not (opinion.speaker or opinion.beforehand)
                    and officer_key(opinion.speaker_other) == key
                ),
                confirmed=row.score_confirmed if key == confirmer else None,
            ),
        )
