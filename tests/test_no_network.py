"""No network, ever: nothing that the program does opens a socket to another computer."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.building import THON_3

ROOT = Path(__file__).parent.parent

HOOK = """
import sys

seen = []

def hook(event, arguments):
    # Qt and the bus of the desktop speak to the same computer, past Python.
    if event.startswith("socket."):
        seen.append((event, [str(one) for one in arguments[1:]]))

sys.addaudithook(hook)
"""

# The practice meeting is held in the window; another is sent, collected, and seen on the board.
JOURNEY = """
import datetime as dt
from pathlib import Path
from cellsecretary.app import main

here, scenario = Path(sys.argv[1]), sys.argv[2]
assert main(["--practice", "--tour", str(here / "tour")]) == 0
assert main(["demo", str(here / "a.chibo"), "--from", scenario]) == 0
stick, board = here / "stick", here / "xa.bangxa"
stick.mkdir()
assert main(["send", str(here / "a.chibo"), "--meeting", "2026-10-03", "--to", str(stick)]) == 0
assert main(["collect", str(board), str(stick), "--accept-new"]) == 0
assert main(["board", str(board), "--json"]) == 0
assert main(["handover", str(here / "a.chibo"), "--to", str(stick)]) == 0

from PySide6.QtWidgets import QApplication
from cellsecretary.ui.ask import Ask
from cellsecretary.ui.board.window import PAGES
from cellsecretary.ui.program import Program
from cellsecretary.ui.settings import Settings

program = Program(
    QApplication.instance(), Settings(here / "settings.ini"),
    lambda: dt.datetime(2026, 11, 21, 9), here / "practice.chibo", Ask(),
)
assert program.open_board(board)
for page in PAGES:
    program.window.show_page(page)
    QApplication.processEvents()
program.close()
"""

PLANTED = """
import socket
try:
    socket.create_connection(("127.0.0.1", 9), 0.1)
except OSError:
    pass
"""

END = """
loaded = [name for name in sys.modules if name == "PySide6.QtNetwork"]
print("SEEN", seen, loaded)
sys.exit(bool(seen or loaded))
"""

NETWORK = re.compile(r"AF_INET6?|AF_PACKET|AF_NETLINK|AF_BLUETOOTH|AF_VSOCK")


def journey(folder: Path, *before: str, acts: str = JOURNEY) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*before, sys.executable, "-c", HOOK + acts + END, str(folder), str(THON_3)],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def test_a_whole_journey_opens_no_socket(tmp_path: Path) -> None:
    done = journey(tmp_path)
    assert done.returncode == 0, done.stdout[-2000:] + done.stderr[-2000:]
    assert "SEEN [] []" in done.stdout


def test_a_planted_socket_is_seen(tmp_path: Path) -> None:
    done = journey(tmp_path, acts=PLANTED)
    assert done.returncode == 1
    assert "socket.connect" in done.stdout


@pytest.mark.skipif(shutil.which("strace") is None, reason="no strace on this machine")
def test_the_system_sees_no_socket_of_a_network(tmp_path: Path) -> None:
    trace = tmp_path / "trace"
    probe = subprocess.run(["strace", "-o", str(trace), "true"], capture_output=True, check=False)
    if probe.returncode:
        pytest.skip("strace may not trace here")
    done = journey(tmp_path, "strace", "-f", "-qq", "-e", "trace=network", "-o", str(trace))
    assert done.returncode == 0, done.stderr[-2000:]
    calls = trace.read_text(encoding="utf-8", errors="replace").splitlines()
    # Sockets of the same computer, AF_UNIX, are how Qt asks its desktop.
    assert [line for line in calls if NETWORK.search(line)] == []


# Links

WAYS_OUT = re.compile(
    r"QDesktopServices|openUrl|[oO]penExternalLinks|QtNetwork|webbrowser|urllib\.request|"
    r"http\.client|(import|from) (socket|ssl|smtplib|ftplib|requests)\b"
)


def ways_out(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if WAYS_OUT.search(line)]


def test_nothing_leads_out_of_the_program_and_addresses_are_plain_text() -> None:
    sources = [*ROOT.glob("cellsecretary/**/*.py"), *ROOT.glob("forms/*.ui")]
    assert len(sources) > 100
    found = {path.name: ways_out(path.read_text(encoding="utf-8")) for path in sources}
    assert {name: lines for name, lines in found.items() if lines} == {}


def test_a_planted_way_out_is_found() -> None:
    assert ways_out("from PySide6.QtGui import QDesktopServices")
    assert ways_out('<property name="openExternalLinks"><bool>true</bool></property>')
