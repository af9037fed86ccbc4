"""Playing a scenario into a new book, act by act, through the operations that the window uses."""

from __future__ import annotations

import datetime as dt
import hashlib
from typing import TYPE_CHECKING, Concatenate, ParamSpec

from cellsecretary.core import rows
from cellsecretary.core.change import Changes, Context, Refusal
from cellsecretary.core.kinds import Mark, MeetingState, StandingKind
from cellsecretary.core.lengths import within_limits
from cellsecretary.core.operations import (
    agenda,
    attendance,
    cell,
    closing,
    documents,
    meetings,
    members,
    minutes,
    petitions,
    preferences,
    score,
    tasks,
)
from cellsecretary.core.period import Period, Span
from cellsecretary.core.track import TrackStep
from cellsecretary.exchange.happenings import Happenings
from cellsecretary.store import Book
from cellsecretary.store.records import cell_record, meeting_record

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from cellsecretary.core.change import Answer
    from cellsecretary.core.record import MeetingRecord
    from cellsecretary.core.register import CellRecord
    from cellsecretary.core.ruleset import RuleSource
    from cellsecretary.exchange.scenario import (
        AttendanceInput,
        MeetingInput,
        MemberInput,
        Scenario,
        ScoreInput,
    )
    from cellsecretary.store import Step

P = ParamSpec("P")

_BEFORE = dt.time(8, 0)


class ReplayRefused(Exception):
    """A step is refused by the rules: the scenario contradicts itself."""

    def __init__(self, refusal: Refusal) -> None:
        super().__init__(refusal.problems[0].why.value)
        self.refusal = refusal


