"""One writer: a file beside the book says which window writes it, and the system keeps the hold.

Locks of libraries truncate their file as they try it, and the name of the holder with it; this one
has to be readable by whoever is turned away.
"""

from __future__ import annotations

import getpass
import json
import os
import platform
import sys
from contextlib import suppress
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from cellsecretary.own_files import OF_OWNER, touch
from cellsecretary.store.errors import BookError, Fault

if TYPE_CHECKING:
    import datetime as dt
    from pathlib import Path

_FAR = 1 << 30
"""The byte that is locked on Windows: the names in front of it stay readable."""


@dataclass(frozen=True, slots=True)
class Holder:
    """Who writes a file, since when."""

    computer: str
    account: str
    process: int
    since: str

    @property
    def is_here(self) -> bool:
        """Tell whether its window can be raised: it is of this computer and of this account."""
        return (self.computer, self.account) == (platform.node(), account())


class InUse(BookError):
    """Somebody else writes the file; `holder` is None when the lock cannot be read."""

    def __init__(self, path: Path, holder: Holder | None) -> None:
        super().__init__(Fault.IN_USE, path)
        self.holder = holder


class WriterLock:
    """The right to write one file; it ends with `release`, and with the process by itself.

    A lock that a dead process left behind is simply taken: the system let go of it.
    """

    def __init__(self, path: Path, now: dt.datetime) -> None:
        self._lock = lock_file(path)
        self._mode = _mode_beside(path)
        self._requests = request_file(path)
        self._handle: int | None = None
        holder = Holder(platform.node(), account(), os.getpid(), now.isoformat(timespec="minutes"))
        try:
            handle = self._held_handle(path)
        except OSError:
            # Where no file can be made beside the book it cannot be written either: SQLite says so.
            return
        self._handle = handle
        text = json.dumps(asdict(holder), ensure_ascii=False)
        with suppress(OSError):
            os.ftruncate(handle, 0)
            os.write(handle, text.encode())
        with suppress(OSError):
            self._requests.unlink(missing_ok=True)

    def _held_handle(self, path: Path) -> int:
        while True:
            handle = self._opened(path)
            if not hold(handle):
                os.close(handle)
                raise InUse(path, read_holder(path))
            # Whoever had it before may just have taken its file away: then it locks nothing.
            with suppress(FileNotFoundError):
                if os.path.samestat(os.fstat(handle), self._lock.stat()):
                    return handle
            os.close(handle)

    def _opened(self, path: Path) -> int:
        try:
            return os.open(self._lock, os.O_RDWR | os.O_CREAT, self._mode)
        except PermissionError:
            if not self._lock.exists():
                raise
        # It is of another account, which may be at work.
        try:
            return os.open(self._lock, os.O_RDONLY)
        except PermissionError:
            raise InUse(path, None) from None

    def was_asked_for(self) -> bool:
        """Tell once whether a second start asked for the window of this one."""
        try:
            self._requests.unlink()
        except OSError:
            return False
        return True

    def release(self) -> None:
        """Let others write."""
        if self._handle is None:
            return
        handle, self._handle = self._handle, None
        if sys.platform == "win32":
            # An open file cannot be deleted there.
            os.close(handle)
            handle = -1
        with suppress(OSError):
            self._lock.unlink(missing_ok=True)
        if handle >= 0:
            os.close(handle)


def _mode_beside(path: Path) -> int:
    """Give who may read the lock of a file: whoever may read the file itself."""
    with suppress(OSError):
        return OF_OWNER | (path.stat().st_mode & 0o044)
    return OF_OWNER


def lock_file(path: Path) -> Path:
    """Name the file beside a book that says who writes it."""
    path = path.resolve()
    return path.with_name(f"{path.name}.lock")


def request_file(path: Path) -> Path:
    """Name the file by which a second start asks for the window of the first."""
    path = path.resolve()
    return path.with_name(f"{path.name}.show")


def ask_for_window(path: Path) -> bool:
    """Ask the program that writes a file to raise its window; False when that cannot be left."""
    try:
        touch(request_file(path))
    except OSError:
        return False
    return True


def read_holder(path: Path) -> Holder | None:
    """Read who writes a file, None when it cannot be known."""
    try:
        plain = json.loads(lock_file(path).read_text(encoding="utf-8"))
        return Holder(
            str(plain["computer"]),
            str(plain["account"]),
            int(plain["process"]),
            str(plain["since"]),
        )
    except (OSError, ValueError, TypeError, LookupError):
        return None


def account() -> str:
    """Give the name of the account on this computer, "" when it has none."""
    with suppress(OSError, KeyError):
        return getpass.getuser()
    return ""


if sys.platform == "win32":
    import msvcrt

    def hold(handle: int) -> bool:
        """Hold an open file until it is closed; False when another holds it."""
        try:
            os.lseek(handle, _FAR, os.SEEK_SET)
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        os.lseek(handle, 0, os.SEEK_SET)
        return True

else:
    import fcntl

    def hold(handle: int) -> bool:
        """Hold an open file until it is closed; False when another holds it."""
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        except OSError:
            # A disk that knows no locks: SQLite's own are all there is.
            return True
        return True
