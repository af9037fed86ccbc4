"""Vietnamese typed for real: ibus-unikey, a real screen, keys from outside the program.

Four processes: the program under Xvfb, its window manager, ibus with Unikey, and xdotool, which
presses keys and the mouse as a hand does.
"""

from __future__ import annotations

import json
import os
import queue
import shutil
import subprocess
import sys
import threading
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from cellsecretary.rules import bundled
from cellsecretary.store import Book
from tests.building import record_of
from tests.desktop import MANAGER, SCREEN, SESSION_BUS, managed, told_by

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

ROOT = Path(__file__).parent.parent.parent
PATIENCE = 30
"""Seconds that a busy machine may take for one letter; usually it is a hundredth of one."""

ASKED = 100
"""Times that ibus is asked for Unikey while it starts."""

METHODS = {"telex": ("Tieengs", "Vieejt"), "vni": ("Tie6ng1", "Vie6t5")}
"""The keys for two words."""

Seen = dict[str, Any]


def what_lacks() -> str:
    """Tell what of the system is needed and not there, empty when nothing is."""
    if sys.platform != "linux":
        return "ibus is of Linux"
    for program in ("Xvfb", "dbus-daemon", "ibus-daemon", "ibus", "xdotool"):
        if shutil.which(program) is None:
            return f"{program} is not installed"
    if MANAGER is None:
        return "openbox is not installed"
    if not Path("/usr/share/ibus/component/unikey.xml").exists():
        return "ibus-unikey is not installed"
    return ""


class Desk:
    """The program as a hand and an eye have it: keys, clicks, and what is seen."""

    def __init__(self, env: dict[str, str], program: subprocess.Popen[str]) -> None:
        self.env = env
        self.seen: Seen = {}
        self._program = program
        self._lines: queue.Queue[str] = queue.Queue()
        self._ear = threading.Thread(target=self._listen, daemon=True)
        self._ear.start()

    def type(self, keys: str) -> None:
        self._hand("type", "--delay", "25", keys)

    def press(self, *keys: str) -> None:
        self._hand("key", "--delay", "25", *keys)

    def click(self, field: str) -> None:
        x, y = self.seen["spots"][field]
        self._hand("mousemove", str(x), str(y), "click", "1")

    def wait(self, what: str, found: Callable[[Seen], bool]) -> None:
        """Wait until the program shows something."""
        while not (self.seen and found(self.seen)):
            try:
                line = self._lines.get(timeout=PATIENCE)
            except queue.Empty:
                pytest.fail(f"never seen: {what}; last: {self.seen}")
            if not line:
                pytest.fail(f"the program ended before: {what}")
            self.seen = json.loads(line)

    def close(self) -> None:
        """End the program, and hear it out."""
        self._program.terminate()
        self._ear.join(PATIENCE)

    def _hand(self, *command: str) -> None:
        subprocess.run(["xdotool", *command], env=self.env, check=True, timeout=PATIENCE)

    def _listen(self) -> None:
        assert self._program.stdout is not None
        for line in self._program.stdout:
            self._lines.put(line)
        self._lines.put("")


