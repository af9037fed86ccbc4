"""Papers as a Word file: the same content under the same names of styles, for rewording."""

from __future__ import annotations

import datetime as dt
import io
import re
from typing import TYPE_CHECKING, Any

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK, WD_LINE_SPACING, WD_TAB_ALIGNMENT
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.shared import Mm, Pt
from reportlab.lib.enums import TA_CENTER, TA_JUSTIFY
from reportlab.platypus import Flowable, Paragraph, Spacer, Table
from reportlab.platypus.paragraph import _HSFrag

from cellsecretary.papers.bound import LANGUAGE
from cellsecretary.papers.flowables import Balanced, Bookmarked, Columns, Lead, Rule, Signed
from cellsecretary.papers.fonts import Face
from cellsecretary.papers.printable import printable
from cellsecretary.papers.tables import PADDING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from docx.blkcntnr import BlockItemContainer
    from docx.document import Document as WordDocument
    from docx.section import Section
    from docx.table import Table as WordTable
    from docx.text.paragraph import Paragraph as WordParagraph
    from docx.text.run import Run
    from reportlab.lib.styles import ParagraphStyle

    from cellsecretary.papers.bound import Paper

FONT = "Times New Roman"
"""What offices have; the PDF embeds a font of the same measures."""
_HYPHEN = re.compile(r"(?<=\w)-(?=\w)")
_BOLD = {Face.BOLD.value, Face.BOLD_ITALIC.value}
_ITALIC = {Face.ITALIC.value, Face.BOLD_ITALIC.value}
_WORD_2013 = "15"
"""The way of Word from 2013 on, in which tables begin at the margin and not left of it."""
_NEVER_CHANGED = dt.datetime(2000, 1, 1)
"""Moments in a file would make two files of one record differ."""


def word(papers: Sequence[Paper], title: str, author: str) -> bytes:
    """Make one Word file of papers; each begins on a page of its own."""
    document = Document()
    _set_up(document, title, author)
    writer = _Writer(document)
    for number, paper in enumerate(papers):
        section = document.add_section() if number else document.sections[0]
        if number:  # the line that ends the paper before, which must not begin a page
            _space(document.paragraphs[-1], 1)
        _lay_out(section, paper)
        for part in paper.story:
            writer.write(part, document, paper.width)
    # Word wants a line behind a table that ends the document.
    _space(document.add_paragraph(), 1)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


