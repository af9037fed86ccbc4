"""What papers cost in time and memory."""

from __future__ import annotations

import io
import itertools
import resource
import sys
from typing import TYPE_CHECKING

from pypdf import PdfReader
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from benchmarks.timing import compare, start_of_python
from cellsecretary.papers import fitting, render
from cellsecretary.papers.fonts import Face

if TYPE_CHECKING:
    from pypdf import PageObject

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


def peak() -> float:
    """Give the most memory that this process ever had, in MiB."""
    unit = 2**20 if sys.platform == "darwin" else 2**10
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit


def minutes(record: MeetingRecord) -> None:
    """Compare the minutes of the practice meeting with the same text on a bare canvas."""
    pages = pages_of(render("minutes", record))

    def floor() -> bytes:
        canvas = Canvas("", pagesize=A4, invariant=1, initialFontName=Face.REGULAR.value)
        for page in pages:
            for face, size, x, y, text in page:
                canvas.setFont(face, size)
                canvas.drawString(x, y, text)
            canvas.showPage()
        return bytes(canvas.getpdfdata())

    compare("minutes", lambda: render("minutes", record), floor)


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
