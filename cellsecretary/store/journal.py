"""The journal: every step of a file as a line of readable text, beside the backups.

Of a locked book each line is sealed by its key.

It is what is left when the file and its newest backup are lost: an older backup and the lines
since then make the file again (docs/book.md).
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cellsecretary.own_files import append, make_folder
from cellsecretary.store.backup_file import backups_in
from cellsecretary.store.engine import sqlite3
from cellsecretary.store.errors import BookError, Fault
from cellsecretary.store.file_key import unlocked
from cellsecretary.store.private_files import put_in_place
from cellsecretary.store.step_line import StepLine, read_line, step_lines
from cellsecretary.store.syncing import sync_file, sync_folder

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from cellsecretary.store.file_key import FileKey
    from cellsecretary.store.ledger import Ledger

FORMAT = 1
LARGEST = 1 << 20
"""Bytes after which a new file is begun, so that old ones can go."""

MOST_AT_FIRST = 2000
"""Steps of a book without copies that are written down from the first."""

LARGEST_AT_FIRST = 8 << 20
"""Bytes of such a book at most: few steps may have taken in thirty years."""

SEALED = b"*"
"""What a sealed line begins with."""

_NAME = re.compile(r"journal-(\d{6})\.txt")


@dataclass(frozen=True, slots=True)
class JournalFile:
    """One file: the state that it goes on from, and its lines that are as they were written."""

    path: Path
    serial: int
    after: int
    hash: str
    lines: tuple[StepLine, ...]

    @property
    def last(self) -> tuple[int, str]:
        """Number and hash of the last state that it knows."""
        if self.lines:
            return self.lines[-1].number, self.lines[-1].hash
        return self.after, self.hash


class Journal:
    """Writes down each step of one open file after it was committed.

    `fault` says why the newest steps could not be written; they are written with the next one.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.fault: BookError | None = None
        self._last: tuple[int, str] | None = None
        self._path: Path | None = None

    def catch_up(self, ledger: Ledger) -> None:
        """Write the steps that the journal lacks; on return they are on the disk."""
        try:
            self._write(ledger)
            self.fault = None
        except OSError as error:
            self._fail(BookError(Fault.of(error), self.folder))
        except BookError as error:
            self._fail(error)
        except (sqlite3.DatabaseError, ValueError):
            # Busy or damaged; the act is in the file, and the next one tries again.
            self._fail(BookError(Fault.UNREACHABLE, self.folder))

    def _fail(self, fault: BookError) -> None:
        self.fault = fault
        self._last = self._path = None

    def _write(self, ledger: Ledger) -> None:
        make_folder(self.folder)
        head = ledger.head()
        if self._last is None:
            self._go_on(ledger)
        assert self._last is not None
        if self._last == head:
            return
        assert self._path is not None
        if self._path.stat().st_size >= LARGEST:
            self._begin(ledger, self._last)
        lines = []
        for line in step_lines(ledger.connection, self._last[0]):
            lines.append(line.text())
            self._last = (line.number, line.hash)
        self._append(lines, ledger.key)

    def _go_on(self, ledger: Ledger) -> None:
        """Find the file that ends in the history of the ledger, else begin one."""
        files = journal_files(self.folder)
        newest = files[-1] if files else None
        if newest is not None and ledger.hash_of(newest.last[0]) == newest.last[1]:
            self._path, self._last = newest.path, newest.last
            # A power cut may have left half a line, which is not to spoil the next one.
            if not newest.path.read_bytes().endswith(b"\n"):
                self._append([""], None)
            return
        # A book that is new here, was restored, or went on elsewhere: from where it is known here.
        known = [file.last for file in files if ledger.hash_of(file.last[0]) == file.last[1]]
        for one in backups_in(self.folder):
            found = ledger.hash_of(one.step)
            if found and found.startswith(one.code):
                known.append((one.step, found))
        head = ledger.head()
        # A long book that has no copy yet gets one soon: all its history here would be for nothing.
        is_long = head[0] > MOST_AT_FIRST or ledger.path.stat().st_size > LARGEST_AT_FIRST
        self._last = max(known, default=head if is_long else (0, ""))
        self._begin(ledger, self._last)

    def _begin(self, ledger: Ledger, last: tuple[int, str]) -> None:
        names = map(_NAME.fullmatch, (path.name for path in self.folder.iterdir()))
        serial = max((int(name[1]) for name in names if name), default=0) + 1
        self._path = self.folder / f"journal-{serial:06}.txt"
        header = {"journal": FORMAT, "file": str(ledger.path), "after": last[0], "hash": last[1]}
        self._append([json.dumps(header, ensure_ascii=False)], ledger.key)
        sync_folder(self.folder)

    def _append(self, lines: Iterable[str], key: FileKey | None) -> None:
        text = "".join(f"{line if key is None else key.sealed(line)}\n" for line in lines)
        assert self._path is not None
        with append(self._path) as file:
            file.write(text.encode(errors="backslashreplace"))
            file.flush()
            sync_file(file)


