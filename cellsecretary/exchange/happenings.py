"""What a scenario tells of between the meetings: members, papers and answers that come and go."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from cellsecretary.core import rows
from cellsecretary.core.change import Changes
from cellsecretary.core.kinds import MeetingState, StandingKind
from cellsecretary.core.life_rows import YearReview
from cellsecretary.core.operations import (
    documents,
    meetings,
    members,
    petitions,
    score,
    year_review,
)
from cellsecretary.core.period import Period, Span
from cellsecretary.core.petition_lines import PetitionStep
from cellsecretary.core.track import TrackStep
from cellsecretary.exchange.scenario import StandingInput
from cellsecretary.store.records import cell_record

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterator

    from cellsecretary.core.change import Answer, Context
    from cellsecretary.core.record import MeetingRecord
    from cellsecretary.core.register import CellRecord
    from cellsecretary.exchange.scenario import (
        MeetingInput,
        MemberInput,
        Scenario,
        ScoreInput,
        YearReviewInput,
    )
    from cellsecretary.store import Book


class Happenings:
    """Acts that wait for their day.

    `ids` are the rows of the members by number; who comes later is entered into it.
    """

    def __init__(
        self,
        scenario: Scenario,
        book: Book,
        context: Callable[[], Context],
        ids: dict[int | None, str | None],
    ) -> None:
        self._scenario = scenario
        self._book = book
        self._context = context
        self._ids = ids
        self._waiting: list[tuple[dt.date, Callable[[], Answer]]] = []

    def until(self, day: dt.date) -> Iterator[tuple[dt.date, Callable[[], Answer]]]:
        """Give what happens to a day, that day included, in the order of time."""
        while due := [waiting for waiting in self._waiting if waiting[0] <= day]:
            first = min(due, key=lambda waiting: waiting[0])
            self._waiting.remove(first)
            yield first

    def expect(self) -> None:
        """Let what the scenario tells of its members happen on its day."""
        for member in self._scenario.members:
            self._expect_member(member)
        for review in self._scenario.year_reviews:
            self._on(review.decided, partial(self._review_year, review))

    def follow_up(self, record: MeetingRecord, given: MeetingInput) -> None:
        """Let what comes after a meeting happen on its day."""
        done = {
            TrackStep.MINUTES_POSTED: given.minutes_posted,
            TrackStep.REPORTED: given.reported,
        }
        for step, day in done.items():
            self._on(day, partial(self._note_step, record.meeting.id, step, day))
        issued = {(document.type, document.number): document.id for document in record.documents}
        for document in given.documents:
            row = issued[document.type, document.number]
            self._on(document.posted, partial(self._post, row, document.posted))
        for petition, wish in zip(record.petitions, given.petitions, strict=True):
            for petition_step in PetitionStep:
                day = getattr(wish, petition_step)
                self._on(day, partial(self._note_petition, petition.id, petition_step, day))
            if wish.answer:
                self._on(wish.answered, partial(self._answer, petition.id, wish.answer))
        if given.score is not None:
            self._expect_superior(record, given.score)

    def _on(self, day: dt.date | None, act: Callable[[], Answer]) -> None:
        """Let something happen on a day, unless it never does."""
        if day is not None:
            self._waiting.append((day, act))

    # Members

    def _expect_member(self, given: MemberInput) -> None:
        standings = given.standings
        if comes_later(self._scenario, given):
            self._on(given.entered, partial(self._enter, given))
            if given.standing is not StandingKind.ACTIVE:
                standings = (StandingInput(given.standing, since=given.entered), *standings)
        for span in standings:
            since = span.since or self._scenario.cell.term_start
            self._on(since, partial(self._stand, given, span))
        self._on(given.left, partial(self._leave, given))
        self._on(given.left_confirmed, partial(self._leave, given, given.left_confirmed))

    def _enter(self, given: MemberInput) -> Answer:
        answer = members.add_member(self._register, self._context(), member_row(given))
        if isinstance(answer, Changes):
            self._ids[given.no] = answer.changes[0].row.id
        return answer

    def _stand(self, given: MemberInput, span: StandingInput) -> Answer:
        return members.change_standing(
            self._register,
            self._context(),
            self._id(given.no),
            span.kind,
            span.since,
            span.until,
            span.reason,
            applied=span.applied,
            decided=span.decided,
        )

    def _leave(self, given: MemberInput, confirmed: dt.date | None = None) -> Answer:
        assert given.left is not None
        return members.end_membership(
            self._register,
            self._context(),
            self._id(given.no),
            given.left,
            given.left_reason,
            given.leaving,
            to=given.left_to,
            confirmed=confirmed,
        )

    def _review_year(self, given: YearReviewInput) -> Answer:
        review = YearReview(
            "",
            given.year,
            self._ids[given.member],
            given.general,
            given.results,
            given.level,
            given.note,
        )
        rules = self._book.rules(Period(Span.YEAR, given.year).last).year_review
        return year_review.review_year(self._register, self._context(), review, rules)

    # What comes after a meeting

    def _note_step(self, meeting: str, step: TrackStep, day: dt.date | None) -> Answer:
        return meetings.follow_up_meeting(self._register, self._context(), meeting, step, day)

    def _post(self, document: str, day: dt.date | None) -> Answer:
        return documents.post_document(self._register, self._context(), document, day)

    def _note_petition(self, petition: str, step: PetitionStep, day: dt.date | None) -> Answer:
        return petitions.follow_up_petition(self._register, self._context(), petition, step, day)

    def _answer(self, petition: str, text: str) -> Answer:
        return petitions.write_answer(self._register, self._context(), petition, text)

    def _expect_superior(self, record: MeetingRecord, given: ScoreInput) -> None:
        day = given.confirmed or record.meeting.date
        for criterion, points in given.superior.items():
            self._on(day, partial(self._note_superior, record, given.form, criterion, points))
        if record.meeting.state is MeetingState.CLOSED:
            self._on(given.confirmed, partial(self._confirm, record.meeting.id, given))

    def _note_superior(
        self, record: MeetingRecord, form: str, criterion: str, points: int
    ) -> Answer:
        marks = [mark for mark in self._register.scores if mark.meeting == record.meeting.id]
        return score.note_superior(record, self._context(), marks, form, criterion, points)

    def _confirm(self, key: str, given: ScoreInput) -> Answer:
        return score.confirm_score(
            self._register, self._context(), key, given.confirmed, given.confirmed_by
        )

    @property
    def _register(self) -> CellRecord:
        return cell_record(self._book)

    def _id(self, number: int) -> str:
        member = self._ids[number]
        assert member is not None
        return member


def comes_later(scenario: Scenario, given: MemberInput) -> bool:
    """Tell whether a member enters the cell only after its first meeting."""
    first = min((meeting.date for meeting in scenario.meetings), default=None)
    return first is not None and given.entered is not None and given.entered > first


def member_row(given: MemberInput) -> rows.Member:
    """Give a line of the register as it is when the member comes into it."""
    return rows.Member(
        id="",
        number=given.no,
        name=given.name,
        sex=given.sex,
        born=given.born,
        joined=given.joined,
        official=given.official,
        card=given.card or "",
        post=given.post or "",
        phone=given.phone or "",
        entered=given.entered,
        entered_from=given.entered_from,
        village_head=given.village_head,
    )
