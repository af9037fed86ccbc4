"""Every Vietnamese letter arrives in every face, and no other font is named."""

from __future__ import annotations

import io
import unicodedata
from typing import TYPE_CHECKING

import pypdfium2 as pdfium
import pytest
from pypdf import PdfReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfgen.canvas import Canvas

from cellsecretary import paths
from cellsecretary.papers import fonts
from cellsecretary.papers.catalogue import render
from cellsecretary.papers.errors import Fault, PaperError
from cellsecretary.papers.fonts import Face
from tests.papers import pages, records

if TYPE_CHECKING:
    from pathlib import Path

    from cellsecretary.core.record import MeetingRecord

TONES = ["", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323"]
VOWELS = [unicodedata.normalize("NFC", vowel + tone) for vowel in "aăâeêioôơuưy" for tone in TONES]
SMALL = [letter for letter in [*VOWELS, "đ"] if not letter.isascii()]
LETTERS = SMALL + [letter.upper() for letter in SMALL]


def test_there_are_134_letters_with_marks() -> None:
    assert len(set(LETTERS)) == 134


@pytest.mark.parametrize("face", Face)
def test_all_letters_are_extracted_as_they_were_written(face: Face) -> None:
    fonts.register()
    out = io.BytesIO()
    canvas = Canvas(out, initialFontName=face.value, invariant=1)
    canvas.setFont(face.value, 14)
    for row in range(0, len(LETTERS), 20):
        canvas.drawString(50, 700 - row, "".join(LETTERS[row : row + 20]))
    canvas.save()
    pdf = out.getvalue()
    by_pypdf = "".join(PdfReader(io.BytesIO(pdf)).pages[0].extract_text().split())
    by_pdfium = "".join(pdfium.PdfDocument(pdf)[0].get_textpage().get_text_range().split())
    assert by_pypdf == by_pdfium == "".join(LETTERS)
    assert {glyph.font for glyph in pages.glyphs(pdf)} == {face.value.removesuffix("-Regular")}


@pytest.mark.parametrize("record", [records.october(), records.november()], ids=["10", "11"])
def test_only_embedded_subsets_are_named(record: MeetingRecord) -> None:
    named = pages.fonts(render("minutes", record))
    assert all(named.values())
    assert {name.partition("+")[2] for name in named} <= {
        face.value.removesuffix("-Regular") for face in Face
    }
    assert named


@pytest.mark.parametrize("broken", [False, True], ids=["missing", "damaged"])
def test_a_font_that_cannot_be_used_is_named(
    *, broken: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def find(*parts: str) -> Path:
        path = tmp_path.joinpath(*parts)
        if not broken:
            raise paths.MissingFile(path)
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(b"not a font")
        return path

    monkeypatch.setattr(paths, "resource", find)
    monkeypatch.setattr(pdfmetrics, "_fonts", {})
    with pytest.raises(PaperError) as refused:
        render("minutes", records.october())
    assert refused.value.fault is Fault.FONT_MISSING
    assert refused.value.place.endswith("LiberationSerif-Regular.ttf")
