"""All papers by name, and the two ways to get one: as bytes and as a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cellsecretary.papers.errors import Fault, PaperError
from cellsecretary.papers.target import replace_file

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from cellsecretary.core.record import MeetingRecord


def _minutes(record: MeetingRecord) -> bytes:
    # ReportLab takes a quarter of a second to import, so it waits for the first paper.
    from cellsecretary.papers.minutes import minutes

    return minutes(record)


FORMS: Mapping[str, Callable[[MeetingRecord], bytes]] = {"minutes": _minutes}
"""The papers of one meeting."""


def render(form: str, record: MeetingRecord) -> bytes:
    """Make a paper as the bytes of a PDF, always the same for the same record."""
    if form not in FORMS:
        raise PaperError(Fault.UNKNOWN_FORM, form)
    return FORMS[form](record)


def write(form: str, record: MeetingRecord, path: Path) -> None:
    """Make a paper into a file; after a failure the old file is still there."""
    replace_file(path, render(form, record))
