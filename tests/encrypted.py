"""Encrypted books for tests."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cellsecretary.rules import bundled
from cellsecretary.store import Book
from cellsecretary.store.connecting import bare, known_key
from cellsecretary.store.encrypting import encrypt
from cellsecretary.store.file_key import FileKey, unlocked
from cellsecretary.store.key_file import KeySlots, new_key, new_slots

if TYPE_CHECKING:
    from pathlib import Path

    from cellsecretary.store.engine import sqlite3

PASSWORD = "mật khẩu của sổ"
DEPUTY = "phó bí thư xem"


@dataclass(frozen=True)
class Encrypted:
    """An encrypted book, its key, and how its passwords open that."""

    path: Path
    key: FileKey
    slots: KeySlots


def encrypted_copy(plain: Path, path: Path) -> Encrypted:
    """Copy a plain book and encrypt the copy; nobody has it unlocked."""
    shutil.copyfile(plain, path)
    key = new_key()
    slots = new_slots(key, PASSWORD).with_deputy(key, DEPUTY)
    encrypt(path, Book, key, slots, path.parent / "backups", bundled())
    unlocked.forget(key)
    return Encrypted(path, key, slots)


def raw(path: Path) -> sqlite3.Connection:
    """Open a file behind the back of the program, encrypted or not; each statement is written."""
    return bare(path, known_key(path))
