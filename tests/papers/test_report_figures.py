"""The report on paper says the numbers of the screen, and each number knows its meetings."""

from __future__ import annotations

import datetime as dt
import random
import re
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from cellsecretary.core.kinds import GuestRole, MeetingKind, Scorer
from cellsecretary.core.report_figures import ReportFigure, ReportFigures, report_figures
from cellsecretary.core.rows import Guest, ScoreMark, Task
from cellsecretary.core.score import form_of, score_sheet
from cellsecretary.papers.catalogue import render
from tests.papers import pages, rare
from tests.papers.periods import practice

if TYPE_CHECKING:
    from cellsecretary.core.period import PeriodRecord

F = ReportFigure
SAID = {
    F.MEMBERS: r"Tổng số đảng viên: (\d+) đồng chí",
    F.OFFICIAL: r"chính thức (\d+) đồng chí, dự bị",
    F.PROBATIONARY: r"dự bị (\d+) đồng chí",
    F.EXEMPT: r"Được miễn công tác và sinh hoạt đảng: (\d+) đồng chí",
    F.AWAY: r"Giới thiệu sinh hoạt tạm thời ở nơi khác: (\d+) đồng chí",
    F.VISITING: r"Sinh hoạt tạm thời đến: (\d+) đồng chí",
    F.SPOKE: r"Phát biểu tại các kỳ sinh hoạt: (\d+) trên (\d+) lượt",
    F.THEMATIC: r"Sinh hoạt chuyên đề trong quý: (\d+) kỳ; yêu cầu ít nhất (\d+) kỳ",
    F.VISITS: r"được phân công dự (\d+) kỳ",
    F.SCORE: r"Chi bộ tự chấm kỳ sinh hoạt ngày \S+: (\d+)/(\d+) điểm",
    F.GIVEN: r"đã giao (\d+) nhiệm vụ",
    F.FOUND: r"kiểm điểm (\d+) nhiệm vụ",
    F.DONE: r"[(,] ?hoàn thành (\d+)",
    F.PARTLY: r"hoàn thành một phần (\d+)",
    F.NOT_DONE: r"chưa hoàn thành (\d+)",
    F.ONGOING: r"đang thực hiện (\d+)",
    F.OPEN: r"đến cuối kỳ còn (\d+) nhiệm vụ",
    F.IN_TIME: r"Nhiệm vụ đến kỳ đánh giá: (?P<base>\d+); đúng hạn (?P<count>\d+)",
    F.FEES: r"đã nộp (\d+) đồng chí",
    F.UNANSWERED: r"còn (\d+) kiến nghị chưa được trả lời",
}
"""The sentence that says a number on paper; the others stand in tables and lists."""

IN_TABLES = {F.CAME, F.WENT, F.PRESENT, F.EXCUSED, F.UNEXCUSED, F.DOCUMENTS, F.PETITIONS}


def printed(text: str, key: ReportFigure) -> list[tuple[int, int | None]]:
    """What the paper says of a number, and of how many."""
    found = []
    for match in re.finditer(SAID[key], text):
        named = match.groupdict()
        count, base = (named["count"], named["base"]) if named else (*match.groups(), None)[:2]
        found.append((int(count or 0), int(base) if base else None))
    return found


def scored(period: PeriodRecord) -> PeriodRecord:
    """The period with every meeting scored in full, and the superior at the last one."""
    held = []
    for record in period.records:
        form = form_of(record)
        marks = tuple(
            ScoreMark(f"{record.meeting.id}{line.code}", record.meeting.id, form, line.code,
                      Scorer.CELL, line.maximum - 1)
            for line in score_sheet(record, form).lines
        )  # fmt: skip
        held.append(replace(record, scores=marks))
    last = held[-1]
    officer = Guest("v", last.meeting.id, 1, "Quan Văn Thuận", role=GuestRole.ASSIGNED_SUPERIOR)
    held[-1] = replace(last, guests=(officer,))
    return replace(period, records=tuple(held))


PERIODS = {
    "month": lambda: practice("2026-10"),
    "quarter": lambda: practice("2026-Q4"),
    "scored": lambda: scored(practice("2026-Q4")),
    "empty": lambda: practice("2026-05"),
    "eventful": rare.eventful_year,
}


@pytest.mark.parametrize("name", PERIODS)
def test_the_paper_says_the_numbers_of_the_screen(name: str) -> None:
    period = PERIODS[name]()
    figures = report_figures(period)
    text = pages.text_of(render("report", period))
    for key in SAID:
        shown = [(one.count, one.base) for one in figures.lines if one.key is key]
        assert printed(text, key) == shown, key


@pytest.mark.parametrize("name", PERIODS)
def test_no_number_is_left_without_a_test(name: str) -> None:
    assert {*SAID} | IN_TABLES == {*ReportFigure}
    period = PERIODS[name]()
    figures, text = report_figures(period), pages.text_of(render("report", period))
    present = figures.of(F.PRESENT)
    if present:
        absent = f"{figures.count(F.EXCUSED)} {figures.count(F.UNEXCUSED)}"
        assert f"{present.base} {present.count} {absent}" in text
    assert text.count("Vào chi bộ trong kỳ") == bool(figures.of(F.CAME))