def journal_files(folder: Path) -> list[JournalFile]:
    """Give the files of a journal, the first one first; what is spoilt in them is left out."""
    found = []
    for path in folder.glob("journal-*.txt") if folder.is_dir() else ():
        name = _NAME.fullmatch(path.name)
        if name is not None and (file := _read(path, int(name[1]))) is not None:
            found.append(file)
    return sorted(found, key=lambda file: file.serial)


def way_to(files: list[JournalFile]) -> tuple[StepLine, ...]:
    """Give the steps that lead to the state that was written down last, back to the first known.

    A book that was restored went back and on: the steps that it left behind are not among them.
    """
    if not files:
        return ()
    by_hash = {line.hash: line for file in files for line in file.lines}
    found, wanted = [], files[-1].last[1]
    while (line := by_hash.pop(wanted, None)) is not None:
        found.append(line)
        wanted = line.previous
    return tuple(reversed(found))


def prune(folder: Path, step: int) -> None:
    """Let those files go that end before the oldest backup; the one that is written stays."""
    files = journal_files(folder)
    for file in files[:-1]:
        if file.last[0] <= step:
            file.path.unlink(missing_ok=True)


def seal_journal(folder: Path, key: FileKey | None) -> None:
    """Write the files of a journal anew, sealed by a key or plain; each is whole at any time.

    What the disk does raises `OSError`.
    """
    for path in sorted(folder.glob("journal-*.txt")):
        before = path.read_text(encoding="utf-8", errors="backslashreplace")
        lines = [_sealed_by(key, line) for line in before.split("\n")]
        if (after := "\n".join(lines)) != before:
            put_in_place(after.encode(errors="backslashreplace"), path)


def is_sealed(folder: Path) -> bool:
    """Tell whether a line of a journal is sealed, by whatever key."""
    for path in folder.glob("journal-*.txt"):
        text = path.read_bytes()
        if text.startswith(SEALED) or b"\n" + SEALED in text:
            return True
    return False


def _sealed_by(key: FileKey | None, line: str) -> str:
    plain = unlocked.line(line)
    if not plain or (key is not None and plain != line):
        return line  # of a key that nobody unlocked, or as it is to be
    return plain if key is None else key.sealed(plain)


def _read(path: Path, serial: int) -> JournalFile | None:
    try:
        sealed = path.read_text(encoding="utf-8", errors="replace").split("\n")
    except OSError:
        return None
    texts = [unlocked.line(text) for text in sealed]
    lines = tuple(line for line in map(read_line, filter(None, texts[1:])) if line)
    try:
        header = json.loads(texts[0])
        after, hash_ = int(header["after"]), str(header["hash"])
    except (ValueError, TypeError, LookupError):
        if not lines:
            return None  # nothing came of it: it goes on from nowhere
        after, hash_ = lines[0].number - 1, lines[0].previous
    return JournalFile(path, serial, after, hash_, lines)
