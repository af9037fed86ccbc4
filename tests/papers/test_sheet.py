"""What papers are put together from: tables, signatures, receivers, slips, large print."""

from __future__ import annotations

import datetime as dt

import pypdfium2 as pdfium
import pytest

from cellsecretary.papers.sheet import Sheet
from cellsecretary.papers.signing import Signer
from cellsecretary.papers.tables import Column
from cellsecretary.rules import bundled
from tests.papers import pages, records
from tests.papers.pages import MM
from tests.papers.test_layout import assert_inside_the_margins, line_with, looks, part

DAY = dt.date(2026, 10, 3)
SENTENCE = "Đề nghị chi bộ xem xét, sớm giải quyết kiến nghị của nhân dân. "
COLUMNS = [Column("TT", 1, centred=True), Column("Nội dung", 6), Column("Ghi chú", 3)]


def sheet() -> Sheet:
    made = Sheet("minutes", bundled().on(DAY).paper, draft=False)
    made.letterhead(records.cell(), DAY, "Số 05-NQ/CB")
    made.title("NGHỊ QUYẾT", "Lãnh đạo thực hiện nhiệm vụ tháng 10")
    return made


def rows(count: int) -> list[list[str]]:
    return [[str(n), f"Việc {n}", ""] for n in range(1, count + 1)]


def test_the_number_shares_its_line_with_place_and_date() -> None:
    line = line_with("Số 05-NQ/CB", sheet().pdf())
    number = part(line, "Số 05-NQ/CB")
    assert looks(number) == {("", 14)}
    assert looks(part(line, "Lưỡng Vượng, ngày 03 tháng 10 năm 2026")) == {("-Italic", 14)}
    cell = part(line_with("CHI BỘ THÔN 3", sheet().pdf()), "CHI BỘ THÔN 3")
    assert (number.left + number.right) / 2 == pytest.approx((cell.left + cell.right) / 2, abs=1)


def test_a_table_repeats_its_head_on_every_page() -> None:
    made = sheet()
    made.table(COLUMNS, rows(200))
    pdf = made.pdf()
    assert_inside_the_margins(pdf)
    texts = pages.page_texts(pdf)
    assert len(texts) > 3
    assert all("Nội dung" in text and "Ghi chú" in text for text in texts)
    assert [f"Việc {n}" in pages.text_of(pdf) for n in range(1, 201)] == [True] * 200


def test_a_table_is_as_wide_as_the_text() -> None:
    made = sheet()
    made.table(COLUMNS, rows(3))
    table = pages.rules(made.pdf())[1:]
    assert min(rule[0] for rule in table) == pytest.approx(30 * MM, abs=1)
    assert max(rule[1] for rule in table) == pytest.approx(pages.WIDTH - 15 * MM, abs=1)


def test_a_table_without_rows_is_not_printed() -> None:
    made = sheet()
    made.section("I. VIỆC")
    made.table(COLUMNS, [])
    assert "Nội dung" not in pages.text_of(made.pdf())
    assert "VIỆC" not in pages.text_of(made.pdf())


@pytest.mark.parametrize("before", range(20, 34))
def test_a_band_never_ends_a_page(before: int) -> None:
    made = sheet()
    made.table(COLUMNS, [*rows(before), "B. PHẦN HAI", *rows(30)])
    lines = pages.lines(made.pdf())
    at = next(n for n, line in enumerate(lines) if "PHẦNHAI" in line.text)
    assert lines[at + 1].page == lines[at].page


@pytest.mark.parametrize("before", [0, 10, 25])
def test_a_cell_taller_than_a_page_is_printed_whole(before: int) -> None:
    made = sheet()
    text = " ".join(f"({n}) {SENTENCE.strip()}" for n in range(150))
    made.table(COLUMNS, [*rows(before), ["x", text, SENTENCE], *rows(3)])
    pdf = made.pdf()
    assert_inside_the_margins(pdf)
    assert all(f"({n})" in pages.text_of(pdf) for n in range(150))


def issued(made: Sheet) -> bytes:
    made.issued(
        Signer("T/M CHI BỘ", "Hà Xuân Huy", "BÍ THƯ"),
        ["- Đảng ủy xã (để báo cáo),", "- Lưu Chi bộ."],
    )
    return made.pdf()


@pytest.mark.parametrize(
    ("text", "look"),
    [
        ("Nơi nhận:", ("", 14)),
        ("- Đảng ủy xã (để báo cáo),", ("", 12)),
        ("- Lưu Chi bộ.", ("", 12)),
        ("T/M CHI BỘ", ("-Bold", 14)),
        ("BÍ THƯ", ("", 14)),
        ("Hà Xuân Huy", ("-Bold", 14)),
    ],
)
def test_who_signs_and_who_receives_have_their_faces(text: str, look: tuple[str, float]) -> None:
    made = sheet()
    made.text("Hết.")
    assert looks(part(line_with(text, issued(made)), text)) == {look}