@pytest.mark.parametrize("name", PERIODS)
def test_every_number_comes_from_meetings_of_this_book(name: str) -> None:
    period = PERIODS[name]()
    known = {record.meeting.id for record in period.records}
    known |= {meeting.id for meeting in period.register.meetings}
    for figure in report_figures(period).lines:
        assert {*figure.meetings} <= known
        assert len({*figure.meetings}) == len(figure.meetings)
        assert figure.percent is None or figure.key is F.THEMATIC or 0 <= figure.percent <= 100


def test_who_came_and_went_in_the_period_is_counted() -> None:
    period = practice("2026-Q4")
    one, other, third, *rest = period.register.members
    came = replace(one, entered=period.period.first)
    gone = [replace(member, left=period.period.last) for member in (other, third)]
    register = replace(period.register, members=(came, *gone, *rest))
    lines = report_figures(replace(period, register=register)).lines
    counts = {line.key: line.count for line in lines}
    assert (counts[ReportFigure.CAME], counts[ReportFigure.WENT]) == (1, 2)


def test_a_number_that_is_nought_is_not_there() -> None:
    figures = report_figures(practice("2026-05"))
    assert [line.key for line in figures.lines if not line.count] == []
    assert figures.of(F.PRESENT) is None


def test_the_superior_counts_when_he_came() -> None:
    period = scored(practice("2026-Q4"))
    last = period.records[-1]
    assert report_figures(period).of(F.VISITS) is not None
    away = replace(last, guests=(replace(last.guests[0], came=False),))
    period = replace(period, records=(*period.records[:-1], away))
    before = report_figures(scored(practice("2026-Q4"))).count(F.VISITS)
    assert report_figures(period).count(F.VISITS) == before - 1
    assert f"ngày {last.meeting.date:%d/%m/%Y}: đồng chí Quan" not in pages.text_of(
        render("report", period)
    )


def test_a_score_leads_to_its_meeting() -> None:
    period = scored(practice("2026-Q4"))
    for record in period.records:
        figure = report_figures(period).of_meeting(F.SCORE, record.meeting.id)
        assert figure is not None
        assert (figure.base, figure.meetings) == (100, (record.meeting.id,))


def test_only_a_quarter_counts_its_thematic_meetings() -> None:
    quarter, month = report_figures(practice("2026-Q4")), report_figures(practice("2026-11"))
    found = quarter.of(F.THEMATIC)
    assert found is not None
    assert (found.count, found.base, len(found.meetings)) == (1, 1, 1)
    assert month.of(F.THEMATIC) is None


def test_a_petition_waits_until_it_was_answered_within_the_period() -> None:
    period = practice("2026-Q4")
    petitions = period.register.petitions
    assert report_figures(period).count(F.UNANSWERED) == len(petitions)
    for answered, waiting in ((dt.date(2026, 12, 31), 0), (dt.date(2027, 1, 1), len(petitions))):
        told = tuple(replace(one, answered=answered) for one in petitions)
        changed = replace(period, register=replace(period.register, petitions=told))
        assert report_figures(changed).count(F.UNANSWERED) == waiting


@pytest.mark.parametrize("seed", range(12))
def test_the_order_of_rows_changes_no_number(seed: int) -> None:
    period = practice("2026-Q4")
    register, chance = period.register, random.Random(seed)

    def shuffled(rows: tuple[object, ...]) -> tuple[object, ...]:
        return tuple(chance.sample(rows, len(rows)))

    names = ("members", "standings", "documents", "tasks", "reviews", "petitions")
    changed = {name: shuffled(getattr(register, name)) for name in names}
    other = replace(period, register=replace(register, **changed))  # type: ignore[arg-type]
    assert numbers(report_figures(other)) == numbers(report_figures(period))


def numbers(figures: ReportFigures) -> list[tuple[str, int, int | None, frozenset[str]]]:
    return [(one.key, one.count, one.base, frozenset(one.meetings)) for one in figures.lines]


def test_a_task_given_on_paper_counts_and_has_no_meeting() -> None:
    period = practice("2026-Q4")
    given = Task("p", None, 0, "T0", dt.date(2026, 12, 1), "Việc cũ")
    tasks = (*period.register.tasks, given)
    changed = report_figures(replace(period, register=replace(period.register, tasks=tasks)))
    before = report_figures(period)
    assert changed.count(F.GIVEN) == before.count(F.GIVEN) + 1
    assert changed.of(F.GIVEN).meetings == before.of(F.GIVEN).meetings  # type: ignore[union-attr]


def test_a_meeting_of_the_committee_has_no_voice_in_the_report() -> None:
    period = practice("2026-Q4")
    committee = replace(
        period.records[0],
        meeting=replace(period.records[0].meeting, id="k", kind=MeetingKind.COMMITTEE),
    )
    more = replace(period, records=(*period.records, committee))
    for key in (F.PRESENT, F.SPOKE, F.VISITS):
        assert report_figures(more).of(key) == report_figures(period).of(key)