class _Writer:
    """Turns what stands on a sheet into paragraphs and tables of one document."""

    def __init__(self, document: WordDocument) -> None:
        self._document = document
        self._named: set[str] = set()

    def write(self, part: Flowable, into: Any, width: float, *, leads: bool = False) -> None:  # noqa: ANN401
        """Write one part into the document or a cell; `leads` keeps it with what follows."""
        match part:
            case Lead():
                self.write(part.upper, into, width, leads=True)
                self.write(part.lower, into, width, leads=leads)
            case Signed():
                self.write(part.upper, into, width, leads=True)
                if isinstance(part.lower, Columns):
                    _space(into.add_paragraph(), part.gap - _space_after(part.upper))
                self.write(part.lower, into, width, leads=leads)
            case Columns():
                self._columns(part, into)
            case Table():
                self._table(part, into, leads=leads)
            case Balanced():
                self._balanced(part, into, width, leads=leads)
            case Paragraph():
                self._paragraph(part, into, leads=leads)
            case Rule():
                _rule(into.add_paragraph(), part, width)
            case Spacer():
                _space(into.add_paragraph(), part.height)
            case _:
                msg = f"no way to write {type(part).__name__} for Word"
                raise TypeError(msg)

    def _begun(self, part: Paragraph, into: BlockItemContainer, *, leads: bool) -> WordParagraph:
        paragraph = into.add_paragraph(style=self._style(part.style))
        paragraph.paragraph_format.keep_with_next = leads or None
        return paragraph

    def _balanced(
        self, part: Balanced, into: BlockItemContainer, width: float, *, leads: bool
    ) -> None:
        """Break a title where the PDF does: by hand, as offices do it too."""
        paragraph = self._begun(part, into, leads=leads)
        for number, text in enumerate(part.lines(width)):
            run = paragraph.add_run()
            if number:
                run.add_break(WD_BREAK.LINE)
            _write_text(run, text)

    def _paragraph(self, part: Paragraph, into: BlockItemContainer, *, leads: bool) -> None:
        paragraph = self._begun(part, into, leads=leads)
        if isinstance(part, Bookmarked) and part.entry:
            _outline(paragraph, part.entry[2])
        for piece, text in _pieces(part):
            run = paragraph.add_run()
            _write_text(run, text)
            # Only what differs from the style is set, so that the style stays in charge.
            bold, italic = piece.fontName in _BOLD, piece.fontName in _ITALIC
            run.bold = bold if bold != (part.style.fontName in _BOLD) else None
            run.italic = italic if italic != (part.style.fontName in _ITALIC) else None
            run.underline = bool(piece.us_lines) or None
            if getattr(piece, "lineBreak", False):
                run.add_break(WD_BREAK.LINE)

    def _columns(self, part: Columns, into: Any) -> None:  # noqa: ANN401
        table = _new_table(into, 1, part.widths)
        _set_margins(table, left=0, right=0)
        for cell, stack, width in zip(table.rows[0].cells, part.stacks, part.widths, strict=True):
            for piece in stack:
                self.write(piece, cell, width, leads=True)
            _drop_first(cell)
            if not stack:
                _space(cell.paragraphs[0], 1)
        _unbreakable(table)

    def _table(self, part: Table, into: Any, *, leads: bool) -> None:  # noqa: ANN401
        rows = part._cellvalues  # noqa: SLF001 - ReportLab has no other way to ask
        widths = part._argW  # noqa: SLF001
        table = _new_table(into, len(rows), widths)
        table.style = "Table Grid"
        _set_margins(table, top=PADDING / 2, left=PADDING, bottom=PADDING, right=PADDING)
        for at, (row, texts) in enumerate(zip(table.rows, rows, strict=True), 1):
            stays = at == 1 or (leads and at == len(rows))
            if any(text == "" for text in texts[1:]):  # a band across all columns
                row.cells[0].merge(row.cells[-1])
                texts, stays = texts[:1], True
            for cell, text, width in zip(row.cells, texts, widths, strict=False):
                # Once ReportLab measured a table it keeps each cell as a tuple.
                for piece in text if isinstance(text, tuple) else (text,):
                    self.write(piece, cell, width - 2 * PADDING, leads=stays)
                _drop_first(cell)
        head = table.rows[0]
        for cell in head.cells:
            cell.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER
        head._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))  # noqa: SLF001
        _unbreakable(table)

    def _style(self, style: ParagraphStyle) -> str:
        """Give the name of a style, made when it is first used."""
        name: str = style.name
        if name in self._named:
            return name
        self._named.add(name)
        made = self._document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        made.base_style = self._document.styles["Normal"]
        _set_font(made.element)
        made.font.size = Pt(style.fontSize)
        made.font.bold = style.fontName in _BOLD
        made.font.italic = style.fontName in _ITALIC
        layout = made.paragraph_format
        layout.alignment = {
            TA_CENTER: WD_ALIGN_PARAGRAPH.CENTER,
            TA_JUSTIFY: WD_ALIGN_PARAGRAPH.JUSTIFY,
        }.get(style.alignment, WD_ALIGN_PARAGRAPH.LEFT)
        layout.first_line_indent = Pt(style.firstLineIndent)
        layout.space_before, layout.space_after = Pt(style.spaceBefore), Pt(style.spaceAfter)
        layout.line_spacing_rule = WD_LINE_SPACING.EXACTLY
        layout.line_spacing = Pt(style.leading)
        layout.widow_control = True
        return name


# The document


