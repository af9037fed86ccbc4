"""Who speaks: in one meeting, over a period, and who came for long and was not heard.

Whoever handed an opinion in beforehand did not speak. Committee meetings are left out, few come.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from cellsecretary.core.facts import percent_of
from cellsecretary.core.kinds import Mark, MeetingKind, StandingKind

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

    from cellsecretary.core.period import PeriodRecord
    from cellsecretary.core.record import MeetingRecord
    from cellsecretary.core.rows import Attendance


@dataclass(frozen=True, slots=True)
class MeetingVoice:
    """How many of those of the register who came spoke at a meeting."""

    id: str
    date: dt.date
    kind: MeetingKind
    spoke: int
    present: int

    @property
    def percent(self) -> float | None:
        """The share who spoke, with one decimal; None where nobody came."""
        return percent_of(self.spoke, self.present)


@dataclass(frozen=True, slots=True)
class MemberVoice:
    """One member over a period: the meetings attended, those spoken at, the opinions given.

    `last` is the meeting, by id and day, at which the member spoke last.
    """

    member: str
    number: int
    name: str
    present: int
    spoke: int
    opinions: int
    last: tuple[str, dt.date] | None = None


@dataclass(frozen=True, slots=True)
class Voices:
    """The meetings in the order of time, and the members by register number."""

    meetings: tuple[MeetingVoice, ...]
    members: tuple[MemberVoice, ...]

    @property
    def spoke(self) -> int:
        """How many members spoke at all."""
        return sum(member.spoke > 0 for member in self.members)


@dataclass(frozen=True, slots=True)
class Unheard:
    """One who comes and was not heard for `months` months, since a day."""

    line: Attendance
    since: dt.date
    months: int


def heard(record: MeetingRecord) -> tuple[Attendance, ...]:
    """Give those of the register who came and spoke; visiting members are of another cell."""
    said = {opinion.speaker for opinion in record.opinions if not opinion.beforehand}
    return tuple(line for line in _came(record) if line.member in said)


def meeting_voice(record: MeetingRecord) -> MeetingVoice:
    """Count those who came to a meeting and those of them who spoke."""
    meeting = record.meeting
    present = len(_came(record))
    return MeetingVoice(meeting.id, meeting.date, meeting.kind, len(heard(record)), present)


def _came(record: MeetingRecord) -> list[Attendance]:
    return [
        line for line in record.marked(Mark.PRESENT) if line.standing is not StandingKind.VISITING
    ]


def voices(period: PeriodRecord) -> Voices:
    """Count a period by meeting and by member."""
    records = [r for r in period.records if r.meeting.kind is not MeetingKind.COMMITTEE]
    found: dict[str, MemberVoice] = {}
    for record in records:
        for line in _came(record):
            before = found.get(line.member)
            found[line.member] = _with(record, line, before)
    members = sorted(found.values(), key=lambda voice: (voice.number, voice.member))
    return Voices(tuple(meeting_voice(record) for record in records), tuple(members))


def _with(record: MeetingRecord, line: Attendance, before: MemberVoice | None) -> MemberVoice:
    """Add one meeting to what is counted of a member; the name is that of the last one."""
    given = sum(
        opinion.speaker == line.member and not opinion.beforehand for opinion in record.opinions
    )
    last = before.last if before else None
    return MemberVoice(
        line.member,
        line.number,
        line.name,
        (before.present if before else 0) + 1,
        (before.spoke if before else 0) + bool(given),
        (before.opinions if before else 0) + given,
        (record.meeting.id, record.meeting.date) if given else last,
    )


def months_between(first: dt.date, last: dt.date) -> int:
    """Count the whole months from one day to a later one; the 31st counts as a month's last day."""
    months = (last.year - first.year) * 12 + last.month - first.month
    return months - (last.day < first.day)


def to_invite(record: MeetingRecord) -> tuple[Unheard, ...]:
    """Give whom the chair might ask to speak: those who can be there, the longest unheard first.

    Somebody who spoke at this very meeting needs no asking any more.
    """
    since = {run.member: run.unheard for run in record.runs if run.unheard}
    spoken = {line.member for line in heard(record)}
    asked = [
        Unheard(line, since[line.member], months_between(since[line.member], record.meeting.date))
        for line in record.roster
        if line.member in since
        and line.member not in spoken
        and line.standing is StandingKind.ACTIVE
        and line.mark in (Mark.NONE, Mark.PRESENT)
    ]
    return tuple(sorted(asked, key=lambda one: (one.since, one.line.number)))


def unheard_since(
    attended: Iterable[tuple[dt.date, bool]], day: dt.date, months: int
) -> dt.date | None:
    """Give since when a member was not heard, if that is as many months before a day.

    `attended` are the meetings that the member came to, each with whether they spoke there. Without
    a word the first of them counts: nobody is blamed for meetings before.
    """
    known = sorted(attended)
    if not known:
        return None
    since = max((date for date, spoke in known if spoke), default=known[0][0])
    return since if months_between(since, day) >= months else None


def spoke_though_absent(record: MeetingRecord) -> tuple[Attendance, ...]:
    """Give those marked absent of whom an opinion is noted as if they had been there."""
    said = {opinion.speaker for opinion in record.opinions if not opinion.beforehand}
    absent = record.marked(Mark.EXCUSED, Mark.UNEXCUSED)
    return tuple(line for line in absent if line.member in said)
