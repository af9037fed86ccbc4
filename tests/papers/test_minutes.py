"""The minutes say every fact of the record, and nothing that it does not say."""

from __future__ import annotations

import datetime as dt
import io
import unicodedata
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from pypdf import PdfReader

from cellsecretary.core.closed_rows import Correction, Reopening
from cellsecretary.core.facts import facts
from cellsecretary.core.kinds import (
    GuestRole,
    Mark,
    MeetingKind,
    MeetingState,
    Needs,
    StandingKind,
    VoteMethod,
)
from cellsecretary.core.rows import Guest, Opinion, Vote
from cellsecretary.papers.catalogue import render
from cellsecretary.papers.errors import Fault, PaperError
from tests.papers import records
from tests.papers.pages import text_of

if TYPE_CHECKING:
    from cellsecretary.core.record import MeetingRecord


def minutes(record: MeetingRecord) -> str:
    return text_of(render("minutes", record))


@pytest.mark.parametrize("record", [records.october(), records.november()], ids=["10", "11"])
def test_every_text_that_was_typed_is_on_paper(record: MeetingRecord) -> None:
    text = minutes(record)
    typed = [
        record.meeting.title,
        record.meeting.topic,
        record.meeting.place,
        *(item.title for item in record.agenda),
        *(item.body for item in record.agenda),
        *(item.conclusion for item in record.agenda),
        *(f"Đồng chí {record.name_of(o.speaker)}: {o.text}" for o in record.opinions),
        *(vote.question for vote in record.votes),
        *(text for task in record.tasks for text in (task.what, task.product)),
        *(record.name_of(task.lead) for task in record.tasks),
        *(record.name_of(helper) for task in record.tasks for helper in task.helpers),
        *(review.note for review in record.reviews),
        *(text for p in record.petitions for text in (p.source, p.text, p.addressee)),
        *(document.title for document in record.documents),
        *(text for guest in record.guests for text in (guest.name, guest.title)),
        *(line.name for line in record.marked(Mark.EXCUSED, Mark.UNEXCUSED)),
        *(line.reason for line in record.roster),
        *(line.name for line in record.roster if line.late or line.fee_owing),
        *(
            line.name
            for line in record.marked(Mark.PRESENT)
            if line.standing is not StandingKind.ACTIVE
        ),
    ]
    assert [missing for missing in typed if missing not in text] == []


def test_a_guest_who_did_not_come_is_not_among_those_present() -> None:
    full = records.october()
    (guest,) = full.guests
    text = minutes(replace(full, guests=(replace(guest, came=False),)))
    assert "Đại biểu cấp trên dự:" not in text
    assert f"Được mời nhưng vắng mặt: {guest.name}, {guest.title}" in text
    assert "vắng mặt:" not in minutes(full)


def test_the_figures_of_october_are_those_of_the_record() -> None:
    record = records.october()
    expected = records.SCENARIO["expected"]["2026-10-03"]
    figures = facts(record)
    assert {key: getattr(figures, key) for key in expected if key != "warnings"} == {
        key: tuple(value) if isinstance(value, list) else value
        for key, value in expected.items()
        if key != "warnings"
    }
    text = minutes(record)
    for sentence in (
        "Thời gian bắt đầu: 19 giờ 30 phút, ngày 03 tháng 10 năm 2026.",
        "Tổng số đảng viên của chi bộ: 52 đồng chí; trong đó: chính thức 50 đồng chí, dự bị 2",
        "sinh hoạt tạm thời đến: 1 đồng chí",
        "miễn công tác và sinh hoạt đảng: 4 đồng chí",
        "sinh hoạt tạm thời ở nơi khác: 3 đồng chí",
        "có mặt: 43 đồng chí; trong đó: chính thức 41 đồng chí, dự bị 2 đồng chí",
        "42/45 đồng chí, đạt tỷ lệ 93,3%",
        "Vắng mặt có lý do: 2 đồng chí",
        "Vắng mặt không có lý do: 1 đồng chí",
        "Đến muộn: đồng chí Nguyễn Tiến Thuận (19 giờ 35 phút).",
        "Chủ trì: đồng chí Hà Xuân Huy, Bí thư.",
        "đã nộp 44 đồng chí",
        "Chưa nộp đảng phí: đồng chí Ma Thị Thu Hương.",
        "Tán thành 41/44 đồng chí, đạt tỷ lệ 93,2%",
        "Tán thành 39/44 đồng chí, đạt tỷ lệ 88,6%; không tán thành 1 đồng chí; ý kiến khác 1",
        "được thông qua (cần trên 1/2)",
        "chậm nhất ngày 25/10/2026",
        "Nghị quyết số 12-NQ/CB: Lãnh đạo",
        "Biên bản kết thúc vào lúc 21 giờ 15 phút cùng ngày",
    ):
        assert sentence in text


def test_an_empty_list_of_documents_does_not_head_the_ending() -> None:
    text = minutes(replace(records.october(), documents=()))
    assert "Văn bản được thông qua" not in text


