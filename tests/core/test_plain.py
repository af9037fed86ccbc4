"""The codec of records: strict, exact, and the same text for the same value."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

from cellsecretary.core.plain import (
    PlainError,
    canonical_json,
    from_plain,
    known_part,
    plain_json,
    to_plain,
)
from cellsecretary.core.record import MeetingRecord
from cellsecretary.core.rows import AgendaItem, Meeting
from tests.building import NOVEMBER, OCTOBER, record_of, replayed

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.thorough
@pytest.mark.parametrize("day", [OCTOBER, NOVEMBER])
def test_a_record_survives_its_json_unchanged(tmp_path: Path, day: str) -> None:
    book = replayed(tmp_path / "a.chibo")
    record = record_of(book, day)
    book.close()
    text = canonical_json(record)
    again = from_plain(MeetingRecord, json.loads(text))
    assert again == record
    assert canonical_json(again) == text


ITEM = {"id": "1", "meeting": "m", "position": 1, "part": "opening", "title": "Mở đầu"}


@pytest.mark.parametrize(
    ("change", "path", "reason"),
    [
        ({"position": "1"}, "item.position", "wrong_type"),
        ({"position": True}, "item.position", "wrong_type"),
        ({"part": "middle"}, "item.part", "unknown_value"),
        ({"title": None}, "item.title", "wrong_type"),
        ({"colour": "red"}, "item.colour", "unknown_key"),
    ],
)
def test_what_does_not_fit_is_named_with_its_place(
    change: dict[str, object], path: str, reason: str
) -> None:
    with pytest.raises(PlainError) as caught:
        from_plain(AgendaItem, {**ITEM, **change}, "item")
    assert (caught.value.path, caught.value.reason) == (path, reason)


def test_a_date_that_does_not_exist_is_named() -> None:
    meeting = {"id": "m", "date": "2026-02-30", "kind": "regular", "title": "", "place": ""}
    with pytest.raises(PlainError) as caught:
        from_plain(Meeting, {**meeting, "starts": "19:30"})
    assert (caught.value.path, caught.value.reason) == ("date", "no_such_date")


@pytest.mark.parametrize(
    ("key", "text", "reason"),
    [
        *(
            ("date", text, "no_such_date")
            for text in ("20261003", "2026-W40-6", "2026-10-03T19:30")
        ),
        *(("starts", text, "no_such_time") for text in ("1930", "T19:30", "19:30:20", "19:30Z")),
    ],
)
def test_a_moment_is_written_in_one_way(key: str, text: str, reason: str) -> None:
    """Python reads more ways, and what a minute does not hold would be lost."""
    meeting = {"id": "m", "date": "2026-10-03", "kind": "regular", "title": "", "place": ""}
    with pytest.raises(PlainError) as caught:
        from_plain(Meeting, {**meeting, "starts": "19:30", key: text})
    assert (caught.value.path, caught.value.reason) == (key, reason)


def test_half_a_letter_is_no_text() -> None:
    with pytest.raises(PlainError) as caught:
        from_plain(AgendaItem, {**ITEM, "title": "a\ud800"})
    assert (caught.value.path, caught.value.reason) == ("title", "wrong_type")


def test_a_missing_value_is_named() -> None:
    with pytest.raises(PlainError) as caught:
        from_plain(AgendaItem, {"id": "1"})
    assert (caught.value.path, caught.value.reason) == ("meeting", "missing")


def test_decomposed_text_is_read_composed() -> None:
    item = from_plain(AgendaItem, {**ITEM, "title": "Mơ\u0309 đâ\u0300u"})
    assert to_plain(item)["title"] == "Mở đầu"


@dataclass(frozen=True)
class Inner:
    word: str


def test_of_a_later_program_only_what_is_known_is_read() -> None:
    plain = {"word": "một", "later": 1}
    assert known_part(Inner, plain) == {"word": "một"}
    assert known_part(tuple[Inner, ...], [plain, plain]) == [{"word": "một"}] * 2
    assert known_part(Inner | None, plain) == {"word": "một"}
    assert known_part(Inner | None, None) is None
    assert known_part(Mapping[str, Inner], {"a": plain}) == {"a": {"word": "một"}}
    assert known_part(str, plain) == plain
    assert known_part(Inner, "một") == "một"


def test_the_same_values_are_the_same_text_whatever_their_order() -> None:
    text = '{"a":[1,null],"b":{"c":"ế","d":true}}'
    assert plain_json({"b": {"d": True, "c": "ế"}, "a": [1, None]}) == text
    with pytest.raises(ValueError, match="not JSON compliant"):
        plain_json({"a": float("nan")})
