"""Proves a zip of the bundle: unpacked on a read-only place with a Vietnamese name, and run there.

On Linux a wall stands around it (bubblewrap): inside are the bundle, the libraries of the system,
an empty home and nothing else; no Python, no shell, no source tree, no variable of this one's
environment. Elsewhere the environment is emptied and the place is read-only, and that is all.
"""

from __future__ import annotations

import os
import shutil
import stat
import subprocess
import sys
import tempfile
import time
import zipfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from tools.reach import PROJECT

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

PLACE = "O \u0111\u0129a USB c\u1ee7a th\u01b0 k\u00fd/Ch\u01b0\u01a1ng tr\u00ecnh chi b\u1ed9"
"""Where it is unpacked: letters with marks, and spaces."""

PASSWORD = "m\u1eadt kh\u1ea9u th\u1eed"

PATIENCE = 120
"""Seconds that a step may take; a slow machine takes ten."""


class NotProven(Exception):
    """The bundle did not do what it must."""


class Place:
    """An unpacked bundle, and the home of somebody who has never used it."""

    def __init__(self, root: Path, archive: Path, name: str) -> None:
        self.outside = root / PLACE
        unpack(archive, self.outside)
        self.folder = self.outside / name
        self.home = root / "home"
        self.work = root / "work"
        self.data = root / "data"
        for folder in (self.home, self.work, self.data):
            folder.mkdir()
        inner = "Contents/MacOS/cellsecretary" if sys.platform == "darwin" else "cellsecretary"
        self.program = self.folder / (f"{inner}.exe" if sys.platform == "win32" else inner)
        beside = self.outside if sys.platform == "darwin" else self.folder
        self.beside = beside / "data"

    def command(self, *words: str, is_read_only: bool = True, has_data: bool = False) -> list[str]:
        """Give the command that runs the program, behind the wall where there is one."""
        if sys.platform != "linux":
            return [str(self.program), *words]
        bind = "--ro-bind" if is_read_only else "--bind"
        wall = ["bwrap", "--unshare-all", "--die-with-parent", "--new-session", "--clearenv"]
        wall += ["--setenv", "HOME", str(self.home), "--setenv", "QT_QPA_PLATFORM", "offscreen"]
        for folder in ("/usr/lib", "/usr/lib64", "/etc/ld.so.cache", "/etc/fonts"):
            wall += ["--ro-bind-try", folder, folder]
        for folder in ("lib", "lib64"):
            wall += ["--symlink", f"usr/{folder}", f"/{folder}"]
        for python in sorted(Path("/usr/lib").glob("python*")):
            wall += ["--tmpfs", str(python)]
        wall += ["--proc", "/proc", "--dev", "/dev", "--tmpfs", "/tmp"]
        wall += [bind, str(self.outside), str(self.outside)]
        for own in (self.home, self.work):
            wall += ["--bind", str(own), str(own)]
        if has_data:
            wall += ["--bind", str(self.data), str(self.beside)]
        return [*wall, "--chdir", "/", str(self.program), *words]

    def run(self, *words: str, stdin: str = "", is_read_only: bool = True) -> tuple[int, str]:
        """Run the program to its end; give the exit code and all that it said."""
        done = subprocess.run(
            self.command(*words, is_read_only=is_read_only),
            input=stdin.encode(),
            env=self.environment(),
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            timeout=PATIENCE,
            check=False,
        )
        return done.returncode, done.stdout.decode("utf-8", "replace")

    def environment(self) -> dict[str, str]:
        """Give the whole environment of the program: what the system cannot do without."""
        if sys.platform == "linux":
            return {"PATH": os.environ["PATH"]}  # for bubblewrap, which passes none of it on
        kept = ("SYSTEMROOT", "SYSTEMDRIVE", "WINDIR", "TEMP", "TMP", "TMPDIR")
        of_system = {name: os.environ[name] for name in kept if name in os.environ}
        names = ("HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA")
        return of_system | dict.fromkeys(names, str(self.home)) | {"QT_QPA_PLATFORM": "offscreen"}

    @contextmanager
    def opened(self, *words: str, has_data: bool = False) -> Iterator[None]:
        """Open the window for as long as the block takes."""
        command = self.command(*words, has_data=has_data)
        quiet = subprocess.DEVNULL
        with subprocess.Popen(
            command, env=self.environment(), stdin=quiet, stdout=quiet, stderr=quiet
        ) as window:
            try:
                yield
            finally:
                window.kill()


