"""Real small disks for tests to fill up; where none may be mounted the test is skipped."""

from __future__ import annotations

import shutil
import subprocess
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@contextmanager
def small_disk(place: Path) -> Iterator[Path]:
    """Put a disk of one megabyte at a place for a while."""
    place.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(place)]
    if (
        shutil.which("mount") is None
        or subprocess.run(command, check=False, capture_output=True).returncode
    ):
        pytest.skip("no right to mount a small disk here")
    try:
        yield place
    finally:
        subprocess.run(["umount", str(place)], check=True)


def fill_up(disk: Path, *, but: int = 0) -> Path:
    """Fill a disk up but for some bytes; give what takes the room."""
    film = disk / "film"
    with film.open("wb", buffering=0) as file:
        with suppress(OSError):
            while True:
                file.write(b"x" * 4096)
        file.truncate(max(file.tell() - but, 0))
    return film
