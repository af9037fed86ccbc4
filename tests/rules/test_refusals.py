"""A rule file with anything wrong in it is refused whole, with file, line and field."""

from __future__ import annotations

import copy
import datetime as dt
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cellsecretary.rules import Reason, RuleFileError, bundled, load
from tests.rules.files import (
    FILES,
    FOLDER,
    at,
    changed,
    copied,
    leaves,
    path_of,
    plain,
    refusal,
    tables,
    written,
)

if TYPE_CHECKING:
    from pathlib import Path

FIRST_MEETING = """\
format = 1
[[meeting]]
valid_from = 2018-07-06
source = "HD 12-HD/BTCTW, 06/7/2018"
place = ""
minimum_minutes = {}
small_cell = { fewer_than = 0, minimum_minutes = { thematic = 60 } }
prepared_kinds = []
on_planned_day = []
documents_days_before = 1
minutes_days_after = 2
thematic_kinds = []
thematic_per_quarter = 1
resolution_kinds = []
attendance_floor = { numerator = 85, denominator = 100 }
absent_run = 3
owing_run = 2
talk_months = 2
carried = 3
petition_days = 30
silent_months = 6
review_kinds = []
committee_posts = []
"""


@pytest.mark.parametrize(
    ("old", "new", "line", "field", "reason"),
    [
        ("carried = 3", "caried = 3", 19, "meeting[0].caried", Reason.UNKNOWN_KEY),
        ("carried = 3\n", "", 2, "meeting[0].carried", Reason.MISSING),
        ("carried = 3", 'carried = "3"', 19, "meeting[0].carried", Reason.WRONG_TYPE),
        ("carried = 3", "carried = 3.0", 19, "meeting[0].carried", Reason.WRONG_TYPE),
        ("carried = 3", "carried = true", 19, "meeting[0].carried", Reason.WRONG_TYPE),
        ("carried = 3", "carried = 0", 19, "meeting[0].carried", Reason.OUT_OF_RANGE),
        ("= {}", "= { reglar = 90 }", 6, "meeting[0].minimum_minutes.reglar",
         Reason.UNKNOWN_VALUE),
        ("= {}", "= { regular = -1 }", 6, "meeting[0].minimum_minutes.regular",
         Reason.OUT_OF_RANGE),
        ("prepared_kinds = []", 'prepared_kinds = [\n"regular",\n"weekly",\n]', 10,
         "meeting[0].prepared_kinds[1]", Reason.UNKNOWN_VALUE),
        ("denominator = 100", "denominator = 0", 15, "meeting[0].attendance_floor.denominator",
         Reason.OUT_OF_RANGE),
        ("numerator = 85", "numerator = 101", 15, "meeting[0].attendance_floor.numerator",
         Reason.OUT_OF_RANGE),
        ("posts = []", 'posts = [" "]', 23, "meeting[0].committee_posts[0]", Reason.EMPTY),
        ("2018-07-06", "2018-07-06T00:00:00", 3, "meeting[0].valid_from", Reason.WRONG_TYPE),
        ("2018-07-06", '"2018-02-30"', 3, "meeting[0].valid_from", Reason.NO_SUCH_DATE),
        ("2018-07-06", "2018-02-30", 3, "", Reason.NO_SUCH_DATE),
        ("2018-07-06", "06/7/2018", 3, "", Reason.NOT_TOML),
        ("valid_from = 2018-07-06\n", "", 2, "meeting[0].valid_from", Reason.MISSING),
        ('"HD 12-HD/BTCTW, 06/7/2018"', '""', 4, "meeting[0].source", Reason.EMPTY),
        ('06/7/2018"', "06/7/2018", 4, "", Reason.NOT_TOML),
        ("carried = 3", "carried = 3\ncarried = 4", 20, "", Reason.NOT_TOML),
        ("posts = []\n", "posts = [", 23, "", Reason.NOT_TOML),
        ("carried = 3", f"carried = {'9' * 5000}", 23, "", Reason.NOT_TOML),
        ("[[meeting]]", "[meeting]", 2, "meeting", Reason.WRONG_TYPE),
        ("[[meeting]]", "[[meting]]", 2, "meting", Reason.UNKNOWN_KEY),
        ("format = 1", "format = 2", 1, "format", Reason.LATER_FORMAT),
        ("format = 1", "format = 2\nnew = 1", 1, "format", Reason.LATER_FORMAT),
        ("format = 1", "format = 0", 1, "format", Reason.UNKNOWN_VALUE),
        ("format = 1", "format = true", 1, "format", Reason.WRONG_TYPE),
        ("format = 1", "", 1, "format", Reason.MISSING),
    ],
)  # fmt: skip
def test_a_fault_is_named_by_line_and_field(
    tmp_path: Path, old: str, new: str, line: int, field: str, reason: Reason
) -> None:
    file = tmp_path / "meeting.toml"
    assert old in FIRST_MEETING
    file.write_text(FIRST_MEETING.replace(old, new, 1), encoding="utf-8")
    wrong = refusal(tmp_path)
    assert (wrong.file, wrong.line, wrong.field, wrong.reason) == (file, line, field, reason)