def prove(archive: Path, name: str) -> None:
    """Unpack a zip and prove what is in it; raise what does not hold."""
    if sys.platform == "linux" and shutil.which("bwrap") is None:
        raise NotProven("bubblewrap is needed for the wall: apt-get install bubblewrap")
    root = Path(tempfile.mkdtemp(prefix="bundle-"))
    try:
        place = Place(root, archive, name)
        place.beside.mkdir()
        _write_protect(place.outside)
        for step in (_wall, _self_test, _commands, _password, _settings):
            step(place)
            print(f"proven: {step.__name__.removeprefix('_').replace('_', ' ')}", flush=True)
    finally:
        _write_protect(root, undo=True)
        shutil.rmtree(root)


# The steps


def _wall(place: Place) -> None:
    """See that the tree and every Python are out of reach, as far as there is a wall."""
    if sys.platform != "linux":
        return
    for there in (PROJECT / "pyproject.toml", Path(sys.executable).resolve(), Path("/bin/sh")):
        if not there.exists():
            raise NotProven(f"{there} is not there to be hidden")
        code, said = place.run("check", str(there))
        if code != 1 or "Kh\u00f4ng th\u1ea5y" not in said:
            raise NotProven(f"{there} can be seen through the wall: {said}")


def _self_test(place: Place) -> None:
    """Let the program prove itself: on a place that is read-only, then with modes alone."""
    for is_read_only in (True, False):
        _succeed(place, "--self-test", is_read_only=is_read_only)


def _commands(place: Place) -> None:
    """Go from a new book to its papers by commands."""
    book, papers = place.work / "s\u1ed5 chi b\u1ed9.chibo", place.work / "gi\u1ea5y"
    papers.mkdir()
    _succeed(place, "demo", str(book))
    _succeed(place, "check", str(book))
    _succeed(place, "paper", str(book), "--form", "minutes", "-o", str(papers / "minutes.pdf"))
    _succeed(place, "handover", str(book), "--to", str(papers))
    found = sorted(path.suffix for path in papers.iterdir())
    if found != [".pdf", ".zip"]:
        raise NotProven(f"papers are missing: {found}")


def _password(place: Place) -> None:
    """Open a locked book, which SQLCipher alone reads."""
    from cellsecretary.rules import bundled
    from cellsecretary.store import Book
    from cellsecretary.store.encrypting import encrypt
    from cellsecretary.store.key_file import new_key, new_slots

    book = place.work / "kh\u00f3a.chibo"
    _succeed(place, "demo", str(book))
    key = new_key()
    encrypt(book, Book, key, new_slots(key, PASSWORD), place.work / "backups", bundled())
    if book.read_bytes().startswith(b"SQLite format 3"):
        raise NotProven("the book was not locked")
    _succeed(place, "check", str(book), stdin=f"{PASSWORD}\n")
    code, _ = place.run("check", str(book), stdin="x\n")
    if code != 1:
        raise NotProven("a locked book was opened with a wrong password")


def _settings(place: Place) -> None:
    """See where the window keeps its settings: beside it in `data`, if that can be written."""
    beside = place.data / "settings.ini"
    if sys.platform == "linux":
        with place.opened("--practice", has_data=True):
            _wait_for(beside)
        if _settings_at_home(place):
            raise NotProven("settings are in the home although there is a folder for them")
    with place.opened("--practice"):
        _wait_for(place.home)
    if not _settings_at_home(place):
        raise NotProven("a read-only folder for settings left the window without any")


def _settings_at_home(place: Place) -> list[Path]:
    return list(place.home.rglob("settings.ini"))


def _wait_for(path: Path) -> None:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        if path.is_file() or (path.is_dir() and list(path.rglob("settings.ini"))):
            return
        time.sleep(0.1)
    raise NotProven(f"nothing was written to {path}")


def _succeed(place: Place, *words: str, stdin: str = "", is_read_only: bool = True) -> None:
    code, said = place.run(*words, stdin=stdin, is_read_only=is_read_only)
    if code != 0:
        raise NotProven(f"{' '.join(words)}: {code}\n{said}")


# Files


def unpack(archive: Path, folder: Path) -> None:
    """Unpack a zip as a desktop does it: with links, and with what can be run."""
    with zipfile.ZipFile(archive) as packed:
        for entry in packed.infolist():
            path, mode = folder / entry.filename, entry.external_attr >> 16
            path.parent.mkdir(parents=True, exist_ok=True)
            if stat.S_ISLNK(mode):
                path.symlink_to(packed.read(entry).decode())
            else:
                path.write_bytes(packed.read(entry))
                path.chmod(stat.S_IMODE(mode))


def _write_protect(folder: Path, *, undo: bool = False) -> None:
    """Take everybody's leave to write from all that is in a folder, or give it to the owner."""
    paths: Sequence[Path] = [folder, *folder.rglob("*")]
    for path in paths:
        if not path.is_symlink():
            mode = path.stat().st_mode
            path.chmod(mode | stat.S_IWUSR if undo else mode & ~0o222)
