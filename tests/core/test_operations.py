"""Every act of a user on a real book: what it changes, what it refuses, and that undo mends it."""

from __future__ import annotations

import datetime as dt
import itertools
from contextlib import closing as closing_connection
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from cellsecretary.core.change import Act, Changes, Problem, Refusal, Why
from cellsecretary.core.facts import facts, headcount
from cellsecretary.core.kinds import (
    CellKind,
    DocumentType,
    Mark,
    MeetingKind,
    MeetingState,
    Part,
    Result,
    StandingKind,
    VoteMethod,
)
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
    tasks,
)
from cellsecretary.core.rows import (
    AgendaItem,
    Attendance,
    Document,
    Guest,
    Meeting,
    Member,
    Opinion,
    PastMeeting,
    Petition,
    Review,
    Task,
    Vote,
)
from cellsecretary.core.templates import general_steps
from cellsecretary.rules import bundled
from cellsecretary.store.engine import sqlite3
from cellsecretary.store.history import read_history
from cellsecretary.store.records import cell_record, meeting_record, register_roster
from tests.building import (
    AFTER,
    NOVEMBER,
    OCTOBER,
    carry_out,
    context,
    done,
    record_of,
)

if TYPE_CHECKING:
    from cellsecretary.core.change import Answer
    from cellsecretary.store import Book

DECEMBER = dt.date(2026, 12, 3)
RULES = bundled().on(DECEMBER)


def _why(answer: Answer) -> list[Why]:
    assert isinstance(answer, Refusal), answer
    return [problem.why for problem in answer.problems]


def _planned(book: Book, **values: object) -> str:
    """Plan a meeting in December and give its id."""
    plan = Meeting("", DECEMBER, MeetingKind.REGULAR, "Tháng 12", dt.time(19, 30), "Nhà văn hóa")
    answer = done(
        meetings.plan_meeting(cell_record(book), context(), replace(plan, **values), RULES)  # type: ignore[arg-type]
    )
    book.apply(answer, AFTER)
    return answer.changes[0].row.id


# Members


def test_a_new_member_takes_the_next_free_number(book: Book) -> None:
    answer = done(members.add_member(cell_record(book), context(), Member("", 0, " Lò  Văn A ")))
    row = answer.changes[0].after
    assert isinstance(row, Member)
    assert (row.number, row.name) == (54, "Lò Văn A")


def test_two_members_never_share_a_number(book: Book) -> None:
    answer = members.add_member(cell_record(book), context(), Member("", 7, "Lò Văn A"))
    assert _why(answer) == [Why.NUMBER_TAKEN]


def test_a_member_without_a_name_is_refused(book: Book) -> None:
    assert _why(members.add_member(cell_record(book), context(), Member("", 0, "  "))) == [
        Why.NAME_MISSING
    ]


def test_dates_of_a_life_must_come_in_their_order(book: Book) -> None:
    member = Member("", 0, "A", born=dt.date(1990, 1, 1), joined=dt.date(1985, 1, 1))
    assert _why(members.add_member(cell_record(book), context(), member)) == [
        Why.DATES_OUT_OF_ORDER
    ]


def test_nobody_named_in_a_meeting_can_be_deleted(book: Book) -> None:
    register = cell_record(book)
    named = register.members[0]
    assert _why(members.delete_member(register, context(), named.id)) == [
        Why.MEMBER_NAMED_IN_MEETING
    ]
    carry_out(book, members.add_member, register, Member("", 0, "Lò Văn A"))
    new = next(m for m in cell_record(book).members if m.name == "Lò Văn A")
    carry_out(book, members.delete_member, cell_record(book), new.id)
    assert cell_record(book).member(new.id) is None


def test_membership_ends_with_a_date_and_a_reason_and_keeps_the_row(book: Book) -> None:
    register = cell_record(book)
    member = register.members[20].id
    day = dt.date(2026, 11, 30)
    assert _why(members.end_membership(register, context(), member, day, " ")) == [
        Why.REASON_MISSING
    ]
    carry_out(book, members.end_membership, register, member, day, "Chuyển sinh hoạt")
    register = cell_record(book)
    assert member in {m.id for m in register.members}
    assert member not in {m.id for m in register.members_on(day)}
    assert member in {m.id for m in register.members_on(day - dt.timedelta(days=1))}


