"""Dates as people here type and read them; what is unclear is never guessed."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from dataclasses import dataclass
from enum import Enum, auto

from cellsecretary.core.moment_words import NUMBER, number, readings

_YEARS_AHEAD = 20


class UnclearDate(Enum):
    """Why a text is taken for no date."""

    OTHER = auto()
    NO_SUCH_DAY = auto()
    OTHER_WEEKDAY = auto()
    WHICH_WEEK = auto()
    WHICH_MONTH = auto()
    WHICH_DAY = auto()
    LUNAR = auto()
    TWO_MEANINGS = auto()


@dataclass(frozen=True, slots=True)
class DateReading:
    """What was understood of a text: a date, or why it is none; nothing of an empty one.

    `said_solar` tells that a word was used which many say of the lunar calendar too.
    """

    date: dt.date | None = None
    unclear: UnclearDate | None = None
    said_solar: bool = False


@dataclass(frozen=True, slots=True)
class _Asked:
    """The days that a text is read against."""

    near: dt.date
    today: dt.date
    ahead: bool


def read_date(
    text: str, near: dt.date, today: dt.date | None = None, *, ahead: bool = False
) -> dt.date | None:
    """Read a typed date; None when it is none, or not clear. As `understand_date`."""
    return understand_date(text, near, today, ahead=ahead).date


def understand_date(
    text: str, near: dt.date, today: dt.date | None = None, *, ahead: bool = False
) -> DateReading:
    """Read a typed date, or tell why it is none.

    Day, month, year in this order: `3/11/2026`, `3-11-26`, `3.11`, `031126`, `3 tháng 11`. A year
    of two digits lies at most 20 years after `near`; without a year, the date closest to `near`.
    A day alone (`ngày 20`, `mùng 5`, which is one of the solar calendar here) lies in the month
    that brings it closest to `near`; with `ahead` it never lies before. Words as `mai` and
    `thứ Năm tới` count from `today`, without it from `near`.
    """
    asked = _Asked(near, today or near, ahead)
    found = [reading for words in readings(text) if (reading := _understand(words, asked))]
    dates = {reading.date for reading in found if reading.date}
    is_vague = any(reading.unclear is UnclearDate.WHICH_DAY for reading in found)
    if len(dates) + is_vague > 1:
        return DateReading(unclear=UnclearDate.TWO_MEANINGS)
    for reading in found:
        if reading.date:
            return reading
    if found:
        return found[0]
    return DateReading(unclear=UnclearDate.OTHER if text.strip() else None)


def write_date(date: dt.date | None) -> str:
    """Write a date as it is read here, empty for none: `03/11/2026`."""
    return f"{date.day:02}/{date.month:02}/{date.year:04}" if date else ""


# The grammar, of text as `readings` gives it

_WEEKDAY = r"(?:(?:thứ|t) (?:hai|ba|tư|năm|sáu|bảy|bẩy|[2-7])|chủ nhật|chúa nhật|cn)"
_WEEKDAYS = {
    "hai": 0, "ba": 1, "tư": 2, "năm": 3, "sáu": 4, "bảy": 5, "bẩy": 5, "nhật": 6, "cn": 6,
    "2": 0, "3": 1, "4": 2, "5": 3, "6": 4, "7": 5,
}  # fmt: skip
_PART = r"(?:sáng|trưa|chiều|tối|đêm)"
_BEFORE = rf"(?:(?P<weekday>{_WEEKDAY}) (?:, )?)?"
_SIGN = r"(?:[/.\-–] )?"
_YEAR = r"(?P<year>\d{4}|\d{2}|nay|sau|tới|ngoái|trước)"
_MONTH = rf"(?P<month>{NUMBER}|tư|này|sau|tới|trước)"
_ONLY_COUNTED = rf"(?!{NUMBER} tháng (?:sau|tới|trước))"
"""“Ba tháng trước” counts months; the third of last month is “mùng 3 tháng trước”."""
_SOLAR = r"(?: (?:dương lịch|dương|dl))?"

_FIGURES = re.compile(
    rf"{_BEFORE}(?:(?:ngày|hôm) )?(?:(?P<first>mùng|mồng) )?"
    rf"(?P<day>\d{{1,2}}) {_SIGN}(?P<month>\d{{1,2}})"
    rf"(?: {_SIGN}(?P<year>\d{{4}}|\d{{2}})| năm {_YEAR.replace('year', 'said_year')})?{_SOLAR}"
)
_RUN = re.compile(r"(?P<day>\d\d)(?P<month>\d\d)(?P<year>\d{4}|\d\d)")
_ISO = re.compile(r"(?P<year>\d{4}) - (?P<month>\d{1,2}) - (?P<day>\d{1,2})")
_NAMED = re.compile(
    rf"{_ONLY_COUNTED}{_BEFORE}(?:(?:ngày|hôm) )?(?:(?P<first>mùng|mồng) )?"
    rf"(?P<day>{NUMBER}) (?:, )?tháng {_MONTH}"
    rf"(?: (?:(?:, )?năm {_YEAR}|[,/] (?P<said_year>\d{{4}})))?{_SOLAR}"
)
_DAY_ALONE = re.compile(
    rf"{_BEFORE}(?:ngày|hôm|(?:ngày )?(?P<first>mùng|mồng)) (?P<day>{NUMBER})"
    rf"(?P<next> tới)?{_SOLAR}"
)
_NEAR_DAYS = (
    (re.compile(rf"(?:hôm|bữa|ngày|{_PART}) nay"), 0),
    (re.compile(rf"(?:(?:ngày|hôm|{_PART}) )?mai"), 1),
    (re.compile(rf"ngày kia|(?:(?:ngày|{_PART}) )?mốt"), 2),
    (re.compile(rf"(?:hôm|bữa|ngày|{_PART}) qua"), -1),
    (re.compile(r"hôm kia"), -2),
)
_IN_WEEK = re.compile(
    rf"(?:{_PART} )?(?P<weekday>{_WEEKDAY}) (?P<which>(?:sắp )?tới|sắp đến"
    r"|này|tuần này|tuần (?:sau|tới)|tuần (?:trước|rồi|vừa rồi|qua|vừa qua)|vừa rồi|vừa qua|rồi)"
)
_COUNTED = re.compile(
    rf"(?:sau )?(?P<ahead>{NUMBER}) (?P<unit>ngày|hôm|bữa|tuần|tháng) nữa"
    rf"|sau (?P<after>{NUMBER}) (?P<unit_after>ngày|hôm|tuần|tháng)"
    rf"|(?:cách đây )?(?P<ago>{NUMBER}) (?P<unit_ago>ngày|hôm|tuần|tháng) trước"
    rf"|cách đây (?P<away>{NUMBER}) (?P<unit_away>ngày|hôm|tuần|tháng)"
)
_LAST = re.compile(
    rf"(?:hết|ngày cuối) (?:tháng(?: {_MONTH})?(?: (?:năm|/) (?P<of_year>\d{{4}}))?"
    r"|quý (?P<quarter>[1-4]|i{1,3}|iv)(?: (?:năm|/) (?P<quarter_year>\d{4}))?"
    rf"|(?P<whole>năm)(?: {_YEAR})?)"
)
_UNCLEAR = (
    (re.compile(r".*\b(?:rằm|tết|giêng|chạp|âm|âl)\b.*"), UnclearDate.LUNAR),
    (re.compile(rf"(?:{_PART} )?{_WEEKDAY}(?: (?:sau|trước))?"), UnclearDate.WHICH_WEEK),
    (re.compile(NUMBER), UnclearDate.WHICH_MONTH),
    (re.compile(rf"{NUMBER} (?:ngày|tuần|tháng) (?:sau|tới)"), UnclearDate.WHICH_DAY),
    (
        re.compile(
            r"(?:(?:đầu|giữa|cuối) )?(?:tuần|tháng|quý|năm)"
            rf"(?: (?:này|sau|tới|trước|nay|ngoái|i{{1,3}}|iv|{NUMBER}))?(?: (?:năm|/) \d{{4}})?"
        ),
        UnclearDate.WHICH_DAY,
    ),
)
_QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4}


def _understand(text: str, asked: _Asked) -> DateReading | None:
    """Read one meaning of a text, None when nothing is known of it."""
    for pattern in (_ISO, _FIGURES, _RUN, _NAMED):
        if match := pattern.fullmatch(text):
            return _calendar_day(match.groupdict(), asked)
    if match := _DAY_ALONE.fullmatch(text):
        return _day_alone(match, asked)
    for pattern, days in _NEAR_DAYS:
        if pattern.fullmatch(text):
            return _made(asked.today, days)
    if match := _IN_WEEK.fullmatch(text):
        return _day_of_week(_weekday(match["weekday"]), match["which"], asked.today)
    if match := _COUNTED.fullmatch(text):
        return _counted(match, asked.today)
    if match := _LAST.fullmatch(text):
        return _last_day(match, asked.today)
    for pattern, kind in _UNCLEAR:
        if pattern.fullmatch(text):
            return DateReading(unclear=kind)
    return None


def _calendar_day(parts: dict[str, str | None], asked: _Asked) -> DateReading:
    """Make a date of its parts, the weekday asked whether it agrees."""
    day = number(parts["day"] or "")
    year = _year(parts.get("year") or parts.get("said_year"), asked)
    month = _month(parts["month"] or "", asked.today)
    if isinstance(month, tuple):
        # “Tháng sau” brings its own year.
        year, month = month if year is None else (0, 0)
    if year is not None:
        date = _existing(year, month, day)
    else:
        years = (asked.near.year - 1, asked.near.year, asked.near.year + 1)
        found = [date for one in years if (date := _existing(one, month, day))]
        date = min(found, key=lambda one: abs(one - asked.near), default=None)
    return _checked(date, parts, day)


def _day_alone(match: re.Match[str], asked: _Asked) -> DateReading:
    """Find the month that a day without one lies in."""
    day = number(match["day"])
    is_next = bool(match["next"])
    base = asked.today if is_next else asked.near
    months = (_beside(base, by) for by in (2, 1, 0, -1, -2))
    found = [date for year, month in months if (date := _existing(year, month, day))]
    if asked.ahead or is_next:
        found = [date for date in found if date > base or (date == base and not is_next)]
    # Of two that are as close the one to come is meant.
    date = min(found, key=lambda one: abs(one - base), default=None)
    return _checked(date, match.groupdict(), day)


def _checked(date: dt.date | None, parts: dict[str, str | None], day: int) -> DateReading:
    is_first = bool(parts.get("first"))
    if is_first and day > 10:
        return DateReading(unclear=UnclearDate.OTHER)
    if date is None:
        return DateReading(unclear=UnclearDate.NO_SUCH_DAY)
    weekday = parts.get("weekday")
    if weekday and date.weekday() != _weekday(weekday):
        return DateReading(unclear=UnclearDate.OTHER_WEEKDAY)
    return DateReading(date, said_solar=is_first)


def _weekday(text: str) -> int:
    return _WEEKDAYS[text.split()[-1]]


def _day_of_week(weekday: int, which: str, today: dt.date) -> DateReading:
    monday = -today.weekday()
    if which.startswith("tuần") or which == "này":
        week = {"này": 0, "sau": 1, "tới": 1}.get(which.split()[-1], -1)
        return _made(today, monday + 7 * week + weekday)
    days = (weekday - today.weekday()) % 7
    if which.endswith(("tới", "đến")):
        return _made(today, days or 7)
    return _made(today, days - 7)


def _counted(match: re.Match[str], today: dt.date) -> DateReading:
    parts = match.groupdict()
    count = next(parts[name] for name in ("ahead", "after", "ago", "away") if parts[name])
    unit = next(value for name, value in parts.items() if name.startswith("unit") and value)
    by = number(count or "") * (-1 if parts["ago"] or parts["away"] else 1)
    if unit == "tháng":
        year, month = _beside(today, by)
        date = _existing(year, month, today.day)
        return DateReading(date, None if date else UnclearDate.NO_SUCH_DAY)
    return _made(today, by * (7 if unit == "tuần" else 1))


def _last_day(match: re.Match[str], today: dt.date) -> DateReading:
    """Give the last day of a month, a quarter or a year."""
    if match["whole"]:
        year = _year(match["year"], _Asked(today, today, ahead=True))
        month = 12
    elif match["quarter"]:
        year, month = int(match["quarter_year"] or today.year), 3 * _QUARTERS[match["quarter"]]
    else:
        said = _month(match["month"] or "này", today)
        if isinstance(said, tuple):
            year, month = said
        else:
            year, month = today.year, said
        year = int(match["of_year"] or year)
    year = today.year if year is None else year
    if not (1 <= month <= 12 and 1 <= year <= 9999):
        return DateReading(unclear=UnclearDate.NO_SUCH_DAY)
    return DateReading(dt.date(year, month, calendar.monthrange(year, month)[1]))


def _month(text: str, today: dt.date) -> int | tuple[int, int]:
    """Give a month by its number, or one near today with its year."""
    near = {"này": 0, "sau": 1, "tới": 1, "trước": -1}
    if text in near:
        return _beside(today, near[text])
    return 4 if text == "tư" else number(text)


def _year(text: str | None, asked: _Asked) -> int | None:
    if text is None:
        return None
    near = {"nay": 0, "sau": 1, "tới": 1, "ngoái": -1, "trước": -1}
    if text in near:
        return asked.today.year + near[text]
    year = int(text)
    if len(text) == 2:
        year += 2000
        while year > asked.near.year + _YEARS_AHEAD:
            year -= 100
    return year


def _beside(day: dt.date, by: int) -> tuple[int, int]:
    """Give year and month of the month some months after that of a day."""
    months = 12 * day.year + day.month - 1 + by
    return months // 12, months % 12 + 1


def _made(day: dt.date, days: int) -> DateReading:
    try:
        return DateReading(day + dt.timedelta(days=days))
    except OverflowError:
        return DateReading(unclear=UnclearDate.NO_SUCH_DAY)


def _existing(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None
