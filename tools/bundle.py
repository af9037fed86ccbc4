"""Makes the bundle: one folder with all that the program needs, and the zip of it; proves both.

python -m tools.bundle          builds, zips, proves; then what the bundle weighs without its extras
python -m tools.bundle --quick  without the weighing, which takes three more builds

Needs the extra `bundle` of pyproject.toml; `make bundle` sees to that. What comes out is in dist/.
"""

from __future__ import annotations

import datetime as dt
import os
import platform
import shutil
import stat
import subprocess
import sys
import zipfile
from typing import TYPE_CHECKING

from cellsecretary import __version__
from tools import bundle_proof
from tools.bundle_contents import EXTRAS
from tools.reach import PROJECT

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

SPEC = PROJECT / "packaging" / "cellsecretary.spec"
OF_LINUX = PROJECT / "packaging" / "linux"
BUILD, DIST = PROJECT / "build", PROJECT / "dist"
NAME = "cellsecretary"

MEGABYTE = 10**6
GOAL = (145, 62)
"""Megabytes of the plain bundle for Linux, in a folder and as a zip."""

EPOCH = (1980, 1, 1, 0, 0, 0)
"""The time of all files in a zip: the same files make the same zip."""


class BuildFailed(Exception):
    """PyInstaller did not come to its end; what it said is in the file."""


def main(arguments: Sequence[str]) -> int:
    """Build and prove; 1 where something did not hold."""
    try:
        folder = build(EXTRAS, DIST)
        archive = pack(folder, DIST / f"{NAME}-{__version__}-{system()}.zip")
        bundle_proof.prove(archive, folder.name)
        if "--quick" not in arguments:
            weigh(folder, archive)
    except (BuildFailed, bundle_proof.NotProven, TooHeavy) as error:
        print(f"{type(error).__name__}: {error}", file=sys.stderr)
        return 1
    print(f"{folder}\n{archive}")
    return 0


def system() -> str:
    """Name the system that a bundle made here is for."""
    return f"{platform.system()}-{platform.machine()}".lower()


# Building


def build(extras: Iterable[str], target: Path) -> Path:
    """Build a bundle with these extras below a folder, and give where it is."""
    extras = sorted(extras)
    work = BUILD / "-".join(["bundle", *extras])
    shutil.rmtree(work, ignore_errors=True)
    work.mkdir(parents=True)
    log = work / "pyinstaller.log"
    print(f"Building with {', '.join(extras) or 'no extra'} …", flush=True)
    places = ["--distpath", str(target), "--workpath", str(work)]
    command = [sys.executable, "-m", "PyInstaller", "--noconfirm", *places, str(SPEC)]
    with log.open("w", encoding="utf-8") as said:
        done = subprocess.run(
            [*command, "--", *extras],
            cwd=PROJECT,
            # The order of names in a set is the same in each run.
            env=os.environ | {"PYTHONHASHSEED": "1", "PYTHONPATH": str(PROJECT)},
            stdout=said,
            stderr=subprocess.STDOUT,
            check=False,
        )
    if done.returncode != 0:
        raise BuildFailed(log)
    folder = target / (f"{NAME}.app" if sys.platform == "darwin" else NAME)
    if sys.platform == "linux":
        add_desktop_files(folder / "linux")
    return folder


def add_desktop_files(folder: Path) -> None:
    """Put beside the program what a desktop wants to know of it, and the script that tells it."""
    from tools import bundle_icons

    shutil.copytree(OF_LINUX, folder)
    bundle_icons.write_of_linux(folder / "icons")
    metainfo = next(folder.glob("*.metainfo.xml"))
    text = metainfo.read_text(encoding="utf-8")
    for name, value in (("VERSION", __version__), ("DATE", day_of_build())):
        text = text.replace(f"@{name}@", value)
    metainfo.write_text(text, encoding="utf-8")


def day_of_build() -> str:
    """Give today, or the day that whoever builds the same bundle again asks for."""
    asked = os.environ.get("SOURCE_DATE_EPOCH")
    moment = dt.datetime.fromtimestamp(float(asked), dt.UTC) if asked else dt.datetime.now(dt.UTC)
    return moment.date().isoformat()


# The zip


def pack(folder: Path, archive: Path) -> Path:
    """Zip a bundle; links stay links, and what can be run stays so."""
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as packed:
        for path in sorted(folder.rglob("*")):
            if path.is_dir() and not path.is_symlink():
                continue
            entry = zipfile.ZipInfo(path.relative_to(folder.parent).as_posix(), EPOCH)
            entry.create_system = 3  # Unix: the mode counts
            entry.compress_type = zipfile.ZIP_DEFLATED
            if path.is_symlink():
                entry.external_attr = (stat.S_IFLNK | 0o777) << 16
                packed.writestr(entry, os.readlink(path))
                continue
            mode = 0o755 if path.stat().st_mode & 0o100 else 0o644
            entry.external_attr = (stat.S_IFREG | mode) << 16
            packed.writestr(entry, path.read_bytes())
    return archive


# The weight


class TooHeavy(Exception):
    """The plain bundle is above its goal."""


def weigh(shipped: Path, archive: Path) -> None:
    """Print what the bundle weighs without its extras, and what each of them adds."""
    rows = {"": (0, 0)} | {name: (0, 0) for name in EXTRAS}
    for name in rows:
        target = BUILD / f"weight-{name or 'plain'}"
        folder = build([name] if name else [], target)
        rows[name] = weight(folder), pack(folder, target / "it.zip").stat().st_size
        shutil.rmtree(target)
    plain = rows.pop("")
    print(f"{'':24}{'folder':>10}{'zip':>10}   MB")
    _row("without the extras", plain)
    for name, (unpacked, packed) in rows.items():
        _row(f"  {name} adds", (unpacked - plain[0], packed - plain[1]))
    _row("what is shipped", (weight(shipped), archive.stat().st_size))
    if sys.platform == "linux":
        _row("goal without the extras", (GOAL[0] * MEGABYTE, GOAL[1] * MEGABYTE))
        if any(is_ > goal * MEGABYTE for is_, goal in zip(plain, GOAL, strict=True)):
            raise TooHeavy("see what is big in build/weight, and tools/bundle_contents.py")


def weight(folder: Path) -> int:
    """Count the bytes of the files in a folder; a link weighs nothing."""
    files = (path for path in folder.rglob("*") if path.is_file() and not path.is_symlink())
    return sum(path.stat().st_size for path in files)


def _row(what: str, sizes: tuple[int, int]) -> None:
    print(f"{what:24}" + "".join(f"{size / MEGABYTE:10.1f}" for size in sizes), flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
