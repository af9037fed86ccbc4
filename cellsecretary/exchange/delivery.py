"""Putting a file onto a stick so that it is there: written aside, read back, then renamed.

A file bears its final name only after its bytes were read back from the device and were the same.
"""

from __future__ import annotations

import errno
import hashlib
import os
import secrets
import shutil
import sys
from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum
from typing import IO, TYPE_CHECKING

from cellsecretary import own_files
from cellsecretary.store.syncing import sync_file, sync_folder

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

BLOCK = 1 << 16
"""Bytes written or read between two looks at whether the user gave up."""

FULL = {errno.ENOSPC, *({errno.EDQUOT} if hasattr(errno, "EDQUOT") else ())}
_CLOSED_TO_WRITING = {errno.EROFS, errno.EACCES, errno.EPERM}


class Undelivered(StrEnum):
    """Why a file did not come onto the device."""

    NO_FOLDER = "no_folder"
    NO_ROOM = "no_room"
    READ_ONLY = "read_only"
    DIFFERENT = "different"
    BROKEN = "broken"
    CANCELLED = "cancelled"


class DeliveryError(Exception):
    """A file is not known to be on the device; under its name is still what was, or the whole."""

    def __init__(self, why: Undelivered, place: str) -> None:
        super().__init__(f"{why.value}: {place}")
        self.why = why
        self.place = place


class NoWayPastCache(Exception):
    """The system does not read this file past its cache; nothing is said of the file itself."""


@dataclass(frozen=True, slots=True)
class Delivered:
    """A file that was read back from its device and is what was meant."""

    path: Path
    size: int
    sha256: str


class Device:
    """The acts on a folder that can fail; tests put in one that fails where they say."""

    def create(self, path: Path) -> IO[bytes]:
        """Open a new file for writing."""
        return own_files.create(path, buffering=0)

    def sync(self, file: IO[bytes]) -> None:
        """Return when the device has what was written."""
        sync_file(file)

    def read_back(self, path: Path) -> Iterator[bytes]:
        """Read a file past the cache, as far as the system lets us; read it in any case."""
        done, way = 0, self.way_past_cache()
        if way is not None:
            try:
                for block in way(path):
                    done += len(block)
                    yield block
            except NoWayPastCache:
                pass  # what is left is read as usual
            else:
                return
        with path.open("rb", buffering=0) as file:
            file.seek(done)
            _pass_by_cache(file.fileno())
            while block := file.read(BLOCK):
                yield block

    def way_past_cache(self) -> Callable[[Path], Iterator[bytes]] | None:
        """Give the way of a system where a file has to be opened for that; raises `OSError` too."""
        if sys.platform == "win32":
            from cellsecretary.exchange.windows import read_past_cache

            return read_past_cache
        return None

    def rename(self, path: Path, to: Path) -> None:
        """Give a file its final name, in place of the one that bears it."""
        path.replace(to)

    def sync_folder(self, folder: Path) -> None:
        """Return when the device has the names; systems without that keep them with the file."""
        sync_folder(folder)

    def remove(self, path: Path) -> None:
        """Take a file away."""
        path.unlink(missing_ok=True)

    def make_folder(self, path: Path) -> None:
        """Make a folder; one that is there is kept with what is in it."""
        path.mkdir(mode=own_files.FOLDER_OF_OWNER, exist_ok=True)

    def volume(self, folder: Path) -> int:
        """Give the number of the volume that a folder is on."""
        return folder.stat().st_dev

    def free(self, folder: Path) -> int:
        """Count the bytes that there is room for."""
        return shutil.disk_usage(folder).free