def test_nobody_is_counted_before_joining_the_party(book: Book) -> None:
    joined = dt.date(2026, 11, 20)
    carry_out(book, members.add_member, cell_record(book), Member("", 0, "Lò Văn A", joined=joined))
    register = cell_record(book)
    before, after = register.members_on(dt.date(2026, 11, 19)), register.members_on(joined)
    assert len(after) == len(before) + 1


def test_a_new_standing_ends_the_one_before(book: Book) -> None:
    register = cell_record(book)
    member = next(m.id for m in register.members if m.number == 12)
    first, second = dt.date(2026, 11, 10), dt.date(2026, 12, 20)
    carry_out(book, members.change_standing, register, member, StandingKind.EXEMPT, first)
    carry_out(book, members.change_standing, cell_record(book), member, StandingKind.ACTIVE, second)
    register = cell_record(book)
    assert register.standing(member, dt.date(2026, 11, 9)) is StandingKind.ACTIVE
    assert register.standing(member, first) is StandingKind.EXEMPT
    assert register.standing(member, dt.date(2026, 12, 19)) is StandingKind.EXEMPT
    assert register.standing(member, second) is StandingKind.ACTIVE


# Planning


def test_a_planned_meeting_gets_the_agenda_of_its_kind(book: Book) -> None:
    record = meeting_record(book, _planned(book))
    assert [item.title for item in record.agenda] == [
        step.title for step in general_steps(RULES, MeetingKind.REGULAR, CellKind.VILLAGE)
    ]
    assert [item.position for item in record.agenda] == list(range(1, len(record.agenda) + 1))


def test_two_meetings_of_one_kind_on_one_day_are_refused(book: Book) -> None:
    _planned(book)
    plan = Meeting("", DECEMBER, MeetingKind.REGULAR, "", dt.time(19, 30), "")
    assert _why(meetings.plan_meeting(cell_record(book), context(), plan, RULES)) == [
        Why.MEETING_EXISTS
    ]


@pytest.mark.parametrize(
    ("kind", "refused"),
    [
        (MeetingKind.REGULAR_THEMATIC, True),
        (MeetingKind.THEMATIC, False),
        (MeetingKind.EXTRAORDINARY, False),
        (MeetingKind.COMMITTEE, False),
    ],
)
def test_what_is_regular_and_thematic_stands_for_both_on_its_day(
    book: Book, kind: MeetingKind, *, refused: bool
) -> None:
    _planned(book)
    plan = Meeting("", DECEMBER, kind, "", dt.time(19, 30), "")
    answer = meetings.plan_meeting(cell_record(book), context(), plan, RULES)
    assert isinstance(answer, Refusal) is refused


def test_a_planned_roster_follows_the_register_and_a_running_one_does_not(book: Book) -> None:
    key = _planned(book)
    before = len(meeting_record(book, key).roster)
    carry_out(book, members.add_member, cell_record(book), Member("", 0, "Lò Văn A"))
    record = meeting_record(book, key)
    assert len(record.roster) == before + 1
    carry_out(book, attendance.mark_all_present, record)
    carry_out(book, members.add_member, cell_record(book), Member("", 0, "Lò Văn B"))
    running = meeting_record(book, key)
    assert running.meeting.state is MeetingState.RUNNING
    assert len(running.roster) == before + 1
    carry_out(book, attendance.take_over_register, running, register_roster(book, running.meeting))
    taken = meeting_record(book, key)
    assert len(taken.roster) == before + 2
    assert headcount(taken).unmarked == 1


def test_a_running_meeting_keeps_its_day(book: Book) -> None:
    record = record_of(book)
    moved = replace(record.meeting, date=DECEMBER)
    answer = meetings.change_meeting(record, context(), cell_record(book), moved)
    assert _why(answer) == [Why.MEETING_HAS_CONTENT]


