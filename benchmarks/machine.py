"""What the figures were measured on."""

from __future__ import annotations

import datetime as dt
import os
import platform
import sys
from dataclasses import asdict, dataclass
from pathlib import Path

import psutil
from PySide6.QtCore import qVersion

from cellsecretary import __version__
from cellsecretary.store.engine import sqlite3


@dataclass(frozen=True)
class Machine:
    """The computer, its system, and the versions of what the program stands on."""

    day: str
    program: str
    processor: str
    cores: int
    memory: str
    system: str
    python: str
    qt: str
    sqlite: str
    disk: str
    load: tuple[float, float]

    @classmethod
    def found(cls, place: Path, load_at_first: float) -> Machine:
        """Look at this machine; `place` is where the books of the run lie."""
        return cls(
            day=dt.date.today().isoformat(),
            program=__version__,
            processor=_processor(),
            cores=os.cpu_count() or 1,
            memory=f"{psutil.virtual_memory().total / 2**30:.0f} GiB",
            system=_system(),
            python=platform.python_version(),
            qt=qVersion(),
            sqlite=sqlite3.sqlite_version,
            disk=_disk(place),
            load=(round(load_at_first, 1), round(load(), 1)),
        )

    def plain(self) -> dict[str, object]:
        """Give it for JSON."""
        return asdict(self)

    def sentence(self) -> str:
        """Give it in words."""
        first, last = self.load
        return (
            f"{self.day}, version {self.program}: {self.processor}, {self.cores} cores,"
            f" {self.memory} of memory; {self.system}; Python {self.python}, Qt {self.qt},"
            f" SQLite {self.sqlite}; {self.disk}. Load {first} at first, {last} at the end."
        )


def load() -> float:
    """Give how busy the machine was in the last minute."""
    return float(psutil.getloadavg()[0])


def _processor() -> str:
    if sys.platform == "linux":
        for line in Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines():
            if line.startswith("model name"):
                return line.split(":", 1)[1].strip()
    return platform.processor() or platform.machine()


def _system() -> str:
    if sys.platform == "linux":
        try:
            name = platform.freedesktop_os_release()["PRETTY_NAME"]
        except (OSError, KeyError):
            name = "Linux"
        return f"{name}, Linux {platform.release()}"
    return f"{platform.system()} {platform.release()}"


def _disk(place: Path) -> str:
    """Name the file system that a place is on; its device, and whether it turns, where known."""
    parts = [
        part
        for part in psutil.disk_partitions(all=True)
        if place.resolve().is_relative_to(part.mountpoint)
    ]
    if not parts:
        return "disk unknown"
    part = max(parts, key=lambda one: len(one.mountpoint))
    name = Path(part.device).name
    turning = Path("/sys/class/block", name, "queue", "rotational")
    kind = ""
    if turning.exists():
        kind = " (turning)" if turning.read_text().strip() == "1" else " (solid)"
    return f"{part.fstype} on {part.device}{kind}"
