"""The papers to hold a meeting by hand: same order and numbers as the screen, in large type."""

from __future__ import annotations

from dataclasses import replace

import pytest

from cellsecretary.core.kinds import Mark, MeetingState
from cellsecretary.papers.catalogue import render
from cellsecretary.papers.errors import Fault, PaperError
from tests.papers import pages, records
from tests.papers.test_layout import assert_inside_the_margins, line_with, looks, part

FULL = records.november()
PLANNED = replace(
    FULL,
    meeting=replace(FULL.meeting, state=MeetingState.PLANNED, start=None, end=None),
    roster=tuple(replace(line, mark=Mark.NONE, reason="", late=None) for line in FULL.roster),
)
PDF = render("blank-set", PLANNED)
TEXT = pages.text_of(PDF)


def test_everything_is_inside_the_margins() -> None:
    assert_inside_the_margins(PDF)


def test_it_holds_the_list_the_agenda_and_empty_minutes() -> None:
    assert TEXT.index("DANH SÁCH") < TEXT.index("CHƯƠNG TRÌNH") < TEXT.index("BIÊN BẢN Sinh")


def test_members_and_points_have_the_numbers_of_the_screen() -> None:
    assert all(f"{line.number} {line.name}" in TEXT for line in PLANNED.roster)
    for number, item in enumerate(PLANNED.held_agenda, 1):
        assert f"{number}. {item.title}" in TEXT


def test_what_waits_for_a_result_is_named() -> None:
    assert all(f"{task.task.code}. {task.task.what}" in TEXT for task in PLANNED.carried)


def test_nothing_that_the_meeting_said_is_on_it() -> None:
    text = pages.text_of(render("blank-set", records.october()))
    said = [opinion.text for opinion in records.october().opinions]
    assert not [opinion for opinion in said if opinion in text]
    assert "Có mặt" not in text


def test_the_type_is_large_and_the_letterhead_as_ever() -> None:
    assert looks(line_with("Thời gian bắt đầu:", PDF)) == {("", 18)}
    party = "ĐẢNG CỘNG SẢN VIỆT NAM"
    assert looks(part(line_with(party, PDF), party)) == {("-Bold", 15)}
    assert looks(part(line_with("CHI BỘ THÔN 3", PDF), "CHI BỘ THÔN 3")) == {("-Bold", 14)}


@pytest.mark.parametrize("count", range(1, 9))
def test_what_is_voted_on_stands_on_the_page_of_its_counts(count: int) -> None:
    record = replace(PLANNED, agenda=PLANNED.agenda[:count])
    lines = [
        line
        for line in pages.lines(render("blank-set", record))
        if "Nộidung:" in line.text or line.text.startswith("Tánthành:")
    ]
    assert len(lines) == 4
    assert [asked.page for asked in lines[::2]] == [counted.page for counted in lines[1::2]]


def test_who_signs_is_as_large_as_the_rest() -> None:
    for role in ("NGƯỜI GHI BIÊN BẢN", "CHỦ TRÌ HỘI NGHỊ"):
        assert looks(part(line_with(role, PDF), role)) == {("-Bold", 18)}


def test_a_meeting_without_agenda_and_chair_has_room_for_them() -> None:
    bare = replace(
        PLANNED, agenda=(), meeting=replace(PLANNED.meeting, chair=None, minute_taker=None)
    )
    pdf = render("blank-set", bare)
    assert_inside_the_margins(pdf)
    assert "Chủ trì: Thư ký ghi biên bản:" in pages.text_of(pdf)
    assert "CHƯƠNG TRÌNH" not in pages.text_of(pdf)


def test_a_cancelled_meeting_needs_none() -> None:
    cancelled = replace(PLANNED.meeting, state=MeetingState.CANCELLED)
    with pytest.raises(PaperError) as refused:
        render("blank-set", replace(PLANNED, meeting=cancelled))
    assert (refused.value.fault, refused.value.place) == (Fault.NOT_FOR_THIS_MEETING, "blank-set")
