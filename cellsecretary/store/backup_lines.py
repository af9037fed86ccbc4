"""What a list of copies says of each: what was done to the file since, and whether it is ours."""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING

from cellsecretary.store.book import Book
from cellsecretary.store.connecting import head_of
from cellsecretary.store.errors import BookError
from cellsecretary.store.ledger import NO_STEP

if TYPE_CHECKING:
    from pathlib import Path

    from cellsecretary.store.backup_file import Backup
    from cellsecretary.store.backups import Backups
    from cellsecretary.store.ledger import Ledger, Step


class Course(Enum):
    """How a copy stands to the file that is open.

    `APART` went on in another way from some step on. `EARLIER` is of an earlier program, from whose
    name nobody can tell.
    """

    SAME = auto()
    BEFORE = auto()
    APART = auto()
    EARLIER = auto()


@dataclass(frozen=True, slots=True)
class BackupLine:
    """One copy of a list: `acts` counts what was done after it, of which `newest` is the last.

    Both are known only of a copy that was `BEFORE`. `is_elsewhere` says that it is not of the file
    at this place.
    """

    backup: Backup
    course: Course
    acts: int = 0
    newest: Step | None = None
    is_elsewhere: bool = False


def backup_lines(backups: Backups, ledger: Ledger) -> tuple[BackupLine, ...]:
    """Give the copies of a file, and those of its cell from elsewhere, the newest first.

    What is not even a file of the kind is left out. No history is read: steps are counted by their
    numbers.
    """
    last, newest = ledger.last_step(), ledger.steps(1)
    found = []
    for backup in reversed(backups.of_the_name()):
        try:
            version = head_of(backup.path, ledger.schema).version
        except BookError:
            continue
        course = _course(ledger, backup, last, is_old=version < ledger.schema.version)
        is_before = course is Course.BEFORE
        found.append(
            BackupLine(
                backup,
                course,
                last - backup.step if is_before else 0,
                newest[-1] if is_before and newest else None,
                backup.path.parent != backups.folder,
            )
        )
    return tuple(found)


def _course(ledger: Ledger, backup: Backup, last: int, *, is_old: bool) -> Course:
    hash = ledger.hash_of(backup.step)
    if hash is not None and (hash or NO_STEP).startswith(backup.code):
        return Course.SAME if backup.step == last else Course.BEFORE
    return Course.EARLIER if is_old else Course.APART


def is_of_another(path: Path, ledger: Ledger) -> bool:
    """Tell whether a file is the book of another cell; `BookError` when it cannot be read.

    Boards have no such name: an office may have several.
    """
    with closing(type(ledger).look(path, ledger.program_rules)) as other:
        return isinstance(other, Book) and other.backup_name != ledger.backup_name
