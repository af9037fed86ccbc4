"""The register on paper: fourteen columns, everybody of the year, what is known and no more."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace

import pytest

from cellsecretary.core.kinds import Sex
from cellsecretary.core.rows import Member
from cellsecretary.papers.catalogue import render
from tests.papers import pages
from tests.papers.periods import practice

# Mẫu 7-HSĐV as public copies of HD 09-HD/BTCTW show it.
HEADS = (
    "TT", "Họ và tên; họ tên khai sinh", "Nam, nữ; dân tộc; tôn giáo", "Quê quán",
    "Văn hóa; lý luận; chuyên môn; ngoại ngữ", "Nghề nghiệp trước khi vào Đảng; hiện nay",
    "Ngày vào Đảng; ngày chính thức", "Số thẻ; số lý lịch; số Huy hiệu",
    "Bộ đội, công an, hưu trí", "Ngày chuyển đi, đến đâu", "Ngày chuyển đến, ở đâu đến",
    "Ngày từ trần, lý do", "Ngày ra khỏi Đảng, hình thức", "Ghi chú",
)  # fmt: skip


def said(*members: Member) -> str:
    year = practice("2026")
    register = replace(year.register, members=members, standings=())
    return pages.text_of(render("register", replace(year, register=register, records=())))


def test_every_page_has_the_heads_of_all_fourteen_columns() -> None:
    pdf = render("register", practice("2026"))
    for page in pages.page_texts(pdf):
        words = sorted(re.findall(r"[\w,;]+", page))
        for word in {word for head in HEADS for word in head.split()}:
            wanted = sum(head.split().count(word) for head in HEADS)
            assert words.count(word) >= wanted, word


def test_all_of_the_practice_cell_but_the_visiting_one_are_listed() -> None:
    year = practice("2026")
    text = pages.bare(pages.text_of(render("register", year)))
    for member in year.register.members:
        assert (pages.bare(member.name) in text) is (member.number != 53)
    assert pages.bare("Danh sách có 52 đồng chí.") in text


def test_a_line_says_what_the_book_knows() -> None:
    text = said(
        Member(
            *("m", 7, "Trần Thị Bảy", Sex.FEMALE),
            joined=dt.date(1986, 5, 19),
            official=dt.date(1987, 5, 19),
            card="00123456",
            entered=dt.date(1999, 2, 3),
        )
    )
    assert "7 Trần Thị Bảy Nữ 19/5/1986 19/5/1987 00123456 03/02/1999" in text
    assert "40 năm tuổi Đảng: 19/5/2026" in text


def test_who_left_in_the_year_stays_listed_with_day_and_reason() -> None:
    gone = Member(
        "m", 1, "Trần Văn Một", left=dt.date(2026, 5, 3), left_reason="Từ trần do tuổi cao"
    )
    text = said(gone, Member("n", 2, "Trần Văn Hai"))
    assert "Ra khỏi chi bộ ngày 03/5/2026 Từ trần do tuổi cao" in " ".join(text.split())
    assert "Danh sách có 2 đồng chí." in text
    assert "Trong năm đã ra khỏi chi bộ: 1 đồng chí." in text


def test_who_is_not_recognised_yet_is_said_to_be_probationary() -> None:
    assert "24/3/2026 dự bị" in said(Member("m", 1, "Trần Văn Một", joined=dt.date(2026, 3, 24)))
    assert "– dự bị" in said(Member("m", 1, "Trần Văn Một"))


def test_an_open_meeting_makes_no_draft_of_it() -> None:
    year = practice("2026")
    assert year.is_draft
    # The watermark of a draft alone is written aslant.
    assert all(glyph.upright for glyph in pages.glyphs(render("register", year)))


@pytest.mark.thorough
def test_no_date_and_no_card_number_is_broken() -> None:
    day, came = dt.date(1988, 12, 28), dt.date(2026, 12, 24)
    text = said(
        *(
            Member(
                f"m{at}", at, "Trần Văn Một", joined=day, official=day, entered=came, card="9" * 8
            )
            for at in range(1, 301)
        )
    )
    assert text.count("28/12/1988") == 600
    assert text.count("24/12/2026") == 300
    assert text.count("9" * 8) == 300
