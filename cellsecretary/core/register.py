"""The cell as a whole: its register of members, what it issued, what it gave out, its meetings."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING

from cellsecretary.core.kinds import DocumentType, MeetingKind, MeetingState, StandingKind
from cellsecretary.core.naming import named_on
from cellsecretary.core.record import is_in_cell, open_result, standing_on

if TYPE_CHECKING:
    from cellsecretary.core.life_rows import (
        Contact,
        PostSpan,
        RegisterCheck,
        Renaming,
        Term,
        YearReview,
    )
    from cellsecretary.core.office_rows import (
        DayOff,
        MonthPlan,
        PaperTrace,
        Preference,
        RuleFile,
        Template,
    )
    from cellsecretary.core.rows import (
        Attendance,
        Cell,
        Document,
        Meeting,
        Member,
        PastMeeting,
        Petition,
        Review,
        ScoreMark,
        Standing,
        Task,
    )
    from cellsecretary.core.superior_rows import Directive, Receipt


@dataclass(frozen=True)
class CellRecord:
    """Everything of a cell that is not inside one meeting.

    `chain` is position and hash of the last closed record, (0, "") before the first.
    `named` holds the members whom a meeting, task or opinion names: they can never be deleted.
    `absences` are the lines of the newest closed meetings that say more than that somebody came:
    absent, with a reason or without, or owing the fee.
    `disseminated` are the directives that stood on the agenda of a meeting held in their time.
    """

    cell: Cell
    members: tuple[Member, ...] = ()
    standings: tuple[Standing, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    documents: tuple[Document, ...] = ()
    tasks: tuple[Task, ...] = ()
    reviews: tuple[Review, ...] = ()
    past_meetings: tuple[PastMeeting, ...] = ()
    preferences: tuple[Preference, ...] = ()
    month_plans: tuple[MonthPlan, ...] = ()
    days_off: tuple[DayOff, ...] = ()
    templates: tuple[Template, ...] = ()
    rule_files: tuple[RuleFile, ...] = ()
    scores: tuple[ScoreMark, ...] = ()
    petitions: tuple[Petition, ...] = ()
    renamings: tuple[Renaming, ...] = ()
    terms: tuple[Term, ...] = ()
    post_spans: tuple[PostSpan, ...] = ()
    contacts: tuple[Contact, ...] = ()
    register_checks: tuple[RegisterCheck, ...] = ()
    year_reviews: tuple[YearReview, ...] = ()
    paper_traces: tuple[PaperTrace, ...] = ()
    receipts: tuple[Receipt, ...] = ()
    directives: tuple[Directive, ...] = ()
    disseminated: frozenset[str] = frozenset()
    chain: tuple[int, str] = (0, "")
    named: frozenset[str] = frozenset()
    absences: tuple[Attendance, ...] = ()

    def cell_on(self, day: dt.date) -> Cell:
        """Give the cell as it was called on a day."""
        return named_on(self.cell, self.renamings, day)

    def member(self, member: str | None) -> Member | None:
        """Give a member by id."""
        return self._members.get(member) if member else None

    @cached_property
    def _members(self) -> dict[str, Member]:
        return {member.id: member for member in self.members}

    def name_of(self, member: str | None) -> str:
        """Give a member's name, empty for nobody."""
        found = self.member(member)
        return found.name if found else ""

    def meeting(self, meeting: str | None) -> Meeting | None:
        """Give a meeting by id."""
        return self._meetings.get(meeting) if meeting else None

    @cached_property
    def _meetings(self) -> dict[str, Meeting]:
        return {meeting.id: meeting for meeting in self.meetings}

    def receipt_of(self, meeting: str) -> Receipt | None:
        """Give what the superior confirmed to have of a meeting."""
        return next((one for one in self.receipts if one.meeting == meeting), None)

    def same_day_as(self, meeting: Meeting) -> Meeting | None:
        """Give another meeting of the day that leaves no place for one of this kind."""
        return next(
            (
                other
                for other in self.meetings
                if other.id != meeting.id
                and other.date == meeting.date
                and other.state is not MeetingState.CANCELLED
                and _are_one_meeting(other.kind, meeting.kind)
            ),
            None,
        )

    def standing(self, member: str, day: dt.date) -> StandingKind:
        """Give a member's standing on a day."""
        return standing_on(member, day, self.standings)

    def members_on(self, day: dt.date) -> tuple[Member, ...]:
        """Give those who belong to the cell on a day, visiting members included."""
        return tuple(member for member in self.members if is_in_cell(member, day))

    def has(self, member: Member, day: dt.date) -> bool:
        """Tell whether a member is the cell's own on a day; visiting ones are of another cell."""
        standing = self.standing(member.id, day)
        return is_in_cell(member, day) and standing is not StandingKind.VISITING

    def next_number(self) -> int:
        """Propose the next number of the register."""
        return max((member.number for member in self.members), default=0) + 1

    def term_documents(self, kind: DocumentType) -> tuple[Document, ...]:
        """Give the documents of one type in this term; their numbers run from 1 within it."""
        return tuple(
            document
            for document in self.documents
            if document.type is kind and document.date >= self.cell.term_start
        )

    def next_document_number(self, kind: DocumentType) -> int | None:
        """Propose the next number of a type; None while none is known, so that it is asked for."""
        numbers = [document.number for document in self.term_documents(kind)]
        return max(numbers) + 1 if numbers else None

    def missing_document_numbers(self, kind: DocumentType) -> tuple[range, ...]:
        """Give the runs of numbers of a type that no document of this term has.

        They are looked for from the first known number on: those before it are on paper.
        """
        numbers = sorted(document.number for document in self.term_documents(kind))
        return tuple(
            range(before + 1, after) for before, after in pairwise(numbers) if after > before + 1
        )

    def term_task_codes(self) -> frozenset[str]:
        """Give the codes that tasks of this term already have."""
        return frozenset(task.code for task in self.tasks if task.given >= self.cell.term_start)

    def last_review(self, task: str) -> Review | None:
        """Give the newest result of a task, by the date of the meeting that found it."""
        return self._last_reviews.get(task)

    @cached_property
    def _last_reviews(self) -> dict[str, Review]:
        dates = {meeting.id: (meeting.date, meeting.starts) for meeting in self.meetings}
        reviews = sorted(self.reviews, key=lambda review: dates[review.meeting])
        return {review.task: review for review in reviews}

    def is_task_open(self, task: str) -> bool:
        """Tell whether a task still comes up in the next meeting."""
        review = self.last_review(task)
        return review is None or open_result(review.result)

    def open_tasks(self) -> tuple[Task, ...]:
        """Give all open tasks, earliest due first, those without a date last."""
        last = dt.date.max
        return tuple(
            sorted(
                (task for task in self.tasks if self.is_task_open(task.id)),
                key=lambda task: (task.due or last, task.given, task.position),
            )
        )

    def newest_closed(self) -> Meeting | None:
        """Give the latest closed meeting, the only one that may be opened again."""
        closed = [m for m in self.meetings if m.state is MeetingState.CLOSED]
        return max(closed, key=lambda m: (m.date, m.starts), default=None)

    def next_open_meeting(self) -> Meeting | None:
        """Give the earliest meeting that is planned or running."""
        waiting = [m for m in self.meetings if m.is_open]
        return min(waiting, key=lambda m: (m.date, m.starts), default=None)

    def committee_meetings(self, meeting: str) -> tuple[Meeting, ...]:
        """Give the meetings of the committee that prepare a meeting, in their order."""
        return tuple(m for m in self.meetings if m.prepares == meeting)


def _are_one_meeting(first: MeetingKind, second: MeetingKind) -> bool:
    """Tell whether a cell holds one such meeting on a day; one may be regular and thematic."""
    both = {first, second}
    if MeetingKind.REGULAR_THEMATIC in both:
        return both <= {MeetingKind.REGULAR_THEMATIC, MeetingKind.REGULAR, MeetingKind.THEMATIC}
    return first is second and first is not MeetingKind.EXTRAORDINARY
