"""The report says the figures of its period, and only the parts that have something to say."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from cellsecretary.core.kinds import DocumentType
from cellsecretary.core.rows import Document
from cellsecretary.papers.catalogue import render
from tests.papers import pages
from tests.papers.periods import practice


def test_a_quarter_is_told_with_its_figures() -> None:
    text = pages.text_of(render("report", practice("2026-Q4")))
    for part in (
        "Số ......-BC/CB",
        "BÁO CÁO Tình hình sinh hoạt và thực hiện nhiệm vụ quý IV năm 2026",
        "Tổng số đảng viên: 52 đồng chí; trong đó: chính thức 50 đồng chí, dự bị 2 đồng chí.",
        "Được miễn công tác và sinh hoạt đảng: 4 đồng chí.",
        "Cộng 90 84 5 1 93,3%",
        "Cấp ủy viên cấp trên được phân công dự 2 kỳ sinh hoạt. "
        "- Đồng chí Quan Văn Thuận, Đảng ủy viên, phụ trách chi bộ: được mời 2 buổi; dự 2 buổi "
        "(03/10/2026, 03/11/2026).",
        "Triển khai Chỉ thị số 50-CT/TW",
        "Trong kỳ: đã giao 6 nhiệm vụ; kiểm điểm 3 nhiệm vụ (hoàn thành 2, hoàn thành một phần 1); "
        "đến cuối kỳ còn 4 nhiệm vụ chưa xong.",
        "chưa nộp: đồng chí Ma Thị Thu Hương.",
        "Nghị quyết số 13-NQ/CB",
        "VIII. NHIỆM VỤ TIẾP TỤC THỰC HIỆN",
        "T/M CHI BỘ BÍ THƯ Hà Xuân Huy",
    ):
        assert part in text


def test_a_month_tells_its_own_meeting_only() -> None:
    text = pages.text_of(render("report", practice("2026-10")))
    assert "tháng 10 năm 2026" in text
    assert "03/11/2026" not in text
    assert "12-NQ/CB" in text
    assert "13-NQ/CB" not in text


def test_what_did_not_happen_is_not_counted_up() -> None:
    text = pages.text_of(render("report", practice("2026-10")))
    assert "Trong kỳ: đã giao 4 nhiệm vụ; đến cuối kỳ còn 4 nhiệm vụ chưa xong." in text


def test_an_empty_month_has_members_and_no_empty_part() -> None:
    month = practice("2026-10")
    register = replace(month.register, tasks=(), documents=(), reviews=(), petitions=())
    empty = replace(month, records=(), register=register)
    text = pages.text_of(render("report", empty))
    assert "I. TÌNH HÌNH ĐẢNG VIÊN" in text
    assert "II. " not in text


def test_a_report_that_was_numbered_has_its_number_and_day() -> None:
    month = practice("2026-10")
    sent = Document("d", None, DocumentType.REPORT, 9, "Báo cáo", dt.date(2026, 10, 28))
    register = replace(month.register, documents=(*month.register.documents, sent))
    text = pages.text_of(render("report", replace(month, register=register)))
    assert "Số 09-BC/CB Lưỡng Vượng, ngày 28 tháng 10 năm 2026" in text


def test_who_came_and_went_is_named_with_the_reason() -> None:
    month = practice("2026-10")
    one, other, *rest = month.register.members
    came = replace(one, entered=dt.date(2026, 10, 2))
    went = replace(other, left=dt.date(2026, 10, 20), left_reason="Chuyển sinh hoạt")
    register = replace(month.register, members=(came, went, *rest))
    text = pages.text_of(render("report", replace(month, register=register)))
    assert f"Vào chi bộ trong kỳ: đồng chí {one.name}." in text
    assert f"Ra khỏi chi bộ trong kỳ: đồng chí {other.name} (Chuyển sinh hoạt)." in text
