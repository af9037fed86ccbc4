"""The program in a process of its own, with a fault planted: at its start, and while one types."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from tests.building import NOVEMBER
from tests.conftest import ROOT

if TYPE_CHECKING:
    from pathlib import Path

PROGRAM = """
import os, sys
from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication
from cellsecretary.ui import launch
from cellsecretary.ui.dialogs.error import ErrorDialog
from cellsecretary.ui.program import Program
from cellsecretary.ui.settings import Settings

Settings.language = property(lambda self: "en", lambda self, value: None)

def fail(*_given):
    raise ValueError("Nguyễn Thị Mười")

def type_into(field, text):
    for letter in text:
        event = QInputMethodEvent()
        event.setCommitString(letter)
        QCoreApplication.sendEvent(field, event)

def shown(kind):
    return [one for one in QApplication.allWidgets() if isinstance(one, kind) and one.isVisible()]

def told():
    return shown(ErrorDialog)

def wait_for(found, act):
    def look():
        if found():
            timer.stop()
            act()
    timer = QTimer(QApplication.instance())
    timer.timeout.connect(look)
    timer.start(10)

def begin(act):
    # The window is there once events run.
    made = Program.__init__
    def init(self, app, *given, **named):
        made(self, app, *given, **named)
        QTimer.singleShot(0, self, lambda: act(self))
    Program.__init__ = init
{body}
sys.exit(launch.run(sys.argv[1:]))
"""


@pytest.fixture
def book_file(replayed_file: Path, tmp_path: Path) -> Path:
    path = tmp_path / "Chi bộ thôn 3.chibo"
    shutil.copyfile(replayed_file, path)
    return path


def launched(body: str, *words: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", PROGRAM.replace("{body}", body), *map(str, words)],
        env={
            **os.environ,
            "PYTHONPATH": str(ROOT),
            "PYTHONIOENCODING": "utf-8",
            "QT_QPA_PLATFORM": "offscreen",
        },
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        timeout=120,
    )


def body_of(path: Path) -> str:
    """Read the first body of November as another program does."""
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as conn:
        found = conn.execute(
            "select body from agenda_items join meetings on meetings.id = agenda_items.meeting "
            "where date = ? order by position limit 1",
            [NOVEMBER],
        ).fetchone()
    return str(found[0])


def log(home: Path) -> str:
    (path,) = home.rglob("cellsecretary.log")
    return path.read_text("utf-8")


START = """
def look(program):
    page = program.window.centralWidget()
    print(type(page).__name__, page.isVisible())
    (dialog,) = told()
    print(dialog.form.what_label.text())
    dialog.form.copy_button.click()
    print(QApplication.clipboard().text())
    dialog.form.close_button.click()
    program.practise()
    print(type(program.window).__name__)
    QApplication.quit()

{fault}
begin(lambda program: wait_for(told, lambda: look(program)))
"""


@pytest.mark.thorough
@pytest.mark.parametrize(
    "fault",
    [
        "Program.open_file = fail",
        "from cellsecretary.ui.session import Session; real = Session.__init__\n"
        "times = iter((1, 0))\n"
        "Session.__init__ = lambda self, *given: (fail if next(times) else real)(self, *given)",
    ],
    ids=["file", "session"],
)
def test_a_fault_in_the_start_is_told_and_leaves_the_choices_of_the_first_start(
    book_file: Path, own_home: Path, fault: str
) -> None:
    before = book_file.read_bytes()
    done = launched(START.replace("{fault}", fault), book_file)
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("StartPage True\nThe program met a fault"), done.stderr
    assert "ValueError" in done.stdout
    assert done.stdout.endswith("MainWindow\n"), "the program goes on"
    assert "Mười" not in done.stdout
    assert "Traceback" not in done.stderr
    assert "unexpected error" in log(own_home)
    assert "Mười" not in log(own_home)
    assert book_file.read_bytes() == before


TYPING = """
def work(program):
    from cellsecretary.ui.panels.minutes import MinutesPanel
    window = program.window
    (meeting,) = window._session.book.values("select id from meetings where date = '2026-11-03'")
    page = window.show_meeting(meeting)
    field = page.show_step("minutes").form.body_edit
    field.selectAll()
    type_into(field, "Bí thư khai mạc, ")
    {fault}
    type_into(field, "nêu lý do")
    wait_for(told, lambda: {end})

begin(work)
"""
WHOLE = "Bí thư khai mạc, nêu lý do"


@pytest.mark.thorough
@pytest.mark.parametrize("fault", ["QTimer.singleShot(0, fail)", "field.textChanged.connect(fail)"])
@pytest.mark.parametrize("end", ["os._exit(7)", "QApplication.quit()"])
def test_what_is_typed_around_a_fault_is_in_the_file(
    book_file: Path, own_home: Path, fault: str, end: str
) -> None:
    done = launched(TYPING.replace("{fault}", fault).replace("{end}", end), book_file)
    assert done.returncode == (7 if "_exit" in end else 0), done.stderr
    assert body_of(book_file) == WHOLE
    assert "unexpected error" in log(own_home)
    assert "Bí thư" not in log(own_home)


@pytest.mark.thorough
def test_the_start_after_a_fault_comes_back_to_the_minutes_that_were_being_written(
    book_file: Path,
) -> None:
    first = TYPING.replace("{fault}", "QTimer.singleShot(0, fail)").replace("{end}", "os._exit(7)")
    assert launched(first, book_file).returncode == 7
    again = """
def look(program):
    place = program.window.place()
    print(place.page, place.step)
    QApplication.quit()

begin(look)
"""
    done = launched(again)
    assert done.stdout == "meetings minutes\n", done.stderr


SIGN = """
def look():
    sign = shown(LedgerWindow)[0].windowIcon()
    picture = sign.pixmap(QSize(32, 32), 1.0).toImage()
    print(picture.pixelColor(16, 3).name(), picture.pixelColor(0, 0).alpha())
    QApplication.quit()

from PySide6.QtCore import QSize
from cellsecretary.ui.ledger_window import LedgerWindow
begin(lambda program: wait_for(lambda: shown(LedgerWindow), look))
"""


def test_the_window_bears_the_sign_of_the_program(book_file: Path) -> None:
    done = launched(SIGN, book_file)
    assert done.stdout.split() == ["#9b1c1c", "0"], done.stderr
