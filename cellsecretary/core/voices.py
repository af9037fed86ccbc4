"""Who speaks: in one meeting, over a period, and who came for long and was not heard.

Whoever handed an opinion in beforehand did not speak. Committee meetings are left out, few come.

Here everything is a share of those of the register who came; `facts.speakers` is another figure,
everybody of whom the minutes note a word, and is fixed by the format of the record.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from cellsecretary.core.facts import percent_of
from cellsecretary.core.kinds import Mark, MeetingKind, MeetingState, StandingKind
from cellsecretary.core.record import is_in_cell

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

    from cellsecretary.core.period import Period, PeriodRecord
    from cellsecretary.core.record import MeetingRecord
    from cellsecretary.core.register import CellRecord
    from cellsecretary.core.rows import Attendance, Meeting, Opinion

NAMED = 6
"""So many are proposed by name; nobody gives the word to more in one evening."""


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
class Unheard:
    """One who comes and was not heard for `months` months, since a day."""

    line: Attendance
    since: dt.date
    months: int


@dataclass(frozen=True, slots=True)
class Invitation:
    """Whom the chair might ask to speak: some by name, and how many more there are."""

    named: tuple[Unheard, ...]
    more: int


@dataclass(frozen=True, slots=True)
class MemberVoice:
    """One member over a period: the meetings attended, those spoken at, the opinions given.

    `last` is the meeting, by id and day, at which the member spoke last in the period; `unheard`
    says for how long the member was not heard, where that is long, also before the period.
    """

    member: str
    number: int
    name: str
    present: int
    spoke: int
    opinions: int
    last: tuple[str, dt.date] | None = None
    unheard: Unheard | None = None


@dataclass(frozen=True, slots=True)
class Voices:
    """The meetings in the order of time, and the members by register number."""

    meetings: tuple[MeetingVoice, ...]
    members: tuple[MemberVoice, ...]

    @property
    def came(self) -> int:
        """How many members came at all."""
        return sum(member.present > 0 for member in self.members)

    @property
    def spoke(self) -> int:
        """How many members spoke at all."""
        return sum(member.spoke > 0 for member in self.members)

    @property
    def unheard(self) -> tuple[MemberVoice, ...]:
        """The members who were not heard for long, the longest unheard first."""
        known = [(one.unheard.since, one.number, one) for one in self.members if one.unheard]
        return tuple(one for *_, one in sorted(known, key=lambda entry: entry[:2]))


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


def voices(period: PeriodRecord, latest: MeetingRecord | None = None) -> Voices:
    """Count a period by meeting and by member; only meetings held while in the cell count.

    How long somebody was not heard is reckoned at the `latest` meeting, by default the last held.
    """
    records = sorted(
        (r for r in period.records if r.meeting.kind is not MeetingKind.COMMITTEE), key=_when
    )
    found: dict[str, MemberVoice] = {}
    for record in records:
        for line in _came(record):
            if _is_counted(period.register, line, record):
                found[line.member] = _with(record, line, found.get(line.member))
    latest = latest or (records[-1] if records else None)
    for one in unheard(latest) if latest else ():
        line = one.line
        if latest and _is_counted(period.register, line, latest):
            known = found.get(line.member)
            known = known or MemberVoice(line.member, line.number, line.name, 0, 0, 0)
            found[line.member] = replace(known, unheard=one)
    members = sorted(found.values(), key=lambda voice: (voice.number, voice.member))
    return Voices(tuple(meeting_voice(record) for record in records), tuple(members))


def latest_meeting(register: CellRecord, period: Period) -> Meeting | None:
    """Give the meeting of a period at which silence is reckoned.

    That is the one being prepared, the first behind all closed ones, so that a look back names the
    same members as its agenda; else the last one closed.
    """
    kept = sorted(
        (
            meeting
            for meeting in register.meetings
            if period.first <= meeting.date <= period.last
            and meeting.kind is not MeetingKind.COMMITTEE
            and meeting.state is not MeetingState.CANCELLED
        ),
        key=lambda meeting: (meeting.date, meeting.starts, meeting.id),
    )
    closed = [at for at, meeting in enumerate(kept) if meeting.state is MeetingState.CLOSED]
    ahead = kept[closed[-1] + 1 :] if closed else kept
    return next(iter(ahead or kept[-1:]), None)


def _when(record: MeetingRecord) -> tuple[dt.date, dt.time, str]:
    return record.meeting.date, record.meeting.starts, record.meeting.id


def _is_counted(register: CellRecord, line: Attendance, record: MeetingRecord) -> bool:
    """Tell whether the register of today has the member in the cell on the day of a meeting."""
    member = register.member(line.member)
    return member is None or is_in_cell(member, record.meeting.date)


def _with(record: MeetingRecord, line: Attendance, before: MemberVoice | None) -> MemberVoice:
    """Add the next meeting to what is counted of a member; the name is that of the last one."""
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


def unheard(record: MeetingRecord) -> tuple[Unheard, ...]:
    """Give who comes and was not heard for long, at this meeting neither, the longest first."""
    since = {run.member: run.unheard for run in record.runs if run.unheard}
    spoken = {line.member for line in heard(record)}
    found = [
        Unheard(line, since[line.member], months_between(since[line.member], record.meeting.date))
        for line in record.standing(StandingKind.ACTIVE)
        if line.member in since and line.member not in spoken
    ]
    return tuple(sorted(found, key=lambda one: (one.since, one.line.number)))


def invitation(record: MeetingRecord) -> Invitation:
    """Give whom the chair might ask to speak: of the unheard those who can be there."""
    able = [one for one in unheard(record) if one.line.mark in (Mark.NONE, Mark.PRESENT)]
    return Invitation(tuple(able[:NAMED]), len(able[NAMED:]))


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


def spoke_though_absent(record: MeetingRecord) -> tuple[tuple[Attendance, Opinion], ...]:
    """Give those marked absent with an opinion that is noted as if they had been there."""
    said: dict[str | None, Opinion] = {}
    for opinion in record.opinions:
        if not opinion.beforehand:
            said.setdefault(opinion.speaker, opinion)
    absent = record.marked(Mark.EXCUSED, Mark.UNEXCUSED)
    return tuple((line, said[line.member]) for line in absent if line.member in said)
