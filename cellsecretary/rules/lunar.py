"""The day of the Vietnamese lunar calendar, reckoned for the meridian of Hà Nội (UTC+7)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime as dt

YEARS = range(1900, 2101)
"""The years that can be reckoned."""

HOURS_FROM_UTC = 7.0


@dataclass(frozen=True, slots=True)
class LunarDay:
    """A day of the lunar calendar; `leap` is said of its month."""

    day: int
    month: int
    leap: bool


def lunar_day(day: dt.date) -> LunarDay | None:
    """Give the lunar date of a day, None outside of `YEARS`."""
    if day.year not in YEARS:
        return None
    # Most runs of the program never ask.
    from lunar_vn import solar_to_lunar

    found = solar_to_lunar(day, HOURS_FROM_UTC)
    return LunarDay(found.day, found.month, found.leap)