@pytest.fixture
def keyboard(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[dict[str, str]]:
    """Give the environment of a desktop whose keyboard is Unikey, of the method asked for."""
    if lacks := what_lacks():
        pytest.skip(lacks)
    runtime = tmp_path / "runtime"
    runtime.mkdir(mode=0o700)
    settings = tmp_path / "config" / "glib-2.0" / "settings"
    settings.mkdir(parents=True)
    method = getattr(request, "param", "telex")
    (settings / "keyfile").write_text(
        f"[org/freedesktop/ibus/engine/unikey]\ninput-method='{method}'\n", "utf-8"
    )
    env = {
        **{name: value for name, value in os.environ.items() if name != "WAYLAND_DISPLAY"},
        "XDG_RUNTIME_DIR": str(runtime),
        "XDG_CONFIG_HOME": str(tmp_path / "config"),
        "GSETTINGS_BACKEND": "keyfile",
        "PYTHONPATH": str(ROOT),
        "LC_ALL": "C.UTF-8",
        "QT_QPA_PLATFORM": "xcb",
        "QT_IM_MODULE": "ibus",
    }
    with told_by(*SCREEN, env=env) as number, told_by(*SESSION_BUS, env=env) as address:
        env |= {"DISPLAY": f":{number}", "DBUS_SESSION_BUS_ADDRESS": address}
        with managed(env), unikey(env):
            yield env


@contextmanager
def unikey(env: dict[str, str]) -> Iterator[None]:
    """Keep ibus, with Unikey chosen."""
    quiet, engine = subprocess.DEVNULL, ["ibus", "engine"]
    daemon = ["ibus-daemon", "--xim", "--panel=disable", "--config=disable", "-t", "refresh"]
    with subprocess.Popen(daemon, env=env, stdout=quiet, stderr=quiet) as process:
        try:
            # The daemon may not be there yet: it is asked until it is.
            for _ in range(ASKED):
                subprocess.run([*engine, "Unikey"], env=env, capture_output=True, check=False)
                told = subprocess.run(engine, env=env, capture_output=True, text=True, check=False)
                if told.stdout.strip() == "Unikey":
                    break
            else:
                pytest.skip(f"ibus does not offer Unikey: {told.stderr}")
            yield
        finally:
            process.terminate()


@contextmanager
def desk(env: dict[str, str], book: Path, *what: str) -> Iterator[Desk]:
    """Keep the program open on a book, with the keyboard in it."""
    command = [sys.executable, "-m", "tests.telex.desk", str(book), *what]
    said = book.with_name("program.txt")
    with (
        said.open("w", encoding="utf-8") as errors,
        subprocess.Popen(
            command, cwd=ROOT, env=env, stdout=subprocess.PIPE, stderr=errors, text=True
        ) as program,
    ):
        hand = Desk(env, program)
        try:
            yield hand
        finally:
            hand.close()
            if "xcb" in said.read_text("utf-8", "replace"):
                pytest.skip("the libraries of Qt's xcb platform are not installed")


@pytest.fixture
def book(replayed_file: Path, tmp_path: Path) -> Path:
    return Path(shutil.copyfile(replayed_file, tmp_path / "thon-3.chibo"))


@pytest.mark.thorough
@pytest.mark.parametrize("keyboard", sorted(METHODS), indirect=True)
def test_minutes_are_typed_in_telex_and_in_vni(
    keyboard: dict[str, str], book: Path, request: pytest.FixtureRequest
) -> None:
    first, second = METHODS[request.node.callspec.params["keyboard"]]
    with desk(keyboard, book) as hand:
        hand.wait("the minutes", lambda seen: seen["active"] and seen["focus"] == "body_edit")
        hand.type(f"{first} {second}")
        hand.wait("the second word composed", lambda seen: seen["composing"] == "Việt")
        # Autosave keeps what is written, and leaves alone what is composed.
        hand.wait("autosave", lambda seen: seen["kept"] == "Tiếng ")
        assert hand.seen["composing"] == "Việt"
        hand.type(" Nam")
        hand.wait("more", lambda seen: seen["fields"]["body_edit"] == "Tiếng Việt ")
        # A click elsewhere in the middle of a word.
        hand.wait("a word composed", lambda seen: seen["composing"] == "Nam")
        hand.click("conclusion_edit")
        hand.wait("the other field", lambda seen: seen["focus"] == "conclusion_edit")
        hand.wait("all kept", lambda seen: seen["kept"] == "Tiếng Việt Nam")
        # Tab in the middle of a word, and undo after it.
        hand.type(second)
        hand.press("Tab")
        hand.wait("the conclusion kept", lambda seen: seen["conclusion"] == "Việt")
        hand.press("shift+Tab")
        hand.wait("back", lambda seen: seen["focus"] == "conclusion_edit")
        hand.press("ctrl+z")
        hand.wait("undone", lambda seen: seen["fields"]["conclusion_edit"] == "")
        hand.press("ctrl+shift+z")
        hand.wait("done again", lambda seen: seen["fields"]["conclusion_edit"] == "Việt")
        hand.press("Tab")
    with closing(Book.open(book, bundled())) as kept:
        item = record_of(kept).agenda[0]
    assert (item.body, item.conclusion) == ("Tiếng Việt Nam", "Việt")


@pytest.mark.thorough
def test_a_line_a_date_and_a_combo_box_take_telex(keyboard: dict[str, str], book: Path) -> None:
    with desk(keyboard, book, "member") as hand:
        hand.wait("the dialog", lambda seen: seen["active"] and "born_edit" in seen["fields"])
        hand.click("name_edit")
        hand.wait("the name", lambda seen: seen["focus"] == "name_edit")
        hand.type("Haf Thij Mawng")
        hand.press("Tab")
        hand.wait("a name", lambda seen: seen["fields"]["name_edit"] == "Hà Thị Măng")
        hand.click("born_edit")
        hand.wait("the date", lambda seen: seen["focus"] == "born_edit")
        hand.type("mungf 5 thangs 9 nawm 1958")
        hand.press("Tab")
        hand.wait("a date", lambda seen: seen["fields"]["born_edit"] == "05/09/1958")
        hand.click("post_box")
        hand.wait("the post", lambda seen: seen["focus"] == "post_box")
        hand.press("ctrl+a")
        hand.type("Toor truwowrng")
        hand.press("Tab")
        hand.wait("a post", lambda seen: seen["fields"]["post_box"] == "Tổ trưởng")
