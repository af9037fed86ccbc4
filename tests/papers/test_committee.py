"""Papers of a committee that met: its own figures, signed for it, sent to its members."""

from __future__ import annotations

from dataclasses import replace

import pytest

from cellsecretary.core.kinds import MeetingKind
from cellsecretary.core.ruleset import Authority
from cellsecretary.papers.catalogue import render
from tests.papers import pages, records

OCTOBER = records.october()
COMMITTEE = replace(
    OCTOBER,
    meeting=replace(OCTOBER.meeting, kind=MeetingKind.COMMITTEE, title="Họp chi ủy tháng 10"),
    roster=OCTOBER.roster[:5],
)


def said(form: str) -> str:
    return pages.text_of(render(form, COMMITTEE))


@pytest.mark.parametrize("form", ["minutes", "sign-in"])
def test_those_summoned_are_not_taken_for_the_whole_cell(form: str) -> None:
    assert "Tổng số thành viên được triệu tập: 5 đồng chí" in said(form)
    assert "Tổng số đảng viên của chi bộ" not in said(form)


@pytest.mark.parametrize("form", ["notice", "agenda", "assignment", "extract"])
def test_what_it_sends_out_is_signed_for_it_and_stays_with_it(form: str) -> None:
    assert COMMITTEE.rules.paper.authority is Authority.CELL
    text = said(form)
    assert "T/M CHI ỦY BÍ THƯ" in text
    assert "T/M CHI BỘ" not in text
    assert "Nơi nhận: - Các đồng chí trong chi ủy, - Lưu Chi bộ." in text


def test_without_a_list_of_receivers_it_goes_to_its_members() -> None:
    rules = COMMITTEE.rules
    bare = replace(rules, paper=replace(rules.paper, receivers=()))
    text = pages.text_of(render("notice", replace(COMMITTEE, rules=bare)))
    assert "Nơi nhận: - Các đồng chí trong chi ủy." in text