def test_what_a_moved_meeting_issues_and_gives_out_bears_the_new_day(book: Book) -> None:
    key = _planned(book)
    draft = Document("", None, DocumentType.PLAN, 1, "Kế hoạch", DECEMBER)
    task = Task("", None, 0, "", DECEMBER, "Sửa đường")
    carry_out(book, documents.add_document, meeting_record(book, key), cell_record(book), draft)
    carry_out(book, tasks.give_task, meeting_record(book, key), cell_record(book), task)
    record = meeting_record(book, key)
    day = DECEMBER + dt.timedelta(days=1)
    moved = replace(record.meeting, date=day)
    carry_out(book, meetings.change_meeting, record, cell_record(book), moved)
    record = meeting_record(book, key)
    assert ([d.date for d in record.documents], [t.given for t in record.tasks]) == ([day], [day])


def test_an_end_before_the_start_is_refused(book: Book) -> None:
    answer = meetings.set_times(record_of(book), context(), dt.time(19, 30), dt.time(19, 0))
    assert _why(answer) == [Why.END_BEFORE_START]


def test_a_meeting_is_cancelled_with_its_reason_and_only_before_it_begins(book: Book) -> None:
    record = meeting_record(book, _planned(book))
    assert _why(meetings.cancel_meeting(record, context(), cell_record(book), "")) == [
        Why.REASON_MISSING
    ]
    carry_out(book, meetings.cancel_meeting, record, cell_record(book), "Bão số 9")
    cancelled = meeting_record(book, record.meeting.id)
    assert cancelled.meeting.state is MeetingState.CANCELLED
    assert _why(meetings.cancel_meeting(cancelled, context(), cell_record(book), "x")) == [
        Why.MEETING_NOT_OPEN
    ]
    assert _why(meetings.cancel_meeting(record_of(book), context(), cell_record(book), "x")) == [
        Why.MEETING_HAS_CONTENT
    ]


def test_a_meeting_planned_by_mistake_can_be_taken_out_while_it_is_empty(book: Book) -> None:
    key = _planned(book)
    carry_out(book, meetings.delete_meeting, meeting_record(book, key), cell_record(book))
    assert cell_record(book).meeting(key) is None
    assert _why(meetings.delete_meeting(record_of(book), context(), cell_record(book))) == [
        Why.MEETING_HAS_CONTENT
    ]


# Agenda


def test_an_item_moved_to_another_part_becomes_part_of_it(book: Book) -> None:
    record = meeting_record(book, _planned(book))
    last = record.agenda[-1]
    assert last.part is Part.CLOSING
    carry_out(book, agenda.move_item, record, last.id, 0)
    items = meeting_record(book, record.meeting.id).agenda
    assert (items[0].id, items[0].part) == (last.id, Part.OPENING)
    assert [item.position for item in items] == list(range(1, len(items) + 1))
    assert [item.part for item in items] == sorted((i.part for i in items), key=list(Part).index)


def test_a_new_item_goes_to_the_end_of_its_part(book: Book) -> None:
    record = meeting_record(book, _planned(book))
    item = AgendaItem("", "", 0, Part.OPENING, "Văn nghệ")
    carry_out(book, agenda.add_item, record, item)
    items = meeting_record(book, record.meeting.id).agenda
    opening = [item.title for item in items if item.part is Part.OPENING]
    assert opening[-1] == "Văn nghệ"
    assert _why(agenda.add_item(record, context(), replace(item, title=" "))) == [Why.TEXT_MISSING]


def test_a_new_item_behind_another_is_of_its_part(book: Book) -> None:
    record = meeting_record(book, _planned(book))
    last = record.agenda[-1]
    item = AgendaItem("", "", 0, Part.OPENING, "Văn nghệ")
    carry_out(book, agenda.add_item, record, item, last.id)
    items = meeting_record(book, record.meeting.id).agenda
    assert items[-2].id == last.id
    assert (items[-1].title, items[-1].part) == ("Văn nghệ", last.part)