@pytest.mark.parametrize(
    ("name", "old", "new", "field", "reason"),
    [
        ("meeting.toml", "2025-10-28", "2018-07-06", "meeting[1].valid_from", Reason.SAME_DATE),
        ("meeting.toml", "two_thirds =", "three_thirds =", "vote[0].shares.three_thirds",
         Reason.UNKNOWN_VALUE),
        ("days.toml", '"09-02"', '"02-30"', "fixed_days[0].days[3]", Reason.NO_SUCH_DATE),
        ("days.toml", '"09-02"', '"9-2"', "fixed_days[0].days[3]", Reason.NO_SUCH_DATE),
        ("days.toml", '"09-02"', '"W01-1"', "fixed_days[0].days[3]", Reason.NO_SUCH_DATE),
        ("agendas.toml", "minutes = 5", "minutes = -5", "agendas[0].regular[0].minutes",
         Reason.OUT_OF_RANGE),
        ("agendas.toml", "committee = [", "comittee = [", "agendas[0].comittee",
         Reason.UNKNOWN_VALUE),
        ("agendas.toml", "tháng $month năm", "tháng $moth năm", "titles[0].regular",
         Reason.UNKNOWN_NAME),
        ("agendas.toml", "tháng $month năm", "tháng $ năm", "titles[0].regular",
         Reason.BROKEN_TEMPLATE),
        ("paper.toml", "body_size = 14.0", "body_size = 0.0", "paper[0].layout.body_size",
         Reason.OUT_OF_RANGE),
        ("paper.toml", "margin_top = 20.0", "margin_top = nan", "paper[0].layout.margin_top",
         Reason.OUT_OF_RANGE),
        ("paper.toml", "margin_top = 20.0", "margin_top = inf", "paper[0].layout.margin_top",
         Reason.OUT_OF_RANGE),
        ("paper.toml", 'minutes = "BB"', 'minutes = ""', "paper[0].signs.minutes", Reason.EMPTY),
        ("review.toml", "general = 30", "general = 0",
         "year_review[0].general", Reason.OUT_OF_RANGE),
        ("review.toml", "good = 70", "good = 95",
         "year_review[0].levels", Reason.OUT_OF_RANGE),
        ("review.toml", "outstanding = 90", "outstanding = 101",
         "year_review[0].levels", Reason.OUT_OF_RANGE),
        ("review.toml", "fulfilled = 50", "not_fulfilled = 50",
         "year_review[0].levels.fulfilled", Reason.MISSING),
        ("review.toml", "fulfilled = 50", "fulfilled = 50, not_fulfilled = 0",
         "year_review[0].levels.not_fulfilled", Reason.UNKNOWN_KEY),
        ("review.toml", "denominator = 100", "denominator = 10",
         "year_review[0].outstanding_cap.numerator", Reason.OUT_OF_RANGE),
        ("review.toml", "months_in_party = 6", "months_in_party = -1",
         "year_review[0].months_in_party", Reason.OUT_OF_RANGE),
        ("register.toml", "probation_months = 12", "probation_months = 0",
         "register[0].probation_months", Reason.OUT_OF_RANGE),
        ("register.toml", "recognition_ahead = 60", "recognition_ahead = 400",
         "register[0].recognition_ahead", Reason.OUT_OF_RANGE),
        ("register.toml", "recognition_soon = 30", "recognition_soon = 61",
         "register[0].recognition_soon", Reason.OUT_OF_RANGE),
        ("register.toml", "badge_ahead = 90", "badge_ahead = -1",
         "register[0].badge_ahead", Reason.OUT_OF_RANGE),
        ("register.toml", "check_ahead = 14", "check_ahead = 400",
         "register[0].check_ahead", Reason.OUT_OF_RANGE),
        ("register.toml", "check_late = 30", "check_late = -1",
         "register[0].check_late", Reason.OUT_OF_RANGE),
        ("register.toml", "remark_month = 11", "remark_month = 13",
         "register[0].remark_month", Reason.OUT_OF_RANGE),
        ("register.toml", "badge_years = [30,", "badge_years = [0,",
         "register[0].badge_years[0]", Reason.OUT_OF_RANGE),
        ("register.toml", "years = 5", "years = 0", "term[0].years", Reason.OUT_OF_RANGE),
        ("register.toml", "same_post = 2", "same_post = 0",
         "term[0].same_post", Reason.OUT_OF_RANGE),
        ("register.toml", "end_ahead = 90", "end_ahead = 400",
         "term[0].end_ahead", Reason.OUT_OF_RANGE),
        ("register.toml", '"two_thirds"', '"three_thirds"',
         "register[0].recognition_needs", Reason.UNKNOWN_VALUE),
        ("score.toml", "fair = 70", "fair = 95", "score[0].bands", Reason.OUT_OF_RANGE),
        ("score.toml", "average = 50", "weak = 50", "score[0].bands.average", Reason.MISSING),
        ("score.toml", 'code = "2"', 'code = "1"', "score[0].criteria[1].code", Reason.CODE_TWICE),
        ("score.toml", 'code = "5",', 'code = "5", applies_when = ["thematic"],',
         "score[0].criteria[4].gives_to", Reason.DOES_NOT_ADD_UP),
        ("score.toml", 'code = "5",', 'code = "5", applies_when = ["thematic"], gives_to = "9",',
         "score[0].criteria[4].gives_to", Reason.DOES_NOT_ADD_UP),
        ("score.toml", 'code = "5",', 'code = "5", applies_when = ["thematic"], gives_to = "5",',
         "score[0].criteria[4].gives_to", Reason.DOES_NOT_ADD_UP),
        ("score.toml", 'code = "5",', 'code = "5", gives_to = "4",',
         "score[0].criteria[4].gives_to", Reason.UNKNOWN_KEY),
        ("score.toml", "at_most = 0, points = 5", "at_most = 0, points = 6",
         "score[0].criteria[0].steps[0].points", Reason.OUT_OF_RANGE),
        ("score.toml", "at_most = 0, points = 5", "points = 5",
         "score[0].criteria[0].steps[0].at_least", Reason.MISSING),
        ("wording.toml", "$place, $date", "$place, $", "wording[0].head.place_and_date",
         Reason.BROKEN_TEMPLATE),
    ],
)  # fmt: skip
def test_what_a_section_itself_forbids_is_found_in_the_real_files(
    tmp_path: Path, name: str, old: str, new: str, field: str, reason: Reason
) -> None:
    wrong = refusal(changed(tmp_path, name, old, new))
    assert (wrong.file.name, wrong.field, wrong.reason) == (name, field, reason)
    assert new in wrong.file.read_text(encoding="utf-8").splitlines()[wrong.line - 1]


