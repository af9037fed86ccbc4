"""A record closed by an earlier program is read whole, and what it froze stays."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from string import Template
from typing import TYPE_CHECKING, Any

import pytest

from cellsecretary.core.lifting import lifted
from cellsecretary.core.plain import from_plain, to_plain
from cellsecretary.core.record import MeetingRecord
from cellsecretary.papers import fitting, render
from cellsecretary.rules import bundled
from tests.building import OCTOBER, record_of
from tests.papers import pages

if TYPE_CHECKING:
    from cellsecretary.store import Book


def earlier(record: MeetingRecord) -> dict[str, Any]:
    """Give the record as a program without small cells, prompts and invitations froze it."""
    plain: dict[str, Any] = to_plain(record)
    del plain["rules"]["prompts"], plain["rules"]["meeting"]["small_cell"]
    for key in [key for key in plain["rules"]["paper"]["wording"] if key.startswith("notice.")]:
        del plain["rules"]["paper"]["wording"][key]
    for name in ("drafted", "prepares", "minutes_posted", "reported"):
        del plain["meeting"][name]
    return plain


def test_what_an_earlier_program_did_not_freeze_is_filled_in(book: Book) -> None:
    record = record_of(book, OCTOBER)
    assert from_plain(MeetingRecord, lifted(earlier(record), record.rules)) == record


def test_what_was_frozen_stays_although_the_files_say_something_else_now(book: Book) -> None:
    record = record_of(book, OCTOBER)
    plain = earlier(record)
    plain["rules"]["meeting"]["carried"] = 7
    plain["rules"]["meeting"]["minimum_minutes"] = {}
    plain["rules"]["paper"]["wording"]["minutes.name"] = "BIÊN BẢN CŨ"
    rules = from_plain(MeetingRecord, lifted(plain, record.rules)).rules
    assert (rules.meeting.carried, rules.meeting.minimum_minutes) == (7, {})
    assert rules.paper.wording["minutes.name"] == "BIÊN BẢN CŨ"
    assert rules.paper.wording["notice.name"] == "GIẤY MỜI"


# As the program of 21 November 2026 closed it; the text is never made anew.
FIRST = Path(__file__).parent / "closed_by_0_1.json"


def first() -> dict[str, Any]:
    plain: dict[str, Any] = json.loads(FIRST.read_text(encoding="utf-8"))
    return plain


@pytest.mark.thorough
def test_every_paper_of_a_record_of_the_first_program_is_printed() -> None:
    plain = first()
    record = from_plain(MeetingRecord, lifted(plain, bundled().on(dt.date(2026, 10, 3))))
    texts = {name: pages.text_of(render(name, record)) for name in fitting(record)}
    assert {"minutes", "resolution", "extract", "assignment", "meeting-file"} <= texts.keys()
    assert plain["rules"]["paper"]["wording"]["minutes.name"] in texts["minutes"]
    for item in plain["agenda"]:
        assert " ".join(item["title"].split()) in " ".join(texts["minutes"].split())


def test_a_text_of_the_wording_keeps_the_facts_that_it_could_name() -> None:
    """What must mean something else gets another key: closed records keep their texts for ever."""
    now = bundled().on(dt.date(2026, 10, 3)).paper.wording
    frozen = first()["rules"]["paper"]["wording"]
    lost = {
        key: names
        for key, text in frozen.items()
        if key in now and (names := names_in(text) - names_in(now[key]))
    }
    assert lost == {}


def names_in(text: str) -> set[str]:
    return set(Template(text).get_identifiers())
