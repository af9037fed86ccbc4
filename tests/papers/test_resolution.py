"""The resolution says what was evaluated, decided, given and voted on."""

from __future__ import annotations

import io
from dataclasses import replace
from typing import TYPE_CHECKING

import docx
import pytest
from pypdf import PdfReader

from cellsecretary.core.kinds import DocumentType, MeetingKind, MeetingState
from cellsecretary.core.rows import Document
from cellsecretary.papers.catalogue import render, render_word
from cellsecretary.papers.errors import Fault, PaperError
from tests.papers import pages, records

if TYPE_CHECKING:
    from cellsecretary.core.record import MeetingRecord
    from cellsecretary.papers import Wish


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


def test_the_appendix_says_what_it_belongs_to() -> None:
    text = pages.text_of(render("resolution", records.october()))
    assert "(Kèm theo Nghị quyết số 12-NQ/CB, ngày 03/10/2026 của Chi bộ thôn 3)" in text
    draft = pages.text_of(render("resolution", replace(records.november(), documents=())))
    assert "(Kèm theo Nghị quyết số ......-NQ/CB, ngày 03/11/2026 của Chi bộ thôn 3)" in draft


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


ADMISSION = "Kết nạp đảng viên mới"


def two_resolutions() -> MeetingRecord:
    record = records.october()
    day = record.meeting.date
    second = Document("second", record.meeting.id, DocumentType.RESOLUTION, 13, ADMISSION, day)
    return replace(record, documents=(*record.documents, second))


def heads(pdf: bytes) -> list[str]:
    """Give the pages that begin a resolution, as text."""
    texts = [" ".join(page.extract_text().split()) for page in PdfReader(io.BytesIO(pdf)).pages]
    return [text for text in texts if "ĐẢNG CỘNG SẢN" in text]


def test_several_resolutions_each_begin_a_page_with_their_number_and_title() -> None:
    first, second = heads(render("resolution", two_resolutions()))
    assert "Số 12-NQ/CB" in first
    assert "Lãnh đạo thực hiện nhiệm vụ tháng 10" in first
    assert ADMISSION not in first
    assert "Số 13-NQ/CB" in second
    assert ADMISSION in second


def test_one_of_several_resolutions_is_made_as_it_would_be_alone() -> None:
    record = two_resolutions()
    alone = render("resolution", records.october())
    assert render("resolution", record, (record.documents[0].id,)) == alone
    (head,) = heads(render("resolution", record, ("second",)))
    assert "Số 13-NQ/CB" in head


def test_word_has_several_resolutions_in_sections_of_their_own() -> None:
    def sections(wish: Wish = ()) -> int:
        file = io.BytesIO(render_word("resolution", two_resolutions(), wish))
        return len(docx.Document(file).sections)

    assert sections() == 2 * sections(("second",))


def test_a_resolution_of_another_meeting_is_refused_also_by_a_draft() -> None:
    for record in (two_resolutions(), records.november()):
        with pytest.raises(PaperError) as refused:
            render("resolution", record, ("elsewhere",))
        assert refused.value.fault is Fault.NOT_FOR_THIS_MEETING
