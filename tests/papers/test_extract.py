"""An extract has the chosen points with the numbers of the minutes, and nothing of the others."""

from __future__ import annotations

from dataclasses import replace

import pytest

from cellsecretary.core.kinds import MeetingState
from cellsecretary.papers.catalogue import render
from cellsecretary.papers.errors import Fault, PaperError
from tests.papers import pages, records


def test_only_the_chosen_points_are_in_it() -> None:
    record = records.october()
    text = pages.text_of(render("extract", record, (record.agenda[3].id,)))
    assert "TRÍCH BIÊN BẢN" in text
    assert "4. Báo cáo tình hình tháng 9" in text
    assert "Chủ trì kết luận: Nhất trí với báo cáo" in text
    assert "Triển khai Chỉ thị" not in text
    assert "T/M CHI BỘ BÍ THƯ Hà Xuân Huy" in text


def test_without_a_choice_every_point_is_in_it() -> None:
    record = records.october()
    text = pages.text_of(render("extract", record))
    assert all(item.title in text for item in record.agenda)


def test_there_is_none_of_a_meeting_that_has_not_begun() -> None:
    record = records.october()
    planned = replace(record, meeting=replace(record.meeting, state=MeetingState.PLANNED))
    with pytest.raises(PaperError) as refused:
        render("extract", planned)
    assert refused.value.fault is Fault.NOT_FOR_THIS_MEETING
