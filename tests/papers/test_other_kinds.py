"""Yearly review, admission and congress are printed as every other meeting of the cell."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from cellsecretary.core.kinds import MeetingKind, MeetingState
from cellsecretary.core.titles import proposed_title
from cellsecretary.papers.catalogue import fitting, render
from tests.papers import pages, records

if TYPE_CHECKING:
    from cellsecretary.core.record import MeetingRecord

OTHERS = [MeetingKind.YEARLY_REVIEW, MeetingKind.ADMISSION, MeetingKind.CONGRESS]


def held(kind: MeetingKind) -> MeetingRecord:
    record = records.scenario(1, MeetingState.CLOSED)
    title = proposed_title(kind, record.meeting.date, record.rules)
    return replace(record, meeting=replace(record.meeting, kind=kind, title=title))


@pytest.mark.thorough
@pytest.mark.parametrize("kind", OTHERS)
def test_it_has_every_paper_of_a_meeting(kind: MeetingKind) -> None:
    usual = fitting(records.scenario(1, MeetingState.CLOSED))
    assert fitting(held(kind)) == usual
    assert {"minutes", "notice", "agenda", "sign-in"} <= set(usual)


@pytest.mark.thorough
@pytest.mark.parametrize("kind", OTHERS)
def test_every_paper_comes_out_whole(kind: MeetingKind) -> None:
    record = held(kind)
    for form in fitting(record):
        pdf = render(form, record)
        assert all(pages.fonts(pdf).values()), form
        assert "\ufffd" not in pages.text_of(pdf), form


@pytest.mark.parametrize("kind", OTHERS)
@pytest.mark.parametrize("form", ["minutes", "agenda", "notice"])
def test_its_name_stands_on_the_paper(kind: MeetingKind, form: str) -> None:
    record = held(kind)
    text = " ".join(pages.text_of(render(form, record)).split())
    assert record.meeting.title.casefold() in text.casefold()
