"""Packets taken back in the window: what they change is seen before anything is written."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from cellsecretary.core.kinds import MeetingState
from cellsecretary.core.rows import Meeting
from cellsecretary.exchange.intake import empty_book
from cellsecretary.exchange.keys import printed_code, signing_key
from cellsecretary.exchange.packet import Profile, pack_meeting
from cellsecretary.rules import bundled
from cellsecretary.store import Book
from cellsecretary.store.records import meeting_record
from cellsecretary.ui.dialogs.intake import IntakeDialog
from cellsecretary.ui.main_window import MainWindow
from cellsecretary.ui.panels.book import BookPanel
from cellsecretary.ui.session import Session
from cellsecretary.ui.taking_in import take_in
from tests.building import AFTER, NOVEMBER, OCTOBER, meeting_id, record_of
from tests.exchange.test_intake import CTX, brought, taken

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from cellsecretary.core.record import MeetingRecord
    from cellsecretary.messages import Messages
    from cellsecretary.ui.program import Program
    from tests.ui.asking import QueuedAsk

LEFT = Qt.MouseButton.LeftButton


def packet(folder: Path, record: MeetingRecord, book: Path | None = None) -> Path:
    made = pack_meeting(record, Profile.FULL, signing_key(book) if book else None)
    path = folder / made.name
    path.write_bytes(made.content)
    return path


def dialog_of(window: QWidget | None) -> IntakeDialog:
    assert window is not None
    found = [d for d in window.findChildren(IntakeDialog) if d.isVisible()]
    assert len(found) == 1
    return found[0]


def column(dialog: IntakeDialog, place: int) -> list[str]:
    model = dialog.form.meetings_table.model()
    return [model.index(row, place).data() for row in range(model.rowCount())]


@pytest.mark.thorough
def test_a_new_laptop_makes_its_book_of_the_packets(
    program: Program, ask: QueuedAsk, book: Book, tmp_path: Path, qtbot: QtBot
) -> None:
    records = record_of(book, OCTOBER), record_of(book, NOVEMBER)
    paths = tuple(packet(tmp_path, record, book.path) for record in records)
    target = tmp_path / "moi.chibo"
    ask.will_answer(paths, target)
    program.take_over()
    dialog = dialog_of(program.window)
    assert column(dialog, 0) == ["03/10/2026", "03/11/2026"]
    assert column(dialog, 2) == ["will be added"] * 2
    code = printed_code(signing_key(book.path).public)
    assert code in dialog.form.signer_label.text()
    assert "meetings 2" in dialog.form.counts_label.text()
    assert "dates of birth" in dialog.form.notes_label.text()
    assert not target.exists()
    qtbot.mouseClick(dialog.form.take_button, LEFT)
    assert isinstance(program.window, MainWindow)
    with closing(Book.open(target, bundled())) as made:
        for record in records:
            assert meeting_record(made, record.meeting.id) == record


def test_a_packet_can_be_looked_at_and_left(
    program: Program, ask: QueuedAsk, book: Book, tmp_path: Path, qtbot: QtBot
) -> None:
    ask.will_answer(packet(tmp_path, record_of(book, OCTOBER)))
    program.take_over()
    dialog = dialog_of(program.window)
    assert "not certain" in dialog.form.signer_label.text()
    qtbot.mouseClick(dialog.form.cancel_button, LEFT)
    assert not isinstance(program.window, MainWindow)
    assert ask.asked == ["open PACKET"]


def test_a_place_that_is_taken_is_said_and_nothing_is_lost(
    program: Program, ask: QueuedAsk, book: Book, tmp_path: Path, qtbot: QtBot
) -> None:
    before = book.path.read_bytes()
    ask.will_answer(packet(tmp_path, record_of(book, OCTOBER)), book.path)
    program.take_over()
    qtbot.mouseClick(dialog_of(program.window).form.take_button, LEFT)
    assert len(ask.told) == 1
    assert book.path.read_bytes() == before


def test_what_is_no_packet_is_said(program: Program, ask: QueuedAsk, tmp_path: Path) -> None:
    for name, content in (("cut.zip", b"PK\x03\x04" + b"\0" * 26 + b"manifest.json"),):
        (tmp_path / name).write_bytes(content)
        ask.will_answer(tmp_path / name)
        program.take_over()
        assert name in ask.told[-1]


@pytest.fixture
def november_alone(book: Book) -> Iterator[Book]:
    """Give a book that has lost its October."""
    november = record_of(book, NOVEMBER)
    poorer = empty_book(brought(november), CTX, bundled())
    taken(poorer, november)
    yield poorer
    poorer.close()


def test_a_lost_month_comes_back_into_the_open_book(
    november_alone: Book,
    session: Session,
    ask: QueuedAsk,
    words: Messages,
    tmp_path: Path,
    qtbot: QtBot,
) -> None:
    october = record_of(session.book, OCTOBER)
    poorer = Session(november_alone, lambda: AFTER)
    panel = BookPanel(poorer, ask, words)
    qtbot.addWidget(panel)
    with qtbot.waitExposed(panel):
        panel.show()
    ask.will_answer(packet(tmp_path, october))
    take_in(poorer, ask, words, panel)
    qtbot.mouseClick(dialog_of(panel).form.take_button, LEFT)
    assert meeting_record(november_alone, october.meeting.id) == october
    row = november_alone.row(Meeting, october.meeting.id)
    assert row is not None
    assert row.state is MeetingState.CLOSED
    assert panel.form.meetings_table.model().rowCount() == 2, "the page shows it at once"
    assert poorer.last_undoable is None, "like a closing it is not undone"


def test_what_the_book_has_cannot_be_taken_twice(
    session: Session, ask: QueuedAsk, words: Messages, tmp_path: Path, qtbot: QtBot
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    path = session.book.path
    ask.will_answer(packet(tmp_path, record_of(session.book, OCTOBER), path))
    take_in(session, ask, words, window)
    dialog = dialog_of(window)
    assert column(dialog, 2) == ["there already"]
    assert "This book signed" in dialog.form.signer_label.text()
    assert not dialog.form.take_button.isEnabled()
    assert "all of it already" in dialog.form.notice_banner.text_label.text()
    assert meeting_id(session.book, OCTOBER)