def test_deleting_an_item_takes_its_opinions_and_votes_and_undo_brings_them_back(
    book: Book,
) -> None:
    record = record_of(book)
    item = record.opinions[0].item
    vote = replace(record.votes[0], item=item)
    carry_out(book, minutes.add_vote, record, vote)
    record = record_of(book)
    assert record.opinions_on(item)
    assert record.votes_on(item)
    carry_out(book, agenda.delete_item, record, item)
    after = record_of(book)
    assert not after.opinions_on(item)
    assert not after.votes_on(item)
    step = read_history(book.steps(10)).undoable[-1]
    book.apply(book.changes_of(step, back=True), AFTER, way="undo", of=step.of)
    assert record_of(book) == record


# Attendance


def test_one_key_cycles_present_excused_unexcused() -> None:
    line = Attendance("", "", "", 1, "", "", True, StandingKind.ACTIVE)
    marks = []
    for _ in range(4):
        line = replace(line, mark=attendance.next_mark(line))
        marks.append(line.mark)
    assert marks == [Mark.PRESENT, Mark.EXCUSED, Mark.UNEXCUSED, Mark.PRESENT]


def test_an_away_member_cannot_attend_and_an_exempt_one_cannot_be_absent(book: Book) -> None:
    record = record_of(book)
    away = record.standing(StandingKind.AWAY)[0].member
    exempt = record.standing(StandingKind.EXEMPT)[0].member
    assert _why(attendance.mark(record, context(), away, Mark.PRESENT)) == [Why.AWAY_CANNOT_ATTEND]
    assert _why(attendance.mark(record, context(), exempt, Mark.EXCUSED)) == [
        Why.NOT_ABSENT_BY_STANDING
    ]


def test_all_present_leaves_the_exceptions_alone(book: Book) -> None:
    record = record_of(book)
    answer = done(attendance.mark_all_present(record, context()))
    assert answer.changes == ()


def test_a_reason_goes_when_the_member_turns_out_to_be_present(book: Book) -> None:
    record = record_of(book)
    absent = record.marked(Mark.EXCUSED)[0]
    carry_out(book, attendance.mark, record, absent.member, Mark.PRESENT)
    line = record_of(book).attendance_of(absent.member)
    assert line is not None
    assert line.reason == ""


def test_fees_are_noted_as_announced(book: Book) -> None:
    record = record_of(book)
    owing = [line.member for line in record.roster[:2]]
    carry_out(book, attendance.change_fees, record, 40, owing)
    after = record_of(book)
    assert after.meeting.fees_paid == 40
    assert [line.member for line in after.roster if line.fee_owing] == owing
    assert _why(attendance.change_fees(after, context(), -1, [])) == [Why.NEGATIVE_COUNT]


def test_fees_of_a_planned_meeting_copy_the_roster(book: Book) -> None:
    record = meeting_record(book, _planned(book))
    carry_out(book, attendance.change_fees, record, 40, [record.roster[0].member])
    after = meeting_record(book, record.meeting.id)
    assert after.meeting.state is MeetingState.RUNNING
    assert after.meeting.fees_paid == 40
    assert after.roster[0].fee_owing


def test_a_guest_needs_a_name(book: Book) -> None:
    record = record_of(book)
    assert _why(attendance.add_guest(record, context(), Guest("", "", 0, " "))) == [
        Why.NAME_MISSING
    ]
    carry_out(book, attendance.add_guest, record, Guest("", "", 0, "Lò Văn C"))
    assert [guest.name for guest in record_of(book).guests][-1] == "Lò Văn C"


# Minutes


def test_an_opinion_needs_a_speaker(book: Book) -> None:
    record = record_of(book)
    item = record.agenda[0].id
    assert _why(minutes.add_opinion(record, context(), item, None)) == [Why.SPEAKER_MISSING]
    carry_out(book, minutes.add_opinion, record, item, None, "Chúc mừng", "Khách mời")
    assert record_of(book).opinions_on(item)[0].speaker_other == "Khách mời"


def test_an_opinion_is_named_by_whoever_gave_it(book: Book) -> None:
    record = record_of(book)
    given = next(row for row in record.opinions if row.speaker)
    who = (("who", record.name_of(given.speaker)),)
    for answer in (
        minutes.delete_opinion(record, context(), given.id),
        minutes.write_opinion(record, context(), replace(given, text="…")),
        minutes.mark_beforehand(record, context(), given.id, True),
        minutes.mark_beforehand(record, context(), given.id, False),
        minutes.add_opinion(record, context(), given.item, given.speaker, "…"),
    ):
        assert done(answer).words == who


