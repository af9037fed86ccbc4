"""A meeting held by somebody who only hears it: the real window, a real screen, real AT-SPI.

Three processes: the program under Xvfb, the accessibility bus, and `meeting.py` under the Python
of the system, which finds everything by role and name.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from pypdf import PdfReader

from cellsecretary.core.kinds import Mark, MeetingState, Result
from cellsecretary.rules import bundled
from cellsecretary.store import Book
from tests.building import record_of
from tests.desktop import MANAGER, SCREEN, SESSION_BUS, managed, told_by
from tests.ear.meeting import POINT, PRODUCT, TASK, WRITTEN

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

ROOT = Path(__file__).parent.parent.parent
SYSTEM_PYTHON = "/usr/bin/python3"
ENOUGH = 300
"""Seconds for the whole meeting; it takes about 15."""

KNOWS_ATSPI = "import gi; gi.require_version('Atspi', '2.0'); from gi.repository import Atspi"


def what_lacks() -> str:
    """Tell what of the system is needed and not there, empty when nothing is."""
    if sys.platform != "linux":
        return "AT-SPI is of Linux"
    for program in ("Xvfb", "dbus-daemon"):
        if shutil.which(program) is None:
            return f"{program} is not installed"
    if not Path("/usr/share/dbus-1/services/org.a11y.Bus.service").exists():
        return "at-spi2-core is not installed"
    if not Path(SYSTEM_PYTHON).exists():
        return f"there is no {SYSTEM_PYTHON}"
    asked = subprocess.run([SYSTEM_PYTHON, "-c", KNOWS_ATSPI], capture_output=True, check=False)
    return "" if asked.returncode == 0 else "python3-gi or gir1.2-atspi-2.0 is not installed"


@pytest.fixture
def room(tmp_path: Path) -> Iterator[dict[str, str]]:
    """Give the environment of a desk with a screen and a bus for readers, of its own."""
    if lacks := what_lacks():
        pytest.skip(lacks)
    runtime = tmp_path / "runtime"
    runtime.mkdir(mode=0o700)
    env = {
        **{name: value for name, value in os.environ.items() if name != "WAYLAND_DISPLAY"},
        "XDG_RUNTIME_DIR": str(runtime),
        "PYTHONPATH": str(ROOT),
        "LC_ALL": "C.UTF-8",
        "QT_QPA_PLATFORM": "xcb",
        "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
    }
    with told_by(*SCREEN, env=env) as number, told_by(*SESSION_BUS, env=env) as address:
        env |= {"DISPLAY": f":{number}", "DBUS_SESSION_BUS_ADDRESS": address}
        with managed(env):
            yield env


@contextmanager
def window(env: Mapping[str, str], book: Path, log: Path) -> Iterator[subprocess.Popen[bytes]]:
    """Keep the program open on a book, on the evening of the meeting."""
    command = [sys.executable, "-m", "tests.ear.evening", str(book)]
    with (
        log.open("wb") as said,
        subprocess.Popen(command, cwd=ROOT, env=env, stdout=said, stderr=said) as program,
    ):
        try:
            yield program
        finally:
            program.terminate()


@pytest.mark.thorough
def test_a_meeting_is_held_by_ear_alone(
    room: dict[str, str], practice_file: Path, tmp_path: Path
) -> None:
    paper, said = tmp_path / "minutes.pdf", tmp_path / "program.txt"
    kept_in = Path(shutil.copy(practice_file, tmp_path / "thon-3.chibo"))
    driver = [SYSTEM_PYTHON, "-m", "tests.ear.meeting", str(paper)]
    driver += ["--active"] if MANAGER else []
    with window(room, kept_in, said) as program:
        held = subprocess.run(
            driver,
            cwd=ROOT,
            env=room,
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=ENOUGH,
            check=False,
        )
        ended = program.poll()
    if ended is not None and "xcb" in said.read_text("utf-8", "replace"):
        pytest.skip("the libraries of Qt's xcb platform are not installed")
    kept = os.environ.get("CELLSECRETARY_EAR_LOG")
    if kept:
        with Path(kept).open("a", encoding="utf-8") as file:
            file.write(f"{held.stdout}{held.stderr}---- {held.returncode}\n")
    assert held.returncode == 0, held.stdout + held.stderr
    assert ended is None, said.read_text("utf-8", "replace")
    words = " ".join(" ".join(page.extract_text() for page in PdfReader(paper).pages).split())
    for text in (WRITTEN, TASK, PRODUCT, POINT.partition(" ")[2]):
        assert text in words
    with closing(Book.open(kept_in, bundled())) as book:
        record = record_of(book)
    assert record.meeting.state is MeetingState.CLOSED
    came = next(line for line in record.roster if line.number == 12)
    assert came.mark is Mark.PRESENT
    (given,) = [task for task in record.tasks if task.what == TASK]
    assert given.lead == came.member
    (ditch,) = [one.task.id for one in record.carried if one.task.code == "T4"]
    review = record.review_of(ditch)
    assert review is not None
    assert review.result is Result.DONE