def test_november_reviews_the_tasks_and_counts_the_ballots() -> None:
    text = minutes(records.november())
    for sentence in (
        "báo cáo chi ủy: đã hoàn thành, đạt 100% (Còn 6/143 hộ chưa tham gia).",
        "hoàn thành một phần, đạt 50% (1 hộ đã di dời, 1 hộ cam kết trước 15/11).",
        "Phát ra 40 phiếu, thu về 40 phiếu; hợp lệ 40 phiếu, không hợp lệ 0 phiếu.",
        "Tán thành 37/43 đồng chí, đạt tỷ lệ 86%; không tán thành 2 đồng chí; ý kiến khác 1",
        "được thông qua (cần ít nhất 2/3)",
        "Chuyên đề: Đảng viên gương mẫu",
    ):
        assert sentence in text


def test_the_parts_follow_in_their_order_and_items_are_numbered_through() -> None:
    text = minutes(records.october())
    places = [
        text.index(mark)
        for mark in (
            "ĐẢNG BỘ XÃ LƯỠNG VƯỢNG",
            "BIÊN BẢN",
            "Thời gian",
            "Chủ trì:",
            "A. MỞ ĐẦU",
            "1. Tuyên bố",
            "B. NỘI DUNG",
            "4. Báo cáo",
            "C. KẾT LUẬN",
            "8. Đánh giá",
            "- T1.",
            "Văn bản được thông qua",
            "Biên bản kết thúc",
            "NGƯỜI GHI BIÊN BẢN",
        )
    ]
    assert places == sorted(places)


def test_what_has_no_data_is_left_out() -> None:
    full = records.october()
    record = replace(
        full,
        agenda=(),
        opinions=(),
        votes=(),
        documents=(),
        tasks=(),
        petitions=(),
        guests=(),
        roster=tuple(replace(line, fee_owing=False, late=None) for line in full.roster),
        meeting=replace(full.meeting, fees_paid=None, end=None, place="", chair=None),
    )
    text = minutes(record)
    for heading in (
        "A. MỞ",
        "B. NỘI",
        "C. KẾT",
        "Kết quả thực hiện",
        "Phân công nhiệm vụ",
        "Kiến nghị",
        "Văn bản được",
        "đảng phí",
        "Đến muộn",
        "Về sớm",
        "Đại biểu",
        "Khách mời",
        "Địa điểm",
        "Chủ trì:",
        "Biên bản kết thúc",
        "ĐÍNH CHÍNH",
    ):
        assert heading not in text


def test_a_skipped_item_is_left_out_and_not_counted() -> None:
    full = records.october()
    first, *others = full.agenda
    text = minutes(replace(full, agenda=(replace(first, skipped=True), *others)))
    assert first.title not in text
    assert "1. Cử thư ký" in text


def test_a_guest_speaks_as_a_guest() -> None:
    full = records.october()
    opinion = Opinion("x", "m", "i5", 9, None, "Đề nghị làm sớm.", speaker_other="Quan Văn Thuận")
    text = minutes(replace(full, opinions=(*full.opinions, opinion)))
    assert "Đại biểu Quan Văn Thuận: Đề nghị làm sớm." in text


def test_guests_without_an_office_are_named_alone() -> None:
    guest = Guest("g", "m", 1, "Lò Thị Hoa", role=GuestRole.GUEST)
    text = minutes(replace(records.october(), guests=(guest,)))
    assert "Khách mời: Lò Thị Hoa." in text


def test_a_vote_that_fails_is_said_to_fail() -> None:
    full = records.october()
    vote = Vote(
        "v", "m", "i6", 1, "Kết nạp", VoteMethod.BALLOT, Needs.TWO_THIRDS, 29, 11, 0, 42, 41, 40
    )
    text = minutes(replace(full, votes=(vote,)))
    assert "Kết nạp (bỏ phiếu kín). Phát ra 42 phiếu, thu về 41 phiếu; hợp lệ 40 phiếu" in text
    assert "không hợp lệ 1 phiếu" in text
    assert "không được thông qua (cần ít nhất 2/3)" in text


def test_who_left_early_and_who_was_not_marked_is_named() -> None:
    full = records.october()
    first, second, *others = full.roster
    roster = (
        replace(first, left_early=dt.time(20, 5)),
        replace(second, mark=Mark.NONE),
        *others,
    )
    text = minutes(replace(full, roster=roster))
    assert f"Về sớm: đồng chí {first.name} (20 giờ 05 phút)." in text
    assert "Chưa điểm danh: 1 đồng chí." in text


def test_a_committee_counts_those_summoned() -> None:
    full = records.october()
    record = replace(full, meeting=replace(full.meeting, kind=MeetingKind.COMMITTEE))
    assert "Tổng số thành viên được triệu tập: 52 đồng chí" in minutes(record)


