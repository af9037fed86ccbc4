"""Folders of the program: for their owner alone, and gone after use, be the program killed."""

from __future__ import annotations

import os
import shutil
import signal
import stat
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from cellsecretary.own_files import make_folder
from cellsecretary.store.private import PassingFolder, clear_left_behind

if TYPE_CHECKING:
    from collections.abc import Iterator

KILLED = """
import os, pathlib, signal
from cellsecretary.store.private import PassingFolder
folder = PassingFolder(pathlib.Path({place!r}))
(folder.path / "minutes.pdf").write_text("x")
print(folder.path, flush=True)
{end}
"""


@pytest.fixture(autouse=True)
def open_to_all() -> Iterator[None]:
    """Make files as an account does that hides nothing."""
    before = os.umask(0)
    yield
    os.umask(before)


def ended(place: Path, end: str) -> Path:
    """Let a process make a folder and end in a way; give the folder."""
    done = subprocess.run(
        [sys.executable, "-c", KILLED.format(place=str(place), end=end)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout, done.stderr
    return Path(done.stdout.strip())


def test_a_passing_folder_is_for_its_owner_alone_and_goes_after_use(tmp_path: Path) -> None:
    with PassingFolder(tmp_path) as folder:
        if os.name == "posix":
            assert stat.S_IMODE(folder.stat().st_mode) == 0o700
        (folder / "minutes.pdf").write_text("x")
    assert list(tmp_path.iterdir()) == []


def test_it_goes_at_the_exit_at_the_latest(tmp_path: Path) -> None:
    assert not ended(tmp_path, "").exists()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(os.name != "posix", reason="a signal that cannot be caught")
def test_what_a_killed_program_left_goes_at_the_next_start(tmp_path: Path) -> None:
    left = ended(tmp_path, f"os.kill(os.getpid(), {int(signal.SIGKILL)})")
    assert (left / "minutes.pdf").exists()
    with PassingFolder(tmp_path) as in_use:
        clear_left_behind(tmp_path)
        assert not left.exists()
        assert in_use.exists()
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_cannot_go_yet_goes_at_the_next_start(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = PassingFolder(tmp_path)
    (folder.path / "minutes.pdf").write_text("x")
    with monkeypatch.context() as patch:
        # On Windows what a viewer still shows stays.
        patch.setattr(shutil, "rmtree", lambda *_told, **_more: None)
        folder.close()
    assert (folder.path / "minutes.pdf").exists()
    clear_left_behind(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_the_folder_of_the_system_is_where_they_are_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    folder = PassingFolder()
    assert folder.path.parent == tmp_path
    assert folder.path.name.startswith("cellsecretary-")
    clear_left_behind()
    assert folder.path.exists()
    folder.close()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(os.name != "posix", reason="modes are of POSIX")
def test_the_folders_around_a_private_one_are_private_too(tmp_path: Path) -> None:
    make_folder(tmp_path / "share" / "cellsecretary" / "backups")
    made = [path for path in tmp_path.rglob("*") if path.is_dir()]
    assert len(made) == 3
    assert {stat.S_IMODE(path.stat().st_mode) for path in made} == {0o700}
