"""The paper of a year says the figures that core counts, in black and white."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pypdfium2 as pdfium
import pytest

from cellsecretary.core.charts import ChartKind, chart
from cellsecretary.core.year_figures import year_figures
from cellsecretary.papers.catalogue import render
from cellsecretary.papers.words import Words
from cellsecretary.papers.year import PaperWords
from tests.core.years import by_hand, many, year
from tests.papers import pages
from tests.papers.periods import practice

if TYPE_CHECKING:
    from cellsecretary.core.period import PeriodRecord


def test_the_figures_of_a_year_stand_under_its_name() -> None:
    text = pages.text_of(render("year", by_hand()))
    for said in (
        "TỔNG HỢP HOẠT ĐỘNG NĂM 2026 Chi bộ thôn 3",
        "Số tháng có sinh hoạt: 10/12.",
        "Chưa có sinh hoạt: tháng 11, tháng 12.",
        "hoặc khác ngày nhưng có lý do: 9/10.",
        "không tổ chức: 1.",
        "90/100, đạt tỷ lệ 90%.",
        "30/90, đạt tỷ lệ 33,3%.",
        "điểm trung bình 89,5/100 (2 kỳ), xếp loại Khá.",
        "điểm trung bình 92/100 (1 kỳ), xếp loại Tốt.",
        "được kiểm điểm: 1/2.",
        "chưa xong đến cuối kỳ: 2.",
        "Số kiến nghị đã nêu: 2.",
        "cho dân đến cuối kỳ: 1.",
        "Cộng 100 90 90% 30 89,5 (Khá) 92 (Tốt)",
    ):
        assert said in text


@pytest.mark.parametrize("period", [by_hand(), many(12), many(360), practice("2026")])
def test_every_value_of_every_chart_is_printed(period: PeriodRecord) -> None:
    letters = pages.letters_of(render("year", period))
    say, figures = PaperWords(Words(period.rules.paper.wording)), year_figures(period)
    for kind in ChartKind:
        found = chart(kind, figures, say)
        for row in found.rows:
            for bar in row.bars:
                assert bar is None or pages.bare(bar.text) in letters
            assert pages.bare(row.label) in letters
        assert pages.bare(found.key) in letters


@pytest.mark.thorough
@pytest.mark.parametrize("count", [0, 1, 12, 24, 25, 360])
def test_any_number_of_meetings_stays_inside_the_margins(count: int) -> None:
    for glyph in pages.glyphs(render("year", many(count) if count else year())):
        if glyph.upright:
            assert glyph.left >= 30 * pages.MM - 1
            assert glyph.right <= pages.WIDTH - 15 * pages.MM + 1
            assert glyph.bottom >= 20 * pages.MM - 1


def test_the_paper_has_no_colour() -> None:
    document = pdfium.PdfDocument(render("year", by_hand()))
    for page in document:
        image = page.render(scale=1).to_pil().convert("RGB")
        assert all(red == green == blue for _count, (red, green, blue) in image.getcolors(1 << 16))


def test_a_year_with_an_open_meeting_is_a_draft() -> None:
    def marked(period: PeriodRecord) -> bool:
        return "DỰTHẢO" in pages.quick_letters_of(render("year", period))

    assert marked(practice("2026"))
    assert not marked(by_hand())
