"""Fixtures that every folder of tests may use."""

import contextlib
import io
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pyrage
import pytest
from hypothesis import settings

from cellsecretary.app import main
from cellsecretary.rules import bundled
from cellsecretary.store import Book
from cellsecretary.store.engine import CAN_ENCRYPT
from cellsecretary.store.file_key import unlocked
from cellsecretary.store.key_file import key_file
from tests import easy_locks
from tests.building import practice_year, replayed
from tests.encrypted import Encrypted, encrypted_copy

ROOT = Path(__file__).parent.parent

# Qt's own screen without a screen is a square of 800 pixels, which no laptop has.
if os.environ.get("QT_QPA_PLATFORM") == "offscreen":
    os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={ROOT / 'tests' / 'screen.json'}"

# A run finds what the run before found: a few examples, or with `make thorough` a hundred. New ones
# are looked for by `make torture`.
settings.register_profile("few", derandomize=True, deadline=None, max_examples=20)
settings.register_profile("same", derandomize=True, deadline=None)
settings.register_profile("new", max_examples=2000, deadline=None)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "few"))


@pytest.fixture(autouse=True)
def own_home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Give each test a home of its own: no test may see or touch the books of the person."""
    home = tmp_path_factory.mktemp("home")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("HOME", str(home))
        for name in ("CONFIG", "DATA", "CACHE", "STATE", "DOCUMENTS"):
            patch.delenv(f"XDG_{name}_HOME", raising=False)
            patch.delenv(f"XDG_{name}_DIR", raising=False)
        if sys.platform == "win32":
            patch.setenv("USERPROFILE", str(home))
            patch.setenv("APPDATA", str(home / "AppData" / "Roaming"))
            patch.setenv("LOCALAPPDATA", str(home / "AppData" / "Local"))
        yield home


@pytest.fixture(autouse=True)
def no_words_left() -> Iterator[None]:
    """Fail the test that leaves a language behind: those after it would read other words."""
    yield
    if qt := sys.modules.get("PySide6.QtCore"):
        said = qt.QCoreApplication.translate("_Counted", "%n day(s) late", "", 1)
        assert said == "1 day(s) late", "a translator is still installed"


@pytest.fixture(autouse=True, scope="session")
def little_work() -> Iterator[None]:
    """Lock with little work whatever this process locks; tests/store/test_passwords.py does not."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pyrage.passphrase, "encrypt", easy_locks.encrypt)
        yield


@pytest.fixture(scope="session")
def replayed_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a book with October closed and November open and filled, to be copied."""
    path = tmp_path_factory.mktemp("replayed") / "thon-3.chibo"
    replayed(path).close()
    return path


@pytest.fixture(scope="session")
def encrypted_file(replayed_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Encrypted:
    """Give the replayed book encrypted, once."""
    return encrypted_copy(replayed_file, tmp_path_factory.mktemp("encrypted") / "thon-3.chibo")


@pytest.fixture
def locked(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Encrypted]:
    """Give a copy of the replayed book that its password and that of the deputy open."""
    if not CAN_ENCRYPT:
        pytest.skip("sqlcipher3 is not installed")
    whole: Encrypted = request.getfixturevalue("encrypted_file")
    path = tmp_path / "thon-3.chibo"
    shutil.copyfile(whole.path, path)
    shutil.copyfile(key_file(whole.path), key_file(path))
    yield Encrypted(path, whole.key, whole.slots)
    unlocked.forget(whole.key)


@pytest.fixture(scope="session")
def practice_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the book of the practice cell, to be read only."""
    path = tmp_path_factory.mktemp("practice") / "practice.chibo"
    practice = practice_year()
    practice.copy_to(path)
    practice.close()
    return path


@pytest.fixture
def practice(practice_file: Path) -> Iterator[Book]:
    """Give the practice cell, to be read only."""
    book = Book.open(practice_file, bundled())
    yield book
    book.close()


@pytest.fixture
def book(replayed_file: Path, tmp_path: Path) -> Iterator[Book]:
    """Give a copy of the replayed book; November lacks a result for T4."""
    path = tmp_path / "thon-3.chibo"
    shutil.copyfile(replayed_file, path)
    book = Book.open(path, bundled())
    yield book
    book.close()


Ended = subprocess.CompletedProcess[str]


@pytest.fixture
def run(tmp_path: Path) -> Callable[..., Ended]:
    """Give the command line, in an empty folder: what it says, and its exit code.

    What is `typed` comes to it as its input, which is no terminal.
    """

    def command(*words: object, typed: str = "") -> Ended:
        said = [io.TextIOWrapper(io.BytesIO(), encoding="utf-8") for _ in ("stdout", "stderr")]
        with (
            contextlib.chdir(tmp_path),
            contextlib.redirect_stdout(said[0]),
            contextlib.redirect_stderr(said[1]),
            pytest.MonkeyPatch.context() as patch,
        ):
            patch.setattr(sys, "stdin", io.StringIO(typed))
            patch.setattr(sys, "argv", ["cellsecretary", *map(str, words)])
            try:
                code = main()
            except SystemExit as end:
                code = int(end.code or 0)
        for stream in said:
            stream.seek(0)
        return Ended(list(map(str, words)), code, *(stream.read() for stream in said))

    return command


@pytest.fixture
def process(tmp_path: Path) -> Callable[..., Ended]:
    """Give the command line as `run` does, in a process of its own."""

    def command(*words: object, typed: str = "") -> Ended:
        return subprocess.run(
            [sys.executable, "-m", "cellsecretary", *map(str, words)],
            cwd=tmp_path,
            env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"},
            input=typed,
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
        )

    return command
