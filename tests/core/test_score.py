"""The score of a meeting: points that follow from facts, points that the cell gives."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cellsecretary.core.change import Answer, Refusal, Why
from cellsecretary.core.facts import facts
from cellsecretary.core.kinds import Mark, MeetingKind, ScoreClass, Scorer
from cellsecretary.core.operations import score
from cellsecretary.core.record import Run
from cellsecretary.core.rows import ScoreMark
from cellsecretary.core.ruleset import Criterion, Measure, ScoreForm, ScoreStep
from cellsecretary.core.score import (
    Evidence,
    ScoreLine,
    class_of,
    form_of,
    is_scored,
    score_sheet,
    with_superior,
)
from cellsecretary.papers import PaperError, render
from cellsecretary.rules import bundled
from cellsecretary.store import Book
from cellsecretary.store.records import cell_record
from tests.building import AFTER, OCTOBER, carry_out, context, done, record_of
from tests.papers.pages import text_of

if TYPE_CHECKING:
    from pathlib import Path

    from cellsecretary.core.record import MeetingRecord

FORMS = ("score", "score_detailed")


@pytest.fixture(scope="module")
def november(replayed_file: Path) -> MeetingRecord:
    book = Book.open(replayed_file, bundled())
    record = record_of(book)
    book.close()
    return record


def lines_of(record: MeetingRecord, form: str = "score") -> dict[str, ScoreLine]:
    return {line.code: line for line in score_sheet(record, form).lines}


def proposed(record: MeetingRecord, form: str = "score") -> dict[str, int | None]:
    return {code: line.proposed for code, line in lines_of(record, form).items()}


def whys(answer: Answer) -> list[Why]:
    assert isinstance(answer, Refusal)
    return [problem.why for problem in answer.problems]


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("kind", [MeetingKind.REGULAR, MeetingKind.REGULAR_THEMATIC])
def test_the_most_points_add_up_in_every_kind_of_meeting(
    book: Book, form: str, kind: MeetingKind
) -> None:
    record = record_of(book)
    record = replace(record, meeting=replace(record.meeting, kind=kind))
    scored = score_sheet(record, form)
    assert sum(line.maximum for line in scored.lines) == scored.total == 100


def test_the_points_of_the_thematic_part_go_to_the_regular_one_without_it(book: Book) -> None:
    record = record_of(book)
    regular = replace(record, meeting=replace(record.meeting, kind=MeetingKind.REGULAR))
    assert lines_of(record, "score_detailed")["4.3"].maximum == 5
    assert lines_of(record, "score_detailed")["4.2"].maximum == 10
    assert "4.3" not in lines_of(regular, "score_detailed")
    assert lines_of(regular, "score_detailed")["4.2"].maximum == 15


def test_points_follow_from_the_facts_of_the_meeting(book: Book) -> None:
    record = record_of(book, OCTOBER)
    # 105 of 90 minutes; one absent without a reason; all four preparations in time.
    assert [proposed(record)[code] for code in ("1", "2", "3")] == [5, 1, 10]
    assert lines_of(record)["2"].evidence == (
        Evidence(Measure.UNEXCUSED, 1),
        Evidence(Measure.ATTENDANCE_PERCENT, 42, 45),
    )


def test_nobody_absent_without_a_reason_gives_the_points_of_the_share(book: Book) -> None:
    record = record_of(book, OCTOBER)
    roster = tuple(
        replace(line, mark=Mark.EXCUSED) if line.mark is Mark.UNEXCUSED else line
        for line in record.roster
    )
    assert proposed(replace(record, roster=roster))["2"] == 5


@pytest.mark.parametrize(
    ("minutes", "points"),
    [(120, 5), (119, 4), (105, 4), (104, 3), (90, 3), (89, 2), (60, 2), (59, 1)],
)
def test_a_shorter_meeting_has_fewer_points(book: Book, minutes: int, points: int) -> None:
    record = record_of(book)
    start = record.meeting.start
    assert start is not None
    end = start.replace(
        hour=start.hour + (start.minute + minutes) // 60, minute=(start.minute + minutes) % 60
    )
    record = replace(record, meeting=replace(record.meeting, end=end))
    assert facts(record).duration_minutes == minutes
    assert proposed(record)["1"] == points


@pytest.mark.parametrize(("speaking", "points"), [(3, 5), (2, 4)])
def test_more_than_half_must_speak_not_half(book: Book, speaking: int, points: int) -> None:
    record = record_of(book)
    members = [line.member for line in record.marked(Mark.PRESENT)][:4]
    roster = tuple(line for line in record.roster if line.member in members)
    opinion = record.opinions[0]
    opinions = tuple(replace(opinion, speaker=member) for member in members[:speaking])
    record = replace(record, roster=roster, opinions=opinions)
    assert proposed(record, "score_detailed")["4.5"] == points


def test_what_is_not_known_yet_proposes_nothing(book: Book) -> None:
    record = record_of(book)
    record = replace(record, meeting=replace(record.meeting, end=None), reviews=())
    assert (proposed(record)["1"], proposed(record)["6"]) == (None, None)
    assert lines_of(record)["1"].evidence == ()


def test_a_point_without_any_fact_stands_out(book: Book) -> None:
    carry_out(book, score.answer, record_of(book), "score", "4", 36)
    carry_out(book, score.answer, record_of(book), "score", "1", 5)
    lines = lines_of(record_of(book))
    assert [code for code, line in lines.items() if line.lacks_evidence] == ["4"]


def test_the_proposals_fill_what_is_open_and_nothing_else(book: Book) -> None:
    carry_out(book, score.answer, record_of(book), "score", "1", 3)
    carry_out(book, score.take_proposals, record_of(book), "score")
    own = {code: line.own for code, line in lines_of(record_of(book)).items()}
    wanted = proposed(record_of(book)) | {"1": 3}
    assert own == wanted


def test_the_class_comes_when_every_line_is_answered(book: Book) -> None:
    for code, line in lines_of(record_of(book)).items():
        assert score_sheet(record_of(book), "score").own_class is None
        carry_out(book, score.answer, record_of(book), "score", code, line.maximum)
    scored = score_sheet(record_of(book), "score")
    assert (scored.own_points, scored.own_class) == (100, ScoreClass.GOOD)


@pytest.mark.parametrize(
    ("points", "band"),
    [
        # HD 42, as used by a cell: good from 90, fair from 70, average from 50, weak below.
        (100, ScoreClass.GOOD), (90, ScoreClass.GOOD), (89, ScoreClass.FAIR), (70, ScoreClass.FAIR),
        (69, ScoreClass.AVERAGE), (50, ScoreClass.AVERAGE),
        (49, ScoreClass.WEAK), (0, ScoreClass.WEAK),
    ],
)  # fmt: skip
def test_the_bands_of_the_classes(book: Book, points: int, band: ScoreClass) -> None:
    assert class_of(points, record_of(book).rules.scores["score"].bands) is band


@pytest.mark.parametrize("points", [-1, 6])
def test_no_criterion_has_more_than_its_most_or_less_than_nothing(book: Book, points: int) -> None:
    assert whys(score.answer(record_of(book), context(), "score", "1", points)) == [
        Why.POINTS_OUT_OF_RANGE
    ]


@pytest.mark.parametrize("points", [0, 5])
def test_a_criterion_may_have_nothing_and_its_most(book: Book, points: int) -> None:
    (change,) = done(score.answer(record_of(book), context(), "score", "1", points)).changes
    assert isinstance(change.after, ScoreMark)
    assert change.after.points == points


def test_a_form_or_a_criterion_that_does_not_fit_is_refused(book: Book) -> None:
    record = record_of(book)
    for form, code in (("score", "99"), ("another", "1")):
        assert whys(score.answer(record, context(), form, code, 1)) == [Why.CRITERION_UNKNOWN]
    committee = replace(record, meeting=replace(record.meeting, kind=MeetingKind.COMMITTEE))
    assert not is_scored(committee)
    assert whys(score.take_proposals(committee, context(), "score")) == [Why.CRITERION_UNKNOWN]


def test_without_a_form_that_fits_there_is_none(book: Book) -> None:
    record = record_of(book)
    committee = replace(record, meeting=replace(record.meeting, kind=MeetingKind.COMMITTEE))
    assert form_of(committee) == form_of(committee, "score") == ""
    assert form_of(replace(record, scores=()), "another") == form_of(record) == "score"


def test_another_form_begins_with_its_own_proposals(book: Book) -> None:
    carry_out(book, score.take_proposals, record_of(book), "score")
    carry_out(book, score.change_form, record_of(book), "score_detailed")
    record = record_of(book)
    assert {mark.form for mark in record.scores} == {"score_detailed"}
    assert form_of(record) == "score_detailed"
    assert form_of(record_of(book, OCTOBER), usual="score_detailed") == "score_detailed"


def test_the_sheet_of_a_closed_score_has_what_the_superior_gave_since_and_the_packet_has_not(
    book: Book,
) -> None:
    october = record_of(book, OCTOBER)
    form = form_of(october)
    given = (october.scores, form, "1", 4)
    book.apply(done(score.note_superior(october, context(), *given)), AFTER)
    confirm = (october.meeting.id, AFTER.date(), "Quan Văn Thuận")
    book.apply(done(score.confirm_score(cell_record(book), context(), *confirm)), AFTER)
    assert record_of(book, OCTOBER) == october, "the closed record stays"
    printed = with_superior(october, cell_record(book))
    sheet = score_sheet(printed, form, printed.scores)
    assert next(line.superior for line in sheet.lines) == 4
    text = text_of(render("score", printed))
    assert "Quan Văn Thuận xác nhận kết quả ngày 21/11/2026." in text
    with pytest.raises(PaperError):
        render("score", october)
    assert render("minutes", printed) == render("minutes", october)
    november = record_of(book)
    assert with_superior(november, cell_record(book)) == november


def test_the_superiors_points_do_not_hold_the_cell_on_their_form(book: Book) -> None:
    carry_out(book, score.take_proposals, record_of(book), "score")
    record = record_of(book)
    given = (record.scores, "score", "1", 5)
    book.apply(done(score.note_superior(record, context(), *given)), AFTER)
    carry_out(book, score.change_form, record_of(book), "score_detailed")
    record = record_of(book)
    assert form_of(record) == "score_detailed"
    assert [mark.form for mark in record.scores if mark.scorer is Scorer.SUPERIOR] == ["score"]


def test_a_closed_score_stays_and_the_superior_may_still_give_his(book: Book) -> None:
    october = record_of(book, OCTOBER)
    assert whys(score.answer(october, context(), "score", "1", 5)) == [Why.MEETING_NOT_OPEN]
    carry_out(book, score.note_superior, october, (), "score", "1", 4)
    marks = [mark for mark in cell_record(book).scores if mark.meeting == october.meeting.id]
    scored = score_sheet(record_of(book, OCTOBER), "score", marks)
    assert {line.code: line.superior for line in scored.lines}["1"] == 4
    assert scored.superior_points is None
    assert record_of(book, OCTOBER) == october


def test_the_longest_absence_goes_on_from_the_meetings_before(november: MeetingRecord) -> None:
    step = ScoreStep(Measure.LONGEST_ABSENCE, 5, at_most=2)
    criterion = Criterion("x", "x", 5, steps=(step,), otherwise=1)
    form = ScoreForm("x", (november.meeting.kind,), 5, {}, (criterion,))
    away = next(iter(november.marked(Mark.EXCUSED))).member
    for before, points in ((1, 5), (2, 1)):
        runs = (Run(away, before, 0),)
        rules = replace(november.rules, scores={"x": form})
        (line,) = score_sheet(replace(november, rules=rules, runs=runs), "x").lines
        assert line.evidence == (Evidence(Measure.LONGEST_ABSENCE, before + 1),)
        assert line.proposed == points


def steps() -> st.SearchStrategy[ScoreStep]:
    return st.builds(
        ScoreStep,
        measure=st.sampled_from(Measure),
        points=st.integers(0, 5),
        at_least=st.none() | st.integers(0, 100),
        more_than=st.none() | st.integers(0, 100),
        at_most=st.none() | st.integers(0, 100),
    )


@given(
    criteria=st.lists(
        st.builds(
            Criterion,
            code=st.just("x"),
            title=st.just("x"),
            points=st.just(5),
            steps=st.lists(steps(), max_size=4).map(tuple),
            otherwise=st.integers(0, 5),
        ),
        min_size=1,
        max_size=6,
    )
)
def test_no_form_proposes_more_than_it_has(
    november: MeetingRecord, criteria: list[Criterion]
) -> None:
    coded = tuple(replace(one, code=str(at)) for at, one in enumerate(criteria))
    form = ScoreForm("x", (november.meeting.kind,), 5 * len(coded), {}, coded)
    record = replace(november, rules=replace(november.rules, scores={"x": form}))
    for line in score_sheet(record, "x").lines:
        assert line.proposed is None or 0 <= line.proposed <= line.maximum
        assert line.proposed is None or line.evidence
    assert score_sheet(record, "x") == score_sheet(record, "x")
