"""The text of every paper of the practice cell, kept beside the tests once it was read by eye.

`python -m tests.papers.golden NAME…` writes the named papers anew, all without a name.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from cellsecretary import paths
from cellsecretary.core.period import period_with
from cellsecretary.exchange.replay import Replay
from cellsecretary.exchange.scenario import read_scenario
from cellsecretary.papers.catalogue import FORMS, render
from cellsecretary.papers.errors import Fault, PaperError
from cellsecretary.rules import bundled
from cellsecretary.store import Book
from cellsecretary.store.records import cell_record, meeting_record, period_record
from tests.papers import pages

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cellsecretary.core.period import PeriodRecord
    from cellsecretary.core.record import MeetingRecord

FOLDER = Path(__file__).parent / "golden"


def practice_cell() -> Book:
    """Make the book of the practice cell."""
    book = Book.in_memory(bundled().on)
    scenario = paths.resource("sample", "cell.json").read_text(encoding="utf-8")
    for _ in Replay(read_scenario(scenario), book).steps():
        pass
    return book


def texts(book: Book, form: str) -> str:
    """Give the text of a paper for every meeting and period that it fits."""
    said = []
    for name, record in _records(book, form):
        try:
            pdf = render(form, record)
        except PaperError as error:
            assert error.fault is Fault.NOT_FOR_THIS_MEETING  # noqa: PT017 - any other is a bug
            continue
        said.append(f"=== {name}\n" + "\n".join(pages.page_texts(pdf)))
    return "\n".join(said)


def _records(book: Book, form: str) -> Iterator[tuple[str, MeetingRecord | PeriodRecord]]:
    meetings = cell_record(book).meetings
    if FORMS[form].of_meeting:
        for meeting in meetings:
            yield meeting.date.isoformat(), meeting_record(book, meeting.id)
    for span in FORMS[form].spans:
        for period in dict.fromkeys(period_with(meeting.date, span) for meeting in meetings):
            yield str(period.first), period_record(book, period)


def _write(forms: list[str]) -> None:
    book = practice_cell()
    FOLDER.mkdir(exist_ok=True)
    for form in forms:
        (FOLDER / f"{form}.txt").write_text(texts(book, form).rstrip() + "\n", encoding="utf-8")
    book.close()


if __name__ == "__main__":
    _write(sys.argv[1:] or list(FORMS))
