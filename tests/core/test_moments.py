"""Dates are read as people type them, and nothing is made of what they are not."""

from __future__ import annotations

import datetime as dt
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cellsecretary.core.moments import DateReading, UnclearDate, read_date, understand_date
from cellsecretary.core.moments import write_date as written
from cellsecretary.core.vietnamese import fold

NEAR = dt.date(2026, 11, 21)
"""A Saturday."""

WEEKDAYS = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")


def table(text: str) -> list[tuple[str, str]]:
    """Read lines of what is typed, an arrow, and the day that is meant."""
    lines = (line.split("→") for line in text.strip().splitlines())
    return [(typed.strip(), meant.strip()) for typed, meant in lines]


def day(text: str) -> dt.date:
    return dt.datetime.strptime(text, "%d/%m/%Y").date()


FIGURES = table("""
    03/11/2026       → 03/11/2026
    3/11             → 03/11/2026
    5/9              → 05/09/2026
    5/1              → 05/01/2027
    3-11-26          → 03/11/2026
    5-9-26           → 05/09/2026
    3.11.2026        → 03/11/2026
    3.11             → 03/11/2026
    3 / 11 / 2026    → 03/11/2026
    3 11 2026        → 03/11/2026
    3 11             → 03/11/2026
    3–11–2026        → 03/11/2026
    03112026         → 03/11/2026
    031126           → 03/11/2026
    2026-11-03       → 03/11/2026
    2026-1-3         → 03/01/2026
    19/5/58          → 19/05/1958
    19/5/46          → 19/05/2046
    19/5/47          → 19/05/1947
    29/2/2028        → 29/02/2028
    5/11.            → 05/11/2026
    5/11/2026,       → 05/11/2026
    ngày 5/11        → 05/11/2026
    ngày 5-11-2026   → 05/11/2026
    hôm 5/11         → 05/11/2026
    mùng 5/11        → 05/11/2026
    mồng 5/11        → 05/11/2026
    ngày mùng 5/11   → 05/11/2026
    5/11 năm nay     → 05/11/2026
    5/11 năm sau     → 05/11/2027
    5/11 năm ngoái   → 05/11/2025
    5/11 năm 2027    → 05/11/2027
    5/11 dương lịch  → 05/11/2026
    5/11 dl          → 05/11/2026
    thứ Năm, 5/11/2026      → 05/11/2026
    Thứ Năm 5/11            → 05/11/2026
    thứ Năm ngày 5/11/2026  → 05/11/2026
    T5 5/11                 → 05/11/2026
    CN 22/11                → 22/11/2026
""")
NAMED = table("""
    5 tháng 11                    → 05/11/2026
    ngày 5 tháng 11               → 05/11/2026
    ngày 5 tháng 11 năm 2026      → 05/11/2026
    Ngày 05 tháng 11 năm 2026     → 05/11/2026
    5 tháng 11, 2026              → 05/11/2026
    5 tháng 11/2026               → 05/11/2026
    mùng 5 tháng 11               → 05/11/2026
    mồng 5 tháng 11 năm 2027      → 05/11/2027
    mùng năm tháng mười một       → 05/11/2026
    mùng năm tháng năm năm 2026   → 05/05/2026
    mùng một tháng một            → 01/01/2027
    mùng mười tháng mười          → 10/10/2026
    mùng bốn tháng tư             → 04/04/2027
    mùng sáu tháng sáu            → 06/06/2026
    hai mươi tháng mười một       → 20/11/2026
    hai mươi mốt tháng mười hai   → 21/12/2026
    hai mươi lăm tháng chín       → 25/09/2026
    hăm lăm tháng chín            → 25/09/2026
    hăm mốt tháng 12              → 21/12/2026
    ba mươi tháng 11              → 30/11/2026
    ba mươi mốt tháng 12          → 31/12/2026
    mười lăm tháng mười hai       → 15/12/2026
    mười bốn tháng hai            → 14/02/2027
    hai mươi tư tháng 12          → 24/12/2026
    mùng bẩy tháng 11             → 07/11/2026
    mùng 5 tháng này              → 05/11/2026
    mùng 5 tháng sau              → 05/12/2026
    mùng 5 tháng tới              → 05/12/2026
    mùng 5 tháng trước            → 05/10/2026
    ngày 20 tháng sau             → 20/12/2026
    20 tháng này                  → 20/11/2026
    ngày 2 tháng 9 năm nay        → 02/09/2026
    ngày 2 tháng 9 năm sau        → 02/09/2027
    ngày 3 tháng 2 năm ngoái      → 03/02/2025
    5 tháng 11 năm 26             → 05/11/2026
    thứ Năm, ngày 5 tháng 11 năm 2026   → 05/11/2026
    Chủ nhật ngày 22 tháng 11     → 22/11/2026
    ngày 5 tháng 11 dương lịch    → 05/11/2026
""")
ALONE = table("""
    mùng 5           → 05/12/2026
    mồng 5           → 05/12/2026
    mùng năm         → 05/12/2026
    ngày mùng 5      → 05/12/2026
    mùng 9           → 09/11/2026
    mùng 10          → 10/11/2026
    mùng một         → 01/12/2026
    mùng 5 tới       → 05/12/2026
    mùng 5 dương lịch → 05/12/2026
    ngày 20          → 20/11/2026
    ngày 21          → 21/11/2026
    ngày 25          → 25/11/2026
    ngày 6           → 06/12/2026
    ngày 7           → 07/11/2026
    ngày hai mươi    → 20/11/2026
    ngày 20 tới      → 20/12/2026
    hôm 20           → 20/11/2026
    ngày 31          → 31/10/2026
    thứ Sáu ngày 20  → 20/11/2026
""")
SPOKEN = table("""
    hôm nay          → 21/11/2026
    bữa nay          → 21/11/2026
    sáng nay         → 21/11/2026
    tối nay          → 21/11/2026
    mai              → 22/11/2026
    ngày mai         → 22/11/2026
    sáng mai         → 22/11/2026
    chiều mai        → 22/11/2026
    tối mai          → 22/11/2026
    ngày kia         → 23/11/2026
    mốt              → 23/11/2026
    ngày mốt         → 23/11/2026
    hôm qua          → 20/11/2026
    tối qua          → 20/11/2026
    hôm kia          → 19/11/2026
    3 ngày nữa       → 24/11/2026
    ba ngày nữa      → 24/11/2026
    ba hôm nữa       → 24/11/2026
    mười ngày nữa    → 01/12/2026
    một tuần nữa     → 28/11/2026
    2 tuần nữa       → 05/12/2026
    một tháng nữa    → 21/12/2026
    sau 3 ngày       → 24/11/2026
    sau hai tuần     → 05/12/2026
    sau sáu ngày nữa → 27/11/2026
    3 ngày trước     → 18/11/2026
    hai tuần trước   → 07/11/2026
    cách đây 3 ngày  → 18/11/2026
    cách đây một tuần → 14/11/2026
    một tháng trước  → 21/10/2026
    hết tháng        → 30/11/2026
    hết tháng này    → 30/11/2026
    hết tháng 11     → 30/11/2026
    hết tháng sau    → 31/12/2026
    hết tháng hai    → 28/02/2026
    hết tháng 2/2028 → 29/02/2028
    hết tháng 11 năm 2026 → 30/11/2026
    ngày cuối tháng  → 30/11/2026
    ngày cuối tháng 12 → 31/12/2026
    hết quý IV       → 31/12/2026
    hết quý 1 năm 2027 → 31/03/2027
    hết năm          → 31/12/2026
    hết năm nay      → 31/12/2026
    hết năm sau      → 31/12/2027
    hết năm 2028     → 31/12/2028
""")
WEEKS = table("""
    thứ Năm tới      → 26/11/2026
    thứ 5 tới        → 26/11/2026
    T5 tới           → 26/11/2026
    thứ Bảy tới      → 28/11/2026
    thứ Hai tới      → 23/11/2026
    thứ tư tới       → 25/11/2026
    chủ nhật tới     → 22/11/2026
    CN tới           → 22/11/2026
    chúa nhật tới    → 22/11/2026
    thứ Năm sắp tới  → 26/11/2026
    thứ Năm này      → 19/11/2026
    thứ Năm tuần này → 19/11/2026
    chủ nhật tuần này → 22/11/2026
    thứ Hai tuần sau → 23/11/2026
    thứ Năm tuần tới → 26/11/2026
    chủ nhật tuần sau → 29/11/2026
    thứ Năm tuần trước → 12/11/2026
    thứ Năm tuần rồi → 12/11/2026
    thứ Năm vừa rồi  → 19/11/2026
    thứ Bảy vừa qua  → 14/11/2026
    thứ Sáu rồi      → 20/11/2026
    tối thứ Năm tới  → 26/11/2026
    sáng thứ Bảy tuần sau → 28/11/2026
""")
READ = [*FIGURES, *NAMED, *ALONE, *SPOKEN, *WEEKS]