def test_what_the_absent_said_was_handed_in(book: Book) -> None:
    record = record_of(book)
    item = record.agenda[0].id
    for mark, handed_in in ((Mark.EXCUSED, True), (Mark.PRESENT, False)):
        speaker = record.marked(mark)[0].member
        (change,) = done(minutes.add_opinion(record, context(), item, speaker)).changes
        assert isinstance(change.after, Opinion)
        assert change.after.beforehand is handed_in


@pytest.mark.parametrize(
    ("counts", "why"),
    [
        ({"in_favour": 41}, Why.VOTE_EXCEEDS_VOTERS),
        ({"in_favour": 20, "against": 21}, Why.VOTE_EXCEEDS_VOTERS),
        ({"in_favour": -1}, Why.NEGATIVE_COUNT),
        ({"question": " "}, Why.QUESTION_MISSING),
        ({"method": VoteMethod.BALLOT, "in_favour": 9}, Why.BALLOT_DOES_NOT_ADD_UP),
        (
            {
                "method": VoteMethod.BALLOT,
                "in_favour": 9,
                "issued": 40,
                "returned": 39,
                "valid": 40,
            },
            Why.BALLOT_DOES_NOT_ADD_UP,
        ),
        (
            {
                "method": VoteMethod.BALLOT,
                "in_favour": 9,
                "issued": 41,
                "returned": 9,
                "valid": 9,
            },
            Why.VOTE_EXCEEDS_VOTERS,
        ),
    ],
)
def test_a_count_that_cannot_be_is_refused(book: Book, counts: dict[str, object], why: Why) -> None:
    record = record_of(book)
    vote = replace(Vote("", "", record.agenda[0].id, 0, "Nhất trí?"), **counts)  # type: ignore[arg-type]
    assert _why(minutes.add_vote(record, context(), vote)) == [why]


def test_texts_are_stored_as_typed_and_composed(book: Book) -> None:
    record = record_of(book)
    item = record.agenda[0].id
    carry_out(book, minutes.write_body, record, item, 'Đa\u0301nh gia\u0301 <b>&"\n\tmột')
    assert record_of(book).agenda[0].body == 'Đánh giá <b>&"\n\tmột'


def test_a_petition_needs_its_text(book: Book) -> None:
    record = record_of(book)
    assert _why(petitions.add_petition(record, context(), Petition("", "", 0, "A", " "))) == [
        Why.TEXT_MISSING
    ]
    carry_out(book, petitions.add_petition, record, Petition("", "", 0, "A", "B"))
    petition = record_of(book).petitions[0]
    carry_out(book, petitions.change_petition, record_of(book), replace(petition, text="C"))
    carry_out(book, petitions.delete_petition, record_of(book), petition.id)
    assert record_of(book).petitions == ()


# Tasks


def test_a_task_takes_the_next_code_of_the_term(book: Book) -> None:
    record = record_of(book)
    task = Task("", None, 0, "", DECEMBER, "Trồng cây", lead=record.roster[0].member)
    carry_out(book, tasks.give_task, record, cell_record(book), task)
    given = record_of(book).tasks[-1]
    assert (given.code, given.given.isoformat()) == ("T7", NOVEMBER)
    answer = tasks.give_task(record, context(), cell_record(book), replace(task, code="T5"))
    assert _why(answer) == [Why.TASK_CODE_TAKEN]
    late = replace(task, due=dt.date(2026, 11, 2))
    assert _why(tasks.give_task(record, context(), cell_record(book), late)) == [
        Why.DATES_OUT_OF_ORDER
    ]


def test_open_tasks_come_up_again_until_they_are_done(book: Book) -> None:
    key = _planned(book)
    assert [c.task.code for c in meeting_record(book, key).carried] == ["T2", "T4", "T5", "T6"]
    november = record_of(book)
    t4 = next(c.task.id for c in november.carried if c.task.code == "T4")
    carry_out(book, tasks.review_task, november, t4, Result.DONE)
    december = meeting_record(book, key)
    assert [c.task.code for c in december.carried] == ["T2", "T5", "T6"]
    assert next(c.carried for c in december.carried if c.task.code == "T2") == 1


