"""Papers for Word: the same words under named styles, with fonts, page and language set."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from typing import TYPE_CHECKING, Any, TypeAlias

import docx
import pytest
from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph

from cellsecretary.papers import FORMS, Fault, PaperError, render, render_word, write
from tests.papers.pages import letters_of, text_of
from tests.papers.records import november, october

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from cellsecretary.core.record import MeetingRecord

DocumentFile: TypeAlias = Any
"""As the library opens it: its types allow None in every place that a test reads."""

OF_A_MEETING = [name for name, form in FORMS.items() if form.word and form.of_meeting]
SCRIPTS = ("ascii", "hAnsi", "eastAsia", "cs")


def opened(form: str, record: MeetingRecord) -> DocumentFile:
    return docx.Document(io.BytesIO(render_word(form, record)))


def texts(file: DocumentFile) -> Iterator[str]:
    """Give every text in its order, those of tables included."""
    for element in file.element.body.iter(qn("w:p")):
        yield Paragraph(element, file).text


def bare(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize("form", OF_A_MEETING)
@pytest.mark.parametrize("record", [october(), november()], ids=["october", "november"])
def test_word_says_the_same_as_the_pdf(form: str, record: MeetingRecord) -> None:
    said = bare("".join(texts(opened(form, record))))
    printed = bare(text_of(render(form, record)))
    # The PDF has page numbers and a watermark besides; words are whole in both.
    for text in texts(opened(form, record)):
        for word in text.split():
            assert word in printed, word
    assert abs(len(said) - len(printed)) < 60


@pytest.mark.parametrize("form", OF_A_MEETING)
def test_every_style_names_its_font_for_every_script(form: str) -> None:
    file = opened(form, november())
    names = {paragraph.style.name for paragraph in file.paragraphs}
    assert {"body", "name_of_paper", "subject"} <= names
    for style in file.styles:
        fonts = style.element.find(f".//{qn('w:rFonts')}")
        if fonts is not None:
            assert {fonts.get(qn(f"w:{script}")) for script in SCRIPTS} == {"Times New Roman"}
    with zipfile.ZipFile(io.BytesIO(render_word(form, november()))) as parts:
        for name in ("word/document.xml", "word/styles.xml"):
            assert b"Theme=" not in parts.read(name)
        assert b'w:val="vi-VN"' in parts.read("word/styles.xml")


def test_the_measures_are_those_of_the_rules() -> None:
    record = november()
    layout = record.rules.paper.layout
    file = opened("minutes", record)
    (section,) = file.sections
    assert abs(section.page_width - Mm(210)) < Pt(1)
    assert abs(section.page_height - Mm(297)) < Pt(1)
    assert abs(section.left_margin - Mm(layout.margin_left)) < Pt(0.1)
    assert abs(section.header_distance - Mm(layout.page_number_from_top)) < Pt(0.1)
    assert section.different_first_page_header_footer
    body = file.styles["body"]
    assert body.font.size == Pt(layout.body_size)
    assert body.paragraph_format.line_spacing == Pt(layout.line_spacing)
    assert body.paragraph_format.space_before == Pt(layout.space_before)


def test_the_file_names_the_cell_and_not_the_library() -> None:
    about = opened("minutes", november()).core_properties
    assert about.author == november().cell.name
    assert about.title.startswith("BIÊN BẢN")
    assert about.language == "vi-VN"
    assert about.comments == ""


def test_a_draft_says_so_and_a_closed_meeting_does_not() -> None:
    for record, there in ((november(), True), (october(), False)):
        (section,) = opened("minutes", record).sections
        marks = section.header.paragraphs[0].text + section.first_page_header.paragraphs[0].text
        assert ("DỰ THẢO" in marks) == there


def test_the_number_of_a_page_is_in_the_middle_also_of_a_draft() -> None:
    (section,) = opened("minutes", november()).sections
    width = section.page_width - section.left_margin - section.right_margin
    for header in (section.header, section.first_page_header):
        (line,) = header.paragraphs
        middle, right = line.paragraph_format.tab_stops
        assert abs(middle.position * 2 - width) < Pt(0.2)
        assert abs(right.position - width) < Pt(0.2)
        assert middle.alignment == WD_TAB_ALIGNMENT.CENTER
        assert right.alignment == WD_TAB_ALIGNMENT.RIGHT
        assert line.text == "\t\tDỰ THẢO"
    assert [t.text for t in section.header._element.iter(qn("w:instrText"))] == ["PAGE"]


def test_no_line_that_ends_a_paper_can_begin_an_empty_page() -> None:
    file = opened("resolution", october())
    assert len(file.sections) == 2
    ends = [p for p in file.paragraphs if p._p.find(f".//{qn('w:sectPr')}") is not None]
    for line in (*ends, file.paragraphs[-1]):
        assert line.text == ""
        assert line.paragraph_format.line_spacing == Pt(1)
        assert line.paragraph_format.space_after == Pt(0)


def test_tables_stand_between_the_margins_with_the_space_of_the_pdf_in_their_cells() -> None:
    file = opened("resolution", november())
    modes = [
        setting.get(qn("w:val"))
        for setting in file.settings.element.iter(qn("w:compatSetting"))
        if setting.get(qn("w:name")) == "compatibilityMode"
    ]
    assert modes == ["15"]
    tables = [table for table in file.tables if table.style.name == "Table Grid"]
    assert tables
    for table in tables:
        assert abs(sum(column.width for column in table.columns) - Mm(165)) < Pt(1)
        margins = table._tblPr.find(qn("w:tblCellMar"))
        wanted = {"left": "80", "right": "80", "top": "40", "bottom": "80"}
        for side, space in wanted.items():
            assert margins.find(qn(f"w:{side}")).get(qn("w:w")) == space
        for cell in table.rows[0].cells:
            assert cell.vertical_alignment == WD_CELL_VERTICAL_ALIGNMENT.CENTER


def test_a_long_title_is_broken_where_the_pdf_breaks_it() -> None:
    file = opened("minutes", november())
    printed = text_of(render("minutes", november()))
    short, long = (p.text for p in file.paragraphs if p.style.name == "subject")
    assert short == november().meeting.title
    assert long == ("Chuyên đề: Đảng viên gương mẫu bảo\nvệ môi trường, giữ đường làng sạch đẹp")
    assert long.replace("\n", " ") in printed


def test_a_title_with_lines_of_its_own_keeps_them() -> None:
    record = november()
    meeting = replace(record.meeting, title="Họp chi bộ\nmở rộng", topic="")
    (title,) = (
        p.text
        for p in opened("minutes", replace(record, meeting=meeting)).paragraphs
        if p.style.name == "subject"
    )
    assert [line.strip() for line in title.split("\n")] == ["Họp chi bộ", "mở rộng"]


def test_the_head_and_the_last_row_of_a_table_stay_with_what_follows_them() -> None:
    record = november()
    file = opened("resolution", replace(record, agenda=(), votes=(), petitions=(), carried=()))
    (table,) = [table for table in file.tables if table.style.name == "Table Grid"]
    kept = [row.cells[0].paragraphs[0].paragraph_format.keep_with_next for row in table.rows]
    assert kept == [True, *[None] * (len(record.tasks) - 1), True]


def test_the_number_of_a_document_is_not_broken_at_its_hyphen() -> None:
    hyphens = list(opened("resolution", october()).element.body.iter(qn("w:noBreakHyphen")))
    said = "".join(texts(opened("resolution", october())))
    assert "12-NQ/CB" in said
    assert len(hyphens) == sum(said.count(number) for number in ("12-NQ", "50-CT", "42-HD"))


def test_headings_stay_with_their_text_and_are_in_the_contents() -> None:
    file = opened("minutes", november())
    headings = [p for p in file.paragraphs if p.style.name == "heading"]
    assert headings
    for heading in headings:
        assert heading.paragraph_format.keep_with_next
        assert heading._p.find(f".//{qn('w:outlineLvl')}") is not None


def test_markup_and_odd_letters_are_text() -> None:
    record = november()
    typed = '<b>&"\tNguyễn\n] ]> “…”'
    item = replace(record.agenda[0], body=typed)
    said = "\n".join(texts(opened("minutes", replace(record, agenda=(item,)))))
    assert '<b>&"' in said
    assert "] ]> “…”" in said


def test_other_papers_are_no_word_files() -> None:
    with pytest.raises(PaperError) as caught:
        render_word("notice", november())
    assert caught.value.fault is Fault.NOT_FOR_WORD


def test_the_suffix_says_which_file_is_wanted(tmp_path: Path) -> None:
    write("minutes", november(), tmp_path / "a.DOCX")
    write("minutes", november(), tmp_path / "a.pdf")
    assert (tmp_path / "a.DOCX").read_bytes().startswith(b"PK")
    assert letters_of((tmp_path / "a.pdf").read_bytes())
