"""The life of a petition: steps in order, days counted, told to the people or coming up again."""

from __future__ import annotations

import datetime as dt
import random
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from cellsecretary.core.advice import Point, cell_advice
from cellsecretary.core.change import Refusal, Why
from cellsecretary.core.kinds import MeetingKind, MeetingState, PetitionState, Result
from cellsecretary.core.operations.closing import close, reopen
from cellsecretary.core.operations.minutes import delete_opinion, write_opinion
from cellsecretary.core.operations.petitions import (
    add_petition,
    follow_up_petition,
    mark_opinion,
    note_answer,
    unmark_opinion,
    write_answer,
)
from cellsecretary.core.operations.tasks import review_task
from cellsecretary.core.period import Period, PeriodRecord, Span
from cellsecretary.core.petition_lines import (
    PetitionStep,
    count_states,
    known_on,
    next_step,
    petition_lines,
    petition_state,
    petitions_of,
    waiting_too_long,
)
from cellsecretary.core.register import CellRecord
from cellsecretary.core.rows import Meeting, Petition
from cellsecretary.rules import bundled
from cellsecretary.store.records import cell_record
from tests.building import AFTER, OCTOBER, carry_out, context, done, meeting_id, record_of
from tests.papers import records

if TYPE_CHECKING:
    from cellsecretary.core.record import MeetingRecord
    from cellsecretary.store import Book

SENT, ANSWERED, TOLD = PetitionStep
DAY = dt.date(2026, 11, 5)
TODAY = AFTER.date()


def wish(**values: object) -> Petition:
    return Petition("p", "m", 1, "Nhân dân", "Sửa mương", **values)  # type: ignore[arg-type]


def held(identity: str, day: dt.date, **values: object) -> Meeting:
    kind = MeetingKind.REGULAR
    values = {"state": MeetingState.CLOSED} | values
    return Meeting(identity, day, kind, "", dt.time(8), "", **values)  # type: ignore[arg-type]


@pytest.fixture
def closed(book: Book) -> Book:
    """The book with one petition in its newest meeting, which is closed."""
    record = record_of(book)
    task = next(c.task.id for c in record.carried if c.task.code == "T4")
    carry_out(book, review_task, record, task, Result.DONE)
    carry_out(book, add_petition, record_of(book), wish())
    carry_out(book, close, record_of(book), cell_record(book), book.chain_head())
    return book


def added(book: Book) -> Petition:
    return next(row for row in cell_record(book).petitions if row.text == "Sửa mương")


def note(book: Book, step: PetitionStep, day: dt.date | None) -> None:
    carry_out(book, follow_up_petition, cell_record(book), added(book).id, step, day)


def why_not(book: Book, step: PetitionStep, day: dt.date | None) -> tuple[Why, str]:
    answer = follow_up_petition(cell_record(book), context(), added(book).id, step, day)
    assert isinstance(answer, Refusal)
    return answer.problems[0].why, answer.problems[0].field


# One petition


def test_a_petition_waits_for_the_first_step_without_a_day() -> None:
    row = wish()
    states = [petition_state(row)]
    for step in PetitionStep:
        assert next_step(row) is step
        row = replace(row, **{step.value: DAY})  # type: ignore[arg-type]
        states.append(petition_state(row))
    assert states == list(PetitionState)
    assert next_step(row) is None


def test_what_came_later_was_not_known_yet() -> None:
    row = wish(sent=DAY, answered=DAY + dt.timedelta(9), answer="Sẽ sửa", told=TODAY)
    known = known_on(row, DAY + dt.timedelta(8))
    assert (known.sent, known.answered, known.answer, known.told) == (DAY, None, "", None)
    assert known_on(row, TODAY) == row


def test_the_steps_are_noted_after_the_meeting_and_leave_its_record_alone(closed: Book) -> None:
    before = record_of(closed)
    note(closed, SENT, DAY)
    note(closed, ANSWERED, DAY)
    carry_out(closed, write_answer, cell_record(closed), added(closed).id, "Xã sẽ sửa")
    note(closed, TOLD, TODAY)
    assert (added(closed).sent, added(closed).answer, added(closed).told) == (
        DAY,
        "Xã sẽ sửa",
        TODAY,
    )
    assert record_of(closed) == before


def test_a_step_without_the_one_before_is_refused(closed: Book) -> None:
    assert why_not(closed, ANSWERED, DAY) == (Why.EARLIER_STEP_MISSING, "answered")
    note(closed, SENT, DAY)
    assert why_not(closed, TOLD, DAY) == (Why.EARLIER_STEP_MISSING, "told")
    answer = write_answer(cell_record(closed), context(), added(closed).id, "Sẽ sửa")
    assert isinstance(answer, Refusal)


