"""Sticks are found on each system, and nothing else is taken for one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

from cellsecretary.exchange.drives import drives

if TYPE_CHECKING:
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


def test_linux_takes_what_hangs_on_usb_wherever_it_is_mounted(
    stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        "cellsecretary.exchange.drives._is_removable", lambda block: block == "sdb1"
    )
    mounted = [Mounted("/dev/sdb1", str(stick), opts="ro,nosuid")]
    (found,) = drives(lambda: mounted, "linux")
    assert (found.path, found.name, found.read_only) == (stick, "USB CHI BO", True)


def test_the_disks_of_this_machine_can_be_looked_at() -> None:
    assert all(drive.path.is_dir() for drive in drives())
