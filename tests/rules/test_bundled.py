"""The program's own rule files: complete, cited, and what the domain says on a given day."""

from __future__ import annotations

import datetime as dt
from string import Template

import pytest

from cellsecretary.core.kinds import CellKind, DocumentType, MeetingKind, Needs, Part
from cellsecretary.core.plain import from_plain, to_plain
from cellsecretary.core.ruleset import RuleSet, Share
from cellsecretary.core.templates import general_steps
from cellsecretary.rules import bundled
from cellsecretary.rules.sections import SECTIONS
from tools.holidays import FIRST, LAST, moving_days

BEFORE, AFTER = dt.date(2025, 10, 27), dt.date(2025, 10, 28)
TODAY = dt.date(2026, 11, 3)
EDGES = [
    dt.date(1990, 1, 1), BEFORE, AFTER, dt.date(2026, 6, 30), dt.date(2026, 7, 1), TODAY,
    dt.date(2060, 1, 1),
]  # fmt: skip

# domain.md part 8, computed at UTC+7; China's calendar has 3 February 2030.
TET = ["2026-02-17", "2027-02-06", "2028-01-26", "2029-02-13", "2030-02-02", "2031-01-23",
       "2032-02-11", "2033-01-31", "2034-02-19", "2035-02-08"]  # fmt: skip
ANCESTORS_DAY = ["2026-04-26", "2027-04-16", "2028-04-04", "2029-04-23", "2030-04-12",
                 "2031-04-01", "2032-04-19", "2033-04-09", "2034-04-28", "2035-04-17"]  # fmt: skip


@pytest.mark.parametrize("day", EDGES)
def test_a_rule_set_survives_being_kept_in_a_closed_record(day: dt.date) -> None:
    rules = bundled().on(day)
    assert from_plain(RuleSet, to_plain(rules)) == rules


def test_the_newest_day_of_the_rules_dates_the_program() -> None:
    assert AFTER <= bundled().newest_day <= TODAY


@pytest.mark.parametrize("day", EDGES)
def test_every_section_is_cited(day: dt.date) -> None:
    sources = bundled().on(day).sources
    assert sources.keys() == SECTIONS.keys()
    assert all(source.strip() for source in sources.values())


@pytest.mark.parametrize(
    ("kind", "day", "minutes"),
    [
        # HD 42-HD/BTCTW, 28/10/2025: at least 90 minutes, 120 with both kinds in one sitting.
        (MeetingKind.REGULAR, AFTER, 90),
        (MeetingKind.THEMATIC, AFTER, 90),
        (MeetingKind.REGULAR_THEMATIC, AFTER, 120),
        (MeetingKind.COMMITTEE, AFTER, None),
        (MeetingKind.EXTRAORDINARY, AFTER, None),
        (MeetingKind.REGULAR, BEFORE, None),
        (MeetingKind.REGULAR_THEMATIC, BEFORE, None),
        (MeetingKind.REGULAR, dt.date(2001, 1, 1), None),
    ],
)
def test_the_least_length_is_that_of_the_day(
    kind: MeetingKind, day: dt.date, minutes: int | None
) -> None:
    assert bundled().on(day).meeting.minimum_minutes.get(kind) == minutes


def test_the_sources_tell_which_edition_was_in_force() -> None:
    assert bundled().on(BEFORE).sources["meeting"].startswith("HD 12-HD/BTCTW")
    assert bundled().on(AFTER).sources["meeting"].startswith("HD 42-HD/BTCTW")


def test_a_vote_needs_more_than_half_or_at_least_two_thirds() -> None:
    shares = bundled().on(TODAY).vote.shares
    assert shares == {
        Needs.HALF: Share(1, 2, inclusive=False),
        Needs.TWO_THIRDS: Share(2, 3, inclusive=True),
    }


@pytest.mark.parametrize(
    ("day", "is_holiday"),
    [
        # Labour Code, article 112.
        ("2027-01-01", True), ("2027-04-30", True), ("2027-05-01", True), ("2027-09-02", True),
        # Resolution 28/2026/QH16: 24 November from 1 July 2026 on.
        ("2025-11-24", False), ("2026-11-24", True), ("2030-11-24", True),
        # The meeting on the 3rd falls into Tết in 2030 and in 2033.
        ("2030-02-03", True), ("2033-02-03", True), ("2027-02-03", False),
        # The day beside 2 September.
        ("2026-09-01", True), ("2026-09-03", False), ("2027-09-03", True),
        ("2027-01-03", False), ("2026-11-03", False),
    ],
)  # fmt: skip
def test_public_holidays(day: str, is_holiday: bool) -> None:
    date = dt.date.fromisoformat(day)
    assert bundled().on(date).days.is_holiday(date) is is_holiday


@pytest.mark.parametrize("first", TET)
def test_tet_has_five_days_around_the_new_year(first: str) -> None:
    new_year = dt.date.fromisoformat(first)
    days = bundled().on(new_year).days
    offs = [n for n in range(-7, 8) if days.is_holiday(new_year + dt.timedelta(days=n))]
    assert offs == [-1, 0, 1, 2, 3]


