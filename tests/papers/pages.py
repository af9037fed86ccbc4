"""What a finished PDF shows, measured by another library than the one that made it."""

from __future__ import annotations

import ctypes
import io
import re
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

import pypdfium2 as pdfium
import pypdfium2.raw as raw
from pypdf import PdfReader

MM = 72 / 25.4
WIDTH, HEIGHT = 210 * MM, 297 * MM


class Glyph(NamedTuple):
    """One visible letter: its origin on the baseline and its ink, in points from bottom left."""

    page: int
    letter: str
    x: float
    baseline: float
    left: float
    bottom: float
    right: float
    top: float
    font: str
    size: float
    upright: bool


@dataclass(frozen=True)
class Line:
    """The letters of one baseline."""

    page: int
    baseline: float
    glyphs: tuple[Glyph, ...]

    @property
    def text(self) -> str:
        return "".join(glyph.letter for glyph in self.glyphs)

    @property
    def left(self) -> float:
        return min(glyph.left for glyph in self.glyphs)

    @property
    def right(self) -> float:
        return max(glyph.right for glyph in self.glyphs)


def glyphs(pdf: bytes) -> list[Glyph]:
    """All visible letters, in the order of the file."""
    return list(_glyphs(pdf))


# A test asks several things of one paper.
@lru_cache(maxsize=4)
def _glyphs(pdf: bytes) -> tuple[Glyph, ...]:
    found = []
    with pdfium.PdfDocument(pdf) as document:
        for number, page in enumerate(document, 1):
            text = page.get_textpage()
            for index in range(text.count_chars()):
                letter = chr(raw.FPDFText_GetUnicode(text, index))
                if not letter.isspace():
                    found.append(_glyph(text, index, number, letter))
    return tuple(found)


def _glyph(text: pdfium.PdfTextPage, index: int, page: int, letter: str) -> Glyph:
    x, y = ctypes.c_double(), ctypes.c_double()
    raw.FPDFText_GetCharOrigin(text, index, x, y)
    name = ctypes.create_string_buffer(100)
    raw.FPDFText_GetFontInfo(text, index, name, 100, ctypes.c_int())
    left, bottom, right, top = text.get_charbox(index)
    return Glyph(
        page=page,
        letter=letter,
        x=x.value,
        baseline=y.value,
        left=left,
        bottom=bottom,
        right=right,
        top=top,
        font=name.value.decode().partition("+")[2] or name.value.decode(),
        size=raw.FPDFText_GetFontSize(text, index),
        upright=abs(raw.FPDFText_GetCharAngle(text, index)) < 0.01,
    )


def lines(pdf: bytes) -> list[Line]:
    """The upright text by baselines, from top to bottom; columns on one baseline are one line."""
    found: dict[tuple[int, float], list[Glyph]] = {}
    for glyph in glyphs(pdf):
        if glyph.upright:
            found.setdefault((glyph.page, round(glyph.baseline, 1)), []).append(glyph)
    ordered = sorted(found.items(), key=lambda entry: (entry[0][0], -entry[0][1]))
    return [Line(page, baseline, tuple(letters)) for (page, baseline), letters in ordered]


def rules(pdf: bytes) -> list[tuple[float, float, float, float]]:
    """The drawn lines of the first page: left and right end, height on the page, thickness."""
    found = []
    with pdfium.PdfDocument(pdf) as document:
        for path in document[0].get_objects(filter=[raw.FPDF_PAGEOBJ_PATH]):
            thickness = ctypes.c_float()
            raw.FPDFPageObj_GetStrokeWidth(path, thickness)
            left, bottom, right, top = path.get_bounds()  # widened by the stroke on every side
            wide = thickness.value
            found.append((left + wide, right - wide, (bottom + top) / 2, wide))
    return found


def page_texts(pdf: bytes) -> list[str]:
    """The text of each page as extracted, without watermark and page number."""
    return [
        re.sub(
            rf"\A\s*(DỰ THẢO\s+)?({number}\s+)?" if number > 1 else r"\A\s*(DỰ THẢO\s+)?", "", text
        )
        for number, text in enumerate(_extracted(pdf), 1)
    ]


@lru_cache(maxsize=4)
def _extracted(pdf: bytes) -> tuple[str, ...]:
    return tuple(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages)


def text_of(pdf: bytes) -> str:
    """The running text of the whole paper, all white space single spaces."""
    return " ".join(" ".join(page_texts(pdf)).split())


def letters_of(pdf: bytes) -> str:
    """The running text without any white space: lines may end inside a long word."""
    return "".join(text_of(pdf).split())


def quick_letters_of(pdf: bytes) -> str:
    """The letters of the whole paper, watermarks and page numbers among them, for many papers."""
    with pdfium.PdfDocument(pdf) as document:
        texts = [page.get_textpage().get_text_range() for page in document]
    return "".join("".join(texts).split())


def bare(text: str) -> str:
    """Text without white space, to look for in `letters_of`."""
    return "".join(text.split())


def fonts(pdf: bytes) -> dict[str, bool]:
    """All fonts that the file names, and whether each is embedded."""
    reader = PdfReader(io.BytesIO(pdf))
    found: dict[str, bool] = {}
    for number in range(1, len(reader.xref[0]) + 1):
        thing = reader.get_object(number)
        if isinstance(thing, dict) and thing.get("/Type") == "/Font":
            found[str(thing["/BaseFont"])] = "/FontFile2" in thing.get("/FontDescriptor", {})
    return found