UNCLEAR = table("""
    29/2             → NO_SUCH_DAY
    31/11/2026       → NO_SUCH_DAY
    11/13/2026       → NO_SUCH_DAY
    32/1             → NO_SUCH_DAY
    0/5              → NO_SUCH_DAY
    29 tháng 2 năm 2027 → NO_SUCH_DAY
    ngày 32          → NO_SUCH_DAY
    hết tháng 13     → NO_SUCH_DAY
    thứ Sáu, 5/11/2026 → OTHER_WEEKDAY
    thứ Hai ngày 5 tháng 11 → OTHER_WEEKDAY
    thứ Ba           → WHICH_WEEK
    T5               → WHICH_WEEK
    Chủ nhật         → WHICH_WEEK
    thứ Năm sau      → WHICH_WEEK
    tối thứ Năm      → WHICH_WEEK
    3                → WHICH_MONTH
    hai mươi         → WHICH_MONTH
    cuối tháng       → WHICH_DAY
    cuối tháng 11    → WHICH_DAY
    đầu tháng sau    → WHICH_DAY
    giữa tuần        → WHICH_DAY
    tuần sau         → WHICH_DAY
    tháng 11         → WHICH_DAY
    3 tháng sau      → WHICH_DAY
    ba tuần tới      → WHICH_DAY
    quý IV           → WHICH_DAY
    rằm              → LUNAR
    rằm tháng bảy    → LUNAR
    mùng 5 Tết       → LUNAR
    30 Tết           → LUNAR
    mùng 3 tháng Giêng → LUNAR
    23 tháng Chạp    → LUNAR
    5/11 âm lịch     → LUNAR
    15/7 ÂL          → LUNAR
    3/11/202         → OTHER
    3//11            → OTHER
    /11              → OTHER
    mùng 15          → OTHER
    ngày kìa         → OTHER
    hôm nào          → OTHER
    thứ tám tới      → OTHER
    thứ tứ tới       → OTHER
    5/11/2026 hoặc 6/11/2026 → OTHER
    sau Tết          → LUNAR
    đồng chí Bí thư  → OTHER
    mùng mốt tháng năm rưỡi → OTHER
    12,5             → OTHER
    -5/11            → OTHER
    3/11/2026 19:30  → OTHER
""")


