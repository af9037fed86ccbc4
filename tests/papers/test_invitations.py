"""The papers before a meeting: invitation, agenda, and the list that is signed."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from cellsecretary.core.kinds import GuestRole, Mark, MeetingKind, MeetingState, StandingKind
from cellsecretary.core.record import Run
from cellsecretary.core.rows import Guest
from cellsecretary.papers.catalogue import render
from cellsecretary.papers.errors import Fault, PaperError
from tests.papers import pages, records
from tests.papers.test_layout import assert_inside_the_margins

if TYPE_CHECKING:
    from cellsecretary.core.record import MeetingRecord

FORMS = ["notice", "agenda", "chair-agenda", "sign-in"]


def planned() -> MeetingRecord:
    """The November meeting before its day: nobody is marked, nothing is written."""
    full = records.november()
    roster = tuple(replace(line, mark=Mark.NONE, reason="", late=None) for line in full.roster)
    meeting = replace(full.meeting, state=MeetingState.PLANNED, start=None, end=None)
    return replace(full, meeting=meeting, roster=roster, opinions=(), votes=(), documents=())


def said(form: str, record: MeetingRecord) -> str:
    pdf = render(form, record)
    assert_inside_the_margins(pdf)
    return pages.text_of(pdf)


@pytest.mark.parametrize("form", FORMS)
def test_a_cancelled_meeting_has_none_of_them(form: str) -> None:
    record = planned()
    cancelled = replace(record, meeting=replace(record.meeting, state=MeetingState.CANCELLED))
    with pytest.raises(PaperError) as refused:
        render(form, cancelled)
    assert refused.value.fault is Fault.NOT_FOR_THIS_MEETING
    assert refused.value.place == form


@pytest.mark.parametrize("form", FORMS)
def test_what_is_handed_out_before_the_meeting_is_no_draft(form: str) -> None:
    assert "DỰ THẢO" not in "".join(g.letter for g in pages.glyphs(render(form, planned())))
    assert not [glyph for glyph in pages.glyphs(render(form, planned())) if not glyph.upright]


# The invitation


def test_the_invitation_says_when_where_and_what_about() -> None:
    text = said("notice", planned())
    assert "19 giờ 30 phút, thứ Ba, ngày 03 tháng 11 năm 2026." in text
    assert "Địa điểm: Nhà văn hóa thôn 3." in text
    assert text.count(f"Chuyên đề: {planned().meeting.topic}.") == 1
    for number, item in enumerate(planned().agenda, 1):
        assert f"{number}. {item.title}." in text


@pytest.mark.parametrize("form", ["notice", "agenda", "chair-agenda"])
def test_a_topic_that_no_point_names_is_said_by_itself(form: str) -> None:
    record = planned()
    assert said(form, record).count("Chuyên đề") == 1
    other = replace(record, meeting=replace(record.meeting, topic="Chuyển đổi số"))
    assert "Chuyên đề: Chuyển đổi số." in said(form, other)


def test_the_invitation_names_the_superior_and_the_guests() -> None:
    guests = (
        Guest("a", "m", 1, "Quan Văn Thuận", "Đảng ủy viên", GuestRole.ASSIGNED_SUPERIOR),
        Guest("b", "m", 2, "Ma Thị Khách"),
    )
    text = said("notice", replace(planned(), guests=guests))
    assert "- Toàn thể đảng viên của chi bộ." in text
    assert "- Đồng chí Quan Văn Thuận, Đảng ủy viên." in text
    assert "- Ma Thị Khách." in text


def test_a_committee_meeting_invites_the_committee() -> None:
    record = planned()
    committee = replace(record, meeting=replace(record.meeting, kind=MeetingKind.COMMITTEE))
    assert "Toàn thể đảng viên của" not in said("notice", committee)
    assert "- Các đồng chí trong chi ủy." in said("notice", committee)


def test_the_invitation_bears_the_day_of_the_notice_or_room_for_it() -> None:
    record = planned()
    assert "Lưỡng Vượng, ngày ..... tháng ....." in said("notice", record)
    told = replace(record, meeting=replace(record.meeting, notified=dt.date(2026, 10, 30)))
    assert "Lưỡng Vượng, ngày 30 tháng 10 năm 2026" in said("notice", told)


# The agenda


def test_the_agenda_has_every_point_with_its_hour_and_who_presents_it() -> None:
    record = planned()
    text = said("agenda", record)
    assert "A. MỞ ĐẦU" in text
    assert "1 19:30 Tuyên bố lý do" in text
    assert "2 19:35" in text
    assert all(f"Đ/c {record.name_of(item.presenter)}" in text for item in record.agenda)
    assert "Tổng thời gian dự kiến: 100 phút; kết thúc lúc 21 giờ 10 phút." in text


def test_a_skipped_point_is_left_out_and_the_others_are_counted_without_it() -> None:
    record = planned()
    first, second, *others = record.agenda
    skipped = replace(record, agenda=(replace(first, skipped=True), second, *others))
    text = said("agenda", skipped)
    assert first.title not in text
    assert f"1 19:30 {second.title[:20]}" in text


def test_only_the_chair_reads_the_notes_and_the_planned_minutes() -> None:
    record = planned()
    first, *others = record.agenda
    noted = replace(record, agenda=(replace(first, note="Giới thiệu đại biểu xã"), *others))
    assert "Giới thiệu đại biểu xã" not in said("agenda", noted)
    text = said("chair-agenda", noted)
    assert "(Bản của người chủ trì)" in text
    assert f"{first.minutes} phút Giới thiệu đại biểu xã" in text
    assert "T/M CHI BỘ" not in text


def test_only_the_chair_reads_whom_to_ask_each_with_how_long_they_were_not_heard() -> None:
    record = planned()
    lines = record.standing(StandingKind.ACTIVE)[:8]
    runs = tuple(
        Run(line.member, 0, 0, dt.date(2026, 1 + at // 7, 3)) for at, line in enumerate(lines)
    )
    months = 10
    text = said("chair-agenda", replace(record, runs=runs))
    names = ", ".join(f"đồng chí {line.name} ({months} tháng)" for line in lines[:6])
    assert f"Nên mời phát biểu, vì đã lâu chưa có ý kiến: {names} và 2 đồng chí nữa." in text
    assert "Nên mời" not in said("agenda", replace(record, runs=runs))
    few = said("chair-agenda", replace(record, runs=runs[:1]))
    assert f"đồng chí {lines[0].name} ({months} tháng)." in few
    assert "Nên mời" not in said("chair-agenda", replace(record, runs=()))


@pytest.mark.parametrize("form", ["agenda", "chair-agenda"])
def test_without_points_there_is_no_agenda(form: str) -> None:
    with pytest.raises(PaperError) as refused:
        render(form, replace(planned(), agenda=()))
    assert refused.value.fault is Fault.NOT_FOR_THIS_MEETING


# The list


def test_the_list_before_the_meeting_has_all_names_and_no_marks() -> None:
    record = planned()
    text = said("sign-in", record)
    assert all(f"{line.number} {line.name}" in text for line in record.roster)
    assert "Ký tên" in text
    assert "Có mặt" not in text
    assert "Tổng số đảng viên" not in text


@pytest.mark.thorough
def test_the_list_after_the_meeting_says_which_guests_came() -> None:
    full = records.october()
    (guest,) = full.guests
    assert f"1 {guest.name}" in said("sign-in", full)
    absent = said("sign-in", replace(full, guests=(replace(guest, came=False),)))
    assert absent.count("Vắng mặt") == 1
    assert "Vắng mặt" not in said("sign-in", full)


def test_the_list_after_the_meeting_has_marks_reasons_times_and_totals() -> None:
    record = records.october()
    text = said("sign-in", record)
    assert "27 Trần Ngọc Giang Vắng có lý do Đi công tác" in text
    assert "31 Ma Thị Thu Hương Vắng không lý do" in text
    assert "18 Nguyễn Tiến Thuận Có mặt đến 19:35" in text
    came = sum(line.mark is Mark.PRESENT for line in record.roster) + len(record.guests_present)
    assert text.count("Có mặt") == came + 1
    assert "Miễn sinh hoạt" in text
    assert "Tạm thời nơi khác" in text
    assert "Có mặt trong số phải dự: 42/45 đồng chí, đạt tỷ lệ 93,3%." in text


def test_guests_stand_under_the_members() -> None:
    text = said("sign-in", records.october())
    assert text.index("ĐẠI BIỂU, KHÁCH MỜI") > text.index(records.october().roster[-1].name)
    assert "1 Quan Văn Thuận" in text


@pytest.mark.thorough
@pytest.mark.parametrize("count", [0, 1, 3, 300])
def test_a_list_of_any_length_repeats_its_head_and_keeps_its_signatures(count: int) -> None:
    full = records.october()
    line = full.roster[0]
    roster = tuple(
        replace(line, id=str(n), member=str(n), number=n, name=f"Đặng Thị Người {n}")
        for n in range(1, count + 1)
    )
    pdf = render("sign-in", replace(full, roster=roster))
    assert_inside_the_margins(pdf)
    text = pages.text_of(pdf)
    assert all(f"{n} Đặng Thị Người {n} " in text for n in range(1, count + 1))
    for page in pages.page_texts(pdf)[:-1]:
        assert "Họ và tên" in page


@pytest.mark.thorough
def test_ugly_names_reasons_and_titles_fit_their_cells() -> None:
    full = records.october()
    ugly = '<b>&" ' + "Nguyễn" * 20 + "\tNguye\u0302\u0303n"
    roster = tuple(
        replace(line, name=ugly, post=ugly, reason=ugly, standing=StandingKind.EXEMPT)
        for line in full.roster[:5]
    )
    agenda = tuple(replace(item, title=ugly * 3, note=ugly) for item in full.agenda)
    people = tuple(replace(person, name=ugly) for person in full.people)
    record = replace(
        full,
        roster=roster,
        agenda=agenda,
        people=people,
        meeting=replace(full.meeting, title=ugly * 2, topic=ugly, place=ugly),
        cell=replace(full.cell, name=("Chi bộ thôn " + "Nà Lầu " * 40)[:200]),
    )
    for form in FORMS:
        assert '<b>&"' in said(form, record)
