"""A file binds the papers of a meeting or a year: contents with true pages, bookmarks, labels."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from pypdf import PdfReader

from cellsecretary.core.kinds import MeetingState
from cellsecretary.core.period import PeriodRecord
from cellsecretary.papers.catalogue import FORMS, render
from cellsecretary.papers.errors import Fault, PaperError
from cellsecretary.papers.meeting_file import OF_A_MEETING, OF_A_PERIOD
from tests.papers import pages, records
from tests.papers.periods import practice

if TYPE_CHECKING:
    from cellsecretary.core.record import MeetingRecord


def outline(pdf: bytes) -> list[tuple[str, int, int]]:
    """Title, level and page of every bookmark, pages from 1."""
    reader = PdfReader(io.BytesIO(pdf))
    found: list[tuple[str, int, int]] = []

    def walk(entries: list[object], level: int) -> None:
        for entry in entries:
            if isinstance(entry, list):
                walk(entry, level + 1)
            else:
                page = reader.get_destination_page_number(entry)  # type: ignore[arg-type]
                found.append((entry.title, level, (page or 0) + 1))  # type: ignore[attr-defined]

    walk(list(reader.outline), 0)
    return found


def contents(pdf: bytes) -> list[tuple[str, int]]:
    """What the first page names, and the pages that it gives."""
    text = "\n".join(line.text for line in pages.lines(pdf) if line.page == 1)
    return [(title, int(page)) for title, page in re.findall(r"^(.+?)\.{3,}(\d+)$", text, re.M)]


@pytest.mark.thorough
@pytest.mark.parametrize(
    "record", [records.october(), records.november(), practice("2026")], ids=["10", "11", "year"]
)
def test_the_contents_lead_to_the_pages_that_they_give(
    record: MeetingRecord | PeriodRecord,
) -> None:
    pdf = render("meeting-file", record)
    deepest = 1 if isinstance(record, PeriodRecord) else 0
    marks = [(pages.bare(title), page) for title, at, page in outline(pdf) if at <= deepest]
    assert contents(pdf) == marks
    assert len(marks) >= 6


@pytest.mark.thorough
def test_a_file_has_the_same_papers_as_each_of_them_alone() -> None:
    record = records.october()
    whole = pages.letters_of(render("meeting-file", record))
    for form in ("notice", "sign-in", "minutes", "resolution", "assignment"):
        for text in pages.page_texts(render(form, record)):
            assert pages.bare(text) in whole, form


def test_every_page_says_its_page_of_the_file_and_has_a_label() -> None:
    pdf = render("meeting-file", records.october())
    reader = PdfReader(io.BytesIO(pdf))
    for number, page in enumerate(reader.pages, 1):
        assert f"Hồ sơ, trang {number}" in page.extract_text()
    labels = reader.page_labels
    assert labels[:3] == ["1", "Giấy mời 1", "Chương trình 1"]
    assert "Biên bản 2" in labels
    assert len(set(labels)) == len(labels)


@pytest.mark.thorough
def test_the_draft_mark_lies_under_the_papers_that_are_drafts_only() -> None:
    reader = PdfReader(io.BytesIO(render("meeting-file", records.november())))
    drafts = {
        label.rsplit(" ", 1)[0]
        for label, page in zip(reader.page_labels, reader.pages, strict=True)
        if "DỰ THẢO" in page.extract_text()
    }
    assert {"Biên bản", "Nghị quyết"} <= drafts
    assert not {"Giấy mời", "1"} & drafts


def test_a_planned_meeting_has_a_file_of_what_there_is() -> None:
    record = records.october()
    planned = replace(record, meeting=replace(record.meeting, state=MeetingState.PLANNED))
    titles = [title for title, level, _ in outline(render("meeting-file", planned)) if level == 0]
    assert "Giấy mời" in titles
    assert "Biên bản" not in titles


def test_a_month_without_a_meeting_has_its_report_in_the_file() -> None:
    month = replace(practice("2026-10"), records=())
    marks = [title for title, level, _ in outline(render("meeting-file", month)) if level < 2]
    assert marks == ["Tháng 10 năm 2026", "Báo cáo"]


def test_every_filed_paper_is_a_form() -> None:
    assert {*OF_A_MEETING, *OF_A_PERIOD} <= set(FORMS)


def test_a_cancelled_meeting_has_no_file() -> None:
    record = records.october()
    cancelled = replace(record, meeting=replace(record.meeting, state=MeetingState.CANCELLED))
    with pytest.raises(PaperError) as refused:
        render("meeting-file", cancelled)
    assert refused.value.fault is Fault.NOT_FOR_THIS_MEETING


@pytest.mark.thorough
def test_the_same_record_gives_the_same_file() -> None:
    record = records.october()
    assert render("meeting-file", record) == render("meeting-file", record)
