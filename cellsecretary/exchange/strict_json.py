"""JSON of strangers: what it says is read in one way only, and nothing in it takes long."""

from __future__ import annotations

import json
import re
from typing import Any
from unicodedata import normalize

from cellsecretary.exchange.packet_zip import Flaw, PacketError

_DEEPEST = 64
_LONGEST_NUMBER = 20
# Possessive, and without its end too: else a text of a million quotes is gone over a million times.
_TOKEN = re.compile(r'"(?:[^"\\]++|\\.)*+"?|[\[\]{}]', re.DOTALL)


def strict_json(data: bytes, name: str) -> Any:  # noqa: ANN401 - JSON has no narrower type
    """Read the JSON of a file of a packet; what is no JSON, or strange, raises `PacketError`."""
    try:
        text = data.decode("utf-8")
        _insist_on_depth(text)
        return json.loads(
            text,
            parse_constant=_refuse,
            parse_int=_whole,
            parse_float=_fraction,
            object_pairs_hook=_object,
        )
    except (ValueError, RecursionError) as wrong:
        raise PacketError(Flaw.DAMAGED, name) from wrong


def _insist_on_depth(text: str) -> None:
    depth = 0
    for found in _TOKEN.finditer(text):
        token = found[0]
        if token in "[{":
            depth += 1
            if depth > _DEEPEST:
                raise ValueError(depth)
        elif token in "]}":
            depth -= 1


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
