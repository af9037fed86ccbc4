"""What earlier minutes said on the same point, and when a text is still theirs."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from cellsecretary.core.earlier_text import earlier_text, is_as_before, meetings_before
from cellsecretary.core.kinds import MeetingKind, MeetingState, Part
from cellsecretary.core.register import CellRecord
from cellsecretary.core.rows import Meeting
from tests.papers import records


def held(day: dt.date, kind: MeetingKind = MeetingKind.REGULAR, hour: int = 19) -> Meeting:
    state = MeetingState.CLOSED
    return Meeting(f"{day}-{hour}", day, kind, "", dt.time(hour), "", state=state)


def days(register: CellRecord, meeting: Meeting) -> list[str]:
    return [one.id for one in meetings_before(register, meeting)]


def test_three_meetings_back_the_newest_first() -> None:
    meetings = [held(dt.date(2026, month, 3)) for month in range(1, 7)]
    register = CellRecord(records.cell(), meetings=tuple(meetings))
    assert days(register, meetings[5]) == [meetings[at].id for at in (4, 3, 2)]
    assert days(register, meetings[1]) == [meetings[0].id]
    assert days(register, meetings[0]) == []


def test_only_held_ones_count_and_those_of_the_committee_are_apart() -> None:
    now = held(dt.date(2026, 6, 3))
    thematic = held(dt.date(2026, 5, 3), MeetingKind.THEMATIC)
    committee = held(dt.date(2026, 5, 30), MeetingKind.COMMITTEE)
    running = replace(held(dt.date(2026, 5, 4)), state=MeetingState.RUNNING)
    others = [
        replace(held(dt.date(2026, 5, at + 5)), state=state)
        for at, state in enumerate((MeetingState.PLANNED, MeetingState.CANCELLED))
    ]
    same_day = held(now.date, hour=8)
    meetings = (now, thematic, committee, running, *others, same_day)
    register = CellRecord(records.cell(), meetings=meetings)
    assert days(register, now) == [same_day.id, running.id, thematic.id]
    later = held(dt.date(2026, 6, 30), MeetingKind.COMMITTEE)
    assert days(register, later) == [committee.id]


@pytest.mark.parametrize(
    ("title", "part", "found"),
    [
        ("Báo cáo kết quả tháng 10", Part.CONTENT, True),
        ("bao cao  kết quả tháng 9", Part.CONTENT, True),
        ("Báo cáo kết quả quý", Part.CONTENT, False),
        ("Báo cáo kết quả tháng 10", Part.OPENING, False),
    ],
)
def test_a_point_is_the_same_when_only_figures_differ(title: str, part: Part, found: bool) -> None:
    record = records.october()
    item = next(one for one in record.agenda if one.part is Part.CONTENT)
    told = replace(item, title=title, part=part, body="Đã làm xong 320 m.")
    before = replace(record, agenda=(told,))
    now = replace(item, title="Báo cáo kết quả tháng 11")
    assert earlier_text(now, before) == ("Đã làm xong 320 m." if found else "")
    skipped = replace(record, agenda=(replace(told, skipped=True),))
    assert earlier_text(now, skipped) == ""


def test_a_text_is_as_before_until_a_word_differs() -> None:
    assert is_as_before("Đã  làm\nxong.", "Đã làm xong.")
    assert not is_as_before("Đã làm xong!", "Đã làm xong.")
    assert not is_as_before(" ", " ")
