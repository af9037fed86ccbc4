"""Dates and times as people here type and read them; what is unclear is never guessed."""

from __future__ import annotations

import datetime as dt
import re

from cellsecretary.core.vietnamese import fold

_DATE = re.compile(r"(\d{1,2})\s*[/.\-\s]\s*(\d{1,2})(?:\s*[/.\-\s]\s*(\d{4}|\d{2}))?")
_RUN = re.compile(r"(\d\d)(\d\d)(\d{4}|\d\d)")
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
# Of folded text: "7 giờ 30 phút", with or without its marks.
_TIME = re.compile(r"(\d{1,2})\s*(?:[:.,hg]|gio)\s*(?:(\d{2})\s*(?:p|phut)?)?")
_TIME_RUN = re.compile(r"(\d{1,2})(\d{2})?")
_YEARS_AHEAD = 20


def read_date(text: str, near: dt.date) -> dt.date | None:
    """Read a typed date; None when it is none, or does not exist.

    Day, month, year in this order: `3/11/2026`, `3-11-26`, `3.11`, `031126`. A year of two
    digits lies at most 20 years after `near`; without a year, the date closest to `near`.
    """
    text = text.strip()
    if iso := _ISO.fullmatch(text):
        year, month, day = (int(group) for group in iso.groups())
        return _existing(year, month, day)
    match = _DATE.fullmatch(text) or _RUN.fullmatch(text)
    if match is None:
        return None
    day, month = int(match[1]), int(match[2])
    if match[3] is None:
        years = (near.year - 1, near.year, near.year + 1)
        found = [date for year in years if (date := _existing(year, month, day))]
        return min(found, key=lambda date: abs(date - near), default=None)
    year = int(match[3])
    if len(match[3]) == 2:
        year += 2000
        while year > near.year + _YEARS_AHEAD:
            year -= 100
    return _existing(year, month, day)


def write_date(date: dt.date | None) -> str:
    """Write a date as it is read here, empty for none: `03/11/2026`."""
    return f"{date.day:02}/{date.month:02}/{date.year:04}" if date else ""


def read_time(text: str) -> dt.time | None:
    """Read a typed time of day; None when it is none: `19:30`, `19h30`, `7 giờ`, `1930`."""
    text = fold(text.strip())
    match = _TIME.fullmatch(text) or _TIME_RUN.fullmatch(text)
    if match is None:
        return None
    hour, minute = int(match[1]), int(match[2] or 0)
    return dt.time(hour, minute) if hour < 24 and minute < 60 else None


def write_time(time: dt.time | None) -> str:
    """Write a time as it is read here, empty for none: `07:30`."""
    return f"{time.hour:02}:{time.minute:02}" if time else ""


def _existing(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None
