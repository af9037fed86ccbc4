"""The tables of the board on paper: whole, inside the margins, under their head on every page."""

from __future__ import annotations

import unicodedata
from dataclasses import replace

import pytest

from cellsecretary.core.table import Column, Entry, Line, Table
from cellsecretary.core.vietnamese import ToneStyle
from cellsecretary.papers.board_table import table_pdf
from tests.papers import pages, rare
from tests.papers.boards import ALL_LETTERS, OFFICE, RULES, UGLY, board, shares
from tests.papers.pages import MM

INK = 2


def assert_inside_the_margins(pdf: bytes) -> None:
    """On a page laid across: the page is as wide as others are high."""
    for glyph in pages.glyphs(pdf):
        if glyph.upright and glyph.baseline < pages.WIDTH - 20 * MM:
            assert glyph.letter not in "\u25a0\ufffd"
            assert glyph.left >= 30 * MM - INK, glyph
            assert glyph.right <= pages.HEIGHT - 15 * MM + INK, glyph
            assert glyph.bottom >= 20 * MM - INK, glyph


def same_line(pdf: bytes, *texts: str) -> bool:
    """Whether the texts stand on one line, each in one piece."""
    bare = [pages.bare(text) for text in texts]
    return any(all(text in line.text for text in bare) for line in pages.lines(pdf))


@pytest.mark.parametrize("count", [1, 22, 120])
def test_a_table_of_any_length_is_whole_and_inside_the_margins(count: int) -> None:
    pdf = table_pdf(board(count), RULES, OFFICE, shares(count))
    assert_inside_the_margins(pdf)
    letters = pages.letters_of(pdf)
    assert all(f"{at}Chibộthôn{at}" in letters for at in range(1, count + 1))
    assert letters.count("ĐảngbộtỉnhTuyênQuang".upper()) == 1


@pytest.mark.thorough
@pytest.mark.parametrize("count", [22, 120])
def test_the_head_is_on_every_page_of_the_table_and_pages_are_numbered(count: int) -> None:
    pdf = table_pdf(board(count), RULES, OFFICE)
    texts = pages.page_texts(pdf)
    assert len(texts) > 1
    assert all("Đã" in text and "12/2026" in text for text in texts)
    tops = {line.page: line.text for line in reversed(pages.lines(pdf))}
    assert [tops[page] for page in range(2, len(texts) + 1)] == [
        str(page) for page in range(2, len(texts) + 1)
    ]


def test_columns_of_figures_are_never_broken_and_readable() -> None:
    pdf = table_pdf(board(120), RULES, OFFICE)
    assert same_line(pdf, "Chi bộ thôn 13", "14/11/2026", "0,0%", "Nông Thị Hương Giang")
    assert same_line(pdf, "1/2026", "12/2026")
    assert min(glyph.size for glyph in pages.glyphs(pdf)) >= 8.4


def test_few_columns_have_large_type() -> None:
    columns = (Column("Chi bộ"), Column("Ghi chú"))
    small = Table("Bảng", "", columns, (Line((Entry("Thôn 2"), Entry("chưa nộp"))),))
    line = next(
        line for line in pages.lines(table_pdf(small, RULES, OFFICE)) if "Thôn2" in line.text
    )
    assert {round(glyph.size, 1) for glyph in line.glyphs} == {11}


@pytest.mark.thorough
def test_sums_are_bold_and_on_the_page_of_the_last_row() -> None:
    for count in range(14, 22):
        lines = pages.lines(table_pdf(board(count), RULES, OFFICE))
        at = next(n for n, line in enumerate(lines) if "Toànxã" in line.text)
        assert all(glyph.font.endswith("-Bold") for glyph in lines[at].glyphs)
        assert f"Chibộthôn{count}" in lines[at - 1].text
        assert lines[at - 1].page == lines[at].page


