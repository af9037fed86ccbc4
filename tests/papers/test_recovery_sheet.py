"""The paper in the safe: its codes can be read and typed, and it says what it is for."""

from __future__ import annotations

import datetime as dt
import io
from dataclasses import replace
from itertools import pairwise

import pytest
from pypdf import PdfReader

from cellsecretary.core.vietnamese import ToneStyle
from cellsecretary.exchange.office_keys import OfficeKeys
from cellsecretary.exchange.recovery_code import key_of_code
from cellsecretary.papers.recovery_sheet import recovery_sheet
from cellsecretary.rules import bundled
from tests.exchange.mutations import IDENTITY
from tests.papers import pages
from tests.papers.test_layout import assert_inside_the_margins

DAY = dt.date(2026, 11, 3)
RULES = bundled().on(DAY)
OFFICE = "Đảng ủy xã Lưỡng Vượng"


def sheet(count: int = 1, office: str = OFFICE, tones: ToneStyle = ToneStyle.AS_TYPED) -> bytes:
    keys = OfficeKeys([IDENTITY] * count)
    return recovery_sheet(
        replace(RULES, paper=replace(RULES.paper, tones=tones)),
        office,
        keys.recovery_codes,
        seal_key=keys.seal_key,
        signing_code=keys.public.code,
        made=DAY,
    )


def test_the_code_can_be_typed_off_the_paper_and_is_right() -> None:
    """What is in the boxes, in the order in which people read."""
    lines = [line.text for line in pages.lines(sheet())]
    begin = next(at for at, text in enumerate(lines) if text.startswith("Mãsố1"))
    typed = "".join(lines[begin + 1 : begin + 4])
    assert len(typed) == 58
    assert key_of_code(typed) == OfficeKeys([IDENTITY]).seal_key


def test_the_letters_of_a_code_are_large_and_one_width_apart() -> None:
    code = OfficeKeys([IDENTITY]).recovery_codes[0].replace(" ", "")
    large = [glyph for glyph in pages.glyphs(sheet()) if glyph.size > 16]
    assert "".join(glyph.letter for glyph in large) == code
    middles = [(glyph.left + glyph.right) / 2 for glyph in large[:4]]
    steps = [right - left for left, right in pairwise(middles)]
    assert steps == pytest.approx([steps[0]] * 3, abs=1)


def test_it_says_what_it_is_where_it_belongs_and_what_to_do() -> None:
    text = pages.text_of(sheet())
    for said in (
        f"PHIẾU MÃ KHÔI PHỤC KHÓA của {OFFICE}",
        "cất trong két",
        "Ai có phiếu này đều đọc được mọi gói",
        "Quên mật khẩu:",
        "Máy hỏng hoặc mất:",
        "Mất phiếu hoặc có người đã xem:",
        f"Mã của khóa ký: {OfficeKeys([IDENTITY]).public.code}. Ngày lập phiếu: 03/11/2026.",
        "Nơi cất:",
        "Ngày cất:",
        "NGƯỜI GIỮ PHIẾU (Ký, ghi rõ họ tên)",
    ):
        assert said in text, said
    assert OfficeKeys([IDENTITY]).seal_key in pages.letters_of(sheet())


@pytest.mark.parametrize("count", [1, 2, 3, 8])
def test_all_codes_are_numbered_and_the_newest_is_named(count: int) -> None:
    pdf = sheet(count)
    text = pages.text_of(pdf)
    assert [f"Mã số {number}" in text for number in range(1, count + 2)] == [True] * count + [False]
    assert text.count("(khóa đang dùng)") == 1
    assert f"Mã số {count} (khóa đang dùng)" in text
    assert_inside_the_margins(pdf)


@pytest.mark.parametrize("count", range(1, 9))
def test_no_code_is_parted_by_the_end_of_a_page(count: int) -> None:
    code = OfficeKeys([IDENTITY]).recovery_codes[0].replace(" ", "")
    large = [glyph for glyph in pages.glyphs(sheet(count)) if glyph.size > 16]
    for at in range(0, len(large), len(code)):
        assert len({glyph.page for glyph in large[at : at + len(code)]}) == 1


def test_the_sheet_of_one_key_is_one_page() -> None:
    assert len(PdfReader(io.BytesIO(sheet())).pages) == 1
    assert len(PdfReader(io.BytesIO(sheet(office=f"Văn phòng {OFFICE} " * 3))).pages) == 1


def test_the_same_codes_give_the_same_paper_in_embedded_fonts() -> None:
    pdf = sheet()
    assert pdf == sheet()
    assert all(pages.fonts(pdf).values())


def test_tones_stand_where_the_office_puts_them() -> None:
    assert "hủy phiếu" in pages.text_of(sheet())
    assert "huỷ phiếu" in pages.text_of(sheet(tones=ToneStyle.SECOND))
