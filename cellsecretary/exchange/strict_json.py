"""JSON of strangers: what it says is read in one way only, in little time and room."""

from __future__ import annotations

import json
from typing import Any
from unicodedata import normalize

from cellsecretary.exchange.packet_zip import Flaw, PacketError

LARGEST = 64 << 10
"""Bytes of a file that says no more than a manifest does."""

MOST_VALUES = 200_000
"""Commas and brackets of a file: the year of a cell of fifty members has a quarter of it."""

_DEEPEST = 64
_LONGEST_NUMBER = 20


def strict_json(data: bytes, name: str, largest: int = LARGEST) -> Any:  # noqa: ANN401 - JSON
    """Read the JSON of a file of a packet; what is no JSON, or strange, raises `PacketError`."""
    # Three bytes can become a hundred in memory: so much is looked at before anything is built.
    if len(data) > largest or sum(map(data.count, (b",", b"[", b"{"))) > MOST_VALUES:
        raise PacketError(Flaw.TOO_LARGE, name)
    try:
        plain = json.loads(
            data.decode("utf-8"),
            parse_constant=_refuse,
            parse_int=_whole,
            parse_float=_fraction,
            object_pairs_hook=_object,
        )
        _insist_on_depth(plain)
    except (ValueError, RecursionError) as wrong:
        raise PacketError(Flaw.DAMAGED, name) from wrong
    return plain


def _insist_on_depth(plain: object) -> None:
    level = [plain]
    for _ in range(_DEEPEST):
        if not level:
            return
        level = [
            value
            for one in level
            if isinstance(one, (dict, list))
            for value in (one.values() if isinstance(one, dict) else one)
        ]
    if any(isinstance(one, (dict, list)) for one in level):
        raise ValueError(_DEEPEST)


def _refuse(word: str) -> None:
    raise ValueError(word)


def _whole(text: str) -> int:
    if len(text) > _LONGEST_NUMBER:
        raise ValueError(text[:_LONGEST_NUMBER])
    return int(text)


def _fraction(text: str) -> float:
    if len(text) > _LONGEST_NUMBER:
        raise ValueError(text[:_LONGEST_NUMBER])
    number = float(text)
    if number in (float("inf"), float("-inf")):
        raise ValueError(text)
    return number


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    # As texts are read: two ways to write one letter do not make two keys.
    built = {normalize("NFC", key): value for key, value in pairs}
    if len(built) != len(pairs):
        raise ValueError("a key stands twice")
    return built