def test_ongoing_is_a_result_only_before_the_task_is_due(book: Book) -> None:
    november = record_of(book)
    codes = {c.task.code: c.task.id for c in november.carried}
    assert _why(tasks.review_task(november, context(), codes["T1"], Result.ONGOING)) == [
        Why.ONGOING_AFTER_DUE
    ]
    carry_out(book, tasks.review_task, november, codes["T4"], Result.ONGOING, 40)
    assert facts(record_of(book)).tasks_without_result == ()


def test_a_result_can_be_changed_and_taken_back(book: Book) -> None:
    november = record_of(book)
    t1 = next(c.task.id for c in november.carried if c.task.code == "T1")
    carry_out(book, tasks.review_task, november, t1, Result.PARTLY, 80, "Còn 6 hộ")
    changed = record_of(book).review_of(t1)
    assert changed is not None
    assert changed.percent == 80
    for result, percent in ((Result.DONE, 100), (Result.PARTLY, 0), (Result.NOT_DONE, 0)):
        (change,) = done(tasks.review_task(november, context(), t1, result)).changes
        assert isinstance(change.after, Review)
        assert change.after.percent == percent
    carry_out(book, tasks.delete_review, record_of(book), t1)
    assert record_of(book).review_of(t1) is None
    nothing = tasks.delete_review(november, context(), "none")
    assert nothing == Changes(Act.DELETE_REVIEW, (), (("code", ""),))
    assert _why(tasks.review_task(november, context(), t1, Result.PARTLY, 101)) == [
        Why.PERCENT_OUT_OF_RANGE
    ]


def test_only_the_meeting_that_gave_a_task_takes_it_back(book: Book) -> None:
    november, register = record_of(book), cell_record(book)
    t1 = next(c.task for c in november.carried if c.task.code == "T1")
    assert _why(tasks.delete_task(november, context(), register, t1.id)) == [Why.TASK_UNKNOWN]
    assert _why(tasks.change_task(november, context(), register, t1)) == [Why.TASK_UNKNOWN]
    carry_out(book, tasks.delete_task, november, register, november.tasks[0].id)
    assert [task.code for task in record_of(book).tasks] == ["T6"]


# Documents and what went before


def test_a_number_is_unique_in_its_type_and_term(book: Book) -> None:
    november, register = record_of(book), cell_record(book)
    assert register.next_document_number(DocumentType.RESOLUTION) == 14
    assert register.next_document_number(DocumentType.DECISION) is None
    twelve = Document("", None, DocumentType.RESOLUTION, 12, "Hai", DECEMBER)
    assert _why(documents.add_document(november, context(), register, twelve)) == [Why.NUMBER_USED]
    decision = replace(twelve, type=DocumentType.DECISION)
    carry_out(book, documents.add_document, november, register, decision)
    added = next(d for d in record_of(book).documents if d.type is DocumentType.DECISION)
    third = replace(added, number=3)
    carry_out(book, documents.change_document, record_of(book), cell_record(book), third)
    assert cell_record(book).next_document_number(DocumentType.DECISION) == 4
    carry_out(book, documents.delete_document, record_of(book), cell_record(book), added.id)


def test_what_stands_on_paper_can_be_brought_in(book: Book) -> None:
    register = cell_record(book)
    day = dt.date(2026, 9, 3)
    decision = Document("", None, DocumentType.DECISION, 7, "", day)
    task = Task("", None, 0, "", day, "Sửa mái nhà văn hóa")
    past = PastMeeting("", day, MeetingKind.REGULAR, 45, 40, 4, 1)
    carry_out(book, cell.bring_in_past, register, [decision], [task], [past])
    register = cell_record(book)
    assert register.next_document_number(DocumentType.DECISION) == 8
    assert record_of(book).carried[0].task.code == "T7"
    assert register.past_meetings[0].present == 40
    wrong = replace(past, present=41)
    assert _why(cell.bring_in_past(register, context(), (), (), [wrong])) == [
        Why.COUNTS_DO_NOT_ADD_UP
    ]


