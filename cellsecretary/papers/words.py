"""The wording of papers: texts of the rule files filled in, dates, times and shares in words."""

from __future__ import annotations

from string import Template
from typing import TYPE_CHECKING

from cellsecretary.core.period import QUARTERS, Span
from cellsecretary.papers.errors import Fault, PaperError

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping

    from cellsecretary.core.period import Period

_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_SENTENCE_ENDS = (".", "!", "?", "…", ":", ";")


class Words:
    """Says things in the wording of one rule set."""

    def __init__(self, wording: Mapping[str, str]) -> None:
        self._wording = wording

    def say(self, key: str, **values: object) -> str:
        """Fill in one text; a missing text or an unknown `$name` in it raises `PaperError`."""
        try:
            return Template(self._wording[key]).substitute(values)
        except (KeyError, ValueError) as wrong:
            raise PaperError(Fault.WORDING_BROKEN, key) from wrong

    def sentence(self, key: str, **values: object) -> str:
        """Fill in one text and end it with a full stop unless it has its own end."""
        return ended(self.say(key, **values))

    def long_date(self, day: dt.date) -> str:
        """Say a date in full."""
        return self.say("date.long", **_date_parts(day))

    def short_date(self, day: dt.date) -> str:
        """Say a date in figures."""
        return self.say("date.short", **_date_parts(day))

    def day_of_week(self, day: dt.date) -> str:
        """Say a date in full, after its day of the week."""
        weekday = self.say(f"date.weekday.{_WEEKDAYS[day.weekday()]}")
        return self.say("date.with_weekday", weekday=weekday, date=self.long_date(day))

    def day_and_month(self, day: dt.date) -> str:
        """Say a date in figures, its year being known."""
        return self.say("date.day_and_month", **_date_parts(day))

    def period(self, period: Period) -> str:
        """Name a month, a quarter or a year."""
        return self.say(
            f"date.{period.span}",
            number=QUARTERS[period.number - 1] if period.span is Span.QUARTER else period.number,
            year=period.year,
        )

    def place_and_date(self, place: str, day: dt.date | None) -> str:
        """Say the line of place and date of a letterhead; without a day there is room for it."""
        date = self.long_date(day) if day else self.say("date.blank")
        return self.say("head.place_and_date", place=place, date=date)

    def clock(self, time: dt.time) -> str:
        """Say an hour and its minutes."""
        return self.say("date.time", hour=f"{time.hour:02}", minute=f"{time.minute:02}")

    def short_clock(self, time: dt.time) -> str:
        """Say an hour and its minutes in figures."""
        return self.say("date.clock", hour=f"{time.hour:02}", minute=f"{time.minute:02}")

    def percent(self, value: float | None) -> str:
        """Say a percentage with at most one decimal, after a comma; a dash when there is none."""
        if value is None:
            return self.say("figure.none")
        return self.say("figure.percent", value=self.decimal(value))

    def decimal(self, value: float) -> str:
        """Say a number with at most one decimal, after a comma."""
        return f"{value:.1f}".removesuffix(".0").replace(".", ",")

    def listing(self, texts: list[str]) -> str:
        """Say several things in one sentence."""
        return self.say("figure.comma").join(texts)


def ended(text: str) -> str:
    """Give the text with a full stop unless it ends a sentence already."""
    text = text.rstrip()
    return text if not text or text.endswith(_SENTENCE_ENDS) else f"{text}."


def inside(text: str) -> str:
    """Give a title as it reads inside a sentence; what begins with an abbreviation stays."""
    return text[:1].lower() + text[1:] if text[1:2].islower() else text


def opening(text: str) -> str:
    """Give a phrase as it reads where it stands by itself."""
    return text[:1].upper() + text[1:]


def _date_parts(day: dt.date) -> dict[str, str]:
    # Party documents write a leading zero for days below 10 and for the months 1 and 2 alone.
    month = f"{day.month:02}" if day.month < 3 else str(day.month)
    return {"day": f"{day.day:02}", "month": month, "year": f"{day.year:04}"}
