"""Times of day are read as people type them, and nothing is made of what they are not."""

from __future__ import annotations

import datetime as dt
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cellsecretary.core.hours import (
    DayPart,
    TimeReading,
    UnclearTime,
    on_the_face,
    read_time,
    understand_time,
    write_time,
)
from cellsecretary.core.vietnamese import fold
from tests.core.test_moments import table

SAID = {
    DayPart.MORNING: "sáng",
    DayPart.NOON: "trưa",
    DayPart.AFTERNOON: "chiều",
    DayPart.EVENING: "tối",
    DayPart.NIGHT: "đêm",
}
READ = table("""
    19:30            → 19:30
    19h30            → 19:30
    19.30            → 19:30
    19,30            → 19:30
    19 : 30          → 19:30
    7h30             → 07:30
    19H              → 19:00
    19h00            → 19:00
    19 giờ           → 19:00
    19 giờ 30        → 19:30
    19 giờ 30 phút   → 19:30
    19 giờ 5 phút    → 19:05
    19g05            → 19:05
    19g              → 19:00
    19h30p           → 19:30
    19h30'           → 19:30
    1930             → 19:30
    730              → 07:30
    7                → 07:00
    0h15             → 00:15
    00:00            → 00:00
    23:59            → 23:59
    19 giờ rưỡi      → 19:30
    19h rưỡi         → 19:30
    7 rưỡi           → 07:30
    7 rưỡi tối       → 19:30
    7h rưỡi tối      → 19:30
    bảy rưỡi tối     → 19:30
    bảy giờ tối      → 19:00
    bẩy giờ rưỡi sáng → 07:30
    mười chín giờ    → 19:00
    mười chín giờ ba mươi → 19:30
    mười chín giờ ba mươi phút → 19:30
    hai mươi giờ mười lăm → 20:15
    7h30 tối         → 19:30
    7:30 tối         → 19:30
    7 giờ 30 tối     → 19:30
    7 giờ 30 phút tối → 19:30
    7 tối            → 19:00
    19h30 tối        → 19:30
    tối 7h30         → 19:30
    tối 7 giờ        → 19:00
    lúc 7 giờ tối    → 19:00
    vào lúc 19h30    → 19:30
    đúng 7 giờ sáng  → 07:00
    7 giờ đúng       → 07:00
    7 giờ buổi tối   → 19:00
    8 giờ sáng       → 08:00
    11 giờ trưa      → 11:00
    12 giờ trưa      → 12:00
    12h30 trưa       → 12:30
    1 giờ trưa       → 13:00
    1 giờ chiều      → 13:00
    2h chiều         → 14:00
    14h chiều        → 14:00
    5 giờ chiều      → 17:00
    6 giờ tối        → 18:00
    9 giờ tối        → 21:00
    10 giờ đêm       → 22:00
    11 giờ khuya     → 23:00
    2 giờ sáng       → 02:00
    2 giờ đêm        → 02:00
    8 giờ kém 15     → 07:45
    8 giờ kém 15 phút → 07:45
    8h kém 10 tối    → 19:50
    tám giờ kém mười lăm → 07:45
    1 giờ kém 5 chiều → 12:55
    7:30 pm          → 19:30
    7pm              → 19:00
    12 am            → 00:00
    12:15 PM         → 12:15
    7:30 CH          → 19:30
    7:30 SA          → 07:30
""")
UNCLEAR = table("""
    24:00            → NO_SUCH_HOUR
    25h              → NO_SUCH_HOUR
    19:60            → NO_SUCH_HOUR
    2460             → NO_SUCH_HOUR
    0 giờ kém 5      → NO_SUCH_HOUR
    19h sáng         → OTHER_PART
    12 giờ đêm       → OTHER_PART
    12 giờ tối       → OTHER_PART
    3 giờ tối        → OTHER_PART
    8 giờ chiều      → OTHER_PART
    13 pm            → OTHER_PART
    tối 7 giờ tối    → OTHER_PART
    tối              → WHICH_HOUR
    buổi sáng        → WHICH_HOUR
    tối nay          → WHICH_HOUR
    19:3             → OTHER
    19h3             → OTHER
    bảy              → OTHER
    7 giờ tới        → OTHER
    7 giờ rưỡi 5     → OTHER
    7 rưỡi kém 5     → OTHER
    19h30 - 21h      → OTHER
    khoảng 7 giờ     → OTHER
    7 giờ hơn        → OTHER
    19:30:00         → OTHER
    sau 7 giờ        → OTHER
    -7               → OTHER
    7/30             → OTHER
""")


def time(text: str) -> dt.time:
    return dt.time.fromisoformat(text)


@pytest.mark.parametrize(("typed", "meant"), READ)
def test_a_time_is_read_as_it_is_said(typed: str, meant: str) -> None:
    assert read_time(typed) == time(meant)


@pytest.mark.parametrize(("typed", "meant"), READ)
def test_it_is_the_same_in_capitals_apart_and_without_marks(typed: str, meant: str) -> None:
    assert read_time(typed.upper()) == time(meant)
    assert read_time(unicodedata.normalize("NFD", typed)) == time(meant)
    assert read_time(fold(typed)) == time(meant)


@pytest.mark.parametrize(("typed", "kind"), UNCLEAR)
def test_what_is_unclear_is_no_time_and_says_why(typed: str, kind: str) -> None:
    assert understand_time(typed) == TimeReading(unclear=UnclearTime[kind])


def test_an_empty_text_is_no_time_and_no_mistake() -> None:
    assert understand_time("") == TimeReading()


@given(st.times())
def test_a_written_time_is_read_back(moment: dt.time) -> None:
    assert read_time(write_time(moment)) == moment.replace(second=0, microsecond=0)


@given(st.times())
def test_a_time_said_with_its_part_of_the_day_is_read_back(moment: dt.time) -> None:
    hour, part = on_the_face(moment)
    said = f"{hour} giờ {moment.minute:02} {SAID[part]}"
    assert read_time(said) == moment.replace(second=0, microsecond=0)


@given(st.text(max_size=40))
def test_any_text_is_a_time_or_none_and_never_a_fault(text: str) -> None:
    reading = understand_time(text)
    assert reading.time is None or reading.unclear is None
