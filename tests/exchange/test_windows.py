"""Reading past the cache and ejecting on Windows: all but the calls of Windows themselves."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from pathlib import PureWindowsPath
from typing import IO, TYPE_CHECKING

import pytest

from cellsecretary.exchange.delivery import (
    BLOCK,
    DeliveryError,
    Device,
    NoWayPastCache,
    Undelivered,
    deliver,
)
from cellsecretary.exchange.windows import (
    DISMOUNT,
    EJECT,
    LOCK,
    PAUSE,
    TRIES,
    cut,
    eject,
    kernel32,
    read_past_cache,
    volume_of,
)

if TYPE_CHECKING:
    import mmap
    from collections.abc import Callable, Iterator
    from pathlib import Path

SECTOR = 512
SIZES = (0, 1, 511, 512, 513, BLOCK - 1, BLOCK, BLOCK + 1, 2 * BLOCK, 2 * BLOCK + 700)


class Disk:
    """A kernel over ordinary files that insists on whole sectors, and fails where it is told."""

    def __init__(
        self, fails_at: int | None = None, error: Exception | None = None, busy: int = 0
    ) -> None:
        self._fails_at, self._error, self._busy = fails_at, error, busy
        self.asked: list[object] = []
        self._file: IO[bytes] | None = None

    def open_file(self, path: str) -> int:
        self._file = open(path, "rb", buffering=0)  # noqa: SIM115 - closed by its handle
        return 7

    def open_volume(self, volume: str) -> int:
        self.asked.append(volume)
        return 7

    def read(self, handle: int, buffer: mmap.mmap) -> int:
        assert handle == 7
        assert self._file is not None
        at = self._file.tell()
        assert at % SECTOR == len(buffer) % SECTOR == 0
        if self._fails_at is not None and at >= self._fails_at:
            assert self._error is not None
            raise self._error
        found = self._file.read(len(buffer))
        # As some systems do: the last sector is read whole.
        whole = found + bytes(-len(found) % SECTOR)
        buffer[: len(whole)] = whole
        return len(whole)

    def control(self, handle: int, code: int) -> bool:
        assert handle == 7
        self.asked.append(code)
        if code == LOCK and self._busy:
            self._busy -= 1
            return False
        return code != self._fails_at

    def close(self, handle: int) -> None:
        self.asked.append("closed")
        if self._file is not None:
            self._file.close()


class OnWindows(Device):
    """A device of a system that opens files for reading past the cache."""

    def __init__(self, disk: Disk) -> None:
        self._disk = disk

    def way_past_cache(self) -> Callable[[Path], Iterator[bytes]] | None:
        return lambda path: read_past_cache(path, self._disk)


@pytest.mark.parametrize("size", SIZES)
def test_whole_sectors_are_cut_at_the_size_of_the_file(tmp_path: Path, size: int) -> None:
    content = bytes(at % 251 for at in range(size))
    (tmp_path / "file").write_bytes(content)
    disk = Disk()
    assert b"".join(read_past_cache(tmp_path / "file", disk)) == content
    assert disk.asked == ["closed"]
    assert deliver(content, tmp_path, "sent", device=OnWindows(disk)).size == size


def test_cutting_never_takes_from_a_later_block() -> None:
    assert list(cut([b"abcd", b"efgh", b"xxxx"], 6)) == [b"abcd", b"ef"]
    assert b"".join(cut([b"abcd", b"efgh"], 8)) == b"abcdefgh"
    assert b"".join(cut([b"abcd"], 8)) == b"abcd"


@pytest.mark.parametrize("fails_at", [0, BLOCK, 2 * BLOCK])
def test_where_there_is_no_way_past_the_cache_the_rest_is_read_as_usual(
    tmp_path: Path, fails_at: int
) -> None:
    content = bytes(at % 251 for at in range(3 * BLOCK + 77))
    steps: list[int] = []
    disk = Disk(fails_at, NoWayPastCache())
    device = OnWindows(disk)
    assert deliver(content, tmp_path, "sent", device=device, progress=noting(steps)).size
    assert steps[-1] == 2 * len(content)
    assert disk.asked == ["closed"]


def noting(steps: list[int]) -> Callable[[int, int], bool]:
    def note(done: int, _total: int) -> bool:
        steps.append(done)
        return True

    return note


def test_where_a_file_does_not_open_past_the_cache_it_is_read_as_usual(tmp_path: Path) -> None:
    class Closed(Disk):
        def open_file(self, path: str) -> int:
            raise PermissionError(errno.EACCES, "no")

    content = bytes(3 * BLOCK)
    assert deliver(content, tmp_path, "sent", device=OnWindows(Closed())).size == len(content)

    class Other(OnWindows):
        """Without the way past the cache, and something else on the device than was written."""

        def sync(self, file: IO[bytes]) -> None:
            file.seek(5)
            file.write(b"x")

    with pytest.raises(DeliveryError) as caught:
        deliver(content, tmp_path, "again", device=Other(Closed()))
    assert caught.value.why is Undelivered.DIFFERENT


def test_a_device_that_cannot_be_read_is_no_missing_way(tmp_path: Path) -> None:
    disk = Disk(BLOCK, OSError(errno.EIO, "checksum"))
    with pytest.raises(DeliveryError) as caught:
        deliver(bytes(3 * BLOCK), tmp_path, "sent", device=OnWindows(disk))
    assert caught.value.why is Undelivered.BROKEN
    assert list(tmp_path.iterdir()) == []
    assert disk.asked == ["closed"]


def test_a_file_that_shrank_meanwhile_is_not_read_on_within_a_sector(tmp_path: Path) -> None:
    """Windows refuses such a read, and the file would pass for one that it cannot read so."""

    class Shrinking(Disk):
        def open_file(self, path: str) -> int:
            os.truncate(path, 700)
            return super().open_file(path)

    (tmp_path / "file").write_bytes(b"x" * 2000)
    disk = Shrinking()
    found = b"".join(read_past_cache(tmp_path / "file", disk))
    assert found == b"x" * 700 + bytes(324)
    assert disk.asked == ["closed"]
    with pytest.raises(DeliveryError) as caught:
        deliver(b"x" * 2000, tmp_path, "sent", device=OnWindows(Shrinking()))
    assert caught.value.why is Undelivered.DIFFERENT


def test_a_stick_is_locked_then_dismounted_then_put_out() -> None:
    disk, waits = Disk(busy=3), list[float]()
    assert eject(windows_path("E:\\"), disk, waits.append)
    assert disk.asked == ["\\\\.\\E:", *[LOCK] * 4, DISMOUNT, EJECT, "closed"]
    assert waits == [PAUSE] * 3


def test_a_stick_that_somebody_holds_stays() -> None:
    disk, waits = Disk(busy=1000), list[float]()
    assert not eject(windows_path("E:\\"), disk, waits.append)
    assert disk.asked == ["\\\\.\\E:", *[LOCK] * TRIES, "closed"]


@pytest.mark.parametrize("code", [DISMOUNT, EJECT])
def test_what_windows_refuses_is_told(code: int) -> None:
    disk = Disk(fails_at=code)
    assert not eject(windows_path("E:\\"), disk, lambda _: None)
    assert disk.asked[-2:] == [code, "closed"]


def test_a_volume_that_does_not_open_is_told() -> None:
    class Closed(Disk):
        def open_volume(self, volume: str) -> int:
            raise PermissionError(errno.EACCES, "no")

    assert not eject(windows_path("E:\\"), Closed())


@pytest.mark.parametrize(
    ("folder", "volume"),
    [
        ("E:\\", "\\\\.\\E:"),
        ("e:\\Chi bộ\\2026", "\\\\.\\e:"),
        ("\\\\server\\share\\x", ""),
        ("\\\\?\\Volume{1}\\", ""),
        ("folder", ""),
    ],
)
def test_the_volume_of_a_folder_is_named_as_a_device(folder: str, volume: str) -> None:
    assert volume_of(windows_path(folder)) == volume
    if not volume:
        assert not eject(windows_path(folder), Disk())


def windows_path(text: str) -> Path:
    return PureWindowsPath(text)  # type: ignore[return-value]


def test_the_codes_are_those_of_windows() -> None:
    """CTL_CODE of winioctl.h: device, access, function, method."""
    assert [code >> 16 for code in (LOCK, DISMOUNT, EJECT)] == [0x09, 0x09, 0x2D]
    assert [code >> 14 & 3 for code in (LOCK, DISMOUNT, EJECT)] == [0, 0, 1]
    assert [code >> 2 & 0xFFF for code in (LOCK, DISMOUNT, EJECT)] == [6, 8, 0x202]
    assert [code & 3 for code in (LOCK, DISMOUNT, EJECT)] == [0, 0, 0]


@pytest.mark.skipif(sys.platform == "win32", reason="there it has to be")
def test_other_systems_do_without(tmp_path: Path) -> None:
    with pytest.raises(NoWayPastCache):
        kernel32()
    script = (
        "import sys\n"
        "from pathlib import Path\n"
        "from cellsecretary.exchange.delivery import deliver\n"
        "from cellsecretary.exchange.drives import drives\n"
        "deliver(b'x', Path(sys.argv[1]), 'x'), drives()\n"
        "assert 'cellsecretary.exchange.windows' not in sys.modules\n"
    )
    subprocess.run([sys.executable, "-c", script, str(tmp_path)], check=True)