def test_the_cell_keeps_its_name_and_a_day_that_every_month_has(book: Book) -> None:
    register = cell_record(book)
    nameless = replace(register.cell, superior=" ")
    assert _why(cell.change_cell(register, context(), nameless)) == [Why.NAME_MISSING]
    thirty = replace(register.cell, day=30)
    assert _why(cell.change_cell(register, context(), thirty)) == [Why.DAY_OUT_OF_RANGE]
    carry_out(book, cell.change_cell, register, replace(register.cell, commune="Xã Mới"))
    assert record_of(book).cell.commune == "Xã Mới"
    assert record_of(book, OCTOBER).cell.commune == "Lưỡng Vượng"


# Closing


def _problems(book: Book, record: object) -> list[Problem]:
    answer = closing.close(record, context(), cell_record(book), (0, ""))  # type: ignore[arg-type]
    assert isinstance(answer, Refusal)
    return list(answer.problems)


def test_an_empty_meeting_names_all_that_it_lacks(book: Book) -> None:
    record = meeting_record(book, _planned(book))
    found = {problem.why for problem in _problems(book, record)}
    assert found == {
        Why.NOT_YET_HELD,
        Why.START_MISSING,
        Why.END_MISSING,
        Why.MEMBERS_UNMARKED,
        Why.CHAIR_MISSING,
        Why.MINUTE_TAKER_MISSING,
        Why.TASK_WITHOUT_RESULT,
    }
    assert all(problem.table for problem in _problems(book, record))


def test_a_voter_who_is_unmarked_after_the_vote_is_noticed_at_closing(book: Book) -> None:
    record = record_of(book)
    present = next(line for line in record.roster if line.mark is Mark.PRESENT and line.official)
    carry_out(book, attendance.mark, record, present.member, Mark.UNEXCUSED)
    assert Why.VOTE_EXCEEDS_VOTERS in [p.why for p in _problems(book, record_of(book))]


def test_an_absent_chair_is_noticed_at_closing(book: Book) -> None:
    record = record_of(book)
    assert record.meeting.chair is not None
    carry_out(book, attendance.mark, record, record.meeting.chair, Mark.EXCUSED, "Ốm")
    assert Why.CHAIR_ABSENT in [p.why for p in _problems(book, record_of(book))]


def test_nothing_changes_a_closed_meeting(book: Book) -> None:
    october = record_of(book, OCTOBER)
    item = october.agenda[0]
    answers = [
        attendance.mark_all_present(october, context()),
        minutes.write_body(october, context(), item.id, "x"),
        agenda.delete_item(october, context(), item.id),
        meetings.set_times(october, context(), None, None),
        closing.close(october, context(), cell_record(book), (0, "")),
    ]
    assert [_why(answer) for answer in answers] == [[Why.MEETING_NOT_OPEN]] * len(answers)


def test_only_the_newest_closed_meeting_is_opened_again(book: Book) -> None:
    november = record_of(book)
    t4 = next(c.task.id for c in november.carried if c.task.code == "T4")
    carry_out(book, tasks.review_task, november, t4, Result.DONE)
    carry_out(book, closing.close, record_of(book), cell_record(book), book.chain_head())
    october, register = record_of(book, OCTOBER), cell_record(book)
    assert _why(closing.reopen(october, context(), register, "Sai")) == [Why.LATER_ONE_CLOSED]
    november = record_of(book)
    assert _why(closing.reopen(november, context(), register, " ")) == [Why.REASON_MISSING]
    assert isinstance(closing.reopen(november, context(), register, "Sai"), Changes)


def test_an_older_closed_meeting_gets_a_dated_correction(book: Book) -> None:
    october = record_of(book, OCTOBER)
    assert _why(closing.correct(october, context(), " ", book.chain_head())) == [Why.TEXT_MISSING]
    carry_out(book, closing.correct, october, "Số hộ là 144", book.chain_head())
    corrected = record_of(book, OCTOBER)
    assert corrected.corrections[0].text == "Số hộ là 144"
    assert corrected.corrections[0].at == AFTER
    assert replace(corrected, corrections=(), revision=1) == october
    assert _why(closing.correct(record_of(book), context(), "x", (0, ""))) == [Why.NOT_CLOSED]


