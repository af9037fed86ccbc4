"""Ugly sizes and texts in the papers of a period, and in those made of a whole meeting."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from cellsecretary.core.rows import Member, Opinion, Task
from cellsecretary.papers.catalogue import FORMS, render
from tests.papers import pages, records
from tests.papers.periods import practice

UGLY = 'Nguyễn <b>&" Thị\tHò\u0301a ' + "Rất" * 30
LONG_VILLAGE = "Chi bộ thôn " + "Nà Lầu Thượng Hạ " * 12


def inside_the_page(pdf: bytes) -> None:
    for glyph in pages.glyphs(pdf):
        assert glyph.letter not in "\u25a0\ufffd"
        if glyph.upright:
            assert glyph.left >= 30 * pages.MM - 2
            assert glyph.right <= pages.HEIGHT - 15 * pages.MM + 2
            assert glyph.bottom >= 8 * pages.MM


@pytest.mark.thorough
@pytest.mark.parametrize("form", sorted(name for name, form in FORMS.items() if form.spans))
@pytest.mark.parametrize("members", [3, 300])
def test_any_register_fits(form: str, members: int) -> None:
    usual = {"attendance-year": "2026", "member-tasks": "2026", "fees": "2026-10"}
    period = practice(usual.get(form, "2026-Q4"))
    people = tuple(Member(f"x{at}", at, f"{UGLY} {at}") for at in range(1, members + 1))
    tasks = tuple(
        Task(f"t{at}", None, at, f"T{at}", dt.date(2026, 10, 3), UGLY * 3, lead="x1")
        for at in range(40)
    )
    register = replace(
        period.register, members=people, tasks=tasks, reviews=(), standings=(), documents=()
    )
    cell = replace(period.cell, name=LONG_VILLAGE)
    changed = replace(period, cell=cell, register=register)
    inside_the_page(render(form, changed))


@pytest.mark.thorough
@pytest.mark.parametrize("form", ["resolution", "extract", "meeting-file"])
@pytest.mark.parametrize("opinions", [0, 60])
def test_any_number_of_opinions_and_a_long_one_fit(form: str, opinions: int) -> None:
    record = records.october()
    item = record.agenda[3].id
    said = tuple(
        Opinion(f"o{at}", "m", item, at, str(at % 40 + 1), f"{UGLY} <i>{at}</i> & hết")
        for at in range(opinions)
    )
    long = Opinion("long", "m", item, 99, "1", "Ý kiến rất dài của một đồng chí. " * 400)
    meeting = replace(record.meeting, title="Sinh hoạt chuyên đề về nâng cao chất lượng " * 4)
    cell = replace(record.cell, name=LONG_VILLAGE)
    changed = replace(
        record, cell=cell, meeting=meeting, opinions=(*said, *([long] if opinions else []))
    )
    pdf = render(form, changed)
    inside_the_page(pdf)
    assert pages.letters_of(pdf).count("&hết") == opinions * (2 if form == "meeting-file" else 1)
