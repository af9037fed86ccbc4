"""All papers by name, and the two ways to get one: as bytes and as a file."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from cellsecretary.papers.errors import Fault, PaperError
from cellsecretary.papers.target import replace_file

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from cellsecretary.core.period import PeriodRecord, Span
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
    "minutes": Form(),
    "resolution": Form(),
}
"""The papers; `papers.makers` has the function behind each name."""


def render(form: str, record: MeetingRecord | PeriodRecord, wish: Wish | None = None) -> bytes:
    """Make a paper as the bytes of a PDF, always the same for the same record."""
    # ReportLab takes a quarter of a second to import, so it waits for the first paper.
    from cellsecretary.papers.makers import written

    if form not in FORMS:
        raise PaperError(Fault.UNKNOWN_FORM, form)
    return written(form, record, wish or Wish(), final=FORMS[form].final).pdf()


def write(
    form: str, record: MeetingRecord | PeriodRecord, path: Path, wish: Wish | None = None
) -> None:
    """Make a paper into a file; after a failure the old file is still there."""
    replace_file(path, render(form, record, wish))
