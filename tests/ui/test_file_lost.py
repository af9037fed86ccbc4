"""The open file is taken away, replaced or closed: said at the next act, nothing is lost."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication

from cellsecretary.core.operations.cell import change_cell
from cellsecretary.rules import bundled
from cellsecretary.store import Book, Fault
from cellsecretary.store.checking import check
from cellsecretary.ui.main_window import MainWindow
from tests.building import contents, new_book

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cellsecretary.messages import Messages
    from cellsecretary.ui.program import Program
    from tests.ui.asking import QueuedAsk

NOBODY = 65534

posix = pytest.mark.skipif(sys.platform == "win32", reason="an open file cannot be moved there")


@pytest.fixture
def path(program: Program, replayed_file: Path, tmp_path: Path) -> Path:
    """Give a book that is open in the window, with an act done in it."""
    (folder := tmp_path / "disk").mkdir()
    found = folder / "thon-3.chibo"
    shutil.copyfile(replayed_file, found)
    assert program.open_book(found)
    assert act(program, "Nhà ông Hai")
    return found


def window(program: Program) -> MainWindow:
    assert isinstance(program.window, MainWindow)
    return program.window


def act(program: Program, place: str) -> bool:
    """Do one act; tell whether it is saved."""
    session = window(program)._session
    cell = replace(session.register.cell, place=place)
    return session.do(change_cell, session.register, cell) is None


def insist_on_said(program: Program, words: Messages, fault: Fault, path: Path) -> None:
    """Insist that the window says why nothing is saved."""
    banner = window(program).form.fault_banner
    assert banner.isVisible()
    assert banner.text_label.text() == words.fault(fault, path)
    assert "Not saved" in window(program).form.saved_label.text()


def bring_back(program: Program) -> None:
    button = window(program).form.fault_banner.act_button
    assert button.isVisible()
    assert button.text() == "Bring the book back"
    button.click()
    QCoreApplication.processEvents()


def state(program: Program) -> tuple[str, tuple[int, str]]:
    """Give all rows of the open book with its history, and the newest step."""
    book = window(program)._session.book
    return contents(book), book.head()


def insist_on_all(
    program: Program, path: Path, before: tuple[str, tuple[int, str]], ask: QueuedAsk
) -> None:
    """Insist that everything is back, can be undone, and the next act is saved."""
    assert state(program) == before
    assert window(program)._session.register.cell.place == "Nhà ông Hai"
    assert window(program).form.note_banner.isVisible()
    assert window(program)._session.undo()
    assert window(program)._session.redo()
    assert act(program, "Nhà bà Ba")
    assert ask.told == []
    program.close()
    with closing(Book.open(path, bundled())) as book:
        assert check(book) == ()
        assert book.cell().place == "Nhà bà Ba"


@posix
def test_a_deleted_book_is_brought_back_whole(
    program: Program, path: Path, words: Messages, ask: QueuedAsk
) -> None:
    before = state(program)
    path.unlink()
    assert not act(program, "Nhà bà Ba")
    insist_on_said(program, words, Fault.GONE, path)
    bring_back(program)
    insist_on_all(program, path, before, ask)


@pytest.mark.thorough
@posix
def test_a_book_replaced_by_another_is_brought_back_and_the_other_kept(
    program: Program, path: Path, tmp_path: Path, words: Messages, ask: QueuedAsk
) -> None:
    before = state(program)
    other = tmp_path / "other.chibo"
    new_book(other).close()
    data = other.read_bytes()
    other.replace(path)
    assert not act(program, "Nhà bà Ba")
    insist_on_said(program, words, Fault.REPLACED, path)
    bring_back(program)
    insist_on_all(program, path, before, ask)
    assert [one.read_bytes() for one in path.parent.glob("*.damaged")] == [data]


@pytest.mark.thorough
@posix
def test_a_drive_that_is_gone_loses_nothing_and_is_as_before_when_it_is_back(
    program: Program, path: Path, words: Messages, ask: QueuedAsk
) -> None:
    before = state(program)
    away = path.parent.rename(path.parent.with_name("away"))
    assert not act(program, "Nhà bà Ba")
    insist_on_said(program, words, Fault.GONE, path)
    # It cannot be brought back to a place that is not there: that is said, and nothing is harmed.
    bring_back(program)
    assert len(ask.told) == 1
    ask.told.clear()
    away.rename(path.parent)
    assert program.open_book(path)
    assert state(program) == before
    assert act(program, "Nhà bà Ba")
    assert ask.told == []


@pytest.mark.thorough
@posix
def test_a_drive_that_is_taken_out_is_told_at_the_next_act(
    program: Program, replayed_file: Path, tmp_path: Path, words: Messages
) -> None:
    (drive := tmp_path / "drive").mkdir()
    command = ["mount", "-t", "tmpfs", "tmpfs", str(drive)]
    if shutil.which("mount") is None or subprocess.run(command, check=False).returncode:
        pytest.skip("this account cannot mount a drive")
    path = drive / "thon-3.chibo"
    try:
        shutil.copyfile(replayed_file, path)
        assert program.open_book(path)
        assert act(program, "Nhà ông Hai")
        before = state(program)
    finally:
        subprocess.run(["umount", "-l", drive], check=True)
    assert not act(program, "Nhà bà Ba")
    insist_on_said(program, words, Fault.GONE, path)
    # The empty folder is a place as good as any other.
    bring_back(program)
    assert state(program) == before


@contextmanager
def somebody() -> Iterator[None]:
    """Be an account that modes of files apply to."""
    if os.getuid() != 0:
        yield
        return
    os.setresuid(NOBODY, NOBODY, 0)
    try:
        yield
    finally:
        os.setresuid(0, 0, 0)


@posix
def test_a_folder_closed_to_writing_is_told_and_open_again_the_act_is_saved(
    program: Program, replayed_file: Path, words: Messages
) -> None:
    with tempfile.TemporaryDirectory() as place:
        os.chmod(place, 0o755)
        folder = Path(place, "disk")
        folder.mkdir()
        path = folder / "thon-3.chibo"
        shutil.copyfile(replayed_file, path)
        path.chmod(0o666)
        assert program.open_book(path)
        assert act(program, "Nhà ông Hai")
        before = state(program)
        folder.chmod(0o555)
        try:
            with somebody():
                saved = act(program, "Nhà bà Ba")
        finally:
            folder.chmod(0o777)
        assert not saved
        insist_on_said(program, words, Fault.READ_ONLY, path)
        assert state(program) == before
        assert act(program, "Nhà bà Ba")
        assert not window(program).form.fault_banner.isVisible()
        program.close()
