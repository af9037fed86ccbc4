"""The words of which people make dates and times, with or without their tone marks."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from functools import lru_cache
from itertools import product

from cellsecretary.core.vietnamese import fold, tidy_line

_WORDS = (
    "một hai ba bốn tư năm lăm nhăm sáu bảy bẩy tám chín mười mươi mốt hăm "
    "ngày hôm bữa nay mai qua kia sáng trưa chiều tối đêm khuya buổi "
    "thứ chủ chúa nhật tuần này tới sắp đến sau trước vừa rồi nữa cách đây "
    "mùng mồng tháng quý hết cuối đầu giữa ngoái dương âm âl lịch rằm tết giêng chạp "
    "giờ phút rưỡi kém lúc vào đúng am"
)
VOCABULARY = tuple(_WORDS.split())
"""Every word of which dates and hours are made."""

_MOST_TOKENS = 14
"""What is longer is no date: a sentence that has one in it is not taken for it."""

_UNITS = {
    "một": 1, "mốt": 1, "hai": 2, "ba": 3, "bốn": 4, "tư": 4, "năm": 5, "lăm": 5, "nhăm": 5,
    "sáu": 6, "bảy": 7, "bẩy": 7, "tám": 8, "chín": 9,
}  # fmt: skip
_ONES = "một|hai|ba|bốn|năm|sáu|bảy|bẩy|tám|chín"
NUMBER = (
    r"(?:\d{1,2}"
    r"|(?:hai|ba|bốn|năm) mươi(?: (?:mốt|hai|ba|bốn|tư|lăm|nhăm|sáu|bảy|bẩy|tám|chín))?"
    r"|hăm (?:mốt|hai|ba|bốn|tư|lăm|nhăm|sáu|bảy|bẩy|tám|chín)"
    r"|mười(?: (?:một|hai|ba|bốn|lăm|nhăm|sáu|bảy|bẩy|tám|chín))?"
    rf"|{_ONES})"
)
"""A number up to 59, in figures or words, of text as `readings` gives it."""


def number(text: str) -> int:
    """Give the number that `NUMBER` found."""
    if text.isdecimal():
        return int(text)
    words = text.split()
    if words[0] == "hăm":
        return 20 + _UNITS[words[1]]
    if words[0] == "mười":
        return 10 + (_UNITS[words[1]] if words[1:] else 0)
    if words[1:]:
        return 10 * _UNITS[words[0]] + (_UNITS[words[2]] if words[2:] else 0)
    return _UNITS[words[0]]


def readings(text: str) -> tuple[str, ...]:
    """Give each way in which a typed text can be meant, in small letters, one space between parts.

    Tone marks that lack are put in: `thang sau` is `tháng sau` and `tháng sáu`. Marks that were
    typed are kept, so a word with a wrong one is none of ours. Who sets marks at all means a word
    without one as it stands.
    """
    tokens = _tokens(tidy_line(text).casefold())
    if not tokens or len(tokens) > _MOST_TOKENS:
        return ()
    is_marked = any(_marks(token) for token in tokens)
    choices = [
        (token,) if is_marked and token in VOCABULARY else _candidates(token) for token in tokens
    ]
    return tuple(" ".join(words) for words in product(*choices))


def _tokens(text: str) -> list[str]:
    spaced = re.sub(r"(?<=\d)(?=[^\W\d_])|(?<=[^\W\d_])(?=\d)", " ", text)
    parts = re.sub(r"([^\w\s])", r" \1 ", spaced).split()
    while parts and parts[-1] in {".", ",", ";"}:
        parts.pop()
    return parts


@lru_cache(maxsize=1024)
def _candidates(token: str) -> tuple[str, ...]:
    """Give the words of ours that a token is, without some of their marks or none."""
    marks = _marks(token)
    found = [word for word in _OF_LETTERS.get(fold(token), ()) if marks <= _marks(word)]
    return tuple(found) or (token,)


@lru_cache(maxsize=1024)
def _marks(word: str) -> Counter[str]:
    return Counter(ch for ch in unicodedata.normalize("NFD", word) if not ch.isascii())


def _by_letters() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for word in VOCABULARY:
        found[fold(word)] = (*found.get(fold(word), ()), word)
    return found


_OF_LETTERS = _by_letters()
