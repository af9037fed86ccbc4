"""The lunar date: Tết and Giỗ Tổ of ten years, how a day is named, when the package is loaded."""

from __future__ import annotations

import datetime as dt
import subprocess
import sys

import pytest

from cellsecretary.messages import Messages
from cellsecretary.rules.lunar import LunarDay, lunar_day


@pytest.mark.parametrize(
    ("tet", "gio_to"),
    [
        ("2026-02-17", "2026-04-26"),
        ("2027-02-06", "2027-04-16"),
        ("2028-01-26", "2028-04-04"),
        ("2029-02-13", "2029-04-23"),
        # In China it is 3 February: new moon was between midnight in Hà Nội and in Beijing.
        ("2030-02-02", "2030-04-12"),
        ("2031-01-23", "2031-04-01"),
        ("2032-02-11", "2032-04-19"),
        ("2033-01-31", "2033-04-09"),
        ("2034-02-19", "2034-04-28"),
        ("2035-02-08", "2035-04-17"),
    ],
)
def test_tet_and_gio_to_fall_on_their_days(tet: str, gio_to: str) -> None:
    assert lunar_day(dt.date.fromisoformat(tet)) == LunarDay(1, 1, leap=False)
    assert lunar_day(dt.date.fromisoformat(gio_to)) == LunarDay(10, 3, leap=False)


@pytest.mark.parametrize(
    ("day", "vietnamese", "english"),
    [
        ("2030-02-03", "mùng 2 tháng Giêng", "day 2 of the 1st moon"),
        ("2027-08-16", "rằm tháng Bảy", "full 7th moon"),
        ("2026-12-03", "25/10 âm lịch", "25/10 lunar"),
        ("2027-01-12", "mùng 5 tháng Chạp", "day 5 of the 12th moon"),
        ("2025-08-03", "mùng 10 tháng Sáu nhuận", "day 10 of the 6th moon, leap"),
        ("2025-08-08", "rằm tháng Sáu nhuận", "full 6th moon, leap"),
        ("2025-08-10", "17/6 nhuận âm lịch", "17/6 leap, lunar"),
    ],
)
def test_a_lunar_day_is_named_as_people_do(day: str, vietnamese: str, english: str) -> None:
    found = lunar_day(dt.date.fromisoformat(day))
    assert found is not None
    assert Messages.load("vi").lunar(found) == vietnamese
    assert Messages.load("en").lunar(found) == english


def test_outside_of_the_reckoned_years_there_is_no_lunar_day() -> None:
    assert lunar_day(dt.date(1899, 12, 31)) is None
    assert lunar_day(dt.date(2101, 1, 1)) is None
    assert lunar_day(dt.date(1900, 1, 31)) == LunarDay(1, 1, leap=False)
    assert lunar_day(dt.date(2100, 12, 31)) is not None


def test_the_package_is_loaded_only_when_a_day_is_asked_for() -> None:
    code = (
        "import datetime, sys; import cellsecretary.rules.lunar as lunar; "
        "assert 'lunar_vn' not in sys.modules; lunar.lunar_day(datetime.date(2030, 2, 2)); "
        "assert 'lunar_vn' in sys.modules"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
