"""Every number that a meeting's screens and papers show, computed from its record alone."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from cellsecretary.core.kinds import Mark, Needs, Result, StandingKind, VoteMethod
from cellsecretary.core.plan import is_planned_day
from cellsecretary.core.record import open_result

if TYPE_CHECKING:
    from datetime import date, time

    from cellsecretary.core.record import CarriedTask, MeetingRecord
    from cellsecretary.core.rows import Attendance, Review, Task, Vote


class Warning(StrEnum):
    """What the program points out and never blocks."""

    NOT_POSTED_IN_TIME = "not_posted_in_time"
    COMMITTEE_NOT_MET = "committee_not_met"
    MEMBERS_NOT_NOTIFIED = "members_not_notified"
    SUPERIOR_NOT_NOTIFIED = "superior_not_notified"
    TOO_SHORT = "too_short"
    ATTENDANCE_LOW = "attendance_low"
    OFF_DAY = "off_day"
    FEES_OWING_TWICE = "fees_owing_twice"
    ABSENT_RUN = "absent_run"
    TASK_CARRIED_OFTEN = "task_carried_often"


@dataclass(frozen=True, slots=True)
class Facts:
    """The figures of one meeting; definitions in docs/record.md.

    `required` is the attendance denominator, `present` adds exempt members who came,
    `attendance_percent` has one decimal, half up, and is None when nobody is required.
    """

    register: int
    official: int
    probationary: int
    exempt: int
    away: int
    visiting: int
    required: int
    present_required: int
    present: int
    excused: int
    unexcused: int
    attendance_percent: float | None
    speakers: int
    duration_minutes: int | None
    vote_base: int
    tasks_without_result: tuple[str, ...]
    open_tasks: tuple[str, ...]
    warnings: tuple[Warning, ...]


@dataclass(frozen=True, slots=True)
class Headcount:
    """How the register divides at a meeting; `unmarked` must be nought for it to add up."""

    register: int
    present: int
    excused: int
    unexcused: int
    away: int
    exempt_absent: int
    unmarked: int

    @property
    def adds_up(self) -> bool:
        """Whether every member of the register is accounted for."""
        counted = self.present + self.excused + self.unexcused + self.away + self.exempt_absent
        return self.register == counted


@dataclass(frozen=True, slots=True)
class Presence:
    """Those present by what they are: of the register official or probationary, or visiting."""

    official: int
    probationary: int
    visiting: int


@dataclass(frozen=True, slots=True)
class VoteResult:
    """A vote as the rules judge it; `percent` is the share of the base in favour."""

    cast: int
    base: int
    percent: float | None
    passed: bool
    invalid: int | None
    not_returned: int | None


def percent_of(count: int, base: int) -> float | None:
    """Give a percentage with one decimal, half up, from exact integers; None of nothing."""
    if base == 0:
        return None
    return ((count * 2000 + base) // (base * 2)) / 10


def minutes_between(start: time | None, end: time | None) -> int | None:
    """Give the minutes from start to end of one day; None while one of them is missing."""
    if start is None or end is None:
        return None
    return (end.hour * 60 + end.minute) - (start.hour * 60 + start.minute)


def _of_register(record: MeetingRecord) -> list[Attendance]:
    return [line for line in record.roster if line.standing is not StandingKind.VISITING]


def headcount(record: MeetingRecord) -> Headcount:
    """Count how the register divides into present, absent, away and exempt."""
    lines = _of_register(record)
    active = [line for line in lines if line.standing is StandingKind.ACTIVE]
    exempt = [line for line in lines if line.standing is StandingKind.EXEMPT]
    present = [line for line in lines if line.mark is Mark.PRESENT]
    return Headcount(
        register=len(lines),
        present=len(present),
        excused=_count(active, Mark.EXCUSED),
        unexcused=_count(active, Mark.UNEXCUSED),
        away=sum(line.standing is StandingKind.AWAY for line in lines),
        exempt_absent=sum(line.mark is not Mark.PRESENT for line in exempt),
        unmarked=_count(active, Mark.NONE),
    )


def presence(record: MeetingRecord) -> Presence:
    """Count those present by what they are."""
    present = [line for line in _of_register(record) if line.mark is Mark.PRESENT]
    return Presence(
        official=sum(line.official for line in present),
        probationary=sum(not line.official for line in present),
        visiting=_count(list(record.standing(StandingKind.VISITING)), Mark.PRESENT),
    )


def _count(lines: list[Attendance], mark: Mark) -> int:
    return sum(line.mark is mark for line in lines)


def vote_base(record: MeetingRecord) -> int:
    """Count those whose agreement a vote needs a share of.

    Official members, less those away and the exempt who did not come (domain rule of the counting
    base); an exempt member who came is counted.
    """
    return sum(
        line.official
        and line.standing is not StandingKind.AWAY
        and not (line.standing is StandingKind.EXEMPT and line.mark is not Mark.PRESENT)
        for line in _of_register(record)
    )


def voters_present(record: MeetingRecord) -> int:
    """Count those present who may vote: official members; visiting ones where the rule says."""
    return sum(
        line.official
        and line.mark is Mark.PRESENT
        and (line.standing is not StandingKind.VISITING or record.rules.vote.visiting_may_vote)
        for line in record.roster
    )


def vote_result(record: MeetingRecord, vote: Vote) -> VoteResult:
    """Judge one vote by the rules of its meeting."""
    base = vote_base(record)
    ballot = vote.method is VoteMethod.BALLOT
    returned, valid, issued = vote.returned or 0, vote.valid or 0, vote.issued or 0
    return VoteResult(
        cast=returned if ballot else vote.in_favour + vote.against + vote.other,
        base=base,
        percent=percent_of(vote.in_favour, base),
        passed=base > 0 and record.rules.vote.shares[vote.needs].is_met(vote.in_favour, base),
        invalid=returned - valid if ballot else None,
        not_returned=issued - returned if ballot else None,
    )


def usual_needs(record: MeetingRecord) -> Needs:
    """Give what is proposed for a new vote of a meeting: the share that its kind usually needs."""
    return record.rules.vote.usual_needs.get(record.meeting.kind, Needs.HALF)


def minimum_minutes(record: MeetingRecord) -> int:
    """Give the least length that the rules ask of this meeting in this cell, 0 for none.

    For a small cell its superior sets the length (HD 42).
    """
    rules, kind = record.rules.meeting, record.meeting.kind
    small = rules.small_cell
    if kind in small.minimum_minutes and len(_of_register(record)) < small.fewer_than:
        return small.minimum_minutes[kind]
    return rules.minimum_minutes.get(kind, 0)


def reviewed_here(record: MeetingRecord) -> bool:
    """Tell whether a meeting of this kind has to give every open task a result."""
    return record.meeting.kind in record.rules.meeting.review_kinds


def tasks_without_result(record: MeetingRecord) -> tuple[Task, ...]:
    """Give the carried tasks that this meeting still owes a result."""
    if not reviewed_here(record):
        return ()
    return tuple(
        carried.task
        for carried in record.carried
        if not is_result(record.review_of(carried.task.id))
    )


def is_result(review: Review | None) -> bool:
    """Tell whether a task has its result: done or ongoing, or partly or not done with the why."""
    if review is None:
        return False
    return review.result in (Result.DONE, Result.ONGOING) or bool(review.note.strip())


def open_tasks(record: MeetingRecord) -> tuple[Task, ...]:
    """Give the tasks that are open after what was entered: carried ones not done, and new ones."""
    return (
        *(carried.task for carried in record.carried if _still_open(record, carried)),
        *record.tasks,
    )


def _still_open(record: MeetingRecord, carried: CarriedTask) -> bool:
    review = record.review_of(carried.task.id)
    return review is None or open_result(review.result)


def times_carried(record: MeetingRecord, carried: CarriedTask) -> int:
    """Count the meetings, this one included, that found the task partly or not done, or unanswered.

    An `ongoing` task is not yet due, so nobody carries it.
    """
    review = record.review_of(carried.task.id)
    if review is not None and review.result in (Result.DONE, Result.ONGOING):
        return 0 if review.result is Result.DONE else carried.carried
    return carried.carried + (1 if reviewed_here(record) else 0)


def speakers(record: MeetingRecord) -> frozenset[str]:
    """Give the members of whom the minutes note a word said there and then.

    Visiting members are among them, and whoever is marked absent by mistake; of how many who came
    how many spoke is in `voices.meeting_voice`.
    """
    return frozenset(
        opinion.speaker for opinion in record.opinions if opinion.speaker and not opinion.beforehand
    )


def facts(record: MeetingRecord) -> Facts:
    """Compute every figure of a meeting."""
    lines = _of_register(record)
    count = headcount(record)
    required = [line for line in lines if line.standing is StandingKind.ACTIVE]
    present_required = _count(required, Mark.PRESENT)
    return Facts(
        register=count.register,
        official=sum(line.official for line in lines),
        probationary=sum(not line.official for line in lines),
        exempt=sum(line.standing is StandingKind.EXEMPT for line in lines),
        away=count.away,
        visiting=len(record.standing(StandingKind.VISITING)),
        required=len(required),
        present_required=present_required,
        present=count.present,
        excused=count.excused,
        unexcused=count.unexcused,
        attendance_percent=percent_of(present_required, len(required)),
        speakers=len(speakers(record)),
        duration_minutes=minutes_between(record.meeting.start, record.meeting.end),
        vote_base=vote_base(record),
        tasks_without_result=tuple(task.code for task in tasks_without_result(record)),
        open_tasks=tuple(task.code for task in open_tasks(record)),
        warnings=warnings(record),
    )


def warnings(record: MeetingRecord) -> tuple[Warning, ...]:
    """Give what the rules point out about this meeting, sorted by code."""
    return tuple(sorted({*_preparation(record), *_holding(record), *_people(record)}))


def _preparation(record: MeetingRecord) -> set[Warning]:
    meeting, rules = record.meeting, record.rules.meeting
    if meeting.kind not in rules.prepared_kinds:
        return set()
    found = set()
    if not _by(meeting.committee_met, meeting.date):
        found.add(Warning.COMMITTEE_NOT_MET)
    if not _by(meeting.notified, meeting.date):
        found.add(Warning.MEMBERS_NOT_NOTIFIED)
    if not _by(meeting.superior_notified, meeting.date):
        found.add(Warning.SUPERIOR_NOT_NOTIFIED)
    if meeting.posted is None or (meeting.date - meeting.posted).days < rules.documents_days_before:
        found.add(Warning.NOT_POSTED_IN_TIME)
    return found


def _by(done: date | None, day: date) -> bool:
    return done is not None and done <= day


def _holding(record: MeetingRecord) -> set[Warning]:
    meeting, rules = record.meeting, record.rules.meeting
    found = set()
    duration = minutes_between(meeting.start, meeting.end)
    if duration is not None and duration < minimum_minutes(record):
        found.add(Warning.TOO_SHORT)
    required = record.standing(StandingKind.ACTIVE)
    present = sum(line.mark is Mark.PRESENT for line in required)
    noted = any(line.mark is not Mark.NONE for line in record.roster)
    if noted and required and not rules.attendance_floor.is_met(present, len(required)):
        found.add(Warning.ATTENDANCE_LOW)
    if (
        meeting.kind in rules.on_planned_day
        and not meeting.off_day_reason
        and not is_planned_day(record.cell, meeting.date, record.rules.days)
    ):
        found.add(Warning.OFF_DAY)
    return found


def _people(record: MeetingRecord) -> set[Warning]:
    found = {
        Warning.ABSENT_RUN: absent_runs(record),
        Warning.FEES_OWING_TWICE: owing_runs(record),
        Warning.TASK_CARRIED_OFTEN: tasks_carried_often(record),
    }
    return {warning for warning, places in found.items() if places}


def absent_runs(record: MeetingRecord) -> tuple[tuple[Attendance, int], ...]:
    """Give who was excused as often in a row as the rules say, this meeting included."""
    before = {run.member: run.excused for run in record.runs}
    runs = ((line, before.get(line.member, 0) + 1) for line in record.marked(Mark.EXCUSED))
    return tuple((line, run) for line, run in runs if run >= record.rules.meeting.absent_run)


def owing_runs(record: MeetingRecord) -> tuple[tuple[Attendance, int], ...]:
    """Give who owed the fee as often in a row as the rules say, this meeting included."""
    before = {run.member: run.owing for run in record.runs}
    runs = ((line, before.get(line.member, 0) + 1) for line in record.roster if line.fee_owing)
    return tuple((line, run) for line, run in runs if run >= record.rules.meeting.owing_run)


def tasks_carried_often(record: MeetingRecord) -> tuple[tuple[Task, int], ...]:
    """Give the tasks that were carried as often as the rules say, this meeting included."""
    times = ((carried.task, times_carried(record, carried)) for carried in record.carried)
    return tuple((task, count) for task, count in times if count >= record.rules.meeting.carried)
