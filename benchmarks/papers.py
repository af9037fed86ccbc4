"""What papers cost in time and memory."""

from __future__ import annotations

import datetime as dt
import io
import itertools
import subprocess
import sys
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from pypdf import PdfReader
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from benchmarks.memory import peak
from benchmarks.rows import Row
from benchmarks.timing import ROUNDS, compare, medians, module, start_of_python, timed
from cellsecretary.core.period import Period, Span
from cellsecretary.papers import fitting, render
from cellsecretary.papers.fonts import Face
from cellsecretary.rules import bundled
from cellsecretary.store import Book
from cellsecretary.store.records import period_record

if TYPE_CHECKING:
    from pypdf import PageObject

    from cellsecretary.core.period import PeriodRecord
    from cellsecretary.core.record import MeetingRecord

    Matrix = list[float]
    # A piece of text on a page: face, size, place from the left and from below, text.
    Run = tuple[str, float, float, float, str]

PAPERS = 100


def all_of(record: MeetingRecord) -> None:
    """Compare making every paper of the meeting with the start of an empty Python."""
    forms = fitting(record)

    def ours() -> None:
        for form in forms:
            render(form, record)

    compare("papers", ours, start_of_python)


def memory(record: MeetingRecord) -> None:
    """Print by how much the peak grows over many papers, after as many others."""
    forms = itertools.cycle(fitting(record))

    def make() -> float:
        for form in itertools.islice(forms, PAPERS):
            render(form, record)
        return peak()

    before = make()
    print(f"{'memory':9}{make() - before:9.2f} MiB more than {before:.0f}")


def minutes(record: MeetingRecord, rounds: int = ROUNDS) -> Row:
    """Compare the minutes of the practice meeting with the same text on a bare canvas."""
    record = of_three_pages(record)
    pages = pages_of(render("minutes", record))

    def floor() -> bytes:
        canvas = Canvas("", pagesize=A4, invariant=1, initialFontName=Face.REGULAR.value)
        for page in pages:
            for face, size, x, y, text in page:
                canvas.setFont(face, size)
                canvas.drawString(x, y, text)
            canvas.showPage()
        return bytes(canvas.getpdfdata())

    ours, bare = medians(timed(lambda: render("minutes", record)), timed(floor), rounds=rounds)
    what = f"minutes PDF, {len(pages)} pages, warm"
    against = "bare ReportLab canvas, same lines and fonts"
    return Row(what, against, 1.25, ours * 1000, bare * 1000)


def of_three_pages(record: MeetingRecord) -> MeetingRecord:
    """Leave out the last opinions, then halves of the reports, until there are three pages."""
    while len(pages_of(render("minutes", record))) > 3 and any(one.body for one in record.agenda):
        if record.opinions:
            record = replace(record, opinions=record.opinions[:-1])
        else:
            halves = (replace(one, body=one.body[: len(one.body) // 2]) for one in record.agenda)
            record = replace(record, agenda=tuple(halves))
    return record


def meeting_files(book: Path, rounds: int = ROUNDS) -> list[Row]:
    """Compare the file of a year, page for page, with those of its months; and their peaks."""
    whole, *months = _periods(book)
    (pages,), of_months = (
        [len(PdfReader(io.BytesIO(_file(one))).pages) for one in some] for some in ([whole], months)
    )
    year, twelve = medians(
        timed(lambda: _file(whole), pages),
        timed(lambda: [_file(one) for one in months], sum(of_months)),
        rounds=rounds,
    )
    peak_of_year, peak_of_month = medians(
        lambda: _peak_of(book, "year"), lambda: _peak_of(book, "month"), rounds=min(rounds, 3)
    )
    what = f"meeting file of a year, {pages} pages"
    return [
        Row(
            f"{what}: a page",
            "those of its months: a page",
            1.1,
            year * 1000,
            twelve * 1000,
            other_is="peer",
        ),
        Row(
            f"{what}: peak memory",
            "one month's",
            1.1,
            peak_of_year,
            peak_of_month,
            unit="MiB",
            other_is="peer",
        ),
    ]


def _periods(book: Path) -> list[PeriodRecord]:
    """Give the last year of a book, and its months."""
    with closing(Book.look(book, bundled())) as opened:
        last = dt.date.fromisoformat(opened.value("select max(date) from meetings"))
        year = last.year
        periods = [
            Period(Span.YEAR, year),
            *(Period(Span.MONTH, year, at) for at in range(1, last.month + 1)),
        ]
        return [period_record(opened, period, last) for period in periods]


def _file(period: PeriodRecord) -> bytes:
    return render("meeting-file", period)


def _peak_of(book: Path, which: str) -> float:
    done = subprocess.run(module("papers", book, which), capture_output=True, text=True, check=True)
    return float(done.stdout)


def pages_of(pdf: bytes) -> list[list[Run]]:
    """Read which text stands where, page by page."""
    return [runs_on(page) for page in PdfReader(io.BytesIO(pdf)).pages]


def runs_on(page: PageObject) -> list[Run]:
    """Read where which text stands on a page."""
    runs: list[Run] = []

    def note(text: str, cm: Matrix, tm: Matrix, font: dict[str, str] | None, size: float) -> None:
        if font is not None and text.strip():
            # "/AAAAAA+LiberationSerif-Bold"; the regular face is named without its style.
            face = "-".join(f"{font['/BaseFont']}-Regular".partition("+")[2].split("-")[:2])
            x, y = tm[4] * cm[0] + cm[4], tm[5] * cm[3] + cm[5]
            runs.extend((face, size, x, y, line) for line in text.splitlines() if line)

    page.extract_text(visitor_text=note)
    return runs


if __name__ == "__main__":
    # The peak of a process that makes the file of the last year, or of its first month.
    asked_for = _periods(Path(sys.argv[1]))[:2]
    _file(asked_for[sys.argv[2] == "month"])
    print(peak())
