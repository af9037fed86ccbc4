"""Waiting until a disk has what was written: files, and the names in a folder."""

from __future__ import annotations

import errno
import os
import sys
from contextlib import suppress
from typing import IO, TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_NO_SYNC = {errno.EINVAL, errno.ENOTSUP, errno.EBADF, errno.EACCES, errno.EPERM}


def sync_file(file: IO[bytes]) -> None:
    """Return when the device has the content of an open file."""
    os.fsync(file.fileno())
    if sys.platform == "darwin":
        import fcntl

        # On macOS fsync leaves the bytes in the cache of the device itself.
        with suppress(OSError):
            fcntl.fcntl(file.fileno(), fcntl.F_FULLFSYNC)


def sync_folder(folder: Path) -> None:
    """Return when the device has the names; systems without that keep them with the file."""
    if sys.platform == "win32":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    except OSError as wrong:
        if wrong.errno not in _NO_SYNC:
            raise
    finally:
        os.close(handle)
