"""Power cuts at every point of a journey, on a disk that had not synced all: no act is lost.

A journey of acts is done once to a real book while all that happens to the disk is written down.
Then the disk is built as a cut may leave it, after each operation and in many ways, and opened.
"""

from __future__ import annotations

import random
import shutil
import time
from collections import Counter
from contextlib import closing
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from cellsecretary.rules import bundled
from cellsecretary.store import Book, BookError
from cellsecretary.store.backup_file import backup_of
from cellsecretary.store.backups import Backups
from cellsecretary.store.engine import sqlite3
from cellsecretary.store.journal import Journal, journal_files, way_to
from tests.building import AFTER, contents, context, replayed
from tests.random_clerk import RandomClerk
from tests.store.cuts import Medium, Way
from tests.store.disk import Disk, NoLibrary
from tests.store.disk_events import Mark
from tests.torture.places import folder_in_memory, workers

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tests.store.cuts import Files
    from tests.store.disk_events import Event

BOOK, COPIES = "cell.chibo", "copies"
TOLD = 5
"""Findings after which a cut says no more."""


@dataclass(frozen=True, slots=True)
class Said:
    """What the program had acknowledged: so many acts, and these copies, each whole."""

    acts: int
    copies: frozenset[str]


@dataclass(frozen=True, slots=True)
class Journey:
    """What happened to the disk; the book after each number of acts, as `contents` gives it."""

    folder: Path
    began: Files
    events: tuple[Event, ...]
    states: tuple[str, ...]
    copied: dict[str, str]
    """The content of each copy by its name."""
    began_with: int
    """How many steps the book had before."""


@dataclass(frozen=True, slots=True)
class Found:
    cuts: int
    disks: int
    hot: int
    """On how many disks a step was half done, and its journal was there."""
    ahead: int
    """On how many disks an act was there that nobody had heard of yet."""
    wrong: tuple[str, ...]


def journey(
    folder: Path, acts: int, seed: int, copy_after: Sequence[int] = (), spoil: str = ""
) -> Journey:
    """Do acts by chance to a book in a folder, with copies after some; write down its disk.

    With `spoil`, a pragma, the book is opened less carefully than the program opens it.
    """
    folder.mkdir(exist_ok=True)
    path = folder / BOOK
    replayed(path).close()
    backups, copied = Backups(folder / COPIES, "cell", path), dict[str, str]()
    with Disk(folder) as disk:
        book = Book.open(path, bundled())
        book.value(spoil or "select 1")
        book.follower = Journal(backups.folder)
        clerk, states = RandomClerk(book, random.Random(seed)), [contents(book)]
        began_with = book.last_step()
        for number in range(1, acts + 1):
            book.apply(clerk.act(context()), AFTER)
            states.append(contents(book))
            disk.mark(Said(number, frozenset(one.path.name for one in backups.all())))
            if number in copy_after:
                # Weeks apart, so that older ones go.
                made = backups.make(book, AFTER + timedelta(days=40 * number))
                assert made is not None
                copied[made.path.name] = states[-1]
                disk.mark(Said(number, frozenset(one.path.name for one in backups.all())))
        book.close()
    seen = {path: bytes(data) for path, data in disk._now.items()}
    there = {str(one): one.read_bytes() for one in folder.rglob("*") if one.is_file()}
    assert seen == there, "something was done to the disk that was not seen"
    return Journey(disk.folder, disk.began, tuple(disk.events), tuple(states), copied, began_with)


def cut_all(made: Journey, folder: Path, seed: int, every: int = 1, first: int = 0) -> Found:
    """Cut after each event, or after every so manieth from the first, and open what is left."""
    medium, said, done = Medium(made.began), Said(0, frozenset()), set[int]()
    seen, wrong, target = Counter[str](), list[str](), folder / "after"
    proven = set[tuple[str, bytes]]()
    for number, event in enumerate(made.events):
        medium.take(event)
        if isinstance(event, Mark):
            assert isinstance(event.what, Said)
            said = event.what
        if number % every != first or len(wrong) >= TOLD:
            continue
        seen["cuts"] += 1
        allowed = _copies_that_must_be(made, number, said)
        for way in Way:
            files = medium.cut(way, random.Random(f"{seed} {number} {way}"))
            key = hash((said, tuple(sorted(files.items()))))
            if key in done:
                continue
            done.add(key)
            lay(made.folder, files, target)
            try:
                seen["hot"] += _is_hot(target)
                seen["ahead"] += _insist(made, target, said, allowed, proven)
            except (AssertionError, BookError, sqlite3.Error) as problem:
                what = f"{type(problem).__name__}: {problem}"
                wrong.append(f"cut after event {number}, {way}, acts {said.acts}: {what}")
            seen["disks"] += 1
    return Found(seen["cuts"], seen["disks"], seen["hot"], seen["ahead"], tuple(wrong))


