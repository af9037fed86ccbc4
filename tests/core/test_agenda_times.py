"""The clock of an agenda, the title of a meeting, and guests as lines."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from cellsecretary.core.agenda_times import agenda_times
from cellsecretary.core.change import Changes, Refusal
from cellsecretary.core.guest_lines import read_guests, write_guests
from cellsecretary.core.kinds import GuestRole, MeetingKind, Part
from cellsecretary.core.operations.agenda import take_steps
from cellsecretary.core.operations.meetings import change_meeting
from cellsecretary.core.rows import AgendaItem, Guest
from cellsecretary.core.templates import general_steps
from cellsecretary.core.titles import proposed_title
from cellsecretary.rules import bundled
from cellsecretary.store.records import cell_record
from tests.building import context, record_of, replayed

if TYPE_CHECKING:
    from pathlib import Path

    from cellsecretary.core.record import MeetingRecord
    from cellsecretary.core.register import CellRecord


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> tuple[MeetingRecord, CellRecord]:
    path: Path = tmp_path_factory.mktemp("agenda") / "thon-3.chibo"
    made = replayed(path)
    return record_of(made), cell_record(made)


@pytest.fixture
def november(book: tuple[MeetingRecord, CellRecord]) -> MeetingRecord:
    return book[0]


@pytest.fixture
def register(book: tuple[MeetingRecord, CellRecord]) -> CellRecord:
    return book[1]


def with_minutes(record: MeetingRecord, *minutes: int) -> MeetingRecord:
    items = tuple(
        AgendaItem(f"i{place}", record.meeting.id, place, Part.CONTENT, "x", minutes=number)
        for place, number in enumerate(minutes, 1)
    )
    return replace(record, agenda=items)


def test_items_follow_each_other_from_the_hour_on(november: MeetingRecord) -> None:
    times = agenda_times(with_minutes(november, 5, 40, 75))
    assert list(times.begins.values()) == [dt.time(19, 30), dt.time(19, 35), dt.time(20, 15)]
    assert times.ends == dt.time(21, 30)
    assert (times.total, times.minimum, times.is_enough) == (120, 120, True)


def test_a_minute_less_than_the_rules_ask_is_not_enough(november: MeetingRecord) -> None:
    assert not agenda_times(with_minutes(november, 119)).is_enough


def test_a_skipped_item_takes_no_time(november: MeetingRecord) -> None:
    record = with_minutes(november, 5, 40, 75)
    skipped = replace(record.agenda[1], skipped=True)
    times = agenda_times(replace(record, agenda=(record.agenda[0], skipped, record.agenda[2])))
    assert times.begins == {"i1": dt.time(19, 30), "i3": dt.time(19, 35)}
    assert times.total == 80


def test_a_kind_without_a_least_length_is_always_long_enough(november: MeetingRecord) -> None:
    meeting = replace(november.meeting, kind=MeetingKind.COMMITTEE)
    times = agenda_times(with_minutes(replace(november, meeting=meeting), 10))
    assert (times.minimum, times.is_enough) == (0, True)


def test_an_agenda_past_midnight_goes_on_with_nought(november: MeetingRecord) -> None:
    assert agenda_times(with_minutes(november, 280)).ends == dt.time(0, 10)


def test_titles_name_month_quarter_and_year() -> None:
    day = dt.date(2026, 11, 3)
    rules = bundled().on(day)
    title = proposed_title(MeetingKind.REGULAR_THEMATIC, day, rules)
    assert title == "Sinh hoạt thường kỳ tháng 11 và chuyên đề quý IV năm 2026"
    assert proposed_title(MeetingKind.THEMATIC, dt.date(2026, 3, 31), rules).endswith(
        "quý I năm 2026"
    )


def test_guests_are_one_a_line_with_what_they_are_behind_the_comma() -> None:
    text = "Quan Văn Thuận, Đảng ủy viên, phụ trách chi bộ\n\n  Ma Thị  Lan \n"
    guests = read_guests(text)
    assert [(guest.name, guest.title) for guest in guests] == [
        ("Quan Văn Thuận", "Đảng ủy viên, phụ trách chi bộ"),
        ("Ma Thị Lan", ""),
    ]
    assert write_guests(guests) == "Quan Văn Thuận, Đảng ủy viên, phụ trách chi bộ\nMa Thị Lan"


def test_a_guest_who_stays_keeps_the_role() -> None:
    before = Guest("g", "m", 1, "Quan Văn Thuận", "", GuestRole.ASSIGNED_SUPERIOR)
    (guest,) = read_guests("Quan Văn Thuận, Đảng ủy viên", [before])
    assert guest == replace(before, title="Đảng ủy viên")


def test_changing_a_meeting_takes_guests_along_in_one_act(
    november: MeetingRecord, register: CellRecord
) -> None:
    old = november.guests[0]
    stays = replace(old, title="Phó bí thư Đảng ủy")
    comes = Guest("", "", 0, "Ma Thị Lan")
    plan = replace(november.meeting, place="Nhà ông Bảy")
    answer = change_meeting(november, context(), register, plan, (stays, comes))
    assert isinstance(answer, Changes)
    assert len(answer.changes) == 3
    answer = change_meeting(november, context(), register, november.meeting, ())
    assert isinstance(answer, Changes)
    assert [(change.before, change.after) for change in answer.changes] == [(old, None)]
    unchanged = change_meeting(november, context(), register, november.meeting)
    assert isinstance(unchanged, Changes)
    assert unchanged.changes == ()


def test_an_empty_agenda_can_take_the_usual_one(
    november: MeetingRecord, register: CellRecord
) -> None:
    steps = general_steps(november.rules, november.meeting.kind, register.cell.kind)
    answer = take_steps(replace(november, agenda=()), context(), register, steps)
    assert not isinstance(answer, Refusal)
    assert len(answer.changes) == len(steps)
    kept = take_steps(november, context(), register, steps)
    assert isinstance(kept, Changes)
    assert kept.changes == ()
