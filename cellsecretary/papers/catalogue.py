"""All papers by name, and the two ways to get one: as bytes and as a file."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from cellsecretary.core.period import PeriodRecord, Span
from cellsecretary.papers.errors import Fault, PaperError
from cellsecretary.papers.target import replace_file

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from cellsecretary.core.record import MeetingRecord


@dataclass(frozen=True, slots=True)
class Form:
    """What a paper is about: one meeting, or a period of one of these lengths, the usual one first.

    `final` papers are never drafts: they are handed out before a meeting is closed.
    """

    spans: tuple[Span, ...] = ()
    final: bool = False


FORMS: Mapping[str, Form] = {"minutes": Form()}
"""The papers; `papers.makers` has the function behind each name."""


def render(form: str, record: MeetingRecord | PeriodRecord) -> bytes:
    """Make a paper as the bytes of a PDF, always the same for the same record."""
    if form not in FORMS:
        raise PaperError(Fault.UNKNOWN_FORM, form)
    # ReportLab takes a quarter of a second to import, so it waits for the first paper.
    from cellsecretary.papers.makers import OF_MEETING, OF_PERIOD
    from cellsecretary.papers.sheet import Sheet

    draft = record.is_draft and not FORMS[form].final
    sheet = Sheet(form, record.rules.paper, draft=draft)
    if isinstance(record, PeriodRecord):
        OF_PERIOD[form](sheet, record)
    else:
        OF_MEETING[form](sheet, record)
    return sheet.pdf()


def write(form: str, record: MeetingRecord | PeriodRecord, path: Path) -> None:
    """Make a paper into a file; after a failure the old file is still there."""
    replace_file(path, render(form, record))
