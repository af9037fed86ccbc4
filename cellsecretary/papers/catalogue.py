"""All papers by name, and the two ways to get one: as bytes and as a file."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from cellsecretary.core.kinds import MeetingState
from cellsecretary.core.period import Span
from cellsecretary.core.portions import PortionKind, portions
from cellsecretary.papers.errors import Fault, PaperError
from cellsecretary.papers.target import replace_file

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from cellsecretary.core.period import PeriodRecord
    from cellsecretary.core.record import MeetingRecord
    from cellsecretary.papers.sheet import Sheet


WORD = ".docx"


@dataclass(frozen=True, slots=True)
class Form:
    """What a paper is about: one meeting, a period of one of these lengths (usual one first), both.

    `final` papers are never drafts: they are handed out though a meeting is not closed yet. Those
    that offices reword are given as a file of Word too. Of some, `portions` can be asked for alone.
    """

    spans: tuple[Span, ...] = ()
    of_meeting: bool = True
    final: bool = False
    word: bool = False
    portions: PortionKind | None = None


Wish = tuple[str, ...]
"""Ids of the portions that are asked for, in their order; without any it is the whole paper."""

FORMS: Mapping[str, Form] = {
    "notice": Form(final=True),
    "agenda": Form(final=True),
    "chair-agenda": Form(final=True),
    "sign-in": Form(final=True),
    "minutes": Form(word=True),
    "assignment": Form(portions=PortionKind.MEMBER),
    "ballots": Form(final=True),
    "ballot-count": Form(final=True),
    "score": Form(),
    "blank-set": Form(final=True),
    "extract": Form(portions=PortionKind.ITEM),
    "resolution": Form(word=True, portions=PortionKind.RESOLUTION),
    "meeting-file": Form((Span.YEAR, Span.QUARTER, Span.MONTH)),
    "report": Form((Span.MONTH, Span.QUARTER), of_meeting=False, word=True),
    "petitions": Form(
        (Span.QUARTER, Span.MONTH, Span.YEAR), of_meeting=False, final=True, word=True
    ),
    "year": Form((Span.YEAR,), of_meeting=False),
    "attendance-year": Form((Span.YEAR,), of_meeting=False),
    "member-tasks": Form((Span.YEAR,), of_meeting=False, portions=PortionKind.MEMBER),
    "year-review": Form((Span.YEAR,), of_meeting=False),
    "year-review-form": Form(
        (Span.YEAR,), of_meeting=False, final=True, portions=PortionKind.RATED
    ),
    "fees": Form((Span.MONTH,), of_meeting=False, final=True),
    "register": Form((Span.YEAR,), of_meeting=False, final=True),
    "contacts": Form((Span.YEAR,), of_meeting=False, final=True),
    "handover": Form((Span.YEAR,), of_meeting=False, final=True),
}
"""The papers; `papers.makers` has the function behind each name."""


def render(form: str, record: MeetingRecord | PeriodRecord, wish: Wish = ()) -> bytes:
    """Make a paper as the bytes of a PDF, always the same for the same record."""
    return _sheet(form, record, wish).pdf()


def render_word(form: str, record: MeetingRecord | PeriodRecord, wish: Wish = ()) -> bytes:
    """Make a paper as the bytes of a Word file, if the office may reword it."""
    if form in FORMS and not FORMS[form].word:
        raise PaperError(Fault.NOT_FOR_WORD, form)
    return _sheet(form, record, wish).word()


def render_archive(form: str, record: MeetingRecord | PeriodRecord, wish: Wish = ()) -> bytes:
    """Make a paper as the bytes of a PDF/A-2b; it needs the extra `archive` of the package."""
    from cellsecretary.papers.archive import archival

    return archival(render(form, record, wish), form)


def _sheet(form: str, record: MeetingRecord | PeriodRecord, wish: Wish) -> Sheet:
    # ReportLab takes a quarter of a second to import, so it waits for the first paper.
    from cellsecretary.papers.makers import written

    if form not in FORMS:
        raise PaperError(Fault.UNKNOWN_FORM, form)
    if not _has(form, record, wish):
        raise PaperError(Fault.NOT_FOR_THIS_MEETING, form)
    return written(form, record, wish, final=FORMS[form].final)


def _has(form: str, record: MeetingRecord | PeriodRecord, wish: Wish) -> bool:
    """Tell whether a paper has every portion that is asked for."""
    kind = FORMS[form].portions
    if kind is None:
        return not wish
    return {*wish} <= {portion.id for portion in portions(record, kind)}


def fitting(record: MeetingRecord) -> tuple[str, ...]:
    """Name the papers that a meeting has; one that cannot be made for another reason is named."""
    from cellsecretary.papers.makers import written

    found = []
    for name, form in FORMS.items():
        if not form.of_meeting or record.meeting.state is MeetingState.CANCELLED:
            continue
        try:
            written(name, record, (), final=form.final)
        except PaperError as error:
            if error.fault is Fault.NOT_FOR_THIS_MEETING:
                continue
        found.append(name)
    return tuple(found)


def write(
    form: str,
    record: MeetingRecord | PeriodRecord,
    path: Path,
    wish: Wish = (),
    *,
    archive: bool = False,
) -> None:
    """Make a paper into a file, of Word by its suffix; after a failure the old one is there.

    With `archive` a PDF is made to be kept for decades.
    """
    pdf = render_archive if archive else render
    make = render_word if path.suffix.lower() == WORD else pdf
    replace_file(path, make(form, record, wish))
