"""What is said to be on the disk is there, as far as the system has a word for it."""

from __future__ import annotations

import errno
import os
import stat
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from cellsecretary.store import Book, BookError, Fault
from cellsecretary.store.backups import Backups
from cellsecretary.store.private_files import put_in_place, put_new
from cellsecretary.store.syncing import sync_file, sync_folder
from tests.building import AFTER
from tests.store.test_backups import HOUR, change

if TYPE_CHECKING:
    from collections.abc import Callable

posix = pytest.mark.skipif(os.name != "posix", reason="folders are synced on POSIX alone")


@pytest.fixture
def no_folders(monkeypatch: pytest.MonkeyPatch) -> Callable[[int], None]:
    """Give what lets the disk fail wherever a folder is synced, with an error of a number."""

    def fail_with(number: int) -> None:
        honest = os.fsync

        def fsync(handle: int) -> None:
            if stat.S_ISDIR(os.fstat(handle).st_mode):
                raise OSError(number, os.strerror(number))
            honest(handle)

        monkeypatch.setattr(os, "fsync", fsync)

    return fail_with


@pytest.mark.skipif(not Path("/proc/self").is_dir(), reason="a folder that cannot be synced")
def test_a_folder_of_a_system_that_syncs_none_is_no_fault() -> None:
    handle = os.open("/proc", os.O_RDONLY)
    with pytest.raises(OSError, match=r"\[Errno 22\]"):
        os.fsync(handle)
    os.close(handle)
    sync_folder(Path("/proc"))


@posix
@pytest.mark.parametrize("book", ["plain"], indirect=True)
def test_a_copy_whose_name_may_not_be_on_the_disk_is_not_said_to_be_there(
    book: Book, tmp_path: Path, no_folders: Callable[[int], None]
) -> None:
    backups = Backups.of(tmp_path / "backups", book)
    first = backups.make(book, AFTER)
    assert first is not None
    change(book, "Nhà ông Hai")
    no_folders(errno.EIO)
    with pytest.raises(BookError) as wrong:
        backups.make(book, AFTER + HOUR)
    assert wrong.value.fault is Fault.UNREACHABLE
    assert first.path.exists()


@posix
def test_a_secret_that_has_its_name_is_not_said_to_be_missing(
    tmp_path: Path, no_folders: Callable[[int], None]
) -> None:
    # Whoever is told so makes another one, and the first is lost.
    no_folders(errno.EIO)
    put_new(b"secret", tmp_path / "so.keys")
    assert (tmp_path / "so.keys").read_bytes() == b"secret"


@posix
def test_on_a_mac_the_device_itself_is_told_to_write(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    knows_it = True

    def of_mac(_handle: int, command: int) -> None:
        told.append(f"device {command}")
        if not knows_it:
            raise OSError(errno.ENOTSUP, os.strerror(errno.ENOTSUP))

    monkeypatch.setattr(os, "fsync", lambda _handle: told.append("system"))
    monkeypatch.setattr("fcntl.F_FULLFSYNC", 51, raising=False)
    monkeypatch.setattr("fcntl.fcntl", of_mac)
    with (tmp_path / "x").open("wb") as file:
        sync_file(file)
        assert told == ["system"]
        monkeypatch.setattr(sys, "platform", "darwin")
        sync_file(file)
        assert told[1:] == ["system", "device 51"]
        # A disk of the network does not know the command; fsync is all there is.
        knows_it = False
        sync_file(file)


def test_on_windows_no_folder_is_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_told: object) -> int:
        raise PermissionError(errno.EACCES, "Windows opens no folders")

    with monkeypatch.context() as patch:
        patch.setattr(sys, "platform", "win32")
        patch.setattr(os, "open", refused)
        sync_folder(tmp_path)


# Small files that hold a secret


@posix
@pytest.mark.parametrize("number", [errno.EPERM, errno.ENOTSUP])
def test_on_a_stick_without_links_a_new_file_is_put_and_none_is_replaced(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    def no_links(*_told: object, **_more: object) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "link", no_links)
    path = tmp_path / "so.keys"
    put_new(b"first", path)
    with pytest.raises(FileExistsError):
        put_new(b"second", path)
    assert path.read_bytes() == b"first"
    put_in_place(b"third", path)
    assert path.read_bytes() == b"third"
    assert list(tmp_path.iterdir()) == [path]


def test_a_new_file_never_takes_the_place_of_another(tmp_path: Path) -> None:
    path = tmp_path / "so.keys"
    put_new(b"first", path)
    with pytest.raises(FileExistsError):
        put_new(b"second", path)
    assert path.read_bytes() == b"first"
    assert list(tmp_path.iterdir()) == [path]
