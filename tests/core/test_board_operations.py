"""What the clerk does on a board: each act, each refusal, and two boards becoming one."""

from __future__ import annotations

import datetime as dt
import itertools
from dataclasses import fields, replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cellsecretary.core.board.register import BoardRegister
from cellsecretary.core.board.versions import VersionKey
from cellsecretary.core.board_rows import (
    Acceptance,
    AcceptanceKind,
    BoardOffice,
    BoardRow,
    GivenPoints,
    HandedRuleFile,
    IssuedDirective,
    MeetingLook,
    MeetingRemark,
    PaperMinutes,
    PetitionAnswer,
)
from cellsecretary.core.change import Act, Changes, Context, Refusal, Why, refuse
from cellsecretary.core.kinds import MeetingKind, ScoreClass
from cellsecretary.core.operations import board as operations
from cellsecretary.core.reply import DirectiveKind
from cellsecretary.core.score import applied
from cellsecretary.rules import bundled
from cellsecretary.store.board import Board
from tests.papers.records import october

if TYPE_CHECKING:
    from pathlib import Path

    from cellsecretary.core.change import Answer

NOW = dt.datetime(2026, 11, 5, 9, 0, 7, 123456)
LATER = NOW + dt.timedelta(hours=1)
TODAY = NOW.date()
CELL, MEETING = "cell 3", "m"
KEY = VersionKey(CELL, MEETING, 2, False, "a" * 64)
NOTHING = BoardRegister()


def at(now: dt.datetime = NOW) -> Context:
    ids = itertools.count(1)
    return Context(now, lambda: f"new {next(ids)}")


def done(answer: Answer) -> Changes:
    assert isinstance(answer, Changes), answer
    return answer


def row_of(answer: Answer) -> BoardRow:
    """Give the only row that an act wrote."""
    (change,) = done(answer).changes
    assert change.after is not None
    return change.after  # type: ignore[return-value]


def after(register: BoardRegister, answer: Answer) -> BoardRegister:
    """Give the register with what an act wrote."""
    rows = {(type(row), row.id): row for row in register.rows}
    for change in done(answer).changes:
        row = change.row
        rows[type(row), row.id] = row  # type: ignore[index,assignment]
    return register_of(rows.values())


def register_of(rows: object) -> BoardRegister:
    places = dict(zip(KINDS, (field.name for field in fields(BoardRegister)), strict=True))
    sides: dict[str, list[BoardRow]] = {name: [] for name in places.values()}
    for row in sorted(rows, key=lambda row: row.id):  # type: ignore[call-overload]
        sides[places[type(row).__name__]].append(row)
    return BoardRegister(**{name: tuple(some) for name, some in sides.items()})  # type: ignore[arg-type]


KINDS = (
    "BoardOffice", "Acceptance", "PaperCell", "PaperMinutes", "VersionChoice", "MeetingLook",
    "MeetingRemark", "MeetingScore", "PetitionAnswer", "IssuedDirective", "HandedRuleFile",
)  # fmt: skip


def why(answer: Answer) -> tuple[Why, str, str]:
    assert isinstance(answer, Refusal), answer
    (problem,) = answer.problems
    return problem.why, problem.table, problem.field


# Senders


VALUES = (
    (AcceptanceKind.CELL, "Đảng ủy xã"),
    (AcceptanceKind.NAME, "Chi bộ thôn 3"),
    (AcceptanceKind.KEY, "ab" * 32),
)


def test_a_sender_is_asked_about_once_and_the_answer_can_change() -> None:
    answer = operations.answer_sender(NOTHING, at(), CELL, VALUES, True)
    assert done(answer).act is Act.ANSWER_SENDER
    known = after(NOTHING, answer)
    assert [known.says(CELL, kind, value) for kind, value in VALUES] == [True] * 3
    assert done(operations.answer_sender(known, at(LATER), CELL, VALUES, True)).changes == ()
    refused = after(known, operations.answer_sender(known, at(LATER), CELL, VALUES[2:], False))
    assert [refused.says(CELL, kind, value) for kind, value in VALUES] == [True, True, False]


def test_a_cell_is_one_whatever_its_superior_is_called() -> None:
    known = after(NOTHING, operations.answer_sender(NOTHING, at(), CELL, VALUES[:1], True))
    assert known.says(CELL, AcceptanceKind.CELL, "Đảng bộ xã") is True
    assert known.says("another", AcceptanceKind.CELL, "Đảng ủy xã") is None