@pytest.mark.parametrize(("typed", "meant"), READ)
def test_a_date_is_read_as_it_is_said(typed: str, meant: str) -> None:
    assert read_date(typed, NEAR) == day(meant)


@pytest.mark.parametrize(("typed", "meant"), READ)
def test_it_is_the_same_in_capitals_and_in_letters_taken_apart(typed: str, meant: str) -> None:
    assert read_date(typed.upper(), NEAR) == day(meant)
    assert read_date(unicodedata.normalize("NFD", typed), NEAR) == day(meant)
    assert read_date(f"  {typed.replace(' ', '   ')}\u00a0", NEAR) == day(meant)


@pytest.mark.parametrize(("typed", "meant"), READ)
def test_without_tone_marks_it_is_the_same_or_said_to_have_two_meanings(
    typed: str, meant: str
) -> None:
    reading = understand_date(fold(typed), NEAR)
    two = reading.unclear is UnclearDate.TWO_MEANINGS
    assert reading.date == day(meant) or two
    # “sau” is after and six, “mot” is one and the day after tomorrow; nothing else is unclear.
    assert not two or {"sau", "mot"} & set(fold(typed).split())


@pytest.mark.parametrize(("typed", "kind"), UNCLEAR)
def test_what_is_unclear_is_no_date_and_says_why(typed: str, kind: str) -> None:
    assert understand_date(typed, NEAR) == DateReading(unclear=UnclearDate[kind])


def test_the_tables_are_long_enough_to_be_a_grammar() -> None:
    assert len({typed for typed, _ in (*READ, *UNCLEAR)}) >= 200


