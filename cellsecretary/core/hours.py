"""Times of day as people here type, read and say them; what is unclear is never guessed."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from enum import Enum, auto

from cellsecretary.core.moment_words import NUMBER, number, readings


class DayPart(Enum):
    """The part of the day that is said with an hour of the clock face."""

    MORNING = auto()
    NOON = auto()
    AFTERNOON = auto()
    EVENING = auto()
    NIGHT = auto()


class UnclearTime(Enum):
    """Why a text is taken for no time of day."""

    OTHER = auto()
    NO_SUCH_HOUR = auto()
    OTHER_PART = auto()
    WHICH_HOUR = auto()


@dataclass(frozen=True, slots=True)
class TimeReading:
    """What was understood of a text: a time, or why it is none; nothing of an empty one."""

    time: dt.time | None = None
    unclear: UnclearTime | None = None


_PARTS = {
    "sáng": DayPart.MORNING, "trưa": DayPart.NOON, "chiều": DayPart.AFTERNOON,
    "tối": DayPart.EVENING, "đêm": DayPart.NIGHT, "khuya": DayPart.NIGHT,
}  # fmt: skip
# Which hours of the clock face a part may have, and how many to add: “7 giờ tối” is 19:00. Twelve
# at night or in the morning is left out: one says it of the day before, another of this one.
_FACE = {
    DayPart.MORNING: {hour: 0 for hour in range(1, 12)},
    DayPart.NOON: {10: 0, 11: 0, 12: 0, 1: 12, 2: 12},
    DayPart.AFTERNOON: {hour: 12 for hour in range(1, 8)},
    DayPart.EVENING: {hour: 12 for hour in range(5, 12)},
    DayPart.NIGHT: {0: 0, 1: 0, 2: 0, 3: 0, 4: 0, 9: 12, 10: 12, 11: 12},
}
# The same parts said with the hours of 24.
_WHOLE = {
    DayPart.MORNING: range(1, 12),
    DayPart.NOON: range(10, 15),
    DayPart.AFTERNOON: range(12, 20),
    DayPart.EVENING: range(17, 24),
    DayPart.NIGHT: (0, 1, 2, 3, 4, 21, 22, 23),
}
_HALVES = {"am": 0, "sa": 0, "pm": 12, "ch": 12}
"""As a computer writes the halves of the day, in English or Vietnamese."""

_PART = rf"(?:{'|'.join(_PARTS)})"
_TIME = re.compile(
    rf"(?:(?:vào )?lúc )?(?:đúng )?(?:(?:buổi )?(?P<before>{_PART}) )?"
    rf"(?:(?P<hour>{NUMBER})(?: (?:giờ|[:.,hg])"
    rf"(?: (?P<minute>\d\d|\d(?= (?:phút|ph|p|'|’|′)(?: |$))|(?!\d){NUMBER})"
    r"(?: (?:phút|ph|p|'|’|′))?)?)?"
    rf"(?P<half> rưỡi)?(?: kém (?P<less>{NUMBER})(?: (?:phút|ph|p))?)?"
    r"|(?P<run>\d{3,4}))"
    rf"(?: (?:(?:buổi )?(?P<after>{_PART})|(?P<side>am|pm|sa|ch)|đúng))?"
)


def read_time(text: str) -> dt.time | None:
    """Read a typed time of day; None when it is none, or not clear. As `understand_time`."""
    return understand_time(text).time


def understand_time(text: str) -> TimeReading:
    """Read a typed time of day, or tell why it is none.

    `19:30`, `19h30`, `19.30`, `1930`, `7 giờ`, `19 giờ rưỡi`, `8 giờ kém 15`; with the part of the
    day by the clock face too: `7h30 tối`, `1 giờ chiều`. Without it the hours are those of 24.
    """
    found = [reading for words in readings(text) if (reading := _understand(words))]
    times = {reading.time for reading in found if reading.time is not None}
    if len(times) == 1:
        return TimeReading(times.pop())
    if found and not times:
        return found[0]
    return TimeReading(unclear=UnclearTime.OTHER if text.strip() else None)


def write_time(time: dt.time | None) -> str:
    """Write a time as it is read here, empty for none: `07:30`."""
    return f"{time.hour:02}:{time.minute:02}" if time else ""


def on_the_face(time: dt.time) -> tuple[int, DayPart]:
    """Give the hour as people say it, with the part of the day: 19:30 is seven in the evening."""
    hour = time.hour
    if hour < 4:
        return hour, DayPart.NIGHT
    if hour < 11:
        return hour, DayPart.MORNING
    if hour < 13:
        return hour, DayPart.NOON
    if hour < 18:
        return hour - 12, DayPart.AFTERNOON
    return hour - 12, DayPart.EVENING if hour < 22 else DayPart.NIGHT


def _understand(text: str) -> TimeReading | None:
    match = _TIME.fullmatch(text)
    if match is None:
        alone = re.fullmatch(rf"(?:buổi )?{_PART}(?: (?:nay|mai))?", text)
        return TimeReading(unclear=UnclearTime.WHICH_HOUR) if alone else None
    time = _hour_and_minute(match)
    if time is None:
        return None
    hour, minute, said = time
    if not (0 <= hour < 24 and 0 <= minute < 60):
        return TimeReading(unclear=UnclearTime.NO_SUCH_HOUR)
    shifted = _shift(hour, said, match)
    if shifted is None:
        return TimeReading(unclear=UnclearTime.OTHER_PART)
    return TimeReading(dt.time(shifted, minute))


def _hour_and_minute(match: re.Match[str]) -> tuple[int, int, int] | None:
    """Give hour and minute, and the hour that was said; None for what nobody says."""
    if run := match["run"]:
        hour, minute = int(run[:-2]), int(run[-2:])
        return hour, minute, hour
    said = hour = number(match["hour"])
    minute = number(match["minute"]) if match["minute"] else 0
    has_sign = match["hour"].isdecimal() or match.end("hour") < len(match.string)
    if not has_sign or sum(map(bool, (match["minute"], match["half"], match["less"]))) > 1:
        return None
    if match["half"]:
        minute = 30
    elif match["less"]:
        less = number(match["less"])
        if not 0 < less < 60:
            return None
        hour, minute = hour - 1, 60 - less
    return hour, minute, said


def _shift(hour: int, said: int, match: re.Match[str]) -> int | None:
    """Give the hour of 24; None when the part of the day has no such hour."""
    if side := match["side"]:
        return hour % 12 + _HALVES[side] if said in range(1, 13) else None
    if match["before"] and match["after"]:
        return None
    name = match["before"] or match["after"]
    if name is None:
        return hour
    part = _PARTS[name]
    if said in _FACE[part]:
        return hour + _FACE[part][said]
    return hour if said in _WHOLE[part] else None