# The office and its paper


def test_an_office_is_named_tidily_and_waits_from_the_first_of_a_month() -> None:
    answer = operations.change_office(
        NOTHING, at(), "  Đảng ủy   xã Minh Đài ", since=dt.date(2026, 9, 17), due_day=28
    )
    office = after(NOTHING, answer).office
    assert office is not None
    assert (office.name, office.since, office.due_day) == (
        "Đảng ủy xã Minh Đài",
        dt.date(2026, 9, 1),
        28,
    )
    assert office.changed == NOW.replace(microsecond=0)


@pytest.mark.parametrize("day", [-1, 0, 29, 31])
def test_minutes_are_due_on_a_day_that_every_month_has(day: int) -> None:
    answer = operations.change_office(NOTHING, at(), "Đảng ủy", due_day=day)
    assert why(answer) == (Why.DAY_OUT_OF_RANGE, "board_offices", "due_day")


@pytest.mark.parametrize("name", ["", "   "])
def test_what_has_no_name_is_refused(name: str) -> None:
    assert why(operations.change_office(NOTHING, at(), name)) == (
        *(Why.NAME_MISSING, "board_offices"),
        "name",
    )
    assert why(operations.change_paper_cell(NOTHING, at(), "", name, True)) == (
        *(Why.NAME_MISSING, "paper_cells"),
        "name",
    )


def test_a_cell_without_a_laptop_gets_an_id_and_may_have_a_laptop_later() -> None:
    known = after(NOTHING, operations.change_paper_cell(NOTHING, at(), "", "Chi bộ chợ", True))
    (cell,) = known.paper_cells
    assert (cell.id, cell.on_paper) == ("new 1", True)
    known = after(known, operations.change_paper_cell(known, at(LATER), cell.id, cell.name, False))
    assert [one.on_paper for one in known.paper_cells] == [False]


def test_paper_is_ticked_for_a_month_and_taken_away() -> None:
    day = dt.date(2026, 10, 17)
    known = after(NOTHING, operations.tick_paper(NOTHING, at(), CELL, day, TODAY))
    (tick,) = known.paper_minutes
    assert (tick.month, tick.received) == (dt.date(2026, 10, 1), TODAY)
    known = after(known, operations.tick_paper(known, at(LATER), CELL, day, None))
    assert [one.received for one in known.paper_minutes] == [None]


@pytest.mark.parametrize("received", [dt.date(2026, 9, 30), TODAY + dt.timedelta(days=1)])
def test_paper_comes_neither_before_its_month_nor_tomorrow(received: dt.date) -> None:
    answer = operations.tick_paper(NOTHING, at(), CELL, dt.date(2026, 10, 1), received)
    assert why(answer) == (Why.DATES_OUT_OF_ORDER, "paper_minutes", "received")


# Versions


def test_one_content_is_chosen_and_the_choice_can_change() -> None:
    known = after(NOTHING, operations.choose_version(NOTHING, at(), KEY))
    assert [one.content for one in known.choices] == [KEY.content]
    other = replace(KEY, content="b" * 64)
    known = after(known, operations.choose_version(known, at(LATER), other))
    assert [one.content for one in known.choices] == [other.content]
    next_one = replace(KEY, revision=3)
    known = after(known, operations.choose_version(known, at(LATER), next_one))
    assert len(known.choices) == 2


def test_what_was_looked_at_only_grows() -> None:
    known = after(NOTHING, operations.look_at(NOTHING, at(), KEY))
    for revision in (1, 2):
        older = replace(KEY, revision=revision)
        assert operations.look_at(known, at(LATER), older) == Changes(Act.LOOK_AT_MEETING, ())
    known = after(known, operations.look_at(known, at(LATER), replace(KEY, revision=5)))
    assert [one.revision for one in known.looks] == [5]


# Remarks and points


def test_a_remark_is_written_and_taken_back() -> None:
    known = after(NOTHING, operations.write_remark(NOTHING, at(), CELL, MEETING, " Rõ việc. \n"))
    assert [one.text for one in known.remarks] == ["Rõ việc."]
    same = operations.write_remark(known, at(LATER), CELL, MEETING, "Rõ việc.")
    assert done(same).changes == ()
    known = after(known, operations.write_remark(known, at(LATER), CELL, MEETING, "  "))
    assert [one.text for one in known.remarks] == [""]


def form() -> str:
    record = october()
    scores = record.rules.scores.items()
    return next(name for name, one in scores if record.meeting.kind in one.kinds)


