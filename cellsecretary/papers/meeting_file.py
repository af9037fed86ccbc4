"""All papers of one meeting, or of a whole period, bound into one file with its contents."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cellsecretary.core.kinds import MeetingState
from cellsecretary.papers.catalogue import FORMS
from cellsecretary.papers.errors import Fault, PaperError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from cellsecretary.core.period import PeriodRecord
    from cellsecretary.core.record import MeetingRecord
    from cellsecretary.papers.sheet import Sheet

    Write = Callable[[str, Sheet, "MeetingRecord | PeriodRecord"], None]

OF_A_MEETING = (
    "notice",
    "agenda",
    "sign-in",
    "minutes",
    "ballot-count",
    "resolution",
    "assignment",
    "score",
)
"""What is filed of a meeting, in this order; the rest is handed out or cut apart."""
OF_A_PERIOD = ("report", "year", "attendance-year")


def meeting_file(sheet: Sheet, record: MeetingRecord, write: Write) -> None:
    """Write every paper that a meeting has, after the list of them."""
    if record.meeting.state is MeetingState.CANCELLED:
        raise PaperError(Fault.NOT_FOR_THIS_MEETING, sheet.form)
    _papers(sheet, record, OF_A_MEETING, write)
    _contents(sheet, record, record.meeting.title)


def period_file(sheet: Sheet, period: PeriodRecord, write: Write) -> None:
    """Write every paper of every meeting of a period, and those of the period itself."""
    for record in period.records:
        sheet.group(record.meeting.title)
        _papers(sheet, record, OF_A_MEETING, write)
    named = sheet.words.period(period.period)
    sheet.group(named)
    fitting = [form for form in OF_A_PERIOD if period.period.span in FORMS[form].spans]
    _papers(sheet, period, fitting, write)
    _contents(sheet, period, named)


def _papers(
    sheet: Sheet, record: MeetingRecord | PeriodRecord, forms: Sequence[str], write: Write
) -> None:
    """Write the papers that fit, each under the rules of its own record."""
    for form in forms:
        title = sheet.words.say(f"file.{form}")
        draft = record.is_draft and not FORMS[form].final
        sheet.chapter(form, title, record.rules.paper, draft=draft)
        try:
            write(form, sheet, record)
        except PaperError as refused:
            if refused.fault is not Fault.NOT_FOR_THIS_MEETING:
                raise


def _contents(sheet: Sheet, record: MeetingRecord | PeriodRecord, subject: str) -> None:
    """Write the list of contents and put it first."""
    sheet.cover("meeting-file", record.rules.paper)
    sheet.letterhead(record.cell, None)
    sheet.title(sheet.words.say("file.name"), subject)
    sheet.contents()