def test_days_that_do_not_follow_upon_each_other_are_refused(closed: Book) -> None:
    assert why_not(closed, SENT, dt.date(2026, 11, 2)) == (Why.DATES_OUT_OF_ORDER, "sent")
    assert why_not(closed, SENT, TODAY + dt.timedelta(1)) == (Why.DATES_OUT_OF_ORDER, "sent")
    note(closed, SENT, DAY)
    before = DAY - dt.timedelta(1)
    assert why_not(closed, ANSWERED, before) == (Why.DATES_OUT_OF_ORDER, "answered")
    note(closed, ANSWERED, DAY)
    assert why_not(closed, SENT, TODAY) == (Why.DATES_OUT_OF_ORDER, "sent")
    assert why_not(closed, TOLD, before) == (Why.DATES_OUT_OF_ORDER, "told")


def test_a_step_is_taken_back_from_the_last_one_on_and_the_answer_with_it(closed: Book) -> None:
    note(closed, SENT, DAY)
    note(closed, ANSWERED, DAY)
    carry_out(closed, write_answer, cell_record(closed), added(closed).id, "Xã sẽ sửa")
    assert why_not(closed, SENT, None) == (Why.LATER_STEP_DONE, "sent")
    note(closed, ANSWERED, None)
    assert (added(closed).answered, added(closed).answer) == (None, "")
    note(closed, SENT, None)
    assert petition_state(added(closed)) is PetitionState.TO_SEND


def test_closing_again_freezes_none_of_the_later_days(closed: Book) -> None:
    note(closed, SENT, DAY)
    carry_out(closed, reopen, record_of(closed), cell_record(closed), "Thiếu một ý kiến")
    carry_out(closed, close, record_of(closed), cell_record(closed), closed.chain_head())
    assert {row.sent for row in record_of(closed).petitions} == {None}
    assert added(closed).sent == DAY


# An opinion as a petition


def spoken(record: MeetingRecord) -> str:
    return next(opinion.id for opinion in record.opinions if opinion.speaker)


def test_an_opinion_becomes_a_petition_with_its_text_and_speaker(book: Book) -> None:
    record = record_of(book)
    opinion = next(row for row in record.opinions if row.id == spoken(record))
    carry_out(book, mark_opinion, record, opinion.id)
    made = record_of(book).petitions[-1]
    assert made.opinion == opinion.id
    assert (made.text, made.source) == (opinion.text, record.name_of(opinion.speaker))
    carry_out(book, unmark_opinion, record_of(book), opinion.id)
    assert record_of(book).petitions == record.petitions


def test_a_petition_outlives_what_becomes_of_its_opinion(book: Book) -> None:
    opinion = next(row for row in record_of(book).opinions if row.id == spoken(record_of(book)))
    carry_out(book, mark_opinion, record_of(book), opinion.id)
    carry_out(book, write_opinion, record_of(book), replace(opinion, text="Khác hẳn"))
    assert record_of(book).petitions[-1].text == opinion.text
    carry_out(book, delete_opinion, record_of(book), opinion.id)
    made = record_of(book).petitions[-1]
    assert (made.text, made.opinion) == (opinion.text, None)


def test_an_opinion_without_text_is_no_petition(book: Book) -> None:
    record = record_of(book)
    opinion = next(row for row in record.opinions if row.id == spoken(record))
    carry_out(book, write_opinion, record, replace(opinion, text=" "))
    answer = mark_opinion(record_of(book), context(), opinion.id)
    assert isinstance(answer, Refusal)
    assert answer.problems[0].why is Why.TEXT_MISSING


# All of them


def cell(*petitions: Petition, meetings: tuple[Meeting, ...]) -> CellRecord:
    return CellRecord(records.cell(), meetings=meetings, petitions=petitions)


def test_open_ones_come_first_and_the_oldest_on_top() -> None:
    march, june = held("a", dt.date(2026, 3, 3)), held("b", dt.date(2026, 6, 3))
    done = {"sent": DAY, "answered": DAY, "told": DAY}
    rows = [
        replace(wish(), id="new", meeting="b"),
        replace(wish(**done), id="old done", meeting="a"),
        replace(wish(**done), id="new done", meeting="b"),
        replace(wish(), id="old", meeting="a"),
    ]
    lines = petition_lines(cell(*rows, meetings=(march, june)), TODAY)
    assert [line.petition.id for line in lines] == ["old", "new", "new done", "old done"]
    assert lines[0].days == (TODAY - march.date).days
    assert lines[2].days == 0


def test_a_cancelled_or_coming_meeting_passes_nothing_on() -> None:
    meetings = (
        held("a", DAY, state=MeetingState.CANCELLED),
        held("b", TODAY + dt.timedelta(1), state=MeetingState.PLANNED),
    )
    rows = [replace(wish(), id=key, meeting=key) for key in "ab"]
    assert petition_lines(cell(*rows, meetings=meetings), TODAY) == ()


def test_an_old_petition_comes_up_again_until_the_people_were_told(book: Book) -> None:
    october = meeting_id(book, OCTOBER)
    old = [row.id for row in cell_record(book).petitions if row.meeting == october]
    assert [row.id for row in record_of(book).waiting] == old
    assert old
    for step, day in ((SENT, 4), (ANSWERED, 20), (TOLD, 30)):
        done = dt.date(2026, 10, day)
        carry_out(book, follow_up_petition, cell_record(book), old[0], step, done)
    assert old[0] not in {row.id for row in record_of(book).waiting}


