"""What a practice cell makes is never taken for real: its book, its papers, its packets."""

from __future__ import annotations

import datetime as dt
import io
from contextlib import closing
from functools import partial
from typing import TYPE_CHECKING

import pypdfium2
import pytest
from docx import Document

from cellsecretary.commands.packets import verified
from cellsecretary.core.change import Context
from cellsecretary.core.kinds import MeetingState
from cellsecretary.core.period import Period, Span
from cellsecretary.core.preferences import is_practice
from cellsecretary.exchange.collecting import Collecting, Refused
from cellsecretary.exchange.handbook import handbook_files, handbook_folder
from cellsecretary.exchange.intake import PacketRefused, bring
from cellsecretary.exchange.packet import loose_papers, pack_meeting, pack_period
from cellsecretary.exchange.packet_zip import Flaw
from cellsecretary.messages import Messages
from cellsecretary.papers import FORMS, PaperError, fitting, render, render_word
from cellsecretary.rules import bundled
from cellsecretary.store import Book
from cellsecretary.store.board import Board
from cellsecretary.store.records import cell_record, meeting_record, period_record
from cellsecretary.ui.beginning import make_practice_cell
from cellsecretary.ui.ledger_session import new_id
from tests.building import AFTER

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from cellsecretary.core.record import MeetingRecord

WORD = "TẬP THỬ"


@pytest.fixture(scope="module")
def trial(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Book]:
    path = tmp_path_factory.mktemp("trial") / "practice.chibo"
    make_practice_cell(path)
    book = Book.open(path, bundled())
    yield book
    book.close()


def meetings(book: Book) -> list[MeetingRecord]:
    return [meeting_record(book, one.id) for one in cell_record(book).meetings]


def pages(pdf: bytes) -> list[str]:
    document = pypdfium2.PdfDocument(pdf)
    return [page.get_textpage().get_text_range() for page in document]


def closed(book: Book) -> MeetingRecord:
    return next(r for r in reversed(meetings(book)) if r.meeting.state is MeetingState.CLOSED)


def test_only_the_practice_cell_is_marked_as_one(trial: Book, practice: Book) -> None:
    assert is_practice(cell_record(trial).preferences)
    assert not is_practice(cell_record(practice).preferences)


def test_its_last_meeting_is_still_to_be_held(trial: Book) -> None:
    *held, last = meetings(trial)
    assert {record.meeting.state for record in held} == {MeetingState.CLOSED}
    assert last.meeting.state is MeetingState.PLANNED
    assert (last.agenda, last.opinions, last.votes, last.tasks) == ((), (), (), ())
    assert last.carried, "there is something to look back at"
    assert last.meeting.chair, "and somebody to lead it"


@pytest.mark.parametrize("at", [-1, -2])
def test_every_page_of_every_paper_of_a_meeting_says_so(trial: Book, at: int) -> None:
    record = meetings(trial)[at]
    for form in fitting(record):
        for text in pages(render(form, record)):
            assert text.count(WORD) >= 3, form


@pytest.mark.thorough
def test_every_page_of_every_paper_of_a_period_says_so(trial: Book) -> None:
    for form, about in FORMS.items():
        for span, number in ((Span.MONTH, 10), (Span.QUARTER, 3), (Span.YEAR, 1)):
            if span not in about.spans:
                continue
            period = period_record(trial, Period(span, 2026, number), AFTER.date())
            try:
                pdf = render(form, period)
            except PaperError:
                continue
            for text in pages(pdf):
                assert text.count(WORD) >= 3, form


def test_nothing_of_it_is_on_the_papers_of_a_real_book(practice: Book) -> None:
    for record in meetings(practice)[-2:]:
        for form in fitting(record):
            assert not any(WORD in text for text in pages(render(form, record))), form


def test_the_file_for_word_says_so_on_its_first_page_and_the_others(
    trial: Book, practice: Book
) -> None:
    def heads(book: Book) -> list[str]:
        document = Document(io.BytesIO(render_word("minutes", closed(book))))
        section = document.sections[0]
        return [section.first_page_header.paragraphs[0].text, section.header.paragraphs[0].text]

    assert all(WORD in text for text in heads(trial))
    assert not any(WORD in text for text in heads(practice))


def test_the_names_of_its_files_say_so(trial: Book, practice: Book) -> None:
    record, real = closed(trial), closed(practice)
    month = period_record(trial, Period(Span.MONTH, 2026, 10), AFTER.date())
    names = [
        pack_meeting(record).name,
        pack_period(month).name,
        handbook_folder(record),
        *(name for name, _ in loose_papers(record)),
    ]
    assert all(name.startswith("TapThuChiBoThon3_2026-10") for name in names), names
    assert pack_meeting(real).name.startswith("ChiBoThon3_2026-1")
    assert all(WORD in text for _, pdf in handbook_files(record) for text in pages(pdf))


def packet(folder: Path, record: MeetingRecord) -> Path:
    made = pack_meeting(record)
    path = folder / made.name
    path.write_bytes(made.content)
    return path


def test_a_board_refuses_its_packets_and_says_why(trial: Book, tmp_path: Path) -> None:
    path = packet(tmp_path, closed(trial))
    with closing(Board.create(tmp_path / "xa.bangxa", bundled())) as board:
        ctx = partial(Context, dt.datetime(2026, 11, 5, 8), new_id)
        collecting = Collecting(board, bundled(), ctx, accept_new=True)
        report = next(collecting.take_all([path]))
    assert report.reason is Refused.PRACTICE
    assert "TẬP THỬ" in Messages.load("vi").packet(Flaw.PRACTICE, path)


def test_no_real_book_is_made_of_its_packets_yet_it_takes_its_own_back(
    trial: Book, tmp_path: Path
) -> None:
    path = packet(tmp_path, closed(trial))
    with pytest.raises(PacketRefused) as refused:
        bring([path], bundled())
    assert refused.value.flaw is Flaw.PRACTICE
    assert len(bring([path], bundled(), practice=True).meetings) == 1


def test_whoever_checks_its_packet_is_told(trial: Book, practice: Book, tmp_path: Path) -> None:
    words = Messages.load("vi")
    assert "TẬP THỬ" in verified(packet(tmp_path, closed(trial)), words)
    assert "TẬP THỬ" not in verified(packet(tmp_path, closed(practice)), words)
