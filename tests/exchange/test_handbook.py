"""What is posted on the members' handbook: before a meeting other files than after it."""

from __future__ import annotations

import io
from dataclasses import replace

from pypdf import PdfReader

from cellsecretary.exchange.handbook import handbook_files, handbook_folder
from tests.papers.pages import text_of
from tests.papers.records import november, october

PRIVATE = "Ốm, có đơn xin phép"


def test_before_a_meeting_members_get_what_they_are_to_read() -> None:
    record = november()
    files = dict(handbook_files(record))
    assert list(files) == [
        "1_GiayMoi_2026-11-03.pdf",
        "2_ChuongTrinh_2026-11-03.pdf",
        "3_DuThaoNghiQuyet_2026-11-03.pdf",
    ]
    draft = PdfReader(io.BytesIO(files["3_DuThaoNghiQuyet_2026-11-03.pdf"]))
    assert all("DỰ THẢO" in page.extract_text() for page in draft.pages)
    assert handbook_folder(record) == "ChiBoThon3_2026-11-03_1930_SoTay_Truoc"


def test_after_a_meeting_they_get_what_came_of_it_and_nobodys_illness() -> None:
    record = october()
    assert any(line.reason == PRIVATE for line in record.roster)
    files = dict(handbook_files(record))
    assert list(files) == [
        "1_BienBan_2026-10-03.pdf",
        "2_NghiQuyet_2026-10-03.pdf",
        "3_PhanCong_2026-10-03.pdf",
    ]
    minutes, *others = (text_of(pdf) for pdf in files.values())
    assert "BIÊN BẢN" in minutes
    assert not any(PRIVATE in text for text in (minutes, *others))
    pages = [page for pdf in files.values() for page in PdfReader(io.BytesIO(pdf)).pages]
    assert not any("DỰ THẢO" in page.extract_text() for page in pages)
    assert handbook_folder(record) == "ChiBoThon3_2026-10-03_1930_SoTay_Sau"


def test_the_numbers_have_no_gap_where_a_paper_is_missing() -> None:
    """A meeting that decided nothing has no resolution."""
    record = replace(october(), documents=())
    names = [name for name, _ in handbook_files(record)]
    assert names == ["1_BienBan_2026-10-03.pdf", "2_PhanCong_2026-10-03.pdf"]
