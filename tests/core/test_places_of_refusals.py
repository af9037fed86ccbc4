"""What is refused is refused whole: why, in which table, row and field, and with which words."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

from cellsecretary.core.change import Why, refuse
from cellsecretary.core.kinds import Leaving, Mark, MeetingKind, MeetingState, Result, StandingKind
from cellsecretary.core.operations import (
    agenda,
    attendance,
    calendar,
    cell,
    closing,
    contacts,
    documents,
    earlier_posts,
    meetings,
    members,
    minutes,
    naming,
    petitions,
    score,
    tasks,
    templates,
)
from cellsecretary.core.operations.closing import problems
from cellsecretary.core.rows import PastMeeting, Petition, Task
from cellsecretary.core.year_plan import month_plan
from cellsecretary.store.records import cell_record
from tests.building import AFTER, carry_out, context

if TYPE_CHECKING:
    from cellsecretary.core.change import Answer
    from cellsecretary.core.record import MeetingRecord
    from cellsecretary.core.register import CellRecord
    from cellsecretary.store import Book

TODAY = AFTER.date()
YESTERDAY, TOMORROW = TODAY - dt.timedelta(days=1), TODAY + dt.timedelta(days=1)


def of_closed(record: MeetingRecord) -> Answer:
    return refuse(Why.MEETING_NOT_OPEN, "meetings", record.meeting.id)


def test_what_is_done_to_a_closed_meeting(october: MeetingRecord, register: CellRecord) -> None:
    item = october.agenda[0].id
    assert minutes.write_body(october, context(), item, "…") == of_closed(october)
    assert closing.close(october, context(), register, (0, "")) == of_closed(october)


def test_what_only_a_closed_meeting_can_have(
    november: MeetingRecord, october: MeetingRecord, register: CellRecord
) -> None:
    key = november.meeting.id
    open_one = refuse(Why.NOT_CLOSED, "meetings", key)
    assert closing.correct(november, context(), "…", (0, "")) == open_one
    assert closing.reopen(november, context(), register, "…") == open_one
    confirmed = score.confirm_score(register, context(), key, TODAY)
    assert confirmed == refuse(Why.NOT_CLOSED, "meetings", key, "score_confirmed")
    key = october.meeting.id
    wrong = refuse(Why.DATES_OUT_OF_ORDER, "meetings", key, "score_confirmed")
    assert score.confirm_score(register, context(), key, TOMORROW) == wrong
    nothing = refuse(Why.TEXT_MISSING, "corrections", key, "text")
    assert closing.correct(october, context(), " ", (0, "")) == nothing
    no_reason = refuse(Why.REASON_MISSING, "reopenings", key, "reason")
    assert closing.reopen(october, context(), register, " ") == no_reason


def test_an_empty_roster_stands_at_the_meeting(november: MeetingRecord) -> None:
    found = problems(replace(november, roster=()), context())
    assert refuse(Why.ROSTER_EMPTY, "attendance", november.meeting.id).problems[0] in found


def test_who_is_not_in_the_register(register: CellRecord, november: MeetingRecord) -> None:
    unknown = refuse(Why.MEMBER_UNKNOWN, "members", "nobody")
    stranger = replace(register.members[0], id="nobody")
    assert members.change_member(register, context(), stranger) == unknown
    assert members.delete_member(register, context(), "nobody") == unknown
    assert members.end_membership(register, context(), "nobody", TODAY, "…") == unknown
    assert members.confirm_transfer(register, context(), "nobody", TODAY) == unknown
    standing = members.change_standing(register, context(), "nobody", StandingKind.AWAY, TODAY)
    assert standing == unknown
    absent = refuse(Why.MEMBER_UNKNOWN, "attendance", "nobody")
    assert attendance.note(november, context(), "nobody", reason="Ốm") == absent
    nowhere = refuse(Why.MEMBER_UNKNOWN, "opinions", "", "speaker")
    item = november.agenda[0].id
    assert minutes.add_opinion(november, context(), item, "nobody") == nowhere


def test_who_is_named_in_a_meeting_is_named_in_the_refusal(register: CellRecord) -> None:
    one = register.members[0]
    named = refuse(Why.MEMBER_NAMED_IN_MEETING, "members", one.id, who=one.name)
    assert members.delete_member(register, context(), one.id) == named


def test_a_number_that_is_taken_is_said(register: CellRecord) -> None:
    one, other = register.members[:2]
    taken = refuse(Why.NUMBER_TAKEN, "members", one.id, "number", number=str(other.number))
    assert members.change_member(register, context(), replace(one, number=other.number)) == taken


def test_how_a_member_leaves(register: CellRecord) -> None:
    one = register.members[0]
    by_hand = members.end_membership(register, context(), one.id, TODAY, " ")
    assert by_hand == refuse(Why.REASON_MISSING, "members", one.id, "leaving")
    entered = replace(register, members=(replace(one, entered=TODAY), *register.members[1:]))
    before = members.end_membership(entered, context(), one.id, YESTERDAY, "…")
    assert before == refuse(Why.DATES_OUT_OF_ORDER, "members", one.id, "left")
    same_day = members.end_membership(entered, context(), one.id, TODAY, "…")
    assert not hasattr(same_day, "problems")
    early, late = (
        members.end_membership(
            register, context(), one.id, TODAY, "…", Leaving.TRANSFERRED, confirmed=day
        )
        for day in (YESTERDAY, TOMORROW)
    )
    assert early == refuse(Why.DATES_OUT_OF_ORDER, "members", one.id, "left_confirmed")
    assert late == refuse(Why.DATE_IN_FUTURE, "members", one.id, "left_confirmed", who=one.name)
    stayed = members.confirm_transfer(register, context(), one.id, TODAY)
    assert stayed == refuse(Why.TRANSFER_NOT_OPEN, "members", one.id)


def test_an_exemption_is_applied_for_and_then_decided(register: CellRecord) -> None:
    one = register.members[0]

    def exempt(**days: dt.date) -> Answer:
        kind = StandingKind.EXEMPT
        return members.change_standing(register, context(), one.id, kind, TODAY, **days)  # type: ignore[arg-type]

    over = refuse(Why.DATES_OUT_OF_ORDER, "standings", one.id, "until")
    assert exempt(until=YESTERDAY) == over
    for field in ("applied", "decided"):
        to_come = refuse(Why.DATE_IN_FUTURE, "standings", one.id, field, who=one.name)
        assert exempt(**{field: TOMORROW}) == to_come
    too_soon = refuse(Why.DATES_OUT_OF_ORDER, "standings", one.id, "decided")
    assert exempt(applied=TODAY, decided=YESTERDAY) == too_soon


def test_tasks(november: MeetingRecord, register: CellRecord) -> None:
    task = november.tasks[0]
    unknown = replace(task, id="none")
    assert tasks.change_task(november, context(), register, unknown) == refuse(
        Why.TASK_UNKNOWN, "tasks", "none", code=task.code
    )
    assert tasks.delete_task(november, context(), register, "none") == refuse(
        Why.TASK_UNKNOWN, "tasks", "none"
    )
    other = next(one for one in register.tasks if one.id != task.id)
    same_code = tasks.change_task(november, context(), register, replace(task, code=other.code))
    assert same_code == refuse(Why.TASK_CODE_TAKEN, "tasks", task.id, "code", code=other.code)
    too_early = tasks.change_task(
        november, context(), register, replace(task, due=task.given - dt.timedelta(days=1))
    )
    assert too_early == refuse(Why.DATES_OUT_OF_ORDER, "tasks", task.id, "due", who=task.code)


def test_results_of_tasks(november: MeetingRecord) -> None:
    carried = november.carried[0].task
    counted = replace(carried, amount=4, unit="hộ")
    of_counted = replace(november, carried=(replace(november.carried[0], task=counted),))
    assert tasks.review_task(november, context(), "none", Result.DONE) == refuse(
        Why.TASK_UNKNOWN, "tasks", "none"
    )
    less_than_none = tasks.review_task(of_counted, context(), carried.id, Result.DONE, achieved=-1)
    assert less_than_none == refuse(Why.NEGATIVE_COUNT, "reviews", carried.id, "achieved")
    for percent in (-1, 101):
        outside = tasks.review_task(november, context(), carried.id, Result.DONE, percent)
        assert outside == refuse(
            Why.PERCENT_OUT_OF_RANGE, "reviews", carried.id, "percent", code=carried.code
        )
    nobody = tasks.name_second_reader(november, context(), "none", None)
    assert nobody == refuse(Why.TASK_UNKNOWN, "tasks", "none")


def test_counts_below_nothing(november: MeetingRecord) -> None:
    fees = attendance.change_fees(november, context(), -1, [])
    assert fees == refuse(Why.NEGATIVE_COUNT, "meetings", november.meeting.id, "fees_paid")
    vote = replace(november.votes[0], against=-1)
    counted = minutes.change_vote(november, context(), vote)
    assert counted == refuse(
        Why.NEGATIVE_COUNT, "votes", vote.id, "in_favour", question=vote.question
    )
    asked = minutes.change_vote(november, context(), replace(vote, question=" "))
    assert asked == refuse(Why.QUESTION_MISSING, "votes", vote.id, "question")


def test_points_of_the_agenda_and_petitions_need_words(november: MeetingRecord) -> None:
    item = replace(november.agenda[0], title=" ")
    changed = agenda.change_item(november, context(), item)
    assert changed == refuse(Why.TEXT_MISSING, "agenda_items", item.id, "title")
    added = agenda.add_item(november, context(), item)
    assert added == refuse(Why.TEXT_MISSING, "agenda_items", "", "title")
    petition = Petition("p", november.meeting.id, 1, "Nhân dân", " ")
    noted = replace(november, petitions=(replace(petition, text="…"),))
    for operation, row in ((petitions.add_petition, ""), (petitions.change_petition, "p")):
        refused = refuse(Why.TEXT_MISSING, "petitions", row, "text")
        assert operation(noted, context(), petition) == refused


def test_the_score(october: MeetingRecord, november: MeetingRecord) -> None:
    form, rules = next(
        (form, rules)
        for form, rules in november.rules.scores.items()
        if november.meeting.kind in rules.kinds
    )
    criterion = rules.criteria[0]
    over = score.answer(november, context(), form, criterion.code, criterion.points + 1)
    assert over == refuse(
        Why.POINTS_OUT_OF_RANGE,
        "score_marks",
        criterion.code,
        "points",
        most=str(criterion.points),
    )
    unknown = score.answer(november, context(), form, "none", 1)
    assert unknown == refuse(Why.CRITERION_UNKNOWN, "score_marks", "none", "criterion")
    no_form = refuse(Why.CRITERION_UNKNOWN, "score_marks", "", "form")
    assert score.take_proposals(november, context(), "none") == no_form
    assert score.change_form(november, context(), "none") == no_form


def test_months(book: Book, register: CellRecord) -> None:
    (held,) = month_plan(register, dt.date(2026, 11, 1), 1, book.rules)
    decided = calendar.choose_day(held, context(), dt.date(2026, 11, 5))
    assert [problem.why for problem in decided.problems] == [Why.MONTH_HAS_MEETING]  # type: ignore[union-attr]
    (problem,) = decided.problems  # type: ignore[union-attr]
    assert (problem.table, problem.field) == ("month_plans", "")
    assert problem.row.startswith("new-")
    assert problem.words == (("month", "11/2026"),)
    (free,) = month_plan(register, dt.date(2026, 12, 1), 1, book.rules)
    for day, why, field in (
        (YESTERDAY, Why.DAY_IS_PAST, "date"),
        (dt.date(2027, 3, 1), Why.DAY_NOT_OF_MONTH, "date"),
        (dt.date(2026, 12, 9), Why.REASON_MISSING, "reason"),
    ):
        (problem,) = calendar.choose_day(free, context(), day).problems  # type: ignore[union-attr]
        assert (problem.why, problem.table, problem.field) == (why, "month_plans", field)
        assert problem.row.startswith("new-")


def test_the_cell_and_what_stood_on_paper(register: CellRecord) -> None:
    key = register.cell.id
    for day in (0, 29):
        outside = cell.change_cell(register, context(), replace(register.cell, day=day))
        assert outside == refuse(Why.DAY_OUT_OF_RANGE, "cells", key, "day")
    nameless = cell.change_cell(register, context(), replace(register.cell, commune=" "))
    assert nameless == refuse(Why.NAME_MISSING, "cells", key, "commune")
    document = register.documents[0]
    used = cell.bring_in_past(register, context(), [document])
    assert used == refuse(Why.NUMBER_USED, "documents", "", "number", number=str(document.number))
    task = Task("", None, 0, "", TODAY, " ")
    nothing = cell.bring_in_past(register, context(), tasks=[task])
    assert nothing == refuse(Why.TASK_TEXT_MISSING, "tasks", "", "what")
    code = register.tasks[0].code
    twice = cell.bring_in_past(register, context(), tasks=[replace(task, what="…", code=code)])
    assert twice == refuse(Why.TASK_CODE_TAKEN, "tasks", "", "code", code=code)
    past = PastMeeting("", dt.date(2026, 1, 3), MeetingKind.REGULAR, 10, 8, 1, 0)
    figures = cell.bring_in_past(register, context(), meetings=[past])
    assert figures == refuse(Why.COUNTS_DO_NOT_ADD_UP, "past_meetings", "", "required")


def test_documents(november: MeetingRecord, register: CellRecord) -> None:
    drafts = [row for row in register.documents if row.meeting == november.meeting.id]
    draft = drafts[0].id
    not_yet = refuse(Why.NOT_CLOSED, "documents", draft)
    assert documents.post_document(register, context(), draft, TODAY) == not_yet
    assert documents.replace_document(register, context(), draft, None) == not_yet
    adopted = next(row for row in register.documents if row.meeting != november.meeting.id)
    posted = documents.post_document(register, context(), adopted.id, TOMORROW)
    assert posted == refuse(Why.DATES_OUT_OF_ORDER, "documents", adopted.id, "posted")
    none_such = documents.replace_document(register, context(), adopted.id, "none")
    assert none_such == refuse(Why.NO_REPLACEMENT, "documents", adopted.id, "replaced_by")
    number = replace(drafts[0], number=0)
    assert documents.change_document(november, context(), register, number) == refuse(
        Why.NUMBER_USED, "documents", draft, "number", number="0"
    )


def test_templates(book: Book, november: MeetingRecord) -> None:
    carry_out(book, templates.keep_template, cell_record(book), november, "Mẫu một")
    carry_out(book, templates.keep_template, cell_record(book), november, "Mẫu hai")
    register = cell_record(book)
    one, other = register.templates
    same = templates.rename_template(register, context(), other.id, "mẫu MỘT")
    assert same == refuse(Why.NAME_TAKEN, "templates", other.id, "name", title="mẫu MỘT")
    nameless = templates.rename_template(register, context(), one.id, " ")
    assert nameless == refuse(Why.NAME_MISSING, "templates", one.id, "name")
    empty = templates.keep_template(register, context(), replace(november, agenda=()), "Ba")
    assert empty == refuse(Why.AGENDA_EMPTY, "templates")


def test_what_is_not_there_to_be_taken_out(register: CellRecord) -> None:
    renaming = naming.withdraw_renaming(register, context(), "none")
    assert renaming == refuse(Why.RENAMING_UNKNOWN, "renamings", "none")
    span = earlier_posts.withdraw_earlier_post(register, context(), "none")
    assert span == refuse(Why.EARLIER_POST_UNKNOWN, "post_spans", "none")
    unknown = refuse(Why.CONTACT_UNKNOWN, "contacts", "none")
    assert contacts.delete_contact(register, context(), "none") == unknown
    assert contacts.note_remark(register, context(), "none", TODAY) == unknown


def test_guests_and_speakers_have_names(november: MeetingRecord) -> None:
    guest = replace(november.guests[0], name=" ")
    changed = attendance.change_guest(november, context(), guest)
    assert changed == refuse(Why.NAME_MISSING, "guests", guest.id, "name")
    added = attendance.add_guest(november, context(), guest)
    assert added == refuse(Why.NAME_MISSING, "guests", "", "name")
    opinion = replace(november.opinions[0], speaker=None, speaker_other=" ")
    written = minutes.write_opinion(november, context(), opinion)
    assert written == refuse(Why.SPEAKER_MISSING, "opinions", opinion.id, "speaker")
    item = november.agenda[0].id
    by_nobody = minutes.add_opinion(november, context(), item, None, "…", " ")
    assert by_nobody == refuse(Why.SPEAKER_MISSING, "opinions", "", "speaker")


def test_a_meeting_is_cancelled_for_a_reason_before_it_began(
    november: MeetingRecord, register: CellRecord
) -> None:
    key = november.meeting.id
    begun = meetings.cancel_meeting(november, context(), register, "Mưa bão")
    assert begun == refuse(Why.MEETING_HAS_CONTENT, "meetings", key)
    planned = replace(november, meeting=replace(november.meeting, state=MeetingState.PLANNED))
    assert not planned.roster_is_copied
    no_reason = meetings.cancel_meeting(planned, context(), register, " ")
    assert no_reason == refuse(Why.REASON_MISSING, "meetings", key, "cancel_reason")


def test_an_absent_chair_is_named(november: MeetingRecord) -> None:
    absent = november.marked(Mark.EXCUSED)[0]
    for field, why in (("chair", Why.CHAIR_ABSENT), ("minute_taker", Why.MINUTE_TAKER_ABSENT)):
        led = replace(november.meeting, **{field: absent.member})  # type: ignore[arg-type]
        found = problems(replace(november, meeting=led), context())
        said = refuse(why, "meetings", november.meeting.id, field, who=absent.name)
        assert said.problems[0] in found


def test_an_end_that_is_no_end_stands_at_the_end(november: MeetingRecord) -> None:
    key, start = november.meeting.id, dt.time(19, 30)
    turned = refuse(Why.END_BEFORE_START, "meetings", key, "end")
    assert meetings.set_times(november, context(), start, start) == turned
    at_once = replace(november.meeting, start=start, end=start)
    assert turned.problems[0] in problems(replace(november, meeting=at_once), context())
    line = november.marked(Mark.PRESENT)[0]
    gone = attendance.note(november, context(), line.member, late=start, left_early=start)
    assert gone == refuse(Why.END_BEFORE_START, "attendance", line.member, "left_early")
