"""The four faces of Liberation Serif, which every paper embeds, and what they can print."""

from __future__ import annotations

from enum import StrEnum
from functools import lru_cache

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFError, TTFont

from cellsecretary import paths
from cellsecretary.papers.errors import Fault, PaperError


class Face(StrEnum):
    """A face by the name of its file and of its font inside the PDF."""

    REGULAR = "LiberationSerif-Regular"
    BOLD = "LiberationSerif-Bold"
    ITALIC = "LiberationSerif-Italic"
    BOLD_ITALIC = "LiberationSerif-BoldItalic"


def register() -> None:
    """Make the faces known to ReportLab, whose table of fonts is global; do nothing twice.

    A face that is not installed or not a font raises `PaperError`.
    """
    known = pdfmetrics.getRegisteredFontNames()
    for face in Face:
        if face not in known:
            pdfmetrics.registerFont(_load(face))


def _load(face: Face) -> TTFont:
    try:
        path = paths.resource("fonts", f"{face}.ttf")
    except paths.MissingFile as missing:
        raise PaperError(Fault.FONT_MISSING, str(missing.path)) from missing
    try:
        return TTFont(face.value, str(path))
    except (TTFError, OSError) as unusable:
        raise PaperError(Fault.FONT_MISSING, str(path)) from unusable


@lru_cache(maxsize=1)
def letters() -> frozenset[int]:
    """Give the code points that all four faces can print."""
    faces = [pdfmetrics.getFont(face).face.charToGlyph for face in Face]
    return frozenset(set(faces[0]).intersection(*faces[1:]))


def width(text: str, face: Face, size: float) -> float:
    """Measure a line of text in points."""
    return float(pdfmetrics.stringWidth(text, face.value, size))


def ascent(face: Face, size: float) -> float:
    """Measure how far a line reaches above its baseline, in points."""
    return float(pdfmetrics.getAscent(face.value, size))
