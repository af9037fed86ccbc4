"""The order of petitions and directives of a board, and what a version is compared with."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from cellsecretary.core.board.directives import (
    DirectiveState,
    directive_state,
    end_of_month,
    in_order,
    whole_quarter,
)
from cellsecretary.core.board.given import form_given, given_to, own_points, with_given
from cellsecretary.core.board.grid import CellLine
from cellsecretary.core.board.keeping import kept_record
from cellsecretary.core.board.sums import BoardPetition
from cellsecretary.core.board.versions import Version, board_meetings
from cellsecretary.core.board.waiting import waiting_lines
from cellsecretary.core.board_rows import (
    GivenPoints,
    IssuedDirective,
    MeetingScore,
    PetitionAnswer,
    VersionChoice,
)
from cellsecretary.core.kinds import PetitionState, ScoreClass, Scorer
from cellsecretary.core.period import Period, Span
from cellsecretary.core.reply import DirectiveKind
from cellsecretary.core.rows import Petition, ScoreMark
from tests.cells import Cell, draft, held

TODAY = dt.date(2026, 11, 26)
AT = dt.datetime(2026, 11, 26, 8, 0)
THIRD = Cell(2)


def petition(
    id: str, raised: dt.date | None, answer: str = "", answered: dt.date | None = None
) -> BoardPetition:
    cell = CellLine("c", "Chi bộ thôn 3", "Đảng ủy", False)
    typed = PetitionAnswer(id, "c", id, TODAY, answer, AT) if answer else None
    row = Petition(id, "m", 1, "Nhân dân", "Sửa mương", answered=answered, answer="Rồi.")
    return BoardPetition(cell, row, raised, PetitionState.WAITING, typed)


def test_those_that_wait_come_first_the_oldest_on_top_and_then_the_newest_answered() -> None:
    lines = waiting_lines(
        [
            petition("new", dt.date(2026, 11, 3)),
            petition("done", dt.date(2026, 9, 3), "Đã sửa."),
            petition("old", dt.date(2026, 10, 3)),
            petition("known", dt.date(2026, 10, 5), answered=dt.date(2026, 10, 20)),
            petition("before", None),
        ],
        TODAY,
    )
    ids = [line.petition.petition.id for line in lines]
    assert ids == ["before", "old", "new", "known", "done"]
    assert [line.days for line in lines] == [None, 54, 23, None, None]


def test_what_the_clerk_wrote_holds_and_what_the_cell_knows_is_not_ours() -> None:
    (line,) = waiting_lines([petition("a", TODAY, "Đã sửa.")], TODAY)
    assert (line.answered, line.answer, line.is_ours) == (TODAY, "Đã sửa.", True)
    (line,) = waiting_lines([petition("a", TODAY, answered=dt.date(2026, 10, 20))], TODAY)
    assert (line.answer, line.is_ours) == ("Rồi.", False)


def directive(id: str, first: dt.date, last: dt.date, withdrawn: bool = False) -> IssuedDirective:
    return IssuedDirective(id, DirectiveKind.TOPIC, id, first, last, AT, withdrawn=withdrawn)


def test_directives_stand_by_what_concerns_the_cells_now() -> None:
    october, december = dt.date(2026, 10, 1), dt.date(2026, 12, 31)
    rows = [
        directive("gone", october, december, withdrawn=True),
        directive("over", dt.date(2026, 8, 1), dt.date(2026, 9, 30)),
        directive("coming", dt.date(2026, 12, 1), december),
        directive("now", october, december),
        directive("today", TODAY, TODAY),
    ]
    assert [one.id for one in in_order(rows, TODAY)] == ["today", "now", "coming", "over", "gone"]
    states = {one.id: directive_state(one, TODAY) for one in rows}
    assert states["today"] is states["now"] is DirectiveState.IN_FORCE
    assert states["gone"] is DirectiveState.WITHDRAWN


def test_a_span_is_a_quarter_only_when_it_is_a_whole_one() -> None:
    first, last = dt.date(2026, 10, 1), dt.date(2026, 12, 31)
    assert whole_quarter(first, last) == Period(Span.QUARTER, 2026, 4)
    assert whole_quarter(first, dt.date(2026, 11, 30)) is None
    assert whole_quarter(dt.date(2026, 9, 1), last) is None
    assert end_of_month(dt.date(2028, 2, 1)) == dt.date(2028, 2, 29)


# What a version is compared with


def version(revision: int = 1, *, is_draft: bool = False, seed: int = 0) -> Version:
    record = held(THIRD, 10, seed, revision=revision)
    record = draft(record) if is_draft else record
    return kept_record(record, TODAY, "").version


def test_a_version_is_compared_with_the_newest_that_was_looked_at() -> None:
    versions = [version(number) for number in (1, 2, 3)]
    (meeting,) = board_meetings(versions)
    third = meeting.current
    numbers = {
        seen: before.key.revision
        for seen in (None, 0, 1, 2, 3)
        if (before := meeting.before(third, seen)) is not None
    }
    assert numbers == {None: 2, 0: 2, 1: 1, 2: 2, 3: 2}
    assert meeting.before(versions[0], 3) is None


def test_a_closed_version_is_not_compared_with_a_draft() -> None:
    (meeting,) = board_meetings([version(is_draft=True), version()])
    assert meeting.before(meeting.current) is None
    assert meeting.rivals == ()


def test_rivals_are_the_contents_of_the_newest_number_alone() -> None:
    one, other = version(2), version(2, seed=1)
    (meeting,) = board_meetings([version(1), version(1, seed=1), one, other])
    assert set(meeting.rivals) == {one, other}
    assert meeting.is_conflict
    choice = VersionChoice("x", one.key.cell, one.key.meeting, 2, one.key.content, AT)
    (meeting,) = board_meetings([one, other], [choice])
    assert set(meeting.rivals) == {one, other}
    assert not meeting.is_conflict
    (meeting,) = board_meetings([version(1), version(1, seed=1), version(2)])
    assert meeting.rivals == ()


# What was given


def test_what_was_given_stands_on_the_sheet_of_a_closed_meeting_alone() -> None:
    record = held(THIRD, 10)
    form = form_given(record, None)
    own = ScoreMark("o", record.meeting.id, form, "1", Scorer.CELL, 3)
    old = ScoreMark("s", record.meeting.id, form, "1", Scorer.SUPERIOR, 1)
    record = replace(record, scores=(own, old))
    score = MeetingScore(
        "x", THIRD.id, record.meeting.id, form, (GivenPoints("1", 4),), 100, ScoreClass.GOOD, AT,
        TODAY, "Tư",
    )  # fmt: skip
    given = with_given(record, score)
    assert [(one.scorer, one.points) for one in given.scores] == [
        (Scorer.CELL, 3),
        (Scorer.SUPERIOR, 4),
    ]
    assert (given.meeting.score_confirmed, given.meeting.score_confirmed_by) == (TODAY, "Tư")
    assert with_given(draft(record), score) == draft(record)
    assert with_given(record, None) == record
    assert own_points(record, form) == (("1", 3),)
    assert given_to([score], THIRD.id, record.meeting.id) == score
    assert given_to([score], "another", record.meeting.id) is None
