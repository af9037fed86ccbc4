"""The tests of the store, each with a plain book and with one that is encrypted."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from cellsecretary.rules import bundled
from cellsecretary.store import Book
from cellsecretary.store.engine import CAN_ENCRYPT
from cellsecretary.store.file_key import unlocked
from cellsecretary.store.key_file import key_file
from tests import small_disks

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.encrypted import Encrypted


@pytest.fixture(params=["plain", "encrypted"])
def book(request: pytest.FixtureRequest, replayed_file: Path, tmp_path: Path) -> Iterator[Book]:
    """Give a copy of the replayed book; November lacks a result for T4."""
    path = tmp_path / "thon-3.chibo"
    if request.param == "plain":
        shutil.copyfile(replayed_file, path)
        book = Book.open(path, bundled())
        yield book
        book.close()
        return
    if not CAN_ENCRYPT:
        pytest.skip("sqlcipher3 is not installed")
    encrypted: Encrypted = request.getfixturevalue("encrypted_file")
    shutil.copyfile(encrypted.path, path)
    shutil.copyfile(key_file(encrypted.path), key_file(path))
    unlocked.add(encrypted.key)
    book = Book.open(path, bundled())
    yield book
    book.close()
    unlocked.forget(encrypted.key)


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """Give a real disk of one megabyte."""
    with small_disks.small_disk(tmp_path / "disk") as disk:
        yield disk
