"""A record closed by an earlier program is read whole, and what it froze stays."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cellsecretary.core.lifting import lifted
from cellsecretary.core.plain import from_plain, to_plain
from cellsecretary.core.record import MeetingRecord
from tests.building import OCTOBER, record_of

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