def most() -> dict[str, int]:
    record = october()
    return {one.code: points for one, points in applied(record.rules.scores[form()], record)}


def test_points_give_a_class_once_each_criterion_has_some() -> None:
    record = october()
    first, *rest = most().items()
    known = after(NOTHING, operations.give_points(NOTHING, at(), record, form(), [first]))
    (score,) = known.scores
    assert (score.points, score.grade) == ((GivenPoints(*first),), None)
    known = after(known, operations.give_points(known, at(LATER), record, form(), rest))
    (score,) = known.scores
    assert score.grade is ScoreClass.GOOD
    assert sum(one.points for one in score.points) == score.total
    known = after(
        known, operations.give_points(known, at(LATER), record, form(), [(first[0], None)])
    )
    (score,) = known.scores
    assert (len(score.points), score.grade) == (len(rest), None)


def test_points_on_another_form_begin_anew() -> None:
    record = october()
    other = replace(record.rules.scores[form()], name="Biểu khác")
    rules = replace(record.rules, scores={**record.rules.scores, "other": other})
    record = replace(record, rules=rules)
    (first, second, *_) = most()
    known = after(NOTHING, operations.give_points(NOTHING, at(), record, form(), [(first, 1)]))
    known = after(known, operations.give_points(known, at(), record, "other", [(second, 1)]))
    (score,) = known.scores
    assert (score.form, [one.criterion for one in score.points]) == ("other", [second])


def test_points_that_no_form_has_are_refused() -> None:
    record = october()
    code, points = next(iter(most().items()))
    unknown = (Why.CRITERION_UNKNOWN, "meeting_scores")
    give = operations.give_points
    assert why(give(NOTHING, at(), record, "nothing", [])) == (*unknown, "form")
    assert why(give(NOTHING, at(), record, form(), [("x", 1)])) == (*unknown, "x")
    for number in (-1, points + 1):
        answer = give(NOTHING, at(), record, form(), [(code, number)])
        assert why(answer) == (Why.POINTS_OUT_OF_RANGE, "meeting_scores", code)
        assert isinstance(answer, Refusal)
        assert answer.problems[0].words == (("most", str(points)),)
    committee = replace(record, meeting=replace(record.meeting, kind=MeetingKind.COMMITTEE))
    assert why(give(NOTHING, at(), committee, form(), [(code, 1)])) == (*unknown, "form")


def test_a_score_is_confirmed_by_somebody_and_keeps_its_points() -> None:
    record = october()
    given_points = operations.give_points(NOTHING, at(), record, form(), list(most().items()))
    known = after(NOTHING, given_points)
    known = after(known, operations.confirm_points(known, at(), record, TODAY, " Lê  Văn Tư "))
    (score,) = known.scores
    assert (score.confirmed, score.confirmed_by) == (TODAY, "Lê Văn Tư")
    assert score.grade is ScoreClass.GOOD
    known = after(known, operations.confirm_points(known, at(), record, None, "Lê Văn Tư"))
    (score,) = known.scores
    assert (score.confirmed, score.confirmed_by) == (None, "")
    confirmed = operations.confirm_points(NOTHING, at(), record, TODAY)
    assert (done(given_points).act, done(confirmed).act) == (Act.GIVE_POINTS, Act.CONFIRM_POINTS)
    assert after(NOTHING, confirmed).scores[0].points == ()


def test_points_given_after_the_confirmation_do_not_take_it_away() -> None:
    record = october()
    known = after(NOTHING, operations.confirm_points(NOTHING, at(), record, TODAY, "Tư"))
    known = after(known, operations.give_points(known, at(), record, form(), [("1", 1)]))
    assert (known.scores[0].form, known.scores[0].confirmed_by) == (form(), "Tư")


@pytest.mark.parametrize("by", [-1, 40])
def test_a_score_is_confirmed_neither_before_its_meeting_nor_tomorrow(by: int) -> None:
    record = october()
    day = record.meeting.date + dt.timedelta(days=by)
    answer = operations.confirm_points(NOTHING, at(), record, day)
    assert why(answer) == (Why.DATES_OUT_OF_ORDER, "meeting_scores", "confirmed")


# Petitions


