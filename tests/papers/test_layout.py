"""The finished page measured with a ruler: places in points, on the rules for party documents."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from cellsecretary.papers.catalogue import render
from tests.papers import pages, records
from tests.papers.pages import MM, Line

if TYPE_CHECKING:
    from cellsecretary.core.record import MeetingRecord

INK = 1.5
"""Side bearings and the tallest stacked marks may reach this far over an edge, in points."""


@lru_cache(maxsize=1)
def october() -> bytes:
    return render("minutes", records.october())


def line_with(text: str, pdf: bytes | None = None) -> Line:
    wanted = pages.bare(text)
    return next(line for line in pages.lines(pdf or october()) if wanted in line.text)


def part(line: Line, text: str) -> Line:
    """The stretch of a line that says the text: columns share a line."""
    start = line.text.index(pages.bare(text))
    return replace(line, glyphs=line.glyphs[start : start + len(pages.bare(text))])


def looks(line: Line) -> set[tuple[str, float]]:
    return {
        (glyph.font.removeprefix("LiberationSerif"), round(glyph.size, 1)) for glyph in line.glyphs
    }


def assert_inside_the_margins(pdf: bytes) -> None:
    for glyph in pages.glyphs(pdf):
        if glyph.upright and glyph.baseline < pages.HEIGHT - 20 * MM:
            assert glyph.left >= 30 * MM - INK, glyph
            assert glyph.right <= pages.WIDTH - 15 * MM + INK, glyph
            assert glyph.top <= pages.HEIGHT - 20 * MM + INK, glyph
            assert glyph.bottom >= 20 * MM - INK, glyph


def test_nothing_is_outside_the_margins() -> None:
    assert_inside_the_margins(october())


def test_the_text_reaches_both_margins() -> None:
    full = max(pages.lines(october()), key=lambda line: line.right - line.left)
    assert full.left == pytest.approx(30 * MM, abs=INK)
    assert full.right == pytest.approx(pages.WIDTH - 15 * MM, abs=INK)


@pytest.mark.parametrize(
    ("text", "look"),
    [
        ("ĐẢNG CỘNG SẢN VIỆT NAM", ("-Bold", 15)),
        ("ĐẢNG BỘ XÃ LƯỠNG VƯỢNG", ("", 14)),
        ("CHI BỘ THÔN 3", ("-Bold", 14)),
        ("*", ("", 14)),
        ("Lưỡng Vượng, ngày 03 tháng 10 năm 2026", ("-Italic", 14)),
        ("BIÊN BẢN", ("-Bold", 16)),
        ("Sinh hoạt thường kỳ tháng 10 năm 2026", ("-Bold", 14)),
        ("-----", ("", 14)),
        ("Địa điểm: Nhà văn hóa thôn 3.", ("", 14)),
        ("A. MỞ ĐẦU", ("-Bold", 14)),
        ("NGƯỜI GHI BIÊN BẢN", ("-Bold", 14)),
        ("CHỦ TRÌ HỘI NGHỊ", ("-Bold", 14)),
    ],
)
def test_each_element_has_its_face_and_size(text: str, look: tuple[str, float]) -> None:
    assert looks(part(line_with(text), text)) == {look}


def test_the_rule_is_as_long_as_the_name_of_the_party_and_under_it() -> None:
    name = "ĐẢNG CỘNG SẢN VIỆT NAM"
    party = part(line_with(name), name)
    ((left, right, height, thickness),) = pages.rules(october())
    assert left == pytest.approx(party.left, abs=1)
    assert right == pytest.approx(party.right, abs=1)
    assert thickness == pytest.approx(0.75)
    lowest = min(glyph.bottom for glyph in party.glyphs)
    assert 0 < lowest - height < 8


def test_both_sides_of_the_letterhead_stand_on_the_same_lines() -> None:
    assert line_with("ĐẢNG BỘ XÃ LƯỠNG VƯỢNG") == line_with("ĐẢNG CỘNG SẢN VIỆT NAM")
    assert line_with("*") == line_with("Lưỡng Vượng, ngày 03 tháng 10 năm 2026")


def test_the_issuing_cell_stands_left_and_the_party_right() -> None:
    party, cell = line_with("ĐẢNG CỘNG SẢN VIỆT NAM"), line_with("CHI BỘ THÔN 3")
    name = part(party, "ĐẢNG CỘNG SẢN VIỆT NAM")
    assert part(cell, "CHI BỘ THÔN 3").right < name.left


def test_pages_are_numbered_from_the_second_one() -> None:
    middle = (30 * MM + pages.WIDTH - 15 * MM) / 2
    heads: dict[int, Line] = {}
    for line in pages.lines(october()):
        heads.setdefault(line.page, line)
    assert heads[1].text != "1"
    for page, line in list(heads.items())[1:]:
        assert line.text == str(page)
        assert looks(line) == {("", 14)}
        assert (line.left + line.right) / 2 == pytest.approx(middle, abs=1)
        top = max(glyph.top for glyph in line.glyphs)
        assert pages.HEIGHT - top == pytest.approx(10 * MM, abs=1.2 * MM)


def test_lines_of_a_paragraph_are_exactly_18_points_apart_and_paragraphs_6_more() -> None:
    lines = [line for line in pages.lines(october()) if line.page == 2][1:]
    steps = Counter(round(above.baseline - below.baseline, 1) for above, below in pairwise(lines))
    assert set(steps) == {18.0, 24.0}


def test_the_first_line_of_a_paragraph_is_indented_by_10_mm() -> None:
    starts = Counter(
        round((line.glyphs[0].x - 30 * MM) / MM) for line in pages.lines(october())[10:]
    )
    assert {place for place, _ in starts.most_common(2)} == {0, 10}


def test_names_stand_five_lines_under_what_they_sign_as() -> None:
    roles = line_with("NGƯỜI GHI BIÊN BẢN")
    names = [line for line in pages.lines(october()) if "HoàngCôngKhánh" in line.text][-1]
    assert roles.baseline - names.baseline == pytest.approx(6 * 18, abs=3)
    assert part(roles, "NGƯỜI GHI BIÊN BẢN").right < part(roles, "CHỦ TRÌ HỘI NGHỊ").left
    for role, name in (
        ("NGƯỜI GHI BIÊN BẢN", "Hoàng Công Khánh"),
        ("CHỦ TRÌ HỘI NGHỊ", "Hà Xuân Huy"),
    ):
        above, below = part(roles, role), part(names, name)
        assert (above.left + above.right) / 2 == pytest.approx(
            (below.left + below.right) / 2, abs=1
        )


def with_body_lines(count: int, closing: str = "") -> MeetingRecord:
    """A record whose first item has so many short paragraphs."""
    full = records.october()
    first, *others = full.agenda
    body = "\n".join(f"Dòng {number}." for number in range(count))
    record = replace(full, agenda=(replace(first, body=body), *others))
    return records.with_wording(record, minutes__closing=closing) if closing else record


@pytest.mark.thorough
@pytest.mark.parametrize("count", range(40))
def test_the_signatures_never_stand_alone_and_are_never_split(count: int) -> None:
    lines = pages.lines(render("minutes", with_body_lines(count)))
    at = next(n for n, line in enumerate(lines) if "NGƯỜIGHIBIÊNBẢN" in line.text)
    assert "thôngqua." in lines[at - 1].text
    assert lines[at - 1].page == lines[at].page == lines[-1].page
    assert "HoàngCôngKhánh" in lines[-1].text
    same_page = [line for line in lines[:at] if line.page == lines[at].page]
    assert len(same_page) >= 4  # the page number and three lines


@pytest.mark.thorough
@pytest.mark.parametrize("count", range(0, 40, 5))
def test_a_long_last_paragraph_leaves_its_last_lines_with_the_signatures(count: int) -> None:
    closing = "Biên bản kết thúc lúc $time. " + "Toàn thể đảng viên nhất trí. " * 150 + "Hết"
    lines = pages.lines(render("minutes", with_body_lines(count, closing)))
    at = next(n for n, line in enumerate(lines) if "NGƯỜIGHIBIÊNBẢN" in line.text)
    same_page = [line for line in lines[:at] if line.page == lines[at].page]
    assert len(same_page) >= 3  # the page number and two lines
    assert lines[-1].page == lines[at].page


@pytest.mark.parametrize("count", range(0, 40, 3))
def test_a_heading_never_ends_a_page(count: int) -> None:
    lines = pages.lines(render("minutes", with_body_lines(count)))
    lasts = [above for above, below in pairwise(lines) if below.page > above.page]
    for last in lasts:
        assert last.text not in {"B.NỘIDUNG", "C.KẾTLUẬN", "Cácýkiếnthamgia:", "Phâncôngnhiệmvụ"}


def test_a_title_is_not_broken_inside_a_name() -> None:
    full = records.october()
    title = (
        "Chuyên đề: Học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh "
        "về phòng, chống tham nhũng, lãng phí, tiêu cực ở thôn, bản"
    )
    lines = pages.lines(
        render("minutes", replace(full, meeting=replace(full.meeting, title=title)))
    )
    assert [line for line in lines if line.text.startswith("HồChíMinhvềphòng")]


def test_a_long_title_is_broken_into_lines_of_like_length() -> None:
    full = records.october()
    title = "Sinh hoạt chuyên đề quý IV năm 2026 về " + "nâng cao chất lượng sinh hoạt chi bộ, " * 5
    pdf = render("minutes", replace(full, meeting=replace(full.meeting, title=title + "hết")))
    lines = pages.lines(pdf)
    first = next(n for n, line in enumerate(lines) if line.text.startswith("Sinhhoạtchuyên"))
    last = next(n for n, line in enumerate(lines) if line.text.endswith("hết"))
    widths = [line.right - line.left for line in lines[first : last + 1]]
    assert len(widths) == 3
    assert min(widths) > 0.75 * max(widths)
    for line in lines[first : last + 1]:
        assert (line.left + line.right) / 2 == pytest.approx(
            (30 * MM + pages.WIDTH - 15 * MM) / 2, abs=1
        )