def _set_up(document: WordDocument, title: str, author: str) -> None:
    """Replace what the empty document of the library says of fonts, language and author."""
    document._body.clear_content()  # noqa: SLF001 - the template has an empty paragraph
    styles = document.styles.element
    for fonts in styles.iter(qn("w:rFonts")):
        _name_font(fonts)
    for language in styles.iter(qn("w:lang")):
        for script in ("val", "eastAsia", "bidi"):
            language.set(qn(f"w:{script}"), LANGUAGE)
    _set_font(document.styles["Normal"].element)
    for setting in document.settings.element.iter(qn("w:compatSetting")):
        if setting.get(qn("w:name")) == "compatibilityMode":
            setting.set(qn("w:val"), _WORD_2013)
    about = document.core_properties
    about.title = about.subject = printable(title)
    about.author = about.last_modified_by = printable(author)
    about.language, about.comments = LANGUAGE, ""
    about.created = about.modified = _NEVER_CHANGED


def _lay_out(section: Section, paper: Paper) -> None:
    """Give a section the page of a paper: A4, its margins, the number from the second page on."""
    layout = paper.layout
    section.page_width, section.page_height = Pt(paper.size[0]), Pt(paper.size[1])
    section.orientation = WD_ORIENT.LANDSCAPE if paper.landscape else WD_ORIENT.PORTRAIT
    section.top_margin, section.bottom_margin = Mm(layout.margin_top), Mm(layout.margin_bottom)
    section.left_margin, section.right_margin = Mm(layout.margin_left), Mm(layout.margin_right)
    section.header_distance = Mm(layout.page_number_from_top)
    section.different_first_page_header_footer = True
    first = OxmlElement("w:pgNumType")
    first.set(qn("w:start"), "1")
    section._sectPr.find(qn("w:pgMar")).addnext(first)  # noqa: SLF001
    for header, numbered in ((section.first_page_header, False), (section.header, True)):
        header.is_linked_to_previous = False
        line = header.paragraphs[0]
        line.style = "Normal"  # that of a header has tabs for American paper
        line.paragraph_format.space_after = Pt(0)
        line.paragraph_format.line_spacing_rule = WD_LINE_SPACING.SINGLE
        tabs = line.paragraph_format.tab_stops
        tabs.add_tab_stop(Pt(paper.width / 2), WD_TAB_ALIGNMENT.CENTER)
        tabs.add_tab_stop(Pt(paper.width), WD_TAB_ALIGNMENT.RIGHT)
        line.add_run("\t")
        if numbered:
            _page_field(line, layout.letterhead_size)
        if paper.marks:
            mark = line.add_run(f"\t{paper.marks}")
            mark.bold, mark.font.size = True, Pt(layout.letterhead_size)


def _page_field(line: WordParagraph, size: float) -> None:
    for kind, text in (("begin", ""), ("", "PAGE"), ("end", "")):
        run = line.add_run()
        run.font.size = Pt(size)
        element = OxmlElement("w:fldChar" if kind else "w:instrText")
        if kind:
            element.set(qn("w:fldCharType"), kind)
        else:
            element.text = text
        run._r.append(element)  # noqa: SLF001


def _set_font(owner: Any) -> None:  # noqa: ANN401
    _name_font(owner.get_or_add_rPr().get_or_add_rFonts())


def _name_font(fonts: Any) -> None:  # noqa: ANN401
    """Name the font for every script; without this Word takes its own for accented letters."""
    fonts.attrib.clear()
    for script in ("ascii", "hAnsi", "eastAsia", "cs"):
        fonts.set(qn(f"w:{script}"), FONT)


# Paragraphs


def _pieces(part: Paragraph) -> list[tuple[Any, str]]:
    """Give the text of a paragraph by its faces.

    Once ReportLab measured a paragraph it keeps words: a width, then pieces of the word.
    """
    pieces: list[tuple[Any, str]] = []
    for entry in part.frags:
        if not isinstance(entry, list):
            pieces.append((entry, entry.text))
            continue
        word = [(frag, text) for frag, text in entry[1:]]
        if word and isinstance(entry, _HSFrag):  # a word with a space behind it
            word[-1] = (word[-1][0], f"{word[-1][1]} ")
        pieces += word
    joined: list[tuple[Any, str]] = []
    for frag, text in pieces:
        if joined and joined[-1][0] is frag:
            joined[-1] = (frag, joined[-1][1] + text)
        else:
            joined.append((frag, text))
    return joined


