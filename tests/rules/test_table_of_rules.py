"""Each rule with its value and where it comes from, as a table to be read by whoever knows them.

The grades are those of the sources: some texts were read in summaries only, and the rule files say
so. Numbers that no text gives are the program's own advice, and are cited as such.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import fields
from typing import Any

import pytest

from cellsecretary.core.kinds import MeetingKind, Needs, ScoreClass, YearLevel
from cellsecretary.core.ruleset import MeetingRules, Share, SmallCell, VoteRules, YearReviewRules
from cellsecretary.rules import bundled

K = MeetingKind
TODAY = dt.date(2026, 11, 3)
HD_42 = "HD 42-HD/BTCTW, 28/10/2025"
CHARTER = "Điều lệ Đảng (2011)"
LABOUR_CODE = "Bộ luật Lao động 2019"
PREPARED = (K.REGULAR, K.THEMATIC, K.REGULAR_THEMATIC, K.YEARLY_REVIEW, K.ADMISSION, K.CONGRESS)
REVIEWING = (K.REGULAR, K.THEMATIC, K.REGULAR_THEMATIC, K.EXTRAORDINARY, K.YEARLY_REVIEW)

MEETING: list[tuple[str, Any, str]] = [
    # HD 42: 90 minutes at least, 120 with both kinds in one sitting; 90 for a thematic one alone
    # is read in a secondary source only.
    ("minimum_minutes", {K.REGULAR: 90, K.THEMATIC: 90, K.REGULAR_THEMATIC: 120}, HD_42),
    # HD 42: for cells with few members the competent committee sets the length; none did so far.
    ("small_cell", SmallCell(0, {}), HD_42),
    # HD 42: committee meeting, notices and documents before the meeting of the month.
    ("prepared_kinds", PREPARED, HD_42),
    ("on_planned_day", (K.REGULAR, K.REGULAR_THEMATIC), HD_42),
    # HD 42: documents on the electronic handbook at least one day before.
    ("documents_days_before", 1, HD_42),
    # HD 42: finished documents posted within two days.
    ("minutes_days_after", 2, HD_42),
    # HD 42: at least one thematic meeting a quarter.
    ("thematic_kinds", (K.THEMATIC, K.REGULAR_THEMATIC), HD_42),
    ("thematic_per_quarter", 1, HD_42),
    # The monthly resolution names who does what, with what product, by when.
    ("resolution_kinds", (K.REGULAR, K.REGULAR_THEMATIC), HD_42),
    # No text sets a share for an ordinary meeting: advice of the program.
    ("attendance_floor", Share(85, 100, inclusive=True), HD_42),
    # A ward's form takes points for more than three excused absences in a row.
    ("absent_run", 3, HD_42),
    # Sooner than the three months of 208-QĐ/TW, 26/7/2026.
    ("owing_run", 2, HD_42),
    # One month before the three months of a year of 208-QĐ/TW, 26/7/2026.
    ("talk_months", 2, HD_42),
    ("carried", 3, HD_42),
    # No text says how long a petition may wait: advice of the program.
    ("petition_days", 30, HD_42),
    # No text says when somebody should be asked to speak: advice of the program.
    ("silent_months", 6, HD_42),
    # HD 42: the result of the tasks given before comes first.
    ("review_kinds", REVIEWING, HD_42),
    # Charter, article 24: the committee meets; both spellings of its members' post.
    ("committee_posts", ("Bí thư", "Phó bí thư", "Chi ủy viên", "Chi uỷ viên"), HD_42),
]

VOTE: list[tuple[str, Any, str]] = [
    # Charter: more than half; admission at least two thirds (HD 06-HD/TW, 2025).
    ("shares", {Needs.HALF: Share(1, 2, inclusive=False), Needs.TWO_THIRDS: Share(2, 3)}, CHARTER),
    ("usual_needs", {K.ADMISSION: Needs.TWO_THIRDS}, "HD 06-HD/TW, 2025"),
    # Members who are here for a time: their rights are limited.
    ("visiting_may_vote", False, CHARTER),
]


@pytest.mark.parametrize(("name", "value", "source"), MEETING, ids=[row[0] for row in MEETING])
def test_a_rule_of_meetings(name: str, value: object, source: str) -> None:
    rules = bundled().on(TODAY)
    assert getattr(rules.meeting, name) == value
    assert rules.sources["meeting"].startswith(source)


@pytest.mark.parametrize(("name", "value", "source"), VOTE, ids=[row[0] for row in VOTE])
def test_a_rule_of_votes(name: str, value: object, source: str) -> None:
    rules = bundled().on(TODAY)
    assert getattr(rules.vote, name) == value
    assert source in rules.sources["vote"]


def test_no_rule_is_missing_from_the_table() -> None:
    assert [row[0] for row in MEETING] == [field.name for field in fields(MeetingRules)]
    assert {row[0] for row in VOTE} == {field.name for field in fields(VoteRules)}


@pytest.mark.parametrize("form", ["score", "score_detailed"])
def test_the_classes_of_a_score(form: str) -> None:
    # HD 42 as a cell's resolution uses it: tốt from 90, khá from 70, trung bình from 50.
    rules = bundled().on(TODAY)
    assert rules.scores[form].bands == {
        ScoreClass.GOOD: 90, ScoreClass.FAIR: 70, ScoreClass.AVERAGE: 50,
    }  # fmt: skip
    assert HD_42 in rules.sources[form]


def test_the_classes_of_a_year_are_a_proposal_of_the_program() -> None:
    # Nobody says how months make a year; the mean is taken, and the classes of HD 42.
    rules = bundled().on(TODAY)
    assert rules.year_score.bands == rules.scores["score"].bands
    assert rules.sources["year_score"].startswith("Gợi ý của chương trình")


def test_the_frame_of_the_score() -> None:
    # HD 42 as a cell's resolution uses it: 5 + 5 + 10 + 40 + 5 + 30 + 5.
    points = [criterion.points for criterion in bundled().on(TODAY).scores["score"].criteria]
    assert points == [5, 5, 10, 40, 5, 30, 5]


def test_the_rules_of_the_yearly_review() -> None:
    # 366-QĐ/TW in newspapers: 30 and 70 points, levels from 90, 70, 50. The share of outstanding
    # ones and the exempt are those of HD 21-HD/BTCTW, 2019; the months are customary.
    rules = bundled().on(TODAY)
    assert rules.year_review == YearReviewRules(
        30,
        70,
        {YearLevel.OUTSTANDING: 90, YearLevel.GOOD: 70, YearLevel.FULFILLED: 50},
        Share(20, 100),
        exempt_rated=False,
        months_in_party=6,
    )
    assert rules.sources["year_review"].startswith("366-QĐ/TW, 30/8/2025")
    assert "chưa đọc" in rules.sources["year_review"]


@pytest.mark.parametrize("section", ["fixed_days", "yearly_days"])
def test_the_days_off_are_those_of_the_labour_code(section: str) -> None:
    # Labour Code, article 112; 24 November by resolution 28/2026/QH16.
    assert bundled().on(TODAY).sources[section].startswith(LABOUR_CODE)
