"""A file made again from a proven copy: after damage, or because somebody wants to go back."""

from __future__ import annotations

import os
import shutil
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from cellsecretary.core.change import Act
from cellsecretary.core.plain import PlainError
from cellsecretary.own_files import PART, touch
from cellsecretary.store.checking import check
from cellsecretary.store.connecting import (
    connect,
    content_hash,
    journal_of,
    known_key,
    look,
)
from cellsecretary.store.engine import sqlite3
from cellsecretary.store.errors import BookError, Fault, faults
from cellsecretary.store.file_key import unlocked
from cellsecretary.store.journal import journal_files, way_to
from cellsecretary.store.key_file import (
    OF_COPIES,
    KeyFileError,
    Locked,
    key_file,
    put_slots,
    slots_of,
)
from cellsecretary.store.ledger import Ledger
from cellsecretary.store.step_line import StepLine, step_lines
from cellsecretary.store.syncing import sync_file, sync_folder

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from cellsecretary.core.ruleset import RuleSource
    from cellsecretary.store.backup_file import Backup
    from cellsecretary.store.backups import Backups
    from cellsecretary.store.file_key import FileKey

L = TypeVar("L", bound=Ledger)

_TOLD = (
    *(Fault.TOO_NEW, Fault.UNREACHABLE, Fault.FULL, Fault.NEEDS_PASSWORD),
    Fault.KEYS_UNUSABLE,
)
"""Faults of a copy, or on the way from it, that somebody can do something about."""


@dataclass(frozen=True, slots=True)
class Recovered:
    """What a damaged file was replaced by: which copy, how many later steps, up to when.

    `kept` is where the damaged file lies now, None when there was none. `is_all` says that the
    newest step that was ever written down is in it.
    """

    backup: Backup | None
    steps: int
    until: str
    kept: Path | None
    is_all: bool


def recover(
    path: Path, kind: type[L], backups: Backups, rules: RuleSource, now: dt.datetime
) -> Recovered:
    """Put the newest proven copy with all later steps in the place of a damaged or lost file.

    The damaged one is kept beside it. Without a sound copy `BookError` is raised, and nothing is
    touched.
    """
    key = key_beside(path, backups.folder / OF_COPIES)
    way = _way(path, backups)
    last = _last(backups, way)
    for backup in _candidates(backups, way, last):
        with closing(kind.in_memory(rules, key)) as made:
            if backup is not None and not _fill(made, backup.path, rules):
                continue
            steps = _replay(made, way)
            if backup is None and not steps:
                continue
            at = made.steps(1)
            kept = put_in_place(made, path, now)
            is_all = last is None or made.head() == last
            return Recovered(backup, steps, at[-1].at if at else "", kept, is_all)
    raise BookError(Fault.DAMAGED, path)


def restore(
    path: Path, kind: type[L], backup: Path, rules: RuleSource, now: dt.datetime | None = None
) -> Path | None:
    """Put a copy in the place of a file that nobody has open; `BookError` when it is not sound.

    With a time what is there is kept beside it, as the path that is given; without one it goes.
    """
    is_locked = kind.known_head(backup).key is not None
    key = key_beside(path, *([backup] if is_locked else []))
    with closing(kind.in_memory(rules, key)) as made:
        if not _fill(made, backup, rules):
            raise BookError(Fault.DAMAGED, backup)
        return put_in_place(made, path, now)


def rebuilds(ledger: Ledger, backups: Backups) -> Backup | None:
    """Make a file again from its oldest copy that the journal goes on from; None without copies.

    When that cannot be done, or the result is not the file as it is, `BookError` is raised.
    """
    way = way_to(journal_files(backups.folder))
    head = ledger.head()
    there = backups.all()
    for backup in there:
        lines = _after(way, backup)
        if lines is None or any(line.operation == Act.COLLECT for line in lines):
            continue
        kind = type(ledger)
        with closing(kind.in_memory(ledger.program_rules, ledger.key)) as made:
            if not _fill(made, backup.path, ledger.program_rules):
                raise BookError(Fault.DAMAGED, backup.path)
            _replay(made, tuple(line for line in lines if line.number <= head[0]))
            is_same = made.head() == head and (
                content_hash(made.connection, history=False)
                == content_hash(ledger.connection, history=False)
            )
            if not is_same:
                raise BookError(Fault.DAMAGED, backups.folder)
        return backup
    of_now = [one for one in there if (one.step, one.code) == (head[0], ledger.state_code())]
    if there and not of_now:
        raise BookError(Fault.DAMAGED, backups.folder)
    return of_now[-1] if of_now else None


def put_in_place(made: Ledger, path: Path, keep_at: dt.datetime | None) -> Path | None:
    """Write a file from memory under a name that may be taken, never with nothing there.

    With a time what was there is kept under a name with that time, which is given.
    """
    path = path.resolve()  # a link goes on leading there
    part = path.with_name(path.name + PART)
    try:
        part.unlink(missing_ok=True)
        touch(part)
        with suppress(OSError):
            shutil.copymode(path, part)  # whoever shares it goes on doing so
        made.copy_to(part)
        with part.open("r+b") as file:
            sync_file(file)
        kept = _kept(path, keep_at)
        with _without_journal(path, kept):
            part.replace(path)
        sync_folder(path.parent)
    except OSError as error:
        raise BookError(Fault.of(error), path) from error
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)
    return kept


