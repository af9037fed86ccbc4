"""One meeting, complete, frozen and plain: what screen, paper and packet all read."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from cellsecretary.core.closed_rows import Correction, Reopening
from cellsecretary.core.kinds import Mark, MeetingKind, MeetingState, Result, StandingKind
from cellsecretary.core.rows import (
    AgendaItem,
    Attendance,
    Cell,
    Document,
    Guest,
    Meeting,
    Opinion,
    Petition,
    Review,
    ScoreMark,
    Task,
    Vote,
)
from cellsecretary.core.ruleset import RuleSet

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cellsecretary.core.rows import Member, Standing

RECORD_FORMAT = 3
"""Version of the JSON of a closed record; older ones are lifted by pure functions when read."""


@dataclass(frozen=True, slots=True)
class Person:
    """A member whom the record names, as called on the day of the meeting."""

    id: str
    number: int
    name: str
    post: str
    village_head: bool = False


@dataclass(frozen=True, slots=True)
class CarriedTask:
    """A task of an earlier meeting that was open when this one met.

    `carried` counts the earlier meetings that looked at it and found it partly or not done.
    """

    task: Task
    carried: int


@dataclass(frozen=True, slots=True)
class Run:
    """What a member's last meetings before this one had in common, counted back without a gap.

    `unheard` is since when the member came and did not speak, where that is as long as the rules
    say: the meeting last spoken at, or the first one attended.
    """

    member: str
    excused: int
    owing: int
    unheard: date | None = None


@dataclass(frozen=True)
class MeetingRecord:
    """One meeting with everything that its screens and papers say, and the rules of its day.

    `waiting` are the petitions of earlier meetings that were still open when this one met.
    """

    cell: Cell
    meeting: Meeting
    people: tuple[Person, ...]
    roster: tuple[Attendance, ...]
    guests: tuple[Guest, ...]
    agenda: tuple[AgendaItem, ...]
    opinions: tuple[Opinion, ...]
    votes: tuple[Vote, ...]
    documents: tuple[Document, ...]
    tasks: tuple[Task, ...]
    carried: tuple[CarriedTask, ...]
    reviews: tuple[Review, ...]
    petitions: tuple[Petition, ...]
    runs: tuple[Run, ...]
    rules: RuleSet
    revision: int = 0
    reopenings: tuple[Reopening, ...] = ()
    corrections: tuple[Correction, ...] = ()
    scores: tuple[ScoreMark, ...] = ()
    waiting: tuple[Petition, ...] = ()

    @cached_property
    def _people(self) -> dict[str, Person]:
        return {person.id: person for person in self.people}

    @cached_property
    def _reviews(self) -> dict[str, Review]:
        return {review.task: review for review in self.reviews}

    @property
    def is_open(self) -> bool:
        """Whether the meeting may still be changed."""
        return self.meeting.is_open

    @property
    def is_draft(self) -> bool:
        """Whether its papers are drafts."""
        return self.meeting.state is not MeetingState.CLOSED

    @property
    def roster_is_copied(self) -> bool:
        """Whether the roster was copied from the register; until then it follows the register."""
        return self.meeting.state is not MeetingState.PLANNED

    def person(self, member: str | None) -> Person | None:
        """Give the named member, None for nobody."""
        return self._people.get(member) if member else None

    def name_of(self, member: str | None) -> str:
        """Give the member's name, empty for nobody."""
        person = self.person(member)
        return person.name if person else ""

    def attendance_of(self, member: str | None) -> Attendance | None:
        """Give the member's line of the roster."""
        return next((line for line in self.roster if line.member == member), None)

    def review_of(self, task: str) -> Review | None:
        """Give what this meeting found of a carried task."""
        return self._reviews.get(task)

    def opinions_on(self, item: str) -> tuple[Opinion, ...]:
        """Give the opinions on one agenda item, in the order in which they were given."""
        return tuple(opinion for opinion in self.opinions if opinion.item == item)

    def votes_on(self, item: str) -> tuple[Vote, ...]:
        """Give the votes taken on one agenda item."""
        return tuple(vote for vote in self.votes if vote.item == item)

    def marked(self, *marks: Mark) -> tuple[Attendance, ...]:
        """Give the lines of the roster with one of these marks."""
        return tuple(line for line in self.roster if line.mark in marks)

    def standing(self, *kinds: StandingKind) -> tuple[Attendance, ...]:
        """Give the lines of the roster with one of these standings."""
        return tuple(line for line in self.roster if line.standing in kinds)

    @property
    def guests_present(self) -> tuple[Guest, ...]:
        """The guests who came; until one is noted as absent all who were invited."""
        return tuple(guest for guest in self.guests if guest.came)

    @property
    def held_agenda(self) -> tuple[AgendaItem, ...]:
        """The agenda without skipped items."""
        return tuple(item for item in self.agenda if not item.skipped)