def test_a_petition_is_answered_and_the_answer_taken_back() -> None:
    answer = operations.answer_petition(NOTHING, at(), CELL, "p", TODAY, " Đã giao xã. ")
    known = after(NOTHING, answer)
    (row,) = known.answers
    assert (row.answered, row.answer) == (TODAY, "Đã giao xã.")
    known = after(known, operations.answer_petition(known, at(), CELL, "p", None, "gì đó"))
    assert [(one.answered, one.answer) for one in known.answers] == [(None, "")]


def test_an_answer_has_words_and_a_day_that_has_come() -> None:
    said = operations.answer_petition
    assert why(said(NOTHING, at(), CELL, "p", TODAY, "  ")) == (
        *(Why.TEXT_MISSING, "petition_answers"),
        "answer",
    )
    tomorrow = TODAY + dt.timedelta(days=1)
    assert why(said(NOTHING, at(), CELL, "p", tomorrow, "Có")) == (
        *(Why.DATE_IN_FUTURE, "petition_answers"),
        "answered",
    )


# Directives and rule files


FIRST, LAST = dt.date(2026, 10, 1), dt.date(2026, 12, 31)


def issued(register: BoardRegister = NOTHING, id: str = "", title: str = "Học tập") -> Answer:
    return operations.issue_directive(
        register, at(), id, DirectiveKind.THEME, title, FIRST, LAST, " 12-HD/ĐU ", TODAY
    )


def test_a_directive_is_issued_changed_withdrawn_and_holds_again() -> None:
    known = after(NOTHING, issued())
    (row,) = known.directives
    assert (row.id, row.number, row.issued) == ("new 1", "12-HD/ĐU", TODAY)
    known = after(known, issued(known, row.id, "Học và làm theo"))
    assert [one.title for one in known.directives] == ["Học và làm theo"]
    known = after(known, operations.withdraw_directive(known, at(), row.id, True))
    assert [one.withdrawn for one in known.directives] == [True]
    again = operations.withdraw_directive(known, at(LATER), row.id, True)
    assert done(again).changes == ()
    known = after(known, operations.withdraw_directive(known, at(), row.id, False))
    assert [one.withdrawn for one in known.directives] == [False]
    unknown = operations.withdraw_directive(known, at(), "none", True)
    assert unknown == refuse(Why.TEXT_MISSING, "issued_directives", "none")


def test_a_directive_says_what_and_ends_after_it_began() -> None:
    assert why(issued(title=" ")) == (Why.TEXT_MISSING, "issued_directives", "title")
    answer = operations.issue_directive(
        NOTHING, at(), "", DirectiveKind.TOPIC, "Học tập", LAST, FIRST
    )
    assert why(answer) == (Why.DATES_OUT_OF_ORDER, "issued_directives", "last")
    gone = operations.withdraw_directive(NOTHING, at(), "gone", True)
    assert why(gone)[1] == "issued_directives"


def test_a_changed_directive_that_was_withdrawn_holds_again() -> None:
    known = after(NOTHING, issued())
    id = known.directives[0].id
    known = after(known, operations.withdraw_directive(known, at(), id, True))
    assert [one.withdrawn for one in after(known, issued(known, id)).directives] == [False]


def test_a_rule_file_is_handed_out_under_its_name_and_withdrawn() -> None:
    known = after(NOTHING, operations.hand_out_rules(NOTHING, at(), "hop.toml", "x = 1"))
    known = after(known, operations.hand_out_rules(known, at(), "hop.toml", "x = 2"))
    assert [(one.id, one.text) for one in known.rule_files] == [("hop.toml", "x = 2")]
    known = after(known, operations.hand_out_rules(known, at(), "hop.toml", "x = 2", True))
    assert [one.withdrawn for one in known.rule_files] == [True]


# What is said twice, and on the disk


def test_saying_the_same_again_changes_nothing() -> None:
    record = october()
    acts = [
        lambda known: operations.change_office(known, at(LATER), "Đảng ủy"),
        lambda known: operations.change_paper_cell(known, at(LATER), "c", "Chi bộ", True),
        lambda known: operations.tick_paper(known, at(LATER), CELL, TODAY, TODAY),
        lambda known: operations.choose_version(known, at(LATER), KEY),
        lambda known: operations.give_points(known, at(LATER), record, form(), [("1", 1)]),
        lambda known: operations.confirm_points(known, at(LATER), record, TODAY, "Tư"),
        lambda known: operations.answer_petition(known, at(LATER), CELL, "p", TODAY, "Có"),
        lambda known: operations.hand_out_rules(known, at(LATER), "a.toml", "x"),
        lambda known: issued(known, "d"),
    ]
    for act in acts:
        known = after(NOTHING, act(NOTHING))
        assert done(act(known)).changes == ()


