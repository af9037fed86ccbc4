"""Folders for their owner alone: where books are kept, and where one is for a moment."""

from __future__ import annotations

import os
import shutil
import tempfile
import weakref
from contextlib import suppress
from pathlib import Path

from cellsecretary.own_files import FOLDER_OF_OWNER
from cellsecretary.store.lock import hold

_PREFIX = "cellsecretary-"
_HELD = ".held"


class PassingFolder:
    """A folder for what is needed for a moment; it goes with `close`, at the latest at the exit.

    Where the program was killed it stays, and `clear_left_behind` of the next start takes it away.
    """

    def __init__(self, place: Path | None = None) -> None:
        place = place or Path(tempfile.gettempdir())
        # The hold is there before the folder: no other start finds one that nobody holds.
        handle, held = tempfile.mkstemp(suffix=_HELD, prefix=_name(place), dir=place)
        self.path = Path(held.removesuffix(_HELD))
        hold(handle)
        self.close = weakref.finalize(self, _let_go, handle, self.path)
        self.path.mkdir(mode=FOLDER_OF_OWNER)

    def __enter__(self) -> Path:
        return self.path

    def __exit__(self, *_error: object) -> None:
        self.close()


def clear_left_behind(place: Path | None = None) -> None:
    """Take away the passing folders that a killed program left; those in use stay."""
    place = place or Path(tempfile.gettempdir())
    for held in place.glob(f"{_name(place)}*{_HELD}"):
        # Of another account it may be at work, and is not ours to take away.
        with suppress(OSError):
            handle = os.open(held, os.O_RDWR | getattr(os, "O_NOFOLLOW", 0))
            if _is_ours(handle) and hold(handle):
                _let_go(handle, held.with_name(held.name.removesuffix(_HELD)))
            else:
                os.close(handle)


def _is_ours(handle: int) -> bool:
    return not hasattr(os, "geteuid") or os.fstat(handle).st_uid == os.geteuid()


def _name(place: Path) -> str:
    """Give how the names begin: hidden where people look for their files."""
    return _PREFIX if place == Path(tempfile.gettempdir()) else f".{_PREFIX}"


def _let_go(handle: int, folder: Path) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    os.close(handle)
    # As long as the folder could not be taken away the next start has to find it.
    if not folder.exists():
        with suppress(OSError):
            Path(f"{folder}{_HELD}").unlink()
