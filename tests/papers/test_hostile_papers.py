"""Every paper with hostile texts in every field: made, read back, and said letter by letter."""

from __future__ import annotations

import datetime as dt
import io
import os
import re
import zipfile
from dataclasses import fields, is_dataclass, replace
from fractions import Fraction
from functools import cache
from itertools import count
from typing import TYPE_CHECKING, Any

import pytest
from defusedxml.ElementTree import fromstring  # type: ignore[import-untyped]
from pypdf import PdfReader

from cellsecretary.core.charts import Bar, Chart, ChartRow
from cellsecretary.core.kinds import MeetingState
from cellsecretary.core.period import PeriodRecord, period_with
from cellsecretary.core.table import Column, ColumnKind, Entry, Line, Table
from cellsecretary.core.vietnamese import tidy, tidy_line
from cellsecretary.papers import FORMS, Fault, PaperError, render, render_word
from cellsecretary.papers.board_table import table_pdf
from cellsecretary.papers.catalogue import fitting
from cellsecretary.papers.printable import printable
from cellsecretary.store.records import meeting_record, period_record
from tests.building import practice_year
from tests.hostile import TEXTS
from tests.papers import pages
from tests.papers.boards import OFFICE, RULES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cellsecretary.core.record import MeetingRecord

BY_OTHER_NAMES = {"json", "form", "criterion", "code", "sha256", "rules", "previous", "chain"}
"""Fields with texts of the program, and numbers of documents that are typed nowhere."""

LONG = "W" * 900
SHORT = [text for text in TEXTS.values() if text != LONG]


class Poison:
    """Puts a text of its own kind, behind a mark of its own, in the place of every text."""

    def __init__(self, record: object, texts: Sequence[str] = SHORT) -> None:
        self._ids = set(ids_of(record))
        self._texts = texts
        self._number = count(1)
        self.said: dict[str, str] = {}

    def __call__(self, part: Any, name: str = "") -> Any:  # noqa: ANN401 - anything of a record
        if isinstance(part, tuple):
            return tuple(self(one, name) for one in part)
        if is_dataclass(part) and not isinstance(part, type):
            return replace(
                part,
                **{
                    one.name: self(getattr(part, one.name), one.name)
                    for one in fields(part)
                    if one.init and one.name not in BY_OTHER_NAMES
                },
            )
        if type(part) is str and part and part not in self._ids and name != "id":
            return self._text(part)
        return part

    def _text(self, before: str) -> str:
        number = next(self._number)
        given = self._texts[number % len(self._texts)]
        text = tidy(given) if "\n" in before else tidy_line(given)
        # What a paper ends a sentence with, or cuts white space from, is not in question.
        mark = f"Xq{number:05}z"
        self.said[mark] = f"{text} {mark[::-1]}"
        return f"{mark} {self.said[mark]}"


def ids_of(part: object) -> list[str]:
    """Name the rows of a record, and what they point at."""
    if isinstance(part, tuple):
        return [found for one in part for found in ids_of(one)]
    if not is_dataclass(part):
        return []
    inside = [getattr(part, one.name) for one in fields(part)]
    own = [getattr(part, "id", "")]
    return [*own, *(found for one in inside for found in ids_of(one))]


@cache
def practice() -> tuple[MeetingRecord, ...]:
    """Give the closed meetings of the practice cell."""
    book = practice_year()
    order = book.values("select id from meetings order by date, starts, id")
    meetings = tuple(meeting_record(book, one) for one in order)
    return tuple(one for one in meetings if one.meeting.state is MeetingState.CLOSED)


def whole(form: str) -> MeetingRecord | PeriodRecord:
    """Give what a form is made of: a meeting, or the period that it is usually about."""
    held = practice()
    if FORMS[form].of_meeting:
        return next(one for one in reversed(held) if form in fitting(one))
    book = practice_year()
    day = held[-1].meeting.date
    return period_record(book, period_with(day, FORMS[form].spans[0]), dt.date(2026, 12, 31))


def bare(text: str) -> str:
    return comparable("".join(printable(text).split()))


def comparable(letters: str) -> str:
    """Give letters without case; those of Hebrew are read backwards by some readers."""
    return re.sub("[\u0590-\u05ff]+", lambda run: "".join(sorted(run[0])), letters.casefold())


