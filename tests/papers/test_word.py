"""Papers for Word: the same words under named styles, with fonts, page and language set."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from typing import TYPE_CHECKING, Any, TypeAlias

import docx
import pytest
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

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
        yield "".join(piece.text or "" for piece in element.iter(qn("w:t")))


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
