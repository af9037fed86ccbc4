"""A disk that writes down what is done to it, and that fails when it is told to.

SQLite is watched by a file system of its own (a VFS that hands everything on to the one of the
system), Python by its functions for files; what Python writes is seen when it next does something
else. It works where Python uses a SQLite library of the system: on Linux, mostly.
"""

from __future__ import annotations

import ctypes
import os
from contextlib import ExitStack
from enum import StrEnum
from pathlib import Path
from sqlite3 import SQLITE_FULL, SQLITE_IOERR
from typing import TYPE_CHECKING, Any, Self
from unittest.mock import patch

from tests.store.disk_events import (
    Create,
    Delete,
    Event,
    Mark,
    Rename,
    Resize,
    Sync,
    SyncFolder,
    Write,
    change,
)

if TYPE_CHECKING:
    from collections.abc import Callable


class NoLibrary(Exception):
    """Python's SQLite is no library that can be watched."""


class Trouble(StrEnum):
    """What a disk can do to a program."""

    FULL = "full"
    """No file grows any more; what is there can be written over."""
    QUOTA = "quota"
    """Nothing is written any more, as where writing over needs new room too."""
    HICCUP = "hiccup"
    """One operation fails, the next is as before."""
    GONE = "gone"
    """Nothing is written, opened or deleted any more: the stick was pulled."""
    UNSURE = "unsure"
    """A file is deleted, but its folder cannot be synced: nobody can tell what is on the disk."""


_IOERR_WRITE, _IOERR_FSYNC, _IOERR_DIR_FSYNC, _IOERR_TRUNCATE, _IOERR_DELETE = (
    SQLITE_IOERR | more << 8 for more in (3, 4, 5, 6, 10)
)
_CANTOPEN = 14
_OPEN_CREATE, _OPEN_DELETE_ON_CLOSE = 0x4, 0x8

_Pointer = ctypes.c_void_p
_OPEN = ctypes.CFUNCTYPE(ctypes.c_int, _Pointer, _Pointer, _Pointer, ctypes.c_int, _Pointer)
_DELETE = ctypes.CFUNCTYPE(ctypes.c_int, _Pointer, _Pointer, ctypes.c_int)
_CLOSE = ctypes.CFUNCTYPE(ctypes.c_int, _Pointer)
_WRITE = ctypes.CFUNCTYPE(ctypes.c_int, _Pointer, _Pointer, ctypes.c_int, ctypes.c_int64)
_TRUNCATE = ctypes.CFUNCTYPE(ctypes.c_int, _Pointer, ctypes.c_int64)
_SYNC = ctypes.CFUNCTYPE(ctypes.c_int, _Pointer, ctypes.c_int)
_OPEN_FOLDER = ctypes.CFUNCTYPE(ctypes.c_int, _Pointer, _Pointer)
_SET_CALL = ctypes.CFUNCTYPE(ctypes.c_int, _Pointer, ctypes.c_char_p, _Pointer)
_GET_CALL = ctypes.CFUNCTYPE(_Pointer, _Pointer, ctypes.c_char_p)


class _Methods(ctypes.Structure):
    """sqlite3_io_methods: what can be done with an open file."""

    _fields_ = [
        ("version", ctypes.c_int),
        ("close", _CLOSE),
        ("read", _Pointer),
        ("write", _WRITE),
        ("truncate", _TRUNCATE),
        ("sync", _SYNC),
        ("rest", _Pointer * 13),
    ]


class _FileSystem(ctypes.Structure):
    """sqlite3_vfs."""

    _fields_ = [
        ("version", ctypes.c_int),
        ("file_size", ctypes.c_int),
        ("longest_path", ctypes.c_int),
        ("next", _Pointer),
        ("name", ctypes.c_char_p),
        ("data", _Pointer),
        ("open", _OPEN),
        ("delete", _DELETE),
        ("others", _Pointer * 11),
        ("set_call", _SET_CALL),
        ("get_call", _GET_CALL),
        ("next_call", _Pointer),
    ]


_KEPT: list[object] = []
"""SQLite may call back as long as a connection is open: nothing that it knows may go."""


def library() -> ctypes.CDLL:
    """Give the SQLite that the program uses, Python's or SQLCipher's."""
    from cellsecretary.store.engine import sqlite3

    sqlite3.connect(":memory:").close()
    try:
        maps = Path("/proc/self/maps").read_text(encoding="utf-8", errors="replace")
    except OSError as error:
        raise NoLibrary("the libraries of a process can be seen on Linux only") from error
    name = "/sqlcipher3/_sqlite3" if sqlite3.__name__.startswith("sqlcipher3") else "/libsqlite3"
    paths = {line.split(maxsplit=5)[-1] for line in maps.splitlines() if name in line}
    if len(paths) != 1:
        raise NoLibrary("SQLite is built into this Python")
    return ctypes.CDLL(paths.pop())