def test_every_row_comes_back_from_the_disk_as_it_was_written(tmp_path: Path) -> None:
    known = NOTHING
    record = october()
    board = Board.create(tmp_path / "a.bangxa", bundled())
    acts = [
        lambda: operations.change_office(known, at(), "Đảng ủy"),
        lambda: operations.answer_sender(known, at(), CELL, VALUES, True),
        lambda: operations.change_paper_cell(known, at(), "c", "Chi bộ", True),
        lambda: operations.tick_paper(known, at(), CELL, TODAY, TODAY),
        lambda: operations.choose_version(known, at(), KEY),
        lambda: operations.look_at(known, at(), KEY),
        lambda: operations.write_remark(known, at(), CELL, MEETING, "Rõ việc."),
        lambda: operations.give_points(known, at(), record, form(), list(most().items())),
        lambda: operations.confirm_points(known, at(), record, TODAY, "Tư"),
        lambda: operations.answer_petition(known, at(), CELL, "p", TODAY, "Có"),
        lambda: issued(known),
        lambda: operations.hand_out_rules(known, at(), "a.toml", "x"),
    ]
    for act in acts:
        answer = done(act())
        board.apply(answer, NOW)
        known = after(known, answer)
        assert board.register() == known
    board.close()
    assert all(getattr(known, field.name) for field in fields(known))


# Two boards become one


STAMPS = st.sampled_from([NOW.replace(microsecond=0) + dt.timedelta(hours=h) for h in range(3)])
TEXTS = st.sampled_from(["", "a", "b"])
IDS = st.sampled_from(["1", "2", "3"])
DAYS = st.sampled_from([None, TODAY, LAST])
ROWS = st.one_of(
    st.builds(MeetingRemark, IDS, st.just(CELL), st.just(MEETING), TEXTS, STAMPS),
    st.builds(MeetingLook, IDS, st.just(CELL), st.just(MEETING), st.integers(1, 3), STAMPS),
    st.builds(PaperMinutes, IDS, st.just(CELL), st.just(FIRST), DAYS, STAMPS),
    st.builds(PetitionAnswer, IDS, st.just(CELL), st.just("p"), DAYS, TEXTS, STAMPS),
    st.builds(HandedRuleFile, IDS, TEXTS, STAMPS, st.booleans()),
    st.builds(BoardOffice, st.just("office"), TEXTS, STAMPS),
    st.builds(
        Acceptance, IDS, st.just(CELL), st.just(AcceptanceKind.KEY), TEXTS, st.booleans(), STAMPS
    ),
    st.builds(
        IssuedDirective, IDS, st.sampled_from(DirectiveKind), TEXTS, st.just(FIRST), st.just(LAST),
        STAMPS,
    ),
)  # fmt: skip


def boards() -> st.SearchStrategy[BoardRegister]:
    """Give registers in which each row is there once."""
    unique = st.lists(ROWS, max_size=8, unique_by=lambda row: (type(row).__name__, row.id))
    return unique.map(register_of)


def merged(one: BoardRegister, other: BoardRegister) -> BoardRegister:
    return after(one, operations.merge_rows(one, other.rows))


@given(boards(), boards())
def test_which_of_two_boards_is_merged_into_the_other_tells_nothing(
    one: BoardRegister, other: BoardRegister
) -> None:
    assert merged(one, other) == merged(other, one)


@given(boards(), boards())
def test_merging_again_changes_nothing(one: BoardRegister, other: BoardRegister) -> None:
    both = merged(one, other)
    assert done(operations.merge_rows(both, other.rows)).changes == ()
    assert done(operations.merge_rows(both, one.rows)).changes == ()
    assert merged(one, one) == one


@given(boards(), boards(), boards())
def test_three_boards_come_to_the_same_in_any_order(
    one: BoardRegister, other: BoardRegister, third: BoardRegister
) -> None:
    assert merged(merged(one, other), third) == merged(one, merged(other, third))


@given(boards(), boards())
def test_what_was_written_last_holds_and_nothing_is_lost(
    one: BoardRegister, other: BoardRegister
) -> None:
    both = {(type(row), row.id): row for row in merged(one, other).rows}
    for row in (*one.rows, *other.rows):
        assert both[type(row), row.id].changed >= row.changed
    assert done(operations.merge_rows(one, other.rows)).act is Act.MERGE_BOARD
