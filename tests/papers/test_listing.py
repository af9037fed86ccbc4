"""Any list of the window on paper: whole, under its head on every page, upright where it fits."""

from __future__ import annotations

import pytest

from cellsecretary.core.table import Column, ColumnKind, Entry, Line, Table
from cellsecretary.papers.listing import list_pdf
from tests.papers import pages
from tests.papers.boards import RULES
from tests.papers.pages import MM

INK = 2
LONG = "Vận động hai hộ di dời chuồng trại ra khỏi khu dân cư, xong trước ngày họp sau. " * 6


def listing(count: int, *, columns: int = 3, text: str = "Ghi chú của người ghi") -> Table:
    heads = [Column("TT", ColumnKind.NUMBER), *(Column(f"Cột {n}") for n in range(1, columns))]
    rows = [
        Line((Entry(None, str(at)), *(Entry(f"{text} {at}") for _ in heads[1:])))
        for at in range(1, count + 1)
    ]
    return Table("Danh sách đảng viên", "Chi bộ thôn 3 · 26/11/2026", tuple(heads), tuple(rows))


@pytest.mark.parametrize("count", [0, 1, 40, 200])
def test_a_list_of_any_length_is_whole_with_title_day_and_page_numbers(count: int) -> None:
    pdf = list_pdf(listing(count), RULES)
    letters = pages.letters_of(pdf)
    assert "DANHSÁCHĐẢNGVIÊN" in letters
    assert letters.count("Chibộthôn3·26/11/2026") == 1
    assert all(f"ngườighi{at}" in letters for at in range(1, count + 1))
    tops = {line.page: line.text for line in reversed(pages.lines(pdf))}
    count_of_pages = len(pages.page_texts(pdf))
    assert [tops[page] for page in range(2, count_of_pages + 1)] == [
        str(page) for page in range(2, count_of_pages + 1)
    ]


def test_the_head_is_on_every_page() -> None:
    texts = pages.page_texts(list_pdf(listing(120), RULES))
    assert len(texts) > 2
    assert all("Cột 1" in text for text in texts)


def test_few_columns_stand_upright_and_many_lie_across() -> None:
    for columns, across in ((3, False), (9, True)):
        glyphs = pages.glyphs(list_pdf(listing(30, columns=columns), RULES))
        right = max(glyph.right for glyph in glyphs)
        assert (right > pages.WIDTH) is across
        edge = (pages.HEIGHT if across else pages.WIDTH) - 15 * MM
        assert right <= edge + INK


def test_a_long_text_wraps_inside_the_margins_also_over_pages() -> None:
    pdf = list_pdf(listing(12, text=LONG), RULES)
    assert pages.letters_of(pdf).count("".join(LONG.split())) == 24
    assert max(glyph.right for glyph in pages.glyphs(pdf)) <= pages.WIDTH - 15 * MM + INK


def test_the_same_list_gives_the_same_bytes() -> None:
    assert list_pdf(listing(5), RULES) == list_pdf(listing(5), RULES)
