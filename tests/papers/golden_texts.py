"""The golden text of every paper of a cell with two meetings, the first of them scored.

`python -m tests.papers.golden_texts` writes the files; read the difference before you keep it.
"""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from cellsecretary.core.period import read_period
from cellsecretary.exchange.replay import rehearsed
from cellsecretary.exchange.scenario import read_scenario
from cellsecretary.papers.catalogue import FORMS, render
from cellsecretary.papers.errors import Fault, PaperError
from cellsecretary.rules import bundled
from cellsecretary.store.records import period_record
from tests.building import NOVEMBER, OCTOBER, THON_3, record_of
from tests.papers import pages

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cellsecretary.core.period import PeriodRecord
    from cellsecretary.core.record import MeetingRecord
    from cellsecretary.store import Book

FOLDER = Path(__file__).parent / "golden"
SCORE = {"points": {"4": 37, "5": 5, "6": 27, "7": 5}}
CHAIN = "0123456789abcdef"
PERIODS = ("2026-10", "2026-Q4", "2026")


def two_meetings() -> Book:
    """The cell of October and November, October scored, replayed in memory."""
    plain = json.loads(THON_3.read_text(encoding="utf-8"))
    plain["meetings"][0]["score"] = SCORE
    book, _ = rehearsed(read_scenario(json.dumps(plain)), bundled())
    return book


def texts(book: Book, form: str) -> str:
    """All that a form says of the cell: of each meeting and each period it is for."""
    return "\n".join(f"=== {name}\n{text}" for name, text in _each(book, form))


def _each(book: Book, form: str) -> Iterator[tuple[str, str]]:
    subjects: list[tuple[str, MeetingRecord | PeriodRecord]] = []
    if FORMS[form].of_meeting:
        subjects += [(day, record_of(book, day)) for day in (OCTOBER, NOVEMBER)]
    for text in PERIODS:
        period = read_period(text)
        if period is not None and period.span in FORMS[form].spans:
            subjects.append((text, _with_known_chain(period_record(book, period))))
    for name, record in subjects:
        try:
            said = pages.page_texts(render(form, record))
            # The papers in a file have golden texts of their own.
            kept = [said[0].replace(" .", "")] if form == "meeting-file" else said
            yield name, "\n".join(kept).strip() + "\n"
        except PaperError as refused:
            if refused.fault is not Fault.NOT_FOR_THIS_MEETING:
                raise


def _with_known_chain(period: PeriodRecord) -> PeriodRecord:
    """Give the period with another hash: ids are made anew with each book."""
    chain = (period.register.chain[0], CHAIN)
    return replace(period, register=replace(period.register, chain=chain))


def main() -> None:
    """Write the golden texts of all forms."""
    FOLDER.mkdir(exist_ok=True)
    book = two_meetings()
    for form in FORMS:
        (FOLDER / f"{form}.txt").write_text(texts(book, form), encoding="utf-8")
    book.close()


if __name__ == "__main__":
    main()
