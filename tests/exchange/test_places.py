"""A book in a risky place is noticed on each system, and a copy of it is whole and has its keys."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import psutil
import pytest

from cellsecretary.exchange import places
from cellsecretary.exchange.keys import signing_key
from cellsecretary.exchange.places import PlaceRisk, copy_in, risk_of, safe_folder
from cellsecretary.rules import bundled
from cellsecretary.store import Book, BookError, Fault
from cellsecretary.store.key_file import key_file
from tests.exchange.test_delivery import tmpfs
from tests.exchange.test_drives import Mounted

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from cellsecretary.exchange.drives import Partition

__all__ = ["tmpfs"]

WINDOWS = (
    Mounted("C:\\", "C:\\", "NTFS", "rw,fixed"),
    Mounted("D:\\", "D:\\", "NTFS", "rw,fixed"),
    Mounted("E:\\", "E:\\", "FAT32", "rw,removable"),
    Mounted("Z:\\", "Z:\\", "NTFS", "rw,remote"),
)
LINUX = (
    Mounted("/dev/sda2", "/", "ext4"),
    Mounted("/dev/sda3", "/home", "ext4"),
    Mounted("/dev/sdb1", "/media/ba/USB CHI BO", "vfat"),
    Mounted("//may-xa/chung", "/mnt/xa", "cifs"),
    Mounted("drive:", "/home/ba/mang", "fuse.rclone"),
)
MAC = (
    Mounted("/dev/disk3s1", "/", "apfs"),
    Mounted("/dev/disk4s1", "/Volumes/USB", "msdos"),
    Mounted("//may/chung", "/Volumes/chung", "smbfs"),
)


def risk(
    path: str,
    mounted: Sequence[Partition],
    platform: str,
    home: str,
    environ: Mapping[str, str] | None = None,
) -> PlaceRisk | None:
    """Judge a path of any system: what none of it is on this machine stays as it is written."""
    with pytest.MonkeyPatch.context() as patch:
        if platform == "win32":
            patch.setattr(places, "_real", lambda path: path)
        return risk_of(Path(path), lambda: mounted, platform, environ or {}, Path(home))


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        (r"C:\Users\Ba\Documents\Chi bộ.chibo", None),
        (r"D:\Chi bộ\Chi bộ.chibo", None),
        (r"C:\Users\Ba\Documents\OneDrive.chibo", None),
        (r"C:\Users\Ba\Documents\Dropbox cũ của bà\a.chibo", None),
        (r"C:\Users\Ba\OneDrive\Documents\a.chibo", PlaceRisk.SYNCED),
        (r"C:\Users\Ba\OneDrive - Dang uy xa\a.chibo", PlaceRisk.SYNCED),
        (r"C:\Users\Ba\Dropbox (Personal)\a.chibo", PlaceRisk.SYNCED),
        (r"C:\Users\Ba\iCloudDrive\a.chibo", PlaceRisk.SYNCED),
        (r"G:\My Drive\a.chibo", PlaceRisk.SYNCED),
        (r"G:\Drive của tôi\Chi bộ\a.chibo", PlaceRisk.SYNCED),
        (r"G:\Bộ nhớ dùng chung\a.chibo", PlaceRisk.SYNCED),
        (r"C:\Users\Ba\Nextcloud\a.chibo", PlaceRisk.SYNCED),
        (r"C:\Users\Ba\Documents\Zalo Received Files\a.chibo", PlaceRisk.RECEIVED),
        (r"C:\$Recycle.Bin\S-1-5-21\$R1.chibo", PlaceRisk.TRASH),
        (r"E:\$RECYCLE.BIN\$R1.chibo", PlaceRisk.TRASH),
        (r"E:\Chi bộ\a.chibo", PlaceRisk.REMOVABLE),
        (r"e:\a.chibo", PlaceRisk.REMOVABLE),
        (r"E:\Dropbox\a.chibo", PlaceRisk.SYNCED),
        (r"Z:\a.chibo", PlaceRisk.NETWORK),
        (r"\\may-xa\chung\a.chibo", PlaceRisk.NETWORK),
    ],
)
def test_windows(path: str, expected: PlaceRisk | None) -> None:
    assert risk(path, WINDOWS, "win32", r"C:\Users\Ba") is expected


def test_windows_says_where_onedrive_is_whatever_it_is_called() -> None:
    named = {"OneDriveCommercial": r"D:\Xã"}
    home = r"C:\Users\Ba"
    assert risk(r"D:\Xã\a.chibo", WINDOWS, "win32", home, named) is PlaceRisk.SYNCED
    assert risk(r"d:\xã\Chi bộ\a.chibo", WINDOWS, "win32", home, named) is PlaceRisk.SYNCED
    assert risk(r"D:\Xã khác\a.chibo", WINDOWS, "win32", home, named) is None


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("/home/ba/Documents/a.chibo", None),
        ("/srv/a.chibo", None),
        ("/home/ba/Trash/a.chibo", None),
        ("/home/ba/.local/share/Trash/files/a.chibo", PlaceRisk.TRASH),
        ("/media/ba/USB CHI BO/.Trash-1000/files/a.chibo", PlaceRisk.TRASH),
        ("/media/ba/USB CHI BO/a.chibo", PlaceRisk.REMOVABLE),
        ("/mnt/xa/a.chibo", PlaceRisk.NETWORK),
        ("/run/user/1000/gvfs/smb-share:server=may/a.chibo", PlaceRisk.NETWORK),
        ("/run/user/1000/gvfs/google-drive:host=gmail.com,user=ba/a.chibo", PlaceRisk.SYNCED),
        ("/home/ba/mang/a.chibo", PlaceRisk.SYNCED),
        ("/home/ba/pCloudDrive/a.chibo", PlaceRisk.SYNCED),
    ],
)
def test_linux(path: str, expected: PlaceRisk | None) -> None:
    assert risk(path, LINUX, "linux", "/home/ba") is expected


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("/Users/ba/Documents/a.chibo", None),
        ("/Users/ba/.Trash/a.chibo", PlaceRisk.TRASH),
        ("/Volumes/USB/.Trashes/501/a.chibo", PlaceRisk.TRASH),
        ("/Users/ba/Library/Mobile Documents/com~apple~CloudDocs/a.chibo", PlaceRisk.SYNCED),
        ("/Users/ba/Library/CloudStorage/GoogleDrive-ba@gmail.com/a.chibo", PlaceRisk.SYNCED),
        ("/Volumes/USB/a.chibo", PlaceRisk.REMOVABLE),
        ("/Volumes/chung/a.chibo", PlaceRisk.NETWORK),
    ],
)
def test_macos(path: str, expected: PlaceRisk | None) -> None:
    assert risk(path, MAC, "darwin", "/Users/ba") is expected


@pytest.mark.parametrize("mark", [".stfolder", ".dropbox.cache", ".nextcloudsync.log"])
def test_a_folder_of_any_name_is_known_by_what_the_syncing_program_left(
    tmp_path: Path, mark: str
) -> None:
    book = tmp_path / "chung" / "2026" / "a.chibo"
    book.parent.mkdir(parents=True)
    assert risk_of(book, tuple) is None
    (tmp_path / "chung" / mark).mkdir()
    assert risk_of(book, tuple) is PlaceRisk.SYNCED


def test_a_link_leads_to_where_the_book_really_is(tmp_path: Path) -> None:
    there = tmp_path / "Dropbox" / "a.chibo"
    there.parent.mkdir()
    there.touch()
    (tmp_path / "sổ.chibo").symlink_to(there)
    assert risk_of(tmp_path / "sổ.chibo", tuple) is PlaceRisk.SYNCED
    (tmp_path / "vòng").symlink_to(tmp_path / "vòng")
    assert risk_of(tmp_path / "vòng", tuple) is None


def test_a_computer_that_runs_from_a_stick_is_no_other_place() -> None:
    stick = [Mounted("/dev/sdb1", "/Volumes/all", "ext4")]
    assert risk("/Volumes/all/a.chibo", stick, "darwin", "/Volumes/all/home") is None


def test_this_machine_can_be_looked_at(tmp_path: Path) -> None:
    assert risk_of(tmp_path / "a.chibo") is None


def test_a_machine_that_tells_nothing_of_its_disks_is_no_risk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def forbidden(*, all: bool) -> None:
        raise PermissionError(13, "Permission denied", f"/proc/self/mounts {all}")

    monkeypatch.setattr(psutil, "disk_partitions", forbidden)
    assert risk_of(tmp_path / "a.chibo") is None
    assert risk_of(tmp_path / "OneDrive" / "a.chibo") is PlaceRisk.SYNCED


# Copying in


def test_documents_in_step_with_the_internet_are_no_safe_folder(tmp_path: Path) -> None:
    synced, home = tmp_path / "OneDrive" / "Documents", tmp_path / "Ba"
    assert safe_folder([synced, home]) == home
    assert safe_folder([home, synced]) == home
    assert safe_folder([synced, tmp_path / "Dropbox"]) == tmp_path / "Dropbox"


def test_the_copy_is_the_whole_book_with_its_key(book: Book, tmp_path: Path) -> None:
    key = signing_key(book.path).public
    before = book.path.read_bytes()
    copy = copy_in(book, tmp_path / "Documents")
    assert copy == tmp_path / "Documents" / book.path.name
    assert signing_key(copy).public == key
    assert key_file(copy).read_bytes() == key_file(book.path).read_bytes()
    opened = Book.open(copy, bundled())
    assert opened.state_code() == book.state_code()
    opened.close()
    assert book.path.read_bytes() == before
    assert sorted(path.suffix for path in copy.parent.iterdir()) == [".chibo", ".keys"]


def test_a_book_without_a_key_gets_none(book: Book, tmp_path: Path) -> None:
    copy = copy_in(book, tmp_path / "Documents")
    assert [path.name for path in copy.parent.iterdir()] == [copy.name]


def test_nothing_of_the_same_name_is_touched(book: Book, tmp_path: Path) -> None:
    folder = tmp_path / "Documents"
    folder.mkdir()
    signing_key(book.path)
    for name in (book.path.name, f"{book.path.stem} 2.keys"):
        (folder / name).write_bytes(b"older")
    copy = copy_in(book, folder)
    assert copy.name == f"{book.path.stem} 3.chibo"
    assert (folder / book.path.name).read_bytes() == b"older"
    assert (folder / f"{book.path.stem} 2.keys").read_bytes() == b"older"


def test_a_folder_that_cannot_be_made_is_a_fault_of_the_disk(book: Book, tmp_path: Path) -> None:
    (tmp_path / "Documents").write_bytes(b"a file")
    with pytest.raises(BookError) as caught:
        copy_in(book, tmp_path / "Documents")
    assert caught.value.fault is Fault.UNREACHABLE


def test_nothing_is_left_of_a_copy_that_failed(
    book: Book, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    signing_key(book.path)

    def full(*_what: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "rename", full)
    with pytest.raises(BookError) as caught:
        copy_in(book, tmp_path / "Documents")
    assert caught.value.fault is Fault.FULL
    assert list((tmp_path / "Documents").iterdir()) == []


def test_a_copy_that_the_disk_has_no_room_for_is_told_and_nothing_of_it_stays(
    book: Book, tmpfs: Callable[[str], Path]
) -> None:
    signing_key(book.path)
    disk = tmpfs("size=64k")
    with pytest.raises(BookError) as caught:
        copy_in(book, disk / "Documents")
    assert caught.value.fault is Fault.FULL
    assert list((disk / "Documents").iterdir()) == []
    assert key_file(book.path).exists()
