"""Writing a paper beside its place and renaming it, so that the old one survives a failure."""

from __future__ import annotations

import errno
import os
import secrets
from contextlib import suppress
from typing import TYPE_CHECKING

from cellsecretary.own_files import create
from cellsecretary.papers.errors import Fault, PaperError

if TYPE_CHECKING:
    from pathlib import Path

_FULL = {errno.ENOSPC, errno.EDQUOT} if hasattr(errno, "EDQUOT") else {errno.ENOSPC}


def replace_file(path: Path, content: bytes) -> None:
    """Put the content at `path` whole or not at all; a file that may not be written stays.

    Whoever saves a paper decides who else may read it: it is for its owner alone until then.
    """
    if path.is_dir() or (path.exists() and not os.access(path, os.W_OK)):
        raise PaperError(Fault.TARGET_NOT_WRITABLE, str(path))
    # A short name of its own: the target's may already be as long as the disk allows.
    beside = path.parent / f".{secrets.token_hex(6)}.part"
    try:
        with create(beside) as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(path)
    except OSError as wrong:
        with suppress(OSError):
            beside.unlink()
        fault = Fault.DISK_FULL if wrong.errno in _FULL else Fault.TARGET_NOT_WRITABLE
        raise PaperError(fault, str(path)) from wrong