@pytest.mark.parametrize(
    ("typed", "first", "second"),
    [
        ("mung 5 thang sau", "mùng 5 tháng sáu", "mùng 5 tháng sau"),
        ("ngay mot", "ngày một", "ngày mốt"),
        ("3 thang sau", "3 tháng sáu", "mùng 3 tháng sau"),
    ],
)
def test_two_meanings_of_a_text_without_marks_are_not_chosen_between(
    typed: str, first: str, second: str
) -> None:
    assert understand_date(typed, NEAR) == DateReading(unclear=UnclearDate.TWO_MEANINGS)
    assert read_date(first, NEAR) is not None
    assert read_date(second, NEAR) is not None
    assert read_date(first, NEAR) != read_date(second, NEAR)


def test_an_empty_text_is_no_date_and_no_mistake() -> None:
    assert understand_date("  ", NEAR) == DateReading()


def test_a_day_of_the_first_ten_is_one_of_the_solar_calendar_and_says_so() -> None:
    assert understand_date("mùng 5", NEAR).said_solar
    assert not understand_date("ngày 5", NEAR).said_solar
    assert not understand_date("", NEAR).said_solar


def test_in_january_a_day_of_december_is_the_last_one() -> None:
    assert read_date("28/12", dt.date(2027, 1, 4)) == dt.date(2026, 12, 28)


def test_words_count_from_today_and_what_lacks_a_month_from_the_day_near() -> None:
    meeting, today = dt.date(2026, 11, 3), dt.date(2026, 11, 25)
    assert read_date("mai", meeting, today) == dt.date(2026, 11, 26)
    assert read_date("mùng 5", meeting, today) == dt.date(2026, 11, 5)


def test_a_day_that_must_not_lie_before_is_looked_for_ahead() -> None:
    meeting = dt.date(2026, 11, 15)
    assert read_date("mùng 9", meeting) == dt.date(2026, 11, 9)
    assert read_date("mùng 9", meeting, ahead=True) == dt.date(2026, 12, 9)
    assert read_date("ngày 15", meeting, ahead=True) == meeting
    assert read_date("ngày 31", dt.date(2027, 2, 3), ahead=True) == dt.date(2027, 3, 31)


def test_a_month_later_that_has_no_such_day_is_not_bent_to_another() -> None:
    end = dt.date(2027, 1, 31)
    assert understand_date("một tháng nữa", end).unclear is UnclearDate.NO_SUCH_DAY


@pytest.mark.parametrize("today", [dt.date.min, dt.date.max, dt.date(1, 12, 31)])
@pytest.mark.parametrize("typed", [typed for typed, _ in READ])
def test_no_day_of_the_calendar_breaks_the_reading(typed: str, today: dt.date) -> None:
    understand_date(typed, today)


@given(st.dates())
def test_a_written_date_is_read_back(date: dt.date) -> None:
    assert read_date(written(date), NEAR) == date


@given(st.dates(), st.dates())
def test_a_date_said_with_its_weekday_is_read_back_on_any_day(
    date: dt.date, today: dt.date
) -> None:
    weekday = WEEKDAYS[date.weekday()]
    assert read_date(f"{weekday}, {written(date)}", today) == date
    said = f"{weekday}, ngày {date.day} tháng {date.month} năm {date.year:04}"
    assert read_date(said, today) == date
    other = WEEKDAYS[(date.weekday() + 1) % 7]
    assert read_date(f"{other}, {written(date)}", today) is None


@given(st.dates(dt.date(2000, 1, 1), dt.date(2099, 12, 31)), st.integers(0, 6))
def test_a_weekday_to_come_is_that_weekday_within_a_week(today: dt.date, weekday: int) -> None:
    coming = read_date(f"{WEEKDAYS[weekday]} tới", today)
    assert coming is not None
    assert coming.weekday() == weekday
    assert 1 <= (coming - today).days <= 7


@given(st.dates(dt.date(2000, 1, 1), dt.date(2099, 12, 31)), st.integers(1, 31))
def test_a_day_alone_is_never_farther_than_it_must_be(near: dt.date, number: int) -> None:
    found = read_date(f"ngày {number}", near)
    assert found is not None
    assert found.day == number
    assert abs(found - near).days <= 31
    ahead = read_date(f"ngày {number}", near, ahead=True)
    assert ahead is not None
    assert 0 <= (ahead - near).days <= 61


@given(st.text(max_size=40))
def test_any_text_is_a_date_or_none_and_never_a_fault(text: str) -> None:
    reading = understand_date(text, NEAR)
    assert reading.date is None or reading.unclear is None