def _kept(path: Path, keep_at: dt.datetime | None) -> Path | None:
    """Give what is there a second name."""
    if keep_at is None or not path.exists():
        if path.exists() and journal_of(path).exists():
            # Until the other is there this one must be whole: its unfinished act is taken back.
            with suppress(BookError), faults(path):
                _take_back_unfinished(path)
        return None
    kept = _free(path.with_name(f"{path.stem}.{keep_at:%Y-%m-%d_%H%M%S}.damaged"))
    try:
        os.link(path, kept)
    except OSError:
        # A disk that gives one name to a file only.
        try:
            shutil.copyfile(path, kept)
        except BaseException:
            kept.unlink(missing_ok=True)
            raise
    return kept


def _take_back_unfinished(path: Path) -> None:
    with closing(connect(path, known_key(path)).conn) as conn:
        conn.execute("select count(*) from sqlite_schema").fetchone()


@contextmanager
def _without_journal(path: Path, kept: Path | None) -> Iterator[None]:
    """Take the journal of what is there away, to what is kept of it: it is of no other file.

    When the file stays where it is, the journal does so too: half an act may have to be taken back.
    """
    journal = journal_of(path)
    aside = (kept or journal).with_name(f"{(kept or journal).name}-journal")
    there = journal.exists()
    if there:
        os.replace(journal, aside)
    try:
        yield
    except BaseException:
        if there:
            os.replace(aside, journal)
        raise
    if kept is None:
        aside.unlink(missing_ok=True)


def _free(path: Path) -> Path:
    found, number = path, 2
    while found.exists():
        found = path.with_name(f"{path.stem}-{number}{path.suffix}")
        number += 1
    return found


def key_beside(path: Path, *others: Path) -> FileKey | None:
    """Give the key of a file by its slots, or by those of others, which it then has.

    None without any. A key that nobody unlocked raises `Locked`.
    """
    for place in (path, *others):
        try:
            slots = slots_of(place)
            if slots is None:
                continue
            key = unlocked.of(slots.mark)
            if key is None:
                raise Locked(slots, place)
            if place != path:
                put_slots(path, slots, key)
        except KeyFileError as error:
            raise BookError(Fault.KEYS_UNUSABLE, key_file(place)) from error
        except OSError as error:
            raise BookError(Fault.of(error), path) from error
        return key
    return None


# What it is made of


def _way(path: Path, backups: Backups) -> tuple[StepLine, ...]:
    """Give the steps that lead to the newest state known, by the journal or by the file itself."""
    written = way_to(journal_files(backups.folder))
    readable = _readable_steps(path)
    if not written or not readable:
        return written or readable
    ends_before = readable[-1].number < written[0].number
    if ends_before or readable[-1].hash in {line.hash for line in written}:
        return written
    # The file went on from the journal where a disk was too full to write it down.
    places = {line.hash: at for at, line in enumerate(readable)}
    at = places.get(written[-1].hash)
    # If not even that, it went back and on past the journal: the file is what was worked in.
    return readable if at is None else (*written, *readable[at + 1 :])


def _readable_steps(path: Path) -> tuple[StepLine, ...]:
    """Give the steps of a damaged file up to the first that is not as it was written."""
    found: list[StepLine] = []
    unreadable = (BookError, sqlite3.DatabaseError, ValueError, OSError)
    with suppress(*unreadable), closing(look(path, known_key(path))) as db:
        db.conn.text_factory = lambda data: data.decode("utf-8", "surrogateescape")
        for line in step_lines(db.conn):
            if line.computed() != line.hash:
                break
            found.append(line)
    return tuple(found)


def _last(backups: Backups, way: tuple[StepLine, ...]) -> tuple[int, str] | None:
    """Give number and hash of the newest state known, also of a journal without lines yet."""
    if way:
        return way[-1].number, way[-1].hash
    files = journal_files(backups.folder)
    return files[-1].last if files else None


def _candidates(
    backups: Backups, way: tuple[StepLine, ...], last: tuple[int, str] | None
) -> Iterator[Backup | None]:
    """Give the copies from which the way goes on, the newest first; then none at all; then any.

    None at all makes everything, unless packets came to a board: then any copy has more.
    """
    there = backups.all()
    on_the_way = [
        one
        for one in there
        if _after(way, one) is not None
        or (last is not None and one.step == last[0] and last[1].startswith(one.code))
    ]
    yield from sorted(on_the_way, key=lambda one: one.step, reverse=True)
    left = [one for one in reversed(there) if one not in on_the_way]
    has_packets = any(line.operation == Act.COLLECT for line in way)
    from_nothing = [None] if way and not way[0].previous else []
    yield from (*left, *from_nothing) if has_packets else (*from_nothing, *left)


def _after(way: tuple[StepLine, ...], backup: Backup) -> tuple[StepLine, ...] | None:
    """Give the part of the way that comes after a copy, None when the copy is not on it."""
    for at, line in enumerate(way):
        if line.number == backup.step and line.hash.startswith(backup.code):
            return way[at + 1 :]
        if line.number == backup.step + 1 and line.previous.startswith(backup.code):
            return way[at:]
    return None


def _fill(made: Ledger, backup: Path, rules: RuleSource) -> bool:
    """Fill a file in memory from a copy; False when the copy is not sound (any more)."""
    kind = type(made)
    try:
        kind.known_head(backup)
        with closing(kind.look(backup, rules)) as copy:
            if check(copy):
                return False
            copy.pour_into(made)
    except BookError as error:
        if error.fault in _TOLD:
            raise
        return False
    return True


def _replay(made: Ledger, way: Iterable[StepLine]) -> int:
    """Do the steps of the way that come after the state of a file, as far as they fit."""
    step, count = made.last_step(), 0
    for line in way:
        if line.number <= step:
            continue
        if line.operation == Act.COLLECT:
            break  # what packets brought to a board stands in no step
        try:
            count += made.replay([line])
        except (BookError, PlainError, ValueError, KeyError, sqlite3.DatabaseError):
            break
    return count