def test_only_an_open_meeting_is_a_draft() -> None:
    def watermarks(record: MeetingRecord) -> list[bool]:
        pages = PdfReader(io.BytesIO(render("minutes", record))).pages
        return ["DỰ THẢO" in page.extract_text() for page in pages]

    assert all(watermarks(records.november()))
    assert not any(watermarks(records.october()))


@pytest.mark.parametrize("state", [MeetingState.PLANNED, MeetingState.CANCELLED])
def test_a_meeting_that_was_not_held_has_no_minutes(state: MeetingState) -> None:
    with pytest.raises(PaperError) as refused:
        render("minutes", records.scenario(0, state))
    assert refused.value.fault is Fault.NOT_FOR_THIS_MEETING


def test_reopening_is_noted_and_corrections_are_appended_and_signed() -> None:
    record = replace(
        records.october(),
        revision=2,
        reopenings=(Reopening("r", "m", 1, dt.datetime(2026, 10, 4, 8, 0), "Ghi sai hạn T2"),),
        corrections=(Correction("c", "m", dt.datetime(2026, 12, 5, 9, 0), "Số hộ là 143."),),
    )
    text = minutes(record)
    assert "Biên bản lần 1 được mở lại để sửa ngày 04/10/2026; lý do: Ghi sai hạn T2." in text
    assert "ĐÍNH CHÍNH Đính chính ngày 05 tháng 12 năm 2026: Số hộ là 143." in text
    assert text.count("NGƯỜI GHI BIÊN BẢN") == 2
    assert text.index("NGƯỜI GHI BIÊN BẢN") < text.index("ĐÍNH CHÍNH")


def test_the_office_decides_on_dashes_place_line_and_last_stop() -> None:
    full = records.october()
    paper = replace(full.rules.paper, dashes_under=(), place_line_on=(), text_end="./.")
    text = minutes(replace(full, rules=replace(full.rules, paper=paper)))
    assert "-----" not in text
    assert "Lưỡng Vượng, ngày" not in text
    assert "nhất trí thông qua./." in text


def test_another_wording_needs_no_code() -> None:
    record = records.with_wording(records.october(), minutes__conclusion="KẾT LUẬN LẠI:")
    assert "KẾT LUẬN LẠI: Nhất trí với báo cáo" in minutes(record)


@pytest.mark.parametrize("text", ["Chủ trì: $nobody", "Chủ trì: $", "Chủ trì: ${"])
def test_a_wording_with_an_unknown_name_is_refused_by_its_key(text: str) -> None:
    with pytest.raises(PaperError) as refused:
        render("minutes", records.with_wording(records.october(), minutes__chair=text))
    assert (refused.value.fault, refused.value.place) == (Fault.WORDING_BROKEN, "minutes.chair")


def test_markup_in_any_text_is_printed_as_typed() -> None:
    full = records.october()
    ugly = '<b>&"</b> <br/> &amp; $name ${x} 100 %'
    first, *others = full.agenda
    record = replace(
        full,
        cell=replace(full.cell, commune=ugly),
        meeting=replace(full.meeting, title=ugly, place=ugly),
        agenda=(replace(first, title=ugly, body=ugly, conclusion=ugly), *others),
        opinions=(replace(full.opinions[0], text=ugly),),
        roster=tuple(replace(line, reason=ugly) for line in full.roster),
        votes=(replace(full.votes[0], question=ugly),),
        tasks=(replace(full.tasks[0], what=ugly, product=ugly),),
    )
    assert minutes(record).count(ugly) == 13


def test_the_text_is_composed_unicode() -> None:
    full = records.october()
    first, *others = full.agenda
    decomposed = unicodedata.normalize("NFD", "Thống nhất chủ trương")
    text = minutes(replace(full, agenda=(replace(first, body=decomposed), *others)))
    assert unicodedata.is_normalized("NFC", text)
    assert "Thống nhất chủ trương" in text
    assert not {"\u25a0", "\ufffd"} & set(text)


def test_title_author_language_and_contents_are_told_to_the_reader() -> None:
    reader = PdfReader(io.BytesIO(render("minutes", records.october())))
    assert reader.metadata is not None
    assert reader.metadata.title == "BIÊN BẢN Sinh hoạt thường kỳ tháng 10 năm 2026"
    assert reader.metadata.author == "Chi bộ thôn 3"
    assert str(reader.root_object["/Lang"]) == "vi-VN"
    parts = [entry.title for entry in reader.outline if not isinstance(entry, list)]
    assert parts == ["A. MỞ ĐẦU", "B. NỘI DUNG", "C. KẾT LUẬN"]


def test_the_same_record_gives_the_same_bytes() -> None:
    assert render("minutes", records.november()) == render("minutes", records.november())


def test_an_opinion_that_was_handed_in_says_so() -> None:
    record = records.october()
    first = replace(record.opinions[0], beforehand=True)
    text = text_of(render("minutes", replace(record, opinions=(first, *record.opinions[1:]))))
    assert text.count("(gửi ý kiến trước)") == 1
    assert "(gửi ý kiến trước)" not in text_of(render("minutes", record))
