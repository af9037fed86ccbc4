"""The Vietnamese language as the program needs it: tidy text, search folding, name order."""

from __future__ import annotations

import re
import unicodedata
from enum import StrEnum
from functools import lru_cache

# Horn, breve and circumflex make another letter; the other five marks are tones.
_ALPHABET = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_RANK = {letter: rank for rank, letter in enumerate(_ALPHABET)}
_LETTER_MARKS = {"\u0306", "\u0302", "\u031b"}
_TONES = {"\u0300": 1, "\u0309": 2, "\u0303": 3, "\u0301": 4, "\u0323": 5}
# They turn what follows around, in names of files too; no Vietnamese text has them.
_DIRECTIONS = dict.fromkeys(
    (0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A))
)
_LINE_BREAKS = _DIRECTIONS | dict.fromkeys(map(ord, "\u2028\u2029\r\x0b\x0c"), "\n")


SPELLED_IN_TWO_WAYS = ("ủy", "hòa", "khỏe")
"""One word with each ending whose tone has two usual places."""


class ToneStyle(StrEnum):
    """On which vowel of an open oa, oe, uy offices want the tone; the other vowels are no matter.

    `FIRST` writes ủy and hòa, `SECOND` uỷ and hoà.
    """

    AS_TYPED = "as_typed"
    FIRST = "first"
    SECOND = "second"


SortKey = tuple[tuple[int, ...], tuple[int, ...]]


def tidy(text: str) -> str:
    """Make typed or imported text storable: NFC, one kind of line break, no control characters.

    Lone surrogates and control characters would break SQLite, XML or the printed page; marks of
    direction would show a text other than it is.
    """
    text = text.replace("\r\n", "\n").translate(_LINE_BREAKS)
    kept = (ch for ch in text if ch in "\n\t" or unicodedata.category(ch) not in _UNPRINTABLE)
    # What stood between a letter and its mark is gone only now.
    return unicodedata.normalize("NFC", "".join(kept))


_UNPRINTABLE = {"Cc", "Cs", "Cn"}


def tidy_line(text: str) -> str:
    """Make a one-line text storable: as `tidy`, with white space folded to single spaces."""
    return " ".join(tidy(text).split())


def place_tones(text: str, style: ToneStyle) -> str:
    """Write the whole text in one style of placing tones, in NFC; nothing else of it changes.

    Only syllables that end in oa, oe or uy are spelled in two ways: quý, hoàn, thuở have one.
    """
    if style is ToneStyle.AS_TYPED:
        return text
    return _OPEN_PAIR.sub(
        lambda found: _PLACES[found[0]][style is ToneStyle.SECOND],
        unicodedata.normalize("NFC", text),
    )


def _tone_places() -> dict[str, tuple[str, str]]:
    """Give for both spellings of each toned pair, in any case, the one and the other spelling."""
    places = {}
    for first, second in ("oa", "oe", "uy"):
        for head in (first, first.upper()):
            for tail in (second, second.upper()):
                for tone in _TONES:
                    pair = (
                        unicodedata.normalize("NFC", f"{head}{tone}{tail}"),
                        unicodedata.normalize("NFC", f"{head}{tail}{tone}"),
                    )
                    places[pair[0]] = places[pair[1]] = pair
    return places


_PLACES = _tone_places()
# After q the u is no vowel; a letter behind closes the syllable, a second mark is no writing.
_OPEN_PAIR = re.compile(rf"(?<![qQ])(?:{'|'.join(_PLACES)})(?![^\W\d_]|[\u0300-\u036f])")


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """Fold text for search: no marks, no case, đ as d; `họp Chi bộ` and `hop chi bo` are equal."""
    return fold_long(text)


def fold_long(text: str) -> str:
    """Fold as `fold` does, and keep nothing of it: for texts that do not come again."""
    return text.translate(_FOLDED)


class _Folded(dict[int, str]):
    """What each letter becomes: that of one does not hang on those around it."""

    def __missing__(self, code: int) -> str:
        decomposed = unicodedata.normalize("NFD", chr(code).casefold())
        bare = "".join(ch for ch in decomposed if not unicodedata.combining(ch))
        return self.setdefault(code, bare.replace("đ", "d"))


_FOLDED = _Folded()


@lru_cache(maxsize=65536)
def spelling_key(text: str) -> str:
    """Give a key equal for spellings that differ in case and place of tone alone: Thuỷ, THỦY."""
    words = []
    for word in unicodedata.normalize("NFD", text.casefold()).split():
        tones = "".join(ch for ch in word if ch in _TONES)
        letters = "".join(ch for ch in word if ch not in _TONES)
        words.append(unicodedata.normalize("NFC", letters) + tones)
    return " ".join(words)


@lru_cache(maxsize=65536)
def sort_key(text: str) -> SortKey:
    """Give the key of Vietnamese dictionary order: letters first, then tones of the whole text.

    Tone order: ngang, huyền, hỏi, ngã, sắc, nặng. Anything that is no letter sorts before a.
    """
    letters: list[int] = []
    tones: list[int] = []
    for ch in unicodedata.normalize("NFC", text.casefold()):
        marks = unicodedata.normalize("NFD", ch)
        tone = next((_TONES[mark] for mark in marks[1:] if mark in _TONES), 0)
        bare = unicodedata.normalize(
            "NFC", marks[0] + "".join(mark for mark in marks[1:] if mark in _LETTER_MARKS)
        )
        letters.append(_RANK.get(bare, -1))
        tones.append(tone)
    return tuple(letters), tuple(tones)


def list_key(text: str) -> tuple[tuple[SortKey, int], ...]:
    """Give the key of lists: dictionary order, numbers in it by their size: thôn 2, thôn 10."""
    words = [*re.split(r"(\d{1,18})", text), "-1"]
    pairs = zip(words[::2], words[1::2], strict=True)
    return tuple((sort_key(word), int(number)) for word, number in pairs)


def name_key(name: str) -> tuple[SortKey, SortKey, SortKey]:
    """Give the key that sorts people as lists do: given name, then family name, then the middle."""
    words = name.split() or [""]
    return sort_key(words[-1]), sort_key(words[0]), sort_key(" ".join(words[1:-1]))
