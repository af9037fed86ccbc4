"""What an office wants of its papers, read from the finished paper."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from cellsecretary.core.ruleset import Superior
from cellsecretary.core.vietnamese import ToneStyle
from cellsecretary.papers import render
from tests.papers.pages import text_of
from tests.papers.records import october

if TYPE_CHECKING:
    from cellsecretary.core.record import MeetingRecord

TYPED = "Ông Quý ở thôn Hòa Bình nói: «Uỷ ban khỏe»; thuở ấy quà quý, THUỶ LỢI."
FIRST = "Ông Quý ở thôn Hòa Bình nói: «Ủy ban khỏe»; thuở ấy quà quý, THỦY LỢI."
SECOND = "Ông Quý ở thôn Hoà Bình nói: «Uỷ ban khoẻ»; thuở ấy quà quý, THUỶ LỢI."


def minutes(record: MeetingRecord) -> str:
    return " ".join(text_of(render("minutes", record)).split())


def with_rules(record: MeetingRecord, **values: object) -> MeetingRecord:
    paper = replace(record.rules.paper, **values)  # type: ignore[arg-type]
    return replace(record, rules=replace(record.rules, paper=paper))


@pytest.mark.parametrize(
    ("style", "said"),
    [(ToneStyle.AS_TYPED, TYPED), (ToneStyle.FIRST, FIRST), (ToneStyle.SECOND, SECOND)],
)
def test_the_whole_paper_is_spelled_in_one_style(style: ToneStyle, said: str) -> None:
    record = october()
    item = replace(record.agenda[2], body=TYPED)
    agenda = (*record.agenda[:2], item, *record.agenda[3:])
    meeting = replace(record.meeting, place="Hội trường Ủy ban xã")
    text = minutes(with_rules(replace(record, agenda=agenda, meeting=meeting), tones=style))
    assert said in text
    places = {ToneStyle.SECOND: "Hội trường Uỷ ban xã"}
    assert places.get(style, meeting.place) in text


@pytest.mark.parametrize(
    ("typed", "wanted", "printed"),
    [
        ("Đảng bộ xã Đông Tiến", Superior.AS_TYPED, "ĐẢNG BỘ XÃ ĐÔNG TIẾN"),
        ("Đảng bộ xã Đông Tiến", Superior.COMMITTEE, "ĐẢNG ỦY XÃ ĐÔNG TIẾN"),
        ("Đảng uỷ xã Đông Tiến", Superior.BODY, "ĐẢNG BỘ XÃ ĐÔNG TIẾN"),
        ("Đảng ủy xã Đông Tiến", Superior.COMMITTEE, "ĐẢNG ỦY XÃ ĐÔNG TIẾN"),
        ("Liên chi bộ xã Đông Tiến", Superior.COMMITTEE, "LIÊN CHI BỘ XÃ ĐÔNG TIẾN"),
    ],
)
def test_the_first_line_names_the_superior_as_the_office_does(
    typed: str, wanted: Superior, printed: str
) -> None:
    record = october()
    record = replace(record, cell=replace(record.cell, superior=typed))
    text = minutes(with_rules(record, superior=wanted))
    # The line is balanced over two columns, whose texts may interleave.
    assert all(word in text[:200] for word in printed.split())
    assert ("ĐẢNG ỦY" in text[:120]) == ("ĐẢNG ỦY" in printed)


def test_an_office_may_want_both_at_once() -> None:
    rules: dict[str, object] = {"superior": Superior.COMMITTEE, "tones": ToneStyle.SECOND}
    assert "ĐẢNG UỶ" in minutes(with_rules(october(), **rules))[:120]
