"""What differs between two versions of a meeting, in plain words."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from textwrap import shorten
from typing import TYPE_CHECKING

from cellsecretary.core.board.differences import CUT, OTHER, changed_part

if TYPE_CHECKING:
    from cellsecretary.core.board.differences import Difference, Value
    from cellsecretary.messages import Messages

LONGEST_NAME = 80
LONGEST_VALUE = 240


def said(words: Messages, difference: Difference, *, beside: bool = False) -> str:
    """Say one thing that differs: what a later version changed, or how two `beside` differ."""
    of = shorten(difference.of, LONGEST_NAME, placeholder=f" {CUT}")
    what = words.difference("what", difference.place, of=of)
    if difference.place == OTHER:
        return what
    before, after = difference.before, difference.after
    if _is_text(before) and _is_text(after):
        before, after = changed_part(str(before), str(after))
    written = {"before": _written(words, before), "after": _written(words, after)}
    text = words.difference("beside" if beside else "later", difference.how, what=what, **written)
    return f"{text[:1].upper()}{text[1:]}"


def _is_text(value: Value) -> bool:
    return isinstance(value, str) and not isinstance(value, StrEnum)


def _written(words: Messages, value: Value) -> str:
    match value:
        case None | "":
            return words.difference("word", "nothing")
        case bool():
            return words.difference("word", "yes" if value else "no")
        case StrEnum():
            return words.value(value).lower()
        case dt.date():
            return f"{value:%d/%m/%Y}"
        case dt.time():
            return f"{value:%H:%M}"
        case (count, base):
            return f"{count}/{base}"
        case str():
            text = shorten(value, LONGEST_VALUE, placeholder=f" {CUT}")
            return words.difference("word", "quoted", text=text)
    return str(value)