def _write_text(run: Run, text: str) -> None:
    """Write text in which no line ends at a hyphen inside a word, such as a document's number."""
    for number, piece in enumerate(_HYPHEN.split(text)):
        if number:
            run._r.append(OxmlElement("w:noBreakHyphen"))  # noqa: SLF001
        run.add_text(piece)


def _space_after(part: Flowable) -> float:
    """Give the space that Word leaves under a part; under a table it leaves none."""
    while isinstance(part, Lead | Signed):
        part = part.lower
    return float(part.getSpaceAfter()) if isinstance(part, Paragraph) else 0.0


def _rule(line: WordParagraph, part: Rule, width: float) -> None:
    """Draw the rule as the upper border of a low line, indented to the length of the rule."""
    _space(line, part.gap)
    line.paragraph_format.left_indent = Pt((width - part.length) / 2)
    line.paragraph_format.right_indent = Pt((width - part.length) / 2)
    line.paragraph_format.space_before = Pt(part.gap)
    border = OxmlElement("w:pBdr")
    top = OxmlElement("w:top")
    eighths = str(round(part.thickness * 8))
    for name, value in (("val", "single"), ("sz", eighths), ("space", "0"), ("color", "000000")):
        top.set(qn(f"w:{name}"), value)
    border.append(top)
    line._p.get_or_add_pPr().insert_element_before(border, *_AFTER_BORDER)  # noqa: SLF001


_AFTER_BORDER = ("w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc", "w:outlineLvl", "w:rPr")
"""What the format wants behind a border among the properties of a paragraph."""


def _space(line: WordParagraph, height: float) -> None:
    line.paragraph_format.space_after = Pt(0)
    line.paragraph_format.line_spacing_rule = WD_LINE_SPACING.EXACTLY
    line.paragraph_format.line_spacing = Pt(max(height, 1))
    line.paragraph_format.keep_with_next = True


def _outline(paragraph: WordParagraph, level: int) -> None:
    """Put the paragraph into Word's list of contents."""
    mark = OxmlElement("w:outlineLvl")
    mark.set(qn("w:val"), str(level))
    paragraph._p.get_or_add_pPr().insert_element_before(mark, "w:rPr")  # noqa: SLF001


# Tables


def _new_table(into: Any, rows: int, widths: Iterable[float]) -> WordTable:  # noqa: ANN401
    lengths = [Pt(width) for width in widths]
    whole = Pt(sum(length.pt for length in lengths))
    # Columns and tables stand in the document itself, never in a cell.
    table: WordTable = into._body.add_table(rows, len(lengths), whole)  # noqa: SLF001
    table.autofit = False
    for column, length in zip(table.columns, lengths, strict=True):
        column.width = length
        for cell in column.cells:
            cell.width = length
    return table


def _set_margins(table: WordTable, **sides: float) -> None:
    """Set the space between cells' text and borders, in points, its sides in Word's order."""
    margins = OxmlElement("w:tblCellMar")
    for side, space in sides.items():
        margin = OxmlElement(f"w:{side}")
        margin.set(qn("w:w"), str(round(space * 20)))
        margin.set(qn("w:type"), "dxa")
        margins.append(margin)
    table._tblPr.find(qn("w:tblLook")).addprevious(margins)  # noqa: SLF001


def _unbreakable(table: WordTable) -> None:
    for row in table.rows:
        row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))  # noqa: SLF001


def _drop_first(cell: Any) -> None:  # noqa: ANN401
    """Take out the empty paragraph that a cell begins with, unless it is the only one."""
    if len(cell.paragraphs) > 1:
        first = cell.paragraphs[0]._p  # noqa: SLF001
        first.getparent().remove(first)
