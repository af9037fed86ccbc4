"""The papers of months and years say the figures that core counts."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from cellsecretary.core.attendance_over_time import attendance_over_time
from cellsecretary.core.kinds import MeetingKind, Result
from cellsecretary.core.portions import PortionKind, portions
from cellsecretary.core.rows import PastMeeting, Review
from cellsecretary.papers.catalogue import render
from tests.papers import pages
from tests.papers.periods import practice


def test_attendance_names_every_member_and_the_share_of_every_meeting() -> None:
    year = practice("2026")
    text = pages.text_of(render("attendance-year", year))
    assert "BẢNG THEO DÕI ĐẢNG VIÊN DỰ SINH HOẠT Năm 2026" in text
    found = attendance_over_time(year)
    for member in found.members:
        assert pages.bare(member.name) in pages.bare(text)
    assert "03/10/2026 Sinh hoạt thường kỳ 45 42 2 1 93,3%" in text
    assert "Cộng 90 84 5 1 93,3%" in text
    assert "12 Hoàng Thị Hồng Bình P P 2 0 2 0 0%" in text


def test_attendance_says_which_meetings_are_known_from_figures_only() -> None:
    year = practice("2026")
    past = PastMeeting("p", dt.date(2026, 2, 3), MeetingKind.REGULAR, 40, 36, 3, 1)
    year = replace(year, register=replace(year.register, past_meetings=(past,)))
    text = pages.text_of(render("attendance-year", year))
    assert "03/02/2026 Sinh hoạt thường kỳ (số liệu trước khi dùng sổ này) 40 36 3 1 90%" in text


def test_an_empty_year_still_makes_a_paper() -> None:
    year = replace(practice("2026"), records=())
    assert "Năm 2026" in pages.text_of(render("attendance-year", year))


@pytest.mark.parametrize("count", [1, 12, 13, 30])
def test_any_number_of_meetings_stays_inside_the_margins(count: int) -> None:
    year = practice("2026")
    one = year.records[0]
    many = tuple(
        replace(one, meeting=replace(one.meeting, date=dt.date(2026, 1, 1) + dt.timedelta(11 * at)))
        for at in range(count)
    )
    pdf = render("attendance-year", replace(year, records=many))
    for glyph in pages.glyphs(pdf):
        if glyph.upright:
            assert glyph.left >= 30 * pages.MM - 1
            assert glyph.right <= pages.HEIGHT - 15 * pages.MM + 1
            assert glyph.bottom >= 20 * pages.MM - 1


def test_fees_list_the_register_and_mark_who_owed_at_the_meeting() -> None:
    text = pages.text_of(render("fees", practice("2026-10")))
    assert "DANH SÁCH NỘP ĐẢNG PHÍ Tháng 10 năm 2026" in text
    assert "Danh sách có 52 đồng chí." in text
    assert "đã nộp khi sinh hoạt: 44." in text
    assert text.count("Chưa nộp") == 1
    assert "53 " not in text.partition("Ghi chú")[2].partition("Danh sách có")[0]


def member_called(name: str) -> str:
    return next(m.id for m in practice("2026").register.members if m.name == name)


def test_a_task_sheet_tells_one_member_every_result_and_the_share_in_time() -> None:
    year = practice("2026")
    manh = member_called("Nguyễn Hữu Mạnh")
    text = pages.text_of(render("member-tasks", year, (manh,)))
    assert "PHIẾU THEO DÕI NHIỆM VỤ Của đồng chí Nguyễn Hữu Mạnh Năm 2026" in text
    assert "03/11/2026: hoàn thành một phần, đạt 50%" in text
    assert "Trễ hạn" in text
    assert "0/1 nhiệm vụ chủ trì" in text
    assert text.count("PHIẾU THEO DÕI") == 1


def test_whoever_helps_is_told_whom() -> None:
    huy = member_called("Âu Đức Huy")
    text = pages.text_of(render("member-tasks", practice("2026"), (huy,)))
    assert "Phối hợp với Đ/c Ma Thị Bích Quỳnh" in text
    assert "chủ trì 0, phối hợp 1; đã hoàn thành 1" in text
    # Who helps is not answerable for the day.
    assert "đạt tỷ lệ" not in text


def test_everybody_with_a_task_has_a_sheet() -> None:
    year = practice("2026")
    there = portions(year, PortionKind.MEMBER)
    assert len(there) > 1
    text = pages.text_of(render("member-tasks", year))
    assert text.count("PHIẾU THEO DÕI NHIỆM VỤ") == len(there)
    for portion in there:
        assert pages.bare(portion.title) in pages.bare(text)


def test_a_sheet_of_tasks_knows_nothing_of_the_year_after() -> None:
    year = practice("2026")
    register = year.register
    later = replace(register.meetings[0], id="later", date=dt.date(2027, 1, 3))
    t2 = next(task for task in register.tasks if task.code == "T2")
    done = Review("x", "later", t2.id, Result.DONE)
    changed = replace(
        register, meetings=(*register.meetings, later), reviews=(*register.reviews, done)
    )
    assert render("member-tasks", replace(year, register=changed)) == render("member-tasks", year)


def test_a_year_without_tasks_says_so() -> None:
    text = pages.text_of(render("member-tasks", practice("2025")))
    assert "không đảng viên nào được giao nhiệm vụ" in text
