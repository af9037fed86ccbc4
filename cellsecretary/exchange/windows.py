"""What Windows needs of its own: a way to read past its cache, and to let a stick go.

`Kernel` is the few calls of the system; what is done with them is the same on any machine.
"""

from __future__ import annotations

import errno
import mmap
import re
import sys
import time
from contextlib import suppress
from pathlib import PureWindowsPath
from typing import TYPE_CHECKING, Protocol

from cellsecretary.exchange.delivery import BLOCK, NoWayPastCache

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

LOCK, DISMOUNT, EJECT = 0x00090018, 0x00090020, 0x002D4808
"""FSCTL_LOCK_VOLUME, FSCTL_DISMOUNT_VOLUME, IOCTL_STORAGE_EJECT_MEDIA."""

TRIES, PAUSE = 20, 0.5
"""How often, and after how many seconds, a stick is asked for that somebody still reads."""


class Kernel(Protocol):
    """The calls of the system; what fails raises `OSError`."""

    def open_file(self, path: str) -> int:
        """Open a file for reading past the cache."""

    def open_volume(self, volume: str) -> int:
        """Open the volume of a drive, while others have it open too."""

    def read(self, handle: int, buffer: mmap.mmap) -> int:
        """Fill the buffer and count the bytes; raise `NoWayPastCache` for what is not aligned."""

    def control(self, handle: int, code: int) -> bool:
        """Ask a volume for something, and tell whether it was done."""

    def close(self, handle: int) -> None:
        """Close what was opened."""


# Reading past the cache


def read_past_cache(path: Path, kernel: Kernel | None = None) -> Iterator[bytes]:
    """Read a file from its disk; a file that Windows does not open so raises `NoWayPastCache`."""
    kernel, size = kernel or kernel32(), path.stat().st_size
    try:
        handle = kernel.open_file(str(path))
    except OSError as wrong:
        raise NoWayPastCache from wrong
    try:
        yield from cut(_sectors(kernel, handle), size)
    finally:
        kernel.close(handle)


def _sectors(kernel: Kernel, handle: int) -> Iterator[bytes]:
    # Place, length and memory of such a read must be whole sectors: a block is sixteen of the
    # largest there are, and memory of its own begins a page.
    buffer = mmap.mmap(-1, BLOCK)
    while count := kernel.read(handle, buffer):
        yield buffer[:count]
        if count < BLOCK:
            return  # the end: a further read would begin within a sector


def cut(blocks: Iterable[bytes], size: int) -> Iterator[bytes]:
    """Cut at the size of a file what was read in whole sectors."""
    for block in blocks:
        yield block[:size]
        size -= len(block[:size])
        if not size:
            return


# Letting a stick go


def eject(
    folder: Path, kernel: Kernel | None = None, wait: Callable[[float], None] = time.sleep
) -> bool:
    """Let the stick go on which a folder is, once nobody else has a file of it open."""
    volume = volume_of(folder)
    if not volume:
        return False
    kernel = kernel or kernel32()
    with suppress(OSError):
        handle = kernel.open_volume(volume)
        try:
            return (
                _locked(kernel, handle, wait)
                and kernel.control(handle, DISMOUNT)
                and kernel.control(handle, EJECT)
            )
        finally:
            kernel.close(handle)  # which also takes back a lock
    return False


def _locked(kernel: Kernel, handle: int, wait: Callable[[float], None]) -> bool:
    """Lock a volume; a scanner for viruses may hold a new file for a moment."""
    for _ in range(TRIES):
        if kernel.control(handle, LOCK):
            return True
        wait(PAUSE)
    return False


def volume_of(folder: Path) -> str:
    r"""Name the volume of a folder as Windows opens it, `\\.\E:`; empty for one without letter."""
    drive = PureWindowsPath(folder).drive
    return rf"\\.\{drive}" if re.fullmatch("[A-Za-z]:", drive) else ""


# The calls themselves

if sys.platform == "win32":
    import ctypes
    from ctypes import wintypes

    _READ, _WRITE = 0x80000000, 0x40000000
    _SHARE_ALL = 0x7
    _OPEN_EXISTING = 3
    _NO_BUFFERING = 0x20000000
    _NO_HANDLE = ctypes.c_void_p(-1).value
    _INVALID_PARAMETER = 87

    class _Kernel32:
        def __init__(self) -> None:
            # A library of our own: types set on that of ctypes would be those of everybody.
            self._dll = dll = ctypes.WinDLL("kernel32", use_last_error=True)
            word, pointer, handle = wintypes.DWORD, wintypes.LPVOID, wintypes.HANDLE
            words = ctypes.POINTER(word)
            dll.CreateFileW.argtypes = (
                *(wintypes.LPCWSTR, word, word, pointer),  # name, access, sharing, security
                *(word, word, handle),  # disposition, flags, template
            )
            dll.CreateFileW.restype = handle
            # Handle, memory, bytes wanted, bytes read, overlapped.
            dll.ReadFile.argtypes = (handle, pointer, word, words, pointer)
            dll.DeviceIoControl.argtypes = (
                *(handle, word, pointer, word),  # handle, code, input and its size
                *(pointer, word, words, pointer),  # output, its size, bytes of it, overlapped
            )
            dll.CloseHandle.argtypes = (handle,)
            for call in (dll.ReadFile, dll.DeviceIoControl, dll.CloseHandle):
                call.restype = wintypes.BOOL

        def open_file(self, path: str) -> int:
            return self._open(path, _READ, _NO_BUFFERING)

        def open_volume(self, volume: str) -> int:
            return self._open(volume, _READ | _WRITE, 0)

        def _open(self, name: str, access: int, flags: int) -> int:
            handle = self._dll.CreateFileW(
                name, access, _SHARE_ALL, None, _OPEN_EXISTING, flags, None
            )
            if handle in (None, _NO_HANDLE):
                raise ctypes.WinError(ctypes.get_last_error())
            return int(handle)

        def read(self, handle: int, buffer: mmap.mmap) -> int:
            count, memory = wintypes.DWORD(), ctypes.c_char.from_buffer(buffer)
            if self._dll.ReadFile(
                handle, ctypes.byref(memory), len(buffer), ctypes.byref(count), None
            ):
                return count.value
            error = ctypes.get_last_error()
            if error == _INVALID_PARAMETER:
                raise NoWayPastCache
            # Python would call a checksum that is wrong on the disk "access denied".
            raise OSError(errno.EIO, ctypes.FormatError(error))

        def control(self, handle: int, code: int) -> bool:
            count = wintypes.DWORD()
            return bool(
                self._dll.DeviceIoControl(handle, code, None, 0, None, 0, ctypes.byref(count), None)
            )

        def close(self, handle: int) -> None:
            self._dll.CloseHandle(handle)

    def kernel32() -> Kernel:
        """Give the calls of this Windows."""
        return _Kernel32()

else:

    def kernel32() -> Kernel:
        """Say that this is no Windows."""
        raise NoWayPastCache