def test_what_waits_too_long_is_pointed_out_and_an_answer_not_told_at_once() -> None:
    rules = bundled()
    days = rules.on(TODAY).meeting.petition_days
    asked = TODAY - dt.timedelta(days)
    meeting = held("m", TODAY - dt.timedelta(days))

    def points(row: Petition, today: dt.date) -> list[tuple[Point, bool]]:
        register = cell(row, meetings=(meeting,))
        found = cell_advice(register, today, rules.on)
        return [(one.point, one.pressing) for one in found if one.table == "petitions"]

    later = TODAY + dt.timedelta(1)
    assert points(wish(), TODAY) == []
    assert points(wish(), later) == [(Point.PETITION_NOT_SENT, False)]
    assert points(wish(sent=asked), TODAY) == []
    assert points(wish(sent=asked), later) == [(Point.PETITION_NOT_ANSWERED, False)]
    answered = wish(sent=asked, answered=TODAY)
    assert points(answered, TODAY) == [(Point.PETITION_NOT_TOLD, True)]
    assert points(replace(answered, told=TODAY), later) == []


def test_several_that_wait_for_the_same_share_a_line() -> None:
    meeting = held("m", dt.date(2026, 1, 5))
    rows = [replace(wish(), id=f"p{at}", position=at) for at in range(3)]
    found = cell_advice(cell(*rows, meetings=(meeting,)), TODAY, bundled().on)
    (advice,) = [one for one in found if one.table == "petitions"]
    assert dict(advice.words) == {"what": "", "count": "3"}
    assert (advice.row, advice.field) == ("p0", "sent")


# Whatever happened


def history(seed: int) -> CellRecord:
    """Petitions of three years, each as far as it came, in any order."""
    chance = random.Random(seed)
    first = dt.date(2024, 1, 5)
    meetings = tuple(
        held(f"m{at}", first + dt.timedelta(chance.randrange(1000)))
        for at in range(chance.randrange(1, 12))
    )
    rows = []
    for at in range(chance.randrange(20)):
        meeting = chance.choice(meetings)
        row, day = replace(wish(), id=f"p{at}", meeting=meeting.id, position=at), meeting.date
        for step in list(PetitionStep)[: chance.randrange(4)]:
            day += dt.timedelta(chance.randrange(60))
            row = replace(row, **{step.value: day})  # type: ignore[arg-type]
        rows.append(row)
    chance.shuffle(rows)
    return cell(*rows, meetings=meetings)


@pytest.mark.parametrize("seed", range(60))
def test_every_petition_of_a_held_meeting_is_counted_once_and_in_one_state(seed: int) -> None:
    register = history(seed)
    for today in (dt.date(2024, 12, 31), dt.date(2025, 6, 30), dt.date(2027, 1, 1)):
        lines = petition_lines(register, today)
        held_by = {m.id for m in register.meetings if m.date <= today}
        expected = sorted(row.id for row in register.petitions if row.meeting in held_by)
        assert sorted(line.petition.id for line in lines) == expected
        assert sum(count_states(lines).values()) == len(lines)
        assert all(line.days >= 0 for line in lines)
        assert all((line.days == 0) or line.is_open for line in lines)
        late = [one for group in waiting_too_long(register, today, 30).values() for one in group]
        assert all(line in lines and line.is_open for line in late)


@pytest.mark.parametrize("seed", range(60))
def test_what_is_open_at_the_end_of_a_year_is_in_the_next_one(seed: int) -> None:
    register = history(seed)
    rules = records.october().rules
    before: set[str] = set()
    for year in (2024, 2025, 2026):
        period = PeriodRecord(register.cell, Period(Span.YEAR, year), (), register, rules)
        lines = petitions_of(period)
        raised = {line.petition.id for line in lines if line.meeting.date.year == year}
        assert {line.petition.id for line in lines} == raised | before
        before = {line.petition.id for line in lines if line.is_open}
        shuffled = replace(register, petitions=tuple(reversed(register.petitions)))
        assert petitions_of(replace(period, register=shuffled)) == lines


@pytest.mark.parametrize("days", [-1, 0, 1, 9, 10])
def test_the_day_on_which_a_petition_came_is_taken_where_it_can_be(closed: Book, days: int) -> None:
    register = cell_record(closed)
    petition = next(row for row in register.petitions if row.sent is None)
    meeting = register.meeting(petition.meeting)
    assert meeting is not None
    answered = meeting.date + dt.timedelta(days=9)
    came = meeting.date + dt.timedelta(days=days)
    answer = note_answer(register, context(), petition.id, answered, "…", came)
    (change,) = done(answer).changes
    assert isinstance(change.after, Petition)
    assert change.after.sent == (came if 0 <= days <= 9 else answered)
