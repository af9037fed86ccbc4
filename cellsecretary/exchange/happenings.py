"""What a scenario lets happen between its meetings: members come and go, papers and wishes move."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cellsecretary.core.change import Changes
from cellsecretary.core.kinds import StandingKind
from cellsecretary.core.life_rows import YearReview
from cellsecretary.core.operations import (
    documents,
    meetings,
    members,
    petitions,
    score,
    year_review,
)
from cellsecretary.core.petition_lines import PetitionStep
from cellsecretary.core.track import TrackStep
from cellsecretary.exchange.scenario import StandingInput

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterator

    from cellsecretary.core import rows
    from cellsecretary.core.change import Answer, Context
    from cellsecretary.core.record import MeetingRecord
    from cellsecretary.core.register import CellRecord
    from cellsecretary.core.ruleset import YearReviewRules
    from cellsecretary.exchange.scenario import (
        MeetingInput,
        MemberInput,
        PetitionInput,
        ScoreInput,
        YearReviewInput,
    )

    Act = Callable[[CellRecord, Context], Answer]


class Happenings:
    """Acts that wait for their day; `ids` has the rows of members by number, and gets new ones."""

    def __init__(self, ids: dict[int | None, str | None]) -> None:
        self._ids = ids
        self._waiting: list[tuple[dt.date, Act]] = []

    def until(self, day: dt.date) -> Iterator[tuple[dt.date, Act]]:
        """Give the acts up to a day, that day included, in the order of time."""
        while due := [one for one in self._waiting if one[0] <= day]:
            first = min(due, key=lambda one: one[0])
            self._waiting.remove(first)
            yield first

    def expect_member(self, given: MemberInput, row: rows.Member, since: dt.date) -> None:
        """Let what is told of a member happen; `since` is the day of spans that have none."""
        for span in given.standings:
            self._on(span.since or since, self._standing(given, span))
        self._on(given.left, self._leaving(given, None))
        self._on(given.left_confirmed, self._leaving(given, given.left_confirmed))
        if not self._ids.get(given.no):
            self._on(given.entered, self._entering(row))
            if given.standing is not StandingKind.ACTIVE:
                span = StandingInput(given.standing, since=given.entered)
                self._on(given.entered, self._standing(given, span))

    def expect_review(self, given: YearReviewInput, rules: YearReviewRules) -> None:
        """Let the review of a year be decided, by the rules of that year."""
        self._on(given.decided, self._reviewing(given, rules))

    def follow_meeting(self, record: MeetingRecord, given: MeetingInput) -> None:
        """Let what comes after a meeting happen."""
        key = record.meeting.id
        for step, day in (
            (TrackStep.MINUTES_POSTED, given.minutes_posted),
            (TrackStep.REPORTED, given.reported),
        ):
            self._on(day, _after_meeting(key, step, day))
        issued = {(document.type, document.number): document.id for document in record.documents}
        for document in given.documents:
            row = issued[document.type, document.number]
            self._on(document.posted, _posting(row, document.posted))
        for petition, wish in zip(record.petitions, given.petitions, strict=True):
            self._follow_petition(petition.id, wish)
        if given.score is not None:
            self._follow_score(record, given.score)

    def _follow_petition(self, petition: str, wish: PetitionInput) -> None:
        for step, day in (
            (PetitionStep.SENT, wish.sent),
            (PetitionStep.ANSWERED, wish.answered),
            (PetitionStep.TOLD, wish.told),
        ):
            self._on(day, _petition_step(petition, step, day))
            if step is PetitionStep.ANSWERED and wish.answer:
                self._on(day, _petition_answer(petition, wish.answer))

    def _follow_score(self, record: MeetingRecord, given: ScoreInput) -> None:
        for criterion, points in given.superior.items():
            day = given.confirmed or record.meeting.date
            self._on(day, _superior_points(record, given.form, criterion, points))
        confirming = _confirming(record.meeting.id, given.confirmed, given.confirmed_by)
        self._on(given.confirmed, confirming)

    def _on(self, day: dt.date | None, act: Act) -> None:
        """Let something happen on a day, unless it never does."""
        if day is not None:
            self._waiting.append((day, act))

    def _member(self, number: int) -> str:
        member = self._ids[number]
        assert member is not None
        return member

    def _entering(self, row: rows.Member) -> Act:
        def act(register: CellRecord, ctx: Context) -> Answer:
            answer = members.add_member(register, ctx, row)
            if isinstance(answer, Changes):
                self._ids[row.number] = answer.changes[0].row.id
            return answer

        return act

    def _standing(self, given: MemberInput, span: StandingInput) -> Act:
        return lambda register, ctx: members.change_standing(
            *(register, ctx, self._member(given.no), span.kind),
            *(span.since, span.until, span.reason),
            applied=span.applied,
            decided=span.decided,
        )

    def _leaving(self, given: MemberInput, confirmed: dt.date | None) -> Act:
        def act(register: CellRecord, ctx: Context) -> Answer:
            assert given.left is not None
            return members.end_membership(
                *(register, ctx, self._member(given.no), given.left),
                *(given.left_reason, given.leaving),
                to=given.left_to,
                confirmed=confirmed,
            )

        return act

    def _reviewing(self, given: YearReviewInput, rules: YearReviewRules) -> Act:
        def act(register: CellRecord, ctx: Context) -> Answer:
            points = (given.general, given.results, given.level, given.note)
            review = YearReview("", given.year, self._ids[given.member], *points)
            return year_review.review_year(register, ctx, review, rules)

        return act


def _after_meeting(key: str, step: TrackStep, day: dt.date | None) -> Act:
    return lambda register, ctx: meetings.follow_up_meeting(register, ctx, key, step, day)


def _posting(document: str, day: dt.date | None) -> Act:
    return lambda register, ctx: documents.post_document(register, ctx, document, day)


def _petition_step(petition: str, step: PetitionStep, day: dt.date | None) -> Act:
    return lambda register, ctx: petitions.follow_up_petition(register, ctx, petition, step, day)


def _petition_answer(petition: str, answer: str) -> Act:
    return lambda register, ctx: petitions.write_answer(register, ctx, petition, answer)


def _superior_points(record: MeetingRecord, form: str, criterion: str, points: int) -> Act:
    def act(register: CellRecord, ctx: Context) -> Answer:
        marks = [mark for mark in register.scores if mark.meeting == record.meeting.id]
        return score.note_superior(record, ctx, marks, form, criterion, points)

    return act


def _confirming(meeting: str, day: dt.date | None, by: str) -> Act:
    return lambda register, ctx: score.confirm_score(register, ctx, meeting, day, by)