def unread(said: dict[str, str], letters: str) -> tuple[int, list[str]]:
    """Count the texts on a paper by their marks, and name those that do not stand there as typed.

    Of a text of which a paper shows the beginning alone, that has to stand there.
    """
    letters = comparable(letters)
    shown, wrong = 0, []
    for mark, text in said.items():
        for found in re.finditer(mark.casefold(), letters):
            shown += 1
            wanted, rest = bare(text), letters[found.end() :]
            if not stands(wanted, rest, letters):
                wrong.append(f"{mark}: {wanted[:70]!r} is {rest[:70]!r}")
    return shown, wrong


def stands(wanted: str, rest: str, letters: str) -> bool:
    """Tell whether a text goes on as wanted: to its end, to a cut, or on from another page."""
    same = len(os.path.commonprefix([wanted, rest]))
    if same == len(wanted) or rest[same : same + 1] == "…":
        return True
    left = wanted[same:]
    for _ in range(PIECES):
        piece = next((n for n in range(len(left), 2, -1) if left[:n] in letters), 0)
        left = left[piece:]
    return not left


PIECES = 3
"""Into so many a column, or the end of a page, may part a text."""


@pytest.mark.thorough
@pytest.mark.parametrize("form", FORMS)
def test_a_paper_says_hostile_texts_as_they_were_typed(form: str) -> None:
    record = whole(form)
    poison = Poison(record)
    pdf = render(form, poison(record))
    letters = pages.letters_of(pdf)
    shown, wrong = unread(poison.said, letters)
    assert shown > LEAST.get(form, 20)
    assert wrong == []
    assert b"/URI" not in pdf
    for page in PdfReader(io.BytesIO(pdf)).pages:
        notes = [one.get_object() for one in page.get("/Annots", ())]
        assert all("/Dest" in one for one in notes), "a list of contents leads to its pages alone"


LEAST = {
    "notice": 15, "ballot-count": 6, "score": 4, "petitions": 15, "year": 3, "contacts": 1,
    "year-review-form": 15, "fees": 15,
}  # fmt: skip
"""Papers that say few texts of people: how many at least."""


@pytest.mark.thorough
@pytest.mark.parametrize("form", FORMS)
def test_one_word_of_a_page_in_every_field_is_printed_or_said_to_be_too_long(form: str) -> None:
    record = whole(form)
    try:
        pdf = render(form, Poison(record, [LONG])(record))
    except PaperError as error:
        # A line of a table may not be higher than a page; it is told which paper that is.
        assert error.fault is Fault.DOES_NOT_FIT_THE_PAGE  # noqa: PT017
        assert error.place in FORMS  # noqa: PT017
    else:
        assert len(PdfReader(io.BytesIO(pdf)).pages)


@pytest.mark.thorough
@pytest.mark.parametrize("form", [name for name, form in FORMS.items() if form.word])
def test_a_file_of_word_says_hostile_texts_as_they_were_typed(form: str) -> None:
    record = whole(form)
    poison = Poison(record)
    with zipfile.ZipFile(io.BytesIO(render_word(form, poison(record)))) as parts:
        assert not [name for name in parts.namelist() if "vba" in name.lower()]
        document = fromstring(parts.read("word/document.xml").decode())
        links = parts.read("word/_rels/document.xml.rels").decode()
    assert 'TargetMode="External"' not in links
    texts = [one.text or "" for one in document.iter() if one.tag.endswith("}t")]
    shown, wrong = unread(poison.said, "".join("".join(texts).split()))
    assert shown > LEAST.get(form, 20)
    assert wrong == []


@pytest.mark.parametrize("name", [name for name, text in TEXTS.items() if text != LONG])
def test_a_table_of_a_board_says_hostile_texts_as_they_were_typed(name: str) -> None:
    text = TEXTS[name]
    columns = (Column(text), Column("B", ColumnKind.NAME), Column("C", ColumnKind.STATE))
    line = Line((Entry(f"Xq00001z {text} z1"), Entry(text), Entry(text)))
    chart = Chart(text, 100, (ChartRow(text, (Bar(Fraction(50), text),)),))
    table = Table(text, text, columns, (line,), line, (text,))
    pdf = table_pdf(table, RULES, replace(OFFICE, name=text, signer=text), chart)
    shown, wrong = unread({"Xq00001z": f"{text} z1"}, pages.letters_of(pdf))
    assert shown == 2
    assert wrong == []