def test_the_office_the_day_and_who_signs_are_named() -> None:
    pdf = table_pdf(board(3), RULES, OFFICE)
    said = pages.text_of(pdf)
    for text in (
        "ĐẢNG BỘ TỈNH TUYÊN QUANG",
        "ĐẢNG ỦY XÃ LƯỠNG VƯỢNG",
        "ĐẢNG CỘNG SẢN VIỆT NAM",
        "Lưỡng Vượng, ngày 03 tháng 12 năm 2026",
        "THEO DÕI BIÊN BẢN SINH HOẠT CHI BỘ",
        "Năm 2026, đến ngày 03/12/2026",
        "Dấu x: đúng hạn; dấu –: chưa đến kỳ.",
        "T/M BAN THƯỜNG VỤ PHÓ BÍ THƯ",
        "Quan Văn Thuận",
    ):
        assert text in said
    unsigned = pages.text_of(table_pdf(board(3), RULES, replace(OFFICE, signer="")))
    assert "PHÓ BÍ THƯ" in unsigned
    assert "Quan Văn Thuận" not in unsigned


@pytest.mark.thorough
@pytest.mark.parametrize("count", [1, 22, 120])
def test_the_ugliest_names_fit(count: int) -> None:
    table = replace(board(count, UGLY), title=UGLY, subtitle=UGLY, notes=(UGLY, UGLY * 8))
    office = replace(OFFICE, superior=UGLY, name=UGLY, signer_title=UGLY, signer=UGLY)
    pdf = table_pdf(table, RULES, office, shares(count, UGLY))
    assert_inside_the_margins(pdf)
    assert pages.letters_of(pdf).count('<b>&"Nà') >= count


@pytest.mark.thorough
def test_words_that_no_line_could_hold_are_parted() -> None:
    columns = tuple(Column("Dài" * 40) for _ in range(18))
    row = Line(tuple(Entry("Rất" * 200) for _ in range(18)))
    pdf = table_pdf(Table("Bảng", "", columns, (row,) * 3, row), RULES, OFFICE)
    assert_inside_the_margins(pdf)
    assert pages.letters_of(pdf).count("Rất") >= 1


def test_every_letter_and_every_normal_form_is_printed() -> None:
    table = replace(board(2, unicodedata.normalize("NFD", ALL_LETTERS)), title=ALL_LETTERS)
    pdf = table_pdf(table, RULES, OFFICE)
    assert pages.letters_of(pdf).count(pages.bare(ALL_LETTERS)) == 2
    assert set(pages.fonts(pdf).values()) == {True}


def test_tones_stand_where_the_office_puts_them() -> None:
    rules = rare.preferring(RULES, tones=ToneStyle.SECOND)
    said = pages.text_of(table_pdf(board(1, "Uỷ Hòa Thủy"), rules, OFFICE, shares(1, "Hòa")))
    assert "Uỷ Hoà Thuỷ 1" in said
    assert "ĐẢNG UỶ XÃ" in said
    assert "Hòa" not in said


def test_the_chart_stands_below_the_table_and_above_who_signs() -> None:
    letters = pages.letters_of(table_pdf(board(4), RULES, OFFICE, shares(4)))
    places = [letters.index(text) for text in ("Toànxã", "Tỉlệnộpbiênbản", "4/4", "T/MBAN")]
    assert places == sorted(places)


@pytest.mark.thorough
@pytest.mark.parametrize("count", [0, 2, *range(26, 40), 52, 53, 68])
def test_a_chart_as_high_as_a_page_goes_without_the_signature(count: int) -> None:
    pdf = table_pdf(board(count), RULES, OFFICE, shares(count))
    assert_inside_the_margins(pdf)
    assert pages.lines(pdf)[-1].text == "QuanVănThuận"


def test_a_long_label_of_a_chart_is_cut_and_says_so() -> None:
    lines = pages.lines(table_pdf(board(1), RULES, OFFICE, shares(2, UGLY)))
    bar = next(line for line in lines if line.text.endswith("2/2"))
    assert "…" in bar.text
    assert bar.left >= 30 * MM - INK


def test_a_table_without_rows_is_a_paper_too() -> None:
    empty = replace(board(0), totals=None)
    assert "THEO DÕI" in pages.text_of(table_pdf(empty, RULES, OFFICE, shares(0)))


def test_the_same_table_gives_the_same_bytes() -> None:
    assert table_pdf(board(5), RULES, OFFICE) == table_pdf(board(5), RULES, OFFICE)
