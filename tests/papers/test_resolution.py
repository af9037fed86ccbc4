"""The resolution says what was evaluated, decided, given and voted on."""

from __future__ import annotations

from dataclasses import replace

import pytest

from cellsecretary.core.kinds import MeetingKind, MeetingState
from cellsecretary.papers.catalogue import render
from cellsecretary.papers.errors import Fault, PaperError
from tests.papers import pages, records


def test_it_has_its_number_title_tasks_votes_and_signature() -> None:
    text = pages.text_of(render("resolution", records.october()))
    for part in (
        "Số 12-NQ/CB",
        "NGHỊ QUYẾT Lãnh đạo thực hiện nhiệm vụ tháng 10 năm 2026 -----",
        "Chi bộ thôn 3 tổ chức sinh hoạt thường kỳ tháng 10 năm 2026.",
        "I. ĐÁNH GIÁ KẾT QUẢ",
        "II. PHƯƠNG HƯỚNG",
        "III. PHÂN CÔNG",
        "IV. KIẾN NGHỊ",
        "V. KẾT QUẢ BIỂU QUYẾT",
        "Tán thành 39/44 đồng chí, đạt tỷ lệ 88,6%",
        "Nơi nhận:",
        "- Lưu Chi bộ. ",
        "T/M CHI BỘ BÍ THƯ Hà Xuân Huy",
        "PHỤ LỤC",
        "- Đồng chí",
    ):
        assert part in text
    for task in records.october().tasks:
        assert pages.bare(task.what) in pages.bare(text)


def test_parts_are_numbered_by_those_that_have_something() -> None:
    record = replace(records.october(), petitions=(), tasks=())
    text = pages.text_of(render("resolution", record))
    assert "III. KẾT QUẢ BIỂU QUYẾT" in text
    assert "KIẾN NGHỊ" not in text
    assert "PHÂN CÔNG" not in text


def test_a_draft_has_dots_for_the_number_and_the_title_of_its_meeting() -> None:
    record = replace(records.november(), documents=())
    text = pages.text_of(render("resolution", record))
    assert "Số ......-NQ/CB" in text
    assert f"NGHỊ QUYẾT {record.meeting.title}" in text


@pytest.mark.parametrize("change", ["closed without one", "planned", "committee"])
def test_a_meeting_without_a_resolution_has_no_such_paper(change: str) -> None:
    record = records.october()
    if change == "closed without one":
        record = replace(record, documents=())
    elif change == "planned":
        record = replace(record, meeting=replace(record.meeting, state=MeetingState.PLANNED))
    else:
        record = replace(record, meeting=replace(record.meeting, kind=MeetingKind.COMMITTEE))
    with pytest.raises(PaperError) as refused:
        render("resolution", record)
    assert refused.value.fault is Fault.NOT_FOR_THIS_MEETING
