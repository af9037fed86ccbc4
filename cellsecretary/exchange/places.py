"""Places where a book or a board is in danger, and a copy of it in a safe one."""

from __future__ import annotations

import os
import re
import secrets
import sys
from contextlib import suppress
from enum import StrEnum
from itertools import chain, count, pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from cellsecretary.core.vietnamese import fold
from cellsecretary.exchange.drives import is_stick
from cellsecretary.own_files import PART, make_folder, touch
from cellsecretary.store.errors import BookError, Fault
from cellsecretary.store.key_file import key_file, only_slots, slots_for
from cellsecretary.store.private_files import put_new
from cellsecretary.store.syncing import sync_file, sync_folder

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from cellsecretary.exchange.drives import Partition
    from cellsecretary.store.ledger import Ledger


class PlaceRisk(StrEnum):
    """What the place of a file is; sentences are in resources/messages."""

    TRASH = "trash"
    RECEIVED = "received"
    SYNCED = "synced"
    NETWORK = "network"
    REMOVABLE = "removable"


# Names of folders, without marks and case: Google names its own in the language of the system.
_TRASH = re.compile(r"\.trash(es|-\d+)?|\$recycle\.bin|recycler")
_TRASH_OF_DESKTOP = ("trash", "files")
_RECEIVED = re.compile(r"zalo received files|zalopc|zalodata")
_SYNCED = re.compile(
    r"onedrive|onedrive(-| - | – | ).+"
    r"|dropbox|dropbox (\(.+\)|- .+)|cloudstorage"
    r"|google ?drive|google ?drive[- ].+|my drive|shared drives|drivefs"
    r"|drive cua toi|bo nho dung chung|google-drive:.*"
    r"|icloud ?drive|mobile documents|com~apple~clouddocs"
    r"|pcloud ?drive|pcloud sync|nextcloud|owncloud|megasync|yandex\.disk|seafile|synologydrive"
)
_MARKS = (
    *(".stfolder", ".dropbox", ".dropbox.cache", ".nextcloudsync.log", ".owncloudsync.log"),
    *(".shortcut-targets-by-id", ".tmp.driveupload", ".synologyworkingdirectory"),
)
"""What the programs leave in the folder that they keep in step: Syncthing, Dropbox and others."""

_ROOTS = ("OneDrive", "OneDriveConsumer", "OneDriveCommercial")
"""Variables of Windows with the folder of OneDrive, which may have any name."""

_SYNCING_SYSTEMS = re.compile(
    r"fuse\.(rclone|google-drive-ocamlfuse|onedriver|pcloud.*|dbxfs)|pcloud.*"
)
_NETWORK_SYSTEMS = re.compile(
    r"nfs\d?|cifs|smb\d?|smbfs|afpfs|webdav|davfs2?|ncpfs|fuse\.(sshfs|davfs2?|curlftpfs)"
)
_GVFS = "gvfs"
"""The folder in which a Linux desktop shows what it has opened over the network."""


def risk_of(
    path: Path,
    partitions: Callable[[], Iterable[Partition]] | None = None,
    platform: str = sys.platform,
    environ: Mapping[str, str] = os.environ,
    home: Path | None = None,
) -> PlaceRisk | None:
    """Say what is risky about the place of a file, where it really is; None for a good place.

    What lies on the same disk as `home`, the folder of the person, is in no other place than that.
    """
    real = _real(path)
    folders = [fold(part) for part in _parts(str(real), platform)[:-1]]
    if _is_trash(folders):
        return PlaceRisk.TRASH
    if any(_RECEIVED.fullmatch(folder) for folder in folders):
        return PlaceRisk.RECEIVED
    if _is_synced(real, folders, platform, environ):
        return PlaceRisk.SYNCED
    if _GVFS in folders or (platform == "win32" and re.match(r"\\\\(?![?.])", str(real))):
        return PlaceRisk.NETWORK
    return _risk_of_disk(real, _real(home or Path.home()), _mounted(partitions, platform), platform)


def _risk_of_disk(
    path: Path, home: Path, mounted: Sequence[Partition], platform: str
) -> PlaceRisk | None:
    disk = _disk_of(path, mounted, platform)
    if disk is None or disk == _disk_of(home, mounted, platform):
        return None
    system = disk.fstype.casefold()
    if _SYNCING_SYSTEMS.fullmatch(system):
        return PlaceRisk.SYNCED
    if _NETWORK_SYSTEMS.fullmatch(system) or "remote" in disk.opts.split(","):
        return PlaceRisk.NETWORK
    return PlaceRisk.REMOVABLE if is_stick(disk, platform) else None


