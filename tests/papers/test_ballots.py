"""Ballots for everybody who may vote, and the record of their count."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from cellsecretary.core.balloting import ballots_needed
from cellsecretary.core.facts import vote_base, voters_present
from cellsecretary.core.kinds import Mark, MeetingState, Needs, VoteMethod
from cellsecretary.papers.catalogue import render
from cellsecretary.papers.errors import Fault, PaperError
from tests.papers import pages, records
from tests.papers.test_layout import assert_inside_the_margins

if TYPE_CHECKING:
    from cellsecretary.core.record import MeetingRecord

QUESTION = "Đề nghị Đảng ủy xã xét kết nạp quần chúng ưu tú Nguyễn Thị Mai vào Đảng"


def record(question: str = QUESTION, issued: int | None = 41) -> MeetingRecord:
    """The October meeting with one vote by ballot."""
    full = records.october()
    vote = replace(
        full.votes[0],
        question=question,
        method=VoteMethod.BALLOT,
        needs=Needs.TWO_THIRDS,
        issued=issued,
        returned=41,
        valid=40,
        in_favour=38,
        against=1,
        other=1,
    )
    return replace(full, votes=(vote,))


def said(form: str, meeting: MeetingRecord) -> str:
    pdf = render(form, meeting)
    assert_inside_the_margins(pdf)
    return pages.text_of(pdf)


@pytest.mark.parametrize("form", ["ballots", "ballot-count"])
def test_without_a_ballot_vote_there_are_none(form: str) -> None:
    hands = replace(record(), votes=())
    with pytest.raises(PaperError) as refused:
        render(form, hands)
    assert refused.value.fault is Fault.NOT_FOR_THIS_MEETING


@pytest.mark.parametrize("form", ["ballots", "ballot-count"])
def test_a_cancelled_meeting_votes_on_nothing(form: str) -> None:
    meeting = replace(record().meeting, state=MeetingState.CANCELLED)
    with pytest.raises(PaperError) as refused:
        render(form, replace(record(), meeting=meeting))
    assert refused.value.fault is Fault.NOT_FOR_THIS_MEETING


@pytest.mark.thorough
def test_there_are_as_many_ballots_as_were_issued() -> None:
    text = said("ballots", record())
    assert text.count("PHIẾU BIỂU QUYẾT") == text.count(QUESTION) == 41
    assert text.count("Không tán thành") == text.count("Ý kiến khác") == 41


def test_before_they_are_issued_there_is_one_for_each_who_may_vote() -> None:
    meeting = record(issued=None)
    nobody = replace(
        meeting, roster=tuple(replace(line, mark=Mark.NONE) for line in meeting.roster)
    )
    assert ballots_needed(meeting, meeting.votes[0]) == voters_present(meeting)
    assert ballots_needed(nobody, nobody.votes[0]) == vote_base(nobody) > 0


def test_six_ballots_fit_on_a_page() -> None:
    first, *_ = pages.page_texts(render("ballots", record()))
    assert first.count("PHIẾU BIỂU QUYẾT") == 6


def test_nobody_who_votes_by_ballot_is_named_on_one() -> None:
    meeting = record()
    text = said("ballots", meeting)
    assert not [line.name for line in meeting.roster if line.name in text]


def test_the_ballots_of_two_votes_never_share_a_page() -> None:
    meeting = record(issued=3)
    second = replace(meeting.votes[0], id="v2", question="Câu hỏi thứ hai")
    texts = pages.page_texts(render("ballots", replace(meeting, votes=(*meeting.votes, second))))
    assert [("thứ hai" in text, "Nguyễn Thị Mai" in text) for text in texts] == [
        (False, True),
        (True, False),
    ]


@pytest.mark.parametrize("length", [5, 40, 200])
def test_a_question_of_any_length_is_printed_whole_on_each(length: int) -> None:
    question = '<b>&" ' + QUESTION + ", xem xét kỹ" * length
    text = said("ballots", record(question, issued=3))
    assert text.count(question) == 3


def test_the_count_says_every_figure_and_the_result() -> None:
    text = said("ballot-count", record())
    for row in (
        "Số phiếu phát ra 41 –",
        "Số phiếu thu về 41 –",
        "Số phiếu không thu về 0 –",
        "Số phiếu hợp lệ 40 –",
        "Số phiếu không hợp lệ 1 –",
        "Tán thành 38 86,4%",
        "Không tán thành 1 2,3%",
        "Ý kiến khác 1 2,3%",
    ):
        assert row in text
    assert "Kết quả: được thông qua (cần ít nhất 2/3)." in text
    assert "TỔ TRƯỞNG TỔ KIỂM PHIẾU" in text


def test_nothing_is_counted_before_the_meeting() -> None:
    meeting = replace(record().meeting, state=MeetingState.PLANNED)
    with pytest.raises(PaperError) as refused:
        render("ballot-count", replace(record(), meeting=meeting))
    assert refused.value.fault is Fault.NOT_FOR_THIS_MEETING
