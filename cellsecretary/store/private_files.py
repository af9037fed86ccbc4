"""Writing small files that hold a secret: whole or not at all."""

from __future__ import annotations

import secrets
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from cellsecretary.own_files import PART, create
from cellsecretary.store.syncing import sync_file, sync_folder

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


def put_new(content: bytes, path: Path) -> None:
    """Put a file where there is none; one that is there raises FileExistsError.

    Made whole under another name, then linked: of two programs that start at once one file stays.
    """
    with _beside(content, path) as beside:
        try:
            path.hardlink_to(beside)
        except FileExistsError:
            raise
        except OSError:  # a file system without links
            if path.exists():
                raise FileExistsError(path) from None
            beside.rename(path)


def put_in_place(content: bytes, path: Path) -> None:
    """Put a file in the place of one that is there, which stays as it is until then."""
    with _beside(content, path) as beside:
        beside.replace(path)


@contextmanager
def _beside(content: bytes, path: Path) -> Iterator[Path]:
    """Give a file with the content that is on the disk; it is gone afterwards, if not renamed."""
    # A short name of its own: that of the file may already be as long as the disk allows.
    beside = path.with_name(f"{secrets.token_hex(6)}{PART}")
    file = create(beside)
    try:
        with file:
            file.write(content)
            file.flush()
            sync_file(file)
        yield beside
    finally:
        beside.unlink(missing_ok=True)
    # The file has its name already: to say that it was not written would be wrong.
    with suppress(OSError):
        sync_folder(path.parent)
