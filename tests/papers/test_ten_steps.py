"""The ten steps for the wall: one page, large type, every word of the data."""

from __future__ import annotations

import datetime as dt
from io import BytesIO

import pytest
from pypdf import PdfReader

from cellsecretary.manual import Manual
from cellsecretary.papers.ten_steps import ten_steps
from cellsecretary.rules import bundled

LARGE = 16
A4 = (595, 842)


@pytest.fixture(params=["vi", "en"])
def manual(request: pytest.FixtureRequest) -> Manual:
    return Manual.load(request.param)


def made(manual: Manual) -> bytes:
    sheet, rules = manual.ten_steps, bundled().on(dt.date(2026, 11, 3))
    return ten_steps(rules, sheet.title, sheet.subject, sheet.heads, sheet.steps, sheet.end)


def test_the_ten_steps_fill_one_page_of_a4_with_every_word(manual: Manual) -> None:
    (page,) = PdfReader(BytesIO(made(manual))).pages
    assert tuple(round(float(side)) for side in page.mediabox[2:]) == A4
    text = " ".join(page.extract_text().split())
    sheet = manual.ten_steps
    for number, (what, how) in enumerate(sheet.steps, 1):
        assert f"{number} {what} {how}" in text
    assert sheet.title in text
    assert sheet.end in text
    assert "■" not in text


def test_its_type_is_large(manual: Manual) -> None:
    sizes = set()
    (page,) = PdfReader(BytesIO(made(manual))).pages

    def note(text: str, _cm: object, tm: list[float], _font: object, size: float) -> None:
        if text.strip():
            sizes.add(size * tm[3])

    page.extract_text(visitor_text=note)
    assert min(sizes) >= LARGE


def test_the_same_words_are_the_same_file(manual: Manual) -> None:
    assert made(manual) == made(manual)
