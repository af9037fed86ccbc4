"""All papers by name, and the two ways to get one: as bytes and as a file."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from cellsecretary.core.kinds import MeetingState
from cellsecretary.core.period import Span
from cellsecretary.papers.errors import Fault, PaperError
from cellsecretary.papers.target import replace_file

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from cellsecretary.core.period import PeriodRecord
    from cellsecretary.core.record import MeetingRecord


@dataclass(frozen=True, slots=True)
class Form:
    """What a paper is about: one meeting, a period of one of these lengths (usual one first), both.

    `final` papers are never drafts: they are handed out before a meeting is closed.
    """

    spans: tuple[Span, ...] = ()
    of_meeting: bool = True
    final: bool = False


@dataclass(frozen=True, slots=True)
class Wish:
    """What is asked of a paper beside its record, by id: one member's part, chosen items."""

    member: str | None = None
    items: tuple[str, ...] = ()


FORMS: Mapping[str, Form] = {
    "notice": Form(final=True),
    "agenda": Form(final=True),
    "chair-agenda": Form(final=True),
    "sign-in": Form(final=True),
    "minutes": Form(),
    "assignment": Form(),
    "extract": Form(),
    "resolution": Form(),
    "report": Form((Span.MONTH, Span.QUARTER), of_meeting=False),
    "attendance-year": Form((Span.YEAR,), of_meeting=False),
    "fees": Form((Span.MONTH,), of_meeting=False, final=True),
}
"""The papers; `papers.makers` has the function behind each name."""


def render(form: str, record: MeetingRecord | PeriodRecord, wish: Wish | None = None) -> bytes:
    """Make a paper as the bytes of a PDF, always the same for the same record."""
    # ReportLab takes a quarter of a second to import, so it waits for the first paper.
    from cellsecretary.papers.makers import written

    if form not in FORMS:
        raise PaperError(Fault.UNKNOWN_FORM, form)
    return written(form, record, wish or Wish(), final=FORMS[form].final).pdf()


def fitting(record: MeetingRecord) -> tuple[str, ...]:
    """Name the papers that a meeting has; one that cannot be made for another reason is named."""
    from cellsecretary.papers.makers import written

    found = []
    for name, form in FORMS.items():
        if not form.of_meeting or record.meeting.state is MeetingState.CANCELLED:
            continue
        try:
            written(name, record, Wish(), final=form.final)
        except PaperError as error:
            if error.fault is Fault.NOT_FOR_THIS_MEETING:
                continue
        found.append(name)
    return tuple(found)


def write(
    form: str, record: MeetingRecord | PeriodRecord, path: Path, wish: Wish | None = None
) -> None:
    """Make a paper into a file; after a failure the old file is still there."""
    replace_file(path, render(form, record, wish))