class Replay:
    """One replay of a scenario into an empty book.

    The time of each act is that of its meeting, or the morning of the day on which something
    happened between meetings. The names of rows follow from the scenario's text, so that two
    replays give equal books.
    """

    def __init__(self, scenario: Scenario, book: Book) -> None:
        self._scenario = scenario
        self._book = book
        self._named = 0
        self._now = dt.datetime.combine(scenario.cell.term_start, _BEFORE)
        self._ids: dict[int | None, str | None] = {None: None}
        self._happenings = Happenings(self._ids)
        self.refused: list[tuple[MeetingRecord, Refusal]] = []

    def steps(self) -> Iterator[Step]:
        """Carry the acts out one after another; each step given is on the disk.

        Meetings that may not be closed are left open and noted in `refused`.
        """
        yield from self._apply(cell.start_book(self._context(), self._cell()))
        told = Context(self._told(), self._new_id)
        yield from self._apply(members.import_members(self._register, told, self._first_members()))
        self._ids |= {member.number: member.id for member in self._register.members}
        for member in self._scenario.members:
            first = self._scenario.cell.term_start
            self._happenings.expect_member(member, _member(member), first)
        for review in self._scenario.year_reviews:
            rules = self._book.rules(Period(Span.YEAR, review.year).last)
            self._happenings.expect_review(review, rules.year_review)
        for meeting in self._scenario.meetings:
            yield from self._until(meeting.date)
            yield from self._meeting(meeting)
        yield from self._until(dt.date.max)

    def mark_as_practice(self) -> None:
        """Mark the book, before anything is played into it."""
        self._book.apply(preferences.mark_as_practice(self._context()), self._now)

    def _until(self, day: dt.date) -> Iterator[Step]:
        """Carry out what happens to a day, that day included."""
        for when, act in self._happenings.until(day):
            self._now = max(self._now, dt.datetime.combine(when, _BEFORE))
            yield from self._apply(act(self._register, self._context()))

    def _told(self) -> dt.datetime:
        """Give when the scenario was told: it has no clock, but what it tells of has happened."""
        given = self._scenario
        days = {given.cell.term_start, *(meeting.date for meeting in given.meetings)}
        days |= {day for member in given.members for day in (member.joined, member.official) if day}
        return dt.datetime.combine(max(days), _BEFORE)

    def _cell(self) -> rows.Cell:
        given = self._scenario.cell
        return rows.Cell(
            id="",
            name=given.name,
            kind=given.kind,
            superior=given.superior,
            commune=given.commune,
            place=given.place,
            day=given.day,
            time=given.time,
            shift=given.shift,
            term_start=given.term_start,
            assigned=given.assigned,
            assigned_title=given.assigned_title,
        )

    def _first_members(self) -> list[tuple[rows.Member, StandingKind]]:
        """Give who is in the register before the first meeting."""
        return [
            (_member(given), given.standing)
            for given in self._scenario.members
            if not self._comes_later(given)
        ]

    def _comes_later(self, given: MemberInput) -> bool:
        first = min((meeting.date for meeting in self._scenario.meetings), default=None)
        return first is not None and given.entered is not None and given.entered > first

    def _meeting(self, given: MeetingInput) -> Iterator[Step]:
        self._now = dt.datetime.combine(given.date, given.start or self._scenario.cell.time)
        plan = self._plan(given)
        yield from self._apply(plan)
        assert isinstance(plan, Changes)
        key = plan.changes[0].row.id
        yield from self._agenda(key, given)
        yield from self._preparation(key, given)
        if given.start is not None:
            yield from self._do(key, meetings.set_times, given.start, None)
        if given.attendance is not None:
            yield from self._attendance(key, given.attendance)
        if given.fees is not None:
            owing = [self._id(number) for number in given.fees.owing]
            yield from self._do(key, attendance.change_fees, given.fees.paid, owing)
        yield from self._texts(key, given)
        yield from self._votes(key, given)
        yield from self._tasks(key, given)
        yield from self._papers(key, given)
        if given.end is not None:
            self._now = dt.datetime.combine(given.date, given.end)
            yield from self._do(key, meetings.set_times, given.start, given.end)
        if given.score is not None:
            yield from self._score(key, given.score)
        yield from self._close(key)
        self._happenings.follow_meeting(meeting_record(self._book, key), given)

    def _plan(self, given: MeetingInput) -> Answer:
        meeting = rows.Meeting(
            id="",
            date=given.date,
            kind=given.kind,
            title=given.title,
            starts=given.start or self._scenario.cell.time,
            place=given.place or self._scenario.cell.place,
            topic=given.topic,
            chair=self._ids[given.chair],
            minute_taker=self._ids[given.minute_taker],
            off_day_reason=given.off_day_reason,
        )
        return meetings.plan_meeting(
            self._register,
            self._context(),
            meeting,
            self._book.rules(given.date),
            [
                rows.Guest("", "", 0, guest.name, guest.title, guest.role, guest.came)
                for guest in given.guests
            ],
            steps=(),
        )

    def _agenda(self, key: str, given: MeetingInput) -> Iterator[Step]:
        for item in given.agenda:
            row = rows.AgendaItem(
                id="",
                meeting=key,
                position=0,
                part=item.part,
                title=item.title,
                presenter=self._ids[item.presenter],
                minutes=item.minutes,
            )
            yield from self._do(key, agenda.add_item, row)

    def _preparation(self, key: str, given: MeetingInput) -> Iterator[Step]:
        done = {
            TrackStep.COMMITTEE_MET: given.committee_meeting,
            TrackStep.NOTIFIED: given.notified,
            TrackStep.SUPERIOR_NOTIFIED: given.superior_notified,
            TrackStep.POSTED: given.posted,
        }
        for step, day in done.items():
            yield from self._do(key, meetings.prepare_meeting, step, day)

    def _attendance(self, key: str, noted: AttendanceInput) -> Iterator[Step]:
        yield from self._do(key, attendance.mark_all_present)
        for line in noted.excused:
            member = self._id(line.member)
            yield from self._do(key, attendance.mark, member, Mark.EXCUSED, line.reason)
        for number in noted.unexcused:
            yield from self._do(key, attendance.mark, self._id(number), Mark.UNEXCUSED)
        for number in (*noted.exempt_present, *noted.visiting_present):
            yield from self._do(key, attendance.mark, self._id(number), Mark.PRESENT)
        late = {line.member: line.at for line in noted.late}
        early = {line.member: line.at for line in noted.left_early}
        for number in sorted(early.keys() | late.keys()):
            record = meeting_record(self._book, key)
            yield from self._apply(
                attendance.note(
                    record,
                    self._context(),
                    self._id(number),
                    late=late.get(number),
                    left_early=early.get(number),
                )
            )

    def _texts(self, key: str, given: MeetingInput) -> Iterator[Step]:
        for item, entry in zip(self._items(key), given.agenda, strict=True):
            yield from self._do(key, minutes.write_body, item, entry.body)
            for opinion in entry.opinions:
                yield from self._do(
                    key,
                    minutes.add_opinion,
                    item,
                    self._ids[opinion.speaker],
                    opinion.text,
                    opinion.speaker_other,
                    beforehand=opinion.beforehand,
                )
            yield from self._do(key, minutes.write_conclusion, item, entry.conclusion)

    def _votes(self, key: str, given: MeetingInput) -> Iterator[Step]:
        items = self._items(key)
        for vote in given.votes:
            row = rows.Vote(
                id="",
                meeting=key,
                item=items[vote.item],
                position=0,
                question=vote.question,
                method=vote.method,
                needs=vote.needs,
                in_favour=vote.in_favour,
                against=vote.against,
                other=vote.other,
                issued=vote.issued,
                returned=vote.returned,
                valid=vote.valid,
            )
            yield from self._do(key, minutes.add_vote, row)

    def _tasks(self, key: str, given: MeetingInput) -> Iterator[Step]:
        carried = meeting_record(self._book, key).carried
        codes = {entry.task.code: entry.task.id for entry in carried}
        for review in given.reviews:
            task = codes.get(review.task, review.task)
            found = (review.result, review.percent, review.note, review.achieved)
            yield from self._do(key, tasks.review_task, task, *found)
            if review.second_reader is not None:
                reader = self._id(review.second_reader)
                yield from self._do(key, tasks.name_second_reader, task, reader)
        for entry in given.tasks:
            row = rows.Task(
                id="",
                meeting=key,
                position=0,
                code=entry.code,
                given=given.date,
                what=entry.what,
                product=entry.product,
                lead=self._ids[entry.lead],
                helpers=tuple(self._id(number) for number in entry.helpers),
                due=entry.due,
                amount=entry.amount,
                unit=entry.unit,
            )
            yield from self._do(key, tasks.give_task, self._register, row)

    def _papers(self, key: str, given: MeetingInput) -> Iterator[Step]:
        for wish in given.petitions:
            row = rows.Petition("", key, 0, wish.source, wish.text, wish.addressee, wish.concerns)
            yield from self._do(key, petitions.add_petition, row)
        for entry in given.documents:
            issued = rows.Document("", key, entry.type, entry.number, entry.title, given.date)
            yield from self._do(key, documents.add_document, self._register, issued)

    def _score(self, key: str, given: ScoreInput) -> Iterator[Step]:
        yield from self._do(key, score.take_proposals, given.form)
        for criterion, points in given.points.items():
            yield from self._do(key, score.answer, given.form, criterion, points)

    def _close(self, key: str) -> Iterator[Step]:
        record = meeting_record(self._book, key)
        if record.meeting.state is MeetingState.PLANNED and record.meeting.end is None:
            return
        answer = closing.close(
            record, self._context(), cell_record(self._book), self._book.chain_head()
        )
        if isinstance(answer, Refusal):
            self.refused.append((record, answer))
        else:
            yield from self._apply(answer)

    @property
    def _register(self) -> CellRecord:
        return cell_record(self._book)

    def _items(self, key: str) -> list[str]:
        return [item.id for item in meeting_record(self._book, key).agenda]

    def _id(self, number: int) -> str:
        member = self._ids[number]
        assert member is not None
        return member

    def _context(self) -> Context:
        return Context(self._now, self._new_id)

    def _new_id(self) -> str:
        self._named += 1
        return hashlib.sha256(f"{self._scenario.seed}:{self._named}".encode()).hexdigest()[:16]

    def _do(
        self,
        key: str,
        operation: Callable[Concatenate[MeetingRecord, Context, P], Answer],
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> Iterator[Step]:
        record = meeting_record(self._book, key)
        return self._apply(operation(record, self._context(), *args, **kwargs))

    def _apply(self, answer: Answer) -> Iterator[Step]:
        answer = within_limits(answer)
        if isinstance(answer, Refusal):
            raise ReplayRefused(answer)
        step = self._book.apply(answer, self._now)
        if step is not None:
            yield step


def rehearsed(
    scenario: Scenario, rules: RuleSource, *, practice: bool = False
) -> tuple[Book, Replay]:
    """Play a scenario in memory: the book that it makes, and the replay for what it refused.

    A year of acts, each waiting for the disk, takes ten times as long. A `practice` cell is marked.
    """
    book = Book.in_memory(rules)
    replay = Replay(scenario, book)
    if practice:
        replay.mark_as_practice()
    for _ in replay.steps():
        pass
    return book, replay


def _member(given: MemberInput) -> rows.Member:
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
