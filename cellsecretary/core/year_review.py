"""The yearly review: what the year says of each member and of the cell, and how they were rated."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from cellsecretary.core.attendance_over_time import attendance_over_time
from cellsecretary.core.figure import Figure, each_once
from cellsecretary.core.kinds import Mark, MeetingKind, StandingKind, YearLevel
from cellsecretary.core.membership import standings_of
from cellsecretary.core.milestones import months_after
from cellsecretary.core.task_history import Timing, histories_of
from cellsecretary.core.voices import heard, meeting_voice

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from cellsecretary.core.attendance_over_time import AttendanceOverTime, MeetingLine, MemberLine
    from cellsecretary.core.life_rows import YearReview
    from cellsecretary.core.period import Period, PeriodRecord
    from cellsecretary.core.record import MeetingRecord
    from cellsecretary.core.register import CellRecord
    from cellsecretary.core.rows import Member, Standing
    from cellsecretary.core.ruleset import YearReviewRules
    from cellsecretary.core.task_history import TaskHistory


class YearFact(StrEnum):
    """What is counted over a year of a member or of the cell."""

    PRESENT = "present"
    EXCUSED = "excused"
    UNEXCUSED = "unexcused"
    SPOKEN = "spoken"
    IN_TIME = "in_time"
    LATE = "late"
    OPEN = "open"


class LeftOut(StrEnum):
    """Why a member is not rated."""

    EXEMPT = "exempt"
    NEW = "new"


@dataclass(frozen=True, slots=True)
class ReviewLine:
    """A member, or without one the cell itself: the facts of the year, and how it was rated.

    `posts` and `spans` are what the member held and how the member stood at some time of the year.
    """

    member: Member | None
    facts: tuple[Figure, ...]
    review: YearReview | None
    proposed: YearLevel | None
    posts: tuple[str, ...] = ()
    spans: tuple[Standing, ...] = ()
    left_out: LeftOut | None = None

    @property
    def level(self) -> YearLevel | None:
        """The level that was decided."""
        return self.review.level if self.review else None

    @property
    def points(self) -> int | None:
        """The points of both groups together, None until both are given."""
        return points_of(self.review)

    @property
    def waits(self) -> bool:
        """Whether a level is still to be decided."""
        return self.level is None and self.left_out is None

    def fact(self, key: YearFact) -> Figure:
        """Give one of the facts."""
        return next(fact for fact in self.facts if fact.key is key)


@dataclass(frozen=True, slots=True)
class YearReviews:
    """The cell, and its members on the last day of a year by register number."""

    cell: ReviewLine
    members: tuple[ReviewLine, ...]
    rules: YearReviewRules

    @property
    def rated(self) -> int:
        """How many members have a level."""
        return sum(line.level is not None for line in self.members)

    @property
    def waiting(self) -> tuple[ReviewLine, ...]:
        """The members who still want a level."""
        return tuple(line for line in self.members if line.waits)

    def count(self, level: YearLevel) -> int:
        """Count the members with a level."""
        return sum(line.level is level for line in self.members)

    @property
    def good_or_better(self) -> int:
        """How many members are good or outstanding: what the cap is a share of."""
        return self.count(YearLevel.OUTSTANDING) + self.count(YearLevel.GOOD)

    @property
    def most_outstanding(self) -> int:
        """How many may be outstanding at most."""
        cap = self.rules.outstanding_cap
        whole, rest = divmod(self.good_or_better * cap.numerator, cap.denominator)
        return whole if cap.inclusive or rest else max(whole - 1, 0)

    @property
    def above_cap(self) -> int:
        """How many more are outstanding than the rule wants."""
        return max(self.count(YearLevel.OUTSTANDING) - self.most_outstanding, 0)


def points_of(review: YearReview | None) -> int | None:
    """Give the points of both groups together, None until both are given."""
    if review is None or review.general is None or review.results is None:
        return None
    return review.general + review.results


def proposed_level(review: YearReview | None, rules: YearReviewRules) -> YearLevel | None:
    """Give the level that the points make, None until both groups have theirs."""
    points = points_of(review)
    if points is None:
        return None
    reached = [level for level, least in rules.levels.items() if points >= least]
    return max(reached, key=lambda level: rules.levels[level], default=YearLevel.NOT_FULFILLED)


def year_reviews(year: PeriodRecord) -> YearReviews:
    """Give the reviews of a year; visiting members are rated in their own cell."""
    rules, last = year.rules.year_review, year.period.last
    counted = _Counted(year)
    reviews = {
        review.member: review
        for review in year.register.year_reviews
        if review.year == year.period.year
    }
    members = tuple(
        ReviewLine(
            member=member,
            facts=counted.of(member),
            review=reviews.get(member.id),
            proposed=proposed_level(reviews.get(member.id), rules),
            posts=_posts(year.register, member, year.period),
            spans=_spans(year.register, member, year.period),
            left_out=_left_out(year.register, member, last, rules),
        )
        for member in sorted(year.register.members, key=lambda one: (one.number, one.id))
        if year.register.has(member, last)
    )
    own = reviews.get(None)
    cell = ReviewLine(None, counted.of_cell(), own, proposed_level(own, rules))
    return YearReviews(cell, members, rules)


def to_be_rated(year: PeriodRecord) -> tuple[Member, ...]:
    """Give the members who are to be rated for a year, by register number."""
    lines = year_reviews(year).members
    return tuple(line.member for line in lines if line.member and line.left_out is None)


class _Counted:
    """What was counted once over the year, for every member."""

    def __init__(self, year: PeriodRecord) -> None:
        kept = [one for one in year.records if one.meeting.kind is not MeetingKind.COMMITTEE]
        self._records: list[MeetingRecord] = kept
        self._attendance: AttendanceOverTime = attendance_over_time(year)
        self._lines: Mapping[str, MemberLine] = {
            line.member: line for line in self._attendance.members
        }
        self._histories: tuple[TaskHistory, ...] = histories_of(year)
        self._voices = tuple(map(meeting_voice, kept))
        self._period = year.period

    def of(self, member: Member) -> tuple[Figure, ...]:
        return (
            *self._attended(self._lines.get(member.id)),
            self._spoken(member.id),
            *self._tasks([one for one in self._histories if one.task.lead == member.id]),
        )

    def of_cell(self) -> tuple[Figure, ...]:
        meetings, whole = self._attendance.meetings, self._attendance.whole
        return (
            Figure(YearFact.PRESENT, whole.present, whole.required, _ids(meetings)),
            *(
                Figure(key, sum(counts), None, _ids(meetings, counts))
                for key, counts in (
                    (YearFact.EXCUSED, [one.tally.excused for one in meetings]),
                    (YearFact.UNEXCUSED, [one.tally.unexcused for one in meetings]),
                )
            ),
            Figure(
                YearFact.SPOKEN,
                sum(voice.spoke for voice in self._voices),
                sum(voice.present for voice in self._voices),
                each_once(voice.id for voice in self._voices if voice.spoke),
            ),
            *self._tasks(self._histories),
        )

    def _attended(self, line: MemberLine | None) -> tuple[Figure, ...]:
        """Count the meetings that a member had to come to, by what became of them."""
        pairs = zip(self._attendance.kept, line.lines if line else (), strict=line is not None)
        counted = [
            (meeting.id, one.mark)
            for meeting, one in pairs
            if one and one.standing is StandingKind.ACTIVE
        ]

        def marked(key: YearFact, mark: Mark, base: int | None = None) -> Figure:
            found = tuple(meeting for meeting, noted in counted if noted is mark)
            return Figure(key, len(found), base, found)

        return (
            marked(YearFact.PRESENT, Mark.PRESENT, len(counted)),
            marked(YearFact.EXCUSED, Mark.EXCUSED),
            marked(YearFact.UNEXCUSED, Mark.UNEXCUSED),
        )

    def _spoken(self, member: str) -> Figure:
        """Count the meetings at which a member spoke, of those the member came to."""
        came = [
            record
            for record in self._records
            if (line := record.attendance_of(member)) and line.mark is Mark.PRESENT
        ]
        spoken = tuple(
            one.meeting.id for one in came if any(line.member == member for line in heard(one))
        )
        return Figure(YearFact.SPOKEN, len(spoken), len(came), spoken)

    def _tasks(self, histories: Iterable[TaskHistory]) -> tuple[Figure, ...]:
        """Count the tasks decided within the year, and those still open at its end."""
        histories = tuple(histories)

        def decided(key: YearFact, timing: Timing) -> Figure:
            found = [
                one.decided_by.meeting
                for one in histories
                if one.timing is timing
                and one.decided_by
                and self._period.first <= one.decided_by.meeting.date <= self._period.last
            ]
            found.sort(key=lambda meeting: (meeting.date, meeting.starts))
            return Figure(key, len(found), None, each_once(meeting.id for meeting in found))

        left = [one for one in histories if one.done_at is None]
        last = (_last_meeting(one) for one in left)
        return (
            decided(YearFact.IN_TIME, Timing.IN_TIME),
            decided(YearFact.LATE, Timing.LATE),
            Figure(YearFact.OPEN, len(left), None, each_once(last)),
        )


def _last_meeting(history: TaskHistory) -> str | None:
    """Give the meeting that last said something of a task."""
    if history.findings:
        return history.findings[-1].meeting.id
    return history.given_at.id if history.given_at else None


def _ids(meetings: Iterable[MeetingLine], counts: Iterable[int] | None = None) -> tuple[str, ...]:
    """Give the meetings of this book; with counts those that have any."""
    meetings = tuple(meetings)
    chosen = meetings if counts is None else [m for m, n in zip(meetings, counts, strict=True) if n]
    return each_once(None if one.on_paper_only else one.id for one in chosen)


def _left_out(
    register: CellRecord, member: Member, last: dt.date, rules: YearReviewRules
) -> LeftOut | None:
    exempt = register.standing(member.id, last) is StandingKind.EXEMPT
    if exempt and not rules.exempt_rated:
        return LeftOut.EXEMPT
    # Who joined on 1 July has been in the Party for six months when the year is over.
    if member.joined and months_after(member.joined, rules.months_in_party) > last + dt.timedelta(
        days=1
    ):
        return LeftOut.NEW
    return None


def _posts(register: CellRecord, member: Member, year: Period) -> tuple[str, ...]:
    """Give the posts of a year, the earliest first; without spans that of the register."""
    held = [
        span
        for span in register.post_spans
        if span.member == member.id
        and span.since <= year.last
        and (span.until is None or span.until >= year.first)
    ]
    held.sort(key=lambda span: (span.since, span.id))
    known = dict.fromkeys(span.post for span in held)
    return tuple(known) or ((member.post,) if member.post else ())


def _spans(register: CellRecord, member: Member, year: Period) -> tuple[Standing, ...]:
    return tuple(
        span
        for span in standings_of(register, member.id)
        if (span.since is None or span.since <= year.last)
        and (span.until is None or span.until >= year.first)
    )
