"""No network, ever: nothing that the program does opens a socket to another computer."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.whole_journey import WAYS, at_home

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

JOURNEY = """
from pathlib import Path
from tests.whole_journey import WAYS

WAYS[sys.argv[1]](Path(sys.argv[2]))
"""

# What a library in C does is seen by the system alone.
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


@dataclass(frozen=True)
class Watched:
    """A journey that was taken; `network` is what the system saw, None where nobody may look."""

    done: subprocess.CompletedProcess[str]
    network: list[str] | None


def watched(folder: Path, way: str, acts: str = JOURNEY) -> Watched:
    here, trace = folder / way, folder / "trace"
    here.mkdir(mode=0o700)
    look = ["strace", "-f", "-qq", "-e", "trace=network", "-o", str(trace)]
    before = look if may_look(trace) else []
    done = subprocess.run(
        [*before, sys.executable, "-c", HOOK + acts + END, way, str(here)],
        cwd=folder,
        env=at_home(here),
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    if not before:
        return Watched(done, None)
    calls = trace.read_text(encoding="utf-8", errors="replace").splitlines()
    # Sockets of the same computer, AF_UNIX, are how Qt asks its desktop.
    return Watched(done, [line for line in calls if NETWORK.search(line)])


def may_look(trace: Path) -> bool:
    if shutil.which("strace") is None:
        return False
    probe = subprocess.run(["strace", "-o", str(trace), "true"], capture_output=True, check=False)
    return probe.returncode == 0


@pytest.fixture(scope="module", params=WAYS)
def journey(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Watched:
    return watched(tmp_path_factory.mktemp("journey"), request.param)


@pytest.mark.thorough
def test_a_whole_journey_opens_no_socket(journey: Watched) -> None:
    done = journey.done
    assert done.returncode == 0, done.stdout[-2000:] + done.stderr[-2000:]
    assert "SEEN [] []" in done.stdout


@pytest.mark.thorough
def test_the_system_sees_no_socket_of_a_network(journey: Watched) -> None:
    if journey.network is None:
        pytest.skip("no strace on this machine, or it may not trace")
    assert journey.network == []


def test_a_planted_socket_is_seen(tmp_path: Path) -> None:
    found = watched(tmp_path, "planted", PLANTED)
    assert found.done.returncode == 1
    assert "socket.connect" in found.done.stdout
    assert found.network is None or any("connect(" in line for line in found.network)


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
