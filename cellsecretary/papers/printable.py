"""Turn any text into what the paper can show as typed: the one place where markup is escaped."""

from __future__ import annotations

import re
import unicodedata
from xml.sax.saxutils import escape

from cellsecretary.core.vietnamese import tidy
from cellsecretary.papers import fonts

# A word processor's bullets live in the private area, and its hyphens and spaces have kinds.
_SAME = str.maketrans({"\uf0b7": "•", "\uf0a7": "▪", "\uf02d": "-", "\u2011": "-", "\u2010": "-"})
# Three hard spaces keep the width, the last one lets a line end there.
_TAB = "\u00a0\u00a0\u00a0 "
_MISSING = "[?]"
_RUN_OF_MISSING = re.compile("\0[\0\ufe0f]*")


def lines(text: str) -> list[str]:
    """Split text where its writer did, without the empty lines: the paper spaces by itself."""
    return [line for line in map(str.strip, printable(text).split("\n")) if line]


def printable(text: str) -> str:
    """Give the text in NFC with only characters that the fonts have.

    Invisible characters go, odd spaces become spaces, and a run of characters without a glyph
    becomes one `[?]`, so that the reader sees that something stood there.
    """
    text = tidy(text).translate(_SAME).replace("\t", _TAB)
    known = fonts.letters()
    return _RUN_OF_MISSING.sub(_MISSING, "".join(_shown(ch, known) for ch in text))


def _shown(ch: str, known: frozenset[int]) -> str:
    if ch in "\n\u00a0":
        return ch
    kind = unicodedata.category(ch)
    if kind == "Zs":
        return " "
    if kind == "Cf":
        return ""
    return ch if ord(ch) in known else "\0"


def markup(text: str) -> str:
    """Give the text for a ReportLab paragraph, in which nothing is read as markup."""
    return escape(printable(text)).replace("\n", "<br/>")
