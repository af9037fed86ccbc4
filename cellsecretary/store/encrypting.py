"""A file encrypted, or made plain again, and with it its copies and its journal.

At each moment every file is whole under its name, plain or encrypted, and the key file opens all
of them: it is written before the first file is encrypted, and emptied after the last one is plain.
What the book signs by is sealed only while the book is encrypted: nobody asks for the password of a
plain one. What a power cut left undone is done when the file is next opened to write.
"""

from __future__ import annotations

from contextlib import closing, suppress
from typing import TYPE_CHECKING

from cellsecretary.own_files import PART, touch
from cellsecretary.store.backup_file import backups_in
from cellsecretary.store.backups import Backups
from cellsecretary.store.connecting import bare, content_hash, copy_pages
from cellsecretary.store.engine import sqlite3
from cellsecretary.store.errors import BookError, Fault, faults
from cellsecretary.store.file_key import mark_of, unlocked
from cellsecretary.store.journal import is_sealed, seal_journal
from cellsecretary.store.key_file import (
    OF_COPIES,
    KeyFileError,
    keep_slots_of_copies,
    key_file,
    put_slots,
    put_slots_of_copies,
    signs_in_plain,
    slots_for,
    slots_of,
    sweep_half_written,
)
from cellsecretary.store.recovering import put_in_place
from cellsecretary.store.syncing import sync_file, sync_folder

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from cellsecretary.core.ruleset import RuleSource
    from cellsecretary.store.file_key import FileKey
    from cellsecretary.store.key_file import KeySlots
    from cellsecretary.store.ledger import Ledger

_PLAIN = b"SQLite format 3\x00"
"""What a plain file begins with."""


def encrypt(
    path: Path, kind: type[Ledger], key: FileKey, slots: KeySlots, backups: Path, rules: RuleSource
) -> tuple[Path, ...]:
    """Encrypt a plain file that nobody has open; give those copies that could not be.

    `backups` is the folder of all copies. What stands in the way of the file raises `BookError`.
    """
    unlocked.add(key)
    _put(path, slots, None)
    name = _rewrite(path, kind, key, rules)
    return finish(Backups(backups, name, path), key)


def finish(backups: Backups, key: FileKey | None) -> tuple[Path, ...]:
    """Do what is undone of a file that is encrypted by a key, or plain; give what could not be."""
    path = backups.path
    left: list[Path] = []
    if key is None:
        with suppress(BookError, KeyFileError, OSError):
            _forget_lock(backups)
        return ()
    try:
        if (slots := slots_for(path, key)) is not None and signs_in_plain(path):
            _put(path, slots, key)
        sweep_half_written(path)
    except (BookError, KeyFileError, OSError):
        left.append(key_file(path))
    _sweep(backups)
    return (*left, *encrypt_copies(backups, key))


def _forget_lock(backups: Backups) -> None:
    """Let go of a lock that no file needs: the power went before the first, or after the last."""
    is_locked = slots_of(backups.path) is not None
    locked = [one for one in backups.folders() if (one / OF_COPIES).exists()]
    if is_locked or locked:
        sweep_half_written(backups.path)
        _sweep(backups)
    is_needed = False
    for folder in locked:
        if any(mark_of(one) != _PLAIN for one in _files(folder)) or is_sealed(folder):
            is_needed = True
        else:
            put_slots_of_copies(folder, None)
    if is_locked and not is_needed:
        put_slots(backups.path, None, None)


def encrypt_copies(backups: Backups, key: FileKey) -> tuple[Path, ...]:
    """Encrypt copies and journal as far as they are not yet; give those that could not be."""
    left: list[Path] = []
    slots = None
    with suppress(BookError):
        slots = slots_for(backups.path, key)
    for folder in backups.folders():
        try:
            plain = [one for one in _files(folder) if mark_of(one) != key.mark]
            if slots is not None:
                keep_slots_of_copies(folder, slots)
            seal_journal(folder, key)
        except OSError:
            left.append(folder)
            continue
        for one in plain:
            try:
                _rewrite_copy(one, None, key)
            except BookError:
                left.append(one)
    return tuple(left)