def test_the_newest_meeting_reopened_and_closed_again_is_whole(book: Book) -> None:
    october = record_of(book, OCTOBER)
    carry_out(book, closing.reopen, october, cell_record(book), "Thiếu ý kiến")
    reopened = record_of(book, OCTOBER)
    assert facts(reopened) == facts(october)
    with closing_connection(sqlite3.connect(book.path)) as conn:
        assert conn.execute("pragma integrity_check").fetchone() == ("ok",)


def test_an_item_is_moved_into_the_part_that_is_asked_for(book: Book) -> None:
    record = record_of(book)
    first = record.agenda[0]
    last = record.agenda[-1].part
    answer = done(agenda.move_item(record, context(), first.id, len(record.agenda), last))
    (moved,) = [change.after for change in answer.changes if change.row.id == first.id]
    assert isinstance(moved, AgendaItem)
    assert (moved.part, moved.position) == (last, len(record.agenda))


def test_an_item_may_take_no_time_and_never_less(book: Book) -> None:
    record = record_of(book)
    item = record.agenda[1]
    for given in (0, -5):
        (change,) = done(
            agenda.change_item(record, context(), replace(item, minutes=given))
        ).changes
        assert isinstance(change.after, AgendaItem)
        assert change.after.minutes == 0


def test_tasks_from_paper_stand_behind_those_there_are_in_their_order(book: Book) -> None:
    register = cell_record(book)
    given = [Task("", None, 0, "", AFTER.date(), f"Việc {number}") for number in range(3)]
    answer = done(cell.bring_in_past(register, context(), tasks=given))
    rows = [change.after for change in answer.changes]
    last = max(row.position for row in register.tasks)
    assert [(row.what, row.position) for row in rows if isinstance(row, Task)] == [
        (f"Việc {number}", last + 1 + number) for number in range(3)
    ]


def test_who_was_entered_by_mistake_takes_no_other_standing_out(book: Book) -> None:
    carry_out(book, members.add_member, cell_record(book), Member("", 0, "Lò Văn A"))
    register = cell_record(book)
    new = next(member for member in register.members if member.name == "Lò Văn A")
    day = AFTER.date()
    carry_out(book, members.change_standing, register, new.id, StandingKind.EXEMPT, day)
    register = cell_record(book)
    assert {span.member for span in register.standings} > {new.id}
    changes = done(members.delete_member(register, context(), new.id)).changes
    assert [change.after for change in changes] == [None, None]
    assert {getattr(change.before, "member", new.id) for change in changes} == {new.id}


def test_guests_given_with_a_meeting_stand_in_the_order_given(book: Book) -> None:
    record, register = record_of(book), cell_record(book)
    given = [Guest("", "", 0, "Lê Văn B", ""), Guest("", "", 0, "Lê Văn A")]
    answer = done(
        meetings.change_meeting(record, context(), register, record.meeting, guests=given)
    )
    rows = [change.after for change in answer.changes if isinstance(change.after, Guest)]
    assert [(row.name, row.meeting, row.position) for row in rows] == [
        ("Lê Văn B", record.meeting.id, 1),
        ("Lê Văn A", record.meeting.id, 2),
    ]


def test_a_step_up_or_down_stays_in_its_part_or_goes_into_the_next(book: Book) -> None:
    record = record_of(book)
    agenda_rows = record.agenda
    first, last = agenda_rows[0], agenda_rows[-1]
    assert agenda.place_beside(record, first, -1) is None
    assert agenda.place_beside(record, last, 1) is None
    for at, (item, after) in enumerate(itertools.pairwise(agenda_rows)):
        down, up = agenda.place_beside(record, item, 1), agenda.place_beside(record, after, -1)
        if item.part is after.part:
            assert (down, up) == ((at + 1, item.part), (at, item.part))
        else:
            parts = list(Part)
            assert down == (at, parts[parts.index(item.part) + 1])
            assert up == (at + 1, parts[parts.index(after.part) - 1])