def deliver(
    content: bytes,
    folder: Path,
    name: str,
    *,
    device: Device | None = None,
    progress: Callable[[int, int], bool] | None = None,
    volume: int = 0,
) -> Delivered:
    """Put `content` into a folder under a name.

    With `volume` the folder must be on that one from beginning to end, or there is no folder.
    `progress` is told the bytes done of all, writing and reading back counted once each; when it
    answers no, nothing is delivered. Whatever goes wrong raises `DeliveryError`.
    """
    device = device or Device()
    if not os.path.isdir(folder):  # of a name that no disk bears `Path` would raise an error
        raise DeliveryError(Undelivered.NO_FOLDER, str(folder))
    # A short name of its own: the target's may already be as long as the disk allows.
    beside = folder / f"{secrets.token_hex(6)}{own_files.PART}"
    told = _Progress(progress, 2 * len(content), folder / name)
    try:
        _insist_on(volume, device, folder)
        if device.free(folder) < len(content):
            raise DeliveryError(Undelivered.NO_ROOM, str(folder / name))
        _write(device, beside, content, told)
        meant = hashlib.sha256(content).hexdigest()
        if _hash_of(device, beside, told) != meant:
            raise DeliveryError(Undelivered.DIFFERENT, str(folder / name))
        _insist_on(volume, device, folder)
        device.rename(beside, folder / name)
        device.sync_folder(folder)
        _insist_on(volume, device, folder)
    except OSError as wrong:
        _clear(device, beside)
        raise DeliveryError(_reason(wrong, folder), str(folder / name)) from wrong
    except BaseException:
        _clear(device, beside)
        raise
    return Delivered(folder / name, len(content), meant)


def _insist_on(volume: int, device: Device, folder: Path) -> None:
    if volume and device.volume(folder) != volume:
        raise DeliveryError(Undelivered.NO_FOLDER, str(folder))


def make_folder(place: Path, name: str, device: Device | None = None, *, volume: int = 0) -> Path:
    """Make a folder for several files, and give its path; what fails raises `DeliveryError`."""
    device = device or Device()
    path = place / name
    try:
        _insist_on(volume, device, place)
        device.make_folder(path)
        device.sync_folder(place)
    except OSError as wrong:
        raise DeliveryError(_reason(wrong, place), str(path)) from wrong
    return path


class _Progress:
    def __init__(self, tell: Callable[[int, int], bool] | None, total: int, place: Path) -> None:
        self._tell, self._total, self._place, self._done = tell, total, place, 0

    def step(self, size: int) -> None:
        self._done += size
        if self._tell is not None and not self._tell(self._done, self._total):
            raise DeliveryError(Undelivered.CANCELLED, str(self._place))


def _write(device: Device, path: Path, content: bytes, told: _Progress) -> None:
    view = memoryview(content)
    with device.create(path) as file:
        for start in range(0, len(content), BLOCK):
            block = view[start : start + BLOCK]
            # An unbuffered file may take less than it is given.
            taken = 0
            while taken < len(block):
                count = file.write(block[taken:])
                if not count:
                    raise OSError(errno.EIO, "the device takes no more")
                taken += count
            told.step(len(block))
        device.sync(file)


def _hash_of(device: Device, path: Path, told: _Progress) -> str:
    found = hashlib.sha256()
    for block in device.read_back(path):
        found.update(block)
        told.step(len(block))
    return found.hexdigest()


def _pass_by_cache(handle: int) -> None:
    if sys.platform == "linux":
        os.posix_fadvise(handle, 0, 0, os.POSIX_FADV_DONTNEED)
    elif sys.platform == "darwin":
        import fcntl

        fcntl.fcntl(handle, fcntl.F_NOCACHE, 1)


def _clear(device: Device, path: Path) -> None:
    with suppress(OSError):
        device.remove(path)


def _reason(wrong: OSError, folder: Path) -> Undelivered:
    if wrong.errno in FULL:
        return Undelivered.NO_ROOM
    if wrong.errno in _CLOSED_TO_WRITING:
        return Undelivered.READ_ONLY
    with suppress(OSError):
        if folder.is_dir():
            return Undelivered.BROKEN
    return Undelivered.NO_FOLDER
