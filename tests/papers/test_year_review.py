"""The papers of the yearly review: what is decided is printed, what is not has room for the pen."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from cellsecretary.core.kinds import YearLevel
from cellsecretary.core.life_rows import YearReview
from cellsecretary.core.portions import PortionKind, choice
from cellsecretary.core.year_review import YearFact, year_reviews
from cellsecretary.papers import PaperError
from cellsecretary.papers.catalogue import render
from tests.papers import pages
from tests.papers.periods import practice

if TYPE_CHECKING:
    from cellsecretary.core.period import PeriodRecord


def rated(*reviews: YearReview) -> PeriodRecord:
    year = practice("2026")
    return replace(year, register=replace(year.register, year_reviews=reviews))


def test_facts_points_and_level_of_each_member_are_printed() -> None:
    huy, dong, *_ = practice("2026").register.members
    text = pages.text_of(
        render("year-review", rated(YearReview("r", 2026, huy.id, 28, 65, YearLevel.OUTSTANDING)))
    )
    assert f"1 {huy.name} 2/2 0 0/2 0 0 0 28 65 93 Hoàn thành xuất sắc nhiệm vụ" in text
    assert f"2 {dong.name} 2/2 0 0/2 0 0 0 3 " in text  # no points, and the next member follows


def test_the_figures_are_those_of_the_screen() -> None:
    year = practice("2026")
    text = pages.text_of(render("year-review", year))
    for line in year_reviews(year).members:
        assert line.member
        facts = [line.fact(fact) for fact in YearFact if fact is not YearFact.EXCUSED]
        said = " ".join(
            str(one.count) if one.base is None else f"{one.count}/{one.base}" for one in facts
        )
        assert f"{line.member.number} {line.member.name} {said}" in text


def test_the_counts_say_who_is_rated_and_who_waits() -> None:
    huy, dong, *_ = practice("2026").register.members
    text = pages.text_of(
        render(
            "year-review",
            rated(
                YearReview("r", 2026, huy.id, 28, 65, YearLevel.OUTSTANDING),
                YearReview("s", 2026, dong.id, 25, 50, YearLevel.GOOD),
                YearReview("old", 2025, dong.id, 0, 0, YearLevel.NOT_FULFILLED),
            ),
        )
    )
    assert "Tổng số 52 đồng chí; đã xếp loại 2 đồng chí: Hoàn thành xuất sắc nhiệm vụ 1, " in text
    assert "Hoàn thành tốt nhiệm vụ 1, Hoàn thành nhiệm vụ 0, Không hoàn thành nhiệm vụ 0" in text
    assert "Chưa xếp loại: 46 đồng chí. Không xếp loại: 4 đồng chí." in text
    assert "Chi bộ tự xếp loại:" in text


def test_the_cell_has_its_own_level_on_the_table() -> None:
    text = pages.text_of(
        render("year-review", rated(YearReview("c", 2026, None, 28, 60, YearLevel.GOOD)))
    )
    assert "Chi bộ tự chấm: 88 điểm; tự xếp loại: Hoàn thành tốt nhiệm vụ." in text


@pytest.mark.thorough
def test_each_member_to_be_rated_has_a_sheet_of_one_page() -> None:
    year = practice("2026")
    there = choice(year, PortionKind.RATED)
    said = pages.page_texts(render("year-review-form", year))
    assert len(said) == len(there) == 48
    for portion, page in zip(there, said, strict=True):
        assert portion.title in page


def test_a_sheet_can_be_asked_for_alone_and_leaves_the_points_to_the_pen() -> None:
    year = practice("2026")
    huy = year.register.members[0]
    text = pages.text_of(render("year-review-form", year, (huy.id,)))
    assert text.count("PHIẾU ĐÁNH GIÁ, XẾP LOẠI ĐẢNG VIÊN") == 1
    assert f"Đồng chí: {huy.name}; chức vụ trong năm: Bí thư." in text
    assert "Tiêu chí chung 30 Kết quả thực hiện nhiệm vụ được giao 70 Cộng 100" in text
    assert "từ 90 Hoàn thành tốt nhiệm vụ từ 70" in text
    assert "Không hoàn thành nhiệm vụ dưới 50" in text


def test_the_exempt_have_no_sheet() -> None:
    year = practice("2026")
    exempt = next(line for line in year_reviews(year).members if line.left_out)
    assert exempt.member
    with pytest.raises(PaperError):
        render("year-review-form", year, (exempt.member.id,))
