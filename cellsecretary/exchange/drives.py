"""The sticks that are plugged in, on Windows, Linux and macOS."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

EJECT_SECONDS = 20
"""So long a system may take to let a stick go; some wait for whoever still reads on it."""

_BLOCKS = Path("/sys/class/block")
_MOUNTED_BY_DESKTOP = re.compile(r"/(run/)?media/|/Volumes/")


class Partition(Protocol):
    """What the system says of a mounted file system; `opts` are its options by commas."""

    device: str
    mountpoint: str
    fstype: str
    opts: str


@dataclass(frozen=True, slots=True)
class Drive:
    """One stick: where it is, what people call it, the bytes free, whether it is locked.

    `volume` is the number that the system gave to what is there; a stick that is pulled out may
    leave its folder behind, which then is one of the computer's own disk.
    """

    path: Path
    name: str
    free: int
    read_only: bool
    volume: int = 0


def drives(
    partitions: Callable[[], Iterable[Partition]] | None = None, platform: str = sys.platform
) -> tuple[Drive, ...]:
    """Give the sticks by name; one that is pulled while we look is left out."""
    if partitions is None:
        import psutil

        partitions = psutil.disk_partitions
    found = []
    for one in partitions():
        if not is_stick(one, platform):
            continue
        path = Path(one.mountpoint)
        with suppress(OSError):
            free = _free(path)
            locked = "ro" in one.opts.split(",")
            found.append(Drive(path, _name(path, platform), free, locked, path.stat().st_dev))
    return tuple(sorted(found, key=lambda drive: (drive.name, str(drive.path))))


def is_stick(partition: Partition, platform: str = sys.platform) -> bool:
    """Tell whether a file system is on something that people pull out."""
    options = partition.opts.split(",")
    if platform == "win32":
        # A card reader without a card is listed too, without a file system.
        return "removable" in options and bool(partition.fstype)
    if platform == "darwin":
        return partition.mountpoint.startswith("/Volumes/")
    by_desktop = _MOUNTED_BY_DESKTOP.match(partition.mountpoint) is not None
    return by_desktop or _is_removable(Path(partition.device).name)


def _is_removable(block: str) -> bool:
    """Tell whether a block device of Linux hangs on USB or can be taken out."""
    with suppress(OSError):
        place = (_BLOCKS / block).resolve(strict=True)
        if "usb" in {part.rstrip("0123456789") for part in place.parts}:
            return True
        disk = place.parent if (place / "partition").exists() else place
        return (disk / "removable").read_text(encoding="ascii").strip() == "1"
    return False


def _name(path: Path, platform: str) -> str:
    return str(path).rstrip("\\/") if platform == "win32" else path.name or str(path)


def _free(path: Path) -> int:
    return shutil.disk_usage(path).free


def eject(drive: Drive, platform: str = sys.platform) -> bool:
    """Let a stick go where the system has a way to; what was delivered is on it either way."""
    if sys.platform == "win32":
        from cellsecretary.exchange import windows

        return windows.eject(drive.path)
    place = str(drive.path)
    ways = {
        "darwin": (("diskutil", "eject", place),),
        "linux": (("gio", "mount", "--eject", place), ("umount", place)),
    }
    for way in ways.get(platform, ()):
        program = shutil.which(way[0])
        if program is None:
            continue
        with suppress(OSError, subprocess.SubprocessError):
            done = subprocess.run(
                [program, *way[1:]], capture_output=True, timeout=EJECT_SECONDS, check=False
            )
            if done.returncode == 0:
                return True
    return False
