"""A book of a later program is looked at and printed from, and not a byte of it is written."""

from __future__ import annotations

import shutil
from contextlib import closing
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QLineEdit, QPlainTextEdit

from cellsecretary.core.operations.cell import change_cell
from cellsecretary.papers.catalogue import fitting, write
from cellsecretary.rules import bundled
from cellsecretary.store import Book, BookError, Fault
from cellsecretary.store.checking import check
from cellsecretary.store.closed import closed_versions
from cellsecretary.store.opening import Looking, Opening
from cellsecretary.store.records import meeting_record
from cellsecretary.ui.looking import SEARCH
from cellsecretary.ui.main_window import MainWindow
from cellsecretary.ui.meeting_page import STEPS, MeetingPage
from cellsecretary.ui.pages import PAGES
from tests.building import AFTER, NOVEMBER, OCTOBER, meeting_id
from tests.newer_book import make_newer

if TYPE_CHECKING:
    from pathlib import Path

    from cellsecretary.messages import Messages
    from cellsecretary.ui.program import Program
    from tests.ui.asking import QueuedAsk


@pytest.fixture
def newer(replayed_file: Path, tmp_path: Path) -> Path:
    """Give a book as a later program might write it."""
    path = tmp_path / "Chi bộ thôn 3.chibo"
    shutil.copyfile(replayed_file, path)
    make_newer(path)
    return path


@pytest.mark.thorough
def test_a_newer_book_is_read_as_far_as_it_is_known(newer: Path, tmp_path: Path) -> None:
    data = newer.read_bytes()
    with pytest.raises(BookError) as wrong:
        Book.open(newer, bundled())
    assert wrong.value.fault is Fault.TOO_NEW
    opened = Opening(lambda: tmp_path / "copies", bundled, lambda: AFTER).write(Book, newer)
    assert opened.looking is Looking.TOO_NEW
    with closing(opened):
        book = opened.ledger
        assert isinstance(book, Book)
        assert check(book) == ()
        (october,) = closed_versions(book, meeting_id(book, OCTOBER))
        assert october.agenda
        for day in (OCTOBER, NOVEMBER):
            record = meeting_record(book, meeting_id(book, day))
            for form in fitting(record):
                write(form, record, tmp_path / f"{form}.pdf")
    assert newer.read_bytes() == data
    assert not (tmp_path / "copies").exists()


@pytest.mark.thorough
def test_every_page_of_a_newer_book_can_be_visited_and_nothing_written(
    program: Program, newer: Path, ask: QueuedAsk, words: Messages
) -> None:
    data = newer.read_bytes()
    assert program.open_book(newer)
    window = program.window
    assert isinstance(window, MainWindow)
    assert window.form.note_banner.isVisible()
    for page in PAGES:
        window.show_page(page)
        _insist_on_read_only(window)
    meetings = window.show_page("meetings")
    assert isinstance(meetings, MeetingPage)
    for day in (OCTOBER, NOVEMBER):
        meetings.show_meeting(meeting_id(window._session, day))
        for step in STEPS:
            meetings.show_step(step)
            _insist_on_read_only(window)
    session = window._session
    cell = replace(session.register.cell, place="Nhà ông Hai")
    assert session.do(change_cell, session.register, cell) is not None
    banner = window.form.fault_banner
    assert banner.isVisible()
    assert banner.text_label.text() == words.fault(Fault.LOOK_ONLY, newer)
    assert session.register.cell.place != "Nhà ông Hai"
    window.undo()
    program.close()
    assert ask.told == []
    assert newer.read_bytes() == data
    assert [one.name for one in newer.parent.glob(f"{newer.stem}*")] == [newer.name]


def _insist_on_read_only(window: MainWindow) -> None:
    QApplication.processEvents()
    fields: list[QLineEdit | QPlainTextEdit | QAbstractSpinBox] = [
        *window.findChildren(QLineEdit),
        *window.findChildren(QPlainTextEdit),
        *window.findChildren(QAbstractSpinBox),
    ]
    for field in fields:
        if field.isVisible() and field.objectName() != SEARCH:
            assert field.isReadOnly(), f"{field.objectName()} can be written"
