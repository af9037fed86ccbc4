"""What the program makes on a disk is for its owner alone: the one place where files are made.

Files are made so and never changed to it: a stick that knows no owners passes it over without an
error.
"""

from __future__ import annotations

import os
from typing import IO, TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

OF_OWNER, FOLDER_OF_OWNER = 0o600, 0o700

PART = ".part"
"""How the name of a file ends that is not whole yet; such a file is nobody's."""


def _owner_opens(path: str, how: int) -> int:
    """Open a file for `open`; one that was not there is made for its owner alone."""
    return os.open(path, how, OF_OWNER)


def create(path: Path, buffering: int = -1) -> IO[bytes]:
    """Open a new file for writing; one that is there raises `FileExistsError`."""
    return open(path, "xb", buffering, opener=_owner_opens)


def rewrite(path: Path) -> IO[str]:
    """Open a text file for writing from its beginning."""
    return open(path, "w", encoding="utf-8", opener=_owner_opens)


def append(path: Path) -> IO[bytes]:
    """Open a file for writing at its end."""
    return open(path, "ab", opener=_owner_opens)


def touch(path: Path, *, exist_ok: bool = True) -> None:
    """See that a file is there, and is empty if it was not."""
    path.touch(mode=OF_OWNER, exist_ok=exist_ok)


def make_folder(folder: Path) -> None:
    """Make a folder, and those around it that are not there."""
    missing = [place for place in (folder, *folder.parents) if not place.exists()]
    for place in reversed(missing):
        place.mkdir(mode=FOLDER_OF_OWNER, exist_ok=True)