def test_the_name_stands_five_lines_under_the_post() -> None:
    pdf = issued(sheet())
    post, name = line_with("BÍ THƯ", pdf), line_with("Hà Xuân Huy", pdf)
    assert post.baseline - name.baseline == pytest.approx(6 * 18, abs=3)


def test_who_signs_for_others_and_who_signs_beside_have_their_names_on_one_line() -> None:
    made = sheet()
    made.signatures(
        Signer("NGƯỜI NHẬN", "Lý Văn Tâm"), Signer("T/M CHI BỘ", "Hà Xuân Huy", "BÍ THƯ")
    )
    pdf = made.pdf()
    assert line_with("NGƯỜI NHẬN", pdf) == line_with("T/M CHI BỘ", pdf)
    assert line_with("Lý Văn Tâm", pdf) == line_with("Hà Xuân Huy", pdf)
    assert looks(part(line_with("BÍ THƯ", pdf), "BÍ THƯ")) == {("", 14)}


def test_the_heads_of_a_table_are_broken_into_lines_of_like_length() -> None:
    made = sheet()
    columns = [Column("Nội dung", 130), Column("Người chủ trì", 25)]
    made.table(columns, [["Việc", ""]])
    lines = [line.text for line in pages.lines(made.pdf())]
    assert any(line.endswith("Người") for line in lines)
    assert any(line.endswith("chủtrì") for line in lines)


@pytest.mark.parametrize("count", range(15, 32))
def test_the_last_row_of_a_table_stays_with_the_signature(count: int) -> None:
    made = sheet()
    made.table(COLUMNS, rows(count))
    lines = pages.lines(issued(made))
    at = next(n for n, line in enumerate(lines) if "T/MCHIBỘ" in line.text)
    assert lines[at - 1].page == lines[at].page == lines[-1].page
    assert f"Việc{count}" in lines[at - 1].text


def test_sheets_that_are_cut_apart_bear_no_number() -> None:
    assert not [line for line in pages.lines(slips(45, 2)) if line.text.isdigit()]


def slips(count: int, columns: int, text: str = SENTENCE) -> bytes:
    made = sheet()
    made.begin("minutes")
    pieces = []
    for n in range(count):
        pieces.append(made.slip(columns, size=12))
        pieces[-1].text(f"Phiếu {n}: {text}")
        pieces[-1].boxes("Có", "Không")
    made.slips(pieces, columns)
    return made.pdf()


@pytest.mark.parametrize("columns", [1, 2])
def test_a_box_stands_where_its_text_begins(columns: int) -> None:
    pdf = slips(1, columns)
    page = pdfium.PdfDocument(pdf)[1]
    boxes = [
        path.get_bounds()
        for path in page.get_objects(filter=[pdfium.raw.FPDF_PAGEOBJ_PATH])
        if path.get_bounds()[3] - path.get_bounds()[1] == pytest.approx(13, abs=1)
    ]
    first = next(line for line in pages.lines(pdf) if line.text.startswith("Phiếu0"))
    assert min(box[0] for box in boxes) == pytest.approx(first.left, abs=1.5)


@pytest.mark.parametrize("columns", [1, 2])
def test_no_slip_is_split_or_leaves_its_place(columns: int) -> None:
    pdf = slips(45, columns)
    assert_inside_the_margins(pdf)
    for text in pages.page_texts(pdf)[1:]:
        assert text.count("Phiếu") == text.count("Không")
    assert pages.text_of(pdf).count("Phiếu") == 45


@pytest.mark.parametrize("columns", [1, 2])
def test_slips_taller_than_a_page_are_printed_whole(columns: int) -> None:
    pdf = slips(2, columns, SENTENCE * 120)
    assert_inside_the_margins(pdf)
    assert pages.letters_of(pdf).count("Đềnghị") == 240


def test_each_paper_of_a_sheet_counts_its_own_pages() -> None:
    made = sheet()
    made.table(COLUMNS, rows(60))
    made.begin("minutes", size=18)
    made.text(SENTENCE * 60)
    made.begin("minutes", landscape=True)
    made.text("Hết.")
    pdf = made.pdf()
    heads: dict[int, str] = {}
    for line in pages.lines(pdf):
        heads.setdefault(line.page, line.text)
    counted = [text if text.isdigit() else "" for text in heads.values()]
    second = counted.index("", 1)
    assert counted == [
        "", *map(str, range(2, second + 1)), "",
        *map(str, range(2, len(counted) - second)), "",
    ]  # fmt: skip
    assert looks(line_with("Đề nghị chi bộ", pdf)) == {("", 18)}
