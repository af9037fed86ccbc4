"""What the superior sent back comes into the book once, by the same rules as by hand."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from cellsecretary.core.change import Act, Changes, Refusal, Why
from cellsecretary.core.kinds import PetitionState, Scorer
from cellsecretary.core.operations.petitions import follow_up_petition
from cellsecretary.core.operations.reply import reply_lines, take_reply
from cellsecretary.core.petition_lines import PetitionStep, petition_state
from cellsecretary.core.preferences import reply_taken, superior_key, superior_signer
from cellsecretary.core.reply import HandedRules, Reply
from cellsecretary.core.reply_lines import ReplyNews, SignedBy, SignerState, is_older, signer_state
from cellsecretary.store.records import cell_record, meeting_record
from tests.building import AFTER, NOVEMBER, OCTOBER, context, done, meeting_id, record_of
from tests.replies import (
    DOCUMENT,
    MADE,
    RULE_FILE,
    RULES,
    SEAL_KEY,
    THEME,
    answered,
    code,
    office_key,
    received,
    reply_to,
)

if TYPE_CHECKING:
    from cellsecretary.core.change import Answer
    from cellsecretary.core.reply_lines import ReplyLine
    from cellsecretary.core.rows import Petition
    from cellsecretary.core.superior_rows import Receipt
    from cellsecretary.store import Book

NOBODY = SignedBy()
KEY = code(office_key())
ACCEPTED = SignedBy(KEY, accept=True)
LATER = MADE + dt.timedelta(days=1)


def told(book: Book, **parts: object) -> Reply:
    return reply_to(cell_record(book).cell.id, **parts)


def asked(book: Book, reply: Reply, signed: SignedBy = NOBODY) -> Answer:
    return take_reply(
        cell_record(book), context(), reply, signed, lambda key: meeting_record(book, key)
    )


def take(book: Book, reply: Reply, signed: SignedBy = NOBODY) -> Changes:
    changes = done(asked(book, reply, signed))
    book.apply(changes, AFTER)
    return changes


def lines(book: Book, reply: Reply, signed: SignedBy = NOBODY) -> dict[ReplyNews, ReplyLine]:
    found = reply_lines(
        cell_record(book), context(), reply, signed, lambda key: meeting_record(book, key)
    )
    return {line.news: line for line in found}


def why(answer: Answer | ReplyLine) -> list[Why]:
    refusal = answer if isinstance(answer, (Changes, Refusal)) else answer.why_not
    assert isinstance(refusal, Refusal)
    return [problem.why for problem in refusal.problems]


def receipt(book: Book) -> Receipt:
    (found,) = cell_record(book).receipts
    return found


def petition(book: Book) -> Petition:
    return next(row for row in cell_record(book).petitions if row.id == petition_id(book))


def petition_id(book: Book) -> str:
    october = meeting_id(book, OCTOBER)
    return next(row.id for row in cell_record(book).petitions if row.meeting == october)


def whole(book: Book) -> Reply:
    october = record_of(book, OCTOBER)
    form = next(iter(october.rules.scores))
    criterion = october.rules.scores[form].criteria[0].code
    meeting = received(
        october.meeting.id,
        remark="Biên bản ghi rõ.",
        form=form,
        points={criterion: 4},
        confirmed=dt.date(2026, 10, 20),
        confirmed_by="Đinh Văn Xuân",
    )
    return told(
        book,
        meetings=(meeting,),
        petitions=(answered(petition_id(book)),),
        directives=(DOCUMENT, THEME),
        rules=(RULE_FILE,),
        seal_key=SEAL_KEY,
    )


def test_all_of_a_reply_comes_into_the_book_in_one_act_that_undo_does_not_pass(book: Book) -> None:
    reply, october = whole(book), meeting_id(book, OCTOBER)
    before = record_of(book, OCTOBER)
    changes = take(book, reply, ACCEPTED)
    assert changes.act is Act.TAKE_REPLY
    assert changes.act.is_barrier
    assert dict(changes.words) == {"date": "2026-11-10"}
    register = cell_record(book)
    taken = receipt(book)
    assert (taken.meeting, taken.revision, taken.received, taken.remark) == (
        october,
        1,
        dt.date(2026, 10, 5),
        "Biên bản ghi rõ.",
    )
    given = [mark for mark in register.scores if mark.scorer is Scorer.SUPERIOR]
    assert [(mark.meeting, mark.points) for mark in given] == [(october, 4)]
    meeting = register.meeting(october)
    assert meeting is not None
    assert (meeting.score_confirmed, meeting.score_confirmed_by) == (
        dt.date(2026, 10, 20),
        "Đinh Văn Xuân",
    )
    assert petition_state(petition(book)) is PetitionState.TO_TELL
    assert [row.title for row in register.directives] == [THEME.title, DOCUMENT.title]
    assert [file.text for file in register.rule_files] == [RULES]
    assert superior_key(register.preferences) == SEAL_KEY
    assert superior_signer(register.preferences) == KEY
    assert reply_taken(register.preferences) == MADE
    assert record_of(book, OCTOBER) == before, "the closed record is what was sent"
    assert book.rules(AFTER.date()).paper == book.rule_source().on(AFTER.date()).paper


def test_each_new_thing_has_a_line_and_nothing_is_written_for_it(book: Book) -> None:
    reply = whole(book)
    found = lines(book, reply, ACCEPTED)
    assert list(found) == [
        *(ReplyNews.RECEIVED, ReplyNews.REMARK, ReplyNews.POINTS, ReplyNews.CONFIRMED),
        *(ReplyNews.ANSWERED, ReplyNews.DOCUMENT, ReplyNews.THEME),
        *(ReplyNews.RULES, ReplyNews.SEAL_KEY),
    ]
    assert all(line.is_news and line.why_not is None for line in found.values())
    assert found[ReplyNews.REMARK].text == "Biên bản ghi rõ."
    assert found[ReplyNews.ANSWERED].text == "Xã sẽ sửa đường trong quý I."
    assert dict(found[ReplyNews.DOCUMENT].words)["number"] == "12-CT/ĐU"
    assert cell_record(book).receipts == ()


def test_what_was_taken_over_is_not_taken_twice(book: Book) -> None:
    reply = whole(book)
    take(book, reply, ACCEPTED)
    again = replace(reply, made=LATER)
    for each in (reply, again):
        assert lines(book, each, SignedBy(KEY)) == {}
        assert why(asked(book, each, SignedBy(KEY))) == [Why.NOTHING_TO_TAKE_IN]
        assert why(asked(book, each, ACCEPTED)) == [Why.NOTHING_TO_TAKE_IN]


def test_a_reply_for_another_cell_is_refused(book: Book) -> None:
    reply = replace(whole(book), cell="another")
    assert why(asked(book, reply, ACCEPTED)) == [Why.OTHER_CELL]


def test_a_newer_version_replaces_a_receipt_and_an_older_one_does_not(book: Book) -> None:
    october = meeting_id(book, OCTOBER)
    day = dt.date(2026, 11, 8)
    take(book, told(book, meetings=(received(october, remark="Thiếu chữ ký."),)))
    take(book, told(book, meetings=(received(october, revision=2, received=day),), made=LATER))
    taken = receipt(book)
    assert (taken.revision, taken.received, taken.remark) == (2, day, "")
    for made in (MADE, LATER + dt.timedelta(1)):
        reply = told(book, meetings=(received(october, remark="Thiếu chữ ký."),), made=made)
        assert why(asked(book, reply)) == [Why.NOTHING_TO_TAKE_IN]


def test_of_the_same_version_the_first_day_and_the_last_remark_count(book: Book) -> None:
    october = meeting_id(book, OCTOBER)
    take(book, told(book, meetings=(received(october, remark="Thiếu."),)))
    second = received(october, received=dt.date(2026, 10, 9), remark="Đã đủ.")
    found = lines(book, told(book, meetings=(second,), made=LATER))
    assert list(found) == [ReplyNews.REMARK]
    take(book, told(book, meetings=(second,), made=LATER))
    assert receipt(book).received == dt.date(2026, 10, 5)
    assert receipt(book).remark == "Đã đủ."


def test_a_receipt_on_paper_says_so(book: Book) -> None:
    meetings = (received(meeting_id(book, OCTOBER), revision=0),)
    assert list(lines(book, told(book, meetings=meetings))) == [ReplyNews.RECEIVED_PAPER]


def test_meetings_and_petitions_that_the_book_does_not_have_wait_for_a_later_reply(
    book: Book,
) -> None:
    reply = told(book, meetings=(received("lost"),), petitions=(answered("lost"),))
    assert lines(book, reply) == {}
    assert why(asked(book, reply)) == [Why.NOTHING_TO_TAKE_IN]


def test_an_older_reply_gives_only_what_the_book_lacks(book: Book) -> None:
    october = meeting_id(book, OCTOBER)
    new = replace(DOCUMENT, title="Chỉ thị 12 (bản mới)")
    reply = whole(book)
    newest = replace(reply, directives=(new,), rules=(), seal_key="", made=LATER)
    take(book, newest, ACCEPTED)
    assert is_older(cell_record(book), reply)
    old = replace(reply, meetings=(replace(reply.meetings[0], remark="Cũ.", points={}),))
    found = lines(book, old, SignedBy(KEY))
    assert list(found) == [ReplyNews.THEME]
    take(book, old, SignedBy(KEY))
    register = cell_record(book)
    assert {row.title for row in register.directives} == {new.title, THEME.title}
    assert (register.rule_files, superior_key(register.preferences)) == ((), "")
    assert receipt(book).meeting == october
    assert receipt(book).remark == "Biên bản ghi rõ."
    assert reply_taken(register.preferences) == LATER, "the newest stays the newest"


def test_the_clock_of_an_office_that_runs_ahead_does_not_make_its_later_replies_old(
    book: Book,
) -> None:
    ahead = AFTER + dt.timedelta(days=400)
    take(book, told(book, directives=(DOCUMENT,), made=ahead))
    assert reply_taken(cell_record(book).preferences) == AFTER
    assert not is_older(cell_record(book), told(book, made=AFTER + dt.timedelta(1)))


# Points, as by hand


@pytest.mark.parametrize(
    ("points", "reason"),
    [
        ({"1": 1000}, Why.POINTS_OUT_OF_RANGE),
        ({"1": -1}, Why.POINTS_OUT_OF_RANGE),
        ({"1": 1, "99": 1}, Why.CRITERION_UNKNOWN),
    ],
)
def test_points_that_cannot_be_are_left_out_whole_and_the_rest_is_taken(
    book: Book, points: dict[str, int], reason: Why
) -> None:
    meeting = received(meeting_id(book, OCTOBER), form="score", points=points)
    reply = told(book, meetings=(meeting,))
    line = lines(book, reply)[ReplyNews.POINTS]
    assert why(line) == [reason]
    assert not line.is_news
    take(book, reply)
    assert receipt(book).revision == 1
    assert not [mark for mark in cell_record(book).scores if mark.scorer is Scorer.SUPERIOR]


def test_points_that_changed_replace_those_before(book: Book) -> None:
    october = meeting_id(book, OCTOBER)
    for points, made in (({"1": 3, "2": 5}, MADE), ({"1": 4, "2": 5}, LATER)):
        meeting = received(october, form="score", points=points)
        changes = take(book, told(book, meetings=(meeting,), made=made))
    given = [mark for mark in cell_record(book).scores if mark.scorer is Scorer.SUPERIOR]
    assert {mark.criterion: mark.points for mark in given} == {"1": 4, "2": 5}
    assert len(changes.changes) == 2, "one mark, and the time of the reply"


@pytest.mark.parametrize(
    ("day", "confirmed", "reason"),
    [
        (NOVEMBER, dt.date(2026, 11, 9), Why.NOT_CLOSED),
        (OCTOBER, dt.date(2026, 10, 1), Why.DATES_OUT_OF_ORDER),
        (OCTOBER, AFTER.date() + dt.timedelta(1), Why.DATES_OUT_OF_ORDER),
    ],
)
def test_a_confirmation_follows_the_rules_of_the_book(
    book: Book, day: str, confirmed: dt.date, reason: Why
) -> None:
    meeting = received(meeting_id(book, day), confirmed=confirmed)
    assert why(lines(book, told(book, meetings=(meeting,)))[ReplyNews.CONFIRMED]) == [reason]


# Petitions


def test_an_answer_proves_that_the_petition_was_received(book: Book) -> None:
    october = meeting_id(book, OCTOBER)
    reply = told(book, meetings=(received(october),), petitions=(answered(petition_id(book)),))
    take(book, reply)
    row = petition(book)
    assert (row.sent, row.answered) == (dt.date(2026, 10, 5), dt.date(2026, 11, 9))
    assert (row.answer, row.told) == ("Xã sẽ sửa đường trong quý I.", None)


@pytest.mark.parametrize("came", [None, dt.date(2026, 11, 12), dt.date(2026, 9, 1)])
def test_without_a_day_that_fits_it_was_sent_on_the_day_of_the_answer(
    book: Book, came: dt.date | None
) -> None:
    meetings = (received(meeting_id(book, OCTOBER), received=came),) if came else ()
    take(book, told(book, meetings=meetings, petitions=(answered(petition_id(book)),)))
    assert petition(book).sent == petition(book).answered == dt.date(2026, 11, 9)


def test_the_day_on_which_it_was_sent_stays_where_it_is_known(book: Book) -> None:
    sent = dt.date(2026, 10, 8)
    step = follow_up_petition(
        cell_record(book), context(), petition_id(book), PetitionStep.SENT, sent
    )
    book.apply(done(step), AFTER)
    take(book, told(book, petitions=(answered(petition_id(book)),)))
    assert petition(book).sent == sent


@pytest.mark.parametrize("day", [dt.date(2026, 10, 1), AFTER.date() + dt.timedelta(1)])
def test_an_answer_on_a_day_that_cannot_be_is_said_and_left_out(book: Book, day: dt.date) -> None:
    reply = told(book, petitions=(replace(answered(petition_id(book)), answered=day),))
    assert why(lines(book, reply)[ReplyNews.ANSWERED]) == [Why.DATES_OUT_OF_ORDER]
    assert why(asked(book, reply)) == [Why.NOTHING_TO_TAKE_IN]


# Directives


def test_a_directive_changes_and_is_withdrawn_and_one_that_was_before_it_came_is_nothing(
    book: Book,
) -> None:
    withdrawn = replace(DOCUMENT, withdrawn=True)
    assert lines(book, told(book, directives=(withdrawn,))) == {}
    take(book, told(book, directives=(DOCUMENT,)))
    longer = replace(DOCUMENT, last=dt.date(2027, 3, 31))
    reply = told(book, directives=(longer,), made=LATER)
    assert list(lines(book, reply)) == [ReplyNews.DIRECTIVE_CHANGED]
    take(book, reply)
    reply = told(book, directives=(replace(longer, withdrawn=True),), made=LATER)
    assert list(lines(book, reply)) == [ReplyNews.DIRECTIVE_WITHDRAWN]
    take(book, reply)
    (row,) = cell_record(book).directives
    assert (row.last, row.withdrawn) == (longer.last, True)
    assert not row.holds_on(DOCUMENT.first)


# Rules and keys


@pytest.mark.parametrize(
    ("signed", "reason", "waits"),
    [
        (NOBODY, Why.NOT_SIGNED, False),
        (SignedBy(KEY), Why.SIGNER_NOT_ACCEPTED, True),
        (SignedBy("", accept=True), Why.NOT_SIGNED, False),
    ],
)
def test_without_an_accepted_signature_neither_rules_nor_the_key_are_taken(
    book: Book, signed: SignedBy, reason: Why, waits: bool
) -> None:
    reply = whole(book)
    found = lines(book, reply, signed)
    for news in (ReplyNews.RULES, ReplyNews.SEAL_KEY):
        assert why(found[news]) == [reason]
        assert found[news].is_news is found[news].waits_for_key is waits
    take(book, reply, signed)
    register = cell_record(book)
    assert (register.rule_files, superior_key(register.preferences)) == ((), "")
    assert superior_signer(register.preferences) == ""
    assert receipt(book).revision == 1


def test_a_key_that_was_accepted_once_is_known_and_another_one_is_not(book: Book) -> None:
    assert signer_state(cell_record(book), KEY) is SignerState.FIRST
    take(book, told(book, directives=(DOCUMENT,)), ACCEPTED)
    register = cell_record(book)
    other = code(office_key(2))
    assert signer_state(register, KEY) is SignerState.KNOWN
    assert signer_state(register, other) is SignerState.OTHER
    assert signer_state(register, "") is SignerState.UNSIGNED
    reply = told(book, rules=(RULE_FILE,))
    assert why(lines(book, reply, SignedBy(other))[ReplyNews.RULES]) == [Why.SIGNER_NOT_ACCEPTED]
    take(book, reply, SignedBy(other, accept=True))
    assert superior_signer(cell_record(book).preferences) == other


def test_a_rule_file_that_is_used_already_stays_in_its_place(book: Book) -> None:
    take(book, told(book, rules=(RULE_FILE,)), ACCEPTED)
    other = HandedRules("xa-2.toml", RULES.replace("100", "95"))
    reply = told(book, rules=(other, RULE_FILE), made=LATER)
    take(book, reply, SignedBy(KEY))
    assert [file.name for file in cell_record(book).rule_files] == [RULE_FILE.name, other.name]


def test_an_empty_rule_file_is_refused_like_one_from_the_disk(book: Book) -> None:
    reply = told(book, rules=(HandedRules("a.toml", " \n"),))
    assert why(lines(book, reply, ACCEPTED)[ReplyNews.RULES]) == [Why.TEXT_MISSING]