@pytest.mark.parametrize(
    ("old", "new"),
    [('hoạt", points = 5 },', 'hoạt", points = 6 },'), ("total = 100", "total = 90")],
)
def test_criteria_that_do_not_add_up_are_named_as_a_whole(
    tmp_path: Path, old: str, new: str
) -> None:
    wrong = refusal(changed(tmp_path, "score.toml", old, new))
    assert (wrong.field, wrong.reason) == ("score[0].criteria", Reason.DOES_NOT_ADD_UP)
    line = wrong.file.read_text(encoding="utf-8").splitlines()[wrong.line - 1]
    assert line == "criteria = ["


def test_a_section_stands_in_one_file_only(tmp_path: Path) -> None:
    (copied(tmp_path) / "more.toml").write_text(FIRST_MEETING, encoding="utf-8")
    wrong = refusal(tmp_path)
    assert (wrong.file.name, wrong.line, wrong.field) == ("more.toml", 2, "meeting")
    assert wrong.reason is Reason.SECTION_TWICE


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_no_file_may_be_missing(tmp_path: Path, file: Path) -> None:
    (copied(tmp_path) / file.name).unlink()
    wrong = refusal(tmp_path)
    assert (wrong.file, wrong.line, wrong.reason) == (tmp_path, 0, Reason.MISSING)
    assert wrong.field in plain(file)