def standing_on(member: str, day: date, standings: Iterable[Standing]) -> StandingKind:
    """Give a member's standing on a day; the span that began last wins, active without one."""
    spans = [
        span
        for span in standings
        if span.member == member
        and (span.since is None or span.since <= day)
        and (span.until is None or day <= span.until)
    ]
    if not spans:
        return StandingKind.ACTIVE
    return max(spans, key=lambda span: (span.since is not None, span.since, span.id)).kind


def is_in_cell(member: Member, day: date) -> bool:
    """Tell whether the member belongs to the cell on a day: not before joining the Party either."""
    began = (member.entered is None or member.entered <= day) and (
        member.joined is None or member.joined <= day
    )
    return began and (member.left is None or day < member.left)


def is_official(member: Member, day: date) -> bool:
    """Tell whether the member is recognised as official on a day."""
    return member.official is not None and member.official <= day


def roster_from_register(
    meeting: Meeting, members: Iterable[Member], standings: Iterable[Standing], rules: RuleSet
) -> tuple[Attendance, ...]:
    """Give the roster that the register asks for: those summoned, unmarked, by register number.

    To a committee meeting only members with a post of the committee are summoned.
    """
    spans: dict[str, list[Standing]] = {}
    for span in standings:
        spans.setdefault(span.member, []).append(span)
    return tuple(
        roster_line(meeting, member, standing_on(member.id, meeting.date, spans.get(member.id, ())))
        for member in sorted(members, key=lambda m: (m.number, m.id))
        if is_in_cell(member, meeting.date)
        and (
            meeting.kind is not MeetingKind.COMMITTEE
            or member.post in rules.meeting.committee_posts
        )
    )


def roster_line(meeting: Meeting, member: Member, standing: StandingKind) -> Attendance:
    """Copy one member from the register onto the roster of a meeting."""
    return Attendance(
        id=f"{meeting.id}:{member.id}",
        meeting=meeting.id,
        member=member.id,
        number=member.number,
        name=member.name,
        post=member.post,
        official=is_official(member, meeting.date),
        standing=standing,
    )


def merged_roster(
    stored: Iterable[Attendance], register: Iterable[Attendance]
) -> tuple[Attendance, ...]:
    """Give the register's roster with the marks already noted; who left but was marked stays."""
    marks = {line.member: line for line in stored}
    lines = []
    for line in register:
        noted = marks.pop(line.member, None)
        lines.append(_with_marks(line, noted) if noted else line)
    lines += [line for line in marks.values() if line.mark is not Mark.NONE]
    return tuple(sorted(lines, key=lambda line: (line.number, line.member)))


def _with_marks(line: Attendance, noted: Attendance) -> Attendance:
    kept = line.standing is noted.standing or line.standing is StandingKind.ACTIVE
    return replace(
        line,
        mark=noted.mark if kept else Mark.NONE,
        reason=noted.reason if kept else "",
        late=noted.late if kept else None,
        left_early=noted.left_early if kept else None,
        fee_owing=noted.fee_owing,
    )


def open_result(result: Result) -> bool:
    """Tell whether a task with this result comes up again."""
    return result is not Result.DONE