def _copies_that_must_be(made: Journey, number: int, said: Said) -> frozenset[str]:
    """Give the copies that were there and that the act in progress does not let go."""
    coming = (one.what for one in made.events[number + 1 :] if isinstance(one, Mark))
    after = next(coming, said)
    assert isinstance(after, Said)
    return said.copies & after.copies


def _insist(
    made: Journey,
    folder: Path,
    said: Said,
    copies: frozenset[str],
    proven: set[tuple[str, bytes]],
) -> bool:
    """Insist that book, copies and journal are whole; tell whether an unheard act is there.

    What was `proven` of copies need not be proven again.
    """
    there = {path.name: path for path in (folder / COPIES).rglob("*") if backup_of(path)}
    assert copies <= there.keys(), f"lost copies {copies - there.keys()}"
    for name, path in there.items():
        alone, found = not path.with_name(f"{name}-journal").exists(), (name, path.read_bytes())
        if not (alone and found in proven):
            with closing(Book.open(path, bundled())) as copy:
                assert contents(copy) == made.copied[name], f"half a copy {name}"
            proven.add(found)
    with closing(Book.open(folder / BOOK, bundled())) as book:
        soundness = book.values("pragma integrity_check")
        assert soundness == ["ok"], soundness[0]
        assert book.values("select 1 from pragma_foreign_key_check") == []
        steps = book.last_step() - made.began_with
        assert said.acts <= steps <= said.acts + 1, f"{steps} acts are there"
        assert contents(book) == made.states[steps], "half a step"
        _insist_on_journal(made, book, folder, said)
    return steps > said.acts


def _insist_on_journal(made: Journey, book: Book, folder: Path, said: Said) -> None:
    """Insist that every acknowledged act is written down, and the journal goes on from there."""
    places = list((folder / COPIES).glob("cell-*"))
    assert places or not said.acts, "the journal is gone"
    for place in places:
        way = way_to(journal_files(place))
        last = way[-1].number if way else made.began_with
        assert last >= made.began_with + said.acts or not said.acts, f"written down to {last}"
        journal = Journal(place)
        journal.catch_up(book)
        assert journal.fault is None
        assert way_to(journal_files(place))[-1].hash == book.head()[1], "the journal ends elsewhere"


def _is_hot(folder: Path) -> bool:
    journal = folder / f"{BOOK}-journal"
    return journal.exists() and journal.read_bytes()[:1] == b"\xd9"


def lay(origin: Path, files: Files, target: Path) -> None:
    """Make a folder that has just these files, which were elsewhere before."""
    shutil.rmtree(target, ignore_errors=True)
    for path, data in files.items():
        place = target / Path(path).relative_to(origin)
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(data)


def power(
    acts: int,
    seed: int,
    copy_after: Sequence[int],
    processes: int | None = None,
    *,
    every: int = 1,
    spoil: str = "",
) -> Found:
    """Make a journey and cut it after every so manieth event, in several processes."""
    with folder_in_memory() as folder:
        made = journey(folder, acts, seed, copy_after, spoil)
    with workers(processes) as pool:
        parts = pool._max_workers  # type: ignore[attr-defined]
        jobs = [
            pool.submit(_part, made, seed, every * parts, every * part) for part in range(parts)
        ]
        found = [job.result() for job in jobs]
    return Found(
        sum(one.cuts for one in found),
        sum(one.disks for one in found),
        sum(one.hot for one in found),
        sum(one.ahead for one in found),
        tuple(wrong for one in found for wrong in one.wrong),
    )


def _part(made: Journey, seed: int, every: int, first: int) -> Found:
    with folder_in_memory() as folder:
        return cut_all(made, folder, seed, every, first)


def main(acts: int, seed: int, processes: int | None = None) -> int:
    """Run and print one line of figures."""
    began = time.monotonic()
    try:
        found = power(acts, seed, range(acts // 4, acts + 1, max(1, acts // 4)), processes)
    except NoLibrary as reason:
        print(f"power: skipped, {reason}")
        return 0
    print(
        f"power: {found.disks} disks after {found.cuts} cuts of a journey of {acts} acts, "
        f"{found.hot} with half a step rolled back, {found.ahead} with one act more than was said, "
        f"{len(found.wrong)} findings, seed {seed}, {time.monotonic() - began:.0f} s"
    )
    print(*found.wrong, sep="\n", end="")
    return 1 if found.wrong else 0
