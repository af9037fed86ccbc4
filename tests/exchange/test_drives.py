"""Sticks are found on each system, and nothing else is taken for one."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

from cellsecretary.exchange import drives as module
from cellsecretary.exchange.drives import Drive, drives, eject

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path


@dataclass
class Mounted:
    device: str
    mountpoint: str
    fstype: str = "vfat"
    opts: str = "rw"


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    place = tmp_path / "USB CHI BO"
    place.mkdir()
    return place


def test_windows_says_which_are_removable(stick: Path, tmp_path: Path) -> None:
    found = drives(
        lambda: [
            Mounted("C:\\", str(tmp_path), "NTFS", "rw,fixed"),
            Mounted("E:\\", str(stick), "FAT32", "rw,removable"),
            Mounted("F:\\", str(tmp_path), "", "removable"),
            Mounted("G:\\", str(tmp_path), "CDFS", "ro,cdrom"),
        ],
        "win32",
    )
    assert [drive.path for drive in found] == [stick]
    assert found[0].free > 0
    assert not found[0].read_only


def test_linux_takes_what_the_desktop_mounted_for_the_user() -> None:
    mounted = [
        Mounted("/dev/vda", "/", "ext4"),
        Mounted("/dev/sdz1", "/media/nobody/NOT THERE ANY MORE"),
        Mounted("tmpfs", "/run", "tmpfs"),
    ]
    assert drives(lambda: mounted, "linux") == ()


@pytest.fixture
def sysfs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give block devices as Linux shows them: disks in the tree of what they hang on, and links."""
    pci = tmp_path / "devices" / "pci0000:00"
    for disk, hangs_on, removable in (
        ("sda", "0000:00:17.0/ata1/host0", "0"),
        ("sdb", "0000:00:14.0/usb2/2-1/2-1:1.0/host6", "0"),
        ("sdc", "0000:00:14.0/usb1/1-4/1-4:1.0/host7", "1"),
        ("mmcblk0", "0000:00:1e.4/mmc_host/mmc0", "1"),
    ):
        place = pci / hangs_on / "block" / disk
        place.mkdir(parents=True)
        (place / "removable").write_text(f"{removable}\n")
        part = place / (f"{disk}p1" if disk[-1].isdigit() else f"{disk}1")
        part.mkdir()
        (part / "partition").write_text("1\n")
    blocks = tmp_path / "class" / "block"
    blocks.mkdir(parents=True)
    for place in (*pci.glob("**/block/*"), *pci.glob("**/block/*/*1")):
        (blocks / place.name).symlink_to(place)
    monkeypatch.setattr(module, "_BLOCKS", blocks)
    return blocks


@pytest.mark.skipif(os.name != "posix", reason="such links are made on POSIX alone")
@pytest.mark.usefixtures("sysfs")
def test_linux_takes_what_hangs_on_usb_or_comes_out_wherever_it_is_mounted(stick: Path) -> None:
    def is_found(block: str) -> bool:
        return bool(drives(lambda: [Mounted(f"/dev/{block}", str(stick))], "linux"))

    assert [block for block in ("sda", "sda1") if is_found(block)] == []
    for block in ("sdb1", "sdc", "sdc1", "mmcblk0", "mmcblk0p1"):
        assert is_found(block), block
    assert not is_found("dm-0"), "what the system does not tell of is no stick"


@pytest.mark.skipif(os.name != "posix", reason="such links are made on POSIX alone")
@pytest.mark.usefixtures("sysfs")
def test_a_stick_that_is_locked_is_told_from_one_that_is_not(stick: Path) -> None:
    mounted = [Mounted("/dev/sdb1", str(stick), opts="ro,nosuid")]
    (found,) = drives(lambda: mounted, "linux")
    assert (found.path, found.name, found.read_only) == (stick, "USB CHI BO", True)
    mounted[0].opts = "rw,errors=remount-ro"
    (found,) = drives(lambda: mounted, "linux")
    assert not found.read_only


def test_the_disks_of_this_machine_can_be_looked_at() -> None:
    assert all(drive.path.is_dir() for drive in drives())


