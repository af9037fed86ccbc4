"""Days, hours and due dates as the screens say them; the words of papers are in the rule files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QDate, QLocale, QObject

from cellsecretary.core.due import Due
from cellsecretary.core.kinds import MeetingState
from cellsecretary.ui.chips import State

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping, Sequence

    from cellsecretary.core.due import DueState
    from cellsecretary.core.kinds import DocumentType
    from cellsecretary.core.portions import Portion
    from cellsecretary.core.rows import Document

DUE_STATES = {
    Due.OVERDUE: State.BAD,
    Due.TODAY: State.CARE,
    Due.SOON: State.CARE,
    Due.LATER: State.NONE,
    Due.OPEN_END: State.NONE,
}
MEETING_STATES = {
    MeetingState.PLANNED: State.NONE,
    MeetingState.RUNNING: State.CARE,
    MeetingState.CLOSED: State.GOOD,
    MeetingState.CANCELLED: State.NONE,
}


def day_text(day: dt.date | None) -> str:
    """Give a day as figures, empty for none."""
    return day.strftime("%d/%m/%Y") if day else ""


def long_day_text(day: dt.date) -> str:
    """Give a day with its weekday in the language of the window."""
    weekday = QLocale().toString(QDate(day.year, day.month, day.day), "dddd")
    return f"{weekday[:1].upper()}{weekday[1:]}, {day_text(day)}"


def hour_text(hour: dt.time | None) -> str:
    """Give an hour, empty for none."""
    if hour is None:
        return ""
    template = QCoreApplication.translate("Wording", "{hour}:{minute}")
    return template.format(hour=hour.hour, minute=f"{hour.minute:02}")


def due_text(state: DueState) -> str:
    """Say how a task stands against the calendar."""
    if state.due is Due.OVERDUE:
        return QCoreApplication.translate("Wording", "overdue")
    if state.due is Due.TODAY:
        return QCoreApplication.translate("Wording", "today")
    if state.due is Due.OPEN_END:
        return QCoreApplication.translate("Wording", "no date")
    return _Counted().days_left(state.days)


def percent_text(percent: float | None) -> str:
    """Give a percentage with the decimal sign of the window's language."""
    if percent is None:
        return "–"
    return QCoreApplication.translate("Wording", "{number} %").format(
        number=QLocale().toString(percent, "f", 1)
    )


def number_text(document: Document, signs: Mapping[DocumentType, str]) -> str:
    """Give the number of a document with its type sign, as on paper."""
    return f"{document.number:02}-{signs[document.type]}/CB"


def portions_text(portions: Sequence[Portion]) -> str:
    """Name one portion with its number, several by their numbers alone; empty for none."""
    if len(portions) == 1:
        return f"{portions[0].number}. {portions[0].title}"
    return ", ".join(str(portion.number) for portion in portions)


class _Counted(QObject):
    """Words with a number: lupdate finds plurals in `tr` alone, not in `translate`."""

    def days_left(self, days: int) -> str:
        return self.tr("%n day(s) left", "", days)