def _is_trash(folders: Sequence[str]) -> bool:
    if any(_TRASH.fullmatch(folder) for folder in folders):
        return True
    return _TRASH_OF_DESKTOP in pairwise(folders)


def _is_synced(
    path: Path, folders: Sequence[str], platform: str, environ: Mapping[str, str]
) -> bool:
    if any(_SYNCED.fullmatch(folder) for folder in folders):
        return True
    for name in _ROOTS:
        root = _parts(environ.get(name, ""), platform)
        if root and folders[: len(root)] == [fold(part) for part in root]:
            return True
    # A folder that nobody may look into has no marks that we could see.
    for folder in path.parents:
        with suppress(OSError):
            if any((folder / mark).exists() for mark in _MARKS):
                return True
    return False


def _real(path: Path) -> Path:
    # A link that leads in a circle leads nowhere else.
    with suppress(OSError, RuntimeError):
        return path.resolve()
    return path.absolute()


def _parts(path: str, platform: str) -> list[str]:
    parts = re.split(r"[\\/]" if platform == "win32" else "/", path)
    return [part for part in parts if part]


def _mounted(
    partitions: Callable[[], Iterable[Partition]] | None, platform: str
) -> Sequence[Partition]:
    if partitions is not None:
        return tuple(partitions())
    import psutil

    with suppress(OSError):
        # Windows lists its network drives in either case, and asks each when all are wanted.
        return tuple(psutil.disk_partitions(all=platform != "win32"))
    return ()


def _disk_of(path: Path, mounted: Iterable[Partition], platform: str) -> Partition | None:
    """Give the file system with the path: of several, one mounted in another, the innermost."""
    parts = _parts(str(path), platform)
    if platform == "win32":
        parts = [part.casefold() for part in parts]
    best: tuple[int, Partition] | None = None
    for one in mounted:
        place = _parts(one.mountpoint, platform)
        if platform == "win32":
            place = [part.casefold() for part in place]
        if parts[: len(place)] == place and (best is None or len(place) >= best[0]):
            best = (len(place), one)
    return best[1] if best else None


# Copying in


def safe_folder(
    folders: Sequence[Path], risk: Callable[[Path], PlaceRisk | None] = risk_of
) -> Path:
    """Give the first folder that is a good place for a book, else the last."""
    good = (folder for folder in folders if risk(folder / "x") is None)
    return next(good, folders[-1])


def copy_in(ledger: Ledger, folder: Path) -> Path:
    """Copy an open file with its keys into a folder, and prove the copy; give where it is.

    It gets a name that is free there. What goes wrong raises `BookError`, and nothing is left of
    the copy; the file itself is only read.
    """
    path = _free_path(folder, ledger.path)
    beside = path.with_name(f"{secrets.token_hex(6)}{PART}")
    keys: list[Path] = []
    try:
        make_folder(folder)
        touch(beside, exist_ok=False)
        ledger.copy_to(beside)
        with beside.open("r+b") as file:
            sync_file(file)
        from cellsecretary.exchange.office_keys import office_key_file

        for beside_book in (key_file, office_key_file):
            with suppress(FileNotFoundError):
                secret = beside_book(ledger.path).read_bytes()
                put_new(secret, beside_book(path))
                keys.append(beside_book(path))
        slots = slots_for(ledger.path, ledger.key)
        if slots is not None and not key_file(path).exists():
            # It was a copy among others, which have their lock together.
            put_new(only_slots(slots), key_file(path))
            keys.append(key_file(path))
        beside.rename(path)
        with suppress(OSError):  # it has its name already
            sync_folder(folder)
    except BaseException as wrong:
        for file_of_copy in keys:
            file_of_copy.unlink(missing_ok=True)
        if isinstance(wrong, OSError):
            raise BookError(Fault.of(wrong), path) from wrong
        raise
    finally:
        with suppress(OSError):
            beside.unlink(missing_ok=True)
    return path


def _free_path(folder: Path, book: Path) -> Path:
    """Give a path with a free name, also for the keys beside it."""
    from cellsecretary.exchange.office_keys import office_key_file

    def is_free(path: Path) -> bool:
        taken = (path, key_file(path), office_key_file(path))
        return not any(one.exists() or one.is_symlink() for one in taken)

    stems = chain([book.stem], (f"{book.stem} {number}" for number in count(2)))
    return next(filter(is_free, (folder / f"{stem}{book.suffix}" for stem in stems)))