# Letting a stick go

posix = pytest.mark.skipif(os.name != "posix", reason="Windows ejects by calls of its own")


@pytest.fixture
def programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str, str], None]:
    """Give a system without any program, and a way to install one: a script of the shell."""
    folder = tmp_path / "bin"
    folder.mkdir()
    monkeypatch.setenv("PATH", str(folder))
    shell = shutil.which("sh", path=os.defpath)

    def install(name: str, does: str) -> None:
        script = folder / name
        noted = f'echo "{name} $*" >> "{tmp_path / "asked"}"'
        script.write_text(f"#!{shell}\n{noted}\n{does}\n")
        script.chmod(0o700)

    return install


def asked(tmp_path: Path) -> list[str]:
    found = tmp_path / "asked"
    return found.read_text().splitlines() if found.exists() else []


@posix
def test_the_desktop_is_asked_first_and_the_system_when_it_cannot(
    stick: Path, programs: Callable[[str, str], None], tmp_path: Path
) -> None:
    drive = Drive(stick, stick.name, 0, False)
    assert not eject(drive, "linux"), "nobody is there to ask"
    programs("umount", "exit 0")
    assert eject(drive, "linux")
    programs("gio", "exit 2")
    assert eject(drive, "linux")
    programs("gio", "exit 0")
    assert eject(drive, "linux")
    desktop, system = f"gio mount --eject {stick}", f"umount {stick}"
    assert asked(tmp_path) == [system, desktop, system, desktop]


@posix
def test_a_stick_that_nobody_lets_go_stays(
    stick: Path, programs: Callable[[str, str], None], tmp_path: Path
) -> None:
    programs("gio", "exit 2")
    programs("umount", "exit 32")
    assert not eject(Drive(stick, stick.name, 0, False), "linux")
    assert len(asked(tmp_path)) == 2


@posix
def test_a_desktop_that_does_not_answer_or_start_keeps_nobody_waiting(
    stick: Path,
    programs: Callable[[str, str], None],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(module, "EJECT_SECONDS", 0.1)
    programs("gio", f"exec {shutil.which('sleep', path=os.defpath)} 20")
    programs("umount", "exit 0")
    drive = Drive(stick, stick.name, 0, False)
    assert eject(drive, "linux")
    assert len(asked(tmp_path)) == 2
    (tmp_path / "bin" / "gio").write_text("#!/nowhere/sh\n")
    assert eject(drive, "linux")
    assert len(asked(tmp_path)) == 3


@posix
def test_macos_has_a_way_of_its_own_and_other_systems_have_none(
    stick: Path, programs: Callable[[str, str], None], tmp_path: Path
) -> None:
    for name in ("diskutil", "gio", "umount"):
        programs(name, "exit 0")
    drive = Drive(stick, stick.name, 0, False)
    assert eject(drive, "darwin")
    assert not eject(drive, "freebsd14")
    assert asked(tmp_path) == [f"diskutil eject {stick}"]


@pytest.fixture
def mounted(stick: Path) -> Iterator[Drive]:
    """Give a real file system that is mounted where a stick is; skips where that is not allowed."""
    way = ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(stick)]
    try:
        allowed = subprocess.run(way, capture_output=True, check=False).returncode == 0
    except OSError:
        allowed = False
    if not allowed:
        pytest.skip("this machine does not let a test mount a disk")
    yield Drive(stick, stick.name, 0, False)
    subprocess.run(["umount", str(stick)], capture_output=True, check=False)


@pytest.mark.skipif(sys.platform != "linux", reason="such disks are mounted on Linux alone")
def test_a_real_disk_goes_once_nobody_has_a_file_of_it_open(
    mounted: Drive, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    umount = shutil.which("umount")
    assert umount is not None
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin" / "umount").symlink_to(umount)
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    with (mounted.path / "open.zip").open("wb"):
        assert not eject(mounted)
        assert mounted.path.is_mount()
    assert eject(mounted)
    assert not mounted.path.is_mount()
    assert list(mounted.path.iterdir()) == []
