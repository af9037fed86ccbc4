"""Days, hours and due dates as the screens say them; the words of papers are in the rule files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QDate, QLocale, QObject

from cellsecretary.core.due import Due
from cellsecretary.core.kinds import DocumentState, Mark, MeetingState, PetitionState
from cellsecretary.core.period import QUARTERS, Span
from cellsecretary.core.track import TrackState
from cellsecretary.rules.lunar import lunar_day
from cellsecretary.ui.chips import State

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Mapping, Sequence

    from cellsecretary.core.due import DueState
    from cellsecretary.core.kinds import DocumentType
    from cellsecretary.core.period import Period
    from cellsecretary.core.portions import Portion
    from cellsecretary.core.rows import Document
    from cellsecretary.core.track import TrackLine
    from cellsecretary.messages import Messages

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

MARK_STATES = {
    Mark.NONE: State.NONE,
    Mark.PRESENT: State.GOOD,
    Mark.EXCUSED: State.CARE,
    Mark.UNEXCUSED: State.BAD,
}
DOCUMENT_STATES = {
    DocumentState.DRAFT: State.CARE,
    DocumentState.ADOPTED: State.GOOD,
    DocumentState.POSTED: State.GOOD,
    DocumentState.REPLACED: State.NONE,
}

PETITION_STATES = {
    PetitionState.TO_SEND: State.CARE,
    PetitionState.WAITING: State.NONE,
    PetitionState.TO_TELL: State.BAD,
    PetitionState.DONE: State.GOOD,
}


def day_text(day: dt.date | None) -> str:
    """Give a day as figures, empty for none."""
    return day.strftime("%d/%m/%Y") if day else ""


def long_day_text(day: dt.date) -> str:
    """Give a day with its weekday in the language of the window."""
    weekday = QLocale().toString(QDate(day.year, day.month, day.day), "dddd")
    return f"{weekday[:1].upper()}{weekday[1:]}, {day_text(day)}"


def near_day_text(day: dt.date) -> str:
    """Give a day with its weekday where the year is plain."""
    return long_day_text(day).rpartition("/")[0]


def month_text(month: dt.date) -> str:
    """Name a month with its year."""
    template = QCoreApplication.translate("Wording", "Month {month} of {year}")
    return template.format(month=month.month, year=month.year)


def period_text(period: Period) -> str:
    """Name a month, a quarter or the whole where its year is plain."""
    match period.span:
        case Span.MONTH:
            template = QCoreApplication.translate("Wording", "Month {number}")
            return template.format(number=period.number)
        case Span.QUARTER:
            template = QCoreApplication.translate("Wording", "Quarter {number}")
            return template.format(number=QUARTERS[period.number - 1])
    return QCoreApplication.translate("Wording", "Whole year")


def lunar_text(day: dt.date, words: Messages) -> str:
    """Name the day of the lunar calendar, empty where it cannot be reckoned."""
    lunar = lunar_day(day)
    return words.lunar(lunar) if lunar else ""


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


def track_text(line: TrackLine) -> str:
    """Say when a step of a meeting's track was done, by when it is due, or how late it is."""
    match line.state:
        case TrackState.DONE:
            return day_text(line.done)
        case TrackState.LATE:
            template = QCoreApplication.translate("Wording", "{day}: {late}")
            return template.format(day=day_text(line.done), late=_Counted().days_late(line.days))
        case TrackState.OVERDUE:
            return _Counted().days_late(line.days)
        case TrackState.MISSED:
            return QCoreApplication.translate("Wording", "not noted")
        case TrackState.DUE if not line.days:
            return QCoreApplication.translate("Wording", "due today")
        case TrackState.DUE:
            template = QCoreApplication.translate("Wording", "due {day}")
            return template.format(day=day_text(line.by))


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


def document_text(document: Document, signs: Mapping[DocumentType, str], words: Messages) -> str:
    """Name a document by its type, its number and what it is about."""
    template = QCoreApplication.translate("Wording", "{type} {number}: {title}")
    return template.format(
        type=words.value(document.type), number=number_text(document, signs), title=document.title
    )


def runs_text(runs: Iterable[range]) -> str:
    """Name runs of numbers by their ends."""
    return ", ".join(
        f"{run[0]:02}" if len(run) == 1 else f"{run[0]:02}–{run[-1]:02}" for run in runs
    )


def portions_text(portions: Sequence[Portion]) -> str:
    """Name one portion with its number, several by their numbers alone; empty for none."""
    if len(portions) == 1:
        return f"{portions[0].number}. {portions[0].title}"
    return ", ".join(str(portion.number) for portion in portions)


class _Counted(QObject):
    """Words with a number: lupdate finds plurals in `tr` alone, not in `translate`."""

    def days_left(self, days: int) -> str:
        return self.tr("%n day(s) left", "", days)

    def days_late(self, days: int) -> str:
        return self.tr("%n day(s) late", "", days)
