"""Turn any text into what the paper can show as typed: the one place where markup is escaped."""

from __future__ import annotations

import html
import re
import unicodedata

from cellsecretary.core.vietnamese import tidy
from cellsecretary.papers import fonts

# A word processor's bullets live in the private area, and its hyphens and spaces have kinds.
_SAME = str.maketrans({"\uf0b7": "•", "\uf0a7": "▪", "\uf02d": "-", "\u2011": "-", "\u2010": "-"})
# Three hard spaces keep the width, the last one lets a line end there.
_HARD = "\u00a0"
_TAB = f"{_HARD * 3} "
_NAME_WORDS = 5
"""More words with capitals in a row are no name, and no line could hold them."""
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
    shown_as = {ch: _shown(ch, known) for ch in {*text}}
    if all(ch == shown for ch, shown in shown_as.items()):
        return text
    return _RUN_OF_MISSING.sub(_MISSING, "".join(shown_as[ch] for ch in text))


def _shown(ch: str, known: frozenset[int]) -> str:
    if ch in ("\n", _HARD):
        return ch
    kind = unicodedata.category(ch)
    if kind == "Zs":
        return " "
    if kind == "Cf":
        return ""
    return ch if ord(ch) in known else "\0"


def with_whole_names(text: str) -> str:
    """Give the text with hard spaces inside names, so that no line of a title ends in one."""
    runs: list[list[str]] = []
    for word in text.split(" "):
        if runs and runs[-1][-1].isalpha() and _is_named(runs[-1][-1]) and _is_named(word):
            runs[-1].append(word)
        else:
            runs.append([word])
    return " ".join((_HARD if len(run) <= _NAME_WORDS else " ").join(run) for run in runs)


def _is_named(word: str) -> bool:
    """Tell whether a word is written like one of a name; capitals throughout say nothing."""
    return word[:1].isupper() and not word[1:2].isupper()


def markup(text: str) -> str:
    """Give the text for a ReportLab paragraph, in which nothing is read as markup."""
    return html.escape(printable(text), quote=False).replace("\n", "<br/>")