def test_a_file_that_is_not_utf_8_is_refused(tmp_path: Path) -> None:
    file = copied(tmp_path) / "meeting.toml"
    file.write_bytes(b"format = 1\n# Chi \xf5y\n")
    wrong = refusal(tmp_path)
    assert (wrong.file, wrong.line, wrong.reason) == (file, 2, Reason.NOT_TEXT)


def test_a_folder_in_place_of_a_file_is_refused(tmp_path: Path) -> None:
    (copied(tmp_path) / "a.toml").mkdir()
    assert refusal(tmp_path).reason is Reason.UNREADABLE


def test_endless_nesting_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_text("x = " + "[" * 100_000, encoding="utf-8")
    assert refusal(tmp_path).reason is Reason.NOT_TOML


def test_the_marks_of_windows_notepad_do_no_harm(tmp_path: Path) -> None:
    for file in FILES:
        text = file.read_text(encoding="utf-8").replace("\n", "\r\n")
        (tmp_path / file.name).write_bytes(b"\xef\xbb\xbf" + text.encode())
    day = dt.date(2026, 11, 3)
    assert load(tmp_path).on(day) == bundled().on(day)


def test_editions_may_stand_in_any_order(tmp_path: Path) -> None:
    tree = plain(FOLDER / "meeting.toml")
    tree["meeting"].reverse()
    written(copied(tmp_path) / "meeting.toml", tree)
    for day in (dt.date(2020, 1, 1), dt.date(2025, 10, 27), dt.date(2025, 10, 28)):
        assert load(tmp_path).on(day) == bundled().on(day)


def wrongly_typed(value: object) -> Any:  # noqa: ANN401 - a TOML value
    return 5 if isinstance(value, (str, dt.date)) else "five"


@pytest.mark.thorough
@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_each_value_with_a_wrong_type_is_named(tmp_path: Path, file: Path) -> None:
    whole = plain(file)
    for place, value in leaves(whole):
        tree = copy.deepcopy(whole)
        at(tree, place[:-1])[place[-1]] = wrongly_typed(value)
        written(tmp_path / file.name, tree)
        wrong = refusal(tmp_path)
        assert wrong.field == path_of(place)
        assert wrong.reason in (Reason.WRONG_TYPE, Reason.UNKNOWN_VALUE)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_a_key_that_nobody_knows_is_named_in_each_table(tmp_path: Path, file: Path) -> None:
    whole = plain(file)
    for place, _ in tables(whole):
        tree = copy.deepcopy(whole)
        at(tree, place)["unheard of"] = []
        written(tmp_path / file.name, tree)
        wrong = refusal(tmp_path)
        assert wrong.field == path_of((*place, "unheard of"))


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_a_spoiled_file_is_read_or_refused_but_never_breaks(tmp_path: Path, data: Any) -> None:  # noqa: ANN401
    file = data.draw(st.sampled_from(FILES))
    raw = file.read_bytes()
    start = data.draw(st.integers(0, len(raw)))
    end = data.draw(st.integers(start, min(start + 12, len(raw))))
    spoiled = raw[:start] + data.draw(st.binary(max_size=6)) + raw[end:]
    (copied(tmp_path) / file.name).write_bytes(spoiled)
    try:
        load(tmp_path)
    except RuleFileError as wrong:
        assert 0 <= wrong.line <= spoiled.count(b"\n") + 1  # noqa: PT017