def _sweep(backups: Backups) -> None:
    """Take away what a power cut left half made: it may be plain."""
    book = backups.path.resolve()
    half_made = [book.with_name(book.name + PART)]
    for folder in backups.folders():
        half_made += folder.glob(f"*{PART}")
    for one in half_made:
        with suppress(OSError):
            one.unlink(missing_ok=True)


def decrypt(path: Path, kind: type[Ledger], key: FileKey, backups: Path, rules: RuleSource) -> None:
    """Make a file that nobody has open plain, its copies first: no key is needed afterwards.

    A copy that cannot be made plain raises `BookError`, and the file stays encrypted.
    """
    with closing(kind.look(path, rules)) as file:
        of_file = Backups.of(backups, file)
    _put(path, slots_for(path, key), None)
    for folder in of_file.folders():
        for one in _files(folder):
            if mark_of(one) == key.mark:
                _rewrite_copy(one, key, None)
        try:
            seal_journal(folder, None)
        except OSError as error:
            raise BookError(Fault.of(error), folder) from error
    _rewrite(path, kind, None, rules)
    _put(path, None, None)
    for folder in of_file.folders():
        with suppress(OSError):
            put_slots_of_copies(folder, None)


def change_slots(path: Path, slots: KeySlots, key: FileKey, backups: Backups) -> None:
    """Let other passwords open the same file and its copies."""
    _put(path, slots, key)
    encrypt_copies(backups, key)


def _put(path: Path, slots: KeySlots | None, key: FileKey | None) -> None:
    try:
        put_slots(path, slots, key)
    except OSError as error:
        raise BookError(Fault.of(error), key_file(path)) from error
    except KeyFileError as error:
        raise BookError(Fault.KEYS_UNUSABLE, key_file(path)) from error


def _rewrite(path: Path, kind: type[Ledger], key: FileKey | None, rules: RuleSource) -> str:
    """Put a file in its own place, encrypted by a key or plain; give what its copies are called.

    It goes through the memory: what is open cannot be replaced on every system.
    """
    with closing(kind.look(path, rules)) as file:
        name = file.backup_name
        made = kind.in_memory(rules, key)
        with closing(made):
            file.pour_into(made)
            file.close()
            put_in_place(made, path, None)
    return name


def _files(folder: Path) -> Iterator[Path]:
    """Give the copies in a folder that have anything in them."""
    for one in backups_in(folder):
        with suppress(OSError):
            if one.path.stat().st_size:
                yield one.path


def _rewrite_copy(path: Path, before: FileKey | None, key: FileKey | None) -> None:
    """Put a copy in its own place, encrypted by another key or by none, once that is proven.

    Else it stays as it was, and `BookError` is raised.
    """
    part = path.with_suffix(PART)
    try:
        part.unlink(missing_ok=True)
        touch(part)
        with faults(path), closing(bare(path, before, to_read=True)) as source:
            copy_pages(source, part, key_before=before, key=key)
            with closing(bare(part, key, to_read=True)) as proof:
                is_whole = proof.execute("pragma integrity_check").fetchone()[0] == "ok"
                if not is_whole or content_hash(proof) != content_hash(source):
                    raise BookError(Fault.DAMAGED, path)
        with part.open("r+b") as file:
            sync_file(file)
        part.replace(path)
        sync_folder(path.parent)
    except OSError as error:
        raise BookError(Fault.of(error), path) from error
    except BookError as error:
        if error.fault is Fault.NOT_A_BOOK:
            # By its name and its mark it was one.
            raise BookError(Fault.DAMAGED, path) from error
        raise
    except (sqlite3.DatabaseError, ValueError) as error:
        raise BookError(Fault.DAMAGED, path) from error
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)
