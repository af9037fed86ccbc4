"""A paper arrives whole or not at all, and what was there before stays."""

from __future__ import annotations

import os
import subprocess
from typing import TYPE_CHECKING

import pytest

from cellsecretary.papers.catalogue import render, write
from cellsecretary.papers.errors import Fault, PaperError
from cellsecretary.papers.target import replace_file
from tests.papers import records

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

OLD = b"the old paper"


@pytest.fixture
def target(tmp_path: Path) -> Path:
    path = tmp_path / "biên bản.pdf"
    path.write_bytes(OLD)
    return path


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(disk)]
    try:
        subprocess.run(mount, check=True, capture_output=True)
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("no disk can be mounted here")
    yield disk
    subprocess.run(["umount", str(disk)], check=True)


def refusal(path: Path, content: bytes = b"new") -> Fault:
    with pytest.raises(PaperError) as refused:
        replace_file(path, content)
    assert refused.value.place == str(path)
    return refused.value.fault


def test_a_paper_replaces_the_old_one(target: Path) -> None:
    write("minutes", records.october(), target)
    assert target.read_bytes() == render("minutes", records.october())
    assert list(target.parent.iterdir()) == [target]


def test_a_paper_that_cannot_be_made_leaves_the_old_one(target: Path) -> None:
    with pytest.raises(PaperError):
        write("poster", records.october(), target)
    assert target.read_bytes() == OLD


def test_a_read_only_disk_leaves_the_old_paper(small_disk: Path) -> None:
    path = small_disk / "bien-ban.pdf"
    path.write_bytes(OLD)
    subprocess.run(["mount", "-o", "remount,ro", str(small_disk)], check=True)
    assert refusal(path) is Fault.TARGET_NOT_WRITABLE
    assert path.read_bytes() == OLD


def test_a_full_disk_leaves_the_old_paper(small_disk: Path) -> None:
    path = small_disk / "bien-ban.pdf"
    path.write_bytes(OLD)
    assert refusal(path, b"x" * 200_000) is Fault.DISK_FULL
    assert path.read_bytes() == OLD
    assert list(small_disk.iterdir()) == [path]


def test_a_missing_folder_is_not_made(tmp_path: Path) -> None:
    assert refusal(tmp_path / "no" / "a.pdf") is Fault.TARGET_NOT_WRITABLE
    assert list(tmp_path.iterdir()) == []


def test_a_folder_in_the_place_stays(tmp_path: Path) -> None:
    assert refusal(tmp_path) is Fault.TARGET_NOT_WRITABLE


def test_a_folder_that_is_a_file_is_refused(target: Path) -> None:
    assert refusal(target / "a.pdf") is Fault.TARGET_NOT_WRITABLE
    assert target.read_bytes() == OLD


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="may write everywhere")
def test_a_read_only_paper_stays(target: Path) -> None:
    target.chmod(0o400)
    assert refusal(target) is Fault.TARGET_NOT_WRITABLE
    assert target.read_bytes() == OLD


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="may write everywhere")
def test_a_read_only_folder_is_refused(target: Path) -> None:
    target.parent.chmod(0o500)
    try:
        assert refusal(target.with_name("new.pdf")) is Fault.TARGET_NOT_WRITABLE
    finally:
        target.parent.chmod(0o700)


def test_a_name_as_long_as_the_disk_allows_is_written(tmp_path: Path) -> None:
    path = tmp_path / ("a" * 251 + ".pdf")
    replace_file(path, b"new")
    assert path.read_bytes() == b"new"
