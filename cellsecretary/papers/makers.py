"""Which function writes which paper; this is where ReportLab is imported, with the first paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cellsecretary.core.period import PeriodRecord
from cellsecretary.papers.agenda import agenda, chair_agenda
from cellsecretary.papers.assignment import assignment
from cellsecretary.papers.attendance_year import attendance_year
from cellsecretary.papers.ballots import ballot_count, ballots
from cellsecretary.papers.blank_set import blank_set
from cellsecretary.papers.contacts import contacts
from cellsecretary.papers.extract import extract
from cellsecretary.papers.fees import fees
from cellsecretary.papers.handover import handover_record
from cellsecretary.papers.meeting_file import meeting_file, period_file
from cellsecretary.papers.member_tasks import member_tasks
from cellsecretary.papers.minutes import minutes
from cellsecretary.papers.notice import notice
from cellsecretary.papers.office import as_spelled
from cellsecretary.papers.petitions import petitions
from cellsecretary.papers.register_list import register_list
from cellsecretary.papers.report import report
from cellsecretary.papers.resolution import resolution
from cellsecretary.papers.score import score
from cellsecretary.papers.sheet import Sheet
from cellsecretary.papers.sign_in import sign_in
from cellsecretary.papers.year import year
from cellsecretary.papers.year_review import year_review
from cellsecretary.papers.year_review_form import year_review_form

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from cellsecretary.core.record import MeetingRecord
    from cellsecretary.papers.catalogue import Wish

OF_MEETING: Mapping[str, Callable[[Sheet, MeetingRecord], None]] = {
    "notice": notice,
    "agenda": agenda,
    "chair-agenda": chair_agenda,
    "sign-in": sign_in,
    "minutes": minutes,
    "ballots": ballots,
    "ballot-count": ballot_count,
    "score": score,
    "blank-set": blank_set,
    "meeting-file": lambda sheet, record: meeting_file(sheet, record, _write),
}
"""Each writes one paper of a meeting."""

OF_WISH: Mapping[str, Callable[[Sheet, MeetingRecord, Wish], None]] = {
    "assignment": assignment,
    "extract": extract,
    "resolution": resolution,
}
"""Each writes a paper of a meeting, or the wished portions of it."""

OF_PERIOD: Mapping[str, Callable[[Sheet, PeriodRecord], None]] = {
    "attendance-year": attendance_year,
    "contacts": contacts,
    "fees": fees,
    "petitions": petitions,
    "handover": handover_record,
    "register": register_list,
    "report": report,
    "year": year,
    "year-review": year_review,
    "meeting-file": lambda sheet, period: period_file(sheet, period, _write),
}
"""Each writes one paper of a month, a quarter or a year."""

OF_PERIOD_WISH: Mapping[str, Callable[[Sheet, PeriodRecord, Wish], None]] = {
    "member-tasks": member_tasks,
    "year-review-form": year_review_form,
}
"""Each writes a paper of a period, or the wished portions of it."""


def written(
    form: str, record: MeetingRecord | PeriodRecord, wish: Wish, *, final: bool = False
) -> Sheet:
    """Write one paper onto a new sheet."""
    record = as_spelled(record)
    sheet = Sheet(form, record.rules.paper, draft=record.is_draft and not final)
    _write(form, sheet, record, wish)
    return sheet


def _write(form: str, sheet: Sheet, record: MeetingRecord | PeriodRecord, wish: Wish = ()) -> None:
    if isinstance(record, PeriodRecord):
        if form in OF_PERIOD_WISH:
            OF_PERIOD_WISH[form](sheet, record, wish)
        else:
            OF_PERIOD[form](sheet, record)
    elif form in OF_WISH:
        OF_WISH[form](sheet, record, wish)
    else:
        OF_MEETING[form](sheet, record)