@pytest.mark.parametrize("day", ANCESTORS_DAY)
def test_the_ancestors_day_of_each_year(day: str) -> None:
    date = dt.date.fromisoformat(day)
    assert date in bundled().on(date).days.dated


@pytest.mark.parametrize("year", range(FIRST, LAST + 1))
def test_the_days_off_of_a_year_are_those_of_the_package(year: int) -> None:
    dated = bundled().on(dt.date(year, 12, 31)).days.dated
    assert [day for day in dated if day.year == year] == moving_days(year)


KINDS = [(kind, cell) for kind in MeetingKind for cell in CellKind]
REVIEW = "Kiểm điểm việc thực hiện nhiệm vụ đã phân công"
LONGEST_AGENDA = 11


@pytest.mark.parametrize(("kind", "cell"), KINDS)
def test_an_agenda_goes_through_its_three_parts_in_order(kind: MeetingKind, cell: CellKind) -> None:
    parts = [step.part for step in general_steps(bundled().on(TODAY), kind, cell)]
    assert parts == sorted(parts, key=list(Part).index)
    assert set(parts) == set(Part)
    assert len(parts) <= LONGEST_AGENDA


@pytest.mark.parametrize(("kind", "cell"), KINDS)
def test_an_agenda_fills_the_least_length(kind: MeetingKind, cell: CellKind) -> None:
    rules = bundled().on(TODAY)
    planned = sum(step.minutes for step in general_steps(rules, kind, cell))
    assert planned >= rules.meeting.minimum_minutes.get(kind, 0)


@pytest.mark.parametrize(("kind", "cell"), KINDS)
def test_a_meeting_that_reviews_tasks_begins_its_content_with_them(
    kind: MeetingKind, cell: CellKind
) -> None:
    rules = bundled().on(TODAY)
    steps = general_steps(rules, kind, cell)
    content = [step.title for step in steps if step.part is Part.CONTENT]
    assert content[0].startswith(REVIEW) is (kind in rules.meeting.review_kinds)


@pytest.mark.parametrize("kind", [MeetingKind.REGULAR, MeetingKind.REGULAR_THEMATIC])
@pytest.mark.parametrize(
    ("cell", "word"),
    [
        (CellKind.VILLAGE, "nông thôn mới"),
        (CellKind.RESIDENTIAL, "trật tự đô thị"),
        (CellKind.ENTERPRISE, "sản xuất, kinh doanh"),
        (CellKind.OFFICE, "nhiệm vụ chuyên môn"),
        (CellKind.SCHOOL, "dạy và học"),
    ],
)
def test_the_report_of_the_month_is_about_the_work_of_the_cell(
    kind: MeetingKind, cell: CellKind, word: str
) -> None:
    steps = general_steps(bundled().on(TODAY), kind, cell)
    (report,) = (step.title for step in steps if step.title.startswith("Báo cáo"))
    assert word in report


@pytest.mark.parametrize("cell", CellKind)
def test_each_kind_of_cell_has_matters_to_choose_from(cell: CellKind) -> None:
    prompts = bundled().on(TODAY).prompts[cell]
    assert len(prompts) >= 5
    assert len(set(prompts)) == len(prompts)


def test_an_admission_is_voted_on_with_two_thirds_unless_said_otherwise() -> None:
    assert bundled().on(TODAY).vote.usual_needs == {MeetingKind.ADMISSION: Needs.TWO_THIRDS}


def test_agendas_propose_presenters_by_posts_that_the_window_offers() -> None:
    rules = bundled().on(TODAY)
    posts = {item.presenter_post for items in rules.agendas.values() for item in items}
    assert posts <= {*rules.posts, ""}


@pytest.mark.parametrize(
    ("kind", "title"),
    [
        (MeetingKind.REGULAR, "Sinh hoạt thường kỳ tháng 11 năm 2026"),
        (MeetingKind.THEMATIC, "Sinh hoạt chuyên đề quý IV năm 2026"),
        (
            MeetingKind.REGULAR_THEMATIC,
            "Sinh hoạt thường kỳ tháng 11 và chuyên đề quý IV năm 2026",
        ),
    ],
)
def test_the_title_of_a_meeting(kind: MeetingKind, title: str) -> None:
    template = Template(bundled().on(TODAY).titles[kind])
    assert template.substitute(month=11, quarter="IV", year=2026) == title


def test_every_document_has_its_own_sign() -> None:
    signs = bundled().on(TODAY).paper.signs
    assert set(signs) == set(DocumentType)
    assert len(set(signs.values())) == len(DocumentType)


def test_the_page_is_that_of_a_party_document() -> None:
    layout = bundled().on(TODAY).paper.layout
    margins = (layout.margin_top, layout.margin_bottom, layout.margin_left, layout.margin_right)
    assert margins == (20, 20, 30, 15)
    assert layout.body_size == 14
