"""Two meetings of thôn 3, from the empty book to the printed minutes, at the real window."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QMouseEvent

from cellsecretary.core.facts import facts
from cellsecretary.core.kinds import Result
from cellsecretary.core.plain import to_plain
from cellsecretary.exchange.scenario import ReviewInput
from tests.building import record_of
from tests.journeys.thon_3 import (
    EXPECTED,
    NOVEMBER,
    OCTOBER,
    SCENARIO,
    content,
    words_on_paper,
    write_members,
)
from tests.papers.pages import bare, fonts, letters_of

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

    from cellsecretary.core.record import MeetingRecord
    from cellsecretary.store import Book
    from tests.journeys.conftest import Hire
    from tests.journeys.secretary import Secretary

pytestmark = pytest.mark.usefixtures("no_network")


@pytest.mark.thorough
@pytest.mark.parametrize("way", ["mouse", "keys"])
def test_two_meetings_from_the_empty_book_to_the_paper(
    hire: Hire, way: str, tmp_path: Path, book: Book, themed: QApplication
) -> None:
    clicks = Clicks(themed)
    secretary = hire(way)
    begin_with_members(secretary, tmp_path / "Danh sách đảng viên.csv")
    secretary.plan_first(OCTOBER)
    secretary.get_ready(OCTOBER)
    secretary.arrive(OCTOBER)
    secretary.hold(OCTOBER)
    assert secretary.missing() == []
    secretary.close_meeting()
    assert secretary.is_closed()
    october = secretary.save_paper(tmp_path / "10.pdf")
    says_everything(october, secretary.record)

    secretary.plan_next(NOVEMBER)
    secretary.get_ready(NOVEMBER)
    secretary.arrive(NOVEMBER)
    secretary.hold(NOVEMBER)
    secretary.close_meeting()
    assert not secretary.is_closed()
    (missing,) = secretary.missing()
    assert "T4" in missing

    secretary = hire(way)
    secretary.open_last_book()
    for day in ("2026-10-03", "2026-11-03"):
        record = record_of(secretary.session.book, day)
        assert to_plain(facts(record)) == EXPECTED[day]
        assert content(record) == content(record_of(book, day))

    secretary.turn_page("meetings")
    secretary.turn_step("printing")
    secretary.go_to_what_is_missing()
    secretary.review_tasks([ReviewInput("T4", Result.DONE, 100, "Đã làm xong cả 40 m rãnh")])
    secretary.go_on()
    secretary.close_meeting()
    assert secretary.is_closed()
    november = secretary.save_paper(tmp_path / "11.pdf")
    says_everything(november, secretary.record)
    assert bool(clicks.count) == (way == "mouse")


def begin_with_members(secretary: Secretary, members: Path) -> None:
    secretary.start_the_first_time()
    secretary.begin_book(SCENARIO.cell)
    write_members(members)
    secretary.bring_in_members(members)
    secretary.say_since_when_the_term_runs(SCENARIO.cell.term_start)


def says_everything(pdf: bytes, record: MeetingRecord) -> None:
    """See that a paper says every fact of a record, in letters that every reader has."""
    text = letters_of(pdf)
    assert [words for words in words_on_paper(record) if bare(words) not in text] == []
    assert unicodedata.is_normalized("NFC", text)
    assert not {"\u25a0", "\ufffd"} & set(text)
    assert fonts(pdf)
    assert all(fonts(pdf).values())


class Clicks(QObject):
    """Counts what the mouse does to the program."""

    def __init__(self, app: QApplication) -> None:
        super().__init__()
        self.count = 0
        app.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.count += isinstance(event, QMouseEvent)
        return False