class Disk:
    """What was done to the files below a folder, in `events`, since the `with` began.

    Connections opened before that are not seen.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder.resolve()
        self.events: list[Event] = []
        self.began = _files(self.folder)
        self.operations = 0
        """How many operations that can fail there were since the last `plan`."""
        self.failed = 0
        self._now = {path: bytearray(data) for path, data in self.began.items()}
        self._plan: tuple[Trouble, int] | None = None
        self._paths: dict[int, str] = {}
        self._methods: dict[int, tuple[_Methods, _Methods]] = {}
        self._is_on = False
        self._ways = ExitStack()
        self._library = library()

    # Trouble

    def plan(self, trouble: Trouble, at: int) -> None:
        """Let the operation of a number, counted from here, be the first in trouble."""
        self._plan, self.operations, self.failed = (trouble, at), 0, 0

    def mend(self) -> None:
        """Give room again; plug the stick in again."""
        self._plan = None

    def _fails(self, *, grows: bool, otherwise: int, is_opening: bool = False) -> int:
        """Count an operation and give the code with which it fails, 0 where it does not."""
        if self._plan is None or not self._is_on:
            return 0
        trouble, at = self._plan
        if trouble is Trouble.FULL and not grows:
            return 0
        if is_opening and trouble is not Trouble.GONE:
            return 0
        if (trouble is Trouble.UNSURE) is not (otherwise == _IOERR_DIR_FSYNC):
            return 0
        self.operations += 1
        is_once = trouble in (Trouble.HICCUP, Trouble.UNSURE)
        hit = self.operations == at if is_once else self.operations >= at
        if not hit:
            return 0
        self.failed += 1
        return SQLITE_FULL if trouble in (Trouble.FULL, Trouble.QUOTA) else otherwise

    # What is seen

    def mark(self, what: object) -> None:
        """Write down that the program has said something."""
        self._look()
        self.events.append(Mark(what))

    def _look(self) -> None:
        """Write down what Python wrote since the last look."""
        files = _files(self.folder)
        for path, data in files.items():
            known = self._now.get(path)
            if known is None:
                self._note(Create(path))
                known = self._now[path]
            if known != data:
                same = _same(known, data)
                if len(data) < len(known):
                    self._note(Resize(path, len(data)))
                self._note(Write(path, same, data[same:]))
        for path in self._now.keys() - files.keys():
            self._note(Delete(path))

    def _note(self, event: Event) -> None:
        self.events.append(event)
        now = self._now
        match event:
            case Create(path):
                now[path] = bytearray()
            case Delete(path):
                now.pop(path, None)
            case Rename(path, to, is_link):
                now[to] = now[path]
                if not is_link:
                    del now[path]
            case Write() | Resize():
                change(now[event.path], event)

    # Watching Python

    def __enter__(self) -> Self:
        self._watch_sqlite()
        self._watch(("replace", "rename"), lambda old, new: Rename(old, new))
        self._watch(("link",), lambda old, new: Rename(old, new, is_link=True))
        self._watch(("unlink", "remove"), lambda path: Delete(path))
        honest = os.fsync

        def fsync(file: Any) -> None:  # noqa: ANN401 - a number, or what has one
            path = os.readlink(f"/proc/self/fd/{file if isinstance(file, int) else file.fileno()}")
            self._look()
            honest(file)
            if self._is_ours(path):
                is_folder = os.path.isdir(path)
                self._note(SyncFolder(path) if is_folder else Sync(path))

        self._ways.enter_context(patch("os.fsync", fsync))
        self._is_on = True
        return self

    def __exit__(self, *_: object) -> None:
        self._look()
        self._is_on = False
        self._ways.close()
        self._library.sqlite3_vfs_unregister(ctypes.byref(self._system))

    def _watch(self, names: tuple[str, ...], event: Callable[..., Event]) -> None:
        for name in names:
            honest = getattr(os, name)

            def watched(
                *paths: Any,  # noqa: ANN401 - whatever os takes
                honest: Callable[..., Any] = honest,
                **more: Any,  # noqa: ANN401
            ) -> None:
                self._look()
                # A folder may be reached by another name; the file itself must not be resolved.
                whole = [os.path.abspath(os.fspath(path)) for path in paths]
                honest(*paths, **more)
                if self._is_on and self._is_ours(whole[-1]):
                    self._note(event(*whole))

            self._ways.enter_context(patch(f"os.{name}", watched))

    def _is_ours(self, path: str) -> bool:
        return path == str(self.folder) or path.startswith(f"{self.folder}{os.sep}")

    # Watching SQLite

    def _watch_sqlite(self) -> None:
        sqlite = self._library
        sqlite.sqlite3_vfs_find.restype = ctypes.POINTER(_FileSystem)
        self._honest = honest = sqlite.sqlite3_vfs_find(None).contents
        self._system = system = _FileSystem.from_buffer_copy(honest)
        system.name = b"written down"
        system.next = None
        self._callbacks = (
            _OPEN(self._open),
            _DELETE(self._delete),
            _CLOSE(self._close),
            _WRITE(self._write),
            _TRUNCATE(self._truncate),
            _SYNC(self._sync),
        )
        system.open, system.delete = self._callbacks[:2]
        _KEPT.append((self, self._callbacks, system))
        # A folder is opened for nothing else than to sync it.
        open_honestly = ctypes.cast(
            honest.get_call(ctypes.byref(honest), b"openDirectory"), _OPEN_FOLDER
        )

        def open_folder(path: int, handle: int) -> int:
            code = int(open_honestly(path, handle))
            # SQLite gives the path of a file, and its folder is opened.
            name = os.path.dirname(os.fsdecode(ctypes.string_at(path)))
            if code == 0 and self._is_on and self._is_ours(name):
                self._note(SyncFolder(name))
            return code

        self._open_folder = _OPEN_FOLDER(open_folder)
        honest.set_call(
            ctypes.byref(honest), b"openDirectory", ctypes.cast(self._open_folder, _Pointer)
        )
        self._ways.callback(honest.set_call, ctypes.byref(honest), b"openDirectory", None)
        sqlite.sqlite3_vfs_register(ctypes.byref(system), 1)

    def _open(self, system: int, name: int | None, file: int, flags: int, out: int | None) -> int:
        path = os.fsdecode(ctypes.string_at(name)) if name else ""
        is_seen = bool(name) and self._is_ours(path) and not flags & _OPEN_DELETE_ON_CLOSE
        is_new = is_seen and bool(flags & _OPEN_CREATE) and not os.path.exists(path)
        if is_seen:
            code = self._fails(grows=is_new, otherwise=_CANTOPEN, is_opening=True)
            if code:
                _Pointer.from_address(file).value = None
                return code
        code = int(self._honest.open(system, name, file, flags, out))
        if code or not is_seen:
            return code
        if is_new and self._is_on:
            self._note(Create(path))
        elif path not in self._now:
            self._look()
        self._paths[file] = path
        slot = _Pointer.from_address(file)
        methods = slot.value
        assert methods is not None
        if methods not in self._methods:
            honest = _Methods.from_address(methods)
            ours = _Methods.from_buffer_copy(honest)
            ours.close, ours.write, ours.truncate, ours.sync = self._callbacks[2:]
            self._methods[methods] = (honest, ours)
            self._methods[ctypes.addressof(ours)] = (honest, ours)
        slot.value = ctypes.addressof(self._methods[methods][1])
        return code

    def _of(self, file: int) -> _Methods:
        methods = _Pointer.from_address(file).value
        assert methods is not None
        return self._methods[methods][0]

    def _close(self, file: int) -> int:
        self._paths.pop(file, None)
        return int(self._of(file).close(file))

    def _write(self, file: int, data: int, count: int, at: int) -> int:
        path = self._paths[file]
        is_growing = at + count > os.path.getsize(path)
        if code := self._fails(grows=is_growing, otherwise=_IOERR_WRITE):
            return code
        code = int(self._of(file).write(file, data, count, at))
        if code == 0 and self._is_on:
            self._note(Write(path, at, ctypes.string_at(data, count)))
        return code

    def _truncate(self, file: int, size: int) -> int:
        if code := self._fails(grows=False, otherwise=_IOERR_TRUNCATE):
            return code
        code = int(self._of(file).truncate(file, size))
        if code == 0 and self._is_on:
            self._note(Resize(self._paths[file], size))
        return code

    def _sync(self, file: int, flags: int) -> int:
        if code := self._fails(grows=False, otherwise=_IOERR_FSYNC):
            return code
        here = len(self.events)
        code = int(self._of(file).sync(file, flags))
        if code == 0 and self._is_on:
            # The first sync of a new journal syncs its folder too, after the file.
            self.events.insert(here, Sync(self._paths[file]))
        return code

    def _delete(self, system: int, name: int, sync: int) -> int:
        path = os.fsdecode(ctypes.string_at(name))
        if self._is_ours(path) and (code := self._fails(grows=False, otherwise=_IOERR_DELETE)):
            return code
        was = os.path.lexists(path)
        here = len(self.events)
        code = int(self._honest.delete(system, name, sync))
        if was and self._is_on and self._is_ours(path) and not os.path.lexists(path):
            self.events.insert(here, Delete(path))
            self._now.pop(path, None)
        if sync and code == 0 and self._is_ours(path):
            code = self._fails(grows=False, otherwise=_IOERR_DIR_FSYNC)
        return code


def _same(one: bytearray, other: bytes) -> int:
    """Give how many bytes are the same from the beginning."""
    both = min(len(one), len(other))
    differ = (at for at in range(both) if one[at] != other[at])
    return both if one[:both] == other[:both] else next(differ)


def _files(folder: Path) -> dict[str, bytes]:
    found = {}
    for place, _, names in os.walk(folder):
        for name in names:
            path = os.path.join(place, name)
            with open(path, "rb") as file:
                found[path] = file.read()
    return found
