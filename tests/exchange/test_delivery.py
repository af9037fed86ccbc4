"""A file is on the stick whole, or under another name: whatever fails, and wherever."""

from __future__ import annotations

import errno
import hashlib
import itertools
import os
import subprocess
import time
from typing import IO, TYPE_CHECKING

import pytest

from cellsecretary.exchange import delivery
from cellsecretary.exchange.delivery import (
    BLOCK,
    DeliveryError,
    Device,
    Undelivered,
    deliver,
    make_folder,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

NAME = "ChiBoThon3_2026-11_BienBan.zip"
OLD, NEW = b"the older packet" * 40, bytes(range(256)) * 20


class BrokenFile:
    """A file of a device that gives up after some bytes."""

    def __init__(self, file: IO[bytes], room: int, error: int) -> None:
        self._file, self._room, self._error = file, room, error

    def write(self, block: bytes) -> int:
        taken = bytes(block)[: self._room]
        self._file.write(taken)
        self._room -= len(taken)
        if not taken:
            raise OSError(self._error, os.strerror(self._error))
        return len(taken)

    def fileno(self) -> int:
        return self._file.fileno()

    def __enter__(self) -> BrokenFile:
        return self

    def __exit__(self, *_error: object) -> None:
        self._file.close()


class FailingAfter(Device):
    """Takes so many bytes of a file, then fails."""

    def __init__(self, room: int, error: int) -> None:
        self._room, self._error = room, error

    def create(self, path: Path) -> IO[bytes]:
        return BrokenFile(super().create(path), self._room, self._error)  # type: ignore[return-value]


class FailingAt(Device):
    """Fails at the act of this name."""

    def __init__(self, act: str, error: int = errno.EIO) -> None:
        def fail(*_args: object) -> None:
            raise OSError(error, os.strerror(error))

        setattr(self, act, fail)


class OneBitOff(Device):
    """Gives back one bit otherwise than it was written, in one place."""

    def __init__(self, place: int) -> None:
        self._place = place

    def read_back(self, path: Path) -> Iterator[bytes]:
        whole = bytearray(b"".join(super().read_back(path)))
        whole[self._place] ^= 1
        yield bytes(whole)


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    (tmp_path / NAME).write_bytes(OLD)
    return tmp_path


def refused(stick: Path, device: Device) -> Undelivered:
    with pytest.raises(DeliveryError) as caught:
        deliver(NEW, stick, NAME, device=device)
    return caught.value.why


def holds_only_the_old(stick: Path) -> bool:
    return [path.name for path in stick.iterdir()] == [NAME] and (stick / NAME).read_bytes() == OLD


def test_what_is_delivered_is_there_and_says_what_it_is(stick: Path) -> None:
    sent = deliver(NEW, stick, NAME)
    assert sent.path.read_bytes() == NEW
    assert (sent.size, sent.sha256) == (len(NEW), hashlib.sha256(NEW).hexdigest())
    assert [path.name for path in stick.iterdir()] == [NAME]


@pytest.mark.parametrize("error", [errno.ENOSPC, errno.EIO])
def test_a_write_that_fails_at_any_512th_byte_leaves_the_older_packet(
    stick: Path, error: int
) -> None:
    for room in range(0, len(NEW), 512):
        refused(stick, FailingAfter(room, error))
        assert holds_only_the_old(stick), room


@pytest.mark.parametrize("act", ["create", "sync", "read_back", "rename", "free"])
@pytest.mark.parametrize(
    ("error", "why"),
    [
        (errno.ENOSPC, Undelivered.NO_ROOM),
        (errno.EROFS, Undelivered.READ_ONLY),
        (errno.EIO, Undelivered.BROKEN),
    ],
)
def test_an_act_that_fails_leaves_the_older_packet_and_says_why(
    stick: Path, act: str, error: int, why: Undelivered
) -> None:
    assert refused(stick, FailingAt(act, error)) is why
    assert holds_only_the_old(stick)


def test_names_that_do_not_reach_the_device_are_no_delivery(stick: Path) -> None:
    assert refused(stick, FailingAt("sync_folder")) is Undelivered.BROKEN


@pytest.mark.parametrize("place", [0, 1, 511, 512, len(NEW) // 2, len(NEW) - 1])
def test_one_bit_read_back_otherwise_is_noticed(stick: Path, place: int) -> None:
    assert refused(stick, OneBitOff(place)) is Undelivered.DIFFERENT
    assert holds_only_the_old(stick)


def test_a_stick_pulled_while_writing_is_said_to_be_gone(stick: Path) -> None:
    class Pulled(Device):
        def sync(self, file: IO[bytes]) -> None:
            for path in stick.iterdir():
                path.unlink()
            stick.rmdir()
            raise OSError(errno.EIO, "gone")

    assert refused(stick, Pulled()) is Undelivered.NO_FOLDER


def test_a_leftover_that_cannot_be_removed_has_no_final_name(stick: Path) -> None:
    class Stuck(FailingAfter):
        def remove(self, path: Path) -> None:
            raise OSError(errno.EIO, "gone")

    refused(stick, Stuck(512, errno.EIO))
    assert (stick / NAME).read_bytes() == OLD
    assert {path.suffix for path in stick.iterdir()} == {".zip", ".part"}
    assert deliver(NEW, stick, NAME).path.read_bytes() == NEW


def test_giving_up_at_any_step_leaves_the_older_packet(stick: Path) -> None:
    content = NEW * (4 * BLOCK // len(NEW))
    steps: list[int] = []

    def count(done: int, total: int) -> bool:
        steps.append(done)
        assert done <= total == 2 * len(content)
        return True

    deliver(content, stick, "other.zip", progress=count)
    (stick / "other.zip").unlink()
    assert steps[-1] == 2 * len(content)
    for last in steps:
        with pytest.raises(DeliveryError) as caught:
            deliver(content, stick, NAME, progress=until(last))
        assert caught.value.why is Undelivered.CANCELLED
        assert holds_only_the_old(stick)


def until(last: int) -> Callable[[int, int], bool]:
    return lambda done, _total: done < last


def test_a_device_that_takes_no_more_and_says_nothing_of_it_is_broken(stick: Path) -> None:
    class Silent(BrokenFile):
        def write(self, block: bytes) -> int:
            return super().write(block) if self._room else 0

    class Full(Device):
        def create(self, path: Path) -> IO[bytes]:
            return Silent(super().create(path), 700, 0)  # type: ignore[return-value]

    assert refused(stick, Full()) is Undelivered.BROKEN
    assert holds_only_the_old(stick)


def test_a_stick_without_room_is_not_written_to(stick: Path) -> None:
    class Small(Device):
        def free(self, folder: Path) -> int:
            return len(NEW) - 1

        def create(self, path: Path) -> IO[bytes]:
            raise AssertionError

    assert refused(stick, Small()) is Undelivered.NO_ROOM


def test_a_clock_that_jumps_at_every_act_changes_nothing(
    stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As after an empty battery, or when the network sets it: 1980, 2107, before the beginning."""
    years = itertools.cycle((315_532_800, 4_323_196_800, -86_400, 1_793_000_000))

    class Jumping(Device):
        def __getattribute__(self, act: str) -> object:
            now = next(years)
            for name in ("time", "monotonic", "perf_counter"):
                monkeypatch.setattr(time, name, lambda: float(now))
                monkeypatch.setattr(time, f"{name}_ns", lambda: now * 10**9)
            for path in stick.iterdir():
                os.utime(path, (now, now))
            return super().__getattribute__(act)

    content = NEW * (3 * BLOCK // len(NEW))
    acts: list[int] = []
    sent = deliver(content, stick, NAME, device=Jumping(), progress=noting(acts))
    monkeypatch.undo()
    assert sent.path.read_bytes() == content
    assert acts == sorted(acts)
    assert not {"time", "datetime"} & vars(delivery).keys()


def noting(acts: list[int]) -> Callable[[int, int], bool]:
    def note(done: int, _total: int) -> bool:
        acts.append(done)
        return True

    return note


@pytest.fixture
def tmpfs(tmp_path: Path) -> Iterator[Callable[[str], Path]]:
    """Give a mounter of small real disks; skips where the machine does not allow it."""
    mounted: list[Path] = []

    def mount(options: str) -> Path:
        place = tmp_path / f"disk{len(mounted)}"
        place.mkdir()
        done = subprocess.run(
            ["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(place)],
            capture_output=True,
            check=False,
        )
        if done.returncode:
            pytest.skip("this machine does not let a test mount a disk")
        mounted.append(place)
        return place

    yield mount
    for place in mounted:
        subprocess.run(["umount", str(place)], check=True)


def test_a_real_disk_that_is_full_says_so_and_keeps_what_it_has(
    tmpfs: Callable[[str], Path],
) -> None:
    class Optimist(Device):
        """A disk that fills while the packet is written."""

        def free(self, folder: Path) -> int:
            return 1 << 30

    disk = tmpfs("size=64k")
    (disk / NAME).write_bytes(OLD)
    for device in (Device(), Optimist()):
        with pytest.raises(DeliveryError) as caught:
            deliver(b"x" * 100_000, disk, NAME, device=device)
        assert caught.value.why is Undelivered.NO_ROOM
        assert holds_only_the_old(disk)
    assert deliver(NEW, disk, NAME).path.read_bytes() == NEW


def test_a_real_disk_that_is_read_only_says_so(tmpfs: Callable[[str], Path]) -> None:
    disk = tmpfs("size=64k")
    (disk / NAME).write_bytes(OLD)
    subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)
    assert refused(disk, Device()) is Undelivered.READ_ONLY
    assert holds_only_the_old(disk)


@pytest.mark.parametrize("act", ["volume", "create", "sync", "read_back", "rename"])
def test_a_stick_that_leaves_its_folder_behind_is_not_taken_for_itself(
    tmp_path: Path, act: str
) -> None:
    """Pulled out at any act: what is written then goes to the disk of the computer."""

    class Pulled(Device):
        gone = False

        def volume(self, folder: Path) -> int:
            return 1 if self.gone else 7

    device = Pulled()
    honest = getattr(device, act)

    def pulled(*given: object) -> object:
        device.gone = True
        return honest(*given)

    setattr(device, act, pulled)
    with pytest.raises(DeliveryError) as lost:
        deliver(b"x" * 100, tmp_path, "a.zip", device=device, volume=7)
    assert lost.value.why is Undelivered.NO_FOLDER
    assert not list(tmp_path.glob("*.part"))


def test_on_its_volume_a_file_is_delivered(tmp_path: Path) -> None:
    volume = tmp_path.stat().st_dev
    assert deliver(b"x", tmp_path, "a.zip", volume=volume).path.read_bytes() == b"x"
    with pytest.raises(DeliveryError):
        deliver(b"x", tmp_path, "b.zip", volume=volume + 1)
    assert [path.name for path in tmp_path.iterdir()] == ["a.zip"]


def no_folder(place: Path, name: str, device: Device | None = None, volume: int = 0) -> Undelivered:
    with pytest.raises(DeliveryError) as caught:
        make_folder(place, name, device, volume=volume)
    assert caught.value.place.startswith(str(place))
    return caught.value.why


def test_a_folder_for_several_files_is_made_once_and_keeps_what_is_in_it(stick: Path) -> None:
    folder = make_folder(stick, "SoTay", volume=stick.stat().st_dev)
    assert folder == stick / "SoTay"
    deliver(NEW, folder, NAME)
    assert make_folder(stick, "SoTay") == folder
    assert (folder / NAME).read_bytes() == NEW


def test_a_folder_that_cannot_be_made_says_why(stick: Path, tmpfs: Callable[[str], Path]) -> None:
    assert no_folder(stick, NAME) is Undelivered.BROKEN, "a file has the name"
    assert (stick / NAME).read_bytes() == OLD
    assert no_folder(stick / "pulled out", "SoTay") is Undelivered.NO_FOLDER
    assert no_folder(stick, "SoTay", FailingAt("sync_folder")) is Undelivered.BROKEN
    full = tmpfs("size=64k,nr_inodes=1")
    assert no_folder(full, "SoTay") is Undelivered.NO_ROOM
    locked = tmpfs("size=64k,ro")
    assert no_folder(locked, "SoTay") is Undelivered.READ_ONLY


def test_no_folder_is_made_where_the_stick_was(stick: Path) -> None:
    """What is left of its folder is one of the computer's own disk."""
    volume = stick.stat().st_dev
    assert no_folder(stick, "SoTay", volume=volume + 1) is Undelivered.NO_FOLDER
    assert not (stick / "SoTay").exists()
