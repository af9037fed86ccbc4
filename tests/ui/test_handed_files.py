"""A book dropped onto the window, and one opened by a double click while a window is there."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import threading
from contextlib import closing
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QWidget

from cellsecretary.rules import bundled
from cellsecretary.store import Book
from cellsecretary.ui.handed_files import FirstWindow, open_handed
from cellsecretary.ui.main_window import MainWindow
from tests.conftest import ROOT
from tests.ui.scenes import settle

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from cellsecretary.ui.program import Program

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
COPY = Qt.DropAction.CopyAction
SOON = 100
"""Milliseconds in which nobody answers."""


@pytest.fixture
def book_file(practice_file: Path, tmp_path: Path) -> Path:
    path = tmp_path / "Chi bộ thôn 3.chibo"
    shutil.copyfile(practice_file, path)
    return path


@pytest.fixture
def other_file(practice_file: Path, tmp_path: Path) -> Path:
    path = tmp_path / "Chi bộ thôn 5.chibo"
    shutil.copyfile(practice_file, path)
    return path


def drop(widget: QWidget, *paths: Path) -> bool:
    """Drag files over a widget and let go; tell whether they were taken."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    enter = QDragEnterEvent(QPoint(5, 5), COPY, data, LEFT, NONE)
    QApplication.sendEvent(widget, enter)
    if enter.isAccepted():
        QApplication.sendEvent(widget, QDropEvent(QPointF(5, 5), COPY, data, LEFT, NONE))
    settle()
    return enter.isAccepted()


def shown(program: Program) -> Path | None:
    return program.opened.ledger.path if program.opened is not None else None


def test_a_book_dropped_onto_the_first_page_is_opened(program: Program, book_file: Path) -> None:
    assert program.window is not None
    assert program.window.acceptDrops()
    assert drop(program.window, book_file)
    assert shown(program) == book_file


@pytest.mark.thorough
def test_a_book_dropped_onto_an_open_one_takes_its_place_and_what_was_typed_is_kept(
    program: Program, book_file: Path, other_file: Path
) -> None:
    assert program.open_book(book_file)
    window = program.window
    assert isinstance(window, MainWindow)
    window.show_meeting(window._session.register.meetings[-1].id)
    page = window.show_page("meetings")
    field = page.show_step("minutes").form.body_edit  # type: ignore[attr-defined]
    field.setFocus()
    field.setPlainText("Bí thư nêu lý do")
    assert drop(field.viewport(), other_file)
    assert shown(program) == other_file
    with closing(Book.open(book_file, bundled())) as book:
        bodies = [one for one in book.values("select body from agenda_items") if one]
    assert "Bí thư nêu lý do" in bodies


@pytest.mark.thorough
def test_a_field_does_not_take_the_name_of_a_file_that_is_dropped(
    program: Program, tmp_path: Path
) -> None:
    window = program.practise()
    assert window is not None
    window.show_page("members")
    settle()
    field = next(one for one in window.findChildren(QLineEdit) if one.isVisible())
    picture = tmp_path / "ảnh.jpg"
    picture.touch()
    assert not drop(field, picture)
    assert field.text() == ""


@pytest.mark.parametrize("what", ["several", "a folder", "gone", "another kind"])
def test_what_is_no_single_book_is_not_taken(
    program: Program, book_file: Path, other_file: Path, tmp_path: Path, what: str
) -> None:
    assert program.window is not None
    given = {
        "several": (book_file, other_file),
        "a folder": (tmp_path,),
        "gone": (tmp_path / "mất.chibo",),
        "another kind": (tmp_path / "thư.docx",),
    }[what]
    assert not drop(program.window, *given)
    assert shown(program) is None


def test_under_a_dialog_nothing_is_taken(
    program: Program, book_file: Path, other_file: Path, qtbot: QtBot
) -> None:
    assert program.open_book(book_file)
    dialog = QDialog(program.window)
    qtbot.addWidget(dialog)
    dialog.open()
    assert program.window is not None
    assert not drop(program.window, other_file)
    assert shown(program) == book_file


# A second start


@pytest.fixture
def first(program: Program, tmp_path: Path) -> Iterator[FirstWindow]:
    made = FirstWindow(tmp_path / "place" / "window")
    assert made.begin()
    made.handed.connect(lambda path: open_handed(program, path))
    yield made
    made.end()


@pytest.mark.thorough
def test_a_second_start_hands_its_file_to_the_first_window(
    program: Program, first: FirstWindow, book_file: Path, tmp_path: Path
) -> None:
    second = FirstWindow(tmp_path / "place" / "window")
    assert not second.begin()
    assert second.hand_over(book_file, 5000)
    settle()
    assert shown(program) == book_file


def test_the_file_that_is_open_stays_open_and_only_comes_to_the_front(
    program: Program, first: FirstWindow, book_file: Path, tmp_path: Path
) -> None:
    assert program.open_book(book_file)
    window, opened = program.window, program.opened
    assert FirstWindow(tmp_path / "place" / "window").hand_over(book_file, 5000)
    settle()
    assert (program.window, program.opened) == (window, opened)


def test_a_window_with_a_dialog_is_left_alone_and_the_second_start_opens_its_own(
    program: Program, first: FirstWindow, book_file: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    dialog = QDialog(program.window)
    qtbot.addWidget(dialog)
    dialog.open()
    assert not FirstWindow(tmp_path / "place" / "window").hand_over(book_file, SOON)
    assert not (tmp_path / "place" / "window.open").exists()
    dialog.close()
    first.look()
    assert shown(program) is None, "what was given up is not opened later"


def test_after_the_first_has_gone_the_next_is_the_first(tmp_path: Path) -> None:
    one, other = FirstWindow(tmp_path / "window"), FirstWindow(tmp_path / "window")
    assert one.begin()
    assert not other.begin()
    one.end()
    (tmp_path / "window.open").write_text("/lost/since.chibo", encoding="utf-8")
    assert other.begin()
    assert not (tmp_path / "window.open").exists(), "what nobody took is forgotten"
    other.end()


def test_where_nothing_can_be_noted_each_start_has_its_own_window(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    one = FirstWindow(tmp_path / "file" / "window")
    assert one.begin()
    assert not one.hand_over(tmp_path / "x.chibo", SOON)


START = """
import sys
from PySide6.QtCore import QTimer
from cellsecretary.ui import launch
from cellsecretary.ui.program import Program
real = Program.open_file
def open_file(self, path):
    answer = real(self, path)
    print(path.name, flush=True)
    if path.name.endswith("5.chibo"):
        QTimer.singleShot(0, self, self._app.quit)
    return answer
Program.open_file = open_file
sys.exit(launch.run(sys.argv[1:]))
"""


@pytest.mark.thorough
def test_two_real_starts_share_one_window(
    book_file: Path, other_file: Path, own_home: Path
) -> None:
    command = [sys.executable, "-c", START]
    env = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"}
    with subprocess.Popen(
        [*command, book_file], env=env, stdout=subprocess.PIPE, encoding="utf-8"
    ) as first:
        too_long = threading.Timer(90, first.kill)
        too_long.start()
        assert first.stdout is not None
        assert first.stdout.readline() == "Chi bộ thôn 3.chibo\n"
        second = subprocess.run(
            [*command, other_file],
            env=env,
            capture_output=True,
            encoding="utf-8",
            check=False,
            timeout=60,
        )
        assert (second.returncode, second.stdout) == (0, ""), second.stderr
        assert first.communicate()[0] == "Chi bộ thôn 5.chibo\n"
        too_long.cancel()
    assert first.returncode == 0
