"""What is refused of the cell, its terms, its checks and its wishes, with place and words."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

from cellsecretary.core.board.register import BoardRegister
from cellsecretary.core.change import Refusal, Why, refuse
from cellsecretary.core.operations import (
    board,
    register_checks,
    terms,
)
from cellsecretary.core.operations.preferences import change_preferences
from cellsecretary.core.preferences import RANGES, preferences_of
from cellsecretary.rules import bundled
from tests.building import AFTER, context

if TYPE_CHECKING:
    from cellsecretary.core.record import MeetingRecord
    from cellsecretary.core.register import CellRecord

TODAY = AFTER.date()
YESTERDAY, TOMORROW = TODAY - dt.timedelta(days=1), TODAY + dt.timedelta(days=1)


def test_checks_of_the_register(register: CellRecord) -> None:
    quarter = dt.date(2026, 10, 1)

    def noted(done: dt.date, total: int, note: str = "…") -> list[tuple[Why, str, str, str]]:
        answer = register_checks.note_check(register, context(), quarter, done, total, note)
        assert isinstance(answer, Refusal)
        return [(one.why, one.table, one.row[:4], one.field) for one in answer.problems]

    here = ("register_checks", "new-")
    assert noted(TOMORROW, 52) == [(Why.DATE_IN_FUTURE, *here, "done")]
    assert noted(quarter - dt.timedelta(days=1), 52) == [(Why.DATES_OUT_OF_ORDER, *here, "done")]
    assert noted(TODAY, -1) == [(Why.NEGATIVE_COUNT, *here, "total")]
    assert noted(TODAY, 9, " ") == [(Why.REASON_MISSING, *here, "note")]


def test_what_an_office_wants_stays_within_its_bounds(register: CellRecord) -> None:
    held = preferences_of(bundled().on(TODAY).paper)
    for name, (least, most) in RANGES.items():
        assert least < most
        words = {"least": f"{least:g}", "most": f"{most:g}"}
        outside = refuse(Why.MEASURE_OUT_OF_RANGE, "preferences", "", name, **words)
        for value in (least - 1, most + 1):
            wanted = replace(held, **{name: value})  # type: ignore[arg-type]
            assert change_preferences(register, context(), held, wanted) == outside


def test_a_late_board_score_stands_at_its_meeting(october: MeetingRecord) -> None:
    form, rules = next(iter(october.rules.scores.items()))
    key = f"{october.cell.id}:{october.meeting.id}"
    criterion = rules.criteria[0]
    points = [(criterion.code, criterion.points + 1)]
    most = str(criterion.points)
    assert board.give_points(BoardRegister(), context(), october, form, points) == refuse(
        Why.POINTS_OUT_OF_RANGE, "meeting_scores", key, criterion.code, most=most
    )


def test_a_term_begins_after_the_one_before_and_has_come(register: CellRecord) -> None:
    rules = bundled().on(TODAY)
    to_come = terms.begin_term(register, context(), TOMORROW, None, "", {}, rules)
    assert refuse(Why.DATE_IN_FUTURE, "terms", "", "since").problems[0] in to_come.problems  # type: ignore[union-attr]
    start = register.cell.term_start
    early = terms.begin_term(register, context(), start - dt.timedelta(days=1), None, "", {}, rules)
    before = refuse(Why.BEFORE_TERM, "terms", "", "since", date=start.isoformat())
    assert before.problems[0] in early.problems  # type: ignore[union-attr]
    turned = terms.begin_term(register, context(), TODAY, TODAY, "", {}, rules)
    assert refuse(Why.DATES_OUT_OF_ORDER, "terms", "", "until").problems[0] in turned.problems  # type: ignore[union-attr]
