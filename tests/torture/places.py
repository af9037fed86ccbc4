"""Where tortures put their books, and the processes that they run in."""

from __future__ import annotations

import multiprocessing
import tempfile
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

IN_MEMORY = Path("/dev/shm")


@contextmanager
def folder_in_memory() -> Iterator[Path]:
    """Give a folder that is gone afterwards, in memory where the system has such a place."""
    place = str(IN_MEMORY) if IN_MEMORY.is_dir() else None
    with tempfile.TemporaryDirectory(prefix="torture-", dir=place) as folder:
        yield Path(folder)


def workers(processes: int | None) -> ProcessPoolExecutor:
    """Give processes that share nothing with this one: it may have a window and threads."""
    return ProcessPoolExecutor(processes, multiprocessing.get_context("spawn"))
